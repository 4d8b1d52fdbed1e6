import type { ModelProvider } from "../../domain/model-provider.ts";

/** What a provider's models can do unless one of them says otherwise. */
export type PresetCapabilities = {
  readonly tools: boolean;
  /** Whether a reply can be held to JSON. */
  readonly json: boolean;
  readonly temperature: boolean;
  readonly seed: boolean;
  /** Whether a repeated beginning of a conversation costs less. */
  readonly caching: boolean;
  /**
   * Input tokens that a request can safely hold: what the smallest current model takes, and below the size from which
   * the provider charges more. Null: it depends on how the model was loaded.
   */
  readonly contextTokens: number | null;
};

/** Which of OpenAI's two interfaces is spoken. */
export type ModelApi = "chat" | "responses";

/** A provider as data: all that differs from one to the next. */
export type Preset = {
  readonly provider: ModelProvider;
  /** Without a slash at its end. `{name}` stands for the value of a `place`. */
  readonly baseUrl: string;
  /** Environment variables that fill a place of `baseUrl`, the first that is set. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** Environment variables that name another base URL, the first that is set. */
  readonly baseUrlVariables: readonly string[];
  /** Environment variables that hold the key, the first that is set. */
  readonly keyVariables: readonly string[];
  readonly isKeyRequired: boolean;
  /** The header that carries the key: `Authorization: Bearer …` or `api-key: …`. */
  readonly keyHeader: "authorization" | "api-key";
  /** Sent with each request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly api: ModelApi;
  /** What chat completions call the limit of the output. */
  readonly outputLimit: "max_tokens" | "max_completion_tokens";
  readonly capabilities: PresetCapabilities;
  /** Fields of its messages, and of its tool calls, that the provider wants to see again in the next request. */
  readonly returned: { readonly message: readonly string[]; readonly call: readonly string[] };
  /** Put into `returned.call` fields of a call that another model made, or an earlier run. */
  readonly missingReturn: Readonly<Record<string, unknown>>;
  /** `table`: `prices.ts`; `free`: 0; `config`: only what the user says is known. */
  readonly prices: "table" | "free" | "config";
  /** Where all this is documented. */
  readonly source: string;
  /** What a person should know before choosing it; empty for most. */
  readonly note: string;
};
