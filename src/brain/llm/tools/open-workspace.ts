import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { FileEdit } from "../../../domain/candidate.ts";
import { NightshiftError } from "../../../domain/errors.ts";
import type { BrainTask } from "../../brain.ts";
import { explainPlace } from "./explain-place.ts";
import { findPlace } from "./find-place.ts";
import { findTextFault } from "./find-text-fault.ts";
import { findWriteFault } from "./find-write-fault.ts";
import { quotePath } from "./quote-path.ts";
import { resolvePath } from "./resolve-path.ts";
import type { PathRefusal, Workspace } from "./workspace.ts";

type Original = Pick<FileEdit, "mode"> & { readonly content: string };

/** What the sandbox refuses of a path, in its own words. */
const pathErrors: ReadonlySet<string> = new Set(["BAD_PATH", "PATH_LEAVES_SANDBOX"]);

/** The candidate of a task, with no edit yet. The sandbox has to be at its base when it is first read from. */
export function openWorkspace(
  task: Pick<BrainTask, "sandbox" | "trackedFiles" | "editableFiles" | "protectionOf">,
): Workspace {
  const { sandbox } = task;
  const tracked = new Set(task.trackedFiles);
  const editable = new Set(task.editableFiles);
  const edits = new Map<string, FileEdit & { readonly content: string }>();
  /** Of edited files alone, read before their first edit. */
  const originals = new Map<string, Original>();
  let regular: Promise<readonly string[]> | undefined;

  const resolve = (path: string) => resolvePath(path, sandbox.mountPath);

  const list = (): readonly string[] =>
    [...task.trackedFiles, ...[...edits.keys()].filter((path) => !tracked.has(path))].toSorted(compare);

  const readBase = async (path: string): Promise<({ status: "read" } & Original) | PathRefusal> => {
    const place = await findPlace(sandbox.dir, path);
    if (place.kind !== "file" || !tracked.has(path))
      return refuse(explainPlace({ path, place, paths: list(), isTracked: tracked.has(path) }));
    const sizeFault = findTextFault(path, place.sizeBytes);
    if (sizeFault !== null) return refuse(sizeFault);
    const bytes = await sandbox.read(path);
    if (bytes === null) return refuse(`${quotePath(path)} cannot be read.`);
    const fault = findTextFault(path, bytes);
    return fault === null
      ? { status: "read", content: bytes.toString("utf8"), mode: place.mode }
      : refuse(fault);
  };

  const check: Workspace["check"] = async (path) => {
    const resolved = resolve(path);
    if (resolved.status === "refused") return resolved;
    const isTracked = tracked.has(resolved.path);
    const isOwn = edits.has(resolved.path) && !isTracked;
    const place = await findPlace(sandbox.dir, resolved.path);
    const isFree = place.kind === "missing" && !list().some((other) => resolved.path.startsWith(`${other}/`));
    if (!isOwn && !isFree && !(place.kind === "file" && isTracked))
      return refuse(explainPlace({ path: resolved.path, place, paths: list(), isTracked }));
    const protection = task.protectionOf(resolved.path);
    const fault = findWriteFault(resolved.path, {
      isTracked,
      protection,
      isEditable: editable.has(resolved.path),
    });
    return fault === null ? { status: "editable", isThere: isTracked || isOwn, isOwn } : refuse(fault);
  };

  const write: Workspace["write"] = async (path, content) => {
    const resolved = resolve(path);
    if (resolved.status === "refused") return resolved;
    const checked = await check(resolved.path);
    if (checked.status === "refused") return checked;
    const fault = findTextFault(resolved.path, content);
    if (fault !== null) return refuse(fault);
    if (checked.isOwn && content === "") {
      await sandbox.apply([{ path: resolved.path, mode: "100644", content: null }]);
      edits.delete(resolved.path);
      return { status: "taken-away" };
    }
    if (checked.isThere && !checked.isOwn && !originals.has(resolved.path)) {
      const base = await readBase(resolved.path);
      if (base.status === "refused") return base;
      originals.set(resolved.path, base);
    }
    const original = originals.get(resolved.path);
    const edit = { path: resolved.path, mode: original?.mode ?? "100644", content } as const;
    const refusal = await apply(edit);
    if (refusal !== null) return refusal;
    if (content === original?.content) edits.delete(edit.path);
    else edits.set(edit.path, edit);
    return { status: content === original?.content ? "restored" : "written" };
  };

  const apply = async (edit: FileEdit): Promise<PathRefusal | null> => {
    try {
      await sandbox.apply([edit]);
      return null;
    } catch (error) {
      if (error instanceof NightshiftError && pathErrors.has(error.code)) return refuse(error.message);
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "ENAMETOOLONG") return refuse(`${quotePath(edit.path)} is too long a name.`);
      throw error;
    }
  };

  const sortedEdits = () => [...edits.values()].toSorted((a, b) => compare(a.path, b.path));

  return {
    resolve,
    check,
    write,
    list,
    read: async (path) => {
      const resolved = resolve(path);
      if (resolved.status === "refused") return resolved;
      const edit = edits.get(resolved.path);
      if (edit !== undefined) return { status: "read", text: edit.content };
      const base = await readBase(resolved.path);
      return base.status === "read" ? { status: "read", text: base.content } : base;
    },
    listFiles: async () => {
      regular ??= filterRegular(sandbox.dir, task.trackedFiles);
      const known = await regular;
      return [...known, ...[...edits.keys()].filter((path) => !tracked.has(path))].toSorted(compare);
    },
    edits: sortedEdits,
    restore: async () => {
      await sandbox.reset();
      if (edits.size > 0) await sandbox.apply(sortedEdits());
    },
  };
}

async function filterRegular(tree: string, paths: readonly string[]): Promise<readonly string[]> {
  const isRegular = await Promise.all(
    paths.map((path) =>
      lstat(join(tree, path)).then(
        (found) => found.isFile(),
        () => false,
      ),
    ),
  );
  return paths.filter((_, index) => isRegular[index] === true);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function refuse(reason: string): PathRefusal {
  return { status: "refused", reason };
}
