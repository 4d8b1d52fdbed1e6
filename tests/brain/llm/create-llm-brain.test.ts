import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Decision } from "../../../src/brain/brain.ts";
import type { ModelReply } from "../../../src/domain/model.ts";
import { calling, findUnanswered, toolCall } from "../../helpers/conversation-rig.ts";
import { type LlmBrainRigOptions, openLlmBrainRig } from "../../helpers/llm-brain-rig.ts";
import { failed, replied } from "../../helpers/scripted-llm.ts";

const edit = (from: string, to: string, path = "src/a.js") =>
  toolCall("edit_file", { path, old: from, new: to });
const finish = (summary = "mend it") => toolCall("finish", { summary });
const propose = (from: string, to: string) => calling(edit(from, to), finish());
const giveUp = calling(toolCall("give_up", { reason: "enough" }));
const red: Decision = { status: "reject", reason: "gate checks is red", gates: [] };
const denied: Decision = { status: "refused", reason: "no test may go", denials: [] };

async function open(script: readonly (ModelReply | (() => ModelReply))[], options: LlmBrainRigOptions = {}) {
  const rig = await openLlmBrainRig(script, options);
  const file = (path = "src/a.js") => readFileSync(join(rig.sandbox.dir, path), "utf8");
  return { ...rig, file, proposals: rig.brain.propose(rig.task) };
}

describe("the brain", () => {
  it("proposes what the model edited, and leaves the sandbox as it was", async () => {
    await using rig = await open([propose("= 1", "= 2"), giveUp]);
    const { proposals, file } = rig;
    expect(await proposals.next()).toEqual({
      done: false,
      value: {
        edits: [{ path: "src/a.js", mode: "100644", content: "export const a = 2;\n" }],
        summary: "mend it",
        origin: "scripted/one",
      },
    });
    expect(file()).toContain("= 2");
    expect(await proposals.next({ status: "promote" })).toMatchObject({
      done: true,
      value: { tried: 1, exhausted: null },
    });
    expect(file()).toContain("= 1");
    expect(rig.llm.requests).toHaveLength(1);
  });

  it("says what became of a proposal in the same conversation, on the same edits, whatever ran in between", async () => {
    await using rig = await open([
      propose("= 1", "= 2"),
      propose("= 2", "= 3"),
      propose("= 3", "= 4"),
      giveUp,
    ]);
    const { proposals, sandbox, file, llm } = rig;
    await proposals.next();
    writeFileSync(join(sandbox.dir, "src/a.js"), "what a gate wrote\n");
    writeFileSync(join(sandbox.dir, "junk.txt"), "what a gate left\n");
    const second = await proposals.next(red);
    expect(second.value).toMatchObject({ edits: [{ content: "export const a = 3;\n" }] });
    expect(existsSync(join(sandbox.dir, "junk.txt"))).toBe(false);
    const third = await proposals.next(denied);
    expect(third.value).toMatchObject({ edits: [{ content: "export const a = 4;\n" }] });
    expect(await proposals.next(red)).toMatchObject({
      done: true,
      value: { status: "gave-up", reason: "enough", tried: 3 },
    });
    expect(file()).toBe("export const a = 1;\n");
    const said = llm.requests.map(({ messages }) => messages);
    for (const [at, messages] of said.entries()) {
      expect(messages.slice(0, said[at - 1]?.length ?? 0)).toEqual(said[at - 1] ?? []);
      expect(findUnanswered(messages)).toEqual([]);
    }
    expect(said[1]?.at(-1)).toMatchObject({
      role: "user",
      content: expect.stringContaining("gate checks is red"),
    });
    expect(said[2]?.at(-1)).toMatchObject({
      role: "user",
      content: expect.stringContaining("no test may go"),
    });
  });

  it("does not propose the same edits twice, nor what goes back to the base", async () => {
    const again = calling(finish("again"));
    const back = calling(edit("= 2", "= 1"), finish("back"));
    await using rig = await open([propose("= 1", "= 2"), again, back, propose("= 1", "= 2"), giveUp]);
    await rig.proposals.next();
    expect(await rig.proposals.next(red)).toMatchObject({
      done: true,
      value: { status: "gave-up", tried: 1 },
    });
    const told = rig.llm.requests.map(({ messages }) => messages.at(-1)?.content);
    expect(told[2]).toContain("the same edits that were refused before");
    expect(told[3]).toContain("Nothing is changed yet");
    expect(told[4]).toContain("the same edits that were refused before");
  });

  it("ends after eight candidates in a row that were refused before a gate ran", async () => {
    const script = Array.from({ length: 20 }, (_, index) => propose(`= ${index + 1};`, `= ${index + 2};`));
    await using rig = await open(script);
    const { proposals } = rig;
    let next = await proposals.next();
    const decisions = [...Array(7).fill(denied), red, ...Array(20).fill(denied)];
    for (let at = 0; next.done !== true; at += 1) next = await proposals.next(decisions[at]);
    expect(next.value).toMatchObject({
      ...{ status: "limit", tried: 16 },
      reason: "8 candidates in a row were refused before a gate ran: no test may go",
    });
  });

  it("proposes nothing where an edit was refused in the reply that finishes", async () => {
    const half = calling(edit("= 1", "= 2"), edit("no such text", "x"), finish());
    await using rig = await open([half, giveUp]);
    expect(await rig.proposals.next()).toMatchObject({ done: true, value: { status: "gave-up", tried: 0 } });
  });

  it("leaves the sandbox as it was where nobody asks for more", async () => {
    await using rig = await open([propose("= 1", "= 2")]);
    await rig.proposals.next();
    await rig.proposals.return({ status: "aborted", reason: "enough", tried: 0, exhausted: null });
    expect(rig.file()).toContain("= 1");
  });

  it("ends as failed where no model answers, and says how", async () => {
    await using rig = await open([failed("invalid")]);
    expect(await rig.proposals.next()).toMatchObject({
      done: true,
      value: { status: "failed", reason: "scripted/one: it was invalid", tried: 0, exhausted: null },
    });
  });

  it("asks nobody once two calls in a row have failed, and says so before it is asked", async () => {
    await using rig = await open([failed("invalid")]);
    await rig.proposals.next();
    expect(rig.brain.findOutage?.()).toBeNull();
    await rig.brain.propose(rig.task).next();
    expect(rig.brain.findOutage?.()).toBe("scripted/one: it was invalid");
    expect(await rig.brain.propose(rig.task).next()).toMatchObject({ value: { status: "failed" } });
    expect(rig.llm.requests).toHaveLength(2);
  });
});

describe("a stop", () => {
  it("before the first call asks nobody", async () => {
    await using rig = await open([giveUp], { signal: AbortSignal.abort() });
    expect(await rig.proposals.next()).toMatchObject({ done: true, value: { status: "aborted", tried: 0 } });
    expect(rig.llm.requests).toEqual([]);
  });

  it("during a call runs nothing of its reply", async () => {
    const stop = new AbortController();
    const reply = () => {
      stop.abort();
      return propose("= 1", "= 2");
    };
    await using rig = await open([reply], { signal: stop.signal });
    expect(await rig.proposals.next()).toMatchObject({ done: true, value: { status: "aborted" } });
    expect(rig.events.filter(({ type }) => type === "model-called")).toHaveLength(1);
    expect(rig.file()).toContain("= 1");
  });

  it("while a proposal is judged ends the work on it", async () => {
    const stop = new AbortController();
    await using rig = await open([propose("= 1", "= 2"), giveUp], { signal: stop.signal });
    await rig.proposals.next();
    stop.abort();
    expect(await rig.proposals.next(red)).toMatchObject({
      done: true,
      value: { status: "aborted", tried: 1 },
    });
    expect(rig.llm.requests).toHaveLength(1);
    expect(rig.file()).toContain("= 1");
  });

  it("reaches who asks for advice as the stop that it is", async () => {
    const stop = new AbortController();
    const reply = () => {
      stop.abort(new Error("stopped by a person"));
      return replied();
    };
    await using rig = await open([reply], { signal: stop.signal });
    const question = { purpose: "review", system: "s", prompt: "p", schema: z.object({}), fallback: {} };
    await expect(rig.advisor.ask(question)).rejects.toThrow("stopped by a person");
  });
});

describe("advice", () => {
  const schema = z.object({ approved: z.boolean() });
  const question = {
    purpose: "review",
    system: "You review.",
    prompt: "The diff.",
    schema,
    fallback: { approved: false },
  };

  it("is the model's JSON, with who said it", async () => {
    await using rig = await open([replied({ text: '```json\n{"approved": true}\n```' })]);
    expect(await rig.advisor.ask(question)).toEqual({
      status: "answered",
      value: { approved: true },
      reason: "",
      model: "scripted/one",
    });
    expect(rig.llm.requests).toMatchObject([{ format: "json", tools: [], temperature: 0.1 }]);
  });

  it("is asked for once more, with every word in the journal, and then is the fallback", async () => {
    await using rig = await open([replied({ text: "Looks good!" }), replied({ text: "As I said." })]);
    expect(await rig.advisor.ask({ ...question, temperature: 0.9 })).toMatchObject({
      status: "defaulted",
      value: { approved: false },
      reason: expect.stringMatching(/./),
    });
    expect(rig.llm.requests.map(({ temperature }) => temperature)).toEqual([0.9, 0.9]);
    expect(rig.events.filter(({ type }) => type === "model-conversed")).toMatchObject([
      { conversation: 1, turn: 1, purpose: "review", said: "Looks good!" },
      { conversation: 1, turn: 2, purpose: "review", said: "As I said." },
    ]);
    const kept = rig.blobs.flatMap((text) =>
      (JSON.parse(text) as { role: string }[]).map(({ role }) => role),
    );
    expect(kept).toEqual(["system", "user", "assistant", "user", "assistant"]);
  });

  it("is the fallback where the model refuses or cannot be asked, and the question is in the journal", async () => {
    for (const reply of [replied({ finish: "refusal", text: "" }), failed("invalid")]) {
      await using rig = await open([reply]);
      expect(await rig.advisor.ask(question)).toMatchObject({
        status: "defaulted",
        value: { approved: false },
        model: "",
      });
      expect(rig.llm.requests).toHaveLength(1);
      expect(rig.events.filter(({ type }) => type === "model-conversed")).toMatchObject([
        { turn: 1, said: "" },
      ]);
      expect(rig.blobs[0]).toContain("The diff.");
    }
  });

  it("shares the budgets and the numbers of its cycle with the brain", async () => {
    const usage = { inputTokens: 18_000, cachedTokens: 0, outputTokens: 1000 };
    const answer = replied({ text: '{"approved": true}', usage });
    await using rig = await open([answer, giveUp], { tokens: 40_000 });
    expect(await rig.advisor.ask(question)).toMatchObject({ status: "answered" });
    expect(await rig.proposals.next()).toMatchObject({
      value: {
        status: "limit",
        reason: expect.stringMatching(/^the campaign has 21000 of its 40000 tokens left/),
      },
    });
    expect(rig.llm.requests).toHaveLength(1);
    const turns = rig.events.filter((event) => event.type === "model-conversed");
    expect(turns.map(({ conversation, purpose }) => [conversation, purpose])).toEqual([
      [1, "review"],
      [2, "edit"],
    ]);
  });
});

describe("a secret", () => {
  const secret = "tok_4f9Zq-71kd+XuW";

  it("that is known goes neither to the model nor into the journal, however it is cut there", async () => {
    const files = { "src/a.js": `export const a = "${Buffer.from(secret).toString("hex")}";\n` };
    const look = calling(
      toolCall("read_file", { path: "src/a.js" }),
      toolCall("read_file", { path: secret }),
    );
    // The event keeps the first 500 characters of what was said.
    const said = { ...look, text: `${"x".repeat(490)}${secret}` };
    await using rig = await open([said, giveUp], { files, secrets: [secret] });
    await rig.proposals.next();
    const sent = JSON.stringify(rig.llm.requests);
    expect(sent).toContain("[redacted]");
    for (const text of [sent, JSON.stringify(rig.events), rig.blobs.join("\n")]) {
      expect(text).not.toContain(secret.slice(0, 9));
      expect(text).not.toContain(Buffer.from(secret).toString("hex"));
    }
  });

  it("that is known is hidden in the same way each time, so that the messages only grow", async () => {
    const look = (at: number) => calling(toolCall("read_file", { path: `${secret}/${at}` }));
    await using rig = await open([look(1), look(2), giveUp], { secrets: [secret] });
    await rig.proposals.next();
    const [, second = [], third = []] = rig.llm.requests.map(({ messages }) => messages);
    expect(third.slice(0, second.length)).toEqual(second);
    for (const [at, message] of second.entries()) expect(third[at]).toBe(message);
  });

  it("that nobody knows, but a key by its form, does not go to the model either", async () => {
    const key = `ghp_${"a1B2c3D4e5F6".repeat(3)}`;
    await using rig = await open([calling(toolCall("read_file", { path: ".env" })), giveUp], {
      files: { ".env": `GITHUB=${key}\n` },
    });
    await rig.proposals.next();
    const sent = JSON.stringify(rig.llm.requests);
    expect(sent).toContain("GITHUB=[hidden]");
    expect(sent).not.toContain(key);
  });
});
