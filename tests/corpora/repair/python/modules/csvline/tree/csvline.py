"""Lines of comma separated values, with quotes where they are needed."""


def split_line(line, separator=","):
    """The fields of one line; in quotes a separator is text and two quotes are one."""
    fields = []
    field = ""
    quoted = False
    at = 0
    while at < len(line):
        char = line[at]
        if quoted:
            if char == '"':
                if line[at + 1:at + 2] == '"':
                    field += '"'
                    at += 1
                else:
                    quoted = False
            else:
                field += char
        elif char == '"' and field == "":
            quoted = True
        elif char == separator:
            fields.append(field)
            field = ""
        else:
            field += char
        at += 1
    if quoted:
        raise ValueError("a quote is not closed")
    fields.append(field)
    return fields


def join_line(fields, separator=","):
    """The line that gives these fields when it is split."""
    return separator.join(quote(field, separator) for field in fields)


def quote(field, separator=","):
    """The field as it stands in a line."""
    text = "" if field is None else str(field)
    if text == "" or not any(char in text for char in (separator, '"', "\n")):
        return text
    return '"' + text.replace('"', '""') + '"'


def read_table(lines, separator=","):
    """Dicts by the names in the first line; blank lines are left out, missing fields are None."""
    names = None
    rows = []
    for line in lines:
        line = line.rstrip("\r\n")
        if not line.strip():
            continue
        fields = split_line(line, separator)
        if names is None:
            names = [name.strip() for name in fields]
            continue
        if len(fields) > len(names):
            raise ValueError(f"too many fields: {len(fields)}")
        fields += [None] * (len(names) - len(fields))
        rows.append(dict(zip(names, fields)))
    return rows


def guess_separator(lines, candidates=(",", ";", "\t")):
    """The candidate that splits the lines into equally many fields, and into the most."""
    best = candidates[0]
    most = 1
    for candidate in candidates:
        counts = {line.count(candidate) for line in lines if line.strip()}
        if len(counts) == 1:
            count = counts.pop() + 1
            if count > most:
                best, most = candidate, count
    return best
