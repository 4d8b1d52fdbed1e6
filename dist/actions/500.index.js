export const id = 500;
export const ids = [500];
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

/***/ 500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCampaignJob: () => (/* binding */ runCampaignJob)
});

// EXTERNAL MODULE: ../../p-limit/index.js + 1 modules
var p_limit = __webpack_require__(7688);
// EXTERNAL MODULE: ./lib/src/domain/errors.js
var errors = __webpack_require__(4376);
;// CONCATENATED MODULE: ./lib/src/campaign/finish-campaign.js

/**
 * Ends the journal with the stop reason, then puts what was learned into the repository's memory and writes the report. Memory that cannot
 * be written is a warning: its lessons stay in the journal, and the next campaign stores them.
 */
async function finishCampaign(stop, deps) {
    await deps.log.append({ type: "campaign-stopped", ...stop });
    await store(deps);
    await deps.writeReport();
}
async function store(deps) {
    if (deps.isDryRun || !deps.config.memory.enabled)
        return;
    try {
        const stored = await deps.storeMemory();
        await deps.log.append({ type: "memory-stored", ...stored });
    }
    catch (error) {
        const hint = "The lessons are in the journal; the next campaign stores them.";
        await deps.log.append({
            type: "warning",
            message: `Memory was not stored: ${(0,errors/* describeError */.Uc)(error)}`,
            hint,
        });
    }
}

// EXTERNAL MODULE: ./lib/src/report/neutralize-references.js
var neutralize_references = __webpack_require__(8805);
;// CONCATENATED MODULE: ./lib/src/campaign/cycle-events.js
/** Collects a cycle's events from the journal's entries, or null when it has not started. Pure. */
function collectCycleEvents(entries, cycle) {
    const from = entries.findLastIndex(({ event }) => event.type === "cycle-started" && event.cycle === cycle);
    const first = entries[from];
    if (first?.event.type !== "cycle-started")
        return null;
    const events = entries.slice(from).map(({ event }) => event);
    const all = (type) => events.filter((event) => event.type === type);
    return { started: first.event, startedAt: first.at, all, last: (type) => all(type).at(-1) };
}

// EXTERNAL MODULE: ./lib/src/memory/build-lesson.js
var build_lesson = __webpack_require__(409);
;// CONCATENATED MODULE: ./lib/src/campaign/learn-from-contest.js

/** Losers of one cycle that are told of; they read alike. */
const MAX_LOSERS = 5;
/**
 * A lesson for each candidate that a method held back before a judge saw it, as one that lost to another. No gate refused
 * it, so the lesson informs and is never enforced: its trust is "model". Pure.
 */
function learnFromContest(events, source) {
    return events
        .all("method-stepped")
        .flatMap(({ candidate, method, status, detail }) => {
        if (candidate === null)
            return [];
        const denial = { rule: method, file: "", line: null, reason: detail };
        const lesson = (0,build_lesson/* buildDeniedLesson */.Sy)({ ...source, proposed: candidate, denials: [denial] });
        const text = `Held back by ${method} for ${source.item.title}, ${status}: ${detail}`;
        return [{ ...lesson, trust: "model", text }];
    })
        .slice(0, MAX_LOSERS);
}

// EXTERNAL MODULE: ./lib/src/domain/digest.js
var digest = __webpack_require__(499);
// EXTERNAL MODULE: ./lib/src/memory/lesson-keys.js + 1 modules
var lesson_keys = __webpack_require__(5356);
;// CONCATENATED MODULE: ./lib/src/memory/build-reward-lesson.js


/** The record of what an attempt earned its arms. Its key is of the attempt, so that it counts once. Pure. */
function buildRewardLesson(input) {
    const { campaign, cycle, at, attempt, tree, arms, item } = input;
    const { id, kind, title, signature } = item;
    const key = (0,digest/* digest */.b)("reward", campaign, String(cycle), String(attempt), tree);
    const reward = Math.round(input.reward * 1_000) / 1_000;
    return {
        ...{ id: (0,lesson_keys/* lessonId */.Sq)("reward", key, []), campaign, cycle, at },
        trust: "gates",
        item: { id, kind, title, signature },
        text: `Attempt ${attempt} on ${title} earned ${reward}.`,
        files: [],
        ...{ kind: "reward", key, attempt, arms: [...arms], reward },
    };
}

// EXTERNAL MODULE: ./lib/src/memory/policy/find-edit-kinds.js
var find_edit_kinds = __webpack_require__(5739);
// EXTERNAL MODULE: ./lib/src/memory/policy/measure-reward.js
var measure_reward = __webpack_require__(6319);
;// CONCATENATED MODULE: ./lib/src/campaign/is-made-by-model.js
/** Whether a proposal of a cycle came from a model, by its origin: a model's is its name. Pure. */
function isMadeByModel(origin, events) {
    return events.all("model-called").some(({ provider, model }) => origin === `${provider}/${model}`);
}

;// CONCATENATED MODULE: ./lib/src/campaign/learn-rewards.js




/** Refused proposals of a cycle that count: a brain that is refused all the time has said so by then. */
const MAX_REFUSALS = 10;
/**
 * What a cycle's attempts earned, one reward each, from its events alone, so that every method and brain feeds it. A
 * candidate that the gates judged pays into all its arms; a refused one earned nothing for whoever made it, and says
 * nothing about the method, which lost no attempt. Pure.
 */
function learnRewards(events, source) {
    const { item } = events.started;
    const proposals = events.all("candidate-proposed");
    const costUsd = events.all("model-called").reduce((sum, call) => sum + call.costUsd, 0);
    const judged = events.all("candidate-judged").flatMap((verdict) => {
        const proposed = findProposal(proposals, verdict);
        if (proposed === undefined)
            return [];
        const { status, rule, gates, attempt } = verdict;
        const { diff } = proposed;
        const { failures } = item;
        const isSuggested = events.last("suggested")?.tree === verdict.tree;
        const earned = (0,measure_reward/* measureReward */.SY)({ status, rule, gates, attempt, failures, diff, costUsd });
        if (earned === null)
            return [];
        const reward = isSuggested ? measure_reward/* suggestedReward */.Bb : earned;
        const arms = [`method:${events.started.method}`, ...listArms(proposed, events)];
        return [buildRewardLesson({ ...source, attempt, tree: verdict.tree, arms, reward })];
    });
    const refused = events
        .all("candidate-refused")
        .slice(0, MAX_REFUSALS)
        .flatMap((verdict) => {
        const proposed = findProposal(proposals, verdict);
        if (proposed === undefined)
            return [];
        const { attempt, tree } = verdict;
        return [buildRewardLesson({ ...source, attempt, tree, arms: listArms(proposed, events), reward: 0 })];
    });
    return [...judged, ...refused];
}
/** Who made a proposal, by what, and what kind of edit it is. */
function listArms({ origin, diff, arms = [] }, events) {
    const maker = isMadeByModel(origin, events)
        ? ["brain:llm", `model:${origin}`]
        : ["brain:search", ...origin.split("+").map((operator) => `operator:${operator}`)];
    const edits = (0,find_edit_kinds/* findEditKinds */.x)(diff).map((kind) => `edit:${kind}`);
    return [...new Set([...maker, ...edits, ...arms])];
}
function findProposal(proposals, verdict) {
    return proposals.find(({ attempt, tree }) => attempt === verdict.attempt && tree === verdict.tree);
}

;// CONCATENATED MODULE: ./lib/src/campaign/learn-from-cycle.js



/** Rules whose refusal is evidence against the approach; errors, time-outs and crashes say nothing about it. */
const rulesWithEvidence = new Set([
    "gate",
    "nothing-fixed",
    "tampered",
    "identity",
    "strength",
    "unproven-fix",
]);
/** Those among them that rest on what the item's own tests say. */
const rulesOfTheItem = new Set(["nothing-fixed", "unproven-fix"]);
/**
 * What a cycle's events teach: an avoided approach for each candidate that full gates refused on their evidence, what
 * each rule denied, an exhausted key when the brain knows no more, a pattern when a candidate was promoted, that
 * one waits as a suggestion, who lost a contest, and what each attempt earned. Pure.
 */
function learnFromCycle(events, origin) {
    const { cycle, item } = events.started;
    const source = { ...origin, cycle, item };
    const lessons = [];
    const isReproduced = events.all("reproduction-judged").some(({ status }) => status === "red");
    for (const judged of events.all("candidate-judged")) {
        const proposed = learn_from_cycle_findProposal(events, judged);
        if (proposed === undefined)
            continue;
        // Where a test was written for the item, that it stays red may be the test's fault, and the fix may be right.
        const isDoubtful = isReproduced && rulesOfTheItem.has(judged.rule);
        if (judged.status === "reject" && rulesWithEvidence.has(judged.rule) && !isDoubtful) {
            lessons.push((0,build_lesson/* buildAvoidedLesson */.Pr)({ ...source, proposed, judged }));
        }
    }
    lessons.push(...learnFromDenials(events, source));
    const promoted = events.last("promoted");
    const proposal = events.all("candidate-proposed").find(({ tree }) => tree === promoted?.tree);
    if (promoted !== undefined && proposal !== undefined) {
        lessons.push((0,build_lesson/* buildPatternLesson */.T8)({ ...source, proposed: proposal, commit: promoted.commit }));
    }
    const suggested = events.last("suggested");
    const offered = events.all("candidate-proposed").find(({ tree }) => tree === suggested?.tree);
    if (suggested !== undefined && offered !== undefined)
        lessons.push((0,build_lesson/* buildSuggestedLesson */.Wr)({ ...source, proposed: offered, suggested }));
    const exhausted = events.last("attempt-ended")?.exhausted ?? null;
    if (exhausted !== null) {
        const candidates = events.all("candidates-tried").reduce((sum, { tried }) => sum + tried, 0);
        lessons.push((0,build_lesson/* buildExhaustedLesson */.sO)({ ...source, ...exhausted, candidates }));
    }
    lessons.push(...learnFromContest(events, source), ...learnRewards(events, source));
    return lessons;
}
/** One lesson for each rule that denied something in a candidate. */
function learnFromDenials(events, source) {
    const verdicts = [...events.all("candidate-refused"), ...events.all("candidate-judged")];
    return verdicts.flatMap((verdict) => {
        const proposed = learn_from_cycle_findProposal(events, verdict);
        const byRule = Map.groupBy(verdict.denials, ({ rule }) => rule);
        return [...byRule.values()].flatMap(([first, ...others]) => proposed === undefined || first === undefined
            ? []
            : [(0,build_lesson/* buildDeniedLesson */.Sy)({ ...source, proposed, denials: [first, ...others] })]);
    });
}
function learn_from_cycle_findProposal(events, judged) {
    return events
        .all("candidate-proposed")
        .find(({ attempt, tree }) => attempt === judged.attempt && tree === judged.tree);
}

;// CONCATENATED MODULE: ./lib/src/campaign/move-master.js
/**
 * Moves master and sets the snapshot tag in one transaction. Safe to repeat after a kill at any point: what is done
 * already is recognised, what is half done is finished. `moved`: master or the tag is somewhere else.
 */
async function moveMaster(move, { git }) {
    const { masterRef, parent, commit, snapshotRef } = move;
    const first = await git.updateRefs([
        { ref: masterRef, to: commit, from: parent },
        { ref: snapshotRef, to: parent, from: null },
    ]);
    if (first.status === "updated") {
        return { status: "done" };
    }
    // git writes the refs of a transaction one after the other, so a kill may have left only one of them.
    const master = await git.resolveCommit(masterRef);
    const snapshot = await git.resolveCommit(snapshotRef);
    if (master !== null && master !== parent && (await git.isAncestor(commit, master))) {
        const isOnlyTagMissing = master === commit && snapshot === null;
        return isOnlyTagMissing ? finish(git, { ref: snapshotRef, to: parent, from: null }) : { status: "done" };
    }
    return master === parent && snapshot === parent
        ? finish(git, { ref: masterRef, to: commit, from: parent })
        : { status: "moved", reason: first.reason };
}
async function finish(git, update) {
    const answer = await git.updateRefs([update]);
    return answer.status === "updated" ? { status: "done" } : answer;
}

// EXTERNAL MODULE: ./lib/src/domain/ref-names.js
var ref_names = __webpack_require__(4299);
// EXTERNAL MODULE: ./lib/src/report/render-commit-message.js
var render_commit_message = __webpack_require__(7777);
;// CONCATENATED MODULE: ./lib/src/campaign/unsafe-mark.js
/** The trailer of a promotion that policy may have denied. */
const trailer = "Nightshift-Unsafe";
/** Trailers that mark a promotion of a campaign without safety; none for any other. Pure. */
function renderUnsafeMark(isUnsafe) {
    return isUnsafe ? { [trailer]: "made with --no-safety, policy did not refuse; never publish" } : {};
}
/** Whether a commit carries the mark. Pure. */
function hasUnsafeMark({ trailers }) {
    return Object.keys(trailers).some((name) => name.toLowerCase() === trailer.toLowerCase());
}

;// CONCATENATED MODULE: ./lib/src/campaign/plan-promotion.js



/** Everything about a promotion that can be said without touching the repository. */
function planPromotion(input, prefix) {
    const names = (0,ref_names/* nameRefs */.O)(prefix);
    return {
        message: (0,render_commit_message/* renderCommitMessage */.j)({
            subject: input.subject,
            body: input.evidence,
            trailers: {
                "Nightshift-Campaign": input.campaign,
                "Nightshift-Cycle": String(input.cycle),
                "Nightshift-Item": input.item,
                ...renderUnsafeMark(input.isUnsafe),
            },
        }),
        masterRef: names.master,
        snapshotRef: names.snapshot(input.campaign, input.cycle),
    };
}

;// CONCATENATED MODULE: ./lib/src/campaign/list-snapshots.js

/** How far back the order is looked up; snapshots beyond count as the oldest. */
const maxHistory = 10_000;
const byName = new Intl.Collator("en", { numeric: true });
/** All snapshots, newest first: by where they stand in master's history, since dates of commits may lie. */
async function listSnapshots({ git, }) {
    const names = (0,ref_names/* nameRefs */.O)(git.prefix);
    const [refs, master] = await Promise.all([git.listRefs(names.snapshots), git.resolveCommit(names.master)]);
    if (refs.length === 0 || master === null) {
        return refs.map(({ ref, commit }) => ({ ref, name: ref.slice(names.snapshots.length), commit }));
    }
    const history = await git.log(master, { firstParent: true, limit: maxHistory });
    const ages = new Map(history.map(({ hash }, age) => [hash, age]));
    const ageOf = ({ commit }) => ages.get(commit) ?? maxHistory;
    return refs
        .map(({ ref, commit }) => ({ ref, name: ref.slice(names.snapshots.length), commit }))
        .toSorted((one, other) => ageOf(one) - ageOf(other) || byName.compare(other.name, one.name));
}

;// CONCATENATED MODULE: ./lib/src/campaign/prune-snapshots.js


/**
 * Removes the oldest snapshots so that the newest `keep` stay; gives the removed tags. One that somebody else moves or
 * removes meanwhile is left to them.
 */
async function pruneSnapshots({ keep }, { git }) {
    // Their order is dear, and mostly nobody asks for it.
    if ((await git.listRefs((0,ref_names/* nameRefs */.O)(git.prefix).snapshots)).length <= keep)
        return [];
    const surplus = (await listSnapshots({ git })).slice(keep);
    const answer = await git.updateRefs(surplus.map(({ ref, commit }) => ({ ref, to: null, from: commit })));
    return answer.status === "updated" ? surplus.map(({ ref }) => ref) : [];
}

;// CONCATENATED MODULE: ./lib/src/campaign/promote.js



/**
 * Commits a candidate's tree to master: the journal says what is intended, master and its snapshot tag move in one
 * transaction by compare-and-swap, the journal says that it is done, and snapshots beyond `keep` go. In a dry run the
 * commit is written and no ref is. The same input gives the same commit, so a promotion that a kill has interrupted is
 * finished by doing it again.
 */
async function promote(input, { git, journal, }) {
    const { cycle, tree, parent, at } = input;
    const { message, masterRef, snapshotRef } = planPromotion(input, git.prefix);
    const commit = await git.writeCommit({ tree, parents: [parent], message, at });
    const intent = { cycle, tree, parent, commit, snapshot: snapshotRef };
    await journal?.append({ type: "promotion-intended", ...intent });
    const [moved, files] = await Promise.all([
        input.isDryRun ? null : moveMaster({ masterRef, parent, commit, snapshotRef }, { git }),
        git.changedPaths(parent, commit),
    ]);
    if (moved?.status === "moved")
        return moved;
    const promotion = {
        type: "promoted",
        ...intent,
        subject: message.split("\n", 1)[0] ?? "",
        files: [...files],
        isUnsafe: input.isUnsafe,
    };
    await journal?.append(promotion);
    if (!input.isDryRun) {
        await pruneSnapshots({ keep: input.keep }, { git });
    }
    return { status: "promoted", promotion };
}

// EXTERNAL MODULE: ./lib/src/report/describe-id.js
var describe_id = __webpack_require__(8164);
// EXTERNAL MODULE: ./lib/src/report/render-denial.js
var render_denial = __webpack_require__(2321);
;// CONCATENATED MODULE: ./lib/src/campaign/render-evidence.js



const MAX_TARGETS = 10;
/**
 * The body of a promotion's commit: what was wrong or asked for, which tests were written to show it, what each gate said
 * of the fix, and what a reviewer should look at. Denials are there only where safety is off. Pure.
 */
function renderEvidence(item, judged, reproduction) {
    const failures = item.evidence.map(({ title, message }) => {
        const first = message.split("\n", 1)[0] ?? "";
        return first === "" ? `- ${title}` : `- ${title}: ${first}`;
    });
    const more = item.failures - item.evidence.length;
    const gates = judged.gates.map(({ gate, status, reason }) => `- ${gate}: ${status}, ${reason}`);
    const text = [
        item.kind === "issue" ? "Asked for:" : `Red before (${item.gate}):`,
        ...failures,
        ...(more > 0 ? [`- and ${more} more`] : []),
        ...(reproduction === undefined ? [] : renderTests(reproduction)),
        "",
        "Gates on this tree:",
        ...gates,
        ...list("Denied by policy, and kept all the same (--no-safety):", judged.denials),
        ...list("For the reviewer:", judged.notes),
    ].join("\n");
    return (0,neutralize_references/* neutralizeReferences */.I)(text);
}
function renderTests({ files, targets }) {
    const shown = targets.slice(0, MAX_TARGETS).map((id) => `- ${(0,describe_id/* describeId */.p)(id, "tests")}`);
    const more = targets.length - shown.length;
    const title = `Red before, green after, by tests written for it (${files.join(", ")}):`;
    return ["", title, ...shown, ...(more > 0 ? [`- and ${more} more`] : [])];
}
function list(title, denials) {
    return denials.length === 0 ? [] : ["", title, ...denials.map((denial) => `- ${(0,render_denial/* renderDenial */.i)(denial)}`)];
}

;// CONCATENATED MODULE: ./lib/src/campaign/settle-promotion.js



/**
 * Finishes a promotion that the journal says was intended and not that it was done: whatever of it is missing is done
 * now, but for refs in a dry run. `moved`: master has gone elsewhere since, and the promotion is lost to it.
 */
async function settlePromotion(intended, { git, isDryRun }) {
    const { cycle, tree, parent, commit, snapshot } = intended;
    const masterRef = (0,ref_names/* nameRefs */.O)(git.prefix).master;
    const [info] = await git.log(commit, { limit: 1 });
    if (!isDryRun) {
        const moved = await moveMaster({ masterRef, parent, commit, snapshotRef: snapshot }, { git });
        if (moved.status === "moved") {
            return moved;
        }
    }
    const files = [...(await git.changedPaths(parent, commit))];
    const subject = info?.subject ?? "";
    const isUnsafe = info !== undefined && hasUnsafeMark(info);
    return {
        status: "promoted",
        promotion: { type: "promoted", cycle, tree, parent, commit, snapshot, subject, files, isUnsafe },
    };
}

;// CONCATENATED MODULE: ./lib/src/campaign/brain-version.js
/**
 * What memory calls a brain: its kind, its version, and the bounds in candidates that it worked under. A model has neither
 * version nor an end of what it may try, so it is its kind alone.
 */
function brainVersion({ kind, version }, { maxCandidates, maxPlainCandidates }) {
    return version === null ? kind : `${kind}@${version}/${maxCandidates}/${maxPlainCandidates}`;
}

;// CONCATENATED MODULE: ./lib/src/campaign/suggest.js



/**
 * Journals the candidate of a cycle that every gate let through and the brain is not sure enough of: what it is, how sure
 * the brain is, and a patch against master as the cycle found it. No ref moves. Done once, whatever a kill cut off.
 */
async function suggest({ events, parent }, deps) {
    const done = events.last("suggested");
    if (done !== undefined)
        return done;
    const { cycle } = events.started;
    const [judged, proposed] = [events.last("candidate-judged"), events.last("candidate-proposed")];
    if (judged?.status !== "promote" || proposed?.tree !== judged.tree || !proposed.confidence)
        throw new Error(`cycle ${cycle} is to suggest, but its last candidate was not judged so`);
    const { git, config } = deps;
    const kind = isMadeByModel(proposed.origin, events) ? "llm" : "search";
    const brain = deps.brains.find((one) => one.kind === kind) ?? { kind, version: null };
    const suggested = {
        ...{ type: "suggested", cycle, attempt: judged.attempt, tree: judged.tree, parent },
        subject: `fix: ${(0,neutralize_references/* neutralizeReferences */.I)(proposed.summary)}`,
        origin: proposed.origin,
        brain: brainVersion(brain, config.brain),
        confidence: proposed.confidence,
        files: [...(await git.changedPaths(parent, judged.tree))],
        patch: await git.diff(parent, judged.tree),
    };
    await deps.log.append(suggested);
    return suggested;
}

;// CONCATENATED MODULE: ./lib/src/campaign/summarize-cycle.js
/** A denial tells a brain what not to try, a reward what to try sooner; the search for work is as far as before. */
const isNew = ({ lesson }) => lesson.kind !== "denied" && lesson.kind !== "reward";
/** How a cycle ended, from its events. `at` is now, ISO 8601. Pure. */
function summarizeCycle(events, at) {
    const promoted = events.last("promoted");
    const ended = events.last("attempt-ended");
    const proposed = events.last("candidate-proposed");
    const suggested = events.last("suggested");
    const unkept = ended?.status === "rejected" ? "rejected" : "no-candidate";
    const outcome = promoted !== undefined ? "promoted" : suggested !== undefined ? "suggested" : unkept;
    return {
        type: "cycle-finished",
        cycle: events.started.cycle,
        outcome,
        reason: ended?.reason ?? "",
        candidates: events.all("candidates-tried").reduce((sum, { tried }) => sum + tried, 0),
        attempts: ended?.attempts ?? 0,
        files: promoted?.files ?? suggested?.files ?? proposed?.files.map(({ path }) => path) ?? [],
        commit: promoted?.commit ?? null,
        snapshot: promoted?.snapshot ?? null,
        hasTaught: promoted !== undefined || events.all("lesson-learned").some(isNew),
        durationMs: Math.max(0, Date.parse(at) - Date.parse(events.startedAt)),
        costUsd: events.all("model-called").reduce((sum, { costUsd }) => sum + costUsd, 0),
    };
}

;// CONCATENATED MODULE: ./lib/src/campaign/complete-cycle.js









/**
 * Everything after a cycle's attempt: the promotion or suggestion, the lessons, the outcome. A function of the cycle's events, so
 * that a campaign that was killed anywhere in it does the rest and nothing twice. Gives the commit that master is at.
 *
 * Throws `MASTER_MOVED` when somebody else moved master; nothing is overwritten.
 */
async function completeCycle(cycle, masterCommit, deps) {
    const attempted = readEvents(cycle, deps);
    const ended = attempted.last("attempt-ended");
    const promotion = ended?.status === "promote" ? await promoteOnce(cycle, masterCommit, attempted, deps) : undefined;
    if (ended?.status === "suggest")
        await suggest({ events: attempted, parent: masterCommit }, deps);
    for (const lesson of learnFromCycle(readEvents(cycle, deps), {
        campaign: deps.campaign,
        at: deps.clock.now(),
    })) {
        if (!deps.recall.knows(lesson.id))
            await deps.log.append({ type: "lesson-learned", cycle, lesson });
        deps.recall.learn(lesson);
    }
    await deps.log.append(summarizeCycle(readEvents(cycle, deps), deps.clock.now()));
    return promotion?.commit ?? masterCommit;
}
async function promoteOnce(cycle, parent, events, deps) {
    const done = events.last("promoted");
    if (done !== undefined)
        return done;
    const intended = events.last("promotion-intended");
    const result = intended === undefined ? await promoteNow(cycle, parent, events, deps) : await settle(intended, deps);
    if (result.status === "promoted")
        return result.promotion;
    throw new errors/* NightshiftError */.nc({
        code: "MASTER_MOVED",
        message: `Master was moved during cycle ${cycle}: ${result.reason}.`,
        hint: "Nothing was overwritten. Start a campaign again; it begins from master as it is now.",
    });
}
async function settle(intended, deps) {
    const result = await settlePromotion(intended, deps);
    if (result.status === "promoted")
        await deps.log.append(result.promotion);
    return result;
}
function promoteNow(cycle, parent, events, deps) {
    const judged = events.last("candidate-judged");
    const proposed = events.last("candidate-proposed");
    if (judged?.status !== "promote" || proposed?.tree !== judged.tree) {
        throw new Error(`cycle ${cycle} is to be promoted, but its last candidate was not judged so`);
    }
    const { item } = events.started;
    return promote({
        campaign: deps.campaign,
        cycle,
        item: item.id,
        subject: `fix: ${(0,neutralize_references/* neutralizeReferences */.I)(proposed.summary)}`,
        evidence: renderEvidence(item, judged, findReproduction(events)),
        parent,
        tree: judged.tree,
        at: deps.clock.now(),
        isUnsafe: deps.log.state().safety === "off",
        keep: deps.config.snapshots.keep,
        isDryRun: deps.isDryRun,
    }, { git: deps.git, journal: deps.log });
}
/** The tests that the promoted fix was made on: the last ones that were red. */
function findReproduction(events) {
    return events.all("reproduction-judged").findLast(({ status }) => status === "red");
}
function readEvents(cycle, deps) {
    const events = collectCycleEvents(deps.log.entries(), cycle);
    if (events === null)
        throw new Error(`cycle ${cycle} has not started`);
    return events;
}

// EXTERNAL MODULE: ./lib/src/adapters/git-text.js
var git_text = __webpack_require__(1223);
// EXTERNAL MODULE: ./lib/src/domain/bundle.js
var domain_bundle = __webpack_require__(2339);
// EXTERNAL MODULE: ./lib/src/publish/bundle/find-changeset-fault.js + 1 modules
var find_changeset_fault = __webpack_require__(7398);
;// CONCATENATED MODULE: ./lib/src/campaign/bundle/build-changeset.js



/**
 * The changeset from tree `from` to tree `to`. What a reader would refuse is refused here, so that the rest of a bundle
 * is not lost to it: links, submodules, paths that policy does not let through, more files than a changeset may have.
 */
async function buildChangeset({ from, to }, { git }) {
    const paths = await git.changedPaths(from, to);
    if (paths.length > domain_bundle/* bundleLimits */.x0.files)
        return { status: "refused", reason: `it changes ${paths.length} files, more than ${domain_bundle/* bundleLimits */.x0.files}` };
    const entries = new Map((await git.listFiles(to)).map((entry) => [entry.path, entry]));
    const files = [];
    for (const path of paths) {
        const file = await describeFile(path, entries.get(path), to, git);
        if (file === null)
            return { status: "refused", reason: `${JSON.stringify(path)} is no regular file` };
        files.push(file);
    }
    const changeset = { version: domain_bundle/* BUNDLE_VERSION */.AY, files: files.toSorted(comparePaths) };
    const fault = await (0,find_changeset_fault/* findChangesetFault */.k)(changeset);
    return fault === null ? { status: "built", changeset } : { status: "refused", reason: fault.reason };
}
async function describeFile(path, entry, tree, git) {
    if (entry === undefined)
        return { change: "delete", path };
    const { mode } = entry;
    if (mode !== "100644" && mode !== "100755")
        return null;
    const bytes = await git.readFile(tree, path);
    if (bytes === null)
        return null;
    const text = (0,git_text/* decodeStrictly */.p)(bytes);
    return text === null
        ? { change: "write", path, mode, encoding: "base64", content: bytes.toString("base64") }
        : { change: "write", path, mode, encoding: "utf8", content: text };
}
function comparePaths(a, b) {
    return a.path < b.path ? -1 : 1;
}

// EXTERNAL MODULE: ./lib/src/campaign/check-policy.js + 1 modules
var check_policy = __webpack_require__(6177);
// EXTERNAL MODULE: ./lib/src/campaign/verify/read-edits.js
var read_edits = __webpack_require__(4911);
// EXTERNAL MODULE: ./lib/src/policy/capabilities/capability-rule-id.js
var capability_rule_id = __webpack_require__(7425);
;// CONCATENATED MODULE: ./lib/src/campaign/waive-denials.js

const neverWaived = new Set(["shape", "secrets"]);
/**
 * With `safety: "off"` a denial is recorded and refuses nothing, but where it is about what may be written at all: the
 * shape of the change, secrets in it, and who may do what. A rule that is not known refuses as ever. Pure.
 */
function waiveDenials(verdict, { safety, rules }) {
    if (safety === "on" || verdict.status === "allowed")
        return { verdict, waived: [] };
    const { notes } = verdict;
    const mayWaive = new Set(rules.filter(({ id, group }) => !neverWaived.has(group) && id !== capability_rule_id/* capabilityRuleId */.o).map(({ id }) => id));
    const [first, ...rest] = verdict.denials.filter(({ rule }) => !mayWaive.has(rule));
    const waived = verdict.denials.filter(({ rule }) => mayWaive.has(rule));
    return first === undefined
        ? { verdict: { status: "allowed", notes }, waived }
        : { verdict: { status: "denied", denials: [first, ...rest], notes }, waived };
}

;// CONCATENATED MODULE: ./lib/src/campaign/create-carried-policy.js




/**
 * Asks policy, as it is now, about a promotion that is to be carried: the whole of it alone, on the tree that it was made
 * on, so that rules on one change such as its size hold as they did. Without safety what may be waived is.
 */
function createCarriedPolicy(deps) {
    const { git, log, policyRules } = deps;
    return async ({ hash, parents }) => {
        const [parent] = parents;
        if (parent === undefined)
            return { status: "failed", reason: "it has no parent to compare with" };
        const from = await git.treeOf(parent);
        const built = await buildChangeset({ from, to: await git.treeOf(hash) }, { git });
        if (built.status === "refused")
            return { status: "failed", reason: `policy: ${built.reason}` };
        const read = (0,read_edits/* readEdits */.U)(built.changeset);
        if (read.status === "refused")
            return { status: "failed", reason: `policy: ${JSON.stringify(read.path)} is no text` };
        const files = await git.listFiles(from);
        const said = await (0,check_policy/* checkPolicy */.h)({ edits: read.edits, item: { kind: "failing-check" }, tree: from, files }, deps);
        const { verdict } = waiveDenials(said, { safety: log.state().safety, rules: policyRules });
        if (verdict.status === "allowed")
            return { status: "passed" };
        const reasons = verdict.denials.map(({ rule, reason }) => `${reason} (rule ${rule})`);
        return { status: "failed", reason: `policy: ${reasons.join("; ")}` };
    };
}

// EXTERNAL MODULE: ./lib/src/gates/compare.js + 1 modules
var compare = __webpack_require__(6766);
// EXTERNAL MODULE: ./lib/src/gates/run-gates.js + 1 modules
var run_gates = __webpack_require__(3517);
;// CONCATENATED MODULE: ./lib/src/campaign/pass-check.js
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
 * Asks the gates whether carried promotions still hold on sacred as it is now: every gate fails nothing there that
 * sacred alone passes. Sacred is measured once, when first needed.
 */
function createPassCheck(sacredCommit, deps) {
    let base;
    return async (tree) => {
        base ??= runOn(sacredCommit, "carry/base", deps);
        const message = "chore: carried promotions on sacred, for the gates";
        const commit = await deps.git.writeCommit({
            tree,
            parents: [sacredCommit],
            message,
            at: deps.clock.now(),
        });
        const [before, after] = [await base, await runOn(commit, `carry/${tree.slice(0, 12)}`, deps)];
        for (const spec of deps.gates) {
            const [baseResult, candidate] = [before.get(spec.name), after.get(spec.name)];
            if (baseResult === undefined || candidate === undefined)
                continue;
            const gate = (0,compare/* compareGate */.H)({
                spec,
                base: baseResult,
                candidate,
                isStrict: false,
                setAside: new Set(),
                proof: undefined,
            });
            if (gate.isRequired && gate.status === "red")
                return { status: "failed", reason: `${gate.gate}: ${gate.reason}` };
        }
        return { status: "passed" };
    };
}
async function runOn(commit, name, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const sandbox = __addDisposableResource(env_1, await deps.sandboxes.open(`${deps.campaign}/${name}`, commit), true);
        const results = new Map();
        for await (const result of (0,run_gates/* runGates */.A)({ specs: deps.gates, sandbox, restore: () => sandbox.reset() }, deps)) {
            deps.signal.throwIfAborted();
            results.set(result.gate, result);
        }
        return results;
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

;// CONCATENATED MODULE: ./lib/src/campaign/place-promotion.js
/**
 * Applies the first of the waiting promotions on a tree. When it conflicts it may have landed squashed together with
 * later ones, so that is tried next. When a part of it is there already, people have merged it in another form, and
 * what they left out stays out.
 */
async function placePromotion({ onto, waiting }, { git }) {
    const [first] = waiting;
    const [parent] = first.parents;
    if (parent === undefined) {
        return { status: "refused", reason: "it has no parent to compare with" };
    }
    const applied = await git.applyChange(onto, parent, first.hash);
    if (applied.status === "conflict") {
        const count = await countLandedTogether({ onto, parent, waiting }, git);
        return count > 0
            ? { status: "landed", count }
            : { status: "refused", reason: `it conflicts in ${applied.paths.join(", ")}` };
    }
    if (applied.tree === onto) {
        return { status: "landed", count: 1 };
    }
    const [wanted, made] = await Promise.all([git.diff(parent, first.hash), git.diff(onto, applied.tree)]);
    return listChanges(wanted) === listChanges(made)
        ? { status: "applied", tree: applied.tree }
        : { status: "refused", reason: "a part of it is there already, in another form" };
}
/** How many promotions in a row, the first among them, are there as a whole; 0 when none. */
async function countLandedTogether({ onto, parent, waiting, }, git) {
    for (let count = 2; count <= waiting.length; count += 1) {
        const [before, last] = [waiting[count - 2], waiting[count - 1]];
        if (last === undefined || last.parents[0] !== before?.hash) {
            return 0;
        }
        const applied = await git.applyChange(onto, parent, last.hash);
        if (applied.status === "applied" && applied.tree === onto) {
            return count;
        }
    }
    return 0;
}
/** The changed lines of a diff and the files they are in, wherever in a file they stand. */
function listChanges(diff) {
    const lines = diff.split("\n").filter((line) => /^(diff --git |[-+]|literal |delta )/.test(line));
    return lines.toSorted().join("\n");
}

;// CONCATENATED MODULE: ./lib/src/campaign/carry-promotions.js

/**
 * Applies promotions, oldest first, on the tree `onto`. One that conflicts, that is there in part already, or whose
 * tree fails is set aside, and the next is tried without it. One that is there as a whole has landed and is left out
 * silently. `passes` is asked only for trees that are not in `provenTrees`: for all promotions at once, and for one
 * after the other if that fails.
 */
async function carryPromotions({ onto, promotions, provenTrees, }, { git, passes }) {
    const check = remember(passes, provenTrees);
    const together = await stack({ onto, promotions }, { git, passes: async () => ({ status: "passed" }) });
    if (together.carried.length === 0 || (await check(together.tree)).status === "passed") {
        return together;
    }
    return stack({ onto, promotions }, { git, passes: check });
}
async function stack({ onto, promotions }, { git, passes }) {
    let tree = onto;
    const carried = [];
    const setAside = [];
    for (let at = 0; at < promotions.length;) {
        const waiting = promotions.slice(at);
        const [commit] = waiting;
        const placed = await placePromotion({ onto: tree, waiting }, { git });
        at += placed.status === "landed" ? placed.count : 1;
        if (placed.status === "refused") {
            setAside.push({ commit, reason: placed.reason });
        }
        if (placed.status === "applied") {
            const verdict = await passes(placed.tree);
            if (verdict.status === "failed") {
                setAside.push({ commit, reason: verdict.reason });
            }
            else {
                tree = placed.tree;
                carried.push(commit);
            }
        }
    }
    return { tree, carried, setAside };
}
/** Asks once for each tree, and never for a proven one. */
function remember(passes, provenTrees) {
    const verdicts = new Map();
    return async (tree) => {
        if (provenTrees.has(tree)) {
            return { status: "passed" };
        }
        const verdict = verdicts.get(tree) ?? (await passes(tree));
        verdicts.set(tree, verdict);
        return verdict;
    };
}

;// CONCATENATED MODULE: ./lib/src/campaign/find-open-promotions.js
/** Whether a commit is a promotion, by its trailers. */
function isPromotion({ trailers }) {
    return ["Nightshift-Campaign", "Nightshift-Cycle", "Nightshift-Item"].every((name) => name in trailers);
}
/**
 * Reads master's history, newest first along first parents and without what sacred has merged. A rollback counts as
 * the commit that it went back to; a rebuild (`Nightshift-Sacred`) as the promotions that it carried, so that what it
 * left out stays out.
 */
function findOpenPromotions(history) {
    const ages = new Map(history.map((commit, age) => [commit.hash, age]));
    const open = [];
    const passed = [];
    for (let age = 0; age !== undefined;) {
        const commit = history[age];
        if (commit === undefined) {
            break;
        }
        const trailers = commit.trailers;
        const isRebuild = "Nightshift-Sacred" in trailers;
        const isRollback = "Nightshift-Rollback" in trailers;
        passed.push({ commit, isOurs: isRebuild || isRollback || isPromotion(commit) });
        if (isRebuild) {
            open.push(...listCarried(commit, history, ages).reverse());
            break;
        }
        if (isPromotion(commit)) {
            open.push(commit);
        }
        const next = isRollback ? trailers["Nightshift-Rollback"] : commit.parents[0];
        // What is not in this history sacred has merged: nothing is open there.
        age = keepOlder(ages.get(next ?? ""), age);
    }
    return { open: open.reverse(), strangers: listStrangers(passed) };
}
/** A rollback that points to itself or forward is none of ours, and following it would never end. */
function keepOlder(target, age) {
    return target !== undefined && target > age ? target : undefined;
}
function listCarried(rebuild, history, ages) {
    return (rebuild.trailers["Nightshift-Carried"] ?? "").split(" ").flatMap((hash) => {
        const age = ages.get(hash);
        const commit = age === undefined ? undefined : history[age];
        return commit === undefined || !isPromotion(commit) ? [] : [commit];
    });
}
/**
 * Commits of others that lie on top of ours. What lies beneath the oldest of ours was there before Nightshift, such as
 * the commits of a sacred branch that has been rewritten since.
 */
function listStrangers(passed) {
    const oldest = passed.findLastIndex(({ isOurs }) => isOurs);
    const strangers = passed.slice(0, oldest + 1).filter(({ isOurs }) => !isOurs);
    return strangers.map(({ commit }) => commit).reverse();
}

;// CONCATENATED MODULE: ./lib/src/campaign/prepare-master.js






/**
 * Rebuilds master at the start of a campaign: one commit (parents: master, sacred) whose tree is sacred's plus the open
 * promotions that policy still allows, that apply and that pass. Without a master, or with one that sacred has merged whole, master is sacred's
 * commit. When nothing has changed no commit is made, so doing it again changes nothing. Conflicts never stop it.
 *
 * Throws `MASTER_MOVED` when somebody else moves master meanwhile.
 */
async function prepareMaster(input, deps) {
    const { git } = deps;
    const previous = await git.resolveCommit((0,ref_names/* nameRefs */.O)(git.prefix).master);
    const prepared = await buildMaster(input, previous, deps);
    if (!input.isDryRun && prepared.commit !== previous) {
        await prepare_master_moveMaster(prepared.commit, previous, git);
    }
    return { ...prepared, tree: await git.treeOf(prepared.commit), previous };
}
async function buildMaster(input, previous, { git, passes, allows }) {
    const { sacred } = input;
    if (previous === null || (await git.isAncestor(previous, sacred.commit))) {
        return { commit: sacred.commit, carried: [], setAside: [] };
    }
    const history = await git.log(`${sacred.commit}..${previous}`, { firstParent: true });
    const { open, strangers } = findOpenPromotions(history);
    const dropped = new Set(input.dropped);
    const isLeftOut = (commit) => input.carriesUnsafe !== true && hasUnsafeMark(commit);
    const denied = [];
    const promotions = [];
    for (const commit of open) {
        if (dropped.has(nameCycle(commit)) || isLeftOut(commit))
            continue;
        const verdict = await allows(commit);
        if (verdict.status === "passed")
            promotions.push(commit);
        else
            denied.push({ ...summarise(commit), reason: verdict.reason });
    }
    const result = await carryPromotions({
        onto: await git.treeOf(sacred.commit),
        promotions,
        provenTrees: new Set(history.filter((commit) => isProven(commit) && !isLeftOut(commit)).map((commit) => commit.tree)),
    }, { git, passes });
    const setAside = [
        ...strangers.map((commit) => ({ ...summarise(commit), reason: "it is no promotion of Nightshift's" })),
        ...open
            .filter(isLeftOut)
            .map((commit) => ({ ...summarise(commit), reason: "it was made with --no-safety" })),
        ...denied,
        ...result.setAside.map(({ commit, reason }) => ({ ...summarise(commit), reason })),
    ];
    const carried = result.carried.map(summarise);
    const isSame = result.tree === (await git.treeOf(previous)) && (await git.isAncestor(sacred.commit, previous));
    const commit = isSame
        ? previous
        : await git.writeCommit({
            tree: result.tree,
            parents: [previous, sacred.commit],
            message: describeRebuild(input, carried, setAside),
            at: input.at,
        });
    return { commit, carried, setAside };
}
function describeRebuild({ campaign, sacred }, carried, setAside) {
    const lines = [
        ...carried.map(({ subject }) => `Carried: ${subject}`),
        ...setAside.map(({ subject, reason }) => `Set aside: ${subject} (${reason})`),
    ];
    return (0,render_commit_message/* renderCommitMessage */.j)({
        subject: `chore: start master from ${sacred.branch}`,
        body: lines.join("\n"),
        trailers: {
            "Nightshift-Campaign": campaign,
            "Nightshift-Sacred": sacred.commit,
            "Nightshift-Carried": carried.map(({ commit }) => commit).join(" ") || "none",
        },
    });
}
async function prepare_master_moveMaster(to, from, git) {
    const answer = await git.updateRefs([{ ref: (0,ref_names/* nameRefs */.O)(git.prefix).master, to, from }]);
    if (answer.status === "moved") {
        throw new errors/* NightshiftError */.nc({
            code: "MASTER_MOVED",
            message: `Master was moved while it was being prepared: ${answer.reason}.`,
            hint: "Let the other writer finish, and start the campaign again.",
        });
    }
}
/** Whether the gates let this tree through when it was made. */
function isProven(commit) {
    return isPromotion(commit) || "Nightshift-Sacred" in commit.trailers;
}
function nameCycle({ trailers }) {
    return `${trailers["Nightshift-Campaign"]}/${trailers["Nightshift-Cycle"]}`;
}
function summarise({ hash, subject }) {
    return { commit: hash, subject };
}

;// CONCATENATED MODULE: ./lib/src/campaign/open-campaign.js





/**
 * Where the first cycle starts. A new campaign rebuilds master. A resumed one goes on from where its journal ends: a
 * cycle whose attempt was over is completed, one that was cut off before is left for the next cycle to do again.
 */
async function openCampaign(deps) {
    const { masterCommit, openCycle } = deps.log.state();
    let commit = masterCommit ?? (await prepare(deps));
    if (openCycle !== null && hasAttempted(openCycle.cycle, deps)) {
        commit = await completeCycle(openCycle.cycle, commit, deps);
    }
    return { commit, tree: await deps.git.treeOf(commit), measurement: null };
}
async function prepare(deps) {
    const { campaign, clock, git, isDryRun, log } = deps;
    const { base, sacred, safety } = log.state();
    deps.onProgress({ phase: "preparing", detail: "master" });
    const prepared = await prepareMaster({
        campaign,
        sacred: { branch: sacred, commit: base },
        at: clock.now(),
        carriesUnsafe: safety === "off",
        isDryRun,
    }, { git, passes: createPassCheck(base, deps), allows: createCarriedPolicy(deps) });
    await log.append({ type: "master-prepared", ...prepared });
    return prepared.commit;
}
function hasAttempted(cycle, { log }) {
    return collectCycleEvents(log.entries(), cycle)?.last("attempt-ended") !== undefined;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/src/domain/create-random.js
var create_random = __webpack_require__(303);
// EXTERNAL MODULE: ./lib/src/gates/run-gate.js + 104 modules
var run_gate = __webpack_require__(781);
// EXTERNAL MODULE: ./lib/src/domain/gate.js
var domain_gate = __webpack_require__(1360);
// EXTERNAL MODULE: ./lib/src/policy/protected/list-protected-globs.js
var list_protected_globs = __webpack_require__(1159);
// EXTERNAL MODULE: ./lib/src/policy/protected/protected-paths.js + 1 modules
var protected_paths = __webpack_require__(2971);
// EXTERNAL MODULE: ../../diff/libesm/patch/create.js
var create = __webpack_require__(962);
;// CONCATENATED MODULE: ./lib/src/campaign/describe-approach.js

/**
 * Makes the function that describes edits of an item on a base tree. It writes no object and reads each file once, so
 * that a brain can ask about hundreds of candidates.
 */
function createApproachDescriber(base, { git }) {
    const blobs = new Map(base.files.map(({ path, hash }) => [path, hash]));
    const texts = new Map();
    const read = async (path) => {
        const known = texts.get(path);
        if (known !== undefined)
            return known;
        const text = (await git.readFile(base.tree, path))?.toString("utf8") ?? "";
        texts.set(path, text);
        return text;
    };
    return async (edits) => {
        const sorted = [...edits].sort((a, b) => (a.path < b.path ? -1 : 1));
        const patches = [];
        for (const { path, content } of sorted) {
            const before = await read(path);
            patches.push((0,create/* createTwoFilesPatch */.ss)(`a/${path}`, `b/${path}`, before, content ?? "", "", "", {
                context: 3,
                headerOptions: create/* FILE_HEADERS_ONLY */.jr,
            }));
        }
        return {
            signature: base.item.signature,
            diff: patches.join(""),
            files: sorted.map(({ path }) => ({ path, blob: blobs.get(path) ?? "" })),
        };
    };
}

// EXTERNAL MODULE: ./lib/src/campaign/find-editable-files.js
var find_editable_files = __webpack_require__(3189);
;// CONCATENATED MODULE: ./lib/src/campaign/is-brain-exhausted.js

/**
 * Whether memory says that a brain, as it is now, has nothing new for an item: it has tried all that it knows, which a
 * model never has, or its fix waits as a suggestion.
 */
function isBrainExhausted(input, { recall, config }) {
    const { item, brain, blobs } = input;
    const version = brainVersion(brain, config.brain);
    const { minConfidence } = config.promotion;
    return (recall.isSuggested(item, { version, minConfidence }, blobs) ||
        (brain.version !== null && recall.isExhausted(item, { version }, blobs)));
}

;// CONCATENATED MODULE: ./lib/src/campaign/build-brain-task.js






const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
/** Lessons that a brain is told of; a prompt has room for a few. */
const MAX_LESSONS = 8;
/** What a brain gets for an item: the failing gate, the files that it may edit, its bounds, and memory's refusals. */
function buildBrainTask({ cycle, item, position, sandbox }, files, deps) {
    const { config, gates, log, recall, seed, signal } = deps;
    const gate = gates.find(({ name }) => name === item.gate);
    if (gate === undefined)
        throw new Error(`work item ${item.id} names a gate that is not there: ${item.gate}`);
    const { results, setAside } = position.measurement;
    const checks = results.get(item.gate)?.checks ?? [];
    const aside = setAside.get(item.gate) ?? new Set();
    const failing = checks.filter(({ status }) => status === "failed").map(domain_gate/* checkId */.ij);
    const describe = createApproachDescriber({ item, tree: position.tree, files }, deps);
    const policy = deps.openPolicy();
    const blobs = new Map(files.map(({ path, hash }) => [path, hash]));
    return {
        cycle,
        item,
        goal: config.goal,
        lessons: findLessons(item, deps),
        guidance: [],
        temperature: null,
        gate,
        sandbox,
        editableFiles: (0,find_editable_files/* findEditableFiles */.h)(files, config),
        trackedFiles: files.map(({ path }) => path),
        knownFailures: new Set([...failing, ...aside]),
        passingChecks: checks.filter((check) => check.status === "passed" && !aside.has((0,domain_gate/* checkId */.ij)(check))),
        limits: {
            maxCandidates: config.brain.maxCandidates,
            maxPlainCandidates: config.brain.maxPlainCandidates,
            maxMs: boundTime(deps),
        },
        seed,
        isAvoided: async (edits) => recall.isAvoided(await describe(edits)),
        isExhausted: (brain) => isBrainExhausted({ item, brain, blobs }, deps),
        protectionOf: (0,protected_paths/* createPathProtection */.r)((0,list_protected_globs/* listProtectedGlobs */.y)(config)),
        weigh: (arm) => policy.weigh(item.kind, arm),
        onBatch: async ({ outcomes, ...batch }) => {
            await log.append({ type: "candidates-tried", cycle, ...batch, outcomes: { ...outcomes } });
        },
        signal,
    };
}
/** What was learned of this item, then of failures that read like it. */
function findLessons(item, { recall }) {
    const similar = recall.querySimilar(`${item.title} ${item.signature}`, MAX_LESSONS);
    return similar.toSorted((a, b) => Number(b.item.id === item.id) - Number(a.item.id === item.id));
}
/** The brain's own bound, or what is left of the campaign's; null under a seed, which only counts may bound. */
function boundTime({ config, log }) {
    if (config.brain.seed !== null)
        return null;
    const leftMs = config.stop.maxHours * MS_PER_HOUR - log.state().elapsedMs;
    return Math.max(0, Math.min(config.brain.maxMinutes * MS_PER_MINUTE, leftMs));
}

// EXTERNAL MODULE: ./lib/src/campaign/judge-candidate.js + 17 modules
var judge_candidate = __webpack_require__(2953);
;// CONCATENATED MODULE: ./lib/src/campaign/judge-proposal.js




/** Runs a proposal past policy, memory and gates, in that order: the cheapest no comes first. */
async function judgeProposal(input, deps) {
    const { proposal, item, position, cycle, attempt } = input;
    const tree = await deps.git.buildTree(position.tree, proposal.edits);
    const describe = createApproachDescriber({ item, tree: position.tree, files: input.files }, deps);
    const approach = await describe(proposal.edits);
    const { summary, origin, edits } = proposal;
    const confidence = proposal.confidence ?? null;
    await deps.log.append({
        type: "candidate-proposed",
        cycle,
        attempt,
        tree,
        summary,
        origin,
        ...(proposal.arms === undefined ? {} : { arms: [...proposal.arms] }),
        ...(confidence === null ? {} : { confidence }),
        files: [...approach.files],
        diff: approach.diff,
    });
    const { verdict, waived } = waiveDenials(await (0,check_policy/* checkPolicy */.h)({ edits, item, tree: position.tree, files: input.files }, deps), { safety: deps.log.state().safety, rules: deps.policyRules });
    const refusal = findRefusal(input, approach, { tree, verdict }, deps);
    if (refusal !== null) {
        await deps.log.append({ type: "candidate-refused", cycle, attempt, tree, ...refusal });
        return { status: "refused", reason: refusal.reason, denials: refusal.denials };
    }
    const startedMs = deps.clock.elapsedMs();
    const { judgement, results, notes } = await (0,judge_candidate/* judgeCandidate */.b)({ ...input, edits }, deps);
    await deps.log.append({
        type: "candidate-judged",
        cycle,
        attempt,
        tree,
        status: judgement.status,
        rule: judgement.status === "reject" ? judgement.rule : "gates",
        reason: judgement.reason,
        denials: [...waived, ...(judgement.status === "reject" ? judgement.denials : [])],
        notes: [...verdict.notes, ...notes],
        gates: judgement.gates.map((gate) => ({ ...gate, fixed: [...gate.fixed], broken: [...gate.broken] })),
        durationMs: deps.clock.elapsedMs() - startedMs,
    });
    return {
        status: "judged",
        candidate: { edits, tree, summary, origin, confidence, diff: approach.diff },
        approach,
        judgement,
        results,
    };
}
function findRefusal(input, approach, { tree, verdict }, { recall }) {
    if (tree === input.position.tree)
        return { rule: "empty", reason: "the edits change nothing", denials: [] };
    if (verdict.status === "denied") {
        const { denials } = verdict;
        const reason = [...new Set(denials.map((denial) => denial.reason))].join("; ");
        return { rule: denials[0].rule, reason, denials: [...denials] };
    }
    if (recall.isAvoided(approach)) {
        return { rule: "avoided", reason: "this approach failed the gates before", denials: [] };
    }
    return null;
}

// EXTERNAL MODULE: ./lib/src/campaign/reproduction/aim-item.js
var aim_item = __webpack_require__(1141);
// EXTERNAL MODULE: ./lib/src/campaign/reproduction/check-new-tests.js
var check_new_tests = __webpack_require__(5303);
// EXTERNAL MODULE: ./lib/src/campaign/reproduction/run-on-base.js + 2 modules
var run_on_base = __webpack_require__(9197);
;// CONCATENATED MODULE: ./lib/src/campaign/reproduce.js
var reproduce_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var reproduce_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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





/** Of the event; the tests themselves are as long as policy lets them be. */
const MAX_DIFF = 16_384;
/**
 * Runs tests that were written for an item on the base, and gives the task on the base with them where they are red by
 * themselves. From there on the new failures are the base's, the tests are the base's too, and each of them has to be
 * mended; whatever is promoted holds the tests and the fix in one commit on master. Journals what came of it.
 */
async function reproduce(tests, input, deps, buildTask) {
    deps.signal.throwIfAborted();
    const refusal = await (0,check_new_tests/* checkNewTests */.A)(tests, input, deps);
    const { end, next } = refusal === null
        ? await tryOnBase(tests, input, deps)
        : { end: { status: "refused", reason: refusal }, next: null };
    const reason = end.status === "red" ? describeRed(end) : end.reason;
    await deps.log.append({
        type: "reproduction-judged",
        cycle: input.cycle,
        ...{ status: end.status, reason, diff: reproduce_renderTests(tests) },
        files: tests.map(({ path }) => path),
        targets: next === null ? [] : [...(next.mustMend ?? [])],
    });
    if (next === null)
        return { status: "refused", reason: deps.redact(reason) };
    return { status: "red", failures: listFailures(next), task: buildTask(next) };
}
async function tryOnBase(tests, input, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { cycle, item, position } = input;
        const { campaign, clock, git, log } = deps;
        const tree = await git.buildTree(position.tree, tests);
        const message = `test: what cycle ${cycle} of campaign ${campaign} works on`;
        const commit = await git.writeCommit({ tree, parents: [position.commit], message, at: clock.now() });
        const files = await git.listFiles(tree);
        const number = (log.state().openCycle?.reproductions.length ?? 0) + 1;
        const stack = reproduce_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const sandbox = stack.use(await deps.sandboxes.open(`${campaign}/${cycle}-reproduction-${number}`, commit));
        const trackedFiles = files.map(({ path }) => path);
        const paths = tests.map(({ path }) => path);
        const end = await (0,run_on_base/* runOnBase */.O)({ position, sandbox, tree, trackedFiles, files: paths }, deps);
        if (end.status === "refused")
            return { end, next: null };
        await sandbox.reset();
        input.stack.use(stack.move());
        const { failing } = end;
        const results = new Map([...position.measurement.results, ...end.results]);
        const next = {
            ...{ ...input, sandbox, files },
            item: (0,aim_item/* aimItem */.L)(item, { failing, tracked: new Set(trackedFiles), paths }),
            position: { commit, tree, measurement: { ...position.measurement, tree, results } },
            mustMend: new Set([...(input.mustMend ?? []), ...[...failing.values()].flat().map(domain_gate/* checkId */.ij)]),
        };
        return { end, next };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = reproduce_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** They are new files, wherever they may claim to lie, so that nothing has to be read to show them. */
function reproduce_renderTests(tests) {
    const patches = tests.map(({ path, content }) => (0,create/* createTwoFilesPatch */.ss)("/dev/null", `b/${path}`, "", content ?? "", "", "", {
        context: 3,
        headerOptions: create/* FILE_HEADERS_ONLY */.jr,
    }));
    const diff = patches.join("");
    return diff.length <= MAX_DIFF ? diff : `${diff.slice(0, MAX_DIFF).toWellFormed()}\n[cut]\n`;
}
function describeRed({ failing }) {
    const all = [...failing.values()].flat();
    const [first] = all;
    const [said = ""] = (first?.message ?? "").split("\n", 1);
    const count = all.length === 1 ? "1 new test fails" : `${all.length} new tests fail`;
    return `${count} on the base, and nothing else does that did not${said === "" ? "" : `: ${said.slice(0, 200)}`}`;
}
/** The new failures alone, as the item shows them. */
function listFailures({ item, mustMend }) {
    return item.evidence.filter(({ id }) => mustMend?.has(id) === true);
}

;// CONCATENATED MODULE: ./lib/src/campaign/build-method-task.js







/** What a method gets for an item: brains, their task, and the campaign's judgement as functions. */
function buildMethodTask(input, deps) {
    const { cycle, item, position, files } = input;
    const { git, log, signal } = deps;
    const describe = createApproachDescriber({ item, tree: position.tree, files }, deps);
    return {
        brains: deps.brains,
        advisor: deps.advise?.(cycle, item) ?? null,
        brainTask: buildBrainTask(input, files, deps),
        attempts: deps.config.attempts,
        settings: deps.config.method,
        policy: deps.openPolicy(),
        width: (0,external_node_os_.availableParallelism)(),
        random: (0,create_random/* createRandom */.s)(deps.seed + cycle),
        judgeProposal: async (proposal, attempt) => {
            signal.throwIfAborted();
            const trial = await judgeProposal({ ...input, proposal, attempt }, deps);
            if (trial.status === "refused")
                return trial;
            input.onTrial(trial);
            const { judgement } = trial;
            if (judgement.status === "promote")
                return { status: "promote" };
            return { status: "reject", reason: judgement.reason, gates: judgement.gates };
        },
        reproduce: (tests) => reproduce(tests, input, deps, (next) => buildMethodTask(next, deps)),
        openSandbox: (name) => deps.sandboxes.open(`${deps.campaign}/${cycle}-${name}`, position.commit),
        runGate: (run) => (0,run_gate/* runGate */.R)({ ...run, signal }, deps),
        gates: deps.gates,
        readBase: async (path) => {
            const content = await git.readFile(position.tree, path);
            const text = content?.toString("utf8") ?? null;
            return content !== null && text !== null && Buffer.from(text).equals(content) ? text : null;
        },
        describeEdits: async (edits) => (await describe(edits)).diff,
        onStep: async ({ figures = {}, candidate, ...step }) => {
            const approach = candidate === undefined ? null : await describe(candidate.edits);
            await log.append({
                type: "method-stepped",
                cycle,
                method: input.method,
                ...step,
                figures: { ...figures },
                candidate: candidate === undefined || approach === null
                    ? null
                    : {
                        summary: candidate.summary,
                        origin: candidate.origin,
                        files: [...approach.files],
                        diff: approach.diff,
                    },
            });
        },
    };
}

;// CONCATENATED MODULE: ./lib/src/campaign/find-doubt.js
/**
 * Why a candidate that every gate let through is a suggestion and not promoted, in a clause; null where it is promoted. A
 * brain that does not say how sure it is holds nothing back. Pure.
 */
function findDoubt(confidence, { minConfidence }) {
    if (confidence === null || confidence.value >= minConfidence)
        return null;
    const sure = `the brain is ${percent(confidence.value)} sure, and promotion.minConfidence asks for ${percent(minConfidence)}`;
    return confidence.reason === "" ? sure : `${sure}: ${confidence.reason}`;
}
/** Rounded down: what is below a bound must not read as if it had reached it. */
function percent(value) {
    return `${Math.floor(value * 1_000) / 10} %`;
}

;// CONCATENATED MODULE: ./lib/src/campaign/name-brains.js
/** The one brain that is at work, or `auto` for several in turn. Pure. */
function nameBrains(brains) {
    const [only, ...others] = brains;
    return only === undefined || others.length > 0 ? "auto" : only.kind;
}

;// CONCATENATED MODULE: ./lib/src/campaign/summarize-item.js
const MAX_EVIDENCE = 10;
const MAX_MESSAGE_LENGTH = 500;
/** A work item as events carry it: who it is and what it shows, without stacks. Pure. */
function summarizeItem(item) {
    const { id, kind, gate, title, files, signature } = item;
    const evidence = item.evidence.slice(0, MAX_EVIDENCE).map((failure) => ({
        title: failure.title,
        message: failure.message.slice(0, MAX_MESSAGE_LENGTH),
    }));
    return { id, kind, gate, title, files: [...files], signature, failures: item.targets.length, evidence };
}

;// CONCATENATED MODULE: ./lib/src/campaign/attempt-item.js
var attempt_item_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var attempt_item_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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





const rulesWithoutEvidence = new Set(["error", "strict"]);
/**
 * Puts brains to work on an item by a method, with policy, memory and gates as its judges, and
 * journals how it ended. Gives the candidate to promote, or null: where the brain is not sure enough of what passed it is a
 * suggestion, and ends the attempt all the same, since brains propose what they are surest of first. Rejects with the signal's reason when the campaign
 * is stopped: the cycle is then left open, for `--resume` to do again.
 */
async function attemptItem(input, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { cycle, item, position } = input;
        const { git, log, signal } = deps;
        const method = deps.chooseMethod(item, cycle);
        await log.append({
            type: "cycle-started",
            cycle,
            item: summarizeItem(item),
            tree: position.tree,
            brain: nameBrains(deps.brains),
            method: method.kind,
        });
        if (method.choice !== null)
            await log.append({
                ...{ type: "method-stepped", cycle, method: method.kind, ...method.choice },
                figures: { ...method.choice.figures },
                candidate: null,
            });
        const files = await git.listFiles(position.tree);
        let lastTrial;
        let isInconclusive = false;
        const onTrial = (trial) => {
            lastTrial = trial;
            const { judgement } = trial;
            if (judgement.status === "reject" && rulesWithoutEvidence.has(judgement.rule))
                isInconclusive = true;
        };
        const stack = attempt_item_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const end = await method.run(buildMethodTask({ ...input, files, stack, method: method.kind, onTrial }, deps));
        signal.throwIfAborted();
        const blobs = new Map(files.map(({ path, hash }) => [path, hash]));
        const judged = lastTrial?.judgement.reason ?? "";
        const doubt = end.status === "promote"
            ? findDoubt(lastTrial?.candidate.confidence ?? null, deps.config.promotion)
            : null;
        const reason = end.status === "promote" ? (doubt ?? judged) : end.reason;
        // What was refused for the sake of a gate or of other failures may pass once these are mended.
        const exhausted = isInconclusive ? null : findExhausted(end, deps, blobs);
        await log.append({
            type: "attempt-ended",
            cycle,
            status: doubt === null ? end.status : "suggest",
            reason,
            attempts: end.attempts,
            exhausted,
        });
        if (end.status !== "promote" || doubt !== null || lastTrial === undefined)
            return { promoted: null };
        return { promoted: { tree: lastTrial.candidate.tree, results: lastTrial.results } };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = attempt_item_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The exhausted key: everything that a brain knows was tried on these files, within bounds that repeat. */
function findExhausted(end, { config }, blobs) {
    if (end.status === "promote")
        return null;
    const spent = end.brainEnds.find(({ exhausted }) => exhausted !== null)?.exhausted ?? null;
    if (spent === null)
        return null;
    const suspects = spent.suspects.map((path) => ({ path, blob: blobs.get(path) ?? "" }));
    return suspects.length === 0 ? null : { brain: brainVersion(spent.brain, config.brain), suspects };
}

// EXTERNAL MODULE: ./lib/src/gates/failure-signature.js
var failure_signature = __webpack_require__(3520);
// EXTERNAL MODULE: ./lib/src/work/find-work.js + 4 modules
var find_work = __webpack_require__(957);
;// CONCATENATED MODULE: ./lib/src/work/rank.js
/**
 * Items in the order to work on them: what is cheapest to check and surest to be mended first. By the gate's order,
 * then those whose evidence points into a source, then those with fewer targets; otherwise as they were found. An issue
 * comes first where a person gave it to the campaign, and last where it is the campaign's goal. Pure.
 */
function rankItems(items, gates, { isIssueFirst = false } = {}) {
    const places = new Map([...gates].sort((a, b) => a.order - b.order).map(({ name }, place) => [name, place]));
    const placeOf = ({ gate }) => places.get(gate) ?? gates.length;
    const isFirst = ({ kind }) => (kind === "issue") === isIssueFirst;
    return items.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)) ||
        placeOf(a) - placeOf(b) ||
        Number(pointsIntoSource(b)) - Number(pointsIntoSource(a)) ||
        a.targets.length - b.targets.length);
}
function pointsIntoSource({ evidence, files }) {
    return evidence.some(({ at }) => at !== undefined && !files.includes(at.file));
}

;// CONCATENATED MODULE: ./lib/src/campaign/choose-item.js






/** Of exhausted items, in the event. */
const MAX_TITLES = 50;
/**
 * The first item, by rank, that this campaign has not tried on this tree and that memory does not call exhausted.
 * What is skipped is counted in the `work-found` event, so that a report can say what was left alone and why.
 */
async function chooseItem(position, deps) {
    const files = await deps.git.listFiles(position.tree);
    const blobs = new Map(files.map(({ path, hash }) => [path, hash]));
    const { results, setAside } = position.measurement;
    const trackedFiles = files.map(({ path }) => path);
    const { issue, goal, cycles } = deps.log.state();
    const asked = { issue, goal, hasModel: deps.advise !== null };
    const work = (0,find_work/* findWork */.V)({ results: [...results.values()], setAside, trackedFiles, asked }, { failureSignature: failure_signature/* failureSignature */.v });
    const found = rankItems(work.items, deps.gates, { isIssueFirst: issue !== null });
    const isExhausted = (item) => deps.brains.every((brain) => isBrainExhausted({ item, brain, blobs }, deps));
    const { open = [], exhausted = [] } = Object.groupBy(found, (item) => isExhausted(item) ? "exhausted" : "open");
    const { minConfidence } = deps.config.promotion;
    const waits = (item) => deps.brains.some((brain) => {
        const version = brainVersion(brain, deps.config.brain);
        return deps.recall.isSuggested(item, { version, minConfidence }, blobs);
    });
    await deps.log.append({
        type: "work-found",
        items: open.map(summarizeItem),
        exhausted: exhausted.length,
        exhaustedTitles: exhausted
            .slice(0, MAX_TITLES)
            .map((item) => (waits(item) ? `${item.title} (a suggestion waits)` : item.title)),
    });
    // What a person asks for is asked for once: on another tree the answer would cost as much, and hardly be another one.
    const tried = new Set(cycles
        .filter(({ tree, item }) => tree === position.tree || item.kind === "issue")
        .map(({ item }) => item.id));
    const untried = open.filter(({ id }) => !tried.has(id));
    const able = deps.brains.filter((brain) => (brain.findOutage?.() ?? null) === null);
    // Without a model nobody can show by a test what a person asks for.
    const isModelOut = deps.brains.some((brain) => brain.kind === "llm" && !able.includes(brain));
    const item = untried.find((one) => !(one.kind === "issue" && isModelOut) &&
        able.some((brain) => !isBrainExhausted({ item: one, brain, blobs }, deps)));
    if (item !== undefined)
        return { status: "item", item };
    // What was tried last while nobody answered is as good as untried.
    const left = untried.length === 0 && able.length === 0 ? open.length : untried.length;
    if (left > 0)
        return { status: "none", stop: describeOutage(left, able.length > 0, deps) };
    if (found.length === 0) {
        return nothingLeft(work.notes.join(" ") || "every gate is as it should be");
    }
    return nothingLeft(`nothing new to try: of ${found.length} known, ${exhausted.length} exhausted and ${open.length} tried on this tree`);
}
function nothingLeft(detail) {
    return { status: "none", stop: { stopReason: "NO_WORK_FOUND", detail } };
}
/** A campaign whose only brain cannot be asked could not go on; one that has another brain has done what that one can. */
function describeOutage(left, isAnyAble, { brains }) {
    const reasons = brains.flatMap((brain) => brain.findOutage?.() ?? []);
    const items = left === 1 ? "1 work item is" : `${left} work items are`;
    const detail = `no model can be asked, and ${items} left: ${reasons.join("; ")}`;
    return { stopReason: isAnyAble ? "CONVERGED" : "FAILED", detail };
}

// EXTERNAL MODULE: ./lib/src/campaign/journal-measurement.js + 1 modules
var journal_measurement = __webpack_require__(3080);
// EXTERNAL MODULE: ./lib/src/campaign/measure-base.js + 9 modules
var measure_base = __webpack_require__(3190);
// EXTERNAL MODULE: ./lib/src/campaign/position.js
var campaign_position = __webpack_require__(62);
// EXTERNAL MODULE: ./lib/src/campaign/refuse-gates.js
var refuse_gates = __webpack_require__(8600);
;// CONCATENATED MODULE: ./lib/src/campaign/run-cycle.js
var run_cycle_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_cycle_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * One cycle: one sandbox, one work item, one outcome. Every step appends its events before the next begins.
 * Throws only what the campaign's boundary has to record; the sandbox goes either way.
 */
async function runCycle(cycle, start, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const sandbox = run_cycle_addDisposableResource(env_1, await deps.sandboxes.open(`${deps.campaign}/${cycle}`, start.commit), true);
        const position = { ...start, measurement: await (0,measure_base/* measureBase */.c)(sandbox, start, deps) };
        (0,refuse_gates/* refuseGatesInError */.U)(position.measurement, deps);
        const choice = await chooseItem(position, deps);
        if (choice.status === "none")
            return { status: "no-work", stop: choice.stop };
        (0,refuse_gates/* refuseUnprovenGates */.O)(position.measurement, deps);
        const attempt = await attemptItem({ cycle, item: choice.item, position, sandbox }, deps);
        const commit = await completeCycle(cycle, position.commit, deps);
        const next = (0,campaign_position/* moveOn */.f)(position, commit, attempt.promoted);
        if (attempt.promoted !== null)
            await (0,journal_measurement/* journalMeasurement */.q)(attempt.promoted, deps);
        return { status: "finished", position: next };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_cycle_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./lib/src/campaign/settle-silence.js
/** What says that there was no more to do, or that no more was wanted. */
const contented = new Set([
    "NO_WORK_FOUND",
    "CONVERGED",
    "MAX_CYCLES_REACHED",
]);
const hint = "Look at the model's name, the base URL and the provider's status.";
/**
 * The stop as it is, or `FAILED` where every brain was asked and none has ever answered, as with a model's name that is
 * wrong: nothing was tried then, whatever the items look like. Where another brain did its part a warning says so.
 */
async function settleSilence(stop, { brains, log }) {
    const reasons = brains.flatMap((brain) => brain.findSilence?.() ?? []);
    if (reasons.length === 0)
        return stop;
    const message = `no model answered a single call: ${reasons.map(endSentence).join(" ")}`;
    if (reasons.length === brains.length && contented.has(stop.stopReason))
        return { stopReason: "FAILED", detail: `${message} ${hint}` };
    const isTold = log
        .state()
        .warnings.some((told) => reasons.every((reason) => told.message.includes(reason)));
    if (!isTold)
        await log.append({ type: "warning", message: `N${message.slice(1)}`, hint });
    return stop;
}
function endSentence(text) {
    return text.endsWith(".") ? text : `${text}.`;
}

;// CONCATENATED MODULE: ./lib/src/campaign/stop-conditions.js
const stop_conditions_MS_PER_HOUR = 3_600_000;
const stopped = ({ isAborted }) => isAborted ? { stopReason: "STOPPED", detail: "a person or the machine asked the campaign to stop" } : null;
const outOfTime = ({ state, limits }) => state.elapsedMs >= limits.maxHours * stop_conditions_MS_PER_HOUR
    ? { stopReason: "TIME_BUDGET_EXHAUSTED", detail: `stop.maxHours is ${limits.maxHours}` }
    : null;
const outOfMoney = ({ state, limits }) => limits.maxCostUsd !== null && state.costUsd > 0 && state.costUsd >= limits.maxCostUsd
    ? { stopReason: "COST_BUDGET_EXHAUSTED", detail: `stop.maxCostUsd is ${limits.maxCostUsd}` }
    : null;
/** Calls of models are refused before they could go beyond a budget, so that its limit itself is hardly ever met. */
const outOfBudget = ({ state: { budgetReached } }) => budgetReached === null
    ? null
    : {
        stopReason: budgetReached.unit === "minutes" ? "TIME_BUDGET_EXHAUSTED" : "COST_BUDGET_EXHAUSTED",
        detail: budgetReached.reason,
    };
const converged = ({ state, limits }) => state.untaughtInARow >= limits.convergence
    ? { stopReason: "CONVERGED", detail: `${state.untaughtInARow} cycles in a row taught nothing` }
    : null;
const outOfCycles = ({ state, limits }) => state.completed >= limits.maxCycles
    ? { stopReason: "MAX_CYCLES_REACHED", detail: `stop.maxCycles is ${limits.maxCycles}` }
    : null;
/** In the order in which they are reported when several hold. */
const conditions = [
    stopped,
    outOfTime,
    outOfMoney,
    outOfBudget,
    converged,
    outOfCycles,
];
/** The first condition that holds before the next cycle, or null to go on. Pure. */
function decideStop(input) {
    for (const condition of conditions) {
        const stop = condition(input);
        if (stop !== null)
            return stop;
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/src/campaign/run-campaign.js






/**
 * Runs cycles until a stop reason and returns the final state. Never rejects for what a cycle did: an error in a
 * cycle is that cycle's outcome; one that leaves the campaign unable to go on ends it as `FAILED`. Rejects only when
 * the journal itself cannot be written.
 */
async function runCampaign(deps) {
    await finishCampaign(await runUntilStop(deps), deps);
    return deps.log.state();
}
async function runUntilStop(deps) {
    try {
        let position = await openCampaign(deps);
        for (;;) {
            const { stop: limits } = deps.config;
            const stop = decideStop({ state: deps.log.state(), limits, isAborted: deps.signal.aborted });
            if (stop !== null)
                return await settleSilence(stop, deps);
            const end = await runCycleWithin(deps.log.state().completed + 1, position, deps);
            if (end.status === "no-work")
                return await settleSilence(end.stop, deps);
            position = end.position;
        }
    }
    catch (error) {
        if (deps.signal.aborted)
            return { stopReason: "STOPPED", detail: "a person or the machine asked the campaign to stop" };
        if (isJournalFault(error))
            throw error;
        const hint = error instanceof errors/* NightshiftError */.nc ? ` ${error.hint}` : "";
        return { stopReason: "FAILED", detail: `${(0,errors/* describeError */.Uc)(error)}${hint}` };
    }
}
/** The cycle boundary: an error after the cycle has begun is its outcome; one before it is the campaign's. */
async function runCycleWithin(cycle, position, deps) {
    const startedMs = deps.clock.elapsedMs();
    try {
        return await runCycle(cycle, position, deps);
    }
    catch (error) {
        const hasBegun = deps.log.state().openCycle !== null;
        if (!hasBegun || deps.signal.aborted || isJournalFault(error))
            throw error;
        await deps.log.append({
            type: "cycle-finished",
            cycle,
            outcome: "error",
            reason: (0,errors/* describeError */.Uc)(error),
            candidates: 0,
            attempts: 0,
            files: [],
            commit: null,
            snapshot: null,
            hasTaught: false,
            durationMs: deps.clock.elapsedMs() - startedMs,
            costUsd: deps.log.state().openCycle?.modelSpend.costUsd ?? 0,
        });
        // No other cycle would fare better.
        if (error instanceof errors/* NightshiftError */.nc && error.code === "MODEL_KEY_REFUSED")
            throw error;
        return { status: "finished", position };
    }
}
function isJournalFault(error) {
    return error instanceof errors/* NightshiftError */.nc && error.code.startsWith("JOURNAL_");
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/src/adapters/actions/read-job-age.js

/** The process of the runner that does one job, and ends with it. */
const workerName = "Runner.Worker";
const MS_PER_SECOND = 1000;
/** proc(5): what user space sees of the kernel's ticks. */
const ticksPerSecond = 100;
const maxAncestors = 20;
/**
 * How long the job has run, in milliseconds, by the age of the runner's process for it: no variable tells when a job
 * began, and steps before this one took their time. Null where it cannot be known, as on other systems than Linux.
 */
function readJobAge(processId = process.ppid) {
    try {
        let current = processId;
        for (let depth = 0; depth < maxAncestors && current > 1; depth += 1) {
            const stat = (0,external_node_fs_.readFileSync)(`/proc/${current}/stat`, "utf8");
            const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
            // From field 3 on; the name in field 2 may hold blanks and brackets.
            const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
            if (name === workerName) {
                const uptime = Number((0,external_node_fs_.readFileSync)("/proc/uptime", "utf8").split(" ")[0]);
                return (uptime - Number(fields[19]) / ticksPerSecond) * MS_PER_SECOND;
            }
            current = Number(fields[1]);
        }
        return null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/presets.js
const hosted = {
    places: {},
    baseUrlVariables: [],
    isKeyRequired: true,
    keyHeader: "authorization",
    headers: {},
    api: "chat",
    outputLimit: "max_tokens",
    returned: { message: [], call: [] },
    missingReturn: {},
    note: "",
};
const local = { ...hosted, isKeyRequired: false, prices: "free" };
const everything = { tools: true, json: true, temperature: true, seed: true, caching: true };
/** Every preset, as documented in November 2026. */
const presets = {
    openai: {
        ...hosted,
        provider: "openai",
        baseUrl: "https://api.openai.com/v1",
        baseUrlVariables: ["OPENAI_BASE_URL"],
        keyVariables: ["OPENAI_API_KEY"],
        outputLimit: "max_completion_tokens",
        capabilities: { ...everything, contextTokens: 128_000 },
        prices: "table",
        source: "https://developers.openai.com/api/docs",
    },
    azure: {
        ...hosted,
        provider: "azure",
        baseUrl: "{endpoint}/openai/v1",
        places: { endpoint: ["AZURE_OPENAI_ENDPOINT"] },
        keyVariables: ["AZURE_OPENAI_API_KEY"],
        keyHeader: "api-key",
        outputLimit: "max_completion_tokens",
        capabilities: { ...everything, contextTokens: 128_000 },
        prices: "config",
        source: "https://learn.microsoft.com/azure/ai-foundry/openai/latest",
        note: "The model is the name of your deployment.",
    },
    "github-models": {
        ...hosted,
        provider: "github-models",
        baseUrl: "https://models.github.ai/inference",
        keyVariables: ["GITHUB_TOKEN"],
        headers: { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" },
        // Its free tier takes 8,000 tokens a request.
        capabilities: { ...everything, caching: false, contextTokens: 8_000 },
        prices: "config",
        source: "https://docs.github.com/rest/models/inference",
        note: "GitHub closed this service on 30 July 2026; it answers 410. The token needs `models: read`.",
    },
    anthropic: {
        ...hosted,
        provider: "anthropic",
        baseUrl: "https://api.anthropic.com/v1",
        keyVariables: ["ANTHROPIC_API_KEY"],
        // The compatible endpoint ignores response_format and seed, and has no prompt cache.
        capabilities: {
            tools: true,
            json: false,
            temperature: true,
            seed: false,
            caching: false,
            contextTokens: 100_000,
        },
        prices: "table",
        source: "https://platform.claude.com/docs/en/cli-sdks-libraries/libraries/openai-sdk",
    },
    bedrock: {
        ...hosted,
        provider: "bedrock",
        baseUrl: "https://bedrock-runtime.{region}.amazonaws.com/openai/v1",
        places: { region: ["AWS_REGION", "AWS_DEFAULT_REGION"] },
        keyVariables: ["AWS_BEARER_TOKEN_BEDROCK"],
        outputLimit: "max_completion_tokens",
        capabilities: { ...everything, caching: false, contextTokens: 128_000 },
        prices: "config",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-chat-completions.html",
    },
    gemini: {
        ...hosted,
        provider: "gemini",
        baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai",
        keyVariables: ["GEMINI_API_KEY", "GOOGLE_API_KEY"],
        capabilities: { ...everything, seed: false, contextTokens: 200_000 },
        // Gemini 3 answers 400 to a call of its own that comes back without its signature.
        // https://ai.google.dev/gemini-api/docs/thought-signatures
        returned: { message: [], call: ["extra_content"] },
        missingReturn: { extra_content: { google: { thought_signature: "skip_thought_signature_validator" } } },
        prices: "table",
        source: "https://ai.google.dev/gemini-api/docs/openai",
    },
    openrouter: {
        ...hosted,
        provider: "openrouter",
        baseUrl: "https://openrouter.ai/api/v1",
        keyVariables: ["OPENROUTER_API_KEY"],
        capabilities: { ...everything, contextTokens: 128_000 },
        returned: { message: ["reasoning_details"], call: [] },
        prices: "config",
        source: "https://openrouter.ai/docs/api/reference/overview",
    },
    ollama: {
        ...local,
        provider: "ollama",
        baseUrl: "http://localhost:11434/v1",
        keyVariables: ["OLLAMA_API_KEY"],
        capabilities: { ...everything, contextTokens: null },
        source: "https://docs.ollama.com/api/openai-compatibility",
        note: "Ollama cuts off what its context (OLLAMA_CONTEXT_LENGTH) cannot hold without a word; give it 32,000 tokens.",
    },
    lmstudio: {
        ...local,
        provider: "lmstudio",
        baseUrl: "http://localhost:1234/v1",
        keyVariables: ["LM_API_TOKEN"],
        // It takes response_format of type json_schema alone.
        capabilities: { ...everything, json: false, contextTokens: null },
        source: "https://lmstudio.ai/docs/developer/openai-compat",
    },
    custom: {
        ...hosted,
        provider: "custom",
        baseUrl: "{baseUrl}",
        places: { baseUrl: [] },
        baseUrlVariables: ["OPENAI_BASE_URL"],
        keyVariables: ["OPENAI_API_KEY"],
        isKeyRequired: false,
        capabilities: { ...everything, contextTokens: null },
        // DeepSeek and Kimi answer 400 to a reply of theirs that comes back without its reasoning.
        returned: { message: ["reasoning_content"], call: [] },
        prices: "config",
        source: "https://github.com/openai/openai-openapi",
    },
};

;// CONCATENATED MODULE: ./lib/src/adopt-remote-refs.js
const origin = "refs/remotes/origin/";
/**
 * Makes the local branches beneath the prefix what the remote has: in a fresh checkout master and memory are remote
 * branches alone, and in one that was used before they are what an earlier campaign on this machine left. What the
 * remote does not have goes. Only what was fetched counts, nothing is asked. Gives the names that it set.
 */
async function adoptRemoteRefs({ git, }) {
    const [remote, local] = await Promise.all([
        git.listRefs(`${origin}${git.prefix}`),
        git.listRefs(`refs/heads/${git.prefix}`),
    ]);
    const wanted = new Map(remote
        .filter(({ ref, target }) => target === undefined && ref.startsWith(`${origin}${git.prefix}/`))
        .map(({ ref, commit }) => [`refs/heads/${ref.slice(origin.length)}`, commit]));
    const current = new Map(local.map(({ ref, commit }) => [ref, commit]));
    const updates = [...new Set([...wanted.keys(), ...current.keys()])].flatMap((ref) => {
        const [from, to] = [current.get(ref) ?? null, wanted.get(ref) ?? null];
        return from === to ? [] : [{ ref, from, to }];
    });
    if (updates.length > 0)
        await git.updateRefs(updates);
    return [...wanted.keys()];
}

;// CONCATENATED MODULE: ./lib/src/flag-settings.js
/** The flag of each; its place in the configuration. */
const settings = [
    { key: "goal", flag: "--goal", path: "goal" },
    { key: "brain", flag: "--brain", path: "brain.kind" },
    { key: "provider", flag: "--provider", path: "brain.llm.provider" },
    { key: "model", flag: "--model", path: "brain.llm.model" },
    { key: "baseUrl", flag: "--base-url", path: "brain.llm.baseUrl" },
    { key: "temperature", flag: "--temperature", path: "brain.llm.temperature" },
    { key: "seed", flag: "--seed", path: "brain.seed" },
    { key: "method", flag: "--method", path: "method.kind" },
    { key: "maxCycles", flag: "--max-cycles", path: "stop.maxCycles" },
    { key: "maxHours", flag: "--max-hours", path: "stop.maxHours" },
    { key: "maxCost", flag: "--max-cost", path: "stop.maxCostUsd" },
    { key: "convergence", flag: "--convergence", path: "stop.convergence" },
    { key: "maxAttempts", flag: "--max-attempts", path: "attempts" },
    { key: "focus", flag: "--focus", path: "focus" },
    { key: "strict", flag: "--strict", path: "promotion.strict" },
    { key: "isolation", flag: "--isolation", path: "sandbox.isolation" },
];
/**
 * The settings that flags give, by config path; of those that were not given the value is undefined. `name` says what
 * messages call a flag. Pure.
 */
function flagSettings(flags, name = (flag) => flag) {
    return settings.map(({ key, flag, path }) => {
        const value = flags[key];
        return { path, name: name(flag), value: Array.isArray(value) ? [...value] : value };
    });
}

// EXTERNAL MODULE: ./lib/src/hold-candidates.js + 1 modules
var hold_candidates = __webpack_require__(1333);
;// CONCATENATED MODULE: ./lib/src/limit-hours.js
const MINUTES_PER_HOUR = 60;
const limit_hours_MS_PER_MINUTE = 60_000;
/** What is kept free at the end of a job, to store and to upload. */
const reserveMinutes = 15;
/** Of a short job, this part is kept. */
const reservePart = 1 / 4;
/**
 * How long a campaign may run in a job, in milliseconds from now: what is left of the job without its last 15 minutes (a
 * quarter of a job of less than an hour), and never more than `maxHours`. Pure.
 */
function limitHours(maxHours, { timeoutMinutes, ageMs }) {
    const reserve = Math.min(reserveMinutes, timeoutMinutes * reservePart);
    const left = timeoutMinutes - reserve - (ageMs ?? 0) / limit_hours_MS_PER_MINUTE;
    return Math.max(0, Math.min(maxHours * MINUTES_PER_HOUR, left)) * limit_hours_MS_PER_MINUTE;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/src/adapters/clock.js
var clock = __webpack_require__(6961);
// EXTERNAL MODULE: ./lib/src/adapters/git.js + 15 modules
var adapters_git = __webpack_require__(1314);
// EXTERNAL MODULE: ./lib/src/adapters/process-runner.js + 5 modules
var process_runner = __webpack_require__(5743);
// EXTERNAL MODULE: ./lib/src/config/load-config.js
var load_config = __webpack_require__(5264);
// EXTERNAL MODULE: ./lib/src/config/schema.js + 2 modules
var schema = __webpack_require__(8916);
// EXTERNAL MODULE: ./lib/src/state-paths.js
var state_paths = __webpack_require__(5538);
;// CONCATENATED MODULE: ./lib/src/open-repository.js







/**
 * Opens a repository and loads its configuration; writes nothing.
 * Throws the usage errors of `createGit` and `loadConfig`.
 */
async function openRepository(options) {
    const { repo, configFile, root, flags, environment } = options;
    const processes = (0,process_runner/* createProcessRunner */.E)();
    const defaultPrefix = schema/* configSchema */.Q.parse({}).branches.prefix;
    const located = await (0,adapters_git/* createGit */.l)({ dir: external_node_path_.resolve(repo), prefix: defaultPrefix, environment }, { processes });
    const loaded = await (0,load_config/* loadConfig */.Z)({ root: located.root, file: configFile, flags, environment });
    const { prefix } = loaded.config.branches;
    const git = prefix === defaultPrefix
        ? located
        : await (0,adapters_git/* createGit */.l)({ dir: located.root, prefix, environment }, { processes });
    const paths = (0,state_paths/* statePaths */.m)(root === undefined ? external_node_path_.join(git.commonDir, "nightshift") : external_node_path_.resolve(root));
    return { git, clock: (0,clock/* createClock */.t)(), processes, loaded, paths, environment };
}

;// CONCATENATED MODULE: ./lib/src/open-for-job.js








const open_for_job_MS_PER_HOUR = 3_600_000;
/**
 * Opens the checkout for a campaign: by the default branch alone, with the branches that the remote has, isolated, within
 * the job's time, and with the model's key in the variable that its provider reads.
 *
 * Throws the usage errors of `openRepository` and `NOT_DEFAULT_BRANCH`, and `ISOLATION_MISSING`.
 */
async function openForJob(input, { runner, context, environment }) {
    const { flags, repo, config: configFile, root, apiKey, timeoutMinutes } = input;
    const opened = await openRepository({
        ...{ repo, configFile, root, environment },
        flags: flagSettings(flags, (flag) => `the input ${flag.slice("--".length)}`),
    });
    for (const notice of opened.loaded.notices)
        runner.print(notice);
    const { loaded, git, processes } = opened;
    if (context.refName !== context.defaultBranch)
        throw (0,errors/* usageError */.Wp)({
            code: "NOT_DEFAULT_BRANCH",
            message: `This run is about ${context.refName}, and campaigns start from the default branch, ${context.defaultBranch}.`,
            hint: `Start the workflow on ${context.defaultBranch}.`,
        });
    const adopted = await adoptRemoteRefs({ git });
    if (adopted.length > 0)
        runner.print(`From the remote: ${adopted.join(", ")}.`);
    const { config } = loaded;
    const isolation = await (0,hold_candidates/* holdCandidates */.c)({ asked: flags.isolation, configured: config.sandbox.isolation, environment }, { processes, onNote: (text) => runner.print(text) });
    const { maxHours } = config.stop;
    const leftMs = limitHours(maxHours, { timeoutMinutes, ageMs: readJobAge() });
    const [variable] = presets[config.brain.llm.provider].keyVariables;
    const key = apiKey === "" || variable === undefined ? {} : { [variable]: apiKey };
    return {
        repository: {
            ...opened,
            environment: { ...environment, ...key },
            loaded: {
                ...loaded,
                config: {
                    ...config,
                    branches: { ...config.branches, sacred: config.branches.sacred || context.defaultBranch },
                    sandbox: { ...config.sandbox, isolation },
                    stop: { ...config.stop, maxHours: leftMs / open_for_job_MS_PER_HOUR },
                },
            },
        },
        deadlineMs: leftMs < maxHours * open_for_job_MS_PER_HOUR ? leftMs : Number.POSITIVE_INFINITY,
    };
}

// EXTERNAL MODULE: ./lib/src/open-stop-signals.js
var open_stop_signals = __webpack_require__(1065);
;// CONCATENATED MODULE: ./lib/src/open-job-stop.js

/** How long a stopped campaign may take to end by itself. A runner sends SIGTERM 7.5 s after SIGINT, and kills 2.5 s later. */
const usualLastCallMs = 4_500;
/**
 * Ctrl-C, SIGTERM and the end of the job's time as one abort signal. After a signal the campaign has 4.5 seconds to end;
 * then what there is is saved beside it, since the runner's next signal ends the process.
 */
function openJobStop(input) {
    const { deadlineMs, onStop, lastCallMs = usualLastCallMs } = input;
    let save = async () => { };
    let lastCall;
    const signals = (0,open_stop_signals/* openStopSignals */._)(() => {
        onStop("the run was cancelled");
        // Without effect where the process ends by itself before.
        lastCall = setTimeout(() => void save().catch(() => { }), lastCallMs).unref();
    });
    const controller = new AbortController();
    const deadline = Number.isFinite(deadlineMs)
        ? setTimeout(() => {
            onStop("the job's time is nearly over");
            controller.abort(new Error("out of time"));
        }, deadlineMs).unref()
        : undefined;
    return {
        signal: AbortSignal.any([signals.signal, controller.signal]),
        onLastCall: (wanted) => {
            save = wanted;
        },
        [Symbol.dispose]: () => {
            clearTimeout(lastCall);
            clearTimeout(deadline);
            signals[Symbol.dispose]();
        },
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/src/work/parse-issue.js
var parse_issue = __webpack_require__(8079);
;// CONCATENATED MODULE: ./lib/src/read-issue.js
var read_issue_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var read_issue_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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




const MAX_BYTES = 64 * 1024;
/**
 * Reads what a person asks for from a file, see `parseIssue`.
 *
 * @throws the usage error `ISSUE_UNREADABLE` for a file that is not there, empty, no text or larger than 64 KiB
 */
async function readIssue(file) {
    const bytes = await readBytes(file);
    if (bytes.length > MAX_BYTES)
        throw unreadable(file, `it has more than ${MAX_BYTES / 1024} KiB`);
    const isJson = external_node_path_.extname(file).toLowerCase() === ".json";
    const parsed = (0,parse_issue/* parseIssue */.Z)(decode(file, bytes), { isJson });
    if (parsed.status === "unreadable")
        throw unreadable(file, parsed.reason);
    return parsed.issue;
}
/** No more than what tells that a file is too large: it may be a device without an end. */
async function readBytes(file) {
    const buffer = Buffer.alloc(MAX_BYTES + 1);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = read_issue_addDisposableResource(env_1, await (0,promises_.open)(file), true);
            let size = 0;
            while (size < buffer.length) {
                const { bytesRead } = await handle.read(buffer, size, buffer.length - size);
                if (bytesRead === 0)
                    break;
                size += bytesRead;
            }
            return buffer.subarray(0, size);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = read_issue_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        throw unreadable(file, (0,errors/* describeError */.Uc)(error), error);
    }
}
function decode(file, bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch (error) {
        throw unreadable(file, "it is no text in UTF-8", error);
    }
}
function unreadable(file, reason, cause) {
    return (0,errors/* usageError */.Wp)({
        code: "ISSUE_UNREADABLE",
        message: `The issue ${file} cannot be used: ${reason}.`,
        hint: "Name a file of at most 64 KiB: Markdown or text with the title on its first line, or JSON with title and body.",
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/src/read-asked.js

/** The label by which people ask for a campaign. */
const label = "nightshift";
/** What a person asks for: the file that is named, else the issue that was labelled just now. Throws as `readIssue`. */
async function readAsked(file, { labelled }) {
    if (file !== undefined)
        return readIssue(file);
    return labelled?.label === label ? { title: labelled.title, body: labelled.body } : null;
}

// EXTERNAL MODULE: ./lib/src/read-version.js + 1 modules
var read_version = __webpack_require__(3635);
;// CONCATENATED MODULE: ./lib/src/render-reproduction.js

/** The command that runs the same campaign on one machine. Pure. */
function renderReproduction(flags) {
    const words = flagSettings(flags).flatMap(({ name, value }) => {
        if (value === undefined || value === false)
            return [];
        if (value === true)
            return [name];
        return [name, ...(Array.isArray(value) ? value.map(String) : [String(value)])];
    });
    return ["nightshift", "run", ...words.map(quote)].join(" ");
}
/** As a POSIX shell takes it. */
function quote(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

// EXTERNAL MODULE: ./lib/src/report/cut-summary.js
var cut_summary = __webpack_require__(9352);
// EXTERNAL MODULE: ./lib/src/report/cap-annotations.js
var cap_annotations = __webpack_require__(3610);
// EXTERNAL MODULE: ./lib/src/report/list-suggestions.js
var list_suggestions = __webpack_require__(6009);
// EXTERNAL MODULE: ./lib/src/report/render-confidence.js
var render_confidence = __webpack_require__(5486);
;// CONCATENATED MODULE: ./lib/src/report/list-annotations.js



/**
 * What a person should see at the run: why a campaign failed, what gates rejected, what was warned of and what is
 * suggested. At most 10 of each
 * level; where there are more, the last one says how many. Pure.
 */
function listAnnotations(state) {
    const failed = state.stopReason === "FAILED"
        ? [{ level: "error", title: "The campaign failed", message: state.stopDetail }]
        : [];
    const rejected = state.cycles.flatMap(({ cycle, item, outcome, reason }) => outcome === "rejected" || outcome === "error"
        ? [{ level: "warning", title: `Cycle ${cycle}: ${outcome}: ${item.title}`, message: reason }]
        : []);
    const suggested = (0,list_suggestions/* listSuggestions */.A)(state).map(({ cycle, title, subject, confidence }) => ({
        level: "notice",
        title: `Cycle ${cycle}: a suggestion for ${title}`,
        message: `${subject}; confidence ${(0,render_confidence/* renderConfidence */.h)(confidence)}`,
    }));
    const warned = state.warnings.map(({ message, hint }) => ({
        level: "notice",
        title: "Nightshift",
        message: `${message} ${hint}`,
    }));
    return [failed, rejected, [...warned, ...suggested]].flatMap(cap_annotations/* capAnnotations */.X);
}

// EXTERNAL MODULE: ./lib/src/report/format-duration.js
var format_duration = __webpack_require__(8747);
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(652);
// EXTERNAL MODULE: ./lib/src/report/render-spend.js
var render_spend = __webpack_require__(6316);
// EXTERNAL MODULE: ./lib/src/report/render-suggestions.js
var render_suggestions = __webpack_require__(8193);
;// CONCATENATED MODULE: ./lib/src/report/render-job-summary.js




const { code, codeCell } = markdown/* markdown */.w;
/** Cycles of the table; the report in the bundle has all. */
const maxCycles = 200;
/** A campaign for the page of its run, in Markdown: how it ended, each cycle, what it cost, how to repeat it. Pure. */
function renderJobSummary({ state, reproduce, leftOut }) {
    const { cycles } = state;
    const rows = cycles
        .slice(0, maxCycles)
        .map(({ cycle, item, outcome, reason, durationMs }) => `| ${cycle} | ${codeCell(item.title)} | ${outcome} | ${codeCell(reason)} | ${(0,format_duration/* formatDuration */.a)(durationMs)} |`);
    const more = cycles.length > maxCycles ? [`${cycles.length - maxCycles} more are in the report.`] : [];
    const sections = [
        `## Nightshift: ${headline(state)}`,
        describeEnd(state),
        ...state.warnings.map(({ message, hint }) => `> ${code(message)}${hint === "" ? "" : ` ${code(hint)}`}`),
        ...(rows.length === 0
            ? []
            : [
                ["| cycle | work item | outcome | why | took |", "| --- | --- | --- | --- | --- |", ...rows].join("\n"),
                ...more,
            ]),
        (0,render_suggestions/* renderSuggestions */.O)(state).replace(/^##/, "###"),
        `Cost: ${(0,render_spend/* renderCost */.Wy)(state.costUsd, state.modelSpend)}. Took ${(0,format_duration/* formatDuration */.a)(state.elapsedMs)}.`,
        ...(leftOut.length === 0
            ? []
            : [["Not in the bundle:", ...leftOut.map((text) => `- ${code(text)}`)].join("\n")]),
        `To reproduce it at ${code(state.base)}: ${code(reproduce)}`,
    ];
    return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}
function headline({ stopReason, promoted, suggested, completed }) {
    if (stopReason === "FAILED")
        return "the campaign failed";
    if (promoted > 0)
        return `${promoted} promoted${suggested > 0 ? `, ${suggested} suggested` : ""}`;
    if (suggested > 0)
        return `${suggested} suggested, nothing promoted`;
    if (stopReason === "NO_WORK_FOUND" && completed === 0)
        return "nothing to do";
    return stopReason === "STOPPED" ? "stopped" : "nothing promoted";
}
function describeEnd({ stopReason, stopDetail, completed, rejected, errors }) {
    if (stopReason === "NO_WORK_FOUND" && completed === 0)
        return `No gate found anything to improve: ${code(stopDetail)}.`;
    const end = stopReason === null ? "It was cut off" : `It ended as **${stopReason}**: ${code(stopDetail)}`;
    return `${end}. ${completed} cycles, ${rejected} rejected, ${errors} errors.`;
}

// EXTERNAL MODULE: ./lib/src/adapters/redact-values.js
var redact_values = __webpack_require__(8713);
// EXTERNAL MODULE: ./lib/src/publish/bundle/digest-config.js
var digest_config = __webpack_require__(4018);
// EXTERNAL MODULE: ./lib/src/publish/bundle/compute-cid.js + 10 modules
var compute_cid = __webpack_require__(9829);
// EXTERNAL MODULE: ./lib/src/publish/bundle/name-files.js
var name_files = __webpack_require__(114);
// EXTERNAL MODULE: ./lib/src/publish/bundle/render-canonical.js
var render_canonical = __webpack_require__(8920);
;// CONCATENATED MODULE: ./lib/src/publish/bundle/encode-bundle.js




/**
 * The files of a bundle: the same content gives the same bytes, and so the same id. Throws a ZodError for content beyond
 * the schema's limits. Pure.
 */
function encodeBundle(content) {
    const files = new Map();
    const add = (text) => {
        const bytes = Buffer.from(text, "utf8");
        const cid = (0,compute_cid/* computeCid */.C)(bytes);
        files.set(`parts/${cid}`, bytes);
        return { cid, sizeBytes: bytes.length };
    };
    const { master } = content;
    const manifest = domain_bundle/* manifestSchema */.rc.parse({
        ...content,
        master: {
            ...master,
            changeset: master.changeset === null ? null : add((0,render_canonical/* renderChangeset */.j)(master.changeset)),
        },
        promotions: content.promotions.map((promotion, at) => {
            files.set((0,name_files/* namePatch */.ct)(at, promotion.cycle), Buffer.from(promotion.patch, "utf8"));
            return {
                ...promotion,
                changeset: add((0,render_canonical/* renderChangeset */.j)(promotion.changeset)),
                patch: add(promotion.patch),
            };
        }),
        suggestions: content.suggestions.map((suggestion) => {
            files.set((0,name_files/* nameSuggestion */.YQ)(suggestion.cycle), Buffer.from(suggestion.patch, "utf8"));
            return { ...suggestion, patch: add(suggestion.patch) };
        }),
        journal: add(content.journal),
        lessons: add(content.lessons),
        report: add(content.report),
    });
    const bytes = Buffer.from((0,render_canonical/* renderManifest */.s)(manifest), "utf8");
    const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return { id: (0,compute_cid/* computeCid */.C)(bytes), manifest, files: new Map([[name_files/* MANIFEST_NAME */.ir, bytes], ...sorted]) };
}

// EXTERNAL MODULE: ./lib/src/report/fold.js + 2 modules
var fold = __webpack_require__(8512);
;// CONCATENATED MODULE: ./lib/src/campaign/bundle/build-master.js



/** Master as a campaign began with it: what earlier promotions make of the base's tree. Without `prepared` it is the base. */
async function build_master_buildMaster({ baseTree, prepared }, deps) {
    const { previous, tree, carried } = prepared ?? { previous: null, tree: baseTree, carried: [] };
    if (tree === baseTree)
        return { status: "built", master: { previous, tree, changeset: null, carried }, sizeBytes: 0 };
    const result = await buildChangeset({ from: baseTree, to: tree }, deps);
    if (result.status === "refused")
        return result;
    const { changeset } = result;
    const text = (0,render_canonical/* renderChangeset */.j)(changeset);
    const sizeBytes = Buffer.byteLength(text);
    if (sizeBytes > domain_bundle/* bundleLimits */.x0.partBytes)
        return { status: "refused", reason: `it has ${sizeBytes} bytes, more than ${domain_bundle/* bundleLimits */.x0.partBytes}` };
    if (deps.redact(text) !== text)
        return { status: "refused", reason: "it holds a known secret" };
    return { status: "built", master: { previous, tree, changeset, carried }, sizeBytes };
}

// EXTERNAL MODULE: ./lib/src/publish/bundle/check-sizes.js
var check_sizes = __webpack_require__(5568);
// EXTERNAL MODULE: ./lib/src/publish/bundle/find-patch-fault.js
var find_patch_fault = __webpack_require__(6518);
;// CONCATENATED MODULE: ./lib/src/campaign/bundle/build-promotion.js




/** What a promotion changes in tree `tree`, and how much room it takes in a bundle; or why a bundle cannot tell it. */
async function buildPromotion(cycle, tree, { git, redact }) {
    const { promotion } = cycle;
    const parentTree = await git.treeOf(promotion.parent);
    if (parentTree !== tree)
        return refuse("it is not on the tree of the one before it");
    if (promotion.tree === parentTree)
        return refuse("it changes nothing");
    const result = await buildChangeset({ from: parentTree, to: promotion.tree }, { git });
    if (result.status === "refused")
        return result;
    const { changeset } = result;
    if (holdsSecret(changeset, redact))
        return refuse("it holds a known secret");
    const patch = redact(await git.diff(parentTree, promotion.tree));
    const fault = (0,find_patch_fault/* findPatchFault */.k)(patch, changeset);
    if (fault !== null)
        return refuse(fault.reason);
    const [changesetBytes, patchBytes] = [
        Buffer.byteLength((0,render_canonical/* renderChangeset */.j)(changeset)),
        Buffer.byteLength(patch),
    ];
    const largest = Math.max(changesetBytes, patchBytes);
    if (largest > domain_bundle/* bundleLimits */.x0.partBytes)
        return refuse(`it has ${largest} bytes, more than ${domain_bundle/* bundleLimits */.x0.partBytes}`);
    // The patch is there twice.
    const sizeBytes = changesetBytes + 2 * patchBytes;
    return { status: "built", promotion: { cycle, parentTree, changeset, patch }, sizeBytes };
}
function refuse(reason) {
    return { status: "refused", reason };
}
function holdsSecret({ files }, redact) {
    const texts = files.flatMap((file) => (file.change === "delete" ? [file.path] : [file.path, file.content]));
    return texts.some((text) => redact(text) !== text);
}

;// CONCATENATED MODULE: ./lib/src/campaign/bundle/build-promotions.js



/** Of changesets and patches together; the rest of a bundle's limit is for journal, lessons, report and manifest. */
const maxTotalBytes = domain_bundle/* bundleLimits */.x0.totalBytes - 32 * 1024 * 1024;
/**
 * What each promotion changes, one after the other. One that a bundle cannot tell is left out with all that are built on
 * it; the ones before it stay.
 */
async function buildPromotions(cycles, start, deps) {
    const built = [];
    let { tree, sizeBytes, files } = start;
    for (const [at, cycle] of cycles.entries()) {
        const result = await buildPromotion(cycle, tree, deps);
        if (result.status === "refused")
            return { built, leftOut: leaveOut(cycles.slice(at), result.reason) };
        sizeBytes += result.sizeBytes;
        files += result.promotion.changeset.files.length;
        const isFull = built.length >= domain_bundle/* bundleLimits */.x0.promotions || files > check_sizes/* MAX_CHANGED_FILES */.e || sizeBytes > maxTotalBytes;
        if (isFull)
            return { built, leftOut: leaveOut(cycles.slice(at), "the bundle is full") };
        built.push(result.promotion);
        tree = cycle.promotion.tree;
    }
    return { built, leftOut: [] };
}
function leaveOut(cycles, reason) {
    return cycles.map(({ cycle }, at) => ({
        cycle,
        reason: at === 0 ? reason : `it is built on cycle ${cycles[0]?.cycle}, which is left out`,
    }));
}

// EXTERNAL MODULE: ./lib/src/report/render-report.js + 6 modules
var render_report = __webpack_require__(1508);
;// CONCATENATED MODULE: ./lib/src/campaign/bundle/collect-lessons.js
/**
 * What a campaign learned, as lines of memory's files in at most `maxBytes`: each lesson once. What an attempt earned is
 * left out first, since it is no knowledge. Pure.
 */
function collectLessons(entries, maxBytes) {
    const lessons = entries.flatMap(({ event }) => (event.type === "lesson-learned" ? [event.lesson] : []));
    const unique = [...new Map(lessons.map((lesson) => [lesson.id, lesson])).values()];
    const ordered = [
        ...unique.filter(({ kind }) => kind !== "reward"),
        ...unique.filter(({ kind }) => kind === "reward"),
    ];
    let leftBytes = maxBytes;
    const lines = ordered.flatMap((lesson) => {
        const line = `${JSON.stringify(lesson)}\n`;
        const sizeBytes = Buffer.byteLength(line);
        if (sizeBytes > leftBytes)
            return [];
        leftBytes -= sizeBytes;
        return [line];
    });
    return lines.join("");
}

// EXTERNAL MODULE: ./lib/src/campaign/bundle/cut-text.js
var cut_text = __webpack_require__(6948);
;// CONCATENATED MODULE: ./lib/src/campaign/bundle/describe-confidence.js

/** How sure the brain was, as a bundle tells it. Pure. */
function describeConfidence(confidence, { chars }) {
    return confidence === null ? confidence : { ...confidence, reason: (0,cut_text/* cutText */.I)(confidence.reason, chars) };
}

;// CONCATENATED MODULE: ./lib/src/campaign/bundle/describe-evidence.js

const MAX_SHOWN = 5;
/**
 * What each gate said of the tree before a promotion and of the one with it, as the campaign saw it: what was red and is
 * mended by name, the rest as counts. Pure.
 */
function describeEvidence({ item, proposal }, before) {
    const summaries = new Map(before.map((summary) => [summary.gate, summary]));
    return (proposal?.judgement?.gates ?? []).map(({ gate, status, reason, fixed }) => {
        const summary = summaries.get(gate);
        const red = fixed.length > 0
            ? fixed.map((id) => (0,describe_id/* describeId */.p)(id, summary?.kind ?? "tests"))
            : gate === item.gate
                ? item.evidence.map(({ title }) => title)
                : [];
        const counts = summary === undefined ? "not measured" : `${summary.status}: ${summary.reason}`;
        return {
            gate,
            before: [counts, listFirst(red)].filter((part) => part !== "").join("; red: "),
            after: `${status}: ${reason}`,
        };
    });
}
function listFirst(names) {
    const left = names.length - MAX_SHOWN;
    return [...names.slice(0, MAX_SHOWN), ...(left > 0 ? [`${left} more`] : [])].join("; ");
}

;// CONCATENATED MODULE: ./lib/src/campaign/bundle/describe-promotion.js



/**
 * What a campaign tells of a promotion: what was wrong, what was red and is green, what it cost, what was tried on the
 * item and refused. Texts and lists are cut to `limits`. `before`: gates on the tree before it. Pure.
 */
function describePromotion(cycle, before, limits) {
    const { item, promotion, proposals, modelSpend } = cycle;
    const cut = (text) => (0,cut_text/* cutText */.I)(text, limits.chars);
    const proposal = proposals.findLast(({ tree }) => tree === promotion.tree) ?? null;
    const refused = proposals.flatMap(describeRefusal);
    const evidence = describeEvidence({ item, proposal }, before);
    const notes = proposal?.judgement?.notes ?? [];
    return {
        cycle: cycle.cycle,
        item: {
            id: (0,cut_text/* cutText */.I)(item.id, 200),
            kind: (0,cut_text/* cutText */.I)(item.kind, 50),
            gate: (0,cut_text/* cutText */.I)(item.gate, 200),
            title: cut(item.title),
            files: item.files.slice(0, limits.entries).map(cut),
            signature: cut(item.signature),
        },
        subject: cut(promotion.subject),
        origin: cut(proposal?.origin ?? ""),
        method: (0,cut_text/* cutText */.I)(cycle.method, 50),
        attempts: "attempts" in cycle ? cycle.attempts : proposals.length,
        candidates: cycle.candidates,
        costUsd: "costUsd" in cycle ? cycle.costUsd : modelSpend.costUsd,
        tokens: modelSpend.chargedTokens,
        confidence: describeConfidence(proposal?.confidence ?? null, limits),
        evidence: evidence
            .slice(0, limits.entries)
            .map(({ gate, before: was, after }) => ({ gate: cut(gate), before: cut(was), after: cut(after) })),
        refused: refused
            .slice(-limits.entries)
            .map(({ summary, rule, reason }) => ({ summary: cut(summary), rule: cut(rule), reason: cut(reason) })),
        notes: notes.slice(0, limits.entries).map(({ rule, file, line, reason }) => ({
            ...{ rule: cut(rule), file: cut(file), line, reason: cut(reason) },
        })),
        isUnsafe: promotion.isUnsafe,
    };
}
function describeRefusal({ summary, refusal, judgement, }) {
    if (refusal !== null)
        return [{ summary, rule: refusal.rule, reason: refusal.reason }];
    if (judgement === null || judgement.status === "promote")
        return [];
    return [{ summary, rule: judgement.rule, reason: judgement.reason }];
}

;// CONCATENATED MODULE: ./lib/src/campaign/bundle/describe-suggestions.js



const maxSuggestions = 100;
/** Of all patches together: more than policy lets a campaign's candidates have. */
const maxBytes = 4 * 1024 * 1024;
/** What a campaign suggests as its bundle tells it, as far as there is room; the journal tells the rest. Pure. */
function describeSuggestions(state, limits) {
    const cut = (text) => (0,cut_text/* cutText */.I)(text, limits.chars);
    let leftBytes = maxBytes;
    return (0,list_suggestions/* listSuggestions */.A)(state)
        .slice(0, maxSuggestions)
        .flatMap(({ cycle, title, subject, origin, confidence, files, patch }) => {
        const sizeBytes = Buffer.byteLength(patch);
        if (sizeBytes > leftBytes)
            return [];
        leftBytes -= sizeBytes;
        const told = { cycle, title: cut(title), subject: cut(subject), origin: cut(origin), patch };
        const sure = describeConfidence(confidence, limits);
        return [{ ...told, confidence: sure, files: files.slice(0, limits.entries).map(cut) }];
    });
}

// EXTERNAL MODULE: ./lib/src/adapters/journal-line.js
var journal_line = __webpack_require__(2115);
;// CONCATENATED MODULE: ./lib/src/campaign/bundle/fit-journal.js

/** Events without which a journal does not fold to what was promoted, taught and spent. */
const essential = new Set([
    "campaign-started",
    "campaign-resumed",
    "master-prepared",
    "cycle-started",
    "promoted",
    "suggested",
    "cycle-finished",
    "campaign-stopped",
]);
/**
 * The lines of a journal, in at most `maxBytes`. Where all are too many, the essential ones come first and others as far
 * as there is room, all in their order: the gap in the numbers tells what is missing. Pure.
 */
function fitJournal(entries, maxBytes) {
    const lines = entries.map((entry) => ({ entry, line: `${(0,journal_line/* renderJournalLine */.k)(entry)}\n` }));
    const [first, later] = [true, false].map((isEssential) => lines.filter(({ entry }) => essential.has(entry.event.type) === isEssential));
    let leftBytes = maxBytes;
    const kept = new Set();
    for (const { entry, line } of [...(first ?? []), ...(later ?? [])]) {
        const sizeBytes = Buffer.byteLength(line);
        if (sizeBytes > leftBytes)
            continue;
        leftBytes -= sizeBytes;
        kept.add(entry);
    }
    return lines.flatMap(({ entry, line }) => (kept.has(entry) ? [line] : [])).join("");
}

;// CONCATENATED MODULE: ./lib/src/campaign/bundle/describe-campaign.js







const maxReportChars = 1024 * 1024;
/** Less than a reader's limit on parts: up to here it takes text that repeats itself for no bomb. */
const maxPartBytes = domain_bundle/* bundleLimits */.x0.partBytes / 2;
const maxCarried = 200;
/** The content of a campaign's bundle: every text within the schema's limits, and those of promotions within `limits`. Pure. */
function describeCampaign(input, limits) {
    const { entries, state, master, promotions } = input;
    const cut = (text) => (0,cut_text/* cutText */.I)(text, limits.chars);
    return {
        version: domain_bundle/* BUNDLE_VERSION */.AY,
        campaign: state.campaign,
        repository: input.repository,
        sacred: state.sacred,
        base: state.base,
        baseTree: input.baseTree,
        configDigest: input.configDigest,
        master: {
            ...master,
            carried: master.carried
                .slice(-maxCarried)
                .map(({ commit, subject }) => ({ commit, subject: cut(subject) })),
        },
        isolation: state.isolation.kind,
        isUnsafe: state.safety === "off",
        nightshift: (0,cut_text/* cutText */.I)(input.nightshift, 50),
        startedAt: state.startedAt,
        finishedAt: state.updatedAt,
        stopReason: state.stopReason ?? "STOPPED",
        stopDetail: cut(state.stopReason === null ? "it was cut off: its journal has no end" : state.stopDetail),
        goal: cut(state.goal),
        costUsd: state.costUsd,
        tokens: state.modelSpend.chargedTokens,
        promotions: promotions.map(({ cycle, parentTree, changeset, patch }) => ({
            ...describePromotion(cycle, findMeasurement(entries, parentTree), limits),
            ...{ parentTree, tree: cycle.promotion.tree, changeset, patch },
        })),
        suggestions: describeSuggestions(state, limits),
        journal: fitJournal(entries, maxPartBytes),
        lessons: collectLessons(entries, maxPartBytes / 2),
        report: (0,cut_text/* cutText */.I)((0,render_report/* renderReport */.B)(state), maxReportChars),
    };
}
/** The gates on a tree, as they were measured last. */
function findMeasurement(entries, tree) {
    const found = entries.findLast(({ event }) => event.type === "gates-measured" && event.tree === tree);
    return found?.event.type === "gates-measured" ? found.event.results : [];
}

;// CONCATENATED MODULE: ./lib/src/campaign/bundle/build-bundle.js










/** The first with which the manifest keeps its limit; the last one fits whatever there is. */
const detailLimits = [
    { chars: 1_000, entries: 50 },
    { chars: 300, entries: 10 },
    { chars: 100, entries: 5 },
];
/**
 * The bundle of a campaign, whatever became of it: one that promoted nothing has a bundle too. Known secrets are hidden,
 * every text is within the schema's limits, and what a reader would refuse is left out and told. The same journal and
 * repository give the same bytes.
 */
async function buildBundle(input, deps) {
    const { git, redact } = deps;
    const entries = (0,redact_values/* redactValues */.s)(input.entries, redact);
    const state = (0,fold/* foldEvents */.v0)(entries);
    if (state.campaign === "")
        return { status: "nothing", reason: "the journal holds no campaign that has started" };
    const baseTree = await git.treeOf(state.base);
    const prepared = findPrepared(entries);
    const master = await build_master_buildMaster({ baseTree, prepared }, deps);
    const cycles = listPromoting(state);
    const told = master.status === "refused"
        ? { built: [], leftOut: leaveOutAll(cycles, master.reason) }
        : await buildPromotions(cycles, startOf(master), deps);
    const bundle = encodeWithin({
        ...input,
        ...{ entries, state, baseTree, promotions: told.built },
        configDigest: (0,digest_config/* digestConfig */.P)(await git.readFile(state.base, load_config/* CONFIG_PATH */.t)),
        master: master.status === "built"
            ? master.master
            : { previous: prepared?.previous ?? null, tree: baseTree, changeset: null, carried: [] },
    });
    return { status: "built", bundle, leftOut: told.leftOut };
}
function startOf({ master, sizeBytes }) {
    return { tree: master.tree, sizeBytes, files: master.changeset?.files.length ?? 0 };
}
function findPrepared(entries) {
    const events = entries.map(({ event }) => event);
    return events.findLast((event) => event.type === "master-prepared") ?? null;
}
/** A cycle that a kill cut off behind its promotion has promoted all the same. */
function listPromoting({ cycles, openCycle }) {
    return [...cycles, ...(openCycle === null ? [] : [openCycle])].flatMap((cycle) => {
        const { promotion } = cycle;
        return promotion === null ? [] : [{ ...cycle, promotion }];
    });
}
function leaveOutAll(cycles, reason) {
    const why = `what earlier campaigns promoted cannot be told: ${reason}`;
    return [{ cycle: null, reason: why }, ...cycles.map(({ cycle }) => ({ cycle, reason: why }))];
}
function encodeWithin(input) {
    const [most, less, least] = detailLimits;
    for (const limits of [most, less]) {
        const bundle = encodeBundle(describeCampaign(input, limits));
        const sizeBytes = bundle.files.get(name_files/* MANIFEST_NAME */.ir)?.length ?? 0;
        if (sizeBytes <= domain_bundle/* bundleLimits */.x0.manifestBytes)
            return bundle;
    }
    return encodeBundle(describeCampaign(input, least));
}

;// CONCATENATED MODULE: ./lib/src/publish/bundle/write-bundle.js



/**
 * Writes a bundle into a folder, which is emptied first. The manifest comes last: where it is missing, the bundle was not
 * finished. Throws the system's error.
 */
async function writeBundle(folder, files) {
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    const manifestLast = [...files].toSorted(([a], [b]) => Number(a === name_files/* MANIFEST_NAME */.ir) - Number(b === name_files/* MANIFEST_NAME */.ir));
    for (const [name, bytes] of manifestLast) {
        const place = external_node_path_.join(folder, name);
        await (0,promises_.mkdir)(external_node_path_.dirname(place), { recursive: true });
        await (0,promises_.writeFile)(place, bytes);
    }
}

;// CONCATENATED MODULE: ./lib/src/save-bundle.js


/** Writes the bundle of a campaign as its journal stands, finished or not. */
async function saveBundle({ folder, repository, nightshift }, { log, git, redact }) {
    const built = await buildBundle({ entries: log.entries(), repository, nightshift }, { git, redact });
    if (built.status === "nothing")
        return { id: null, leftOut: [built.reason] };
    await writeBundle(folder, built.bundle.files);
    const leftOut = built.leftOut.map(({ cycle, reason }) => cycle === null ? reason : `cycle ${cycle}: ${reason}`);
    return { id: built.bundle.id, leftOut };
}

// EXTERNAL MODULE: ./lib/src/show-job-log.js + 2 modules
var show_job_log = __webpack_require__(1576);
// EXTERNAL MODULE: ./lib/src/adapters/journal-file.js
var journal_file = __webpack_require__(8255);
// EXTERNAL MODULE: ./lib/src/campaign/campaign-name.js
var campaign_name = __webpack_require__(8667);
;// CONCATENATED MODULE: ./lib/src/campaign/find-existing-folder.js


/** The path itself or the nearest one above it that exists. Throws the system's error but for what is not there. */
async function findExistingFolder(path) {
    try {
        await (0,promises_.stat)(path);
        return path;
    }
    catch (error) {
        const above = (0,external_node_path_.dirname)(path);
        if (above === path || error.code !== "ENOENT") {
            throw error;
        }
        return findExistingFolder(above);
    }
}

;// CONCATENATED MODULE: ./lib/src/campaign/check-disk-room.js



/** A journal, a report and a sandbox of a few files: with less than this no campaign gets anywhere. */
const leastBytes = 8 * 1024 * 1024;
/**
 * Whether the disk of a folder has room for a campaign's files; the folder need not exist yet.
 * Throws the usage error `DISK_FULL`, with the folder and what is free.
 */
async function checkDiskRoom(folder) {
    const { bavail, bsize, files, ffree } = await (0,promises_.statfs)(await findExistingFolder(folder));
    const freeBytes = bavail * bsize;
    // File systems without a fixed number of files report none at all.
    const hasNoFiles = files > 0 && ffree === 0;
    if (freeBytes >= leastBytes && !hasNoFiles)
        return;
    throw (0,errors/* usageError */.Wp)({
        code: "DISK_FULL",
        message: hasNoFiles
            ? `The disk of ${folder} has no room for another file.`
            : `The disk of ${folder} is full: ${Math.floor(freeBytes / 1024)} KiB are free, and a campaign needs ${leastBytes / 1024}.`,
        hint: "Free some space, or name a folder on another disk with --root.",
    });
}

;// CONCATENATED MODULE: ./lib/src/campaign/check-writable.js



/**
 * Whether a folder can be written to, or made where it does not exist yet; nothing is written.
 * Throws the usage error `NOT_WRITABLE`, with the folder and the system's reason.
 */
async function checkWritable(folder) {
    try {
        const place = await findExistingFolder(folder);
        if (!(await (0,promises_.stat)(place)).isDirectory()) {
            throw new Error(`${place} is not a folder`);
        }
        await (0,promises_.access)(place, promises_.constants.W_OK | promises_.constants.X_OK);
    }
    catch (cause) {
        throw (0,errors/* usageError */.Wp)({
            code: "NOT_WRITABLE",
            message: `Nightshift cannot write to ${folder}: ${(0,errors/* describeError */.Uc)(cause)}.`,
            hint: "Make it writable, or name another folder for Nightshift's files with --root.",
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./lib/src/campaign/find-sacred.js

const usualNames = ["main", "master"];
/**
 * The configured branch; without one the remote's default branch (`origin/HEAD`) if a local branch of that name exists,
 * else `main` or `master`, else the current branch. Never a branch beneath the prefix.
 *
 * Throws usage errors: `SACRED_MISSING`, `SACRED_BENEATH_PREFIX`, `DETACHED_HEAD`.
 */
async function findSacred({ configured, headBranch }, { git }) {
    const commits = await listBranches(git);
    if (configured !== "") {
        return findConfigured(configured, commits, git.prefix);
    }
    if (headBranch === null) {
        throw (0,errors/* usageError */.Wp)({
            code: "DETACHED_HEAD",
            message: "HEAD is detached, so the branch to start from is not known.",
            hint: "Check out a branch, or name the branch in `branches.sacred`.",
        });
    }
    const candidates = [await findRemoteDefault(git), ...usualNames, headBranch];
    for (const branch of candidates) {
        const commit = branch === null || isBeneath(branch, git.prefix) ? undefined : commits.get(branch);
        if (branch !== null && commit !== undefined) {
            return { branch, commit };
        }
    }
    throw (0,errors/* usageError */.Wp)({
        code: "SACRED_BENEATH_PREFIX",
        message: `The current branch is ${headBranch}, which is Nightshift's own, and there is no other default branch.`,
        hint: "Check out a branch of yours, or name one in `branches.sacred`.",
    });
}
function findConfigured(branch, commits, prefix) {
    if (isBeneath(branch, prefix)) {
        throw (0,errors/* usageError */.Wp)({
            code: "SACRED_BENEATH_PREFIX",
            message: `branches.sacred is ${branch}, which is beneath Nightshift's own prefix ${prefix}/.`,
            hint: "Name a branch of yours in `branches.sacred`, or choose another `branches.prefix`.",
        });
    }
    const commit = commits.get(branch);
    if (commit === undefined) {
        const known = [...commits.keys()].filter((name) => !isBeneath(name, prefix)).slice(0, 10);
        throw (0,errors/* usageError */.Wp)({
            code: "SACRED_MISSING",
            message: `branches.sacred is ${branch}, and there is no such local branch.`,
            hint: `Create it, or name one that exists: ${known.join(", ") || "there is none yet"}.`,
        });
    }
    return { branch, commit };
}
/** Local branches by short name. */
async function listBranches(git) {
    const refs = await git.listRefs("refs/heads/");
    return new Map(refs.map(({ ref, commit }) => [ref.slice("refs/heads/".length), commit]));
}
async function findRemoteDefault(git) {
    const [head] = await git.listRefs("refs/remotes/origin/HEAD");
    const origin = "refs/remotes/origin/";
    return head?.target?.startsWith(origin) === true ? head.target.slice(origin.length) : null;
}
function isBeneath(branch, prefix) {
    return branch.toLowerCase().startsWith(`${prefix.toLowerCase()}/`);
}

;// CONCATENATED MODULE: ./lib/src/campaign/check-repository.js




/**
 * Whether a campaign can run here; nothing is written. That it is a repository with a work tree was seen when `git` was
 * opened. `stateRoot` need not exist yet.
 *
 * Throws usage errors, each with the value and what to do: `NO_COMMITS`, `UNBORN_HEAD`, `SHALLOW_CLONE`,
 * `REF_NAMED_LIKE_PREFIX`, `NOT_WRITABLE`, `DISK_FULL`, and those of `findSacred`.
 */
async function checkRepository({ configuredSacred, stateRoot }, { git }) {
    const state = await git.state();
    if (state.headCommit === null) {
        throw await explainUnborn(state, git);
    }
    if (state.isShallow) {
        throw (0,errors/* usageError */.Wp)({
            code: "SHALLOW_CLONE",
            message: `${state.root} is a shallow clone: its history is cut off, so promotions cannot be carried or compared.`,
            hint: "Run `git fetch --unshallow`, or set `fetch-depth: 0` in actions/checkout.",
        });
    }
    await checkRoom(git);
    const sacred = await findSacred({ configured: configuredSacred, headBranch: state.headBranch }, { git });
    for (const place of [stateRoot, `${state.commonDir}/objects`, `${state.commonDir}/refs`]) {
        await checkWritable(place);
        await checkDiskRoom(place);
    }
    return { state, sacred };
}
async function explainUnborn(state, git) {
    const refs = await git.listRefs("refs/heads/");
    return refs.length === 0
        ? (0,errors/* usageError */.Wp)({
            code: "NO_COMMITS",
            message: `${state.root} has no commits yet.`,
            hint: "Commit the work tree first; a campaign starts from a commit.",
        })
        : (0,errors/* usageError */.Wp)({
            code: "UNBORN_HEAD",
            message: `HEAD is on ${state.headBranch ?? "a branch"}, which has no commits yet.`,
            hint: "Commit to it, or check out a branch that has commits.",
        });
}
/** git keeps a ref in a file and its folder in a folder: a ref named like one of ours leaves no room for it. */
async function checkRoom(git) {
    const { prefix } = git;
    const branches = `refs/heads/${prefix}`;
    const tags = `refs/tags/${prefix}`;
    const files = [branches, tags, `${branches}/sandbox`, `${tags}/snapshot`];
    const folders = [`${branches}/master`, `${branches}/memory`];
    const refs = [...(await git.listRefs(branches)), ...(await git.listRefs(tags))].map(({ ref }) => ref);
    const inTheWay = refs.find((ref) => files.includes(ref) || folders.some((folder) => ref.startsWith(`${folder}/`)));
    if (inTheWay !== undefined) {
        throw (0,errors/* usageError */.Wp)({
            code: "REF_NAMED_LIKE_PREFIX",
            message: `The ref ${inTheWay} is in the way of Nightshift's own refs beneath ${branches}/ and ${tags}/.`,
            hint: "Rename or delete it, or choose another `branches.prefix`.",
        });
    }
}

;// CONCATENATED MODULE: ./lib/src/campaign/count-uncommitted.js

/**
 * Counts the uncommitted paths of the work tree. The user's own git settings are at work there, and one that fails (a
 * filter whose program is not installed) makes the number unknown; it stops no campaign, since none reads the work tree.
 */
async function countUncommitted({ git, }) {
    try {
        return { status: "counted", count: (await git.uncommittedPaths()).length };
    }
    catch (error) {
        return { status: "unknown", reason: (0,errors/* describeError */.Uc)(error) };
    }
}
/** What a person should know about it and do; null when all is committed. Pure. */
function warnOfUncommitted(uncommitted) {
    if (uncommitted.status === "unknown") {
        return {
            message: `Whether all is committed could not be told: ${uncommitted.reason}`,
            hint: "Only commits count, so the campaign goes on. `git status` shows what is wrong.",
        };
    }
    if (uncommitted.count === 0)
        return null;
    return {
        message: `${uncommitted.count} uncommitted paths are not seen by the campaign.`,
        hint: "Commit them to have them count.",
    };
}

// EXTERNAL MODULE: ./lib/src/adapters/read-journal.js
var read_journal = __webpack_require__(4573);
// EXTERNAL MODULE: ./lib/src/campaign/find-campaigns.js
var find_campaigns = __webpack_require__(7440);
;// CONCATENATED MODULE: ./lib/src/campaign/find-resumable.js




/**
 * The newest campaign, when it can go on: it was killed, or a person stopped it. One that was
 * killed before its first event is none.
 *
 * Throws the usage error `NOTHING_TO_RESUME`, and those of `readJournal`.
 */
async function findResumable(campaignsDir) {
    for (const campaign of await (0,find_campaigns/* findCampaigns */.Z)(campaignsDir)) {
        const { entries } = await (0,read_journal/* readJournal */.a)((0,find_campaigns/* journalPath */.H)(campaignsDir, campaign));
        if (entries.length === 0)
            continue;
        const state = (0,fold/* foldEvents */.v0)(entries);
        if (state.status === "running" || state.stopReason === "STOPPED")
            return state;
        throw (0,errors/* usageError */.Wp)({
            code: "NOTHING_TO_RESUME",
            message: `The newest campaign, ${campaign}, has ended: ${state.stopReason ?? state.status}.`,
            hint: "Start a new one with `nightshift run`.",
        });
    }
    throw (0,errors/* usageError */.Wp)({
        code: "NOTHING_TO_RESUME",
        message: `There is no campaign in ${campaignsDir} to go on with.`,
        hint: "Start one with `nightshift run`.",
    });
}

// EXTERNAL MODULE: ./lib/src/campaign/find-unstored-lessons.js
var find_unstored_lessons = __webpack_require__(9823);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:sqlite"
var external_node_sqlite_ = __webpack_require__(2480);
// EXTERNAL MODULE: ../../zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(1471);
;// CONCATENATED MODULE: ./lib/src/campaign/read-process-start.js

/**
 * When a process was started, in a form that only equality is asked of: a process id is used again, a start is not.
 * Null where the system does not tell; undefined when there is no such process.
 */
function readProcessStart(processId) {
    if (!isAlive(processId)) {
        return undefined;
    }
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${processId}/stat`, "utf8");
        const boot = (0,external_node_fs_.readFileSync)("/proc/sys/kernel/random/boot_id", "utf8");
        // Field 22 of proc_pid_stat(5); the name in field 2 may hold blanks and brackets.
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const [state, start] = [fields[0], fields[19]];
        // A zombie holds nothing any more.
        return state === "Z" ? undefined : `${boot.trim()}:${start}`;
    }
    catch {
        return isAlive(processId) ? null : undefined;
    }
}
function isAlive(processId) {
    try {
        process.kill(processId, 0);
        return true;
    }
    catch (error) {
        // EPERM: it is there, and somebody else's.
        return error.code === "EPERM";
    }
}

;// CONCATENATED MODULE: ./lib/src/campaign/lock-campaign.js
var lock_campaign_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var lock_campaign_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








const holderSchema = schemas/* object */.Ikc({
    campaign: schemas/* string */.YjP(),
    processId: schemas/* number */.aig().int().positive(),
    processStart: schemas/* string */.YjP().nullable(),
    host: schemas/* string */.YjP(),
    /** ISO 8601, UTC. */
    since: schemas/* string */.YjP(),
    /** Tells two holders apart whatever else is the same. */
    token: schemas/* string */.YjP(),
});
/** How long another process may be in the middle of taking the lock. */
const takingMs = 10_000;
/**
 * Makes sure that one campaign at a time works on a repository, whatever its state root: the lock is in the git
 * directory that all work trees share. A lock whose process is gone is taken over.
 *
 * Throws the usage error `CAMPAIGN_RUNNING`, with the process that holds it, since when, and what to do.
 */
async function lockCampaign({ commonDir, campaign }, { clock } = { clock: { now: () => new Date().toISOString() } }) {
    const folder = (0,external_node_path_.join)(commonDir, "nightshift");
    const path = (0,external_node_path_.join)(folder, "lock");
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const mine = {
        campaign,
        processId: process.pid,
        processStart: readProcessStart(process.pid) ?? null,
        host: (0,external_node_os_.hostname)(),
        since: clock.now(),
        token: (0,external_node_crypto_.randomUUID)(),
    };
    const content = `${JSON.stringify(mine)}\n`;
    takeLock(path, content);
    return {
        path,
        [Symbol.asyncDispose]: async () => {
            if (readLock(path) === content)
                (0,external_node_fs_.rmSync)(path, { force: true });
        },
    };
}
/**
 * Reads, decides and writes while no other process does: SQLite's lock on a file beside it goes with the process that
 * held it, so that two who find the same stale lock cannot both take it. Nothing in here waits, for others block on it.
 */
function takeLock(path, content) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const taking = lock_campaign_addDisposableResource(env_1, new external_node_sqlite_.DatabaseSync(`${path}.taking`), false);
        taking.exec(`PRAGMA busy_timeout = ${takingMs}; BEGIN EXCLUSIVE`);
        const holder = parseHolder(readLock(path));
        if (holder !== null && !isGone(holder)) {
            throw explainHolder(holder, path);
        }
        (0,external_node_fs_.rmSync)(path, { force: true });
        (0,external_node_fs_.writeFileSync)(path, content, { flag: "wx" });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        lock_campaign_disposeResources(env_1);
    }
}
function readLock(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, "utf8");
    }
    catch {
        return "";
    }
}
/** Null for what no campaign wrote whole: a lock that says nothing keeps no one out. */
function parseHolder(text) {
    try {
        return holderSchema.parse(JSON.parse(text));
    }
    catch {
        return null;
    }
}
function isGone({ host, processId, processStart }) {
    // Another machine's processes cannot be seen from here.
    if (host !== (0,external_node_os_.hostname)()) {
        return false;
    }
    const start = readProcessStart(processId);
    return start === undefined || (start !== null && processStart !== null && start !== processStart);
}
function explainHolder({ campaign, processId, host, since }, path) {
    const isHere = host === (0,external_node_os_.hostname)();
    const where = isHere ? "" : ` on ${host}`;
    return (0,errors/* usageError */.Wp)({
        code: "CAMPAIGN_RUNNING",
        message: `Campaign ${campaign} is at work on this repository: process ${processId}${where}, since ${since}.`,
        hint: isHere
            ? `Wait for it to end, or stop it with \`kill -INT ${processId}\`, which leaves nothing behind.`
            : `Wait for it to end. If ${host} is gone for good, remove ${path}.`,
    });
}

;// CONCATENATED MODULE: ./lib/src/check-model-hosts.js

/**
 * Refuses models on hosts that the policies do not let a brain call, before anything is asked. Throws the usage error
 * `MODEL_FORBIDDEN` with the first of them.
 */
async function checkModelHosts(models, capabilities) {
    for (const { llm, host } of models) {
        const resource = { kind: "host", host };
        const answer = await capabilities.isAllowed({ principal: "brain", action: "callModel", resource });
        if (answer.status === "allowed")
            continue;
        const policies = answer.policies.join(", ") || "none permits it";
        throw (0,errors/* usageError */.Wp)({
            code: "MODEL_FORBIDDEN",
            message: `The policies forbid to call ${llm.provider}/${llm.model} at ${host}: ${answer.reason}.`,
            hint: `Name another model, or change the policy in .github/nightshift/policies/ (${policies}).`,
        });
    }
}

// EXTERNAL MODULE: ./lib/src/create-deps.js + 438 modules
var create_deps = __webpack_require__(302);
// EXTERNAL MODULE: ./lib/src/find-gates.js + 58 modules
var find_gates = __webpack_require__(5842);
;// CONCATENATED MODULE: ./lib/src/config/is-model-wanted.js
/** Whether a campaign is to ask models: always by `llm`, and by `auto` where one is named. Pure. */
function isModelWanted({ brain }) {
    const isNamed = brain.llm.model !== "" || brain.llm.models.length > 0;
    return brain.kind === "llm" || (brain.kind === "auto" && isNamed);
}

;// CONCATENATED MODULE: ./lib/src/find-idle-flags.js

/** Settings of a model that flags gave while the brain asks none: whoever gave them expects otherwise. Pure. */
function findIdleFlags({ config, origins, }) {
    if (isModelWanted(config))
        return [];
    const flags = [...origins].filter(([, origin]) => origin === "flag").map(([path]) => path);
    return flags.filter((path) => path.startsWith("brain.llm."));
}

// EXTERNAL MODULE: ./lib/src/adapters/list-secrets.js
var list_secrets = __webpack_require__(8475);
;// CONCATENATED MODULE: ./lib/src/find-known-secrets.js

/**
 * Values that must never be seen: those of environment variables whose name looks secret, passwords in URLs, and what
 * `sandbox.setupEnv` hands to set-up. A value that stands in the tree itself is no secret: hiding it would blank out
 * ordinary words of the project, and whoever reads the diff can read it there.
 */
async function findKnownSecrets(input, { git }) {
    const { environment, config, commit } = input;
    const ofSetup = config.sandbox.setupEnv.flatMap((name) => environment[name] ?? []);
    const values = new Set([...(0,list_secrets/* listSecrets */.A)(environment), ...ofSetup].filter((value) => value.trim() !== ""));
    const secrets = [];
    for (const value of values)
        if (!(await git.contains(commit, value)))
            secrets.push(value);
    return secrets;
}

;// CONCATENATED MODULE: ./lib/src/brain/llm/budget/check-prices.js

/**
 * Throws `PRICE_UNKNOWN` where a limit in dollars is set and a model's price is unknown: it could not be kept. A price
 * that is no number from 0 up is unknown too.
 */
function checkPrices(models, limits) {
    const limited = Object.keys(limits).find((scope) => limits[scope].costUsd !== null);
    if (limited === undefined)
        return;
    const unpriced = models.find(({ price }) => price === null || !isPrice(price));
    if (unpriced === undefined)
        return;
    throw (0,errors/* usageError */.Wp)({
        code: "PRICE_UNKNOWN",
        message: `The ${limited} may cost $${limits[limited].costUsd} at most, and the price of ${unpriced.provider}/${unpriced.model} is unknown.`,
        hint: `Add the model to the \`prices\` key of the config file, in US dollars for a million tokens, or leave out the limit.`,
    });
}
function isPrice(price) {
    return Object.values(price).every((value) => Number.isFinite(value) && value >= 0);
}

// EXTERNAL MODULE: ./lib/src/brain/llm/budget/resolve-limits.js
var resolve_limits = __webpack_require__(2616);
;// CONCATENATED MODULE: ./lib/src/adapters/llm/describe-unreadable.js
/** What stands where a reply should be, in a few words. Pure. */
function describeUnreadable(body) {
    if (body === undefined || body === null || body === "")
        return "an empty body";
    if (typeof body !== "string")
        return "JSON that is no reply of a model";
    if (/^\s*<(!doctype|html|head|body)/i.test(body)) {
        const title = /<title[^>]*>([^<]{1,120})/i.exec(body)?.[1]?.trim();
        return title === undefined ? "a web page" : `a web page (${title})`;
    }
    if (/^\s*(data|event|id):/.test(body))
        return "a stream of events, which was not asked for";
    return "text that is no JSON";
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/unify-error-body.js

/**
 * The body of an error as OpenAI writes it, `{"error": {"message": …}}`, which is all that the SDK reads. Gemini sends
 * a list of such, vLLM and AWS the message alone, FastAPI `detail`, Ollama a text, and proxies a web page. Pure.
 */
function unifyErrorBody(text) {
    const body = parseJson(text);
    if (body === undefined)
        return write({ message: text.trim() === "" ? "" : describeText(text) });
    const value = Array.isArray(body) ? body[0] : body;
    if (typeof value === "string")
        return write({ message: value });
    if (!isRecord(value))
        return write({ message: "" });
    const { error } = value;
    if (isRecord(error))
        return write({ ...error, message: findMessage(error) });
    if (typeof error === "string")
        return write({ ...value, message: error });
    return write({ ...value, message: findMessage(value) });
}
function describeText(text) {
    return /^\s*</.test(text) ? describeUnreadable(text) : text.slice(0, 2_000);
}
function findMessage(from) {
    const found = [from.message, from.Message, from.detail, from.title].find((value) => value !== undefined && value !== null && value !== "");
    if (found === undefined)
        return "";
    return typeof found === "string" ? found : JSON.stringify(found);
}
function write(error) {
    return JSON.stringify({ error });
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/bounded-fetch.js

/** Thrown for a body that is larger than what is read. */
class ReplyTooLargeError extends Error {
    maxBytes;
    constructor(maxBytes) {
        super(`a body of more than ${maxBytes} bytes`);
        this.name = "ReplyTooLargeError";
        this.maxBytes = maxBytes;
    }
}
/** No more than these leave, beside the preset's own: what runs here, and on what, is nobody's business. */
const usualHeaders = ["authorization", "content-type", "accept"];
/**
 * A `fetch` for calls of models. It reads the whole body before it resolves, so that time-out and abort count for the
 * body too; reads at most `maxBytes`; sends the headers alone that a call needs, whatever the SDK finds in the
 * environment; and follows no redirect, since a key must not be handed on.
 * @throws ReplyTooLargeError
 */
function createBoundedFetch({ maxBytes, headers, }) {
    const allowed = new Set([...usualHeaders, ...headers]);
    return async (input, init) => {
        const sent = [...new Headers(init?.headers)].filter(([name]) => allowed.has(name));
        const response = await fetch(input, {
            ...init,
            headers: [...sent, ["user-agent", "nightshift"]],
            redirect: "manual",
        });
        const body = await readBody(response, maxBytes);
        const { status, statusText } = response;
        const kept = new Headers(response.headers);
        // The body is decoded by now, and as long as it is.
        for (const name of ["content-encoding", "content-length", "transfer-encoding"])
            kept.delete(name);
        const isNull = [204, 205, 304].includes(status);
        if (response.ok)
            return new Response(isNull ? null : body, { status, statusText, headers: kept });
        kept.set("content-type", "application/json");
        const text = new TextDecoder().decode(body);
        return new Response(isNull ? null : unifyErrorBody(text), { status, statusText, headers: kept });
    };
}
async function readBody(response, maxBytes) {
    if (response.body === null)
        return new Uint8Array();
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body) {
        size += chunk.byteLength;
        // Leaving the loop cancels the stream, and with it the connection.
        if (size > maxBytes)
            throw new ReplyTooLargeError(maxBytes);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/repair-arguments.js
const maxLength = 2_000;
/**
 * The arguments of an earlier call as providers accept them in a conversation: a JSON object. What is none, which the
 * model was told when it called, goes along as text, since many providers refuse the whole request otherwise. Pure.
 */
function repairArguments(text) {
    if (text.trim() === "")
        return "{}";
    try {
        const value = JSON.parse(text);
        if (typeof value === "object" && value !== null && !Array.isArray(value))
            return text;
    }
    catch {
        // It is wrapped below.
    }
    return JSON.stringify({ unreadable: text.slice(0, maxLength) });
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/build-chat-body.js

/**
 * The body of `POST /chat/completions`. What the preset's provider does not have is left out without a word. Pure.
 * https://developers.openai.com/api/reference/resources/chat
 */
function buildChatBody(request, input) {
    const { capabilities } = input.preset;
    return {
        model: input.model,
        messages: request.messages.map((message) => buildMessage(message, input)),
        ...(request.tools.length === 0 ? {} : { tools: request.tools.map(buildTool) }),
        ...(input.shape.outputLimit === "max_tokens"
            ? { max_tokens: request.maxOutputTokens }
            : { max_completion_tokens: request.maxOutputTokens }),
        ...(request.temperature === null || !capabilities.temperature
            ? {}
            : { temperature: request.temperature }),
        ...(request.seed === null || !capabilities.seed ? {} : { seed: request.seed }),
        ...(request.format === "json" && capabilities.json ? { response_format: { type: "json_object" } } : {}),
    };
}
function buildTool({ name, description, parameters }) {
    return { type: "function", function: { name, description, parameters } };
}
function buildMessage(message, { preset, fields }) {
    switch (message.role) {
        case "system":
        case "user":
            return { role: message.role, content: message.content };
        case "tool":
            return { role: "tool", tool_call_id: message.callId, content: message.content };
        case "assistant": {
            const { content, toolCalls } = message;
            const kept = fields.find(message);
            // Some providers refuse a message that says nothing.
            if (toolCalls.length === 0)
                return { role: "assistant", content: content === "" ? "(no answer)" : content, ...kept?.message };
            return {
                role: "assistant",
                content: content === "" ? null : content,
                tool_calls: toolCalls.map((call, index) => ({
                    id: call.id,
                    type: "function",
                    function: { name: call.name, arguments: repairArguments(call.arguments) },
                    // Where calls stand beside one another, only the first one carries a signature.
                    ...(kept === null && index === 0 ? preset.missingReturn : kept?.calls[index]),
                })),
                ...kept?.message,
            };
        }
        default:
            return message;
    }
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/build-responses-body.js

/** OpenAI takes no lower limit. */
const minOutputTokens = 16;
/**
 * The body of `POST /responses`, for models that are to be had there alone. Nothing is stored at the provider, and the
 * whole conversation goes along each time. There are no seeds. Pure.
 * https://developers.openai.com/api/reference/resources/responses
 */
function buildResponsesBody(request, input) {
    const { capabilities } = input.preset;
    return {
        model: input.model,
        input: request.messages.flatMap(buildItems),
        store: false,
        ...(request.tools.length === 0
            ? {}
            : { tools: request.tools.map((tool) => ({ type: "function", ...tool, strict: false })) }),
        max_output_tokens: Math.max(request.maxOutputTokens, minOutputTokens),
        ...(request.temperature === null || !capabilities.temperature
            ? {}
            : { temperature: request.temperature }),
        ...(request.format === "json" && capabilities.json ? { text: { format: { type: "json_object" } } } : {}),
    };
}
function buildItems(message) {
    switch (message.role) {
        case "system":
        case "user":
            return [{ role: message.role, content: message.content }];
        case "tool":
            return [{ type: "function_call_output", call_id: message.callId, output: message.content }];
        case "assistant":
            return [
                ...(message.content === "" ? [] : [{ role: "assistant", content: message.content }]),
                ...message.toolCalls.map((call) => ({
                    type: "function_call",
                    call_id: call.id,
                    name: call.name,
                    arguments: repairArguments(call.arguments),
                })),
            ];
        default:
            return message;
    }
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/call-shape.js
/**
 * The other shape that a refusal asks for, or null where it asks for none. A refused request was not worked on, so that
 * the same request can be put again at no cost.
 *
 * OpenAI's models since GPT-5.6 take tools at `/v1/responses` alone; names of the limit differ from model to model.
 */
function findOtherShape(refusal, shape) {
    if (shape.api === "chat" &&
        /\/?v1\/responses|not a chat model|only supported in the responses api/i.test(refusal)) {
        return { ...shape, api: "responses" };
    }
    if (shape.api === "responses")
        return null;
    const { outputLimit } = shape;
    const isAboutLimit = new RegExp(`\\b${outputLimit}\\b`).test(refusal);
    const other = outputLimit === "max_tokens" ? "max_completion_tokens" : "max_tokens";
    const isNamed = new RegExp(`\\b${other}\\b`).test(refusal);
    const isUnknown = isAboutLimit && /unsupported|not support|unknown|unrecognized|not permitted/i.test(refusal);
    const isMissing = isNamed && /required|missing/i.test(refusal);
    return (isAboutLimit && isNamed) || isUnknown || isMissing ? { ...shape, outputLimit: other } : null;
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/name-calls.js
/** Calls with ids that are unique among them: missing and repeated ones are replaced by `prefix` and a number. Pure. */
function nameCalls(calls, prefix) {
    const taken = new Set();
    return calls.map((call, index) => {
        let id = call.id === "" || taken.has(call.id) ? `${prefix}${index}` : call.id;
        while (taken.has(id))
            id += "_";
        taken.add(id);
        return { ...call, id };
    });
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/parse-body-fault.js

const word = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig().transform(String)]).catch("");
const errorSchema = schemas/* object */.Ikc({
    error: schemas/* union */.KCZ([
        schemas/* string */.YjP().transform((message) => ({ message, code: "", type: "" })),
        schemas/* looseObject */._H3({ message: word, code: word, type: word }),
    ]),
});
/** HTTP statuses of the names that the Responses API gives to its errors. */
const statusByCode = {
    rate_limit_exceeded: 429,
    server_error: 500,
    invalid_prompt: 400,
};
/**
 * The error in a body that came with a status of success, or null. OpenRouter and the Responses API answer so when
 * a model fails after it began. Pure.
 */
function parseBodyFault(body) {
    const parsed = errorSchema.safeParse(body);
    if (!parsed.success)
        return null;
    const { message, code, type } = parsed.data.error;
    const number = Number(code);
    const httpStatus = number >= 400 && number < 600 ? number : (statusByCode[code] ?? 500);
    return {
        cause: "refused",
        httpStatus,
        isLate: true,
        message,
        code: code === "" ? type : code,
        param: "",
        headers: {},
        body: JSON.stringify(parsed.data.error),
    };
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/parse-usage.js

const count = schemas/* int */.Whr().min(0).optional().catch(undefined);
const details = schemas/* object */.Ikc({ cached_tokens: count }).optional().catch(undefined);
const usageSchema = schemas/* object */.Ikc({
    prompt_tokens: count,
    completion_tokens: count,
    total_tokens: count,
    prompt_tokens_details: details,
    input_tokens: count,
    output_tokens: count,
    input_tokens_details: details,
    cached_tokens: count,
    prompt_cache_hit_tokens: count,
    cache_read_input_tokens: count,
    cache_creation_input_tokens: count,
});
/**
 * Tokens of a reply in every documented shape, or null where the provider told none. Chat completions: OpenAI's, with
 * Moonshot's `cached_tokens` and DeepSeek's `prompt_cache_hit_tokens`. Responses: `input_tokens`. Anthropic's own
 * shape, which proxies hand through, counts what was cached beside the input; it is added here. Pure.
 */
function parseUsage(value) {
    const parsed = usageSchema.safeParse(value);
    if (!parsed.success)
        return null;
    const usage = parsed.data;
    const cachedTokens = Math.max(usage.prompt_tokens_details?.cached_tokens ?? 0, usage.input_tokens_details?.cached_tokens ?? 0, usage.cached_tokens ?? 0, usage.prompt_cache_hit_tokens ?? 0, usage.cache_read_input_tokens ?? 0);
    const beside = usage.prompt_tokens === undefined && usage.input_tokens_details === undefined
        ? (usage.cache_read_input_tokens ?? 0) + (usage.cache_creation_input_tokens ?? 0)
        : 0;
    const input = usage.prompt_tokens ?? usage.input_tokens;
    const output = usage.completion_tokens ?? usage.output_tokens;
    if (input === undefined || output === undefined)
        return null;
    const inputTokens = input + beside;
    // Gemini and xAI leave reasoning out of the completion, and charge for it; the total has it.
    const rest = (usage.total_tokens ?? 0) - inputTokens;
    return {
        inputTokens,
        cachedTokens: Math.min(cachedTokens, inputTokens),
        outputTokens: Math.max(output, rest),
    };
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/read-content.js

const partSchema = schemas/* union */.KCZ([
    schemas/* string */.YjP(),
    schemas/* object */.Ikc({ type: schemas/* enum */.k5n(["text", "output_text"]), text: schemas/* string */.YjP() }).transform((part) => part.text),
]);
/** The text of a message whose content is text, a list of parts, or nothing. Parts that are no text, such as reasoning, are left out. Pure. */
function readContent(content) {
    if (typeof content === "string")
        return content;
    if (!Array.isArray(content))
        return "";
    return content
        .map((part) => partSchema.safeParse(part))
        .map((part) => (part.success ? part.data : ""))
        .join("");
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/returned-fields.js

/** A store of the newest `limit` replies. Signatures and reasoning are the provider's; nobody else reads them. */
function createReturnedFieldStore(limit = 256) {
    const kept = new Map();
    return {
        keep(reply, fields) {
            const isEmpty = [fields.message, ...fields.calls].every((part) => Object.keys(part).length === 0);
            if (isEmpty)
                return;
            kept.set(nameReply(reply), fields);
            const [oldest] = kept.keys();
            if (kept.size > limit && oldest !== undefined)
                kept.delete(oldest);
        },
        find: (reply) => kept.get(nameReply(reply)) ?? null,
    };
}
/** The fields of a reply, as the provider sent it, that a preset names. Pure. */
function pickReturnedFields(message, calls, { returned }) {
    return { message: pick(message, returned.message), calls: calls.map((call) => pick(call, returned.call)) };
}
function pick(from, names) {
    const found = names.filter((name) => from[name] !== undefined && from[name] !== null);
    return Object.fromEntries(found.map((name) => [name, from[name]]));
}
function nameReply({ content, toolCalls }) {
    return (0,digest/* digest */.b)(content, ...toolCalls.flatMap((call) => [call.id, call.name, call.arguments]));
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/parse-chat-reply.js







const parse_chat_reply_text = schemas/* string */.YjP().catch("");
const json = schemas/* unknown */.L5J()
    .optional()
    .transform((value) => {
    if (typeof value === "string")
        return value;
    return value === undefined || value === null ? "" : JSON.stringify(value);
});
const functionSchema = schemas/* object */.Ikc({ name: parse_chat_reply_text, arguments: json });
const callSchema = schemas/* looseObject */._H3({ id: parse_chat_reply_text, function: functionSchema.catch({ name: "", arguments: "" }) })
    .catch({ id: "", function: { name: "", arguments: "" } });
const messageSchema = schemas/* looseObject */._H3({
    content: schemas/* unknown */.L5J().optional(),
    refusal: parse_chat_reply_text,
    tool_calls: schemas/* array */.YOg(callSchema).nullish().catch(null),
    /** What calls were called before there were tools; some servers still answer so. */
    function_call: functionSchema.nullish().catch(null),
});
const choiceSchema = schemas/* looseObject */._H3({ message: messageSchema, finish_reason: parse_chat_reply_text });
const replySchema = schemas/* looseObject */._H3({
    choices: schemas/* array */.YOg(schemas/* unknown */.L5J()),
    usage: schemas/* unknown */.L5J().optional(),
    prompt_filter_results: schemas/* unknown */.L5J().optional(),
});
/**
 * Reads what `POST /chat/completions` answered. Missing or repeated ids of calls get names of ours, which begin with
 * `callPrefix` and are unique in a conversation if that is. Pure.
 */
function parseChatReply(body, { preset, callPrefix }) {
    const fault = parseBodyFault(body);
    if (fault !== null)
        return { status: "fault", fault };
    const parsed = replySchema.safeParse(body);
    if (!parsed.success)
        return { status: "fault", fault: { cause: "unreadable", detail: describeUnreadable(body) } };
    const { choices, usage, prompt_filter_results: filter } = parsed.data;
    const choice = choiceSchema.safeParse(choices[0]);
    if (!choice.success) {
        const isFiltered = filter !== undefined && /"filtered":\s*true/.test(JSON.stringify(filter));
        const reply = { text: "", toolCalls: [], finish: "refusal", usage: parseUsage(usage) };
        if (isFiltered)
            return {
                status: "replied",
                reply: { status: "replied", ...reply },
                fields: { message: {}, calls: [] },
            };
        return { status: "fault", fault: { cause: "unreadable", detail: "a reply without a choice" } };
    }
    const { message, finish_reason: reason } = choice.data;
    const called = message.tool_calls ?? [];
    const legacy = message.function_call ?? null;
    const calls = called.length === 0 && legacy !== null ? [{ id: "", function: legacy }] : called;
    const toolCalls = nameCalls(calls.map(({ id, function: { name, arguments: text } }) => ({ id, name, arguments: text })), callPrefix);
    const finish = readFinish(reason, { hasCalls: toolCalls.length > 0, isRefusal: message.refusal !== "" });
    if (finish === "error")
        return { status: "fault", fault: { cause: "unreadable", detail: "a reply that the provider broke off" } };
    const content = readContent(message.content);
    return {
        status: "replied",
        reply: {
            status: "replied",
            text: content === "" ? message.refusal : content,
            toolCalls,
            finish,
            usage: parseUsage(usage),
        },
        fields: pickReturnedFields(message, calls, preset),
    };
}
function readFinish(reason, { hasCalls, isRefusal }) {
    const word = reason.toLowerCase();
    if (word === "length" || word === "max_tokens" || word === "max_output_tokens")
        return "length";
    if (/content_?filter|refusal|safety|prohibited|blocklist|recitation/.test(word))
        return "refusal";
    if (isRefusal && !hasCalls)
        return "refusal";
    if (hasCalls)
        return "tools";
    return word === "error" ? "error" : "stop";
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/parse-responses-reply.js






const parse_responses_reply_text = schemas/* string */.YjP().catch("");
const itemSchema = schemas/* looseObject */._H3({ type: parse_responses_reply_text, call_id: parse_responses_reply_text, name: parse_responses_reply_text, arguments: parse_responses_reply_text, content: schemas/* unknown */.L5J().optional() })
    .catch({ type: "", call_id: "", name: "", arguments: "", content: null });
const refusalSchema = schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* literal */.euz("refusal"), refusal: schemas/* string */.YjP() })
    .transform((part) => part.refusal)
    .catch(""));
const parse_responses_reply_replySchema = schemas/* looseObject */._H3({
    status: parse_responses_reply_text,
    output: schemas/* array */.YOg(itemSchema),
    incomplete_details: schemas/* looseObject */._H3({ reason: parse_responses_reply_text }).nullish().catch(null),
    usage: schemas/* unknown */.L5J().optional(),
});
/** Reads what `POST /responses` answered; ids as in `parseChatReply`. Pure. */
function parseResponsesReply(body, { callPrefix }) {
    const fault = parseBodyFault(body);
    if (fault !== null)
        return { status: "fault", fault };
    const parsed = parse_responses_reply_replySchema.safeParse(body);
    if (!parsed.success)
        return { status: "fault", fault: { cause: "unreadable", detail: describeUnreadable(body) } };
    const { status, output, incomplete_details: incomplete, usage } = parsed.data;
    if (status === "failed" || status === "cancelled")
        return { status: "fault", fault: { cause: "unreadable", detail: `a reply that has ${status}` } };
    const messages = output.filter(({ type }) => type === "message");
    const refusal = messages.map(({ content }) => readRefusal(content)).join("");
    const content = messages.map((message) => readContent(message.content)).join("");
    const called = output.filter(({ type }) => type === "function_call");
    const toolCalls = nameCalls(called.map(({ call_id: id, name, arguments: text }) => ({ id, name, arguments: text })), callPrefix);
    const reason = status === "incomplete" ? (incomplete?.reason ?? "") : "";
    return {
        status: "replied",
        reply: {
            status: "replied",
            text: content === "" ? refusal : content,
            toolCalls,
            finish: parse_responses_reply_readFinish(reason, { hasCalls: toolCalls.length > 0, isRefusal: refusal !== "" }),
            usage: parseUsage(usage),
        },
        fields: { message: {}, calls: [] },
    };
}
function readRefusal(content) {
    const parsed = refusalSchema.safeParse(content);
    return parsed.success ? parsed.data.join("") : "";
}
function parse_responses_reply_readFinish(reason, { hasCalls, isRefusal }) {
    if (reason === "content_filter")
        return "refusal";
    if (reason !== "")
        return "length";
    if (hasCalls)
        return "tools";
    return isRefusal ? "refusal" : "stop";
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/find-refused-feature.js
const isUnsupported = /unsupported|(not|n't) (currently )?(support|allow|permit|available|accept)|not \w+ supported|unknown (name|parameter|field)|unrecognized|extra inputs|deprecated|only the default|only 1 is allowed|no endpoints found|cannot find field|requires? (the )?--/i;
/** By feature, in the order in which a refusal that names several is read: what costs least to leave out comes first. */
const signs = [
    { feature: "temperature", param: /^temperature$/, named: /temperature/i, also: /temperature.*must be/i },
    { feature: "seed", param: /^seed$/, named: /\bseed\b/i, also: /(?!)/ },
    {
        feature: "json",
        param: /^(response_format|text\.format)/,
        named: /response_format|json_object|json mode|structured output/i,
        also: /response_format.*must be|must contain the word/i,
    },
    {
        feature: "tools",
        param: /^(tools|tool_choice|functions)$/,
        named: /\btools?\b|\btool[ _](use|choice|calls?|calling)\b|function[ -]?call/i,
        also: /tool choice requires|--jinja|--enable-auto-tool-choice/i,
    },
];
/**
 * The feature that a refusal is about, of those that the request made use of, or null where it is about none of them.
 * Pure.
 */
function findRefusedFeature({ message, param, code }, used) {
    const says = isUnsupported.test(message) || /^unsupported/.test(code);
    const candidates = signs.filter(({ feature }) => used.has(feature));
    const named = candidates.find((sign) => sign.param.test(param) && (says || sign.also.test(message))) ??
        candidates.find((sign) => sign.also.test(message)) ??
        (says ? candidates.find((sign) => sign.named.test(message)) : undefined);
    return named?.feature ?? null;
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/read-retry-after.js
/**
 * How long a provider asks to wait, milliseconds, or null: `retry-after-ms`, `retry-after` in seconds or as an HTTP
 * date (RFC 9110, 10.2.3), Google's `retryDelay` in the body, and "try again in 1.5s" in the message. Pure.
 */
function readRetryAfter({ headers, message, body, }, 
/** ISO 8601. */
now) {
    const milliseconds = readNumber(headers["retry-after-ms"]);
    if (milliseconds !== null)
        return Math.round(milliseconds);
    const header = headers["retry-after"];
    const seconds = readNumber(header);
    if (seconds !== null)
        return Math.round(seconds * 1_000);
    // Without a name of a day it is no HTTP date, though Date.parse may find a year in it.
    const date = header === undefined || !/^[A-Z][a-z]{2}/.test(header) ? Number.NaN : Date.parse(header);
    if (!Number.isNaN(date))
        return Math.max(0, date - Date.parse(now));
    const delay = readNumber(/"retryDelay":\s*"([\d.]+)s"/.exec(body)?.[1]);
    if (delay !== null)
        return Math.round(delay * 1_000);
    const words = /(?:try again|retry|wait)(?: again)? (?:in|after|for) ((?:[\d.]+ ?(?:ms|seconds?|minutes?|[smh])\s?)+)/i.exec(message)?.[1];
    return words === undefined ? null : readDuration(words);
}
const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
function readDuration(words) {
    const parts = [...words.matchAll(/([\d.]+) ?(ms|[smh])/gi)];
    return Math.round(parts.reduce((sum, [, count, unit = "s"]) => sum + Number(count) * (unitMs[unit.toLowerCase()] ?? 0), 0));
}
function readNumber(text) {
    if (text === undefined || !/^\s*\d+(\.\d+)?\s*$/.test(text))
        return null;
    return Number(text);
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/read-failure.js


/** A provider that asks to wait longer than this has no quota left rather than too many requests. */
const longWaitMs = 3_600_000;
/** What a fault means. Providers disagree on statuses, so that words are read too, the clearest sign first. Pure. */
function readFailure(fault, { used, now, timeoutMs, }) {
    switch (fault.cause) {
        case "aborted":
            return { kind: "aborted", reason: "The call was stopped.", retryAfterMs: null };
        case "timeout":
            return { kind: "timeout", reason: `No reply came within ${timeoutMs / 1000} s.`, retryAfterMs: null };
        case "connection":
            return {
                kind: "outage",
                reason: `The connection failed: ${fault.detail}`,
                retryAfterMs: null,
                isBilled: fault.isSent,
            };
        case "too-large": {
            const reason = `The reply is larger than ${fault.maxBytes / 1_048_576} MiB.`;
            return { kind: "invalid", reason, retryAfterMs: null, isBilled: true };
        }
        case "unreadable":
            return { kind: "outage", reason: `The provider sent ${fault.detail}.`, retryAfterMs: null };
        case "refused": {
            const feature = isAboutFeatures(fault) ? findRefusedFeature(fault, used) : null;
            const retryAfterMs = readRetryAfter(fault, now);
            const kind = feature === null ? readKind(fault, retryAfterMs) : "unsupported";
            const reason = `HTTP ${fault.httpStatus}${fault.message === "" ? "" : `: ${fault.message}`}`;
            const charge = fault.isLate ? { isBilled: true } : isTurnedAway(fault, kind) ? { isBilled: false } : {};
            return { kind, ...(feature === null ? {} : { feature }), reason, retryAfterMs, ...charge };
        }
        default:
            return fault;
    }
}
/** Azure bills what its filter or the input's limit stopped, and a request that took too long, whatever the status. */
const readFirst = new Set(["refused", "too-long", "timeout"]);
/** Refused before any model saw it. Gateways' 500, 502 and 504 may come after one did. */
function isTurnedAway({ httpStatus }, kind) {
    return !readFirst.has(kind) && (httpStatus < 500 || httpStatus === 503 || httpStatus === 529);
}
function isAboutFeatures({ httpStatus }) {
    return [400, 404, 405, 415, 422, 500, 501].includes(httpStatus);
}
const read_failure_signs = {
    key: /api[ _-]?key (is )?(not valid|invalid|expired|not found)|invalid[ _](api[ _]key|x-api-key|token)|API_KEY_INVALID|authentication_error/i,
    money: /insufficient_quota|billing|credit balance|(insufficient|out of|no|more) (credits?|balance|funds)|spend(ing)? limit|hard_limit/i,
    quota: /exceeded your current quota|quota (has been )?(exceeded|exhausted)|usage limit|per day|daily/i,
    long: /context[ _](length|window|size)|context_length_exceeded|maximum context|(prompt|input|request|messages?)( \w+)? (is |are |was )?too (long|large)|too many (input )?tokens|token count[^.]* exceeds|tokens_limit_reached|exceeds? (the )?(model'?s? )?(maximum|limit|available)( \w+){0,3} (tokens|context)|reduce the length/i,
    unsafe: /content[ _]?(filter|policy|management)|responsible ?ai|moderation|flagged|usage polic|safety|prohibited_content/i,
};
function readKind({ httpStatus, message, code, body }, retryAfterMs) {
    const words = `${code} ${message} ${body}`;
    if (httpStatus === 401 || httpStatus === 407)
        return "authentication";
    if (httpStatus === 402)
        return "quota";
    if (httpStatus === 408 || httpStatus === 504)
        return "timeout";
    if (httpStatus === 413 || (httpStatus !== 403 && read_failure_signs.long.test(words)))
        return "too-long";
    if (httpStatus === 429)
        return readLimit(words, retryAfterMs);
    if (httpStatus === 403)
        return readForbidden(words);
    if (httpStatus >= 500)
        return "outage";
    if (httpStatus === 409 || httpStatus === 425)
        return "outage";
    if (read_failure_signs.key.test(words))
        return "authentication";
    if (read_failure_signs.money.test(words))
        return "quota";
    return read_failure_signs.unsafe.test(words) ? "refused" : "invalid";
}
/** Google says "exceeded your current quota" of a minute's limit too, and then how long to wait. */
function readLimit(words, retryAfterMs) {
    if (read_failure_signs.money.test(words) && retryAfterMs === null)
        return "quota";
    if (/insufficient_quota/.test(words) || (retryAfterMs ?? 0) > longWaitMs)
        return "quota";
    return read_failure_signs.quota.test(words) && retryAfterMs === null ? "quota" : "rate-limit";
}
function readForbidden(words) {
    if (read_failure_signs.money.test(words))
        return "quota";
    return read_failure_signs.unsafe.test(words) ? "refused" : "authentication";
}

// EXTERNAL MODULE: ./lib/src/adapters/redact.js + 1 modules
var redact = __webpack_require__(872);
;// CONCATENATED MODULE: ./lib/src/adapters/llm/shorten-reason.js

const shorten_reason_maxLength = 300;
/** A provider's words as one line that can be shown and kept, without the key. Pure. */
function shortenReason(words, key) {
    const hidden = (0,redact/* createRedactor */.l)(key === null ? [] : [key])(words);
    // The redactor leaves short values alone, which are ordinary words elsewhere.
    const bare = key === null || key === "" ? hidden : hidden.replaceAll(key, "[redacted]");
    const line = bare.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
    return line.length > shorten_reason_maxLength ? `${line.slice(0, shorten_reason_maxLength - 1)}…` : line;
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/to-call-fault.js


/** What the SDK threw, as plain data. The SDK is handed in, since it is loaded with the first call alone. Pure. */
function toCallFault(error, sdk) {
    if (error instanceof sdk.APIUserAbortError)
        return { cause: "aborted" };
    const tooLarge = listCauses(error).find((cause) => cause instanceof ReplyTooLargeError);
    if (tooLarge !== undefined)
        return { cause: "too-large", maxBytes: tooLarge.maxBytes };
    if (error instanceof sdk.APIConnectionTimeoutError)
        return { cause: "timeout" };
    if (error instanceof SyntaxError)
        return { cause: "unreadable", detail: "JSON that breaks off or is none" };
    if (!(error instanceof sdk.APIError) || error.status === undefined)
        return { cause: "connection", ...describeConnection(error) };
    const { status, code, type, param, headers } = error;
    return {
        cause: "refused",
        httpStatus: status,
        isLate: false,
        message: readMessage(error.error),
        code: [code, type].find((word) => typeof word === "string" && word !== "") ?? "",
        param: typeof param === "string" ? param : "",
        headers: Object.fromEntries(headers ?? []),
        body: JSON.stringify(error.error ?? null),
    };
}
function readMessage(error) {
    if (typeof error !== "object" || error === null || !("message" in error))
        return "";
    return typeof error.message === "string" ? error.message : JSON.stringify(error.message);
}
/** Codes of Node.js and undici for connections that never came to be; ports that fetch bars have none. */
const unsent = /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_(TLS|SSL)_\w+|\w*CERT\w*)$/;
/** The innermost cause says most: "connect ECONNREFUSED 127.0.0.1:11434" rather than "fetch failed". */
function describeConnection(error) {
    const [innermost] = listCauses(error).toReversed();
    const text = (0,errors/* describeError */.Uc)(innermost);
    const code = innermost instanceof Error && "code" in innermost ? String(innermost.code) : "";
    return { detail: text === "" ? code : text, isSent: !unsent.test(code) && text !== "bad port" };
}
function listCauses(error) {
    const causes = [];
    for (let cause = error; cause !== undefined && causes.length < 8;) {
        causes.push(cause);
        cause = cause instanceof Error ? cause.cause : undefined;
    }
    return causes;
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/create-llm-client.js











/** A refusal of the shape is followed by the request in another one; there are three shapes. */
const maxShapes = 3;
/**
 * A model behind an interface like OpenAI's. The SDK is loaded with the first call. A call is one request, save that
 * one which was refused for its shape (`findOtherShape`) is put again in the other shape, which is kept from then on.
 */
function createLlmClient(input, { clock }) {
    const { preset, model, maxReplyBytes = 4 * 1_048_576 } = input;
    const fields = createReturnedFieldStore();
    let shape = { api: preset.api, outputLimit: preset.outputLimit };
    let opened;
    async function ask(request, shape) {
        opened ??= openSdk(input, maxReplyBytes);
        const loaded = await opened.catch((error) => {
            opened = undefined;
            return { cause: "connection", detail: (0,errors/* describeError */.Uc)(error), isSent: false };
        });
        if ("cause" in loaded)
            return { status: "fault", fault: loaded };
        const { sdk, client } = loaded;
        const body = { preset, model, shape, fields };
        const isChat = shape.api === "chat";
        try {
            const answer = await client.post(isChat ? "/chat/completions" : "/responses", {
                body: isChat ? buildChatBody(request, body) : buildResponsesBody(request, body),
                timeout: request.timeoutMs,
                maxRetries: 0,
                ...(request.signal === undefined ? {} : { signal: request.signal }),
            });
            const callPrefix = `call_${request.messages.length}_`;
            return isChat
                ? parseChatReply(answer, { preset, callPrefix })
                : parseResponsesReply(answer, { callPrefix });
        }
        catch (error) {
            return { status: "fault", fault: toCallFault(error, sdk) };
        }
    }
    function fail(fault, request, startedMs) {
        const { timeoutMs } = request;
        const failure = readFailure(fault, { used: listUsed(request), now: clock.now(), timeoutMs });
        const reason = shortenReason(failure.reason, input.key);
        return { status: "failed", ...failure, reason, latencyMs: clock.elapsedMs() - startedMs };
    }
    return {
        provider: preset.provider,
        model,
        async complete(request) {
            const startedMs = clock.elapsedMs();
            if (request.signal?.aborted === true) {
                const reason = "The call was stopped.";
                return {
                    status: "failed",
                    kind: "aborted",
                    reason,
                    retryAfterMs: null,
                    isBilled: false,
                    latencyMs: 0,
                };
            }
            for (let tries = 1;; tries += 1) {
                const parsed = await ask(request, shape);
                if (parsed.status === "replied") {
                    const { reply } = parsed;
                    fields.keep({ content: reply.text, toolCalls: reply.toolCalls }, parsed.fields);
                    return { ...reply, latencyMs: clock.elapsedMs() - startedMs };
                }
                const { fault } = parsed;
                const other = tries < maxShapes && isShapeRefusal(fault) ? findOtherShape(fault.message, shape) : null;
                if (other === null)
                    return fail(fault, request, startedMs);
                shape = other;
            }
        },
    };
}
async function openSdk({ preset, key, baseUrl }, maxBytes) {
    const sdk = await __webpack_require__.e(/* import() */ 802).then(__webpack_require__.bind(__webpack_require__, 8802));
    const isBearer = preset.keyHeader === "authorization" && key !== null;
    const client = new sdk.OpenAI({
        baseURL: baseUrl,
        // The SDK looks for these in the environment unless it is told that there are none.
        apiKey: key ?? "none",
        adminAPIKey: null,
        organization: null,
        project: null,
        webhookSecret: null,
        // It logs to the console otherwise, headers too where OPENAI_LOG says so.
        logLevel: "off",
        maxRetries: 0,
        defaultHeaders: {
            ...preset.headers,
            ...(isBearer ? {} : { authorization: null }),
            ...(preset.keyHeader === "api-key" && key !== null ? { "api-key": key } : {}),
        },
        fetch: createBoundedFetch({ maxBytes, headers: ["api-key", ...Object.keys(preset.headers)] }),
    });
    return { sdk, client };
}
function isShapeRefusal(fault) {
    return fault.cause === "refused" && [400, 404, 422].includes(fault.httpStatus);
}
function listUsed(request) {
    const { tools, temperature, seed, format } = request;
    const used = [
        tools.length > 0 && "tools",
        temperature !== null && "temperature",
        seed !== null && "seed",
        format === "json" && "json",
    ];
    return new Set(used.filter((feature) => feature !== false));
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/find-endpoint.js

/**
 * Base URL and key of a preset: the configured base URL, else the one that the environment names, else the preset's own
 * with its places filled from the environment. Keys come from the environment alone. Pure.
 *
 * @throws MODEL_URL_MISSING, MODEL_URL_INVALID, MODEL_KEY_MISSING and MODEL_KEY_INVALID, each naming the setting or the variable
 */
function findEndpoint(preset, { baseUrl, environment }) {
    const found = baseUrl !== "" ? baseUrl : (find_endpoint_readFirst(preset.baseUrlVariables, environment) ?? fill(preset, environment));
    const key = find_endpoint_readFirst(preset.keyVariables, environment);
    const url = checkUrl(found, preset);
    if (key === null && preset.isKeyRequired) {
        throw (0,errors/* usageError */.Wp)({
            code: "MODEL_KEY_MISSING",
            message: `The key for ${preset.provider} is missing: ${preset.keyVariables.join(" or ")} is not set.`,
            hint: `Set ${preset.keyVariables[0] ?? ""} in the environment; keys are never read from the config file.`,
        });
    }
    if (key !== null && !/^[\x21-\x7e]+$/.test(key)) {
        throw (0,errors/* usageError */.Wp)({
            code: "MODEL_KEY_INVALID",
            message: `The key for ${preset.provider} holds a space or another character that no key has.`,
            hint: `Look at ${preset.keyVariables.join(" and ")} in the environment.`,
        });
    }
    return { baseUrl: url, key };
}
function fill(preset, environment) {
    return preset.baseUrl.replaceAll(/\{(\w+)\}/g, (_place, name) => {
        const variables = preset.places[name] ?? [];
        const value = find_endpoint_readFirst(variables, environment);
        if (value !== null)
            return value.replace(/\/+$/, "");
        const own = [...variables, ...preset.baseUrlVariables];
        throw (0,errors/* usageError */.Wp)({
            code: "MODEL_URL_MISSING",
            message: `The base URL of ${preset.provider} is not known.`,
            hint: `Give --base-url, or \`brain.llm.baseUrl\` in the config file${own.length === 0 ? "" : `, or set ${own.join(" or ")}`}.`,
        });
    });
}
function checkUrl(text, { provider }) {
    const url = URL.canParse(text) ? new URL(text) : null;
    const fault = findFault(url);
    if (url === null || fault !== null) {
        // A URL may hold a password, so that it is not repeated.
        throw (0,errors/* usageError */.Wp)({
            code: "MODEL_URL_INVALID",
            message: `The base URL of ${provider} ${fault ?? "is no URL"}.`,
            hint: "Give one such as https://models.example.com/v1, without what comes after it in a request.",
        });
    }
    return url.href.replace(/\/+$/, "");
}
function findFault(url) {
    if (url === null)
        return "is no URL";
    if (url.protocol !== "https:" && url.protocol !== "http:")
        return `begins with ${url.protocol}`;
    if (url.username !== "" || url.password !== "")
        return "holds a name or a password; the key has a variable";
    if (url.search !== "" || url.hash !== "")
        return "has a query";
    return /\/(chat\/completions|responses)\/?$/.test(url.pathname) ? "ends in the path of a request" : null;
}
function find_endpoint_readFirst(names, environment) {
    for (const name of names) {
        const value = environment[name]?.trim() ?? "";
        if (value !== "")
            return value;
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/prices.js
/** When the table was last looked up. */
const pricesReadOn = "2026-11-21";
/**
 * Prices of current models at their own providers, for requests of usual length (OpenAI below 272,000 input tokens,
 * Gemini Pro 200,000, Haiku 100,000). OpenAI charges 1.25 times the input since GPT-5.6 for what it writes to its cache,
 * which it does by itself: that is the input price here. Prices that are announced to rise stand as they will be, and
 * a cached price that is not known as the input's, so that a budget errs on the safe side.
 *
 * Looked up in copies of, and reports on, developers.openai.com/api/docs/pricing,
 * platform.claude.com/docs/en/about-claude/pricing and ai.google.dev/gemini-api/docs/pricing. Models on which those
 * disagreed are left out.
 */
const prices = {
    openai: {
        "gpt-6-astra": price(12.5, 1, 50),
        "gpt-6.1-sol": price(2.5, 0.1, 10),
        "gpt-6-sol": price(2.5, 0.2, 10),
        "gpt-6.1-terra": price(1.25, 0.05, 5),
        "gpt-6-luna": price(0.125, 0.01, 0.5),
        "gpt-5.6-terra": price(2.5, 0.2, 12),
        "gpt-5.6-luna": price(0.25, 0.02, 1.2),
    },
    anthropic: {
        "claude-opus-5-5": price(4, 0.2, 20),
        "claude-opus-5": price(5, 0.5, 25),
        "claude-sonnet-5-5": price(2, 0.1, 10),
        "claude-haiku-5-5": price(0.1, 0.01, 0.5),
        "claude-haiku-4-5": price(1, 0.1, 5),
    },
    gemini: {
        "gemini-3.8-flash": price(1.5, 1.5, 7.5),
        "gemini-3.5-flash": price(1.5, 1.5, 9),
        "gemini-3.5-flash-lite": price(0.3, 0.3, 2.5),
        "gemini-3.1-pro-preview": price(2, 2, 12),
    },
};
function price(inputPerMillion, cachedPerMillion, outputPerMillion) {
    return { inputPerMillion, cachedPerMillion, outputPerMillion };
}

;// CONCATENATED MODULE: ./lib/src/adapters/llm/find-price.js


/** Providers name a version of a model by a date behind its name, which changes no price. */
const version = /-(\d{4}-\d{2}-\d{2}|\d{8})$/;
/**
 * A model's price, or null where it is unknown. The config's word comes first, for `provider/model` before `model`;
 * then what the preset says. A model of a name that the table does not hold has no price: no family's name is guessed
 * from. Pure.
 */
function findPrice({ provider, model, overrides, }) {
    const override = findOwn(overrides, `${provider}/${model}`) ?? findOwn(overrides, model);
    if (override !== undefined) {
        const { input, cached = input, output } = override;
        return { inputPerMillion: input, cachedPerMillion: cached, outputPerMillion: output };
    }
    const { prices: source } = presets[provider];
    switch (source) {
        case "free":
            return { inputPerMillion: 0, cachedPerMillion: 0, outputPerMillion: 0 };
        case "table": {
            const table = prices[provider] ?? {};
            return findOwn(table, model) ?? findOwn(table, model.replace(version, "")) ?? null;
        }
        case "config":
            return null;
        default:
            return source;
    }
}
/** A model can be called anything, `constructor` too. */
function findOwn(table, name) {
    return Object.hasOwn(table, name) ? table[name] : undefined;
}

;// CONCATENATED MODULE: ./lib/src/open-models.js





/**
 * The configured models in the user's order: `brain.llm` itself, then `brain.llm.models`. Nothing is asked, and no SDK
 * is loaded, before the first call.
 *
 * @throws MODEL_MISSING where none is named, and the usage errors of `findEndpoint`
 */
function openModels({ brain, prices }, { clock, environment }) {
    const { provider, model, baseUrl, models: others } = brain.llm;
    const models = [...(model === "" ? [] : [{ provider, model, baseUrl, for: [] }]), ...others];
    if (models.length === 0) {
        throw (0,errors/* usageError */.Wp)({
            code: "MODEL_MISSING",
            message: "No model is named for the brain `llm`.",
            hint: "Give --model, or `brain.llm.model` in the config file.",
        });
    }
    return models.map(({ provider, model, baseUrl, for: purposes }) => {
        const preset = presets[provider];
        const { contextTokens, ...capabilities } = preset.capabilities;
        const endpoint = findEndpoint(preset, { baseUrl, environment });
        const { protocol, hostname } = new URL(endpoint.baseUrl);
        const isExposed = protocol === "http:" && endpoint.key !== null && !loopback.test(hostname);
        return {
            llm: createLlmClient({ preset, model, ...endpoint }, { clock }),
            for: purposes,
            price: findPrice({ provider, model, overrides: prices }),
            capabilities,
            contextTokens,
            keyVariables: preset.keyVariables,
            host: hostname,
            note: [preset.note, isExposed ? exposed : ""].filter((part) => part !== "").join(" "),
        };
    });
}
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const exposed = "Its key and your code go over the network as plain text, since its URL begins with http:.";

;// CONCATENATED MODULE: ./lib/src/find-models.js





/** Methods that are nothing without a model: somebody has to plan, review and write tests. */
const needModel = ["plan-build-review", "test-driven"];
/**
 * The models that a campaign may ask: none for the brains `search` and `none`, and none for `auto` where the
 * configuration names none. Nothing is asked.
 *
 * @throws MODEL_MISSING, METHOD_NEEDS_MODEL, and the usage errors of `openModels` and `checkPrices`
 */
function findModels(config, { clock, environment }) {
    const models = isModelWanted(config) ? openModels(config, { clock, environment }) : [];
    checkPrices(models.map(({ llm, price }) => ({ provider: llm.provider, model: llm.model, price })), (0,resolve_limits/* resolveLimits */.f)(config));
    const { kind } = config.method;
    if (models.length > 0 || config.brain.kind === "none" || !needModel.includes(kind))
        return models;
    throw (0,errors/* usageError */.Wp)({
        code: "METHOD_NEEDS_MODEL",
        message: `The method ${kind} needs a model, and the brain \`${config.brain.kind}\` has none.`,
        hint: "Name one with --provider and --model, or use --method direct.",
    });
}

;// CONCATENATED MODULE: ./lib/src/issue-needs-model.js

/** The usage error `ISSUE_NEEDS_MODEL`, with what to do about it where the campaign was started: by flags, or as an action. */
function issueNeedsModel({ title }, { brain, isResume, isAction, }) {
    const otherwise = isResume
        ? "start a new campaign to work on what the gates fail"
        : "leave --issue out to work on what the gates fail";
    const hint = isAction
        ? "Give the action the inputs `provider`, `model` and `api-key`; or take the label off the issue, and leave `issue` out, to work on what the gates fail."
        : `Name one with --provider and --model, or ${otherwise}.`;
    return (0,errors/* usageError */.Wp)({
        code: "ISSUE_NEEDS_MODEL",
        message: `The issue "${title}" needs a model, to write a test that shows it; the brain \`${brain}\` has none here.`,
        hint,
    });
}

// EXTERNAL MODULE: ./lib/src/memory/lesson-index.js + 1 modules
var lesson_index = __webpack_require__(8617);
// EXTERNAL MODULE: ./lib/src/memory/lesson-row.js
var lesson_row = __webpack_require__(1047);
// EXTERNAL MODULE: ./lib/src/memory/memory-files.js
var memory_files = __webpack_require__(7099);
// EXTERNAL MODULE: ./lib/src/memory/parse-lessons.js
var parse_lessons = __webpack_require__(4099);
;// CONCATENATED MODULE: ./lib/src/memory/open-lesson-index.js
var open_lesson_index_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var open_lesson_index_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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









/** Changes with the index's tables or with what goes into them, so that an older file is made anew. */
const indexVersion = "4";
/** No index takes this long to make. */
const leftoverMs = 60 * 60_000;
/**
 * Opens the index of the memory branch at `path`. It is keyed by the hashes of the branch's lesson files: while they
 * are the same it is used as it is, otherwise it is made anew beside the old one and put in its place in one step.
 */
async function openLessonIndex({ path }, { git }) {
    const commit = await git.resolveCommit((0,memory_files/* memoryRef */.hX)(git.prefix));
    const key = await readKey(commit, git);
    const existing = openExisting(path, key);
    if (existing !== null) {
        return { index: existing, damaged: [] };
    }
    await removeLeftovers(path);
    const building = `${path}.${(0,external_node_crypto_.randomUUID)()}.tmp`;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    try {
        const damaged = await buildIndex({ path: building, key, commit }, git);
        await flush(building);
        await (0,promises_.rename)(building, path);
        return { index: (0,lesson_index/* createLessonIndex */.n)(new external_node_sqlite_.DatabaseSync(path)), damaged };
    }
    finally {
        await (0,promises_.rm)(building, { force: true });
    }
}
async function readKey(commit, git) {
    const files = commit === null ? [] : await git.listFiles(commit);
    const hashes = memory_files/* lessonFileNames */.rv.map((name) => files.find(({ path }) => path === name)?.hash ?? "");
    return (0,digest/* digest */.b)(indexVersion, ...hashes);
}
/** The index at `path` when it is whole and of this key; null otherwise, also when it is no database at all. */
function openExisting(path, key) {
    let database = null;
    try {
        database = new external_node_sqlite_.DatabaseSync(path, { readOnly: true });
        const found = database.prepare("SELECT value FROM meta WHERE name = 'key'").get()?.value;
        database.close();
        return found === key ? (0,lesson_index/* createLessonIndex */.n)(new external_node_sqlite_.DatabaseSync(path)) : null;
    }
    catch {
        if (database?.isOpen === true)
            database.close();
        return null;
    }
}
async function buildIndex({ path, key, commit }, git) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const database = new external_node_sqlite_.DatabaseSync(path);
        // The file is of no use until it is complete, and then it is flushed as a whole.
        database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536");
        const index = open_lesson_index_addDisposableResource(env_1, (0,lesson_index/* createLessonIndex */.n)(database), false);
        const texts = [];
        for (const file of commit === null ? [] : memory_files/* lessonFileNames */.rv) {
            texts.push({ file, text: (await git.readFile(commit ?? "", file))?.toString("utf8") ?? "" });
        }
        const damaged = [];
        index.add(readRows(texts, damaged));
        database.exec("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
        database.prepare("INSERT INTO meta VALUES ('key', ?)").run(key);
        return damaged;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        open_lesson_index_disposeResources(env_1);
    }
}
/** One row at a time, so that a large memory is never in memory as rows. What is no lesson goes to `damaged`. */
function* readRows(texts, damaged) {
    for (const { file, text } of texts) {
        for (const { line, text: entry } of (0,parse_lessons/* listLines */.i4)(text)) {
            const row = (0,lesson_row/* parseLessonRow */.g)(entry);
            if (row === null)
                damaged.push({ file, line, reason: "it is no lesson", text: entry });
            else
                yield row;
        }
    }
}
async function flush(path) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const file = open_lesson_index_addDisposableResource(env_2, await (0,promises_.open)(path, "r+"), true);
        await file.sync();
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_1 = open_lesson_index_disposeResources(env_2);
        if (result_1)
            await result_1;
    }
}
/** Removes half-made indexes of processes that were killed; a young one may be another's at work. */
async function removeLeftovers(path) {
    const folder = (0,external_node_path_.dirname)(path);
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    for (const name of names) {
        if (!name.startsWith(`${(0,external_node_path_.basename)(path)}.`) || !name.endsWith(".tmp"))
            continue;
        const leftover = (0,external_node_path_.join)(folder, name);
        const state = await (0,promises_.stat)(leftover).catch(() => null);
        if (state !== null && Date.now() - state.mtimeMs > leftoverMs)
            await (0,promises_.rm)(leftover, { force: true });
    }
}

// EXTERNAL MODULE: ./lib/src/memory/recall.js
var memory_recall = __webpack_require__(5575);
// EXTERNAL MODULE: ./lib/src/open-capabilities.js + 10 modules
var open_capabilities = __webpack_require__(2937);
// EXTERNAL MODULE: ./lib/src/open-sandboxes.js + 43 modules
var open_sandboxes = __webpack_require__(8926);
;// CONCATENATED MODULE: ./lib/src/refuse-key-in-reach.js

/**
 * A runner's job holds the model's key in its environment, where code of the same user can read it. Candidate code that
 * is not isolated is such code. Throws the usage error `KEY_IN_REACH`.
 */
function refuseKeyInReach({ isolation, models, environment, }) {
    if (isolation === "bubblewrap" || (environment.GITHUB_ACTIONS ?? "") === "")
        return;
    const held = models.flatMap(({ keyVariables = [] }) => keyVariables);
    const variable = held.find((name) => (environment[name] ?? "") !== "");
    if (variable === undefined)
        return;
    throw (0,errors/* usageError */.Wp)({
        code: "KEY_IN_REACH",
        message: `Candidate code is not isolated on this runner, and could read the model's key from ${variable}.`,
        hint: "Leave `isolation` out, so that it is required, or run with `brain: search`, which needs no key.",
    });
}

;// CONCATENATED MODULE: ./lib/src/refuse-unsafe.js

/** What a person who starts a campaign without safety is told. */
const unsafeWarning = {
    message: "Safety is off: what policy denies is recorded and refused no more. Every promotion is marked unsafe.",
    hint: "Nothing of this campaign is ever published, and later campaigns with safety set its promotions aside.",
};
/**
 * A campaign without safety is an experiment on one machine: where its promotions could reach others it is refused.
 * Throws the usage error `UNSAFE_IN_ACTIONS`.
 */
function refuseUnsafe(safety, environment) {
    if (safety === "on" || (environment.GITHUB_ACTIONS ?? "") === "")
        return;
    throw (0,errors/* usageError */.Wp)({
        code: "UNSAFE_IN_ACTIONS",
        message: "--no-safety is for experiments on one machine, and this is a GitHub Actions runner.",
        hint: "Leave --no-safety out; a campaign that was started with it cannot be resumed here.",
    });
}

// EXTERNAL MODULE: ./lib/src/restrict-commands.js
var restrict_commands = __webpack_require__(3019);
;// CONCATENATED MODULE: ./lib/src/start-campaign.js
var start_campaign_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var start_campaign_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * Checks the repository, takes the lock, finds the gates, opens journal, memory and sandboxes, and writes the first
 * event. Wrong use is thrown before anything is written.
 *
 * Throws the usage errors of `checkRepository`, `findGates`, `openCapabilities`, `checkModelHosts`, `checkCommands`, `findResumable` and
 * `lockCampaign`, and `ISOLATION_MISSING`, `UNSAFE_IN_ACTIONS` and those of `findModels`.
 */
async function startCampaign(input, repository) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { git, clock, paths, loaded } = repository;
        const models = findModels(loaded.config, repository);
        const stack = start_campaign_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const { sacred } = await checkRepository({ configuredSacred: loaded.config.branches.sacred, stateRoot: paths.root }, { git });
        const { gates } = await (0,find_gates/* findGates */.u)(repository, sacred.commit);
        const capabilities = await (0,open_capabilities/* openCapabilities */.r)({ commit: sacred.commit, sacred: sacred.branch }, { git });
        await checkModelHosts(models, capabilities);
        await (0,restrict_commands/* checkCommands */.D)({ gates, setup: loaded.config.sandbox.setup }, capabilities);
        const previous = input.isResume ? await findResumable(paths.campaigns) : null;
        const campaign = previous?.campaign ?? (0,campaign_name/* nameCampaign */.U)(clock.now());
        const config = previous === null ? loaded.config : keepLimits(loaded.config, previous);
        const issue = previous === null ? (input.issue ?? null) : previous.issue;
        if (issue !== null && models.length === 0)
            throw issueNeedsModel(issue, {
                brain: loaded.config.brain.kind,
                isResume: previous !== null,
                isAction: repository.environment.GITHUB_ACTIONS !== undefined,
            });
        const isDryRun = previous?.isDryRun ?? input.isDryRun;
        const asked = input.isUnsafe === true ? "off" : "on";
        const safety = previous?.safety ?? asked;
        refuseUnsafe(safety, repository.environment);
        if (input.isPreview !== true)
            stack.use(await lockCampaign({ commonDir: git.commonDir, campaign }, { clock }));
        const warnings = [];
        const onWarning = (message, hint = "") => void warnings.push({ message, hint });
        const unused = previous === null
            ? []
            : [
                ...findUnusedFlags(repository.loaded),
                ...(asked === "off" && safety === "on" ? ["--no-safety"] : []),
                ...((input.issue ?? null) === null ? [] : ["--issue"]),
            ];
        if (unused.length > 0) {
            const message = `${unused.join(", ")} does not count: a resumed campaign keeps the limits, the seed, the issue and the safety that it began with.`;
            onWarning(message, "Start a new campaign to have other ones.");
        }
        const idle = findIdleFlags(loaded);
        if (idle.length > 0) {
            const message = `${idle.join(", ")} does not count: the brain \`${loaded.config.brain.kind}\` asks no model here.`;
            onWarning(message, "Name a model with --model, and give --brain auto or llm.");
        }
        if (issue !== null && !gates.some(({ kind }) => kind === "tests")) {
            const message = `The issue "${issue.title}" cannot be worked on: a test has to show it first, and no gate runs tests.`;
            onWarning(message, "Give the project a gate of kind tests.");
        }
        const { sandboxes, isolation } = await (0,open_sandboxes/* openSandboxes */.u)({ campaign, config, sacred, isDryRun, onWarning, capabilities, signal: input.signal }, repository);
        stack.use(sandboxes);
        refuseKeyInReach({ isolation: isolation.kind, models, environment: repository.environment });
        const { index, damaged } = await openLessonIndex({ path: paths.memoryIndex }, { git });
        const recall = stack.use((0,memory_recall/* createRecall */.Y)(index));
        for (const lesson of await (0,find_unstored_lessons/* findUnstoredLessons */.P)(paths.campaigns))
            recall.learn(lesson);
        const journal = await (0,journal_file/* openJournal */._)({ path: paths.journal(campaign), clock });
        stack.defer(() => journal.close());
        const wrapped = input.wrapJournal?.(journal) ?? journal;
        const { environment } = repository;
        const secrets = await findKnownSecrets({ environment, config, commit: sacred.commit }, { git });
        const { signal, onEvent, onProgress } = input;
        const deps = (0,create_deps/* createDeps */.F)({
            campaign,
            config,
            gates,
            journal: wrapped,
            secrets,
            recall,
            capabilities,
            models,
            sandboxes,
            isDryRun,
            signal,
            onEvent,
            onProgress,
        }, repository);
        if (deps.log.state().campaign === "") {
            await deps.log.append({
                type: "campaign-started",
                campaign,
                goal: config.goal,
                issue,
                sacred: sacred.branch,
                base: sacred.commit,
                masterRef: (0,ref_names/* nameRefs */.O)(git.prefix).master,
                brain: nameBrains(deps.brains),
                method: config.method.kind,
                seed: config.brain.seed,
                isDryRun,
                safety,
                isolation,
                gates: gates.map(({ name, kind, command }) => ({ name, kind, command: describeCommand(command) })),
                limits: { ...config.stop },
            });
        }
        else {
            await deps.log.append({ type: "campaign-resumed", processId: process.pid });
        }
        if (safety === "off")
            onWarning(unsafeWarning.message, unsafeWarning.hint);
        const uncommitted = warnOfUncommitted(await countUncommitted({ git }));
        if (uncommitted !== null)
            onWarning(uncommitted.message, uncommitted.hint);
        if (damaged.length > 0)
            onWarning(`${damaged.length} lines of the memory branch could not be read and were set aside.`);
        for (const { line, reason } of journal.damaged)
            onWarning(`Line ${line} of the journal was set aside: ${reason}.`);
        for (const warning of warnings)
            await deps.log.append({ type: "warning", ...warning });
        const owned = stack.move();
        return { deps, [Symbol.asyncDispose]: () => owned.disposeAsync() };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = start_campaign_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** A resumed campaign keeps the limits and the seed that it was started with. */
function keepLimits(config, { limits, seed }) {
    return { ...config, stop: { ...limits }, brain: { ...config.brain, seed } };
}
function findUnusedFlags({ origins }) {
    const flags = [...origins].filter(([, origin]) => origin === "flag").map(([path]) => path);
    return flags.filter((path) => path === "brain.seed" || path.startsWith("stop."));
}
function describeCommand(command) {
    return typeof command === "string" ? command : command.join(" ");
}

;// CONCATENATED MODULE: ./lib/src/run-campaign-job.js
var run_campaign_job_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_campaign_job_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * A campaign as a step of a workflow: makes the runner ready, runs it, and leaves bundle, outputs, annotations and the
 * summary, however it ended. Gives the exit code: 1 where the campaign failed. Asked to stop, it writes what there is
 * before the runner kills it.
 *
 * Throws what `openForJob`, `readAsked` and `startCampaign` throw.
 */
async function runCampaignJob(input, deps) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { runner, context } = deps;
        const { repository, deadlineMs } = await openForJob(input, deps);
        const issue = await readAsked(input.issue, context);
        const stop = run_campaign_job_addDisposableResource(env_1, openJobStop({ deadlineMs, onStop: (reason) => runner.print(`Stopping: ${reason}.`) }), false);
        const started = run_campaign_job_addDisposableResource(env_1, await startCampaign({
            ...{ isDryRun: input.dryRun, isResume: false, issue, signal: stop.signal },
            ...{ onEvent: (0,show_job_log/* showJobLog */.z)(runner), onProgress: () => { } },
        }, repository), true);
        // What is saved beside a campaign that takes long to stop, and what it leaves itself, are one folder.
        const inTurn = (0,p_limit/* default */.A)(1);
        const save = () => inTurn(() => saveBundle({ folder: input.bundle, repository: context.repository, nightshift: (0,read_version/* readVersion */.$)() }, started.deps));
        stop.onLastCall(async () => tellOutputs(runner, started.deps.log.state(), await save(), input.bundle));
        const state = await runCampaign(started.deps);
        const saved = await save();
        tellOutputs(runner, state, saved, input.bundle);
        for (const { level, title, message } of listAnnotations(state))
            runner.annotate(level, message, title);
        const reproduce = renderReproduction(input.flags);
        runner.appendSummary((0,cut_summary/* cutSummary */.H)(renderJobSummary({ state, reproduce, leftOut: saved.leftOut })));
        return state.status === "failed" ? 1 : 0;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_campaign_job_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function tellOutputs(runner, state, { id }, folder) {
    const { inputTokens, outputTokens } = state.modelSpend;
    const outputs = {
        campaign: state.campaign,
        "stop-reason": state.stopReason ?? "STOPPED",
        promoted: String(state.promoted),
        rejected: String(state.rejected),
        "cost-usd": String(state.costUsd),
        tokens: String(inputTokens + outputTokens),
        bundle: id === null ? "" : folder,
        "bundle-id": id ?? "",
        base: state.base,
    };
    for (const [name, value] of Object.entries(outputs))
        runner.setOutput(name, value);
}


/***/ })

};
