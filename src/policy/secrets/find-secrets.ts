import { keyFormats } from "./key-formats.ts";

/** Something that looks like a key. The value is for comparing alone: nobody may print it. */
export type FoundSecret = { readonly name: string; readonly offset: number; readonly value: string };

/** Assignments to names that call themselves secret; the value has to look drawn by lot. */
const named =
  /\b[\w-]*(?:api[_-]?key|secret|token|passw(?:or)?d|pwd|private[_-]?key|access[_-]?key|credential)s?["'`]?\s*[:=]{1,3}\s*["'`]([^"'`\s]{16,120})["'`]/gi;
/** Bits for each character above which text is no word. */
const MIN_ENTROPY = 3.6;

/**
 * All that looks like a key in a text: what secretlint's recommended preset knows
 * (https://github.com/secretlint/secretlint), and formats that it misses. Comments that would silence secretlint do not.
 */
export async function findSecrets(path: string, text: string): Promise<readonly FoundSecret[]> {
  const own = keyFormats.flatMap(({ name, pattern }) =>
    [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map((match) => ({
      name,
      offset: match.index,
      value: match[1] ?? match[0],
    })),
  );
  const random = [...text.matchAll(named)].flatMap((match) => {
    const value = match[1] ?? "";
    return isDrawnByLot(value) ? [{ name: "value of a secret's name", offset: match.index, value }] : [];
  });
  return [...own, ...random, ...(await lintText(path, text))];
}

async function lintText(path: string, text: string): Promise<readonly FoundSecret[]> {
  const { lintSource } = await import("@secretlint/core");
  const { creator } = await import("@secretlint/secretlint-rule-preset-recommend");
  // A comment in the change would switch its own check off.
  const content = text.replace(/secretlint-(disable|enable)/gi, (mark) => "-".repeat(mark.length));
  const { messages } = await lintSource({
    source: { filePath: path, content, contentType: "text", ext: /\.\w+$/.exec(path)?.[0] ?? "" },
    options: {
      noPhysicFilePath: true,
      maskSecrets: true,
      config: { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }] },
    },
  });
  return messages.map(({ messageId, ruleId, range: [start, end] }) => ({
    name: messageId ?? ruleId,
    offset: start,
    value: text.slice(start, end),
  }));
}

function isDrawnByLot(value: string): boolean {
  if (!/\d/.test(value) || !/[a-z]/i.test(value) || /[${}<>()[\]]|\.\.|^https?:|^[./]|\s/.test(value))
    return false;
  if (/example|placeholder|change.?me|your|dummy|test|fake|sample|xxx|(.)\1{4}/i.test(value)) return false;
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  const bits = [...counts.values()].reduce(
    (sum, count) => sum - (count / value.length) * Math.log2(count / value.length),
    0,
  );
  return bits >= MIN_ENTROPY;
}
