/** Whether a path matches a pattern: `*` and `?` within a folder, `**` over folders, `[a-c]`, `{one,two}`, `!` ahead. */
export function matches(pattern, path) {
  if (pattern.startsWith("!")) return !matches(pattern.slice(1), path);
  return expandBraces(pattern).some((plain) => matchParts(plain.split("/"), path.split("/")));
}

/** All patterns that braces stand for. */
export function expandBraces(pattern) {
  const open = pattern.indexOf("{");
  if (open === -1) return [pattern];
  let depth = 0;
  let close = -1;
  const commas = [open];
  for (let at = open; at < pattern.length; at++) {
    if (pattern[at] === "{") depth++;
    if (pattern[at] === "}") depth--;
    if (pattern[at] === "," && depth === 1) commas.push(at);
    if (depth === 0) {
      close = at;
      break;
    }
  }
  if (close === -1) return [pattern];
  const [head, tail] = [pattern.slice(0, open), pattern.slice(close + 1)];
  const ends = [...commas.slice(1), close];
  return commas.flatMap((from, at) => expandBraces(head + pattern.slice(from + 1, ends[at]) + tail));
}

function matchParts(patterns, parts) {
  if (patterns.length === 0) return parts.length === 0;
  const [pattern, ...rest] = patterns;
  if (pattern === "**") {
    if (rest.length === 0) return true;
    return parts.some((_, at) => matchParts(rest, parts.slice(at)));
  }
  if (parts.length === 0 || !matchName(pattern, parts[0])) return false;
  return matchParts(rest, parts.slice(1));
}

/** One part of a path; a dot at its start is matched by a dot alone. */
function matchName(pattern, name) {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  let source = "";
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    const close = pattern.indexOf("]", at);
    if (character === "*") source += ".*";
    else if (character === "?") source += ".";
    else if (character === "[" && close > at) {
      const inner = pattern.slice(at + 1, close);
      source += inner.startsWith("!") ? `[^${inner.slice(1)}]` : `[${inner}]`;
      at = close;
    } else source += character.replace(/[.+^$(){}|\\[\]]/g, "\\$&");
  }
  return new RegExp(`^${source}$`).test(name);
}

/** Paths that some pattern matches; of patterns that contradict each other the last one decides. */
export function select(paths, patterns) {
  return paths.filter((path) => {
    let isSelected = false;
    for (const pattern of patterns) {
      const isNegative = pattern.startsWith("!");
      if (matches(isNegative ? pattern.slice(1) : pattern, path)) isSelected = !isNegative;
    }
    return isSelected;
  });
}
