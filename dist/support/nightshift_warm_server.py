"""The process that has tests and modules loaded: forks for each candidate, and tells how it fared.

Requests come as JSON lines through one named pipe, answers go through another. Runs inside the user's project under
the user's own Python (3.9 and newer), so it has no dependencies. The other end is `src/brain/search/warm/python-link.ts`.
"""

import gc
import json
import os
import selectors
import shutil
import signal
import tempfile
import time
import warnings

from nightshift_warm_job import Job
from nightshift_warm_running import Running

MAX_OUTPUT = 24 * 1024 * 1024
TICK_SECONDS = 0.25


class Server:
    """Forks, listens and answers, until the supervisor is gone."""

    def __init__(self, settings, zygote):
        self.settings = settings
        self.zygote = zygote
        self.folder = tempfile.mkdtemp(prefix="nightshift-warm-")
        self.queue = []
        self.running = {}
        self.idle = []
        self.known = []
        self.count = 0
        self.dying = []
        self.next_look = 0
        self.input = os.open(settings.requests, os.O_RDONLY | os.O_NONBLOCK)
        self.output = os.open(settings.replies, os.O_WRONLY)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.input, selectors.EVENT_READ)
        self.buffer = b""

    def say(self, message):
        data = ("%s %s\n" % (self.settings.token, json.dumps(message))).encode("utf-8", "replace")
        while data:
            data = data[os.write(self.output, data) :]

    def serve(self, work, foresee):
        """Answers requests. `work(job)` is what a forked process does, and does not return from; `foresee(request)` does
        ahead of forks what they would all do."""
        self.foresee = foresee
        gc.collect()
        gc.freeze()
        while True:
            while self.queue and len(self.running) < self.settings.width:
                self.start(self.queue.pop(0), work)
            self.reap()
            for key, _ in self.selector.select(TICK_SECONDS if self.running else None):
                if key.fd == self.input:
                    if not self.take_requests():
                        self.stop()
                else:
                    self.take_output(key.fd)
            for running in self.list_due():
                reason = running.find_end()
                if reason is not None:
                    running.end = {"ended": reason}
                    self.finish(running)

    def list_due(self):
        """Those at work, now and then."""
        now = time.monotonic()
        if now < self.next_look:
            return []
        self.next_look = now + TICK_SECONDS
        return list(self.running.values())

    def reap(self):
        """Takes note of processes that are gone, without waiting for any."""
        for process in list(self.dying):
            try:
                is_gone = os.waitpid(process, os.WNOHANG)[0] != 0
            except OSError:
                is_gone = True
            if is_gone:
                self.dying.remove(process)

    def take_requests(self):
        data = os.read(self.input, 1 << 20)
        if not data:
            return False
        *lines, self.buffer = (self.buffer + data).split(b"\n")
        for line in lines:
            request = json.loads(line)
            if request["op"] == "cancel":
                self.queue.clear()
                for running in list(self.running.values()):
                    self.discard(running)
            else:
                self.queue.append(request)
        return True

    def start(self, request, work):
        self.foresee(request)
        running = self.take_idle(request) or (
            self.fork_zygote(request) if request["way"] == "reload" else self.fork(request, work)
        )
        running.begin(request)
        self.running[running.input_end] = running
        if running not in self.known:
            self.known.append(running)
            self.selector.register(running.input_end, selectors.EVENT_READ)

    def take_idle(self, request):
        """A process that is as good as new."""
        if request["way"] == "reload" or request["op"] != "run" or not self.idle:
            return None
        running = self.idle.pop()
        data = (json.dumps(request) + "\n").encode()
        try:
            while data:
                data = data[os.write(running.output_end, data) :]
        except OSError:
            # It is gone.
            self.discard(running)
            return None
        return running

    def make_folder(self):
        self.count += 1
        return os.path.join(self.folder, str(self.count))

    def fork_zygote(self, request):
        folder = self.make_folder()
        input_end, output_end = os.pipe()
        try:
            process = self.zygote.fork(request, output_end, folder)
        except OSError:
            # Nobody will write, which reads as the end of the process.
            process = None
        os.close(output_end)
        return Running(process, input_end, None, folder)

    def fork(self, request, work):
        folder = self.make_folder()
        input_end, output_end = os.pipe()
        requests_end, own_end = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            process = os.fork()
        if process == 0:
            self.zygote.leave()
            others = [end for running in self.known for end in (running.input_end, running.output_end)]
            for descriptor in [self.input, self.output, input_end, own_end, *others]:
                if descriptor is not None:
                    os.close(descriptor)
            self.selector.close()
            job = Job(request, self.settings.token, output_end, folder, os.fdopen(requests_end, encoding="utf-8"))
            job.start()
            work(job)
        os.close(output_end)
        os.close(requests_end)
        try:
            os.setpgid(process, process)
        except OSError:
            pass
        return Running(process, input_end, own_end, folder)

    def take_output(self, descriptor):
        running = next((one for one in self.known if one.input_end == descriptor), None)
        if running is None:
            # It was dropped a moment ago.
            return
        data = os.read(descriptor, 1 << 16)
        if running.input_end not in self.running:
            # It was idle, and has ended or talks out of turn.
            self.idle.remove(running)
            self.discard(running)
            return
        running.size += len(data)
        *lines, running.rest = (running.rest + data).split(b"\n")
        token = self.settings.token.encode()
        for line in lines:
            if not line.startswith(token):
                continue
            message = json.loads(line[len(token) :])
            if "end" in message or "ended" in message or "reload" in message:
                running.end = message
            else:
                running.lines.append(message)
        if running.end is None and running.size > MAX_OUTPUT:
            running.end = {"ended": "it tells too much"}
        if running.end is None and not data:
            running.end = {"ended": "its process ended"}
        if running.end is not None:
            self.finish(running)

    def finish(self, running):
        """Answers, or has a candidate loaded anew. A process that was left as it was found is used again."""
        request, lines, end = running.request, running.lines, running.end
        if end.pop("isFree", False):
            del self.running[running.input_end]
            self.idle.append(running)
        else:
            self.discard(running)
        if "reload" in end:
            self.queue.insert(0, dict(request, way="reload"))
        else:
            self.say({"seq": request["seq"], "lines": lines, "end": end})

    def discard(self, running):
        """Ends a process with all that it started."""
        for kill in (os.killpg, os.kill) if running.process else ():
            try:
                kill(running.process, signal.SIGKILL)
            except OSError:
                pass
        self.running.pop(running.input_end, None)
        self.known.remove(running)
        self.selector.unregister(running.input_end)
        os.close(running.input_end)
        if running.output_end is not None:
            self.dying.append(running.process)
            os.close(running.output_end)
        shutil.rmtree(running.folder, ignore_errors=True)

    def stop(self):
        for running in list(self.known):
            self.discard(running)
        for process in self.dying:
            try:
                os.waitpid(process, 0)
            except OSError:
                pass
        shutil.rmtree(self.folder, ignore_errors=True)
        os._exit(0)
