import type { ModelFailure, ModelFeature } from "../../domain/model.ts";
import type { CallFault } from "./call-fault.ts";
import { findRefusedFeature } from "./find-refused-feature.ts";
import { readRetryAfter } from "./read-retry-after.ts";

/** What went wrong, in the words of the port. */
export type Failure = {
  readonly kind: ModelFailure;
  readonly feature?: ModelFeature;
  /** The provider's own words; they may be anything. */
  readonly reason: string;
  readonly retryAfterMs: number | null;
  /** Whether the provider may charge for it; left out where the kind says it. */
  readonly isBilled?: boolean;
};

type Refusal = Extract<CallFault, { cause: "refused" }>;

/** A provider that asks to wait longer than this has no quota left rather than too many requests. */
const longWaitMs = 3_600_000;

/** What a fault means. Providers disagree on statuses, so that words are read too, the clearest sign first. Pure. */
export function readFailure(
  fault: CallFault,
  {
    used,
    now,
    timeoutMs,
  }: {
    readonly used: ReadonlySet<ModelFeature>;
    readonly now: string;
    /** That the call was given. */
    readonly timeoutMs: number;
  },
): Failure {
  switch (fault.cause) {
    case "aborted":
      return { kind: "aborted", reason: "The call was stopped.", retryAfterMs: null };
    case "timeout":
      return { kind: "timeout", reason: `No reply came within ${timeoutMs / 1000} s.`, retryAfterMs: null };
    case "connection":
      return {
        kind: "outage",
        reason: `The connection failed: ${fault.detail}`,
        retryAfterMs: null,
        isBilled: fault.isSent,
      };
    case "too-large": {
      const reason = `The reply is larger than ${fault.maxBytes / 1_048_576} MiB.`;
      return { kind: "invalid", reason, retryAfterMs: null, isBilled: true };
    }
    case "unreadable":
      return { kind: "outage", reason: `The provider sent ${fault.detail}.`, retryAfterMs: null };
    case "refused": {
      const feature = isAboutFeatures(fault) ? findRefusedFeature(fault, used) : null;
      const retryAfterMs = readRetryAfter(fault, now);
      const kind = feature === null ? readKind(fault, retryAfterMs) : "unsupported";
      const reason = `HTTP ${fault.httpStatus}${fault.message === "" ? "" : `: ${fault.message}`}`;
      const charge = fault.isLate ? { isBilled: true } : isTurnedAway(fault, kind) ? { isBilled: false } : {};
      return { kind, ...(feature === null ? {} : { feature }), reason, retryAfterMs, ...charge };
    }
    default:
      return fault satisfies never;
  }
}

/** Azure bills what its filter or the input's limit stopped, and a request that took too long, whatever the status. */
const readFirst: ReadonlySet<ModelFailure> = new Set(["refused", "too-long", "timeout"]);

/** Refused before any model saw it. Gateways' 500, 502 and 504 may come after one did. */
function isTurnedAway({ httpStatus }: Refusal, kind: ModelFailure): boolean {
  return !readFirst.has(kind) && (httpStatus < 500 || httpStatus === 503 || httpStatus === 529);
}

function isAboutFeatures({ httpStatus }: Refusal): boolean {
  return [400, 404, 405, 415, 422, 500, 501].includes(httpStatus);
}

const signs = {
  key: /api[ _-]?key (is )?(not valid|invalid|expired|not found)|invalid[ _](api[ _]key|x-api-key|token)|API_KEY_INVALID|authentication_error/i,
  money:
    /insufficient_quota|billing|credit balance|(insufficient|out of|no|more) (credits?|balance|funds)|spend(ing)? limit|hard_limit/i,
  quota: /exceeded your current quota|quota (has been )?(exceeded|exhausted)|usage limit|per day|daily/i,
  long: /context[ _](length|window|size)|context_length_exceeded|maximum context|(prompt|input|request|messages?)( \w+)? (is |are |was )?too (long|large)|too many (input )?tokens|token count[^.]* exceeds|tokens_limit_reached|exceeds? (the )?(model'?s? )?(maximum|limit|available)( \w+){0,3} (tokens|context)|reduce the length/i,
  unsafe:
    /content[ _]?(filter|policy|management)|responsible ?ai|moderation|flagged|usage polic|safety|prohibited_content/i,
};

function readKind({ httpStatus, message, code, body }: Refusal, retryAfterMs: number | null): ModelFailure {
  const words = `${code} ${message} ${body}`;
  if (httpStatus === 401 || httpStatus === 407) return "authentication";
  if (httpStatus === 402) return "quota";
  if (httpStatus === 408 || httpStatus === 504) return "timeout";
  if (httpStatus === 413 || (httpStatus !== 403 && signs.long.test(words))) return "too-long";
  if (httpStatus === 429) return readLimit(words, retryAfterMs);
  if (httpStatus === 403) return readForbidden(words);
  if (httpStatus >= 500) return "outage";
  if (httpStatus === 409 || httpStatus === 425) return "outage";
  if (signs.key.test(words)) return "authentication";
  if (signs.money.test(words)) return "quota";
  return signs.unsafe.test(words) ? "refused" : "invalid";
}

/** Google says "exceeded your current quota" of a minute's limit too, and then how long to wait. */
function readLimit(words: string, retryAfterMs: number | null): ModelFailure {
  if (signs.money.test(words) && retryAfterMs === null) return "quota";
  if (/insufficient_quota/.test(words) || (retryAfterMs ?? 0) > longWaitMs) return "quota";
  return signs.quota.test(words) && retryAfterMs === null ? "quota" : "rate-limit";
}

function readForbidden(words: string): ModelFailure {
  if (signs.money.test(words)) return "quota";
  return signs.unsafe.test(words) ? "refused" : "authentication";
}
