const opposites: Readonly<Record<string, string>> = {
  "\\d": "\\D",
  "\\D": "\\d",
  "\\w": "\\W",
  "\\W": "\\w",
  "\\s": "\\S",
  "\\S": "\\s",
};
/** Classes that are too narrow, and what they are widened to; and the other way round. */
const ranges: readonly (readonly [string, string])[] = [
  ["a-z", "a-zA-Z"],
  ["a-z", "a-z0-9"],
  ["a-zA-Z", "a-zA-Z0-9"],
  ["a-zA-Z", "a-z"],
  ["0-9", "0-9a-f"],
  ["1-9", "0-9"],
  ["0-9", "1-9"],
  ["A-Z", "A-Za-z"],
];

/** Other patterns that a regular expression may have been meant to be, with how likely each is; not all are valid. Pure. */
export function changePattern(text: string): readonly (readonly [pattern: string, weight: number])[] {
  const found: (readonly [string, number])[] = [];
  const at = (index: number, length: number, replacement: string, weight: number) =>
    found.push([`${text.slice(0, index)}${replacement}${text.slice(index + length)}`, weight]);
  found.push(text.startsWith("^") ? [text.slice(1), 0.4] : [`^${text}`, 0.5]);
  found.push(text.endsWith("$") && !text.endsWith("\\$") ? [text.slice(0, -1), 0.4] : [`${text}$`, 0.5]);
  if (!text.startsWith("^") && !text.endsWith("$")) found.push([`^${text}$`, 0.5], [`^(?:${text})$`, 0.2]);
  for (const { 0: sign, index } of text.matchAll(/(?<!\\)[+*]/g)) {
    at(index, 1, sign === "+" ? "*" : "+", 0.5);
    at(index, 1, "", 0.2);
    const isLazy = text[index + 1] === "?";
    at(index, isLazy ? 2 : 1, isLazy ? sign : `${sign}?`, text[index - 1] === "." ? 0.6 : 0.3);
  }
  for (const { index } of text.matchAll(/(?<=[\w\])}])(?=$|[)\\[$])/g)) {
    at(index, 0, "+", 0.3);
    at(index, 0, "?", 0.25);
    at(index, 0, "*", 0.2);
  }
  for (const { index } of text.matchAll(/(?<=[\w\])])\?/g)) at(index, 1, "", 0.3);
  for (const { 0: name, index } of text.matchAll(/\\[dDwWsS]/g)) at(index, 2, opposites[name] ?? name, 0.3);
  for (const { index } of text.matchAll(/(?<![\\[])\.(?![*+?])/g)) at(index, 1, "\\.", 0.5);
  for (const { index } of text.matchAll(/\\\./g)) at(index, 2, ".", 0.2);
  for (const { index } of text.matchAll(/\[\^/g)) at(index, 2, "[", 0.4);
  for (const { index } of text.matchAll(/(?<!\\)\[(?!\^)/g)) at(index, 1, "[^", 0.3);
  for (const [narrow, wide] of ranges) {
    for (const { index } of text.matchAll(new RegExp(`\\[${narrow}(?=\\])`, "g")))
      at(index + 1, narrow.length, wide, 0.4);
  }
  for (const { 0: bounds, 1: low = "", 2: comma = "", 3: high = "", index } of text.matchAll(
    /\{(\d+)(,?)(\d*)\}/g,
  )) {
    const counts: readonly (readonly [number, number])[] = [
      [0, 1],
      [0, -1],
      [1, 0],
      [-1, 0],
    ];
    for (const [first, last] of counts) {
      if (last !== 0 && high === "") continue;
      const lowest = Number(low) + first;
      const highest = high === "" ? "" : String(Number(high) + last);
      if (lowest >= 0 && (highest === "" || Number(highest) >= lowest))
        at(index, bounds.length, `{${lowest}${comma}${highest}}`, 0.4);
    }
    if (comma === "") at(index, bounds.length, `{1,${low}}`, 0.4);
  }
  return found;
}
