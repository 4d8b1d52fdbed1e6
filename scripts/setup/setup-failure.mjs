/** Set-up cannot go on; the message says what happened and what to do. */
export class SetupFailure extends Error {
  name = "SetupFailure";
}
