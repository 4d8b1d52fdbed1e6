"""Versions such as 1.4.0-beta.2, and ranges of them."""

import re
from dataclasses import dataclass
from functools import total_ordering

PATTERN = re.compile(r"v?(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+.*)?")


@total_ordering
@dataclass(frozen=True, eq=False)
class Version:
    major: int
    minor: int
    patch: int
    pre: tuple = ()

    @property
    def key(self):
        # A version without a tag comes after those with one.
        tags = tuple((0, part, "") if isinstance(part, int) else (1, 0, part) for part in self.pre)
        return (self.major, self.minor, self.patch, not self.pre, tags)

    def __eq__(self, other):
        return self.key == other.key

    def __lt__(self, other):
        return self.key < other.key

    def __hash__(self):
        return hash(self.key)

    def __str__(self):
        text = f"{self.major}.{self.minor}.{self.patch}"
        return f"{text}-{'.'.join(map(str, self.pre))}" if self.pre else text


def parse(text):
    """Raises ValueError for anything else."""
    match = PATTERN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a version: {text}")
    major, minor, patch, tag = match.groups()
    pre = tuple(int(part) if part.isdigit() else part for part in tag.split(".")) if tag else ()
    return Version(int(major), int(minor), int(patch), pre)


def bump(version, part):
    """The next version of a kind; one with a tag becomes the one that it leads to, where that is enough."""
    if part == "major":
        if version.pre and version.minor == version.patch == 0:
            return Version(version.major, 0, 0)
        return Version(version.major + 1, 0, 0)
    if part == "minor":
        if version.pre and version.patch == 0:
            return Version(version.major, version.minor, 0)
        return Version(version.major, version.minor + 1, 0)
    if part == "patch":
        if version.pre:
            return Version(version.major, version.minor, version.patch)
        return Version(version.major, version.minor, version.patch + 1)
    raise ValueError(f"unknown part: {part}")


def upper_bound(version, sign):
    """The first version that ^ or ~ does not let in."""
    if sign == "~":
        return Version(version.major, version.minor + 1, 0)
    if version.major > 0:
        return Version(version.major + 1, 0, 0)
    if version.minor > 0:
        return Version(0, version.minor + 1, 0)
    return Version(0, 0, version.patch + 1)


def satisfies(version, wanted):
    """Whether a version fits "^1.2.0 <1.9.0 || 3.0.0": one of the groups, and all of that."""
    return any(all(fits(version, one) for one in group.split()) for group in wanted.split("||"))


def fits(version, condition):
    match = re.fullmatch(r"(\^|~|>=|<=|>|<|=)?(.+)", condition)
    sign, bound = match.group(1) or "=", parse(match.group(2))
    if sign in "^~":
        return bound <= version < upper_bound(bound, sign)
    return {
        ">=": version >= bound,
        "<=": version <= bound,
        ">": version > bound,
        "<": version < bound,
        "=": version == bound,
    }[sign]


def newest(texts, wanted="*"):
    """The highest that fits, as it was written; without a tag unless there is no other. None where none fits."""
    fitting = [text for text in texts if wanted == "*" or satisfies(parse(text), wanted)]
    stable = [text for text in fitting if not parse(text).pre]
    return max(stable or fitting, key=parse, default=None)
