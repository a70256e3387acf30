"""The version of what yeonpyo writes for itself and others to read, and the refusal of other versions by name.

One number counts for a dataset's folder (``annotations.jsonl``, the tables, ``run.json``, ``datapackage.json``) and for
the journal of a run under way. It grows when a reader of the old version would misread the new one; a key more is no
new version. What was written before there was a number, and the record of the annotation guideline, which has no key
for it, are version 1.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import InputError

KEY, FORMAT = "format", 1
RUN = "run.json"


def other_format(data: Mapping[str, Any]) -> str | None:
    """How a record's format is to be called if it is not ours.

    Example:
        >>> other_format({"id": "s1"}), other_format({"format": 1}), other_format({"format": 2})
        (None, None, '2, of a newer yeonpyo')
    """
    found = data.get(KEY, FORMAT)
    if type(found) is int and found == FORMAT:
        return None
    newer = type(found) is int and found > FORMAT
    return f"{found}, of a newer yeonpyo" if newer else json.dumps(found, ensure_ascii=False, default=str)[:40]


def read_run(folder: Path) -> dict[str, Any]:
    """What the ``run.json`` of a folder says; empty where there is none.

    Raises:
        InputError: it cannot be read, or is of another format.
    """
    file = folder / RUN
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"cannot be read ({error})", file=file, expected="JSON", hint="extract again") from error
    if not isinstance(said, dict):
        raise InputError("not a run", file=file, expected="an object", hint="extract again")
    if found := other_format(said):
        raise InputError("a dataset in another format", file=file, expected=str(FORMAT), got=found,
                         hint="read it with that version, or extract again")  # fmt: skip
    return said
