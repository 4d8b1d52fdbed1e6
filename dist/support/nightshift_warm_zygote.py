"""The process that those are forked from that load all of the project anew.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies.
"""

import base64
import gc
import json
import os
import signal
import socket
import sys

from nightshift_warm_job import Job
from nightshift_warm_sources import list_outside_modules

# For loading again what is not the project's own.
ANSWER_SECONDS = 60


class Zygote:
    """A process from before any module of the project was loaded, to fork those from that load all of it anew."""

    def __init__(self, settings, sources):
        """Forks it. In the zygote's own children `job` is set once this returns."""
        self.job = None
        self.is_gone = False
        self.settings = settings
        self.socket, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self.process = os.fork()
        if self.process != 0:
            other.close()
            self.socket.settimeout(ANSWER_SECONDS)
            return
        self.socket.close()
        self.wait(other, sources)

    def prepare(self, texts, modules):
        """Tells it what was loaded, so that it has the modules that are not the project's own."""
        coded = {path: base64.b64encode(text).decode() for path, text in texts.items()}
        self.send({"texts": coded, "modules": modules})

    def fork(self, request, output, folder):
        """Forks a process for a request, and returns its id. Raises OSError when the zygote is gone or hangs."""
        if self.is_gone:
            raise OSError("the zygote is gone")
        # What it answers later would be taken for the answer to another request.
        self.is_gone = True
        self.send({"request": request, "folder": folder}, [output])
        answer = receive(self.socket, 4)
        self.is_gone = len(answer) < 4
        if self.is_gone:
            raise OSError("the zygote is gone")
        return int.from_bytes(answer, "big")

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
