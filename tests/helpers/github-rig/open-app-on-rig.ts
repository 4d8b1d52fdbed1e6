import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { repositoryRoot } from "../config-project.ts";
import type { Json } from "./api-call.ts";
import type { GitHubRig } from "./open-github-rig.ts";

/** The App as a process on loopback, signed in to a rig. */
export type AppOnRig = AsyncDisposable & {
  /** Sends an event as GitHub does, and gives the answer's status; the work is done when `idle` is. */
  deliver(name: string, payload: Json, id?: string): Promise<number>;
  /** Until nothing waits or runs. */
  idle(): Promise<void>;
  /** Kills it and starts it elsewhere: it reconciles, and is idle then. */
  restart(): Promise<void>;
  /** Lines of the log that tell of what failed. */
  listFailures(): readonly string[];
};

const secret = "a-webhook-secret-for-tests";
const maxPolls = 2_400;

/** Starts it; its first reconcile pass is done then. */
export async function openAppOnRig(rig: GitHubRig): Promise<AppOnRig> {
  const { id: appId, privateKey, installation } = rig.app;
  let log = "";
  let url = "";
  let child: ChildProcess | null = null;

  const poll = async (isDone: () => Promise<boolean>): Promise<void> => {
    for (let polls = 0; polls < maxPolls; polls += 1) {
      if (await isDone().catch(() => false)) return;
      await wait(25);
    }
    throw new Error(`the App does not come to an end: ${log.slice(-2_000)}`);
  };
  const idle = () =>
    poll(async () => {
      const health = (await (await fetch(`${url}/health`)).json()) as Json;
      return health.waiting === 0;
    });
  const stop = async () => {
    if (child === null || child.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "close");
  };
  const start = async () => {
    const port = await findPort();
    url = `http://127.0.0.1:${port}`;
    const seen = rig.proxy.log.length;
    child = spawn(process.execPath, [path.join(repositoryRoot, "app/main.ts")], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...{ PATH: process.env.PATH, PORT: String(port), HOST: "127.0.0.1", NODE_ENV: "production" },
        ...{ APP_ID: String(appId), PRIVATE_KEY: privateKey, WEBHOOK_SECRET: secret, LOG_FORMAT: "json" },
        ...{ GHE_HOST: new URL(rig.proxy.url).host, GHE_PROTOCOL: "http", NIGHTSHIFT_RECONCILE_MINUTES: "0" },
      },
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (data) => {
        log += String(data);
      });
    // The pass is queued as soon as the repositories are known.
    await poll(async () =>
      rig.proxy.log.slice(seen).some(({ path: asked }) => asked.startsWith("/installation/repositories")),
    );
    await wait(50);
    await idle();
  };
  await start();
  return {
    async deliver(name, payload, id = randomUUID()) {
      const body = JSON.stringify({
        ...{ installation: { id: installation }, sender: { login: "octo", type: "User" } },
        repository: { full_name: rig.repository, default_branch: "main" },
        ...payload,
      });
      const signature = createHmac("sha256", secret).update(body).digest("hex");
      const response = await fetch(`${url}/api/github/webhooks`, {
        ...{ method: "POST", body },
        headers: {
          ...{ "content-type": "application/json", connection: "close", "x-github-event": name },
          ...{ "x-github-delivery": id, "x-hub-signature-256": `sha256=${signature}` },
        },
      });
      return response.status;
    },
    idle,
    async restart() {
      await stop();
      await start();
    },
    listFailures: () =>
      log
        .split("\n")
        .filter((line) => line.startsWith("{") && Number(Reflect.get(JSON.parse(line), "level")) >= 40),
    [Symbol.asyncDispose]: stop,
  };
}

async function findPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
