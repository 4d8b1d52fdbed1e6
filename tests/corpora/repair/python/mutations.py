"""Plants faults in good Python: a mutation engine of the corpus's own, which knows nothing of the operators that repair.

find_mutations(text) yields (class, start, end, replacement), offsets in the text.
"""

import ast
import itertools

RELATIONAL = {
    ast.Lt: ["<=", ">"], ast.LtE: ["<", ">="], ast.Gt: [">=", "<"], ast.GtE: [">", "<="],
    ast.Eq: ["!=", "<="], ast.NotEq: ["=="], ast.In: ["not in"], ast.NotIn: ["in"],
}
ARITHMETIC = {
    ast.Add: ["-"], ast.Sub: ["+"], ast.Mult: ["+", "//"], ast.Div: ["//", "*"], ast.FloorDiv: ["/", "%"],
    ast.Mod: ["//"], ast.Pow: ["*"], ast.BitAnd: ["|"], ast.BitOr: ["&", "^"], ast.LShift: [">>"],
    ast.RShift: ["<<"], ast.BitXor: ["|"],
}
CALLS = {
    "append": ["extend"], "extend": ["append"], "min": ["max"], "max": ["min"], "any": ["all"], "all": ["any"],
    "lstrip": ["strip"], "rstrip": ["strip"], "strip": ["rstrip", "lstrip"], "startswith": ["endswith"],
    "endswith": ["startswith"], "keys": ["values"], "values": ["keys"], "items": ["keys"], "floor": ["ceil", "trunc"],
    "ceil": ["floor"], "find": ["rfind"], "rfind": ["find"], "index": ["rindex"], "split": ["rsplit"],
    "partition": ["rpartition"], "rpartition": ["partition"], "popleft": ["pop"], "add": ["discard"],
    "upper": ["lower"], "lower": ["upper"], "isdigit": ["isalnum"], "isalnum": ["isalpha"], "isalpha": ["isalnum"],
    "appendleft": ["append"], "update": ["setdefault"], "bisect_left": ["bisect_right"], "bisect_right": ["bisect_left"],
    "ljust": ["rjust"], "rjust": ["ljust"], "setdefault": ["get"], "enumerate": ["list"], "sum": ["len"],
    "round": ["int"], "zip_longest": ["zip"], "heappop": ["heappushpop"], "title": ["capitalize"],
}


class Finder(ast.NodeVisitor):
    """Collects mutations of one module, function by function."""

    def __init__(self, text):
        self.text = text
        self.starts = [0, *itertools.accumulate(len(line) for line in text.splitlines(keepends=True))]
        self.found = []
        self.names = []

    def at(self, line, column):
        row = self.text[self.starts[line - 1]:self.starts[line]]
        return self.starts[line - 1] + len(row.encode()[:column].decode())

    def span(self, node):
        return self.at(node.lineno, node.col_offset), self.at(node.end_lineno, node.end_col_offset)

    def source(self, node):
        start, end = self.span(node)
        return self.text[start:end]

    def add(self, kind, node, replacement):
        start, end = self.span(node)
        self.found.append((kind, start, end, replacement))

    def between(self, kind, left, right, old, new):
        start, end = self.span(left)[1], self.span(right)[0]
        place = self.text.find(old, start, end)
        if place >= 0:
            self.found.append((kind, place, place + len(old), new))

    def visit_FunctionDef(self, node):
        own = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
        kept = {arg.arg for arg in node.args.args if arg.arg not in ("self", "cls")}
        stored = {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
        self.names.append(sorted((own & (stored | kept)) | kept))
        for default in [*node.args.defaults, *filter(None, node.args.kw_defaults)]:
            self.mutate_default(default)
        self.visit_body(node)
        for statement in node.body:
            self.visit(statement)
        self.names.pop()

    def mutate_default(self, node):
        if not isinstance(node, ast.Constant):
            return
        if isinstance(node.value, bool):
            self.add("default", node, str(not node.value))
        elif isinstance(node.value, int):
            self.add("default", node, str(node.value + 1))
        elif node.value is None:
            self.add("default", node, "0")
        elif isinstance(node.value, str) and node.value:
            self.add("default", node, '""')

    def visit_body(self, node):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, [])
            if not isinstance(block, list):
                continue
            block = [one for one in block if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))]
            for one in block:
                self.mutate_statement(one, alone=len(block) == 1)
            for first, second in itertools.pairwise(block):
                self.swap(first, second)

    def mutate_statement(self, node, alone):
        gone = "pass" if alone else None
        if isinstance(node, (ast.Expr, ast.AugAssign, ast.Delete)):
            self.remove("missing-statement", node, gone)
        elif isinstance(node, ast.Assign) and not isinstance(node.targets[0], ast.Name):
            self.remove("missing-statement", node, gone)
        elif isinstance(node, ast.If) and not node.orelse and isinstance(node.body[-1], (ast.Return, ast.Raise, ast.Continue)):
            self.remove("missing-guard", node, gone)
        elif isinstance(node, ast.Return) and node.value is not None and not alone:
            self.add("missing-return", node, self.source(node.value))
        elif isinstance(node, ast.Break):
            self.add("loop", node, "continue")
        elif isinstance(node, ast.Continue):
            self.add("loop", node, "break")

    def remove(self, kind, node, instead):
        if instead is not None:
            self.add(kind, node, instead)
            return
        first, last = self.starts[node.lineno - 1], self.starts[node.end_lineno]
        self.found.append((kind, first, last, ""))

    def swap(self, first, second):
        simple = (ast.Expr, ast.Assign, ast.AugAssign)
        if isinstance(first, simple) and isinstance(second, simple):
            start, end = self.span(first)[0], self.span(second)[1]
            gap = self.text[self.span(first)[1]:self.span(second)[0]]
            self.found.append(("order", start, end, self.source(second) + gap + self.source(first)))

    def generic_visit(self, node):
        if isinstance(node, (ast.For, ast.While, ast.If, ast.With, ast.Try, ast.ClassDef, ast.ExceptHandler)):
            self.visit_body(node)
        super().generic_visit(node)

    def visit_Compare(self, node):
        left = node.left
        for operator, right in zip(node.ops, node.comparators):
            for new in RELATIONAL.get(type(operator), []):
                old = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
                       ast.In: "in", ast.NotIn: "not in"}[type(operator)]
                self.between("relational", left, right, old, new)
            if isinstance(operator, ast.IsNot):
                self.between("null-check", left, right, "is not", "is")
                self.add("null-check", node, self.source(node.left))
            elif isinstance(operator, ast.Is):
                self.between("null-check", left, right, "is", "is not")
                self.add("null-check", node, "not " + self.source(node.left))
            left = right
        self.generic_visit(node)

    def visit_BinOp(self, node):
        symbols = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
                   ast.Pow: "**", ast.BitAnd: "&", ast.BitOr: "|", ast.LShift: "<<", ast.RShift: ">>", ast.BitXor: "^"}
        for new in ARITHMETIC.get(type(node.op), []):
            self.between("arithmetic", node.left, node.right, symbols[type(node.op)], new)
        if isinstance(node.op, (ast.Sub, ast.Div)):
            self.add("argument", node, f"{self.source(node.right)} {symbols[type(node.op)]} {self.source(node.left)}")
        if isinstance(node.op, (ast.Add, ast.Sub)) and isinstance(node.right, ast.Constant) and node.right.value == 1:
            self.add("off-by-one", node, self.source(node.left))
        self.generic_visit(node)

    def visit_AugAssign(self, node):
        if isinstance(node.op, ast.Add):
            self.between("arithmetic", node.target, node.value, "+=", "-=")
            self.between("missing-accumulation", node.target, node.value, "+=", "=")
        elif isinstance(node.op, ast.Sub):
            self.between("arithmetic", node.target, node.value, "-=", "+=")
        self.generic_visit(node)

    def visit_BoolOp(self, node):
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in itertools.pairwise(node.values):
            self.between("logical", left, right, old, new)
        for index, value in enumerate(node.values):
            rest = [self.source(one) for at, one in enumerate(node.values) if at != index]
            self.add("logical", node, f" {old} ".join(rest))
        self.generic_visit(node)

    def visit_UnaryOp(self, node):
        if isinstance(node.op, ast.Not):
            self.add("negation", node, self.source(node.operand))
        elif isinstance(node.op, ast.USub):
            self.add("arithmetic", node, self.source(node.operand))
        self.generic_visit(node)

    def visit_If(self, node):
        if not isinstance(node.test, ast.UnaryOp):
            self.add("negation", node.test, f"not ({self.source(node.test)})")
        self.generic_visit(node)

    def visit_Constant(self, node):
        if isinstance(node.value, bool):
            self.add("constant", node, str(not node.value))
        elif isinstance(node.value, int):
            self.add("off-by-one", node, str(node.value + 1))
            if node.value > 0:
                self.add("off-by-one", node, str(node.value - 1))
            if node.value > 9:
                self.add("constant", node, str(node.value * 10))
        elif isinstance(node.value, str) and self.names and self.source(node)[:1] in "\"'" and 0 < len(node.value) < 20:
            self.add("constant", node, '""' if node.value != " " else '"  "')
        self.generic_visit(node)

    def visit_JoinedStr(self, node):
        """Parts of f-strings have no places of their own in older versions."""

    def visit_Name(self, node):
        if self.names and isinstance(node.ctx, ast.Load) and node.id in self.names[-1]:
            for other in self.names[-1]:
                if other != node.id:
                    self.add("variable", node, other)

    def visit_Attribute(self, node):
        if isinstance(node.value, ast.Name) and node.value.id in ("self", "other") and isinstance(node.ctx, ast.Load):
            swapped = "other" if node.value.id == "self" else "self"
            if self.names and "other" in self.names[-1]:
                self.add("variable", node.value, swapped)
        self.generic_visit(node)

    def visit_Call(self, node):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        end = self.span(node.func)[1]
        for new in CALLS.get(name, []):
            self.found.append(("call", end - len(name), end, new))
        for word in node.keywords:
            if word.arg is not None and len(node.args) + len(node.keywords) > 1:
                rest = [self.source(one) for one in node.args]
                rest += [f"{one.arg}={self.source(one.value)}" for one in node.keywords if one is not word and one.arg]
                self.add("argument", node, f"{self.source(node.func)}({', '.join(rest)})")
        if len(node.args) == 2 and not node.keywords:
            first, second = map(self.source, node.args)
            self.add("argument", node, f"{self.source(node.func)}({second}, {first})")
            kind = "default" if name in ("get", "next", "getattr", "pop") else "argument"
            self.add(kind, node, f"{self.source(node.func)}({first})")
        if name in ("sorted", "list", "reversed", "abs", "set", "tuple", "dict", "str", "int") and len(node.args) == 1:
            self.add("api" if name != "reversed" else "loop", node, self.source(node.args[0]))
        if name in ("copy", "strip", "lower", "upper", "casefold") and isinstance(node.func, ast.Attribute) and not node.args:
            self.add("missing-normalisation" if name != "copy" else "aliasing", node, self.source(node.func.value))
        if name == "range" and len(node.args) == 2:
            first, second = map(self.source, node.args)
            self.add("loop", node, f"range({first}, {second} - 1)")
            self.add("loop", node, f"range({first}, {second} + 1)")
        self.generic_visit(node)

    def visit_Slice(self, node):
        lower, upper = node.lower, node.upper
        if lower is not None and upper is not None:
            self.add("slice", node, f"{self.source(lower)}:")
            self.add("slice", node, f":{self.source(upper)}")
        elif lower is not None:
            self.add("slice", node, f":{self.source(lower)}")
            self.add("slice", node, f"{self.source(lower)} + 1:")
        elif upper is not None:
            self.add("slice", node, f"{self.source(upper)}:")
            self.add("slice", node, f":{self.source(upper)} - 1")
        self.generic_visit(node)

    def visit_comprehension(self, node):
        for test in node.ifs:
            self.add("negation", test, f"not ({self.source(test)})")
            self.add("condition-dropped", test, "True")
        self.generic_visit(node)

    def visit_IfExp(self, node):
        body, test, other = map(self.source, (node.body, node.test, node.orelse))
        self.add("order", node, f"{other} if {test} else {body}")
        self.generic_visit(node)

    def visit_While(self, node):
        self.add("loop", node.test, "False")
        self.generic_visit(node)


def find_mutations(text):
    """Every mutation that still compiles and changes something, each once."""
    finder = Finder(text)
    finder.visit(ast.parse(text))
    seen = set()
    for kind, start, end, replacement in finder.found:
        mutant = text[:start] + replacement + text[end:]
        if mutant in seen or mutant == text:
            continue
        seen.add(mutant)
        try:
            compile(mutant, "mutant", "exec")
        except (SyntaxError, ValueError):
            continue
        yield kind, start, end, replacement
