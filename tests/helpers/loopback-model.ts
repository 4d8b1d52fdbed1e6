import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came over the wire. */
export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
};

/** What the server answers: JSON with a status, or whatever a function writes itself. */
export type LoopbackAnswer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Text is sent as it is, everything else as JSON. */
      readonly body: unknown;
    }
  | ((response: ServerResponse, request: SeenRequest) => void);

/** A model's endpoint on loopback that answers as it is told, one answer a request; the last one stays. */
export type LoopbackModel = AsyncDisposable & {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
};

/** Starts a server for what `@copilotkit/aimock` does not do: faults below and above HTTP, and providers' quirks. */
export async function openLoopbackModel(...answers: readonly LoopbackAnswer[]): Promise<LoopbackModel> {
  const requests: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method = "", url = "", headers } = request;
    const seen = { method, path: url, headers, body: JSON.parse(Buffer.concat(chunks).toString() || "{}") };
    requests.push(seen);
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    if (typeof answer === "function") return answer(response, seen);
    const { status = 200, headers: sent = {}, body } = answer ?? { body: "" };
    const type = typeof body === "string" ? "text/plain" : "application/json";
    response.writeHead(status, { "content-type": type, ...sent });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
