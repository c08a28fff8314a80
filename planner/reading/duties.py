"""Responsibility clauses in the text of an item: where they stand and who does what.

A clause stands in brackets （县应急局牵头，各乡镇配合）, behind labels 责任单位：县应急局；完成时限：6月底,
or as the last words of a sentence. What stands inside is read by `clause`.
"""

from __future__ import annotations

import re

from planner.reading import clause as grammar
from planner.reading.folding import bracket_pairs, fold, split_outside_brackets
from planner.reading.found import Clause
from planner.reading.labels import LABEL, kind_of_label
from planner.reading.names import is_body, is_certain_body, is_collective, is_starred

__all__ = ["Clause", "find_clauses"]

# （即…） （包括…等）: what explains a word is no duty, whatever bodies it lists.
_GLOSS = re.compile(
    r"\s*(?:即|含|包括|包含|如|指|例如|不含|不包括|现|简称|以下|其中|见|详见|注|参见|又称|也称|主要|特别是|尤其|除|占|共|约"
    r"|此件|代章|试行|暂行)"
)
_LONGEST = 600
"""Characters a clause may hold: the longest real list of bodies has about 300."""

# 。 ； or the end after a bracket, or 。 before it: a bare list of names is a duty only there.
_CLOSES = re.compile(r"[\s”]*(?:[。；！\n（]|$)")
_OPENS = re.compile(r"(?:^|[。；！？\n])\s*$")

# 报县应急管理局（县安委办）: a bracket behind a body's name holds its second name.
_BODY_BEFORE = re.compile(
    r"(?:省|市|县|区|州|旗|镇|乡|国家)[^\s，。；、：在与和向由报对]{1,12}(?:局|委|办|厅|部|院|会|办公室)$"
)

# A label's run ends with its sentence, or where the next item begins in a text without line breaks.
_RUN_END = re.compile(
    r"[。\n]|(?<=\D)\d{1,3}[.](?!\d)|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、(?=[^\s])"
)
_PLAIN_LABEL = re.compile(r"(?:^|\n)[^\n]{2,8}(?:单位|部门)")
_BEFORE_PLAIN_LABEL = re.compile(r"(?:各|有关|相关|明确|落实|确定|牵头和|由|为|是|的|及|和)$")


_SENTENCE = re.compile(r"[^。；\n]+")
_ACTS = re.compile("牵头|负责|承办")
_BY = re.compile(r"(?<=，)由|(?<![^。；\n\s])(?=[\u4e00-\u9fff])")
# 由县应急局牵头组织…: the work may follow at once behind 牵头, not behind 负责.
_LEADS_THE_WORK = re.compile(
    r"(?P<actors>由[^，。；由的]{2,60}?(?:共同|联合|统一|具体)?(?:负责)?(?:牵头|承办))(?!人|制|单位|部门|的|公司)"
)


def find_clauses(text: str) -> tuple[Clause, ...]:
    """Every responsibility clause of an item's text, in order; none overlaps another.

    A bracket that explains, lists or dates something is none, nor are 负责人, 挂牌督办 and the like in
    running text.
    """
    folded = fold(text)
    clauses = _in_brackets(text, folded)
    clauses += _behind_labels(text, folded, clauses)
    clauses += _in_sentences(text, folded, clauses)
    clauses += _before_the_work(text, folded, clauses)
    return tuple(sorted(clauses, key=lambda clause: clause.start))


def _in_brackets(text: str, folded: str) -> list[Clause]:
    """（…） that give a duty, outermost first: a clause may hold brackets of its own."""
    clauses: list[Clause] = []
    done = 0
    for opening, closing in bracket_pairs(folded):
        if opening < done or closing - opening > _LONGEST or closing == opening + 1:
            continue
        inner = text[opening + 1 : closing]
        parsed = grammar.read(inner)
        if _is_duty(inner, parsed, folded, opening, closing):
            clauses.append(_clause(opening, closing + 1, inner, parsed))
            done = closing + 1
    return clauses


def _is_duty(inner: str, parsed: grammar.Parsed, folded: str, opening: int, closing: int) -> bool:
    names = parsed.duty.everyone()
    if not names:
        return False
    if parsed.labelled:
        return True
    if _GLOSS.match(fold(inner)) or "参照" in inner:
        return False
    if parsed.has_verb:
        understood = sum(map(len, names))
        clear = parsed.opens_clean or 3 * understood >= sum(map(len, parsed.doubts))
        return clear and (any(map(is_body, names)) or parsed.shares_ending)
    # 财务部、安环部；12月31日: likely bodies beside a deadline are as good as certain ones.
    certain = any(map(is_certain_body, names)) or (parsed.dues and all(map(is_body, names)))
    understood = all(map(is_starred, parsed.doubts))
    # 县商务局、县文旅局；至少3场: two certain bodies in front carry a number that is not understood.
    several = parsed.opens_clean and sum(map(is_certain_body, names)) > 1
    several = several and all(re.search(r"\d|[一二三四]季度", fold(doubt)) for doubt in parsed.doubts)
    if not certain or not (understood or several):
        return False
    before, after = folded[max(0, opening - 30) : opening], closing + 1
    if not (_CLOSES.match(folded, after) or _OPENS.search(before)):
        return False
    return len(names) > 1 or not _BODY_BEFORE.search(before)


def _behind_labels(text: str, folded: str, known: list[Clause]) -> list[Clause]:
    """责任单位：… in running text or as a paragraph of its own; neighbouring labels make one clause."""
    clauses: list[Clause] = []
    if "：" not in folded and not _PLAIN_LABEL.search(folded):
        return clauses
    run: list[re.Match[str]] = []
    end = -1
    for label in LABEL.finditer(folded):
        if label.start() < end and not run:
            continue
        if _is_inside(label.start(), known) or not _may_stand_free(
            label, folded, bool(run) and label.start() <= end
        ):
            continue
        if run and (
            folded[end : label.start()].strip("。；，、\n ")
            or kind_of_label(label) in map(kind_of_label, run)
        ):
            clauses += _labelled(text, run[0].start(), min(end, label.start()))
            run = []
        run.append(label)
        furthest = min(len(folded), label.end() + _LONGEST)
        stop = _RUN_END.search(folded, label.end(), furthest)
        end = stop.start() if stop else furthest
    if run:
        clauses += _labelled(text, run[0].start(), end)
    return clauses


def _labelled(text: str, start: int, end: int) -> list[Clause]:
    inner = text[start:end].rstrip("；;，, \n\t")
    parsed = grammar.read(inner)
    if parsed.duty.is_empty():
        return []
    return [_clause(start, start + len(inner), inner, parsed)]


def _may_stand_free(label: re.Match[str], folded: str, in_run: bool) -> bool:
    """Outside brackets only a label with its noun counts (责任单位：), and not 各责任单位： of an address."""
    if in_run or label.group("due"):
        return True
    if "：" not in label.group() and folded[label.start() - 1 : label.start()] not in ("", "\n", "。", "；"):
        return False
    if not (label.group("noun") or label.group("person") or label.group("division")):
        return False
    return not _BEFORE_PLAIN_LABEL.search(folded[max(0, label.start() - 3) : label.start()])


def _in_sentences(text: str, folded: str, known: list[Clause]) -> list[Clause]:
    """A sentence, or its last parts, that says nothing but who does what: 县应急局牵头，各乡镇配合。"""
    clauses: list[Clause] = []
    bracketed = bytearray(len(folded))
    for opening, closing in bracket_pairs(folded):
        if not bracketed[opening]:
            bracketed[opening:closing] = b"1" * (closing - opening)
    for sentence in re.finditer(r"[^。；\n（）]+", folded):
        if not _ACTS.search(sentence.group()) or bracketed[sentence.start()]:
            continue
        if _is_inside(sentence.start(), known):
            continue
        tail = _tail_of_duties(text[sentence.start() : sentence.end()])
        if tail is None:
            continue
        start, end = sentence.start() + tail, sentence.end()
        inner = text[start:end]
        # A bracket that lost its partner belongs to the clause.
        start -= folded.startswith("（", start - 1) if start else 0
        end += folded.startswith("）", end)
        clauses.append(_clause(start, end, inner, grammar.read(inner)))
    return clauses


def _tail_of_duties(sentence: str) -> int | None:
    """Where the longest run of pure duty parts at a sentence's end begins; None where there is none."""
    places = [0, *(mark.end() for mark in re.finditer("，", fold(sentence)))]
    best: int | None = None
    for place in reversed(places):
        parsed = grammar.read(sentence[place:])
        if parsed.doubts:
            break
        if parsed.has_verb and _names_the_actors(parsed):
            best = place
    return best


def _before_the_work(text: str, folded: str, known: list[Clause]) -> list[Clause]:
    """由县应急局牵头，县住建局配合，开展排查: who does it, in front of what is done.

    The sentence needs its words, so such a clause has no width and stands where the sentence ends.
    """
    clauses: list[Clause] = []
    for sentence in _SENTENCE.finditer(folded):
        if not _ACTS.search(sentence.group()):
            continue
        if any(clause.start < sentence.end() and sentence.start() < clause.end for clause in known):
            continue
        start, stop = sentence.span()
        for opening in _BY.finditer(folded, start, stop):
            end = _end_of_actors(text, opening.start(), stop)
            if end is not None:
                inner = text[opening.start() : end]
                clauses.append(_clause(stop, stop, inner, grammar.read(inner)))
                break
    return clauses


def _end_of_actors(text: str, start: int, stop: int) -> int | None:
    """Where the parts that only name actors end, from `start` on; None where the first is none."""
    end: int | None = None
    begin = start
    parts = split_outside_brackets(text[start:stop], "，")
    roles = 0
    for part in parts:
        lead = _LEADS_THE_WORK.match(fold(part)) if not roles else None
        words = lead["actors"] if lead else part
        parsed = grammar.read(words)
        if parsed.doubts or not parsed.has_verb or not _names_the_actors(parsed):
            break
        if not roles and all(map(is_collective, parsed.duty.everyone())):
            break
        end = begin + len(words)
        roles += 1
        begin += len(part) + 1
        if lead and lead["actors"] != fold(part):
            break
    by = fold(text[start : start + 1]) == "由" or roles > 1
    return end if by and end is not None and end < stop else None


def _names_the_actors(parsed: grammar.Parsed) -> bool:
    """A lead, or bodies that are certain and not only collectives: 各部门按职责分工负责 says nothing."""
    names = parsed.duty.everyone()
    if parsed.duty.lead:
        return is_body(parsed.duty.lead[0])
    return all(map(is_certain_body, names)) and not all(map(is_collective, names))


def _is_inside(place: int, clauses: list[Clause]) -> bool:
    return any(clause.start <= place < clause.end for clause in clauses)


def _clause(start: int, end: int, inner: str, parsed: grammar.Parsed) -> Clause:
    return Clause(start, end, parsed.duty.clause, parsed.duty, parsed.dues, parsed.recurrences, parsed.doubts)
