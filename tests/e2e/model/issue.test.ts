import { expect, it } from "vitest";
import { checkMaster, checkSpend, checkTranscripts } from "./check-night.ts";
import { openNightMarket } from "./night-market.ts";
import { fixes } from "./night-market-fixes.ts";
import { openScriptedModel } from "./open-scripted-model.ts";
import { playDeveloper } from "./play-developer.ts";
import { describeCycles, runNight } from "./run-night.ts";

const pages = fixes.filter(({ file }) => file === "src/pages.js");
// The tests of money, and those that are new: the bug is there, and no test sees it.
const gates = `  - name: tests
    kind: tests
    command: "node --test test/*[yd].test.js"
    runner: node-test
`;
const issue = `# Pages

When I leaf through the stalls, ${pages[0]?.request}.

Thanks @everyone! Fixes #1
`;

it("what a person asks for is shown by a test first, then mended, and both are on master", async () => {
  using repository = openNightMarket({ gates });
  repository.write("issue.md", issue);
  repository.commit("a wish");
  await using model = await openScriptedModel(playDeveloper);
  const night = await runNight(repository, model, ["--issue", "issue.md"]);
  expect(describeCycles(night)).toEqual(["promoted src/pages.js test/pages-end.test.js"]);
  expect(night.result.cycles[0]).toMatchObject({ method: "test-driven", item: { kind: "issue" } });
  const judged = night.events.flatMap((event) => (event.type === "reproduction-judged" ? event.status : []));
  expect(judged).toEqual(["red"]);
  const message = repository.run("log", "-1", "--format=%B", "nightshift/master");
  expect(`${message}\n${night.report}`).not.toMatch(/@everyone\b(?!`)|^Fixes #1/m);
  checkMaster(repository, night, { fixes: pages, hasTests: true });
  checkSpend(night, model);
  checkTranscripts(night, model);
});
