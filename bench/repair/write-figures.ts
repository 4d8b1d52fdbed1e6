import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.join(import.meta.dirname, "..", "..");
const page = path.join(root, "docs", "repair.md");
/** The parts of docs/repair.md that are measured, each by itself. */
export type FiguresPart = "bugs" | "campaign" | "throughput";

/** Puts figures between their marks in docs/repair.md, with the command, the commit and the machine that they are of. */
export function writeFigures(part: FiguresPart, figures: string): void {
  const [begin, end] = [`<!-- ${part}: written by bench:repair -->`, `<!-- end of ${part} -->`];
  const old = readFileSync(page, "utf8");
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has lost its marks: ${begin}, ${end}`);
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root }).toString().trim();
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${os.cpus().length} cores, ${os.type()}, Node ${process.version}`;
  const command = `npm run bench:repair -- ${process.argv.slice(2).join(" ")}`;
  const head = `\`${command}\`, ${day}, commit ${commit}, ${machine}.`;
  writeFileSync(page, `${old.slice(0, from)}${begin}\n\n${head}\n\n${figures}\n\n${old.slice(to)}`);
}
