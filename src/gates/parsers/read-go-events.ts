import { z } from "zod";
import { unreadable } from "./unreadable.ts";

/** One event of a package or of a test in it. */
export type GoEvent = {
  readonly action: string;
  readonly package: string;
  readonly test: string | null;
  readonly output: string;
  readonly seconds: number;
};

const schema = z.object({
  Action: z.string(),
  Package: z.string().optional(),
  ImportPath: z.string().optional(),
  Test: z.string().optional(),
  Output: z.string().optional(),
  Elapsed: z.number().nonnegative().optional(),
});

/** What the go command itself says of a package that it could not build; before Go 1.24 this is no JSON. */
const unbuilt = /^FAIL\t(\S+) \[(?:build|setup) failed\]$/;
/** The go command's own lines: compiler errors by package, downloads, the closing word. */
const framing = /^(?:# .*|FAIL|go: .*|\S+\.go:\d+.*|\t.*|note: .*|too many errors|\s*)$/;

/** Reads the lines of `go test -json`; compiler errors that stand between them go to the packages they are about. */
export function readGoEvents(
  text: string,
): { readonly status: "read"; readonly values: readonly GoEvent[] } | ReturnType<typeof unreadable> {
  if (text.trim() === "") return unreadable("go test wrote no report", text);
  if (!text.endsWith("\n")) return unreadable("go test's report is cut in its last line", text);
  const values: GoEvent[] = [];
  const builds = new Map<string, string[]>();
  let building = "";
  const fail = (name: string) => {
    for (const output of builds.get(name) ?? []) values.push(buildEvent("output", name, output));
    values.push(buildEvent("fail", name, ""));
  };
  for (const [index, line] of text.split("\n").entries()) {
    if (!line.startsWith("{")) {
      const failed = unbuilt.exec(line)?.[1];
      if (failed !== undefined) {
        addOutput(failed, `${line}\n`);
        fail(failed);
      } else if (!framing.test(line)) {
        return unreadable(`line ${index + 1} is not of go test -json: ${line.slice(0, 120)}`, text);
      } else if (line.startsWith("# ")) building = plainImportPath(line.slice(2));
      else addOutput(building, `${line}\n`);
      continue;
    }
    const parsed = schema.safeParse(parseJson(line));
    if (!parsed.success)
      return unreadable(`line ${index + 1} is not of go test -json: ${line.slice(0, 120)}`, text);
    const { Action, Package, ImportPath, Test, Output = "", Elapsed = 0 } = parsed.data;
    if (Action === "build-output") addOutput(plainImportPath(ImportPath ?? ""), Output);
    if (Package === undefined) continue;
    // A package's build errors are told before it fails, so that its failure can show them.
    if (Action === "fail" && Test === undefined) fail(Package);
    else
      values.push({ action: Action, package: Package, test: Test ?? null, output: Output, seconds: Elapsed });
  }
  return { status: "read", values };

  function addOutput(name: string, output: string): void {
    const known = builds.get(name);
    if (known === undefined) builds.set(name, [output]);
    else known.push(output);
  }
}

function buildEvent(action: string, name: string, output: string): GoEvent {
  return { action, package: name, test: null, output, seconds: 0 };
}

/** `example.com/m [example.com/m.test]` is the package as it is built for its test. */
function plainImportPath(path: string): string {
  return path.split(" ")[0] ?? path;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Fits no schema.
    return undefined;
  }
}
