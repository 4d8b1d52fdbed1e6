import type { Issue } from "../../src/github-port.ts";
import type { Offer } from "../../src/learn-from-offer.ts";
import type { Desk } from "../desk.ts";

/** Where a command was given: on an offer of ours, or on an issue of ours (a request, the dashboard). */
export type CommandPlace =
  | { readonly kind: "offer"; readonly number: number; readonly offer: Offer }
  | { readonly kind: "issue"; readonly number: number; readonly issue: Issue; readonly updatedAt: string };

/** A command of somebody who may give it. */
export type CommandInput = {
  readonly argument: string;
  readonly place: CommandPlace;
  readonly by: string;
  /** Id of the comment. */
  readonly comment: number;
};

/** What is said to it. `text` is Markdown, with everything from outside neutralised. */
export type CommandAnswer =
  | { readonly status: "done" | "refused"; readonly text: string }
  /** The command has written its reply itself, since it goes on later. */
  | { readonly status: "replied" };

/** One command. Giving it twice is as giving it once. */
export type Command = (input: CommandInput, desk: Desk) => Promise<CommandAnswer>;
