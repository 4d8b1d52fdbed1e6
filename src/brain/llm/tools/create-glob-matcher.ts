const MAX_CHARS = 300;
const MAX_ALTERNATIVES = 64;

/**
 * A glob over paths as ripgrep has it: `*` and `?` stay within a folder, `**` does not, `{a,b}` is either, and without a
 * slash the name of a file or of a folder above it decides. Brackets are plain characters, as in `[id].tsx`. Null for one
 * that is too long. A model writes it, so the work for a path grows with both lengths alone, unlike a regular expression's.
 */
export function createGlobMatcher(glob: string): ((path: string) => boolean) | null {
  const plain = glob.replace(/^(\.?\/)+/, "").replace(/\/$/, "");
  const patterns = plain.length > MAX_CHARS ? null : expandBraces(plain);
  if (patterns === null) return null;
  if (plain === "" || plain === ".") return () => true;
  const anchored = patterns.map((pattern) => (pattern.includes("/") ? pattern : `**/${pattern}`));
  const compiled = anchored.flatMap((pattern) => [pattern, ...nameBeneath(pattern)]).map(listTokens);
  return (path) => compiled.some((tokens) => matches(tokens, path));
}

/** What names a folder means all that is beneath it. */
function nameBeneath(pattern: string): readonly string[] {
  return /[*?]/.test(pattern.slice(pattern.lastIndexOf("/") + 1)) ? [] : [`${pattern}/**`];
}

/** Null past a number of alternatives. */
function expandBraces(glob: string): readonly string[] | null {
  let pending: readonly string[] = [glob];
  for (;;) {
    const next = pending.flatMap((pattern) => {
      // The innermost pair first.
      const pair = /\{([^{}]*,[^{}]*)\}/.exec(pattern);
      if (pair === null) return [pattern];
      const [whole, list = ""] = pair;
      const rest = pattern.slice(pair.index + whole.length);
      return list.split(",").map((choice) => pattern.slice(0, pair.index) + choice + rest);
    });
    if (next.length > MAX_ALTERNATIVES) return null;
    if (next.every((pattern, index) => pattern === pending[index])) return next;
    pending = next;
  }
}

function listTokens(glob: string): readonly string[] {
  return glob.match(/\*\*\/|\*\*|[\s\S]/gu) ?? [];
}

/** The states that a path can be in, one character after the other: token `at` is the next to match. */
function matches(tokens: readonly string[], path: string): boolean {
  let states = skipEmpty(tokens, new Set([0]), true);
  for (const character of path) {
    const next = new Set<number>();
    for (const at of states) {
      const token = tokens[at];
      if (token === "**" || token === "**/") next.add(at);
      else if (token === "*") {
        if (character !== "/") next.add(at);
      } else if (token === "?" ? character !== "/" : token === character) next.add(at + 1);
    }
    states = skipEmpty(tokens, next, character === "/");
    if (states.size === 0) return false;
  }
  return states.has(tokens.length);
}

/** Tokens that match nothing too are passed over. */
function skipEmpty(
  tokens: readonly string[],
  states: ReadonlySet<number>,
  isFolderStart = true,
): Set<number> {
  const all = new Set(states);
  for (const at of all) {
    const token = tokens[at];
    if (token === "*" || token === "**" || (token === "**/" && isFolderStart)) all.add(at + 1);
  }
  return all;
}
