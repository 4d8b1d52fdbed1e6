import { expect, it } from "vitest";
import { createRunner } from "../src/adapters/actions/create-runner.ts";
import type { Publication } from "../src/publish/publication.ts";
import { tellPublication } from "../src/tell-publication.ts";

function tell(publication: Parameters<typeof tellPublication>[0]) {
  const lines: string[] = [];
  const runner = createRunner({ environment: {}, write: (text) => lines.push(text) });
  return { code: tellPublication(publication, runner), log: lines.join("") };
}

const published: Publication = {
  ...{ status: "published", reason: "", campaign: "night-1", bundle: "bafk" },
  pullRequests: [
    { number: 4, url: "https://github.com/octo/project/pull/4", cycles: [1], status: "created" },
    { number: 3, url: "https://github.com/octo/project/pull/3", cycles: [2], status: "known" },
  ],
  suggestions: [],
  left: [{ cycle: 3, title: "@all `x`", rule: "declined", reason: "a person closed it" }],
  master: { status: "advanced", reason: "" },
  patches: [],
  memory: { status: "stored", lessons: 2, refused: 0 },
};

it("tells the pull requests, and what is not offered with its reason", () => {
  const { code, log } = tell(published);
  expect(code).toBe(0);
  expect(log).toContain(
    '["https://github.com/octo/project/pull/4","https://github.com/octo/project/pull/3"]',
  );
  expect(log).toContain("## Nightshift: 1 new of 2 pull requests");
  expect(log).toContain("- not offered: cycle 3, `` @all `x` ``: `a person closed it`");
});

it("tells what is suggested as neither verified nor offered", () => {
  const { code, log } = tell({
    ...published,
    suggestions: [
      {
        ...{ cycle: 4, title: "adds @all", subject: "fix: `x`", origin: "comparison", files: ["src/a.js"] },
        ...{ confidence: { value: 0.3, reason: "" }, patch: { cid: "b", sizeBytes: 1 } },
      },
    ],
  });
  expect(code).toBe(0);
  expect(log).toContain("- suggested, not verified and not offered: cycle 4, `adds @all`: `` fix: `x` ``");
  expect(log).toContain("`patches/suggestion-cycle-4.patch`");
  expect(tell(published).log).not.toContain("suggested");
});

it("is neutral where there was nothing to offer, and where limits held something back", () => {
  const nothing = tell({ ...published, pullRequests: [], left: [] });
  expect(nothing.log).toContain("## Nightshift: no pull request to offer");
  const later = tell({
    ...published,
    status: "interrupted",
    reason: "12 calls are left",
    patches: ["patches/1.patch"],
  });
  expect(later.code).toBe(0);
  expect(later.log).toMatch(/^::notice title=Not all yet::12 calls are left$/m);
  expect(later.log).toContain("`patches/1.patch`");
  expect(nothing.log + later.log).not.toMatch(/::error|fail/);
});

it("warns where a person has to put something right, at most ten times", () => {
  const left = Array.from({ length: 12 }, (_none, at) => ({
    ...{ cycle: at + 1, title: "x", rule: "stopped" as const },
    reason: "Actions may not create\n::error::pull requests",
  }));
  const { code, log } = tell({
    ...published,
    ...{ pullRequests: [], left, master: { status: "left", reason: "a rule protects it" } },
  });
  expect(code).toBe(0);
  expect(log).toMatch(/^::warning title=Master was left as it is::a rule protects it$/m);
  expect(log).toMatch(/^::warning title=Cycle 1 could not be offered::Actions may not create/m);
  expect(log.match(/^::warning/gm)).toHaveLength(10);
  expect(log).not.toMatch(/^::error/m);
  expect(tell(published).log).not.toContain("::warning");
});

it("is red where the bundle is refused, and says by what", () => {
  const { code, log } = tell({
    status: "refused",
    rule: "verdict-origin",
    reason: "it is another::set-env::x",
  });
  expect(code).toBe(1);
  expect(log).toMatch(/^::error title=Nothing is published%3A verdict-origin::/m);
  expect(log).not.toContain("pull-requests");
});
