"""yeonpyo (연표, "chronological table"): raw Korean text in, a dated dataset out."""

__version__ = "0.1.0"
