/** One word of a shell command. */
export type ShellWord = {
  /** The word with its quotes taken off. */
  readonly text: string;
  /** The word as it was written. */
  readonly raw: string;
  /** Whether the shell would take `text` as it is: nothing in it is expanded. */
  readonly isPlain: boolean;
};

/** A simple command in a list of them: `A=1 node --test` in `npm run build && A=1 node --test`. */
export type ShellSegment = {
  readonly assignments: readonly { readonly name: string; readonly value: ShellWord }[];
  readonly words: readonly ShellWord[];
  /** The segment as it was written, without the operators around it. */
  readonly raw: string;
  /** The operator ahead of it; "" for the first. */
  readonly operator: "" | "&&" | "||" | ";" | "|" | "&";
};

const OPERATOR = /^(?:&&|\|\||;|\||&|\n)/;
/** Grouping, substitution and redirection are left to a real shell. */
const UNSUPPORTED = /^[()<>`]/;

/**
 * A POSIX shell command as its simple commands, or null when it uses more than words, quotes, assignments and the
 * operators between commands. It never guesses: what it does not know is null.
 */
export function splitShell(text: string): readonly ShellSegment[] | null {
  const segments: ShellSegment[] = [];
  let operator: ShellSegment["operator"] = "";
  let words: ShellWord[] = [];
  let start = 0;
  let position = 0;
  const finish = (end: number) => {
    if (words.length > 0) segments.push(toSegment(words, text.slice(start, end).trim(), operator));
    words = [];
  };
  while (position < text.length) {
    const rest = text.slice(position);
    const space = /^(?:[ \t\r]|\\\n)+/.exec(rest);
    if (space !== null) {
      position += space[0].length;
      continue;
    }
    const found = OPERATOR.exec(rest);
    if (found !== null) {
      finish(position);
      operator = (found[0] === "\n" ? ";" : found[0]) as ShellSegment["operator"];
      position += found[0].length;
      start = position;
      continue;
    }
    if (UNSUPPORTED.test(rest) || rest.startsWith("#")) return null;
    const word = readWord(rest);
    if (word === null) return null;
    words.push(word);
    position += word.raw.length;
  }
  finish(text.length);
  return segments;
}

function readWord(rest: string): ShellWord | null {
  let cooked = "";
  let isPlain = true;
  let position = 0;
  while (position < rest.length) {
    const character = rest[position] ?? "";
    if (/[ \t\r\n;&|]/.test(character)) break;
    if (UNSUPPORTED.test(character)) return null;
    if (character === "'") {
      const end = rest.indexOf("'", position + 1);
      if (end < 0) return null;
      cooked += rest.slice(position + 1, end);
      position = end + 1;
    } else if (character === '"') {
      const quoted = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(rest.slice(position));
      if (quoted === null) return null;
      const inner = quoted[1] ?? "";
      if (/[$`]/.test(inner.replaceAll(/\\./g, ""))) isPlain = false;
      cooked += inner.replaceAll(/\\([$`"\\\n])/g, "$1");
      position += quoted[0].length;
    } else if (character === "\\") {
      cooked += rest[position + 1] ?? "";
      position += 2;
    } else {
      if (/[*?[$~]/.test(character) && !(character === "~" && position > 0)) isPlain = false;
      cooked += character;
      position += 1;
    }
  }
  return { text: cooked, raw: rest.slice(0, position), isPlain };
}

function toSegment(words: readonly ShellWord[], raw: string, operator: ShellSegment["operator"]) {
  const isAssignment = (word: ShellWord) => /^[A-Za-z_]\w*=/.test(word.raw);
  const end = words.findIndex((word) => !isAssignment(word));
  const count = end < 0 ? words.length : end;
  const assignments = words.slice(0, count).map(({ text, raw: whole, isPlain }) => {
    const cut = text.indexOf("=");
    return {
      name: text.slice(0, cut),
      value: { text: text.slice(cut + 1), raw: whole.slice(whole.indexOf("=") + 1), isPlain },
    };
  });
  return { assignments, words: words.slice(count), raw, operator };
}
