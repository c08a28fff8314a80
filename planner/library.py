"""Templates and the search over all of them, as fast as typing.

Every task is a row of `planner.indexing`: the few rows where all words of a query may stand are looked at,
the others are not touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from planner.departments import Roster, last_heir, resolve
from planner.departments import search as search_departments
from planner.indexing import Index, bits_of, bytes_of, comparable, pairs_of
from planner.plan import Plan, Task

Origin: TypeAlias = Literal["builtin", "workspace", "file"]
"""Where a template comes from: the program's own (内置), the office's workspace, a file from elsewhere."""

Place: TypeAlias = Literal["template", "title", "department", "text"]
"""Where a query was found, the best first: the template's title, a task's title, a duty's names, the text."""

_GROUP = 16
"""Templates taken into the index at once: growing the long integers costs the same for one as for some."""

_AROUND = 12
"""Characters shown on each side of the words found in a text."""


@dataclass(frozen=True, slots=True)
class Template:
    """A plan to draft from. `key` is its own among all templates ("builtin/fire", a plan's id, a path)."""

    key: str
    origin: Origin
    plan: Plan


@dataclass(frozen=True, slots=True)
class Hit:
    """What a search found: a task, or with an empty `task` the template itself.

    `where` is the furthest place that was needed to find all words; `excerpt` the words there: a title, the
    names of departments, or a stretch of the text.
    """

    template: Template
    task: str
    where: Place
    excerpt: str


@dataclass(frozen=True, slots=True)
class Hits:
    """The hits of one search, best first. `more` says that there were others beyond the limit."""

    hits: tuple[Hit, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """One task as it is searched, its words in comparable form."""

    template: Template
    task: Task
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a query and the rows where it may stand, as bits.

    `titles` and `texts` are those that have all its characters, to be looked at; `names` and `templates`
    are certain. `named` are the bits of `names` again, as bytes: one bit of a long integer costs a copy.
    `meant` are the names in duties that the word means.
    """

    words: str
    titles: int
    texts: int
    names: int
    named: bytes
    meant: frozenset[str]
    templates: int
    keys: frozenset[str]

    def may_stand(self, with_texts: bool) -> int:
        """The rows where the word may stand, the templates' titles included."""
        return self.titles | self.names | self.templates | (self.texts if with_texts else 0)

    def may_stand_in_task(self, with_texts: bool) -> int:
        """The rows where the word may stand in the task itself."""
        return self.titles | self.names | (self.texts if with_texts else 0)

    def is_named(self, place: int) -> bool:
        """True where the word means a name in the duties of the row at this place."""
        byte = place >> 3
        return byte < len(self.named) and bool(self.named[byte] >> (place & 7) & 1)


class Library:
    """An immutable collection of templates with its index. Make one with `Library.of`.

    Templates stand in the order they were added, and hits of the same worth come in that order, so the
    caller adds first what an office wants first: its own latest plans.
    """

    __slots__ = ("_headings", "_index", "_live", "_roster", "_rows", "_spans", "_templates")

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._templates: dict[str, Template] = {}
        self._headings: dict[str, str] = {}
        self._rows: list[_Row] = []
        self._index = Index()
        self._spans: dict[str, int] = {}
        self._live = 0

    @classmethod
    def of(cls, templates: Iterable[Template], roster: Roster) -> Library:
        """A library of these templates; of two with the same key the later one stays."""
        made = cls(roster)
        wanted = list({template.key: template for template in templates}.values())
        for start in range(0, len(wanted), _GROUP):
            made._add(wanted[start : start + _GROUP])
        return made

    @property
    def templates(self) -> tuple[Template, ...]:
        """All templates, in the order they were added."""
        return tuple(self._templates.values())

    def template(self, key: str) -> Template:
        """The template with this key; KeyError where there is none."""
        return self._templates[key]

    def with_template(self, template: Template) -> Library:
        """The library with a template added, in place of the one with its key where there is one.

        A changed template goes to the end of the order.
        """
        changed = self.without(template.key) if template.key in self._templates else self._copy()
        changed._add([template])
        return changed

    def without(self, key: str) -> Library:
        """The library without a template; KeyError where there is none."""
        kept = [template for template in self._templates.values() if template.key != self.template(key).key]
        if self._live.bit_count() * 2 < len(self._rows):
            return Library.of(kept, self._roster)
        changed = self._copy()
        del changed._templates[key]
        del changed._headings[key]
        changed._live &= ~changed._spans.pop(key)
        return changed

    def search(self, query: str, limit: int = 200) -> Hits:
        """What a query finds, best first, at most `limit`.

        The query's words stand in any order, parted by blanks; all must be found. A word may stand in a
        template's title, a task's title, the name of a department with a role in it (in part, as a short
        name, or as pinyin initials: yjj), the heading above it or its text. Best are templates whose own
        title holds all words, then tasks whose title does, then title and names, then all the rest.
        """
        wanted = [self._look_up(word) for word in comparable(query).split()]
        if not wanted or limit < 1:
            return Hits()
        hits: list[Hit] = []
        for key, template in self._templates.items():
            if all(key in word.keys for word in wanted):
                hits.append(Hit(template, "", "template", template.plan.title))
        for hit in self._found(wanted):
            if len(hits) > limit:
                break
            hits.append(hit)
        return Hits(tuple(hits[:limit]), more=len(hits) > limit)

    def _found(self, wanted: list[_Word]) -> Iterator[Hit]:
        seen = 0
        titles = self._live
        for word in wanted:
            titles &= word.titles
        for place in bits_of(titles):
            row = self._rows[place]
            if all(word.words in row.title for word in wanted):
                seen |= 1 << place
                yield Hit(row.template, row.task.id, "title", row.task.title)
        for with_texts in (False, True):
            for place in bits_of(self._candidates(wanted, with_texts) & ~seen):
                hit = _hit(self._rows[place], place, wanted, with_texts)
                if hit is not None:
                    seen |= 1 << place
                    yield hit

    def _candidates(self, wanted: list[_Word], with_texts: bool) -> int:
        """The rows to look at: every word may stand there, and at least one in the task itself."""
        everywhere, somewhere = self._live, 0
        for word in wanted:
            everywhere &= word.may_stand(with_texts)
            somewhere |= word.may_stand_in_task(with_texts)
        return everywhere & somewhere

    def _look_up(self, word: str) -> _Word:
        titles = texts = self._live
        for letter in set(word):
            titles &= self._index.titles.get(letter, 0)
            texts &= self._index.texts.get(letter, 0)
        for pair in pairs_of(word):
            rows = self._index.pairs.get(pair, 0)
            titles &= rows
            texts &= rows
        meant = frozenset(self._names_meant(word))
        names = 0
        for name in meant:
            names |= self._index.names[name]
        keys = frozenset(key for key, title in self._headings.items() if word in title)
        templates = 0
        for key in keys:
            templates |= self._spans[key]
        return _Word(word, titles, texts, names, bytes_of(names), meant, templates, keys)

    def _names_meant(self, word: str) -> Iterator[str]:
        """The names in duties that a word of a query means."""
        if word.isascii():
            found = search_departments(word, self._roster) if word.isalpha() else ()
            # Letters with gaps between them would mean a body in every second task.
            close = [held for held in found if any(word in initials for initials in held.initials)]
            meant = {department.id for department in close or found}
        else:
            match = resolve(word, self._roster)
            asked = match.department if match is not None else None
            # Who asks for a body that is gone means the one that does its work today as well.
            heir = last_heir(asked, self._roster) if asked is not None else None
            meant = {held.id for held in (asked, heir) if held is not None}
        for name, body in self._index.bodies.items():
            if body in meant or word in name:
                yield name

    def _add(self, templates: Iterable[Template]) -> None:
        first = len(self._rows)
        part = Index()
        for template in templates:
            start = len(self._rows)
            headings = {section.id: section.title for section in template.plan.sections}
            for task in template.plan.tasks:
                row = _row(template, task, headings.get(task.section, ""))
                names = map(comparable, task.everyone())
                part.take(len(self._rows) - first, row.title, row.text, names)
                self._rows.append(row)
            span = ((1 << (len(self._rows) - start)) - 1) << start
            self._templates[template.key] = template
            self._headings[template.key] = comparable(template.plan.title)
            self._spans[template.key] = span
            self._live |= span
        self._index.append(part, first)
        for name in part.names:
            if name not in self._index.bodies:
                self._index.bodies[name] = _body(name, self._roster)

    def _copy(self) -> Library:
        made = Library(self._roster)
        made._templates = dict(self._templates)
        made._headings = dict(self._headings)
        made._rows = list(self._rows)
        made._index = self._index.copy()
        made._spans = dict(self._spans)
        made._live = self._live
        return made


def _row(template: Template, task: Task, heading: str) -> _Row:
    return _Row(template, task, comparable(task.title), comparable(_text(task, heading)))


def _text(task: Task, heading: str) -> str:
    parts = [heading]
    for measure in task.measures:
        parts += (measure.title, measure.text)
        parts += (target.text for target in measure.targets)
        parts += (due.text for due in measure.dues)
        parts += (held.text for held in measure.recurrences)
    return "\n".join(filter(None, parts))


def _hit(row: _Row, place: int, wanted: list[_Word], with_texts: bool) -> Hit | None:
    """The hit that a row makes; None where a word does not stand in it after all."""
    in_names: list[_Word] = []
    in_text: list[_Word] = []
    in_title = False
    for word in wanted:
        if word.words in row.title:
            in_title = True
        elif word.is_named(place):
            in_names.append(word)
        elif with_texts and word.words in row.text:
            in_text.append(word)
        elif row.template.key not in word.keys:
            return None
    if in_text:
        return Hit(row.template, row.task.id, "text", _excerpt(row, in_text[0].words))
    if in_names:
        return Hit(row.template, row.task.id, "department", _names(row.task, in_names))
    if in_title:
        return Hit(row.template, row.task.id, "title", row.task.title)
    return None


def _names(task: Task, wanted: list[_Word]) -> str:
    """All names in a task's duties, those that were looked for first."""
    meant = {name for word in wanted for name in word.meant}
    return "、".join(sorted(task.everyone(), key=lambda name: comparable(name) not in meant))


def _excerpt(row: _Row, words: str) -> str:
    """The words with what stands around them, as written where the comparable form has kept the length."""
    plan = row.template.plan
    heading = next((held.title for held in plan.sections if held.id == row.task.section), "")
    written = _text(row.task, heading)
    text = written if len(written) == len(row.text) else row.text
    start = row.text.index(words)
    left, right = max(0, start - _AROUND), min(len(text), start + len(words) + _AROUND)
    cut = " ".join(text[left:right].split())
    return ("…" if left else "") + cut + ("…" if right < len(text) else "")


def _body(name: str, roster: Roster) -> str:
    match = resolve(name, roster)
    return match.department.id if match is not None and match.department is not None else ""
