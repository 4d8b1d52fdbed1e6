"""Which bodies of functions differ between a module's code and that of another text of it.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import ast
import types

import nightshift_warm_fuel as fuel

# Of `from __future__ import …`, as a module's code has them.
FUTURE_FLAGS = 0x1FE0000
OPTIMIZED = 0x1


class Unswappable(Exception):
    """The edit changes more than bodies of functions: the module has to be loaded anew."""


def compile_like(code, text, line=0):
    return fuel.compile_source(text, code.co_filename, code.co_flags & FUTURE_FLAGS, line)


def list_statements(base):
    """The functions and classes at a module's top that have their lines for themselves, as (first, last line, node)."""
    spans = []
    body = ast.parse(base).body
    for node in body:
        first = min([node.lineno] + [item.lineno for item in getattr(node, "decorator_list", [])])
        spans.append((first, node.end_lineno, node))
    lonely = []
    for at, (first, last, node) in enumerate(spans):
        is_apart = (at == 0 or spans[at - 1][1] < first) and (at + 1 == len(spans) or spans[at + 1][0] > last)
        if is_apart and isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            lonely.append((first, last, node))
    return lonely


def find_part(base, text, statements):
    """The one statement that an edit is in, as (old node, new text, lines ahead); None where it is not in one."""
    if base.startswith(b"\xef\xbb\xbf") or b"\r" in base or b"coding" in base[:200]:
        return None
    old, new = base.split(b"\n"), text.split(b"\n")
    most = min(len(old), len(new))
    ahead = next((at for at in range(most) if old[at] != new[at]), most)
    behind = next((at for at in range(most - ahead) if old[-1 - at] != new[-1 - at]), most - ahead)
    for first, last, node in statements:
        # A text that is inserted right behind the last line may be of the statement as well.
        if first <= ahead + (len(old) - behind > ahead) and len(old) - behind <= last:
            return node, b"\n".join(new[first - 1 : last + len(new) - len(old)]) + b"\n", first - 1
    return None


def parse_part(module, part):
    """The tree of a statement by itself; None where it does not stand by itself."""
    _, text, line = part
    flags = ast.PyCF_ONLY_AST | module.co_flags & FUTURE_FLAGS
    try:
        return compile(b"\n" * line + text, module.co_filename, "exec", flags, dont_inherit=True)
    except SyntaxError:
        return None


def pair_part(module, node, tree):
    if len(tree.body) != 1 or head(tree.body[0]) != head(node):
        raise Unswappable("what is around the function changes")
    new = fuel.compile_tree(tree, module.co_filename, module.co_flags & FUTURE_FLAGS)
    return pair_code(find_code(module, node), find_code(new, node))


def head(node):
    """All of a function or class but its body, as text."""
    fields = [dump_all(value) for name, value in ast.iter_fields(node) if name != "body"]
    return "%s %s" % (type(node).__name__, fields)


def dump_all(value):
    if isinstance(value, ast.AST):
        return ast.dump(value)
    if isinstance(value, list):
        return [ast.dump(item) if isinstance(item, ast.AST) else item for item in value]
    return value


def find_code(module, node):
    first = min([node.lineno] + [item.lineno for item in node.decorator_list])
    codes = [constant for constant in module.co_consts if isinstance(constant, types.CodeType)]
    lines = (first, node.lineno)
    found = [code for code in codes if code.co_name == node.name and code.co_firstlineno in lines]
    if len(found) != 1:
        raise Unswappable("%s is not found" % node.name)
    return found[0]


def pair_code(old, new):
    """A function's code is a pair if it differs; a class's body has to be the same around its functions."""
    if old.co_flags & OPTIMIZED:
        return [] if is_same(old, new) else [(old, new)]
    return pair_shells(old, new)


def is_same(old, new):
    """Whether two codes do the same, on whatever lines."""
    if old == new:
        return True
    if head_of(old) != head_of(new) or shell_of(old) != shell_of(new) or len(old.co_consts) != len(new.co_consts):
        return False
    return all(is_same_constant(before, after) for before, after in zip(old.co_consts, new.co_consts))


def head_of(code):
    return (code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)


def is_same_constant(before, after):
    if isinstance(before, types.CodeType) and isinstance(after, types.CodeType):
        return is_same(before, after)
    return type(before) is type(after) and repr(before) == repr(after)


def pair_shells(old, new):
    if shell_of(old) != shell_of(new) or len(old.co_consts) != len(new.co_consts):
        raise Unswappable("what runs when %s is loaded changes" % old.co_name)
    pairs = []
    for before, after in zip(old.co_consts, new.co_consts):
        if isinstance(before, types.CodeType) and isinstance(after, types.CodeType):
            if before.co_name != after.co_name or (before.co_flags ^ after.co_flags) & OPTIMIZED:
                raise Unswappable("%s is another one" % before.co_name)
            pairs += pair_code(before, after)
        elif not is_same_constant(before, after):
            raise Unswappable("a value at the top of %s changes" % old.co_name)
    return pairs


def shell_of(code):
    table = getattr(code, "co_exceptiontable", b"")
    return (code.co_code, table, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars, code.co_flags)
