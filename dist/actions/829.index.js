export const id = 829;
export const ids = [829];
export const modules = {

/***/ 829:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_adapters_actions_create_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6998);
/* harmony import */ var _src_adapters_actions_read_actions_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5947);
/* harmony import */ var _src_run_job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2684);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4553);




const environment = process.env;
const runner = (0,_src_adapters_actions_create_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .createRunner */ .j)({ environment, write: (text) => process.stdout.write(text) });
process.exitCode = await (0,_src_run_job_js__WEBPACK_IMPORTED_MODULE_2__/* .runJob */ .b)({
    ...{ runner, environment, secrets: [runner.readInput("github-token")] },
    outputs: { "pull-requests": "[]", status: "failed" },
}, async () => {
    const { githubToken: token, ...inputs } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInputs */ .TL)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .publishInputs */ .vZ, runner.readInput);
    const context = (0,_src_adapters_actions_read_actions_context_js__WEBPACK_IMPORTED_MODULE_1__/* .readActionsContext */ .D)(environment);
    const { runPublishJob } = await Promise.all(/* import() */[__webpack_require__.e(687), __webpack_require__.e(32), __webpack_require__.e(454)]).then(__webpack_require__.bind(__webpack_require__, 7454));
    return runPublishJob({ ...inputs, token }, { runner, context });
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};
