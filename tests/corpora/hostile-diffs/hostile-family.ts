import type { ChangedFile } from "../../../src/policy/change-set.ts";
import type { TreeEntry } from "../../../src/ports.ts";
import type { Scene } from "./scene.ts";

/** What a family makes: the hostile part of a change, and what its base holds besides ordinary files. */
export type HostilePart = {
  readonly files: readonly ChangedFile[];
  readonly entries?: readonly TreeEntry[];
};

/** One way to make a change that is not what it seems, with the rule that has to see it. */
export type HostileFamily = {
  readonly name: string;
  readonly rule: string;
  make(scene: Scene): HostilePart;
};

/** A family of new files, each with a hostile path. */
export function atPath(name: string, rule: string, pathOf: (scene: Scene) => string): HostileFamily {
  return { name, rule, make: (scene) => ({ files: [scene.add(pathOf(scene))] }) };
}

/** A family of lines in existing or new files; each line is put among ordinary ones. */
export function withLine(
  name: string,
  rule: string,
  lineOf: (scene: Scene) => string,
  extensions: readonly string[] = ["js", "ts", "py", "go"],
): HostileFamily {
  return {
    name,
    rule,
    make(scene) {
      const { dice } = scene;
      const known = [...scene.texts.keys()].filter((path) =>
        extensions.some((one) => path.endsWith(`.${one}`)),
      );
      const path =
        known.length > 0 && dice.isHeads()
          ? dice.pick(known)
          : `src/${dice.word()}_new.${dice.pick(extensions)}`;
      const lines = (scene.texts.get(path) ?? "").split("\n");
      lines.splice(dice.int(0, Math.max(0, lines.length - 1)), 0, lineOf(scene));
      const text = lines.join("\n");
      return { files: [scene.texts.has(path) ? scene.edit(path, text) : scene.add(path, text)] };
    },
  };
}
