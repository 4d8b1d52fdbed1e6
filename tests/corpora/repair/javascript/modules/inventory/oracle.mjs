export function sample({ default: { Inventory } }, random) {
  const inventory = new Inventory();
  const seen = [];
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  const article = () => random.pick(["nut", "bolt", "pin"]);
  for (let step = 0; step < 22; step += 1) {
    const [name, count] = [article(), random.int(random.chance(0.05) ? 0 : 1, 6)];
    const act = random.pick(["receive", "receive", "receive", "reserve", "reserve", "release", "ship", "ship", "shipReserved"]);
    if (act === "receive") seen.push(attempt(() => inventory.receive(name, count, random.int(1, 9))));
    else if (act === "ship") seen.push(attempt(() => inventory.ship(name, count)));
    else if (act === "shipReserved") seen.push(attempt(() => inventory.ship(name, count, { isReserved: true })));
    else seen.push(inventory[act](name, count));
    seen.push(inventory.available(name), inventory.onHand(name), inventory.value());
  }
  return [seen, inventory.toReorder({ nut: random.int(0, 12), bolt: random.int(0, 12), screw: 1 }), inventory.log, inventory.reserved];
}
