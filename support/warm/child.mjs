/** A process of a warm session: loads the project's tests, runs one candidate after the other, and tells how each fared. */
import { openLink } from "./line-link.mjs";

let work = null;
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
  const { openNodeTest } = await import("./run-node-test.mjs");
  work = await openNodeTest(session);
}

async function serve(request) {
  // What a candidate leaves undone must not look alive because of the link.
  link.hold(false);
  const outcome = await work(request);
  link.hold(true);
  link.send(outcome);
}
