import { stackInspection } from "../../../src/policy/smells/stack-inspection.ts";
import { expectJudgements } from "./expect-judgements.ts";

expectJudgements(stackInspection, {
  "src/a.js": {
    denied: [
      "new Error().stack",
      'new Error().stack.includes("test")',
      "const e = new Error(); if (/test/.test(e.stack)) run()",
      "const { stack } = new Error(); use(stack)",
      'new Error()["sta" + "ck"]',
      "Error().stack",
      'try { throw new Error() } catch (e) { if (e.stack.includes("test")) run() }',
      "try { f() } catch (error) { error.stack.split('\\n')[2] }",
      "Error.prepareStackTrace = (e, frames) => frames",
      "const o = {}; Error.captureStackTrace(o); o.stack",
      'try { f() } catch (e) { trail = e[[..."kcats"].reverse().join("")]; }',
      "try { f() } catch (error) { const trail = error.stack; if (trail.includes('test')) run(); }",
      "arguments.callee.caller",
      "function f() { return f.caller; }",
      'import inspector from "node:inspector"',
      'import v8 from "node:v8"; v8.setFlagsFromString("--x")',
      'import { createHook } from "node:async_hooks"',
      'import { getCallSites } from "node:util"; getCallSites()',
      'readFileSync("/proc/self/cmdline")',
      'readFileSync("/pr" + "oc/self/environ")',
    ],
    allowed: [
      "log.error(error.stack)",
      "console.error(e.stack ?? e.message)",
      "this.stack.push(1); this.stack.includes(2); const { stack } = this",
      "class E extends Error { constructor() { super(); Error.captureStackTrace(this, E); } }",
      'import { AsyncLocalStorage } from "node:async_hooks"',
      "if (person.caller) answer(person.caller)",
      "parser.stack.slice(1)",
    ],
  },
  "src/a.py": {
    denied: [
      "import inspect\ninspect.stack()[1]",
      "from inspect import currentframe as f\nf()",
      "import sys\nsys._getframe(1)",
      'import sys\ngetattr(sys, "_get" + "frame")(1)',
      "frame.f_back.f_locals",
      "import traceback\ntraceback.extract_stack()",
      "error.__traceback__.tb_frame",
      "import gc\ngc.get_objects()",
      "import sys\nsys.settrace(f)",
    ],
    allowed: [
      "import inspect\ninspect.signature(f)\ninspect.isfunction(f)",
      "import traceback\ntraceback.print_exc()\ntraceback.format_exc()",
      "stack = []\nstack.append(1)",
      "import gc\ngc.collect()",
    ],
  },
  "src/a.go": { denied: ["runtime.Caller(1)"] },
  "src/A.java": { denied: ["Thread.currentThread().getStackTrace()"] },
});
