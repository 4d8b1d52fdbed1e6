import type { Random } from "../harness/random.ts";
import { damages } from "./honest-replies.ts";
import { makeCandidate } from "./make-candidate.ts";
import { type Candidate, doubtful, hollow, type ReplyCase, type ReplyFamily, sound } from "./reply-case.ts";

/** The tool that the corpus calls; its arguments are a candidate. */
export const proposeTool = {
  name: "propose",
  description: "Proposes a change.",
  parameters: { type: "object" },
};

function asCall(answer: Candidate, random: Random): string {
  return JSON.stringify({ name: proposeTool.name, arguments: answer }, null, random.pick([0, 2]));
}

const fence = (json: string) => `\`\`\`tool\n${json}\n\`\`\``;

/** Replies that call a tool in text. */
export const textCalls: readonly ReplyFamily[] = [
  family("a call in a block, between sentences", (random, answer) => {
    const call = asCall(answer, random);
    const block = random.pick([
      fence(call),
      `<tool_call>\n${call}\n</tool_call>`,
      `\`\`\`json\n${call}\n\`\`\``,
    ]);
    return sound(
      `${random.pick(["", "I will:\n", "DONE.\n\n", "`if (x) {`\n"])}${block}${random.pick(["", "\n", "\nDone!"])}`,
      answer,
    );
  }),
  family("a call behind thoughts of calling", (random, answer) => {
    const other = fence(asCall(makeCandidate(random), random));
    return sound(`${random.pick(["<think>", ""])}${other}</think>\n${fence(asCall(answer, random))}`, answer);
  }),
  family("a call ahead of results that were made up", (random, answer) => {
    const other = fence(asCall(makeCandidate(random), random));
    return sound(`${fence(asCall(answer, random))}\n\`\`\`result propose\nok\n\`\`\`\n${other}`, answer);
  }),
  ...Object.entries(damages).map(([name, damage]) =>
    family(`a call with ${name}`, (random, answer) =>
      doubtful(fence(damage(asCall(answer, random), () => random.int(0, 1) === 0)), answer),
    ),
  ),
  family("a call that is cut off", (random, answer) => {
    const call = asCall(answer, random);
    const cut = call.slice(0, random.int(1, call.length - 1));
    return hollow(
      random.pick([
        `\`\`\`tool\n${cut}`,
        fence(cut),
        `${fence(call)}\n\`\`\`tool\n${cut}`,
        `<tool_call>${cut}`,
      ]),
    );
  }),
  family("a call that is damaged and cut off", (random, answer) => {
    const damaged = random.pick(Object.values(damages))(asCall(answer, random), () => random.int(0, 1) === 0);
    return hollow(fence(damaged.slice(0, random.int(1, damaged.lastIndexOf("}")))));
  }),
  family("a call at the limit", (random, answer) => hollow(fence(asCall(answer, random)), "length")),
  family("calls of nothing", (random, answer) => {
    const json = JSON.stringify(answer);
    return hollow(
      random.pick([
        fence(`{"name": "suggest", "arguments": ${json}}`),
        fence(`{"arguments": ${json}}`),
        fence(json),
        fence(`propose(${json})`),
        `\`\`\`json\n${json}\n\`\`\``,
        `\`\`\`result propose\n${fence(json)}\n\`\`\`\n${fence(asCall(answer, random))}`,
      ]),
    );
  }),
];

/** Arguments of native calls. */
export const callArguments: readonly ReplyFamily[] = [
  family("strict arguments", (random, answer) => {
    const json = JSON.stringify(answer, null, random.pick([0, 2]));
    return sound(
      random.pick([json, `\n${json} `, JSON.stringify(json), `\`\`\`json\n${json}\n\`\`\``]),
      answer,
    );
  }),
  ...Object.entries(damages).map(([name, damage]) =>
    family(`arguments with ${name}`, (random, answer) =>
      doubtful(
        damage(JSON.stringify(answer, null, random.pick([0, 2])), () => random.int(0, 1) === 0),
        answer,
      ),
    ),
  ),
  family("arguments that are cut off", (random, answer) => {
    const json = JSON.stringify(answer);
    const cut = json.slice(0, random.int(1, json.length - 1));
    return hollow(random.pick([cut, JSON.stringify(cut), `${json}${cut}`, `\`\`\`\n${cut}\n\`\`\``]));
  }),
  family("arguments that are damaged and cut off", (random, answer) => {
    const damaged = random.pick(Object.values(damages))(JSON.stringify(answer), () => random.int(0, 1) === 0);
    return hollow(damaged.slice(0, random.int(1, damaged.lastIndexOf("}"))));
  }),
];

function family(name: string, make: (random: Random, answer: Candidate) => ReplyCase): ReplyFamily {
  return { name, make: (random) => make(random, makeCandidate(random, random.int(0, 1) === 0)) };
}
