import { boundTokens } from "./bound-tokens.ts";
import { cleanLine } from "./clean-line.ts";
import { quoteData } from "./quote-data.ts";
import type { ItemPromptInput } from "./render-item-prompt.ts";

/** More files than this are not listed: what is refused says so. */
const MAX_EDITABLE = 5;
const MAX_GATES = 8;
const MAX_NAME_CHARS = 30;

/** What is to be done, in a line or two, and the files that may be edited where they are few: at most `maxTokens`. Pure. */
export function renderTask({ task, gates }: ItemPromptInput, maxTokens: number): string {
  const name = JSON.stringify(cleanLine(task.gate.name, MAX_NAME_CHARS));
  const others = gates.filter(({ name: other }) => other !== task.gate.name).slice(0, MAX_GATES);
  const also =
    others.length === 0
      ? ""
      : ` Other gates: ${others.map((gate) => cleanLine(gate.name, MAX_NAME_CHARS)).join(", ")}.`;
  const what =
    task.item.kind === "issue"
      ? `Make the change that is asked for above, with gate ${name} green.`
      : `Make what fails above pass in gate ${name}.`;
  const sentence = `${what}${also}`;
  const files = listEditable(task.editableFiles);
  const isRoomy = boundTokens(files) + boundTokens(sentence) <= maxTokens;
  return [isRoomy ? files : "", sentence].filter((part) => part !== "").join("\n\n");
}

function listEditable(paths: readonly string[]): string {
  if (paths.length > MAX_EDITABLE) return "";
  return quoteData("Files that may be edited", paths.map((path) => cleanLine(path, 200)).join("\n"));
}
