"""A wheel installed elsewhere is the whole program: it finds its data and its text without the checkout."""

import os
import shutil
import site
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The python of an environment that holds only the wheel."""
    uv = shutil.which("uv", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    assert uv, "uv is a development dependency"
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")], check=True)
    python = folder / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run(
        [uv, "pip", "install", "--offline", "--no-deps", "--python", str(python), str(wheel)],
        check=True,
        capture_output=True,
    )
    return python


def run_installed(python: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    # The libraries come from this environment; the path holds no editable install, so no checkout either.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(site.getsitepackages()), "PLANNER_LANG": "zh"}
    environment["XDG_DATA_HOME"] = str(folder / "home")
    return subprocess.run(
        [str(python), "-m", "planner", *words], cwd=folder, env=environment, capture_output=True, text=True
    )


def test_an_installed_wheel_lists_its_templates(installed: Path, tmp_path: Path) -> None:
    done = run_installed(installed, tmp_path, "templates")
    assert done.returncode == 0, done.stderr
    for field in ("安全生产", "消防", "生态环境", "政务公开"):
        assert field in done.stdout


def test_an_installed_wheel_drafts_and_checks_a_plan(installed: Path, tmp_path: Path) -> None:
    done = run_installed(
        installed, tmp_path, "new", "--from", "work-safety", "--year", "2027", "-o", "plan.toml"
    )
    assert done.returncode == 0, done.stderr
    done = run_installed(installed, tmp_path, "check", "plan.toml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_installed_wheel_does_not_see_the_checkout(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(site.getsitepackages())}
    where = subprocess.run(
        [str(installed), "-c", "import planner; print(planner.__file__)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert not Path(where.stdout.strip()).is_relative_to(ROOT)
