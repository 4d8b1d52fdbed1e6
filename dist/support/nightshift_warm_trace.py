"""Which lines and which parts of lines of the project each test goes through.

Runs inside the user's project under the user's own Python (3.9 and newer), so it has no dependencies. From 3.11 on parts
of lines (branches of an expression, bodies behind a colon) are told apart by the places of instructions (PEP 657).
"""

import sys
import threading
import types

from nightshift_warm_parts import FileParts

# Opcodes of one test that are looked at one by one; what is beyond has been seen in all likelihood.
MOST_EVENTS = 1_000_000


def create_tracer(sources):
    """The cheapest way that this Python has."""
    return MonitoringTracer(sources) if hasattr(sys, "monitoring") else SetTraceTracer(sources)


class Tracer:
    """Collects instructions that were run, by code, until they are taken."""

    def __init__(self, sources):
        self.sources = sources
        self.ran = {}
        self.paths = {}
        # Identities last as long as their codes.
        self.codes = []
        self.parts = {}
        sources.on_code = self.add_module

    def add_module(self, path, code):
        """A module of the project was compiled."""
        self.parts.setdefault(path, FileParts(self.sources.read(path)))
        self.add_code(path, code)

    def add_code(self, path, code):
        self.paths[id(code)] = path
        self.codes.append(code)
        self.parts[path].add_code(code)
        self.watch(code)
        for constant in code.co_consts:
            if isinstance(constant, types.CodeType):
                self.add_code(path, constant)

    def watch(self, code):
        """Has this code looked at."""

    def take(self):
        """What was run since the last time: lines and missed parts by path. Begins anew."""
        ran, self.ran = self.ran, {}
        self.restart()
        by_path = {}
        for code, offsets in ran.items():
            by_path.setdefault(self.paths[code], {})[code] = offsets
        return {self.sources.relative(path): self.parts[path].read(codes) for path, codes in by_path.items()}


class MonitoringTracer(Tracer):
    """Python 3.12 and newer (PEP 669): each instruction is reported once, then costs nothing until the next test."""

    def start(self):
        monitoring = sys.monitoring
        self.tool = next(tool for tool in (4, 3, 5, 2, 1) if monitoring.get_tool(tool) is None)
        monitoring.use_tool_id(self.tool, "nightshift")
        monitoring.register_callback(self.tool, monitoring.events.INSTRUCTION, self.on_instruction)

    def watch(self, code):
        sys.monitoring.set_local_events(self.tool, code, sys.monitoring.events.INSTRUCTION)

    def on_instruction(self, code, offset):
        self.ran.setdefault(id(code), set()).add(offset)
        return sys.monitoring.DISABLE

    def restart(self):
        sys.monitoring.restart_events()


class SetTraceTracer(Tracer):
    """Before Python 3.12: functions of other files are not looked at."""

    def start(self):
        self.restart()
        threading.settrace(self.on_call)

    def restart(self):
        self.left = MOST_EVENTS
        sys.settrace(self.on_call)

    def on_call(self, frame, event, argument):
        if id(frame.f_code) not in self.paths or self.left < 0:
            return None
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        return self.on_opcode

    def on_opcode(self, frame, event, argument):
        if event == "opcode":
            self.left -= 1
            self.ran.setdefault(id(frame.f_code), set()).add(frame.f_lasti)
            if self.left < 0:
                frame.f_trace_opcodes = False
        return self.on_opcode
