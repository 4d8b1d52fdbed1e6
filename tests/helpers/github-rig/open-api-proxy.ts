import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { githubRoutes } from "../../../src/adapters/github/permissions.ts";
import { loadGitHubOpenApi } from "../github-openapi.ts";
import type {
  ApiAnswer,
  ApiCall,
  AskUpstream,
  Caller,
  CallFault,
  Correction,
  LoggedCall,
} from "./api-call.ts";
import { findMissingPermission } from "./find-missing-permission.ts";

/** GitHub as the code under test sees it. */
export type ApiProxy = AsyncDisposable & {
  readonly url: string;
  readonly log: readonly LoggedCall[];
  /** Where a request or an answer was not as GitHub describes it. */
  readonly mismatches: readonly string[];
  /** Who may call, by token. */
  readonly callers: Map<string, Caller>;
  readonly ask: AskUpstream;
  /** Decides for each call what goes wrong with it; null: nothing. */
  setFaults(find: ((call: ApiCall) => CallFault | null) | null): void;
};

/** Where the proxy stands, and what it puts right. */
export type ApiProxyInput = {
  readonly upstream: string;
  /** Of the default branch: "/repos/octo/project/git/ref/heads/main". */
  readonly sacredPath: string;
  readonly corrections: readonly Correction[];
  /** Bytes of what an artifact's link leads to, by its path; asked without a token, as the storage is. */
  readonly findStored: (path: string) => Buffer | null;
};

/**
 * A proxy on loopback that makes of a stand-in what GitHub is: unknown tokens are refused, permissions are asked of every
 * robot's token, what has not changed is not sent again, and requests and answers are held against GitHub's description.
 */
export async function openApiProxy(input: ApiProxyInput): Promise<ApiProxy> {
  const { upstream, sacredPath, corrections, findStored } = input;
  const api = loadGitHubOpenApi();
  const log: LoggedCall[] = [];
  const mismatches: string[] = [];
  const callers = new Map<string, Caller>();
  let findFault: ((call: ApiCall) => CallFault | null) | null = null;
  let count = 0;
  let url = "";

  const ask: AskUpstream = async (method, path, { body, token } = {}) => {
    const response = await fetch(`${upstream}${path}`, {
      method,
      headers: {
        accept: "application/json",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = (await response.text()).replaceAll(upstream, url);
    const names = ["link", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"];
    const headers = names.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value.replaceAll(upstream, url)]];
    });
    return {
      status: response.status,
      headers: Object.fromEntries(headers),
      body: text === "" ? undefined : (JSON.parse(text) as unknown),
    };
  };

  async function readSacred(): Promise<string> {
    const { body } = await ask("GET", sacredPath, { token: [...callers.values()][0]?.token ?? "" });
    return JSON.stringify(Reflect.get(Object(body), "object") ?? null);
  }

  async function answer(call: ApiCall, token: string): Promise<ApiAnswer> {
    // Signed by the App itself: the stand-in checks that.
    const isApp = token.startsWith("eyJ");
    if (call.caller === null && !isApp) return { status: 401, body: { message: "Bad credentials" } };
    const missing = findMissingPermission(call);
    if (missing !== null)
      return {
        status: 403,
        headers: { "x-accepted-github-permissions": missing },
        body: {
          message: "Resource not accessible by integration",
          documentation_url: "https://docs.github.com",
        },
      };
    for (const correct of corrections) {
      const corrected = await correct(call, ask);
      if (corrected !== null) return corrected;
    }
    const told = await ask(call.method, call.path, { body: call.body, token: call.caller?.token ?? token });
    if (isApp && call.path.endsWith("/access_tokens")) learnToken(told.body);
    return told;
  }

  /** What the App was given it may use. */
  function learnToken(body: unknown): void {
    const { token, permissions } = Object(body) as Partial<Pick<Caller, "token" | "permissions">>;
    if (token === undefined || permissions === undefined) return;
    callers.set(token, { login: "nightshift[bot]", kind: "robot", token, permissions });
  }

  function check(call: ApiCall, { status, body }: ApiAnswer): void {
    // How an App signs in is the stand-in's own.
    if (call.route === null || !(call.route in githubRoutes) || call.path === "/graphql") return;
    const faults = [
      ...(status < 300 ? api.findRequestFaults(call).map((fault) => `request: ${fault}`) : []),
      ...(status < 300 && !Buffer.isBuffer(body) ? api.findAnswerFaults(call, { status, body }) : []),
    ];
    for (const fault of faults) mismatches.push(`${call.route}: ${fault}`);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    // Where a GitHub of one's own has its API.
    const path = (request.url ?? "/").replace(/^\/api(?:\/v3)?(?=\/)/, "");
    const method = request.method ?? "GET";
    if (path.startsWith("/_storage/")) {
      const stored = request.headers.authorization === undefined ? findStored(path) : null;
      response.writeHead(stored === null ? 404 : 200, { "content-type": "application/zip" }).end(stored);
      return;
    }
    const token = (request.headers.authorization ?? "").replace(/^(?:bearer|token) /i, "");
    const call: ApiCall = {
      ...{ number: count++, method, path, caller: callers.get(token) ?? null },
      route: api.findRoute({ method, path }),
      ...(text === "" ? {} : { body: JSON.parse(text) as unknown }),
    };
    const fault = findFault?.(call) ?? null;
    if (fault?.kind === "drop" && fault.when === "before") {
      log.push({ ...call, status: 0, movedSacred: false });
      response.destroy();
      return;
    }
    if (fault?.kind === "meanwhile") await fault.act();
    if (fault?.kind === "slow") await wait(fault.ms);
    const isWrite = method !== "GET" && !path.includes("/access_tokens");
    const before = isWrite ? await readSacred() : "";
    const told = fault?.kind === "refuse" ? fault.answer : await answer(call, token);
    const movedSacred = isWrite && before !== (await readSacred());
    log.push({ ...call, status: told.status, movedSacred });
    if (fault?.kind !== "refuse") check(call, told);
    if (fault?.kind === "drop") response.destroy();
    else send(told, { request, response, isCut: fault?.kind === "cut" });
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      mismatches.push(`${request.method} ${request.url}: the rig failed: ${String(error)}`);
      response.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, log, mismatches, callers, ask },
    setFaults: (find) => {
      findFault = find;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function send(
  { status, headers = {}, body }: ApiAnswer,
  to: { readonly request: IncomingMessage; readonly response: ServerResponse; readonly isCut: boolean },
): void {
  const { request, response, isCut } = to;
  const text = body === undefined ? "" : JSON.stringify(body);
  const etag = `"${createHash("sha256").update(text).digest("hex").slice(0, 32)}"`;
  const isRead = request.method === "GET" && status === 200;
  if (isRead && request.headers["if-none-match"] === etag) {
    response.writeHead(304, { ...headers, etag }).end();
    return;
  }
  const length = String(Buffer.byteLength(text));
  response.writeHead(status, {
    ...{ "content-type": "application/json; charset=utf-8", ...headers },
    ...(isRead ? { etag } : {}),
    ...(isCut ? { "content-length": length } : {}),
  });
  if (!isCut) response.end(status === 204 ? undefined : text);
  else response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}
