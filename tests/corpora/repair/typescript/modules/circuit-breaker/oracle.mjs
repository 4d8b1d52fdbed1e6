export function sample({ CircuitBreaker, planWaits }, random) {
  const breaker = new CircuitBreaker({ threshold: random.int(1, 3), windowMs: random.pick([50, 200]), restMs: random.pick([40, 100]), ...(random.chance(0.5) ? { probes: random.int(1, 3) } : {}) });
  const seen = [];
  let now = 0;
  for (let step = 0; step < 24; step += 1) {
    now += random.pick([0, 5, 20, 45, 100]);
    const act = random.pick(["fail", "fail", "succeed", "tryEnter", "tryEnter", "waitMs", "state"]);
    seen.push(breaker[act](now), random.chance(0.3) ? breaker.waitMs(now) : null);
  }
  const share = random.float();
  return [seen, planWaits(random.int(0, 6), { firstMs: random.int(1, 300) }), planWaits(4, { firstMs: random.int(10, 900), factor: random.pick([1, 1.5, 3]), mostMs: random.int(50, 3000), spread: random.pick([0, 0.1, 0.5]), random: () => share })];
}
