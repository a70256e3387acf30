"""Colours of what is shown on a page: one a family of event types, one an entity label, one for times.

Eight families are what the eye can tell apart on a chronology; the type itself always stands beside in words.
"""

from __future__ import annotations

from typing import NamedTuple


class Colour(NamedTuple):
    """A colour as it is on white paper, and as it is on a dark screen."""

    light: str
    dark: str


FAMILIES = {
    "journey": ("LAUNCH", "LANDING", "FLIGHT", "DOCKING", "EXPLORATION", "RETURN", "MOVEMENT"),
    "harm": ("ACCIDENT", "DISASTER", "CONFLICT", "ATTACK", "SURRENDER", "INJURY"),
    "state": ("STATEMENT", "DECISION", "LEGISLATION", "AGREEMENT", "MEETING", "ELECTION", "ARREST", "TRIAL", "SUPPORT"),
    "life": ("BIRTH", "DEATH", "MARRIAGE", "EDUCATION", "APPOINTMENT", "RESIGNATION"),
    "making": ("CONSTRUCTION", "DEVELOPMENT", "OPERATION", "DISCOVERY", "INVENTION", "PUBLICATION"),
    "body": ("FOUNDING", "DISSOLUTION", "TRADE", "TRANSFER"),
    "contest": ("WIN", "LOSS", "AWARD", "PERFORMANCE"),
    "course": ("START", "END", "CHANGE", "OTHER"),
}
"""Families of event types, by what happens: a journey, harm done, acts of state, a life, made things …"""

FAMILY_COLOURS = {
    "journey": Colour("#2a5f8f", "#7fb2e0"),
    "harm": Colour("#a8392c", "#ec8d7f"),
    "state": Colour("#8a6a12", "#dcb95a"),
    "life": Colour("#6c4a94", "#bda0e2"),
    "making": Colour("#2f7350", "#7cc6a0"),
    "body": Colour("#19747c", "#6cc3ca"),
    "contest": Colour("#ad3f74", "#ec94bd"),
    "course": Colour("#66615a", "#b5afa5"),
}
LABEL_COLOURS = {
    "PS": Colour("#6c4a94", "#bda0e2"),
    "LC": Colour("#2f7350", "#7cc6a0"),
    "OG": Colour("#2a5f8f", "#7fb2e0"),
    "AF": Colour("#9a4d1c", "#e2a273"),
    "EV": Colour("#a8392c", "#ec8d7f"),
    "CV": Colour("#19747c", "#6cc3ca"),
    "QT": Colour("#7a756d", "#a39d93"),
}
TIME_COLOUR = Colour("#b8860b", "#e3bd55")

FAMILY_OF = {type: family for family, types in FAMILIES.items() for type in types}
