import { toPlainText } from "./plain-text.ts";

/** GitHub shows so many of each level for a step, and drops the rest without a word. */
const maxOfLevel = 10;
const maxChars = 500;

/** One note at the run, for people. */
export type Annotation = {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
};

/** Notes of one level as a run shows them: harmless, short, and at most 10; the last says how many more there are. Pure. */
export function capAnnotations(annotations: readonly Annotation[]): readonly Annotation[] {
  const shown = annotations.slice(0, annotations.length > maxOfLevel ? maxOfLevel - 1 : maxOfLevel);
  const [first] = annotations;
  const left = annotations.length - shown.length;
  const more: readonly Annotation[] =
    first === undefined || left === 0
      ? []
      : [
          {
            level: first.level,
            title: "Nightshift",
            message: `${left} more like this are in the job summary.`,
          },
        ];
  return [...shown, ...more].map(({ level, title, message }) => ({
    level,
    title: toPlainText(title).slice(0, maxChars).toWellFormed(),
    message: toPlainText(message).trim().slice(0, maxChars).toWellFormed(),
  }));
}
