import { describe, expect, test } from "vitest";
import { openLoopbackModel } from "../../helpers/loopback-model.ts";
import { closedUrl, failed, openClient, readFileTool, request } from "./client-rig.ts";

type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

const everything = request({ tools: [readFileTool], temperature: 0.1, seed: 1, format: "json" });

async function failWith(answer: Answer, asked = everything) {
  await using server = await openLoopbackModel(answer);
  return failed(await openClient(server.url).complete(asked));
}

/** Errors as OpenAI writes them. */
const error = (message: string, more: Record<string, unknown> = {}) => ({ error: { message, ...more } });

describe("what a refusal means", () => {
  test.each<[string, Answer, string]>([
    ["a wrong key", { status: 401, body: error("Incorrect API key provided") }, "authentication"],
    ["a key without the right", { status: 403, body: error("Resource not accessible") }, "authentication"],
    [
      "Google's wrong key",
      {
        status: 400,
        body: [
          error("API key not valid. Please pass a valid API key.", { code: 400, status: "INVALID_ARGUMENT" }),
        ],
      },
      "authentication",
    ],
    [
      "no money at OpenAI",
      {
        status: 429,
        body: error("You exceeded your current quota, please check your plan and billing details.", {
          type: "insufficient_quota",
          code: "insufficient_quota",
        }),
      },
      "quota",
    ],
    [
      "no credits at OpenRouter",
      { status: 402, body: error("Insufficient credits", { code: 402 }) },
      "quota",
    ],
    [
      "no credit at Anthropic",
      { status: 400, body: error("Your credit balance is too low to access the Anthropic API.") },
      "quota",
    ],
    [
      "a day's limit",
      { status: 429, body: error("Rate limit of 50 per day exceeded"), headers: { "retry-after": "43200" } },
      "quota",
    ],
    [
      "Google's limit for a minute, which calls itself quota",
      {
        status: 429,
        body: [
          error("You exceeded your current quota, please check your plan and billing details.", {
            code: 429,
            status: "RESOURCE_EXHAUSTED",
            details: [{ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "34.07s" }],
          }),
        ],
      },
      "rate-limit",
    ],
    ["too many requests", { status: 429, body: error("Rate limit reached for requests") }, "rate-limit"],
    ["too many requests, without words", { status: 429, body: "" }, "rate-limit"],
    [
      "more tokens than a minute allows",
      {
        status: 429,
        body: error("Request too large for gpt-6 on tokens per min (TPM): Limit 30000, Requested 40000."),
      },
      "too-long",
    ],
    [
      "OpenAI's context",
      {
        status: 400,
        body: error("This model's maximum context length is 128000 tokens.", {
          code: "context_length_exceeded",
        }),
      },
      "too-long",
    ],
    [
      "Anthropic's context",
      { status: 400, body: error("prompt is too long: 210000 tokens > 200000 maximum") },
      "too-long",
    ],
    [
      "llama.cpp's context",
      {
        status: 400,
        body: error("the request exceeds the available context size", { type: "exceed_context_size_error" }),
      },
      "too-long",
    ],
    [
      "vLLM's context",
      {
        status: 400,
        body: { object: "error", message: "This model's maximum context length is 4096 tokens", code: 400 },
      },
      "too-long",
    ],
    [
      "Gemini's context",
      {
        status: 400,
        body: [
          error("The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."),
        ],
      },
      "too-long",
    ],
    [
      "a large payload",
      { status: 413, body: "<html><title>413 Request Entity Too Large</title></html>" },
      "too-long",
    ],
    [
      "Azure's content filter",
      {
        status: 400,
        body: error("The response was filtered due to the prompt triggering content management policy.", {
          code: "content_filter",
        }),
      },
      "refused",
    ],
    [
      "OpenRouter's moderation",
      { status: 403, body: error("Your input was flagged by moderation") },
      "refused",
    ],
    ["an unknown model", { status: 404, body: error("The model `gpt-9` does not exist") }, "invalid"],
    ["a service that was closed", { status: 410, body: error("GitHub Models is retired") }, "invalid"],
    ["a malformed request", { status: 400, body: error("messages: roles must alternate") }, "invalid"],
    [
      "a tool message out of place, which is about messages and not about tools",
      {
        status: 400,
        body: error("messages with role 'tool' must be a response to a preceding message with 'tool_calls'."),
      },
      "invalid",
    ],
    [
      "an overloaded model",
      { status: 529, body: error("Overloaded", { type: "overloaded_error" }) },
      "outage",
    ],
    ["a broken server", { status: 500, body: error("The server had an error") }, "outage"],
    ["a gateway's page", { status: 502, body: "<html><title>502 Bad Gateway</title></html>" }, "outage"],
    ["a maintenance", { status: 503, body: "" }, "outage"],
    ["a gateway that waited too long", { status: 504, body: "" }, "timeout"],
    ["a conflict", { status: 409, body: error("Lock timeout") }, "outage"],
  ])("%s", async (_name, answer, kind) => {
    expect((await failWith(answer)).kind).toBe(kind);
  });

  test.each<[string, unknown, string]>([
    ["OpenAI's message", error("no"), "HTTP 400: no"],
    ["Google's list", [error("no")], "HTTP 400: no"],
    ["vLLM's bare message", { object: "error", message: "no" }, "HTTP 400: no"],
    ["AWS's message", { Message: "no" }, "HTTP 400: no"],
    ["FastAPI's detail", { detail: [{ msg: "no" }] }, 'HTTP 400: [{"msg":"no"}]'],
    ["Ollama's text", { error: "no" }, "HTTP 400: no"],
    ["a message that is no text", { error: { message: { why: "no" } } }, 'HTTP 400: {"why":"no"}'],
    ["plain text", "no", "HTTP 400: no"],
    ["a web page", "<html><head><title> Blocked </title>", "HTTP 400: a web page (Blocked)"],
    ["nothing", "", "HTTP 400"],
    ["null", null, "HTTP 400"],
    ["a number", 7, "HTTP 400"],
  ])("%s is told as one sentence", async (_name, body, reason) => {
    expect((await failWith({ status: 400, body })).reason).toBe(reason);
  });

  test("a page is not told whole", async () => {
    const { reason } = await failWith({ status: 502, body: "<html><body><script>evil()</script>" });
    expect(reason).toBe("HTTP 502: a web page");
  });
});

describe("what a model lacks", () => {
  test.each<[string, Answer, string]>([
    [
      "OpenAI's temperature",
      {
        status: 400,
        body: error(
          "Unsupported value: 'temperature' does not support 0.1 with this model. Only the default (1) value is supported.",
          { param: "temperature", code: "unsupported_value" },
        ),
      },
      "temperature",
    ],
    [
      "Anthropic's temperature",
      { status: 400, body: error("`temperature` is deprecated for this model.") },
      "temperature",
    ],
    [
      "Kimi's temperature",
      { status: 400, body: error("invalid temperature: only 1 is allowed for this model") },
      "temperature",
    ],
    ["a limit of it", { status: 422, body: error("temperature must be 1") }, "temperature"],
    [
      "Gemini's seed",
      {
        status: 400,
        body: [error('Invalid JSON payload received. Unknown name "seed": Cannot find field.')],
      },
      "seed",
    ],
    [
      "a strict server's seed",
      { status: 422, body: { detail: "seed: Extra inputs are not permitted" } },
      "seed",
    ],
    [
      "LM Studio's JSON",
      { status: 400, body: { error: "'response_format.type' must be 'json_schema' or 'text'" } },
      "json",
    ],
    [
      "JSON without the word",
      {
        status: 400,
        body: error(
          "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
          {
            param: "messages",
          },
        ),
      },
      "json",
    ],
    [
      "JSON beside tools",
      { status: 400, body: error("response_format is not supported together with tools") },
      "json",
    ],
    [
      "Ollama's tools",
      { status: 400, body: { error: "registry.ollama.ai/library/gemma:2b does not support tools" } },
      "tools",
    ],
    [
      "vLLM's tools",
      {
        status: 400,
        body: {
          object: "error",
          message: '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
        },
      },
      "tools",
    ],
    ["llama.cpp's tools", { status: 500, body: error("tools param requires --jinja flag") }, "tools"],
    [
      "OpenRouter's tools",
      { status: 404, body: error("No endpoints found that support tool use.") },
      "tools",
    ],
  ])("%s", async (_name, answer, feature) => {
    expect(await failWith(answer)).toMatchObject({ kind: "unsupported", feature });
  });

  test("is never something that was not asked for", async () => {
    const answer = { status: 400, body: { error: "this model does not support tools" } };
    expect(await failWith(answer, request({ temperature: 0.1 }))).toMatchObject({ kind: "invalid" });
    expect(await failWith(answer, request({ temperature: 0.1 }))).not.toHaveProperty("feature");
  });
});

describe("how long to wait", () => {
  const soon = "Wed, 21 Oct 2099 07:28:00 GMT";

  test.each<[string, Record<string, string>, string, number | null]>([
    ["seconds", { "retry-after": "7" }, "", 7_000],
    ["milliseconds before seconds", { "retry-after-ms": "350", "retry-after": "7" }, "", 350],
    ["a message of seconds", {}, "Please try again in 1.5s.", 1_500],
    ["a message of minutes", {}, "Please try again in 6m30s. Visit us", 390_000],
    ["a message of milliseconds", {}, "Please try again in 86ms.", 86],
    ["a message of words", {}, "Please retry after 12 seconds.", 12_000],
    ["nothing", {}, "Slow down", null],
    ["a header that says nothing", { "retry-after": "soon" }, "Slow down", null],
    ["a negative header", { "retry-after": "-5" }, "Slow down", null],
  ])("%s", async (_name, headers, message, ms) => {
    expect((await failWith({ status: 429, body: error(message), headers })).retryAfterMs).toBe(ms);
  });

  test("a date in the future, and one that has passed", async () => {
    const far = await failWith({ status: 503, body: "", headers: { "retry-after": soon } });
    expect(far.retryAfterMs).toBeGreaterThan(1_000_000);
    const past = "Wed, 21 Oct 2015 07:28:00 GMT";
    expect((await failWith({ status: 503, body: "", headers: { "retry-after": past } })).retryAfterMs).toBe(
      0,
    );
  });
});

describe("whether it may be charged", () => {
  test("a request that was turned away is not, one that was answered is", async () => {
    expect((await failWith({ status: 429, body: "" })).isBilled).toBe(false);
    expect((await failWith({ status: 503, body: "" })).isBilled).toBe(false);
    expect((await failWith({ status: 502, body: "" })).isBilled).toBeUndefined();
    expect((await failWith({ status: 408, body: "" })).isBilled).toBeUndefined();
    const filtered = error("stopped by the content filter", { code: "content_filter" });
    const stopped = await failWith({ status: 400, body: filtered });
    expect(stopped.kind).toBe("refused");
    expect(stopped.isBilled).toBeUndefined();
    expect((await failWith({ status: 200, body: error("broke", { code: 502 }) })).isBilled).toBe(true);
    const unsent = failed(await openClient(await closedUrl()).complete(request()));
    expect(unsent).toMatchObject({ kind: "outage", isBilled: false });
  });
});
