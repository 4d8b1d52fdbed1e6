import type { ChangedFile, ChangeSet } from "../../../src/policy/change-set.ts";
import type { TreeEntry } from "../../../src/ports.ts";
import { stateOf } from "../../helpers/judge-change.ts";
import { createDice } from "./dice.ts";
import { buildScene, type Scene } from "./scene.ts";

/** One kind of ordinary change. */
type BenignKind = {
  readonly name: string;
  make(scene: Scene): { readonly files: readonly ChangedFile[]; readonly entries?: readonly TreeEntry[] };
};

const textsWithoutHarm = [
  "// Gr\u00fc\u00dfe, \u00e7a va, ma\u00f1ana",
  "// \u4ef7\u683c\u8ba1\u7b97\uff0c\u542b\u7a0e\u3002\uff21\uff22\uff23",
  '"\u{1f468}\u200d\u{1f469}\u200d\u{1f467} family, \u2764\ufe0f heart, 1\ufe0f\u20e3 one"',
  '"\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} \u{1f1e9}\u{1f1ea} \u{1f44d}\u{1f3fd}"',
  '"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"',
  '"\u0915\u094d\u200d\u0937"',
  "// 20 \u00b5s \u00b1 3 \u00d7 10\u207b\u00b3, \u0394t = \u03b1\u00b7x",
  "// \u043f\u0440\u0438\u0432\u0435\u0442, \u044d\u0442\u043e \u0438 \u0435\u0441\u0442\u044c \u0446\u0435\u043d\u0430",
  '"prix\u00a0: 3\u202f\u20ac"',
  "// \u201cquoted\u201d \u2014 and so on\u2026",
  "\tindented by tabs\t\tand more",
  "// caf\u0065\u0301 decomposed",
  "// https://example.org/a?b=c#d ~ ^ ` | \\",
];
const paths = [
  "src/[id].tsx",
  "src/(group)/page.tsx",
  "src/a b.js",
  "src/-dash.js",
  "src/'quoted'.md",
  "src/\u00fcber.js",
  "docs/\u65e5\u672c\u8a9e.md",
  "src/console.js",
  "src/auxiliary.py",
  "src/nullable.ts",
  "src/com.example/App.java",
  "src/communication1.py",
  "src/git.js",
  "src/gitlab/api.ts",
  "src/.gitkeep",
  ".gitignore",
  ".github/notes.md",
  "src/index.test.ts",
  "src/v1.2.3/notes.txt",
  "src/file~backup.js",
  "docs/HEAD",
  "src/a/b/c/d/e/f/g/h.js",
  "src/__init__.py",
  "src/@scope/index.ts",
  "src/$types.ts",
  "src/100%.md",
  "src/c++.md",
  "src/a,b;c=d.md",
];

function changeLines(scene: Scene, change: (lines: string[]) => void): readonly ChangedFile[] {
  const path = scene.takeFile();
  const lines = (scene.texts.get(path) ?? "").split("\n");
  change(lines);
  return [scene.edit(path, lines.join("\n"))];
}

/** An edit of a file whose base already has what new lines may not have. */
function beside(scene: Scene, odd: string, mode = "100644") {
  const path = `src/${scene.dice.word()}_odd.js`;
  const lines = [odd, ...scene.writeText().split("\n")];
  const edited = lines.toSpliced(scene.dice.int(1, lines.length - 1), 1, "// mended");
  const moved = scene.dice.isHeads() ? edited : [...edited.slice(1), odd];
  const files = [{ path, before: stateOf(lines.join("\n"), mode), after: stateOf(moved.join("\n"), mode) }];
  return { files, entries: [{ path, mode, hash: "3".repeat(40) }] };
}

/** What people and tools do to a repository every day. */
export const benignKinds: readonly BenignKind[] = [
  {
    name: "an edited line",
    make: (scene) => ({
      files: changeLines(scene, (lines) => lines.splice(1, 1, `  return ${scene.dice.word()};`)),
    }),
  },
  {
    name: "added lines",
    make: (scene) => ({ files: changeLines(scene, (lines) => lines.push(scene.writeText())) }),
  },
  { name: "removed lines", make: (scene) => ({ files: changeLines(scene, (lines) => lines.splice(1, 3)) }) },
  { name: "moved lines", make: (scene) => ({ files: changeLines(scene, (lines) => lines.reverse()) }) },
  {
    name: "an added comment in some language",
    make: (scene) => ({
      files: changeLines(scene, (lines) => lines.splice(1, 0, scene.dice.pick(textsWithoutHarm))),
    }),
  },
  { name: "a new file", make: (scene) => ({ files: [scene.add(scene.takeFreshPath())] }) },
  {
    name: "a new file with an unusual name",
    make: (scene) => ({ files: [scene.add(scene.dice.pick(paths))] }),
  },
  { name: "an empty file", make: (scene) => ({ files: [scene.add(scene.takeFreshPath(), "")] }) },
  {
    name: "a deleted file",
    make: (scene) => ({ files: [{ ...scene.edit(scene.takeFile(), ""), after: null }] }),
  },
  {
    name: "a renamed file",
    make: (scene) => {
      const path = scene.takeFile();
      const text = scene.texts.get(path) ?? "";
      return { files: [{ ...scene.edit(path, text), after: null }, scene.add(scene.takeFreshPath(), text)] };
    },
  },
  {
    name: "a refactoring of several files",
    make: (scene) => ({
      files: Array.from({ length: scene.dice.int(2, 15) }, () =>
        scene.edit(scene.takeFile(), scene.writeText()),
      ),
    }),
  },
  {
    name: "line ends made CRLF",
    make: (scene) => {
      const path = scene.takeFile();
      return { files: [scene.edit(path, (scene.texts.get(path) ?? "").replaceAll("\n", "\r\n"))] };
    },
  },
  {
    name: "a new file with CRLF",
    make: (scene) => ({ files: [scene.add(scene.takeFreshPath(), "a\r\nb\r\n")] }),
  },
  {
    name: "a file without a last line end",
    make: (scene) => ({ files: [scene.add(scene.takeFreshPath(), "a\nb")] }),
  },
  {
    name: "an edit of a file with a byte order mark",
    make: (scene) => beside(scene, "\ufeff// as some editors begin"),
  },
  {
    name: "a new file with a byte order mark",
    make: (scene) => ({ files: [scene.add(scene.takeFreshPath(), "\ufeffa\n")] }),
  },
  {
    name: "an edit beside an old bidirectional control",
    make: (scene) => beside(scene, 'const mark = "\u202e";'),
  },
  { name: "an edit beside an old form feed", make: (scene) => beside(scene, "\f") },
  { name: "an edit beside an old invisible character", make: (scene) => beside(scene, "// soft\u00adly") },
  {
    name: "an edit beside an old endless line",
    make: (scene) => beside(scene, `var a="${"x".repeat(3_000)}";`),
  },
  { name: "an edit of an executable", make: (scene) => beside(scene, "#!/usr/bin/env node", "100755") },
  {
    name: "a file made executable, or no longer",
    make: (scene) => {
      const path = scene.takeFile();
      const text = scene.dice.isHeads() ? (scene.texts.get(path) ?? "") : scene.writeText();
      return { files: [{ ...scene.edit(path, text), after: stateOf(text, "100755") }] };
    },
  },
  {
    name: "a new executable",
    make: (scene) => ({ files: [scene.add(`bin/${scene.dice.word()}`, "#!/bin/sh\n", "100755")] }),
  },
  {
    name: "a long line of prose or data",
    make: (scene) => {
      const extension = scene.dice.pick(["md", "json", "svg", "csv", "txt"]);
      return { files: [scene.add(`docs/${scene.dice.word()}.${extension}`, `${"text ".repeat(600)}\n`)] };
    },
  },
  {
    name: "a wide table",
    make: (scene) => ({
      files: [scene.add(`docs/${scene.dice.word()}.md`, `| a |${" ".repeat(200)}| b |\n`)],
    }),
  },
  {
    name: "an edit of one of two files that case alone tells apart",
    make: (scene) => {
      const entries = ["src/Legacy.js", "src/legacy.js"].map((path) => ({
        path,
        mode: "100644",
        hash: "4".repeat(40),
      }));
      const path = scene.dice.pick(entries).path;
      return { files: [{ path, before: stateOf("a\n"), after: stateOf("b\n") }], entries };
    },
  },
  {
    name: "a new file beside a folder of a similar name",
    make: (scene) => ({
      files: [scene.add(`src/${scene.dice.word()}q.js`), scene.add(`src/${scene.dice.word()}q_x/a.js`)],
    }),
  },
  {
    name: "as many files as allowed",
    make: (scene) => ({
      files: Array.from({ length: 20 }, (_, at) => scene.add(`src/many/${scene.dice.word()}${at}.js`, "x\n")),
    }),
  },
  {
    name: "as many lines as allowed",
    make: (scene) => ({ files: [scene.add(scene.takeFreshPath(), "line\n".repeat(1_000))] }),
  },
  {
    name: "a small change of a long file",
    make: (scene) => {
      const path = "src/long.js";
      const lines = Array.from({ length: 5_000 }, (_, at) => `line ${at}`);
      const edited = lines.toSpliced(scene.dice.int(0, 4_000), scene.dice.int(1, 200), "// shorter");
      const files = [{ path, before: stateOf(lines.join("\n")), after: stateOf(edited.join("\n")) }];
      return { files, entries: [{ path, mode: "100644", hash: "5".repeat(40) }] };
    },
  },
  {
    name: "the removal of old oddities",
    make: () => {
      const path = "src/odd.js";
      const files = [{ path, before: stateOf("a\u202e\rb\n\f\n\u200b\n"), after: stateOf("ab\n") }];
      return { files, entries: [{ path, mode: "100644", hash: "6".repeat(40) }] };
    },
  },
];

/** One ordinary change of a kind. The same seed gives the same change. */
export function makeBenignChange(kind: BenignKind, seed: number): ChangeSet {
  const scene = buildScene(createDice(seed));
  const { files, entries = [] } = kind.make(scene);
  return {
    files,
    entries: new Map([...scene.entries, ...entries.map((entry) => [entry.path, entry] as const)]),
  };
}
