import type { Desk, Log } from "../../app/desk.ts";
import { openOffice } from "../../app/office/open-office.ts";
import { openDesk } from "../../app/open-desk.ts";
import { publishBundle } from "../../app/publish-bundle.ts";
import type { PublishRun } from "../../app/runs/publish-run.ts";
import { zipBundle } from "../../src/publish/bundle/zip-bundle.ts";
import {
  createMemoryWorld,
  type MemoryWorld,
  type MemoryWorldOptions,
} from "./memory-github/memory-world.ts";
import { type CallHooks, createMemoryGitHub, type MemoryCall } from "./memory-github.ts";
import { type ToldCampaign, tellCampaign } from "./publish-rig.ts";

/** The App on GitHub in memory: deliveries in, the world changed. */
export type AppRig = {
  readonly world: MemoryWorld;
  /** Calls of all connections, in order. */
  readonly calls: MemoryCall[];
  readonly logs: string[];
  /** Delivers, and waits until it is worked off. */
  deliver(
    name: string,
    payload: object,
    options?: { readonly id?: string; readonly sender?: string },
  ): Promise<string>;
  reconcile(): Promise<void>;
  desk(): Promise<Desk>;
  /** As after a restart: what the App had in its memory is gone. */
  restart(): void;
  /** Time passes. */
  advance(ms: number): void;
  writes(): readonly MemoryCall[];
};

/** The sender who may write, and one who may not. */
export const people = { writer: "wanda", outsider: "otto" } as const;

/** Opens it. `config` is the text of `.github/nightshift.yml`; null: there is none. */
export function openAppRig({
  config = null,
  hooks = {},
  publish = publishBundle,
  readSettings = async () => ({ status: "hidden", httpStatus: 403 }),
  files = { "README.md": "# Sums\n", "src/a.js": "a\n", "src/b.js": "b\n" },
  ...options
}: MemoryWorldOptions & {
  readonly config?: string | null;
  readonly hooks?: CallHooks;
  readonly publish?: PublishRun;
  readonly readSettings?: Desk["readSettings"];
} = {}): AppRig {
  const world = createMemoryWorld({
    ...options,
    files: config === null ? files : { ...files, ".github/nightshift.yml": config },
  });
  world.permissions.set(people.writer, "write").set(people.outsider, "read");
  const calls: MemoryCall[] = [];
  const logs: string[] = [];
  let passedMs = 0;
  const say = (level: string) => (fields: object, message: string) =>
    void logs.push(JSON.stringify({ level, message, ...fields }));
  const log: Log = { info: say("info"), warn: say("warn"), error: say("error") };
  const connect = () =>
    createMemoryGitHub({
      world,
      hooks: {
        before: async (call) => {
          calls.push(call);
          await hooks.before?.(call);
        },
        after: (call) => hooks.after?.(call),
      },
    }).github;
  const openOwn = (own: Log) =>
    openDesk(
      { connect },
      {
        login: world.login,
        publish,
        getUsage: () => ({ calls: calls.length, cached: 0, hitRate: 0, remaining: null }),
        readSettings,
        clock: { now: () => new Date(Date.now() + passedMs).toISOString() },
        log: own,
      },
    );
  const { owner, name: repo } = world.info;
  const open = () =>
    openOffice({
      openDesk: (_where, own) => openOwn(own),
      listInstalled: async () => [{ installation: 1, repository: { owner, name: repo } }],
      log,
    });
  let office = open();
  let deliveries = 0;
  return {
    world,
    calls,
    logs,
    async deliver(name, payload, { id, sender = people.writer } = {}) {
      deliveries += 1;
      const outcome = office.take({
        id: id ?? `delivery-${deliveries}`,
        name,
        payload: {
          installation: { id: 1 },
          repository: { full_name: `${owner}/${repo}`, default_branch: world.info.defaultBranch },
          sender: { login: sender, type: sender.endsWith("[bot]") ? "Bot" : "User" },
          ...payload,
        },
      });
      await office.idle();
      return outcome;
    },
    async reconcile() {
      await office.reconcileAll();
      await office.idle();
    },
    async desk() {
      const desk = await openOwn(log);
      if (desk === null) throw new Error("there is no desk");
      return desk;
    },
    advance: (ms) => {
      passedMs += ms;
    },
    restart: () => {
      office = open();
    },
    writes: () => calls.filter(({ isWrite }) => isWrite),
  };
}

/** A run of a workflow that has ended; ids are given in order. */
export function endRun(
  { world }: Pick<AppRig, "world">,
  workflow: string,
  changes: Partial<MemoryWorld["runs"][number]> = {},
): number {
  const id = Math.max(100, ...world.runs.map((run) => run.id)) + 1;
  const { owner, name, defaultBranch } = world.info;
  world.runs.push({
    ...{ id, workflow, event: "workflow_dispatch", status: "completed", conclusion: "success" },
    headSha: world.refs.get(`refs/heads/${defaultBranch}`) ?? "",
    headBranch: defaultBranch,
    headRepository: `${owner}/${name}`,
    url: `https://github.example/${owner}/${name}/actions/runs/${id}`,
    ...changes,
  });
  return id;
}

/** Uploads an artifact for a run. */
export function upload({ world }: Pick<AppRig, "world">, runId: number, name: string, zip: Buffer): void {
  world.artifacts.push({
    ...{ id: world.nextId(), name, runId, zip },
    sizeBytes: zip.length,
    digest: "",
    isExpired: false,
  });
}

/** A campaign that has ended, with its bundle; and what verify will say of it. */
export function endCampaign(rig: Pick<AppRig, "world">, told: ToldCampaign) {
  const source = tellCampaign(rig.world, told);
  const run = endRun(rig, "nightshift.yml");
  if (!("zip" in source.bundle)) throw new Error("a zip is needed");
  upload(rig, run, "nightshift-bundle", source.bundle.zip);
  return { run, source };
}

/** A run of verify that has ended with a verdict. */
export function endVerify(rig: Pick<AppRig, "world">, verdict: Uint8Array): number {
  const run = endRun(rig, "nightshift-verify.yml");
  upload(rig, run, "nightshift-verdict", Buffer.from(zipBundle(new Map([["verdict.json", verdict]]))));
  return run;
}

/** The delivery that tells of a run's end. */
export function runPayload({ world }: Pick<AppRig, "world">, id: number): object {
  const workflow = world.runs.find((run) => run.id === id)?.workflow;
  return { action: "completed", workflow_run: { id, path: `.github/workflows/${workflow}` } };
}

/** Somebody's comment, and the delivery that tells of it. */
export function comment(
  { world }: Pick<AppRig, "world">,
  issue: number,
  body: string,
  author: string = people.writer,
): { readonly id: number; readonly payload: object } {
  const id = world.nextId();
  const at = new Date().toISOString();
  world.comments.set(id, {
    id,
    issue,
    author,
    isBot: author.endsWith("[bot]"),
    body,
    createdAt: at,
    updatedAt: at,
  });
  return { id, payload: { action: "created", issue: { number: issue }, comment: { id, body } } };
}

/** Publishes a campaign through the App's own events. Gives the numbers of the pull requests. */
export async function offer(rig: AppRig, told: ToldCampaign): Promise<readonly number[]> {
  const { run, source } = endCampaign(rig, told);
  await rig.deliver("workflow_run", runPayload(rig, run));
  const verify = endVerify(rig, source.verdict as Uint8Array);
  await rig.deliver("workflow_run", runPayload(rig, verify));
  return [...rig.world.pullRequests.keys()];
}
