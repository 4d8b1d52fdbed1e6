"""What both runners share: sources, functions and the zygote, and who answers requests.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import atexit
import os
import sys

import nightshift_warm_fuel as fuel
from nightshift_warm_calm import calm_libraries, calm_random
from nightshift_warm_guard import Guard
from nightshift_warm_server import Server
from nightshift_warm_sources import Sources, list_outside_modules
from nightshift_warm_swap import Functions
from nightshift_warm_watch import Watch
from nightshift_warm_work import Worker
from nightshift_warm_zygote import Zygote


class State:
    """Made before anything of the project is loaded; has a `worker` in a process that loads all anew for one request."""

    def __init__(self, settings):
        self.settings = settings
        self.sources = Sources(settings.root, settings.paths)
        self.sources.install()
        self.functions = Functions(self.sources)
        self.zygote = Zygote(settings, self.sources)
        self.worker = None
        if self.zygote.job is not None:
            self.load_anew()
            return
        note = self.functions.note_load
        fuel.set_tick(lambda: note(sys._getframe(1)))

    def load_anew(self):
        self.worker = worker = Worker(self.zygote.job, self.settings, self.sources)
        self.sources.set_edits(worker.request["edits"])
        atexit.register(self.leave_early)
        calm_random()
        worker.prepare()

    def leave_early(self):
        """It did not come to its tests."""
        is_out = self.worker.tank.is_empty
        self.worker.job.leave(self.worker.describe_end(False) if is_out else {"ended": "it does not load"})

    def take_over(self, suite, runner):
        """Runs the one request, or serves; returns from neither. `suite` is that of a runner."""
        calm_libraries()
        if self.worker is not None:
            self.worker.job.leave(self.worker.run(suite))
        self.zygote.prepare(self.sources.texts, list_outside_modules(self.settings.root))
        self.functions.find()
        watch = Watch(self.settings.root, suite.roots)
        server = Server(self.settings, self.zygote)
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 1)
        os.dup2(null, 2)
        server.say({"hello": {"runner": runner, "tests": len(suite.ids)}})

        def work(job):
            watch.begin()
            guard = Guard()
            while True:
                calm_random()
                worker = Worker(job, self.settings, self.sources, guard)
                message = worker.swap(suite, self.functions)
                if message is None:
                    worker.prepare()
                    message = worker.run(suite)
                self.functions.restore()
                self.sources.set_edits([])
                is_plain = job.request["op"] == "run" and not worker.tank.is_empty and not guard.has_started
                if not (is_plain and not os.listdir(job.folder) and watch.is_same()):
                    job.leave(message)
                job.tell(dict(message, isFree=True))
                job.take_next()

        server.serve(work, lambda request: self.functions.foresee(request["edits"]))
