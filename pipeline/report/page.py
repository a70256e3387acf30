"""Data → the page: template, style and scripts of the folder ``web`` in one file that needs nothing else.

What comes from a text reaches the page as JSON alone, and the scripts put it there as text nodes. A policy in the
page's head lets the browser run no script but ours and load nothing from anywhere.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from pipeline.palette import FAMILIES, FAMILY_COLOURS, LABEL_COLOURS, TIME_COLOUR

_SCRIPTS = (
    "dom", "words", "dates", "dataset", "filters", "pack", "axis", "glyphs", "chronology", "gestures",
    "choice", "rows", "article", "tables", "controls", "errors", "card", "print", "main",
)  # fmt: skip
_HOLE = re.compile(r"\{\{(\w+)\}\}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def page(data: Mapping[str, Any]) -> str:
    """The page as HTML.

    Args:
        data: what :func:`pipeline.report.content.content` made.

    Returns:
        A document of its own, style and scripts included; the same data give the same page.

    Example:
        >>> "<script>alert" in page({"title": "<script>alert(1)</script>", "run": {}, "documents": []})
        False
    """
    script = _script()
    parts = {
        "title": html.escape(str(data["title"])),
        "policy": html.escape(policy(script)),
        "style": style(),
        "body": web("body.html"),
        "words": in_script(json.loads(web("words.json"))),
        "families": in_script(FAMILIES),
        "data": in_script(data),
        "script": script,
    }
    return filled("page.html", parts)


def in_script(value: Any) -> str:
    """JSON that may stand in a ``<script>`` element: nothing in it ends the element or opens a comment.

    Example:
        >>> print(in_script("</script><!--"))
        "\\u003c/script\\u003e\\u003c!--"
    """
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        said = said.replace(character, f"\\u{ord(character):04x}")
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", said)


def web(name: str) -> str:
    """A file of the folder ``web``."""
    return (files("pipeline.report") / "web" / name).read_text(encoding="utf-8")


def style() -> str:
    """The style sheet, the palette's colours included."""
    return _colours() + web("style.css")


def filled(name: str, parts: Mapping[str, str]) -> str:
    """A template of the folder ``web`` with HTML in its holes."""
    return _HOLE.sub(lambda hole: parts[hole[1]], web(name))


def _script() -> str:
    return "\n(() => {\n'use strict';\n" + "\n".join(web(f"{name}.js") for name in _SCRIPTS) + "})();\n"


def policy(script: str) -> str:
    """The Content-Security-Policy of a page that runs this one script and loads nothing."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    rules = ("default-src 'none'", f"script-src 'sha256-{digest}'", "style-src 'unsafe-inline'", "img-src data: blob:",
             "base-uri 'none'", "form-action 'none'")  # fmt: skip
    return "; ".join(rules)


def _colours() -> str:
    """The palette as custom properties, for light and for dark."""
    colours = {f"family-{name}": colour for name, colour in FAMILY_COLOURS.items()}
    colours |= {f"label-{name}": colour for name, colour in LABEL_COLOURS.items()} | {"time": TIME_COLOUR}
    light = "".join(f"--{name}:{colour.light};" for name, colour in colours.items())
    dark = "".join(f"--{name}:{colour.dark};" for name, colour in colours.items())
    return f":root{{{light}}}\n:root[data-theme=dark]{{{dark}}}\n"
