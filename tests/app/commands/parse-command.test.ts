import { describe, expect, it } from "vitest";
import { parseCommand } from "../../../app/commands/parse-command.ts";

const sha = "0123456789abcdef0123456789abcdef01234567";

describe("parseCommand", () => {
  it.each([
    ["/status", { name: "status", argument: "" }],
    ["/status\nand some words", { name: "status", argument: "" }],
    ["/why\r\nplease", { name: "why", argument: "" }],
    ["/stop  ", { name: "stop", argument: "" }],
    [`/approve ${sha}`, { name: "approve", argument: sha }],
    ["/forget 0123abcd", { name: "forget", argument: "0123abcd" }],
  ])("reads %j", (body, expected) => {
    expect(parseCommand(body)).toMatchObject({ status: "command", ...expected });
  });

  it.each([
    "please /stop",
    " /stop",
    "\n/stop",
    "> /stop",
    "`/stop`",
    "/Stop",
    "/STOP",
    "/merge",
    "/stopp",
    "//stop",
    "/ stop",
    "/stop\t",
    "/stop\u00a0",
    "\ufeff/stop",
    "\u200b/stop",
    "/st\u03bfp",
    "",
    "@nightshift /stop",
  ])("passes over %j", (body) => {
    expect(parseCommand(body).status).toBe("none");
  });

  it.each([
    "/approve",
    "/approve yes",
    `/approve ${sha.slice(0, 12)}`,
    `/approve ${sha.toUpperCase()}`,
    `/approve  ${sha}`,
    `/approve ${sha} now`,
    "/stop now",
    "/forget",
    "/forget abc",
    "/forget 0123abcd; rm",
    "/status --all",
  ])("says how %j has to be written", (body) => {
    expect(parseCommand(body).status).toBe("wrong");
  });
});
