import { mkdirSync, writeFileSync } from "node:fs";
import { totalmem, userInfo } from "node:os";
import { basename, dirname, isAbsolute, join } from "node:path";
import type { Config } from "../config/schema.ts";
import type { Git, ProcessRunner } from "../ports.ts";
import { findCgroup } from "./cgroup.ts";
import { chooseIsolation } from "./choose-isolation.ts";
import { chooseUser, writePasswd } from "./choose-user.ts";
import { cleanPath } from "./clean-path.ts";
import { createDecoy } from "./decoy.ts";
import { writeGitDirectory } from "./git-directory.ts";
import type { Isolation } from "./isolation.ts";
import { writeOwnerFile } from "./owner-file.ts";
import { removeSandboxFolders } from "./remove-sandbox-folders.ts";
import { sandboxFolder } from "./sandbox-folder.ts";
import type { SandboxPlace } from "./sandbox-mounts.ts";
import { type Site, seenAt } from "./site.ts";
import { findSupportFolder } from "./support-folder.ts";
import { findToolchains } from "./toolchains.ts";
import { type Owner, openWorkTree } from "./work-tree.ts";
import { createWorkTreeGit } from "./work-tree-git.ts";

/** What a campaign's folder is made from. */
export type CampaignFolderOptions = {
  readonly campaign: string;
  /** Absolute. */
  readonly stateRoot: string;
  readonly config: Config["sandbox"];
  /** The caller's variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told what a person has to know: what is not protected. */
  readonly onWarning: (text: string) => void;
};

/** What a campaign's folder works with. */
export type CampaignFolderDeps = {
  readonly git: Pick<Git, "root" | "commonDir" | "state" | "treeOf">;
  readonly processes: ProcessRunner;
};

/** The folder of a campaign's sandboxes, with what they share. */
export type CampaignFolder = {
  readonly site: Site;
  /** Opens the place of that name in it, without dependencies. */
  openPlace(name: string): Promise<SandboxPlace>;
  /** Prepares what sandboxes on a commit and on those like it show of git. */
  warmUp(commit: string): Promise<void>;
  /** Deletes the folder. */
  remove(): Promise<void>;
};

/** Makes the folder of a campaign's sandboxes and chooses how they are isolated. Throws `ISOLATION_MISSING`. */
export async function openCampaignFolder(
  { campaign, stateRoot, config, environment, onWarning }: CampaignFolderOptions,
  deps: CampaignFolderDeps,
): Promise<CampaignFolder> {
  const { root, commonDir } = deps.git;
  const path = cleanPath(environment.PATH);
  const isolation = await chooseIsolation({ mode: config.isolation, path, onWarning }, deps);
  const folder = sandboxFolder(stateRoot, campaign);
  const gitDir = join(folder, "git");
  const decoyObjects = join(folder, "decoy");
  await writeOwnerFile(folder);
  mkdirSync(decoyObjects, { recursive: true });
  const { objectFormat } = await deps.git.state();
  await writeGitDirectory({ folder: gitDir, objects: join(commonDir, "objects"), objectFormat });

  const emptyFile = join(folder, "empty");
  writeFileSync(emptyFile, "");
  const home = environment.HOME ?? userInfo().homedir;
  const site: Site = {
    isolation,
    root,
    path,
    toolchains: findToolchains({ home, emptyFile, path, environment }),
    home,
    emptyFile,
    support: findSupportFolder(),
    decoyObjects,
    hidden: [stateRoot, commonDir, ...findRunnerFolders(environment)].filter(
      (each) => !each.startsWith(`${root}/`) && !`${root}/`.startsWith(`${each}/`),
    ),
    limits: chooseLimits(config),
    cgroup: isolation.status === "isolated" ? findCgroup() : null,
    environment,
  };
  const place = { gitDir, path: path.join(":") };
  const git = createWorkTreeGit({ ...place, tree: root, index: join(folder, "index"), owner: null }, deps);
  const decoy = createDecoy({ objects: decoyObjects, objectFormat }, { git });

  async function openPlace(name: string): Promise<SandboxPlace> {
    const own = join(folder, name);
    const owner = chooseOwner(own, isolation);
    const seenObjects = isolation.status === "isolated" ? seenAt.decoyObjects : decoyObjects;
    const workTree = openWorkTree(
      { ...place, folder: own, owner, objectFormat, decoyObjects: seenObjects },
      { ...deps, decoy },
    );
    const passwd = owner === null ? null : join(own, "passwd");
    if (passwd !== null && owner !== null) await writePasswd(passwd, owner.user);
    return { site, workTree, dependencies: [], passwd };
  }

  return {
    site,
    openPlace,
    async warmUp(commit) {
      await decoy.prepare(await deps.git.treeOf(commit));
    },
    remove: () => removeSandboxFolders({ sandboxes: dirname(folder), names: [basename(folder)] }, deps),
  };
}

/** Where GitHub's runner keeps its command files, the event and what actions bring along. */
function findRunnerFolders(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const files = ["GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"];
  const named = [environment.RUNNER_TEMP, ...files.map((name) => environment[name]).map(toFolder)];
  return [
    ...new Set(named.filter((path) => path !== undefined && isAbsolute(path) && path !== "/")),
  ] as string[];
}

function toFolder(file: string | undefined): string | undefined {
  return file === undefined || file === "" ? undefined : dirname(file);
}

/** On a machine with little memory the machine's own limit comes first. */
function chooseLimits({ memoryMb, processes, openFiles, diskMb }: Config["sandbox"]): Site["limits"] {
  const mostMb = Math.floor((totalmem() / 1024 / 1024) * 0.75);
  return { memoryMb: Math.min(memoryMb, mostMb), processMemoryMb: memoryMb, processes, openFiles, diskMb };
}

function chooseOwner(folder: string, isolation: Isolation): Owner {
  return isolation.status === "isolated" && isolation.dropUser
    ? { user: chooseUser(folder), programs: isolation.programs }
    : null;
}
