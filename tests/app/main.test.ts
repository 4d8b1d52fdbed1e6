import { spawn } from "node:child_process";
import { createHmac, generateKeyPairSync } from "node:crypto";
import { copyFileSync } from "node:fs";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "../../app/read-settings.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";

const secret = "a-webhook-secret-for-tests";
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();

let closing: (() => Promise<unknown> | unknown)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});

/** A GitHub that knows the App and answers nothing else; what it was asked is listed. */
async function openGitHub(): Promise<{
  readonly url: string;
  readonly asked: string[];
  readonly server: HttpServer;
}> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const answers: Readonly<Record<string, object>> = {
      "GET /app": { slug: "nightshift" },
      "POST /app/installations/1/access_tokens": {
        token: "ghs_a-token-that-nobody-sees",
        expires_at: "2030-01-01T00:00:00Z",
        permissions: {},
      },
    };
    const route = `${request.method} ${request.url?.split("?")[0]?.replace("/api/v3", "")}`;
    const answer = route === "GET /app/installations" ? [] : answers[route];
    response.writeHead(answer === undefined ? 404 : route.startsWith("POST") ? 201 : 200, {
      "content-type": "application/json",
    });
    response.end(JSON.stringify(answer ?? { message: "Not Found" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server };
}

async function openApp() {
  const github = await openGitHub();
  const port = await findPort();
  const folder = openScratchFolder();
  closing.push(() => folder[Symbol.dispose]());
  const child = spawn(process.execPath, [path.resolve("app/main.ts")], {
    cwd: folder.path,
    env: {
      ...{ PATH: process.env.PATH, APP_ID: "1", PRIVATE_KEY: pem, WEBHOOK_SECRET: secret, HOST: "127.0.0.1" },
      ...{
        PORT: String(port),
        LOG_FORMAT: "json",
        NODE_ENV: "production",
        NIGHTSHIFT_RECONCILE_MINUTES: "0",
      },
      ...{ GHE_HOST: new URL(github.url).host, GHE_PROTOCOL: "http" },
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  closing.push(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const until = async (what: string) => {
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
      text += chunk;
      if (text.includes(what)) return;
    }
    throw new Error(`it ended without ${what}: ${text}`);
  };
  await until("Listening on");
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  const url = `http://127.0.0.1:${port}`;
  const post = (
    name: string,
    payload: object,
    options: { readonly id?: string; readonly key?: string } = {},
  ) => {
    const body = JSON.stringify(payload);
    return fetch(`${url}/api/github/webhooks`, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        connection: "close",
        "x-github-event": name,
        "x-github-delivery": options.id ?? "d1",
        "x-hub-signature-256": `sha256=${createHmac("sha256", options.key ?? secret)
          .update(body)
          .digest("hex")}`,
      },
    });
  };
  return { github, post, url, until, read: () => text, stop };
}

async function findPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const push = {
  ref: "refs/heads/main",
  deleted: false,
  installation: { id: 1 },
  repository: { full_name: "acme/sums", name: "sums", owner: { login: "acme" }, default_branch: "main" },
  sender: { login: "wanda", type: "User" },
};

describe("the App on Probot", () => {
  let app: Awaited<ReturnType<typeof openApp>>;
  beforeAll(async () => {
    app = await openApp();
  });

  it("takes nothing with a wrong signature", async () => {
    const { github, post } = app;
    expect((await post("push", push, { key: "another" })).status).toBeGreaterThanOrEqual(400);
    expect(github.asked.filter((line) => line.includes("/repos/"))).toEqual([]);
  });

  it("tells that it is well, and nothing else, where nobody has signed in", async () => {
    const { url } = app;
    const health = await fetch(`${url}/health`, { headers: { connection: "close" } });
    expect([health.status, await health.json()]).toEqual([200, { status: "ok", waiting: 0 }]);
    expect((await fetch(`${url}/elsewhere`, { headers: { connection: "close" } })).status).toBe(404);
  });

  it("answers a signed delivery at once, works it off later, says nothing secret, and ends when it is asked to", async () => {
    const { github, read, until, post, stop } = app;
    expect((await post("push", push)).status).toBe(200);
    await until("a task failed");
    expect(github.asked).toContain("GET /api/v3/repos/acme/sums");
    expect(await stop()).toBe(0);
    const lines = read().trim().split("\n");
    expect(lines.join()).toContain('"delivery":"d1"');
    for (const value of [secret, pem.split("\n")[1] ?? "", "ghs_a-token-that-nobody-sees"])
      expect(lines.join()).not.toContain(value);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });
});

describe("npm start without an App", () => {
  it("shows Probot's setup page, with what app.yml asks for", async () => {
    const [folder, port] = [openScratchFolder(), await findPort()];
    closing.push(() => folder[Symbol.dispose]());
    copyFileSync("app.yml", path.join(folder.path, "app.yml"));
    const child = spawn(process.execPath, [path.resolve("app/main.ts")], {
      cwd: folder.path,
      env: { PATH: process.env.PATH, HOST: "127.0.0.1", PORT: String(port), NO_SMEE_SETUP: "true" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    closing.push(async () => {
      child.kill("SIGKILL");
      await ended;
    });
    for await (const chunk of child.stdout.iterator({ destroyOnReturn: false }))
      if (String(chunk).includes("Listening on")) break;
    const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: "close" } });
    expect([page.status, new URL(page.url).pathname]).toEqual([200, "/probot"]);
    const text = await page.text();
    expect(text).toContain("Register GitHub App");
    for (const part of ["Leaves verified draft pull requests", "pull_request_review", "workflow_run"])
      expect(text).toContain(part);
  });
});

describe("readSettings", () => {
  it("has defaults, and names a variable that cannot be used", () => {
    expect(readSettings({})).toEqual({ reconcileMinutes: 60, cacheFolder: null });
    expect(readSettings({ NIGHTSHIFT_CACHE_DIR: "", NIGHTSHIFT_RECONCILE_MINUTES: "5" })).toMatchObject({
      reconcileMinutes: 5,
    });
    expect(() => readSettings({ NIGHTSHIFT_RECONCILE_MINUTES: "often" })).toThrow(
      "NIGHTSHIFT_RECONCILE_MINUTES",
    );
  });
});
