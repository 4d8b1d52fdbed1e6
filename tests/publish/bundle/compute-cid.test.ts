import { describe, expect, it } from "vitest";
import { computeCid } from "../../../src/publish/bundle/compute-cid.ts";

describe("computeCid", () => {
  it.each([
    ["hello world", "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"],
    ["", "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"],
  ])("gives %j the id that other tools give it", (text, cid) => {
    expect(computeCid(Buffer.from(text))).toBe(cid);
  });
});
