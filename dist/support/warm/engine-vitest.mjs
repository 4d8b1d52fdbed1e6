import { EventEmitter } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const sources = /\.[cm]?[jt]sx?$/;

/**
 * How files are run that use vitest (version 4 and newer): by vitest itself, with a pool of ours
 * (https://vitest.dev/guide/advanced/pool) whose only worker is this process. Its server transforms what changes, and its
 * runner evaluates everything anew for each file, so that plugins, aliases, mocks, set-up files and environments are as ever.
 */
export async function openVitest({ root, options }) {
  const require = createRequire(pathToFileURL(join(process.cwd(), "package.json")));
  const load = async (name) => await import(pathToFileURL(require.resolve(name)).href);
  const { version } = require("vitest/package.json");
  if (Number.parseInt(version, 10) < 4) throw new Error(`vitest ${version} takes no pool (4 does)`);
  const { createVitest } = await load("vitest/node");
  const runtime = { ...(await load("vitest/worker")), evaluated: null };
  let texts = new Map();
  let used = [];
  const plugin = {
    name: "nightshift",
    enforce: "pre",
    load: (id) => texts.get(id.replace(/[?#].*$/, "")),
  };
  const vitest = await createVitest(
    "test",
    {
      ...options,
      ...{ watch: false, run: true, ui: false, open: false, api: false, cache: false, fsModuleCache: false },
      ...{ coverage: { enabled: false }, reporters: [{}], silent: true, disableConsoleIntercept: true },
      ...{ isolate: false, fileParallelism: false, maxWorkers: 1, passWithNoTests: true, retry: 0, bail: 0 },
      pool: { name: "nightshift", createPoolWorker: () => createWorker(runtime) },
    },
    { plugins: [plugin], server: { watch: null }, clearScreen: false, logLevel: "silent" },
  );
  const [project] = vitest.projects;
  if (vitest.projects.length !== 1) throw new Error("vitest has several projects here");
  if (project.config.browser?.enabled) throw new Error("its tests run in a browser");
  if (project.config.typecheck?.enabled) throw new Error("its tests are of types");
  const graphs = () => Object.values(project.vite.environments).map(({ moduleGraph }) => moduleGraph);

  /** Whatever differs from what was last loaded is transformed again. */
  function replace(next) {
    for (const path of new Set([...texts.keys(), ...next.keys()])) {
      if (texts.get(path) === next.get(path)) continue;
      for (const graph of graphs())
        for (const node of graph.getModulesByFile(path) ?? []) {
          node.transformResult = null;
          node.invalidationState = undefined;
        }
      for (const node of runtime.evaluated?.getModulesByFile(path) ?? [])
        runtime.evaluated.invalidateModule(node);
    }
    texts = next;
  }

  return {
    /** Runs the tests of a file, or those that `only` names. `crash` is what the file itself threw, or null. */
    async runFile({ path, only, texts: next }) {
      replace(next);
      const pattern = only === null ? {} : { testNamePattern: matchNames(only) };
      const specification = project.createSpecification(path, pattern);
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification], false);
      used = listImported(path);
      const tested = testModules.find(({ moduleId }) => moduleId === path);
      const found = [...(tested?.children.allTests() ?? [])].flatMap(readCheck);
      const checks = found.filter(({ status }) => only === null || status !== "skipped");
      const [crash = null] = [
        ...(tested?.errors() ?? []),
        ...[...(tested?.children.allSuites() ?? [])].flatMap((suite) => suite.errors()),
        ...unhandledErrors,
      ];
      const hasFailure = checks.some(({ status }) => status === "failed");
      return { checks, crash: hasFailure ? null : crash };
    },
    loaded: () => used,
    canEdit: (path) => sources.test(path),
    packages: () => [],
    takePackages: () => true,
    isHeld: true,
    ...{ findTask, listNames },
  };

  /** The project's files that a test file imports, directly or through others. */
  function listImported(path) {
    const found = new Set();
    const left = graphs().flatMap((graph) => [...(graph.getModulesByFile(path) ?? [])]);
    for (let node = left.pop(); node !== undefined; node = left.pop()) {
      if (node.file === null || found.has(node)) continue;
      found.add(node);
      left.push(...node.importedModules);
    }
    const files = [...new Set([...found].map(({ file }) => file)), ...project.config.setupFiles];
    return files.filter((file) => file.startsWith(`${root}/`) && !file.includes("/node_modules/"));
  }
}

function readCheck(test) {
  const { state, errors } = test.result();
  const path = [test.name];
  for (let above = test.parent; above.type === "suite"; above = above.parent) path.unshift(above.name);
  if (state === "pending") return [];
  return [{ path, status: state, error: errors?.[0] ?? null, test: null }];
}

/** The test that is running; null where none is. */
function findTask() {
  const task = globalThis.__vitest_worker__?.current;
  return task?.type === "test" ? task : null;
}

/** Its names, from its outermost suite on. */
function listNames(task) {
  const names = [];
  for (let at = task; at !== undefined && at.type !== "file" && at.filepath === undefined; at = at.suite)
    names.unshift(at.name);
  return names;
}

function matchNames(names) {
  return new RegExp(`^(?:${names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|")})$`);
}

/** A worker that is this very process: both sides of the conversation get copies, as they would from another one. */
function createWorker(runtime) {
  const { init, runBaseTests, setupEnvironment } = runtime;
  const [toPool, toTests] = [new EventEmitter(), new EventEmitter()];
  const copy = (emitter) => (message) => {
    const copied = structuredClone(message);
    setImmediate(() => emitter.emit("message", copied));
  };
  const run = (method) => async (state, traces) => {
    // Each file gets its modules anew, as in a worker of its own.
    state.ctx.config.isolate = true;
    await runBaseTests(method, state, traces);
    runtime.evaluated = state.evaluatedModules;
  };
  let isStarted = false;
  return {
    name: "nightshift",
    on: (event, callback) => toPool.on(event, callback),
    off: (event, callback) => toPool.off(event, callback),
    send: copy(toTests),
    deserialize: (data) => data,
    async start() {
      if (isStarted) return;
      isStarted = true;
      init({
        ...{ post: copy(toPool), on: (callback) => toTests.on("message", callback) },
        off: (callback) => toTests.off("message", callback),
        ...{ runTests: run("run"), collectTests: run("collect"), setup: setupEnvironment },
      });
    },
    async stop() {},
    canReuse: () => true,
  };
}
