import { describe, expect, it } from "vitest";
import { z } from "zod";
import { askForJson } from "../../../../src/brain/llm/replies/ask-for-json.ts";
import { parseToolArguments } from "../../../../src/brain/llm/replies/parse-tool-arguments.ts";
import { fromTextReply, toTextRequest } from "../../../../src/brain/llm/text-protocol.ts";
import type { ModelRequest } from "../../../../src/domain/model.ts";
import { completion, openClient, readFileTool, replied, request } from "../../../adapters/llm/client-rig.ts";
import { type LoopbackAnswer, openLoopbackModel } from "../../../helpers/loopback-model.ts";

const schema = z.strictObject({ approved: z.boolean(), findings: z.array(z.string()) });
const rejection = { approved: false, findings: [] };
const approval = '{"approved": true, "findings": []}';

function say(content: string | null, finishReason = "stop") {
  const { choices, ...others } = completion({ content });
  return {
    body: { ...others, choices: choices.map((choice) => ({ ...choice, finish_reason: finishReason })) },
  };
}

async function askOver(...answers: readonly LoopbackAnswer[]) {
  await using server = await openLoopbackModel(...answers);
  const llm = openClient(server.url);
  const answer = await askForJson({
    request: request(),
    schema,
    fallback: rejection,
    ask: (asked) => llm.complete(asked),
  });
  return { answer, requests: server.requests };
}

describe("askForJson over HTTP", () => {
  it("gets an answer on the second try", async () => {
    const { answer, requests } = await askOver(say("It looks fine."), say(`\`\`\`json\n${approval}\n\`\`\``));
    expect(answer).toMatchObject({ status: "answered", value: { approved: true, findings: [] }, calls: 2 });
    expect(requests.map(({ body }) => body.response_format)).toEqual([
      { type: "json_object" },
      { type: "json_object" },
    ]);
    expect(requests[1]?.body.messages).toHaveLength(4);
  });

  it.each([
    ["nothing", say(null), "no-json"],
    ["garbage", say("\u0000]]}} {!} :-{ !"), "no-json"],
    ["a megabyte and more", say(`${approval}${" ".repeat(1_100_000)}`), "too-long"],
    ["10 MB", say("x".repeat(10_000_000)), "failed"],
    ["half an answer", say(approval.slice(0, -3)), "cut"],
    ["an answer at its limit", say(approval, "length"), "cut"],
    ["a filtered answer", say(approval, "content_filter"), "refused"],
    ["endless thoughts", say(`<think>${approval}`), "cut"],
    ["an answer of another shape", say('{"approved": true}'), "invalid"],
    ["half a body", { body: '{"choices": [{"message": {"content": "{\\"appro' }, "failed"],
    ["an error page", { status: 502, body: "<html>Bad Gateway</html>" }, "failed"],
  ])("rejects %s", async (_what, served, fault) => {
    const { answer, requests } = await askOver(served);
    expect(answer).toMatchObject({ status: "defaulted", value: rejection, fault });
    expect(requests.length).toBeLessThanOrEqual(2);
    expect(answer.raw.length).toBeLessThan(10_000);
  });
});

describe("the text protocol over HTTP", () => {
  it("calls a tool and sends what it gave, without a word of tools in the request", async () => {
    await using server = await openLoopbackModel(
      say('I will read it.\n```tool\n{"name": "read_file", "arguments": {"path": "src/a.ts"}}\n```'),
      say("Done."),
    );
    const llm = openClient(server.url);
    const first: ModelRequest = request({ tools: [readFileTool] });
    const called = fromTextReply(replied(await llm.complete(toTextRequest(first))), first);
    const [call] = called.reply.toolCalls;
    if (call === undefined) throw new Error(`no call in ${called.reply.text}`);
    const given = parseToolArguments(call, z.strictObject({ path: z.string() }));
    expect(given).toMatchObject({ status: "valid", value: { path: "src/a.ts" } });

    const second: ModelRequest = {
      ...first,
      messages: [
        ...first.messages,
        { role: "assistant", content: called.reply.text, toolCalls: called.reply.toolCalls },
        { role: "tool", callId: call.id, content: "export const a = 1;" },
      ],
    };
    const ended = fromTextReply(replied(await llm.complete(toTextRequest(second))), second);
    expect(ended).toMatchObject({ problem: null, reply: { text: "Done.", toolCalls: [], finish: "stop" } });
    const messages = server.requests.map(({ body }) => body.messages as readonly Record<string, unknown>[]);
    expect(messages[1]?.slice(0, 2)).toEqual(messages[0]);
    expect(messages[1]?.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
    expect(messages[1]?.[3]?.content).toBe("```result read_file\nexport const a = 1;\n```");
    for (const { body } of server.requests) {
      expect(body).not.toHaveProperty("tools");
      expect(JSON.stringify(body)).not.toContain("tool_call");
    }
  });
});
