import { z } from "zod";
import { createTool } from "./create-tool.ts";
import { explainNoMatch } from "./explain-no-match.ts";
import { quotePath } from "./quote-path.ts";
import { replaceText } from "./replace-text.ts";
import type { ToolOutcome } from "./tool.ts";

/** Replaces a text that stands in a file once. What nearly stands there is never replaced, but pointed out. */
export const editFile = createTool({
  name: "edit_file",
  description: "Replace a text that stands in the file exactly once.",
  schema: z.object({
    path: z.string(),
    old: z.string().describe("As in the file, without line numbers"),
    new: z.string(),
  }),
  run: async ({ path, old, new: replacement }, { workspace }) => {
    const checked = await workspace.check(path);
    if (checked.status === "refused") return refuse(checked.reason);
    const file = await workspace.read(path);
    if (file.status === "refused") return refuse(file.reason);
    const shown = quotePath(path);
    const replaced = replaceText(file.text, old, replacement);
    switch (replaced.status) {
      case "empty":
        return refuse(
          file.text === ""
            ? `${shown} is empty; create_file writes it anew.`
            : "old is empty; give the text to replace, with a line around it.",
        );
      case "same":
        return refuse("old and new are the same, so nothing was changed.");
      case "ambiguous":
        return refuse(explainPlaces(shown, replaced));
      case "missing":
        return refuse(explainNoMatch(shown, file.text, old));
      case "replaced": {
        const written = await workspace.write(path, replaced.text);
        if (written.status === "refused") return refuse(written.reason);
        const ends = {
          written: "",
          restored: "; it is as in the base again",
          "taken-away": "; it was empty then, and is gone",
        } as const;
        return { status: "done", text: `Edited ${shown} at line ${replaced.line}${ends[written.status]}.` };
      }
      default:
        return replaced satisfies never;
    }
  },
});

function explainPlaces(
  path: string,
  { lines, isMore }: { readonly lines: readonly number[]; readonly isMore: boolean },
): string {
  return `old stands in ${path} more than once, at lines ${lines.join(", ")}${isMore ? " and further on" : ""}. Nothing was changed; put more of the lines around it into old, and into new.`;
}

function refuse(text: string): ToolOutcome {
  return { status: "refused", text };
}
