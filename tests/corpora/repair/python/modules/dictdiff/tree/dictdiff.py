"""Nested dicts and lists: paths, differences, merging."""


def get_path(data, path, default=None):
    """The value at ["a", 0, "b"], or the default."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return default
    return data


def set_path(data, path, value):
    """A copy with the value there; dicts that are missing are made."""
    if not path:
        return value
    head, *rest = path
    if isinstance(data, list):
        return [set_path(item, rest, value) if at == head else item for at, item in enumerate(data)]
    copied = dict(data) if isinstance(data, dict) else {}
    copied[head] = set_path(copied.get(head, {}), rest, value)
    return copied


def flatten_keys(data, prefix=""):
    """{"a.b": 1} of {"a": {"b": 1}}; empty dicts stay."""
    flat = {}
    for key, value in data.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and value:
            flat.update(flatten_keys(value, name + "."))
        else:
            flat[name] = value
    return flat


def unflatten(flat):
    """The other way round. Raises ValueError where a key is both a value and a dict."""
    nested = {}
    for name, value in flat.items():
        *parents, last = name.split(".")
        current = nested
        for part in parents:
            current = current.setdefault(part, {})
            if not isinstance(current, dict):
                raise ValueError(f"{name} goes through a value")
        if isinstance(current.get(last), dict) and current[last]:
            raise ValueError(f"{name} is a dict")
        current[last] = value
    return nested


def diff(old, new, path=()):
    """[(kind, path, old, new)] with the kinds added, removed and changed, by the order of the keys."""
    if isinstance(old, dict) and isinstance(new, dict):
        changes = []
        for key in sorted(old.keys() | new.keys()):
            here = (*path, key)
            if key not in new:
                changes.append(("removed", here, old[key], None))
            elif key not in old:
                changes.append(("added", here, None, new[key]))
            else:
                changes += diff(old[key], new[key], here)
        return changes
    return [] if old == new else [("changed", path, old, new)]


def patch(data, changes):
    """A copy with the changes in it."""
    for kind, path, _, new in changes:
        if kind == "removed":
            *parents, last = path
            around = get_path(data, parents)
            data = set_path(data, parents, {key: value for key, value in around.items() if key != last})
        else:
            data = set_path(data, path, new)
    return data


def deep_merge(base, extra):
    """Dicts are merged, lists put one behind the other without repeats, and else the extra wins; None in it deletes."""
    if isinstance(base, dict) and isinstance(extra, dict):
        merged = dict(base)
        for key, value in extra.items():
            if value is None:
                merged.pop(key, None)
            elif key in merged:
                merged[key] = deep_merge(merged[key], value)
            else:
                merged[key] = value
        return merged
    if isinstance(base, list) and isinstance(extra, list):
        return base + [item for item in extra if item not in base]
    return extra
