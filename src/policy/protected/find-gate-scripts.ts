import { posix } from "node:path";
import type { GateConfig } from "../../config/schema.ts";
import { listNamedScripts } from "./list-named-scripts.ts";

/** Kinds whose command is a judge; a golden gate's command is the very program that is judged. */
const judging: readonly GateConfig["kind"][] = ["tests", "lint", "typecheck"];

/**
 * The repository's own programs that judging gates run, by their command or by the script of `package.json` that it
 * names. Relative to the root. `readBase` reads the base's files.
 */
export async function findGateScripts(
  gates: readonly Pick<GateConfig, "kind" | "command" | "cwd" | "before">[],
  readBase: (path: string) => Promise<string | null>,
): Promise<readonly string[]> {
  const found = gates
    .filter(({ kind }) => judging.includes(kind))
    .map(async ({ command, cwd }) => {
      const named = await findPackageScripts(command, cwd, readBase);
      return [command, ...named].flatMap((one) => listNamedScripts(one, cwd));
    });
  return (await Promise.all(found)).flat();
}

async function findPackageScripts(
  command: string | readonly string[],
  cwd: string,
  readBase: (path: string) => Promise<string | null>,
): Promise<readonly string[]> {
  const line = typeof command === "string" ? command : command.join(" ");
  const names = [...line.matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:run(?:-script)?\s+)?([\w:.-]+)/g)].map(
    ([, name = ""]) => (name === "t" ? "test" : name),
  );
  if (names.length === 0) return [];
  const scripts = readScripts(await readBase(posix.join(cwd, "package.json")));
  const direct = names
    .flatMap((name) => [`pre${name}`, name, `post${name}`])
    .flatMap((name) => scripts.get(name) ?? []);
  // One script often calls others.
  const called = direct.flatMap((text) =>
    [...text.matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?([\w:.-]+)/g)].flatMap(
      ([, name = ""]) => scripts.get(name) ?? [],
    ),
  );
  return [...direct, ...called];
}

function readScripts(text: string | null): ReadonlyMap<string, string> {
  try {
    const { scripts } = JSON.parse(text ?? "{}") as { scripts?: Record<string, unknown> };
    const entries = Object.entries(scripts ?? {}).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    );
    return new Map(entries);
  } catch {
    return new Map();
  }
}
