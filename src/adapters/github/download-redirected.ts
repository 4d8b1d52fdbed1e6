import { createGitHubFetch, FetchRefusedError } from "./github-fetch.ts";

/**
 * The bytes behind a link that GitHub handed out: signed by itself, so that no token goes along, and none of our
 * headers. The storage is another host as a rule. `isSecure` refuses all but https.
 * @throws FetchRefusedError for another scheme, a body beyond `maxBytes`, or a refusal; Error where the storage failed.
 */
export async function downloadRedirected(
  url: URL,
  bounds: { readonly isSecure: boolean; readonly maxBytes: number; readonly timeoutMs: number },
): Promise<Buffer> {
  const { isSecure, ...limits } = bounds;
  if (url.protocol !== "https:" && (isSecure || url.protocol !== "http:")) {
    throw new FetchRefusedError(`a link to ${url.protocol}//${url.host}`);
  }
  const response = await createGitHubFetch(limits)(url, { headers: { "user-agent": "nightshift" } });
  if (response.status >= 500) throw new Error(`status ${response.status} from ${url.host}`);
  // The link carries a signature: its query is not for logs.
  if (response.status !== 200) throw new FetchRefusedError(`status ${response.status} from ${url.host}`);
  return Buffer.from(await response.arrayBuffer());
}
