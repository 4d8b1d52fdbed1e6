import { folderPath } from "./folder-path.ts";
import { makeGate } from "./make-gate.ts";
import { plainCall } from "./plain-call.ts";
import type { Detector, FoundGate, Requirement } from "./project.ts";
import { findProjectFolders } from "./project-folders.ts";

/** Cargo packages and workspaces: `cargo test`, and clippy where it is installed. */
export const detectRust: Detector = async ({ project, isInstalled }) => {
  const folders = findProjectFolders(project.files, ["Cargo.toml"]);
  const hasClippy = await isInstalled({ kind: "program", name: "cargo-clippy" });
  const found = await Promise.all(
    folders.map(async (folder) => {
      const manifest = (await project.read(folderPath(folder, "Cargo.toml"))) ?? "";
      // From the folder of a workspace's root package only that package is tested unless all are asked for.
      const scope = /^\[workspace\]/m.test(manifest) ? ["--workspace"] : [];
      const test = makeCargoGate("cargo test", folder, scope);
      return hasClippy ? [test, makeCargoGate("cargo clippy", folder, scope)] : [test];
    }),
  );
  return { found: found.flat(), notes: [] };
};

function makeCargoGate(
  toolName: "cargo test" | "cargo clippy",
  folder: string,
  scope: readonly string[],
): FoundGate {
  const cargo: Requirement = { kind: "program", name: "cargo" };
  const clippy: Requirement = { kind: "program", name: "cargo-clippy" };
  return makeGate({
    toolName,
    call: plainCall("cargo", ["cargo"], [toolName === "cargo test" ? "test" : "clippy", ...scope]),
    folder,
    reason: `${toolName}, for ${folderPath(folder, "Cargo.toml")}`,
    requires: toolName === "cargo test" ? [cargo] : [cargo, clippy],
  });
}
