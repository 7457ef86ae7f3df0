export const id = 712;
export const ids = [712,993];
export const modules = {

/***/ 8712:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _run_run_mode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2668);
/* harmony import */ var _run_step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6993);
/* harmony import */ var _run_tell_bug_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3891);



await (0,_run_step_js__WEBPACK_IMPORTED_MODULE_2__.runStep)(_run_run_mode_js__WEBPACK_IMPORTED_MODULE_0__/* .runMode */ .r, _run_tell_bug_js__WEBPACK_IMPORTED_MODULE_1__.tellBug);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ runMode)
/* harmony export */ });
/* harmony import */ var _apply_export_variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3282);
/* harmony import */ var _plan_netrc_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7053);
/* harmony import */ var _plan_read_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5733);
/* harmony import */ var _plan_read_runner_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4840);
/* harmony import */ var _platform_workflow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8008);
/* harmony import */ var _report_annotations_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5594);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7675);
/* harmony import */ var _modes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6814);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3418);
/** Inputs → the mode that was asked for → everything told. The exit code is the step's. */









/** The main step, from the runner's environment. Resolves to the exit code. */
async function runMode() {
    const startedAt = Date.now();
    const runner = (0,_plan_read_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .readRunner */ .f)(process.env, process.platform, process.arch);
    const read = (0,_plan_read_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .K)(_platform_workflow_js__WEBPACK_IMPORTED_MODULE_4__/* .givenInput */ .CB, runner.workspace);
    if (!read.ok) {
        const language = (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_4__/* .givenInput */ .CB)('language')?.trim() === 'zh-CN' ? 'zh-CN' : 'en';
        const notices = [{ code: 'input-problems', level: 'error', facts: { problems: read.problems } }];
        for (const annotation of (0,_report_annotations_js__WEBPACK_IMPORTED_MODULE_5__/* .annotationsOfNotices */ .p)(notices, language))
            (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_4__/* .annotate */ .fz)(annotation);
        await (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_4__/* .appendSummary */ .fe)((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_6__/* .renderNotices */ .WF)(notices, language));
        return 1;
    }
    const inputs = (0,_plan_netrc_js__WEBPACK_IMPORTED_MODULE_1__/* .withNetrc */ .T_)(read.inputs, (0,_plan_netrc_js__WEBPACK_IMPORTED_MODULE_1__/* .readNetrc */ .fO)(process.env));
    maskSecrets(inputs);
    const plan = planOf(inputs, runner);
    // A copy: what is exported to later steps appears in this process, too, and must not look inherited.
    const outcome = await (0,_modes_js__WEBPACK_IMPORTED_MODULE_7__/* .runFor */ .P)(plan)(plan, { ...process.env }, startedAt);
    await (0,_publish_js__WEBPACK_IMPORTED_MODULE_8__/* .publish */ .m)(outcome);
    return (0,_modes_js__WEBPACK_IMPORTED_MODULE_7__/* .exitCodeOf */ .F)(outcome);
}
function planOf(inputs, runner) {
    return { inputs, runner, candidates: inputs.mirrors };
}
/** Before anything is written: no secret may reach a log, whatever fails later. */
function maskSecrets(inputs) {
    const fallback = typeof inputs.fallback === 'string' ? [] : [inputs.fallback];
    (0,_apply_export_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .maskCredentials */ .B)([...inputs.mirrors, ...inputs.extraIndexes, ...fallback].map((index) => index.credentials));
    for (const target of inputs.alerts) {
        (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_4__/* .mask */ .dK)(target.url);
        if (target.secret !== null)
            (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_4__/* .mask */ .dK)(target.secret);
    }
    (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_4__/* .mask */ .dK)(inputs.githubToken);
}


/***/ }),

/***/ 6993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runStep: () => (/* binding */ runStep)
/* harmony export */ });
/** How an entry runs: failures are told once, the process ends by itself, and nothing masks the exit code. */
/** Milliseconds that stray handles may keep a finished step alive. */
const LINGER_MS = 50;
/** Runs a step; its number is the exit code. A failure that is our own is told with its stack. */
async function runStep(step, whenBroken) {
    const broken = (error) => {
        process.exitCode = 1;
        whenBroken(error);
    };
    process.on('uncaughtException', broken);
    process.on('unhandledRejection', broken);
    try {
        process.exitCode = await step();
    }
    catch (error) {
        broken(error);
    }
    // Unref'd: fires only when something else keeps the process alive, and keeps the exit code.
    setTimeout(() => process.exit(), LINGER_MS).unref();
}


/***/ }),

/***/ 3891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tellBug: () => (/* binding */ tellBug)
/* harmony export */ });
/* harmony import */ var _platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8008);
/** A failure of our own making: told with its stack, as one annotation. */

function tellBug(error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    for (const line of stack.split('\n'))
        (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .logLine */ .BP)(`  ${line}`);
    (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .annotate */ .fz)({ level: 'error', title: 'pip-mirror-select', message: `Internal error: ${stack.split('\n')[0] ?? ''}` });
}


/***/ })

};
