import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { readJournal } from "../../src/adapters/read-journal.ts";
import { findCampaigns, journalPath } from "../../src/campaign/find-campaigns.ts";
import type { CampaignEvent } from "../../src/domain/events.ts";
import { answerChat, chatCalls, countReplies, mendWord, readItem } from "../helpers/chat-answers.ts";
import type { GitRepository } from "../helpers/git-repository.ts";
import { type LoopbackAnswer, type LoopbackModel, openLoopbackModel } from "../helpers/loopback-model.ts";
import { runModelCampaign } from "../helpers/model-campaign.ts";
import { configureModel, openModelProject } from "../helpers/model-project.ts";

const run = promisify(execFile);
const script = path.join(import.meta.dirname, "..", "helpers", "run-and-die.ts");
const stack = new Set<Disposable | AsyncDisposable>();
afterEach(async () => {
  for (const one of stack) {
    if (Symbol.asyncDispose in one) await one[Symbol.asyncDispose]();
    else one[Symbol.dispose]();
  }
  stack.clear();
});

/** One word to mend, and a model that reads its file before it does. */
async function open(
  answer: LoopbackAnswer = answerChat((request) => {
    const name = readItem(request);
    const look = chatCalls({ name: "read_file", arguments: { path: `src/${name}.js` } });
    return countReplies(request) === 0 ? look : mendWord(name);
  }),
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly model: LoopbackModel; readonly repository: GitRepository }> {
  const model = await openLoopbackModel(answer);
  stack.add(model);
  const repository = openModelProject({ names: ["alpha"], config: configureModel(model.url), files });
  stack.add(repository);
  return { model, repository };
}

async function readEvents(repository: GitRepository): Promise<readonly CampaignEvent[]> {
  const campaigns = path.join(repository.dir, ".git/nightshift/campaigns");
  const [campaign = ""] = await findCampaigns(campaigns);
  return (await readJournal(journalPath(campaigns, campaign))).entries.map(({ event }) => event);
}

/** Digests of the blobs that the journal names, and whether each is there and is what its name says. */
async function checkBlobs(repository: GitRepository): Promise<readonly string[]> {
  const campaigns = path.join(repository.dir, ".git/nightshift/campaigns");
  const [campaign = ""] = await findCampaigns(campaigns);
  const events = await readEvents(repository);
  return events.flatMap((event) => {
    if (event.type !== "model-conversed") return [];
    const content = readFileSync(path.join(campaigns, campaign, "blobs", event.blob ?? ""));
    const isWhole = createHash("sha256").update(content).digest("hex") === event.blob;
    return [`${event.turn} ${isWhole ? "whole" : "damaged"}`];
  });
}

function findLeftovers(repository: GitRepository): readonly string[] {
  const refs = repository.run("for-each-ref", "--format=%(refname)", "refs/heads/nightshift/sandbox/");
  const folder = path.join(repository.dir, ".git/nightshift/sandboxes");
  return [...refs.split("\n").filter(Boolean), ...readdirSync(folder)];
}

describe("the journal of a model's work", () => {
  it("loses nothing that was announced when the campaign is killed between two turns", async () => {
    const { model, repository } = await open();
    const kill = run(process.execPath, [script, repository.dir, "model-conversed", "after"], {
      env: { PATH: process.env.PATH, RESUME: "0" },
    });
    await expect(kill).rejects.toMatchObject({ signal: "SIGKILL" });
    expect((await readEvents(repository)).at(-1)).toMatchObject({ type: "model-conversed", turn: 1 });
    expect(await checkBlobs(repository)).toEqual(["1 whole"]);

    const asked = model.requests.length;
    const { state, of } = await runModelCampaign(repository, { isResume: true });
    expect(state).toMatchObject({ stopReason: "NO_WORK_FOUND", promoted: 1 });
    expect(of("model-conversed").map(({ turn, tools }) => [turn, tools.map(({ name }) => name)])).toEqual([
      [1, ["read_file"]],
      [1, ["read_file"]],
      [2, ["edit_file", "finish"]],
    ]);
    // The call before the kill stays charged.
    expect(state.modelSpend.calls).toBe(1 + model.requests.length - asked);
    expect(await checkBlobs(repository)).toEqual(["1 whole", "1 whole", "2 whole"]);
    expect(findLeftovers(repository)).toEqual([]);
  });

  it("is left where a person stops the campaign between two turns, and the work goes on from there", async () => {
    const { repository } = await open();
    const stop = new AbortController();
    const onEvent = ({ type }: CampaignEvent) => void (type === "model-conversed" && stop.abort());
    const { state, of } = await runModelCampaign(repository, { signal: stop.signal, onEvent });
    expect(state).toMatchObject({ stopReason: "STOPPED", promoted: 0, completed: 0 });
    expect(of("model-called")).toHaveLength(1);
    expect(findLeftovers(repository)).toEqual([]);
    expect(await checkBlobs(repository)).toEqual(["1 whole"]);
    const resumed = await runModelCampaign(repository, { isResume: true });
    expect(resumed.state).toMatchObject({ stopReason: "NO_WORK_FOUND", promoted: 1 });
  });

  it("does not wait for a model that says nothing when a person stops it", async () => {
    const { model, repository } = await open(() => {});
    const stop = new AbortController();
    const onEvent = ({ type }: CampaignEvent) => {
      if (type === "model-asked") setTimeout(() => stop.abort(), 200);
    };
    const { state } = await runModelCampaign(repository, { signal: stop.signal, onEvent });
    expect(state).toMatchObject({ stopReason: "STOPPED", completed: 0 });
    expect(model.requests).toHaveLength(1);
    expect(findLeftovers(repository)).toEqual([]);
  });

  it("holds no secret, and none goes to the model, in whatever form a file has it", async () => {
    const secret = "tok_4f9Zq-71kd+XuW";
    const forms = [
      Buffer.from(secret).toString("base64"),
      Buffer.from(secret).toString("hex"),
      [...secret].toReversed().join(""),
    ];
    const answer = answerChat((request) => {
      if (countReplies(request) > 0) return mendWord(readItem(request));
      const look = chatCalls({ name: "read_file", arguments: { path: "src/notes.js" } });
      const [choice] = look.choices as { message: { content: string | null } }[];
      if (choice !== undefined) choice.message.content = `I guess that it is ${secret}`;
      return look;
    });
    const { model, repository } = await open(answer, { "src/notes.js": `// ${forms.join("\n// ")}\n` });
    const { state, transcript } = await runModelCampaign(repository, {
      environment: { DEPLOY_TOKEN: secret },
    });
    expect(state.promoted).toBe(1);
    const kept = transcript(1);
    // Every message stands there, and once.
    const roles = ["system", "user", "assistant", "tool"];
    expect(roles.map((role) => kept.split(`"role": "${role}"`).length - 1)).toEqual([1, 1, 2, 3]);
    const sent = model.requests.map(({ body }) => JSON.stringify(body)).join("\n");
    const status = readFileSync(path.join(repository.dir, ".git/nightshift/status.json"), "utf8");
    for (const text of [sent, kept, status, JSON.stringify(await readEvents(repository))])
      for (const form of [secret, ...forms]) expect(text).not.toContain(form);
    for (const text of [sent, kept]) expect(text.match(/\[redacted\]/g)?.length).toBeGreaterThan(3);
  });
});
