import type { ChangeSet } from "../change-set.ts";
import type { PolicyRule } from "../policy-rule.ts";
import { isTestFile } from "../protected/is-test-file.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const does = "names the tests' files";

/** Names that only tests and what they compare with have. */
const certain =
  /\.(test|spec)\.[cm]?[jt]sx?$|(^|\/)(test_\w+|\w+_test|conftest)\.py$|__snapshots__|__tests__|\.snap$|(^|\/)(jest|vitest|pytest|mocha)\.(config|setup|ini)\b/;
const folder =
  /^(\.{0,2}\/)*(tests?|specs?|__tests__|__snapshots__|fixtures|__fixtures__|golden|testdata|e2e)(\/[\w./*-]*)?$/;
const reach =
  /\b(readFile|readFileSync|readdir|readdirSync|createReadStream|open|openSync|require|import|join|resolve|URL|Path|glob|read_text|listdir|walk|exists|existsSync|stat|statSync|load|scandir|import_module)\b/;

const rule = createSmellRule({
  id: "reads-tests",
  title: "New code in sources that names test files, snapshots or expected results",
  explanation:
    "A source that reads what it is compared with can answer without doing the work. Tests know sources; sources do " +
    "not know tests.",
  inTests: "ignored",
  script: [{ does, names: ["import.meta.glob", "import.meta.globEager"], severity: "note" }],
  python: [],
  text: {
    script: [
      { does, pattern: /["'`/](tests?|__tests__|__snapshots__|fixtures)\/|\.(test|spec)\.[cm]?[jt]s/ },
    ],
    python: [{ does, pattern: /["'/](tests?|fixtures)\/|\btest_\w+\.py\b|\bconftest\b/ }],
    go: [{ does, pattern: /"[^"]*(testdata|_test\.go)[^"]*"/ }],
    rust: [{ does, pattern: /include_(str|bytes)!\s*\(\s*"[^"]*tests?\// }],
    ruby: [{ does, pattern: /["'/](spec|test)\/|_(spec|test)\.rb/ }],
    jvm: [{ does, pattern: /"[^"]*src\/test[^"]*"/ }],
    php: [{ does, pattern: /["'/]tests?\/|Test\.php/ }],
    shell: [{ does, pattern: /(^|[\s"'/])tests?\/|\.(test|spec)\./ }],
  },
  find: findTexts,
});

/** A rule of smells that also knows which test files there are: their own names are looked for too. */
export const readsTests: PolicyRule = {
  ...rule,
  async find(change, context) {
    const found = await rule.find(change, context);
    return found.filter((finding) => finding.severity === "note" || hasTests(change));
  },
};

function hasTests({ entries }: ChangeSet): boolean {
  for (const path of entries.keys()) if (isTestFile(path)) return true;
  return entries.size === 0;
}

function findTexts(facts: CodeFacts): readonly Smell[] {
  const reads = reach.test(facts.source.text);
  return facts.texts.flatMap(({ value, node }) => {
    if (value.length > 300 || !reads || isDocumentation(node.parent?.type ?? "")) return [];
    const isNamed = certain.test(value) || (folder.test(value) && isHandedOn(facts, node));
    return isNamed ? [makeSmell(facts, node, { does: `${does} (${value.slice(0, 60)})`, kind: does })] : [];
  });
}

/** Whether a text that could be any word is a part of a path that is opened or imported here. */
function isHandedOn(
  { source }: CodeFacts,
  node: { parent: CodeFacts["source"]["root"] | null; start: number },
): boolean {
  for (let { parent } = node, hops = 0; parent !== null && hops < 6; { parent } = parent, hops += 1) {
    const { type } = parent;
    if (type === "import_statement" || type === "export_statement" || type === "import_from_statement")
      return true;
    if (/^(call|call_expression|new_expression)$/.test(type))
      return reach.test(source.text.slice(parent.start, node.start));
    if (type === "binary_operator") return true;
    if (/statement$/.test(type)) return false;
  }
  return false;
}

function isDocumentation(parent: string): boolean {
  return parent === "expression_statement";
}
