import type { ChangedFile } from "../../../../src/policy/change-set.ts";
import { stateOf } from "../../../helpers/judge-change.ts";
import type { HostileFamily } from "../hostile-family.ts";

const hash = "2".repeat(40);
const newMode = (name: string, modeOf: (pick: <T>(items: readonly T[]) => T) => string): HostileFamily => ({
  name,
  rule: "file-mode",
  make: (scene) => ({
    files: [scene.add(scene.takeFreshPath(), "../../etc/passwd", modeOf(scene.dice.pick))],
  }),
});

/** Files of other kinds, changed modes, and changes that do not fit the tree. */
export const modeFamilies: readonly HostileFamily[] = [
  newMode("a new symbolic link", () => "120000"),
  newMode("a new submodule", () => "160000"),
  newMode("a folder as a file", (pick) => pick(["040000", "40000"])),
  newMode("a mode that git does not write", (pick) =>
    pick(["100664", "100600", "104755", "102755", "100777"]),
  ),
  newMode("a mode that is none", (pick) => pick(["", "0", "644", "abc", "100644 ", "١٠٠٦٤٤", "undefined"])),
  ...["120000", "160000"].flatMap((mode): readonly HostileFamily[] => {
    const name = mode === "120000" ? "symbolic link" : "submodule";
    const make =
      (changeOf: (before: ChangedFile["before"]) => ChangedFile["after"]): HostileFamily["make"] =>
      (scene) => {
        const path = `src/${scene.dice.word()}-odd`;
        const before = stateOf("../there", mode);
        return { files: [{ path, before, after: changeOf(before) }], entries: [{ path, mode, hash }] };
      };
    return [
      {
        name: `a ${name} pointed elsewhere`,
        rule: "file-mode",
        make: make(() => stateOf("../../secret", mode)),
      },
      { name: `a ${name} made a file`, rule: "file-mode", make: make(() => stateOf("x\n")) },
      { name: `a ${name} deleted`, rule: "file-mode", make: make(() => null) },
    ];
  }),
  ...["120000", "160000", "100664", "040000"].map(
    (mode): HostileFamily => ({
      name: `a file whose mode becomes ${mode}`,
      rule: "file-mode",
      make: (scene) => {
        const path = scene.takeFile();
        const text = scene.dice.isHeads() ? (scene.texts.get(path) ?? "") : scene.writeText();
        return { files: [{ ...scene.edit(path, text), after: stateOf(text, mode) }] };
      },
    }),
  ),
  {
    name: "a file beneath a submodule",
    rule: "base-state",
    make: (scene) => {
      const path = `ext/${scene.dice.word()}`;
      return {
        files: [scene.add(`${path}/${scene.dice.word()}.js`)],
        entries: [{ path, mode: "160000", hash }],
      };
    },
  },
  {
    name: "a new file that is there already",
    rule: "base-state",
    make: (scene) => ({ files: [scene.add(scene.takeFile())] }),
  },
  {
    name: "the change of a file that is not there",
    rule: "base-state",
    make: (scene) => ({ files: [scene.edit(scene.takeFreshPath(), scene.writeText())] }),
  },
  {
    name: "the deletion of a file that is not there",
    rule: "base-state",
    make: (scene) => {
      const path = scene.takeFreshPath();
      const before = scene.dice.isHeads() ? null : stateOf("x\n");
      return { files: [{ path, before, after: null }] };
    },
  },
  {
    name: "a mode that the tree does not have",
    rule: "base-state",
    make: (scene) => {
      const path = scene.takeFile();
      return { files: [{ path, before: stateOf("x\n", "100755"), after: stateOf("y\n", "100755") }] };
    },
  },
];
