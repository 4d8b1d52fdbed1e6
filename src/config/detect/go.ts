import { completeGate } from "../gate-defaults.ts";
import { plainWord } from "../shell/plain-word.ts";
import { tools } from "../tools/registry.ts";
import { filesIn, folderPath } from "./folder-path.ts";
import { nameGate } from "./gate-name.ts";
import type { Detector, FoundGate } from "./project.ts";
import { findProjectFolders } from "./project-folders.ts";

/** Go modules: `go test` where there are tests, and `go vet`. */
export const detectGo: Detector = async ({ project }) => {
  const found = findProjectFolders(project.files, ["go.mod"]).flatMap((folder) => {
    const hasTests = filesIn(folder, project.files).some((file) => file.endsWith("_test.go"));
    return [...(hasTests ? [makeGate("go test", folder)] : []), makeGate("go vet", folder)];
  });
  return { found, notes: [] };
};

function makeGate(toolName: "go test" | "go vet", folder: string): FoundGate {
  const tool = tools[toolName];
  const args = toolName.split(" ").slice(1).map(plainWord);
  const spec = completeGate({
    name: nameGate(tool.kind, folder),
    kind: tool.kind,
    format: tool.format,
    cwd: folder,
    ...tool.instrument({ program: [plainWord("go")], name: "go", args, assignments: [] }),
    ...("runner" in tool ? { runner: tool.runner } : {}),
  });
  const reason = `${toolName}, for ${folderPath(folder, "go.mod")}`;
  return { spec, reason, requires: [{ kind: "program", name: "go" }] };
}
