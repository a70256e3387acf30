"""A Wikipedia dump → its articles, page by page; no more than one page is in memory.

Read are the pages of the main namespace that are no redirects. A dump declares no document type, and one that does is
refused: so nothing in it can be an entity that grows without end, or a name of another file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any, NamedTuple

from pipeline.archive import Pieces, opened
from pipeline.errors import InputError, missing
from pipeline.wikitext import plain

_MAIN_NAMESPACE = "0"
_LARGEST_PAGE = 2**26  # the software of Wikipedia itself takes 2 MiB at most


class Page(NamedTuple):
    """An article: its title and its running text."""

    title: str
    text: str


def reader(path: str) -> str:
    """The library that turns wikitext into text, with its version.

    Raises:
        InputError: it is not installed.
    """
    try:
        import defusedxml  # noqa: F401
        import mwparserfromhell
    except ImportError:
        raise missing("a Wikipedia dump", "mwparserfromhell", "wiki", path) from None
    return f"mwparserfromhell {mwparserfromhell.__version__}"


def pages(path: str) -> Iterator[Page | InputError]:
    """The articles of a dump (``pages-articles.xml``, packed or not) in its order, those without running text left out.

    A page that cannot be read is an error in its place.

    Raises:
        InputError: where it is broken; the pages before it are good.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    endless = InputError("an endless page", file=path, expected=f"pages of under {_LARGEST_PAGE >> 10:,} KiB")
    with closing(opened(path)) as file:
        pieces = Pieces(file, _LARGEST_PAGE, endless)
        try:
            yield from _pages(iterparse(pieces, events=("start", "end"), forbid_dtd=True), pieces, path)
        except ParseError as error:
            line, column = error.position
            raise InputError("not well-formed XML", file=path, line=line, column=column + 1,
                             got=str(error).partition(":")[0]) from error  # fmt: skip
        except DefusedXmlException as error:
            raise InputError("a document type or entity of its own", file=path, expected="XML without <!DOCTYPE …>",
                             got=type(error).__name__) from error  # fmt: skip
        except (LookupError, ValueError) as error:  # an encoding that the parser does not know
            raise InputError(f"XML that cannot be read ({error})", file=path) from error


def _pages(events: Iterator[tuple[str, Any]], pieces: Pieces, path: str) -> Iterator[Page | InputError]:
    _, root = next(events)
    if _name(root) != "mediawiki":
        raise InputError("not a Wikipedia dump", file=path, expected="<mediawiki>", got=f"<{_name(root)[:40]}>")
    depth, page = 0, None
    for event, element in events:
        depth += 1 if event == "start" else -1
        if event == "start" and depth == 1:
            page = {"ns": _MAIN_NAMESPACE} if _name(element) == "page" else None
        elif event == "end":
            if page is not None:
                page[_name(element)] = element.text or ""  # of several revisions the last one stays
            if depth <= 1:  # a page's own parts: what of them counts is in `page`
                element.clear()
                pieces.allow()
            if depth == 0:
                root.clear()
                if page is not None and (article := _article(page, path)):
                    yield article


def _article(page: dict[str, str], path: str) -> Page | InputError | None:
    if page["ns"].strip() != _MAIN_NAMESPACE or "redirect" in page:
        return None
    title = page.get("title", "")
    try:
        text = plain(page.get("text", ""))
    except (ValueError, RecursionError) as error:
        return InputError(f"the page {title!r} cannot be read ({error})", file=path, expected="wikitext")
    return Page(title, text) if text else None


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
