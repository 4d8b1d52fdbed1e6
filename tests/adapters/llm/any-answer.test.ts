import fc from "fast-check";
import { expect, test } from "vitest";
import { presets } from "../../../src/adapters/llm/presets.ts";
import { type LoopbackAnswer, openLoopbackModel } from "../../helpers/loopback-model.ts";
import { completion, failed, openClient, readFileTool, request } from "./client-rig.ts";

const runs = 300;
const asked = request({ tools: [readFileTool], temperature: 0.1, seed: 1, format: "json" });

/** Bodies near enough to a reply to be taken for one, and others. */
const message = fc.dictionary(
  fc.constantFrom("content", "refusal", "tool_calls", "function_call", "reasoning_content", "role"),
  fc.jsonValue(),
);
const near = fc.record({
  choices: fc.array(
    fc.oneof(fc.jsonValue(), fc.record({ message, finish_reason: fc.jsonValue() }), fc.record({ message })),
  ),
  usage: fc.dictionary(fc.constantFrom("prompt_tokens", "completion_tokens", "total_tokens"), fc.jsonValue()),
});
const items = fc.record({
  status: fc.oneof(fc.constantFrom("completed", "incomplete", "failed"), fc.jsonValue()),
  output: fc.array(
    fc.oneof(
      fc.jsonValue(),
      fc.record({ type: fc.constantFrom("message", "function_call", "reasoning"), content: fc.jsonValue() }),
    ),
  ),
});
const error = fc.record({
  error: fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom("message", "code", "type", "param"), fc.jsonValue()),
  ),
});
const body = fc.oneof(near, items, error, fc.jsonValue(), fc.string());
const status = fc.constantFrom(
  200,
  200,
  200,
  201,
  204,
  301,
  400,
  401,
  403,
  404,
  410,
  418,
  422,
  429,
  500,
  503,
  529,
);

test.each(["chat", "responses"] as const)(
  "whatever %s answers, a call ends with a reply or a failure",
  async (api) => {
    const answers: LoopbackAnswer[] = [];
    await using server = await openLoopbackModel((response) => {
      const answer = answers.at(-1);
      if (answer === undefined || typeof answer === "function") throw new Error("no answer is set");
      const { status = 200, headers = {} } = answer;
      response.writeHead(status, headers);
      response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
    });
    const llm = openClient(server.url, { preset: { ...presets.openrouter, api } });
    await fc.assert(
      fc.asyncProperty(body, status, fc.boolean(), async (body, status, isJson) => {
        const type = isJson || typeof body !== "string" ? "application/json" : "text/html";
        answers.push({ status, body, headers: { "content-type": type } });
        const reply = await llm.complete(asked);
        expect(["replied", "failed"]).toContain(reply.status);
        if (reply.status === "failed") {
          expect(reply.reason.length).toBeLessThanOrEqual(300);
          expect(reply.reason).not.toMatch(/\p{Cc}/u);
          if (reply.kind === "unsupported") expect(reply.feature).toBeDefined();
          return;
        }
        expect(typeof reply.text).toBe("string");
        const ids = reply.toolCalls.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain("");
        for (const { name, arguments: text } of reply.toolCalls)
          expect(typeof `${name}${text}`).toBe("string");
        // What the model said can be sent back to it.
        const { text: content, toolCalls } = reply;
        await llm.complete(
          request({ messages: [...asked.messages, { role: "assistant", content, toolCalls }] }),
        );
      }),
      { numRuns: runs },
    );
  },
  120_000,
);

test.each([
  ["a reply", `{"choices":${"[".repeat(200_000)}${"]".repeat(200_000)}}`, 200],
  ["an error", `{"error":${'{"message":'.repeat(100_000)}1${"}".repeat(100_000)}}`, 400],
  [
    "an error that came late",
    `{"error":{"message":"x","more":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`,
    200,
  ],
])("%s that is nested too deep is a failure", async (_name, text, status) => {
  await using server = await openLoopbackModel({
    status,
    headers: { "content-type": "application/json" },
    body: text,
  });
  expect(failed(await openClient(server.url).complete(request())).reason).not.toBe("");
});

test("a call whose client cannot be made is a failure, and the next one may do", async () => {
  await using server = await openLoopbackModel({ body: completion({ content: "ok" }) });
  const bad = openClient(server.url, { key: "a key\nof two lines" });
  const reply = failed(await bad.complete(request()));
  expect(reply.reason).not.toContain("two lines");
  expect((await openClient(server.url).complete(request())).status).toBe("replied");
});
