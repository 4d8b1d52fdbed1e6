"""Lines and parts of lines of one file, by the instructions that stand for them.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import ast
import bisect
import dis


class FileParts:
    """Tells from the instructions that were run which lines were, and which parts of them were not."""

    def __init__(self, text):
        self.offsets = Offsets(text)
        self.lines = {}
        try:
            self.spans = list_spans(ast.parse(text))
        except (SyntaxError, ValueError, RecursionError):
            self.spans = []
        self.starts = [start for start, _ in self.spans]
        self.around = find_enclosing(self.spans)
        self.instructions = [[] for _ in self.spans]

    def add_code(self, code):
        """Sorts a code's instructions by line and by part."""
        if not hasattr(code, "co_positions"):
            self.lines[id(code)] = dict(spread_lines(code))
            return
        lines = self.lines[id(code)] = {}
        for index, (line, end_line, column, end_column) in enumerate(code.co_positions()):
            # What is of no width was put there to count.
            if None in (line, end_line, column, end_column) or (line, column) == (end_line, end_column):
                continue
            lines[index * 2] = line
            at = bisect.bisect_right(self.starts, (line, column)) - 1
            while at >= 0:
                if self.spans[at][1] >= (end_line, end_column):
                    self.instructions[at].append((id(code), index * 2))
                at = self.around[at]

    def read(self, ran):
        """`ran` has the offsets of instructions by the identity of their code."""
        lines = set()
        for code, offsets in ran.items():
            known = self.lines[code]
            lines.update(known[offset] for offset in offsets if offset in known)
        if not hasattr(compile("", "", "exec"), "co_positions"):
            return {"lines": sorted(lines)}
        nothing = ()
        missed = [
            self.offsets.of_span(span)
            for span, instructions in zip(self.spans, self.instructions)
            if instructions
            and span[0][0] in lines
            and not any(offset in ran.get(code, nothing) for code, offset in instructions)
        ]
        return {"lines": sorted(lines), "missed": missed}


def spread_lines(code):
    """Each instruction's line, for Pythons that know no more of its place."""
    line = None
    starts = dict(dis.findlinestarts(code))
    for instruction in dis.get_instructions(code):
        line = starts.get(instruction.offset, line)
        yield instruction.offset, line


def list_spans(tree):
    """Parts of a line that may be left out while the line is run, as ((line, column), (line, column))."""
    spans = []
    for node in ast.walk(tree):
        for part in list_parts(node):
            spans.append(((part.lineno, part.col_offset), (part.end_lineno, part.end_col_offset)))
    # Those that hold others come ahead of them.
    return sorted(set(spans), key=lambda span: (span[0], (-span[1][0], -span[1][1])))


def find_enclosing(spans):
    """For each part the place of the part around it, or -1."""
    around, open_spans = [], []
    for at, (start, end) in enumerate(spans):
        while open_spans and spans[open_spans[-1]][1] < end:
            open_spans.pop()
        around.append(open_spans[-1] if open_spans else -1)
        open_spans.append(at)
    return around


def list_parts(node):
    if isinstance(node, ast.BoolOp):
        return node.values[1:]
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    if isinstance(node, ast.Compare):
        return node.comparators[1:]
    if isinstance(node, ast.Lambda):
        return [node.body]
    if isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp)):
        return [node.elt, *(test for part in node.generators for test in part.ifs)]
    if isinstance(node, ast.DictComp):
        return [node.key, node.value, *(test for part in node.generators for test in part.ifs)]
    bodies = [getattr(node, name, None) for name in ("body", "orelse", "finalbody")]
    line = getattr(node, "lineno", None)
    return [part for body in bodies if isinstance(body, list) for part in body if getattr(part, "lineno", None) == line]


class Offsets:
    """Lines and columns in bytes, as UTF-16 offsets in the text."""

    def __init__(self, text):
        self.mark = 1 if text.startswith(b"\xef\xbb\xbf") else 0
        self.text = text[3:] if self.mark else text
        self.starts = [0]
        for line in self.text.splitlines(keepends=True):
            # Of bytes, `splitlines` knows no ends but those of Python.
            self.starts.append(self.starts[-1] + len(line))
        self.is_plain = self.text.isascii()

    def of_span(self, span):
        return [self.of(*place) for place in span]

    def of(self, line, column):
        end = self.starts[line - 1] + column
        size = end if self.is_plain else len(self.text[:end].decode("utf-8", "replace").encode("utf-16-le")) // 2
        return size + self.mark
