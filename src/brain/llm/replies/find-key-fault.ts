/**
 * What is wrong with the keys of a JSON document that parses: a key that stands twice in one object (JSON.parse takes
 * the last without a word) or one that would reach an object's prototype. Null where nothing is.
 */
export function findKeyFault(json: string): string | null {
  const seen: (Set<string> | null)[] = [];
  let at = 0;
  while (at < json.length) {
    const character = json.charAt(at);
    if (character === "{") seen.push(new Set());
    else if (character === "[") seen.push(null);
    else if (character === "}" || character === "]") seen.pop();
    else if (character === '"') {
      const end = endString(json, at);
      const keys = seen.at(-1);
      // In an object a string that a colon follows is a key: values are followed by a comma or a bracket.
      if (keys instanceof Set && isFollowedByColon(json, end)) {
        const key: unknown = JSON.parse(json.slice(at, end));
        if (key === "__proto__") return 'the key "__proto__" is not allowed';
        if (keys.has(String(key))) return `the key ${json.slice(at, end)} stands twice in one object`;
        keys.add(String(key));
      }
      at = end;
      continue;
    }
    at += 1;
  }
  return null;
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
