import { listNewLines } from "../list-new-lines.ts";
import type { PolicyRule } from "../policy-rule.ts";

export const forbidden: PolicyRule = {
  id: "forbidden",
  group: "scope",
  title: "New lines that match a pattern of policy.forbidden",
  explanation:
    "The project says by regular expressions what it must not use: a cloud's SDK, a deprecated module, a word. Lines " +
    "that had it before may stay and move. Write the line in another way, or ask who keeps the configuration.",
  find: ({ files }, { config }) =>
    config.policy.forbidden.flatMap((pattern) => {
      const expression = new RegExp(pattern);
      return files.flatMap((file) =>
        listNewLines(file)
          .filter(({ text }) => expression.test(text))
          .map(({ line }) => ({
            file: file.path,
            line,
            reason: `the line matches the forbidden /${pattern}/`,
          })),
      );
    }),
};
