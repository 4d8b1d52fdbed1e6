import { cutToTokens } from "../../brain/llm/prompt/cut-to-tokens.ts";
import { quoteData } from "../../brain/llm/prompt/quote-data.ts";
import type { GateSpec } from "../../domain/gate.ts";
import type { MethodTask } from "../method.ts";
import type { ShownFiles } from "./find-shown-files.ts";
import { renderRequest } from "./render-request.ts";

/** A test that was tried, and why it does not do. */
export type FailedTry = { readonly tests: string; readonly reason: string };

/** What is known when a test is asked for. */
export type TestPromptInput = Pick<MethodTask, "brainTask" | "readBase"> & {
  /** The gate that is to run it. */
  readonly gate: GateSpec;
  readonly shown: ShownFiles;
  /** Sources and tests to show whole, in so far as there is room. */
  readonly files: readonly string[];
  readonly tries: readonly FailedTry[];
};

const MAX_EXAMPLE_TOKENS = 700;
const MAX_FILE_TOKENS = 1_200;
const MAX_TEST_PATHS = 30;
const MAX_SOURCE_PATHS = 80;
const MAX_TRY_TOKENS = 500;

/** Everything that a model gets to write a test for an item, each part quoted and capped. */
export async function renderTestPrompt(input: TestPromptInput): Promise<string> {
  const { brainTask, gate, shown, files, tries, readBase } = input;
  const parts = [
    describeRunner(gate),
    quoteData("Test files", list(shown.tests, MAX_TEST_PATHS)),
    shown.example === null
      ? "There is no test yet to go by."
      : quoteData(
          `A test to go by: ${shown.example.path}`,
          await cutToTokens(shown.example.text, MAX_EXAMPLE_TOKENS),
        ),
    quoteData("Source files", list(shown.sources, MAX_SOURCE_PATHS)),
  ];
  for (const path of files) {
    const text = await readBase(path);
    parts.push(quoteData(path, text === null ? "" : await cutToTokens(text, MAX_FILE_TOKENS)));
  }
  parts.push(await renderRequest(brainTask));
  for (const { tests, reason } of tries) {
    parts.push(quoteData("Tried before", await cutToTokens(tests, MAX_TRY_TOKENS)));
    parts.push(quoteData("Why it does not do", reason));
  }
  return parts.filter((part) => part !== "").join("\n\n");
}

function describeRunner({ runner, command, cwd }: GateSpec): string {
  const line = typeof command === "string" ? command : command.join(" ");
  const where = cwd === "." ? "" : ` in ${cwd}`;
  return `Tests are run${runner === undefined ? "" : ` by ${runner}`}${where}: ${line}`;
}

function list(paths: readonly string[], most: number): string {
  const more = paths.length > most ? [`… and ${paths.length - most} more`] : [];
  return [...paths.slice(0, most), ...more].join("\n");
}
