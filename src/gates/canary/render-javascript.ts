import { posix } from "node:path";
import type { CanaryText, CanaryTextInput } from "./canary-text.ts";
import { deriveToken } from "./derive-token.ts";
import { findAssertions } from "./find-assertions.ts";
import { type JavascriptDialect, javascriptDialects } from "./javascript-dialects.ts";
import { javascriptWatch } from "./javascript-watch.ts";
import { type CodedCheck, nameChecks } from "./name-checks.ts";
import { SEAL, sealText } from "./seal-text.ts";

/** Built-in modules that reports and assertions go through: which of their functions, and which of their classes. */
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
  "node:events": ["EventEmitter"],
  "node:async_hooks": ["AsyncResource", "AsyncLocalStorage"],
  "node:stream": ["Readable", "Writable"],
  "node:v8": ["serialize", "deserialize", "Serializer", "DefaultSerializer"],
};

/** Tests of a JavaScript or TypeScript runner, in the module style of the file that they go into or beside. Pure. */
export function renderJavascript(
  input: CanaryTextInput,
  runner: keyof typeof javascriptDialects,
): CanaryText {
  const dialect: JavascriptDialect = javascriptDialects[runner];
  const assertions = findAssertions(input.tests, runner);
  const planted = 'throw new Error("planted");';
  const checks = nameChecks(input.nonce, [
    // Runs first, and has the changed modules loaded for those that wait for nothing.
    { must: "fail", what: "throw", code: `await prepare(); ${planted}` },
    { must: "fail", what: "throw at once", code: planted },
    { must: "fail", what: "throw in a suite", code: planted },
    ...assertions.map((assertion) => ({ must: "fail" as const, ...assertion })),
    {
      must: "pass",
      what: "replaces what tests rest on",
      code: 'const changed = (await prepare())().slice(0, 5); if (changed.length > 0) throw new Error(changed.join(", "));',
    },
  ]);
  const tests = checks.map(({ token, what, code }) => {
    const test = dialect.addTest(`seal([${sealText(token)}])`, code, /\bawait\b/.test(code));
    if (what !== "throw in a suite") return test;
    return `group(seal([${sealText(deriveToken(input.nonce, 908))}]), () => { ${test} });`;
  });
  const libraries = listLibraries(checks);
  const placed = dialect.place?.(tests.join("\n"), `seal([${sealText(deriveToken(input.nonce, 909))}])`);
  return {
    text: renderFile({ input, dialect, libraries, tests: placed === undefined ? tests : [placed] }),
    checks,
  };
}

/** What stands in a text that prepares the loading and watching for any runner, tests included. */
export function renderFile(parts: {
  readonly input: CanaryTextInput;
  readonly dialect: Pick<JavascriptDialect, "from" | "open">;
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
  const from = dialect.from === null ? [] : [bring(dialect.from, names.length)];
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
    "  ...Object.entries(partial).flatMap(([name, keys]) => keys.map((key) => [key, take(name)[key]?.prototype])),",
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
