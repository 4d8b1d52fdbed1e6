import type { PlacedLine } from "../diff-lines.ts";
import type { Directive } from "./directive.ts";
import { REGION, type Suppression } from "./suppression.ts";

/** What directives say in lines of comments or code: one suppression for each rule that they name. Pure. */
export function readDirectives(
  lines: readonly PlacedLine[],
  directives: readonly Directive[],
): readonly Suppression[] {
  const known = new Map<string, Suppression>();
  for (const { line, text } of lines)
    for (const { kind, pattern, severity = "denial" } of directives) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const reach = readReach(match.groups ?? {});
      const shown = text.length > 80 ? `${text.slice(0, 79)}…` : text;
      for (const rule of listRules(match.groups?.rules)) {
        const key = JSON.stringify([line, kind, rule]);
        if (!known.has(key)) known.set(key, { kind, rule, reach, severity, line, text: shown });
      }
    }
  return [...known.values()];
}

function readReach({ ends, far, whole, lines }: Readonly<Record<string, string | undefined>>): number {
  if (ends !== undefined) return 0;
  if (far !== undefined || whole !== undefined) return REGION;
  return lines === undefined ? 1 : Number(lines);
}

function listRules(text: string | undefined): readonly string[] {
  const rules = (text ?? "").split(/[\s,|&"']+/).filter((rule) => /[\w]/.test(rule));
  return rules.length === 0 ? ["*"] : [...new Set(rules)];
}
