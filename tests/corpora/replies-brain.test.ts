import { afterAll, describe, expect, it } from "vitest";
import { corpusSeed, isFullCorpus } from "../helpers/corpus.ts";
import { openLocalSandbox } from "../helpers/local-sandbox.ts";
import { createRandom } from "./harness/random.ts";
import { type Figure, reportFigures } from "./harness/report-figures.ts";
import { callArguments, textCalls } from "./replies/call-replies.ts";
import { cutReplies, garbageReplies } from "./replies/hollow-replies.ts";
import type { ReplyCase, ReplyFamily } from "./replies/reply-case.ts";
import { runBrainOn, type Saying } from "./replies/run-brain-on.ts";

type Route = {
  readonly families: readonly ReplyFamily[];
  readonly hasTools: boolean;
  say(reply: ReplyCase): Saying;
};

const sayText = ({ text, finish }: ReplyCase): Saying => ({ text, finish });
/** The calls of the corpus as calls of the tool that would hand a candidate in. */
const asFinish = ({ text, finish }: ReplyCase): Saying => ({
  text: text.replaceAll('"propose"', '"finish"'),
  finish,
});

const routes: Readonly<Record<string, Route>> = {
  "garbage to a model with tools": { families: garbageReplies, hasTools: true, say: sayText },
  "garbage in the text protocol": { families: garbageReplies, hasTools: false, say: sayText },
  "cut answers in the text protocol": { families: cutReplies, hasTools: false, say: sayText },
  "cut calls in the text protocol": { families: textCalls, hasTools: false, say: asFinish },
  "cut arguments of a call": {
    families: callArguments,
    hasTools: true,
    say: ({ text }) => ({
      text: "",
      finish: "stop",
      toolCalls: [{ id: "last", name: "finish", arguments: text }],
    }),
  },
};
const perFamily = isFullCorpus ? 40 : 1;
/** Of those families that give something hollow only now and then. */
const MAX_DRAWS = 20;

const figures: Figure[] = [];
afterAll(() => reportFigures("garbage-through-the-brain", figures));

/** Replies that hold no answer: nothing may come of them. */
function makeHollow({ name, make }: ReplyFamily): readonly ReplyCase[] {
  const random = createRandom(`${corpusSeed}/brain/${name}`);
  const found: ReplyCase[] = [];
  for (let draws = 0; draws < MAX_DRAWS * perFamily && found.length < perFamily; draws += 1) {
    const reply = make(random);
    if (reply.answer === null) found.push(reply);
  }
  return found;
}

describe("the brain, with an edit made and nothing but garbage after it,", () => {
  it.each(Object.entries(routes))("proposes nothing: %s", async (name, { families, hasTools, say }) => {
    const replies = families.flatMap(makeHollow);
    expect(replies.length).toBeGreaterThan(0);
    const files = { "src/a.js": "export const a = 1;\n", "test/a.test.js": "" };
    await using sandbox = await openLocalSandbox({ files });
    for (const reply of replies) {
      const { proposal, end, calls } = await runBrainOn(say(reply), { sandbox, hasTools });
      expect(proposal, reply.text.slice(0, 600)).toBeNull();
      expect(["limit", "gave-up", "failed"], reply.text.slice(0, 600)).toContain(end?.status);
      expect(calls).toBeLessThan(10);
      expect(`${await sandbox.read("src/a.js")}`).toBe(files["src/a.js"]);
    }
    figures.push({ what: `${name}: replies`, result: `${replies.length}; proposals 0` });
  });

  it("proposes the edit where what follows is sound", async () => {
    const files = { "src/a.js": "export const a = 1;\n", "test/a.test.js": "" };
    await using sandbox = await openLocalSandbox({ files });
    const toolCalls = [{ id: "last", name: "finish", arguments: '{"summary":"count from two"}' }];
    const native = await runBrainOn({ text: "", finish: "stop", toolCalls }, { sandbox, hasTools: true });
    const text = '```tool\n{"name": "finish", "arguments": {"summary": "count from two"}}\n```';
    const written = await runBrainOn({ text, finish: "stop" }, { sandbox, hasTools: false });
    for (const { proposal } of [native, written])
      expect(proposal?.edits).toMatchObject([{ path: "src/a.js", content: "export const a = 2;\n" }]);
  });
});
