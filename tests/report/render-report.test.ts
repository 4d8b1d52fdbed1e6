import { describe, expect, it } from "vitest";
import type { CampaignEvent } from "../../src/domain/events.ts";
import { describeId } from "../../src/report/describe-id.ts";
import { foldEvents } from "../../src/report/fold.ts";
import { formatDuration } from "../../src/report/format-duration.ts";
import { markdown } from "../../src/report/markdown.ts";
import { listHistory, renderHistory } from "../../src/report/render-history.ts";
import { renderReport } from "../../src/report/render-report.ts";
import {
  cycleFinished,
  cycleStarted,
  entriesOf,
  judged,
  prepared,
  promoted,
  promotedCycle,
  proposed,
  scriptedItem,
  started,
} from "../helpers/campaign-script.ts";
import { sampleAvoided } from "../helpers/sample-lessons.ts";

const stopped: CampaignEvent = {
  type: "campaign-stopped",
  stopReason: "NO_WORK_FOUND",
  detail: "all is green",
};
const report = (...events: readonly CampaignEvent[]) =>
  renderReport(foldEvents(entriesOf(started, prepared, ...events)));

describe("renderReport", () => {
  it("says why a promotion was kept, with what was red and is green, its diff and its commit", () => {
    const text = report(...promotedCycle(1), stopped);
    expect(text).toContain("### Cycle 1: promoted");
    expect(text).toContain("`every gate is green and one failure is mended`");
    expect(text).toContain("- `unit`: **green**, `fixes 1 and breaks none`");
    expect(text).toContain("  - red before, green after: `test/cart.test.js: cart > adds`");
    expect(text).toContain("- red before: `adds`: `expected 1 to equal 2`");
    expect(text).toContain("```diff\n--- a/src/cart.js");
    expect(text).toContain(`Commit \`${promoted(1).commit}\``);
    expect(text).toContain(
      "1 cycles: 1 promoted, 0 rejected. It ended as **NO_WORK_FOUND**: `all is green`.",
    );
  });

  it("tells each denial with its rule, file and line, and what a reviewer should look at", () => {
    const denials = [
      { rule: "eval", file: "src/`a`.js", line: 3, reason: "it runs a string" },
      { rule: "size", file: "", line: null, reason: "it is too large" },
    ];
    const notes = [
      { rule: "assert", file: "src/cart.js", line: 1, reason: "it loads node:assert" },
      { rule: "coverage", file: "", line: null, reason: "it is measured" },
    ];
    const text = report(
      cycleStarted(1),
      proposed(1),
      {
        ...{ type: "candidate-refused", cycle: 1, attempt: 1, tree: "tree-1", rule: "eval" },
        ...{ reason: "it runs a string; it is too large", denials },
      },
      proposed(1, { attempt: 2, tree: "two" }),
      judged(1, { attempt: 2, tree: "two", notes }),
      cycleFinished(1, "promoted"),
    );
    expect(text).toContain("- denied ``src/`a`.js:3``, rule `eval`: `it runs a string`");
    expect(text).toContain("- denied, rule `size`: `it is too large`");
    expect(text).toContain("- for the reviewer: `src/cart.js:1`, rule `assert`: `it loads node:assert`");
    expect(text).toContain("- for the reviewer: rule `coverage`: `it is measured`");
  });

  it("says why a candidate was refused, by gate or by rule, and what it taught", () => {
    const gates = [
      {
        gate: "unit",
        status: "red" as const,
        reason: "breaks 1",
        fixed: [],
        broken: ['["test/cart.test.js","","empties"]'],
        isRequired: false,
        durationMs: 1,
      },
    ];
    const text = report(
      cycleStarted(1),
      proposed(1, { attempt: 1, tree: "one" }),
      {
        type: "candidate-refused",
        cycle: 1,
        attempt: 1,
        tree: "one",
        rule: "avoided",
        reason: "it failed before",
        denials: [],
      },
      proposed(1, { attempt: 2, tree: "two" }),
      judged(1, { attempt: 2, tree: "two", status: "reject", rule: "gate", reason: "unit is red", gates }),
      { type: "lesson-learned", cycle: 1, lesson: sampleAvoided() },
      cycleFinished(1, "rejected"),
      stopped,
    );
    expect(text).toContain("was refused before any gate ran, by rule `avoided`: `it failed before`");
    expect(text).toContain("was refused by rule `gate`: `unit is red`");
    expect(text).toContain("- `unit` (not required): **red**, `breaks 1`");
    expect(text).toContain("green before, red after: `test/cart.test.js: empties`");
    expect(text).toContain("Learned (avoided):");
  });

  it("says how to look at the commits and how to roll back", () => {
    const text = report(...promotedCycle(1), ...promotedCycle(2), stopped);
    expect(text).toContain(`git log --oneline ${started.base}..nightshift/master`);
    expect(text).toContain(`git show ${promoted(2).commit}`);
    expect(text.indexOf("nightshift rollback night-1/2")).toBeLessThan(
      text.indexOf("nightshift rollback night-1/1"),
    );
  });

  it("tells what was set aside, what is still open and what was warned of", () => {
    const text = report(
      {
        ...prepared,
        carried: [{ commit: "c1", subject: "fix: one" }],
        setAside: [{ commit: "c2", subject: "fix: two", reason: "it conflicts in src/cart.js" }],
      },
      {
        type: "checks-set-aside",
        gate: "unit",
        reason: "flaky",
        ids: ['["test/a.js","","sometimes"]'],
        hint: "mend it",
      },
      { type: "warning", message: "candidate code runs unprotected", hint: "Install bubblewrap." },
      {
        type: "work-found",
        items: [scriptedItem(1), scriptedItem(2)],
        exhausted: 4,
        exhaustedTitles: ["a `hard` one"],
      },
      ...promotedCycle(1),
      cycleStarted(2),
    );
    expect(text).toContain("- promotion `c2`, `fix: two`: `it conflicts in src/cart.js`");
    expect(text).toContain("1 promotions of earlier campaigns were carried over.");
    expect(text).toContain("- 1 flaky in gate `unit`: `mend it`\n  - `test/a.js: sometimes`");
    expect(text).toContain("> **Warning:** `candidate code runs unprotected` `Install bubblewrap.`");
    const open = text.slice(text.indexOf("## Still open"));
    expect(open).toContain("`test/cart.test.js: adds 2`");
    expect(open).not.toContain("`test/cart.test.js: adds 1`");
    expect(open).toContain("4 more that memory knows as exhausted");
    expect(open).toContain("\n  - ``a `hard` one``");
    expect(text).toContain("Cycle 2, `test/cart.test.js: adds 2`, has started and not finished.");
    expect(text).toContain("still running, or was killed");
  });

  it("says that a dry run wrote nothing, and offers no commands for what is not there", () => {
    const entries = entriesOf({ ...started, isDryRun: true }, prepared, ...promotedCycle(1), stopped);
    const text = renderReport(foldEvents(entries));
    expect(text).toContain("This was a dry run: no ref was written.");
    expect(text).not.toContain("git show");
  });

  it("shows candidates a second", () => {
    expect(report(...promotedCycle(1), stopped)).toContain("7, 3.5 a second");
  });

  it("tells no candidates of a cycle in which a model alone was at work", () => {
    const cycle = promotedCycle(1).filter(({ type }) => type !== "candidates-tried");
    const ofModel = cycle.map((event) =>
      event.type === "cycle-finished" ? { ...event, candidates: 0 } : event,
    );
    expect(report(...promotedCycle(1), stopped)).toMatch(/7 candidates tried, 1 brought before the gates/);
    expect(report(...ofModel, stopped)).toMatch(/\. 1 brought before the gates/);
  });

  it("lets nothing from a repository act in Markdown", () => {
    const hostile = "`x` <img src=x> @octocat #1 [a](http://evil) | ![b](c)\n\n# heading\n```\n<script>";
    const text = report(
      {
        ...cycleStarted(1),
        item: {
          ...scriptedItem(1),
          title: hostile,
          gate: hostile,
          evidence: [{ title: hostile, message: hostile }],
        },
      },
      proposed(1, {
        summary: hostile,
        origin: hostile,
        diff: `+\`\`\`\n+\`\`\`\`\`\n+<script>\n+@octocat\n`,
      }),
      judged(1, { reason: hostile, gates: [] }),
      cycleFinished(1, "rejected", { reason: hostile }),
      { type: "warning", message: hostile, hint: hostile },
      { type: "campaign-stopped", stopReason: "STOPPED", detail: hostile },
    );
    const outside = stripCode(text);
    expect(outside).not.toMatch(/<|@octocat|evil|script|!\[/);
    expect(outside).not.toContain("heading");
  });
});

/** What is left of Markdown without its code blocks and spans, as GFM pairs backticks: by runs of equal length. */
function stripCode(text: string): string {
  const withoutBlocks = text.replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, "");
  return withoutBlocks.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
}

describe("markdown", () => {
  it.each([
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["`a`", "`` `a` ``"],
    ["a|b", "`a|b`"],
    ["a\n b", "`a b`"],
    ["", "(nothing)"],
    ["a\u001b[31m\u202e", "`a\ufffd[31m\ufffd`"],
  ])("shows %j as the code span %s", (text, span) => {
    expect(markdown.code(text)).toBe(span);
  });

  it("keeps a bar from ending a table's cell", () => {
    expect(markdown.codeCell("a|b")).toBe("`a\\|b`");
  });

  it("fences a block longer than any fence in it, and cuts what is too long", () => {
    expect(markdown.codeBlock("````\nx\n", "js")).toBe("`````js\n````\nx\n`````");
    const long = markdown.codeBlock(Array.from({ length: 300 }, (_, at) => `line ${at}`).join("\n"), "");
    expect(long).toContain("line 199\n```\n\nThe rest of 300 lines is in the journal.");
    expect(long).not.toContain("line 200");
  });
});

describe("describeId", () => {
  it.each([
    ['["test/a.js","suite","name"]', "tests", "test/a.js: suite > name"],
    ['["golden/july","","golden/july"]', "golden", "golden/july"],
    ['["no-unused","src/a.js","let a"]', "lint", "src/a.js: no-unused: let a"],
    ['["","","error TS1"]', "typecheck", "the project: error TS1"],
    ["something else", "tests", "something else"],
  ] as const)("shows %s of a gate of kind %s as %s", (id, kind, shown) => {
    expect(describeId(id, kind)).toBe(shown);
  });
});

describe("formatDuration", () => {
  it.each([
    [0, "0 ms"],
    [999, "999 ms"],
    [12_340, "12.3 s"],
    [59_999, "59.9 s"],
    [250_000, "4 min 10 s"],
    [7_500_000, "2 h 5 min"],
  ])("shows %i ms as %s", (durationMs, shown) => {
    expect(formatDuration(durationMs)).toBe(shown);
  });
});

describe("renderHistory", () => {
  it("lists campaigns, the newest first, with their promotions", () => {
    const first = foldEvents(entriesOf(started, prepared, ...promotedCycle(1), stopped));
    const second = {
      ...first,
      campaign: "night-2",
      startedAt: "2026-11-22T03:00:00.000Z",
      cycles: [],
      promoted: 0,
    };
    const lines = renderHistory(listHistory([first, second])).split("\n");
    expect(lines.map((line) => line.trim().split("  ")[0])).toEqual(["night-2", "night-1", "1".repeat(12)]);
    expect(lines[1]).toContain("NO_WORK_FOUND  1 cycles, 1 promoted, 0 rejected");
  });

  it("says so when there is none", () => {
    expect(renderHistory([])).toBe("No campaign has run here yet.");
  });
});
