import { completeGate } from "../gate-defaults.ts";
import type { Detector } from "./project.ts";

/** A Makefile with a `test` target: `make test`, by its exit code. */
export const detectMake: Detector = async ({ project }) => {
  for (const file of ["GNUmakefile", "makefile", "Makefile"]) {
    const text = project.files.includes(file) ? await project.read(file) : null;
    if (text === null || !/^test\s*:(?!=)/m.test(text)) continue;
    const spec = completeGate({ name: "tests", kind: "command", command: ["make", "test"] });
    const reason = `make test, by its exit code, from the target in ${file}`;
    return {
      found: [{ spec, written: spec.command, reason, requires: [{ kind: "program", name: "make" }] }],
      notes: [],
    };
  }
  return { found: [], notes: [] };
};
