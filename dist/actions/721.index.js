export const id = 721;
export const ids = [721];
export const modules = {

/***/ 6721:
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
    ...{ runner, environment, secrets: [] },
    outputs: { bundle: "", verdict: "", "verdict-file": "", verified: "0", dropped: "0" },
}, async () => {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInputs */ .TL)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyInputs */ .fn, runner.readInput);
    const context = (0,_src_adapters_actions_read_actions_context_js__WEBPACK_IMPORTED_MODULE_1__/* .readActionsContext */ .D)(environment);
    const { runVerifyJob } = await Promise.all(/* import() */[__webpack_require__.e(687), __webpack_require__.e(164), __webpack_require__.e(32), __webpack_require__.e(39)]).then(__webpack_require__.bind(__webpack_require__, 8039));
    return runVerifyJob(inputs, { runner, context, environment });
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};
