"""Labels to and from the formats of labelling tools, one module a format (``yeonpyo gold export`` and ``import``)."""

from pipeline.exchange import brat, conll, docbin, doccano, label_studio, timeml
from pipeline.exchange.document import LabelledDocument, Losses, documents
from pipeline.exchange.registry import FORMATS, LabelFormat, export, load

__all__ = [
    "FORMATS",
    "LabelFormat",
    "LabelledDocument",
    "Losses",
    "brat",
    "conll",
    "docbin",
    "doccano",
    "documents",
    "export",
    "label_studio",
    "load",
    "timeml",
]
