import { execFileSync } from "node:child_process";
import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { digest } from "../../src/domain/digest.ts";
import { applyOperators } from "../../src/operators/apply-operators.ts";
import { operators } from "../../src/operators/registry.ts";
import { applyTextEdit } from "../../src/operators/text-edit.ts";
import { createSourceParser } from "../../src/syntax/parse-source.ts";
import { isFullCorpus } from "../helpers/corpus.ts";
import { parse } from "./mend.ts";
import { type Sample, samples } from "./samples.ts";

/** Edits of one operator in one sample that are tried; in the full corpus all of them. */
const SAMPLE_SIZE = isFullCorpus ? Number.POSITIVE_INFINITY : 5;
/** Share of edits that a compiler may refuse, such as a `continue` that was moved out of its loop. */
const MAX_BROKEN = 0.03;
const seed = process.env.NIGHTSHIFT_SEED ?? "1";
const parser = createSourceParser();

type Edited = { readonly operator: string; readonly text: string; readonly summary: string };

/** What the operators make of a sample, a few of each by the seed. */
async function editSample({ path, text }: Sample): Promise<readonly Edited[]> {
  const edits = [...applyOperators(await parse(path, text), operators)];
  const byOperator = Map.groupBy(edits, ({ operator }) => operator.name);
  return [...byOperator].flatMap(([operator, own]) =>
    own
      .map((edit) => ({ edit, rank: digest(seed, path, String(edit.start), edit.replacement) }))
      .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, SAMPLE_SIZE)
      .map(({ edit }) => ({ operator, text: applyTextEdit(text, edit), summary: edit.summary })),
  );
}

const edited = new Map<Sample, Promise<readonly Edited[]>>();

/** Finding all edits takes longer than looking at some of them. */
function editAll(sample: Sample): Promise<readonly Edited[]> {
  const known = edited.get(sample) ?? editSample(sample);
  edited.set(sample, known);
  return known;
}

const compile = `
import json, sys
bad = []
for at, text in enumerate(json.load(sys.stdin)):
    try:
        compile(text, "a.py", "exec")
    except SyntaxError as error:
        bad.append([at, str(error)])
print(json.dumps(bad))
`;

describe("every edit of every operator", () => {
  it.each(samples)("gives a text that $path's grammar parses", async (sample) => {
    const broken: string[] = [];
    for (const { operator, summary, text } of await editAll(sample)) {
      if ((await parser.parse(sample.path, text)).status !== "parsed") broken.push(`${operator}: ${summary}`);
    }
    expect(broken).toEqual([]);
  });

  it("compiles in JavaScript, nearly always", async () => {
    const broken: string[] = [];
    let tried = 0;
    for (const sample of samples.filter(({ path }) => path.endsWith(".js"))) {
      for (const { operator, summary, text } of await editAll(sample)) {
        tried += 1;
        try {
          new Script(text.replace(/^\uFEFF/, ""));
        } catch (error) {
          broken.push(`${operator}: ${summary}: ${(error as Error).message}`);
        }
      }
    }
    expect(broken.length / tried, broken.join("\n")).toBeLessThan(MAX_BROKEN);
  });

  it("compiles in Python, nearly always", async () => {
    const all = await Promise.all(samples.filter(({ path }) => path.endsWith(".py")).map(editAll));
    const edits = all.flat();
    const output = execFileSync("python3", ["-W", "ignore", "-c", compile], {
      input: JSON.stringify(edits.map(({ text }) => text)),
      maxBuffer: 1 << 26,
    });
    const bad = JSON.parse(output.toString()) as readonly [number, string][];
    const broken = bad.map(([at, error]) => `${edits[at]?.operator}: ${edits[at]?.summary}: ${error}`);
    expect(broken.length / edits.length, broken.join("\n")).toBeLessThan(MAX_BROKEN);
  });

  it("gives the same edits in the same order each time", async () => {
    const [sample] = samples;
    if (sample === undefined) throw new Error("no sample");
    expect(await editSample(sample)).toEqual(await editAll(sample));
  });
});
