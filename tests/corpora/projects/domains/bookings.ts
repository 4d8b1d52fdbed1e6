import type { Domain } from "../domain.ts";

/** Overlapping spans; spans that only touch count as well. */
export const bookings: Domain = {
  module: "bookings",
  names: ["overlaps", "isClash", "doCollide"],
  parameters: [
    { name: "first", type: "readonly number[]" },
    { name: "second", type: "readonly number[]" },
  ],
  returns: "boolean",
  summary: "Whether two spans have a time in common; the end does not belong to a span.",
  js: {
    buggy: "return first[0] <= second[1] && second[0] <= first[1];",
    fixes: {
      operator: { body: "return first[0] < second[1] && second[0] < first[1];" },
      guard: {
        body: "if (first[1] <= second[0]) {\n  return false;\n}\nif (second[1] <= first[0]) {\n  return false;\n}\nreturn true;",
      },
      loop: {
        body: "const [start, end] = [Math.max(first[0], second[0]), Math.min(first[1], second[1])];\nreturn start < end;",
      },
      helper: {
        body: "return !endsBefore(first, second) && !endsBefore(second, first);",
        helper: "function endsBefore(one, other) {\n  return one[1] <= other[0];\n}",
      },
    },
  },
  py: {
    buggy: "return first[0] <= second[1] and second[0] <= first[1]",
    fixes: {
      operator: { body: "return first[0] < second[1] and second[0] < first[1]" },
      guard: {
        body: "if first[1] <= second[0]:\n    return False\nif second[1] <= first[0]:\n    return False\nreturn True",
      },
      loop: { body: "start = max(first[0], second[0])\nend = min(first[1], second[1])\nreturn start < end" },
      helper: {
        body: "return not _ends_before(first, second) and not _ends_before(second, first)",
        helper: "def _ends_before(one, other):\n    return one[1] <= other[0]",
      },
    },
  },
  right: (first, second) => {
    const [[from = 0, to = 0], [start = 0, end = 0]] = [first as number[], second as number[]];
    return from < end && start < to;
  },
  ordinary: (random) => {
    const start = random.int(11, 500);
    const gap = random.pick([-7, 9]);
    return [
      [start, start + 20],
      [start + 20 + gap, start + 40],
    ];
  },
  edge: (random) => {
    const [start, middle] = [random.int(11, 300), random.int(310, 500)];
    return [
      [start, middle],
      [middle, middle + random.int(12, 90)],
    ];
  },
};
