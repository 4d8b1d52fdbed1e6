import { describe, expect, it } from "vitest";
import type { Decision } from "../../../src/brain/brain.ts";
import { createFakeWarmRunner, type FakeWarm } from "../../helpers/fake-warm-runner.ts";
import { nodeTestGate as gate } from "../../helpers/node-test-gate.ts";
import { searchDeps, searchProject } from "../../helpers/search-task.ts";

const head = 'import { test } from "node:test";\nimport assert from "node:assert/strict";\n';
const files = {
  "package.json": '{"type":"module"}',
  "src/sum.js": "export const sum = (a, b) => a - b;\nexport const other = (c) => c;\n",
  "test/sum.test.js": `${head}import { sum, other } from "../src/sum.js";\ntest("sum", () => assert.equal(sum(1, 1), 2));\ntest("other", () => assert.equal(other(1), 1));\n`,
};
const reject: Decision = { status: "reject", reason: "a gate is red", gates: [] };
const refuse: Decision = { status: "refused", reason: "policy", denials: [] };

async function search(fake: FakeWarm, options: Partial<Parameters<typeof searchProject>[0]> = {}) {
  const { runner, requests, countOpen } = createFakeWarmRunner(fake);
  const outcome = await searchProject({ files, gate, ...options }, { ...searchDeps, warmRunners: [runner] });
  // Whatever ends a search ends its processes.
  expect(countOpen()).toBe(0);
  const outcomes: Record<string, number> = {};
  for (const batch of outcome.batches) {
    for (const [name, count] of Object.entries(batch.outcomes))
      outcomes[name] = (outcomes[name] ?? 0) + count;
  }
  return {
    ...outcome,
    requests,
    outcomes,
    texts: outcome.proposals.map(({ edits }) => edits[0]?.content ?? ""),
  };
}

/** The project's source with another sum. */
const program = (sum: string) => files["src/sum.js"].replace("a - b", sum);
const mending =
  (...sums: string[]) =>
  (text: string) =>
    sums.some((sum) => text === program(sum)) ? ["sum", "other"] : ["other"];
const sumOf = (text: string | undefined) => /=> (.*);/.exec(text ?? "")?.[1];

describe("the search in warm processes", () => {
  it("says how candidates were run, and how sure it is of what it proposes", async () => {
    const { texts, proposals, batches } = await search({ passes: mending("a + b") });
    expect(texts[0]).toBe(program("a + b"));
    expect(proposals[0]?.confidence?.value).toBeGreaterThan(0.5);
    expect(new Set(batches.map(({ runner }) => runner))).toEqual(new Set(["warm: fake"]));
  });

  it("is less sure where programs that behave differently mend the item", async () => {
    const one = await search({ passes: mending("a + b", "a * b"), notes: () => "same" });
    const two = await search({ passes: mending("a + b", "a * b"), notes: (text) => text });
    const sureness = (found: typeof one) => found.proposals[0]?.confidence?.value ?? 0;
    expect(sureness(two)).toBeLessThan(sureness(one));
  });

  it("runs as the gate runs what comes after a rejection, and drops what passes in warm processes alone", async () => {
    const fake: FakeWarm = { passes: mending("a + b", "a * b"), notes: (text) => text };
    const { texts, outcomes } = await search(fake, { proposals: 99, decisions: [reject, reject] });
    expect(sumOf(texts[0])).toBe("a + b");
    expect(texts.length).toBe(1);
    expect(outcomes["warm-only"]).toBe(1);
  });

  it("goes on with the same behaviour after a rule's refusal, and with another one otherwise", async () => {
    const fake: FakeWarm = {
      passes: mending("a + b", "a * b", "a / b"),
      notes: (text) => (text.includes("a / b") ? "apart" : "alike"),
    };
    const refused = await search(fake, { proposals: 3, decisions: [refuse, refuse] });
    const sums = refused.texts.map(sumOf);
    expect(sums.slice(0, 2).toSorted()).toEqual(["a * b", "a + b"]);
    expect(sums[2]).toBe("a / b");
    const silent = await search(fake, { proposals: 3 });
    expect(silent.texts.map(sumOf)).toEqual([sums[0], sums[2], sums[1]]);
  });

  it("gives more fuel to what is on its way, and to nothing else", async () => {
    const { texts, requests, outcomes } = await search({
      passes: (text) => (text === program("a * b") ? "ended" : mending("a + b")(text)),
      needs: (text) => (text === program("a + b") ? 1_000_000 : text === program("a / b") ? 1e9 : 0),
    });
    expect(sumOf(texts[0])).toBe("a + b");
    const fuelsOf = (sum: string) =>
      requests.filter(({ edits }) => edits[0]?.content === program(sum)).map(({ fuel }) => fuel);
    expect(fuelsOf("a + b")).toEqual([200_000, 2_000_000]);
    expect(fuelsOf("a * b")).toEqual([200_000]);
    expect(fuelsOf("a / b")).toEqual([200_000]);
    expect(outcomes["no-evidence"]).toBe(1);
    expect(outcomes["time-out"]).toBe(1);
  });

  it("gives up on what never ends, after the third try", async () => {
    const { requests, outcomes } = await search(
      { passes: (text) => (text === program("a + b") ? "out-of-fuel" : ["other"]) },
      { proposals: 9, limits: { maxCandidates: 60, maxMs: null } },
    );
    const asked = requests.filter(({ edits }) => edits[0]?.content === program("a + b"));
    expect(asked.map(({ fuel }) => fuel)).toEqual([200_000, 2_000_000, 20_000_000]);
    expect(outcomes["time-out"]).toBe(1);
  });

  it("runs each text once, and asks memory of what it would propose", async () => {
    const asked: string[] = [];
    const { requests, texts, outcomes } = await search(
      { passes: mending("a + b") },
      {
        proposals: 9,
        isAvoided: async (edits) => {
          asked.push(edits[0]?.content ?? "");
          return true;
        },
      },
    );
    const ran = requests.map(({ edits }) => JSON.stringify(edits));
    expect(new Set(ran).size).toBe(ran.length);
    expect(texts).toEqual([]);
    expect(outcomes.avoided).toBe(asked.length);
    expect(asked).toEqual([program("a + b")]);
  });

  it("stops at its limit, which does not depend on how runs are batched", async () => {
    const { end, requests } = await search(
      { passes: () => [] },
      { proposals: 9, limits: { maxCandidates: 37, maxPlainCandidates: 5, maxMs: null } },
    );
    expect(end).toMatchObject({
      status: "limit",
      reason: "the limit of 37 candidates is reached",
      tried: 37,
    });
    expect(requests.length).toBe(37);
  });

  it("stops when it is told to, between two candidates of a batch", async () => {
    const controller = new AbortController();
    const { end, texts } = await search(
      {
        passes: (text) => {
          controller.abort();
          return mending("a + b")(text);
        },
      },
      { signal: controller.signal, proposals: 9 },
    );
    expect(end).toMatchObject({ status: "aborted", exhausted: null });
    expect(texts).toEqual([]);
  });

  it("remembers nothing where most runs ended without a word", async () => {
    const limits = { maxCandidates: 50, maxMs: null };
    const silent = await search({ passes: () => "ended" }, { proposals: 9, limits });
    expect(silent.end).toMatchObject({ status: "limit", exhausted: null });
    const telling = await search({ passes: () => ["other"] }, { proposals: 9, limits });
    expect(telling.end?.exhausted).not.toBe(null);
  });

  it("takes the plain way where no session opens, and says why", async () => {
    const { runner } = createFakeWarmRunner({ passes: () => [] });
    const unsuited: typeof runner = {
      ...runner,
      open: async () => ({ status: "unsuited", reason: "sum behaves otherwise" }),
    };
    const { proposals, batches } = await searchProject(
      { files, gate, limits: { maxCandidates: 9, maxMs: null } },
      { ...searchDeps, warmRunners: [unsuited] },
    );
    expect(batches.at(0)?.runner).toBe("plain: fake: sum behaves otherwise");
    expect(sumOf(proposals[0]?.edits[0]?.content ?? undefined)).toBe("a + b");
  });

  it("tries pairs of edits when no single one is enough", async () => {
    const isOtherChanged = (text: string) => !text.endsWith(files["src/sum.js"].slice(-30));
    const { proposals } = await search({
      passes: (text) => {
        if (sumOf(text) !== "a + b") return ["other"];
        return isOtherChanged(text) ? ["sum", "other"] : ["sum"];
      },
    });
    expect(proposals[0]?.edits[0]?.content).toContain("=> a + b;");
    expect(proposals[0]?.origin).toContain("+");
    expect(proposals[0]?.summary).toContain(", and ");
  });
});
