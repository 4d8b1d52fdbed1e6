#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseRecords } from "../src/csv.js";
import { renderTakings } from "../src/takings.js";

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: takings.mjs ORDERS.csv");
  process.exit(2);
}
console.log(renderTakings(parseRecords(readFileSync(file, "utf8"))));
