const PATTERN = /^v?(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/** Reads a version; throws on anything else. */
export function parse(text) {
  const match = PATTERN.exec(text.trim());
  if (match === null) throw new TypeError(`not a version: ${text}`);
  const [, major, minor, patch, tag] = match;
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    tags: tag === undefined ? [] : tag.split("."),
  };
}

function compareTags(a, b) {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [x, y] = [a[at], b[at]];
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    if (x === y) continue;
    const isNumber = [/^\d+$/.test(x), /^\d+$/.test(y)];
    if (isNumber[0] && isNumber[1]) return Number(x) - Number(y);
    if (isNumber[0] !== isNumber[1]) return isNumber[0] ? -1 : 1;
    return x < y ? -1 : 1;
  }
  return 0;
}

/** Below zero where `left` comes first, above where `right` does. */
export function compare(left, right) {
  const [a, b] = [parse(left), parse(right)];
  const difference = a.major - b.major || a.minor - b.minor || a.patch - b.patch;
  return Math.sign(difference || compareTags(a.tags, b.tags));
}

/** The next version of a kind; what is smaller starts at zero. */
export function bump(version, kind) {
  const { major, minor, patch, tags } = parse(version);
  switch (kind) {
    case "major":
      return `${major + 1}.0.0`;
    case "minor":
      return `${major}.${minor + 1}.0`;
    case "patch":
      return tags.length > 0 ? `${major}.${minor}.${patch}` : `${major}.${minor}.${patch + 1}`;
    default:
      throw new TypeError(`no kind of step: ${kind}`);
  }
}

/** Whether a version is in a range like `^1.2.3`, `~1.2.3`, `>=1.0.0` or `1.2.3`. */
export function satisfies(version, range) {
  const [, operator, base] = /^(\^|~|>=|>|<=|<|=)?\s*(.+)$/.exec(range.trim());
  const order = compare(version, base);
  const [found, wanted] = [parse(version), parse(base)];
  switch (operator) {
    case "^":
      if (order < 0 || found.major !== wanted.major) return false;
      return wanted.major > 0 || found.minor === wanted.minor;
    case "~":
      return order >= 0 && found.major === wanted.major && found.minor === wanted.minor;
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case "<":
      return order < 0;
    default:
      return order === 0;
  }
}

/** The highest of the versions in a range, or null. */
export function maxSatisfying(versions, range) {
  let best = null;
  for (const version of versions) {
    if (!satisfies(version, range)) continue;
    if (best === null || compare(version, best) > 0) best = version;
  }
  return best;
}
