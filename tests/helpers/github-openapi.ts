import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { findSchemaFaults, type Schema, type SchemaReader } from "./schema-faults.ts";

/** A request as it goes over the wire. */
export type ApiRequest = {
  readonly method: string;
  /** Path with its query, as sent. */
  readonly path: string;
  /** Parsed JSON; undefined where there is none. */
  readonly body?: unknown;
};

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
};
type Answer = {
  readonly content?: Readonly<
    Record<
      string,
      { readonly schema?: Schema; readonly examples?: Readonly<Record<string, { readonly value?: unknown }>> }
    >
  >;
};
type Operation = {
  readonly parameters?: readonly unknown[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly responses: Readonly<Record<string, unknown>>;
};
type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** GitHub's own description of its REST API, to check against what is sent and what a stand-in answers. */
export interface GitHubOpenApi {
  /** "POST /repos/{owner}/{repo}/pulls", or null where the description has no such route. */
  findRoute(request: Pick<ApiRequest, "method" | "path">): string | null;
  /** What is wrong with a request; empty when it is as described. Names that GitHub does not know are faults too. */
  findRequestFaults(request: ApiRequest): readonly string[];
  /** What is wrong with an answer. Fields beyond the description are none. */
  findAnswerFaults(
    request: Pick<ApiRequest, "method" | "path">,
    answer: { readonly status: number; readonly body?: unknown },
  ): readonly string[];
  /** The first of GitHub's own examples of a route's good answer; undefined where it has none. */
  findExample(route: string): { readonly status: number; readonly body: unknown } | undefined;
}

let loaded: GitHubOpenApi | undefined;

/** Loads the description, once a process: 13 MB. */
export function loadGitHubOpenApi(): GitHubOpenApi {
  loaded ??= readOpenApi();
  return loaded;
}

function readOpenApi(): GitHubOpenApi {
  const require = createRequire(import.meta.url);
  const index = require.resolve("@octokit/openapi");
  const file = index.replace(/index\.js$/, "generated/api.github.com.json");
  const description = JSON.parse(readFileSync(file, "utf8")) as Description;
  const templates = Object.keys(description.paths).map((template) => ({
    template,
    segments: template.split("/"),
    isExact: !template.includes("{"),
  }));

  const reader: SchemaReader = {
    resolve(schema) {
      let found: unknown = schema;
      for (let hops = 0; hops < 20; hops += 1) {
        const { $ref } = found as { readonly $ref?: string };
        if ($ref === undefined) return found as never;
        found = $ref
          .slice(2)
          .split("/")
          .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], description);
      }
      throw new Error(`a circle of references at ${JSON.stringify(schema)}`);
    },
  };

  function match(method: string, path: string) {
    const [bare = "", query = ""] = path.split("?");
    const parts = bare.split("/");
    const fits = templates.filter(
      ({ template, segments }) =>
        segments.length === parts.length &&
        description.paths[template]?.[method.toLowerCase()] !== undefined &&
        segments.every((segment, at) => segment.startsWith("{") || segment === parts[at]),
    );
    // The one with the most fixed parts is meant.
    const fixed = (segments: readonly string[]) => segments.filter((part) => !part.startsWith("{")).length;
    const best = fits.toSorted((one, other) => fixed(other.segments) - fixed(one.segments))[0];
    const operation = best && description.paths[best.template]?.[method.toLowerCase()];
    return best === undefined || operation === undefined
      ? null
      : {
          template: best.template,
          segments: best.segments,
          parts,
          query: new URLSearchParams(query),
          operation,
        };
  }

  function findAnswer(operation: Operation, status: number): Answer | undefined {
    const found = operation.responses[String(status)] ?? operation.responses[`${Math.floor(status / 100)}XX`];
    return found === undefined ? undefined : (reader.resolve(found as Schema) as Answer);
  }

  return {
    findRoute({ method, path }) {
      const found = match(method, path);
      return found === null ? null : `${method.toUpperCase()} ${found.template}`;
    },
    findRequestFaults({ method, path, body }) {
      const found = match(method, path);
      if (found === null) return [`no route ${method} ${path}`];
      const { operation, query, segments, parts } = found;
      const parameters = (operation.parameters ?? []).map(
        (each) => reader.resolve(each as Schema) as unknown as Parameter,
      );
      const known = new Set(parameters.filter((each) => each.in === "query").map(({ name }) => name));
      // The description lists no pages for refs, though GitHub links to them.
      const pages = new Set(["per_page", "page"]);
      const unknown = [...query.keys()].filter((name) => !known.has(name) && !pages.has(name));
      const values = parameters.flatMap((each) => {
        const at = segments.indexOf(`{${each.name}}`);
        const value = each.in === "path" ? decodeURIComponent(parts[at] ?? "") : query.get(each.name);
        if (each.in !== "path" && each.in !== "query") return [];
        if (value === null || value === "") return each.required === true ? [`${each.name} is missing`] : [];
        return findSchemaFaults(readText(value, reader.resolve(each.schema)), each.schema, reader, {
          at: each.name,
          isStrict: true,
        });
      });
      return [
        ...unknown.map((name) => `unknown query ${name}`),
        ...values,
        ...findBodyFaults(operation, body),
      ];
    },
    findAnswerFaults({ method, path }, { status, body }) {
      const found = match(method, path);
      if (found === null) return [`no route ${method} ${path}`];
      const answer = findAnswer(found.operation, status);
      if (answer === undefined) return [`${method} ${found.template} never answers ${status}`];
      const schema = answer.content?.["application/json"]?.schema;
      return schema === undefined
        ? []
        : findSchemaFaults(body, schema, reader, { at: "answer", isStrict: false });
    },
    findExample(route) {
      const [method = "", template = ""] = route.split(" ");
      const operation = description.paths[template]?.[method.toLowerCase()];
      for (const status of Object.keys(operation?.responses ?? {}).filter((each) => /^[23]/.test(each))) {
        const answer = operation && findAnswer(operation, Number(status));
        const examples = Object.values(answer?.content?.["application/json"]?.examples ?? {});
        // An example may be a reference, and its value another.
        const [example] = examples.map((each) => {
          const { value } = reader.resolve(each as Schema) as { readonly value?: unknown };
          const { value: inner = value } = (
            typeof value === "object" && value !== null && "$ref" in value
              ? reader.resolve(value as Schema)
              : {}
          ) as { readonly value?: unknown };
          return inner;
        });
        if (status !== "304" && (example !== undefined || status === "204" || status === "302")) {
          return { status: Number(status), body: example };
        }
      }
      return undefined;
    },
  };

  function findBodyFaults(operation: Operation, body: unknown): readonly string[] {
    const wanted = operation.requestBody?.content["application/json"]?.schema;
    if (wanted === undefined) return body === undefined ? [] : ["a body where none is described"];
    if (body === undefined) return operation.requestBody?.required === true ? ["no body"] : [];
    return findSchemaFaults(body, wanted, reader, { at: "body", isStrict: true });
  }
}

function readText(value: string, { type }: Schema): unknown {
  if ((type === "integer" || type === "number") && /^-?\d+$/.test(value)) return Number(value);
  return type === "boolean" && /^(?:true|false)$/.test(value) ? value === "true" : value;
}
