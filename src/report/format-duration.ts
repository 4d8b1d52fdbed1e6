/** Milliseconds as people read them: `850 ms`, `12.3 s`, `4 min 10 s`, `2 h 5 min`. Pure. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1000) {
    return `${Math.round(durationMs)} ms`;
  }
  if (durationMs < 60_000) {
    return `${(Math.floor(durationMs / 100) / 10).toFixed(1)} s`;
  }
  const seconds = Math.floor(durationMs / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
