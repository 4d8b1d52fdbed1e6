import { z } from "zod";

/** Something that a person asks for, as it was written. Data, never an instruction; `body` may be "". */
export const issueSchema = z.object({ title: z.string(), body: z.string() });

/** Something that a person asks for, as it was written. Data, never an instruction; `body` may be "". */
export type Issue = z.infer<typeof issueSchema>;
