import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openJournal } from "../../src/adapters/journal-file.ts";
import { createRedactor, type Redactor } from "../../src/adapters/redact.ts";
import { redactJournal } from "../../src/adapters/redact-journal.ts";
import type { CampaignEvent } from "../../src/domain/events.ts";
import type { Check, LocatedFinding } from "../../src/domain/gate.ts";
import { buildGateResult } from "../../src/gates/build-gate-result.ts";
import { memoryRef } from "../../src/memory/memory-files.ts";
import { storeMemory } from "../../src/memory/store-memory.ts";
import type { Git } from "../../src/ports.ts";
import * as script from "../helpers/campaign-script.ts";
import { corpusSeed, createRandom, isFullCorpus } from "../helpers/corpus.ts";
import { buildSpec } from "../helpers/gate-fixtures.ts";
import { type GitRepository, openGitRepository } from "../helpers/git-repository.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";
import { reportFigures } from "./harness/report-figures.ts";
import { encodeSecret, findTelltale } from "./leaks/encode-secret.ts";
import { generateSecrets } from "./leaks/generate-secrets.ts";
import { learnFromEntries, renderAll } from "./leaks/render-all.ts";
import { saltEvent } from "./leaks/salt-event.ts";

const COUNT = isFullCorpus ? 5_000 : 500;
const BATCH = 50;

/** A night in which everything happens that an event can tell of. */
const night: readonly CampaignEvent[] = [
  { ...script.started, goal: "mend" },
  { ...script.prepared, setAside: [{ commit: "c", subject: "fix: a", reason: "conflict" }] },
  { type: "warning", message: "not isolated", hint: "install it" },
  {
    type: "gates-measured",
    tree: "t",
    results: [
      {
        ...{ gate: "unit", kind: "tests", status: "failed", reason: "1 failed", passed: 1, failed: 1 },
        ...{ skipped: 0, findings: 0, failing: ["adds"], durationMs: 1, network: "none" },
      },
    ],
  },
  { type: "gate-proved", gate: "unit", status: "unproven", file: "src/cart.js", reason: "stays green" },
  { type: "checks-set-aside", gate: "unit", reason: "flaky", ids: ["adds"], hint: "mend it" },
  { type: "work-found", items: [script.scriptedItem(1)], exhausted: 1, exhaustedTitles: [] },
  ...script.promotedCycle(1),
  script.cycleStarted(2),
  script.proposed(2),
  {
    ...{
      type: "candidate-refused",
      cycle: 2,
      attempt: 1,
      tree: "tree-2",
      rule: "content",
      reason: "no text",
    },
    denials: [{ rule: "content", file: "src/a.js", line: 3, reason: "no text" }],
  },
  script.proposed(2, { attempt: 2, tree: "tree-3" }),
  script.judged(2, {
    ...{ attempt: 2, tree: "tree-3", status: "reject", rule: "gate", reason: "unit: breaks 1" },
    notes: [{ rule: "note", file: "src/a.js", line: 1, reason: "look here" }],
  }),
  {
    ...{ type: "attempt-ended", cycle: 2, status: "rejected", reason: "unit: breaks 1", attempts: 2 },
    exhausted: { brain: "search@1", suspects: [{ path: "src/a.js", blob: "b" }] },
  },
  script.cycleFinished(2, "rejected"),
  ...script.suggestedCycle(3),
  { type: "campaign-stopped", stopReason: "FAILED", detail: "the disk is full" },
];

it(`lets none of ${COUNT} secrets out, in any of 14 encodings, through any output`, async () => {
  const secrets = generateSecrets(COUNT, createRandom(corpusSeed));
  const { planted, leaks } = await findLeaks(secrets, createRedactor);
  reportFigures("leaks", [
    { what: "secrets in fourteen encodings through every output", result: `${secrets.length} × 14` },
    { what: "encoded secrets that were found", result: `${leaks.length} of ${planted}` },
  ]);
  expect(leaks.slice(0, 5)).toEqual([]);
});

it("would find them without redaction, in every encoding and through every output", async () => {
  const secrets = generateSecrets(BATCH, createRandom(corpusSeed + 1));
  const { planted, leaks } = await findLeaks(secrets, () => (text) => text);
  expect(leaks.length).toBeGreaterThan(planted * 0.95);
  expect(new Set(leaks.map(({ encoding }) => encoding)).size).toBe(14);
  expect([...new Set(leaks.flatMap(({ outputs }) => outputs))].toSorted()).toEqual(
    "annotations gate history journal lines memory messages page report result shown state status".split(" "),
  );
});

type Leak = { readonly encoding: string; readonly text: string; readonly outputs: readonly string[] };

async function findLeaks(
  secrets: readonly string[],
  makeRedactor: (secrets: readonly string[]) => Redactor,
): Promise<{ readonly planted: number; readonly leaks: readonly Leak[] }> {
  using repository = openGitRepository();
  repository.write("a.txt", "nothing secret\n");
  repository.commit();
  const git = await repository.open();
  const leaks: Leak[] = [];
  let planted = 0;
  for (let from = 0; from < secrets.length; from += BATCH) {
    const batch = secrets.slice(from, from + BATCH);
    const texts = batch.flatMap((secret) => encodeSecret(secret));
    planted += texts.length;
    const outputs = Object.entries(await runNight(texts, makeRedactor(batch), { repository, git }));
    for (const [encoding, text] of texts) {
      const telltale = findTelltale(encoding, text);
      // JSON writes some characters in another way; what it says is the same.
      const inJson = encoding === "plain" ? JSON.stringify(text).slice(1, -1) : telltale;
      const found = outputs.filter(([, output]) => output.includes(telltale) || output.includes(inJson));
      if (found.length > 0) leaks.push({ encoding, text, outputs: found.map(([name]) => name) });
    }
  }
  return { planted, leaks };
}

/** Has a night tell of all texts wherever an event takes any text, and gives all that is kept and shown of it. */
async function runNight(
  texts: readonly (readonly [string, string])[],
  redact: Redactor,
  { repository, git }: { readonly repository: GitRepository; readonly git: Git },
): Promise<Readonly<Record<string, string>>> {
  using folder = openScratchFolder();
  // Each text of each event gets its share, so that the whole night holds all of them more than once.
  let at = 0;
  const next = (): string => {
    const share = Array.from({ length: 12 }, () => texts[at++ % texts.length]?.[1] ?? "");
    return share.join(" | ");
  };
  const path = join(folder.path, "journal.jsonl");
  const journal = await openJournal({ path });
  const log = redactJournal(journal, redact);
  for (const event of night) await log.append(saltEvent(event, next));
  const lessons = learnFromEntries(journal.entries());
  for (const lesson of lessons) await log.append({ type: "lesson-learned", cycle: 2, lesson });
  const rendered = renderAll(journal.entries());
  const files = [{ path: "reports/night-1.md", content: rendered.report ?? "" }];
  const when = "2026-11-21T03:00:00Z";
  await storeMemory({ lessons, files, keepDays: 365, at: when, message: "chore: memory" }, { git });
  await journal.close();
  const spec = buildSpec({ kind: "tests", command: "x" });
  const gate = buildGateResult({ spec, outcome: saltOutcome(next), durationMs: 1 }, { redact });
  expect(at).toBeGreaterThan(texts.length);
  return {
    ...rendered,
    journal: readFileSync(path, "utf8"),
    memory: repository.run("log", "-1", "-p", "--format=%B", memoryRef("nightshift")),
    gate: JSON.stringify(gate),
  };
}

function saltOutcome(next: () => string) {
  const check: Check = { file: "", suite: "", name: "", status: "failed" };
  const finding: LocatedFinding = {
    file: "",
    line: 1,
    rule: "",
    message: "",
    severity: "error",
    lineText: "",
  };
  const texts = (count: number) => Array.from({ length: count }, next);
  return {
    status: "failed" as const,
    reason: next(),
    checks: texts(40).map((text) => ({
      ...check,
      file: text,
      suite: next(),
      name: next(),
      message: next(),
      stack: next(),
    })),
    findings: texts(10).map((text) => ({
      ...finding,
      file: text,
      rule: next(),
      message: next(),
      lineText: next(),
    })),
    output: texts(20).join("\n"),
  };
}
