import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A machine with secrets lying around and servers that wait, all of it made for one test. */
export type PlantedHost = AsyncDisposable & {
  /** In every secret, and nowhere else. */
  readonly canary: string;
  /** What a probe prints when something succeeds that leaves no trace on the host. Also in what it starts. */
  readonly mark: string;
  readonly home: string;
  /** A folder beneath the machine's own temporary folder. */
  readonly elsewhere: string;
  /** Must not change. */
  readonly sentinel: string;
  /** Must not come into being. */
  readonly harmed: string;
  readonly runnerTemp: string;
  readonly port: number;
  readonly port6: number | null;
  readonly udpPort: number;
  readonly abstractName: string;
  readonly sockets: readonly string[];
  /** A process that holds the canary in its variables and arguments. */
  readonly victim: number;
  /** Variables as a continuous integration has them, each of them a secret or the way to one. */
  readonly environment: Readonly<Record<string, string>>;
  /** What was harmed since the last time, described; puts it right again. */
  findHarm(): readonly string[];
};

const keyFiles = [
  ".ssh/id_ed25519",
  ".aws/credentials",
  ".npmrc",
  ".netrc",
  ".config/gh/hosts.yml",
  ".git-credentials",
  ".docker/config.json",
  ".kube/config",
  ".gnupg/private-keys-v1.d/key",
  ".bash_history",
  ".cargo/credentials.toml",
  ".pypirc",
  "sentinel",
];

/** Plants secrets and servers. Everything is gone when it is disposed. */
export async function plantHost(): Promise<PlantedHost> {
  const nonce = randomBytes(8).toString("hex");
  const [canary, mark] = [`c4nary-${nonce}`, `ESCAPED-${nonce}`];
  const make = (name: string) => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), `nightshift-${name}-`)));
    chmodSync(folder, 0o755);
    return folder;
  };
  const [home, elsewhere, runnerTemp] = [make("victim"), make("elsewhere"), make("runner")];
  for (const path of keyFiles) write(join(home, path), `${canary}\n`);
  for (const name of ["env", "output", "path", "summary", "event.json"])
    write(join(runnerTemp, name), `${canary}\n`);
  write(join(elsewhere, "secret"), canary);
  const sentinel = join(home, "sentinel");
  const harmed = join(elsewhere, "harmed");

  const hits: string[] = [];
  const servers: Server[] = [];
  const listen = async (where: { port: number; host: string } | { path: string }) => {
    const server = createServer((socket) => {
      hits.push(`connection to ${JSON.stringify(where)}`);
      socket.on("error", () => {}).end(canary);
    });
    server.listen(where);
    await once(server, "listening");
    servers.push(server);
    return server;
  };
  const portOf = (server: Server) => (server.address() as AddressInfo).port;
  const port = portOf(await listen({ port: 0, host: "127.0.0.1" }));
  const port6 = await listen({ port: 0, host: "::1" }).then(portOf, () => null);
  const places = [
    join(home, ".ssh/agent.sock"),
    join(elsewhere, "agent.1"),
    "/run/docker.sock",
    "/run/dbus/system_bus_socket",
    "/run/systemd/private",
    "/tmp/.X11-unix/X97",
  ];
  const sockets: string[] = [];
  for (const path of places) {
    // Where there is a real one the probe finds that one.
    if (!existsSync(path) && canWrite(path)) await listen({ path });
    sockets.push(path);
  }
  const abstractName = `nightshift-${nonce}`;
  await listen({ path: `\0${abstractName}` });
  const udp = createSocket("udp4", () => hits.push("datagram"));
  udp.bind(0, "127.0.0.1");
  await once(udp, "listening");
  const victim = spawn("sh", ["-c", "while :; do sleep 1000; done", canary], {
    env: { PATH: "/usr/bin:/bin", SECRET: canary },
    stdio: "ignore",
    detached: true,
  });

  return {
    ...{ canary, mark, home, elsewhere, sentinel, harmed, runnerTemp, port, port6, abstractName, sockets },
    udpPort: udp.address().port,
    victim: victim.pid ?? 0,
    environment: {
      ...{ PATH: process.env.PATH ?? "", HOME: home, GITHUB_TOKEN: canary, RUNNER_TEMP: runnerTemp },
      ...{ GITHUB_ENV: join(runnerTemp, "env"), GITHUB_PATH: join(runnerTemp, "path") },
      ...{ GITHUB_OUTPUT: join(runnerTemp, "output"), SSH_AUTH_SOCK: join(home, ".ssh/agent.sock") },
      ...{ LD_LIBRARY_PATH: canary, NODE_OPTIONS: `--title=${canary}`, npm_config__auth: canary },
    },
    findHarm() {
      const harm = [
        ...hits.splice(0),
        ...findChanges({ home, runnerTemp, canary }),
        ...(existsSync(harmed) ? [`${harmed} was made`] : []),
        ...(isAlive(victim) ? [] : ["the victim was killed"]),
        ...findMarked(mark).map((pid) => {
          process.kill(pid, "SIGKILL");
          return `process ${pid} lives on`;
        }),
      ];
      rmSync(harmed, { force: true });
      return harm;
    },
    async [Symbol.asyncDispose]() {
      if (isAlive(victim)) process.kill(-(victim.pid ?? 0), "SIGKILL");
      udp.close();
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
      for (const folder of [home, elsewhere, runnerTemp]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  // Readable by all, so that it is the walls that keep it, not its mode.
  writeFileSync(path, content, { mode: 0o666 });
  chmodSync(path, 0o666);
}

function canWrite(path: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.try`, "");
    rmSync(`${path}.try`);
    return true;
  } catch {
    console.warn(`no server at ${path}: the folder cannot be written to`);
    return false;
  }
}

function findChanges({
  home,
  runnerTemp,
  canary,
}: {
  readonly home: string;
  readonly runnerTemp: string;
  readonly canary: string;
}): readonly string[] {
  const expected = `${canary}\n`;
  const files = [
    ...keyFiles.map((path) => join(home, path)),
    ...readdirSync(runnerTemp).map((name) => join(runnerTemp, name)),
  ];
  return files
    .filter((path) => !existsSync(path) || readFileSync(path, "utf8") !== expected)
    .map((path) => {
      write(path, expected);
      return `${path} was changed`;
    });
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** Processes with the mark in their arguments or variables. */
function findMarked(mark: string): readonly number[] {
  try {
    const found = execFileSync("grep", ["-lsa", mark, ...listOf("cmdline"), ...listOf("environ")], {
      encoding: "utf8",
    });
    return [...new Set(found.match(/\d+/g)?.map(Number))].filter((pid) => pid !== process.pid);
  } catch {
    return [];
  }
}

function listOf(file: string): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => `/proc/${name}/${file}`);
}
