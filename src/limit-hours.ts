const MINUTES_PER_HOUR = 60;
const MS_PER_MINUTE = 60_000;
/** What is kept free at the end of a job, to store and to upload. */
const reserveMinutes = 15;
/** Of a short job, this part is kept. */
const reservePart = 1 / 4;

/** A job's time. */
export type JobTime = {
  /** After how many minutes the runner ends the job. */
  readonly timeoutMinutes: number;
  /** How long the job has run; null: as long as this process. */
  readonly ageMs: number | null;
};

/**
 * How long a campaign may run in a job, in milliseconds from now: what is left of the job without its last 15 minutes (a
 * quarter of a job of less than an hour), and never more than `maxHours`. Pure.
 */
export function limitHours(maxHours: number, { timeoutMinutes, ageMs }: JobTime): number {
  const reserve = Math.min(reserveMinutes, timeoutMinutes * reservePart);
  const left = timeoutMinutes - reserve - (ageMs ?? 0) / MS_PER_MINUTE;
  return Math.max(0, Math.min(maxHours * MINUTES_PER_HOUR, left)) * MS_PER_MINUTE;
}
