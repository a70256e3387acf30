"""Dated events: what happened when, to whom, where and with what (guideline §4)."""

from pipeline.events.catalogue import catalogue
from pipeline.events.component import KoreanEvents, create_korean_events, find_events

__all__ = ["KoreanEvents", "catalogue", "create_korean_events", "find_events"]
