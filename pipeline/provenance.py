"""What a dataset was made from and with: ``run.json``. No clock and no machine is in it: same input, same bytes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import Any

from pipeline import __version__, lexicon
from pipeline.article import Document, Source
from pipeline.errors import InputError
from pipeline.model import AnnotatedSentence
from pipeline.morphology import kiwi_version
from pipeline.versions import FORMAT, KEY

_PACKAGE = Path(__file__).parent


class Provenance:
    """Keeps count of the documents of a run.

    Args:
        options: what the run was asked for, as the command line has it.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.options = dict(options)
        self.documents: Counter[Source | None] = Counter()
        self.counts: Counter[str] = Counter()

    def add(self, document: Document, sentences: Iterable[AnnotatedSentence]) -> None:
        """Counts a document and what was found in it."""
        self.add_counted(document, counted(document, sentences))

    def add_counted(self, document: Document, counts: Mapping[str, int]) -> None:
        """Counts a document of which is known how much was found in it."""
        self.add_part(document.source, counts)

    def add_part(self, source: Source | None, counts: Mapping[str, int]) -> None:
        """Counts a part of a file: how many documents, and how much was found in them."""
        self.documents[source] += counts["documents"]
        self.counts.update(counts)

    def made_with(self) -> dict[str, Any]:
        """What a dataset depends on besides its documents."""
        return {
            KEY: FORMAT,
            "yeonpyo": __version__,
            **kiwi_version(),
            "rules": rules_digest(),
            "lexicon": lexicon.digest(),
            "options": self.options,
        }

    def as_dict(self, files: Iterable[str], refused: Iterable[InputError] = ()) -> dict[str, Any]:
        """What ``run.json`` holds.

        Args:
            files: names of the dataset's files.
            refused: documents that could not be read.
        """
        kinds = ("documents", "characters", "sentences", "times", "entities", "events", "arguments")
        return {
            **self.made_with(),
            "inputs": [_input(source, n) for source, n in self.documents.items() if source and n],
            "refused": [str(error) for error in refused],
            "counts": {kind: self.counts[kind] for kind in kinds},
            "files": sorted(files),
        }


def counted(document: Document, sentences: Iterable[AnnotatedSentence]) -> dict[str, int]:
    """How much of each kind a document holds."""
    sentences = list(sentences)
    events = [event for sentence in sentences for event in sentence.events]
    return {
        "documents": 1,
        "characters": len(document.text),
        "sentences": len(sentences),
        "times": sum(len(sentence.times) for sentence in sentences),
        "entities": sum(len(sentence.entities) for sentence in sentences),
        "events": len(events),
        "arguments": sum(len(event.arguments) for event in events),
    }


def _input(source: Source, documents: int) -> dict[str, Any]:
    # The name alone: where a file lay is the machine's matter.
    name = PurePath(source.path).name
    reader = {"reader": source.reader} if source.reader else {}
    return {"file": name, "sha256": source.sha256, "encoding": source.encoding, **reader, "documents": documents}


def rules_digest() -> str:
    """SHA-256 over yeonpyo's own code, so that two runs can tell whether the rules between them changed."""
    sha = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        code = path.read_bytes().replace(b"\r\n", b"\n")
        sha.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + code + b"\0")
    return sha.hexdigest()
