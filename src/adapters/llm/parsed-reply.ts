import type { ModelReply } from "../../domain/model.ts";
import type { CallFault } from "./call-fault.ts";
import type { ReturnedFields } from "./returned-fields.ts";

/** A body that was read: a reply without its latency, or a fault that came with status 200. */
export type ParsedReply =
  | {
      readonly status: "replied";
      readonly reply: Omit<Extract<ModelReply, { status: "replied" }>, "latencyMs">;
      readonly fields: ReturnedFields;
    }
  | { readonly status: "fault"; readonly fault: CallFault };
