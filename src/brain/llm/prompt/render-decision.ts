import type { Denial } from "../../../domain/denial.ts";
import type { GateJudgement } from "../../../domain/judgement.ts";
import type { Decision } from "../../brain.ts";
import { boundTokens } from "./bound-tokens.ts";
import { cleanLine } from "./clean-line.ts";
import { describeCheckId } from "./describe-check-id.ts";
import { quoteData } from "./quote-data.ts";

const MAX_TOKENS = 600;
/** For the sentences and fences around what is listed. */
const FRAME_TOKENS = 110;
const MAX_IDS = 5;
const MAX_REASON_CHARS = 300;
const MAX_ID_CHARS = 160;

/** What became of a candidate, for the model that made it: at most 600 tokens. Pure. */
export function renderDecision(decision: Exclude<Decision, { status: "promote" }>): string {
  const { title, lines, next } =
    decision.status === "refused" ? describeRefusal(decision) : describeReject(decision);
  const quoted = quoteData(title, takeLines(lines, MAX_TOKENS - FRAME_TOKENS).join("\n"));
  return [quoted, next].filter((part) => part !== "").join("\n\n");
}

type Described = { readonly title: string; readonly lines: readonly string[]; readonly next: string };

function describeRefusal({ reason, denials }: Extract<Decision, { status: "refused" }>): Described {
  // Policy names what it refuses, memory refuses the approach as a whole.
  const isWhole = denials.length === 0;
  return {
    title: "The candidate was refused before any gate ran",
    lines: isWhole ? listReason(reason) : denials.map(describeDenial),
    next: isWhole
      ? "Another approach is needed: the same again is refused again. Your edits are still in place; take them back where they do not serve it, or call give_up."
      : "Your edits are still in place. Change what is refused, then call finish again.",
  };
}

function describeDenial({ rule, file, line, reason }: Denial): string {
  const place = file === "" ? "" : ` ${cleanLine(file, MAX_ID_CHARS)}${line === null ? "" : `:${line}`}`;
  return `- ${cleanLine(rule, 60)}${place}: ${cleanLine(reason, MAX_REASON_CHARS)}`;
}

function describeReject({ reason, gates }: Extract<Decision, { status: "reject" }>): Described {
  return {
    title: "The candidate was rejected",
    lines: [...listReason(reason), ...gates.flatMap(describeGate)],
    next: "Your edits are still in place. Go on from them, or take them back and solve it another way; then call finish again.",
  };
}

/** A reviewer's reason has lines. */
function listReason(reason: string): readonly string[] {
  const lines = reason.slice(0, MAX_TOKENS * 8).split("\n");
  return lines.map((line) => cleanLine(line, MAX_REASON_CHARS)).filter((line) => line !== "");
}

function describeGate({ gate, status, reason, fixed, broken }: GateJudgement): readonly string[] {
  const head = `gate ${cleanLine(gate, 60)}: ${status}`;
  if (status === "green" && broken.length === 0 && fixed.length === 0) return [head];
  return [
    status === "green" ? head : `${head}, ${cleanLine(reason, MAX_REASON_CHARS)}`,
    ...listIds("newly broken", broken),
    ...listIds("fixed", fixed),
  ];
}

function listIds(what: string, ids: readonly string[]): readonly string[] {
  const more = ids.length > MAX_IDS ? [`- and ${ids.length - MAX_IDS} more ${what}`] : [];
  const shown = ids.slice(0, MAX_IDS).map((id) => `- ${what}: ${describeCheckId(id, MAX_ID_CHARS)}`);
  return [...shown, ...more];
}

function takeLines(lines: readonly string[], maxTokens: number): readonly string[] {
  const taken: string[] = [];
  let left = maxTokens;
  for (const [index, line] of lines.entries()) {
    // A bound and no count: the tokenizer is not worth its memory for this.
    left -= boundTokens(line) + 1;
    if (left < 0) return [...taken, `… ${lines.length - index} more lines`];
    taken.push(line);
  }
  return taken;
}
