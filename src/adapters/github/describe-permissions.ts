import type { PermissionNeed } from "./permissions.ts";

/** A need in words: "contents: write", sets joined by "or". Pure. */
export function describeNeed(need: PermissionNeed): string {
  const sets = need.map((set) =>
    Object.entries(set)
      .map(([name, level]) => `${name}: ${level}`)
      .join(" and "),
  );
  const known = sets.filter((set) => set !== "");
  return known.length === 0 ? "no permission beyond being valid" : known.join(" or ");
}

/**
 * GitHub's `x-accepted-github-permissions` in words, or null: `a=write,b=read; c=write`, where a semicolon parts
 * alternatives. Pure.
 */
export function describeAccepted(header: unknown): string | null {
  if (typeof header !== "string" || !/^[\w=,; ]{1,500}$/.test(header) || !header.includes("=")) return null;
  return header
    .split(";")
    .map((set) =>
      set
        .split(",")
        .map((part) => part.trim().replace("=", ": "))
        .filter((part) => part !== "")
        .join(" and "),
    )
    .filter((set) => set !== "")
    .join(" or ");
}
