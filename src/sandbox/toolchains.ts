import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isFolder } from "./is-folder.ts";
import type { Mount } from "./mount.ts";
import { isInSystemFolder } from "./system-mounts.ts";

/** Where tools of one language live in a home, and the variable that says so, since commands get another home. */
const homeToolchains: readonly { readonly path: string; readonly variable?: string }[] = [
  { path: ".nvm", variable: "NVM_DIR" },
  { path: ".volta", variable: "VOLTA_HOME" },
  { path: ".fnm" },
  { path: ".local/share/fnm", variable: "FNM_DIR" },
  { path: ".nodenv", variable: "NODENV_ROOT" },
  { path: ".bun", variable: "BUN_INSTALL" },
  { path: ".deno", variable: "DENO_INSTALL" },
  { path: ".local/share/pnpm", variable: "PNPM_HOME" },
  { path: ".npm-global" },
  { path: ".asdf", variable: "ASDF_DATA_DIR" },
  { path: ".local/share/mise", variable: "MISE_DATA_DIR" },
  { path: ".pyenv", variable: "PYENV_ROOT" },
  { path: ".local/share/uv" },
  { path: ".local/share/pipx" },
  { path: ".local/pipx" },
  { path: "miniconda3" },
  { path: "anaconda3" },
  { path: "miniforge3" },
  { path: ".local/bin" },
  { path: ".local/lib" },
  { path: ".rustup", variable: "RUSTUP_HOME" },
  { path: ".cargo", variable: "CARGO_HOME" },
  { path: "go", variable: "GOPATH" },
  { path: ".goenv", variable: "GOENV_ROOT" },
  { path: "sdk" },
  { path: ".rbenv", variable: "RBENV_ROOT" },
  { path: ".rvm" },
  { path: ".gem" },
  { path: ".sdkman", variable: "SDKMAN_DIR" },
  { path: ".jenv" },
  { path: ".dotnet", variable: "DOTNET_ROOT" },
  { path: ".linuxbrew" },
  { path: ".nix-profile" },
];

/** Files in toolchains that hold tokens and passwords, whatever folder they are in. */
const credentialFile =
  /^(\.?npmrc|\.netrc|\.pypirc|\.yarnrc.*|credentials.*|auth\.json|settings\.xml|\.git-credentials)$/i;
const foldersOfPrograms = ["bin", "sbin", "shims"];

/** What commands need beside the system. */
export type Toolchains = {
  readonly mounts: readonly Mount[];
  /** Such as PYENV_ROOT, with the place where the toolchain is. */
  readonly variables: Readonly<Record<string, string>>;
};

/**
 * Finds the toolchains of a user: the known places in the home, the places that the known variables name, and the
 * folders of `path` that lie outside of the system. All read-only; credential files in them are covered.
 */
export function findToolchains({
  home,
  emptyFile,
  path,
  environment,
}: {
  readonly home: string;
  /** What is put over credential files, absolute. */
  readonly emptyFile: string;
  /** Folders of programs, absolute. */
  readonly path: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Toolchains {
  const known = homeToolchains
    .map(({ path, variable }) => ({
      folder: (variable === undefined ? undefined : environment[variable]) ?? join(home, path),
      variable,
    }))
    .filter(({ folder }) => isFolder(folder) && folder !== home);
  const variables = known.flatMap(({ folder, variable }) =>
    variable === undefined ? [] : [[variable, folder]],
  );
  const folders = keepOutermost([
    ...known.map(({ folder }) => folder),
    ...path.filter(isFolder).map((folder) => findProgramsRoot(folder, home)),
  ]).filter((folder) => !isInSystemFolder(folder) || folder.startsWith(`${home}/`));
  return {
    mounts: folders.flatMap((folder) => [
      { kind: "read-only" as const, from: folder, to: folder },
      ...coverCredentials(folder, emptyFile),
    ]),
    variables: Object.fromEntries(variables),
  };
}

/** A tool in `x/bin` mostly needs `x/lib` too. */
function findProgramsRoot(folder: string, home: string): string {
  const parent = dirname(folder);
  // A project's own scripts are no toolchain, and what lies beside them is the project.
  if (existsSync(join(parent, ".git"))) return folder;
  const isOwn = dirname(parent) !== "/" && parent !== home && foldersOfPrograms.includes(basename(folder));
  return isOwn ? parent : folder;
}

function coverCredentials(folder: string, emptyFile: string): readonly Mount[] {
  return ["", "etc"].flatMap((part) =>
    listNames(join(folder, part))
      .filter((name) => credentialFile.test(name))
      .map((name) => ({ kind: "read-only" as const, from: emptyFile, to: join(folder, part, name) })),
  );
}

function keepOutermost(folders: readonly string[]): readonly string[] {
  const unique = [...new Set(folders)].sort();
  return unique.filter((folder) => !unique.some((other) => folder.startsWith(`${other}/`)));
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
