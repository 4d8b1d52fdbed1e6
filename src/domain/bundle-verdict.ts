import { z } from "zod";

/** The version of a verdict's file. */
export const VERDICT_VERSION = 1;

const gitHash = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const line = z.string().max(2_000);

/** How one promotion fared when its gates ran again. */
const verifiedPromotion = z.strictObject({
  cycle: z.int().nonnegative(),
  status: z.enum(["verified", "dropped"]),
  /** For people; of a gate that said no, or what is green. */
  reason: line,
  /** Tree on top of those verified before it; null where it was dropped. */
  tree: gitHash.nullable(),
  /** Its tree on sacred alone, where its gates pass there too; null: it is offered stacked. */
  aloneTree: gitHash.nullable(),
  aloneReason: line,
  gates: z
    .array(
      z.strictObject({ gate: line, status: z.string().max(20), fixed: z.array(line).max(200), reason: line }),
    )
    .max(200),
});

/** `verdict.json`: what verify found when it ran the gates again, on a fresh machine, isolated, without any secret. */
export const verdictSchema = z.strictObject({
  version: z.literal(VERDICT_VERSION),
  /** The bundle's id: the CID of its manifest. */
  bundle: z.string().regex(/^b[a-z2-7]{58}$/),
  repository: z.string().max(200),
  base: gitHash,
  configDigest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Tree of master before the first promotion, as verify built it itself. */
  masterTree: gitHash,
  isolation: z.literal("bubblewrap"),
  promotions: z.array(verifiedPromotion).max(200),
  nightshift: z.string().max(50),
  at: z.iso.datetime(),
});

/** What verify found. */
export type Verdict = z.infer<typeof verdictSchema>;
/** One promotion in it. */
export type VerifiedPromotion = Verdict["promotions"][number];
