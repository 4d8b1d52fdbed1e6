import { describe, expect, it } from "vitest";
import { orderGroups } from "../../../../src/brain/search/choose/order-groups.ts";
import type { PlausibleGroup } from "../../../../src/brain/search/choose/plausible.ts";
import { rateConfidence } from "../../../../src/brain/search/choose/rate-confidence.ts";
import type { TriedCandidate } from "../../../../src/brain/search/run/try-candidates.ts";
import { sampleTried } from "./sample-tried.ts";

const group = (...members: [TriedCandidate, ...TriedCandidate[]]): PlausibleGroup => ({
  members,
  isCompared: true,
  reach: null,
});
const names = (groups: readonly PlausibleGroup[]) =>
  groups.map(({ members }) => members.map(({ candidate }) => candidate.summary).join("")).join(" ");

describe("orderGroups", () => {
  it("prefers the likeliest, and of two that are nearly as likely the one that more candidates agree on", () => {
    const ordered = orderGroups([
      group(sampleTried("a", { score: 0.45 })),
      group(sampleTried("b", { score: 0.3 }), sampleTried("c", { score: 0.4 })),
      group(sampleTried("d", { score: 0.6 })),
    ]);
    expect(names(ordered)).toBe("d cb a");
    expect(ordered.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it("puts what leaves failures in the item's files behind what leaves none, however likely", () => {
    const ordered = orderGroups([
      group(sampleTried("a", { score: 1, left: 2 })),
      group(sampleTried("b", { score: 0.1, left: 1 })),
    ]);
    expect(names(ordered)).toBe("b a");
  });

  it.each([
    ["a deletion", { replacement: "" }],
    ["a condition that became a constant", { replacement: "true", origin: "replaced-condition" }],
    ["two places instead of one", { places: 2 }],
    ["a long text", { replacement: "x".repeat(80) }],
  ])("demotes %s", (_, surprising) => {
    const plain = sampleTried("plain", { score: 0.5 });
    const odd = sampleTried("odd", { score: 0.5, ...surprising });
    expect(names(orderGroups([group(odd), group(plain)]))).toBe("plain odd");
    expect(names(orderGroups([group(odd, plain)]))).toBe("plainodd");
    const rate = (one: TriedCandidate) => {
      const groups = orderGroups([group(one)]);
      return groups[0] === undefined ? 0 : rateConfidence({ group: groups[0], groups, rejected: 0 }).value;
    };
    expect(rate(odd)).toBeLessThan(rate(plain));
  });
});

describe("orderGroups with what is known of tests and runs", () => {
  const literal = { text: '"a,b"', kind: "string", role: "expected" } as const;

  it("demotes a program that holds an answer of the test, unless it held it before", () => {
    const written = sampleTried("written", { score: 0.9, replacement: 'return "a,b"' });
    const worked = sampleTried("worked", { score: 0.2 });
    expect(names(orderGroups([group(written), group(worked)], [literal]))).toBe("worked written");
    const before = {
      ...written,
      originals: [{ path: "src/a.js", mode: "100644" as const, content: '"a,b"' }],
    };
    expect(names(orderGroups([group(before), group(worked)], [literal]))).toBe("written worked");
  });

  it("demotes what behaves as the base does with every input but the test's own", () => {
    const narrow = {
      ...group(sampleTried("narrow", { score: 0.35 })),
      reach: { differing: 0, compared: 30 },
    };
    const wide = { ...group(sampleTried("wide", { score: 0.3 })), reach: { differing: 4, compared: 30 } };
    expect(names(orderGroups([narrow, wide]))).toBe("wide narrow");
    const wider = { ...group(sampleTried("wider", { score: 0.4 })), reach: { differing: 20, compared: 30 } };
    expect(names(orderGroups([wider, wide]))).toBe("wide wider");
    const few = { ...narrow, reach: { differing: 0, compared: 2 } };
    expect(names(orderGroups([few, { ...wide, reach: { differing: 4, compared: 5 } }]))).toBe("narrow wide");
  });
});

describe("rateConfidence", () => {
  const rate = (groups: readonly PlausibleGroup[], rejected = 0) => {
    const ordered = orderGroups(groups);
    const [first] = ordered;
    if (first === undefined) throw new Error("no group");
    return rateConfidence({ group: first, groups: ordered, rejected });
  };

  it("is surest of the one behaviour that mends the item, and less sure with each other one", () => {
    const values = [1, 2, 3, 4, 9].map(
      (count) => rate(Array.from({ length: count }, (_, at) => group(sampleTried(`${at}`)))).value,
    );
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(new Set(values).size).toBe(values.length);
    expect(values[0]).toBeGreaterThan(0.9);
    expect(values[4]).toBeLessThan(0.5);
  });

  it("says how many behave alike, and that some were not compared", () => {
    expect(rate([group(sampleTried("a"))]).reason).toBe("it is the only candidate that mends the item");
    expect(rate([group(sampleTried("a"), sampleTried("b"))]).reason).toBe(
      "all 2 candidates that mend the item behave alike",
    );
    expect(rate([group(sampleTried("a"), sampleTried("b")), group(sampleTried("c"))]).reason).toBe(
      "2 of 3 candidates that mend the item behave alike",
    );
    const unseen = [sampleTried("a"), sampleTried("b")].map((one) => ({
      members: [one] as const,
      isCompared: false,
      reach: null,
    }));
    expect(rate(unseen).reason).toBe("2 candidates mend the item, and could not be compared in what they do");
  });

  it("is surer of a token than of more, and of what reaches less far", () => {
    const token = group(sampleTried("b"));
    const more = group(sampleTried("b", { replacement: "some more words here" }));
    const far = { ...token, reach: { differing: 9, compared: 30 } };
    const near = { ...token, reach: { differing: 2, compared: 30 } };
    const none = { ...token, reach: { differing: 0, compared: 30 } };
    expect(rate([more]).value).toBeLessThan(rate([token]).value);
    expect(rate([group(sampleTried("b", { score: 0.05 }))]).value).toBeLessThan(rate([more]).value);
    expect(rate([near]).value).toBe(rate([token]).value);
    expect(rate([far]).value).toBeLessThan(rate([near]).value);
    expect(rate([none]).value).toBeLessThan(rate([far]).value);
  });

  it("is less sure where very many candidates mend the item, even if they behave alike", () => {
    const many = Array.from({ length: 6 }, (_, at) => sampleTried(`${at}`));
    const [first, ...others] = many;
    if (first === undefined) throw new Error("no candidate");
    expect(rate([group(first, ...others)]).value).toBeLessThan(rate([group(first)]).value);
  });

  it("halves what comes after a rejection", () => {
    expect(rate([group(sampleTried("a"))], 1).value).toBeCloseTo(
      rate([group(sampleTried("a"))]).value / 2,
      1,
    );
  });
});
