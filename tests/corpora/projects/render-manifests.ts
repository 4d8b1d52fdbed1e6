import type { ProjectKind } from "./project.ts";

/** The files that say how a project is tested. `folder` holds the sources. */
export function renderManifests(
  kind: ProjectKind,
  { folder, name }: { readonly folder: string; readonly name: string },
): Readonly<Record<string, string>> {
  if (kind.language === "py") {
    const pytest =
      kind.name === "pytest"
        ? '\n[tool.pytest.ini_options]\ntestpaths = ["tests"]\npythonpath = ["."]\n'
        : "";
    return {
      ".gitignore": "__pycache__/\n.pytest_cache/\n",
      "pyproject.toml": `[project]\nname = "${name}"\nversion = "1.0.0"\n${pytest}`,
      [`${folder}/__init__.py`]: "",
      ...(kind.name === "unittest" ? { "tests/__init__.py": "" } : {}),
      "README.md": `# ${name}\n`,
    };
  }
  const scripts = {
    "node-esm": "node --test",
    "node-cjs": "node --test",
    vitest: "vitest run",
    jest: "jest",
    mocha: "mocha",
    tape: "tape 'test/*.js'",
  } as const;
  const runner = kind.name in scripts ? scripts[kind.name as keyof typeof scripts] : "";
  const devDependencies = kind.runner === "node-test" ? {} : { devDependencies: { [kind.runner]: "*" } };
  const manifest = {
    name,
    version: "1.0.0",
    private: true,
    type: kind.modules === "esm" ? "module" : "commonjs",
    scripts: { test: runner },
    ...devDependencies,
  };
  return {
    ".gitignore": "node_modules/\n",
    "package.json": `${JSON.stringify(manifest, null, 2)}\n`,
    "README.md": `# ${name}\n`,
  };
}
