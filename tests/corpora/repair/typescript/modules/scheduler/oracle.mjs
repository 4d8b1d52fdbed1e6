export function sample({ criticalMinutes, plan, summarize }, random) {
  const names = ["a", "b", "c", "d", "e", "f"].slice(0, random.int(0, 6));
  const tasks = random.shuffle(
    names.map((name, at) => ({
      name: random.chance(0.02) ? "a" : name,
      minutes: random.int(1, 9),
      ...(random.chance(0.6) ? { after: random.list(random.int(0, 2), () => random.pick(random.chance(0.03) ? [...names, "x"] : at === 0 ? ["a"] : names.slice(0, at))).filter((other) => other !== name || random.chance(0.05)) } : {}),
      ...(random.chance(0.3) ? { priority: random.int(-1, 2) } : {}),
    })),
  );
  const workers = random.int(1, 3);
  try {
    const slots = plan(tasks, workers);
    return [criticalMinutes(tasks), slots, summarize(slots, workers), tasks];
  } catch (error) {
    return error;
  }
}
