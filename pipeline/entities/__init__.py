"""Entities: finds named things and quantities and gives them canonical names (guideline §3)."""

from pipeline.entities.catalogue import catalogue
from pipeline.entities.component import create_korean_entities
from pipeline.entities.find import find_entities

__all__ = ["catalogue", "create_korean_entities", "find_entities"]
