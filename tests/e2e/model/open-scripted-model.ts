import { type ChatCompletionRequest, type FixtureResponse, LLMock } from "@copilotkit/aimock";

/** A model behind real HTTP that says what a function of the request says. */
export type ScriptedModel = AsyncDisposable & {
  /** For `--base-url`. */
  readonly baseUrl: string;
  /** Every request that came, in order. */
  requests(): readonly ChatCompletionRequest[];
  /** All that it said to have read and written. */
  tokens(): { readonly inputTokens: number; readonly outputTokens: number };
  /** What the script itself could not answer: a defect of the test. */
  readonly faults: readonly string[];
};

/** What a scripted model says: text, or calls of tools. Its tokens are counted here. */
export type Said =
  | { readonly content: string }
  | { readonly toolCalls: readonly { readonly name: string; readonly arguments: object }[] };

/** Starts the endpoint, `@copilotkit/aimock` on a free port. Tokens are told as a quarter of the characters. */
export async function openScriptedModel(
  say: (request: ChatCompletionRequest) => Said,
): Promise<ScriptedModel> {
  const mock = new LLMock({ port: 0, strict: true });
  const faults: string[] = [];
  const tokens = { inputTokens: 0, outputTokens: 0 };
  mock.on({ predicate: () => true }, (request): FixtureResponse => {
    try {
      const said = say(request);
      const usage = { prompt_tokens: countTokens(tellOf(request)), completion_tokens: countTokens(said) };
      tokens.inputTokens += usage.prompt_tokens;
      tokens.outputTokens += usage.completion_tokens;
      return describe(said, request, {
        ...usage,
        total_tokens: usage.prompt_tokens + usage.completion_tokens,
      });
    } catch (error) {
      faults.push(String(error));
      return {
        error: { message: `the script has no answer: ${error}`, type: "invalid_request_error" },
        status: 400,
      };
    }
  });
  const url = await mock.start();
  return {
    baseUrl: `${url}/v1`,
    requests: () => mock.getRequests().map(({ body }) => body as ChatCompletionRequest),
    tokens: () => tokens,
    faults,
    [Symbol.asyncDispose]: () => mock.stop(),
  };
}

type Usage = {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
};

function describe(said: Said, { messages }: ChatCompletionRequest, usage: Usage): FixtureResponse {
  if ("content" in said) return { content: said.content, usage };
  const toolCalls = said.toolCalls.map(({ name, arguments: values }, index) => ({
    id: `call_${messages.length}_${index}`,
    name,
    arguments: JSON.stringify(values),
  }));
  return { toolCalls, usage };
}

function tellOf({ messages, tools = [] }: ChatCompletionRequest): object {
  return { messages, tools };
}

function countTokens(value: object): number {
  return Math.ceil(JSON.stringify(value).length / 4);
}
