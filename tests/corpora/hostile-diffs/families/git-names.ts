import type { Dice } from "../dice.ts";
import { atPath, type HostileFamily } from "../hostile-family.ts";

function inCase(dice: Dice, text: string): string {
  return Array.from(text, (letter) => (dice.isHeads() ? letter.toUpperCase() : letter)).join("");
}

function place(dice: Dice, name: string): string {
  const above = dice.pick(["", "src/", `packages/${dice.word()}/`]);
  return `${above}${name}/${dice.pick(["config", "hooks/pre-commit", "HEAD", "objects/info/alternates", "modules/a/config"])}`;
}

const git = (name: string, nameOf: (dice: Dice) => string): HostileFamily =>
  atPath(name, "git-folder", ({ dice }) => place(dice, nameOf(dice)));

/** Where git keeps itself, under every name that some system takes for it. */
export const gitFamilies: readonly HostileFamily[] = [
  git("the git folder", () => ".git"),
  git("the git folder in any case", (dice) => inCase(dice, ".git")),
  git("the git folder with trailing dots", (dice) => `${inCase(dice, ".git")}${".".repeat(dice.int(1, 5))}`),
  git(
    "the git folder with trailing blanks",
    (dice) => `${inCase(dice, ".git")}${" ".repeat(dice.int(1, 5))}`,
  ),
  git(
    "the git folder with trailing dots and blanks",
    (dice) => `.git${dice.pick([". .", " . ", ".. ", " ."])}`,
  ),
  git("the git folder by its short name", (dice) => `${inCase(dice, "git")}~${dice.int(1, 9)}`),
  git("the git folder by its hashed short name", (dice) => `gi${dice.int(0x1000, 0xffff).toString(16)}~1`),
  git("the git folder with what HFS+ ignores", (dice) => {
    const at = dice.int(0, 4);
    const ignored = dice.pick(["\u200c", "\u200d", "\u200e", "\u202a", "\u206a", "\ufeff"]);
    return `${".git".slice(0, at)}${ignored}${".git".slice(at)}`;
  }),
  git(
    "the git folder as a stream",
    (dice) => `${inCase(dice, ".git")}${dice.pick(["::$INDEX_ALLOCATION", ":a", "::$DATA"])}`,
  ),
  git("the git folder in wide letters", (dice) =>
    dice.pick(["\uff0e\uff47\uff49\uff54", ".\uff47it", ".g\uff49t"]),
  ),
  git("the git folder with a dotless i", (dice) => dice.pick([".g\u0131t", ".G\u0130T"])),
  atPath("a git file", "git-folder", ({ dice }) => `${dice.pick(["", "src/"])}${inCase(dice, ".git")}`),
  atPath(
    "the git folder behind backslashes",
    "git-folder",
    ({ dice }) => `src\\${inCase(dice, ".git")}\\config`,
  ),
  {
    name: "a bare repository in the tree",
    rule: "git-folder",
    make: (scene) => {
      const folder = `src/${scene.dice.word()}_store`;
      const inner = scene.dice.pick(["refs/heads/main", "objects/info/packs"]);
      return {
        files: [
          scene.add(`${folder}/HEAD`, "ref: refs/heads/main\n"),
          scene.add(`${folder}/${inner}`, "x\n"),
        ],
      };
    },
  },
];
