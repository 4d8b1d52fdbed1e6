"""Texts with {{ places | filters }}."""

import re

PLACE = re.compile(r"\{\{\s*(.*?)\s*\}\}")


class TemplateError(ValueError):
    """The template asks for what is not there."""


def shorten(text, length="10"):
    limit = int(length)
    return text if len(text) <= limit else text[:limit - 1].rstrip() + "~"


FILTERS = {
    "upper": str.upper,
    "title": str.title,
    "trim": str.strip,
    "shorten": shorten,
    "default": lambda text, other="": text or other,
    "join": lambda items, separator=", ": separator.join(map(str, items)),
    "plural": lambda count, one="", many="s": one if count == 1 else many,
}


def look_up(path, values):
    """The value at "user.names.0"."""
    current = values
    for part in path.split("."):
        if isinstance(current, dict) and part in current:
            current = current[part]
        elif isinstance(current, (list, tuple)) and part.isdigit() and int(part) < len(current):
            current = current[int(part)]
        else:
            raise TemplateError(f"unknown: {path}")
    return current


def split_call(text):
    """("shorten", ["5"]) of "shorten:5"; arguments are parted by colons."""
    name, *arguments = text.split(":")
    return name.strip(), arguments


def evaluate(expression, values):
    """The value of "name | filter:argument | filter"."""
    path, *calls = expression.split("|")
    try:
        value = look_up(path.strip(), values)
    except TemplateError:
        if not any(split_call(call)[0] == "default" for call in calls):
            raise
        value = ""
    for call in calls:
        name, arguments = split_call(call)
        if name not in FILTERS:
            raise TemplateError(f"unknown filter: {name}")
        value = FILTERS[name](value, *arguments)
    return value


def escape(text):
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(char, entity)
    return text


def render(template, values, html=False):
    """The template with its places filled in; in HTML values are escaped, unless the place ends with !."""

    def fill(match):
        expression = match.group(1)
        raw = expression.endswith("!")
        value = str(evaluate(expression.rstrip("!"), values))
        return escape(value) if html and not raw else value

    return PLACE.sub(fill, template)


def names(template):
    """What a template asks for, each once and in order."""
    found = []
    for match in PLACE.finditer(template):
        name = match.group(1).split("|")[0].rstrip("!").strip()
        if name not in found:
            found.append(name)
    return found
