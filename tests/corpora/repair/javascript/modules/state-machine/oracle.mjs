export function sample({ createMachine, findReachable }, random) {
  const names = ["a", "b", "c", "d"].slice(0, random.int(1, 4));
  const events = ["go", "stop", "turn"];
  const act = (mark) => ({ n, log }, { type, by = 1 }) => (mark === "x" ? { log: `${log}x` } : { n: n + by, log: `${log}${mark}${type[0]}` });
  const step = () => {
    const target = random.chance(0.04) ? "none" : random.pick(names);
    const kind = random.int(0, 3);
    if (kind === 0) return target;
    if (kind === 1) return { action: act("t") };
    const limit = random.int(0, 4);
    if (kind === 2) return { target, guard: ({ n }) => n < limit };
    return { target, action: act("a") };
  };
  const states = Object.fromEntries(
    names.map((name) => [
      name,
      {
        ...(random.chance(0.85) ? { on: Object.fromEntries(events.filter(() => random.chance(0.7)).map((event) => [event, random.chance(0.3) ? [step(), step()] : step()])) } : {}),
        ...(random.chance(0.4) ? { entry: act("e") } : {}),
        ...(random.chance(0.4) ? { exit: act("x") } : {}),
      },
    ]),
  );
  const context = { n: 0, log: "" };
  const sent = random.list(10, () => [random.pick(events), random.pick([undefined, { by: 2 }])]);
  try {
    const machine = createMachine({ initial: random.chance(0.03) ? "z" : "a", states, context });
    const seen = sent.map(([type, payload]) => [machine.can(type), machine.send(type, payload), machine.state, machine.isDone()]);
    machine.history.push("mine");
    return [seen, machine.context, machine.history, findReachable({ initial: "a", states }), context];
  } catch (error) {
    return error;
  }
}
