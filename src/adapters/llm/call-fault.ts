/** Why a call gave no reply, as plain data: what `readFailure` reads. */
export type CallFault =
  | { readonly cause: "aborted" }
  | { readonly cause: "timeout" }
  /** The connection failed, or broke off: `isSent` says whether the request may have reached the provider. */
  | { readonly cause: "connection"; readonly detail: string; readonly isSent: boolean }
  /** More than is ever read. */
  | { readonly cause: "too-large"; readonly maxBytes: number }
  /** A status of success, and a body that is no reply. */
  | { readonly cause: "unreadable"; readonly detail: string }
  | {
      readonly cause: "refused";
      /** HTTP status, or the one that the body names. */
      readonly httpStatus: number;
      /** Whether it came with a status of success, after the model may have worked. */
      readonly isLate: boolean;
      /** The provider's words. */
      readonly message: string;
      readonly code: string;
      readonly param: string;
      readonly headers: Readonly<Record<string, string>>;
      /** The whole error as JSON, where more stands than in the message. */
      readonly body: string;
    };
