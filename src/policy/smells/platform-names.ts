/** Objects that JavaScript and Node give to every module, the test runner's among them. */
export const ownGlobals: ReadonlySet<string> = new Set(
  (
    "Object Function Array String Number Boolean Symbol BigInt Date Math JSON Promise Proxy Reflect Map Set WeakMap " +
    "WeakSet WeakRef RegExp Error TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError " +
    "ArrayBuffer SharedArrayBuffer DataView Atomics Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array " +
    "Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array Intl Iterator globalThis process " +
    "console Buffer setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate queueMicrotask " +
    "structuredClone performance crypto fetch URL URLSearchParams TextEncoder TextDecoder AbortController Event " +
    "EventTarget parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent require eval describe it " +
    "test expect assert jest vi before after beforeEach afterEach beforeAll afterAll chai sinon"
  ).split(" "),
);

/** Modules of Python's library and of its test tools: nobody's own, wherever they are imported. */
export const pythonModules: ReadonlySet<string> = new Set(
  (
    "abc argparse array ast asyncio base64 bisect builtins calendar cmath codecs collections contextlib copy csv " +
    "dataclasses datetime decimal difflib enum fractions functools gc glob hashlib heapq html http importlib inspect " +
    "io itertools json locale logging math numbers operator os pathlib pickle platform posix pprint queue random re " +
    "shutil signal socket sqlite3 ssl statistics string struct subprocess sys tempfile textwrap threading time " +
    "traceback types typing unicodedata unittest urllib uuid warnings weakref xml zlib zoneinfo pytest _pytest " +
    "pluggy nose hypothesis numpy pandas mock _io _thread _json _datetime"
  ).split(" "),
);
