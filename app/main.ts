import { run } from "probot";
import { createApp } from "./create-app.ts";
import { readSettings } from "./read-settings.ts";

/** Work that is under way when the App is asked to end is given this long; what is left is found again from the repositories. */
const graceMs = 10_000;

const { PRIVATE_KEY = "", WEBHOOK_SECRET = "", GITHUB_CLIENT_SECRET = "" } = process.env;
const nightshift = createApp(readSettings(process.env), {
  secrets: [PRIVATE_KEY, WEBHOOK_SECRET, GITHUB_CLIENT_SECRET],
});

// Without APP_ID and PRIVATE_KEY Probot shows its setup page, which makes the App on GitHub from app.yml.
const server = await run(nightshift.load);

process.once("SIGTERM", async () => {
  const timer = setTimeout(() => process.exit(0), graceMs);
  await server.stop();
  await nightshift.office()?.idle();
  clearTimeout(timer);
  process.exit(0);
});
