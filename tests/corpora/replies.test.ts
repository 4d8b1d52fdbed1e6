import { jsonrepair } from "jsonrepair";
import { afterAll, describe, expect, it } from "vitest";
import { parseReply } from "../../src/brain/llm/parse-reply.ts";
import { parseToolArguments } from "../../src/brain/llm/replies/parse-tool-arguments.ts";
import { fromTextReply } from "../../src/brain/llm/text-protocol.ts";
import type { ModelToolCall } from "../../src/domain/model.ts";
import { corpusSeed, isFullCorpus } from "../helpers/corpus.ts";
import { createRandom } from "./harness/random.ts";
import { type Figure, reportFigures } from "./harness/report-figures.ts";
import { callArguments, proposeTool, textCalls } from "./replies/call-replies.ts";
import { cutReplies, garbageReplies } from "./replies/hollow-replies.ts";
import { damagedReplies, honestReplies } from "./replies/honest-replies.ts";
import { type Candidate, candidateSchema, type ReplyCase, type ReplyFamily } from "./replies/reply-case.ts";

type Group = { readonly families: readonly ReplyFamily[]; read(reply: ReplyCase): Candidate | null };
type Outcome = { readonly family: string; readonly reply: ReplyCase; readonly read: Candidate | null };

const groups: Readonly<Record<string, Group>> = {
  "answers in strict JSON": { families: honestReplies, read: readAnswer },
  "answers in damaged JSON": { families: damagedReplies, read: readAnswer },
  "answers that were cut off": { families: cutReplies, read: readAnswer },
  garbage: { families: garbageReplies, read: readAnswer },
  "tool calls in text": { families: textCalls, read: readTextCall },
  "garbage as tool calls in text": { families: garbageReplies, read: readTextCall },
  "arguments of tool calls": { families: callArguments, read: readArguments },
};
const familyCount = Object.values(groups).flatMap(({ families }) => families).length;
const perFamily = Math.ceil((isFullCorpus ? 10_000 : 500) / familyCount);

const figures: Figure[] = [];
let slowestMs = 0;
afterAll(() => {
  figures.push({ what: "slowest reply", result: `${Math.ceil(slowestMs)} ms` });
  reportFigures("model-replies", figures);
});

function readAnswer({ text, finish }: ReplyCase): Candidate | null {
  const parsed = parseReply({ text, finish, schema: candidateSchema });
  return parsed.status === "parsed" ? parsed.value : null;
}

/** What the first call of the tool proposes. */
function readTextCall({ text, finish }: ReplyCase): Candidate | null {
  const toolCalls: readonly ModelToolCall[] = [];
  const { reply } = fromTextReply({ text, toolCalls, finish }, { messages: [], tools: [proposeTool] });
  const calls = reply.finish !== "refusal" ? reply.toolCalls : [];
  const call = calls.find(({ name }) => name === proposeTool.name);
  return call === undefined ? null : readArguments({ text: call.arguments });
}

function readArguments({ text }: Pick<ReplyCase, "text">): Candidate | null {
  const parsed = parseToolArguments({ name: proposeTool.name, arguments: text }, candidateSchema);
  return parsed.status === "valid" ? parsed.value : null;
}

/** What anybody writes first: repair everything from the first brace on. */
function readHastily({ text }: ReplyCase): Candidate | null {
  try {
    const json = JSON.parse(jsonrepair(text.slice(Math.max(0, text.indexOf("{")))));
    return candidateSchema.safeParse(json?.arguments ?? json).data ?? null;
  } catch {
    return null;
  }
}

function readAll({ families, read }: Group): readonly Outcome[] {
  return families.flatMap(({ name, make }) => {
    const random = createRandom(`${corpusSeed}/${name}`);
    return Array.from({ length: perFamily }, () => {
      const reply = make(random);
      const start = performance.now();
      const outcome = { family: name, reply, read: read(reply) };
      slowestMs = Math.max(slowestMs, performance.now() - start);
      return outcome;
    });
  });
}

/** Something else was read than what the reply says. */
function isWrong({ reply, read }: Outcome): boolean {
  return read !== null && JSON.stringify(read) !== JSON.stringify(reply.answer);
}

function isMissed({ reply, read }: Outcome): boolean {
  return reply.answer !== null && !reply.mayFail && read === null;
}

function show(outcomes: readonly Outcome[]): readonly unknown[] {
  return outcomes.slice(0, 3).map(({ family, reply, read }) => ({
    family,
    text: reply.text.slice(0, 600),
    read,
    answer: reply.answer,
  }));
}

describe("fuzzed replies of models", () => {
  it.each(Object.entries(groups))("give what they say, or nothing: %s", (name, group) => {
    const outcomes = readAll(group);
    const wrong = outcomes.filter(isWrong);
    figures.push({
      what: `${name}: replies, in ${group.families.length} families`,
      result: `${outcomes.length}; read ${outcomes.filter(({ read }) => read !== null).length}, wrongly ${wrong.length}`,
    });
    expect(show(wrong)).toEqual([]);
    expect(show(outcomes.filter(isMissed))).toEqual([]);
  });

  it("are a corpus that a hasty reader fails", () => {
    const readHasty = (name: string) =>
      readAll({ families: groups[name]?.families ?? [], read: readHastily }).filter(isWrong).length;
    for (const name of [
      "answers that were cut off",
      "garbage",
      "tool calls in text",
      "arguments of tool calls",
    ])
      expect(readHasty(name), name).toBeGreaterThan(perFamily / 4);
  });
});
