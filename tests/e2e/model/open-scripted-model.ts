import { type ChatCompletionRequest, type FixtureResponse, LLMock } from "@copilotkit/aimock";

/** A model behind real HTTP that says what a function of the request says. */
export type ScriptedModel = AsyncDisposable & {
  /** For `--base-url`. */
  readonly baseUrl: string;
  /** Every request that came, in order. */
  requests(): readonly ChatCompletionRequest[];
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
  mock.on({ predicate: () => true }, (request): FixtureResponse => {
    try {
      return describe(say(request), request);
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
    faults,
    [Symbol.asyncDispose]: () => mock.stop(),
  };
}

function describe(said: Said, request: ChatCompletionRequest): FixtureResponse {
  const tokens = {
    prompt_tokens: countTokens({ messages: request.messages, tools: request.tools }),
    completion_tokens: countTokens(said),
  };
  const usage = { ...tokens, total_tokens: tokens.prompt_tokens + tokens.completion_tokens };
  if ("content" in said) return { content: said.content, usage };
  const turn = request.messages.length;
  const toolCalls = said.toolCalls.map(({ name, arguments: values }, index) => ({
    id: `call_${turn}_${index}`,
    name,
    arguments: JSON.stringify(values),
  }));
  return { toolCalls, usage };
}

function countTokens(value: unknown): number {
  return Math.ceil(JSON.stringify(value).length / 4);
}
