import { type ModelFeature, type ModelRequest, modelFeatures } from "../../../domain/model.ts";

/** What one model can do, as far as is known. */
export type Features = {
  has(feature: ModelFeature): boolean;
  /** Takes a refusal to heart. False where the request did without it: that teaches nothing. */
  learn(refused: ModelFeature, request: ModelRequest): boolean;
  /** The request without what the model lacks. Tools stay: without them a request means something else. */
  adapt(request: ModelRequest): ModelRequest;
};

const isUsed: Readonly<Record<ModelFeature, (request: ModelRequest) => boolean>> = {
  tools: ({ tools }) => tools.length > 0,
  temperature: ({ temperature }) => temperature !== null,
  seed: ({ seed }) => seed !== null,
  json: ({ format }) => format === "json",
};

/** Starts from what the preset says, and learns what the model refuses. */
export function createFeatures(capabilities: Readonly<Record<ModelFeature, boolean>>): Features {
  const lacking = new Set(modelFeatures.filter((feature) => !capabilities[feature]));
  return {
    has: (feature) => !lacking.has(feature),
    learn: (refused, request) => {
      if (!isUsed[refused](request)) return false;
      lacking.add(refused);
      return true;
    },
    adapt: (request) => ({
      ...request,
      ...(lacking.has("temperature") ? { temperature: null } : {}),
      ...(lacking.has("seed") ? { seed: null } : {}),
      ...(lacking.has("json") ? { format: "text" } : {}),
    }),
  };
}
