export const id = 32;
export const ids = [32];
export const modules = {

/***/ 8867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ verdictSchema),
/* harmony export */   H: () => (/* binding */ VERDICT_VERSION)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1471);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3203);

/** The version of a verdict's file. */
const VERDICT_VERSION = 1;
const gitHash = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const line = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(2_000);
/** How one promotion fared when its gates ran again. */
const verifiedPromotion = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    cycle: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative(),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["verified", "dropped"]),
    /** For people; of a gate that said no, or what is green. */
    reason: line,
    /** Tree on top of those verified before it; null where it was dropped. */
    tree: gitHash.nullable(),
    /** Its tree on sacred alone, where its gates pass there too; null: it is offered stacked. */
    aloneTree: gitHash.nullable(),
    aloneReason: line,
    gates: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ gate: line, status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(20), fixed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(line).max(200), reason: line }))
        .max(200),
});
/** `verdict.json`: what verify found when it ran the gates again, on a fresh machine, isolated, without any secret. */
const verdictSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(VERDICT_VERSION),
    /** The bundle's id: the CID of its manifest. */
    bundle: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^b[a-z2-7]{58}$/),
    repository: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(200),
    base: gitHash,
    configDigest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
    /** Tree of master before the first promotion, as verify built it itself. */
    masterTree: gitHash,
    isolation: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("bubblewrap"),
    promotions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(verifiedPromotion).max(200),
    nightshift: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(50),
    at: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
});


/***/ }),

/***/ 9824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findBundle)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _domain_bundle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2339);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4376);
/* harmony import */ var _publish_bundle_name_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(114);





/**
 * Where a bundle is: a zip, a folder with its files, or a folder that holds nothing but the zip that was downloaded.
 * Nothing of it is unpacked. Throws the usage error `BUNDLE_UNREADABLE`.
 */
async function findBundle(place) {
    try {
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(place)).isDirectory())
            return { zip: await readWithin(place) };
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(place);
        const [only = ""] = names;
        const isZip = names.length === 1 && only.endsWith(".zip") && !names.includes(_publish_bundle_name_files_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST_NAME */ .ir);
        return isZip ? { zip: await readWithin(node_path__WEBPACK_IMPORTED_MODULE_1__.join(place, only)) } : { folder: place };
    }
    catch (error) {
        throw (0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .usageError */ .Wp)({
            code: "BUNDLE_UNREADABLE",
            message: `The bundle ${place} cannot be read: ${(0,_domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .describeError */ .Uc)(error)}`,
            hint: "Name the folder that a campaign wrote its bundle to, or a zip of it.",
            cause: error,
        });
    }
}
async function readWithin(zip) {
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(zip);
    if (size > _domain_bundle_js__WEBPACK_IMPORTED_MODULE_2__/* .bundleLimits */ .x0.totalBytes)
        throw new Error(`it has ${size} bytes, more than the ${_domain_bundle_js__WEBPACK_IMPORTED_MODULE_2__/* .bundleLimits */ .x0.totalBytes} of a bundle`);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(zip);
}


/***/ }),

/***/ 7960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ checkBundle)
/* harmony export */ });
/* harmony import */ var _bundle_refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2806);

/** Whether a bundle is the one that is expected, by its manifest, and may be published at all. Pure. */
function checkBundle(manifest, expected) {
    const { repository, sacred, base, baseTree, configDigest, campaign } = manifest;
    if (repository.toLowerCase() !== expected.repository.toLowerCase())
        return (0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseBundle */ .j)("other-repository", `It is of ${(0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(repository)}, not of ${expected.repository}.`);
    if (sacred !== expected.sacred)
        return (0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseBundle */ .j)("other-branch", `It starts from branch ${(0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(sacred)}, not from ${expected.sacred}.`);
    if (base !== (expected.base ?? base) || baseTree !== (expected.baseTree ?? baseTree))
        return (0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseBundle */ .j)("other-base", `It starts from commit ${base}, not from ${expected.base ?? "this one"}.`);
    if (configDigest !== (expected.configDigest ?? configDigest))
        return (0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseBundle */ .j)("other-config", "It was made with another configuration than the base has.");
    if (campaign !== (expected.campaign ?? campaign))
        return (0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseBundle */ .j)("other-campaign", `It is of campaign ${campaign}, not of ${expected.campaign}.`);
    if (manifest.isUnsafe || manifest.promotions.some(({ isUnsafe }) => isUnsafe))
        return (0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseBundle */ .j)("unsafe", "The campaign ran with --no-safety: nothing of it is ever published.");
    if (manifest.isolation === "none" && !expected.isVerifiedIsolated)
        return (0,_bundle_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseBundle */ .j)("isolation", "The campaign ran without isolation, and no isolated run has verified it.");
    return { status: "accepted" };
}


/***/ }),

/***/ 4470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ readBundle)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/src/adapters/git-text.js
var git_text = __webpack_require__(1223);
// EXTERNAL MODULE: ./lib/src/publish/bundle/bundle-refusal.js
var bundle_refusal = __webpack_require__(2806);
// EXTERNAL MODULE: ./lib/src/publish/bundle/check-sizes.js
var check_sizes = __webpack_require__(5568);
// EXTERNAL MODULE: ./lib/src/publish/bundle/compute-cid.js + 10 modules
var compute_cid = __webpack_require__(9829);
// EXTERNAL MODULE: ./lib/src/publish/bundle/find-patch-fault.js
var find_patch_fault = __webpack_require__(6518);
// EXTERNAL MODULE: ./lib/src/publish/bundle/name-files.js
var name_files = __webpack_require__(114);
// EXTERNAL MODULE: ./lib/src/domain/bundle.js
var bundle = __webpack_require__(2339);
// EXTERNAL MODULE: ./lib/src/publish/bundle/find-changeset-fault.js + 1 modules
var find_changeset_fault = __webpack_require__(7398);
// EXTERNAL MODULE: ./lib/src/publish/bundle/render-canonical.js
var render_canonical = __webpack_require__(8920);
;// CONCATENATED MODULE: ./lib/src/publish/bundle/parse-changeset.js




/** Reads a changeset as hostile data: the schema, the one way of writing it, and `findChangesetFault`. */
async function parseChangeset(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return (0,bundle_refusal/* refuseBundle */.j)("changeset", "A changeset is not JSON.");
    }
    const parsed = bundle/* changesetSchema */.wL.safeParse(value);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const where = issue === undefined ? "" : `: ${(0,bundle_refusal/* quote */.h)(`${issue.path.join(".")}: ${issue.message}`)}`;
        return (0,bundle_refusal/* refuseBundle */.j)("changeset", `A changeset is not as the schema says${where}.`);
    }
    if ((0,render_canonical/* renderChangeset */.j)(parsed.data) !== text)
        return (0,bundle_refusal/* refuseBundle */.j)("changeset", "A changeset is written in another way than Nightshift writes it.");
    return (await (0,find_changeset_fault/* findChangesetFault */.k)(parsed.data)) ?? { status: "parsed", changeset: parsed.data };
}

// EXTERNAL MODULE: ./lib/src/adapters/journal-line.js
var journal_line = __webpack_require__(2115);
;// CONCATENATED MODULE: ./lib/src/publish/bundle/parse-journal-text.js


/**
 * Reads the journal of a bundle. Every line has to be an event, in order and of this campaign; numbers may be missing,
 * since the writer leaves events out where there are too many. Pure.
 */
function parseJournalText(text, campaign) {
    if (!text.endsWith("\n"))
        return (0,bundle_refusal/* refuseBundle */.j)("journal", "The journal is empty or cut off.");
    const entries = [];
    for (const [at, line] of text.slice(0, -1).split("\n").entries()) {
        const read = (0,journal_line/* parseJournalLine */.L)(line);
        if (read.status === "newer")
            return (0,bundle_refusal/* refuseBundle */.j)("version", `Line ${at + 1} of the journal has version ${read.version}.`);
        if (read.status === "damaged")
            return (0,bundle_refusal/* refuseBundle */.j)("journal", `Line ${at + 1} of the journal cannot be read: ${(0,bundle_refusal/* quote */.h)(read.reason)}.`);
        if (read.entry.seq <= (entries.at(-1)?.seq ?? -1))
            return (0,bundle_refusal/* refuseBundle */.j)("journal", `Line ${at + 1} of the journal is not in order.`);
        entries.push(read.entry);
    }
    const [first] = entries;
    return first?.event.type === "campaign-started" && first.event.campaign === campaign
        ? { status: "parsed", entries }
        : (0,bundle_refusal/* refuseBundle */.j)("journal", `The journal does not begin with campaign ${(0,bundle_refusal/* quote */.h)(campaign)}.`);
}

// EXTERNAL MODULE: ./lib/src/domain/lesson.js
var lesson = __webpack_require__(295);
;// CONCATENATED MODULE: ./lib/src/publish/bundle/parse-lessons.js


/**
 * Reads the lessons of a bundle, a line each. They have to be the campaign's own: a lesson in the name of a person, of
 * another campaign, or one that makes memory forget, is no campaign's to bring. Pure.
 */
function parseLessons(text, campaign) {
    if (text !== "" && !text.endsWith("\n"))
        return (0,bundle_refusal/* refuseBundle */.j)("lessons", "The last lesson is cut off.");
    const lessons = [];
    for (const [at, line] of text.split("\n").slice(0, -1).entries()) {
        const lesson = parseLesson(line);
        if (lesson === null)
            return (0,bundle_refusal/* refuseBundle */.j)("lessons", `Line ${at + 1} of the lessons is none.`);
        if (lesson.kind === "forgotten" || lesson.trust === "person")
            return (0,bundle_refusal/* refuseBundle */.j)("lessons", `Line ${at + 1} of the lessons speaks in the name of a person.`);
        if (lesson.campaign !== campaign)
            return (0,bundle_refusal/* refuseBundle */.j)("lessons", `Line ${at + 1} of the lessons is of campaign ${(0,bundle_refusal/* quote */.h)(lesson.campaign)}.`);
        lessons.push(lesson);
    }
    return { status: "parsed", lessons };
}
function parseLesson(line) {
    try {
        return lesson/* lessonSchema */.q.parse(JSON.parse(line));
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/src/publish/bundle/parse-manifest.js




/**
 * Half a surrogate pair. JSON can escape one, and the one way of writing escapes nothing else so; a backslash of the text
 * itself is there twice.
 */
const halfCharacter = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;
/**
 * Reads `manifest.json`: strict UTF-8, a version that is known, the schema, and written in the one way that there is.
 * Then that it fits itself: cycles in order, each promotion on the tree before it, master's changeset where master
 * differs, one outcome for each cycle. Pure.
 */
function parseManifest(bytes) {
    const text = (0,git_text/* decodeStrictly */.p)(bytes);
    if (text === null)
        return (0,bundle_refusal/* refuseBundle */.j)("manifest", "The manifest is not UTF-8 text.");
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return (0,bundle_refusal/* refuseBundle */.j)("manifest", "The manifest is not JSON.");
    }
    const version = typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
    if (version !== bundle/* BUNDLE_VERSION */.AY) {
        const told = (0,bundle_refusal/* quote */.h)(String(JSON.stringify(version) ?? "none"));
        return (0,bundle_refusal/* refuseBundle */.j)("version", `The manifest's version is ${told}; ${bundle/* BUNDLE_VERSION */.AY} is the one known here.`);
    }
    const parsed = bundle/* manifestSchema */.rc.safeParse(value);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const where = issue === undefined ? "" : `: ${(0,bundle_refusal/* quote */.h)(`${issue.path.join(".")}: ${issue.message}`)}`;
        return (0,bundle_refusal/* refuseBundle */.j)("manifest", `The manifest is not as the schema says${where}.`);
    }
    if ((0,render_canonical/* renderManifest */.s)(parsed.data) !== text)
        return (0,bundle_refusal/* refuseBundle */.j)("manifest", "The manifest is written in another way than Nightshift writes it.");
    if (halfCharacter.test(text))
        return (0,bundle_refusal/* refuseBundle */.j)("manifest", "The manifest holds half a character, which is no text.");
    return (findChainFault(parsed.data) ?? findCycleFault(parsed.data) ?? { status: "parsed", manifest: parsed.data });
}
/** A cycle has one outcome. */
function findCycleFault({ promotions, suggestions }) {
    const promoted = new Set(promotions.map(({ cycle }) => cycle));
    for (const [at, { cycle }] of suggestions.entries())
        if (promoted.has(cycle) || cycle <= (suggestions[at - 1]?.cycle ?? -1))
            return (0,bundle_refusal/* refuseBundle */.j)("manifest", `The suggestion of cycle ${cycle} is out of its place.`);
    return null;
}
function findChainFault({ base, baseTree, master, promotions }) {
    const trees = [baseTree, master.tree, ...promotions.flatMap(({ parentTree, tree }) => [parentTree, tree])];
    if (trees.some(({ length }) => length !== base.length))
        return (0,bundle_refusal/* refuseBundle */.j)("tree-chain", "Its hashes are of two kinds.");
    if ((master.changeset === null) !== (master.tree === baseTree))
        return (0,bundle_refusal/* refuseBundle */.j)("tree-chain", "Master's changeset and master's tree contradict each other.");
    for (const [at, { cycle, parentTree, tree }] of promotions.entries()) {
        const before = promotions[at - 1];
        if (before !== undefined && before.cycle >= cycle)
            return (0,bundle_refusal/* refuseBundle */.j)("tree-chain", `Cycle ${cycle} does not come after cycle ${before.cycle}.`);
        if (parentTree !== (before?.tree ?? master.tree) || tree === parentTree)
            return (0,bundle_refusal/* refuseBundle */.j)("tree-chain", `The promotion of cycle ${cycle} is not on the tree before it.`);
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/src/publish/bundle/parse-bundle.js











/**
 * Makes a bundle of files that are within the limits: the manifest first, then that the files are those that it lists,
 * by name, size and content id, then what is in them.
 */
async function parseBundle(files) {
    const manifestBytes = files.get(name_files/* MANIFEST_NAME */.ir);
    if (manifestBytes === undefined)
        return (0,bundle_refusal/* refuseBundle */.j)("part-missing", `It has no ${name_files/* MANIFEST_NAME */.ir}.`);
    const parsed = parseManifest(manifestBytes);
    if (parsed.status === "refused")
        return parsed;
    const { manifest } = parsed;
    const texts = readParts(manifest, files);
    if ("status" in texts)
        return texts;
    const textOf = ({ cid }) => texts.get(cid) ?? "";
    const changesets = await parseChangesets(manifest, textOf);
    if ("status" in changesets)
        return changesets;
    const journal = parseJournalText(textOf(manifest.journal), manifest.campaign);
    if (journal.status === "refused")
        return journal;
    const lessons = parseLessons(textOf(manifest.lessons), manifest.campaign);
    if (lessons.status === "refused")
        return lessons;
    return {
        status: "read",
        bundle: {
            id: (0,compute_cid/* computeCid */.C)(manifestBytes),
            manifest,
            ...changesets,
            journal: journal.entries,
            lessons: lessons.lessons,
            report: textOf(manifest.report),
            files,
        },
    };
}
/** Texts by content id. All parts are text. */
function readParts(manifest, files) {
    const listed = (0,name_files/* nameFiles */.rF)(manifest);
    const names = new Set([name_files/* MANIFEST_NAME */.ir, ...listed.map(({ name }) => name)]);
    const stranger = [...files.keys()].find((name) => !names.has(name));
    if (stranger !== undefined)
        return (0,bundle_refusal/* refuseBundle */.j)("entry-name", `${(0,bundle_refusal/* quote */.h)(stranger)} is not in the manifest.`);
    const texts = new Map();
    const ids = new Map([...files].map(([name, bytes]) => [name, (0,compute_cid/* computeCid */.C)(bytes)]));
    for (const { name, part } of listed) {
        const bytes = files.get(name);
        if (bytes === undefined)
            return (0,bundle_refusal/* refuseBundle */.j)("part-missing", `${name} is in the manifest and not there.`);
        if (bytes.length !== part.sizeBytes)
            return (0,bundle_refusal/* refuseBundle */.j)("size", `${name} has ${bytes.length} bytes, not the ${part.sizeBytes} of the manifest.`);
        if (ids.get(name) !== part.cid)
            return (0,bundle_refusal/* refuseBundle */.j)("content-id", `The content of ${name} is not what the manifest lists.`);
        if (name !== (0,name_files/* namePart */.f0)(part))
            continue;
        const text = (0,git_text/* decodeStrictly */.p)(bytes);
        if (text === null)
            return (0,bundle_refusal/* refuseBundle */.j)("encoding", `${name} is not UTF-8 text.`);
        texts.set(part.cid, text);
    }
    return texts;
}
async function parseChangesets(manifest, textOf) {
    let master = null;
    if (manifest.master.changeset !== null) {
        const parsed = await parseChangeset(textOf(manifest.master.changeset));
        if (parsed.status === "refused")
            return parsed;
        master = parsed.changeset;
    }
    const promotions = [];
    let count = master?.files.length ?? 0;
    for (const facts of manifest.promotions) {
        // Looking at paths takes time: others have their turn in between, and the sum of it has a bound.
        await (0,promises_.setImmediate)();
        const parsed = await parseChangeset(textOf(facts.changeset));
        if (parsed.status === "refused")
            return parsed;
        const { changeset } = parsed;
        count += changeset.files.length;
        if (count > check_sizes/* MAX_CHANGED_FILES */.e)
            return (0,bundle_refusal/* refuseBundle */.j)("entry-count", `It changes more than ${check_sizes/* MAX_CHANGED_FILES */.e} files.`);
        const patch = textOf(facts.patch);
        const fault = (0,find_patch_fault/* findPatchFault */.k)(patch, changeset);
        if (fault !== null)
            return fault;
        promotions.push({ facts, changeset, patch });
    }
    return { master, promotions };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/publish/bundle/file-name.js
var file_name = __webpack_require__(7057);
;// CONCATENATED MODULE: ./lib/src/publish/bundle/read-bundle-folder.js
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
 * Reads the files of a folder that may be a bundle, as hostile data: no link is followed, nothing that is no regular
 * file is opened for more than a look, and sizes are held against the limits first. A folder that cannot be read throws
 * the system's error.
 */
async function readBundleFolder(folder) {
    const names = [];
    for (const entry of await (0,external_node_fs_promises_.readdir)(folder, { withFileTypes: true })) {
        const listed = await listNames(folder, entry);
        if (!Array.isArray(listed))
            return listed;
        names.push(...listed);
    }
    const found = [];
    for (const name of names) {
        const look = await lookAt(folder, name);
        if ("status" in look)
            return look;
        found.push(look);
    }
    const tooLarge = (0,check_sizes/* checkSizes */.r)(found);
    if (tooLarge !== null)
        return tooLarge;
    const files = new Map();
    for (const { name, sizeBytes } of found) {
        const bytes = await readWithin(external_node_path_.join(folder, name), sizeBytes);
        if (bytes === null)
            return (0,bundle_refusal/* refuseBundle */.j)("size", `${(0,bundle_refusal/* quote */.h)(name)} grew while it was read.`);
        files.set(name, bytes);
    }
    return { status: "read", files };
}
async function listNames(folder, entry) {
    if (!entry.isDirectory())
        return [entry.name];
    if ((0,file_name/* classifyName */.C)(`${entry.name}/`) !== "folder")
        return (0,bundle_refusal/* refuseBundle */.j)("entry-name", `${(0,bundle_refusal/* quote */.h)(entry.name)} is no folder of a bundle.`);
    return (await (0,external_node_fs_promises_.readdir)(external_node_path_.join(folder, entry.name))).map((name) => `${entry.name}/${name}`);
}
async function lookAt(folder, name) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const kind = (0,file_name/* classifyName */.C)(name);
        if (kind === null || kind === "folder")
            return (0,bundle_refusal/* refuseBundle */.j)("entry-name", `${(0,bundle_refusal/* quote */.h)(name)} is no name of a bundle's file.`);
        const file = await openUnfollowed(external_node_path_.join(folder, name));
        if (file === null)
            return (0,bundle_refusal/* refuseBundle */.j)("entry-kind", `${(0,bundle_refusal/* quote */.h)(name)} is a link.`);
        const opened = __addDisposableResource(env_1, file, true);
        const stats = await opened.stat();
        return stats.isFile()
            ? { name, sizeBytes: stats.size }
            : (0,bundle_refusal/* refuseBundle */.j)("entry-kind", `${(0,bundle_refusal/* quote */.h)(name)} is no regular file.`);
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
/** Without waiting for whoever writes into a pipe. Null for a link, or a socket. */
async function openUnfollowed(place) {
    try {
        return await (0,external_node_fs_promises_.open)(place, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (error) {
        const { code } = error;
        if (code === "ELOOP" || code === "ENXIO" || code === "EMLINK")
            return null;
        throw error;
    }
}
async function readWithin(place, sizeBytes) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_2, await (0,external_node_fs_promises_.open)(place, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK), true);
        const bytes = Buffer.alloc(sizeBytes + 1);
        let length = 0;
        while (length < bytes.length) {
            const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
            if (bytesRead === 0)
                break;
            length += bytesRead;
        }
        return length > sizeBytes ? null : bytes.subarray(0, length);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}

// EXTERNAL MODULE: ./lib/src/publish/bundle/zip/read-zip.js + 6 modules
var read_zip = __webpack_require__(3779);
;// CONCATENATED MODULE: ./lib/src/publish/bundle/read-bundle.js



/**
 * Reads a bundle as hostile data. What comes back as `read` is whole and well formed: every file is the one that the
 * manifest lists, every path is one that policy lets through. Whether it is the bundle that was waited for is
 * `checkBundle`'s matter, and what it claims is verify's. Throws the system's error where a folder cannot be read.
 */
async function readBundle(source) {
    const read = "zip" in source ? await (0,read_zip/* readZip */.u)(source.zip) : await readBundleFolder(source.folder);
    return read.status === "refused" ? read : await parseBundle(read.files);
}


/***/ }),

/***/ 3779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ readZip)
});

// EXTERNAL MODULE: ./lib/src/domain/bundle.js
var bundle = __webpack_require__(2339);
// EXTERNAL MODULE: ./lib/src/publish/bundle/bundle-refusal.js
var bundle_refusal = __webpack_require__(2806);
// EXTERNAL MODULE: ./lib/src/publish/bundle/check-sizes.js
var check_sizes = __webpack_require__(5568);
// EXTERNAL MODULE: ./lib/src/publish/bundle/file-name.js
var file_name = __webpack_require__(7057);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/src/publish/bundle/zip/inflate-entry.js



const inflate = (0,external_node_util_.promisify)(external_node_zlib_.inflateRaw);
/**
 * Unpacks an entry, and stops at the size that the directory tells: what is larger is refused, and so is what is
 * smaller, has bytes left over, or another checksum.
 */
async function inflateEntry(data, entry) {
    const { name, method, sizeBytes, crc } = entry;
    const bytes = method === "stored" ? data : await inflateWithin(data, sizeBytes);
    if (bytes === null || bytes.length !== sizeBytes)
        return (0,bundle_refusal/* refuseBundle */.j)("archive", `${(0,bundle_refusal/* quote */.h)(name)} does not unpack to the ${sizeBytes} bytes that it is said to have.`);
    return (0,external_node_zlib_.crc32)(bytes) === crc
        ? { status: "read", bytes }
        : (0,bundle_refusal/* refuseBundle */.j)("archive", `The checksum of ${(0,bundle_refusal/* quote */.h)(name)} does not fit.`);
}
async function inflateWithin(data, sizeBytes) {
    try {
        // A limit of 0 is not taken; the size is compared in any case.
        const { buffer, engine } = await inflate(data, { maxOutputLength: Math.max(1, sizeBytes), info: true });
        return engine.bytesWritten === data.length ? buffer : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/src/publish/bundle/zip/find-extra-fault.js
/** Times and owners, by Info-ZIP: the only extra fields that change nothing. Zip64, Unicode names and AES are others. */
const harmless = new Set([0x5455, 0x5855, 0x7855, 0x7875]);
/** What is wrong with the extra fields of an entry, to finish the sentence "<name> …"; null: nothing. Pure. */
function findExtraFault(extra) {
    let at = 0;
    while (at + 4 <= extra.length) {
        const id = extra.readUInt16LE(at);
        if (!harmless.has(id))
            return `has the extra field 0x${id.toString(16).padStart(4, "0")}, which is not taken`;
        at += 4 + extra.readUInt16LE(at + 2);
    }
    return at === extra.length ? null : "has extra fields that do not fit";
}

;// CONCATENATED MODULE: ./lib/src/publish/bundle/zip/zip-entry.js
/** Bits of an entry's flags: the sizes come after the data. */
const FLAG_DESCRIPTOR = 0x8;

;// CONCATENATED MODULE: ./lib/src/publish/bundle/zip/locate-entry.js



const headerBytes = 30;
const headerSignature = 0x04034b50;
const descriptorBytes = 16;
const descriptorSignature = 0x08074b50;
/**
 * Finds the data of an entry, whose local header has to be at `at` and to say what the central directory says: a reader
 * that goes by the one and a reader that goes by the other see the same. `end`: where the entries end. Pure.
 */
function locateEntry(zip, entry, { at, end }) {
    const { name, flags, packedBytes } = entry;
    const odd = (what) => (0,bundle_refusal/* refuseBundle */.j)("archive", `${(0,bundle_refusal/* quote */.h)(name)} ${what}.`);
    if (entry.offset !== at)
        return odd("overlaps another entry, or has bytes before it that belong to none");
    if (at + headerBytes > end || zip.readUInt32LE(at) !== headerSignature)
        return odd("has no header of its own");
    const nameEnd = at + headerBytes + zip.readUInt16LE(at + 26);
    const dataAt = nameEnd + zip.readUInt16LE(at + 28);
    const hasDescriptor = (flags & FLAG_DESCRIPTOR) !== 0;
    const next = dataAt + packedBytes + (hasDescriptor ? descriptorBytes : 0);
    if (next > end)
        return odd("is cut off");
    const extraFault = findExtraFault(zip.subarray(nameEnd, dataAt));
    if (extraFault !== null)
        return odd(extraFault);
    const isSame = zip.toString("latin1", at + headerBytes, nameEnd) === name &&
        zip.readUInt16LE(at + 6) === flags &&
        zip.readUInt16LE(at + 8) === (entry.method === "stored" ? 0 : 8) &&
        hasSameSizes(zip, at + 14, entry, hasDescriptor);
    if (!isSame)
        return odd("is told in two ways");
    const descriptorAt = dataAt + packedBytes;
    if (hasDescriptor) {
        const isDescriptor = zip.readUInt32LE(descriptorAt) === descriptorSignature;
        if (!isDescriptor || !hasSameSizes(zip, descriptorAt + 4, entry, false))
            return odd("is told in two ways");
    }
    return { status: "located", data: zip.subarray(dataAt, descriptorAt), next };
}
/** Checksum, packed size, size; each may be zero where they come after the data. */
function hasSameSizes(zip, at, { crc, packedBytes, sizeBytes }, mayBeZero) {
    return [crc, packedBytes, sizeBytes].every((value, index) => {
        const told = zip.readUInt32LE(at + 4 * index);
        return told === value || (mayBeZero && told === 0);
    });
}

;// CONCATENATED MODULE: ./lib/src/publish/bundle/zip/read-directory-entry.js



const read_directory_entry_headerBytes = 46;
const signature = 0x02014b50;
/** How well it was deflated (bits 1, 2), sizes behind the data, names in UTF-8. All others change what is read. */
const harmlessFlags = 0x2 | 0x4 | FLAG_DESCRIPTOR | 0x800;
const zip64Mark = 0xffffffff;
const typeMask = 0xf000;
const regularFile = 0x8000;
const folder = 0x4000;
const dosFolder = 0x10;
/** Reads the entry of the central directory at `at`; the directory ends at `end`. Pure. */
function readDirectoryEntry(zip, { at, end, classify }) {
    if (at + read_directory_entry_headerBytes > end || zip.readUInt32LE(at) !== signature)
        return (0,bundle_refusal/* refuseBundle */.j)("archive", "Its central directory is damaged.");
    const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)];
    const [packedBytes, sizeBytes] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    const [nameBytes, extraBytes] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
    const [commentBytes, disk] = [zip.readUInt16LE(at + 32), zip.readUInt16LE(at + 34)];
    const [attributes, offset] = [zip.readUInt32LE(at + 38), zip.readUInt32LE(at + 42)];
    const extraAt = at + read_directory_entry_headerBytes + nameBytes;
    const next = extraAt + extraBytes + commentBytes;
    if (next > end)
        return (0,bundle_refusal/* refuseBundle */.j)("archive", "Its central directory is damaged.");
    const name = zip.toString("latin1", at + read_directory_entry_headerBytes, extraAt);
    const kind = classify(name);
    if (kind === null)
        return (0,bundle_refusal/* refuseBundle */.j)("entry-name", `${(0,bundle_refusal/* quote */.h)(name)} is no name of a bundle's file.`);
    const isFolder = kind === "folder";
    if ((flags & ~harmlessFlags) !== 0)
        return (0,bundle_refusal/* refuseBundle */.j)("archive", `${(0,bundle_refusal/* quote */.h)(name)} is encrypted, or packed in a way that is not read here.`);
    if (method !== 0 && method !== 8)
        return (0,bundle_refusal/* refuseBundle */.j)("archive", `${(0,bundle_refusal/* quote */.h)(name)} is packed by method ${method}; deflate is the only one read.`);
    if ([packedBytes, sizeBytes, offset].includes(zip64Mark) || disk !== 0 || commentBytes !== 0)
        return (0,bundle_refusal/* refuseBundle */.j)("archive", `${(0,bundle_refusal/* quote */.h)(name)} uses zip64, another disk or a comment.`);
    const extraFault = findExtraFault(zip.subarray(extraAt, extraAt + extraBytes));
    if (extraFault !== null)
        return (0,bundle_refusal/* refuseBundle */.j)("archive", `${(0,bundle_refusal/* quote */.h)(name)} ${extraFault}.`);
    const type = (attributes >>> 16) & typeMask;
    const isFile = (type === 0 || type === regularFile) && (attributes & dosFolder) === 0;
    if (isFolder ? type !== 0 && type !== folder : !isFile)
        return (0,bundle_refusal/* refuseBundle */.j)("entry-kind", `${(0,bundle_refusal/* quote */.h)(name)} is a link, a folder or a device.`);
    if (isFolder && (sizeBytes !== 0 || packedBytes > 2))
        return (0,bundle_refusal/* refuseBundle */.j)("entry-kind", `${(0,bundle_refusal/* quote */.h)(name)} is a folder with content.`);
    const crc = zip.readUInt32LE(at + 16);
    const packing = method === 0 ? "stored" : "deflated";
    return {
        status: "read",
        entry: { name, isFolder, flags, method: packing, crc, packedBytes, sizeBytes, offset },
        next,
    };
}

;// CONCATENATED MODULE: ./lib/src/publish/bundle/zip/read-zip-directory.js



const endBytes = 22;
const endSignature = 0x06054b50;
/** Below this a high ratio does no harm, and a journal that repeats itself is no bomb. */
const ratioFreeBytes = 8 * 1024 * 1024;
/**
 * Reads the central directory of a zip (APPNOTE 6.3.10, 4.3.12 and 4.3.16). Strict: one disk, no zip64, no comment, and
 * not a byte between the directory and the end, so that no two readers can see two archives in one. Pure.
 */
function readZipDirectory(zip, classify) {
    const end = zip.length - endBytes;
    if (end < 0 || zip.readUInt32LE(end) !== endSignature)
        return (0,bundle_refusal/* refuseBundle */.j)("archive", "It is no zip, is cut off, or has bytes after its end.");
    const [disk, startDisk, here] = [end + 4, end + 6, end + 8].map((at) => zip.readUInt16LE(at));
    const count = zip.readUInt16LE(end + 10);
    const [sizeBytes, start] = [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)];
    if (disk !== 0 || startDisk !== 0 || here !== count || count === 0xffff || zip.readUInt16LE(end + 20) !== 0)
        return (0,bundle_refusal/* refuseBundle */.j)("archive", "It has several disks, is a zip64, or has a comment.");
    if (start + sizeBytes !== end)
        return (0,bundle_refusal/* refuseBundle */.j)("archive", "Its central directory is not where its end says.");
    if (count > bundle/* bundleLimits */.x0.parts + bundle/* bundleLimits */.x0.promotions + 3)
        return (0,bundle_refusal/* refuseBundle */.j)("entry-count", `It holds ${count} entries.`);
    const entries = [];
    const names = new Set();
    let at = start;
    for (let index = 0; index < count; index += 1) {
        const read = readDirectoryEntry(zip, { at, end, classify });
        if (read.status === "refused")
            return read;
        const { entry } = read;
        if (names.has(entry.name))
            return (0,bundle_refusal/* refuseBundle */.j)("entry-name", `${(0,bundle_refusal/* quote */.h)(entry.name)} is there twice.`);
        names.add(entry.name);
        entries.push(entry);
        at = read.next;
    }
    if (at !== end)
        return (0,bundle_refusal/* refuseBundle */.j)("archive", "Its central directory holds more than its end counts.");
    return findRatioFault(entries, zip.length) ?? { status: "read", entries, start };
}
function findRatioFault(entries, zipBytes) {
    const totalBytes = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    if (totalBytes > ratioFreeBytes && totalBytes > zipBytes * bundle/* bundleLimits */.x0.ratio)
        return (0,bundle_refusal/* refuseBundle */.j)("ratio", `It unpacks from ${zipBytes} to ${totalBytes} bytes.`);
    const bomb = entries.find(({ sizeBytes, packedBytes }) => sizeBytes > ratioFreeBytes && sizeBytes > packedBytes * bundle/* bundleLimits */.x0.ratio);
    return bomb === undefined
        ? null
        : (0,bundle_refusal/* refuseBundle */.j)("ratio", `${(0,bundle_refusal/* quote */.h)(bomb.name)} unpacks from ${bomb.packedBytes} to ${bomb.sizeBytes} bytes.`);
}

;// CONCATENATED MODULE: ./lib/src/publish/bundle/zip/read-zip.js







/**
 * Reads the files of a zip as hostile data: nothing is written to the disk, names are compared and never followed, sizes
 * are held against the limits before anything is unpacked, and entries stand one behind the other from the first byte to
 * the central directory. `classify` says which names may be there: those of a bundle by default.
 */
async function readZip(zip, classify = file_name/* classifyName */.C) {
    if (zip.length > bundle/* bundleLimits */.x0.totalBytes)
        return (0,bundle_refusal/* refuseBundle */.j)("size", `The zip has ${zip.length} bytes, more than ${bundle/* bundleLimits */.x0.totalBytes}.`);
    const directory = readZipDirectory(zip, classify);
    if (directory.status === "refused")
        return directory;
    const { entries, start } = directory;
    const tooLarge = (0,check_sizes/* checkSizes */.r)(entries, classify);
    if (tooLarge !== null)
        return tooLarge;
    const files = new Map();
    let at = 0;
    for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
        const place = locateEntry(zip, entry, { at, end: start });
        if (place.status === "refused")
            return place;
        at = place.next;
        const read = await inflateEntry(place.data, entry);
        if (read.status === "refused")
            return read;
        if (!entry.isFolder)
            files.set(entry.name, read.bytes);
    }
    return at === start
        ? { status: "read", files }
        : (0,bundle_refusal/* refuseBundle */.j)("archive", "It has bytes before its central directory that belong to no entry.");
}


/***/ })

};
