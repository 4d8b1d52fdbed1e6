import type { Command } from "commander";
import { parseLimit } from "../parse-limit.ts";
import { runAction } from "../run-action.ts";

/** Adds `nightshift memory` to the program. */
export function defineMemory(program: Command): void {
  const memory = program.command("memory").description("look into what past campaigns learned");
  memory
    .command("list")
    .description("list lessons, newest first")
    .option("--kind <kind>", "only avoided, exhausted, pattern or denied")
    .option("--limit <n>", "how many", parseLimit, 50)
    .action((_options: unknown, command: Command) =>
      runAction<{ readonly kind?: string; readonly limit: number }>(command, async (input) =>
        (await import("../actions/memory.ts")).listLessonsAction(input),
      ),
    );
  memory
    .command("query <text>")
    .description("find lessons that are similar to a failure or a sentence")
    .option("--limit <n>", "how many", parseLimit, 10)
    .action((text: string, _options: unknown, command: Command) =>
      runAction<{ readonly limit: number }>(command, async (input) =>
        (await import("../actions/memory.ts")).queryLessonsAction(input, text),
      ),
    );
  memory
    .command("recent")
    .description("list the most recent cycles and their outcomes")
    .option("--limit <n>", "how many", parseLimit, 20)
    .action((_options: unknown, command: Command) =>
      runAction<{ readonly limit: number }>(command, async (input) =>
        (await import("../actions/memory.ts")).recentCyclesAction(input),
      ),
    );
  memory
    .command("policy")
    .description("show which methods, models, prompts and operators earned most here, by kind of work item")
    .action((_options: unknown, command: Command) =>
      runAction<object>(command, async (input) =>
        (await import("../actions/memory-policy.ts")).showPolicyAction(input),
      ),
    );
  memory
    .command("forget <lesson>")
    .description("forget a lesson, so that its approach is allowed again")
    .action((lesson: string, _options: unknown, command: Command) =>
      runAction<object>(command, async (input) =>
        (await import("../actions/memory.ts")).forgetLessonAction(input, lesson),
      ),
    );
}
