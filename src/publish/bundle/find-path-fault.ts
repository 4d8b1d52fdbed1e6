import { configSchema } from "../../config/schema.ts";
import type { Changeset } from "../../domain/bundle.ts";
import type { ChangeSet } from "../../policy/change-set.ts";
import { checkChangeSet } from "../../policy/check-change-set.ts";
import type { PolicyContext, PolicyRule } from "../../policy/policy-rule.ts";
import { createPathProtection } from "../../policy/protected/protected-paths.ts";
import { fileMode } from "../../policy/shape/file-mode.ts";
import { gitFolder } from "../../policy/shape/git-folder.ts";
import { nameCollision } from "../../policy/shape/name-collision.ts";
import { pathCharacters } from "../../policy/shape/path-characters.ts";
import { pathLength } from "../../policy/shape/path-length.ts";
import { relativePath } from "../../policy/shape/relative-path.ts";
import { windowsName } from "../../policy/shape/windows-name.ts";
import { type BundleRefusal, quote, refuseBundle } from "./bundle-refusal.ts";

/** The rules that look at paths and modes alone. Those on content need the base, and run where it is. */
const pathRules: readonly PolicyRule[] = [
  relativePath,
  pathCharacters,
  pathLength,
  gitFolder,
  windowsName,
  nameCollision,
  fileMode,
];

const protectionOf = createPathProtection([]);

/**
 * Why policy would not let the paths or modes of a changeset through, or null: its rules on paths, and what is protected
 * in every repository (`.github/**`, manifests, settings of tools). No configuration takes one of these away, so no
 * campaign has promoted such a change.
 */
export async function findPathFault(files: Changeset["files"]): Promise<BundleRefusal | null> {
  const verdict = await checkChangeSet(readAsChange(files), { rules: pathRules, context: createContext() });
  if (verdict.status === "denied") {
    const [{ rule, reason }] = verdict.denials;
    return refuseBundle(`policy:${rule}`, `${reason.slice(0, 500)}.`);
  }
  for (const { path } of files) {
    const protection = protectionOf(path);
    if (protection !== null && protection.rule !== "tests")
      return refuseBundle("policy:protected-path", `${quote(path)} is protected: ${protection.reason}.`);
  }
  return null;
}

/** Contents are left out: they are large, and none of the rules looks at them. */
function readAsChange(files: Changeset["files"]): ChangeSet {
  return {
    files: files.map((file) => ({
      path: file.path,
      before: null,
      after: file.change === "delete" ? null : { mode: file.mode, text: null, sizeBytes: 0 },
    })),
    entries: new Map(),
  };
}

/** A rule that asks for more than paths gets an error here, and so denies. */
function createContext(): PolicyContext {
  const refuse = () => {
    throw new Error("nothing but paths is known here");
  };
  return {
    config: configSchema.parse({}),
    parser: { parse: refuse },
    readBase: refuse,
    itemKind: null,
    hasSecret: refuse,
  };
}
