import { randomBytes } from "node:crypto";
import { posix } from "node:path";
import type { FileEdit } from "../../domain/candidate.ts";
import type { Command, GateResult, GateSpec, Runner } from "../../domain/gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Canary } from "./canary.ts";
import type { CanaryText, CanaryTextInput } from "./canary-text.ts";
import { type CanaryHost, chooseHost } from "./choose-host.ts";

import { findLoads } from "./find-loads.ts";
import { inferRunner } from "./infer-runner.ts";
import { listTestFiles } from "./list-test-files.ts";
import { nameCanaryFile } from "./name-canary-file.ts";
import { renderGo } from "./render-go.ts";
import { renderJavascript } from "./render-javascript.ts";
import { renderPython } from "./render-python.ts";
import { renderRust } from "./render-rust.ts";
import { renderTape } from "./render-tape.ts";

/** A gate and the tree that its canary is planted in. */
export type CanaryInput = {
  readonly spec: GateSpec;
  /** What the gate gave on the base: where its tests are. */
  readonly base: GateResult;
  /** Paths that the candidate changes; the canary loads those that other files import. */
  readonly changedPaths: readonly string[];
  /** Holds the tree as it is judged, prepared. It is only read. */
  readonly sandbox: Pick<Sandbox, "read">;
  /** Paths of the sandbox's tree. */
  readonly trackedFiles: readonly string[];
  /** Instead of what suits the gate's command: where a file of its own is not picked up, `inside` is. */
  readonly placement?: Canary["placement"];
  /** Instead of a random one, hexadecimal. */
  readonly nonce?: string;
};

export type CanaryPlan =
  | { readonly status: "planned"; readonly canary: Canary }
  | { readonly status: "impossible"; readonly reason: string };

const renderers = {
  "node-test": (input) => renderJavascript(input, "node-test"),
  vitest: (input) => renderJavascript(input, "vitest"),
  jest: (input) => renderJavascript(input, "jest"),
  mocha: (input) => renderJavascript(input, "mocha"),
  tape: renderTape,
  pytest: (input) => renderPython(input, "pytest"),
  unittest: (input) => renderPython(input, "unittest"),
  go: renderGo,
  cargo: renderRust,
} satisfies Record<Runner, (input: CanaryTextInput) => CanaryText>;

const MAX_TESTS_READ = 20;

/**
 * Plans tests that load the changed modules and then have to fail, in the way of the gate's runner and of its tests.
 * Impossible where the runner is not known, or where the base's report names no test file. It writes nothing.
 */
export async function planCanary(input: CanaryInput): Promise<CanaryPlan> {
  const { base, changedPaths, sandbox, trackedFiles, nonce = randomBytes(16).toString("hex") } = input;
  const impossible = (reason: string): CanaryPlan => ({ status: "impossible", reason });
  if (input.spec.kind !== "tests") return impossible(`gate ${input.spec.name} runs no tests`);
  if (base.status === "error") return impossible(`gate ${input.spec.name} gives no result: ${base.reason}`);
  const read = async (path: string) => (await sandbox.read(path))?.toString("utf8") ?? null;
  const [sample] = await listTestFiles({ spec: input.spec, base, trackedFiles, read });
  const runner = inferRunner(input.spec, [(sample && (await read(sample))) ?? ""]);
  if (runner === null) return impossible(`no canary is known for what gate ${input.spec.name} runs`);
  const spec = { ...input.spec, runner };
  const host = await chooseHost({ spec, base, changedPaths, trackedFiles, read });
  if (host === null)
    return impossible(`the report of gate ${spec.name} names no test file to plant one beside`);
  const placement = input.placement ?? choosePlacement(host, spec);
  if (spec.runner === "go" && placement === "inside") {
    return impossible(
      `a file of its own is not run by gate ${spec.name}, and Go has imports at the top alone`,
    );
  }
  const file = placement === "inside" ? host.path : nameCanaryFile(host.path, spec.runner, nonce);
  const loads = await findLoads({ host: host.path, changedPaths, trackedFiles, read });
  const tests = await readTests(host, base, read);
  const { text, checks } = renderers[spec.runner]({ nonce, file, host: host.text, loads, tests, read });
  const edits = planEdits({ placement, file, host, text });
  return { status: "planned", canary: { ...edits, nonce, file, placement, checks } };
}

/** A new file is not run where the command names its files, nor by cargo without another program to build. */
function choosePlacement({ path }: CanaryHost, { command, runner, cwd }: GateSpec): Canary["placement"] {
  if (runner === "cargo") return "inside";
  const named = new Set([path, posix.relative(cwd, path), posix.basename(path)]);
  return listWords(command).some((word) => named.has(word.replace(/^\.\//, ""))) ? "inside" : "beside";
}

function listWords(command: Command): readonly string[] {
  return typeof command === "string" ? command.split(/[\s"']+/) : command;
}

/** Tests beside the host use libraries that can be had there. */
async function readTests(
  host: CanaryHost,
  base: GateResult,
  read: (path: string) => Promise<string | null>,
): Promise<readonly string[]> {
  const folder = posix.dirname(host.path);
  const files = new Set(base.checks.map(({ file }) => file));
  const beside = [...files].filter((file) => posix.dirname(file) === folder && file !== host.path);
  const texts = await Promise.all(beside.slice(0, MAX_TESTS_READ).map(read));
  return [host.text, ...texts.filter((text) => text !== null)];
}

function planEdits(plan: {
  readonly placement: Canary["placement"];
  readonly file: string;
  readonly host: CanaryHost;
  readonly text: string;
}): { readonly edits: readonly FileEdit[]; readonly undo: readonly FileEdit[] } {
  const { placement, file: path, host, text } = plan;
  const edit = (content: string | null): readonly FileEdit[] => [{ path, mode: "100644", content }];
  if (placement === "beside") return { edits: edit(withoutTypes(path, text)), undo: edit(null) };
  return { edits: edit(`${host.text}\n${text}`), undo: edit(host.text) };
}

/** Runners that check types as they load a file have nothing to check in this one. */
function withoutTypes(path: string, text: string): string {
  return /\.[cm]?tsx?$/.test(path) ? `// @ts-nocheck\n${text.trimStart()}` : text.trimStart();
}
