/**
 * JSON lines in both directions over a descriptor (a socket pair, a named pipe). Plain JavaScript without dependencies: it
 * runs in the user's project, under the user's own Node.
 */
import { Socket } from "node:net";

/** Listens on `reading` and writes to `writing`, which may be the same descriptor. `onEnd` is called when nobody writes any more. */
export function openLink({ reading, writing, onMessage, onEnd }) {
  const input = new Socket({ fd: reading, readable: true, writable: reading === writing });
  const output = reading === writing ? input : new Socket({ fd: writing, readable: false, writable: true });
  input.setEncoding("utf8");
  input.on(
    "data",
    takeLines((line) => onMessage(JSON.parse(line))),
  );
  for (const socket of new Set([input, output])) socket.on("error", () => onEnd());
  input.on("end", () => onEnd());
  return {
    send: (message, prefix = "") => output.write(`${prefix}${JSON.stringify(message)}\n`),
    /** Whether it keeps the process alive. */
    hold: (isHeld) => (isHeld ? input.ref() : input.unref()),
  };
}

/** Gives a function that takes text in chunks, and calls `onLine` with each line that is not empty. A line may be long. */
export function takeLines(onLine) {
  let pending = [];
  return (chunk) => {
    const [first, ...others] = chunk.split("\n");
    pending.push(first);
    for (const next of others) {
      const line = pending.join("");
      pending = [next];
      if (line !== "") onLine(line);
    }
  };
}
