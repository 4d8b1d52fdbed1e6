/** One call of a tool that a model asks for. */
export type ModelToolCall = {
  readonly id: string;
  readonly name: string;
  /** JSON as the model wrote it; it may be none. */
  readonly arguments: string;
};

/** One message of a conversation with a model, in the order of the conversation. */
export type ModelMessage =
  | { readonly role: "system"; readonly content: string }
  | { readonly role: "user"; readonly content: string }
  | { readonly role: "assistant"; readonly content: string; readonly toolCalls: readonly ModelToolCall[] }
  | { readonly role: "tool"; readonly callId: string; readonly content: string };

/** A tool that a model may call. */
export type ModelTool = {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments, an object. */
  readonly parameters: Readonly<Record<string, unknown>>;
};

/** Tokens of one call, as the provider counts them. */
export type ModelUsage = {
  /** All of the input, cached ones too. */
  readonly inputTokens: number;
  readonly cachedTokens: number;
  /** Reasoning tokens too. */
  readonly outputTokens: number;
};

/** What a model is asked. */
export type ModelRequest = {
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ModelTool[];
  readonly maxOutputTokens: number;
  /** Null: the provider's own. */
  readonly temperature: number | null;
  readonly seed: number | null;
  /** `json`: one JSON value, where the provider can be held to it. */
  readonly format: "text" | "json";
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
};

/** What a model can do that another may not; learned from refusals too. */
export const modelFeatures = ["tools", "temperature", "seed", "json"] as const;
export type ModelFeature = (typeof modelFeatures)[number];

/** Why a call gave no reply. Only `rate-limit`, `outage` and `timeout` are worth the same call again. */
export type ModelFailure =
  | "authentication"
  | "quota"
  | "rate-limit"
  | "outage"
  | "timeout"
  | "refused"
  | "too-long"
  | "unsupported"
  | "invalid"
  | "aborted";

/** How one call ended. */
export type ModelReply =
  | {
      readonly status: "replied";
      readonly text: string;
      readonly toolCalls: readonly ModelToolCall[];
      /** `length`: it was cut off at `maxOutputTokens`. */
      readonly finish: "stop" | "tools" | "length" | "refusal";
      /** Null where the provider told nothing. */
      readonly usage: ModelUsage | null;
      readonly latencyMs: number;
    }
  | {
      readonly status: "failed";
      readonly kind: ModelFailure;
      /** For `unsupported`: what the model lacks. */
      readonly feature?: ModelFeature;
      /** One sentence for people, without any key. */
      readonly reason: string;
      /** What the provider asks to wait, milliseconds; null where it asks nothing. */
      readonly retryAfterMs: number | null;
      /** Whether the provider may bill it all the same. Without it the kind decides, and doubt counts as yes. */
      readonly isBilled?: boolean;
      readonly latencyMs: number;
    };
