import { join } from "node:path";
import type { DependencyFolder } from "./dependency-folder.ts";
import { isFolder } from "./is-folder.ts";
import type { Mount } from "./mount.ts";
import { makeMountPoints } from "./mount-points.ts";
import { type Site, seenAt } from "./site.ts";
import { isInSystemFolder, listSystemMounts } from "./system-mounts.ts";
import type { WorkTree } from "./work-tree.ts";

/** All that commands in a sandbox see: the system, the toolchains, the work tree at the repository's own place. */
export function listSandboxMounts(
  { site, workTree, dependencies, passwd }: SandboxPlace,
  { network }: { readonly network: "none" | "host" },
): readonly Mount[] {
  return [
    ...listSystemMounts({ network, emptyFile: site.emptyFile }),
    ...(passwd === null ? [] : [{ kind: "read-only" as const, from: passwd, to: "/etc/passwd" }]),
    // A service's home may be in there; its toolchains are put back on top.
    ...(site.home.startsWith("/opt/") && isFolder(site.home)
      ? [{ kind: "hidden" as const, to: site.home }]
      : []),
    ...site.toolchains.mounts,
    ...site.hidden.filter((path) => isShown(path, site)).map((to) => ({ kind: "hidden" as const, to })),
    { kind: "temporary", to: seenAt.home },
    { kind: "writable", from: workTree.tree, to: site.root },
    ...mountDependencies(dependencies, { site, workTree }),
    { kind: "writable", from: workTree.out, to: seenAt.out },
    { kind: "read-only", from: site.support, to: seenAt.support },
    { kind: "read-only", from: process.execPath, to: seenAt.node },
    { kind: "read-only", from: site.decoyObjects, to: seenAt.decoyObjects },
  ];
}

/** Where the commands of one sandbox run. */
export type SandboxPlace = {
  readonly site: Site;
  readonly workTree: WorkTree;
  readonly dependencies: readonly DependencyFolder[];
  /** A list of users that knows the one that commands run as; null where the system's own does. */
  readonly passwd: string | null;
};

/** Whether the system or a toolchain would show a path; elsewhere an empty folder would only tell where it is. */
function isShown(path: string, { toolchains }: Site): boolean {
  return (
    isFolder(path) &&
    (isInSystemFolder(path) || toolchains.mounts.some(({ to }) => path.startsWith(`${to}/`) || path === to))
  );
}

function mountDependencies(
  dependencies: readonly DependencyFolder[],
  { site, workTree }: Pick<SandboxPlace, "site" | "workTree">,
): readonly Mount[] {
  const usable = new Set(
    makeMountPoints(
      workTree.tree,
      dependencies.map(({ path }) => path),
      workTree.owner,
    ),
  );
  return dependencies
    .filter(({ path }) => usable.has(path))
    .flatMap(({ path, copy, writable }) => [
      { kind: "read-only" as const, from: copy, to: join(site.root, path) },
      ...writable.map((part) => ({ kind: "temporary" as const, to: join(site.root, path, part) })),
    ]);
}
