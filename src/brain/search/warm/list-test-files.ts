import type { WarmOpenInput } from "./warm-session.ts";

/** The test files that the gate's run named: those of the item first, then the others in the order of the run. Pure. */
export function listTestFiles({
  item,
  passingChecks,
  knownFailures,
}: Pick<WarmOpenInput["task"], "item" | "passingChecks" | "knownFailures">): readonly string[] {
  const named = [...item.targets, ...knownFailures].flatMap((id) => {
    const parts: unknown = JSON.parse(id);
    const file: unknown = Array.isArray(parts) ? parts[0] : "";
    return typeof file === "string" ? [file] : [];
  });
  const files = [...named.slice(0, item.targets.length), ...passingChecks.map(({ file }) => file), ...named];
  return [...new Set(files)].filter((file) => file !== "");
}
