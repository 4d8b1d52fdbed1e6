import type { Command } from "commander";
import { runAction } from "../run-action.ts";

/** Adds `nightshift rollback` to the program. */
export function defineRollback(program: Command): void {
  program
    .command("rollback")
    .description("put master back to a snapshot, by a forward commit that can itself be undone")
    .argument("[snapshot]", "a snapshot, <campaign>/<cycle> (default: the newest)")
    .action((snapshot: string | undefined, _options: unknown, command: Command) =>
      runAction<object>(command, async (input) =>
        (await import("../actions/rollback.ts")).rollbackAction(input, snapshot),
      ),
    );
}
