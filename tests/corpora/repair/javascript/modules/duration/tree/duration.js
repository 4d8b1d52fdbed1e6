const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };

/** Reads `1h 30m`, `90s`, `-2d` as milliseconds. */
export function parseDuration(text) {
  const trimmed = text.trim().toLowerCase();
  const isNegative = trimmed.startsWith("-");
  const rest = isNegative ? trimmed.slice(1) : trimmed;
  if (!/^(?:\d+(?:\.\d+)?\s*(?:ms|[dhms])\s*)+$/.test(rest)) throw new SyntaxError(`not a duration: ${text}`);
  let total = 0;
  for (const [, amount, unit] of rest.matchAll(/(\d+(?:\.\d+)?)\s*(ms|[dhms])/g)) {
    total += Number(amount) * UNITS[unit];
  }
  return isNegative ? -total : total;
}

/** Writes milliseconds with at most `parts` units, the largest first. */
export function formatDuration(ms, { parts = 2 } = {}) {
  if (ms === 0) return "0s";
  let rest = Math.abs(ms);
  const written = [];
  for (const [unit, size] of Object.entries(UNITS)) {
    if (written.length === parts) break;
    const count = Math.floor(rest / size);
    if (count === 0) continue;
    written.push(`${count}${unit}`);
    rest -= count * size;
  }
  return (ms < 0 ? "-" : "") + written.join(" ");
}

/** As a clock has it: `1:02:03`, `4:05`. */
export function formatClock(ms) {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (number) => String(number).padStart(2, "0");
  const tail = `${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/** How long ago something was, in words. */
export function describeAgo(ms) {
  const steps = [
    ["day", UNITS.d],
    ["hour", UNITS.h],
    ["minute", UNITS.m],
  ];
  for (const [name, size] of steps) {
    const count = Math.floor(ms / size);
    if (count >= 1) return `${count} ${name}${count === 1 ? "" : "s"} ago`;
  }
  return "just now";
}
