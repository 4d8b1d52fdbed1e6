"""What the supervisor wrote for a warm session.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import json
import os
import sys


class Settings:
    """What the supervisor wrote for this session; the variables that brought us here are put back."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            values = json.load(file)
        self.token = values["token"]
        self.root = values["root"]
        self.folder = values["folder"]
        self.paths = values["paths"]
        self.targets = {tuple(target) for target in values["targets"]}
        self.kept = {tuple(target) for target in values["kept"]}
        self.width = values["width"]
        self.requests = values["requests"]
        self.replies = values["replies"]
        # The project is to find no module of ours.
        sys.path[:] = [path for path in sys.path if os.path.abspath(path) != os.path.dirname(os.path.abspath(__file__))]
        for name, value in values["environment"].items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
