import { createHmac, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type ApplicationFunction, Probot, Server } from "probot";
import { createApp } from "../app/create-app.ts";
import { measureInTurns } from "./measure.ts";
import type { BenchResult } from "./result.ts";

const ROUNDS = 200;
const BOUND = 3;
const secret = "a-webhook-secret-for-a-benchmark";

/** A signed delivery until its 2xx, by the App and by a Probot application that does nothing. */
export async function benchApp(): Promise<readonly BenchResult[]> {
  const nightshift = createApp({ reconcileMinutes: 0, cacheFolder: null }, { secrets: [secret] });
  const servers = [
    await openServer((app) => void app.on("push", () => {})),
    await openServer(nightshift.load),
  ] as const;
  const [bare, ours] = servers;
  const times = await measureInTurns(
    [
      { name: "bare", run: (round) => deliver(bare.port, round) },
      { name: "ours", run: (round) => deliver(ours.port, round) },
    ],
    ROUNDS,
  );
  await Promise.all(servers.map((server) => server.stop()));
  const [bareMs = Number.NaN, oursMs = Number.NaN] = [times.get("bare"), times.get("ours")];
  return [
    {
      name: "webhook to 2xx",
      measured: `${oursMs.toFixed(2)} ms`,
      against: `a bare Probot handler: ${bareMs.toFixed(2)} ms`,
      ratio: oursMs / bareMs,
      bound: BOUND,
    },
  ];
}

async function openServer(load: ApplicationFunction): Promise<Server> {
  const { privateKey: key } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const privateKey = key.export({ type: "pkcs1", format: "pem" }).toString();
  // Nobody listens there: what is to be done for a delivery fails later, which is not measured.
  const options = { appId: 1, privateKey, secret, baseUrl: "http://127.0.0.1:9", logLevel: "fatal" } as const;
  const { log } = await new Probot(options).ready();
  const server = new Server({
    ...{ port: await findPort(), host: "127.0.0.1", log },
    Probot: Probot.defaults({ ...options, log }),
  });
  await server.load(load);
  await server.start();
  return server;
}

async function deliver(port: number, round: number): Promise<undefined> {
  const body = JSON.stringify({
    ...{ ref: "refs/heads/main", deleted: false, installation: { id: 1 } },
    repository: { full_name: "acme/sums", default_branch: "main" },
    sender: { login: "wanda", type: "User" },
  });
  const response = await fetch(`http://127.0.0.1:${port}/api/github/webhooks`, {
    ...{ method: "POST", body },
    headers: {
      ...{
        "content-type": "application/json",
        "x-github-event": "push",
        "x-github-delivery": `${port}-${round}`,
      },
      "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
    },
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`the delivery was answered by ${response.status}`);
  return undefined;
}

async function findPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
