import { describe, expect, it } from "vitest";
import { countTokens } from "../../../../src/brain/llm/prompt/count-tokens.ts";
import { renderSystemPrompt } from "../../../../src/brain/llm/prompt/render-system-prompt.ts";
import { toTextRequest } from "../../../../src/brain/llm/text-protocol.ts";
import { toolDefinitions } from "../../../../src/brain/llm/tools/registry.ts";
import type { ModelRequest } from "../../../../src/domain/model.ts";

const MAX_TOKENS = 1_100;
/** What an easy fix can afford; a change that goes beyond has to be worth it. */
const AIM_TOKENS = 800;

const request: ModelRequest = {
  messages: [{ role: "system", content: renderSystemPrompt() }],
  tools: toolDefinitions,
  maxOutputTokens: 1,
  temperature: null,
  seed: null,
  format: "text",
  timeoutMs: 1,
};

describe("the system prompt and the tools together", () => {
  it("take at most 1,100 tokens as a request has them", async () => {
    // As it goes over the wire, which is more than what a provider makes of it.
    const tools = toolDefinitions.map((definition) => ({ type: "function", function: definition }));
    const count = await countTokens(`${renderSystemPrompt()}\n${JSON.stringify(tools)}`);
    expect(toolDefinitions).toHaveLength(8);
    expect(count).toBeLessThanOrEqual(MAX_TOKENS);
    expect(count).toBeLessThanOrEqual(AIM_TOKENS);
  });

  it("take at most 1,100 tokens in the text protocol", async () => {
    const [message] = toTextRequest(request).messages;
    for (const { name } of toolDefinitions) expect(message?.content).toContain(name);
    expect(await countTokens(message?.content ?? "")).toBeLessThanOrEqual(AIM_TOKENS);
  });

  it("names tools that are there", () => {
    const names = toolDefinitions.map(({ name }) => name);
    const named = renderSystemPrompt().match(/\b[a-z]+_[a-z]+\b/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(names).toContain(name);
  });

  it.each([/never .*tests/i, /special-case/, /smallest, safest/, /in fences .* data/, /give_up/, /finish/])(
    "says %s",
    (rule) => {
      expect(renderSystemPrompt()).toMatch(rule);
    },
  );

  it("is the same every time", () => {
    expect(renderSystemPrompt()).toBe(renderSystemPrompt());
  });
});
