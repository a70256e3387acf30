"""What changed between two runs → a page of its own: a list by sentence, with filters, that can also be printed.

All of it stands in the HTML, escaped; the script only hides and shows.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from pipeline.diff import ADDED, CHANGED, CHANGES, CONTEXT, KINDS, REMOVED, RULES, RULES_OR_CONTEXT, TEXT, Change, Diff
from pipeline.report.page import filled, policy, style, web
from pipeline.revision import MOVED

Words = tuple[str, str]
"""The same in Korean and in English."""

_KINDS: dict[str, Words] = {
    "sentences": ("문장", "Sentence"), "times": ("시간 표현", "Time"), "entities": ("개체", "Entity"),
    "events": ("사건", "Event"),
}  # fmt: skip
_CHANGES: dict[str, Words] = {
    ADDED: ("추가", "added"), REMOVED: ("삭제", "removed"), MOVED: ("이동", "moved"), CHANGED: ("변경", "changed"),
}  # fmt: skip
_SIGNS = {ADDED: "+", REMOVED: "−", MOVED: "↕", CHANGED: "≠"}
_WHY: dict[str, Words] = {
    TEXT: ("본문이 달라짐", "text changed"), RULES: ("규칙이 달라짐", "rules changed"),
    CONTEXT: ("문맥이 달라짐", "context changed"), RULES_OR_CONTEXT: ("규칙이나 문맥이 달라짐", "rules or context changed"),
}  # fmt: skip
_FILTERS = (
    ("kind", ("대상", "Kind"), _KINDS),
    ("change", ("변화", "Change"), _CHANGES),
    ("why", ("까닭", "Why"), _WHY),
)
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def changes_page(found: Diff, old: str, new: str) -> str:
    """The page as HTML; it needs nothing else, and the same changes give the same page.

    Args:
        found: what :func:`pipeline.diff.diff` found.
        old: what the old version is called.
        new: what the new one is called.

    Example:
        A date that other rules read otherwise is shown in its sentence: ``이듬해 → DATE 1958 → 이듬해 → DATE 1959``,
        with what differs marked.
    """
    script = web("changes.js")
    respaced = _say((f"띄어쓰기만 다른 문장 {found.respaced:,}", f"sentences respaced only: {found.respaced:,}"))
    parts = {
        "title": _escaped(f"{old} → {new}"),
        "policy": _escaped(policy(script)),
        "style": style() + web("changes.css"),
        "versions": f"<b>{_escaped(old)}</b> → <b>{_escaped(new)}</b> · {respaced}",
        "counts": _counts(found),
        "filters": "\n".join(_filter(found.changes, *described) for described in _FILTERS),
        "changes": _documents(found.changes),
        "script": script,
    }
    return filled("changes.html", parts)


def _escaped(text: str) -> str:
    """Text for HTML; half a character, which no file can hold, becomes the sign for what is none."""
    return html.escape(_SURROGATE.sub("\ufffd", text))


def _say(words: Words) -> str:
    return '<span class="ko" lang="ko">{}</span><span class="en" lang="en">{}</span>'.format(*map(_escaped, words))


def _counts(found: Diff) -> str:
    """How much changed: a row a kind."""
    rows = []
    for kind, counter in found.counted().items():
        cells = (f"<td{'' if counter[c] else ' class=zero'}>{counter[c]:,}</td>" for c in CHANGES)
        rows.append(f'<tr><th scope="row">{_say(_KINDS[kind])}</th>{"".join(cells)}</tr>')
    heads = "".join(f'<th scope="col">{_say(_CHANGES[c])}</th>' for c in CHANGES)
    return f'<table class="tally"><thead><tr><td></td>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _filter(changes: Iterable[Change], by: str, name: Words, choices: dict[str, Words]) -> str:
    """A group of boxes, one a value that there is."""
    counts = Counter(getattr(change, by) for change in changes)
    boxes = [
        f'<label><input type="checkbox" checked data-filter="{by}" value="{value}">{_say(words)}'
        f'<span class="count">{counts[value]:,}</span></label>'
        for value, words in choices.items()
        if counts[value]
    ]
    lead = f'<span class="lead" id="by-{by}">{_say(name)}</span>'
    return f'<div class="chips" role="group" aria-labelledby="by-{by}">{lead}{"".join(boxes)}</div>'


def _documents(changes: Sequence[Change]) -> str:
    """A section a document, in it the sentences that changed or in which something did."""
    documents: dict[str | None, dict[str, list[Change]]] = {}
    for change in changes:
        documents.setdefault(change.doc, {}).setdefault(change.sentence, []).append(change)
    if not documents:
        return f'<p class="note">{_say(("달라진 것이 없습니다.", "Nothing changed."))}</p>'
    return "\n".join(_document(doc, groups) for doc, groups in documents.items())


def _document(doc: str | None, groups: dict[str, list[Change]]) -> str:
    heading = f"<h2>{_escaped(doc)}</h2>" if doc is not None else ""
    return (
        f'<section>{heading}<ol class="groups">\n{"".join(_group(*group) for group in groups.items())}</ol></section>'
    )


def _group(sentence: str, changes: Sequence[Change]) -> str:
    gone = any(change.kind == "sentences" and change.change == REMOVED for change in changes)
    items = "\n".join(map(_change, sorted(changes, key=lambda change: KINDS.index(change.kind))))
    return (
        f'<li class="group" tabindex="-1"><p class="sentence{" removed" if gone else ""}" lang="ko">'
        f"{_escaped(sentence)}</p><ul>\n{items}\n</ul></li>\n"
    )


def _change(change: Change) -> str:
    """A change: what, before → after, why and where."""
    (kind, kind_en), (how, how_en) = _KINDS[change.kind], _CHANGES[change.change]
    uid = f" <code>{_escaped(change.uid)}</code>" if change.uid else ""
    return (
        f'<li class="change" data-kind="{change.kind}" data-change="{change.change}" data-why="{change.why}">'
        f'<span class="what" data-sign="{_SIGNS[change.change]}">{_say((f"{kind} {how}", f"{kind_en} {how_en}"))}</span>'
        f'<span class="side-by-side" lang="ko">{_before_and_after(change)}</span>'
        f'<span class="why">{_say(_WHY[change.why])}<span class="place">{_place(change)}</span>{uid}</span></li>'
    )


def _before_and_after(change: Change) -> str:
    if change.kind == "sentences" and change.change != CHANGED:
        return ""  # the sentence itself stands above
    before, after = _marked(change.before, change.after)
    sides = (("before", before), ("after", after))
    arrow = ' <span class="arrow" aria-hidden="true">⟶</span> '
    return arrow.join(f'<span class="{side}">{said}</span>' for side, said in sides if said)


def _marked(before: str, after: str) -> tuple[str, str]:
    """Both as HTML, the words that one has and the other lacks marked."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    sides: tuple[list[str], list[str]] = ([], [])
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for side, words, tag in ((sides[0], old[a:b], "del"), (sides[1], new[c:d], "ins")):
            text = _escaped("".join(words))
            side.append(text if how == "equal" or not text else f"<{tag}>{text}</{tag}>")
    return "".join(sides[0]), "".join(sides[1])


def _place(change: Change) -> str:
    places = [f"{start:,}" for start in (change.start_before, change.start_after) if start is not None]
    return " → ".join(dict.fromkeys(places))
