/**
 * A model's words as one plain line: no Markdown, no line breaks, no control or invisible characters, and nothing that a
 * code host would take for a mention or a reference. Cut between words at `maxChars`. Pure.
 */
export function plainLine(text: string, maxChars: number): string {
  const plain = text
    .slice(0, 10_000)
    .replace(/```\w*/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(#{1,6}|[-*+>]|\d+\.)\s+/gm, "")
    .replace(/(\*\*|~~|`)/g, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, "")
    .replace(/(?<![\p{L}\p{N}])[@#](?=[\p{L}\p{N}])/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<!\.)\.$/, "");
  if (plain.length <= maxChars) return plain;
  const cut = plain.slice(0, maxChars - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > maxChars / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, "")}…`;
}
