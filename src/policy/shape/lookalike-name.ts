import { listNewLines } from "../list-new-lines.ts";
import type { PolicyFinding, PolicyRule } from "../policy-rule.ts";
import { replaceLookalikes } from "./replace-lookalikes.ts";

export const lookalikeName: PolicyRule = {
  id: "lookalike-name",
  group: "shape",
  title: "New words that imitate a name of the same file with letters of another script",
  explanation:
    "A Cyrillic а in a name makes a second name that reads as the first, so that code seems to use what it does not " +
    "(https://www.unicode.org/reports/tr39/). Write a name in one script. Where nothing is imitated it is a note.",
  find: ({ files }) =>
    files.flatMap((file) => {
      if (/^\p{ASCII}*$/u.test(file.after?.text ?? "")) return [];
      const words = new Set((file.after?.text ?? "").match(/[\w$]+/g));
      return listNewLines(file).flatMap(({ line, text }) =>
        (text.match(/[\p{L}\p{M}\p{Nd}_$]+/gu) ?? []).flatMap((word) =>
          judgeWord(word, words, { file: file.path, line }),
        ),
      );
    }),
};

function judgeWord(
  word: string,
  words: ReadonlySet<string>,
  place: Pick<PolicyFinding, "file" | "line">,
): readonly PolicyFinding[] {
  const latin = replaceLookalikes(word);
  if (latin === word) return [];
  const isMixed = /[a-z]/i.test(word);
  // A word in one foreign script is ordinary text, unless it is long enough to be no chance.
  const isImitation = words.has(latin) && (isMixed || latin.length > 3);
  if (!isImitation && !(isMixed && /^[\w$]+$/.test(latin))) return [];
  const reason = `${JSON.stringify(word)} looks like ${JSON.stringify(latin)} and is another name`;
  return [{ ...place, reason, severity: isImitation ? "denial" : "note" }];
}
