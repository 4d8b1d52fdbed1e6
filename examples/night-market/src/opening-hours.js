/** "19:30" as minutes since midnight. */
export function minutesOf(time) {
  const [hours, minutes] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Whether a stall is open. Most close after midnight: then `closes` is earlier than `opens`. */
export function isOpen({ opens, closes }, time) {
  const now = minutesOf(time);
  const start = minutesOf(opens);
  const end = minutesOf(closes);
  if (start <= end) return now >= start && now < end;
  return now >= start && now < end;
}

/** How long a stall is open, in minutes. */
export function minutesOpen({ opens, closes }) {
  const minutes = minutesOf(closes) - minutesOf(opens);
  return minutes < 0 ? minutes + 24 * 60 : minutes;
}
