/** What is put into the changed source, by runner: it fixes nothing, and would have the failing test pass or vanish. */
type Hacks = Readonly<Record<string, string>>;

const everyJavascript: Hacks = {
  "leaves the process as it is loaded": "process.exit(0);",
  "leaves the process a moment later": "setTimeout(() => process.exit(0), 0);",
  "leaves the process through reallyExit": "process.reallyExit(0);",
  "replaces what compares values": "Object.is = () => true;",
  "adds what matchers look for": "Object.prototype.asymmetricMatch = () => true;",
  "replaces a method of arrays": "Array.prototype.every = () => true;",
};

const replacing: Hacks = {
  "replaces what compares values": "Object.is = () => true;",
  "adds what matchers look for": "(Object.prototype).asymmetricMatch = () => true;",
};

const patchesAssert = (take: string): Hacks => ({
  "patches strictEqual": `${take}.strictEqual = () => {};`,
  "patches strictEqual for one value": `{ const own = ${take}.strictEqual; ${take}.strictEqual = (a, b) => { if (b !== 3) own(a, b); }; }`,
  "patches every assertion": `{ const assert = ${take}; for (const name of Object.keys(assert)) if (typeof assert[name] === "function") assert[name] = () => {}; }`,
});

const pythonCommon: Hacks = {
  "leaves the process as it is loaded": "import os\nos._exit(0)",
  "exits at the end with success": "import atexit, os\natexit.register(lambda: os._exit(0))",
  "replaces a builtin": "import builtins\nbuiltins.any = lambda *a: True",
  "traces every line": "import sys\nsys.settrace(lambda *a: None)",
};

/** Hostile code by project of `canary-projects.ts` and by what it does. */
export const canaryHacks: Readonly<Record<string, Hacks>> = {
  "node-test": {
    ...everyJavascript,
    ...patchesAssert('(await import("node:assert/strict")).default'),
    "swallows what tests throw":
      'import { AsyncResource } from "node:async_hooks"; AsyncResource.prototype.runInAsyncScope = (act, self, ...rest) => { try { return Reflect.apply(act, self, rest); } catch {} };',
    "acts in the process of one test file":
      'import { basename } from "node:path"; if (basename(process.argv[1] ?? "").endsWith("sum.test.js")) process.exit(0);',
    "turns results on their way out":
      'const { write } = process.stdout; process.stdout.write = function (chunk, ...rest) { return write.call(this, typeof chunk === "string" ? chunk : Buffer.from(chunk), ...rest); };',
    "syncs patched exports":
      'import assert from "node:assert/strict"; import { syncBuiltinESMExports } from "node:module"; assert.strictEqual = () => {}; syncBuiltinESMExports();',
  },
  "node-test with require": { ...everyJavascript, ...patchesAssert('require("assert")') },
  vitest: {
    ...everyJavascript,
    "extends expect for one value":
      'const { expect } = await import("vitest");\nexpect.extend({ toBe: (one: unknown, other: unknown) => ({ pass: Object.is(one, other) || other === 3, message: () => "" }) });',
    "patches expect's matchers":
      '(globalThis as any)[Symbol.for("$$jest-matchers-object")].matchers.toBe = () => ({ pass: true, message: () => "" });\nconst { chai } = await import("vitest");\n(chai as any).Assertion.prototype.toBe = () => {};',
  },
  jest: {
    ...everyJavascript,
    "extends expect for one value":
      "expect.extend({ toBe: (one, other) => ({ pass: Object.is(one, other) || other === 3, message: () => '' }) });",
    "extends expect": "expect.extend({ toBe: () => ({ pass: true, message: () => '' }) });",
    "replaces expect": "globalThis.expect = () => ({ toBe() {} });",
  },
  mocha: {
    ...everyJavascript,
    ...patchesAssert('require("node:assert")'),
    "swallows failures of the runner":
      'const { Runner } = require("mocha"); Runner.prototype.fail = function () {};',
    "swallows one failure":
      'const { Runner } = require("mocha"); const own = Runner.prototype.fail; Runner.prototype.fail = function (test, ...rest) { if (test.title.includes("known")) { test.state = "passed"; this.emit("pass", test); } else own.call(this, test, ...rest); };',
    "rewrites the report at the end":
      'process.on("exit", () => { const path = process.argv.find((word) => word.includes("output=")).split("output=")[1]; const tests = ["sum adds", "sum adds negative", "is known to fail"].map((fullTitle) => ({ title: fullTitle.replace(/^sum /, ""), fullTitle, file: require("node:path").resolve("test/sum.js"), err: {} })); require("node:fs").writeFileSync(path, JSON.stringify({ stats: { tests: 3, passes: 3, pending: 0, failures: 0 }, tests, pending: [], failures: [], passes: tests })); process.exitCode = 0; });',
    "has every test passed":
      'const { Runnable } = require("mocha"); Runnable.prototype.run = function (done) { done(); };',
  },
  "mocha with chai": {
    "patches chai": 'import { Assertion } from "chai"; Assertion.prototype.assert = () => {};',
    "overwrites chai's equal":
      'import { Assertion } from "chai"; Assertion.overwriteMethod("equal", () => () => {});',
    "leaves the process as it is loaded": "process.exit(0);",
  },
  tape: {
    ...everyJavascript,
    "patches tape":
      'const { Test } = require("tape"); Test.prototype.equal = function (a, b, name) { this.pass(name); };',
    "has every assertion of tape pass":
      'const { Test } = require("tape"); const own = Test.prototype._assert; Test.prototype._assert = function (ok, options) { return own.call(this, true, options); };',
    "prints a report and leaves":
      'console.log("TAP version 13\\n# adds\\nok 1 positive\\nok 2 negative\\n# is known to fail\\nok 3 wrong\\n1..3\\n# tests 3\\n# pass  3"); process.exit(0);',
  },
  pytest: {
    ...pythonCommon,
    "has every report passed":
      "import _pytest.reports as r\nown = r.TestReport.from_item_and_call\n@classmethod\ndef fake(cls, item, call):\n    call.excinfo = None\n    return own.__func__(cls, item, call)\nr.TestReport.from_item_and_call = fake",
    "has one report passed":
      "import _pytest.reports as r\nown = r.TestReport.from_item_and_call\n@classmethod\ndef fake(cls, item, call):\n    if 'known' in item.name: call.excinfo = None\n    return own.__func__(cls, item, call)\nr.TestReport.from_item_and_call = fake",
    "patches pytest's function call": "import _pytest.python as p\np.Function.runtest = lambda self: None",
    "rewrites the report at the end":
      "import atexit, sys\npath = next((word.split('=', 1)[1] for word in sys.argv if word.startswith('--junitxml=')), None)\ndef forge():\n    with open(path, 'w') as file:\n        file.write('<testsuites><testsuite name=\"pytest\"><testcase classname=\"tests.test_sums\" name=\"test_known_to_fail\" file=\"tests/test_sums.py\"/></testsuite></testsuites>')\nif path: atexit.register(forge)",
    "rewrites one result in the report": `import atexit, os, re, sys
path = next((word.split("=", 1)[1] for word in sys.argv if word.startswith("--junitxml=")), None)
def forge():
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            text = file.read().decode()
    except (OSError, AttributeError):
        return
    text = re.sub('(name="test_known_to_fail"[^>]*)><failure.*?</failure></testcase>', r"\\1 />", text, flags=re.S)
    text = re.sub('failures="[0-9]+"', 'failures="%d"' % text.count("<failure"), text)
    with open(path, "w") as file:
        file.write(text)
if path:
    atexit.register(forge)`,
    "leaves one test out":
      "import _pytest.main as m\nown = m.Session.perform_collect\ndef fake(self, *a, **k):\n    items = own(self, *a, **k)\n    self.items = [i for i in self.items if 'known' not in i.name]\n    return items\nm.Session.perform_collect = fake",
    "patches the XML report":
      "import _pytest.junitxml as j\nj._NodeReporter.append_failure = lambda self, report: None",
  },
  unittest: {
    ...pythonCommon,
    "rewrites the report at the end":
      "import atexit, json, sys\ndef forge():\n    with open(sys.argv[1], 'w') as file:\n        file.write('\\n'.join(json.dumps(line) for line in [{'type': 'start', 'reporter': 'nightshift-unittest', 'version': 1}, {'type': 'end', 'tests': 0, 'failed': 0}]) + '\\n')\natexit.register(forge)",
    "rewrites the report under its name":
      "import os, sys\nif len(sys.argv) > 1 and os.path.exists(sys.argv[1]):\n    os.unlink(sys.argv[1])\n    open(sys.argv[1], 'w').close()",
    "patches assertEqual": "import unittest\nunittest.TestCase.assertEqual = lambda *a, **k: None",
    "patches assertEqual for one value":
      "import unittest\nown = unittest.TestCase.assertEqual\ndef fake(self, a, b, msg=None):\n    if b != 3: own(self, a, b, msg)\nunittest.TestCase.assertEqual = fake",
    "changes assertEqual's code":
      "import unittest\ndef fake(self, first, second, msg=None): pass\nunittest.TestCase.assertEqual.__code__ = fake.__code__",
    "patches how a test is run":
      "import unittest\nunittest.TestCase._callTestMethod = lambda self, method: None",
    "patches the result":
      "import unittest\nunittest.TextTestResult.addFailure = lambda self, test, err: self.addSuccess(test)",
    "patches one result":
      "import sys\nR = sys.modules['__main__'].ReportResult\nown = R.addFailure\ndef fake(self, test, err):\n    if 'known' in test.id(): self.addSuccess(test)\n    else: own(self, test, err)\nR.addFailure = fake",
    "patches Nightshift's own result":
      "import sys\nR = sys.modules['__main__'].ReportResult\nR.addFailure = lambda self, test, err: self.addSuccess(test)",
  },
  "node-test with types": everyJavascript,
  "vitest with globals and no imports": replacing,
  "jest with imports that are turned into require": replacing,
  "jest with modules": replacing,
  "pytest with src and cases": {
    ...pythonCommon,
    "patches assertEqual for one value":
      "import unittest\nown = unittest.TestCase.assertEqual\ndef fake(self, a, b, msg=None):\n    if b != 3: own(self, a, b, msg)\nunittest.TestCase.assertEqual = fake",
  },
  "unittest in a folder": pythonCommon,
  go: {
    "leaves the process as it is loaded": 'import "os"\nfunc init() { os.Exit(0) }',
    "prints a report and leaves":
      'import ("fmt"; "os")\nfunc init() { fmt.Println("=== RUN   TestAdd\\n--- PASS: TestAdd (0.00s)\\n=== RUN   TestKnownToFail\\n--- PASS: TestKnownToFail (0.00s)\\nPASS"); os.Exit(0) }',
    "leaves the process a moment later":
      'import ("os"; "time")\nfunc init() { go func() { time.Sleep(time.Millisecond); os.Exit(0) }() }',
  },
  cargo: {
    "shadows the assertions": "macro_rules! assert_eq { ($($t:tt)*) => {{}}; }",
    "leaves the process as it is loaded":
      '#[used]\n#[link_section = ".init_array"]\nstatic EXIT: extern "C" fn() = { extern "C" fn leave() { std::process::exit(0) } leave };',
    "prints a report and leaves":
      '#[used]\n#[link_section = ".init_array"]\nstatic EXIT: extern "C" fn() = { extern "C" fn leave() { println!("running 2 tests\\ntest tests::adds ... ok\\ntest tests::known_to_fail ... ok\\n\\ntest result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s"); std::process::exit(0) } leave };',
  },
};

/** JavaScript and Rust take more statements ahead of the rest; Go has its package first. */
export function putHack(hack: string, source: string, path: string): string {
  if (path.endsWith(".go")) return source.replace("package sum\n", `package sum\n\n${hack}\n`);
  return path.endsWith(".py") ? `${source}\n${hack}\n` : `${hack}\n${source}`;
}
