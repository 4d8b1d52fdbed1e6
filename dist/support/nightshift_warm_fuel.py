"""Fuel: code that counts its turns of loops and its calls, and ends when they are used up.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import ast
import builtins
import itertools

TICK = "__nightshift_tick__"
NOTE = "__nightshift_note"


class OutOfFuel(BaseException):
    """Ends a candidate. What holds it back meets it again with the next turn."""


class Tank:
    """So many turns. `tick` is plain C until they are used up, and raises at every turn from then on."""

    def __init__(self, turns):
        self.turns = turns
        self.is_empty = False
        self.rest = itertools.repeat(None, turns)
        self.tick = itertools.chain(self.rest, self).__next__

    def __iter__(self):
        return self

    def __next__(self):
        self.is_empty = True
        raise OutOfFuel("out of fuel after %d turns" % self.turns)

    def used(self):
        return self.turns - self.rest.__length_hint__()


def set_tick(tick):
    """What instrumented code calls at each turn; it has to return None."""
    setattr(builtins, TICK, tick)


def compile_source(source, filename, flags=0, line=0, is_counted=True):
    """Code of a module's text (or of a part of it that begins after `line`), counting its turns. Raises SyntaxError."""
    text = b"\n" * line + source if line else source
    tree = compile(text, filename, "exec", ast.PyCF_ONLY_AST | flags, dont_inherit=True)
    return compile_tree(tree, filename, flags, is_counted)


def compile_tree(tree, filename, flags=0, is_counted=True):
    """Code of a syntax tree, which is changed."""
    if is_counted:
        try:
            tree = Counter().visit(tree)
        except RecursionError:
            pass
    return compile(tree, filename, "exec", flags, dont_inherit=True)


class Counter(ast.NodeTransformer):
    """Puts a tick into loops, functions, lambdas and comprehensions, at a place of no width, so that no line moves."""

    def visit_Name(self, node):
        # Names with two underscores at the end are spared by the mangling of classes.
        if node.id == NOTE:
            node.id = NOTE + "__"
        return node

    def visit_Constant(self, node):
        return node

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        first = node.body[0]
        value = first.value if isinstance(first, ast.Expr) else None
        is_doc = isinstance(value, ast.Constant) and isinstance(value.value, str)
        at = node.body[1] if is_doc and len(node.body) > 1 else first
        node.body.insert(1 if is_doc else 0, statement(at))
        return node

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_For(self, node):
        self.generic_visit(node)
        node.body.insert(0, statement(node.body[0]))
        return node

    visit_AsyncFor = visit_For
    visit_While = visit_For

    def visit_Lambda(self, node):
        self.generic_visit(node)
        node.body = place(ast.BoolOp(ast.Or(), [call(node.body), node.body]), node.body)
        return node

    def visit_comprehension(self, node):
        self.generic_visit(node)
        node.ifs.insert(0, place(ast.UnaryOp(ast.Not(), call(node.target)), node.target))
        return node


def statement(at):
    return place(ast.Expr(call(at)), at)


def call(at):
    return place(ast.Call(place(ast.Name(TICK, ast.Load()), at), [], []), at)


def place(node, at):
    node.lineno = node.end_lineno = at.lineno
    node.col_offset = node.end_col_offset = at.col_offset
    return node
