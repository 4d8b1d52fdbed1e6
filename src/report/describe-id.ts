import type { GateKind } from "../domain/gate.ts";

/** A check's or finding's id as people read it; an id that is neither is shown as it is. Pure. */
export function describeId(id: string, kind: GateKind): string {
  const parts = readParts(id);
  if (parts === null) {
    return id;
  }
  if (kind === "lint" || kind === "typecheck") {
    const [rule, file, lineText] = parts;
    return `${file === "" ? "the project" : file}: ${rule === "" ? "" : `${rule}: `}${lineText}`;
  }
  const [file, suite, name] = parts;
  const title = [suite, name].filter((part) => part !== "").join(" > ");
  return [file, title].filter((part, at, all) => part !== "" && all.indexOf(part) === at).join(": ");
}

function readParts(id: string): readonly [string, string, string] | null {
  try {
    const parts: unknown = JSON.parse(id);
    if (!Array.isArray(parts) || parts.length !== 3) return null;
    const [first, second, third] = parts.map(String);
    return [first ?? "", second ?? "", third ?? ""];
  } catch {
    return null;
  }
}
