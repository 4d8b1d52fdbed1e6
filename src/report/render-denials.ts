import type { Denial } from "../domain/denial.ts";
import { markdown } from "./markdown.ts";

const { code } = markdown;
const maxDenials = 20;

/** Denials, or notes, as a list: each with its rule, file and line. "" where there is none. Pure. */
export function renderDenials(label: string, denials: readonly Denial[]): string {
  const shown = denials.slice(0, maxDenials).map(({ rule, file, line, reason }) => {
    const place = file === "" ? "" : ` ${code(line === null ? file : `${file}:${line}`)}`;
    const comma = file === "" && label.endsWith(":") ? "" : ",";
    return `- ${label}${place}${comma} rule ${code(rule)}: ${code(reason)}`;
  });
  const more = denials.length - shown.length;
  return [...shown, ...(more > 0 ? [`- ${label}: ${more} more`] : [])].join("\n");
}
