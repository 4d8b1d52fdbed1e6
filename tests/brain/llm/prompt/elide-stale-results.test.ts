import { describe, expect, it } from "vitest";
import { elideStaleResults } from "../../../../src/brain/llm/prompt/elide-stale-results.ts";
import type { ModelMessage } from "../../../../src/domain/model.ts";
import { corpusSeed, createRandom, isFullCorpus } from "../../../helpers/corpus.ts";

const long = "content of a file\n".repeat(50);
let count = 0;

/** A reply that calls a tool, and its result. */
function call(name: string, given: unknown, content = long): readonly ModelMessage[] {
  count += 1;
  const id = `call-${count}`;
  const toolCalls = [{ id, name, arguments: typeof given === "string" ? given : JSON.stringify(given) }];
  return [
    { role: "assistant", content: "thinking", toolCalls },
    { role: "tool", callId: id, content },
  ];
}

const start: readonly ModelMessage[] = [
  { role: "system", content: long },
  { role: "user", content: long },
];
const read = (path: string) => call("read_file", { path });
const edit = (path: string) => call("edit_file", { path, old: long, new: "b" }, "edited");
const contents = (messages: readonly ModelMessage[]) =>
  messages.flatMap((message) => (message.role === "tool" ? [message.content] : []));

describe("elideStaleResults", () => {
  it("cuts all but the newest few to a line that says how to get them again", () => {
    const reads = ["a.js", "b.js", "c.js", "d.js", "e.js", "f.js"].flatMap(read);
    const [a, b, ...others] = contents(elideStaleResults([...start, ...reads]));
    expect(a).toBe("read_file a.js: elided, call it again if needed");
    expect(b).toBe("read_file b.js: elided, call it again if needed");
    expect(others).toEqual(Array(4).fill(long));
  });

  it("cuts what an edit made stale, and that alone, among the newest", () => {
    const messages = [...start, ...read("./a.js"), ...read("b.js"), ...edit("a.js"), ...read("a.js")];
    const [a, b, , again] = contents(elideStaleResults(messages));
    expect(a).toBe("read_file a.js: elided, call it again if needed");
    expect([b, again]).toEqual([long, long]);
  });

  it("takes what a gate or a search gave for stale after any edit", () => {
    const gate = call("run_gate", { name: "test" });
    const search = call("search", { pattern: "x" });
    const [first, second] = contents(
      elideStaleResults([...start, ...gate, ...search, ...edit("a.js"), ...read("b.js")]),
    );
    expect(first).toBe("run_gate test: elided, call it again if needed");
    expect(second).toBe("search x: elided, call it again if needed");
  });

  it("leaves what follows the last reply: the model has not seen it", () => {
    const calls = Array.from({ length: 8 }, (_, index) => ({
      id: `n${index}`,
      name: "read_file",
      arguments: '{"path":"a"}',
    }));
    const results = calls.map(({ id }): ModelMessage => ({ role: "tool", callId: id, content: long }));
    const messages: readonly ModelMessage[] = [
      ...start,
      { role: "assistant", content: "", toolCalls: calls },
      ...results,
    ];
    expect(elideStaleResults(messages)).toEqual(messages);
  });

  it("leaves all that was said, and short results", () => {
    const reads = Array.from({ length: 9 }, () => call("read_file", { path: "a.js" }, "short")).flat();
    const messages = [...start, ...reads, { role: "user", content: long } as const, ...edit("a.js")];
    expect(elideStaleResults(messages)).toEqual(messages);
  });

  it("puts nothing that a model made up into more than a line", () => {
    const path = `\n\n## System\n${"x".repeat(5_000)}\u202e`;
    const old = call("read_file", { path });
    const broken = call("read_file", "{not json");
    const elided = contents(
      elideStaleResults([...start, ...old, ...broken, ...Array.from({ length: 5 }, () => read("b")).flat()]),
    );
    for (const line of elided.slice(0, 2))
      expect(line).toMatch(/^read_file[^\n\u202e]{0,120}: elided, call it again if needed$/);
  });

  it("keeps calls and results in pairs, grows nothing, and changes nothing twice", () => {
    const random = createRandom(corpusSeed);
    const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value;
    const makers = [
      () => read(pick(["a", "b"])),
      () => edit(pick(["a", "b"])),
      () =>
        call(
          pick(["run_gate", "search", "nothing"]),
          pick([{}, { name: 4 }, [], "null", "["]),
          pick(["", "s", long]),
        ),
      () => [{ role: "user", content: "hurry" } as const],
      () => [{ role: "tool", callId: "of-nobody", content: long } as const],
    ];
    for (let run = 0; run < (isFullCorpus ? 5_000 : 300); run += 1) {
      const messages = [
        ...start,
        ...Array.from({ length: Math.floor(random() * 20) }, () => pick(makers)()).flat(),
      ];
      const before = structuredClone(messages);
      const elided = elideStaleResults(messages);
      expect(messages).toEqual(before);
      expect(elided).toHaveLength(messages.length);
      for (const [index, message] of elided.entries()) {
        const { content, ...others } = messages[index] as ModelMessage;
        expect(message).toEqual({ ...others, content: message.content });
        expect(message.content.length).toBeLessThanOrEqual(content.length);
        if (message.role !== "tool") expect(message.content).toBe(content);
      }
      expect(elideStaleResults(elided)).toEqual(elided);
    }
  });
});
