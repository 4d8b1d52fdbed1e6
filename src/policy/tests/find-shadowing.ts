import { posix } from "node:path";
import type { ChangedFile, ChangeSet } from "../change-set.ts";
import type { PolicyContext } from "../policy-rule.ts";
import type { TestDifference } from "./test-difference.ts";

/** More files than these are not read to learn which modules a project imports. */
const maxFilesRead = 400;

const loaded = /^(?:conftest|sitecustomize|usercustomize)\.py$/i;
const setup =
  /^(?:(?:global|tests?|jest|vitest|mocha|env)?[-_.]?(?:set-?up|tear-?down)(?:[-_.]?(?:tests?|files?|env|after-?env))?|.*\.(?:set-?up|teardown)|(?:vitest|jest|mocha|ava|playwright|cypress)[.-].*|.*\.config)\.[cm]?[jt]sx?$/i;
const testName = /\.(?:test|spec)\.|(?:^|\/)test_[^/]*\.py$|_test\.py$/i;
const script = /\.(?:[cm]?[jt]sx?|json|node)$/i;
/** Modules that the runners of Python load themselves. */
const standard = new Set(
  (
    "abc argparse ast asyncio base64 calendar code codecs collections configparser contextlib copy csv dataclasses " +
    "datetime decimal difflib dis email enum errno fnmatch fractions functools glob gzip hashlib heapq hmac html http " +
    "importlib inspect io ipaddress itertools json keyword linecache locale logging math mock multiprocessing numbers " +
    "operator os pathlib pdb pickle platform pluggy pprint py pytest queue random re sched secrets select shlex shutil " +
    "signal site socket sqlite3 ssl stat statistics string struct subprocess symtable sys sysconfig tempfile textwrap " +
    "threading time timeit token tokenize traceback types typing unittest urllib uuid warnings weakref xml zipfile"
  ).split(" "),
);

/** Why a new file beneath tests would stand in for something that existing tests use, or run with all of them. */
export async function findShadowing(
  { path, after }: ChangedFile,
  { entries }: ChangeSet,
  context: Pick<PolicyContext, "readBase">,
): Promise<readonly TestDifference[]> {
  const name = posix.basename(path);
  const text = after?.text ?? "";
  const tell = (reason: string, rule: TestDifference["rule"] = "test-setup") => [
    { rule, line: null, reason: `${path}: ${reason}` },
  ];
  if (loaded.test(name)) return tell("the interpreter or runner loads it by itself");
  if (name === "__init__.py" && holdsCode(text))
    return tell("a package that runs code is loaded with every test");
  if (/(?:^|\/)__mocks__\//.test(path)) return tell("it stands in for a module in every test");
  if (setup.test(name) && !testName.test(path)) return tell("set-up of all tests needs a person");
  const tested = /^(.*?)(?:__snapshots__\/)?([^/]+)\.snap(?:shot)?$/.exec(path);
  if (tested !== null && entries.has(`${tested[1]}${tested[2]}`))
    return tell(`it says what ${tested[1]}${tested[2]} expects`, "test-data");
  if (testName.test(path)) return [];
  if (script.test(path)) {
    const hidden = findHiddenModule(path, [...entries.keys()]);
    return hidden === null ? [] : tell(`an import of ${hidden} would find it instead`);
  }
  if (!path.endsWith(".py") || name === "__init__.py") return [];
  const module = name.slice(0, -3);
  const isTaken = standard.has(module) || (await listModules(entries, context)).has(module);
  return isTaken ? tell(`an import of ${module} would find it instead`) : [];
}

/** Whether Python would run anything but text. */
function holdsCode(text: string): boolean {
  const bare = text.replace(/^\s*(?:"""[\s\S]*?"""|'''[\s\S]*?''')/, "").replace(/^\s*#.*$/gm, "");
  return bare.trim() !== "";
}

/** `helper.js` goes before `helper.ts` and `helper/index.js` where `./helper` is imported. */
function findHiddenModule(path: string, paths: readonly string[]): string | null {
  const stem = path.replace(/\.[^./]+$/, "");
  const folder = stem.endsWith("/index") ? stem.slice(0, -"/index".length) : null;
  return (
    paths.find((other) => {
      const its = script.test(other) ? other.replace(/\.[^./]+$/, "") : null;
      return its !== null && (its === stem || its === `${stem}/index` || its === folder);
    }) ?? null
  );
}

async function listModules(
  entries: ChangeSet["entries"],
  { readBase }: Pick<PolicyContext, "readBase">,
): Promise<ReadonlySet<string>> {
  const files = [...entries.keys()].filter((path) => path.endsWith(".py"));
  const texts = await Promise.all(files.slice(0, maxFilesRead).map((path) => readBase(path)));
  const imported = texts.flatMap((text) =>
    [...(text ?? "").matchAll(/^[ \t]*(?:from|import)[ \t]+([A-Za-z_]\w*)/gm)].map(
      ([, module = ""]) => module,
    ),
  );
  const own = files.flatMap((path) => path.replace(/\.py$/, "").split("/"));
  return new Set([...imported, ...own]);
}
