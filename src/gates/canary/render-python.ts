import { posix } from "node:path";
import type { CanaryText, CanaryTextInput } from "./canary-text.ts";
import { deriveToken } from "./derive-token.ts";
import { type CodedCheck, nameChecks } from "./name-checks.ts";
import { pythonWatch } from "./python-watch.ts";
import { SEAL, sealText } from "./seal-text.ts";

const passing = {
  must: "pass",
  what: "replaces what tests rest on",
  code: 'changed = prepared[0](); assert not changed, ", ".join(changed[:5])',
} as const;
const wrong = (what: string, code: string) => ({ must: "fail" as const, what, code });

const plain = [
  wrong("raise", 'raise RuntimeError("planted")'),
  wrong("assert", "assert wrong == other"),
  wrong("pytest.raises", "with pytest.raises(ValueError): pass"),
  wrong("pytest.fail", 'pytest.fail("planted")'),
  wrong("pytest.approx", "assert len(wrong) == pytest.approx(len(wrong) + 1)"),
];
const methods = [
  wrong("raise", 'raise RuntimeError("planted")'),
  wrong("assert", "assert wrong == other"),
  wrong("assertEqual", "self.assertEqual(wrong, other)"),
  wrong("assertEqual of lists", "self.assertEqual([wrong], [other])"),
  wrong("assertEqual of dicts", "self.assertEqual({wrong: 1}, {other: 1})"),
  wrong("assertNotEqual", "self.assertNotEqual(wrong, wrong)"),
  wrong("assertTrue", "self.assertTrue(wrong == other)"),
  wrong("assertFalse", "self.assertFalse(wrong == wrong)"),
  wrong("assertIs", "self.assertIs(wrong, other)"),
  wrong("assertIn", "self.assertIn(wrong, [other])"),
  wrong("assertIsNone", "self.assertIsNone(wrong)"),
  wrong("assertAlmostEqual", "self.assertAlmostEqual(len(wrong), len(wrong) + 1)"),
  wrong("assertRaises", "self.assertRaises(ValueError, str)"),
  wrong("with assertRaises", "with self.assertRaises(ValueError): pass"),
  wrong("fail", 'self.fail("planted")'),
];

/** Tests for pytest or unittest. Their names are made when the file is loaded. Pure. */
export function renderPython(input: CanaryTextInput, runner: "pytest" | "unittest"): CanaryText {
  const usesCases = runner === "unittest" || input.tests.some((text) => /\bTestCase\b/.test(text));
  const functions = runner === "pytest" ? [...plain, passing] : [];
  const cases = usesCases ? [...methods, ...(runner === "unittest" ? [passing] : [])] : [];
  const checks = nameChecks(input.nonce, [...functions, ...cases]);
  const [own, inClass] = [checks.slice(0, functions.length), checks.slice(functions.length)];
  const name = `planted_${deriveToken(input.nonce, 904)}`;
  const text = [
    "",
    "",
    `def ${name}(space):`,
    ...indent([
      "import importlib, os, sys, time, unittest",
      ...(runner === "pytest" ? ["import pytest"] : []),
      "",
      ...pythonWatch.trim().split("\n"),
      "",
      `seal = lambda *codes: "".join(chr(code ^ ${SEAL}) for code in codes)`,
      `wrong, other = seal(${sealText(deriveToken(input.nonce, 901))}), seal(${sealText(deriveToken(input.nonce, 902))})`,
      "here = os.path.dirname(os.path.abspath(__file__))",
      `files = [os.path.realpath(os.path.join(here, path)) for path in [${input.loads.map((path) => `seal(${sealText(posix.relative(posix.dirname(input.file), path))})`).join(", ")}]]`,
      ...loading.trim().split("\n"),
      ...own.flatMap(renderFunction),
      ...(inClass.length === 0 ? [] : renderClass(inClass, deriveToken(input.nonce, 905))),
    ]),
    "",
    "",
    `${name}(globals())`,
    `del ${name}`,
    "",
  ].join("\n");
  return { text, checks };
}

/** Loads each changed file once, under the name that the tests load it by: the one from the innermost folder on the path. */
const loading = `
prepared = []

def load(file):
    for module in list(sys.modules.values()):
        known = getattr(module, "__dict__", {}).get("__file__")
        if isinstance(known, str) and os.path.basename(known) == os.path.basename(file):
            if os.path.realpath(known) == file:
                return
    roots = sorted({os.path.realpath(entry or os.getcwd()) for entry in sys.path}, key=len, reverse=True)
    for root in roots:
        if not file.startswith(root.rstrip(os.sep) + os.sep) or os.path.exists(os.path.join(root, "__init__.py")):
            continue
        parts = os.path.splitext(os.path.relpath(file, root))[0].split(os.sep)
        importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
        return

def prepare():
    if not prepared:
        prepared.append(watch(set(files)))
        for file in files:
            try:
                load(file)
            except BaseException:
                pass
    pause()

# A module may act a moment later, in another thread.
def pause():
    time.sleep(0.005)
`;

function renderFunction(check: CodedCheck): readonly string[] {
  return [
    "def planted():",
    "    prepare()",
    `    ${check.code}`,
    `space["test_" + seal(${sealText(check.token)})] = planted`,
  ];
}

function renderClass(checks: readonly CodedCheck[], token: string): readonly string[] {
  return [
    "members = {}",
    ...checks.flatMap((check) => [
      "def planted(self):",
      "    prepare()",
      `    ${check.code}`,
      `members["test_" + seal(${sealText(check.token)})] = planted`,
    ]),
    `label = "Test" + seal(${sealText(token)})`,
    'members["__module__"] = __name__',
    "space[label] = type(label, (unittest.TestCase,), members)",
  ];
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === "" ? "" : `    ${line}`));
}
