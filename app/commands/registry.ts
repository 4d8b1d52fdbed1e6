import { approve } from "./approve.ts";
import type { Command } from "./command.ts";
import { forget } from "./forget.ts";
import type { CommandName } from "./parse-command.ts";
import { retry } from "./retry.ts";
import { rollback } from "./rollback.ts";
import { status } from "./status.ts";
import { stop } from "./stop.ts";
import { why } from "./why.ts";

/** What each command does. */
export const commands = { approve, rollback, retry, stop, status, why, forget } satisfies Record<
  CommandName,
  Command
>;
