import fc from "fast-check";

const nested = [
  "[",
  "<a>",
  '{"a":',
  "  - ",
  "::",
  "ok 1\n    ",
  "@@ -1 +1 @@\n",
  "---\n",
  "\\",
  "(".repeat(9),
];

/** Text that nobody meant: noise, documents of the wrong kind, endless nesting, control characters, broken Unicode. */
export function garbage(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.json({ maxDepth: 6 }),
    fc.lorem({ mode: "sentences" }),
    fc.constantFrom("\0", "\uFEFF", "\r", "\r\n\r\n", "null", "[]", "{}", "<a/>", "\ud800", " ".repeat(1e5)),
    fc
      .tuple(fc.constantFrom(...nested), fc.integer({ min: 1, max: 20_000 }))
      .map(([text, times]) => text.repeat(times)),
  );
}

/** A text with pieces cut out, doubled, swapped or overwritten with garbage, at random places. */
export function mutated(text: string): fc.Arbitrary<string> {
  const place = fc.nat({ max: Math.max(0, text.length - 1) });
  const step = fc.record({
    kind: fc.constantFrom("cut", "double", "overwrite", "truncate", "number"),
    from: place,
    size: fc.integer({ min: 1, max: 60 }),
    noise: fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom('"', "<", "}", "\n", "-1", "1e999"),
    ),
  });
  return fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => steps.reduce(applyStep, text));
}

function applyStep(
  text: string,
  { kind, from, size, noise }: { kind: string; from: number; size: number; noise: string },
): string {
  const [before, piece, after] = [
    text.slice(0, from),
    text.slice(from, from + size),
    text.slice(from + size),
  ];
  switch (kind) {
    case "cut":
      return before + after;
    case "double":
      return before + piece + piece + after;
    case "truncate":
      return before;
    case "number":
      return text.replace(/\d+/, "99999999999999999999");
    default:
      return before + noise + after;
  }
}
