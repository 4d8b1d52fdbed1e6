import { expect, it } from "vitest";
import { showCampaign } from "../../cli/show-campaign.ts";
import { foldEvents } from "../../src/report/fold.ts";
import { cycleStarted, entriesOf, prepared, started } from "../helpers/campaign-script.ts";

function watch(options: {
  readonly isTTY: boolean;
  readonly logFormat: "text" | "json";
  readonly columns?: number;
}): string {
  let text = "";
  const stream = {
    write: (part: string) => {
      text += part;
    },
    isTTY: options.isTTY,
    columns: options.columns ?? 40,
  };
  const view = showCampaign(stream, options);
  view.onProgress({ phase: "measuring", detail: "too early to show" });
  const entries = entriesOf(started, prepared, cycleStarted(1));
  for (const [index, entry] of entries.entries()) {
    view.onEvent(entry, foldEvents(entries.slice(0, index + 1)));
  }
  view.onProgress({ phase: "judging", detail: "unit" });
  view.close();
  return text;
}

it("writes plain lines where there is no terminal", () => {
  const text = watch({ isTTY: false, logFormat: "text" });
  expect(text).not.toContain("\u001b");
  expect(text).toMatch(/^Campaign night-1[^\r]*\nCycle 1: test\/cart\.test\.js: adds 1 \(unit\)\n$/s);
});

it("keeps one live line beneath them on a terminal, and takes it away at the end", () => {
  const text = watch({ isTTY: true, logFormat: "text" });
  expect(text).toContain("\r\u001b[2Kcycle 1/10 · test/cart.test.js: adds 1");
  expect(text.endsWith("\r\u001b[2K")).toBe(true);
  const live = text.split("\r\u001b[2K").filter((part) => !part.includes("\n"));
  expect(live.every((line) => line.length < 40)).toBe(true);
});

it("writes each event as a JSON line with --log-format json, on a terminal too", () => {
  const lines = watch({ isTTY: true, logFormat: "json" }).trimEnd().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual([
    "campaign-started",
    "master-prepared",
    "cycle-started",
  ]);
});

it("takes a terminal that does not know its width for one of the usual width", () => {
  const text = watch({ isTTY: true, logFormat: "text", columns: 0 });
  expect(text).toContain("\r\u001b[2Kcycle 1/10 · test/cart.test.js: adds 1 · judging unit");
});
