import type { Denial } from "../domain/denial.ts";
import { digest } from "../domain/digest.ts";
import type { EventOf, ItemSummary } from "../domain/events.ts";
import type {
  AvoidedLesson,
  DeniedLesson,
  ExhaustedLesson,
  Lesson,
  PatternLesson,
  SuggestedLesson,
} from "../domain/lesson.ts";
import { avoidedKey, deniedKey, exhaustedKey, type FileBlob, lessonId, suggestedKey } from "./lesson-keys.ts";

/** Where a lesson comes from. `at` is ISO 8601, UTC. */
export type LessonSource = {
  readonly campaign: string;
  readonly cycle: number;
  readonly at: string;
  readonly item: Pick<ItemSummary, "id" | "kind" | "title" | "signature">;
};

/** Diffs beyond this many characters are cut in the record; the key is of the whole. */
const maxDiffLength = 16_384;

/** The lesson of a candidate that full gates refused on their evidence. Pure. */
export function buildAvoidedLesson(
  input: LessonSource & {
    readonly proposed: EventOf<"candidate-proposed">;
    readonly judged: EventOf<"candidate-judged">;
  },
): AvoidedLesson {
  const { proposed, judged } = input;
  const key = avoidedKey({ signature: input.item.signature, diff: proposed.diff });
  const text = `"${proposed.summary}" does not mend ${input.item.title}: ${judged.reason}`;
  return {
    ...describeSource(input, "avoided", key, proposed.files, text),
    kind: "avoided",
    key,
    rule: judged.rule,
    diff: cut(proposed.diff),
  };
}

/** The lesson of what one rule denied in a candidate: its first denial, and how many more there were. Pure. */
export function buildDeniedLesson(
  input: LessonSource & {
    readonly proposed: Pick<EventOf<"candidate-proposed">, "summary" | "diff" | "files">;
    readonly denials: readonly [Denial, ...Denial[]];
  },
): DeniedLesson {
  const { proposed, denials } = input;
  const [{ rule, file, line, reason }, ...others] = denials;
  const key = deniedKey({ rule, diff: proposed.diff });
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  const text = `"${proposed.summary}" was denied by ${rule}: ${reason}${more}`;
  return {
    ...describeSource(input, "denied", key, proposed.files, text),
    kind: "denied",
    key,
    rule,
    file,
    line,
    reason,
    diff: cut(proposed.diff),
  };
}

/** The lesson that a brain knows no more on an item while its suspects stay as they are. Pure. */
export function buildExhaustedLesson(
  input: LessonSource & {
    /** The brain's version. */
    readonly brain: string;
    readonly suspects: readonly FileBlob[];
    readonly candidates: number;
  },
): ExhaustedLesson {
  const { item, brain, suspects, candidates } = input;
  const key = exhaustedKey({ item: item.id, brain, suspects });
  const text = `${candidates} candidates were tried on ${item.title}, and none mended it.`;
  return {
    ...describeSource(input, "exhausted", key, suspects, text),
    kind: "exhausted",
    key,
    candidates,
  };
}

/** The lesson that a fix waits for a person, and is not to be found again while the files that it edits stay. Pure. */
export function buildSuggestedLesson(
  input: LessonSource & {
    readonly proposed: EventOf<"candidate-proposed">;
    readonly suggested: Pick<EventOf<"suggested">, "brain" | "confidence">;
  },
): SuggestedLesson {
  const { proposed, item } = input;
  const { brain, confidence } = input.suggested;
  const { files, origin, diff } = proposed;
  const key = suggestedKey({ item: item.id, brain, files });
  const text = `"${proposed.summary}" is a suggestion for ${item.title}: every gate lets it through, and ${confidence.reason}.`;
  return {
    ...describeSource(input, "suggested", key, files, text),
    ...{ kind: "suggested", key, brain, origin, confidence, diff: cut(diff) },
  };
}

/** The lesson of what worked. Pure. */
export function buildPatternLesson(
  input: LessonSource & { readonly proposed: EventOf<"candidate-proposed">; readonly commit: string },
): PatternLesson {
  const { proposed, commit, item } = input;
  const key = digest("pattern", item.signature, avoidedKey({ signature: "", diff: proposed.diff }));
  const text = `"${proposed.summary}" mended ${item.title}.`;
  return {
    ...describeSource(input, "pattern", key, proposed.files, text),
    kind: "pattern",
    key,
    origin: proposed.origin,
    diff: cut(proposed.diff),
    commit,
  };
}

/** The lesson of a person who rolled a promotion back: its approach is avoided while the code is as it was before. Pure. */
export function buildRolledBackLesson(
  pattern: PatternLesson,
  { at }: { readonly at: string },
): AvoidedLesson {
  const { campaign, cycle, item, diff, files } = pattern;
  const key = avoidedKey({ signature: item.signature, diff });
  const text = `A person rolled back commit ${pattern.commit.slice(0, 12)}, which was to mend ${item.title}.`;
  return {
    ...describeSource({ campaign, cycle, at, item }, "avoided", key, files, text),
    kind: "avoided",
    trust: "person",
    key,
    rule: "rolled-back",
    diff,
  };
}

/** The record that a lesson no longer holds; `by` says who said so. Pure. */
export function buildForgottenLesson(input: {
  readonly lesson: string;
  readonly at: string;
  readonly by: string;
}): Extract<Lesson, { kind: "forgotten" }> {
  return { kind: "forgotten", id: digest("forgotten", input.lesson, input.at), ...input };
}

function describeSource(
  { campaign, cycle, at, item: { id, kind, title, signature } }: LessonSource,
  lessonKind: string,
  key: string,
  files: readonly FileBlob[],
  text: string,
) {
  return {
    id: lessonId(lessonKind, key, files),
    campaign,
    cycle,
    at,
    trust: "gates" as const,
    item: { id, kind, title, signature },
    text,
    files: files.map(({ path, blob }) => ({ path, blob })),
  };
}

function cut(diff: string): string {
  return diff.length <= maxDiffLength ? diff : `${diff.slice(0, maxDiffLength).toWellFormed()}\n[cut]\n`;
}
