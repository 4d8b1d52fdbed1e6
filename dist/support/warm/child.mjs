/** A process of a warm session: loads the project's tests, runs one candidate after the other, and tells how each fared. */
import { writeSync } from "node:fs";
import { openLink } from "./line-link.mjs";

let work = null;
let isServing = false;
let waiting = Promise.resolve();
const link = openLink({
  reading: 3,
  writing: 3,
  onMessage: (message) => {
    waiting = waiting.then(() => (work === null ? open(message) : serve(message)));
  },
  onEnd: () => process.reallyExit(0),
});

async function open(session) {
  try {
    const { openWork } = await import("./work.mjs");
    work = await openWork(session);
  } catch (error) {
    const outcome = { status: "ended", reason: String(error?.message ?? error) };
    work = { isHeld: true, serve: async () => ({ outcome }) };
  }
}

async function serve(request) {
  // What a candidate leaves undone must not look alive because of the link.
  link.hold(work.isHeld);
  isServing = true;
  const answer = await work.serve(request);
  isServing = false;
  link.hold(true);
  if (answer !== null) link.send(answer);
}

const exit = process.reallyExit.bind(process);
process.reallyExit = (code) => {
  const reason = `it called process.exit(${code ?? ""})`;
  if (isServing) writeSync(3, `${JSON.stringify({ outcome: { status: "ended", reason }, isDirty: true })}\n`);
  exit(code);
};
