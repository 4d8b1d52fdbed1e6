import type { EventOf } from "../../src/domain/events.ts";
import type {
  AvoidedLesson,
  DeniedLesson,
  ExhaustedLesson,
  PatternLesson,
  SuggestedLesson,
} from "../../src/domain/lesson.ts";
import {
  buildAvoidedLesson,
  buildDeniedLesson,
  buildExhaustedLesson,
  buildPatternLesson,
  buildSuggestedLesson,
} from "../../src/memory/build-lesson.ts";

/** The diff of one changed line in src/cart.js. */
export const sampleDiff = renderDiff("src/cart.js", "if (a < b) {", "if (a <= b) {");

/** A unified diff that replaces one line, with a line of context on both sides. */
export function renderDiff(path: string, before: string, after: string, line = 1): string {
  const body = ` context before\n-${before}\n+${after}\n context after\n`;
  return `--- a/${path}\n+++ b/${path}\n@@ -${line},3 +${line},3 @@\n${body}`;
}

const item = {
  id: "item-1",
  kind: "failing-test",
  title: "test/cart.test.js: adds",
  signature: "expected N to equal N",
};
const files = [{ path: "src/cart.js", blob: "blob-1" }];

type Changes = {
  readonly campaign?: string;
  readonly cycle?: number;
  readonly at?: string;
  readonly diff?: string;
  readonly summary?: string;
  readonly files?: readonly { readonly path: string; readonly blob: string }[];
  readonly item?: Partial<typeof item>;
};

function describe(changes: Changes) {
  return {
    campaign: changes.campaign ?? "night-1",
    cycle: changes.cycle ?? 1,
    at: changes.at ?? "2026-11-20T03:00:00.000Z",
    item: { ...item, ...changes.item },
  };
}

function propose(changes: Changes): EventOf<"candidate-proposed"> {
  return {
    type: "candidate-proposed",
    cycle: changes.cycle ?? 1,
    attempt: 1,
    tree: "tree",
    summary: changes.summary ?? "compare with <= instead of <",
    origin: "comparison",
    files: [...(changes.files ?? files)],
    diff: changes.diff ?? sampleDiff,
  };
}

/** A lesson that an approach failed the gates. */
export function sampleAvoided(changes: Changes = {}): AvoidedLesson {
  const judged: EventOf<"candidate-judged"> = {
    type: "candidate-judged",
    cycle: changes.cycle ?? 1,
    attempt: 1,
    tree: "tree",
    status: "reject",
    rule: "gate",
    reason: "gate unit is red",
    denials: [],
    notes: [],
    gates: [],
    durationMs: 1,
  };
  return buildAvoidedLesson({ ...describe(changes), proposed: propose(changes), judged });
}

/** A lesson that policy denied an approach. */
export function sampleDenied(changes: Changes = {}): DeniedLesson {
  const denial = { rule: "eval", file: "src/cart.js", line: 3, reason: "it runs a string" };
  return buildDeniedLesson({ ...describe(changes), proposed: propose(changes), denials: [denial] });
}

/** A lesson that the brain of version `search@1` knows no more. */
export function sampleExhausted(changes: Changes = {}): ExhaustedLesson {
  const suspects = changes.files ?? files;
  return buildExhaustedLesson({ ...describe(changes), brain: "search@1", suspects, candidates: 31 });
}

/** A lesson of what worked. */
export function samplePattern(changes: Changes = {}): PatternLesson {
  return buildPatternLesson({ ...describe(changes), proposed: propose(changes), commit: "c".repeat(40) });
}

/** A lesson that a fix by the brain of version `search@1`, 30 % sure, waits for a person. */
export function sampleSuggested(changes: Changes = {}): SuggestedLesson {
  const suggested = { brain: "search@1", confidence: { value: 0.3, reason: "4 groups behave differently" } };
  return buildSuggestedLesson({ ...describe(changes), proposed: propose(changes), suggested });
}
