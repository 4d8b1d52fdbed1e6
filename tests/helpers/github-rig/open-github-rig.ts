import { execFileSync } from "node:child_process";
import path from "node:path";
import { createEmulator } from "emulate";
import { openScratchFolder } from "../scratch-folder.ts";
import type { Caller, Json } from "./api-call.ts";
import { createIssueCorrection } from "./correct-issues.ts";
import { correctPullRequests } from "./correct-pull-requests.ts";
import { correctRepository } from "./correct-repository.ts";
import { keepReactions } from "./keep-reactions.ts";
import { openRunStore, type RunStore } from "./keep-runs.ts";
import { mirrorRefs } from "./mirror-refs.ts";
import { type ApiProxy, openApiProxy } from "./open-api-proxy.ts";
import { signAppToken } from "./sign-app-token.ts";

/** Files of a commit, by path; null takes one away. */
export type RigFiles = Readonly<Record<string, string | null>>;

/** GitHub on loopback, with one repository, its runs, a remote to clone from, and a log of all that was asked. */
export type GitHubRig = AsyncDisposable & {
  readonly repository: string;
  readonly proxy: ApiProxy;
  readonly runs: RunStore;
  readonly reactions: ReadonlySet<string>;
  readonly app: { readonly id: number; readonly privateKey: string; readonly installation: number };
  /** A token of the App or of a workflow's job, with these permissions alone. */
  openToken(permissions: NonNullable<Caller["permissions"]>): Promise<string>;
  /** Asks as a person: the maintainer's token by default. The answer's body; throws for a refusal. */
  ask(method: string, path: string, body?: unknown, token?: string): Promise<Json>;
  /** A person's commit on the default branch; the commit. */
  push(files: RigFiles, message?: string): Promise<string>;
  readRef(ref: string): Promise<string | null>;
  /** A fresh clone of what GitHub has now, at the default branch or the one that is named. */
  checkOut(branch?: string): Promise<string>;
};

/** Tokens of people: one who may write, and one who may only look. */
export const people = { maintainer: "token-of-maintainer", visitor: "token-of-visitor" } as const;

const appId = 12_345;
const installation = 100;
const permissions = { contents: "write", pull_requests: "write", issues: "write", actions: "write" } as const;
const [owner, name] = ["octo", "project"];
const repository = `${owner}/${name}`;

/** Opens it with a first commit of these files. */
export async function openGitHubRig(files: RigFiles): Promise<GitHubRig> {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(openScratchFolder()).path;
  const emulator = await createEmulator({
    service: "github",
    port: 0,
    seed: {
      tokens: {
        [people.maintainer]: { login: owner, scopes: ["repo"] },
        [people.visitor]: { login: "visitor", scopes: ["repo"] },
      },
      github: {
        users: [{ login: owner }, { login: "visitor" }],
        repos: [{ owner, name, auto_init: true }],
        apps: [
          {
            ...{ app_id: appId, slug: "nightshift", name: "Nightshift" },
            permissions: { ...permissions, metadata: "read" },
            installations: [
              {
                installation_id: installation,
                account: owner,
                permissions: { ...permissions, metadata: "read" },
              },
            ],
          },
        ],
      },
    } as never,
  });
  stack.defer(() => emulator.close());
  const privateKey =
    emulator.generatedSecrets.find(({ kind }) => kind === "github.app_private_key")?.value ?? "";
  const reactions = new Set<string>();
  const runs = openRunStore(repository, "main");
  const proxy = stack.use(
    await openApiProxy({
      upstream: emulator.url,
      sacredPath: `/repos/${repository}/git/ref/heads/main`,
      corrections: [
        correctRepository,
        createIssueCorrection(),
        correctPullRequests,
        keepReactions(reactions),
        runs.correct,
      ],
      findStored: runs.findStored,
    }),
  );
  const addPerson = (login: string, token: string) =>
    proxy.callers.set(token, { login, token, kind: "person", permissions: null });
  addPerson(owner, people.maintainer);
  addPerson("visitor", people.visitor);

  const ask: GitHubRig["ask"] = async (method, where, body, token = people.maintainer) => {
    const response = await fetch(`${proxy.url}${where}`, {
      method,
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${text}`);
    return (text === "" ? {} : JSON.parse(text)) as Json;
  };
  const at = `/repos/${repository}`;
  const readRef: GitHubRig["readRef"] = async (ref) => {
    const { body } = await proxy.ask("GET", `${at}/git/${ref.replace(/^refs/, "ref")}`, {
      token: people.maintainer,
    });
    return (Reflect.get(Object(Reflect.get(Object(body), "object")), "sha") as string | undefined) ?? null;
  };
  const push: GitHubRig["push"] = async (changed, message = "change") => {
    const parent = (await readRef("refs/heads/main")) ?? "";
    const entries = await Promise.all(
      Object.entries(changed).map(async ([file, content]) => ({
        ...{ path: file, mode: "100644", type: "blob" },
        sha:
          content === null
            ? null
            : (await ask("POST", `${at}/git/blobs`, { content, encoding: "utf-8" })).sha,
      })),
    );
    const { tree: base } = await ask("GET", `${at}/git/commits/${parent}`);
    const tree = await ask("POST", `${at}/git/trees`, {
      base_tree: Reflect.get(Object(base), "sha"),
      tree: entries,
    });
    const commit = await ask("POST", `${at}/git/commits`, { message, tree: tree.sha, parents: [parent] });
    await ask("PATCH", `${at}/git/refs/heads/main`, { sha: commit.sha });
    return String(commit.sha);
  };
  const bare = path.join(folder, "remote.git");
  execFileSync("git", ["init", "-q", "--bare", "-b", "main", bare]);
  let checkouts = 0;
  await push(files, "base");
  const rest = stack.move();
  return {
    ...{ repository, proxy, runs, reactions, app: { id: appId, privateKey, installation } },
    ...{ ask, push, readRef },
    async openToken(wanted) {
      const { body } = await proxy.ask("POST", `/app/installations/${installation}/access_tokens`, {
        token: signAppToken(appId, privateKey),
        body: { permissions: { ...wanted, metadata: "read" } },
      });
      const token = String(Reflect.get(Object(body), "token"));
      proxy.callers.set(token, { login: "nightshift[bot]", kind: "robot", token, permissions: wanted });
      return token;
    },
    async checkOut(branch = "main") {
      await mirrorRefs({ repository, token: people.maintainer, to: bare }, proxy.ask);
      const to = path.join(folder, `checkout-${++checkouts}`);
      execFileSync("git", ["clone", "-q", "-b", branch, `file://${bare}`, to]);
      return to;
    },
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}
