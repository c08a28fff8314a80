"""Last year's results from a file, kept beside the scheme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planner.findings import has_errors
from planner.text import describe, say
from planner.tui.display import notify

if TYPE_CHECKING:
    from assessments.results import Results
    from planner.findings import Finding
    from planner.tui.app import PlannerApp


def keep_last_year(app: PlannerApp, scheme: str, path: Path) -> None:
    """Read the file, keep what it holds, score anew; where it cannot be read, say why."""
    port = app.office.assessments

    def job() -> tuple[Results | None, tuple[Finding, ...]]:
        from planner.sharing.results_toml import read_results

        results, findings = read_results(path.read_bytes(), path.name)
        if results is None or has_errors(findings):
            return None, findings
        port.keep_earlier(scheme, results)
        return results, findings

    def done(read: tuple[Results | None, tuple[Finding, ...]]) -> None:
        results, findings = read
        if results is None:
            why = describe(findings[0]) if findings else path.name
            notify(app, say("results.last_year_unread", why=why), weight="warning", seconds=10)
            return
        notify(app, say("results.last_year_kept", title=results.title, count=len(results.units)))
        app.open_assessment(scheme, "results")

    app.work(job, done, group="last-year")
