import { describe, expect, it } from "vitest";
import { CircuitBreaker, planWaits } from "./circuit-breaker.ts";

const open = (probes?: number) =>
  new CircuitBreaker({ threshold: 3, windowMs: 1_000, restMs: 500, ...(probes === undefined ? {} : { probes }) });
const broken = (probes?: number) => {
  const breaker = open(probes);
  for (const now of [0, 10, 20]) breaker.fail(now);
  return breaker;
};

describe("CircuitBreaker", () => {
  it("lets calls through", () => {
    const breaker = open();
    expect(breaker.tryEnter(0)).toBe(true);
    breaker.fail(0);
    breaker.fail(1);
    expect(breaker.state(2)).toBe("closed");
  });
  it("opens after so many failures", () => {
    const breaker = broken();
    expect(breaker.state(21)).toBe("open");
    expect(breaker.tryEnter(21)).toBe(false);
  });
  it("forgets failures that are long ago", () => {
    const breaker = open();
    for (const now of [0, 300, 1_000, 1_400]) breaker.fail(now);
    expect(breaker.state(1_400)).toBe("closed");
    breaker.fail(1_450);
    expect(breaker.state(1_450)).toBe("open");
  });
  it("tells how long to wait", () => {
    const breaker = broken();
    expect(breaker.waitMs(120)).toBe(400);
    expect(breaker.waitMs(520)).toBe(0);
    expect(open().waitMs(0)).toBe(0);
  });
  it("lets one call through after a rest", () => {
    const breaker = broken();
    expect(breaker.tryEnter(519)).toBe(false);
    expect(breaker.tryEnter(520)).toBe(true);
    expect(breaker.tryEnter(521)).toBe(false);
  });
  it("closes when that call works", () => {
    const breaker = broken();
    breaker.tryEnter(520);
    breaker.succeed(530);
    expect(breaker.state(530)).toBe("closed");
    breaker.fail(531);
    expect(breaker.state(531)).toBe("closed");
  });
  it("opens again when it fails", () => {
    const breaker = broken();
    breaker.tryEnter(520);
    breaker.fail(600);
    expect(breaker.state(1_000)).toBe("open");
    expect(breaker.state(1_100)).toBe("half-open");
  });
  it("asks for more than one call", () => {
    const breaker = broken(2);
    breaker.tryEnter(520);
    breaker.succeed(530);
    expect(breaker.state(530)).toBe("half-open");
    expect(breaker.tryEnter(540)).toBe(true);
    breaker.succeed(550);
    expect(breaker.state(550)).toBe("closed");
  });
  it("counts anew after it was open", () => {
    const breaker = broken(2);
    breaker.tryEnter(520);
    breaker.succeed(530);
    breaker.tryEnter(540);
    breaker.fail(550);
    breaker.tryEnter(1_050);
    breaker.succeed(1_060);
    expect(breaker.state(1_060)).toBe("half-open");
  });
});
describe("planWaits", () => {
  it("grows up to a limit", () => expect(planWaits(5, { firstMs: 100, mostMs: 500 })).toEqual([100, 200, 400, 500, 500]));
  it("takes another factor", () => expect(planWaits(3, { firstMs: 10, factor: 3 })).toEqual([10, 30, 90]));
  it("spreads", () => {
    expect(planWaits(2, { firstMs: 100, spread: 0.2, random: () => 1 })).toEqual([120, 240]);
    expect(planWaits(2, { firstMs: 100, spread: 0.2, random: () => 0 })).toEqual([80, 160]);
  });
  it("plans none", () => expect(planWaits(0, { firstMs: 1 })).toEqual([]));
});
