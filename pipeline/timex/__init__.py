"""Times: finds, values and resolves Korean temporal expressions (guideline §2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.timex.finding import find, find_times
    from pipeline.timex.rule import catalogue

__all__ = ["catalogue", "find", "find_times"]


def __getattr__(name: str) -> Any:
    """Loads the rules only when they are asked for, so that values can be read without them."""
    if name in ("find", "find_times"):
        from importlib import import_module

        module = import_module("pipeline.timex.finding")
        globals().update(find=module.find, find_times=module.find_times)
        return globals()[name]
    if name == "catalogue":
        from pipeline.timex import finding as _  # noqa: F401
        from pipeline.timex.rule import catalogue

        return catalogue
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
