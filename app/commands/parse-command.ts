/** What people can say. */
export const commandNames = ["approve", "rollback", "retry", "stop", "status", "why", "forget"] as const;
/** The name of a command. */
export type CommandName = (typeof commandNames)[number];

/** A comment as a command. */
export type ParsedCommand =
  /** No command of ours. */
  | { readonly status: "none" }
  /** Ours by its name, and not as it has to be written. */
  | { readonly status: "wrong"; readonly name: CommandName; readonly usage: string }
  | { readonly status: "command"; readonly name: CommandName; readonly argument: string };

/** What has to follow each name: nothing, or one word of this shape. */
const shapes: Readonly<Record<CommandName, { readonly shape: RegExp; readonly usage: string }>> = {
  approve: { shape: /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, usage: "/approve <full hash of the newest commit>" },
  rollback: { shape: /^$/, usage: "/rollback" },
  retry: { shape: /^$/, usage: "/retry" },
  stop: { shape: /^$/, usage: "/stop" },
  status: { shape: /^$/, usage: "/status" },
  why: { shape: /^$/, usage: "/why" },
  forget: { shape: /^[0-9a-f]{8,128}$/, usage: "/forget <id of a lesson, 8 letters or more>" },
};

/**
 * Reads a comment's first line, which has to be a command and nothing else: no white space ahead of it, one space before
 * its argument, lower case. Anything less strict would take a quotation or an example for an order. Pure.
 */
export function parseCommand(body: string): ParsedCommand {
  const [line = ""] = body.split(/\r\n|\n/, 1);
  const [, word = "", rest = ""] = /^\/([a-z]+)((?: .*)?)$/.exec(line.replace(/ +$/, "")) ?? [];
  const name = commandNames.find((known) => known === word);
  if (name === undefined) return { status: "none" };
  const { shape, usage } = shapes[name];
  const argument = rest.slice(1);
  return shape.test(argument) ? { status: "command", name, argument } : { status: "wrong", name, usage };
}
