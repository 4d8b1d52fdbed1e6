import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { ApiRequest } from "./github-openapi.ts";

/** A request as the server saw it. */
export type SeenRequest = ApiRequest & {
  readonly headers: Readonly<Record<string, string>> & { readonly authorization?: string };
};

/** What to answer: JSON or bytes; or take the connection in hand. */
export type ScriptedAnswer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  | { readonly act: (response: ServerResponse) => void };

/** A server on loopback that answers as it is told, and remembers what it was asked. */
export type LoopbackGitHub = AsyncDisposable & {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
};

/** Opens one; `answer` gets each request, with its number from 0. */
export async function openLoopbackGitHub(
  answer: (request: SeenRequest, number: number) => ScriptedAnswer | Promise<ScriptedAnswer>,
): Promise<LoopbackGitHub> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const one: SeenRequest = {
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers as Record<string, string>,
      ...(text === "" ? {} : { body: JSON.parse(text) }),
    };
    seen.push(one);
    const told = await answer(one, seen.length - 1);
    if ("act" in told) return told.act(response);
    const bytes = Buffer.isBuffer(told.body) ? told.body : JSON.stringify(told.body ?? {});
    const type = Buffer.isBuffer(told.body) ? "application/zip" : "application/json; charset=utf-8";
    const isNull = told.status === 204 || told.status === 304;
    response.writeHead(told.status, { "content-type": type, ...told.headers });
    response.end(isNull ? undefined : bytes);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
