import { expect, it } from "vitest";
import { readLiveSettings } from "./live-settings.ts";

it("without a key the live test is skipped, and says which one it wants", () => {
  expect(readLiveSettings({})).toEqual({
    status: "skipped",
    reason: expect.stringContaining("OPENAI_API_KEY"),
  });
  const gemini = readLiveSettings({ NIGHTSHIFT_LIVE_PROVIDER: "gemini", OPENAI_API_KEY: "key-of-openai" });
  expect(gemini).toEqual({ status: "skipped", reason: expect.stringContaining("GEMINI_API_KEY") });
});

it("a provider without a model of its own is skipped, and one that is not there is refused", () => {
  const local = readLiveSettings({ NIGHTSHIFT_LIVE_PROVIDER: "ollama" });
  expect(local).toEqual({ status: "skipped", reason: expect.stringContaining("NIGHTSHIFT_LIVE_MODEL") });
  expect(() => readLiveSettings({ NIGHTSHIFT_LIVE_PROVIDER: "opanai" })).toThrow("openrouter");
});

it("with a key the model is asked that the variables name, with no other key", () => {
  const openai = readLiveSettings({ OPENAI_API_KEY: "key-of-openai", GEMINI_API_KEY: "key-of-gemini" });
  expect(openai).toMatchObject({
    status: "ready",
    args: ["--provider", "openai", "--model", expect.any(String)],
  });
  expect(JSON.stringify(openai)).not.toContain("key-of-gemini");
  const custom = readLiveSettings({
    NIGHTSHIFT_LIVE_PROVIDER: "custom",
    NIGHTSHIFT_LIVE_MODEL: "mine",
    NIGHTSHIFT_LIVE_BASE_URL: "http://127.0.0.1:8000/v1",
  });
  expect(custom).toMatchObject({
    args: ["--provider", "custom", "--model", "mine", "--base-url", "http://127.0.0.1:8000/v1"],
    prices: "{}",
  });
});
