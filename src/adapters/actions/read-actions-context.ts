import { readFileSync } from "node:fs";
import { z } from "zod";
import { usageError } from "../../domain/errors.ts";

const text = z.string().min(1);

const environmentSchema = z.object({
  GITHUB_REPOSITORY: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  GITHUB_SHA: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
  GITHUB_REF_NAME: text,
  GITHUB_EVENT_NAME: text,
  GITHUB_EVENT_PATH: z.string().default(""),
  GITHUB_RUN_ID: z.string().regex(/^\d+$/),
  GITHUB_SERVER_URL: z.url().default("https://github.com"),
  GITHUB_API_URL: z.url().default("https://api.github.com"),
  GITHUB_WORKSPACE: text,
  RUNNER_TEMP: text,
});

const eventSchema = z.object({
  action: z.string().optional(),
  repository: z.object({ default_branch: text }).optional(),
  label: z.object({ name: z.string() }).optional(),
  issue: z.object({ title: z.string(), body: z.string().nullable(), number: z.int() }).optional(),
});

/** What the runner says of a workflow's run. */
export type ActionsContext = {
  /** `owner/name`. */
  readonly repository: string;
  /** Commit that the run is about. */
  readonly sha: string;
  /** Branch or tag that the run is about, by its short name. */
  readonly refName: string;
  readonly eventName: string;
  /** Short name; a schedule's event may not tell it, and runs on nothing else. */
  readonly defaultBranch: string;
  /** The issue that was labelled just now, and with what; null for every other event. */
  readonly labelled: { readonly label: string; readonly title: string; readonly body: string } | null;
  readonly runUrl: string;
  readonly runId: number;
  readonly apiUrl: string;
  /** Where the checkout is. */
  readonly workspace: string;
  /** A folder that is emptied around each job. */
  readonly temporary: string;
};

/** Reads what the runner says of the run. Throws the usage error `NOT_IN_ACTIONS` that names what is not there. */
export function readActionsContext(
  environment: Readonly<Record<string, string | undefined>>,
): ActionsContext {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path.join(".")).join(", ");
    throw usageError({
      code: "NOT_IN_ACTIONS",
      message: `This is no step of a GitHub workflow: ${names} is missing, or is not what the runner writes.`,
      hint: "Use the action in a workflow; on one machine run `nightshift run`.",
    });
  }
  const known = parsed.data;
  const event = readEvent(known.GITHUB_EVENT_PATH);
  const { label, issue, action } = event;
  const isLabelled = known.GITHUB_EVENT_NAME === "issues" && action === "labeled";
  return {
    repository: known.GITHUB_REPOSITORY,
    sha: known.GITHUB_SHA,
    refName: known.GITHUB_REF_NAME,
    eventName: known.GITHUB_EVENT_NAME,
    defaultBranch: event.repository?.default_branch ?? known.GITHUB_REF_NAME,
    labelled:
      isLabelled && label !== undefined && issue !== undefined
        ? { label: label.name, title: issue.title, body: issue.body ?? "" }
        : null,
    runUrl: `${known.GITHUB_SERVER_URL}/${known.GITHUB_REPOSITORY}/actions/runs/${known.GITHUB_RUN_ID}`,
    runId: Number(known.GITHUB_RUN_ID),
    apiUrl: known.GITHUB_API_URL,
    workspace: known.GITHUB_WORKSPACE,
    temporary: known.RUNNER_TEMP,
  };
}

function readEvent(file: string): z.infer<typeof eventSchema> {
  if (file === "") return {};
  try {
    return eventSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw usageError({
      code: "NOT_IN_ACTIONS",
      message: `The event of this run cannot be read from ${file}.`,
      hint: "The runner writes it; a step that changed it has to be taken out.",
      cause: error,
    });
  }
}
