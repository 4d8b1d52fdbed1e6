"""Reads *.bugs files, and puts a bug into the good files of its module."""

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Bug:
    id: str
    kind: str
    summary: str
    # (path inside the tree, good lines, lines with the fault)
    parts: tuple


def first_source(tree):
    return sorted(one.name for one in Path(tree).glob("*.py") if not one.name.startswith("test_"))[0]


def read_bugs(path, tree):
    if not path.exists():
        return []
    found = []
    for block in re.split(r"^### ", path.read_text(), flags=re.M)[1:]:
        head, body = block.split("\n", 1)
        slug, kind, *rest = head.split(" ", 2)
        parts = re.findall(r"^@ ?(\S*)\n<<<\n(.*?)^===\n(.*?)^>>>$", body, flags=re.M | re.S)
        if not parts:
            raise ValueError(f"{path}: {slug} has no part")
        where = [(name or first_source(tree), good, bad) for name, good, bad in parts]
        found.append(Bug(slug, kind, rest[0] if rest else "", tuple(where)))
    return found


def plant_bug(bug, tree):
    """Path → text with the fault. Each part's good lines have to be in the good file once, and parts may not overlap."""
    texts = {}
    for name, good, bad in bug.parts:
        text = texts.setdefault(name, [(Path(tree) / name).read_text(), []])
        places = [at for at in range(len(text[0])) if text[0].startswith(good, at) and (at == 0 or text[0][at - 1] == "\n")]
        if len(places) != 1:
            raise ValueError(f"{bug.id}: good lines occur {len(places)} times in {name}: {good!r}")
        text[1].append((places[0], places[0] + len(good), bad))
    planted = {}
    for name, (text, edits) in texts.items():
        edits.sort()
        if any(first[1] > second[0] for first, second in zip(edits, edits[1:])):
            raise ValueError(f"{bug.id}: parts overlap in {name}")
        for start, end, bad in reversed(edits):
            text = text[:start] + bad + text[end:]
        planted[name] = text
    return planted
