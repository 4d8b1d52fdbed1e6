import { filesIn, folderPath } from "./folder-path.ts";
import { makeGate } from "./make-gate.ts";
import { plainCall } from "./plain-call.ts";
import type { Detector, FoundGate } from "./project.ts";
import { findProjectFolders } from "./project-folders.ts";

/** Go modules: `go test` where there are tests, and `go vet`. */
export const detectGo: Detector = async ({ project }) => {
  const found = findProjectFolders(project.files, ["go.mod"]).flatMap((folder) => {
    const hasTests = filesIn(folder, project.files).some((file) => file.endsWith("_test.go"));
    return [...(hasTests ? [makeGoGate("go test", folder)] : []), makeGoGate("go vet", folder)];
  });
  return { found, notes: [] };
};

function makeGoGate(toolName: "go test" | "go vet", folder: string): FoundGate {
  return makeGate({
    toolName,
    call: plainCall("go", ["go"], [toolName === "go test" ? "test" : "vet", "./..."]),
    folder,
    reason: `${toolName}, for ${folderPath(folder, "go.mod")}`,
    requires: [{ kind: "program", name: "go" }],
  });
}
