import { completeGate } from "../gate-defaults.ts";
import { plainWord } from "../shell/plain-word.ts";
import { tools } from "../tools/registry.ts";
import { folderPath } from "./folder-path.ts";
import { nameGate } from "./gate-name.ts";
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
      const test = makeGate("cargo test", folder, scope);
      return hasClippy ? [test, makeGate("cargo clippy", folder, scope)] : [test];
    }),
  );
  return { found: found.flat(), notes: [] };
};

function makeGate(
  toolName: "cargo test" | "cargo clippy",
  folder: string,
  scope: readonly string[],
): FoundGate {
  const tool = tools[toolName];
  const args = [...toolName.split(" ").slice(1), ...scope].map(plainWord);
  const spec = completeGate({
    name: nameGate(tool.kind, folder),
    kind: tool.kind,
    format: tool.format,
    cwd: folder,
    ...tool.instrument({ program: [plainWord("cargo")], name: "cargo", args, assignments: [] }),
    ...("runner" in tool ? { runner: tool.runner } : {}),
  });
  const reason = `${toolName}, for ${folderPath(folder, "Cargo.toml")}`;
  const cargo: Requirement = { kind: "program", name: "cargo" };
  return {
    spec,
    reason,
    requires: toolName === "cargo test" ? [cargo] : [cargo, { kind: "program", name: "cargo-clippy" }],
  };
}
