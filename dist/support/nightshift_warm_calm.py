"""Keeps libraries of tests from doing another thing each time.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import sys

SEED = 1


def calm_libraries():
    """To be called when all is loaded."""
    try:
        if "hypothesis" in sys.modules:
            calm_hypothesis()
    except Exception:
        # Another version of it than is known: its tests are as free as they were.
        pass


def calm_hypothesis():
    """The same examples for every candidate, and none that another one has left behind."""
    from hypothesis import core, database

    core.global_force_seed = SEED
    kind = database.DirectoryBasedExampleDatabase
    kind.save = kind.delete = kind.move = lambda self, *args: None
    kind.fetch = lambda self, key: iter(())


def calm_random():
    """The same random numbers for every candidate."""
    if "random" in sys.modules:
        sys.modules["random"].seed(SEED)
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed(SEED)
