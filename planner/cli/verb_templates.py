"""planner templates: what there is to draft from, and a search over all of it."""

from __future__ import annotations

import argparse

from planner.cli import CONTENT_HAS_ERRORS, FINE
from planner.cli.common import open_office
from planner.cli.output import print_json, print_line, talk
from planner.library import Hits, Library, Template
from planner.numbering import numbers_of
from planner.text import say

SHOWN = 40
"""Hits printed; more would not be read."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """[KEY | WORDS] [--json]."""
    parser.add_argument("words", nargs="*", metavar=say("cli.words"), help=say("cli.templates.words"))
    parser.add_argument("--json", action="store_true", help=say("cli.json"))


def run(arguments: argparse.Namespace) -> int:
    """List the templates, show one, or search."""
    with open_office(arguments) as office:
        templates = office.templates()
        chosen = [held for held in templates if arguments.words == [held.key]]
        if chosen:
            _print_one(chosen[0], as_json=arguments.json)
            return FINE
        if not arguments.words:
            _print_list(templates, as_json=arguments.json)
            return FINE
        words = " ".join(arguments.words)
        found = Library.of(templates, office.roster().record).search(words, limit=SHOWN)
        _print_hits(found, as_json=arguments.json)
        if not found.hits:
            talk(say("cli.templates.none", words=words))
            return CONTENT_HAS_ERRORS
        return FINE


def _print_list(templates: tuple[Template, ...], *, as_json: bool) -> None:
    if as_json:
        print_json([_as_json(template) for template in templates])
        return
    for template in templates:
        plan = template.plan
        print_line(
            f"{template.key}  {say(f'cli.templates.{template.origin}')}  {plan.title}  {len(plan.tasks)}"
        )


def _print_one(template: Template, *, as_json: bool) -> None:
    plan = template.plan
    if as_json:
        tasks = [{"id": task.id, "section": task.section, "title": task.title} for task in plan.tasks]
        sections = [{"id": section.id, "title": section.title} for section in plan.sections]
        print_json({**_as_json(template), "sections": sections, "tasks": tasks})
        return
    numbers = numbers_of(plan)
    print_line(plan.title)
    for section in plan.sections:
        print_line()
        print_line(f"{section.id}  {numbers.sections[section.id]}、{section.title}")
        for task in plan.tasks_in(section.id):
            print_line(f"{task.id}    {numbers.tasks[task.id]}. {task.title}")


def _print_hits(found: Hits, *, as_json: bool) -> None:
    if as_json:
        print_json(
            [
                {"template": hit.template.key, "task": hit.task, "where": hit.where, "excerpt": hit.excerpt}
                for hit in found.hits
            ]
        )
        return
    for hit in found.hits:
        title = hit.template.plan.task(hit.task).title if hit.task else hit.template.plan.title
        excerpt = "" if hit.excerpt == title else f"  {hit.excerpt}"
        print_line(f"{hit.template.key}#{hit.task or ''}  {title}{excerpt}")
    if found.more:
        talk(say("cli.templates.more"))


def _as_json(template: Template) -> dict[str, object]:
    plan = template.plan
    return {
        "key": template.key,
        "origin": template.origin,
        "title": plan.title,
        "year": plan.year,
        "field": plan.field,
        "tasks": len(plan.tasks),
    }
