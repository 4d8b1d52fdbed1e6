import type { FoundGate } from "./project.ts";

/**
 * Gates of one package without what an earlier one runs already: a gate with the same command goes, and of a gate
 * that is run file by file the globs that an earlier one has. Some packages run the same files once more with a
 * polyfill loaded ahead; file by file that would only be the same again.
 */
export function dropRepeats(gates: readonly FoundGate[]): readonly FoundGate[] {
  const commands = new Set<string>();
  const globs = new Set<string>();
  return gates.flatMap((gate) => {
    const { spec } = gate;
    const key = JSON.stringify([spec.command, spec.env]);
    if (spec.files === undefined) {
      if (commands.has(key)) return [];
      commands.add(key);
      return [gate];
    }
    const files = spec.files.filter((glob) => !globs.has(`${key} ${glob}`));
    for (const glob of files) globs.add(`${key} ${glob}`);
    return files.some((glob) => !glob.startsWith("!")) ? [{ ...gate, spec: { ...spec, files } }] : [];
  });
}
