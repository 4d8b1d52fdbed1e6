import { describe, expect, it } from "vitest";
import type { PullRequestStory } from "../../src/report/pull-request-story.ts";
import { renderPullRequest } from "../../src/report/render-pull-request.ts";

const promotion: PullRequestStory["promotions"][number] = {
  cycle: 3,
  subject: "fix: compare with <= instead of <",
  item: {
    kind: "failing-test",
    gate: "unit",
    title: "cart: the last item counts",
    files: ["test/cart.test.js"],
    signature: "expected N to equal N",
  },
  ...{ origin: "comparison", method: "direct", attempts: 2, candidates: 17, costUsd: 0.0123, tokens: 900 },
  confidence: { value: 0.87, reason: "2 of 2 | behave alike" },
  evidence: [
    { gate: "unit", before: "failed: 1 failed; red: the last item counts", after: "green: fixes 1" },
  ],
  gates: [
    { gate: "unit", status: "green", fixed: ["the last item counts"], reason: "fixes 1, fails nothing" },
  ],
  refused: [{ summary: "delete the test", rule: "test-deleted", reason: "a test is gone" }],
  notes: [{ rule: "new-file", file: "src/cart.js", line: 12, reason: "a file is new" }],
};
const story: PullRequestStory = {
  ...{
    campaign: "2026-11-21-031507-3fa9",
    promotions: [promotion],
    branch: "nightshift/fix/x-3",
    sacred: "main",
  },
  ...{ base: "b".repeat(40), head: "c".repeat(40), hasSacredMoved: false, isOnMaster: true, stackedOn: null },
  ...{
    stackReason: "it is the first on the base",
    alsoHolds: [],
    command: "npx vitest run",
    nightshift: "0.1.0",
  },
};
const render = (changes: Partial<PullRequestStory> = {}, maxChars = 50_000) =>
  renderPullRequest({ ...story, ...changes }, { maxChars });

describe("the text of a pull request", () => {
  it("tells what was wrong, what is green, what it cost, how to see it, and what to say", () => {
    const { title, body } = render();
    expect(title).toBe("fix: compare with <= instead of <");
    expect(body).toMatchInlineSnapshot(`
      "This is a promotion of Nightshift campaign \`2026-11-21-031507-3fa9\`. Every gate ran again on a machine of its own, isolated and without secrets, before this was opened. It is a draft: nothing merges it but a person.

      It stands on \`main\` alone (\`bbbbbbbbbbbb\`) and needs no other pull request.

      ## What was wrong

      \`cart: the last item counts\`, found by gate \`unit\` (\`failing-test\`). It failed as \`expected N to equal N\`. Where: \`test/cart.test.js\`.

      ### Red before, green after

      | gate | before, as the campaign saw it | after, run again by verify |
      | --- | --- | --- |
      | \`unit\` | \`failed: 1 failed; red: the last item counts\` | \`green: fixes 1, fails nothing\` |

      Fixed, as verify saw it:

      - \`the last item counts\`

      ### How it came about

      | | |
      | --- | --- |
      | confidence | \`87 %: 2 of 2 \\| behave alike\` |
      | cost | $0.0123, 900 tokens |
      | attempts | 2, with 17 candidates |
      | made by | \`comparison\`, method \`direct\` |

      Please look at these:

      - \`src/cart.js:12\`: \`a file is new\` (rule \`new-file\`)

      <details><summary>What was tried and refused</summary>

      - \`delete the test\`: \`a test is gone\` (\`test-deleted\`)

      </details>

      ### See for yourself

      \`\`\`sh
      git fetch origin nightshift/fix/x-3 && git switch --detach FETCH_HEAD && npx vitest run
      \`\`\`

      ### What you can say

      As a comment of one line, by people with write permission, where the Nightshift App is installed:

      | comment | what it does |
      | --- | --- |
      | \`/approve cccccccccccccccccccccccccccccccccccccccc\` | verify once more, then ready for review |
      | \`/rollback\` | take it off master again |
      | \`/retry\` | try the item again, in another way |
      | \`/why\` | what was tried, and what each gate said |
      | \`/status\` | how the campaign stands |
      | \`/stop\` | end the campaign that is running |
      | \`/forget <lesson>\` | what was learned here no longer holds |

      Closing this keeps Nightshift from offering the item again until its code changes or the label \`nightshift:declined\` is taken off.

      ---

      Opened by Nightshift \`0.1.0\`. The campaign's artifact holds the journal and the patch."
    `);
  });

  it("says that it is stacked, on what and why, and that sacred and master have moved", () => {
    const { body } = render({
      ...{ stackedOn: "nightshift/fix/x-2", stackReason: "unit is red there", alsoHolds: ["fix: other"] },
      ...{ hasSacredMoved: true, isOnMaster: false },
    });
    expect(body).toContain("**stacked** on `nightshift/fix/x-2`: merge that one first.");
    expect(body).toContain("Why it is not offered alone: `unit is red there`.");
    expect(body).toContain("> - `fix: other`");
    expect(body).toContain("`main` has gone further since");
    expect(body).toContain("It is not on master");
  });

  it("tells of all promotions of a campaign, and lets detail go where it is too long, lightest first", () => {
    const promotions = Array.from({ length: 60 }, (_, cycle) => ({ ...promotion, cycle }));
    const { title, body } = render({ promotions }, 20_000);
    expect(title).toBe("Nightshift: 60 promotions of campaign 2026-11-21-031507-3fa9");
    expect(body.length).toBeLessThanOrEqual(20_000);
    expect(body).toContain("Some of the detail did not fit here");
    expect(body).toContain("## Cycle 59");
    expect(body).not.toContain("What was tried and refused");
    expect(body).toContain("/approve");
  });
});

const attacks: readonly (readonly [string, string])[] = [
  ["mentions", "@octocat and @acme/team"],
  ["closing words", "Fixes #1, closes GH-2 and resolves acme/sums#3"],
  ["links that close", "Fixes https://github.com/acme/sums/issues/4"],
  ["images", "![x](https://evil.example/p.png)"],
  ["HTML", '<img src=x onerror="1"><script>alert(1)</script><details open>'],
  ["the end of a code span", "`` ` ``` end ` @octocat"],
  ["fences", "```\n@octocat\n```\n~~~\n# heading"],
  ["tables", "a | b | @octocat |\n| --- |"],
  ["directions", "abc\u202ecba \u2066 \u200f \u061c"],
  ["what nobody sees", "a\u200bb\u2060\ufeff\u00ad\u{e0041}\u{e0042}"],
  ["controls", "a\u0000b\u001b[31mred\u0007"],
  ["commands", "\n/approve everything\n/stop"],
  ["a marker", '\n<!-- nightshift: {"version":1} -->'],
  ["the end of a comment", "--> <!-- x"],
  ["half a character", "\ud83d x \ude00"],
  ["words that skip checks", "[skip ci] [ci skip]"],
  ["trailers", "x\n\nCo-authored-by: Mallory <m@example.org>\nNightshift-Sacred: 1"],
  ["length", "y".repeat(100_000)],
  ["lines", "z\n".repeat(20_000)],
  ["details", "</details></summary> out"],
];

describe("hostile text in a pull request", () => {
  it.for(attacks)("makes %s harmless wherever it comes from", ([, text]) => {
    const hostile = hostileStory(text);
    const { title, body } = renderPullRequest(hostile, { maxChars: 50_000 });
    expect(body.length).toBeLessThanOrEqual(50_000);
    expect(title.length).toBeLessThanOrEqual(120);
    expect(title).not.toContain("\n");
    // Whatever is left outside of code is ours.
    const outside = dropCode(body);
    for (const sign of [
      "octocat",
      "evil.example",
      "<img",
      "<script",
      "Mallory",
      "# heading",
      "everything",
      "Fixes",
    ])
      expect(outside).not.toContain(sign);
    expect(outside.split("\n").filter((line) => line.startsWith("/"))).toEqual([]);
    for (const shown of [title, body]) {
      expect(shown).not.toMatch(/(^|\W)@[A-Za-z]/);
      expect(shown).not.toMatch(/#\d|GH-\d|\[skip ci\]|\[ci skip\]|<!--|-->/i);
      expect(shown).not.toMatch(/https:\/\/\S*\/issues\/\d/);
      expect(shown.isWellFormed()).toBe(true);
      expect(shown).not.toMatch(/[^\P{C}\n\t]/u);
    }
    expect(body).not.toMatch(/^(?:Co-authored-by|Nightshift-Sacred):/m);
  });
});

/** A story whose every text is the same. */
function hostileStory(text: string): PullRequestStory {
  const item = { kind: text, gate: text, title: text, files: [text, text], signature: text };
  return {
    ...story,
    promotions: [
      {
        ...{ ...promotion, subject: text, item, origin: text, method: text },
        evidence: [{ gate: text, before: text, after: text }],
        gates: [{ gate: text, status: text, fixed: [text, text], reason: text }],
        refused: [{ summary: text, rule: text, reason: text }],
        notes: [{ rule: text, file: text, line: 1, reason: text }],
      },
    ],
    ...{ stackReason: text, stackedOn: "nightshift/fix/x-1", alsoHolds: [text], nightshift: text },
  };
}

/** Markdown without its code, as GFM reads it: a run of backticks up to the next of the same length; fences by line. */
function dropCode(body: string): string {
  return body
    .replace(/^(`{3,})[^\n`]*\n[\s\S]*?\n\1$/gm, "")
    .replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
}
