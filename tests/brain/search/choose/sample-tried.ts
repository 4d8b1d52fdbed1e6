import type { TriedCandidate } from "../../../../src/brain/search/run/try-candidates.ts";

/** A candidate that mends its item, as a run leaves it. */
export function sampleTried(
  name: string,
  { score = 0.5, replacement = name, origin = "comparison", left = 0, places = 1 } = {},
): TriedCandidate {
  const file = (content: string) => ({ path: "src/a.js", mode: "100644" as const, content });
  const edit = { start: 0, end: 1, replacement, summary: name, weight: 1 };
  const place = { path: "src/a.js", edit };
  return {
    candidate: {
      edits: [place, ...Array.from({ length: places - 1 }, () => place)],
      ...{ origin, summary: name, score, key: name },
    },
    edits: [file(name)],
    originals: [file("x")],
    result: {
      verdict: "mends-all",
      leftFailing: left,
      progress: { mended: 1, broken: 0, moved: 0 },
    },
  };
}
