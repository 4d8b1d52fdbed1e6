"""The project's sources: compiled with fuel as they are imported, and a candidate's texts in place of the disk's.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import os
import sys
from importlib.machinery import SourceFileLoader

import nightshift_warm_fuel as fuel


class Sources:
    """Texts and code of the files that candidates may edit, by absolute path."""

    def __init__(self, root, paths, is_counted=True):
        self.root = root
        self.wanted = {os.path.join(root, path) for path in paths if path.endswith(".py")}
        self.is_counted = is_counted
        # What is imported is kept, so that a tree that changes meanwhile changes nothing here.
        self.texts = {}
        self.edits = {}
        self.codes = {}
        self.known = {}
        self.on_code = None

    def install(self):
        """Has every import of these files come here, whoever finds them."""
        original = SourceFileLoader.get_code
        sources = self

        def get_code(loader, fullname):
            path = sources.find(loader.path)
            return original(loader, fullname) if path is None else sources.compile(path, loader.path)

        SourceFileLoader.get_code = get_code

    def find(self, filename):
        """The file's path in the tree if it is one of these, however it was reached; else None."""
        if filename not in self.known:
            path = os.path.realpath(filename)
            self.known[filename] = path if path in self.wanted or path in self.edits else None
        return self.known[filename]

    def read(self, path):
        """The candidate's text, else what was imported first, else what is on the disk."""
        if path in self.edits:
            text = self.edits[path]
            if text is None:
                raise FileNotFoundError(2, "deleted by the candidate", path)
            return text
        if path not in self.texts:
            with open(path, "rb") as file:
                self.texts[path] = file.read()
        return self.texts[path]

    def compile(self, path, filename):
        code = fuel.compile_source(self.read(path), filename, is_counted=self.is_counted)
        self.codes.setdefault(path, []).append(code)
        if self.on_code is not None:
            self.on_code(path, code)
        return code

    def relative(self, path):
        return os.path.relpath(path, self.root)

    def set_edits(self, edits):
        """Takes a candidate's texts; tests' files among them are taken by pytest's own loader."""
        self.edits = {
            os.path.join(self.root, path): None if text is None else text.encode("utf-8") for path, text in edits
        }
        self.known.clear()


def is_of_project(filename, root):
    """Whether a file is the project's own: in its tree, and not installed there."""
    return (
        filename.startswith(os.path.join(root, ""))
        and (os.sep + "site-packages" + os.sep) not in filename
        and (os.sep + "node_modules" + os.sep) not in filename
    )


def list_outside_modules(root):
    """Names of loaded modules that are not the project's own, in the order in which they were loaded."""
    names = []
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        is_own = isinstance(file, str) and is_of_project(os.path.realpath(file), root)
        paths = getattr(module, "__path__", None) or []
        is_own_package = file is None and any(is_of_project(os.path.realpath(path), root) for path in paths)
        if not is_own and not is_own_package and name != "__main__":
            names.append(name)
    return names
