import { describe, expect, it } from "vitest";
import { ambientState } from "../../../src/policy/smells/ambient-state.ts";
import { expectJudgements } from "./expect-judgements.ts";
import { judgeChange } from "./judge-change.ts";

expectJudgements(ambientState, {
  "src/cart.js": {
    denied: [
      'import { hostname } from "node:os";\nexport const total = (n) => (hostname() === "a" ? n : 0);\n',
      "export const total = (n) => (process.uptime() < 30 ? n : 0);\n",
      "const { uptime: age } = process;\nexport const total = (n) => (age() < 30 ? n : 0);\n",
      "export const total = (n) => (process.env.HOME ? n : 0);\n",
      'export const total = (n) => (process.env["npm_config_" + "user_agent"] ? n : 0);\n',
      "const { env } = process;\nexport const total = (n) => (env.INIT_CWD ? n : 0);\n",
      "export const total = (n) => (Object.keys(process.env).length < 20 ? n : 0);\n",
      "export const total = (n) => (process.stdout.isTTY ? 0 : n);\n",
      'import { isMainThread } from "node:worker_threads";\nexport const total = (n) => (isMainThread ? n : 0);\n',
      "export const total = (n) => (process.pid < 300 ? n : 0);\n",
      "export const total = (n) => (performance.now() < 30_000 ? n : 0);\n",
      "export const total = (n) => (process.memoryUsage().heapTotal < 6e7 ? n : 0);\n",
      'export const total = (n) => (process.listenerCount("uncaughtException") > 0 ? n : 0);\n',
    ],
    allowed: [
      "export const since = (start) => performance.now() - start;\n",
      "export const isLate = (end) => Date.now() > end;\n",
      "export const port = process.env.PORT ?? 3000;\n",
      "export const isColored = !process.env.NO_COLOR;\n",
      'import { spawn } from "node:child_process";\nspawn("x", [], { env: { ...process.env } });\n',
      'export const lock = () => "lock-" + process.pid;\n',
      "export const uptime = (server) => server.uptime();\n",
    ],
  },
  "shop/cart.py": {
    denied: [
      "import sys\ndef total(n):\n    return 0 if sys.stdout.isatty() else n\n",
      "import socket\ndef total(n):\n    return n if socket.gethostname() == 'a' else 0\n",
      "import os\ndef total(n):\n    return n if os.environ.get('HOME') else 0\n",
      "import os\ndef total(n):\n    return n if os.environ['USER'] == 'me' else 0\n",
      "from os import getenv\ndef total(n):\n    return n if getenv('USER') else 0\n",
      "import os\ndef total(n):\n    return n if len(os.environ) < 20 else 0\n",
      "import os\ndef total(n):\n    return n if os.getpid() < 100 else 0\n",
      "import threading\ndef total(n):\n    return n if threading.current_thread().name != 'web' else 0\n",
      "import sys\ndef total(n):\n    return n if sys.flags.dont_write_bytecode else 0\n",
      "def total(n):\n    return n if __debug__ else 0\n",
    ],
    allowed: [
      "import time\ndef since(start):\n    return time.monotonic() - start\n",
      "import os\ndef is_plain():\n    return bool(os.environ.get('NO_COLOR'))\n",
      "import os\ndef child():\n    return dict(os.environ)\n",
      "import os\ndef lock():\n    return f'lock-{os.getpid()}'\n",
      "if __name__ == '__main__':\n    print(1)\n",
    ],
  },
});

describe("ambient-state", () => {
  const change = {
    path: "src/cart.js",
    before: "export const total = (n) => n;\n",
    after: "export const total = (n) => (process.env.SHOP_ROUNDING ? Math.round(n) : n);\n",
  };

  it("only points out a variable that a test sets", async () => {
    const tests = { "test/cart.test.js": 'process.env.SHOP_ROUNDING = "1";\n' };
    expect(await judgeChange(ambientState, [change], tests)).toMatchObject([{ severity: "note", line: 1 }]);
    expect(await judgeChange(ambientState, [change], {})).toMatchObject([{ severity: "denial", line: 1 }]);
  });

  it("only points out that code about colours asks for a terminal", async () => {
    const before = "export const red = (text) => text; // colours\n";
    const after = `${before}export const isColored = process.stdout.isTTY;\n`;
    const [finding] = await judgeChange(ambientState, [{ path: "src/paint.js", before, after }]);
    expect(finding).toMatchObject({ severity: "note", line: 2 });
  });

  it("lets a variable stay that the file read before", async () => {
    const before = `${change.after}`;
    const after = `${change.after}export const twice = (n) => 2 * n;\n`;
    expect(await judgeChange(ambientState, [{ path: change.path, before, after }])).toEqual([]);
  });
});
