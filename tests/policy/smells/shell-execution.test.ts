import { shellExecution } from "../../../src/policy/smells/shell-execution.ts";
import { expectJudgements } from "./expect-judgements.ts";

expectJudgements(shellExecution, {
  "src/a.js": {
    denied: [
      'import { execSync } from "node:child_process"; execSync("ls")',
      'import * as cp from "child_process"; cp["ex" + "ec"]("ls")',
      'import cp from "node:child_process"',
      'const { spawn } = require("child_process")',
      'require("child_" + "process").exec("ls")',
      'await import("node:child_process")',
      'process.getBuiltinModule("child_process").spawn("ls")',
      'process.mainModule.require("child_process").exec("ls")',
      'import { execa } from "execa"',
      'import { Worker } from "node:worker_threads"; new Worker("x", { eval: true })',
      "new Worker(url)",
      'Bun.spawn(["ls"])',
      'export * from "node:child_process"',
    ],
    allowed: [
      "/a+/.exec(text)",
      "query.exec(); db.exec('select 1'); fork(tree)",
      'import { spawn } from "./enemies.js"; spawn(3)',
      'import type { ChildProcess } from "./child.js"',
    ],
  },
  "src/a.py": {
    denied: [
      'import os\nos.system("ls")',
      'import subprocess\nsubprocess.run(["ls"])',
      "from subprocess import Popen as P\nP(['ls'])",
      'import os\ngetattr(os, "sys" + "tem")("ls")',
      "import os\nos.fork()",
      "import os\nos.execvp('ls', ['ls'])",
      "import pty\npty.spawn('sh')",
      "import asyncio\nasyncio.create_subprocess_exec('ls')",
    ],
    noted: ["import multiprocessing"],
    allowed: ["def system(x):\n    return x\nsystem(1)", "cursor.execute('select 1')", "subprocess = 1"],
  },
  "src/a.go": { denied: ['import "os/exec"\nexec.Command("ls")'] },
  "src/a.rs": { denied: ['Command::new("ls").spawn();'] },
  "test/cli.test.js": {
    noted: ['import { execFileSync } from "node:child_process"; execFileSync("node", ["bin/x.js"])'],
  },
});
