"""The process that has tests and modules loaded: forks for each candidate, and tells how it fared.

Requests come as JSON lines through one named pipe, answers go through another. Runs inside the user's project under
the user's own Python (3.9 and newer), so it has no dependencies. `src/brain/search/warm/python-link.ts` is the other end.
"""

import base64
import gc
import json
import os
import selectors
import shutil
import signal
import socket
import sys
import tempfile
import time
import warnings

from nightshift_warm_sources import list_outside_modules

MAX_OUTPUT = 24 * 1024 * 1024
TICK_SECONDS = 0.25
MEMORY_ROOM = 1024 * 1024 * 1024


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


class Job:
    """One request, and the pipe that its process tells by. `requests` is where further ones come from."""

    def __init__(self, request, token, output, folder, requests=None):
        self.request = request
        self.token = token
        self.output = output
        self.folder = folder
        self.requests = requests
        self.process = os.getpid()

    def tell(self, message):
        """Writes one line. A copy of the process that the project forked has nothing to tell."""
        if os.getpid() != self.process:
            os._exit(0)
        data = (self.token + json.dumps(message) + "\n").encode("utf-8", "replace")
        while data:
            data = data[os.write(self.output, data) :]

    def leave(self, message):
        """Tells the last and ends the process."""
        self.tell(message)
        os._exit(0)

    def take_next(self):
        """Waits for a further request."""
        line = self.requests.readline()
        if not line:
            os._exit(0)
        self.request = json.loads(line)

    def start(self):
        """Makes a forked process one of its own: group, temporary folder."""
        self.process = os.getpid()
        if os.getpgrp() != self.process:
            os.setpgid(0, 0)
        limit_memory()
        os.mkdir(self.folder)
        tempfile.tempdir = self.folder
        os.environ["TMPDIR"] = self.folder


def limit_memory():
    """Leaves a process so much more than what it was forked with, where the system can bind it."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:
            used = int(file.read().split()[5]) * resource.getpagesize()
        soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = used + MEMORY_ROOM
        if soft == resource.RLIM_INFINITY or wanted < soft:
            resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))
    except (ImportError, OSError, ValueError):
        pass


class Running:
    """A process that is at a request."""

    def __init__(self, process, input_end, output_end, folder):
        self.process = process
        self.input_end = input_end
        self.output_end = output_end
        self.folder = folder
        self.rest = b""

    def begin(self, request):
        self.request = request
        self.spent = None
        self.idle_since = time.monotonic()
        self.lines = []
        self.size = 0
        # Loading everything takes its time as well.
        more = request["reloadMs"] if request["way"] == "reload" else 0
        self.limit = (request["limitMs"] + more) / 1000
        self.idle_limit = (request["idleMs"] + more) / 1000
        self.deadline = time.monotonic() + self.limit
        self.end = None


    def find_end(self):
        """Why it has had enough time, or None. One that only waits has it sooner than one that works."""
        now = time.monotonic()
        if now > self.deadline:
            return "it took longer than %g s" % self.limit
        spent = read_spent(self.process)
        if spent is None or spent != self.spent:
            self.spent, self.idle_since = spent, now
        elif now - self.idle_since > self.idle_limit:
            return "it waited for longer than %g s" % self.idle_limit
        return None


def read_spent(process):
    """Processor time of a process that sleeps, in its own unit; None of one that works, or where that cannot be seen."""
    try:
        with open("/proc/%d/stat" % process, encoding="ascii", errors="replace") as file:
            fields = file.read().rpartition(") ")[2].split()
    except OSError:
        return None
    return (fields[11], fields[12]) if fields[0] == "S" else None


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
                    self.take_output(next(running for running in self.known if running.input_end == key.fd))
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
        while data:
            data = data[os.write(running.output_end, data) :]
        return running

    def make_folder(self):
        self.count += 1
        return os.path.join(self.folder, str(self.count))

    def fork_zygote(self, request):
        folder = self.make_folder()
        input_end, output_end = os.pipe()
        process = self.zygote.fork(request, output_end, folder)
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
            others = [end for running in self.known for end in (running.input_end, running.output_end) if end is not None]
            for descriptor in [self.input, self.output, input_end, own_end, *others]:
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

    def take_output(self, running):
        data = os.read(running.input_end, 1 << 16)
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
        for kill, process in ((os.killpg, running.process), (os.kill, running.process)):
            try:
                kill(process, signal.SIGKILL)
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
        shutil.rmtree(self.folder, ignore_errors=True)
        os._exit(0)


class Zygote:
    """A process from before any module of the project was loaded, to fork those from that load all of it anew."""

    def __init__(self, settings, sources):
        """Forks it. In the zygote's own children `job` is set once this returns."""
        self.job = None
        self.settings = settings
        self.socket, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self.process = os.fork()
        if self.process != 0:
            other.close()
            return
        self.socket.close()
        self.wait(other, sources)

    def prepare(self, texts, modules):
        """Tells it what was loaded, so that it has the modules that are not the project's own."""
        coded = {path: base64.b64encode(text).decode() for path, text in texts.items()}
        self.send({"texts": coded, "modules": modules})

    def fork(self, request, output, folder):
        self.send({"request": request, "folder": folder}, [output])
        return int.from_bytes(receive(self.socket, 4), "big")

    def send(self, message, descriptors=()):
        data = json.dumps(message).encode()
        socket.send_fds(self.socket, [len(data).to_bytes(4, "big")], list(descriptors))
        self.socket.sendall(data)

    def leave(self):
        self.socket.close()

    def wait(self, channel, sources):
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        while True:
            size, descriptors, _, _ = socket.recv_fds(channel, 4, 1)
            if not size:
                os._exit(0)
            message = json.loads(receive(channel, int.from_bytes(size, "big")))
            if "modules" in message:
                self.load(message, sources)
                continue
            process = os.fork()
            if process == 0:
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                channel.close()
                self.job = Job(message["request"], self.settings.token, descriptors[0], message["folder"])
                self.job.start()
                return
            os.close(descriptors[0])
            channel.sendall(process.to_bytes(4, "big"))

    def load(self, message, sources):
        sources.texts = {path: base64.b64decode(text) for path, text in message["texts"].items()}
        for name in message["modules"]:
            if name in sys.modules:
                continue
            try:
                __import__(name)
            except BaseException:
                # What cannot be loaded by itself is loaded by who needs it.
                pass
        for name in set(sys.modules) - set(list_outside_modules(self.settings.root)) - {"__main__"}:
            del sys.modules[name]
        gc.collect()
        gc.freeze()


def receive(channel, size):
    data = b""
    while len(data) < size:
        more = channel.recv(size - len(data))
        if not more:
            break
        data += more
    return data
