"""Durations as people write them: "1h 30m", "90s", "2d"."""

UNITS = {"w": 604800, "d": 86400, "h": 3600, "m": 60, "s": 1}


def parse_duration(text):
    """Seconds of a duration such as "1h 30m"; a bare number is seconds. Raises ValueError for anything else."""
    text = text.strip().lower()
    sign = 1
    if text.startswith("-"):
        sign = -1
        text = text[1:]
    if text.isdigit():
        return sign * int(text)
    seconds = 0
    digits = ""
    seen = set()
    for char in text:
        if char.isdigit():
            digits += char
        elif char in UNITS and digits:
            if char in seen:
                raise ValueError(f"unit given twice: {char}")
            seen.add(char)
            seconds += int(digits) * UNITS[char]
            digits = ""
        elif not char.isspace():
            raise ValueError(f"not a duration: {text}")
    if digits or not seen:
        raise ValueError(f"not a duration: {text}")
    return sign * seconds


def format_duration(seconds, parts=2):
    """The largest units, at most `parts` of them: "1d 2h". Smaller ones are cut off."""
    if seconds == 0:
        return "0s"
    prefix = "-" if seconds < 0 else ""
    left = abs(seconds)
    shown = []
    for unit, size in UNITS.items():
        count, left = divmod(left, size)
        if count or shown:
            shown.append((count, unit))
        if len(shown) == parts:
            break
    return prefix + " ".join(f"{count}{unit}" for count, unit in shown if count)


def format_clock(seconds):
    """Hours, minutes and seconds as "1:02:03"; without hours "2:03"."""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    sign = "-" if seconds < 0 else ""
    if hours:
        return f"{sign}{hours}:{minutes:02d}:{rest:02d}"
    return f"{sign}{minutes}:{rest:02d}"


def parse_clock(text):
    """Seconds of "1:02:03" or "2:03"."""
    parts = [int(part) for part in text.split(":")]
    if not 1 < len(parts) <= 3:
        raise ValueError(f"not a clock: {text}")
    if any(part < 0 or part > 59 for part in parts[1:]):
        raise ValueError(f"out of range: {text}")
    seconds = 0
    for part in parts:
        seconds = seconds * 60 + part
    return seconds


def round_up(seconds, step):
    """The next multiple of step that is not smaller."""
    if step <= 0:
        raise ValueError("step has to be positive")
    return -(-seconds // step) * step
