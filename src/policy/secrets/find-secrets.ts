import { findKeys } from "./find-keys.ts";

/** Something that looks like a key. The value is for comparing alone: nobody may print it. */
export type FoundSecret = { readonly name: string; readonly offset: number; readonly value: string };

/**
 * All that looks like a key in a text: what secretlint's recommended preset knows
 * (https://github.com/secretlint/secretlint), and formats that it misses. Comments that would silence secretlint do not.
 */
export async function findSecrets(path: string, text: string): Promise<readonly FoundSecret[]> {
  return [...findKeys(text), ...(await lintText(path, text))];
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
