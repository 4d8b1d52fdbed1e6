import { replyLimits } from "./reply-limits.ts";

/**
 * What is wrong with a JSON document although it parses: a key that stands twice in one object (JSON.parse takes the last
 * without a word), one that would reach an object's prototype, or so many values that a check of each would take
 * seconds and a gigabyte. Null where nothing is.
 */
export function findJsonFault(json: string): string | null {
  const { maxValues } = replyLimits;
  const seen: (Set<string> | null)[] = [];
  let values = 0;
  let at = 0;
  while (at < json.length) {
    const character = json.charAt(at);
    if (character === '"') {
      const end = endString(json, at);
      const keys = seen.at(-1);
      // In an object a string that a colon follows is a key: values are followed by a comma or a bracket.
      if (keys instanceof Set && isFollowedByColon(json, end)) {
        const key = String(JSON.parse(json.slice(at, end)));
        if (key === "__proto__") return 'the key "__proto__" is not allowed';
        if (keys.has(key)) return `the key ${shorten(json.slice(at, end))} stands twice in one object`;
        keys.add(key);
      }
      at = end;
      continue;
    }
    at += 1;
    if ("{[,".includes(character)) values += 1;
    if (values > maxValues) return `it holds more than ${maxValues} values`;
    if (character === "{") seen.push(new Set());
    else if (character === "[") seen.push(null);
    else if (character === "}" || character === "]") seen.pop();
  }
  return null;
}

function shorten(key: string): string {
  return key.length > 60 ? `${key.slice(0, 60)}…` : key;
}

function endString(json: string, from: number): number {
  let at = from + 1;
  while (at < json.length && json.charAt(at) !== '"') at += json.charAt(at) === "\\" ? 2 : 1;
  return at + 1;
}

function isFollowedByColon(json: string, from: number): boolean {
  let at = from;
  while (/\s/.test(json.charAt(at))) at += 1;
  return json.charAt(at) === ":";
}
