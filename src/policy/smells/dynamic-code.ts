import { childOf, namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { findDynamicImports } from "./find-dynamic-imports.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const runsText = "runs text as code";
const revives = "builds objects from bytes, which can run code";
const native = "loads native or binary code";

export const dynamicCode = createSmellRule({
  id: "dynamic-code",
  title: "New code that runs text, revives objects or loads what it does not name",
  explanation:
    "What is put together while it runs cannot be read in the diff. Name what is called and imported; read data with " +
    "a format that holds data only, such as JSON.",
  inTests: "note",
  script: [
    {
      does: runsText,
      names: [
        "eval",
        "vm",
        "module._compile",
        "module.prototype._compile",
        "module.Module.prototype._compile",
        "repl",
        "Deno.eval",
        "execScript",
        "new Function",
        "vm2",
        "isolated-vm",
        "safe-eval",
        "module.wrap",
        "module.stripTypeScriptTypes",
      ],
    },
    { does: runsText, names: ["Function"], uses: ["call", "alias"], isExact: true },
    { does: runsText, names: ["Function.call", "Function.apply", "Function.bind", "Function.constructor"] },
    {
      does: revives,
      names: ["v8.deserialize", "node-serialize", "serialize-javascript", "funcster", "cryo"],
    },
    {
      does: native,
      names: [
        "process.binding",
        "process._linkedBinding",
        "process.dlopen",
        "WebAssembly",
        "ffi-napi",
        "koffi",
      ],
    },
  ],
  python: [
    {
      does: runsText,
      names: [
        "eval",
        "exec",
        "compile",
        "execfile",
        "code.*",
        "codeop",
        "runpy",
        "types.CodeType",
        "types.FunctionType",
        "builtins[*]",
        "__builtins__[*]",
        "timeit.*",
        "sys.call_tracing",
      ],
    },
    {
      does: "reaches for the interpreter's own names",
      names: ["__builtins__", "__loader__", "__spec__.loader"],
    },
    {
      does: "loads code by another way than import",
      names: [
        "imp",
        "zipimport",
        "pkgutil.get_loader",
        "importlib.machinery",
        "importlib.util.spec_from_file_location",
        "importlib.util.module_from_spec",
        "importlib.abc",
        "importlib.invalidate_caches",
        "_imp",
        "_frozen_importlib",
      ],
    },
    {
      does: revives,
      names: [
        "pickle.load*",
        "pickle.Unpickler",
        "pickle[*]",
        "_pickle",
        "cPickle",
        "dill",
        "cloudpickle",
        "marshal",
        "shelve",
        "joblib.load",
        "jsonpickle.decode",
        "yaml.unsafe_load*",
        "yaml.full_load*",
        "yaml.UnsafeLoader",
        "pandas.read_pickle",
        "torch.load",
      ],
    },
    { does: native, names: ["ctypes", "_ctypes", "cffi"] },
  ],
  text: {
    script: [{ does: runsText, pattern: /\beval\b|\bFunction\s*\(|\bimport\s*\(\s*[^"'\s)]/ }],
    python: [
      { does: runsText, pattern: /(?<![\w.])(exec|eval|compile|__import__)\s*\(|\b(pickle|marshal)\b/ },
    ],
    go: [{ does: native, pattern: /"plugin"|\bplugin\.Open|"unsafe"|"C"|\/\/go:linkname/ }],
    rust: [{ does: native, pattern: /\blibloading\b|\bdlopen\b|\binclude!\s*\(/ }],
    ruby: [
      { does: runsText, pattern: /(?<![\w.])eval\b|\b(instance|class|module)_eval\b|\bbinding\b/ },
      { does: revives, pattern: /\bMarshal\.load\b|\bYAML\.(unsafe_)?load\b/ },
    ],
    php: [
      { does: runsText, pattern: /\b(eval|assert|create_function)\s*\(|\binclude\s*\(?\s*\$/ },
      { does: revives, pattern: /\bunserialize\s*\(/ },
    ],
    jvm: [
      { does: runsText, pattern: /\bScriptEngine\b|\bGroovyShell\b|\bClass\.forName\b|\bURLClassLoader\b/ },
      { does: revives, pattern: /\bObjectInputStream\b|\bXMLDecoder\b|\bXStream\b/ },
      { does: native, pattern: /\bSystem\.load(Library)?\b/ },
    ],
    c: [{ does: native, pattern: /\b(dlopen|dlsym|mprotect)\s*\(|\basm\b/ }],
    csharp: [
      { does: runsText, pattern: /\bCSharpScript\b|\bReflection\.Emit\b|\bAssembly\.Load/ },
      { does: revives, pattern: /\b(BinaryFormatter|NetDataContractSerializer|LosFormatter)\b/ },
    ],
    shell: [{ does: runsText, pattern: /(^|[\s;&|])(eval|source|\.)\s+["'$]/ }],
    other: [{ does: runsText, pattern: /\b(loadstring|load|eval|dofile)\s*\(|\bCode\.eval/ }],
  },
  find: (facts) => [
    ...findConstructors(facts),
    ...findTimers(facts),
    ...findDynamicImports(facts),
    ...findYaml(facts),
  ],
});

/** `f.constructor("code")`: the constructor of any function is `Function`. */
function findConstructors(facts: CodeFacts): readonly Smell[] {
  return facts.methods.flatMap(({ name, node }) => {
    if (name !== "constructor" || node.type !== "call_expression") return [];
    return [
      makeSmell(facts, node, {
        does: `${runsText} (a constructor is called like a function)`,
        kind: runsText,
      }),
    ];
  });
}

function findTimers(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, use, node }) => {
    const call = node.parent;
    if (use !== "call" || call === null || !/^(timers\.)?set(Timeout|Interval|Immediate)$/.test(name))
      return [];
    const given = namedChildrenOf(childOf(call, "arguments") ?? call)[0];
    if (given === undefined) return [];
    const isText = given.type === "template_string" || typeof facts.foldValue(given) === "string";
    return isText
      ? [makeSmell(facts, node, { does: `${runsText} (${name} with text)`, kind: runsText })]
      : [];
  });
}

/** `yaml.load` builds any object unless it is given a safe loader. */
function findYaml(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, use, node }) => {
    const call = node.parent;
    if (facts.source.language !== "python" || use !== "call" || call === null) return [];
    if (!/^(yaml\.load(_all)?|numpy\.load)$/.test(name)) return [];
    const given = facts.source.text.slice(call.start, call.end);
    const isSafe =
      name === "numpy.load" ? !/allow_pickle\s*=\s*True/.test(given) : /\bC?(Safe|Base)Loader\b/.test(given);
    return isSafe ? [] : [makeSmell(facts, node, { does: `${revives} (${name})`, kind: revives })];
  });
}
