import { unifyErrorBody } from "./unify-error-body.ts";

/** Thrown for a body that is larger than what is read. */
export class ReplyTooLargeError extends Error {
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`a body of more than ${maxBytes} bytes`);
    this.name = "ReplyTooLargeError";
    this.maxBytes = maxBytes;
  }
}

/** No more than these leave, beside the preset's own: what runs here, and on what, is nobody's business. */
const usualHeaders = ["authorization", "content-type", "accept"];

/**
 * A `fetch` for calls of models. It reads the whole body before it resolves, so that time-out and abort count for the
 * body too; reads at most `maxBytes`; sends the headers alone that a call needs, whatever the SDK finds in the
 * environment; and follows no redirect, since a key must not be handed on.
 * @throws ReplyTooLargeError
 */
export function createBoundedFetch({
  maxBytes,
  headers,
}: {
  readonly maxBytes: number;
  /** Names beside the usual ones, lower case. */
  readonly headers: readonly string[];
}): typeof fetch {
  const allowed = new Set([...usualHeaders, ...headers]);
  return async (input, init) => {
    const sent = [...new Headers(init?.headers)].filter(([name]) => allowed.has(name));
    const response = await fetch(input, {
      ...init,
      headers: [...sent, ["user-agent", "nightshift"]],
      redirect: "manual",
    });
    const body = await readBody(response, maxBytes);
    const { status, statusText } = response;
    const kept = new Headers(response.headers);
    // The body is decoded by now, and as long as it is.
    for (const name of ["content-encoding", "content-length", "transfer-encoding"]) kept.delete(name);
    const isNull = [204, 205, 304].includes(status);
    if (response.ok) return new Response(isNull ? null : body, { status, statusText, headers: kept });
    kept.set("content-type", "application/json");
    const text = new TextDecoder().decode(body);
    return new Response(isNull ? null : unifyErrorBody(text), { status, statusText, headers: kept });
  };
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream, and with it the connection.
    if (size > maxBytes) throw new ReplyTooLargeError(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
