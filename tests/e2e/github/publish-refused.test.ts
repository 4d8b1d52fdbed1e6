import { describe, expect, it } from "vitest";
import { isFullCorpus } from "../../helpers/corpus.ts";
import type { Caller, CallFault } from "../../helpers/github-rig/api-call.ts";
import { openVerifiedRun } from "../../helpers/github-rig/open-verified-run.ts";
import { describeRig, findSacredWrites } from "../../helpers/github-rig/publish-on-rig.ts";
import { runPublishJob } from "../../helpers/github-rig/run-jobs.ts";

type Case = {
  readonly what: string;
  readonly permissions?: NonNullable<Caller["permissions"]>;
  /** Of requests to paths that end so. */
  readonly refused?: { readonly path: RegExp; readonly status: number; readonly message: string };
  readonly verdictCid?: string;
  /** What has to be in the log. */
  readonly says: RegExp;
};

const all = { contents: "write", pull_requests: "write", issues: "write" } as const;
const cases: readonly Case[] = [
  {
    what: "its token may not open pull requests",
    permissions: { contents: "write", issues: "write" },
    says: /pull_requests: ?(?:read|write)|pull-requests/,
  },
  {
    what: "the verdict is not the one that verify told of",
    verdictCid: "bafkreigro7tqpc5vdfd3qfmnkapiuypl2m63osrfji42y6keq2usziyyp4",
    says: /verdict/i,
  },
  { what: "its token may not write", permissions: { ...all, contents: "read" }, says: /contents/ },
  {
    what: "the repository is archived",
    refused: { path: /\/git\/blobs$/, status: 403, message: "Repository was archived so is read-only." },
    says: /archived/,
  },
];

describe("the publish action, where it may not publish,", () => {
  it.each(isFullCorpus ? cases : cases.slice(0, 1))(
    "fails, writes no pull request, and says why: $what",
    async ({ permissions = all, refused, verdictCid, says }) => {
      const opened = await openVerifiedRun();
      const { rig, run } = opened;
      await using _rig = rig;
      const fault: CallFault | null =
        refused === undefined
          ? null
          : { kind: "refuse", answer: { status: refused.status, body: { message: refused.message } } };
      rig.proxy.setFaults((call) =>
        call.caller?.kind === "robot" && refused?.path.test(call.path) === true ? fault : null,
      );
      const end = await runPublishJob(run, { verdictCid: verdictCid ?? opened.verdictCid, permissions }, rig);
      rig.proxy.setFaults(null);
      expect({ code: end.code, log: end.log }).toEqual({ code: 1, log: expect.stringMatching(says) });
      expect(end.log).toContain("::error");
      expect(end.summary).not.toBe("");
      expect(end.outputs).toMatchObject({ status: "failed", "pull-requests": "[]" });
      expect((await describeRig(rig)).pulls).toEqual([]);
      expect(findSacredWrites(rig)).toEqual([]);
    },
  );
});
