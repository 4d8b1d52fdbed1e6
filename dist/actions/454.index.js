export const id = 454;
export const ids = [454];
export const modules = {

/***/ 409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ buildAvoidedLesson),
/* harmony export */   Sy: () => (/* binding */ buildDeniedLesson),
/* harmony export */   T8: () => (/* binding */ buildPatternLesson),
/* harmony export */   Wr: () => (/* binding */ buildSuggestedLesson),
/* harmony export */   sO: () => (/* binding */ buildExhaustedLesson),
/* harmony export */   w_: () => (/* binding */ buildRolledBackLesson)
/* harmony export */ });
/* unused harmony export buildForgottenLesson */
/* harmony import */ var _domain_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(499);
/* harmony import */ var _lesson_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5356);


/** Diffs beyond this many characters are cut in the record; the key is of the whole. */
const maxDiffLength = 16_384;
/** The lesson of a candidate that full gates refused on their evidence. Pure. */
function buildAvoidedLesson(input) {
    const { proposed, judged } = input;
    const key = (0,_lesson_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .avoidedKey */ .oU)({ signature: input.item.signature, diff: proposed.diff });
    const text = `"${proposed.summary}" does not mend ${input.item.title}: ${judged.reason}`;
    return {
        ...describeSource(input, "avoided", key, proposed.files, text),
        kind: "avoided",
        key,
        rule: judged.rule,
        diff: cut(proposed.diff),
    };
}
/** The lesson of what one rule denied in a candidate: its first denial, and how many more there were. Pure. */
function buildDeniedLesson(input) {
    const { proposed, denials } = input;
    const [{ rule, file, line, reason }, ...others] = denials;
    const key = (0,_lesson_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .deniedKey */ .Lt)({ rule, diff: proposed.diff });
    const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
    const text = `"${proposed.summary}" was denied by ${rule}: ${reason}${more}`;
    return {
        ...describeSource(input, "denied", key, proposed.files, text),
        kind: "denied",
        key,
        rule,
        file,
        line,
        reason,
        diff: cut(proposed.diff),
    };
}
/** The lesson that a brain knows no more on an item while its suspects stay as they are. Pure. */
function buildExhaustedLesson(input) {
    const { item, brain, suspects, candidates } = input;
    const key = (0,_lesson_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .exhaustedKey */ .j8)({ item: item.id, brain, suspects });
    const text = `${candidates} candidates were tried on ${item.title}, and none mended it.`;
    return {
        ...describeSource(input, "exhausted", key, suspects, text),
        kind: "exhausted",
        key,
        candidates,
    };
}
/** The lesson that a fix waits for a person, and is not to be found again while the files that it edits stay. Pure. */
function buildSuggestedLesson(input) {
    const { proposed, item } = input;
    const { brain, confidence } = input.suggested;
    const { files, origin, diff } = proposed;
    const key = (0,_lesson_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestedKey */ .Vt)({ item: item.id, brain, files });
    const text = `"${proposed.summary}" is a suggestion for ${item.title}: every gate lets it through, and ${confidence.reason}.`;
    return {
        ...describeSource(input, "suggested", key, files, text),
        ...{ kind: "suggested", key, brain, origin, confidence, diff: cut(diff) },
    };
}
/** The lesson of what worked. Pure. */
function buildPatternLesson(input) {
    const { proposed, commit, item } = input;
    const key = (0,_domain_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .b)("pattern", item.signature, (0,_lesson_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .avoidedKey */ .oU)({ signature: "", diff: proposed.diff }));
    const text = `"${proposed.summary}" mended ${item.title}.`;
    return {
        ...describeSource(input, "pattern", key, proposed.files, text),
        kind: "pattern",
        key,
        origin: proposed.origin,
        diff: cut(proposed.diff),
        commit,
    };
}
/** The lesson of a person who rolled a promotion back: its approach is avoided while the code is as it was before. Pure. */
function buildRolledBackLesson(pattern, { at }) {
    const { campaign, cycle, item, diff, files } = pattern;
    const key = (0,_lesson_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .avoidedKey */ .oU)({ signature: item.signature, diff });
    const text = `A person rolled back commit ${pattern.commit.slice(0, 12)}, which was to mend ${item.title}.`;
    return {
        ...describeSource({ campaign, cycle, at, item }, "avoided", key, files, text),
        kind: "avoided",
        trust: "person",
        key,
        rule: "rolled-back",
        diff,
    };
}
/** The record that a lesson no longer holds; `by` says who said so. Pure. */
function buildForgottenLesson(input) {
    return { kind: "forgotten", id: digest("forgotten", input.lesson, input.at), ...input };
}
function describeSource({ campaign, cycle, at, item: { id, kind, title, signature } }, lessonKind, key, files, text) {
    return {
        id: (0,_lesson_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .lessonId */ .Sq)(lessonKind, key, files),
        campaign,
        cycle,
        at,
        trust: "gates",
        item: { id, kind, title, signature },
        text,
        files: files.map(({ path, blob }) => ({ path, blob })),
    };
}
function cut(diff) {
    return diff.length <= maxDiffLength ? diff : `${diff.slice(0, maxDiffLength).toWellFormed()}\n[cut]\n`;
}


/***/ }),

/***/ 5739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ findEditKinds)
/* harmony export */ });
/* harmony import */ var _list_hunks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4462);

const comment = /^\s*(\/\/|\/\*|\*|#(?!!)|"""|''')/;
const importing = /^\s*(import\b|from\s+\S+\s+import\b|export\s.*\bfrom\s*["']|(const|let|var)\s.*=\s*require\()/;
const typing = /^\s*(export\s+)?(declare\s+)?(interface|type)\s+[A-Z_$]|^\s*(export\s+)?(async\s+)?(function|def)\b.*(:\s*[A-Za-z_$]|->)/;
const branching = /\b(if|elif|while|until|unless|case|assert)\b|&&|\|\||\?\?|\?[^.:]*:|\b(and|or|not)\b/;
const defining = /^\s*(export\s+)?(default\s+)?(async\s+)?(function|def|class)\b|^\s*(const|let)\s+\w+\s*=.*=>/;
const token = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[A-Za-z_$][\w$]*|\d[\w.]*|[<>=!&|+*/%?-]+|[^\s\w]/g;
const comparing = /^([<>]=?|[!=]==?|!|is|in|not)$/;
const literal = /^["'`\d]|^(true|false|null|undefined|None|True|False)$/;
/**
 * The kinds of edit in a unified diff, each once and sorted. It looks at the tokens by which removed and added lines
 * differ, line by line, and at the words of these lines; it parses nothing, so it is a rough sorting and no proof. Pure.
 */
function findEditKinds(diff) {
    const kinds = new Set((0,_list_hunks_js__WEBPACK_IMPORTED_MODULE_0__/* .listHunks */ .s)(diff).flatMap(listRuns).flatMap(sortRun));
    return [...kinds].toSorted();
}
/** Neighbouring lines that are removed or added, without empty ones. */
function listRuns({ lines }) {
    const runs = [];
    let isOpen = false;
    for (const line of lines) {
        const sign = line[0];
        if (sign !== "-" && sign !== "+") {
            if (sign !== "\\")
                isOpen = false;
            continue;
        }
        if (!isOpen)
            runs.push({ removed: [], added: [] });
        isOpen = true;
        const text = line.slice(1);
        if (text.trim() !== "")
            runs.at(-1)?.[sign === "-" ? "removed" : "added"].push(text);
    }
    return runs;
}
function sortRun({ removed, added }) {
    const pairs = Math.min(removed.length, added.length);
    const changed = added.slice(0, pairs).map((after, at) => sortChange(removed[at] ?? "", after));
    const more = added.slice(pairs).map((line) => sortLine(line, "statement-added"));
    const fewer = removed.slice(pairs).map((line) => sortLine(line, "statement-removed"));
    return [...changed, ...more, ...fewer].flatMap((kind) => (kind === null ? [] : [kind]));
}
function sortLine(line, otherwise) {
    if (comment.test(line))
        return "comment";
    if (importing.test(line))
        return "import";
    if (otherwise === "statement-added" && defining.test(line))
        return "function-added";
    // A bracket alone belongs to the statement around it.
    return /[\w"'`]/.test(line) ? otherwise : null;
}
function sortChange(before, after) {
    if (comment.test(before) && comment.test(after))
        return "comment";
    if (importing.test(before) || importing.test(after))
        return "import";
    const [old, now, next] = cutCommon(before.match(token) ?? [], after.match(token) ?? []);
    const differing = [...old, ...now];
    if (differing.length === 0)
        return null;
    if (typing.test(before) && typing.test(after) && !branching.test(after))
        return "type";
    if (branching.test(before) || branching.test(after) || differing.every((part) => comparing.test(part)))
        return "condition";
    if (differing.every((part) => literal.test(part)))
        return "constant";
    if (/^(await|\.|\(|\))$/.test(now[0] ?? "") || next === "(" || now.includes("("))
        return "call";
    return "other";
}
/** The tokens by which two lines differ, and the first one behind them. */
function cutCommon(before, after) {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before[start] === after[start])
        start += 1;
    let end = 0;
    while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end))
        end += 1;
    const stop = after.length - end;
    return [before.slice(start, before.length - end), after.slice(start, stop), after[stop]];
}


/***/ }),

/***/ 8805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ neutralizeReferences)
/* harmony export */ });
/** What a host of repositories acts on in plain text: mentions, numbers of issues, and words that skip checks. */
const mention = /(^|\W)@(?=[A-Za-z0-9])/g;
const number = /(#|\bGH-)(?=\d)/gi;
/** Of an issue or the like: "closes" in front of one closes it, too. */
const link = /\b(https?):\/\/(?=\S{1,200}?\/(?:issues|pull|discussions)\/\d)/gi;
const skip = /\[(?=(?:skip ci|ci skip|no ci|skip actions|actions skip)\])/gi;
/** A trailer is one only at the start of a line. */
const trailer = /^(?=(?:[A-Za-z][\w-]*-by|skip-checks|Nightshift-[\w-]+):)/gim;
/**
 * Text that a stranger had a part in, for commit messages: there nothing escapes Markdown, and GitHub notifies whom
 * `@name` names, closes what "Fixes #1" names, and runs no checks for `[skip ci]`. A space parts the signs, which stay
 * readable. Pure.
 */
function neutralizeReferences(text) {
    return text
        .replace(mention, "$1@ ")
        .replace(number, "$1 ")
        .replace(link, "$1: //")
        .replace(skip, "[ ")
        .replace(trailer, " ");
}


/***/ }),

/***/ 7777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ renderCommitMessage)
/* harmony export */ });
const maxSubjectLength = 72;
/**
 * A commit message: one line of at most 72 characters, a body, and a last paragraph of trailers that nothing in the
 * other two can add to (`man git-interpret-trailers`). Control characters become spaces.
 */
function renderCommitMessage({ subject, body, trailers, }) {
    const lines = Object.entries(trailers).map(([name, value]) => `${name}: ${flatten(value)}`);
    const text = body.replace(/\r\n?/g, "\n").split("\n").map(dropControls).join("\n").trim();
    return [shorten(flatten(subject)), text, lines.join("\n")].filter((part) => part !== "").join("\n\n");
}
function dropControls(line) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a commit object ends at a NUL, and a terminal obeys the rest.
    return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ").trimEnd();
}
function flatten(text) {
    return dropControls(text).replace(/\s+/g, " ").trim();
}
function shorten(subject) {
    const characters = [...subject];
    return characters.length <= maxSubjectLength
        ? subject
        : `${characters
            .slice(0, maxSubjectLength - 1)
            .join("")
            .trimEnd()}\u2026`;
}


/***/ }),

/***/ 7454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPublishJob: () => (/* binding */ runPublishJob)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/adapters/clock.js
var adapters_clock = __webpack_require__(6961);
// EXTERNAL MODULE: ./lib/src/domain/errors.js
var domain_errors = __webpack_require__(4376);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/src/adapters/sleep.js

/** More does not fit into a timer. */
const MAX_TIMER_MS = 2 ** 31 - 1;
/** Resolves after that long, or as soon as the signal is aborted. Never rejects. */
async function sleep_sleep(ms, signal) {
    try {
        await (0,external_node_timers_promises_.setTimeout)(Math.min(Math.max(0, ms), MAX_TIMER_MS), undefined, signal === undefined ? {} : { signal });
    }
    catch {
        // Only the signal ends it early.
    }
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/api-pace.js

/** A pace that knows nothing yet of the quota. */
function createApiPace({ reserve, spreadBelow, maxSpreadMs, maxPauseMs }, { clock, sleep }) {
    let quota = null;
    let pausedUntilMs = 0;
    function findWait(nowMs) {
        const paused = Math.max(0, pausedUntilMs - nowMs);
        if (paused > maxPauseMs)
            throw limited(`GitHub asked for a pause until ${toIso(pausedUntilMs)}`);
        if (quota === null || quota.resetMs <= nowMs)
            return paused;
        const { limit, remaining, resetMs } = quota;
        // A small quota is not all reserve.
        const kept = Math.min(reserve, limit / 2);
        if (remaining <= kept) {
            throw limited(`${remaining} of ${limit} calls are left until ${toIso(resetMs)}`);
        }
        if (remaining > limit * spreadBelow)
            return paused;
        const share = (resetMs - nowMs) / (remaining - kept);
        return Math.max(paused, Math.min(share, maxSpreadMs));
    }
    return {
        async wait() {
            const ms = findWait(Date.parse(clock.now()));
            if (ms > 0)
                await sleep(ms);
            // Several calls may have waited side by side: what is left is theirs together.
            if (quota !== null)
                quota = { ...quota, remaining: quota.remaining - 1 };
        },
        note(headers) {
            const resource = headers["x-ratelimit-resource"];
            const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) => Number(headers[`x-ratelimit-${name}`] ?? Number.NaN));
            if (resource !== undefined && resource !== "core")
                return;
            if (limit === undefined || remaining === undefined || reset === undefined)
                return;
            if (![limit, remaining, reset].every((value) => Number.isFinite(value) && value >= 0))
                return;
            quota = { limit, remaining, resetMs: reset * 1_000 };
        },
        pause(ms) {
            pausedUntilMs = Math.max(pausedUntilMs, Date.parse(clock.now()) + ms);
        },
        remaining: () => (quota === null ? null : Math.max(0, quota.remaining)),
    };
}
function toIso(ms) {
    return new Date(Math.min(ms, 8.64e15)).toISOString();
}
function limited(reason) {
    return new domain_errors/* NightshiftError */.nc({
        code: "GITHUB_RATE_LIMITED",
        message: `No more calls are made for now: ${reason}.`,
        hint: "What is done stays done; run it again after that time and it goes on from there.",
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/src/adapters/github/github-fetch.js
/** Thrown for what no repetition mends: a redirect to elsewhere, a body that is too large. */
class FetchRefusedError extends Error {
    name = "FetchRefusedError";
}
const maxRedirects = 3;
const redirects = [301, 302, 303, 307, 308];
/**
 * A `fetch` for GitHub's API. It reads the whole body before it resolves, so that a cut answer and a slow one fail here;
 * reads at most `maxBytes`; and follows redirects to the same origin alone (a renamed repository answers with its id),
 * since the token must not be handed on. A write is followed only where the redirect keeps its method.
 * @throws FetchRefusedError
 */
function createGitHubFetch({ timeoutMs, maxBytes }) {
    return async (input, init) => {
        let url = new URL(String(input instanceof Request ? input.url : input));
        const signal = AbortSignal.timeout(timeoutMs);
        for (let hops = 0;; hops += 1) {
            const response = await fetch(url, { ...init, redirect: "manual", signal });
            const location = response.headers.get("location");
            const isRead = init?.method === undefined || init.method === "GET" || init.method === "HEAD";
            const target = redirects.includes(response.status) && location !== null ? new URL(location, url) : null;
            if (target === null || init?.redirect === "manual")
                return readResponse(response, maxBytes);
            await response.body?.cancel();
            if (target.origin !== url.origin) {
                throw new FetchRefusedError(`a redirect to another host, ${target.host}`);
            }
            if (!isRead && response.status !== 307 && response.status !== 308) {
                throw new FetchRefusedError(`a redirect (${response.status}) that would change the request's method`);
            }
            if (hops === maxRedirects)
                throw new FetchRefusedError(`more than ${maxRedirects} redirects`);
            url = target;
        }
    };
}
async function readResponse(response, maxBytes) {
    const chunks = [];
    let size = 0;
    if (Number(response.headers.get("content-length")) > maxBytes) {
        await response.body?.cancel();
        throw new FetchRefusedError(`a body of more than ${maxBytes} bytes`);
    }
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        // Leaving the loop cancels the stream, and with it the connection.
        if (size > maxBytes)
            throw new FetchRefusedError(`a body of more than ${maxBytes} bytes`);
        chunks.push(chunk);
    }
    const { status, statusText } = response;
    const headers = new Headers(response.headers);
    // The body is decoded by now, and as long as it is.
    for (const name of ["content-encoding", "content-length", "transfer-encoding"])
        headers.delete(name);
    const isNull = [204, 205, 304].includes(status);
    return new Response(isNull ? null : Buffer.concat(chunks), { status, statusText, headers });
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/download-redirected.js

/**
 * The bytes behind a link that GitHub handed out: signed by itself, so that no token goes along, and none of our
 * headers. The storage is another host as a rule. `isSecure` refuses all but https.
 * @throws FetchRefusedError for another scheme, a body beyond `maxBytes`, or a refusal; Error where the storage failed.
 */
async function downloadRedirected(url, bounds) {
    const { isSecure, ...limits } = bounds;
    if (url.protocol !== "https:" && (isSecure || url.protocol !== "http:")) {
        throw new FetchRefusedError(`a link to ${url.protocol}//${url.host}`);
    }
    const response = await createGitHubFetch(limits)(url, { headers: { "user-agent": "nightshift" } });
    if (response.status >= 500)
        throw new Error(`status ${response.status} from ${url.host}`);
    // The link carries a signature: its query is not for logs.
    if (response.status !== 200)
        throw new FetchRefusedError(`status ${response.status} from ${url.host}`);
    return Buffer.from(await response.arrayBuffer());
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/failed-answer.js
/** What a thrown error of octokit holds. Pure. */
function readFailedAnswer(error) {
    const { status, message, response, request } = error;
    return {
        httpStatus: response === undefined ? null : readStatus(status, message),
        message: readWords(response?.data) ?? String(message ?? error),
        headers: (response?.headers ?? {}),
        isSignIn: /\/app\/installations\/\d+\/access_tokens$/.test(String(request?.url)),
    };
}
/** octokit says 500 where no answer came, and throws GraphQL's own limit without a status. */
function readStatus(status, message) {
    if (typeof status === "number")
        return status;
    return /rate limit/i.test(String(message)) ? 429 : null;
}
function readWords(data) {
    const { message, errors } = (data ?? {});
    if (typeof message !== "string")
        return null;
    const details = Array.isArray(errors) ? errors.map(describeDetail) : [];
    return [message, ...details].join("; ");
}
function describeDetail(detail) {
    if (typeof detail === "string")
        return detail;
    const { message, resource, field, code } = (detail ?? {});
    return typeof message === "string" ? message : [resource, field, code].filter(Boolean).join(" ");
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/describe-permissions.js
/** A need in words: "contents: write", sets joined by "or". Pure. */
function describeNeed(need) {
    const sets = need.map((set) => Object.entries(set)
        .map(([name, level]) => `${name}: ${level}`)
        .join(" and "));
    const known = sets.filter((set) => set !== "");
    return known.length === 0 ? "no permission beyond being valid" : known.join(" or ");
}
/**
 * GitHub's `x-accepted-github-permissions` in words, or null: `a=write,b=read; c=write`, where a semicolon parts
 * alternatives. Pure.
 */
function describeAccepted(header) {
    if (typeof header !== "string" || !/^[\w=,; ]{1,500}$/.test(header) || !header.includes("="))
        return null;
    return header
        .split(";")
        .map((set) => set
        .split(",")
        .map((part) => part.trim().replace("=", ": "))
        .filter((part) => part !== "")
        .join(" and "))
        .filter((set) => set !== "")
        .join(" or ");
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/permissions.js
const readContents = [{ contents: "read" }];
const writeContents = [{ contents: "write" }];
const readActions = [{ actions: "read" }];
const readIssues = [{ issues: "read" }, { pull_requests: "read" }];
const writeIssues = [{ issues: "write" }, { pull_requests: "write" }];
/**
 * Every request that the adapter can make, with the permissions that it needs. Sets are alternatives. Source: GitHub's
 * "Permissions required for GitHub Apps"; for the one mutation, what GitHub answers to a token without them
 * (github.com/cli/cli/issues/8910).
 */
const githubRoutes = {
    "GET /rate_limit": [{}],
    "GET /repos/{owner}/{repo}": [{ metadata: "read" }],
    "GET /repos/{owner}/{repo}/collaborators/{username}/permission": [{ metadata: "read" }],
    "GET /repos/{owner}/{repo}/git/ref/{ref}": readContents,
    "GET /repos/{owner}/{repo}/git/matching-refs/{ref}": readContents,
    "GET /repos/{owner}/{repo}/git/commits/{commit_sha}": readContents,
    "GET /repos/{owner}/{repo}/git/trees/{tree_sha}": readContents,
    "GET /repos/{owner}/{repo}/git/blobs/{file_sha}": readContents,
    "GET /repos/{owner}/{repo}/contents/{path}": readContents,
    "POST /repos/{owner}/{repo}/git/refs": writeContents,
    "PATCH /repos/{owner}/{repo}/git/refs/{ref}": writeContents,
    "DELETE /repos/{owner}/{repo}/git/refs/{ref}": writeContents,
    "POST /repos/{owner}/{repo}/git/blobs": writeContents,
    "POST /repos/{owner}/{repo}/git/trees": writeContents,
    "POST /repos/{owner}/{repo}/git/commits": writeContents,
    "GET /repos/{owner}/{repo}/pulls": [{ pull_requests: "read" }],
    "GET /repos/{owner}/{repo}/pulls/{pull_number}": [{ pull_requests: "read" }],
    "POST /repos/{owner}/{repo}/pulls": [{ pull_requests: "write" }],
    "PATCH /repos/{owner}/{repo}/pulls/{pull_number}": [{ pull_requests: "write" }],
    "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge": writeContents,
    "POST /graphql": [{ pull_requests: "write", contents: "write" }],
    "GET /repos/{owner}/{repo}/issues": [{ issues: "read" }],
    "GET /repos/{owner}/{repo}/issues/{issue_number}": readIssues,
    "POST /repos/{owner}/{repo}/issues": [{ issues: "write" }],
    "PATCH /repos/{owner}/{repo}/issues/{issue_number}": writeIssues,
    "GET /repos/{owner}/{repo}/issues/{issue_number}/comments": readIssues,
    "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": writeIssues,
    "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}": writeIssues,
    "POST /repos/{owner}/{repo}/issues/{issue_number}/labels": writeIssues,
    "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}": writeIssues,
    "GET /repos/{owner}/{repo}/labels/{name}": readIssues,
    "POST /repos/{owner}/{repo}/labels": writeIssues,
    "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions": writeIssues,
    "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches": [{ actions: "write" }],
    "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs": readActions,
    "GET /repos/{owner}/{repo}/actions/runs/{run_id}": readActions,
    "POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel": [{ actions: "write" }],
    "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts": readActions,
    "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}": readActions,
};

;// CONCATENATED MODULE: ./lib/src/adapters/github/to-github-error.js



/** Longer reasons are cut. */
const maxReason = 400;
/** GitHub's words on one line, cut, without signs that steer a terminal. Pure. */
function tidyReason(message) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs to be taken out
    const line = message.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
    return line.length > maxReason ? `${line.slice(0, maxReason)}…` : line;
}
/** The error for a failed request, with what to do about it. Pure. */
function toGitHubError(route, repository, { httpStatus, message, headers, isSignIn }, cause) {
    const reason = tidyReason(message);
    const what = `${route.replaceAll(/\{owner\}\/\{repo\}/g, repository)}: ${reason}`;
    const { code, hint } = explain(route, { httpStatus, message: reason, headers, isSignIn });
    return new domain_errors/* NightshiftError */.nc({
        code,
        message: `GitHub ${httpStatus === null ? "gave no answer to" : `answered ${httpStatus} to`} ${what}`,
        hint,
        cause,
    });
}
function explain(route, answer) {
    const { httpStatus, message, headers } = answer;
    const need = describeAccepted(headers["x-accepted-github-permissions"]) ?? describeNeed(githubRoutes[route]);
    if (httpStatus === null || httpStatus >= 500) {
        return {
            code: "GITHUB_UNAVAILABLE",
            hint: "Run it again later: it looks at what is done already. https://www.githubstatus.com tells of outages.",
        };
    }
    if (isRateLimit(answer)) {
        return {
            code: "GITHUB_RATE_LIMITED",
            hint: "What is done stays done; run it again when the quota is renewed, at most an hour from now.",
        };
    }
    if (answer.isSignIn) {
        return {
            code: "GITHUB_UNAUTHORIZED",
            hint: "The App could not sign in: its id, its key and the installation's id have to belong together, and the installation must not be suspended.",
        };
    }
    switch (httpStatus) {
        case 401:
            return {
                code: "GITHUB_UNAUTHORIZED",
                hint: "The token is wrong, expired or revoked, or the App's key or id is: give a valid one.",
            };
        case 403:
            return { code: "GITHUB_FORBIDDEN", hint: explainForbidden(message, need) };
        case 404:
            return {
                code: "GITHUB_NOT_FOUND",
                hint: `Check the name. GitHub says so too to a token that may not see it; this one needs ${need}.`,
            };
        case 410:
            return {
                code: "GITHUB_NOT_FOUND",
                hint: "It was there once, or the feature is switched off in the repository's settings.",
            };
        default:
            return { code: "GITHUB_INVALID", hint: "GitHub's own words say what it did not take." };
    }
}
/** Whether GitHub refused for the number of calls. Pure. */
function isRateLimit({ httpStatus, message, headers, }) {
    if (httpStatus === 429)
        return true;
    return (httpStatus === 403 &&
        (headers["x-ratelimit-remaining"] === "0" ||
            headers["retry-after"] !== undefined ||
            /rate limit|abuse detection/i.test(message)));
}
function explainForbidden(message, need) {
    if (/archived/i.test(message))
        return "The repository is archived: nobody writes to it until it is unarchived.";
    if (/not permitted to create or approve pull requests/i.test(message)) {
        return "Settings, Actions, General, Workflow permissions: allow GitHub Actions to create and approve pull requests.";
    }
    if (/SAML|SSO/i.test(message))
        return "Authorise the token for the organisation's single sign-on.";
    if (/IP allow list/i.test(message))
        return "The organisation's IP allow list has to hold this machine's address.";
    return `The token needs ${need}: in a workflow beneath \`permissions:\`, for an App in its settings (and accepted by the repository's owner).`;
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/write-gap.js
/**
 * Holds tasks apart by a gap, one after the other, in the form in which octokit's throttling takes it. Its own are
 * shared by all clients of a process and cannot be set.
 */
function createWriteGap(gapMs, { elapsedMs, sleep }) {
    let free = Number.NEGATIVE_INFINITY;
    return {
        key: () => ({
            async schedule(_options, task) {
                const now = elapsedMs();
                const at = Math.max(now, free);
                free = at + gapMs;
                if (at > now)
                    await sleep(at - now);
                return task();
            },
        }),
    };
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/open-octokit.js






/** How often a request is put again after GitHub asked for a pause. */
const maxPauses = 2;
/**
 * octokit with throttling and retries. Loads it: that takes a while, so that it is done with the first request.
 */
async function openOctokit({ auth, baseUrl, limits, }, { clock, sleep, pace, meter }) {
    const [{ Octokit }, { throttling }, { retry }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(951), __webpack_require__.e(932)]).then(__webpack_require__.bind(__webpack_require__, 1932)),
        Promise.all(/* import() */[__webpack_require__.e(741), __webpack_require__.e(726)]).then(__webpack_require__.bind(__webpack_require__, 4726)),
        Promise.all(/* import() */[__webpack_require__.e(741), __webpack_require__.e(65)]).then(__webpack_require__.bind(__webpack_require__, 4065)),
    ]);
    /** Nearest to the network: every request is counted here, repeated ones too. */
    function observe(octokit) {
        octokit.hook.wrap("request", async (request, options) => {
            meter.count(`${options.method} ${options.url}`);
            const isOurQuota = options.url.startsWith("/repos/");
            try {
                const response = await request(options);
                if (isOurQuota)
                    pace.note(response.headers);
                return response;
            }
            catch (error) {
                const answer = readFailedAnswer(error);
                if (isOurQuota)
                    pace.note(answer.headers);
                if (isRateLimit(answer))
                    obeyPause(error, answer.headers);
                // A redirect to elsewhere stays one.
                if (error.cause instanceof FetchRefusedError)
                    Object.assign(options.request, { retries: 0 });
                throw error;
            }
        });
    }
    /** Makes throttling see every refusal that asks for a pause, and the other calls wait too. */
    function obeyPause(error, headers) {
        if (headers["x-ratelimit-remaining"] === "0" && headers["retry-after"] === undefined)
            return;
        const seconds = readSeconds(headers["retry-after"], clock.now());
        pace.pause(seconds * limits.secondMs);
        const marked = error;
        marked.response.headers["retry-after"] = String(seconds);
        if (!/secondary rate/i.test(marked.message))
            marked.message += " (secondary rate limit)";
    }
    const mayWait = (seconds, _options, _octokit, pauses) => seconds <= limits.maxPauseSeconds && pauses < maxPauses;
    const gap = (ms) => createWriteGap(ms, { elapsedMs: clock.elapsedMs, sleep });
    const common = {
        baseUrl,
        userAgent: "nightshift",
        request: { fetch: createGitHubFetch({ timeoutMs: limits.timeoutMs, maxBytes: limits.maxAnswerBytes }) },
        // What is to be said is thrown; octokit's warnings would go to the log of whoever calls.
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        throttle: {
            onRateLimit: mayWait,
            onSecondaryRateLimit: mayWait,
            retryAfterBaseValue: limits.secondMs,
            write: gap(limits.writeGapMs),
            notifications: gap(limits.writeGapMs * 3),
        },
        retry: {
            retries: limits.retries,
            retryAfterBaseValue: limits.secondMs,
            doNotRetry: [400, 401, 403, 404, 405, 409, 410, 413, 422, 429, 451],
        },
    };
    const Client = Octokit.plugin(observe, throttling, retry);
    if ("token" in auth)
        return new Client({ ...common, auth: auth.token });
    const { createAppAuth } = await Promise.all(/* import() */[__webpack_require__.e(951), __webpack_require__.e(857)]).then(__webpack_require__.bind(__webpack_require__, 3238));
    return new Client({
        ...common,
        authStrategy: createAppAuth,
        auth: { ...auth, privateKey: readKey(auth.privateKey) },
    });
}
/** An App's key; in one line of an environment file its line ends are written as `\\n`. */
function readKey(text) {
    const key = text.replaceAll("\\n", "\n");
    try {
        (0,external_node_crypto_.createPrivateKey)(key);
        return key;
    }
    catch {
        // The cause is left out: it may quote the key.
        throw new domain_errors/* NightshiftError */.nc({
            code: "GITHUB_UNAUTHORIZED",
            message: "The App's private key cannot be read.",
            hint: "Give the whole PEM file that GitHub made, from -----BEGIN to END-----.",
        });
    }
}
function ignore() { }
/** `Retry-After` in seconds (RFC 9110, 10.2.3); a minute where it says nothing, as GitHub's documentation asks. */
function readSeconds(header, now) {
    const text = String(header ?? "").trim();
    if (/^\d+$/.test(text))
        return Number(text);
    const at = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) ? 60 : Math.max(0, Math.ceil((at - Date.parse(now)) / 1_000));
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/create-github-client.js







/** GitHub's largest page. */
const pageSize = 100;
/** A client of one repository; octokit is loaded with the first request. */
function createGitHubClient(input, deps) {
    const { repository, auth, baseUrl, limits } = input;
    const { cache, pace, meter } = deps;
    const name = `${repository.owner}/${repository.name}`;
    const isSecure = baseUrl.startsWith("https:");
    let opened;
    function open() {
        opened ??= openOctokit(input, deps).catch((error) => {
            opened = undefined;
            throw error;
        });
        return opened;
    }
    async function request(route, { parameters = {}, isIdempotent, headers = {}, isRedirectWanted = false }) {
        checkParameters(route, parameters);
        if (input.signal?.aborted)
            throw create_github_client_closed(route, name);
        if (route.includes("/repos/"))
            await pace.wait();
        const isRead = route.startsWith("GET ");
        const own = route.includes("{owner}") ? { owner: repository.owner, repo: repository.name } : {};
        // A number here would be octokit's for every failure, one that repeating cannot mend too: none means its rules.
        const retries = (isIdempotent ?? isRead) ? {} : { retries: 0 };
        return (await open()).request(route, {
            ...parameters,
            ...own,
            // Of a server of one's own GraphQL lies beside the REST API, not beneath it.
            ...(route === "POST /graphql" ? { baseUrl: baseUrl.replace(/\/v3$/, "") } : {}),
            headers: { ...headers },
            request: { ...retries, ...(isRedirectWanted ? { redirect: "manual" } : {}) },
        });
    }
    function fail(route, error) {
        if (error instanceof domain_errors/* NightshiftError */.nc)
            return error;
        const answer = readFailedAnswer(error);
        const { cause } = error;
        const message = cause instanceof FetchRefusedError ? cause.message : answer.message;
        const shown = "token" in auth ? message.replaceAll(auth.token, "***") : message;
        return cause instanceof FetchRefusedError
            ? invalid(route, name, shown)
            : toGitHubError(route, name, { ...answer, message: shown }, error);
    }
    async function send(route, options) {
        const { parameters = {}, schema } = options;
        const isCached = cache !== null && (options.isCached ?? route.startsWith("GET "));
        const key = `${baseUrl} ${nameIdentity(auth)} ${name} ${route} ${JSON.stringify(parameters)}`;
        const kept = isCached ? await cache.get(key) : null;
        const headers = kept === null ? {} : { "if-none-match": kept.etag };
        try {
            const answer = await request(route, { ...options, headers });
            const link = String(answer.headers.link ?? "");
            const data = parseAnswer(route, name, schema, answer.data);
            const { etag } = answer.headers;
            if (isCached && etag !== undefined)
                await cache.put(key, { etag, link, data: answer.data });
            return { status: "ok", data, hasNext: hasNext(link) };
        }
        catch (error) {
            const { httpStatus, message, headers: answered, isSignIn } = readFailedAnswer(error);
            if (httpStatus === 304 && kept !== null) {
                meter.countCached();
                return {
                    status: "ok",
                    data: parseAnswer(route, name, schema, kept.data),
                    hasNext: hasNext(kept.link),
                };
            }
            const failure = fail(route, error);
            const isRefusal = httpStatus !== null && httpStatus >= 400 && httpStatus < 500 && httpStatus !== 401 && !isSignIn;
            if (!isRefusal || isRateLimit({ httpStatus, message, headers: answered }))
                throw failure;
            return { status: "refused", httpStatus, message: tidyReason(message), error: failure };
        }
    }
    async function call(route, options) {
        const answer = await send(route, options);
        if (answer.status === "refused")
            throw answer.error;
        return answer.data;
    }
    return {
        repository,
        send,
        call,
        async find(route, options) {
            const answer = await send(route, options);
            if (answer.status === "ok")
                return answer.data;
            if (answer.httpStatus === 404 || answer.httpStatus === 410)
                return null;
            throw answer.error;
        },
        async list(route, options, bounds) {
            const most = "limit" in bounds ? bounds.limit : bounds.cap;
            const per_page = Math.min(pageSize, Math.max(1, most));
            const found = [];
            for (let page = 1;; page += 1) {
                const answer = await send(route, {
                    ...options,
                    parameters: { ...options.parameters, per_page, page },
                });
                if (answer.status === "refused")
                    throw answer.error;
                found.push(...answer.data);
                if ("limit" in bounds && found.length >= most)
                    return found.slice(0, most);
                if (!answer.hasNext || answer.data.length === 0)
                    return found;
                if (found.length >= most)
                    throw invalid(route, name, `more than ${most} entries`);
            }
        },
        async download(route, parameters, maxBytes) {
            try {
                const answer = await request(route, { parameters, isRedirectWanted: true });
                const { location } = answer.headers;
                if (location === undefined)
                    throw invalid(route, name, "no redirect to the bytes");
                return await downloadRedirected(new URL(location, baseUrl), {
                    isSecure,
                    maxBytes,
                    timeoutMs: limits.timeoutMs * 10,
                });
            }
            catch (error) {
                if (error instanceof FetchRefusedError)
                    throw invalid(route, name, error.message);
                throw fail(route, error);
            }
        },
    };
}
function parseAnswer(route, name, schema, data) {
    const parsed = schema.safeParse(data);
    if (parsed.success)
        return parsed.data;
    const places = parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw invalid(route, name, `an answer of another form (${places.join("; ")})`);
}
/** Dots would lead the path elsewhere: they stay as they are when the rest of a name is escaped. */
function checkParameters(route, parameters) {
    for (const [name, value] of Object.entries(parameters)) {
        if (route.includes(`{${name}}`) && ["", ".", ".."].includes(String(value))) {
            throw invalid(route, "", `${JSON.stringify(value)} is no ${name}`);
        }
    }
}
function invalid(route, name, reason) {
    return new domain_errors/* NightshiftError */.nc({
        code: "GITHUB_INVALID",
        message: `${route.replaceAll("{owner}/{repo}", name)}: ${tidyReason(reason)}.`,
        hint: "Nothing was made of it. If it stays, the server is not GitHub's, or a proxy stands between.",
    });
}
function hasNext(link) {
    return /\brel="?next\b/.test(link);
}
/** Of a token the digest: the name of a file must not tell it. */
function nameIdentity(auth) {
    return "token" in auth
        ? (0,external_node_crypto_.createHash)("sha256").update(auth.token).digest("hex").slice(0, 16)
        : `installation ${auth.installationId}`;
}
function create_github_client_closed(route, name) {
    return new domain_errors/* NightshiftError */.nc({
        code: "GITHUB_CLOSED",
        message: `${route} of ${name} was not sent: the time for this task is up.`,
        hint: "What is left is found again from the repository by the next reconcile pass.",
    });
}

// EXTERNAL MODULE: ../../p-limit/index.js + 1 modules
var p_limit = __webpack_require__(7688);
// EXTERNAL MODULE: ../../zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(1471);
// EXTERNAL MODULE: ../../zod/v4/classic/iso.js
var iso = __webpack_require__(3203);
// EXTERNAL MODULE: ./lib/src/adapters/write-atomically.js
var write_atomically = __webpack_require__(9138);
;// CONCATENATED MODULE: ./lib/src/adapters/github/etag-cache.js






const entrySchema = schemas/* strictObject */.rej({
    key: schemas/* string */.YjP(),
    etag: schemas/* string */.YjP().min(1).max(1_000),
    at: iso/* datetime */.w$(),
    link: schemas/* string */.YjP(),
    data: schemas/* json */.Pq9(),
});
/** Writes between two looks at the size of the folder. */
const sweepEvery = 100;
/**
 * A cache in a folder of its own, one file an answer, for the owner alone: it holds what the token may read. Answers
 * are never used unasked: each is confirmed by its ETag (RFC 9110, 8.8.3) first.
 */
function createEtagCache(folder, { ttlMs, maxEntries, maxEntryBytes }, { clock }) {
    let writes = 0;
    return {
        async get(key) {
            try {
                const path = nameFile(folder, key);
                if ((await (0,promises_.stat)(path)).size > maxEntryBytes * 2)
                    return null;
                const entry = entrySchema.parse(JSON.parse(await (0,promises_.readFile)(path, "utf8")));
                const isFresh = Date.parse(clock.now()) - Date.parse(entry.at) < ttlMs;
                const { key: found, at: _at, ...answer } = entry;
                return found === key && isFresh ? answer : null;
            }
            catch {
                return null;
            }
        },
        async put(key, answer) {
            try {
                const text = JSON.stringify({ key, at: clock.now(), ...answer });
                if (Buffer.byteLength(text) > maxEntryBytes)
                    return;
                if (writes === 0) {
                    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
                    await (0,promises_.chmod)(folder, 0o700);
                }
                await (0,write_atomically/* writeAtomically */.v)(nameFile(folder, key), text, { isFlushed: false });
                if (writes % sweepEvery === 0)
                    await sweep(folder, maxEntries);
                writes += 1;
            }
            catch {
                // A full disk costs calls, not the work.
            }
        },
    };
}
function nameFile(folder, key) {
    return (0,external_node_path_.join)(folder, `${(0,external_node_crypto_.createHash)("sha256").update(key).digest("hex")}.json`);
}
/** Takes the oldest away until nine tenths of what may be kept are left. */
async function sweep(folder, maxEntries) {
    const names = (await (0,promises_.readdir)(folder)).filter((name) => /^[0-9a-f]{64}\.json/.test(name));
    if (names.length <= maxEntries)
        return;
    const limit = (0,p_limit/* default */.A)(8);
    const ages = await limit.map(names, async (name) => ({
        name,
        at: (await (0,promises_.stat)((0,external_node_path_.join)(folder, name))).mtimeMs,
    }));
    const old = ages
        .sort((one, other) => one.at - other.at)
        .slice(0, names.length - Math.floor(maxEntries * 0.9));
    await limit.map(old, ({ name }) => (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true }));
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/answer-schemas.js

/** A git hash as GitHub gives it. */
const shaSchema = schemas/* string */.YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
/** An answer that nothing is read from. */
const anySchema = schemas/* unknown */.L5J();
const user = schemas/* object */.Ikc({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP().optional() }).nullish();
const label = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ name: schemas/* string */.YjP().nullish() })]);
/** Who has no account any more. */
const ghost = "ghost";
function nameLabels(labels) {
    return labels
        .map((each) => (typeof each === "string" ? each : (each.name ?? "")))
        .filter((name) => name !== "");
}
const branch = schemas/* object */.Ikc({
    ref: schemas/* string */.YjP(),
    sha: shaSchema,
    label: schemas/* string */.YjP().nullish(),
    repo: schemas/* object */.Ikc({ id: schemas/* number */.aig() }).nullish(),
});
/** A pull request, from a list or alone. */
const pullRequestSchema = schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    node_id: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    state: schemas/* enum */.k5n(["open", "closed"]),
    draft: schemas/* boolean */.zMY().optional(),
    merged: schemas/* boolean */.zMY().optional(),
    merged_at: schemas/* string */.YjP().nullish(),
    merge_commit_sha: schemas/* string */.YjP().nullish(),
    head: branch,
    base: branch,
    labels: schemas/* array */.YOg(label),
    user,
    html_url: schemas/* string */.YjP(),
})
    .transform((found) => {
    const isMerged = found.merged === true || typeof found.merged_at === "string";
    const { head, base } = found;
    const isOwn = typeof head.repo?.id === "number" && head.repo.id === base.repo?.id;
    return {
        number: found.number,
        nodeId: found.node_id,
        title: found.title,
        body: found.body ?? "",
        state: found.state,
        isDraft: found.draft ?? false,
        isMerged,
        // A fork may call its branch as we do ours: what is no branch of this repository never reads like one.
        headRef: isOwn ? head.ref : (head.label ?? `fork:${head.ref}`),
        headSha: head.sha,
        baseRef: base.ref,
        // Of an open pull request it is a commit of GitHub's own trial merge.
        mergeCommit: isMerged ? (found.merge_commit_sha ?? null) : null,
        labels: nameLabels(found.labels),
        author: found.user?.login ?? ghost,
        url: found.html_url,
    };
});
/** An issue or a pull request as one. */
const issueSchema = schemas/* object */.Ikc({
    number: schemas/* number */.aig(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    state: schemas/* string */.YjP(),
    labels: schemas/* array */.YOg(label),
    user,
    pull_request: schemas/* unknown */.L5J().optional(),
    html_url: schemas/* string */.YjP(),
    closed_by: user,
})
    .transform((found) => ({
    number: found.number,
    title: found.title,
    body: found.body ?? "",
    state: found.state === "closed" ? "closed" : "open",
    labels: nameLabels(found.labels),
    author: found.user?.login ?? ghost,
    isPullRequest: found.pull_request !== undefined && found.pull_request !== null,
    url: found.html_url,
    ...(found.closed_by === undefined || found.closed_by === null
        ? {}
        : { closedBy: found.closed_by.login }),
}));
/** A comment on an issue or a pull request. */
const commentSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    user,
    body: schemas/* string */.YjP().nullish(),
    created_at: schemas/* string */.YjP(),
    updated_at: schemas/* string */.YjP(),
    performed_via_github_app: schemas/* unknown */.L5J().optional(),
})
    .transform((found) => ({
    id: found.id,
    author: found.user?.login ?? ghost,
    isBot: found.user?.type === "Bot" || (found.performed_via_github_app ?? null) !== null,
    body: found.body ?? "",
    createdAt: found.created_at,
    updatedAt: found.updated_at,
}));
/** A run of a workflow. */
const workflowRunSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    path: schemas/* string */.YjP(),
    event: schemas/* string */.YjP(),
    status: schemas/* string */.YjP().nullish(),
    conclusion: schemas/* string */.YjP().nullish(),
    head_sha: shaSchema,
    head_branch: schemas/* string */.YjP().nullish(),
    head_repository: schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() }).nullish(),
    html_url: schemas/* string */.YjP(),
})
    .transform((found) => ({
    id: found.id,
    workflow: nameWorkflow(found.path),
    event: found.event,
    // "waiting", "requested" and "pending" have not begun either.
    status: found.status === "completed" || found.status === "in_progress" ? found.status : "queued",
    conclusion: found.conclusion ?? null,
    headSha: found.head_sha,
    headBranch: found.head_branch ?? "",
    headRepository: found.head_repository?.full_name ?? "",
    url: found.html_url,
}));
/** `.github/workflows/a.yml`, maybe with `@ref` behind it, is "a.yml"; a file that lies elsewhere keeps its path. */
function nameWorkflow(path) {
    return /^\.github\/workflows\/([^/@]+)(?:@.*)?$/.exec(path)?.[1] ?? path;
}
/** An artifact; its run is told by whoever lists it. */
const artifactSchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    name: schemas/* string */.YjP(),
    size_in_bytes: schemas/* number */.aig(),
    digest: schemas/* string */.YjP().nullish(),
    expired: schemas/* boolean */.zMY(),
    workflow_run: schemas/* object */.Ikc({ id: schemas/* number */.aig().optional() }).nullish(),
})
    .transform((found) => ({
    id: found.id,
    name: found.name,
    sizeBytes: found.size_in_bytes,
    digest: found.digest ?? "",
    runId: found.workflow_run?.id ?? null,
    isExpired: found.expired,
}));

;// CONCATENATED MODULE: ./lib/src/adapters/github/issue-calls.js


/** GitHub takes at most 2,500 comments on an issue. */
const maxComments = 2_600;
/** Issues and comments. Neither is made again where the answer was lost: `GITHUB_UNAVAILABLE` tells the caller to look. */
function createIssueCalls(client) {
    return {
        getIssue: (number) => client.find("GET /repos/{owner}/{repo}/issues/{issue_number}", {
            parameters: { issue_number: number },
            schema: issueSchema,
        }),
        listIssues: ({ state, labels, limit }) => client.list("GET /repos/{owner}/{repo}/issues", {
            parameters: { state, ...(labels.length === 0 ? {} : { labels: labels.join(",") }) },
            schema: schemas/* array */.YOg(issueSchema),
        }, { limit }),
        createIssue: ({ title, body, labels }) => client.call("POST /repos/{owner}/{repo}/issues", {
            parameters: { title, body, labels: [...labels] },
            schema: issueSchema,
        }),
        async updateIssue(number, changes) {
            await client.call("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
                parameters: { issue_number: number, ...changes },
                schema: anySchema,
                isIdempotent: true,
            });
        },
        listComments: (issue) => client.list("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", { parameters: { issue_number: issue }, schema: schemas/* array */.YOg(commentSchema) }, { cap: maxComments }),
        createComment: (issue, body) => client.call("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
            parameters: { issue_number: issue, body },
            schema: commentSchema,
        }),
        async updateComment(id, body) {
            await client.call("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
                parameters: { comment_id: id, body },
                schema: anySchema,
                isIdempotent: true,
            });
        },
        async react(comment, content) {
            await client.call("POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions", {
                parameters: { comment_id: comment, content },
                schema: anySchema,
                isIdempotent: true,
            });
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/label-calls.js

/** Labels: there or not there, so that every write may be repeated. */
function createLabelCalls(client) {
    return {
        async addLabels(issue, labels) {
            if (labels.length === 0)
                return;
            await client.call("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
                parameters: { issue_number: issue, labels: [...labels] },
                schema: anySchema,
                isIdempotent: true,
            });
        },
        async removeLabel(issue, label) {
            // Not there: as was wanted.
            await client.find("DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}", {
                parameters: { issue_number: issue, name: label },
                schema: anySchema,
                isIdempotent: true,
            });
        },
        async ensureLabel(label) {
            const found = await client.find("GET /repos/{owner}/{repo}/labels/{name}", {
                parameters: { name: label.name },
                schema: anySchema,
            });
            if (found !== null)
                return;
            const answer = await client.send("POST /repos/{owner}/{repo}/labels", {
                parameters: { ...label },
                schema: anySchema,
                isIdempotent: true,
            });
            // Somebody else was quicker, or a lost answer was put again.
            if (answer.status === "refused" && !/already[_ ]exists/i.test(answer.message))
                throw answer.error;
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/object-calls.js



const createdSchema = schemas/* object */.Ikc({ sha: shaSchema });
const commitSchema = schemas/* object */.Ikc({
    tree: createdSchema,
    parents: schemas/* array */.YOg(createdSchema),
    message: schemas/* string */.YjP(),
});
const contentSchema = schemas/* union */.KCZ([
    schemas/* array */.YOg(schemas/* unknown */.L5J()),
    schemas/* object */.Ikc({
        type: schemas/* string */.YjP(),
        sha: schemas/* string */.YjP(),
        encoding: schemas/* string */.YjP().optional(),
        content: schemas/* string */.YjP().optional(),
    }),
]);
const blobSchema = schemas/* object */.Ikc({ content: schemas/* string */.YjP(), encoding: schemas/* string */.YjP() });
const treeSchema = schemas/* object */.Ikc({
    tree: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP(), mode: schemas/* string */.YjP(), type: schemas/* string */.YjP(), sha: shaSchema })),
    truncated: schemas/* boolean */.zMY().optional(),
});
/** Who writes commits that carry a time of their own; without one they are the token's, which GitHub signs for Apps. */
const identity = { name: "Nightshift", email: "nightshift@localhost" };
/**
 * Git objects. They are named by their content, so that writing one twice is writing it once: blobs and trees are put
 * again when an answer is lost; commits too where they carry their time.
 */
function createObjectCalls(client) {
    return {
        async getCommit(sha) {
            const answer = await client.send("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
                parameters: { commit_sha: sha },
                schema: commitSchema,
            });
            if (answer.status === "refused") {
                // 409: the repository is empty; 422: no hash.
                if ([404, 409, 422].includes(answer.httpStatus))
                    return null;
                throw answer.error;
            }
            const { tree, parents, message } = answer.data;
            return { tree: tree.sha, parents: parents.map((parent) => parent.sha), message };
        },
        async readFile(commit, path) {
            const found = await client.find("GET /repos/{owner}/{repo}/contents/{path}", {
                parameters: { path: checkPath(path), ref: commit },
                schema: contentSchema,
            });
            if (found === null || Array.isArray(found) || found.type !== "file")
                return null;
            const { encoding, content, sha } = found;
            if (encoding === "base64" && content !== undefined)
                return Buffer.from(content, "base64");
            // Beyond a megabyte the content is left out.
            const blob = await client.call("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", {
                parameters: { file_sha: sha },
                schema: blobSchema,
            });
            return Buffer.from(blob.content, blob.encoding === "base64" ? "base64" : "utf8");
        },
        async listTree(tree) {
            const found = await client.call("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
                parameters: { tree_sha: tree, recursive: "1" },
                schema: treeSchema,
            });
            if (found.truncated === true) {
                throw new domain_errors/* NightshiftError */.nc({
                    code: "GITHUB_INVALID",
                    message: `GitHub cut the listing of tree ${tree} off after ${found.tree.length} entries.`,
                    hint: "The repository has more files than GitHub lists at once (100,000); work on it from a clone.",
                });
            }
            return found.tree
                .filter(({ type }) => type !== "tree")
                .map(({ path, mode, sha }) => ({ path, mode, sha }));
        },
        async createBlob(content) {
            const { sha } = await client.call("POST /repos/{owner}/{repo}/git/blobs", {
                parameters: { content: content.toString("base64"), encoding: "base64" },
                schema: createdSchema,
                isIdempotent: true,
            });
            return sha;
        },
        async createTree(base, entries) {
            const { sha } = await client.call("POST /repos/{owner}/{repo}/git/trees", {
                parameters: {
                    ...(base === null ? {} : { base_tree: base }),
                    tree: entries.map((entry) => ({ ...entry, type: "blob" })),
                },
                schema: createdSchema,
                isIdempotent: true,
            });
            return sha;
        },
        async createCommit({ tree, parents, message, at }) {
            const signature = at === undefined ? {} : { author: { ...identity, date: at }, committer: { ...identity, date: at } };
            const { sha } = await client.call("POST /repos/{owner}/{repo}/git/commits", {
                parameters: { tree, parents, message, ...signature },
                schema: createdSchema,
                isIdempotent: at !== undefined,
            });
            return sha;
        },
    };
}
/** A path inside the repository, as git writes it; anything else could name another route. */
function checkPath(path) {
    const parts = path.split("/");
    if (parts.some((part) => ["", ".", ".."].includes(part)) || path.includes("\0")) {
        throw new domain_errors/* NightshiftError */.nc({
            code: "GITHUB_INVALID",
            message: `${JSON.stringify(path)} is no path inside a repository.`,
            hint: "Give it from the repository's top, with forward slashes.",
        });
    }
    return path;
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/mark-ready.js





const answerSchema = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({
        markPullRequestReadyForReview: schemas/* object */.Ikc({ pullRequest: schemas/* object */.Ikc({ isDraft: schemas/* boolean */.zMY() }).nullish() })
            .nullish(),
    })
        .nullish(),
    errors: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP().optional(), message: schemas/* string */.YjP() })).optional(),
});
const mutation = `mutation ($id: ID!) {
  markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } }
}`;
/** Takes a pull request out of draft: GitHub's REST API cannot. One that is ready already stays so, which is "done". */
async function markReady(nodeId, client) {
    const { data, errors = [] } = await client.call("POST /graphql", {
        parameters: { query: mutation, variables: { id: nodeId } },
        schema: answerSchema,
        isIdempotent: true,
    });
    if (data?.markPullRequestReadyForReview?.pullRequest?.isDraft === false)
        return { status: "done" };
    const [error] = errors;
    const reason = tidyReason(error?.message ?? "GitHub did not say whether it is ready");
    if (/not (?:a|in) draft|already/i.test(reason))
        return { status: "done" };
    if (error?.type === "UNPROCESSABLE")
        return { status: "forbidden", reason };
    const [code, hint] = mark_ready_explain(error?.type);
    throw new domain_errors/* NightshiftError */.nc({ code, message: `The pull request was not marked as ready: ${reason}.`, hint });
}
function mark_ready_explain(type) {
    switch (type) {
        case "FORBIDDEN":
            return ["GITHUB_FORBIDDEN", `The token needs ${describeNeed(githubRoutes["POST /graphql"])}.`];
        case "NOT_FOUND":
            return ["GITHUB_NOT_FOUND", "The pull request is gone, or the token may not see it."];
        case "RATE_LIMITED":
            return ["GITHUB_RATE_LIMITED", "Run it again when the quota is renewed, at most an hour from now."];
        default:
            return ["GITHUB_INVALID", "GitHub's own words say what it did not take."];
    }
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/read-write-refusal.js
/** What GitHub says where a rule, and not the token, stands in the way. */
const rules = /rule violations|protected (?:branch|ref|tag)|required status check|changes must be made through a pull request|restricted|must (?:not )?be (?:verified|signed)|at least \d+ approving review|reference update failed|merge queue|review is required|not permitted to create/i;
/** What GitHub says where somebody else was quicker. */
const moved = /not a fast[- ]?forward|reference already exists|reference does not exist|is at [0-9a-f]{7,} but expected|head branch was modified|base branch was modified|cannot lock ref|reference cannot be updated/i;
/**
 * A refused write as an outcome; throws the answer's own error where it is neither a move nor a rule: a permission that
 * is missing, a body that GitHub did not take. Pure but for that.
 */
function readWriteRefusal(answer) {
    const { httpStatus, message: reason, error } = answer;
    // GitHub's own sign for a ref or a head that has moved.
    if (httpStatus === 409 || moved.test(reason))
        return { status: "moved", reason };
    if ([403, 405, 422].includes(httpStatus) && rules.test(reason))
        return { status: "forbidden", reason };
    throw error;
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/pull-request-calls.js





/**
 * Pull requests. They are made as drafts. One whose answer was lost is not made again: `GITHUB_UNAVAILABLE` tells the
 * caller to look. Merging needs the guard's `mayMerge`, and throws `MERGE_NOT_ALLOWED` without a request otherwise.
 */
function createPullRequestCalls(client, guard) {
    const getPullRequest = (number) => client.find("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
        parameters: { pull_number: number },
        schema: pullRequestSchema,
    });
    return {
        getPullRequest,
        listPullRequests({ state, head, limit }) {
            const from = head === undefined ? {} : { head: `${client.repository.owner}:${head}` };
            return client.list("GET /repos/{owner}/{repo}/pulls", {
                parameters: { state, sort: "created", direction: "desc", ...from },
                schema: schemas/* array */.YOg(pullRequestSchema),
            }, { limit });
        },
        async createPullRequest({ title, body, head, base }) {
            const answer = await client.send("POST /repos/{owner}/{repo}/pulls", {
                parameters: { title, body, head, base, draft: true },
                schema: pullRequestSchema,
            });
            if (answer.status === "ok")
                return { status: "created", pullRequest: answer.data };
            const { message: reason, error } = answer;
            if (/pull request already exists/i.test(reason))
                return { status: "exists", reason };
            // A rule, a switch in the settings, or a plan without drafts; a missing permission is thrown.
            if (/not permitted to create|draft pull requests are not supported|rule violations/i.test(reason)) {
                return { status: "forbidden", reason };
            }
            throw error;
        },
        async updatePullRequest(number, changes) {
            await client.call("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", {
                parameters: { pull_number: number, ...changes },
                schema: anySchema,
                isIdempotent: true,
            });
        },
        markReadyForReview: ({ nodeId }) => markReady(nodeId, client),
        async merge(number, headSha) {
            if (guard?.mayMerge !== true) {
                throw new domain_errors/* NightshiftError */.nc({
                    code: "MERGE_NOT_ALLOWED",
                    message: `Pull request #${number} may not be merged from here.`,
                    hint: "A person merges. `pullRequests.mergeOnApprove: true` lets `/approve` ask GitHub for it.",
                });
            }
            try {
                const answer = await client.send("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", {
                    parameters: { pull_number: number, sha: headSha },
                    schema: anySchema,
                });
                if (answer.status === "ok")
                    return { status: "done" };
                // 405 is GitHub's word for "the rules do not allow it, or it cannot be merged".
                if (answer.httpStatus === 405)
                    return { status: "forbidden", reason: answer.message };
                return readWriteRefusal(answer);
            }
            catch (error) {
                if (!(error instanceof domain_errors/* NightshiftError */.nc) || error.code !== "GITHUB_UNAVAILABLE")
                    throw error;
                const found = await getPullRequest(number);
                if (found?.isMerged === true && found.headSha === headSha)
                    return { status: "done" };
                throw error;
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/src/adapters/find-ref-name-fault.js
var find_ref_name_fault = __webpack_require__(5663);
;// CONCATENATED MODULE: ./lib/src/adapters/github/guard-github-ref.js


/**
 * The one guard before every ref write, ahead of any request. Throws `REF_OUTSIDE_PREFIX`: the name is not beneath the
 * prefix, is sacred, or no guard was set, which allows nothing.
 */
function guardGitHubRef(ref, guard) {
    const reason = findFault(ref, guard);
    if (reason !== null) {
        throw new domain_errors/* NightshiftError */.nc({
            code: "REF_OUTSIDE_PREFIX",
            message: `${JSON.stringify(ref)} may not be written: ${reason}.`,
            hint: "Nightshift writes branches and tags beneath its prefix alone; leave those to it.",
        });
    }
}
function findFault(ref, guard) {
    if (guard === null)
        return "this connection may only read";
    // Names of refs differ by case on GitHub, but not on every disk that a clone lies on.
    if (ref.toLowerCase() === `refs/heads/${guard.sacred}`.toLowerCase())
        return "it is the sacred branch";
    return (0,find_ref_name_fault/* findRefNameFault */.s)(ref, guard.prefix);
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/ref-calls.js





const refSchema = schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), object: schemas/* object */.Ikc({ sha: shaSchema }) });
/** More refs beneath one prefix are not listed. */
const maxRefs = 10_000;
/**
 * Refs. Every write is checked by the guard before any request. Where the answer to a write is lost, the ref is looked
 * at: the server may have done it; if it did not, the write is put once more, which does no harm to what moves only
 * forward.
 */
function createRefCalls(client, guard) {
    async function getRef(ref) {
        const answer = await client.send("GET /repos/{owner}/{repo}/git/ref/{ref}", {
            parameters: { ref: trimRef(ref) },
            schema: schemas/* union */.KCZ([refSchema, schemas/* array */.YOg(refSchema)]),
        });
        if (answer.status === "refused") {
            // 409: the repository is empty.
            if (answer.httpStatus === 404 || answer.httpStatus === 409)
                return null;
            throw answer.error;
        }
        // Some servers answer with the refs that begin like it.
        const found = Array.isArray(answer.data) ? answer.data : [answer.data];
        return found.find((each) => each.ref === ref)?.object.sha ?? null;
    }
    async function write({ ref, put, isDone, isNew = false }) {
        let answer;
        try {
            answer = await put();
        }
        catch (error) {
            if (!(error instanceof domain_errors/* NightshiftError */.nc) || error.code !== "GITHUB_UNAVAILABLE")
                throw error;
            if (isDone(await getRef(ref)))
                return { status: "done" };
            answer = await put();
            // The first one may have come through in between.
            if (answer.status === "refused" && isDone(await getRef(ref)))
                return { status: "done" };
        }
        if (answer.status === "ok")
            return { status: "done" };
        // 404 is said of a ref that is gone and to a token that may not write: only a look tells which.
        if (answer.httpStatus === 404 && !isNew && (await getRef(ref)) === null) {
            return { status: "moved", reason: "Reference does not exist" };
        }
        return readWriteRefusal(answer);
    }
    return {
        getRef,
        async listRefs(prefix) {
            const found = await client.list("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", 
            // GitHub matches by the beginning: without the last slash it finds the same and more, which is filtered.
            { parameters: { ref: trimRef(prefix).replace(/\/+$/, "") }, schema: schemas/* array */.YOg(refSchema) }, { cap: maxRefs });
            return found
                .filter(({ ref }) => ref.startsWith(prefix))
                .map(({ ref, object }) => ({ ref, sha: object.sha }));
        },
        async createRef(ref, sha) {
            guardGitHubRef(ref, guard);
            return write({
                ref,
                put: () => client.send("POST /repos/{owner}/{repo}/git/refs", { parameters: { ref, sha }, schema: anySchema }),
                isDone: (found) => found === sha,
                isNew: true,
            });
        },
        async updateRef(ref, sha) {
            guardGitHubRef(ref, guard);
            return write({
                ref,
                put: () => client.send("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
                    parameters: { ref: trimRef(ref), sha },
                    schema: anySchema,
                }),
                isDone: (found) => found === sha,
            });
        },
        async deleteRef(ref) {
            guardGitHubRef(ref, guard);
            return write({
                ref,
                put: () => client.send("DELETE /repos/{owner}/{repo}/git/refs/{ref}", {
                    parameters: { ref: trimRef(ref) },
                    schema: anySchema,
                }),
                isDone: (found) => found === null,
            });
        },
    };
}
/** GitHub's paths name refs without `refs/`. */
function trimRef(ref) {
    return ref.replace(/^refs\//, "");
}

;// CONCATENATED MODULE: ./lib/src/github-port.js
/** Permission on a repository, weakest first. */
const permissions = ["none", "read", "triage", "write", "maintain", "admin"];

;// CONCATENATED MODULE: ./lib/src/adapters/github/repository-calls.js


const repositorySchema = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    name: schemas/* string */.YjP(),
    owner: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }),
    default_branch: schemas/* string */.YjP(),
    archived: schemas/* boolean */.zMY().optional(),
    private: schemas/* boolean */.zMY(),
});
const permissionSchema = schemas/* object */.Ikc({ permission: schemas/* string */.YjP(), role_name: schemas/* string */.YjP().optional() });
const quotaSchema = schemas/* object */.Ikc({
    resources: schemas/* object */.Ikc({
        core: schemas/* object */.Ikc({ limit: schemas/* number */.aig(), remaining: schemas/* number */.aig(), reset: schemas/* number */.aig() }),
    }),
});
/** What is known of the repository, of people and of the quota. */
function createRepositoryCalls(client, { getRef }) {
    return {
        async getRepository() {
            const found = await client.call("GET /repos/{owner}/{repo}", { schema: repositorySchema });
            return {
                id: found.id,
                owner: found.owner.login,
                name: found.name,
                defaultBranch: found.default_branch,
                isArchived: found.archived ?? false,
                isPrivate: found.private,
                // The size that GitHub gives is stale for hours.
                isEmpty: (await getRef(`refs/heads/${found.default_branch}`)) === null,
            };
        },
        async getPermission(user) {
            const found = await client.find("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
                parameters: { username: user },
                schema: permissionSchema,
                isCached: false,
            });
            if (found === null)
                return "none";
            // Maintain and triage are told by the role alone; a role of the organisation's own by what it is based on.
            return toPermission(found.role_name) ?? toPermission(found.permission) ?? "none";
        },
        async getQuota() {
            const found = await client.find("GET /rate_limit", { schema: quotaSchema, isCached: false });
            // A server of one's own may have no limit.
            const { limit, remaining, reset } = found?.resources.core ?? { limit: 1e9, remaining: 1e9, reset: 0 };
            return { limit, remaining, resetAt: new Date(reset * 1_000).toISOString() };
        },
    };
}
function toPermission(name) {
    return permissions.find((permission) => permission === name) ?? null;
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/usage-meter.js
/** A meter at zero. */
function createUsageMeter() {
    const byRoute = new Map();
    let cached = 0;
    return {
        count(route) {
            byRoute.set(route, (byRoute.get(route) ?? 0) + 1);
        },
        countCached() {
            cached += 1;
        },
        read(remaining) {
            const routes = [...byRoute].sort(([one], [other]) => (one < other ? -1 : 1));
            const calls = routes.reduce((sum, [, count]) => sum + count, 0);
            const reads = routes.reduce((sum, [route, count]) => sum + (route.startsWith("GET ") ? count : 0), 0);
            const hitRate = reads === 0 ? 0 : cached / reads;
            return { calls, cached, hitRate, byRoute: Object.fromEntries(routes), remaining };
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/workflow-calls.js


/** A run with more artifacts is none of ours. */
const maxArtifacts = 1_000;
/** The run's id, where the server tells it: an older one answers with nothing at all. */
const dispatchSchema = schemas/* object */.Ikc({ workflow_run_id: schemas/* int */.Whr().positive() })
    .transform(({ workflow_run_id: id }) => id)
    .catch(null);
/** What GitHub says of a workflow that cannot be started, though the request is right. */
const notStartable = /disabled workflow|does not have '?workflow_dispatch|workflow_dispatch'? trigger|is disabled/i;
/** Workflows, their runs and artifacts. */
function createWorkflowCalls(client) {
    return {
        async dispatchWorkflow(file, ref, inputs) {
            const start = (wish) => client.send("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
                parameters: { workflow_id: file, ref, inputs, ...wish },
                schema: dispatchSchema,
            });
            const asked = await start({ return_run_details: true });
            // A server of one's own may be older than February 2026, and refuses what it does not know.
            const isUnknown = asked.status === "refused" && /return_run_details/.test(asked.message);
            const answer = isUnknown ? await start({}) : asked;
            if (answer.status === "ok")
                return { status: "done", run: answer.data };
            if (notStartable.test(answer.message))
                return { status: "forbidden", reason: answer.message };
            throw answer.error;
        },
        async listRuns({ workflow, limit }) {
            const found = [];
            const per_page = Math.min(100, Math.max(1, limit));
            for (let page = 1; found.length < limit; page += 1) {
                const answer = await client.send("GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs", {
                    parameters: { workflow_id: workflow, per_page, page },
                    schema: schemas/* object */.Ikc({ workflow_runs: schemas/* array */.YOg(workflowRunSchema) }),
                });
                if (answer.status === "refused") {
                    // No such workflow has no runs.
                    if (answer.httpStatus === 404)
                        return [];
                    throw answer.error;
                }
                found.push(...answer.data.workflow_runs);
                if (!answer.hasNext || answer.data.workflow_runs.length === 0)
                    break;
            }
            return found.slice(0, limit);
        },
        getRun: (id) => client.find("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
            parameters: { run_id: id },
            schema: workflowRunSchema,
        }),
        async cancelRun(id) {
            const answer = await client.send("POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel", {
                parameters: { run_id: id },
                schema: anySchema,
            });
            if (answer.status === "ok")
                return { status: "done" };
            if (answer.httpStatus === 409)
                return { status: "moved", reason: answer.message };
            throw answer.error;
        },
        async listArtifacts(runId) {
            const found = await client.list("GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts", {
                parameters: { run_id: runId },
                schema: schemas/* object */.Ikc({ artifacts: schemas/* array */.YOg(artifactSchema) }).transform(({ artifacts }) => artifacts),
            }, { cap: maxArtifacts });
            // One that says that it is another run's is not this run's.
            return found
                .filter((artifact) => artifact.runId === null || artifact.runId === runId)
                .map((artifact) => ({ ...artifact, runId }));
        },
        downloadArtifact: (id, maxBytes) => client.download("GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}", { artifact_id: id, archive_format: "zip" }, maxBytes),
    };
}

;// CONCATENATED MODULE: ./lib/src/adapters/github/create-github.js














/** All bounds, with their defaults. */
const defaultLimits = {
    timeoutMs: 30_000,
    maxAnswerBytes: 64 * 1_048_576,
    retries: 3,
    maxPauseSeconds: 60,
    writeGapMs: 1_000,
    secondMs: 1_000,
    reserve: 50,
    spreadBelow: 0.2,
    maxSpreadMs: 2_000,
    ttlMs: 24 * 3_600_000,
    maxEntries: 2_000,
    maxEntryBytes: 2 * 1_048_576,
};
/**
 * GitHub, one repository of it. Nothing is loaded or sent before the first call. What it promises is in the port.
 * @throws NightshiftError `GITHUB_INVALID` for a name or an address that cannot be one.
 */
function createGitHub(input, deps) {
    const { repository, auth, cacheFolder } = input;
    const baseUrl = checkAddress(repository, input.baseUrl ?? "https://api.github.com");
    // A server on this machine has no secondary limits to keep clear of.
    const gap = isOnThisMachine(new URL(baseUrl)) ? { writeGapMs: 0 } : {};
    const limits = { ...defaultLimits, ...gap, ...input.limits };
    const { clock, sleep = sleep_sleep } = deps;
    const meter = createUsageMeter();
    const maxPauseMs = limits.maxPauseSeconds * limits.secondMs;
    const pace = createApiPace({ ...limits, maxPauseMs }, { clock, sleep });
    const cache = cacheFolder === undefined ? null : createEtagCache((0,external_node_path_.join)(cacheFolder, "github"), limits, { clock });
    const client = createGitHubClient({ repository, auth, baseUrl, limits, ...(input.signal === undefined ? {} : { signal: input.signal }) }, { clock, sleep, pace, meter, cache });
    const openUnder = (guard) => {
        const refs = createRefCalls(client, guard);
        return {
            repository,
            ...refs,
            ...createRepositoryCalls(client, refs),
            ...createObjectCalls(client),
            ...createPullRequestCalls(client, guard),
            ...createIssueCalls(client),
            ...createLabelCalls(client),
            ...createWorkflowCalls(client),
            getUsage: () => meter.read(pace.remaining()),
            guardedBy: openUnder,
        };
    };
    return openUnder(input.guard ?? null);
}
function checkAddress({ owner, name }, baseUrl) {
    const isName = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*)$/.test(owner) &&
        /^[A-Za-z0-9._-]+$/.test(name) &&
        !/^\.{1,2}$/.test(name);
    const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
    // In the clear the token goes to this machine alone.
    const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isOnThisMachine(url));
    if (isName && isSafe) {
        return baseUrl.replace(/\/+$/, "");
    }
    throw new domain_errors/* NightshiftError */.nc({
        code: "GITHUB_INVALID",
        message: `${owner}/${name} at ${baseUrl} is no repository of a GitHub.`,
        hint: "Give the repository as owner/name, and an address that begins with https:// (http for this machine alone).",
    });
}
function isOnThisMachine({ hostname }) {
    return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

// EXTERNAL MODULE: ./lib/src/find-bundle.js
var find_bundle = __webpack_require__(9824);
// EXTERNAL MODULE: ./lib/src/domain/bundle.js
var domain_bundle = __webpack_require__(2339);
;// CONCATENATED MODULE: ./lib/src/domain/workflow-names.js
/**
 * What Nightshift's files in a repository are called. The workflows are in `.github/workflows/`; a campaign's takes the
 * dispatch inputs `goal`, `focus`, `max-cycles`, `max-hours` and `max-cost`, each optional; the one that verifies for
 * the App takes `run` (id of the campaign's run, whose bundle it fetches) and `bundle` (its id).
 */
const workflowNames = {
    campaign: "nightshift.yml",
    verify: "nightshift-verify.yml",
    /** Artifact of a campaign: the files of a bundle. */
    bundle: "nightshift-bundle",
    /** Artifact of verify: `verdict.json`. */
    verdict: "nightshift-verdict",
};

;// CONCATENATED MODULE: ./lib/src/fetch-artifact.js
/**
 * The zip of a run's artifact, by the run's id and the artifact's exact name. Where two have the name neither is taken.
 * Throws `GITHUB_INVALID` for one that is too large.
 */
async function fetchArtifact({ run, name, maxBytes }, { github }) {
    const named = (await github.listArtifacts(run)).filter((artifact) => artifact.name === name);
    const [artifact, another] = named;
    if (artifact === undefined)
        return { status: "missing", reason: `the run has no artifact ${name}` };
    if (another !== undefined)
        return { status: "refused", reason: `the run has ${named.length} artifacts ${name}` };
    if (artifact.runId !== run)
        return { status: "refused", reason: `artifact ${name} is of run ${artifact.runId}` };
    if (artifact.isExpired)
        return { status: "missing", reason: `artifact ${name} has expired` };
    return { status: "fetched", zip: await github.downloadArtifact(artifact.id, maxBytes) };
}

// EXTERNAL MODULE: ./lib/src/memory/store-memory.js + 2 modules
var store_memory = __webpack_require__(6550);
// EXTERNAL MODULE: ./lib/src/memory/memory-files.js
var memory_files = __webpack_require__(7099);
;// CONCATENATED MODULE: ./lib/src/publish/pending/pending.js

/** What of a campaign waits for the next publication of the same bundle, as the memory branch has it. */
const pendingSchema = schemas/* object */.Ikc({
    /** The bundle's id. */
    bundle: schemas/* string */.YjP().max(100),
    /** The verdict's content id, as it was told to the publisher by who is trusted to know it. */
    verdict: schemas/* string */.YjP().max(100),
    /** The run whose artifacts hold both; null where that is not known. */
    run: schemas/* int */.Whr().positive().nullable().default(null),
    reason: schemas/* string */.YjP(),
    cycles: schemas/* array */.YOg(schemas/* int */.Whr().nonnegative()),
});

;// CONCATENATED MODULE: ./lib/src/publish/pending/list-pending.js



/** Publications that are looked at, the newest ones: artifacts are gone after some weeks. */
const maxLooked = 5;
const maxBytes = 1024 * 1024;
const noteSchema = schemas/* object */.Ikc({ campaign: schemas/* string */.YjP(), pending: pendingSchema.nullable() });
/** Publications that GitHub's limits have cut short, the oldest first, from the memory branch. What cannot be read is none. */
async function listPending({ prefix }, { github }) {
    const commit = await github.getRef((0,memory_files/* memoryRef */.hX)(prefix));
    const tree = commit === null ? undefined : (await github.getCommit(commit))?.tree;
    if (commit === null || tree === undefined)
        return [];
    // Campaigns are named by the time of their start.
    const paths = (await github.listTree(tree))
        .map(({ path }) => path)
        .filter((path) => /^publications\/[0-9a-z-]{1,80}\.json$/.test(path))
        .toSorted()
        .slice(-maxLooked);
    const found = [];
    for (const path of paths) {
        const note = parseNote(await github.readFile(commit, path));
        if (note?.pending)
            found.push({ campaign: note.campaign, path, pending: note.pending });
    }
    return found;
}
function parseNote(bytes) {
    if (bytes === null || bytes.length > maxBytes)
        return null;
    try {
        return noteSchema.parse(JSON.parse(bytes.toString("utf8")));
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./lib/src/publish/bundle/check-bundle.js
var check_bundle = __webpack_require__(7960);
// EXTERNAL MODULE: ./lib/src/publish/bundle/read-bundle.js + 6 modules
var read_bundle = __webpack_require__(4470);
;// CONCATENATED MODULE: ./lib/src/publish/publication-refusal.js
/** A refusal. Pure. */
function refusePublication(rule, reason) {
    return { status: "refused", rule, reason };
}

// EXTERNAL MODULE: ./lib/src/adapters/git-text.js
var git_text = __webpack_require__(1223);
// EXTERNAL MODULE: ./lib/src/config/load-config.js
var load_config = __webpack_require__(5264);
// EXTERNAL MODULE: ./lib/src/config/resolve-config.js + 8 modules
var resolve_config = __webpack_require__(740);
// EXTERNAL MODULE: ./lib/src/publish/bundle/digest-config.js
var digest_config = __webpack_require__(4018);
;// CONCATENATED MODULE: ./lib/src/publish/read-settings.js






/** Reads the configuration of a commit of sacred through the API; no environment and no flag has a say in it. */
async function readSettings(commit, { github }) {
    const bytes = await github.readFile(commit, load_config/* CONFIG_PATH */.t);
    const text = bytes === null ? null : (0,git_text/* decodeStrictly */.p)(bytes);
    if (bytes !== null && text === null)
        return refusePublication("other-config", `${load_config/* CONFIG_PATH */.t} at ${commit.slice(0, 12)} is not UTF-8 text.`);
    try {
        const file = text === null ? null : { text, path: load_config/* CONFIG_PATH */.t };
        const { config } = (0,resolve_config/* resolveConfig */.p)({ file, flags: [], environment: {} });
        return { status: "read", config, settings: chooseSettings(config), configDigest: (0,digest_config/* digestConfig */.P)(bytes) };
    }
    catch (error) {
        return refusePublication("other-config", `${load_config/* CONFIG_PATH */.t} cannot be read: ${(0,domain_errors/* describeError */.Uc)(error)}`);
    }
}
function chooseSettings({ branches, pullRequests, gates }) {
    const { mode, maxOpen, maxPerNight } = pullRequests;
    return {
        ...{ prefix: branches.prefix, mode, maxOpen, maxPerNight },
        commandOf: (name) => {
            const command = gates.find((gate) => gate.name === name)?.command;
            return command === undefined
                ? null
                : typeof command === "string"
                    ? command
                    : command.map(quoteWord).join(" ");
        },
    };
}
/** A word as a POSIX shell takes it. */
function quoteWord(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./lib/src/publish/state/create-history.js
/**
 * The history of a commit, looked up as far as it is asked about, breadth first, since a merge's second parent is often
 * the nearer way. What was looked up for one question is known for the next: `limit` look-ups are for all of them.
 */
function createHistory({ descendant, limit }, { github }) {
    const seen = new Set();
    const waiting = [descendant];
    let before = Promise.resolve();
    const find = async (ancestor) => {
        if (seen.has(ancestor) || waiting.includes(ancestor))
            return "found";
        for (;;) {
            if (seen.size >= limit)
                return "too-far";
            const [next] = waiting;
            if (next === undefined)
                return "not-found";
            const parents = seen.has(next) ? [] : ((await github.getCommit(next))?.parents ?? []);
            // Only now: where the look-up fails it is made again for the next question.
            waiting.shift();
            seen.add(next);
            waiting.push(...parents);
            if (parents.includes(ancestor))
                return "found";
        }
    };
    return (ancestor) => {
        const answer = before.then(() => find(ancestor));
        // One question after the other: two at once would walk the same way twice.
        before = answer.catch(() => { });
        return answer;
    };
}

;// CONCATENATED MODULE: ./lib/src/publish/state/find-ancestor.js

/** Whether a commit stands on another one, as far as `limit` look-ups show it. */
async function findAncestor({ ancestor, ...history }, deps) {
    return createHistory(history, deps)(ancestor);
}

;// CONCATENATED MODULE: ./lib/src/publish/verdict/bind-verdict.js

/**
 * Holds a verdict against the bundle that it is said to be of: same bundle, repository, base, configuration, master and
 * promotions, one for one. What does not fit is refused as a whole. That its trees can be made of the bundle's changes
 * shows when they are made. Pure.
 */
function bindVerdict(bundle, verdict) {
    const { manifest } = bundle;
    const refuse = (reason) => refusePublication("verdict-binding", reason);
    if (verdict.bundle !== bundle.id)
        return refuse(`The verdict is of bundle ${verdict.bundle}, not of ${bundle.id}.`);
    if (verdict.repository.toLowerCase() !== manifest.repository.toLowerCase())
        return refuse("The verdict is of another repository.");
    if (verdict.base !== manifest.base)
        return refuse(`The verdict is of base ${verdict.base}.`);
    if (verdict.configDigest !== manifest.configDigest)
        return refuse("The verdict was given under another configuration.");
    // Where what was carried did not pass, verify has started from the base alone.
    if (![manifest.master.tree, manifest.baseTree].includes(verdict.masterTree))
        return refuse(`The verdict starts from tree ${verdict.masterTree}, which is neither master's nor the base's.`);
    if (verdict.promotions.length !== bundle.promotions.length)
        return refuse("The verdict does not speak of each promotion once.");
    const promotions = [];
    let tree = verdict.masterTree;
    for (const [at, found] of verdict.promotions.entries()) {
        const promotion = bundle.promotions[at];
        if (promotion === undefined || promotion.facts.cycle !== found.cycle)
            return refuse(`The verdict's promotion ${at + 1} is of cycle ${found.cycle}.`);
        const isWhole = found.status === "verified"
            ? found.tree !== null && found.tree !== tree && found.tree.length === tree.length
            : found.tree === null && found.aloneTree === null;
        if (!isWhole || found.aloneTree === manifest.baseTree)
            return refuse(`The verdict of cycle ${found.cycle} contradicts itself.`);
        tree = found.tree ?? tree;
        promotions.push({ ...promotion, verdict: found });
    }
    return { status: "bound", promotions };
}

// EXTERNAL MODULE: ./lib/src/domain/bundle-verdict.js
var bundle_verdict = __webpack_require__(8867);
// EXTERNAL MODULE: ./lib/src/publish/bundle/bundle-refusal.js
var bundle_refusal = __webpack_require__(2806);
// EXTERNAL MODULE: ./lib/src/publish/bundle/compute-cid.js + 10 modules
var compute_cid = __webpack_require__(9829);
;// CONCATENATED MODULE: ./lib/src/publish/verdict/parse-verdict.js





/** More than any verdict within the schema's limits has in practice; what goes beyond is not read. */
const parse_verdict_maxBytes = 16 * 1024 * 1024;
/**
 * Reads `verdict.json`. `cid` is its content id as told by who is trusted to know it: the outputs of the verify job, or
 * the run that the App has started itself. Bytes with another id are nobody's verdict, whatever they say. Pure.
 */
function parseVerdict(bytes, { cid }) {
    if (bytes.length > parse_verdict_maxBytes)
        return refusePublication("verdict", `The verdict has ${bytes.length} bytes, more than ${parse_verdict_maxBytes}.`);
    const found = (0,compute_cid/* computeCid */.C)(bytes);
    if (found !== cid)
        return refusePublication("verdict-origin", `The verdict's content id is ${found}; verify told ${(0,bundle_refusal/* quote */.h)(cid)}.`);
    const text = (0,git_text/* decodeStrictly */.p)(bytes);
    const parsed = text === null ? null : readJson(text);
    if (parsed === null)
        return refusePublication("verdict", "The verdict is not JSON in UTF-8.");
    const verdict = bundle_verdict/* verdictSchema */.$.safeParse(parsed.value);
    if (!verdict.success) {
        const [issue] = verdict.error.issues;
        const where = issue === undefined ? "" : `: ${(0,bundle_refusal/* quote */.h)(`${issue.path.join(".")}: ${issue.message}`)}`;
        return refusePublication("verdict", `The verdict is not as the schema says${where}.`);
    }
    if (`${JSON.stringify(verdict.data)}\n` !== text)
        return refusePublication("verdict", "The verdict is written in another way than verify writes it.");
    return { status: "parsed", verdict: verdict.data };
}
function readJson(text) {
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/src/publish/accept-bundle.js







/** Commits of sacred that are looked through for the base. */
const maxHistory = 300;
/**
 * Takes a bundle and its verdict as hostile data: both are read anew, held against each other and against the repository:
 * its name, its default branch and that branch's history, and the configuration as the base has it. All of it fits, or
 * nothing is taken.
 */
async function acceptBundle(source, { github, }) {
    const read = await (0,read_bundle/* readBundle */.B)(source.bundle);
    if (read.status === "refused")
        return read;
    const { bundle } = read;
    const { manifest } = bundle;
    const parsed = parseVerdict(source.verdict, { cid: source.verdictCid });
    if (parsed.status === "refused")
        return parsed;
    const bound = bindVerdict(bundle, parsed.verdict);
    if (bound.status === "refused")
        return bound;
    const repository = await github.getRepository();
    if (repository.isArchived)
        return refusePublication("archived", "The repository is archived.");
    const { defaultBranch, owner, name } = repository;
    const commit = await github.getRef(`refs/heads/${defaultBranch}`);
    if (commit === null)
        return refusePublication("empty-repository", `There is no branch ${defaultBranch}.`);
    const history = await findAncestor({ ancestor: manifest.base, descendant: commit, limit: maxHistory }, { github });
    if (history !== "found")
        return refusePublication("base-history", `The base ${manifest.base} is not in ${defaultBranch}'s history.`);
    const settings = await readSettings(manifest.base, { github });
    if (settings.status === "refused")
        return settings;
    const baseTree = (await github.getCommit(manifest.base))?.tree ?? "";
    const checked = (0,check_bundle/* checkBundle */.J)(manifest, {
        repository: `${owner}/${name}`,
        sacred: settings.config.branches.sacred || defaultBranch,
        ...{ baseTree, configDigest: settings.configDigest, isVerifiedIsolated: true },
        ...(source.campaign === undefined ? {} : { campaign: source.campaign }),
        ...(source.base === undefined ? {} : { base: source.base }),
    });
    if (checked.status === "refused")
        return checked;
    if (manifest.sacred !== defaultBranch)
        return refusePublication("other-branch", `It starts from ${manifest.sacred}, not from ${defaultBranch}.`);
    return {
        status: "accepted",
        ...{ bundle, masterTree: parsed.verdict.masterTree, promotions: bound.promotions },
        ...{ sacred: { branch: defaultBranch, commit }, settings: settings.settings, config: settings.config },
    };
}

;// CONCATENATED MODULE: ./lib/src/publish/pull-request-marker.js

const gitHash = schemas/* string */.YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const markerSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    campaign: schemas/* string */.YjP().regex(/^[0-9a-z-]{1,80}$/),
    /** The promotions that are offered, in their order. */
    cycles: schemas/* array */.YOg(schemas/* int */.Whr().nonnegative()).min(1).max(200),
    /** Ids of their work items. */
    items: schemas/* array */.YOg(schemas/* string */.YjP().max(200)).min(1).max(200),
    /** Content ids of their changesets. */
    changesets: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^b[a-z2-7]{58}$/))
        .min(1)
        .max(200),
    tree: gitHash,
    /** Changed files as they were before, "" for a file that was not there: an item stays declined while they are so. */
    files: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* string */.YjP().max(1_000), schemas/* string */.YjP().max(80)])).max(50),
    /** When it was offered, ISO 8601. */
    at: iso/* datetime */.w$(),
    /** Whether it has been marked as declined: a label that is missing afterwards was taken off by a person. */
    isDeclined: schemas/* boolean */.zMY(),
});
const line = /^<!-- nightshift: (\{.*\}) -->$/;
/** The marker as the last line of a pull request's text. Nothing in it can end the comment. Pure. */
function renderMarker(marker) {
    const json = JSON.stringify(markerSchema.parse(marker))
        .replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)
        .replaceAll("--", "-\\u002d");
    return `<!-- nightshift: ${json} -->`;
}
/** Reads the marker: of the last line alone, written in the one way that there is, else null. Pure. */
function parseMarker(body) {
    const last = body.trimEnd().split("\n").at(-1)?.trim() ?? "";
    const json = line.exec(last)?.[1];
    if (json === undefined)
        return null;
    try {
        const parsed = markerSchema.safeParse(JSON.parse(json));
        return parsed.success && renderMarker(parsed.data) === last ? parsed.data : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/src/publish/decline-pull-request.js

/** The label that keeps an item from being offered again. */
const declinedLabel = {
    name: "nightshift:declined",
    color: "b60205",
    description: "Not wanted: take this label off to have it offered again",
};
/**
 * Marks a closed pull request as declined: the label first, then its marker, which tells later that the label was
 * there, so that one which is missing was taken off by a person. Doing it again changes nothing.
 */
async function declinePullRequest({ number, body }, { github }) {
    const marker = parseMarker(body);
    if (marker?.isDeclined === true)
        return;
    await github.ensureLabel(declinedLabel);
    await github.addLabels(number, [declinedLabel.name]);
    if (marker === null)
        return;
    const text = body.trimEnd().split("\n").slice(0, -1).join("\n");
    await github.updatePullRequest(number, {
        body: `${text}\n${renderMarker({ ...marker, isDeclined: true })}`,
    });
}

// EXTERNAL MODULE: ./lib/src/domain/ref-names.js
var ref_names = __webpack_require__(4299);
// EXTERNAL MODULE: ./lib/src/report/neutralize-references.js
var neutralize_references = __webpack_require__(8805);
;// CONCATENATED MODULE: ./lib/src/report/neutralize-text.js

/**
 * What no reader sees and some obey: control characters, directions, joiners, tags, private use; unpaired surrogates
 * are made well-formed before.
 */
const unseen = /[^\P{C}\n\t]|[\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;
/**
 * Text of a repository or a model for a place on GitHub: one line or several, in which nothing is a mention, closes an
 * issue, ends a hidden comment or shows as something else. It is not Markdown's matter yet: put it into code. Pure.
 */
function neutralizeText(text) {
    const seen = text.toWellFormed().replace(/\r\n?/g, "\n").replace(unseen, "\ufffd");
    return (0,neutralize_references/* neutralizeReferences */.I)(seen).replaceAll("<!--", "<! --").replaceAll("-->", "-- >");
}

// EXTERNAL MODULE: ./lib/src/report/render-commit-message.js
var render_commit_message = __webpack_require__(7777);
;// CONCATENATED MODULE: ./lib/src/publish/act/render-messages.js


const maxGates = 20;
/** The message of a promotion's commit: what it is, what verify found, and the trailers that it is known by. Pure. */
function renderPromotionMessage(campaign, { facts, verdict }) {
    const gates = verdict.gates
        .slice(0, maxGates)
        .map(({ gate, status, reason }) => neutralizeText(`${gate}: ${status}, ${reason}`).replace(/\s+/g, " "));
    return (0,render_commit_message/* renderCommitMessage */.j)({
        subject: neutralizeText(facts.subject),
        body: ["As verify found it:", "", ...gates].join("\n"),
        trailers: {
            "Nightshift-Campaign": campaign,
            "Nightshift-Cycle": String(facts.cycle),
            "Nightshift-Item": neutralizeText(facts.item.id),
            "Nightshift-Changeset": facts.changeset.cid,
        },
    });
}
/** The message of the commit by which master starts anew from sacred. `hasCarried`: its tree holds earlier promotions. Pure. */
function renderStartMessage({ campaign, sacred, base, master }, { hasCarried }) {
    const carried = hasCarried ? master.carried : [];
    return (0,render_commit_message/* renderCommitMessage */.j)({
        subject: `chore: start master from ${sacred}`,
        body: carried.map(({ subject }) => `Carried: ${neutralizeText(subject)}`).join("\n"),
        trailers: {
            "Nightshift-Campaign": campaign,
            "Nightshift-Sacred": base,
            "Nightshift-Carried": carried.map(({ commit }) => commit).join(" ") || "none",
        },
    });
}

;// CONCATENATED MODULE: ./lib/src/publish/act/advance-master.js


/**
 * Puts the commit on master that a campaign's promotions stand on: the base, or one that joins master and the base. The
 * tree of the first of them is built before, and so what is carried is too.
 */
async function startMaster({ manifest, masterTree, prefix }, { start, commit, }, { github }) {
    const { base, baseTree } = manifest;
    const ref = (0,ref_names/* nameRefs */.O)(prefix).master;
    if (start === "done" || start === "as-it-is")
        return commit === null ? stop("there is no master") : { status: "advanced", commit };
    if (start === "base" && masterTree !== baseTree)
        return stop("promotions are carried, and there is no master");
    if (start === "base" || commit === null)
        return move(base, { ref, from: commit }, github);
    const hasCarried = masterTree !== baseTree;
    const message = renderStartMessage(manifest, { hasCarried });
    const to = await github.createCommit({ tree: masterTree, parents: [commit, base], message });
    return move(to, { ref, from: commit }, github);
}
/**
 * Puts one promotion on master: its tree is built and compared, the snapshot tag is set on what master was, then master
 * moves. A tag that is there already is from a run that was cut off here, and has to say the same.
 */
async function promoteOnMaster({ promotion, onto, tree }, { manifest, prefix, parent }, { github, trees }) {
    const names = (0,ref_names/* nameRefs */.O)(prefix);
    const built = await trees.build({ onto, changeset: promotion.changeset, tree });
    if (built.status === "refused")
        return stop(built.reason);
    const snapshot = names.snapshot(manifest.campaign, promotion.facts.cycle);
    const tagged = await github.createRef(snapshot, parent);
    if (tagged.status === "forbidden")
        return stop(tagged.reason);
    if (tagged.status === "moved" && (await github.getRef(snapshot)) !== parent)
        return stop(`${snapshot} is on another commit than master`);
    const message = renderPromotionMessage(manifest.campaign, promotion);
    const to = await github.createCommit({ tree, parents: [parent], message });
    return move(to, { ref: names.master, from: parent }, github);
}
async function move(to, { ref, from }, github) {
    const outcome = from === null ? await github.createRef(ref, to) : await github.updateRef(ref, to);
    if (outcome.status === "done")
        return { status: "advanced", commit: to };
    // An answer that was lost and asked for again looks as if somebody else had been there.
    if (outcome.status === "moved" && (await github.getRef(ref)) === to)
        return { status: "advanced", commit: to };
    return stop(outcome.reason);
}
function stop(reason) {
    return { status: "stopped", reason };
}

// EXTERNAL MODULE: ./lib/src/publish/bundle/decode-content.js
var decode_content = __webpack_require__(1409);
;// CONCATENATED MODULE: ./lib/src/publish/act/create-tree-builder.js



/**
 * Makes trees through the Git Data API, each blob and each tree once. `stack`: what other trees are made on, so that one
 * is made from where GitHub has it.
 */
function createTreeBuilder({ stack }, { github }) {
    const blobs = new Map();
    const built = new Map();
    const writeBlob = async (bytes) => {
        const key = (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
        const known = blobs.get(key) ?? (await github.createBlob(bytes));
        blobs.set(key, known);
        return known;
    };
    const make = async ({ onto, changeset, tree }) => {
        const entries = [];
        for (const file of changeset.files) {
            const { path } = file;
            if (file.change === "delete")
                entries.push({ path, mode: "100644", sha: null });
            else
                entries.push({ path, mode: file.mode, sha: await writeBlob((0,decode_content/* decodeContent */.K)(file)) });
        }
        try {
            const made = await github.createTree(onto, entries);
            return made === tree
                ? { status: "built" }
                : {
                    status: "refused",
                    reason: `its changes give tree ${made} on ${onto}, not ${tree} as verify found`,
                };
        }
        catch (error) {
            // What GitHub will not build is no fault of the connection: the changes do not belong on this tree.
            if (!(error instanceof domain_errors/* NightshiftError */.nc) || error.code !== "GITHUB_INVALID")
                throw error;
            return { status: "refused", reason: `its changes cannot be made on tree ${onto}: ${error.message}` };
        }
    };
    const build = async (wanted) => {
        const key = `${wanted.onto} ${wanted.tree}`;
        const known = built.get(key);
        if (known !== undefined)
            return known;
        const beneath = stack.find(({ tree }) => tree === wanted.onto);
        const ground = beneath === undefined ? null : await build(beneath);
        const answer = ground?.status === "refused" ? ground : await make(wanted);
        built.set(key, answer);
        return answer;
    };
    return { build };
}

;// CONCATENATED MODULE: ./lib/src/publish/act/find-quota-lack.js
/** Calls of one promotion besides a blob for each file: tree, commits, refs, look-ups, pull request, label. */
const callsOfPromotion = 20;
/** What memory takes at the end, so that it can still be told what waits. */
const callsOfMemory = 25;
/** The hour's calls are shared with whatever else uses the token. */
const factor = 1.5;
/** Why what is left of the hour's calls is too little for one more promotion; null: there is enough. */
async function findQuotaLack({ files }, { github }) {
    const { remaining, resetAt } = await github.getQuota();
    const needed = Math.ceil((files + callsOfPromotion) * factor) + callsOfMemory;
    return remaining >= needed
        ? null
        : `${remaining} calls are left until ${resetAt}, fewer than the ${needed} that one more promotion may take`;
}

;// CONCATENATED MODULE: ./lib/src/publish/act/list-trees.js
/** What trees are made on: what master carries, then promotion after promotion. Pure. */
function listTrees({ bundle, masterTree, promotions, }) {
    const { baseTree } = bundle.manifest;
    const stack = bundle.master === null || masterTree === baseTree
        ? []
        : [{ onto: baseTree, changeset: bundle.master, tree: masterTree }];
    let onto = masterTree;
    for (const { changeset, verdict } of promotions) {
        if (verdict.tree === null)
            continue;
        stack.push({ onto, changeset, tree: verdict.tree });
        onto = verdict.tree;
    }
    return stack;
}

;// CONCATENATED MODULE: ./lib/src/report/fit-sections.js
const leftOut = "Some of the detail did not fit here; the campaign's artifact has all of it.";
/** Sections as one text of at most `maxChars`: where they are too long, whole sections go, and it says so. Pure. */
function fitSections(sections, maxChars) {
    let kept = sections.filter(({ text }) => text !== "");
    for (;;) {
        const isCut = kept.length < sections.filter(({ text }) => text !== "").length;
        const parts = [...kept.map(({ text }) => text), ...(isCut ? [leftOut] : [])];
        const text = parts.join("\n\n");
        const optional = kept.filter(({ weight }) => weight > 0);
        if (text.length <= maxChars || optional.length === 0)
            return text;
        const lightest = Math.min(...optional.map(({ weight }) => weight));
        const goes = kept.findLastIndex(({ weight }) => weight === lightest);
        kept = kept.toSpliced(goes, 1);
    }
}

// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(652);
;// CONCATENATED MODULE: ./lib/src/report/render-pull-request-commands.js


/** How to see it for oneself, what a reviewer can say, and where this comes from. Pure. */
function renderPullRequestCommands({ branch, command, head, nightshift }) {
    // The command is of the base, which people wrote: it has to be shown as it runs.
    const run = command === null ? "npx nightshift plan" : command;
    const reproduce = `git fetch origin ${branch} && git switch --detach FETCH_HEAD && ${run}`;
    const approve = head === "" ? "/approve <hash of the newest commit>" : `/approve ${head}`;
    const commands = [
        [approve, "verify once more, then ready for review"],
        ["/rollback", "take it off master again"],
        ["/retry", "try the item again, in another way"],
        ["/why", "what was tried, and what each gate said"],
        ["/status", "how the campaign stands"],
        ["/stop", "end the campaign that is running"],
        ["/forget <lesson>", "what was learned here no longer holds"],
    ];
    return [
        "### See for yourself",
        markdown/* markdown */.w.codeBlock(reproduce, "sh"),
        "### What you can say",
        "As a comment of one line, by people with write permission, where the Nightshift App is installed:",
        [
            "| comment | what it does |",
            "| --- | --- |",
            ...commands.map(([say, does]) => `| \`${say}\` | ${does} |`),
        ].join("\n"),
        "Closing this keeps Nightshift from offering the item again until its code changes or the label " +
            "`nightshift:declined` is taken off.",
        `---\n\nOpened by Nightshift ${markdown/* markdown */.w.code(neutralizeText(nightshift))}. The campaign's artifact holds the journal and the patch.`,
    ].join("\n\n");
}

;// CONCATENATED MODULE: ./lib/src/report/show-code.js


/** Text of a stranger in Markdown on GitHub: neutralised, and a code span of one line. Pure. */
function showCode(text) {
    return markdown/* markdown */.w.code(neutralizeText(text));
}
/** The same for a cell of a table. Pure. */
function showCodeCell(text) {
    return markdown/* markdown */.w.codeCell(neutralizeText(text));
}

;// CONCATENATED MODULE: ./lib/src/report/render-pull-request-evidence.js

const render_pull_request_evidence_maxGates = 30;
const maxFixed = 20;
/** What was red and is green: the campaign's words for before, verify's own result for after. Pure. */
function renderPullRequestEvidence({ evidence, gates }) {
    const before = new Map(evidence.map(({ gate, before: was }) => [gate, was]));
    const rows = gates.slice(0, render_pull_request_evidence_maxGates).map(({ gate, status, reason }) => {
        const was = before.get(gate);
        const cells = [gate, was ?? "not told", `${status}: ${reason}`].map(showCodeCell);
        return `| ${cells.join(" | ")} |`;
    });
    const fixed = gates.flatMap((gate) => gate.fixed);
    const lines = fixed.slice(0, maxFixed).map((name) => `- ${showCode(name)}`);
    return [
        "### Red before, green after",
        ...(rows.length === 0
            ? ["Verify told of no gate."]
            : [
                [
                    "| gate | before, as the campaign saw it | after, run again by verify |",
                    "| --- | --- | --- |",
                    ...rows,
                ].join("\n"),
            ]),
        ...(gates.length > render_pull_request_evidence_maxGates ? [`${gates.length - render_pull_request_evidence_maxGates} more gates are in the artifact.`] : []),
        ...(lines.length === 0 ? [] : [`Fixed, as verify saw it:\n\n${lines.join("\n")}`]),
        ...(fixed.length > maxFixed ? [`and ${fixed.length - maxFixed} more.`] : []),
    ].join("\n\n");
}

// EXTERNAL MODULE: ./lib/src/report/render-confidence.js
var render_confidence = __webpack_require__(5486);
;// CONCATENATED MODULE: ./lib/src/report/render-pull-request-facts.js


const maxNotes = 20;
/** How a promotion came about and what it cost, and what policy wants a reviewer to look at. Pure. */
function renderPullRequestFacts(promotion) {
    const { confidence, costUsd, tokens, attempts, candidates, origin, method, notes } = promotion;
    const facts = [
        ["confidence", confidence === null ? "not reckoned" : showCodeCell((0,render_confidence/* renderConfidence */.h)(confidence))],
        ["cost", `$${costUsd.toFixed(4)}, ${tokens} tokens`],
        ["attempts", `${attempts}, with ${candidates} candidates`],
        ["made by", `${showCodeCell(origin)}, method ${showCodeCell(method)}`],
    ];
    const table = ["| | |", "| --- | --- |", ...facts.map((row) => `| ${row.join(" | ")} |`)].join("\n");
    const lines = notes.slice(0, maxNotes).map(({ rule, file, line, reason }) => {
        const place = file === "" ? "" : `${showCode(line === null ? file : `${file}:${line}`)}: `;
        return `- ${place}${showCode(reason)} (rule ${showCode(rule)})`;
    });
    const more = notes.length > maxNotes ? [`- and ${notes.length - maxNotes} more`] : [];
    return [
        "### How it came about",
        table,
        ...(lines.length === 0 ? [] : [`Please look at these:\n\n${[...lines, ...more].join("\n")}`]),
    ].join("\n\n");
}

;// CONCATENATED MODULE: ./lib/src/report/render-refused-attempts.js

const maxShown = 20;
/** What was tried on the same item and refused, and why. "" where nothing was. Pure. */
function renderRefusedAttempts({ refused }) {
    if (refused.length === 0)
        return "";
    const lines = refused
        .slice(0, maxShown)
        .map(({ summary, rule, reason }) => `- ${showCode(summary)}: ${showCode(reason)} (${showCode(rule)})`);
    const more = refused.length > maxShown ? [`- and ${refused.length - maxShown} more`] : [];
    return [
        "<details><summary>What was tried and refused</summary>",
        [...lines, ...more].join("\n"),
        "</details>",
    ].join("\n\n");
}

;// CONCATENATED MODULE: ./lib/src/report/render-pull-request.js







const maxTitleChars = 120;
/**
 * The draft pull request of a story: what was wrong, what was red and is green, what it cost, how to see it for oneself,
 * what was tried and refused, and what a reviewer can say. All that came from a repository or a model is in code and
 * neutralised. The text is as long as `maxChars` as far as that leaves room for 20,000. Pure.
 */
function renderPullRequest(story, { maxChars }) {
    const sections = [
        { text: renderIntroduction(story), weight: 0 },
        { text: renderPlace(story), weight: 0 },
        ...story.promotions.flatMap((promotion, at) => [
            { text: renderHeading(promotion, story), weight: at === 0 ? 0 : 9 },
            { text: renderPullRequestEvidence(promotion), weight: 5 },
            { text: renderPullRequestFacts(promotion), weight: 4 },
            { text: renderRefusedAttempts(promotion), weight: 2 },
        ]),
        { text: renderPullRequestCommands(story), weight: 0 },
    ];
    return { title: renderTitle(story), body: fitSections(sections, maxChars) };
}
/** A title is no Markdown, and becomes the subject of a squashed commit. */
function renderTitle({ promotions, campaign }) {
    const [first] = promotions;
    const text = promotions.length === 1 && first !== undefined
        ? first.subject
        : `Nightshift: ${promotions.length} promotions of campaign ${campaign}`;
    const line = neutralizeText(text).replace(/\s+/g, " ").trim();
    const characters = [...(line === "" ? "Nightshift: a promotion" : line)];
    return characters.length <= maxTitleChars
        ? characters.join("")
        : `${characters.slice(0, maxTitleChars - 1).join("")}…`;
}
function renderIntroduction({ campaign, promotions }) {
    const what = promotions.length === 1 ? "This is a promotion" : `These are ${promotions.length} promotions`;
    return (`${what} of Nightshift campaign ${showCode(campaign)}. Every gate ran again on a machine of its own, isolated and ` +
        "without secrets, before this was opened. It is a draft: nothing merges it but a person.");
}
function renderPlace(story) {
    const { stackedOn, sacred, base, hasSacredMoved, isOnMaster, alsoHolds } = story;
    const where = stackedOn === null
        ? alsoHolds.length === 0
            ? `It stands on ${showCode(sacred)} alone (${showCode(base.slice(0, 12))}) and needs no other pull request.`
            : `It stands on ${showCode(sacred)} (${showCode(base.slice(0, 12))}).`
        : `It is **stacked** on ${showCode(stackedOn)}: merge that one first.`;
    const why = story.stackReason === "" || (stackedOn === null && alsoHolds.length === 0)
        ? ""
        : ` Why it is not offered alone: ${showCode(story.stackReason)}.`;
    const more = alsoHolds.length === 0
        ? ""
        : `\n\n> **It holds more than its own change**, since it was verified so:\n${alsoHolds
            .slice(0, 20)
            .map((subject) => `> - ${showCode(subject)}`)
            .join("\n")}`;
    const moved = hasSacredMoved
        ? ` ${showCode(sacred)} has gone further since, in files that this does not touch.`
        : "";
    const master = isOnMaster ? "" : " It is not on master: what master holds has changed meanwhile.";
    return `${where}${why}${moved}${master}${more}`;
}
function renderHeading({ item, subject, cycle }, { promotions }) {
    const heading = promotions.length === 1 ? "## What was wrong" : `## Cycle ${cycle}: ${showCode(subject)}`;
    const files = item.files.slice(0, 10).map((file) => showCode(file));
    const lines = [
        `${showCode(item.title)}, found by gate ${showCode(item.gate)} (${showCode(item.kind)}).`,
        ...(item.signature === "" ? [] : [`It failed as ${showCode(item.signature)}.`]),
        ...(files.length === 0 ? [] : [`Where: ${files.join(", ")}.`]),
    ];
    return `${heading}\n\n${lines.join(" ")}`;
}

;// CONCATENATED MODULE: ./lib/src/publish/build-marker.js
const maxFiles = 50;
/** Of all paths together: the marker is part of a text of limited length. */
const maxPathChars = 5_000;
/** The marker of an offer, with as many of its files as there is room for. Pure. */
function buildMarker({ commits, cycles }, { manifest, baseBlobs, at, }) {
    const promotions = commits.map(({ promotion }) => promotion);
    const paths = [...new Set(promotions.flatMap(({ changeset }) => changeset.files.map(({ path }) => path)))];
    let leftChars = maxPathChars;
    const told = paths.slice(0, maxFiles).filter((path) => {
        leftChars -= path.length;
        return leftChars >= 0;
    });
    return {
        version: 1,
        campaign: manifest.campaign,
        cycles: [...cycles],
        items: promotions.map(({ facts }) => facts.item.id),
        changesets: promotions.map(({ facts }) => facts.changeset.cid),
        tree: commits.at(-1)?.tree ?? "",
        files: told.map((path) => [path, baseBlobs?.get(path) ?? ""]),
        ...{ at, isDeclined: false },
    };
}

;// CONCATENATED MODULE: ./lib/src/publish/parse-trailers.js
/** Trailers of a commit message, `Name: value`, those of its last paragraph; the last of a name wins. Pure. */
function parseTrailers(message) {
    const paragraph = message.trimEnd().split(/\n\n+/).at(-1) ?? "";
    const pairs = paragraph.split("\n").flatMap((line) => {
        const match = /^([A-Za-z][\w-]*): (.*)$/.exec(line);
        return match === null ? [] : [[match[1] ?? "", match[2] ?? ""]];
    });
    return new Map(pairs);
}

;// CONCATENATED MODULE: ./lib/src/publish/act/open-offer.js





/** The label of every pull request of Nightshift's. */
const promotionLabel = {
    name: "nightshift:promotion",
    color: "5319e7",
    description: "A promotion of Nightshift: verified, and waiting for a person",
};
/** GitHub takes 65,536; the rest is for what people add. */
const maxBodyChars = 60_000;
/** What every text has, whatever its detail. */
const minTextChars = 20_000;
/**
 * Makes an offer's branch and its draft pull request, as far as they are not there. Whatever is found under its name has
 * to be what would have been made; it is never overwritten.
 */
async function openOffer(offer, input, deps) {
    const branch = await openBranch(offer, input, deps);
    const known = offer.known === null ? null : await deps.github.getPullRequest(offer.known);
    // People may have gone on with the branch: then nothing else is stacked on it.
    if (branch.status === "stopped" && known !== null)
        return { status: "known", pullRequest: known, head: null };
    if (branch.status === "stopped")
        return branch;
    const opened = await openPullRequest(offer, { ...input, head: branch.head }, deps);
    if (opened.status === "stopped")
        return opened;
    const { pullRequest } = opened;
    if (pullRequest.state === "open" && !pullRequest.labels.includes(promotionLabel.name))
        await deps.github.addLabels(pullRequest.number, [promotionLabel.name]);
    return { ...opened, head: branch.head };
}
async function openBranch(offer, { manifest, heads }, { github, trees }) {
    const { ref, parent: wanted, commits } = offer;
    const known = await github.getRef(ref);
    if (known !== null)
        return checkBranch(known, offer, { manifest, github });
    let parent = wanted.kind === "base" ? manifest.base : heads.get(wanted.ref);
    if (parent === undefined)
        return { status: "stopped", reason: "the branch that it stands on is not there" };
    for (const { promotion, onto, tree } of commits) {
        const built = await trees.build({ onto, changeset: promotion.changeset, tree });
        if (built.status === "refused")
            return { status: "stopped", reason: built.reason };
        const message = renderPromotionMessage(manifest.campaign, promotion);
        parent = await github.createCommit({ tree, parents: [parent], message });
    }
    const made = await github.createRef(ref, parent);
    if (made.status === "done")
        return { status: "there", head: parent };
    const now = made.status === "moved" ? await github.getRef(ref) : null;
    return now === null
        ? { status: "stopped", reason: made.reason }
        : checkBranch(now, offer, { manifest, github });
}
async function checkBranch(head, { ref, commits }, { manifest, github }) {
    const commit = await github.getCommit(head);
    const trailers = parseTrailers(commit?.message ?? "");
    const last = commits.at(-1);
    const isOurs = commit?.tree === last?.tree &&
        trailers.get("Nightshift-Campaign") === manifest.campaign &&
        trailers.get("Nightshift-Cycle") === String(last?.promotion.facts.cycle);
    return isOurs
        ? { status: "there", head }
        : { status: "stopped", reason: `${ref} holds something else, and is left as it is` };
}
async function openPullRequest(offer, { manifest, baseBlobs, head, at }, { github }) {
    const branch = offer.ref.slice("refs/heads/".length);
    const [before] = await github.listPullRequests({ state: "all", head: branch, limit: 1 });
    if (before !== undefined)
        return { status: "known", pullRequest: before };
    const marker = renderMarker(buildMarker(offer, { manifest, baseBlobs, at }));
    const room = maxBodyChars - marker.length;
    if (room < minTextChars)
        return { status: "stopped", reason: "one pull request cannot tell of so many promotions" };
    const { title, body } = renderPullRequest({ ...offer.story, head }, { maxChars: room });
    const base = offer.baseRef.slice("refs/heads/".length);
    const made = await github.createPullRequest({ title, body: `${body}\n\n${marker}`, head: branch, base });
    if (made.status === "created")
        return made;
    const [now] = made.status === "exists" ? await github.listPullRequests({ state: "all", head: branch, limit: 1 }) : [];
    return now === undefined
        ? { status: "stopped", reason: made.reason }
        : { status: "known", pullRequest: now };
}

;// CONCATENATED MODULE: ./lib/src/publish/act/prune-snapshots.js

/** Tags that one publication takes away. */
const maxRemoved = 50;
/**
 * Takes the oldest snapshot tags away so that the newest `keep` stay. Campaigns are named by their time, so names tell
 * the order. One that cannot be taken away stays, and is tried again next time.
 */
async function pruneSnapshots({ prefix, keep }, { github }) {
    const { snapshots } = (0,ref_names/* nameRefs */.O)(prefix);
    const refs = (await github.listRefs(snapshots)).map(({ ref }) => ref);
    const oldestFirst = refs.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
    for (const ref of oldestFirst.slice(0, Math.max(0, refs.length - keep)).slice(0, maxRemoved))
        await github.deleteRef(ref);
}

;// CONCATENATED MODULE: ./lib/src/publish/act/act-on-plan.js








/** Does what is planned, promotion after promotion: master first, then its pull request, so that a cut leaves whole ones. */
async function actOnPlan(input, deps) {
    const { plan } = input;
    const progress = {
        ...{ pullRequests: [], left: [...plan.left], heads: new Map() },
        master: {
            status: plan.master.status === "left" ? "left" : "unchanged",
            reason: plan.master.status === "advance" ? "" : plan.master.reason,
        },
    };
    const planned = plan.offers.flatMap(({ cycles }) => cycles);
    const settle = (status, reason) => {
        const settled = new Set([
            ...progress.pullRequests.flatMap(({ cycles }) => cycles),
            ...progress.left.map(({ cycle }) => cycle),
        ]);
        return { ...progress, status, reason, waiting: planned.filter((cycle) => !settled.has(cycle)) };
    };
    try {
        for (const number of plan.declines) {
            const known = input.state.offers.known.find(({ pullRequest }) => pullRequest.number === number);
            if (known !== undefined)
                await declinePullRequest(known.pullRequest, deps);
        }
        const lack = await actOnPromotions(input, progress, deps);
        const { keep } = input.config.snapshots;
        if (progress.master.status === "advanced")
            await pruneSnapshots({ prefix: input.settings.prefix, keep }, deps);
        return lack === null ? settle("published", "") : settle("interrupted", lack);
    }
    catch (error) {
        if (!(error instanceof domain_errors/* NightshiftError */.nc) || error.code !== "GITHUB_RATE_LIMITED")
            throw error;
        return settle("interrupted", error.message);
    }
}
async function actOnPromotions(input, progress, { github }) {
    const { plan, bundle, settings, masterTree, state, at } = input;
    const { manifest } = bundle;
    const deps = { github, trees: createTreeBuilder({ stack: listTrees(input) }, { github }) };
    const master = { manifest, masterTree, prefix: settings.prefix };
    const toMaster = new Map(plan.master.status === "advance"
        ? plan.master.commits.map((commit) => [commit.promotion.facts.cycle, commit])
        : []);
    const offerOf = new Map(plan.offers.map((offer) => [offer.cycles.at(-1) ?? -1, offer]));
    if (plan.offers.some(({ known }) => known === null))
        await github.ensureLabel(promotionLabel);
    let head = null;
    for (const { facts, changeset } of input.promotions) {
        const { cycle } = facts;
        const commit = toMaster.get(cycle);
        const offer = offerOf.get(cycle);
        if (commit === undefined && offer === undefined)
            continue;
        const lack = await findQuotaLack({ files: changeset.files.length }, { github });
        if (lack !== null)
            return lack;
        if (commit !== undefined && progress.master.status !== "left" && plan.master.status === "advance") {
            const start = head ?? (await startHead(commit, plan.master.start, { master, state, progress }, deps));
            const step = start === null ? null : await promoteOnMaster(commit, { ...master, parent: start }, deps);
            if (step?.status === "advanced") {
                head = step.commit;
                progress.master = { status: "advanced", reason: "" };
            }
            else if (step !== null)
                progress.master = { status: "left", reason: step.reason };
        }
        if (offer !== undefined)
            await offerPromotion(offer, { input, progress, at }, deps);
    }
    return null;
}
/** Nothing is written before the first tree is known to be the one that verify told. */
async function startHead({ promotion, onto, tree }, start, { master, state, progress, }, deps) {
    const built = await deps.trees.build({ onto, changeset: promotion.changeset, tree });
    const step = built.status === "refused"
        ? { status: "stopped", reason: built.reason }
        : await startMaster(master, { start, commit: state.master.commit }, deps);
    if (step.status === "advanced")
        return step.commit;
    progress.master = { status: "left", reason: step.reason };
    return null;
}
async function offerPromotion(offer, { input, progress, at }, deps) {
    const { bundle, state } = input;
    const isOnMaster = offer.story.isOnMaster && progress.master.status !== "left";
    const opened = await openOffer({ ...offer, story: { ...offer.story, isOnMaster } }, { manifest: bundle.manifest, baseBlobs: state.baseBlobs, heads: progress.heads, at }, deps);
    if (opened.status === "stopped") {
        const titles = new Map(bundle.promotions.map(({ facts }) => [facts.cycle, facts.item.title]));
        for (const cycle of offer.cycles)
            progress.left.push({ cycle, title: titles.get(cycle) ?? "", rule: "stopped", reason: opened.reason });
        return;
    }
    if (opened.head !== null)
        progress.heads.set(offer.ref, opened.head);
    const { number, url } = opened.pullRequest;
    progress.pullRequests.push({ number, url, cycles: offer.cycles, status: opened.status });
}

// EXTERNAL MODULE: ./lib/src/domain/digest.js
var digest = __webpack_require__(499);
// EXTERNAL MODULE: ./lib/src/memory/lesson-keys.js + 1 modules
var lesson_keys = __webpack_require__(5356);
;// CONCATENATED MODULE: ./lib/src/publish/lessons/choose-lessons.js


/** Of one campaign. Rewards are many and small. */
const maxLessons = 1_000;
const maxLessonBytes = 64 * 1024;
/** A record's diff is cut where it is longer; then its key is of more than is there. */
const cutMark = "\n[cut]\n";
/**
 * What memory takes of a bundle's lessons. No gate of verify's speaks for them, so none may do more than cost a try: each
 * has to be of a time and a cycle of this campaign, under the very id and key that its content gives, so that it cannot
 * take the place of another lesson or outlive being forgotten. What is said to have worked counts where verify saw it
 * work, and nowhere else. Pure. See docs/decisions/0018-lessons-of-a-bundle.md.
 */
function chooseLessons({ manifest, lessons }, promotions) {
    const verified = new Set(promotions.flatMap(({ facts, verdict }) => (verdict.status === "verified" ? [facts.cycle] : [])));
    const [from, to] = [Date.parse(manifest.startedAt), Date.parse(manifest.finishedAt)];
    const taken = lessons.filter((lesson) => {
        const at = Date.parse(lesson.at);
        return (lesson.kind !== "forgotten" &&
            lesson.campaign === manifest.campaign &&
            isIsoTime(lesson.at) &&
            at >= from &&
            at <= to &&
            (lesson.kind !== "pattern" || verified.has(lesson.cycle)) &&
            isUnderItsKey(lesson) &&
            Buffer.byteLength(JSON.stringify(lesson)) <= maxLessonBytes);
    });
    const kept = taken.slice(0, maxLessons);
    return { lessons: kept, refused: lessons.length - kept.length };
}
/** Times are compared as text elsewhere. */
function isIsoTime(at) {
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at));
}
function isUnderItsKey(lesson) {
    const { kind, key, files } = lesson;
    const isNamed = lesson.id === (0,lesson_keys/* lessonId */.Sq)(kind, key, kind === "reward" ? [] : files);
    return isNamed && (findKey(lesson) ?? key) === key;
}
/** The key that the content gives; null where the content does not say. */
function findKey(lesson) {
    if (lesson.kind === "suggested")
        return (0,lesson_keys/* suggestedKey */.Vt)({ item: lesson.item.id, brain: lesson.brain, files: lesson.files });
    if (!("diff" in lesson) || lesson.diff.endsWith(cutMark))
        return null;
    const { signature } = lesson.item;
    if (lesson.kind === "avoided")
        return (0,lesson_keys/* avoidedKey */.oU)({ signature, diff: lesson.diff });
    if (lesson.kind === "denied")
        return (0,lesson_keys/* deniedKey */.Lt)({ rule: lesson.rule, diff: lesson.diff });
    return (0,digest/* digest */.b)("pattern", signature, (0,lesson_keys/* avoidedKey */.oU)({ signature: "", diff: lesson.diff }));
}

// EXTERNAL MODULE: ./lib/src/report/fold.js + 2 modules
var fold = __webpack_require__(8512);
// EXTERNAL MODULE: ./lib/src/report/render-report.js + 6 modules
var render_report = __webpack_require__(1508);
// EXTERNAL MODULE: ./lib/src/report/render-status.js
var render_status = __webpack_require__(432);
;// CONCATENATED MODULE: ./lib/src/publish/pending/name-publication.js
/** The file of the memory branch that tells what became of a campaign's publication. Pure. */
function namePublication(campaign) {
    return `publications/${campaign}.json`;
}

;// CONCATENATED MODULE: ./lib/src/publish/lessons/store-lessons.js





/**
 * Merges lessons into the memory branch, with the campaign's status and report. Both are rendered here, from the journal:
 * nothing of them is taken as the bundle has it. Throws `MEMORY_CONTENDED` when others kept being quicker.
 */
async function storeLessons(input, { git }) {
    const { bundle, lessons, left, pending, keepDays, at } = input;
    const { campaign } = bundle.manifest;
    const suggestions = bundle.manifest.suggestions.map(({ patch: _, ...told }) => told);
    const state = (0,fold/* foldEvents */.v0)(bundle.journal);
    const publication = { version: 1, campaign, left, suggestions, pending };
    const render = (value) => `${JSON.stringify(value, null, 2)}\n`;
    return (0,store_memory/* storeMemory */.n)({
        lessons,
        files: [
            { path: "status.json", content: render((0,render_status/* renderStatus */.L)(state)) },
            { path: `reports/${campaign}.md`, content: (0,render_report/* renderReport */.B)(state) },
            { path: namePublication(campaign), content: render(publication) },
        ],
        ...{ keepDays, at, message: `chore: memory of campaign ${campaign}` },
    }, { git });
}

;// CONCATENATED MODULE: ./lib/src/publish/act/store-outcome.js



/** Failures that leave memory to the next run: the pull requests stand whatever becomes of it. */
const passing = new Set(["GITHUB_RATE_LIMITED", "MEMORY_CONTENDED", "MEMORY_FORBIDDEN"]);
/** Leaves patches of what waits, puts the lessons into memory with a note of it, and tells what was done. */
async function storeOutcome({ accepted, done, verdictCid, run, at, }, deps) {
    const { bundle, promotions, settings, config } = accepted;
    const { waiting, ...told } = done;
    const waits = promotions.filter(({ facts }) => waiting.includes(facts.cycle));
    const patches = waits.length === 0 ? [] : await deps.writePatches(waits);
    const chosen = chooseLessons(bundle, promotions);
    const pending = done.status === "published"
        ? null
        : { bundle: bundle.id, verdict: verdictCid, run, reason: done.reason, cycles: [...waiting] };
    const left = [
        ...done.left,
        ...waits.map(({ facts }) => ({
            ...{ cycle: facts.cycle, title: facts.item.title },
            ...{ rule: "quota", reason: done.reason },
        })),
    ];
    const store = async () => {
        if (!config.memory.enabled)
            return { status: "left", reason: "memory is switched off" };
        try {
            const { keepDays } = config.memory;
            const git = deps.openMemory(settings.prefix);
            const { lessons } = chosen;
            await storeLessons({ bundle, lessons, left, pending, keepDays, at }, { git });
            return { status: "stored", lessons: lessons.length, refused: chosen.refused };
        }
        catch (error) {
            if (!(error instanceof domain_errors/* NightshiftError */.nc) || !passing.has(error.code))
                throw error;
            return { status: "left", reason: (0,domain_errors/* describeError */.Uc)(error) };
        }
    };
    const memory = await store();
    const { campaign, suggestions } = bundle.manifest;
    return { ...told, left, suggestions, campaign, bundle: bundle.id, patches, memory };
}

;// CONCATENATED MODULE: ./lib/src/publish/plan/find-obstacle.js
/** Whether a closed pull request says that its items are not wanted. Pure. */
function isDecline({ pullRequest, marker }) {
    const isLabelled = pullRequest.labels.includes("nightshift:declined");
    return pullRequest.state === "closed" && !pullRequest.isMerged && (isLabelled || !marker.isDeclined);
}
/**
 * What stands against offering a promotion of this campaign: its item has a pull request open, or a person has declined
 * it and the code is as it was; or files that it stands on are not on sacred as they were on the base. Pure.
 */
function findObstacle({ promotion, campaign, paths, }, state) {
    const { id } = promotion.facts.item;
    const alike = state.offers.known.filter(({ marker }) => marker.items.includes(id));
    const { cycle } = promotion.facts;
    const own = alike.find(({ marker }) => marker.campaign === campaign && marker.cycles.includes(cycle));
    if (own !== undefined && own.pullRequest.state === "closed")
        return { rule: "closed", reason: `it was offered as #${own.pullRequest.number}, which is closed` };
    if (own !== undefined)
        return null;
    const open = alike.find(({ pullRequest }) => pullRequest.state === "open");
    if (open !== undefined)
        return { rule: "open-elsewhere", reason: `#${open.pullRequest.number} is open for the same item` };
    const declined = alike.find((offer) => isDecline(offer) && isUnchanged(offer, state));
    if (declined !== undefined)
        return {
            rule: "declined",
            reason: `#${declined.pullRequest.number} for the same item was closed, and the code is as it was then`,
        };
    return findMove(paths, state);
}
/** A file list that GitHub cut off shows no change: what a person declined stays declined. */
function isUnchanged({ marker }, { sacredBlobs }) {
    return sacredBlobs === null || marker.files.every(([path, blob]) => (sacredBlobs.get(path) ?? "") === blob);
}
function findMove(paths, { baseBlobs, sacredBlobs, sacred }) {
    if (baseBlobs === sacredBlobs && baseBlobs !== null)
        return null;
    if (baseBlobs === null || sacredBlobs === null)
        return {
            rule: "sacred-moved",
            reason: `${sacred.branch} has moved, and GitHub does not list all of its files`,
        };
    const moved = paths.find((path) => baseBlobs.get(path) !== sacredBlobs.get(path));
    return moved === undefined
        ? null
        : {
            rule: "sacred-moved",
            reason: `${sacred.branch} has another ${JSON.stringify(moved)} since: it is left to the next campaign`,
        };
}

;// CONCATENATED MODULE: ./lib/src/publish/plan/count-room.js
const dayMs = 86_400_000;
/** Counts from what is open, and what was offered within a day before `at`. */
function countRoom({ known }, { maxOpen, maxPerNight, at }) {
    let open = known.filter(({ pullRequest }) => pullRequest.state === "open").length;
    let tonight = known.filter(({ marker }) => Date.parse(at) - Date.parse(marker.at) < dayMs).length;
    return {
        take: () => {
            if (open >= maxOpen)
                return { rule: "max-open", reason: `${open} pull requests are open, the most that may be` };
            if (tonight >= maxPerNight)
                return {
                    rule: "max-per-night",
                    reason: `${tonight} were offered within a day, the most that may be`,
                };
            open += 1;
            tonight += 1;
            return null;
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/publish/plan/list-stack.js
/** The verified promotions in their order, each with what is beneath it. Pure. */
function listStack({ manifest, carriedPaths, masterTree, promotions, state, }) {
    const hasCarried = masterTree !== manifest.baseTree;
    const carried = hasCarried ? state.carried : [];
    const carriedSubjects = hasCarried && carried.length === 0 ? ["promotions of earlier campaigns"] : carried;
    const stack = [];
    let onto = masterTree;
    let paths = hasCarried ? carriedPaths : [];
    for (const promotion of promotions) {
        const { tree } = promotion.verdict;
        if (promotion.verdict.status === "dropped" || tree === null)
            continue;
        const ownPaths = promotion.changeset.files.map(({ path }) => path);
        const beneath = stack.map((step) => step.promotion.facts);
        paths = [...paths, ...ownPaths];
        stack.push({
            ...{ promotion, isFirst: stack.length === 0, onto, tree, ownPaths, allPaths: paths },
            heldBesides: (offer) => {
                const isWhole = offer?.commits.at(-1)?.tree === onto;
                const within = new Set(offer === null ? [] : offer.cycles);
                return offer !== null && isWhole
                    ? []
                    : [
                        ...carriedSubjects,
                        ...beneath.filter(({ cycle }) => !within.has(cycle)).map(({ subject }) => subject),
                    ];
            },
        });
        onto = tree;
    }
    return stack;
}

;// CONCATENATED MODULE: ./lib/src/publish/plan/tell-story.js
/** A promotion as its pull request tells it: what the campaign says, and what verify found. Pure. */
function tellPromotion({ facts, verdict }) {
    const { changeset: _, patch: __, tree: ___, parentTree: ____, isUnsafe: _____, ...told } = facts;
    return { ...told, gates: verdict.gates };
}

;// CONCATENATED MODULE: ./lib/src/publish/plan/plan-offers.js





/** For these a promotion stays on master all the same: another pull request offers what it is for. */
const keptOnMaster = new Set(["open-elsewhere"]);
/**
 * One pull request for each promotion: on sacred alone where verify saw its gates pass there, else on the branch of the
 * promotion before it. Master holds promotions as far as all are offered: what nobody is shown is left to the next
 * campaign, with all that stands on it. Pure.
 */
function planOffers(input) {
    const { manifest, state, settings, at } = input;
    const room = countRoom(state.offers, { ...settings, at });
    const offers = [];
    const kept = [];
    const left = listDropped(input.promotions);
    let isMasterOpen = true;
    let before = null;
    for (const step of listStack(input)) {
        const { promotion, isFirst } = step;
        const isAlone = promotion.verdict.aloneTree !== null;
        const known = findKnown(step, input);
        const obstacle = findObstacle({ promotion, campaign: manifest.campaign, paths: isAlone ? step.ownPaths : step.allPaths }, state) ??
            (isAlone || isFirst || before !== null
                ? null
                : { rule: "builds-on", reason: "what it stands on is not offered" }) ??
            (known === null ? room.take() : null);
        if (obstacle !== null) {
            left.push(leave(promotion, obstacle));
            isMasterOpen &&= keptOnMaster.has(obstacle.rule);
            if (isMasterOpen)
                kept.push(step);
            before = null;
            continue;
        }
        if (isMasterOpen)
            kept.push(step);
        const offer = planOffer(step, { input, before, known, isOnMaster: isMasterOpen });
        offers.push(offer);
        before = offer;
    }
    return { offers, left: left.toSorted((a, b) => a.cycle - b.cycle), kept };
}
/** What verify dropped, as left. Pure. */
function listDropped(promotions) {
    return promotions
        .filter(({ verdict }) => verdict.status === "dropped")
        .map((promotion) => leave(promotion, { rule: "dropped", reason: promotion.verdict.reason }));
}
/** A promotion as left. Pure. */
function leave({ facts }, { rule, reason }) {
    return { cycle: facts.cycle, title: facts.item.title, rule, reason };
}
function findKnown({ promotion }, { manifest, state }) {
    const own = state.offers.known.find(({ marker }) => marker.campaign === manifest.campaign &&
        marker.cycles.length === 1 &&
        marker.cycles[0] === promotion.facts.cycle);
    return own?.pullRequest.number ?? null;
}
function planOffer(step, { input, before, known, isOnMaster, }) {
    const { manifest, state, settings } = input;
    const { promotion } = step;
    const { aloneTree, aloneReason } = promotion.verdict;
    const { cycle } = promotion.facts;
    const ref = (0,ref_names/* nameRefs */.O)(settings.prefix).fix(manifest.campaign, cycle);
    const sacredRef = `refs/heads/${manifest.sacred}`;
    const onto = aloneTree === null ? before : null;
    const commit = aloneTree === null
        ? { promotion, onto: step.onto, tree: step.tree }
        : { promotion, onto: manifest.baseTree, tree: aloneTree };
    // The branch before holds one promotion where that one is offered alone; this tree holds all before it.
    const holdsAlso = aloneTree === null ? step.heldBesides(onto) : [];
    return {
        cycles: [cycle],
        ref,
        baseRef: onto?.ref ?? sacredRef,
        parent: onto === null ? { kind: "base" } : { kind: "offer", ref: onto.ref },
        commits: [commit],
        known,
        story: {
            ...{ campaign: manifest.campaign, promotions: [tellPromotion(promotion)], sacred: manifest.sacred },
            ...{ branch: ref.slice("refs/heads/".length), base: manifest.base, head: "" },
            hasSacredMoved: state.sacred.commit !== manifest.base,
            isOnMaster,
            stackedOn: onto === null ? null : onto.ref.slice("refs/heads/".length),
            stackReason: aloneReason,
            alsoHolds: holdsAlso,
            command: settings.commandOf(promotion.facts.item.gate),
            nightshift: manifest.nightshift,
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/publish/plan/plan-campaign-offer.js






/**
 * One pull request for a whole campaign, a commit for each promotion, up to the first that cannot be offered: those
 * after it stand on it. Pure.
 */
function planCampaignOffer(input) {
    const { manifest, state, settings, at } = input;
    const { campaign, sacred, base } = manifest;
    const ref = (0,ref_names/* nameRefs */.O)(settings.prefix).fix(campaign, "all");
    const left = listDropped(input.promotions);
    const kept = [];
    for (const step of listStack(input)) {
        const { promotion } = step;
        const obstacle = findObstacle({ promotion, campaign, paths: step.allPaths }, state);
        if (obstacle !== null && left.every(({ rule }) => rule === "dropped"))
            left.push(leave(promotion, obstacle));
        else if (left.some(({ rule }) => rule !== "dropped"))
            left.push(leave(promotion, { rule: "builds-on", reason: "what it stands on is not offered" }));
        else
            kept.push(step);
    }
    const known = state.offers.known.find(({ pullRequest }) => `refs/heads/${pullRequest.headRef}` === ref);
    const obstacle = kept.length === 0 || known !== undefined ? null : countRoom(state.offers, { ...settings, at }).take();
    if (obstacle !== null)
        return {
            offers: [],
            kept: [],
            left: [...left, ...kept.map(({ promotion }) => leave(promotion, obstacle))],
        };
    const [first, ...others] = kept.map(({ promotion, onto, tree }) => ({ promotion, onto, tree }));
    if (first === undefined)
        return { offers: [], kept, left };
    const promotions = kept.map(({ promotion }) => promotion);
    const offer = {
        cycles: promotions.map(({ facts }) => facts.cycle),
        ...{ ref, baseRef: `refs/heads/${sacred}`, parent: { kind: "base" } },
        commits: [first, ...others],
        known: known?.pullRequest.number ?? null,
        story: {
            ...{ campaign, promotions: promotions.map(tellPromotion), sacred, base, head: "" },
            branch: ref.slice("refs/heads/".length),
            hasSacredMoved: state.sacred.commit !== base,
            isOnMaster: true,
            ...{ stackedOn: null, stackReason: "" },
            alsoHolds: kept[0]?.heldBesides(null) ?? [],
            command: settings.commandOf(promotions[0]?.facts.item.gate ?? ""),
            nightshift: manifest.nightshift,
        },
    };
    return { offers: [offer], kept, left };
}

;// CONCATENATED MODULE: ./lib/src/publish/plan/plan-master.js
/**
 * What has to be added to master so that it holds `commits`, in order: nothing of what is there already, and nothing at
 * all where it has gone elsewhere. Pure.
 */
function planMaster(commits, master) {
    if (commits.length === 0)
        return { status: "nothing", reason: "nothing is to be promoted" };
    if (master.status === "untouched")
        return { status: "advance", start: master.start, commits };
    const done = master.commits.filter(({ cycle }) => cycle !== null);
    const isAsPlanned = done.every(({ cycle, tree }, at) => commits[at] === undefined || (commits[at].promotion.facts.cycle === cycle && commits[at].tree === tree));
    if (!isAsPlanned)
        return { status: "left", reason: "master holds this campaign's promotions in another form" };
    const missing = commits.slice(done.length);
    if (missing.length === 0)
        return { status: "nothing", reason: "master holds all of it already" };
    if (master.status === "moved")
        return { status: "left", reason: "master has moved on since the campaign began" };
    // Of a campaign that has only begun this is the tree that master starts from.
    return master.commits.at(-1)?.tree === missing[0]?.onto
        ? { status: "advance", start: "done", commits: missing }
        : { status: "left", reason: "master is not at the tree that the next promotion stands on" };
}

;// CONCATENATED MODULE: ./lib/src/publish/plan-publication.js




/** Pull requests that one publication marks as declined. */
const maxDeclines = 10;
/**
 * What a publication will do, from a bundle, its verdict and what GitHub holds: which promotions go to master, which are
 * offered and how, and why others are not. Once it is done, the plan of the same bundle has nothing left to do. Pure.
 */
function planPublication(input) {
    const { manifest, state, settings } = input;
    const { offers, left, kept } = settings.mode === "per-campaign" ? planCampaignOffer(input) : planOffers(input);
    const commits = kept.map(({ promotion, onto, tree }) => ({ promotion, onto, tree }));
    const master = planMaster(commits, state.master);
    const isOnMaster = master.status !== "left";
    return {
        campaign: manifest.campaign,
        master,
        offers: offers.map((offer) => ({
            ...offer,
            story: { ...offer.story, isOnMaster: offer.story.isOnMaster && isOnMaster },
        })),
        left,
        declines: state.offers.known
            .filter((offer) => isDecline(offer) && !offer.marker.isDeclined)
            .slice(0, maxDeclines)
            .map(({ pullRequest }) => pullRequest.number),
    };
}

;// CONCATENATED MODULE: ./lib/src/publish/state/read-carried.js


/** Commits of master that are looked through; carried ones are among the last. */
const maxSteps = 60;
/** More are not shown anyway. */
const maxSubjects = 20;
/**
 * What master carries from earlier campaigns, by the subjects of its own commits. A campaign names commits and is believed
 * nothing else: one that is not in master's history (GitHub gives those of forks too), or is no promotion, has no subject.
 */
async function readCarried({ carried, previous }, { github }) {
    if (previous === null)
        return [];
    const findInHistory = createHistory({ descendant: previous, limit: maxSteps }, { github });
    const subjects = [];
    for (const { commit } of carried.slice(-maxSubjects)) {
        const found = (await findInHistory(commit)) === "found" ? await github.getCommit(commit) : null;
        const isPromotion = parseTrailers(found?.message ?? "").has("Nightshift-Cycle");
        const [subject = ""] = (found?.message ?? "").split("\n", 1);
        subjects.push(isPromotion ? subject : `${commit.slice(0, 12)}, which is no promotion on master`);
    }
    return subjects;
}

;// CONCATENATED MODULE: ./lib/src/publish/state/read-master.js


/** How far a way between master and the base is followed; longer ones get a commit that joins the two. */
const read_master_maxSteps = 60;
/** Reads master and what of a campaign is on it. `limit` bounds how many of its commits are looked at. */
async function readMaster(input, deps) {
    const { ref, campaign, previous, base, limit } = input;
    const commit = await deps.github.getRef(ref);
    if (commit === previous)
        return { status: "untouched", commit, start: await chooseStart(input, deps) };
    if (commit === base)
        return { status: "begun", commit, commits: [{ sha: base, tree: input.baseTree, cycle: null }] };
    const commits = [];
    let isForeign = false;
    let next = commit ?? undefined;
    for (let steps = 0; steps < limit && next !== undefined && next !== previous && next !== base; steps += 1) {
        const info = await deps.github.getCommit(next);
        if (info === null)
            break;
        const trailers = parseTrailers(info.message);
        const cycle = trailers.get("Nightshift-Cycle");
        if (trailers.get("Nightshift-Campaign") !== campaign || trailers.has("Nightshift-Rollback"))
            isForeign = true;
        else
            commits.unshift({ sha: next, tree: info.tree, cycle: cycle === undefined ? null : Number(cycle) });
        next = info.parents[0];
    }
    const isWhole = next === previous || next === base;
    return commit !== null && isWhole && !isForeign && commits.length > 0
        ? { status: "begun", commit, commits }
        : { status: "moved", commit, commits };
}
async function chooseStart({ previous, base, baseTree, masterTree }, { github }) {
    if (previous === null)
        return "base";
    const isOn = async (ancestor, descendant) => (await findAncestor({ ancestor, descendant, limit: read_master_maxSteps }, { github })) === "found";
    if (masterTree === (await github.getCommit(previous))?.tree && (await isOn(base, previous)))
        return "as-it-is";
    return masterTree === baseTree && (await isOn(previous, base)) ? "base" : "rebuild";
}

;// CONCATENATED MODULE: ./lib/src/publish/state/read-offers.js


/** Pull requests that are looked at, of each state. */
const maxPullRequests = 300;
/**
 * Reads what is offered. Anybody can open a pull request from a fork with the name and the text of one of ours, so an
 * open one counts only where its head is the commit of our own branch. A closed one, whose branch may be gone, counts
 * where an app has opened it, or where somebody who may set labels has set one of ours.
 */
async function readOffers({ prefix }, { github }) {
    const folder = `refs/heads/${prefix}/fix/`;
    const branches = new Map((await github.listRefs(folder)).map(({ ref, sha }) => [ref, sha]));
    const open = await github.listPullRequests({ state: "open", limit: maxPullRequests });
    const closed = await github.listPullRequests({ state: "closed", limit: maxPullRequests });
    const known = [...open, ...closed].flatMap((pullRequest) => {
        const marker = parseMarker(pullRequest.body);
        if (marker === null || !isNamedSo(pullRequest, marker, prefix))
            return [];
        const isOurs = branches.get(`refs/heads/${pullRequest.headRef}`) === pullRequest.headSha ||
            (pullRequest.state === "closed" && isClosedOurs(pullRequest));
        return isOurs ? [{ pullRequest, marker }] : [];
    });
    return { branches, known };
}
function isClosedOurs({ author, labels }) {
    return author.endsWith("[bot]") || labels.some((label) => label.startsWith("nightshift:"));
}
function isNamedSo({ headRef }, { campaign, cycles }, prefix) {
    const { fix } = (0,ref_names/* nameRefs */.O)(prefix);
    return [...cycles, "all"].some((cycle) => fix(campaign, cycle) === `refs/heads/${headRef}`);
}

;// CONCATENATED MODULE: ./lib/src/publish/state/read-publish-state.js





/** Commits that others may have put on master while this campaign's were on it. */
const maxStrangers = 20;
/** Reads what a plan needs to know. Nothing is written. */
async function readPublishState({ manifest, masterTree, sacred, prefix, }, { github }) {
    const { base, baseTree, campaign, promotions } = manifest;
    const baseBlobs = await readBlobs(baseTree, github);
    const sacredTree = sacred.commit === base ? baseTree : (await github.getCommit(sacred.commit))?.tree;
    return {
        sacred,
        baseBlobs,
        sacredBlobs: sacredTree === baseTree
            ? baseBlobs
            : sacredTree === undefined
                ? null
                : await readBlobs(sacredTree, github),
        master: await readMaster({
            ...{ ref: (0,ref_names/* nameRefs */.O)(prefix).master, campaign, base, baseTree, masterTree },
            previous: manifest.master.previous,
            limit: promotions.length + maxStrangers,
        }, { github }),
        carried: masterTree === baseTree ? [] : await readCarried(manifest.master, { github }),
        offers: await readOffers({ prefix }, { github }),
    };
}
async function readBlobs(tree, github) {
    try {
        return new Map((await github.listTree(tree)).map(({ path, mode, sha }) => [path, `${mode} ${sha}`]));
    }
    catch (error) {
        if (error instanceof domain_errors/* NightshiftError */.nc && error.code === "GITHUB_INVALID")
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/src/publish/publish.js





/**
 * Publishes a campaign's bundle: master, snapshots, branches, draft pull requests, memory. Nothing of the repository is
 * run or checked out; every tree is built from the bundle's contents and has to have the hash that verify told. Each step
 * finds what an earlier run has done, so that doing it again, after a kill at any moment too, ends the same. Throws the
 * port's errors, but for limits: those end it as `interrupted`.
 */
async function publish(source, deps) {
    const accepted = await acceptBundle(source, deps);
    if (accepted.status === "refused")
        return accepted;
    const plan = await makePlan(accepted, deps);
    if (source.isDryRun === true)
        return { status: "planned", plan: plan.plan };
    const declines = source.leavesDeclines === true ? [] : plan.plan.declines;
    const done = await actOnPlan({ ...accepted, ...plan, plan: { ...plan.plan, declines } }, deps);
    const { verdictCid, run = null } = source;
    return storeOutcome({ accepted, done, verdictCid, run, at: plan.at }, deps);
}
async function makePlan({ bundle, masterTree, promotions, sacred, settings }, { github, clock }) {
    const { manifest, master } = bundle;
    const state = await readPublishState({ manifest, masterTree, sacred, prefix: settings.prefix }, { github });
    const carriedPaths = (master?.files ?? []).map(({ path }) => path);
    const at = clock.now();
    const plan = planPublication({ manifest, carriedPaths, masterTree, promotions, state, settings, at });
    return { plan, state, at };
}

// EXTERNAL MODULE: ./lib/src/publish/bundle/zip/read-zip.js + 6 modules
var read_zip = __webpack_require__(3779);
;// CONCATENATED MODULE: ./lib/src/read-run-verdict.js





/** The verdict's file, and the zip around it. */
const read_run_verdict_maxBytes = 16 * 1024 * 1024;
const file = "verdict.json";
/**
 * The verdict of a run of verify that may be trusted. Its content id is reckoned from what this run has uploaded, which
 * is what binds a verdict to its origin.
 */
async function readRunVerdict(run, deps) {
    const fetched = await fetchArtifact({ run, name: workflowNames.verdict, maxBytes: read_run_verdict_maxBytes }, deps);
    if (fetched.status !== "fetched")
        return fetched;
    const read = await (0,read_zip/* readZip */.u)(fetched.zip, (name) => (name === file ? "manifest" : null));
    if (read.status === "refused")
        return { status: "refused", reason: `${read.rule}: ${read.reason}` };
    const bytes = read.files.get(file);
    if (bytes === undefined)
        return { status: "refused", reason: `the artifact has no ${file}` };
    const cid = (0,compute_cid/* computeCid */.C)(bytes);
    const parsed = parseVerdict(bytes, { cid });
    return parsed.status === "refused"
        ? { status: "refused", reason: parsed.reason }
        : { status: "read", verdict: parsed.verdict, bytes, cid };
}

;// CONCATENATED MODULE: ./lib/src/finish-pending.js








/** A note that cannot be acted on now and may be later: the limits, or a right that the token lacks. */
const finish_pending_passing = new Set([
    "GITHUB_RATE_LIMITED",
    "GITHUB_FORBIDDEN",
    "GITHUB_UNAVAILABLE",
]);
/**
 * Finishes what earlier nights could not publish for GitHub's limits: bundle and verdict are fetched again from the
 * artifacts of that night's run, the verdict by the content id that verify told then. Ends at the first that has to wait on.
 */
async function finishPending({ prefix, keepDays, except, }, deps) {
    const finished = [];
    for (const waiting of await listPending({ prefix }, deps)) {
        if (waiting.campaign === except || waiting.pending.run === null)
            continue;
        const end = await finishOne(waiting, deps);
        finished.push(end);
        if (end.status === "waiting")
            break;
        if (end.status === "given-up")
            await giveUp(waiting, { reason: end.reason, prefix, keepDays }, deps);
    }
    return finished;
}
async function finishOne({ campaign, pending }, deps) {
    const run = pending.run ?? 0;
    try {
        const name = workflowNames.bundle;
        const bundle = await fetchArtifact({ run, name, maxBytes: domain_bundle/* bundleLimits */.x0.totalBytes }, deps);
        if (bundle.status !== "fetched")
            return { campaign, status: "given-up", reason: bundle.reason };
        const verdict = await readRunVerdict(run, deps);
        if (verdict.status !== "read")
            return { campaign, status: "given-up", reason: verdict.reason };
        const publication = await publish({
            bundle: { zip: bundle.zip },
            verdict: verdict.bytes,
            verdictCid: pending.verdict,
            campaign,
            run,
            leavesDeclines: true,
        }, deps);
        if (publication.status === "refused")
            return { campaign, status: "given-up", reason: `${publication.rule}: ${publication.reason}` };
        if (publication.status === "planned")
            throw new Error("nobody asked for a dry run");
        return publication.status === "interrupted"
            ? { campaign, status: "waiting", reason: publication.reason }
            : { campaign, status: "published", publication };
    }
    catch (error) {
        if (!(error instanceof domain_errors/* NightshiftError */.nc) || !finish_pending_passing.has(error.code))
            throw error;
        const need = error.code === "GITHUB_FORBIDDEN" ? ` ${error.hint}` : "";
        return { campaign, status: "waiting", reason: `${(0,domain_errors/* describeError */.Uc)(error)}${need}` };
    }
}
async function giveUp({ campaign, path }, { reason, prefix, keepDays, }, { openMemory, clock }) {
    const content = `${JSON.stringify({ version: 1, campaign, pending: null, givenUp: reason }, null, 2)}\n`;
    const message = `chore: what waited of campaign ${campaign} is given up`;
    await (0,store_memory/* storeMemory */.n)({ lessons: [], files: [{ path, content }], keepDays, at: clock.now(), message }, { git: openMemory(prefix) });
}

;// CONCATENATED MODULE: ./lib/src/open-github-memory.js


/** The memory branch on GitHub, for `readMemory` and `storeMemory`: nothing is cloned, and what is unchanged is not sent. */
function openGitHubMemory({ github, prefix, }) {
    const treeOf = async (commit) => {
        const tree = (await github.getCommit(commit))?.tree;
        if (tree === undefined)
            throw gone(commit);
        return tree;
    };
    const place = async (files, known) => {
        const entries = [];
        for (const { path, content } of files) {
            const bytes = Buffer.from(content);
            const sha = hashBlob(bytes);
            if (known.get(path) === sha)
                continue;
            entries.push({ path, mode: "100644", sha: await github.createBlob(bytes) });
        }
        return entries;
    };
    return {
        prefix,
        treeOf,
        readFile: (commit, path) => github.readFile(commit, path),
        resolveCommit: (ref) => github.getRef(ref),
        buildTreeFromFiles: async (files) => github.createTree(null, await place(files, new Map())),
        buildTree: async (base, edits) => {
            const known = new Map((await github.listTree(base)).map(({ path, sha }) => [path, sha]));
            const files = edits.flatMap((edit) => edit.content === null ? [] : [{ path: edit.path, content: edit.content }]);
            const entries = await place(files, known);
            return entries.length === 0 ? base : github.createTree(base, entries);
        },
        writeCommit: ({ tree, parents, message }) => github.createCommit({ tree, parents, message }),
        updateRefs: async (updates) => {
            for (const { ref, to, from } of updates) {
                if (to === null)
                    throw gone(ref);
                const outcome = from === null ? await github.createRef(ref, to) : await github.updateRef(ref, to);
                if (outcome.status === "forbidden")
                    throw forbidden(ref, outcome.reason);
                if (outcome.status === "moved")
                    return outcome;
            }
            return { status: "updated" };
        },
    };
}
function hashBlob(content) {
    return (0,external_node_crypto_.createHash)("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}
function gone(what) {
    return new domain_errors/* NightshiftError */.nc({
        code: "MEMORY_UNREADABLE",
        message: `${what} of the memory branch is not on GitHub.`,
        hint: "Look whether somebody is rewriting the branch; the next pass tries again.",
    });
}
function forbidden(ref, reason) {
    return new domain_errors/* NightshiftError */.nc({
        code: "MEMORY_FORBIDDEN",
        message: `${ref} may not be written: ${reason}.`,
        hint: "Let the App past the rule that protects the branch.",
    });
}

// EXTERNAL MODULE: ./lib/src/publish/bundle/name-files.js
var name_files = __webpack_require__(114);
;// CONCATENATED MODULE: ./lib/src/publish/write-patches.js



/** Writes patches of promotions into a folder, under names of our own. Throws the system's error. */
function createPatchWriter(folder) {
    return async (promotions) => {
        const names = [];
        for (const [at, { facts, patch }] of promotions.entries()) {
            const name = (0,name_files/* namePatch */.ct)(at, facts.cycle);
            const place = external_node_path_.join(folder, name);
            await (0,promises_.mkdir)(external_node_path_.dirname(place), { recursive: true });
            await (0,promises_.writeFile)(place, patch);
            names.push(name);
        }
        return names;
    };
}

// EXTERNAL MODULE: ./lib/src/report/plain-text.js + 1 modules
var plain_text = __webpack_require__(9337);
;// CONCATENATED MODULE: ./lib/src/may-write.js
/** Whether somebody may write to the repository, as it is now. Who is not known may not. */
async function mayWrite(login, { github }) {
    return ["write", "maintain", "admin"].includes(await github.getPermission(login));
}

;// CONCATENATED MODULE: ./lib/src/publish/merged-label.js
/** Says that what became of an offer has been learned. */
const mergedLabel = {
    name: "nightshift:merged",
    color: "0e8a16",
    description: "Merged, and learned from",
};

// EXTERNAL MODULE: ../../diff/libesm/patch/create.js
var create = __webpack_require__(962);
// EXTERNAL MODULE: ./lib/src/memory/policy/find-edit-kinds.js
var find_edit_kinds = __webpack_require__(5739);
// EXTERNAL MODULE: ./lib/src/memory/policy/measure-reward.js
var measure_reward = __webpack_require__(6319);
;// CONCATENATED MODULE: ./lib/src/memory/build-fate-reward.js




/** What a promotion earns its arms once a person has had the last word. */
const earned = {
    merged: 1,
    changed: measure_reward/* leastPromotedReward */.BU,
    declined: 0,
    "rolled-back": 0,
};
/**
 * The reward of a promotion by what people made of it, in place of the one that the gates gave: it has the same id and is
 * younger, so that the attempt counts once, and a later word outdoes an earlier one. Where memory has no reward of the
 * promotion, its pattern tells the arms. Pure.
 */
function buildFateReward({ pattern, known, fate, at, }) {
    const { campaign, cycle, item } = pattern;
    const before = known.findLast((lesson) => lesson.kind === "reward" &&
        lesson.campaign === campaign &&
        lesson.cycle === cycle &&
        (lesson.trust === "person" || lesson.reward >= measure_reward/* leastPromotedReward */.BU));
    const reward = earned[fate];
    const text = `What was promoted for ${item.title} was ${fate} by a person and earned ${reward}.`;
    if (before !== undefined)
        return { ...before, trust: "person", at, reward, text };
    const key = (0,digest/* digest */.b)("reward", campaign, String(cycle), "fate");
    // An edit of two operators is called by both.
    const operators = pattern.origin.split("+").map((operator) => `operator:${operator}`);
    const edits = (0,find_edit_kinds/* findEditKinds */.x)(pattern.diff).map((kind) => `edit:${kind}`);
    return {
        ...{
            kind: "reward",
            id: (0,lesson_keys/* lessonId */.Sq)("reward", key, []),
            key,
            campaign,
            cycle,
            at,
            trust: "person",
            item,
            text,
        },
        ...{ files: [], attempt: 1, arms: [...operators, ...edits], reward },
    };
}

// EXTERNAL MODULE: ./lib/src/memory/build-lesson.js
var build_lesson = __webpack_require__(409);
;// CONCATENATED MODULE: ./lib/src/learn-from-offer.js





const learn_from_offer_maxFiles = 20;
const maxFileBytes = 200_000;
const maxDiffLength = 16_384;
const learn_from_offer_maxSteps = 20;
const maxReasonLength = 500;
/**
 * The lessons of what became of an offer: merged confirms what worked, and what a person changed before is a pattern of
 * its own; declined is an approach to avoid while the code is as it was; a review that asks for changes informs. What
 * is merged or declined by somebody who may write earns its arms what it was worth. They are made of what memory has of the promotion; without that there is nothing to learn.
 */
async function learnFromOffer({ offer, fate, known, at, }, { github }) {
    const { pullRequest, marker } = offer;
    const patterns = known.filter((lesson) => lesson.kind === "pattern" &&
        lesson.campaign === marker.campaign &&
        lesson.origin !== "person" &&
        marker.cycles.includes(lesson.cycle));
    const reward = (what) => patterns.map((pattern) => buildFateReward({ pattern, known, fate: what, at }));
    switch (fate.kind) {
        case "merged": {
            const changes = await learnChanges(offer, patterns[0], at, github);
            return [
                ...patterns.map((pattern) => confirmPattern(pattern, pullRequest, at)),
                ...changes,
                ...reward(changes.length > 0 ? "changed" : "merged"),
            ];
        }
        case "declined":
            return [
                ...patterns.map((pattern) => declinePattern(pattern, pullRequest, fate, at)),
                ...(fate.isByWriter ? reward("declined") : []),
            ];
        case "reviewed":
            return patterns.map((pattern) => buildReviewLesson(pattern, pullRequest, fate.reason, at));
        default:
            return fate;
    }
}
function confirmPattern(pattern, { number, mergeCommit }, at) {
    const text = `A person merged #${number}, which mended ${pattern.item.title}.`;
    return { ...pattern, trust: "person", at, text, commit: mergeCommit ?? pattern.commit };
}
function declinePattern(pattern, { number }, { reason, isByWriter }, at) {
    const why = reason === "" ? "without a reason" : `since ${JSON.stringify(reason.slice(0, maxReasonLength))}`;
    return {
        ...(0,build_lesson/* buildRolledBackLesson */.w_)(pattern, { at }),
        trust: isByWriter ? "person" : "model",
        rule: "declined",
        text: `#${number}, which was to mend ${pattern.item.title}, was closed ${why}.`,
    };
}
function buildReviewLesson(pattern, { number }, reason, at) {
    const { campaign, cycle, item, files, diff } = pattern;
    const said = reason.slice(0, maxReasonLength);
    const key = (0,digest/* digest */.b)("denied", "review", String(number), said);
    return {
        kind: "denied",
        id: (0,lesson_keys/* lessonId */.Sq)("denied", key, files),
        ...{ campaign, cycle, at, item, files, key, diff },
        trust: "person",
        rule: "review",
        file: "",
        line: null,
        reason: said,
        text: `A review of #${number} asked for changes: ${JSON.stringify(said)}`,
    };
}
async function learnChanges({ pullRequest, marker }, pattern, at, github) {
    const offered = pattern === undefined ? null : await findOffered(pullRequest.headSha, marker.tree, github);
    if (pattern === undefined || offered === null || offered === pullRequest.headSha)
        return [];
    const patches = [];
    for (const [path] of marker.files.slice(0, learn_from_offer_maxFiles)) {
        const [before, after] = [
            await readText(offered, path, github),
            await readText(pullRequest.headSha, path, github),
        ];
        if (before === null || after === null || before === after)
            continue;
        patches.push((0,create/* createTwoFilesPatch */.ss)(`a/${path}`, `b/${path}`, before, after, "", "", {
            headerOptions: create/* FILE_HEADERS_ONLY */.jr,
        }));
    }
    if (patches.length === 0)
        return [];
    const diff = patches.join("").slice(0, maxDiffLength).toWellFormed();
    const key = (0,digest/* digest */.b)("pattern", pattern.item.signature, (0,lesson_keys/* avoidedKey */.oU)({ signature: "", diff }));
    const text = `A person changed #${pullRequest.number} before it was merged, which mended ${pattern.item.title}.`;
    const { campaign, cycle, item, files } = pattern;
    const commit = pullRequest.mergeCommit ?? pullRequest.headSha;
    const id = (0,lesson_keys/* lessonId */.Sq)("pattern", key, files);
    return [
        {
            kind: "pattern",
            id,
            campaign,
            cycle,
            at,
            trust: "person",
            item,
            text,
            files,
            key,
            origin: "person",
            diff,
            commit,
        },
    ];
}
/** The commit of a pull request that has the tree that was offered; null where it is no longer in its history. */
async function findOffered(head, tree, github) {
    const waiting = [head];
    const seen = new Set();
    for (let next = waiting.shift(); next !== undefined && seen.size < learn_from_offer_maxSteps; next = waiting.shift()) {
        if (seen.has(next))
            continue;
        seen.add(next);
        const commit = await github.getCommit(next);
        if (commit?.tree === tree)
            return next;
        waiting.push(...(commit?.parents ?? []));
    }
    return null;
}
async function readText(commit, path, github) {
    const bytes = await github.readFile(commit, path);
    if (bytes === null)
        return "";
    return bytes.length > maxFileBytes || bytes.includes(0) ? null : bytes.toString("utf8");
}

// EXTERNAL MODULE: ./lib/src/memory/read-memory.js
var read_memory = __webpack_require__(9168);
;// CONCATENATED MODULE: ./lib/src/store-fate.js




/** Writes down what became of an offer, where memory is on. What is known already is not written twice. */
async function storeFate({ offer, fate }, deps) {
    const { enabled, keepDays } = deps.config.memory;
    if (!enabled)
        return 0;
    const git = openGitHubMemory(deps);
    const known = (await (0,read_memory/* readMemory */.S)({ git })).lessons;
    const at = deps.clock.now();
    const told = new Set(known.flatMap((lesson) => (lesson.kind === "forgotten" ? [] : [`${lesson.id} ${lesson.text}`])));
    const lessons = (await learnFromOffer({ offer, fate, known, at }, deps)).filter((lesson) => lesson.kind !== "forgotten" && !told.has(`${lesson.id} ${lesson.text}`));
    if (lessons.length === 0)
        return 0;
    const message = `memory: #${offer.pullRequest.number} was ${fate.kind}`;
    await (0,store_memory/* storeMemory */.n)({ lessons, files: [], keepDays, at, message }, { git });
    return lessons.length;
}

;// CONCATENATED MODULE: ./lib/src/settle-fates.js






/** Offers that one night learns from; the next one goes on. */
const maxOffers = 10;
/** What leaves the rest to the next night. */
const settle_fates_passing = new Set([
    "GITHUB_RATE_LIMITED",
    "GITHUB_FORBIDDEN",
    "GITHUB_UNAVAILABLE",
    "MEMORY_CONTENDED",
    "MEMORY_FORBIDDEN",
]);
/**
 * Learns what people made of offers where no App is told of it: merged ones confirm what worked, closed ones are not
 * offered again, and operators earn by both. Each is marked once it is learned, so that doing it again does nothing.
 */
async function settleFates({ sacred }, deps) {
    const counts = { merged: 0, declined: 0 };
    try {
        const { known } = await readOffers({ prefix: deps.prefix }, deps);
        const merged = known.filter((offer) => isNewlyMerged(offer, sacred)).slice(0, maxOffers);
        const declined = known.filter(isNewlyDeclined).slice(0, maxOffers);
        for (const offer of merged) {
            await storeFate({ offer, fate: { kind: "merged" } }, deps);
            await deps.github.ensureLabel(mergedLabel);
            await deps.github.addLabels(offer.pullRequest.number, [mergedLabel.name]);
            counts.merged += 1;
        }
        for (const offer of declined) {
            const closer = (await deps.github.getIssue(offer.pullRequest.number))?.closedBy ?? null;
            const isByWriter = closer !== null && (await mayWrite(closer, deps));
            await storeFate({ offer, fate: { kind: "declined", reason: "", isByWriter } }, deps);
            await declinePullRequest(offer.pullRequest, deps);
            counts.declined += 1;
        }
        return { ...counts, reason: "" };
    }
    catch (error) {
        if (!(error instanceof domain_errors/* NightshiftError */.nc) || !settle_fates_passing.has(error.code))
            throw error;
        return { ...counts, reason: (0,domain_errors/* describeError */.Uc)(error) };
    }
}
function isNewlyMerged({ pullRequest }, sacred) {
    const { isMerged, baseRef, labels } = pullRequest;
    return isMerged && baseRef === sacred && !labels.includes(mergedLabel.name);
}
function isNewlyDeclined({ pullRequest, marker }) {
    return pullRequest.state === "closed" && !pullRequest.isMerged && !marker.isDeclined;
}

// EXTERNAL MODULE: ./lib/src/report/cap-annotations.js
var cap_annotations = __webpack_require__(3610);
// EXTERNAL MODULE: ./lib/src/report/cut-summary.js
var cut_summary = __webpack_require__(9352);
;// CONCATENATED MODULE: ./lib/src/tell-publication.js






const { code } = markdown/* markdown */.w;
/** Tells what publishing did, at the run and in its outputs, and gives the exit code: 1 for what is refused. */
function tellPublication(publication, runner) {
    switch (publication.status) {
        case "refused": {
            const { rule, reason } = publication;
            runner.annotate("error", (0,plain_text/* toPlainText */.b)(reason), `Nothing is published: ${rule}`);
            runner.appendSummary(`## Nightshift: nothing is published\n\n${code(rule)}: ${code(reason)}\n`);
            return 1;
        }
        case "planned":
            runner.appendSummary((0,cut_summary/* cutSummary */.H)(renderPlan(publication)));
            return 0;
        case "published":
        case "interrupted":
            if (publication.status === "interrupted")
                runner.annotate("notice", (0,plain_text/* toPlainText */.b)(publication.reason), "Not all yet");
            for (const { level, title, message } of (0,cap_annotations/* capAnnotations */.X)(listHindrances(publication)))
                runner.annotate(level, message, title);
            runner.setOutput("pull-requests", JSON.stringify(publication.pullRequests.map(({ url }) => url)));
            runner.setOutput("status", publication.status);
            runner.appendSummary((0,cut_summary/* cutSummary */.H)(renderPublication(publication)));
            return 0;
        default:
            return publication;
    }
}
/** What a person has to put right, such as a setting that keeps workflows from opening pull requests. Pure. */
function listHindrances({ left, master }) {
    const offers = left
        .filter(({ rule }) => rule === "stopped")
        .map(({ cycle, reason }) => ({ title: `Cycle ${cycle} could not be offered`, message: reason }));
    const onMaster = master.status === "left" ? [{ title: "Master was left as it is", message: master.reason }] : [];
    return [...onMaster, ...offers].map((each) => ({ level: "warning", ...each }));
}
function renderPlan({ plan: { offers, left } }) {
    const lines = offers.map(({ cycles, ref }) => `- ${code(ref)}: cycles ${cycles.join(", ")}`);
    return `${[`## Nightshift: ${offers.length} pull requests planned`, "Nothing was written.", ...lines, ...renderLeft(left)].join("\n")}\n`;
}
function renderPublication({ pullRequests, left, suggestions, master, memory, patches, reason, }) {
    const made = pullRequests.filter(({ status }) => status === "created").length;
    const head = pullRequests.length === 0
        ? "no pull request to offer"
        : `${made} new of ${pullRequests.length} pull requests`;
    const sections = [
        `## Nightshift: ${head}`,
        ...(reason === "" ? [] : [`${code(reason)}`]),
        pullRequests
            .map(({ url, cycles, status }) => `- ${url} (${status}; cycles ${cycles.join(", ")})`)
            .join("\n"),
        renderLeft(left).join("\n"),
        renderSuggested(suggestions).join("\n"),
        `Master: ${master.status}${master.reason === "" ? "" : `, ${code(master.reason)}`}. Memory: ${memory.status === "stored" ? `${memory.lessons} lessons stored` : `left, ${code(memory.reason)}`}.`,
        ...(patches.length === 0
            ? []
            : [`Waiting as patches in the artifact: ${patches.map((name) => code(name)).join(", ")}.`]),
    ];
    return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}
function renderLeft(left) {
    return left.map(({ cycle, title, reason }) => `- not offered: cycle ${cycle}, ${code(title)}: ${code(reason)}`);
}
function renderSuggested(suggestions) {
    return suggestions.map(({ cycle, title, subject, confidence }) => `- suggested, not verified and not offered: cycle ${cycle}, ${code(title)}: ${code(subject)} (confidence ` +
        `${code((0,render_confidence/* renderConfidence */.h)(confidence))}); its patch is \`${(0,name_files/* nameSuggestion */.YQ)(cycle)}\` in the campaign's artifact`);
}

;// CONCATENATED MODULE: ./lib/src/run-publish-job.js














/**
 * Publishes a verified bundle as a step of a workflow. Nothing of the repository is run or checked out. Gives the exit
 * code: 1 for a bundle that is refused; what limits held back is no failure and is finished next time.
 */
async function runPublishJob(input, deps) {
    const { runner, context } = deps;
    const bundle = await (0,find_bundle/* findBundle */.a)(input.bundle);
    const verdict = await readVerdict(input.verdict);
    const clock = (0,adapters_clock/* createClock */.t)();
    const [owner = "", name = ""] = context.repository.split("/");
    const reader = createGitHub({
        ...{ repository: { owner, name }, auth: { token: input.token }, baseUrl: context.apiUrl },
        cacheFolder: external_node_path_.join(context.temporary, "nightshift-cache"),
    }, { clock });
    const settings = await readSettings(context.sha, { github: reader });
    if (settings.status === "refused")
        return tellPublication(settings, runner);
    const github = reader.guardedBy({ prefix: settings.settings.prefix, sacred: context.defaultBranch });
    const publishing = {
        ...{ github, clock, writePatches: createPatchWriter(input.patches) },
        openMemory: (prefix) => openGitHubMemory({ github, prefix }),
    };
    const publication = await publish({
        ...{ bundle, verdict, run: context.runId, leavesDeclines: true },
        ...{ verdictCid: input.verdictCid, base: input.base ?? context.sha, isDryRun: input.dryRun },
    }, publishing);
    // Behind tonight's own, whose promotions master has been prepared for.
    if (publication.status === "published") {
        const { prefix } = settings.settings;
        const { keepDays } = settings.config.memory;
        const finished = await finishPending({ prefix, keepDays, except: publication.campaign }, publishing);
        for (const one of finished)
            runner.print(describeFinished(one));
        const { merged, declined, reason } = await settleFates({ sacred: context.defaultBranch }, { github, clock, prefix, config: settings.config });
        if (merged + declined > 0 || reason !== "")
            runner.print((0,plain_text/* toPlainText */.b)(`Learned from ${merged} merged and ${declined} closed offers. ${reason}`.trim()));
    }
    const { calls, cached, hitRate, remaining } = github.getUsage();
    const share = Math.round(hitRate * 100);
    runner.print(`${calls} calls of GitHub's API, ${cached} (${share} % of reads) answered from the cache, ${remaining ?? "?"} left this hour.`);
    return tellPublication(publication, runner);
}
async function readVerdict(place) {
    try {
        const isFolder = (await (0,promises_.stat)(place)).isDirectory();
        return await (0,promises_.readFile)(isFolder ? external_node_path_.join(place, "verdict.json") : place);
    }
    catch (error) {
        throw (0,domain_errors/* usageError */.Wp)({
            code: "VERDICT_UNREADABLE",
            message: `The verdict ${place} cannot be read: ${(0,domain_errors/* describeError */.Uc)(error)}`,
            hint: "Name the file that verify wrote, or the folder that it was downloaded to.",
            cause: error,
        });
    }
}
function describeFinished(finished) {
    const { campaign, status } = finished;
    const what = status === "published"
        ? `finished with ${finished.publication.pullRequests.length} pull requests`
        : `${status}: ${finished.reason}`;
    return (0,plain_text/* toPlainText */.b)(`What waited of campaign ${campaign}: ${what}.`);
}


/***/ })

};
