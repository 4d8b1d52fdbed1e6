import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "..", "..");
const names = ["campaign", "verify", "publish"] as const;
const grammars = [
  "web-tree-sitter/web-tree-sitter.wasm",
  "tree-sitter-javascript/tree-sitter-javascript.wasm",
  "tree-sitter-typescript/tree-sitter-typescript.wasm",
  "tree-sitter-typescript/tree-sitter-tsx.wasm",
  "tree-sitter-python/tree-sitter-python.wasm",
];

/**
 * Builds the actions into a folder, which is emptied first: `actions/` is what ncc makes of all three, `<name>/index.js`
 * starts one of them, and beside them lie the files that are read at run time. Nothing else is needed to run them. The
 * same sources and packages give the same bytes. Throws where tsc or ncc fails.
 */
export function buildInto(folder: string): void {
  // Names of modules are relative to this folder: it lies at the same depth in every checkout.
  const work = path.join(root, "node_modules", ".cache", `nightshift-actions-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    run(
      "tsc",
      ["--project", path.join(root, "tsconfig.actions.json"), "--outDir", path.join(work, "lib")],
      work,
    );
    writeFileSync(path.join(work, "lib", "package.json"), '{ "type": "module" }\n');
    run(
      "ncc",
      [
        "build",
        "lib/action/main.js",
        "--out",
        "actions",
        "--no-cache",
        "--quiet",
        "--license",
        "licenses.txt",
      ],
      work,
    );
    rmSync(path.join(work, "actions", "package.json"));
    mendDynamicImport(path.join(work, "actions"));
    dropMangledAssets(path.join(work, "actions"));
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    cpSync(path.join(work, "actions"), path.join(folder, "actions"), { recursive: true });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  for (const name of names) {
    const start = `import { actions } from "../actions/index.js";\n\nawait actions.${name}();\n`;
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, "index.js"), start);
  }
  for (const part of ["support", "policies"]) {
    const filter = (file: string): boolean => !file.includes("__pycache__");
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true, filter });
  }
  mkdirSync(path.join(folder, "grammars"));
  for (const file of grammars) {
    cpSync(path.join(root, "node_modules", file), path.join(folder, "grammars", path.basename(file)));
  }
  const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const manifest = { name: `${name}-actions`, version, private: true, type: "module" };
  writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * web-tree-sitter asks for `createRequire` by `import("module")`. What webpack makes of that has none of the module's
 * functions, since the module itself is a function; Node's own import has them.
 */
function mendDynamicImport(folder: string): void {
  const broken =
    /Promise\.resolve\(\/\* import\(\) \*\/\)\.then\(__webpack_require__\.t\.bind\(__webpack_require__, \d+, 19\)\)/g;
  let mended = 0;
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".js"))) {
    const file = path.join(folder, name);
    const text = readFileSync(file, "utf8");
    if (!text.includes("web-tree-sitter")) continue;
    const whole = text.replace(
      /(const \{ createRequire \} = await )(\S.*);/g,
      (line, start: string, call: string) => {
        if (!broken.test(call)) return line;
        mended += 1;
        return `${start}import("node:module");`;
      },
    );
    writeFileSync(file, whole);
  }
  if (mended !== 1)
    throw new Error(`The import of createRequire was found ${mended} times in place of once.`);
}

/** ncc writes this copy of web-tree-sitter's WebAssembly as if it were text; the one in `grammars/` is the one that is read. */
function dropMangledAssets(folder: string): void {
  for (const name of readdirSync(folder))
    if (/^[0-9a-f]{20}\.wasm$/.test(name)) rmSync(path.join(folder, name));
}

function run(program: string, args: readonly string[], cwd: string): void {
  const { status, error } = spawnSync(path.join(root, "node_modules", ".bin", program), args, {
    cwd,
    stdio: "inherit",
  });
  if (status !== 0) throw error ?? new Error(`${program} ended with ${status}.`);
}
