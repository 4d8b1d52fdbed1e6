import { type HostileFamily, withLine } from "../hostile-family.ts";
import type { Scene } from "../scene.ts";

const bidirectional = [
  "\u202a",
  "\u202b",
  "\u202c",
  "\u202d",
  "\u202e",
  "\u2066",
  "\u2067",
  "\u2068",
  "\u2069",
  "\u200e",
  "\u200f",
  "\u061c",
];
const unseen = [
  "\u200b",
  "\u2060",
  "\u2063",
  "\u00ad",
  "\u180e",
  "\u3164",
  "\uffa0",
  "\u115f",
  "\u034f",
  "\ufe00",
  "\u{e0100}",
  "\u{e0041}",
];

const whole = (name: string, rule: string, textOf: (scene: Scene) => string | null): HostileFamily => ({
  name,
  rule,
  make: (scene) => {
    const text = textOf(scene);
    const path = scene.dice.isHeads() ? scene.takeFile() : scene.takeFreshPath();
    const known = scene.texts.has(path);
    const file = known ? scene.edit(path, text ?? "") : scene.add(path, text ?? "");
    const after = file.after === null || text !== null ? file.after : { ...file.after, text: null };
    return { files: [{ ...file, after }] };
  },
});

/** Content that does not read as it runs. */
export const contentFamilies: readonly HostileFamily[] = [
  withLine(
    "bidirectional control in a comment",
    "hidden-characters",
    ({ dice }) => `// ${dice.word()} ${dice.pick(bidirectional)}} if (${dice.word()}) {`,
  ),
  withLine(
    "bidirectional control in a string",
    "hidden-characters",
    ({ dice }) => `x = "${dice.word()}${dice.pick(bidirectional)}${dice.word()}"`,
  ),
  withLine(
    "isolates that swap code and comment",
    "hidden-characters",
    ({ dice }) => `/*\u202e } \u2066if (${dice.word()})\u2069 \u2066 begin */`,
  ),
  withLine(
    "invisible character in a name",
    "hidden-characters",
    ({ dice }) => `let ${dice.word()}${dice.pick(unseen)}${dice.word()} = 1`,
  ),
  withLine(
    "joiner between plain letters",
    "hidden-characters",
    ({ dice }) => `let ${dice.word()}${dice.pick(["\u200c", "\u200d"])}${dice.word()} = 1`,
  ),
  withLine(
    "invisible name",
    "hidden-characters",
    ({ dice }) => `const { ${dice.word()}, ${dice.pick(["\u3164", "\u115f", "\uffa0"])} } = request`,
  ),
  withLine("payload in variation selectors", "hidden-characters", ({ dice }) => {
    const bytes = Array.from({ length: dice.int(3, 30) }, () =>
      String.fromCodePoint(0xe0100 + dice.int(0, 239)),
    );
    return `run("${dice.pick(["", "\u{1f600}"])}${bytes.join("")}")`;
  }),
  withLine("payload in tag characters", "hidden-characters", ({ dice }) => {
    const hidden = Array.from(dice.word(), (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)));
    return `# ${dice.word()}${hidden.join("")}`;
  }),
  withLine(
    "control character",
    "hidden-characters",
    ({ dice }) =>
      `${dice.word()}${String.fromCharCode(dice.pick([1, 7, 8, 14, 26, 27, 31, 127, 0x84, 0x9b]))}${dice.word()}`,
  ),
  withLine(
    "terminal escape that hides a line",
    "hidden-characters",
    ({ dice }) => `// \u001b[${dice.int(1, 8)}m${dice.word()}\u001b[2K`,
  ),
  withLine(
    "byte order mark inside a file",
    "hidden-characters",
    ({ dice }) => `let ${dice.word()}\ufeff = 2`,
  ),
  withLine(
    "character of the private planes",
    "hidden-characters",
    ({ dice }) => `"${String.fromCodePoint(0xf0000 + dice.int(0, 0xfff))}"`,
  ),
  withLine(
    "carriage return that hides code",
    "hidden-lines",
    ({ dice }) => `// ${dice.word()}\rrun("${dice.word()}")`,
  ),
  withLine("two carriage returns", "hidden-lines", ({ dice }) => `// ${dice.word()}\r\r`),
  withLine(
    "line separator that ends a comment",
    "hidden-lines",
    ({ dice }) => `// ${dice.word()}${dice.pick(["\u2028", "\u2029", "\u0085"])}run()`,
  ),
  withLine(
    "vertical tab or form feed",
    "hidden-lines",
    ({ dice }) => `${dice.word()}${dice.pick(["\v", "\f"])}run()`,
  ),
  withLine(
    "code beyond the edge of the screen",
    "hidden-lines",
    ({ dice }) => `let ${dice.word()} = 1;${dice.pick([" ", "\t"]).repeat(dice.int(160, 500))}run()`,
  ),
  withLine(
    "line without end",
    "hidden-lines",
    ({ dice }) => `let ${dice.word()} = "${"x1".repeat(dice.int(1_001, 3_000))}"; run()`,
  ),
  {
    name: "line of letters that look alike",
    rule: "lookalike-name",
    make: (scene) => {
      const path = scene.takeFreshPath();
      const word = `p${scene.dice.word()}`;
      const lookalike = `\u0440${word.slice(1)}`;
      return { files: [scene.add(path, `let ${word} = 1\nlet ${lookalike} = 2\nuse(${word})\n`)] };
    },
  },
  withLine(
    "Python name in disguised letters",
    "disguised-name",
    ({ dice }) =>
      `${dice.pick(["\uff45val", "\u{1d5be}xec", "e\u1d5bal", "\u{1d4d4}val", "o\uff53", "eva\u2113"])}("${dice.word()}")`,
    ["py"],
  ),
  whole("content that is no text", "text", () => null),
  whole("NUL in the content", "text", (scene) => `${scene.writeText()}\0${scene.dice.word()}`),
  whole(
    "content that is no Unicode",
    "text",
    (scene) => `${scene.dice.word()}${String.fromCharCode(scene.dice.int(0xd800, 0xdfff))}\n`,
  ),
  whole(
    "pointer to large file storage",
    "text",
    ({ dice }) =>
      `version https://git-lfs.github.com/spec/v1\noid sha256:${"ab".repeat(32)}\nsize ${dice.int(1, 9_999)}\n`,
  ),
  whole("file of more than a MiB", "size", ({ dice }) => `${dice.word().padEnd(15)}\n`.repeat(65_537)),
  {
    name: "more files than a person reads",
    rule: "size",
    make: (scene) => {
      const count = scene.dice.int(21, 60);
      return {
        files: Array.from({ length: count }, (_, at) =>
          scene.add(`src/more/${scene.dice.word()}${at}.js`, "x\n"),
        ),
      };
    },
  },
  whole("more lines than a person reads", "size", ({ dice }) =>
    `${dice.word()}\n`.repeat(dice.int(1_001, 3_000)),
  ),
  {
    name: "more lines in several files",
    rule: "size",
    make: (scene) => {
      const text = `${scene.dice.word()}\n`.repeat(251);
      return {
        files: Array.from({ length: 4 }, (_, at) =>
          scene.add(`src/split/${scene.dice.word()}${at}.js`, text),
        ),
      };
    },
  },
  {
    name: "bytes that are not told",
    rule: "size",
    make: (scene) => {
      const file = scene.add(scene.takeFreshPath(), "x\n");
      const sizeBytes = scene.dice.int(2, 900) * 1024 * 1024;
      return { files: [{ ...file, after: { mode: "100644", text: "x\n", sizeBytes } }] };
    },
  },
];
