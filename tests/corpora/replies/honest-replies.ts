import { makeCandidate } from "./make-candidate.ts";
import { doubtful, type ReplyFamily, sound } from "./reply-case.ts";
import { wrap } from "./wrap.ts";

/** Replies with an answer in strict JSON, whatever stands around it: it has to be found. */
export const honestReplies: readonly ReplyFamily[] = [
  {
    name: "strict JSON alone",
    make(random) {
      const answer = makeCandidate(random);
      return sound(JSON.stringify(answer, null, random.pick([0, 2, 4])), answer);
    },
  },
  {
    name: "strict JSON in fences, prose and thoughts",
    make(random) {
      const answer = makeCandidate(random);
      return sound(wrap(JSON.stringify(answer, null, random.pick([0, 2])), random), answer);
    },
  },
  {
    name: "several answers",
    make(random) {
      const answer = makeCandidate(random);
      const others = Array.from({ length: random.int(1, 3) }, () => JSON.stringify(makeCandidate(random)));
      return sound([JSON.stringify(answer), ...others].join(random.pick(["\n", "\n\nor\n", " "])), answer);
    },
  },
];

type Damage = (json: string, chance: () => boolean) => string;

/** What models do to JSON. Strings are left alone where the damage is between them. */
export const damages: Readonly<Record<string, Damage>> = {
  "trailing commas": (json) =>
    outsideStrings(json, (text) => text.replaceAll(/(^|[^\s[{,])(\s*[}\]])/g, "$1,$2")),
  "single quotes": (json) =>
    json.replaceAll(/"((?:[^"\\]|\\.)*)"/g, (_whole, text: string) => `'${text.replaceAll("'", "\\'")}'`),
  "bare keys": (json) => json.replaceAll(/"(summary|edits|path|old|new)":/g, "$1:"),
  comments: (json, chance) =>
    outsideStrings(json, (text) =>
      text.replaceAll(/,/g, () => (chance() ? ', // "next", {\n' : ", /* ] */ ")),
    ),
  "raw line breaks": (json) =>
    json.replaceAll(/(?<!\\)\\([nt])/g, (_whole, kind) => (kind === "n" ? "\n" : "\t")),
  "unescaped quotes": (json) => json.replaceAll('\\"', '"'),
  "unescaped backslashes": (json) => json.replaceAll(/\\\\(?=[ds.])/g, "\\"),
  "missing commas": (json) => outsideStrings(json, (text) => text.replaceAll(",", " ")),
  "curly quotes": (json) => json.replaceAll(/"(summary|edits|path|old|new)":/g, "“$1”:"),
};

/** Replies whose JSON is damaged in one or two ways: read as what was meant, or not at all. */
export const damagedReplies: readonly ReplyFamily[] = Object.entries(damages).flatMap(([name, damage]) =>
  [true, false].map((isPlain) => ({
    name: `${name}${isPlain ? "" : " around code"}`,
    make(random) {
      const answer = makeCandidate(random, isPlain);
      const json = JSON.stringify(answer, null, random.pick([0, 2]));
      const damaged = damage(json, () => random.int(0, 1) === 0);
      return doubtful(random.int(0, 1) === 0 ? damaged : wrap(damaged, random), answer);
    },
  })),
);

function outsideStrings(json: string, change: (text: string) => string): string {
  return json
    .split(/("(?:[^"\\]|\\.)*")/)
    .map((part, at) => (at % 2 === 1 ? part : change(part)))
    .join("");
}
