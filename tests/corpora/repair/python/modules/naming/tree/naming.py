"""Names in several styles, and words made fit to be read."""

import re
import unicodedata

SMALL = {"a", "an", "and", "of", "the", "in", "to", "or"}


def split_words(name):
    """The words of "parseHTTPResponse2", "parse_http_response" or "parse-http response", as they are written."""
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", name)
    spaced = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", spaced)
    return [word for word in re.split(r"[\s_\-.]+", spaced) if word]


def snake(name):
    return "_".join(word.lower() for word in split_words(name))


def camel(name, upper=False):
    """camelCase, or with upper CamelCase."""
    words = [word.lower() for word in split_words(name)]
    return "".join(word if at == 0 and not upper else word.capitalize() for at, word in enumerate(words))


def title(text):
    """Every Word, but small ones only at the beginning and the end."""
    words = text.split()
    shown = []
    for at, word in enumerate(words):
        if word.lower() in SMALL and 0 < at < len(words) - 1:
            shown.append(word.lower())
        else:
            shown.append(word[:1].upper() + word[1:])
    return " ".join(shown)


def slug(text, longest=40, taken=()):
    """Lower case letters and digits with dashes, cut at a word, with a number where it is taken."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    made = "-".join(re.findall(r"[a-z0-9]+", plain)) or "untitled"
    if len(made) > longest:
        cut = made[:longest + 1].rpartition("-")[0]
        made = cut or made[:longest]
    base, number = made, 2
    while made in taken:
        made = f"{base}-{number}"
        number += 1
    return made


def initials(name, most=3):
    """The first letters of the words, the last word's always among them."""
    letters = [word[0].upper() for word in name.split()]
    if len(letters) > most:
        letters = letters[:most - 1] + letters[-1:]
    return "".join(letters)


def plural(word, count=2):
    if count == 1:
        return word
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def enumerate_words(words, last="and"):
    """"a", "a and b", "a, b and c"."""
    *head, tail = words or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail


def common_prefix(names, separator="_"):
    """The whole words that all names begin with."""
    parts = [name.split(separator) for name in names]
    shared = []
    for column in zip(*parts):
        if len(set(column)) > 1:
            break
        shared.append(column[0])
    return separator.join(shared)
