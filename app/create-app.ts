import type { ApplicationFunction } from "probot";
import { createRedactor } from "../src/adapters/redact.ts";
import type { Log } from "./desk.ts";
import { type Office, openOffice } from "./office/open-office.ts";
import { createProbotDesks } from "./office/probot-desks.ts";
import type { AppSettings } from "./read-settings.ts";

/** The App as Probot loads it. */
export type NightshiftApp = {
  readonly load: ApplicationFunction;
  /** Null until it is loaded, and in Probot's setup mode. */
  office(): Office | null;
};

/**
 * The Probot application: every delivery whose signature Probot has checked is taken in and answered at once, then worked
 * off. `secrets` are blanked out of the logs.
 */
export function createApp(
  settings: AppSettings,
  { secrets }: { readonly secrets: readonly string[] },
): NightshiftApp {
  let office: Office | null = null;
  const redact = createRedactor(secrets);
  return {
    office: () => office,
    load: (app, { addHandler }) => {
      const log = redactLog(app.log, redact);
      const opened = openOffice({ ...createProbotDesks(app, settings, { log }), log });
      office = opened;
      app.onAny(async ({ id, name, payload }) => {
        const outcome = opened.take({ id, name, payload });
        app.log.info({ delivery: id, event: name, outcome }, "a delivery");
      });
      addHandler((request, response) => {
        if (request.method !== "GET" || request.url?.split("?")[0] !== "/health") return false;
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ status: "ok", waiting: opened.size }));
        return true;
      });
      void opened.reconcileAll();
      if (settings.reconcileMinutes > 0)
        setInterval(() => void opened.reconcileAll(), settings.reconcileMinutes * 60_000).unref();
    },
  };
}

function redactLog(log: Log, redact: (text: string) => string): Log {
  const clean = (fields: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === "string" ? redact(value) : value,
      ]),
    );
  return {
    info: (fields, message) => log.info(clean(fields), message),
    warn: (fields, message) => log.warn(clean(fields), message),
    error: (fields, message) => log.error(clean(fields), message),
  };
}
