import { actions } from "../actions/index.js";

await actions.campaign();
