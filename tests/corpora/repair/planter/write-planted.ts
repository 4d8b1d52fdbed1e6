// Plants bugs in the modules of JavaScript and TypeScript that have none yet (or in those that are named, anew) and
// writes `planted.bugs`: `node tests/corpora/repair/planter/write-planted.ts [javascript/roman …]`. A bug is kept
// if the visible suite loads and fails some tests but not most of them, and the oracle tells it from the good code.
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { createSourceParser } from "../../../../src/syntax/parse-source.ts";
import { createRandom } from "../../harness/random.ts";
import { judgeBehaviour } from "../judge-behaviour.ts";
import { loadCorpus } from "../load-corpus.ts";
import { plantBug } from "../plant-bug.ts";
import { type BugPart, isTestPath, type RepairModule } from "../repair-bug.ts";
import type { Fault } from "./fault.ts";
import { buildPart } from "./fault-part.ts";
import { findFaults } from "./find-faults.ts";
import { runVisibleTests } from "./run-visible-tests.ts";

/** Bugs of each module: single faults, and of these in one more place. */
const SINGLE = 6;
const DOUBLE = 1;
const MOST_TRIES = 40;

type Planted = { readonly class: string; readonly title: string; readonly parts: readonly BugPart[] };

const named = process.argv.slice(2);
const parser = createSourceParser();
const used = new Map<string, number>();
for (const module of [...loadCorpus({ language: "javascript" }), ...loadCorpus({ language: "typescript" })]) {
  const file = join(module.folder, "planted.bugs");
  for (const bug of module.bugs) if (bug.origin === "planted") count(bug.classes[0] ?? "");
  if (named.length === 0 ? existsSync(file) : !named.includes(module.id)) continue;
  const planted = await plantModule(module);
  writeFileSync(file, planted.map(renderBug).join(""));
  console.log(`${module.id}: ${planted.map((bug) => bug.class).join(", ")}`);
}

async function plantModule(module: RepairModule): Promise<readonly Planted[]> {
  const random = createRandom(`plant/${module.id}`);
  const left = [...random.shuffle(await listFaults(module))];
  const kept: Planted[] = [];
  const singles = () => kept.filter(({ parts }) => parts.length === 1);
  for (let tries = 0; tries < MOST_TRIES && singles().length < SINGLE && left.length > 0; tries += 1) {
    // The classes that the corpus has least of come first, and none twice in a module while others are left.
    left.sort((a, b) => rank(a, kept) - rank(b, kept));
    const [next] = left.splice(0, 1);
    if (next === undefined || !(await isBug(module, next))) continue;
    kept.push(next);
    count(next.class);
  }
  for (let tries = 0; tries < 12 && kept.length < singles().length + DOUBLE; tries += 1) {
    const pair = joinFaults(random.pick(singles()), left[random.int(0, Math.max(0, left.length - 1))]);
    if (pair !== null && (await isTwofold(module, pair))) kept.push(pair);
  }
  return kept;
}

function rank({ class: kind }: Planted, kept: readonly Planted[]): number {
  return (used.get(kind) ?? 0) + kept.filter((other) => other.class === kind).length * 1_000;
}

function count(kind: string): void {
  used.set(kind, (used.get(kind) ?? 0) + 1);
}

async function listFaults(module: RepairModule): Promise<readonly Planted[]> {
  const found: Planted[] = [];
  for (const [path, text] of Object.entries(module.files)) {
    if (isTestPath(path) || path.endsWith(".json")) continue;
    const parsed = await parser.parse(path, text);
    if (parsed.status === "skipped") throw new Error(parsed.reason);
    for (const fault of findFaults(parsed.source)) {
      const part = await buildSoundPart(path, text, fault);
      if (part !== null) found.push({ class: fault.class, title: fault.title, parts: [part] });
    }
  }
  return found;
}

/** Null where what comes out is no longer code. */
async function buildSoundPart(path: string, text: string, fault: Fault): Promise<BugPart | null> {
  const part = buildPart(path, text, fault);
  if (part === null) return null;
  const planted = plantBug({ [path]: text }, { id: path, parts: [part] })[path] ?? "";
  return (await parser.parse(path, planted)).status === "parsed" ? part : null;
}

async function isBug(module: RepairModule, { parts }: Pick<Planted, "parts">): Promise<boolean> {
  const files = plantBug(module.files, { id: module.id, parts });
  const byHand = module.bugs.filter(({ origin }) => origin === "hand");
  // What a person has written already is not planted again.
  if (byHand.some((bug) => isDeepStrictEqual(plantBug(module.files, bug), files))) return false;
  const { passed, failed, isEnded } = await runVisibleTests(module, files);
  if (isEnded || failed === 0 || failed > passed) return false;
  return (await judgeBehaviour(module, files)).status === "different";
}

/** Two faults near each other in one file, on lines that have nothing in common. */
function joinFaults(one: Planted | undefined, other: Planted | undefined): Planted | null {
  const [a, b] = [one?.parts[0], other?.parts[0]];
  if (one === undefined || other === undefined || a === undefined || b === undefined || a.path !== b.path)
    return null;
  const lines = new Set(a.good.split("\n").filter((line) => line.trim() !== ""));
  if (b.good.split("\n").some((line) => lines.has(line))) return null;
  return {
    class: `two-edit+${one.class}+${other.class}`,
    title: `${one.title}; ${other.title}`,
    parts: [a, b],
  };
}

/** A bug of two places: neither can be left as it is. */
async function isTwofold(module: RepairModule, pair: Planted): Promise<boolean> {
  try {
    for (const part of pair.parts) {
      const files = plantBug(module.files, { id: module.id, parts: [part] });
      if ((await runVisibleTests(module, files)).failed === 0) return false;
    }
    return await isBug(module, pair);
  } catch {
    return false;
  }
}

function renderBug({ class: kind, title, parts }: Planted, at: number): string {
  const blocks = parts.map(({ path, good, bad }) => `@ ${path}\n<<<\n${good}===\n${bad}>>>\n`);
  return `### p${at + 1}-${kind.split("+")[0]} ${kind} ${title}\n${blocks.join("")}`;
}
