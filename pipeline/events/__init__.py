"""Dated events: what happened when, to whom, where and with what (guideline §4)."""

from pipeline.events.catalogue import catalogue
from pipeline.events.component import KoreanEvents, create_korean_events, find_events
from pipeline.events.outline import ClauseOutline, outline

__all__ = ["ClauseOutline", "KoreanEvents", "catalogue", "create_korean_events", "find_events", "outline"]
