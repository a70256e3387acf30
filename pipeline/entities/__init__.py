"""Entities: finds named things and quantities and gives them canonical names (guideline §3)."""
