import type { ChatCompletionRequest } from "@copilotkit/aimock";
import { expect, it } from "vitest";
import { isFullCorpus } from "../../helpers/corpus.ts";
import { checkLiveCampaign } from "../../live/check-live-campaign.ts";
import { readLiveSettings } from "../../live/live-settings.ts";
import { call, promptOf, sayNext } from "./fix-by-tools.ts";
import { openScriptedModel, type Said } from "./open-scripted-model.ts";

/** What mends the small project, by the word for each fault in what a model is told. */
const edits: readonly {
  readonly sign: string;
  readonly path: string;
  readonly old: string;
  readonly new: string;
}[] = [
  { sign: "use const or let", path: "src/greet.js", old: "var words", new: "const words" },
  {
    sign: "needs a doc comment",
    path: "src/currency.js",
    old: "export function currency",
    new: "/** What prices are in. */\nexport function currency",
  },
  {
    sign: "implicitly has an 'any' type",
    path: "src/label.js",
    old: "@param {string} name\n",
    new: "@param {string} name\n * @param {number} cents\n",
  },
  { sign: "adds up prices", path: "src/total.js", old: "price, 1)", new: "price, 0)" },
];

function playDeveloper(request: ChatCompletionRequest): Said {
  const [first] = promptOf(request).split("\nMake what fails").map(dropLessons);
  const edit = edits.find(({ sign }) => first?.includes(sign));
  if (edit === undefined) return call("give_up", { reason: "it is not clear" });
  const { path, old, new: better } = edit;
  return sayNext(request, [
    [call("edit_file", { path, old, new: better }), call("finish", { summary: `mend ${path}` })],
  ]);
}

function dropLessons(prompt: string): string {
  return prompt.replace(/## Lessons[\s\S]*?\n## /, "## ");
}

it("the live test passes with a model that knows the fixes, and so can be trusted to fail for others", async ({
  skip,
}) => {
  if (!isFullCorpus) skip("four gates take their time: `npm run test:full` runs it");
  await using model = await openScriptedModel(playDeveloper);
  const settings = readLiveSettings({
    NIGHTSHIFT_LIVE_PROVIDER: "custom",
    NIGHTSHIFT_LIVE_MODEL: "scripted",
    NIGHTSHIFT_LIVE_BASE_URL: model.baseUrl,
    NIGHTSHIFT_LIVE_PRICES: "{ custom/scripted: { input: 1, output: 4 } }",
  });
  if (settings.status !== "ready") throw new Error(settings.reason);
  const { costUsd } = await checkLiveCampaign(settings);
  expect(costUsd).toBeGreaterThan(0);
  expect(model.faults).toEqual([]);
});
