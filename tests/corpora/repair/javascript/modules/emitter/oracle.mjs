export function sample({ Emitter }, random) {
  const emitter = new Emitter();
  const seen = [];
  const listeners = random.list(4, (at) => (...values) => {
    seen.push([at, ...values]);
    if (at === 3) throw new Error("three");
  });
  const stops = [];
  for (let step = 0; step < 18; step += 1) {
    const name = random.pick(["a", "b", "*"]);
    const listener = random.pick(listeners);
    const act = random.pick(["on", "on", "once", "off", "offAll", "emit", "emit", "emit", "stop", "count"]);
    if (act === "on") stops.push(emitter.on(name, listener));
    else if (act === "once") stops.push(emitter.once(name, listener));
    else if (act === "off") seen.push(emitter.off(name, listener));
    else if (act === "offAll" && random.chance(0.3)) seen.push(emitter.off(name));
    else if (act === "stop" && stops.length > 0) seen.push(stops[random.int(0, stops.length - 1)]());
    else if (act === "count") seen.push(emitter.count(name), emitter.count(), emitter.names());
    else {
      try {
        seen.push(emitter.emit(name, step));
      } catch (error) {
        seen.push(error);
      }
    }
  }
  return seen;
}
