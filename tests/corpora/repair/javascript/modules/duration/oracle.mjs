export function sample({ parseDuration, formatDuration, formatClock, describeAgo }, random) {
  const part = () => `${random.int(0, 120)}${random.chance(0.1) ? ".5" : ""}${random.pick(["", " "])}${random.pick(["d", "h", "m", "s", "ms", "H", "x"].slice(0, random.chance(0.1) ? 7 : 6))}`;
  const text = random.chance(0.1) ? random.text("5hm -", 4) : `${random.pick(["", "", "-", " "])}${random.list(random.int(1, 3), part).join(random.pick(["", " "]))}`;
  const ms = random.int(0, 4) * 86_400_000 + random.int(0, 30) * 3_600_000 + random.int(0, 3) * 60_000 + random.int(0, 61_000);
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  const signed = random.chance(0.3) ? -ms : random.pick([ms, ms, 0, 60_000, 3_600_000]);
  return [
    attempt(() => parseDuration(text)),
    formatDuration(signed),
    formatDuration(signed, { parts: random.int(1, 5) }),
    formatClock(ms),
    formatClock(random.int(0, 4_000_000)),
    describeAgo(ms),
    describeAgo(random.pick([random.int(0, 200_000), 3_600_000, 86_400_000, 7_000_000])),
  ];
}
