import { describe, expect, it } from "vitest";
import type { ModelMessage, ModelReply } from "../../../src/domain/model.ts";
import { calling, findUnanswered, openConversationRig, toolCall } from "../../helpers/conversation-rig.ts";
import { failed, replied } from "../../helpers/scripted-llm.ts";

const look = (path: string) => calling(toolCall("look", { path }));
const finish = () => calling(toolCall("finish", { summary: "mend it" }));
/** Looks at something else each time. */
const lookOn = (count: number): readonly ModelReply[] =>
  Array.from({ length: count }, (_, at) => look(`${at}`));
const cut = (changes: Partial<Extract<ModelReply, { status: "replied" }>> = {}) =>
  replied({ text: "", finish: "length", ...changes });
const textOf = (messages: readonly ModelMessage[] = []): string => JSON.stringify(messages);

describe("a conversation", () => {
  it("runs what the model calls, shows it the results and ends where it says that it is done", async () => {
    const rig = openConversationRig([look("a"), finish()]);
    expect(await rig.start()).toEqual({ status: "finished", summary: "mend it", model: "scripted/one" });
    expect(rig.run.map(({ name }) => name)).toEqual(["look", "finish"]);
    expect(rig.sent()[1]?.at(-1)).toMatchObject({ role: "tool", content: 'seen {"path":"a"}' });
    expect(rig.turns.map(({ turn, tools }) => [turn, tools.length])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it("ends where the model gives up", async () => {
    const rig = openConversationRig([calling(toolCall("give_up", { reason: "too hard" }), toolCall("look"))]);
    expect(await rig.start()).toEqual({ status: "gave-up", reason: "too hard" });
    expect(rig.run.map(({ name }) => name)).toEqual(["give_up"]);
    expect(findUnanswered(rig.turns.flatMap(({ messages }) => messages))).toEqual([]);
  });

  it("goes on with what became of the candidate", async () => {
    const rig = openConversationRig([finish(), finish()]);
    await rig.start();
    rig.conversation.tell("The gate tests was red.");
    expect(await rig.start()).toMatchObject({ status: "finished" });
    expect(rig.sent()[1]?.at(-1)).toEqual({ role: "user", content: "The gate tests was red." });
    expect(findUnanswered(rig.sent()[1] ?? [])).toEqual([]);
  });

  it("only ever adds messages, whatever the model replies", async () => {
    const odd: readonly ModelReply[] = [
      replied({ text: "I am done!" }),
      look("a"),
      calling(toolCall("look", {}, ""), toolCall("look", { b: 1 }, "same"), toolCall("refuse", {}, "same")),
      cut({ toolCalls: [toolCall("look", '{"path": "a')] }),
      calling(toolCall("what is this?!", "not JSON", "same")),
      replied({ text: "" }),
      calling(...Array.from({ length: 30 }, (_, at) => toolCall("look", { at }))),
      calling(toolCall("refuse"), toolCall("finish")),
      finish(),
    ];
    const rig = openConversationRig(odd);
    expect(await rig.start()).toMatchObject({ status: "finished" });
    const sent = rig.sent();
    expect(sent).toHaveLength(odd.length);
    for (const [at, messages] of sent.entries()) {
      const before = sent[at - 1] ?? [];
      expect(messages.slice(0, before.length)).toEqual(before);
      expect(findUnanswered(messages)).toEqual([]);
    }
    expect(rig.turns.flatMap(({ messages }) => messages).slice(0, sent.at(-1)?.length)).toEqual(sent.at(-1));
  });

  it("elides old results once, and else only ever adds", async () => {
    const big = { inputTokens: 30_000, cachedTokens: 0, outputTokens: 10 };
    const runTool = async () => ({ status: "done", text: "x".repeat(500) }) as const;
    const script = [...lookOn(9).map((reply) => ({ ...reply, usage: big }) as ModelReply), finish()];
    const rig = openConversationRig(script, { runTool, maxSteps: 9 });
    expect(await rig.start()).toMatchObject({ status: "limit" });
    const sent = rig.sent();
    const breaks = sent.filter((messages, at) => {
      const before = sent[at - 1] ?? [];
      return textOf(messages.slice(0, before.length)) !== textOf(before);
    });
    expect(breaks).toHaveLength(1);
    for (const messages of sent) expect(findUnanswered(messages)).toEqual([]);
    // What was elided for the model stands whole in the journal.
    expect(textOf(rig.turns.flatMap(({ messages }) => messages)).match(/x{500}/g)).toHaveLength(9);
  });
});

describe("the limits of a conversation", () => {
  it("end it before the call that would be one too many", async () => {
    const rig = openConversationRig(lookOn(10), { maxSteps: 3 });
    const reason = "the model was asked 3 times (brain.llm.maxSteps)";
    expect(await rig.start()).toEqual({ status: "limit", reason });
    expect(rig.requests).toHaveLength(3);
  });

  it("count over all candidates", async () => {
    const rig = openConversationRig([finish()], { maxSteps: 2 });
    for (const status of ["finished", "finished", "limit"]) {
      expect(await rig.start()).toMatchObject({ status });
      rig.conversation.tell("No.");
    }
    expect(rig.requests).toHaveLength(2);
  });

  it("end it after three replies in a row without a call that can be run", async () => {
    const prose = replied({ text: "I would compare with <=." });
    const rig = openConversationRig([prose, prose, look("a"), prose, replied({ text: "" }), cut(), finish()]);
    expect(await rig.start()).toEqual({
      status: "limit",
      reason: "3 replies in a row called no tool that could be run",
    });
    expect(rig.requests).toHaveLength(6);
    expect(rig.sent()[1]?.at(-1)?.content).toContain("That called no tool.");
  });

  it("end it after eight replies in a row of which every call was refused", async () => {
    const refused = Array.from({ length: 20 }, (_, at) => calling(toolCall("refuse", { at })));
    const rig = openConversationRig([...refused.slice(0, 7), look("a"), ...refused]);
    expect(await rig.start()).toMatchObject({
      status: "limit",
      reason: expect.stringContaining("last 8 replies"),
    });
    expect(rig.requests).toHaveLength(16);
  });

  it("do not run the same call a third time, however it is spaced, and end it after the fifth", async () => {
    const spaced = ['{"a":1}', '{ "a": 1 }', '{"a" :1}', '{"a":1 }', '{"a": 1}', '{"a":1}'];
    const rig = openConversationRig(spaced.map((given) => calling(toolCall("look", given))));
    expect(await rig.start()).toEqual({ status: "limit", reason: "the model made the same call 5 times" });
    expect(rig.run).toHaveLength(2);
    expect(rig.sent()[3]?.at(-1)?.content).toContain("the same call for the 3th time");
  });

  it("begin again for other calls once the files have changed, but not for the edit itself", async () => {
    const edit = () => calling(toolCall("edit_file", { path: "a", old: "b", new: "c" }));
    const script = [look("a"), look("a"), edit(), look("a"), look("a"), edit(), look("a"), edit()];
    const rig = openConversationRig([...script, edit(), edit(), finish()]);
    expect(await rig.start()).toEqual({ status: "limit", reason: "the model made the same call 5 times" });
    expect(rig.run.map(({ name }) => name)).toEqual([
      ...["look", "look", "edit_file", "look", "look", "edit_file", "look"],
    ]);
  });

  it("begin again for all calls once a candidate was judged", async () => {
    const rig = openConversationRig([finish()]);
    for (let at = 0; at < 6; at += 1) {
      expect(await rig.start()).toMatchObject({ status: "finished" });
      rig.conversation.tell("No.");
    }
  });

  it("are the budgets' too, before anything goes out", async () => {
    const rig = openConversationRig([look("a")], { tokens: 100 });
    expect(await rig.start()).toMatchObject({
      status: "limit",
      reason: expect.stringMatching(/^the item has 100 of its 100 tokens left/),
    });
    expect(rig.requests).toHaveLength(0);
  });
});

describe("a finish", () => {
  it("beside a call that was refused is none", async () => {
    const both = calling(toolCall("refuse", { path: "../x" }), toolCall("finish", { summary: "done" }));
    const rig = openConversationRig([both, finish()]);
    expect(await rig.start()).toMatchObject({ status: "finished" });
    expect(rig.requests).toHaveLength(2);
    expect(rig.sent()[1]?.at(-1)?.content).toBe("Not finished yet: refuse in the same reply was refused.");
  });

  it("beside calls that were done counts, and what comes behind it is not run", async () => {
    const rig = openConversationRig([
      calling(toolCall("edit_file"), toolCall("finish"), toolCall("edit_file", { at: 2 })),
    ]);
    expect(await rig.start()).toMatchObject({ status: "finished" });
    expect(rig.run.map(({ name }) => name)).toEqual(["edit_file", "finish"]);
    const [turn] = rig.turns;
    expect(turn?.messages.at(-1)).toMatchObject({ content: "It was not run: it comes behind the end." });
    expect(findUnanswered(turn?.messages ?? [])).toEqual([]);
  });

  it("without anything to finish is none", async () => {
    const rig = openConversationRig([finish(), calling(toolCall("give_up"))], {
      unfinished: "Nothing is changed yet.",
    });
    expect(await rig.start()).toMatchObject({ status: "gave-up" });
    expect(rig.sent()[1]?.at(-1)?.content).toBe("Nothing is changed yet.");
  });

  it("in words alone is none", async () => {
    const rig = openConversationRig([replied({ text: "Done! All tests pass now." })]);
    expect(await rig.start()).toMatchObject({ status: "limit" });
    expect(rig.run).toEqual([]);
  });
});

describe("a reply", () => {
  it("that was cut off runs nothing, and its calls do not stay in the conversation", async () => {
    const half = cut({ text: "let me", toolCalls: [toolCall("edit_file", '{"path": "src/a.js", "new": "')] });
    const rig = openConversationRig([half, finish()]);
    await rig.start();
    expect(rig.run.map(({ name }) => name)).toEqual(["finish"]);
    expect(rig.sent()[1]?.slice(2)).toEqual([
      { role: "assistant", content: "let me", toolCalls: [] },
      { role: "user", content: expect.stringContaining("cut off at its limit of tokens") },
    ]);
  });

  it("that is reasoning without an end ends the conversation after three, and little of it goes in again", async () => {
    const rig = openConversationRig([cut({ text: "hmm ".repeat(500_000) })]);
    expect(await rig.start()).toMatchObject({ status: "limit" });
    expect(rig.requests).toHaveLength(3);
    expect(textOf(rig.sent().at(-1)).length).toBeLessThan(20_000);
  });

  it("with 1,000 calls has the first 20 run and answered, and is told of the rest", async () => {
    const many = Array.from({ length: 1000 }, (_, at) => toolCall("look", { at }));
    const rig = openConversationRig([calling(...many), finish()]);
    await rig.start();
    expect(rig.run).toHaveLength(21);
    const [, second = []] = rig.sent();
    expect(findUnanswered(second)).toEqual([]);
    expect(second.at(-1)?.content).toContain(
      "980 more calls of this reply were not run: at most 20 at once.",
    );
    expect(textOf(second).length).toBeLessThan(10_000);
  });

  it("with 10 MB of arguments is run as it is, and does not go in again", async () => {
    const huge = toolCall("refuse", { path: "a", content: "x".repeat(10_000_000) });
    const rig = openConversationRig([calling(huge), replied({ text: "y".repeat(10_000_000) }), finish()]);
    await rig.start();
    expect(rig.run[0]?.arguments).toHaveLength(huge.arguments.length);
    expect(textOf(rig.sent().at(-1)).length).toBeLessThan(20_000);
    expect(textOf(rig.sent()[1])).toContain("left_out");
  });

  it("with ids that are empty, used before or endless gets ids of ours", async () => {
    const ids = ["", "twice", "twice", "z".repeat(500)];
    const reply = () => calling(...ids.map((id, at) => toolCall("look", { id, at }, id)));
    const rig = openConversationRig([reply(), reply(), finish()]);
    await rig.start();
    for (const messages of rig.sent()) expect(findUnanswered(messages)).toEqual([]);
    const all = rig.sent()[2]?.flatMap((message) => (message.role === "tool" ? [message.callId] : [])) ?? [];
    expect(new Set(all).size).toBe(8);
    expect(Math.max(...all.map(({ length }) => length))).toBeLessThanOrEqual(64);
  });

  it("with the name of no tool goes in again under a name that providers take", async () => {
    const names = ["read file!", "", "n".repeat(300), "função"];
    const rig = openConversationRig([calling(...names.map((name) => toolCall(name))), finish()]);
    await rig.start();
    expect(rig.run.slice(0, 4).map(({ name }) => name)).toEqual(names);
    const said = rig.sent()[1]?.find(({ role }) => role === "assistant");
    for (const { name } of said?.role === "assistant" ? said.toolCalls : [])
      expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
  });

  it("that needs no change goes in again as it is, since providers know theirs by their content", async () => {
    const reply = { ...look("a"), text: "I look." };
    const rig = openConversationRig([reply, finish()]);
    await rig.start();
    expect(rig.sent()[1]?.[2]).toEqual({ role: "assistant", content: "I look.", toolCalls: reply.toolCalls });
  });

  it("that refuses ends the conversation as failed", async () => {
    const rig = openConversationRig([replied({ finish: "refusal", text: "I cannot help with that." })]);
    expect(await rig.start()).toMatchObject({
      status: "failed",
      kind: "refused",
      reason: expect.stringContaining("I cannot help with that."),
    });
  });
});

describe("a model without tools", () => {
  const call = (name: string, given: unknown = {}) =>
    replied({ text: `\`\`\`tool\n${JSON.stringify({ name, arguments: given })}\n\`\`\`` });

  it("is spoken to in text", async () => {
    const rig = openConversationRig([call("look", { path: "a" }), call("finish")], { hasTools: false });
    expect(await rig.start()).toMatchObject({ status: "finished" });
    expect(rig.requests.every(({ tools }) => tools.length === 0)).toBe(true);
    expect(rig.sent()[1]?.at(-1)?.content).toContain('seen {"path":"a"}');
  });

  it("is spoken to in text from where it says so, with all that was said before", async () => {
    const lost = failed("unsupported", { feature: "tools" });
    const rig = openConversationRig([look("a"), lost, call("look", { path: "b" }), call("finish")]);
    expect(await rig.start()).toMatchObject({ status: "finished" });
    const last = rig.requests.at(-1);
    expect(last?.tools).toEqual([]);
    expect(last?.messages.every(({ role }) => role !== "tool")).toBe(true);
    expect(textOf(last?.messages)).toMatch(/seen .*"a.*seen .*"b/);
  });

  it("is told what was wrong with its blocks, and is given up after three", async () => {
    const rig = openConversationRig([replied({ text: '```tool\n{"name": "look", "argu' })], {
      hasTools: false,
    });
    expect(await rig.start()).toMatchObject({ status: "limit" });
    expect(rig.requests).toHaveLength(3);
    expect(rig.sent()[1]?.at(-1)?.content).toContain("Nothing of that was run");
  });

  it("that refuses text too ends the conversation", async () => {
    const rig = openConversationRig([failed("unsupported", { feature: "tools" })]);
    expect(await rig.start()).toMatchObject({ status: "failed", kind: "unsupported" });
    expect(rig.requests).toHaveLength(2);
  });
});

describe("a conversation that is too long for the model", () => {
  const runTool = async () => ({ status: "done", text: "x".repeat(4000) }) as const;
  const silent = lookOn(30).map((reply) => ({ ...reply, usage: null }) as ModelReply);

  it("is elided once, and then ends as a limit before the call", async () => {
    const rig = openConversationRig(silent, { runTool, contextTokens: 6000 });
    const end = await rig.start();
    expect(end).toMatchObject({
      status: "limit",
      reason: expect.stringMatching(
        /^the conversation is more than the model takes: scripted\/one: about \d+ tokens go in, and it takes 6000$/,
      ),
    });
    expect(rig.requests.length).toBeGreaterThan(6);
    for (const messages of rig.sent()) expect(textOf(messages).length).toBeLessThan(6000 * 4.5);
  });

  it("is not sent at all where the first request is too long", async () => {
    const rig = openConversationRig([finish()], { contextTokens: 10 });
    expect(await rig.start()).toMatchObject({ status: "limit" });
    expect(rig.requests).toHaveLength(0);
  });

  it("ends as a limit where the provider says so first", async () => {
    const rig = openConversationRig([look("a"), failed("too-long")]);
    expect(await rig.start()).toMatchObject({
      status: "limit",
      reason: expect.stringContaining("it was too-long"),
    });
    expect(rig.requests).toHaveLength(2);
  });
});

describe("the journal of a conversation", () => {
  it("has every message once, also the last ones that nobody answered", async () => {
    const rig = openConversationRig([finish(), failed("invalid")]);
    await rig.start();
    rig.conversation.tell("The gate was red.");
    expect(await rig.start()).toMatchObject({ status: "failed", kind: "invalid" });
    expect(rig.turns.map(({ turn, said }) => [turn, said])).toEqual([
      [1, ""],
      [2, ""],
    ]);
    expect(rig.turns.flatMap(({ messages }) => messages)).toEqual(rig.sent().at(-1));
  });

  it("is written before the next call", async () => {
    const order: string[] = [];
    const script = [1, 2, 3].map((at) => () => {
      order.push(`call ${at}`);
      return at === 3 ? finish() : look(`${at}`);
    });
    const onTurn = async ({ turn }: { readonly turn: number }) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      order.push(`turn ${turn}`);
    };
    await openConversationRig(script, { onTurn }).start();
    expect(order).toEqual(["call 1", "turn 1", "call 2", "turn 2", "call 3", "turn 3"]);
  });

  it("has what was said where a tool fails", async () => {
    const runTool = async (): Promise<never> => {
      throw new Error("the sandbox is gone");
    };
    const rig = openConversationRig([look("a")], { runTool });
    await expect(rig.start()).rejects.toThrow("the sandbox is gone");
    expect(rig.turns).toHaveLength(1);
    expect(rig.turns[0]?.messages.at(-1)).toMatchObject({ role: "assistant" });
  });
});
