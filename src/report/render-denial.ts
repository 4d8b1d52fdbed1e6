import type { Denial } from "../domain/denial.ts";

/** A denial in one line, `file:line: rule: reason`, as compilers do it; the whole change has no file. Pure. */
export function renderDenial({ rule, file, line, reason }: Denial): string {
  const place = file === "" ? "" : `${showPath(file)}${line === null ? "" : `:${line}`}: `;
  return `${place}${rule}: ${reason}`;
}

/** A path that would break the line, or not show as what it is, is quoted. */
function showPath(file: string): string {
  return /[\p{C}\p{Zl}\p{Zp}]/u.test(file) ? JSON.stringify(file) : file;
}
