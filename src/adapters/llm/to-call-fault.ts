import { describeError } from "../../domain/errors.ts";
import { ReplyTooLargeError } from "./bounded-fetch.ts";
import type { CallFault } from "./call-fault.ts";

type Sdk = Pick<typeof import("openai"), "APIError" | "APIUserAbortError" | "APIConnectionTimeoutError">;

/** What the SDK threw, as plain data. The SDK is handed in, since it is loaded with the first call alone. Pure. */
export function toCallFault(error: unknown, sdk: Sdk): CallFault {
  if (error instanceof sdk.APIUserAbortError) return { cause: "aborted" };
  const tooLarge = listCauses(error).find((cause) => cause instanceof ReplyTooLargeError);
  if (tooLarge !== undefined) return { cause: "too-large", maxBytes: tooLarge.maxBytes };
  if (error instanceof sdk.APIConnectionTimeoutError) return { cause: "timeout" };
  if (error instanceof SyntaxError) return { cause: "unreadable", detail: "JSON that breaks off or is none" };
  if (!(error instanceof sdk.APIError) || error.status === undefined)
    return { cause: "connection", ...describeConnection(error) };
  const { status, code, type, param, headers } = error;
  return {
    cause: "refused",
    httpStatus: status,
    isLate: false,
    message: readMessage(error.error),
    code: [code, type].find((word) => typeof word === "string" && word !== "") ?? "",
    param: typeof param === "string" ? param : "",
    headers: Object.fromEntries(headers ?? []),
    body: JSON.stringify(error.error ?? null),
  };
}

function readMessage(error: unknown): string {
  if (typeof error !== "object" || error === null || !("message" in error)) return "";
  return typeof error.message === "string" ? error.message : JSON.stringify(error.message);
}

/** Codes of Node.js and undici for connections that never came to be; ports that fetch bars have none. */
const unsent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_(TLS|SSL)_\w+|\w*CERT\w*)$/;

/** The innermost cause says most: "connect ECONNREFUSED 127.0.0.1:11434" rather than "fetch failed". */
function describeConnection(error: unknown): { readonly detail: string; readonly isSent: boolean } {
  const [innermost] = listCauses(error).toReversed();
  const text = describeError(innermost);
  const code = innermost instanceof Error && "code" in innermost ? String(innermost.code) : "";
  return { detail: text === "" ? code : text, isSent: !unsent.test(code) && text !== "bad port" };
}

function listCauses(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let cause = error; cause !== undefined && causes.length < 8; ) {
    causes.push(cause);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return causes;
}
