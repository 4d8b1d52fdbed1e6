import { describe, expect, it } from "vitest";
import { processExit } from "../../../src/policy/smells/process-exit.ts";
import { expectJudgements } from "./expect-judgements.ts";
import { judgeChange } from "./judge-change.ts";

expectJudgements(processExit, {
  "src/a.js": {
    denied: [
      "process.exit(0)",
      "process?.exit?.(0)",
      'process["exit"](0)',
      'process["ex" + "it"](0)',
      'process[["ex", "it"].join("")](0)',
      'process["tixe".split("").reverse().join("")](0)',
      "process[String.fromCharCode(101, 120, 105, 116)](0)",
      'process[atob("ZXhpdA==")](0)',
      "process[name](0)",
      "process.abort()",
      "process.kill(process.pid)",
      "process.reallyExit(0)",
      "process.exitCode = 0",
      "process.exitCode ||= 0",
      'process["exit" + "Code"] = 0',
      "const { exit } = process; exit(0)",
      "const { exit: leave } = process; leave(0)",
      'const { ["exit"]: leave } = process; leave()',
      "const { ...all } = process; all.exit(0)",
      "let exit; ({ exit } = process); exit(0)",
      "const p = process; p.exit(0)",
      "let p; p = process; p.exit(0)",
      "function f(p = process) { p.exit(0) }",
      "function f({ exit } = process) { exit(0) }",
      "const get = () => process; get().exit(0)",
      "(0, process.exit)(0)",
      "const go = () => { p = process; }; let p; go(); p.exit(0)",
      "function go() { ({ exit } = process); } go(); exit(0); var exit;",
      "const p = (0, process); p.exit(0)",
      "(true ? process : null).exit(0)",
      "(globalThis.process ?? {}).exit(0)",
      "globalThis.process.exit(0)",
      'globalThis["pro" + "cess"].exit(0)',
      "global.process.exit(0)",
      "const { process: { exit } } = globalThis; exit()",
      "const leave = process.exit.bind(process); leave(0)",
      "process.exit.call(process, 0)",
      'Reflect.get(process, "exit")(0)',
      "Reflect.apply(process.exit, process, [0])",
      "Object.values(process)",
      "globalThis[name]()",
      "proc\\u0065ss.exit(0)",
      "process.\\u{65}xit(0)",
      'import { exit } from "node:process"; exit(0)',
      'import { exit as leave } from "process"; leave(0)',
      'import leave from "node:process"; leave.exit(0)',
      'import * as p from "node:process"; p.exit(0)',
      'export { exit } from "node:process"',
      'require("process").exit(0)',
      'require("node:" + "process").exit(0)',
      '(await import("node:process")).exit(0)',
      'const { exit } = await import("node:process"); exit(0)',
      'process.getBuiltinModule("process").exit(0)',
      'import { createRequire } from "node:module"; createRequire(import.meta.url)("process").exit(0)',
      'process.on("exit", () => {})',
      'process.once("beforeExit", f)',
      'process.on("uncaughtException", () => {})',
      'process.on("unhandledRejection", () => {})',
      'process.prependListener("SIGTERM", f)',
      "process.on(event, f)",
      "process.removeAllListeners()",
      'process.emit("exit", 0)',
      "process.setUncaughtExceptionCaptureCallback(() => {})",
      "run(process)",
      "run({ process })",
      'vi.spyOn(process, "exit")',
      "Deno.exit(0)",
      "import { exit } from 'node:process';\nexport const stop = exit;",
    ],
    allowed: [
      "export function add(a, b) { return a + b; }",
      "router.exit(0); this.process.exit(); game.kill(player)",
      "function close(process) { process.exit(); }",
      "items.map((process) => process.kill())",
      'typeof process !== "undefined" && process.env.HOME',
      "const { env } = process",
      "const now = process.hrtime.bigint()",
      'process.on("warning", log)',
      "process.nextTick(f); process.cwd(); process.platform",
      "// process.exit(0)\nconst text = 'process.exit(0)'",
      "const code = process.exitCode",
      "let code = process.exitCode; code = 1",
      'import { env } from "node:process"',
      "if (typeof globalThis !== 'undefined') start()",
      "window.addEventListener('resize', f); listen(window, 'resize')",
    ],
  },
  "src/a.ts": {
    denied: [
      "(process as any).exit(0)",
      "process!.exit(0)",
      "(<any>process).exit(0)",
      'const leave: () => never = process["exit" as "exit"]; leave()',
      'import p = require("process"); p.exit(0)',
    ],
    allowed: [
      "type Exit = typeof process.exit;",
      'import type { Process } from "node:process"',
      "export interface Options { exit: (code: number) => void }",
    ],
  },
  "src/a.jsx": { denied: ["const a = <b onClick={() => process.exit(0)} />"] },
  "src/a.py": {
    denied: [
      "import os\nos._exit(0)",
      "import os as o\no._exit(0)",
      "from os import _exit\n_exit(0)",
      "from os import _exit as leave\nleave(0)",
      "from os import *\n_exit(0)",
      'import os\ngetattr(os, "_ex" + "it")(0)',
      'import os\ngetattr(os, "".join(["_ex", "it"]))(0)',
      "import os\ngetattr(os, name)(0)",
      'import os\nos.__dict__["_exit"](0)',
      'import os\nvars(os)["_exit"](0)',
      'import os\nos.__getattribute__("_exit")(0)',
      "import os\n(lambda: os)()._exit(0)",
      "import os\nif (o := os): o._exit(0)",
      '__import__("os")._exit(0)',
      'import importlib\nimportlib.import_module("o" "s")._exit(0)',
      'import sys\nsys.modules["os"]._exit(0)',
      "import sys\nsys.exit(0)",
      "from sys import exit as e\ne()",
      "exit()",
      "quit(0)",
      "leave = exit\nleave()",
      "import os\np = None\ndef f():\n    global p\n    p = os\nf()\np._exit(0)",
      "import os\ndef f():\n    p = None\n    def g():\n        nonlocal p\n        p = os\n    g()\n    p._exit(0)",
      "raise SystemExit",
      "raise SystemExit(0) from None",
      "stop = SystemExit\nraise stop",
      "raise KeyboardInterrupt",
      "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
      "import os\nos.abort()",
      "import atexit\natexit.register(f)",
      "from atexit import register\n@register\ndef f(): pass",
      "import sys\nsys.excepthook = f",
      "import signal\nsignal.signal(signal.SIGALRM, f)",
      "import functools, os\nfunctools.partial(os._exit, 0)()",
    ],
    allowed: [
      "def total(xs):\n    return sum(xs)",
      "def exit():\n    pass\nexit()",
      "self.exit()",
      "menu.quit()",
      "try:\n    run()\nexcept KeyboardInterrupt:\n    stop()",
      "import os\nos.path.join('a', 'b')\nos.getcwd()",
      "import sys\nsys.version_info >= (3, 9)",
      "# os._exit(0)\ntext = 'os._exit(0)'",
      "getattr(self, name)()",
    ],
  },
  "src/a.go": {
    denied: ['package a\nimport "os"\nfunc f() { os.Exit(0) }', "log.Fatal(err)"],
    allowed: ["// os.Exit(0)\nfunc f() int { return 1 }"],
  },
  "src/a.rs": { denied: ["std::process::exit(0);"], allowed: ["fn exit_code() -> i32 { 0 }"] },
  "src/a.rb": { denied: ["exit!(0)", "at_exit { }"], allowed: ["def exit_code; 0; end"] },
  "src/A.java": { denied: ["System.exit(0);"], allowed: ["int exit = 0;"] },
  "bin/run": {
    denied: ["#!/usr/bin/env node\nprocess.exit(0)"],
    allowed: ["process.exit is a word of the manual"],
  },
  "src/broken.js": { denied: ["const a = {{{;\nprocess.exit(0)", "} p = process['ex' + 'it']"] },
  "README.md": { allowed: ["Call process.exit(0) at the end."] },
  "test/a.test.js": {
    denied: [
      "process.exit(0)",
      "finish(process)",
      'import { mockAll } from "../src/a.js"; mockAll(globalThis)',
      "const mock = (p) => p.exit(0); mock(process)",
      "Promise.resolve(process).then(finish)",
    ],
    noted: [
      'vi.spyOn(process, "cwd").mockReturnValue("/")',
      'import { vi } from "vitest"; vi.spyOn(globalThis, "fetch")',
      'import { mock } from "node:test"; mock.method(process, "cwd", () => "/")',
      'test("a", (t) => { t.mock.method(process, "cwd", () => "/"); })',
      'const mockProperty = require("mock-property"); mockProperty(global, "Buffer", { delete: true })',
      'sinon.stub(process, "cwd")',
    ],
  },
});

describe("process-exit counted over a change", () => {
  const lines = (findings: readonly { line: number | null }[]) => findings.map(({ line }) => line);

  it("lets a file keep its exits, reworded", async () => {
    const before = "if (bad) process.exit(1);\nrun();\n";
    const after = "if (bad || worse) {\n  process.exitCode = 2;\n}\nrun();\n";
    expect(await judgeChange(processExit, [{ path: "bin/run.js", before, after }])).toEqual([]);
  });

  it("denies one more, on the line that is new", async () => {
    const before = "if (bad) process.exit(1);\n";
    const after = "if (bad) process.exit(1);\nprocess.exit(0);\n";
    expect(lines(await judgeChange(processExit, [{ path: "bin/run.js", before, after }]))).toEqual([2]);
  });

  it("knows a statement that moved to another file", async () => {
    const moved = "export function fail() {\n  process.exit(1);\n}\n";
    const change = [
      {
        path: "src/cli.js",
        before: `${moved}run();\n`,
        after: 'import { fail } from "./fail.js";\nrun(fail);\n',
      },
      { path: "src/fail.js", before: null, after: moved },
    ];
    expect(await judgeChange(processExit, change)).toEqual([]);
  });

  it("denies what was copied, and what changed on the way", async () => {
    const exit = "process.exit(1);\n";
    const copied = [
      { path: "src/a.js", before: exit, after: `${exit}run();\n` },
      { path: "src/b.js", before: "\n", after: exit },
    ];
    expect(await judgeChange(processExit, copied)).toMatchObject([{ file: "src/b.js", line: 1 }]);
    const altered = [
      { path: "src/a.js", before: exit, after: "run();\n" },
      { path: "src/b.js", before: "\n", after: "process.exit(0);\n" },
    ];
    expect(await judgeChange(processExit, altered)).toMatchObject([{ file: "src/b.js", line: 1 }]);
  });

  it("sees that a name came to mean the process, though its use stayed as it was", async () => {
    const before = 'import { jobs } from "./jobs.js";\nconst p = jobs;\nexport const f = () => p.exit(0);\n';
    const after =
      'import { jobs } from "./jobs.js";\nconst p = process;\nexport const f = () => p.exit(0);\n';
    expect(lines(await judgeChange(processExit, [{ path: "src/a.js", before, after }]))).toEqual([3]);
  });

  it("says nothing of lines that stay in a file that does not parse", async () => {
    const before = "} process.exit(0)\n";
    const after = "} process.exit(0)\nrun()\n";
    expect(await judgeChange(processExit, [{ path: "src/a.js", before, after }])).toEqual([]);
  });
});
