import type { Command } from "commander";
import { runAction } from "../run-action.ts";

/** Options of `policy check`; absent where the person gave none. */
export type PolicyCheckOptions = {
  readonly range?: string;
  readonly diff?: string;
  readonly base?: string;
};

/** Adds `nightshift policy` to the program. */
export function definePolicy(program: Command): void {
  const policy = program
    .command("policy")
    .description("what no candidate may do: judge a diff, explain a rule");
  policy
    .command("check")
    .description(
      "judge a diff by every rule; exits with 0 when it is allowed, 1 when denied, 2 when it cannot be judged",
    )
    .option("--range <A..B>", "the change from commit A to commit B, by A's configuration")
    .option("--diff <file>", "a unified diff, - for standard input, by the sacred branch's configuration")
    .option("--base <commit>", "with --diff: the commit that the diff is made against")
    .action((_options: unknown, command: Command) =>
      runAction<PolicyCheckOptions>(command, async (input) =>
        (await import("../actions/policy-check.ts")).policyCheckAction(input),
      ),
    );
  policy
    .command("explain <rule>")
    .description("say what a rule denies, why it exists, and what to do about a denial")
    .action((rule: string, _options: unknown, command: Command) =>
      runAction<object>(command, async (input) =>
        (await import("../actions/policy-explain.ts")).policyExplainAction(input, rule),
      ),
    );
  policy
    .command("list")
    .description("list all rules with what they deny")
    .action((_options: unknown, command: Command) =>
      runAction<object>(command, async (input) =>
        (await import("../actions/policy-list.ts")).policyListAction(input),
      ),
    );
}
