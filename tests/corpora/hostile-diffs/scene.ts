import type { ChangedFile } from "../../../src/policy/change-set.ts";
import type { TreeEntry } from "../../../src/ports.ts";
import { stateOf } from "../../helpers/judge-change.ts";
import type { Dice } from "./dice.ts";

/** A small repository as a change finds it, and what a family needs to make one change of it. */
export type Scene = {
  readonly dice: Dice;
  readonly texts: ReadonlyMap<string, string>;
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** A source that no other part of the change touches. */
  takeFile(): string;
  /** A plain path that is not there yet, in a folder that may be. */
  takeFreshPath(): string;
  /** Ordinary text for a file. */
  writeText(): string;
  /** The change of an existing file to another text. */
  edit(path: string, text: string): ChangedFile;
  /** A new file. */
  add(path: string, text?: string, mode?: string): ChangedFile;
};

/** A repository of some twenty files with random names and ordinary code. */
export function buildScene(dice: Dice): Scene {
  const texts = new Map<string, string>();
  const folders = ["src", "lib", `src/${dice.word()}`, `packages/${dice.word()}/src`];
  for (let at = 0; at < 20; at += 1) {
    const extension = dice.pick(["js", "ts", "py", "go", "md", "css"]);
    texts.set(`${dice.pick(folders)}/${dice.word()}${at}.${extension}`, writeCode(dice, extension));
  }
  texts.set("README.md", "# A project\n\nWhat it does.\n");
  const entries = new Map(
    [...texts.keys()].map((path) => [path, { path, mode: "100644", hash: "0".repeat(40) }]),
  );
  const untouched = [...texts.keys()].filter((path) => path !== "README.md");
  return {
    dice,
    texts,
    entries,
    takeFile() {
      const [path] = untouched.splice(dice.int(0, untouched.length - 1), 1);
      if (path === undefined) throw new Error("no file is left");
      return path;
    },
    takeFreshPath: () =>
      `${dice.pick(folders)}/${dice.word()}_${dice.word()}.${dice.pick(["js", "py", "go"])}`,
    writeText: () => writeCode(dice, dice.pick(["js", "py"])),
    edit: (path, text) => ({ path, before: stateOf(texts.get(path) ?? ""), after: stateOf(text) }),
    add: (path, text, mode = "100644") => ({
      path,
      before: null,
      after: stateOf(text ?? writeCode(dice, "js"), mode),
    }),
  };
}

function writeCode(dice: Dice, extension: string): string {
  const lines = Array.from({ length: dice.int(3, 12) }, () => {
    const [name, other] = [dice.word(), dice.word()];
    const number = dice.int(2, 999);
    if (extension === "py") return `def ${name}(${other}):\n    return ${other} * ${number}\n`;
    if (extension === "go") return `func ${name}(${other} int) int {\n\treturn ${other} * ${number}\n}\n`;
    if (extension === "md") return `${name} and ${other}, ${number} times.\n`;
    if (extension === "css") return `.${name} {\n  width: ${number}px;\n}\n`;
    return `function ${name}(${other}) {\n  return ${other} * ${number};\n}\n`;
  });
  return lines.join("\n");
}
