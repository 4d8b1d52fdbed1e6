export function sample({ TokenBucket, SlidingWindow, backoff }, random) {
  const bucket = new TokenBucket({ capacity: random.int(1, 5), perSecond: random.pick([1, 2, 5]), now: random.int(0, 2) * 100 });
  const window = new SlidingWindow(random.int(1, 3), random.pick([100, 250]));
  const seen = [];
  let now = 0;
  for (let step = 0; step < 14; step += 1) {
    now += random.pick([0, 10, 50, 100, 250, 700, -40]);
    const count = random.int(1, 4);
    seen.push(random.chance(0.6) ? bucket.take(now, count) : bucket.waitFor(now, count), Math.round(bucket.tokens * 1e6));
    const key = random.pick(["a", "b"]);
    seen.push(window.allow(key, now), window.remaining("a", now));
    if (random.chance(0.2)) seen.push(window.sweep(now));
    if (random.chance(0.3)) seen.push(bucket.take(now), bucket.waitFor(now));
  }
  return [seen, backoff(random.int(-1, 9)), backoff(random.int(0, 9), { maxMs: 700 }), backoff(3, { baseMs: random.int(1, 50) })];
}
