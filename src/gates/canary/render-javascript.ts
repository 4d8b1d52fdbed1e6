import { posix } from "node:path";
import type { Runner } from "../../domain/gate.ts";
import type { CanaryText, CanaryTextInput } from "./canary-text.ts";
import { deriveToken } from "./derive-token.ts";
import { findAssertions } from "./find-assertions.ts";
import { javascriptWatch } from "./javascript-watch.ts";
import { type CodedCheck, nameChecks } from "./name-checks.ts";
import { SEAL, sealText } from "./seal-text.ts";

/** How a runner's tests are made: names for its functions, and one test from a sealed name and a body. */
type Dialect = {
  /** Named exports that a test file takes from a module; null where the runner makes them global. */
  readonly from: { readonly module: string; readonly names: readonly string[] } | null;
  /** Statements that give `add` and, where the runner has it, `expect`. */
  readonly open: string;
  addTest(name: string, body: string): string;
};

const LIMIT_MS = 120_000;

const dialects = {
  "node-test": {
    from: { module: "node:test", names: ["test"] },
    open: "const add = runner.test;",
    addTest: (name, body) => `add(${name}, { timeout: ${LIMIT_MS} }, async (context) => { ${body} });`,
  },
  vitest: {
    from: { module: "vitest", names: ["it", "expect"] },
    open: "const { it: add, expect } = runner;",
    addTest: (name, body) => `add(${name}, async () => { ${body} }, ${LIMIT_MS});`,
  },
  jest: {
    from: null,
    open: 'const globals = typeof it === "function" ? { it, expect } : require("@jest/globals"); const add = globals.it;',
    addTest: (name, body) =>
      `add(${name}, async () => { const { expect } = globals; ${body} }, ${LIMIT_MS});`,
  },
  mocha: {
    from: null,
    // Mocha's own classes, from where its program is: a test file need not import them.
    open: `const add = typeof it === "function" ? it : test;
const findOwn = () => {
  try { return take("node:module").createRequire(process.argv[1])("mocha"); } catch { return {}; }
};
const own = Object.entries(findOwn()).filter(([, kind]) => typeof kind === "function")
  .map(([name, kind]) => ["mocha." + name, kind.prototype]);`,
    addTest: (name, body) =>
      `add(${name}, async function () { this.timeout(${LIMIT_MS}); this.retries(0); ${body} });`,
  },
} as const satisfies Partial<Record<Runner, Dialect>>;

/** Built-in modules whose functions reports and assertions go through. */
const builtins: Readonly<Record<string, readonly string[]>> = {
  "node:fs": [
    "writeFile",
    "writeFileSync",
    "write",
    "writeSync",
    "open",
    "openSync",
    "createWriteStream",
    "rename",
    "renameSync",
  ],
  "node:module": ["_load", "_resolveFilename"],
  "node:util": ["isDeepStrictEqual", "inspect"],
  "node:events": [],
};

/** Tests of a JavaScript or TypeScript runner, in the module style of the file that they go into or beside. Pure. */
export function renderJavascript(input: CanaryTextInput, runner: keyof typeof dialects): CanaryText {
  const dialect: Dialect = dialects[runner];
  const assertions = findAssertions(input.tests, runner);
  const checks = nameChecks(input.nonce, [
    { must: "fail", what: "throw", code: 'throw new Error("planted");' },
    ...assertions.map((assertion) => ({ must: "fail" as const, ...assertion })),
    {
      must: "pass",
      what: "replaces what tests rest on",
      code: 'if (changed().length > 0) throw new Error(changed().slice(0, 5).join(", "));',
    },
  ]);
  const tests = checks.map(({ token, code }) =>
    dialect.addTest(`seal([${sealText(token)}])`, `const changed = await prepare(); ${code}`),
  );
  const libraries = listLibraries(checks);
  return { text: renderFile({ input, dialect, libraries, tests }), checks };
}

/** What stands in a text that prepares the loading and watching for any runner, tests included. */
export function renderFile(parts: {
  readonly input: CanaryTextInput;
  readonly dialect: Pick<Dialect, "from" | "open">;
  readonly libraries: readonly string[];
  readonly tests: readonly string[];
}): string {
  const { input, dialect, libraries, tests } = parts;
  const isImporting = usesImports(input.file, input.host);
  const names = [...new Set([...Object.keys(builtins), ...libraries])];
  const local = (index: number) => `planted_${deriveToken(input.nonce, 1000 + index)}`;
  const bring = (name: string, index: number) =>
    isImporting
      ? `import * as ${local(index)} from ${JSON.stringify(name)};`
      : `const ${local(index)} = require(${JSON.stringify(name)});`;
  const from = dialect.from === null ? [] : [bring(dialect.from.module, names.length)];
  const paths = input.loads.map((path) => sealText(toSpecifier(path, input.file)));
  return [
    "",
    ...names.map(bring),
    ...from,
    "{",
    `const seal = (codes) => codes.map((code) => String.fromCharCode(code ^ ${SEAL})).join("");`,
    `const [wrong, other] = [seal([${sealText(deriveToken(input.nonce, 901))}]), seal([${sealText(deriveToken(input.nonce, 902))}])];`,
    `const libraries = { ${names.map((name, index) => `${JSON.stringify(name)}: ${local(index)}`).join(", ")} };`,
    "const take = (name) => libraries[name].default ?? libraries[name];",
    ...(dialect.from === null ? [] : [`const runner = ${local(names.length)};`]),
    dialect.open,
    javascriptWatch,
    `const partial = ${JSON.stringify(builtins)};`,
    "const findChanges = watch([",
    '  ...(typeof own === "undefined" ? [] : own),',
    "  ...Object.keys(libraries).map((name) => [name, take(name), partial[name]]),",
    '  ...Object.keys(libraries).map((name) => [name + " prototype", (take(name).Assertion ?? take(name).Test)?.prototype]),',
    '  ["events prototype", take("node:events").prototype, ["emit", "on"]],',
    '  ["expect", globalThis[Symbol.for("$$jest-matchers-object")]?.matchers],',
    "]);",
    isImporting ? importing : requiring,
    `const paths = [${paths.map((path) => `[${path}]`).join(", ")}];`,
    "let prepared;",
    "const prepare = () => (prepared ??= (async () => {",
    "  for (const path of paths) { try { await load(seal(path)); } catch {} }",
    // A module may act a moment later; tests may have replaced the timers, but not the disk.
    '  for (let turn = 0; turn < 3; turn += 1) await (take("node:fs").promises.stat(".").catch(() => {}));',
    "  return findChanges;",
    "})());",
    ...tests,
    "}",
    "",
  ].join("\n");
}

/** In a constant, since it stands in texts that are not of this project's own modules. */
const dynamic = "import";

const importing = `const load = async (path) => {
  try { return await ${dynamic}(path); } catch (error) {
    if (typeof require !== "function" || !/DYNAMIC_IMPORT/.test(String(error?.code))) throw error;
    return require(path);
  }
};`;
const requiring = `const load = async (path) => {
  try { return require(path); } catch (error) {
    if (!/^ERR_REQUIRE_(?:ESM|ASYNC_MODULE|CYCLE_MODULE)$/.test(String(error?.code))) throw error;
    return await ${dynamic}(path);
  }
};`;

/** Whether a file is written with `import`: what its ending says, else what its text or its neighbour's does. */
function usesImports(file: string, host: string): boolean {
  const extension = posix.extname(file);
  if (/^\.[cm][jt]s$/.test(extension)) return extension.startsWith(".m");
  return /^\s*(?:import\s*(?:["'{*\w])|export\s)/m.test(host) && !/\brequire\s*\(\s*["']/.test(host);
}

function toSpecifier(path: string, file: string): string {
  const relative = posix.relative(posix.dirname(file), path);
  return relative.startsWith(".") ? relative : `./${relative}`;
}

/** Names of the libraries that the checks' code takes. */
function listLibraries(checks: readonly CodedCheck[]): readonly string[] {
  return [
    ...new Set(checks.flatMap(({ code }) => [...code.matchAll(/take\("([^"]+)"\)/g)].map((m) => m[1] ?? ""))),
  ];
}
