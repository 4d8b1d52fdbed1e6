import { describe, expect, it } from "vitest";
import { type PullRequestMarker, parseMarker, renderMarker } from "../../src/publish/pull-request-marker.ts";

const marker: PullRequestMarker = {
  ...{ version: 1, campaign: "night-1", cycles: [3], items: ["item-3"], changesets: [`b${"a".repeat(58)}`] },
  ...{
    tree: "1".repeat(40),
    files: [["src/a.js", "100644 abc"]],
    at: "2026-11-21T06:00:00.000Z",
    isDeclined: false,
  },
};

describe("the marker of a pull request", () => {
  it("reads back as it was written, whatever people write above it and whatever blanks end it", () => {
    expect(parseMarker(`Some text.\r\n\r\n${renderMarker(marker)}\r\n`)).toEqual(marker);
  });

  it("cannot be ended by what is in it", () => {
    const hostile = {
      ...marker,
      items: ["--> <b>&", "a--b---c"],
      files: [["-->", "x"]] as [string, string][],
    };
    const line = renderMarker(hostile);
    expect(line.slice(4, -3)).not.toMatch(/--|[<>&]/);
    expect(line).not.toContain("\n");
    expect(parseMarker(line)).toEqual(hostile);
  });

  it.for([
    ["text below it", `${renderMarker(marker)}\nmore`],
    ["text before it on its line", `> ${renderMarker(marker)}`],
    ["another version", renderMarker(marker).replace('"version":1', '"version":2')],
    ["a key more", renderMarker(marker).replace('"version":1', '"version":1,"x":1')],
    ["a key twice", renderMarker(marker).replace('"version":1', '"version":1,"version":1')],
    ["another way of writing", renderMarker(marker).replace('"version":1', '"version": 1')],
    ["no JSON", "<!-- nightshift: {broken} -->"],
    ["nothing", ""],
  ])("is none with %s", ([, body]) => {
    expect(parseMarker(body ?? "")).toBeNull();
  });
});
