"use strict";

/** Stock by article: what is there, what is reserved, and what was paid for it, first in first out. */
class Inventory {
  constructor() {
    this.lots = new Map();
    this.reserved = new Map();
    this.log = [];
  }

  receive(article, count, unitCost) {
    if (count <= 0) throw new RangeError(`count: ${count}`);
    if (!this.lots.has(article)) this.lots.set(article, []);
    this.lots.get(article).push({ count, unitCost });
    this.log.push({ kind: "in", article, count });
  }

  onHand(article) {
    return (this.lots.get(article) ?? []).reduce((sum, { count }) => sum + count, 0);
  }

  available(article) {
    return this.onHand(article) - (this.reserved.get(article) ?? 0);
  }

  reserve(article, count) {
    if (count > this.available(article)) return false;
    this.reserved.set(article, (this.reserved.get(article) ?? 0) + count);
    return true;
  }

  release(article, count) {
    const left = Math.max(0, (this.reserved.get(article) ?? 0) - count);
    if (left === 0) this.reserved.delete(article);
    else this.reserved.set(article, left);
  }

  /** Takes articles out, the oldest first; gives what they have cost. */
  ship(article, count, { isReserved = false } = {}) {
    const most = isReserved ? (this.reserved.get(article) ?? 0) : this.available(article);
    if (count > most) throw new RangeError(`only ${most} of ${article}`);
    const lots = this.lots.get(article);
    let missing = count;
    let cost = 0;
    while (missing > 0) {
      const [oldest] = lots;
      const taken = Math.min(missing, oldest.count);
      cost += taken * oldest.unitCost;
      oldest.count -= taken;
      missing -= taken;
      if (oldest.count === 0) lots.shift();
    }
    if (isReserved) this.release(article, count);
    this.log.push({ kind: "out", article, count });
    return cost;
  }

  /** What all that is there has cost. */
  value() {
    let total = 0;
    for (const lots of this.lots.values()) {
      for (const { count, unitCost } of lots) total += count * unitCost;
    }
    return total;
  }

  /** Articles of which less than `levels` says is available, those that miss most first. */
  toReorder(levels) {
    return Object.entries(levels)
      .map(([article, level]) => ({ article, missing: level - this.available(article) }))
      .filter(({ missing }) => missing > 0)
      .sort((a, b) => b.missing - a.missing || a.article.localeCompare(b.article));
  }
}

module.exports = { Inventory };
