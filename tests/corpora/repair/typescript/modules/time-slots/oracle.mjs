export function sample({ Calendar, parseTime, formatTime }, random) {
  const calendar = new Calendar({ start: 540, end: 540 + random.pick([120, 240]) });
  const seen = [];
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  for (let step = 0; step < 9; step += 1) {
    const start = 540 + random.int(-1, 14) * 15 + random.pick([0, 0, 5]);
    if (random.chance(0.85)) seen.push(calendar.book(random.pick(["a", "b", "c"]), start, start + random.int(0, 5) * 10));
    else seen.push(calendar.cancel(`b${random.int(1, 4)}`));
  }
  const room = random.pick(["a", "b"]);
  return [
    seen,
    attempt(() => parseTime(random.pick(["9:30", "23:59", "24:00", "24:10", "9:7", "x", `${random.int(0, 30)}:${random.int(10, 70)}`]))),
    formatTime(random.int(0, 1440)),
    calendar.bookingsOf(room),
    calendar.freeSlots(room),
    calendar.freeSlots(room, random.int(10, 60)),
    calendar.findCommon(["a", "b"].slice(0, random.int(0, 2)), random.int(5, 60), random.pick([5, 15, 30])),
    calendar.findCommon(["a", "c"], 20),
    calendar.utilization(room),
    calendar.peak(),
  ];
}
