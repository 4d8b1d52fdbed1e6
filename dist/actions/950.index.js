export const id = 950;
export const ids = [950];
export const modules = {

/***/ 4950:
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
    ...{ runner, environment, secrets: [runner.readInput("api-key")] },
    outputs: {
        ...{
            campaign: "",
            "stop-reason": "FAILED",
            promoted: "0",
            rejected: "0",
            "cost-usd": "0",
            tokens: "0",
        },
        ...{ bundle: "", "bundle-id": "", base: "" },
    },
}, async () => {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInputs */ .TL)(_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .campaignInputs */ .gQ, runner.readInput);
    const context = (0,_src_adapters_actions_read_actions_context_js__WEBPACK_IMPORTED_MODULE_1__/* .readActionsContext */ .D)(environment);
    const { runCampaignJob } = await Promise.all(/* import() */[__webpack_require__.e(687), __webpack_require__.e(164), __webpack_require__.e(500)]).then(__webpack_require__.bind(__webpack_require__, 500));
    return runCampaignJob({ ...inputs, flags: inputs }, { runner, context, environment });
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};
