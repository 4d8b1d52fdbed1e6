import picomatch from "picomatch";
import { isTestFile } from "./is-test-file.ts";

/** Why a path may not be edited. */
export type Protection = {
  /** `tests`, `configured`, or the name of a built-in group: `automation`, `dependencies`, `tools`, `startup`. */
  readonly rule: string;
  /** What the rule keeps safe, to finish the sentence "it is protected: …". */
  readonly reason: string;
};

/** Globs that no candidate may edit, whatever config says, by what they would let it change. */
const builtIn: readonly (Protection & { readonly globs: readonly string[] })[] = [
  {
    rule: "automation",
    reason: "workflows, hooks and dot-folders decide what runs, and where",
    globs: [
      "**/.*/**",
      "**/CODEOWNERS",
      "**/.git{attributes,modules,ignore,keep}",
      "**/{Jenkinsfile,azure-pipelines.yml,bitbucket-pipelines.yml,appveyor.yml,action.yml,action.yaml}",
    ],
  },
  {
    rule: "dependencies",
    reason: "manifests and lock files decide which code of others runs",
    globs: [
      "**/{package.json,package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,pnpm-workspace.yaml,yarn.lock,bun.lock,bun.lockb}",
      "**/{deno.json,deno.jsonc,deno.lock,bower.json,lerna.json,nx.json,turbo.json,rush.json}",
      "**/{pyproject.toml,setup.py,setup.cfg,Pipfile,Pipfile.lock,poetry.lock,uv.lock,pdm.lock,environment.yml}",
      "**/*requirements*.{txt,in}",
      "**/{go.mod,go.sum,go.work,go.work.sum,Cargo.toml,Cargo.lock,rust-toolchain,rust-toolchain.toml,build.rs}",
      "**/{Gemfile,Gemfile.lock,*.gemspec,composer.json,composer.lock,pom.xml,build.gradle,build.gradle.kts}",
      "**/{settings.gradle,settings.gradle.kts,gradle.properties,*.csproj,*.sln,Package.swift,mix.exs,mix.lock}",
      "**/{node_modules,vendor,.venv,venv}/**",
    ],
  },
  {
    rule: "tools",
    reason: "settings of runners, linters, compilers and builds decide what a gate sees",
    globs: [
      "**/.*",
      "**/*.config.{js,mjs,cjs,ts,mts,cts,json}",
      "**/*.conf.{js,mjs,cjs,ts,mts,cts,json}",
      "**/{tsconfig,jsconfig}*.json",
      "**/{biome,deno,jest,mocha,vitest,karma,nyc,tslint,cypress,babel,swc}*.{json,jsonc}",
      "**/vitest.workspace.*",
      "**/{Gruntfile,gulpfile,Gulpfile}.*",
      "**/{pytest,tox,mypy,ruff,rustfmt,clippy}.{ini,toml}",
      "**/{pylintrc,noxfile.py,golangci.yml,golangci.yaml}",
      "**/{Makefile,makefile,GNUmakefile,*.mk,CMakeLists.txt,*.cmake,justfile,Justfile,Rakefile,Taskfile.yml}",
      "**/{Dockerfile,Dockerfile.*,Containerfile,docker-compose*.yml,docker-compose*.yaml,compose.yml,compose.yaml}",
    ],
  },
  {
    rule: "startup",
    reason: "files that an interpreter loads by itself would run in every gate",
    globs: ["**/{sitecustomize,usercustomize,conftest}.py", "**/*.pth", "**/{jest,vitest,test}.setup.*"],
  },
];

const options = { dot: true, nocase: true };
const matchers = builtIn.map(({ rule, reason, globs }) => ({
  rule,
  reason,
  isMatch: picomatch([...globs], options),
}));

/**
 * Why a path is protected, or null. `globs` are config's, besides the built-in ones; a match ignores case, since some
 * file systems do. The function that comes back is quick: make it once for many paths. Pure.
 */
export function createPathProtection(globs: readonly string[]): (path: string) => Protection | null {
  const isConfigured = globs.length === 0 ? () => false : picomatch([...globs], options);
  return (path) => {
    const group = matchers.find(({ isMatch }) => isMatch(path));
    if (group !== undefined) {
      return { rule: group.rule, reason: group.reason };
    }
    if (isTestFile(path)) {
      return { rule: "tests", reason: "tests and what they compare with are the judges" };
    }
    return isConfigured(path)
      ? { rule: "configured", reason: "policy.protected or a gate's own files in the configuration" }
      : null;
  };
}

/** Whether a path may not be edited, by the built-in globs or by `globs`. Pure. */
export function isProtectedPath(path: string, globs: readonly string[]): boolean {
  return createPathProtection(globs)(path) !== null;
}
