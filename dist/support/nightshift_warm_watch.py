"""Whether a run left the process as it found it, so that the next candidate may be run in it as if it were alone.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import decimal
import gc
import logging
import os
import signal
import sys
import threading
import types
import warnings

from nightshift_warm_inventory import Inventory, Opaque
from nightshift_warm_sources import is_of_project

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGALRM] if hasattr(signal, "SIGALRM") else []


class Watch:
    """What is there before a run; `is_same` after it. `roots` are looked into beside the project's modules."""

    def __init__(self, root, roots):
        self.root = root
        self.reason = None
        self.outside = None
        self.names = set(sys.modules)
        self.modules = [(name, module) for name, module in list(sys.modules.items()) if self.is_own(module)]
        self.inventory = Inventory(self)
        try:
            self.inventory.take([*(module for _, module in self.modules), *roots])
        except Opaque as error:
            self.reason = str(error)

    def begin(self):
        """A process of its own begins."""
        self.outside = look_outside()

    def is_same(self):
        """Whether nothing has changed. Caches of functions that were empty are emptied first."""
        if self.reason is not None:
            return False
        gc.collect()
        more = sys.modules.keys() - self.names
        if any(self.is_own(sys.modules[name]) for name in more):
            return False
        self.names |= more
        is_there = all(sys.modules.get(name) is module for name, module in self.modules)
        return is_there and self.inventory.is_same() and look_outside() == self.outside

    def is_own(self, module):
        file = getattr(module, "__file__", None)
        is_module = type(module) is types.ModuleType and isinstance(file, str)
        return is_module and is_of_project(os.path.abspath(file), self.root)


def look_outside():
    """The process beside the project's modules."""
    handlers = [signal.getsignal(number) for number in SIGNALS]
    root = logging.getLogger()
    context = decimal.getcontext()
    return (
        os.getcwd(),
        dict(getattr(os.environ, "_data", os.environ)),
        list(sys.path),
        threading.active_count(),
        list(map(id, handlers)),
        list(map(id, root.handlers)),
        (root.level, root.disabled, logging.root.manager.disable),
        (context.prec, context.rounding),
        list(warnings.filters),
        sys.getrecursionlimit(),
        len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0,
    )
