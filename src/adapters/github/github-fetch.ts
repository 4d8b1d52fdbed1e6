/** Bounds of one request. */
export type FetchBounds = { readonly timeoutMs: number; readonly maxBytes: number };

/** Thrown for what no repetition mends: a redirect to elsewhere, a body that is too large. */
export class FetchRefusedError extends Error {
  override readonly name = "FetchRefusedError";
}

const maxRedirects = 3;
const redirects = [301, 302, 303, 307, 308];

/**
 * A `fetch` for GitHub's API. It reads the whole body before it resolves, so that a cut answer and a slow one fail here;
 * reads at most `maxBytes`; and follows redirects to the same origin alone (a renamed repository answers with its id),
 * since the token must not be handed on. A write is followed only where the redirect keeps its method.
 * @throws FetchRefusedError
 */
export function createGitHubFetch({ timeoutMs, maxBytes }: FetchBounds): typeof fetch {
  return async (input, init) => {
    let url = new URL(String(input instanceof Request ? input.url : input));
    const signal = AbortSignal.timeout(timeoutMs);
    for (let hops = 0; ; hops += 1) {
      const response = await fetch(url, { ...init, redirect: "manual", signal });
      const location = response.headers.get("location");
      const isRead = init?.method === undefined || init.method === "GET" || init.method === "HEAD";
      const target = redirects.includes(response.status) && location !== null ? new URL(location, url) : null;
      if (target === null || init?.redirect === "manual") return readResponse(response, maxBytes);
      await response.body?.cancel();
      if (target.origin !== url.origin) {
        throw new FetchRefusedError(`a redirect to another host, ${target.host}`);
      }
      if (!isRead && response.status !== 307 && response.status !== 308) {
        throw new FetchRefusedError(`a redirect (${response.status}) that would change the request's method`);
      }
      if (hops === maxRedirects) throw new FetchRefusedError(`more than ${maxRedirects} redirects`);
      url = target;
    }
  };
}

async function readResponse(response: Response, maxBytes: number): Promise<Response> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (Number(response.headers.get("content-length")) > maxBytes) {
    await response.body?.cancel();
    throw new FetchRefusedError(`a body of more than ${maxBytes} bytes`);
  }
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream, and with it the connection.
    if (size > maxBytes) throw new FetchRefusedError(`a body of more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  // The body is decoded by now, and as long as it is.
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
  const isNull = [204, 205, 304].includes(status);
  return new Response(isNull ? null : Buffer.concat(chunks), { status, statusText, headers });
}
