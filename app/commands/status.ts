import { readDashboard } from "../dashboard/read-dashboard.ts";
import { renderState } from "../dashboard/render-dashboard.ts";
import type { Command } from "./command.ts";

/** `/status`: the last campaigns, what is open, what was declined. */
export const status: Command = async (_input, desk) => ({
  status: "done",
  text: renderState(await readDashboard(desk)),
});
