import type { GitHubPermission } from "../../../src/adapters/github/permissions.ts";

/** A JSON object as it goes over the wire. */
export type Json = Readonly<Record<string, unknown>>;

/** Who a token belongs to, as the rig keeps it. */
export type Caller = {
  readonly login: string;
  readonly kind: "person" | "robot";
  /** Token by which the stand-in behind the proxy knows the caller. */
  readonly token: string;
  /** Null: a person, whose role decides. */
  readonly permissions: Readonly<Partial<Record<GitHubPermission, "read" | "write">>> | null;
};

/** A request to the API with who sent it. */
export type ApiCall = {
  /** From 0 on. */
  readonly number: number;
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly body?: unknown;
  /** As GitHub's description spells it, or null where it has no such route. */
  readonly route: string | null;
  readonly caller: Caller | null;
};

/** An answer, before it is sent. */
export type ApiAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or bytes. */
  readonly body?: unknown;
};

/** Asks the stand-in behind the proxy. */
export type AskUpstream = (
  method: string,
  path: string,
  options?: { readonly body?: unknown; readonly token?: string },
) => Promise<ApiAnswer & { readonly body: unknown }>;

/** Puts right what the stand-in gets wrong or lacks; null leaves the call to the next, and at last to the stand-in. */
export type Correction = (call: ApiCall, ask: AskUpstream) => Promise<ApiAnswer | null>;

/** What goes wrong with a call, for a test. */
export type CallFault =
  /** Answered so, and not done. */
  | { readonly kind: "refuse"; readonly answer: ApiAnswer }
  /** The connection ends; the call was done for `after`, and not for `before`. */
  | { readonly kind: "drop"; readonly when: "before" | "after" }
  /** Half of the answer. */
  | { readonly kind: "cut" }
  | { readonly kind: "slow"; readonly ms: number }
  /** Done first, on the side: something else happens between two calls. */
  | { readonly kind: "meanwhile"; readonly act: () => Promise<void> };

/** What the proxy has seen. */
export type LoggedCall = ApiCall & {
  readonly status: number;
  /** Whether the default branch was elsewhere afterwards. */
  readonly movedSacred: boolean;
};
