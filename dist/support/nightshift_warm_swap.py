"""Takes edits in by giving the functions that exist another body, where nothing else of the module changes.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import gc
import os
import types

from nightshift_warm_pairs import (
    Unswappable,
    compile_like,
    find_part,
    list_statements,
    pair_part,
    pair_shells,
    parse_part,
)


class Functions:
    """The functions that exist, by the code that they run, and the code that was run while modules were loaded."""

    def __init__(self, sources):
        self.sources = sources
        self.ran = {}
        self.by_code = {}
        self.swapped = []
        self.statements = {}

    def note_load(self, frame):
        """Told of every function and loop that is run while modules are loaded."""
        code = frame.f_code
        self.ran[id(code)] = code

    def find(self):
        """Looks for the functions; to be called when all is loaded, and before `gc.freeze`."""
        wanted = set()
        for codes in self.sources.codes.values():
            for code in codes:
                collect_codes(code, wanted)
        for thing in gc.get_objects():
            if type(thing) is types.FunctionType and id(thing.__code__) in wanted:
                self.by_code.setdefault(id(thing.__code__), []).append(thing)

    def foresee(self, edits):
        """Reads, once for all, the base of files that are to be edited."""
        for path, _ in edits:
            absolute = os.path.join(self.sources.root, path)
            if absolute in self.sources.codes:
                self.list_statements(absolute, self.sources.texts[absolute])

    def swap(self, path, text):
        """Takes in one file's text. Raises Unswappable, and SyntaxError where it is none."""
        pairs = self.pair(path, text)
        for old, new in pairs:
            if id(old) in self.ran:
                raise Unswappable("%s was called when its module was loaded" % old.co_name)
            for function in self.by_code.get(id(old), []):
                if function.__code__.co_freevars != new.co_freevars:
                    raise Unswappable("%s closes over other names" % old.co_name)
        for old, new in pairs:
            for function in self.by_code.get(id(old), []):
                function.__code__ = new
                self.swapped.append((function, old))

    def restore(self):
        """Gives all functions their own bodies back."""
        for function, code in self.swapped:
            function.__code__ = code
        self.swapped.clear()

    def pair(self, path, text):
        """The functions' code that differs, as pairs of old and new."""
        codes = self.sources.codes.get(path)
        if not codes:
            raise Unswappable("%s is not loaded" % path)
        base = self.sources.texts[path]
        if text == base:
            return []
        part = find_part(base, text, self.list_statements(path, base))
        pairs = []
        for code in codes:
            tree = parse_part(code, part) if part else None
            pairs += pair_part(code, part[0], tree) if tree else pair_shells(code, compile_like(code, text))
        return pairs

    def list_statements(self, path, base):
        if path not in self.statements:
            self.statements[path] = list_statements(base)
        return self.statements[path]


def collect_codes(code, found):
    found.add(id(code))
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            collect_codes(constant, found)
