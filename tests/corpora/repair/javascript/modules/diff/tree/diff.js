/** Lengths of the longest common subsequences of all beginnings. */
function measure(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      table[i][j] = a[i - 1] === b[j - 1] ? table[i - 1][j - 1] + 1 : Math.max(table[i - 1][j], table[i][j - 1]);
    }
  }
  return table;
}

/** What makes `b` of `a`, as `{ kind: "same" | "added" | "removed", value }`; what is removed comes first. */
export function diff(a, b) {
  const table = measure(a, b);
  const changes = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 || j > 0) {
    if (i > 0 && j > 0 && a[i - 1] === b[j - 1]) {
      changes.push({ kind: "same", value: a[i - 1] });
      i--;
      j--;
    } else if (j > 0 && (i === 0 || table[i][j - 1] >= table[i - 1][j])) {
      changes.push({ kind: "added", value: b[j - 1] });
      j--;
    } else {
      changes.push({ kind: "removed", value: a[i - 1] });
      i--;
    }
  }
  return changes.reverse();
}

/** Does what a diff says; throws where it is of something else. */
export function patch(a, changes) {
  const result = [];
  let at = 0;
  for (const { kind, value } of changes) {
    if (kind === "added") {
      result.push(value);
      continue;
    }
    if (a[at] !== value) throw new Error(`expected ${value} at ${at}, found ${a[at]}`);
    if (kind === "same") result.push(value);
    at++;
  }
  if (at !== a.length) throw new Error(`${a.length - at} left over`);
  return result;
}

/** How alike two lists are, from 0 to 1. */
export function similarity(a, b) {
  if (a.length + b.length === 0) return 1;
  return (2 * measure(a, b)[a.length][b.length]) / (a.length + b.length);
}

/** Fewest letters to insert, take out or exchange. */
export function editDistance(a, b) {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost);
    }
    previous = current;
  }
  return previous[b.length];
}
