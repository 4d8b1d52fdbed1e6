import { digest } from "../../domain/digest.ts";
import type { Lesson } from "../../domain/lesson.ts";
import { avoidedKey, deniedKey, lessonId, suggestedKey } from "../../memory/lesson-keys.ts";
import type { Bundle } from "../bundle/bundle.ts";
import type { BoundPromotion } from "../verdict/bind-verdict.ts";

/** Of one campaign. Rewards are many and small. */
const maxLessons = 1_000;
const maxLessonBytes = 64 * 1024;
/** A record's diff is cut where it is longer; then its key is of more than is there. */
const cutMark = "\n[cut]\n";

/** Lessons that memory takes, and how many it does not. */
export type ChosenLessons = { readonly lessons: readonly Lesson[]; readonly refused: number };

/**
 * What memory takes of a bundle's lessons. No gate of verify's speaks for them, so none may do more than cost a try: each
 * has to be of a time and a cycle of this campaign, under the very id and key that its content gives, so that it cannot
 * take the place of another lesson or outlive being forgotten. What is said to have worked counts where verify saw it
 * work, and nowhere else. Pure. See docs/decisions/0018-lessons-of-a-bundle.md.
 */
export function chooseLessons(
  { manifest, lessons }: Pick<Bundle, "manifest" | "lessons">,
  promotions: readonly BoundPromotion[],
): ChosenLessons {
  const verified = new Set(
    promotions.flatMap(({ facts, verdict }) => (verdict.status === "verified" ? [facts.cycle] : [])),
  );
  const [from, to] = [Date.parse(manifest.startedAt), Date.parse(manifest.finishedAt)];
  const taken = lessons.filter((lesson) => {
    const at = Date.parse(lesson.at);
    return (
      lesson.kind !== "forgotten" &&
      lesson.campaign === manifest.campaign &&
      isIsoTime(lesson.at) &&
      at >= from &&
      at <= to &&
      (lesson.kind !== "pattern" || verified.has(lesson.cycle)) &&
      isUnderItsKey(lesson) &&
      Buffer.byteLength(JSON.stringify(lesson)) <= maxLessonBytes
    );
  });
  const kept = taken.slice(0, maxLessons);
  return { lessons: kept, refused: lessons.length - kept.length };
}

/** Times are compared as text elsewhere. */
function isIsoTime(at: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at));
}

function isUnderItsKey(lesson: Exclude<Lesson, { kind: "forgotten" }>): boolean {
  const { kind, key, files } = lesson;
  const isNamed = lesson.id === lessonId(kind, key, kind === "reward" ? [] : files);
  return isNamed && (findKey(lesson) ?? key) === key;
}

/** The key that the content gives; null where the content does not say. */
function findKey(lesson: Exclude<Lesson, { kind: "forgotten" }>): string | null {
  if (lesson.kind === "suggested")
    return suggestedKey({ item: lesson.item.id, brain: lesson.brain, files: lesson.files });
  if (!("diff" in lesson) || lesson.diff.endsWith(cutMark)) return null;
  const { signature } = lesson.item;
  if (lesson.kind === "avoided") return avoidedKey({ signature, diff: lesson.diff });
  if (lesson.kind === "denied") return deniedKey({ rule: lesson.rule, diff: lesson.diff });
  return digest("pattern", signature, avoidedKey({ signature: "", diff: lesson.diff }));
}
