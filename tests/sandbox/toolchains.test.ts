import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { cleanPath } from "../../src/sandbox/clean-path.ts";
import { findToolchains } from "../../src/sandbox/toolchains.ts";

let home: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "nightshift-home-")));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function make(...paths: readonly string[]): void {
  for (const path of paths) {
    if (path.endsWith("/")) mkdirSync(join(home, path), { recursive: true });
    else writeFileSync(join(home, path), "");
  }
}

const find = (path: readonly string[], environment: Record<string, string> = {}) =>
  findToolchains({ home, emptyFile: "/empty", path, environment });

it("shows known toolchains of a home and says where they are, and nothing else of it", () => {
  make(".pyenv/shims/", ".nvm/versions/", ".ssh/", ".config/", "Documents/", ".aws/");
  const { mounts, variables } = find([]);
  expect(mounts.map(({ to }) => to)).toEqual([join(home, ".nvm"), join(home, ".pyenv")]);
  expect(mounts.every(({ kind }) => kind === "read-only")).toBe(true);
  expect(variables).toEqual({ NVM_DIR: join(home, ".nvm"), PYENV_ROOT: join(home, ".pyenv") });
});

it("covers credential files in them", () => {
  make(
    ".cargo/",
    ".cargo/credentials",
    ".cargo/credentials.toml",
    ".cargo/config.toml",
    ".nvm/",
    ".nvm/.npmrc",
  );
  const covered = find([]).mounts.filter((mount) => mount.kind === "read-only" && mount.from === "/empty");
  expect(covered.map(({ to }) => to.slice(home.length + 1)).sort()).toEqual([
    ".cargo/credentials",
    ".cargo/credentials.toml",
    ".nvm/.npmrc",
  ]);
});

it("takes the place that a variable names over the usual one", () => {
  make("elsewhere/", ".rustup/");
  expect(find([], { RUSTUP_HOME: join(home, "elsewhere") }).variables).toEqual({
    RUSTUP_HOME: join(home, "elsewhere"),
  });
});

it("shows what lies beside a folder of programs, but never a whole home", () => {
  make("tools/node/bin/", "tools/node/lib/", "bin/", "scripts/");
  const path = ["tools/node/bin", "bin", "scripts", "missing/bin"].map((folder) => join(home, folder));
  expect(
    find(["/usr/bin", ...path])
      .mounts.map(({ to }) => to.slice(home.length + 1))
      .sort(),
  ).toEqual(["bin", "scripts", "tools/node"]);
});

it("takes relative folders and those of package managers out of a path", () => {
  const path = "/a/node_modules/.bin:/usr/bin/::./bin:bin:/x/node-gyp-bin:/usr/bin:/opt/tools";
  expect(cleanPath(path)).toEqual(["/usr/bin", "/opt/tools"]);
  expect(cleanPath(undefined)).toContain("/usr/bin");
});
