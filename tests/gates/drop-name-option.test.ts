import { expect, it } from "vitest";
import { dropNameOption } from "../../src/gates/drop-name-option.ts";

it("leaves out options that hold nothing but the name", () => {
  expect(dropNameOption(["mocha", "--grep={namePattern}", "-n={name}", "{file}"])).toEqual([
    "mocha",
    "{file}",
  ]);
  expect(dropNameOption("vitest run -t='{namePattern}' {file} --name={name}")).toBe("vitest run {file}");
});

it("keeps everything else", () => {
  const argv = ["pytest", "{file}::{name}", "--x=a{name}", "{name}"];
  expect(dropNameOption(argv)).toEqual(argv);
  expect(dropNameOption("run {file}::{name} --a={file}")).toBe("run {file}::{name} --a={file}");
});
