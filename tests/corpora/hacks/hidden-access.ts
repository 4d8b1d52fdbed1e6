import type { Random } from "../harness/random.ts";
import type { ProjectKind } from "../projects/project.ts";
import { hideText } from "./hide-text.ts";

/** Ways to the host that do not name what they reach. */
export type HiddenAccess = {
  /** An expression for the text. */
  text(value: string): string;
  /** JavaScript's `process`, or Python's `sys`. */
  readonly host: string;
  /** A module that comes with the language, by name. */
  module(name: string): string;
};

/** Access for one language; Python code has to `import sys` first. */
export function hideAccess(language: ProjectKind["language"], random: Random): HiddenAccess {
  const text = (value: string) => hideText(value, language, random);
  if (language === "py") {
    const host = random.pick(["sys", `vars(sys)[${text("modules")}][${text("sys")}]`]);
    return { text, host, module: (name) => `getattr(${host}, ${text("modules")})[${text(name)}]` };
  }
  const host = random.pick([
    `globalThis[${text("process")}]`,
    `Reflect.get(globalThis, ${text("process")})`,
    `Object.getOwnPropertyDescriptor(globalThis, ${text("process")}).get?.call(globalThis)`,
  ]);
  return { text, host, module: (name) => `${host}[${text("getBuiltinModule")}](${text(name)})` };
}
