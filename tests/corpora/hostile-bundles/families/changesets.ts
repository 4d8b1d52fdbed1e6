import type { PublicationRule } from "../../../../src/publish/publication-refusal.ts";
import type { Dice } from "../../hostile-diffs/dice.ts";
import { hostileFamilies as hostileDiffs } from "../../hostile-diffs/hostile-families.ts";
import { buildScene } from "../../hostile-diffs/scene.ts";
import { deliver, renderJson, withChanges, withPart, writeOf } from "../forge.ts";
import { type HostileFamily, refused } from "../hostile-family.ts";

const changes = (
  name: string,
  rules: PublicationRule | readonly PublicationRule[],
  filesOf: (dice: Dice) => readonly unknown[],
): HostileFamily =>
  refused(name, rules, (stage) => deliver(stage, { files: withChanges(stage, filesOf(stage.dice)) }));

const spelled = (
  name: string,
  rules: PublicationRule | readonly PublicationRule[],
  render: (text: string, dice: Dice) => string,
) =>
  refused(name, rules, (stage) => {
    const text = renderJson({ version: 1, files: [writeOf(`src/${stage.dice.word()}.js`)] });
    return deliver(stage, { files: withPart(stage, "changeset", render(text, stage.dice)) });
  });

const write = (dice: Dice, facts: object) => [writeOf(`src/${dice.word()}.js`, facts)];
const guarded = (name: string, pathsOf: (dice: Dice) => readonly string[]) =>
  changes(name, "policy:protected-path", (dice) => {
    const path = dice.pick(pathsOf(dice));
    return [dice.isHeads() ? writeOf(path) : { change: "delete", path }];
  });

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ change: "delete", path: `src/f${100_000 + at}.js` }));

/** What the rules on paths deny by the changed paths alone; the rest needs the base, and is verify's to see. */
const pathRules = new Set([
  ...["relative-path", "path-characters", "path-length", "git-folder", "windows-name", "file-mode"],
  "name-collision",
]);
const needsBase =
  /^a (?:file|folder) (?:beside|in capitals|that case|beneath|where)|^a name (?:of letters|in wide)|pointed elsewhere|(?:made a file|deleted)$|renaming of case/;

const hostilePaths = hostileDiffs
  .filter(({ name, rule }) => pathRules.has(rule) && !needsBase.test(name))
  .map(({ name, make }) =>
    changes(
      `paths: ${name}`,
      [...[...pathRules].map((id) => `policy:${id}` as const), "changeset", "path-order", "encoding"],
      (dice) =>
        make(buildScene(dice))
          .files.map(({ path, after }) =>
            after === null
              ? { change: "delete", path }
              : writeOf(path, { mode: after.mode, content: after.text ?? "" }),
          )
          .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    ),
  );

/** Changesets that would write elsewhere, something else than a file, or what a candidate may not touch. */
export const changesetFamilies: readonly HostileFamily[] = [
  ...hostilePaths,
  changes("a changeset of nothing", "changeset", () => []),
  changes("more files than a changeset may have", "changeset", (dice) => many(dice.int(2_001, 2_100))),
  changes("a mode that is no file's", "changeset", (dice) =>
    write(dice, { mode: dice.pick(["120000", "160000", "040000", "104755", "100664", "", 33188]) }),
  ),
  changes("half a character in a file", "encoding", (dice) =>
    write(dice, { content: `${dice.word()}${dice.pick(["\ud800", "\udc00"])}` }),
  ),
  changes("base64 in another form", "encoding", (dice) =>
    write(dice, { encoding: "base64", content: dice.pick(["/w", "/x==", "_w==", "/w==\n", " /w=="]) }),
  ),
  changes("base64 that is none", "encoding", (dice) =>
    write(dice, { encoding: "base64", content: `/w==${dice.pick(["!", "=", "é"])}` }),
  ),
  changes("text told as bytes", "encoding", (dice) =>
    write(dice, { encoding: "base64", content: Buffer.from(dice.word()).toString("base64") }),
  ),
  changes("another encoding", "changeset", (dice) =>
    write(dice, { encoding: dice.pick(["latin1", "utf16le", "hex", null]) }),
  ),
  changes("a changeset with a key that nobody knows", "changeset", (dice) =>
    write(dice, { [`x${dice.word()}`]: 1 }),
  ),
  changes("another kind of change", "changeset", (dice) => [
    { change: dice.pick(["rename", "link", "chmod", "", null]), path: `src/${dice.word()}.js` },
  ]),
  changes("one path twice", ["path-order", "policy:name-collision"], (dice) => {
    const path = `src/${dice.word()}.js`;
    return [writeOf(path), dice.isHeads() ? writeOf(path, { content: "y\n" }) : { change: "delete", path }];
  }),
  changes("paths out of order", "path-order", (dice) => [
    writeOf(`src/z${dice.word()}.js`),
    writeOf(`src/a${dice.word()}.js`),
  ]),
  spelled("a changeset with blanks", "changeset", (text, dice) =>
    text.replace(":", `:${dice.pick([" ", "\n", "\t"])}`),
  ),
  spelled("a changeset with a key twice", "changeset", (text) =>
    text.replace('"mode":', '"mode":"120000","mode":'),
  ),
  spelled("a changeset with a key of prototypes", "changeset", (text, dice) =>
    text.replace("{", `{"${dice.pick(["__proto__", "constructor"])}":{"mode":"100755"},`),
  ),
  spelled("a changeset that is cut off", "changeset", (text, dice) => text.slice(0, dice.int(1, 40))),
  spelled("a changeset of another version", "changeset", (text) =>
    text.replace('"version":1', '"version":2'),
  ),
  guarded("a workflow", (dice) => [
    `.github/workflows/${dice.word()}.yml`,
    ".github/workflows/nightshift.yml",
    ".GitHub/Workflows/ci.yml",
    `.github/actions/${dice.word()}/action.yml`,
  ]),
  guarded("Nightshift's own configuration", () => [".github/nightshift.yml", ".github/NIGHTSHIFT.yml"]),
  guarded("who has to review", () => [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"]),
  guarded("a package's manifest or lock", (dice) => [
    "package.json",
    `packages/${dice.word()}/package.json`,
    ...["package-lock.json", "pyproject.toml", "go.mod", "Cargo.lock"],
  ]),
  guarded("a setting of git", () => [".gitattributes", ".gitmodules", "src/.gitattributes"]),
  guarded("a setting of a test runner", () => [
    "vitest.config.ts",
    "jest.config.js",
    "pytest.ini",
    "conftest.py",
  ]),
];
