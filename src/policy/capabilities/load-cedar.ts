type Cedar = typeof import("@cedar-policy/cedar-wasm/nodejs");

let loading: Promise<Cedar> | undefined;

/** Cedar's authorizer (https://docs.cedarpolicy.com), loaded when first asked: it is 4 MB of WebAssembly. */
export function loadCedar(): Promise<Cedar> {
  loading ??= import("@cedar-policy/cedar-wasm/nodejs");
  return loading;
}
