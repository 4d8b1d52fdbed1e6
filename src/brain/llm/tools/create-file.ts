import { z } from "zod";
import { createTool } from "./create-tool.ts";
import { quotePath } from "./quote-path.ts";

/** Makes a file; one that the candidate made itself, or that is empty, may be written anew. */
export const createFile = createTool({
  name: "create_file",
  description: "Make a new file, with its whole content.",
  schema: z.object({ path: z.string(), content: z.string() }),
  run: async ({ path, content }, { workspace }) => {
    const checked = await workspace.check(path);
    if (checked.status === "refused") return { status: "refused", text: checked.reason };
    const shown = quotePath(path);
    if (checked.isThere && !checked.isOwn) {
      const file = await workspace.read(path);
      if (file.status === "refused") return { status: "refused", text: file.reason };
      if (file.text !== "")
        return { status: "refused", text: `${shown} is there already; edit_file changes a part of it.` };
    }
    const written = await workspace.write(path, content);
    switch (written.status) {
      case "refused":
        return { status: "refused", text: written.reason };
      case "taken-away":
        return { status: "done", text: `${shown} is taken away again, since it would be empty.` };
      case "written":
      case "restored":
        return { status: "done", text: `Wrote ${shown}.` };
      default:
        return written satisfies never;
    }
  },
});
