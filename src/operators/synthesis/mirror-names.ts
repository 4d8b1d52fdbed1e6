const pairs: readonly (readonly [string, string])[] = [
  ["x", "y"],
  ["left", "right"],
  ["min", "max"],
  ["row", "col"],
  ["row", "column"],
  ["start", "end"],
  ["first", "last"],
  ["first", "second"],
  ["low", "high"],
  ["lo", "hi"],
  ["width", "height"],
  ["a", "b"],
  ["top", "bottom"],
  ["source", "target"],
  ["key", "value"],
  ["next", "previous"],
  ["added", "removed"],
  ["in", "out"],
];
const identifiers = /(?<!["'])[A-Za-z_$][\w$]*(?!["'])/g;

/**
 * The code with one word of its names exchanged for its counterpart wherever it stands: `ofX += dx` from `ofY += dy`. Only
 * where every name that comes of it is one of `known`. Pure.
 */
export function mirrorNames(code: string, known: ReadonlySet<string>): readonly string[] {
  return pairs.flatMap(([one, other]) => {
    let isKnown = true;
    const mirrored = code.replace(identifiers, (name) => {
      const turned = exchange(name, one, other);
      if (turned !== name && !known.has(turned)) isKnown = false;
      return turned;
    });
    return mirrored !== code && isKnown ? [mirrored] : [];
  });
}

/** Words of camel and snake case, and the last letter of short names such as `dx`. */
function exchange(name: string, one: string, other: string): string {
  const words = name.split(/(?=[A-Z])|_/);
  const turn = (word: string) => {
    const plain = word.toLowerCase();
    const turned = plain === one ? other : plain === other ? one : null;
    if (turned === null) return word;
    return word === plain ? turned : `${turned[0]?.toUpperCase()}${turned.slice(1)}`;
  };
  const short = one.length === 1 && name.length === 2 ? name[0] + turn(name[1] ?? "") : null;
  return short ?? words.map(turn).join(name.includes("_") ? "_" : "");
}
