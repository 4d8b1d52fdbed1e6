export const id = 39;
export const ids = [39];
export const modules = {

/***/ 8039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runVerifyJob: () => (/* binding */ runVerifyJob)
});

// EXTERNAL MODULE: ./lib/src/adapters/process-runner.js + 5 modules
var process_runner = __webpack_require__(5743);
// EXTERNAL MODULE: ./lib/src/adapters/write-atomically.js
var write_atomically = __webpack_require__(9138);
// EXTERNAL MODULE: ./lib/src/find-bundle.js
var find_bundle = __webpack_require__(9824);
// EXTERNAL MODULE: ./lib/src/hold-candidates.js + 1 modules
var hold_candidates = __webpack_require__(1333);
// EXTERNAL MODULE: ./lib/src/open-stop-signals.js
var open_stop_signals = __webpack_require__(1065);
// EXTERNAL MODULE: ./lib/src/read-version.js + 1 modules
var read_version = __webpack_require__(3635);
// EXTERNAL MODULE: ./lib/src/report/cut-summary.js
var cut_summary = __webpack_require__(9352);
// EXTERNAL MODULE: ./lib/src/report/cap-annotations.js
var cap_annotations = __webpack_require__(3610);
;// CONCATENATED MODULE: ./lib/src/report/list-verdict-annotations.js

/** What a person should see at the run: why a bundle is refused, or what verify dropped and why. Pure. */
function listVerdictAnnotations(input) {
    if (input.status === "refused")
        return (0,cap_annotations/* capAnnotations */.X)([
            { level: "error", title: `The bundle is refused: ${input.rule}`, message: input.reason },
        ]);
    const dropped = input.verdict.promotions.filter(({ status }) => status === "dropped");
    return (0,cap_annotations/* capAnnotations */.X)(dropped.map(({ cycle, reason }) => ({
        level: "warning",
        title: `Cycle ${cycle} is not offered`,
        message: reason,
    })));
}

// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(652);
;// CONCATENATED MODULE: ./lib/src/report/render-verdict-summary.js

const { code, codeCell } = markdown/* markdown */.w;
/** A verification for the page of its run, in Markdown. Pure. */
function renderVerdictSummary(input) {
    if (input.status === "refused")
        return `## Nightshift: the bundle is refused\n\n${code(input.rule)}: ${code(input.reason)}\n`;
    const { promotions, bundle, base } = input.verdict;
    const verified = promotions.filter(({ status }) => status === "verified").length;
    const head = promotions.length === 0 ? "nothing to verify" : `${verified} of ${promotions.length} promotions verified`;
    const rows = promotions.map(({ cycle, status, aloneTree, reason }) => `| ${cycle} | ${status} | ${aloneTree === null ? "no" : "yes"} | ${codeCell(reason)} |`);
    const table = rows.length === 0
        ? []
        : [["| cycle | verdict | alone | why |", "| --- | --- | --- | --- |", ...rows].join("\n")];
    const facts = `Bundle ${code(bundle)} on ${code(base)}; verdict ${code(input.cid)}.`;
    return `${[`## Nightshift: ${head}`, ...table, facts].join("\n\n")}\n`;
}

// EXTERNAL MODULE: ./lib/src/domain/bundle-verdict.js
var bundle_verdict = __webpack_require__(8867);
;// CONCATENATED MODULE: ./lib/src/campaign/verify/render-verdict.js

/** The one way in which `verdict.json` is written; its bytes give the content id that publish is told. Pure. */
function renderVerdict(verdict) {
    return `${JSON.stringify(bundle_verdict/* verdictSchema */.$.parse(verdict))}\n`;
}

// EXTERNAL MODULE: ./lib/src/config/load-config.js
var load_config = __webpack_require__(5264);
// EXTERNAL MODULE: ./lib/src/publish/bundle/bundle-refusal.js
var bundle_refusal = __webpack_require__(2806);
// EXTERNAL MODULE: ./lib/src/publish/bundle/check-bundle.js
var check_bundle = __webpack_require__(7960);
// EXTERNAL MODULE: ./lib/src/publish/bundle/digest-config.js
var digest_config = __webpack_require__(4018);
// EXTERNAL MODULE: ./lib/src/domain/errors.js
var errors = __webpack_require__(4376);
// EXTERNAL MODULE: ./lib/src/adapters/git-text.js
var git_text = __webpack_require__(1223);
// EXTERNAL MODULE: ./lib/src/policy/diff/diff-error.js
var diff_error = __webpack_require__(6957);
;// CONCATENATED MODULE: ./lib/src/policy/diff/apply-hunks.js

/**
 * The text that hunks make of a file, byte by byte (latin1). A hunk belongs where its header says, or else at the one
 * place where all of its old lines stand: programs that apply diffs search in orders of their own, so that with two such
 * places they could write something else than what was judged. Hunks keep their order.
 *
 * Throws the usage error `DIFF_DOES_NOT_APPLY` with the diff's line. Pure.
 */
function applyHunks(text, hunks, path) {
    const lines = splitKeepingEnds(text);
    const result = [];
    let done = 0;
    let grown = 0;
    for (const hunk of hunks) {
        const before = hunk.lines.filter(({ kind }) => kind !== "added").map((line) => line.text);
        const after = hunk.lines.filter(({ kind }) => kind !== "removed").map((line) => line.text);
        const [wanted, placed] = [indexOf(hunk.oldStart, before), indexOf(hunk.newStart, after)];
        const place = placed - wanted === grown && fits(lines, before, wanted) ? wanted : findOnlyPlace(lines, before);
        if (place === null || place < done) {
            const reason = `the hunk at line ${hunk.oldStart} of ${JSON.stringify(path)} is not what stands there`;
            throw (0,diff_error/* diffError */.o)("DIFF_DOES_NOT_APPLY", { line: hunk.at, reason });
        }
        for (let each = done; each < place; each += 1)
            result.push(lines[each] ?? "");
        for (const line of after)
            result.push(line);
        done = place + before.length;
        grown += after.length - before.length;
    }
    for (let each = done; each < lines.length; each += 1)
        result.push(lines[each] ?? "");
    return result.join("");
}
function splitKeepingEnds(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
/** Headers count from 1, and where a side is empty they name the line ahead of it. */
function indexOf(start, side) {
    return side.length === 0 ? start : start - 1;
}
function fits(lines, before, at) {
    const isInside = at >= 0 && at + before.length <= lines.length;
    return isInside && before.every((line, index) => lines[at + index] === line);
}
/** Lines that are only added could go anywhere. */
function findOnlyPlace(lines, before) {
    let found = null;
    for (let at = 0; at + before.length <= lines.length; at += 1) {
        if (!fits(lines, before, at))
            continue;
        if (found !== null || before.length === 0)
            return null;
        found = at;
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/src/policy/diff/has-foreign-bytes.js
/**
 * Whether a path may have lost bytes that are no UTF-8: they show as U+FFFD, so that it could be taken for another file's.
 * Pure.
 */
function hasForeignBytes(path) {
    return path.includes("\ufffd");
}

;// CONCATENATED MODULE: ./lib/src/policy/diff/apply-diff.js




/**
 * The change that a diff makes to a tree. Nothing is written, so hostile paths and modes stay in the result for the
 * rules to judge. All parts are read against the same tree, as git does it.
 *
 * Throws the usage error `DIFF_DOES_NOT_APPLY`.
 */
async function applyDiff(diffs, base) {
    const entries = new Map(base.files.map((entry) => [entry.path, entry]));
    const outcomes = new Map();
    for (const diff of diffs) {
        const { oldPath, newPath, at } = diff;
        if (oldPath !== null && !entries.has(oldPath)) {
            throw (0,diff_error/* diffError */.o)("DIFF_DOES_NOT_APPLY", {
                line: at,
                reason: `${JSON.stringify(oldPath)} is not in the tree`,
            });
        }
        const after = await buildAfter(diff, entries, base);
        if (oldPath !== null && !diff.isCopy && oldPath !== newPath)
            note(outcomes, oldPath, { isRemoved: true, after: null, at });
        if (newPath !== null)
            note(outcomes, newPath, { isRemoved: oldPath === newPath, after, at });
    }
    const changed = [];
    for (const [path, { isRemoved, after, at }] of outcomes) {
        const entry = entries.get(path);
        if (entry !== undefined && !isRemoved) {
            throw (0,diff_error/* diffError */.o)("DIFF_DOES_NOT_APPLY", {
                line: at,
                reason: `${JSON.stringify(path)} is in the tree already`,
            });
        }
        const before = entry === undefined ? null : describe(entry.mode, await base.readBytes(path));
        changed.push({ path, before, after });
    }
    return { files: changed.filter(isChange), entries };
}
/** A path may be taken away by one part and made anew by another; anything else twice has no order to judge by. */
function note(outcomes, path, { isRemoved, after, at }) {
    const known = outcomes.get(path);
    if (known !== undefined && (known.isRemoved === isRemoved || (known.after !== null && after !== null))) {
        throw (0,diff_error/* diffError */.o)("DIFF_DOES_NOT_APPLY", {
            line: at,
            reason: `it changes ${JSON.stringify(path)} a second time`,
        });
    }
    outcomes.set(path, {
        isRemoved: isRemoved || known?.isRemoved === true,
        after: after ?? known?.after ?? null,
        at,
    });
}
async function buildAfter({ oldPath, newPath, mode, isBinary, hunks }, entries, { readBytes }) {
    const bytes = oldPath === null ? Buffer.alloc(0) : await readBytes(oldPath);
    const path = newPath ?? oldPath ?? "";
    const isKnown = bytes !== null && !isBinary && !hasForeignBytes(path);
    const result = !isKnown ? null : applyHunks(bytes.toString("latin1"), hunks, path);
    if (newPath === null)
        return null;
    const kept = oldPath === null ? "100644" : (entries.get(oldPath)?.mode ?? "");
    return describe(mode ?? kept, result === null ? null : Buffer.from(result, "latin1"));
}
/** Of a symbolic link or a submodule only its mode is told, as a tree's reader does it. */
function describe(mode, bytes) {
    const content = mode.startsWith("100") ? bytes : null;
    return {
        mode,
        text: content === null ? null : (0,git_text/* decodeStrictly */.p)(content),
        sizeBytes: content?.length ?? 0,
    };
}
function isChange({ before, after }) {
    const isUnknown = before?.text === null || after?.text === null;
    return isUnknown || before?.mode !== after?.mode || before?.text !== after?.text;
}

// EXTERNAL MODULE: ./lib/src/policy/diff/parse-diff.js + 5 modules
var parse_diff = __webpack_require__(9767);
;// CONCATENATED MODULE: ./lib/src/campaign/verify/find-patch-lie.js



/**
 * Why a patch is not what its changeset makes of a tree, to finish the sentence "its patch …"; null: it is. People are
 * handed patches of what has been verified, and what they apply has to be that. `tree`: what the changeset gives.
 */
async function findPatchLie({ patch, changeset }, { parentTree, tree }, { git }) {
    if (patch === (await git.diff(parentTree, tree)))
        return null;
    // Another git may write another patch of the same change.
    let changed;
    try {
        const diffs = (0,parse_diff/* parseDiff */.F)(Buffer.from(patch, "utf8").toString("latin1"));
        const change = await applyDiff(diffs, {
            files: await git.listFiles(parentTree),
            readBytes: (path) => git.readFile(parentTree, path),
        });
        changed = change.files;
    }
    catch (error) {
        if (!(error instanceof errors/* NightshiftError */.nc))
            throw error;
        return `does not apply: ${error.message}`;
    }
    const made = new Map(changed.map(({ path, after }) => [path, after]));
    const odd = changeset.files.find((file) => {
        const after = made.get(file.path);
        if (file.change === "delete")
            return after !== null;
        const isSame = after?.mode === file.mode && after.text === file.content;
        return file.encoding !== "utf8" || !isSame;
    });
    if (odd !== undefined)
        return `makes something else of ${JSON.stringify(odd.path)} than its changeset`;
    const more = changed.find(({ path }) => !changeset.files.some((file) => file.path === path));
    return more === undefined ? null : `changes ${JSON.stringify(more.path)}, which its changeset does not`;
}

// EXTERNAL MODULE: ./lib/src/campaign/verify/read-edits.js
var read_edits = __webpack_require__(4911);
;// CONCATENATED MODULE: ./lib/src/campaign/verify/build-chain.js



/** Builds the tree of a changeset and compares it with the one that is told. */
async function buildLink({ parentTree, tree, changeset }, { git }) {
    const read = (0,read_edits/* readEdits */.U)(changeset);
    if (read.status === "refused")
        return { status: "refused", reason: `the content of ${JSON.stringify(read.path)} is no text` };
    const { edits } = read;
    try {
        const built = await git.buildTree(parentTree, edits);
        if (built !== tree)
            return {
                status: "refused",
                reason: `its changeset gives tree ${built}, not ${tree} as the manifest says`,
            };
        const changed = new Set(await git.changedPaths(parentTree, tree));
        const idle = edits.map(({ path }) => path).find((path) => !changed.has(path));
        return idle === undefined
            ? { status: "built", link: { edits, parentTree, tree } }
            : {
                status: "refused",
                reason: `its changeset names ${JSON.stringify(idle)} and changes nothing of it`,
            };
    }
    catch (error) {
        if (!(error instanceof errors/* NightshiftError */.nc))
            throw error;
        return { status: "refused", reason: `its changeset does not apply: ${(0,errors/* describeError */.Uc)(error)}` };
    }
}
/**
 * Builds what a bundle tells, promotion after promotion, from the tree that it tells as master's. Nothing is judged yet:
 * this only holds each changeset against its hashes and its patch. What comes after a hash that is wrong cannot be built
 * either.
 */
async function buildChain(promotions, deps) {
    const links = [];
    let broken = null;
    for (const { facts, changeset, patch } of promotions) {
        const { cycle, parentTree, tree } = facts;
        if (broken !== null) {
            const reason = `it is built on cycle ${broken}, whose tree is not what the manifest says`;
            links.push({ status: "refused", reason });
            continue;
        }
        const built = await buildLink({ parentTree, tree, changeset }, deps);
        if (built.status === "refused")
            broken = cycle;
        const lie = built.status === "refused"
            ? null
            : await findPatchLie({ patch, changeset }, { parentTree, tree }, deps);
        links.push(lie === null ? built : { status: "refused", reason: `its patch ${lie}` });
    }
    return links;
}

// EXTERNAL MODULE: ./lib/src/campaign/measure-base.js + 9 modules
var measure_base = __webpack_require__(3190);
// EXTERNAL MODULE: ./lib/src/campaign/refuse-gates.js
var refuse_gates = __webpack_require__(8600);
;// CONCATENATED MODULE: ./lib/src/campaign/verify/measure-sacred.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});


/**
 * What the gates say of the base, here and now. Throws `GATE_IN_ERROR` and `GATE_UNPROVEN` where a required gate gives
 * no evidence: then nothing can be verified at all.
 */
async function measureSacred(base, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const start = { commit: base, tree: await deps.git.treeOf(base), measurement: null };
        const sandbox = __addDisposableResource(env_1, await deps.sandboxes.open(`${deps.campaign}/base`, base), true);
        const measurement = await (0,measure_base/* measureBase */.c)(sandbox, start, deps);
        (0,refuse_gates/* refuseGatesInError */.U)(measurement, deps);
        (0,refuse_gates/* refuseUnprovenGates */.O)(measurement, deps);
        return { ...start, measurement };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./lib/src/campaign/check-policy.js + 1 modules
var check_policy = __webpack_require__(6177);
// EXTERNAL MODULE: ./lib/src/campaign/judge-candidate.js + 17 modules
var judge_candidate = __webpack_require__(2953);
// EXTERNAL MODULE: ./lib/src/campaign/position.js
var campaign_position = __webpack_require__(62);
;// CONCATENATED MODULE: ./lib/src/campaign/verify/commit-position.js

/** Where things stand on a tree whose gates have just run on top of a position; its commit hangs on no ref. */
async function commitPosition(position, { tree, results }, { git, clock }) {
    const message = "chore: a tree that verify has built";
    const commit = await git.writeCommit({ tree, parents: [position.commit], message, at: clock.now() });
    const next = (0,campaign_position/* moveOn */.f)(position, commit, { tree, results });
    return { ...next, measurement: next.measurement ?? position.measurement };
}

// EXTERNAL MODULE: ./lib/src/gates/failure-signature.js
var failure_signature = __webpack_require__(3520);
// EXTERNAL MODULE: ./lib/src/work/find-work.js + 4 modules
var find_work = __webpack_require__(957);
;// CONCATENATED MODULE: ./lib/src/campaign/verify/find-item.js


/** Everything that the gates fail on a tree that was measured here. */
async function findItems({ tree, measurement }, { git }) {
    const trackedFiles = (await git.listFiles(tree)).map(({ path }) => path);
    const { results, setAside } = measurement;
    // What a person asks for is nothing that a gate fails: its test comes with the promotion.
    const asked = { issue: null, goal: "", hasModel: false };
    return (0,find_work/* findWork */.V)({ results: [...results.values()], setAside, trackedFiles, asked }, { failureSignature: failure_signature/* failureSignature */.v })
        .items;
}
/**
 * The item that a promotion claims to mend, as it was found on a tree that was measured here; null where nothing of it
 * fails. The campaign's own word for it is an id, and no more: failure, gate and targets are the verifier's.
 */
async function findItem({ item }, position, deps) {
    return (await findItems(position, deps)).find(({ id }) => id === item.id) ?? null;
}

;// CONCATENATED MODULE: ./lib/src/campaign/verify/try-master.js
var try_master_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var try_master_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





/** Many promotions together are larger than one may be. */
const rulesForOne = new Set(["size"]);
/**
 * Tries what master carries, as one change on the base. That these were promotions once is the campaign's word, so
 * policy and gates have their say as on any change, with one difference: it need not mend anything by itself.
 */
async function tryMaster({ link, base }, deps) {
    try {
        return await tryOn(link, base, deps);
    }
    catch (error) {
        deps.signal.throwIfAborted();
        return { status: "failed", reason: `it could not be judged: ${(0,errors/* describeError */.Uc)(error)}` };
    }
}
async function tryOn({ edits, tree }, base, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { git, gates } = deps;
        deps.onProgress({ phase: "verifying", detail: "master" });
        const items = await findItems(base, deps);
        const item = buildItem(items, gates[0]?.name ?? "");
        const policyRules = deps.policyRules.filter(({ id }) => !rulesForOne.has(id));
        const files = await git.listFiles(base.tree);
        const policy = await (0,check_policy/* checkPolicy */.h)({ edits, item, tree: base.tree, files }, { ...deps, policyRules });
        if (policy.status === "denied") {
            const said = policy.denials.map(({ rule, reason }) => `${reason} (rule ${rule})`);
            return { status: "failed", reason: `policy: ${said.join("; ")}` };
        }
        const sandbox = try_master_addDisposableResource(env_1, await deps.sandboxes.open(`${deps.campaign}/master`, base.commit), true);
        const task = { cycle: 0, position: base, sandbox, edits };
        let { judgement, results } = await (0,judge_candidate/* judgeCandidate */.b)({ ...task, item }, deps);
        const other = judgement.gates.find(({ gate, fixed }) => gate !== item.gate && fixed.length > 0)?.gate;
        const alike = items.filter(({ gate }) => gate === other);
        // Who mends something has to have it tested as well as it was, whichever gate has told of it.
        if (judgement.status === "reject" && judgement.rule === "nothing-fixed" && alike.length > 0)
            ({ judgement, results } = await (0,judge_candidate/* judgeCandidate */.b)({ ...task, item: buildItem(alike, "") }, deps));
        if (judgement.status === "reject" && judgement.rule !== "nothing-fixed")
            return { status: "failed", reason: `${judgement.rule}: ${judgement.reason}` };
        return { status: "passed", position: await commitPosition(base, { tree, results }, deps) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = try_master_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** All that one gate fails on the base: where something of it is mended, the lines that do it have to be tested. */
function buildItem(items, gate) {
    const [first] = items;
    if (first === undefined)
        return {
            ...{ id: "carried", kind: "failing-check", gate, gateKind: "command", title: "carried" },
            ...{ files: [], targets: [], signature: "", evidence: [] },
        };
    const alike = items.filter((item) => item.gate === first.gate);
    return {
        ...first,
        title: "carried",
        targets: [...new Set(alike.flatMap(({ targets }) => targets))],
        files: [...new Set(alike.flatMap(({ files }) => files))],
    };
}

// EXTERNAL MODULE: ./lib/src/campaign/bundle/cut-text.js
var cut_text = __webpack_require__(6948);
;// CONCATENATED MODULE: ./lib/src/campaign/verify/describe-gates.js

const MAX_LINE = 2_000;
const MAX_ENTRIES = 200;
/** A reason as a verdict holds it. Pure. */
function cutReason(reason) {
    return (0,cut_text/* cutText */.I)(reason, MAX_LINE);
}
/** What gates said, as a verdict holds it: without times, so that the same bundle gives the same verdict. Pure. */
function describeGates(gates) {
    return gates.slice(0, MAX_ENTRIES).map(({ gate, status, fixed, reason }) => ({
        gate: cutReason(gate),
        status,
        fixed: fixed.slice(0, MAX_ENTRIES).map(cutReason),
        reason: cutReason(reason),
    }));
}

;// CONCATENATED MODULE: ./lib/src/campaign/verify/place-edits.js

/** How many paths a reason names. */
const MAX_NAMED = 3;
/**
 * Puts a link's edits on another tree. Every file that they touch has to be there as it was where they were made, byte
 * for byte: who publishes writes the same contents and merges nothing, and what people are shown is what was judged.
 */
async function placeEdits({ edits, parentTree, tree }, onto, { git }) {
    if (onto === parentTree)
        return { status: "placed", tree };
    const [there, here] = [await listStates(parentTree, git), await listStates(onto, git)];
    const moved = edits.map(({ path }) => path).filter((path) => there.get(path) !== here.get(path));
    if (moved.length > 0)
        return { status: "conflict", reason: `it needs another ${nameSome(moved)}` };
    try {
        const built = await git.buildTree(onto, edits);
        if (built === onto)
            return { status: "conflict", reason: "it changes nothing there" };
        return { status: "placed", tree: built };
    }
    catch (error) {
        if (!(error instanceof errors/* NightshiftError */.nc))
            throw error;
        return { status: "conflict", reason: (0,errors/* describeError */.Uc)(error) };
    }
}
async function listStates(tree, git) {
    return new Map((await git.listFiles(tree)).map(({ path, mode, hash }) => [path, `${mode} ${hash}`]));
}
function nameSome(paths) {
    const more = paths.length > MAX_NAMED ? ` and ${paths.length - MAX_NAMED} more` : "";
    return `${paths.slice(0, MAX_NAMED).join(", ")}${more}`;
}

// EXTERNAL MODULE: ./lib/src/domain/gate.js
var domain_gate = __webpack_require__(1360);
// EXTERNAL MODULE: ./lib/src/policy/protected/is-test-file.js
var is_test_file = __webpack_require__(6494);
// EXTERNAL MODULE: ./lib/src/campaign/reproduction/aim-item.js
var aim_item = __webpack_require__(1141);
// EXTERNAL MODULE: ./lib/src/campaign/reproduction/check-new-tests.js
var check_new_tests = __webpack_require__(5303);
// EXTERNAL MODULE: ./lib/src/campaign/reproduction/run-on-base.js + 2 modules
var run_on_base = __webpack_require__(9197);
;// CONCATENATED MODULE: ./lib/src/campaign/verify/show-issue.js
var show_issue_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var show_issue_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





/**
 * Takes a promotion for what a person asked for apart: its new tests have to be red on the tree before it, by themselves
 * and twice alike, as they had to be for the campaign. The fix is then judged on the tree with the tests.
 */
async function showIssue(input, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { facts, edits, position, name } = input;
        const { git, clock } = deps;
        const gate = deps.gates.find(({ kind }) => kind === "tests");
        if (gate === undefined)
            return refuse("no gate runs tests, so that nothing can show what it mends");
        const { id, title, signature } = facts.item;
        const item = {
            ...{ id, kind: "issue", gate: gate.name, gateKind: "tests", title, signature },
            ...{ files: [], targets: [], evidence: [] },
        };
        const known = new Set((await git.listFiles(position.tree)).map(({ path }) => path));
        const isNewTest = ({ path, content }) => content !== null && !known.has(path) && (0,is_test_file/* isTestFile */.h)(path);
        const tests = edits.filter(isNewTest);
        const rest = edits.filter((edit) => !isNewTest(edit));
        const refusal = await (0,check_new_tests/* checkNewTests */.A)(tests, { item, position }, deps);
        if (refusal !== null)
            return refuse(`what it mends is not shown: ${refusal}`);
        const tree = await git.buildTree(position.tree, tests);
        const message = `test: what cycle ${facts.cycle} works on`;
        const commit = await git.writeCommit({ tree, parents: [position.commit], message, at: clock.now() });
        const tracked = [...known, ...tests.map(({ path }) => path)].toSorted();
        const paths = tests.map(({ path }) => path);
        const sandbox = show_issue_addDisposableResource(env_1, await deps.sandboxes.open(`${name}-reproduction`, commit), true);
        const end = await (0,run_on_base/* runOnBase */.O)({ position, sandbox, tree, trackedFiles: tracked, files: paths }, deps);
        if (end.status === "refused")
            return refuse(`what it mends is not shown: ${end.reason}`);
        const results = new Map([...position.measurement.results, ...end.results]);
        return {
            status: "shown",
            item: (0,aim_item/* aimItem */.L)(item, { failing: end.failing, tracked: new Set(tracked), paths }),
            position: { commit, tree, measurement: { ...position.measurement, tree, results } },
            mustMend: new Set([...end.failing.values()].flat().map(domain_gate/* checkId */.ij)),
            edits: rest,
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = show_issue_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function refuse(reason) {
    return { status: "refused", reason };
}

;// CONCATENATED MODULE: ./lib/src/campaign/verify/try-promotion.js
var try_promotion_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var try_promotion_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});







/**
 * Tries a promotion on a measured tree as a campaign would try a candidate: the item, found again by the gates' own
 * failures, then policy, then the judgement. An error is a failed trial, since it proves nothing; only the signal ends it.
 */
async function tryPromotion(input, deps) {
    try {
        return await try_promotion_tryOn(input, deps);
    }
    catch (error) {
        deps.signal.throwIfAborted();
        return fail(`it could not be judged: ${(0,errors/* describeError */.Uc)(error)}`);
    }
}
async function try_promotion_tryOn(input, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { facts, link, position, name } = input;
        const { git } = deps;
        deps.onProgress({ phase: "verifying", detail: `cycle ${facts.cycle}` });
        const placed = await placeEdits(link, position.tree, { git });
        if (placed.status === "conflict")
            return fail(`it does not apply: ${placed.reason}`);
        const shown = await findTask(input, deps);
        if (shown.status === "refused")
            return fail(shown.reason);
        const { item, mustMend } = shown;
        const { tree } = shown.position;
        const files = await git.listFiles(tree);
        const policy = await (0,check_policy/* checkPolicy */.h)({ edits: shown.edits, item, tree, files }, deps);
        if (policy.status === "denied") {
            const said = policy.denials.map(({ rule, reason }) => `${reason} (rule ${rule})`);
            return fail(`policy: ${said.join("; ")}`);
        }
        const sandbox = try_promotion_addDisposableResource(env_1, await deps.sandboxes.open(name, shown.position.commit), true);
        const { judgement, results } = await (0,judge_candidate/* judgeCandidate */.b)({
            ...{ cycle: facts.cycle, item, position: shown.position, sandbox, edits: shown.edits },
            ...(mustMend === undefined ? {} : { mustMend }),
        }, deps);
        const { reason, gates } = judgement;
        if (judgement.status === "reject")
            return fail(`${judgement.rule}: ${reason}`, gates);
        const next = await commitPosition(position, { tree: placed.tree, results }, deps);
        return { status: "passed", position: next, reason, gates };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = try_promotion_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** What to judge: the edits and the item that they mend, as the tree that they are for shows it. */
async function findTask({ facts, link, position, name }, deps) {
    const { edits } = link;
    if (facts.item.kind === "issue")
        return await showIssue({ facts, edits, position, name }, deps);
    const item = await findItem(facts, position, deps);
    return item === null
        ? { status: "refused", reason: "what it claims to mend does not fail on the tree before it" }
        : { status: "shown", item, position, mustMend: undefined, edits };
}
function fail(reason, gates = []) {
    return { status: "failed", reason, gates };
}

;// CONCATENATED MODULE: ./lib/src/campaign/verify/try-alone.js


/** How well the changed lines are tested was measured when it was tried on what is before it. */
const measuredBefore = new Set(["coverage", "mutation"]);
/**
 * Whether a promotion that passed on the ones before it passes on sacred alone too, so that it can be offered by
 * itself. Where it stands on sacred anyway, nothing runs twice.
 */
async function tryAlone(input, deps) {
    const { before, tree, base, name } = input;
    if (before === base.tree)
        return { aloneTree: tree, aloneReason: "it is the first on the base" };
    const defences = new Set([...deps.defences].filter((defence) => !measuredBefore.has(defence)));
    const trial = await tryPromotion({ ...input, position: base, name: `${name}-alone` }, { ...deps, defences });
    return trial.status === "passed"
        ? { aloneTree: trial.position.tree, aloneReason: cutReason(trial.reason) }
        : { aloneTree: null, aloneReason: cutReason(`on the base alone: ${trial.reason}`) };
}

;// CONCATENATED MODULE: ./lib/src/campaign/verify/verify-promotions.js



/**
 * Tries promotions in order, each on those that passed before it, and each that passes on the base alone. One that fails
 * is dropped, and what comes after it is tried on what is left.
 */
async function verifyPromotions({ told, base, master, deadlineMs }, deps) {
    const verified = [];
    const isLate = () => deadlineMs !== null && deps.clock.elapsedMs() >= deadlineMs;
    let position = master;
    for (const { facts, built } of told) {
        const { cycle } = facts;
        const name = `${deps.campaign}/${cycle}`;
        if (built.status === "refused" || isLate()) {
            const reason = built.status === "refused" ? built.reason : "the time to verify ran out before it";
            verified.push(drop(cycle, { reason, gates: [] }));
            continue;
        }
        const input = { facts, link: built.link, position, name };
        const trial = await tryPromotion(input, deps);
        if (trial.status === "failed") {
            verified.push(drop(cycle, trial));
            continue;
        }
        const before = position.tree;
        position = trial.position;
        const { tree } = position;
        const alone = isLate()
            ? { aloneTree: null, aloneReason: "the time to verify ran out before it was tried alone" }
            : await tryAlone({ ...input, base, before, tree }, deps);
        const reason = cutReason(trial.reason);
        verified.push({ cycle, status: "verified", reason, tree, ...alone, gates: describeGates(trial.gates) });
    }
    return verified;
}
function drop(cycle, { reason, gates }) {
    return {
        ...{ cycle, status: "dropped", reason: cutReason(reason), tree: null },
        ...{ aloneTree: null, aloneReason: "it was dropped", gates: describeGates(gates) },
    };
}

;// CONCATENATED MODULE: ./lib/src/campaign/verify/verify-bundle.js









/**
 * Runs the gates again on what a bundle tells, and says what they found. Of the bundle only the changesets are used:
 * base, configuration and trees are reckoned again, items are found again by what fails here, and what the campaign
 * said of its gates is not read at all.
 *
 * Throws `GATE_IN_ERROR` and `GATE_UNPROVEN` where a required gate gives no evidence on the base.
 */
async function verifyBundle(input, deps) {
    const { bundle, base, nightshift } = input;
    const { manifest } = bundle;
    const { git, clock } = deps;
    const baseTree = await git.treeOf(base);
    const configDigest = (0,digest_config/* digestConfig */.P)(await git.readFile(base, load_config/* CONFIG_PATH */.t));
    const bound = (0,check_bundle/* checkBundle */.J)(manifest, {
        ...{ base, baseTree, configDigest, isVerifiedIsolated: true },
        repository: input.repository ?? manifest.repository,
        sacred: input.sacred ?? manifest.sacred,
    });
    if (bound.status === "refused")
        return bound;
    const carried = await readCarried(bundle, baseTree, deps);
    if (carried.status === "refused")
        return carried;
    const links = await buildChain(bundle.promotions, { git });
    const told = bundle.promotions.flatMap(({ facts }, at) => {
        const built = links[at];
        return built === undefined ? [] : [{ facts, built }];
    });
    const start = { commit: base, tree: baseTree };
    const isEmpty = told.length === 0 && carried.link === null;
    const measured = isEmpty ? null : await measureSacred(base, deps);
    const master = measured === null ? null : await openMaster(carried.link, measured, deps);
    const promotions = measured === null || master === null
        ? []
        : await verifyPromotions({ told, base: measured, master, deadlineMs: input.deadlineMs }, deps);
    const verdict = bundle_verdict/* verdictSchema */.$.parse({
        ...{ version: bundle_verdict/* VERDICT_VERSION */.H, bundle: bundle.id, repository: manifest.repository, base, configDigest },
        ...{ masterTree: (master ?? start).tree, isolation: "bubblewrap", promotions: [...promotions] },
        ...{ nightshift, at: clock.now() },
    });
    return { status: "verified", verdict };
}
/** The change from the base to master as the bundle tells it; null where there is none. */
async function readCarried({ manifest, master }, baseTree, { git }) {
    if (master === null)
        return { status: "read", link: null };
    const { tree } = manifest.master;
    const built = await buildLink({ parentTree: baseTree, tree, changeset: master }, { git });
    return built.status === "refused"
        ? (0,bundle_refusal/* refuseBundle */.j)("tree-chain", `Master cannot be built: ${built.reason}.`)
        : { status: "read", link: built.link };
}
/** Master as the promotions are tried on: with what it carries where that passes, else the base. */
async function openMaster(link, base, deps) {
    if (link === null)
        return base;
    const trial = await tryMaster({ link, base }, deps);
    if (trial.status === "passed")
        return trial.position;
    const message = `What earlier campaigns promoted is left out: ${trial.reason}.`;
    const hint = "Promotions that need it are dropped with it; a new campaign starts without it.";
    await deps.log.append({ type: "warning", message, hint });
    return base;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/adapters/clock.js
var clock = __webpack_require__(6961);
// EXTERNAL MODULE: ./lib/src/adapters/git.js + 15 modules
var adapters_git = __webpack_require__(1314);
// EXTERNAL MODULE: ./lib/src/config/schema.js + 2 modules
var schema = __webpack_require__(8916);
// EXTERNAL MODULE: ./lib/src/config/resolve-config.js + 8 modules
var resolve_config = __webpack_require__(740);
;// CONCATENATED MODULE: ./lib/src/read-trusted-config.js




/**
 * The configuration as a commit has it, so that what is judged on top of the commit has no say in how. The work tree's
 * file does not count. Throws `CONFIG_INVALID`, and `CONFIG_MISSING` for a file that cannot be read.
 */
async function readTrustedConfig({ commit, configFile, environment }, { git }) {
    if (configFile !== undefined) {
        return (0,load_config/* loadConfig */.Z)({ root: git.root, file: configFile, flags: [], environment });
    }
    const bytes = await git.readFile(commit, load_config/* CONFIG_PATH */.t);
    const text = bytes === null ? null : (0,git_text/* decodeStrictly */.p)(bytes);
    if (bytes !== null && text === null) {
        throw (0,errors/* usageError */.Wp)({
            code: "CONFIG_MISSING",
            message: `${load_config/* CONFIG_PATH */.t} at ${commit.slice(0, 12)} is not UTF-8 text.`,
            hint: "Commit it as UTF-8.",
        });
    }
    return (0,resolve_config/* resolveConfig */.p)({ file: text === null ? null : { text, path: load_config/* CONFIG_PATH */.t }, flags: [], environment });
}

// EXTERNAL MODULE: ./lib/src/state-paths.js
var state_paths = __webpack_require__(5538);
;// CONCATENATED MODULE: ./lib/src/open-base.js








/**
 * Opens a clone with the configuration that its base commit has: neither the work tree's file nor a flag nor a variable
 * counts, since publish is told the digest of that file alone. A shallow clone will do. Throws the usage errors
 * of `createGit` and `readTrustedConfig`, and `BASE_UNKNOWN`.
 */
async function openBase(input) {
    const { repo, environment } = input;
    const processes = (0,process_runner/* createProcessRunner */.E)();
    const dir = external_node_path_.resolve(repo);
    const defaultPrefix = schema/* configSchema */.Q.parse({}).branches.prefix;
    const located = await (0,adapters_git/* createGit */.l)({ dir, prefix: defaultPrefix, environment }, { processes });
    const base = await located.resolveCommit(input.base ?? "HEAD");
    if (base === null)
        throw (0,errors/* usageError */.Wp)({
            code: "BASE_UNKNOWN",
            message: `There is no commit ${input.base ?? "checked out"} in ${located.root}.`,
            hint: "Fetch the commit that the campaign started from, or name it with --base.",
        });
    const loaded = await readTrustedConfig({ commit: base, configFile: undefined, environment: {} }, { git: located });
    const { prefix } = loaded.config.branches;
    const git = prefix === defaultPrefix ? located : await (0,adapters_git/* createGit */.l)({ dir, prefix, environment }, { processes });
    const root = input.root === null ? external_node_path_.join(git.commonDir, "nightshift", "verify") : external_node_path_.resolve(input.root);
    return {
        base,
        repository: { git, clock: (0,clock/* createClock */.t)(), processes, loaded, paths: (0,state_paths/* statePaths */.m)(root), environment },
    };
}

// EXTERNAL MODULE: ./lib/src/publish/bundle/compute-cid.js + 10 modules
var compute_cid = __webpack_require__(9829);
// EXTERNAL MODULE: ./lib/src/publish/bundle/read-bundle.js + 6 modules
var read_bundle = __webpack_require__(4470);
// EXTERNAL MODULE: ./lib/src/adapters/list-secrets.js
var list_secrets = __webpack_require__(8475);
;// CONCATENATED MODULE: ./lib/src/refuse-secrets.js


/** What the runner gives to every action written in JavaScript: with it this run's artifacts are written, and no more. */
const ofRunner = "ACTIONS_RUNTIME_TOKEN";
/**
 * The environment without what the runner itself puts there, so that not even that is handed on. Throws
 * `SECRETS_IN_REACH` with the names of all other variables that look secret: who verifies holds none, so that code which
 * breaks out of its sandbox finds none.
 */
function refuseSecrets(environment) {
    const { [ofRunner]: _, ...rest } = environment;
    const names = (0,list_secrets/* listSecretNames */.h)(rest);
    if (names.length === 0)
        return rest;
    const [first] = names;
    throw (0,errors/* usageError */.Wp)({
        code: "SECRETS_IN_REACH",
        message: `Verify runs where no secret is, and its environment holds ${names.join(", ")}.`,
        hint: `Take them away from this step, as with \`env -u ${first}\`, and give its job \`permissions: contents: read\` alone.`,
    });
}

// EXTERNAL MODULE: ./lib/src/adapters/journal-file.js
var journal_file = __webpack_require__(8255);
// EXTERNAL MODULE: ./lib/src/campaign/campaign-name.js
var campaign_name = __webpack_require__(8667);
// EXTERNAL MODULE: ./lib/src/create-deps.js + 438 modules
var create_deps = __webpack_require__(302);
// EXTERNAL MODULE: ./lib/src/domain/digest.js
var digest = __webpack_require__(499);
// EXTERNAL MODULE: ./lib/src/domain/ref-names.js
var ref_names = __webpack_require__(4299);
// EXTERNAL MODULE: ./lib/src/find-gates.js + 58 modules
var find_gates = __webpack_require__(5842);
// EXTERNAL MODULE: ./lib/src/memory/recall.js
var recall = __webpack_require__(5575);
// EXTERNAL MODULE: ./lib/src/open-capabilities.js + 10 modules
var open_capabilities = __webpack_require__(2937);
// EXTERNAL MODULE: ./lib/src/open-sandboxes.js + 43 modules
var open_sandboxes = __webpack_require__(8926);
// EXTERNAL MODULE: ./lib/src/restrict-commands.js
var restrict_commands = __webpack_require__(3019);
;// CONCATENATED MODULE: ./lib/src/start-verification.js
var start_verification_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var start_verification_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});











/**
 * Opens what the gates need to run again: a campaign's own parts at the base, without brains, memory or refs, and with
 * isolation whatever the configuration says of it.
 *
 * Throws the usage errors `ISOLATION_OFF`, those of `findGates`, `openCapabilities` and `checkCommands`, and
 * `ISOLATION_MISSING`.
 */
async function startVerification(input, repository) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { base, sacred, signal, onEvent, onProgress } = input;
        const { git, clock, paths } = repository;
        const loaded = requireIsolation(repository.loaded);
        const { config } = loaded;
        const stack = start_verification_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const { gates } = await (0,find_gates/* findGates */.u)({ ...repository, loaded }, base);
        const capabilities = await (0,open_capabilities/* openCapabilities */.r)({ commit: base, sacred }, { git });
        await (0,restrict_commands/* checkCommands */.D)({ gates, setup: config.sandbox.setup }, capabilities);
        const campaign = (0,campaign_name/* nameCampaign */.U)(clock.now());
        const warnings = [];
        const { sandboxes, isolation } = await (0,open_sandboxes/* openSandboxes */.u)({
            ...{ campaign, config, signal, capabilities, sacred: { branch: sacred, commit: base } },
            // Neither master nor a sandbox has a ref in this clone.
            ...{ isDryRun: true, onWarning: (text) => void warnings.push(text) },
        }, repository);
        stack.use(sandboxes);
        const journal = await (0,journal_file/* openJournal */._)({ path: paths.journal(campaign), clock });
        stack.defer(() => journal.close());
        const deps = (0,create_deps/* createDeps */.F)({
            ...{ campaign, config, gates, journal, capabilities, sandboxes, signal, onEvent, onProgress },
            ...{ secrets: [], models: [], recall: stack.use((0,recall/* createRecall */.Y)(null)), isDryRun: true },
        }, repository);
        await deps.log.append({
            ...{ type: "campaign-started", campaign, goal: "", issue: null, sacred, base, isolation },
            ...{ masterRef: (0,ref_names/* nameRefs */.O)(git.prefix).master, brain: "none", method: "verify", seed: null },
            ...{ isDryRun: true, safety: "on", limits: { ...config.stop } },
            gates: gates.map(({ name, kind, command }) => ({ name, kind, command: renderCommand(command) })),
        });
        for (const message of warnings)
            await deps.log.append({ type: "warning", message, hint: "" });
        const owned = stack.move();
        return {
            // What is chosen by chance, such as which mutants are tried, is the same each time and nothing that a bundle can
            // bend. Nothing that came in a bundle ever runs outside, and nothing else does here either.
            deps: { ...deps, seed: Number.parseInt((0,digest/* digest */.b)(base).slice(0, 8), 16), mayProbeOutside: false },
            [Symbol.asyncDispose]: () => owned.disposeAsync(),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = start_verification_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function requireIsolation(loaded) {
    const { config } = loaded;
    const { isolation } = config.sandbox;
    if (isolation === "none")
        throw (0,errors/* usageError */.Wp)({
            code: "ISOLATION_OFF",
            message: `sandbox.isolation is "${isolation}" at the base, and verify runs code that nobody has read.`,
            hint: "Set it to auto or required; without it nothing of a campaign can be published.",
        });
    return { ...loaded, config: { ...config, sandbox: { ...config.sandbox, isolation: "required" } } };
}
function renderCommand(command) {
    return typeof command === "string" ? command : command.join(" ");
}

;// CONCATENATED MODULE: ./lib/src/run-verification.js
var run_verification_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var run_verification_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








const MS_PER_MINUTE = 60_000;
/**
 * Verifies a bundle from its files to a verdict, on one machine as in Actions. Reads the clone and writes no ref of it.
 * Throws `SECRETS_IN_REACH`, and what `openBase`, `startVerification` and `verifyBundle` throw.
 */
async function runVerification(input) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const environment = refuseSecrets(input.environment);
        const { repo, base: named, root, maxMinutes } = input;
        const { base, repository } = await openBase({ repo, base: named, root, environment });
        const read = await (0,read_bundle/* readBundle */.B)(input.source);
        if (read.status === "refused")
            return read;
        const { bundle } = read;
        if (input.bundleId !== undefined && bundle.id !== input.bundleId)
            return (0,bundle_refusal/* refuseBundle */.j)("other-bundle", `It is ${bundle.id}, and ${input.bundleId} was waited for.`);
        const sacred = input.sacred ?? bundle.manifest.sacred;
        const deadlineMs = maxMinutes === null ? null : repository.clock.elapsedMs() + maxMinutes * MS_PER_MINUTE;
        const started = run_verification_addDisposableResource(env_1, await startVerification({ ...input, base, sacred }, repository), true);
        const verified = await verifyBundle({ ...input, bundle, base, deadlineMs }, started.deps);
        if (verified.status === "refused")
            return verified;
        const text = renderVerdict(verified.verdict);
        return { ...verified, text, cid: (0,compute_cid/* computeCid */.C)(Buffer.from(text, "utf8")) };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_verification_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./lib/src/show-job-log.js + 2 modules
var show_job_log = __webpack_require__(1576);
;// CONCATENATED MODULE: ./lib/src/run-verify-job.js
var run_verify_job_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var run_verify_job_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});











/**
 * Verifies a bundle as a step of a workflow: isolated or not at all, by the base's configuration, with the verdict in a
 * file and its content id among the outputs, which is what publish goes by. Gives the exit code: 1 for a bundle that is
 * refused; promotions that are dropped are no failure.
 *
 * Throws `ISOLATION_MISSING`, and what `runVerification` throws.
 */
async function runVerifyJob(input, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { runner, context, environment } = deps;
        const source = await (0,find_bundle/* findBundle */.a)(input.bundle);
        await (0,hold_candidates/* holdCandidates */.c)({ asked: "required", configured: "required", environment }, { processes: (0,process_runner/* createProcessRunner */.E)(), onNote: (text) => runner.print(text) });
        const stop = run_verify_job_addDisposableResource(env_1, (0,open_stop_signals/* openStopSignals */._)(() => runner.print("Stopping: the run was cancelled.")), false);
        const verification = await runVerification({
            ...{ source, repo: input.repo, root: input.root ?? null, base: input.base ?? null },
            bundleId: input.bundleId,
            ...{ repository: context.repository, sacred: context.defaultBranch },
            ...{ maxMinutes: input.maxMinutes ?? null, environment, nightshift: (0,read_version/* readVersion */.$)() },
            ...{ signal: stop.signal, onEvent: (0,show_job_log/* showJobLog */.z)(runner), onProgress: () => { } },
        });
        return tellVerification(verification, input.output, runner);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        run_verify_job_disposeResources(env_1);
    }
}
async function tellVerification(verification, file, runner) {
    runner.appendSummary((0,cut_summary/* cutSummary */.H)(renderVerdictSummary(verification)));
    for (const { level, title, message } of listVerdictAnnotations(verification))
        runner.annotate(level, message, title);
    if (verification.status === "refused")
        return 1;
    const { verdict, text, cid } = verification;
    await (0,write_atomically/* writeAtomically */.v)(file, text);
    const dropped = verdict.promotions.filter(({ status }) => status === "dropped");
    const outputs = {
        bundle: verdict.bundle,
        verdict: cid,
        "verdict-file": file,
        verified: String(verdict.promotions.length - dropped.length),
        dropped: String(dropped.length),
    };
    for (const [name, value] of Object.entries(outputs))
        runner.setOutput(name, value);
    return 0;
}


/***/ })

};
