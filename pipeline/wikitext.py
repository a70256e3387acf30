"""Wikitext → plain text: what a reader of the article sees, but for its templates, tables, pictures and notes.

Headings, list items and paragraphs are a line each. Where a template stood in brackets nothing is left of the brackets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

# Tags whose content is no running text.
_LEFT_OUT = {
    "ref", "references", "table", "gallery", "math", "chem", "ce", "timeline", "imagemap", "syntaxhighlight", "source",
    "score", "hiero", "graph", "mapframe", "maplink", "templatestyles", "style", "script", "categorytree", "inputbox",
    "section", "indicator",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "center", "br", "hr", "poem", "h1", "h2", "h3", "h4",
    "h5", "h6",
}  # fmt: skip
_SINGLE = {"br", "hr", "wbr", "li", "dt", "dd", "tr", "td", "th"}  # tags that need no closing one
# The parser looks for the end of each of these anew: time that grows with its square, were there no bound.
_MOST_LEFT_OPEN = 100
_ENDS = {"|}": "{|", "}}": "{{", "]]": "[[", "]": "[http", "-->": "<!--"}
_OPEN_OR_CLOSE = re.compile(
    r"</(?P<close>[a-z][a-z0-9]{0,30})|<(?P<open>[a-z][a-z0-9]{0,30})(?:[ \t\n/][^<>]*)?>|<!--|-->|\{\{|\}\}|"
    r"\[\[|\]\]|\[http|\]|\{\||\|\}",
    re.IGNORECASE,
)
# Links that put a picture or a category into the page, or name it in another language; they show nothing where they stand.
_UNSEEN_LINK = re.compile(
    r"\s*(?:(?:파일|그림|이미지|file|image|media|분류|category)\s*:|(?-i:[a-z]{2,3}(?:-[a-z]+)*:(?! )))", re.IGNORECASE
)
_MAGIC_WORD = re.compile(r"__[A-Z가-힣 _]{2,30}__")
_EMPTY_BRACKETS = re.compile(r"[ \t]?(?:\([\s,;:·/]*\)|（[\s,;:·/]*）)")
_BRACKET_WITH_A_HOLE = re.compile(r"(?<=[(（])[\s,;:·/]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAK, _ITEM, _HEADING = "\n\n", "\n\n\ue000", "\n\n\ue001"
_TORN_TAG = re.compile(r"(<[a-z]{1,20})\n", re.IGNORECASE)  # which the parser does not take for one
_MARKS = re.compile("[\ue000\ue001]")
_NO_PROSE = ("|", "{|", "}}")


def plain(wikitext: str) -> str:
    """The running text of an article.

    Args:
        wikitext: the source of a page.

    Returns:
        Lines; empty if there is no running text.

    Raises:
        ImportError: mwparserfromhell is not installed.
        ValueError: so much is never closed that this is no article.

    Example:
        >>> plain("'''임진왜란'''({{llang|zh|壬辰倭亂}})은 [[1592년]]에<ref>실록</ref> 일어났다.\\n\\n== 배경 ==\\n* 왜란")
        '임진왜란은 1592년에 일어났다.\\n배경\\n왜란'
    """
    import mwparserfromhell

    if (left_open := _left_open(wikitext)) > _MOST_LEFT_OPEN:
        raise ValueError(f"{left_open:,} tags, links and templates without an end")
    parsed = mwparserfromhell.parse(_TORN_TAG.sub(r"\1 ", _MARKS.sub("", wikitext)))
    text = _BRACKET_WITH_A_HOLE.sub("", _EMPTY_BRACKETS.sub("", "".join(_seen(parsed.nodes))))
    return "\n".join(_headings_with_text(_lines(_MAGIC_WORD.sub("", text))))


def _left_open(wikitext: str) -> int:
    """How many tags, links, templates, tables and comments are begun and have no end."""
    left: Counter[str] = Counter()
    for found in _OPEN_OR_CLOSE.finditer(wikitext):
        sign = found[0].lower()
        if name := found["open"]:
            left[name.lower()] += name.lower() not in _SINGLE and not sign.endswith("/>")
        elif name := found["close"]:
            left[name.lower()] = max(0, left[name.lower()] - 1)
        elif sign in _ENDS:
            left[_ENDS[sign]] = max(0, left[_ENDS[sign]] - 1)
        else:
            left[sign] += 1
    return left.total()


def _seen(nodes: Iterable[Any]) -> Iterator[str]:
    """What nodes show, with marks before headings and list items."""
    for node in nodes:
        yield from _SHOWN.get(type(node).__name__, _nothing)(node)


def _nothing(node: Any) -> Iterator[str]:
    return iter(())


def _text(node: Any) -> Iterator[str]:
    yield node.value.replace("'''", "").replace("''", "")


def _entity(node: Any) -> Iterator[str]:
    try:
        yield _SURROGATE.sub("\ufffd", node.normalize())
    except (ValueError, OverflowError):  # &#x110000; is no character
        yield "\ufffd"


def _heading(node: Any) -> Iterator[str]:
    title = "".join(_seen(node.title.nodes)).replace("\n", " ").strip()
    yield f"{_HEADING}{node.level}{title}{_BREAK}"


def _link(node: Any) -> Iterator[str]:
    title = str(node.title)
    if not _UNSEEN_LINK.match(title):
        yield from _seen(node.text.nodes) if node.text is not None else _seen(node.title.nodes)


def _web_link(node: Any) -> Iterator[str]:
    if node.title is not None:
        yield from _seen(node.title.nodes)
    elif not node.brackets:
        yield str(node.url)


def _tag(node: Any) -> Iterator[str]:
    name = str(node.tag).strip().lower()
    if name in _LEFT_OUT:
        return
    if node.wiki_markup and name in ("li", "dt", "dd"):
        yield _ITEM
    elif name in _BLOCKS:
        yield _BREAK
    if node.contents is not None:
        yield from _seen(node.contents.nodes)
    if name in _BLOCKS and not node.self_closing:
        yield _BREAK


_SHOWN = {
    "Text": _text, "HTMLEntity": _entity, "Heading": _heading, "Wikilink": _link, "ExternalLink": _web_link, "Tag": _tag,
}  # fmt: skip


def _lines(marked: str) -> Iterator[str]:
    """Paragraphs, whose lines are joined as a browser does; list items end with theirs."""
    for block in marked.split(_BREAK):
        lines = [
            line for line in (line.strip() for line in block.split("\n")) if line and not line.startswith(_NO_PROSE)
        ]
        if lines and lines[0].startswith("\ue000"):
            yield lines[0].lstrip("\ue000").strip()
            lines = lines[1:]
        yield " ".join(lines)


def _headings_with_text(lines: Iterable[str]) -> Iterator[str]:
    """Lines without the headings under which nothing is left."""
    waiting: list[str] = []
    for line in lines:
        if line.startswith("\ue001"):
            level = line[1]
            waiting = [heading for heading in waiting if heading[1] < level]
            if line[2:].strip():
                waiting.append(line)
        elif line:
            yield from (heading[2:] for heading in waiting)
            waiting = []
            yield line
