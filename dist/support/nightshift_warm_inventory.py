"""Everything that the project's modules hold, as deep as it goes, by identity.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import collections
import decimal
import functools
import operator
import random
import re
import sys
import threading
import types

# Beyond that, looking costs more than a fork.
MOST_THINGS = 30_000

# Things without parts that could change.
ATOMS = {
    type(None), bool, int, float, complex, str, bytes, range, type(Ellipsis), type(NotImplemented), slice, object,
    types.BuiltinFunctionType, types.CodeType, types.GetSetDescriptorType, types.MemberDescriptorType,
    types.WrapperDescriptorType, types.MethodDescriptorType, types.ClassMethodDescriptorType, types.MethodWrapperType,
    re.Pattern, decimal.Decimal, type(threading.Lock()), type(threading.RLock()), type(list[int]),
    getattr(types, "UnionType", type(None)),
}  # fmt: skip
# The same by the module of their kind.
CALM = {
    "datetime", "fractions", "uuid", "pathlib", "zoneinfo", "ipaddress", "_abc", "typing", "typing_extensions", "weakref",
    "_weakref", "logging", "operator", "_operator", "__future__", "ast", "importlib", "_frozen_importlib",
    "_frozen_importlib_external", "string", "pytest", "_pytest", "unittest",
}  # fmt: skip
# What C hides in these is looked at, or does not change.
OPEN_KINDS = {object, dict, list, set, frozenset, tuple, int, float, complex, str, bytes, types.SimpleNamespace,
              collections.OrderedDict, collections.defaultdict, collections.deque}  # fmt: skip
# Of a module's or class's names, those that lead out of the project.
SKIPPED = {"__builtins__", "__loader__", "__spec__", "__cached__", "__weakref__", "__dict__"}
HOLDERS = {
    types.MethodType: ("__self__", "__func__"),
    classmethod: ("__func__",),
    staticmethod: ("__func__",),
    property: ("fget", "fset", "fdel"),
    functools.partial: ("func", "args", "keywords"),
}
lru_cache_type = type(functools.lru_cache()(len))


class Opaque(Exception):
    """Something may change in a way that cannot be seen."""


class Inventory:
    """All that can be reached and could change, each with what it holds, one by one: nothing has changed if none has."""

    def __init__(self, watch):
        self.watch = watch
        self.mappings = []
        self.rows = []
        self.functions = []
        self.cells = []
        self.slots = []
        self.caches = []
        self.seen = {}

    def is_same(self):
        for _, module in self.watch.modules:
            # Which warnings were shown already.
            module.__dict__.pop("__warningregistry__", None)
        for cache, size in self.caches:
            if size == 0:
                cache.cache_clear()
        return (
            all(cache.cache_info().currsize == size for cache, size in self.caches)
            and all(is_like(mapping, keys) and is_like(mapping.values(), values) for mapping, keys, values in self.mappings)
            and all(is_like(row, held) for row, held in self.rows)
            and all(is_like(parts_of(function), held) for function, held in self.functions)
            and all(contents_of(cell) is held for cell, held in self.cells)
            and all(getattr(thing, name, None) is held for thing, name, held in self.slots)
        )

    def take(self, roots):
        for _, module in self.watch.modules:
            module.__dict__.pop("__warningregistry__", None)
        todo = list(roots)
        while todo:
            thing = todo.pop()
            kind = type(thing)
            if kind in ATOMS or id(thing) in self.seen:
                continue
            # Identities last as long as their things.
            self.seen[id(thing)] = thing
            if len(self.seen) > MOST_THINGS:
                raise Opaque("the project's modules hold too much")
            todo.extend(self.look_into(thing, kind))

    def look_into(self, thing, kind):
        """Notes what a thing holds, and returns it."""
        if kind is types.ModuleType:
            return self.take_mapping(thing.__dict__) if self.watch.is_own(thing) else ()
        if kind in (dict, types.MappingProxyType):
            return self.take_mapping(thing)
        if kind in (list, set):
            return self.take_row(thing)
        if kind in (tuple, frozenset):
            return thing
        if kind is types.FunctionType:
            held = parts_of(thing)
            self.functions.append((thing, held))
            return [*held, thing.__dict__, *(thing.__closure__ or ())]
        if kind is types.CellType:
            self.cells.append((thing, contents_of(thing)))
            return [contents_of(thing)]
        if kind in HOLDERS:
            return [getattr(thing, name) for name in HOLDERS[kind]]
        if isinstance(thing, type):
            module = sys.modules.get(thing.__module__)
            return self.take_mapping(vars(thing)) if module is not None and self.watch.is_own(module) else ()
        if kind is lru_cache_type:
            self.caches.append((thing, thing.cache_info().currsize))
            return [thing.__wrapped__, thing.__dict__]
        return self.look_into_object(thing, kind)

    def look_into_object(self, thing, kind):
        module = kind.__module__ or ""
        is_calm = module.split(".")[0] in CALM and module != "unittest.mock"
        if is_calm or thing is random._inst:
            return ()
        for owner in kind.__mro__:
            if owner not in OPEN_KINDS and is_of_c(owner):
                raise Opaque("%s.%s cannot be looked into" % (module, kind.__qualname__))
        held = []
        if isinstance(thing, dict):
            held += self.take_mapping(thing)
        elif isinstance(thing, (list, set, collections.deque)):
            held += self.take_row(thing)
        elif isinstance(thing, (tuple, frozenset)):
            held += thing
        if hasattr(thing, "__dict__"):
            held += self.take_mapping(thing.__dict__)
        for name in [name for owner in kind.__mro__ for name in list_slots(owner)]:
            value = getattr(thing, name, None)
            self.slots.append((thing, name, value))
            held.append(value)
        return held

    def take_mapping(self, mapping):
        keys, values = list(mapping), list(mapping.values())
        self.mappings.append((mapping, keys, values))
        return [*keys, *(value for key, value in zip(keys, values) if key not in SKIPPED)]

    def take_row(self, row):
        held = list(row)
        self.rows.append((row, held))
        return held


def is_like(things, held):
    return len(things) == len(held) and all(map(operator.is_, things, held))


def parts_of(function):
    return (function.__defaults__, function.__kwdefaults__, function.__code__)


def contents_of(cell):
    try:
        return cell.cell_contents
    except ValueError:
        return None


def is_of_c(kind):
    """Whether a class is not made by Python's own statements, as far as its module tells."""
    if issubclass(kind, BaseException):
        return False
    module = sys.modules.get(kind.__module__)
    return not (getattr(module, "__file__", None) or "").endswith(".py") and kind.__module__ != "__main__"


def list_slots(owner):
    slots = vars(owner).get("__slots__", ())
    slots = (slots,) if isinstance(slots, str) else slots
    return [name for name in slots if name not in ("__dict__", "__weakref__")]
