"""Settings in sections."""

import re


class IniError(ValueError):
    """A line cannot be read, or a value not be found."""


def parse_ini(text):
    """{"section": {"key": "value"}}; keys ahead of all sections are in "". A line that is indented goes on the last value."""
    sections = {"": {}}
    current = sections[""]
    key = None
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if not stripped or stripped[0] in "#;":
            key = None
            continue
        if line[0].isspace() and key is not None:
            current[key] += "\n" + stripped
            continue
        if stripped.startswith("[") and stripped.endswith("]"):
            current = sections.setdefault(stripped[1:-1].strip(), {})
            key = None
            continue
        name, found, value = stripped.partition("=")
        if not found or not name.strip():
            raise IniError(f"line {number} has no key")
        key = name.strip().lower()
        current[key] = unquote(value.strip())
    return sections


def unquote(value):
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return value


def expand(sections, section, key, depth=0):
    """A value with ${key} and ${section:key} in it replaced; $$ is a dollar."""
    if depth > 5:
        raise IniError(f"{section}:{key} goes round in circles")
    if key not in sections.get(section, {}):
        raise IniError(f"unknown: {section}:{key}")

    def fill(match):
        if match.group(0) == "$$":
            return "$"
        other, _, name = match.group(1).rpartition(":")
        return expand(sections, other or section, name, depth + 1)

    return re.sub(r"\$\$|\$\{([^}]*)\}", fill, sections[section][key])


def get_bool(value):
    word = value.strip().lower()
    if word in ("1", "yes", "true", "on"):
        return True
    if word in ("0", "no", "false", "off", ""):
        return False
    raise IniError(f"neither yes nor no: {value}")


def get_list(value, separator=","):
    """Parts without spaces around them; empty ones are left out."""
    return [part.strip() for part in value.replace("\n", separator).split(separator) if part.strip()]


def merge(*layers):
    """Later layers win, key by key; none of them is changed."""
    merged = {}
    for layer in layers:
        for section, values in layer.items():
            merged[section] = {**merged.get(section, {}), **values}
    return merged


def dump(sections):
    """The text that gives these sections again."""
    lines = []
    for section, values in sections.items():
        if not values:
            continue
        if section:
            if lines:
                lines.append("")
            lines.append(f"[{section}]")
        for key, value in values.items():
            if value != value.strip() or unquote(value) != value:
                value = f'"{value}"'
            lines.append(f"{key} = " + value.replace("\n", "\n  "))
    return "\n".join(lines) + "\n" if lines else ""
