export const id = 891;
export const ids = [891];
export const modules = {

/***/ 8008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   CB: () => (/* binding */ givenInput),
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   QT: () => (/* binding */ logGroup),
/* harmony export */   dK: () => (/* binding */ mask),
/* harmony export */   dN: () => (/* binding */ exportVariable),
/* harmony export */   fe: () => (/* binding */ appendSummary),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   oV: () => (/* binding */ workAtDesk),
/* harmony export */   uH: () => (/* binding */ setOutput),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3838);
/**
 * The runner's side of the step: masks, variables, outputs, state, log, annotations and summary.
 * The only file that knows @actions/core. At a desk there is no runner: see `workAtDesk`.
 */


let atDesk = false;
/** Told to the runner already. */
const masks = new Set();
/** From now on nothing is written for a runner: no command, output or variable; log lines go to standard error. */
function workAtDesk() {
    atDesk = true;
}
/** Hides a value, also in percent-encoded form, in everything that the runner writes from now on. */
function mask(secret) {
    if (secret === '' || atDesk)
        return;
    for (const form of [secret, encodeURIComponent(secret), secret.replaceAll('%', '%25')]) {
        if (masks.has(form))
            continue;
        masks.add(form);
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setSecret */ .Pq(form);
    }
}
/** The text of an input; undefined where the runner hands none over. */
function givenInput(name) {
    return process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`];
}
function exportVariable(name, value) {
    if (!atDesk)
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .exportVariable */ .dN(name, value);
}
function setOutput(name, value) {
    if (!atDesk)
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH(name, value);
}
function saveState(name, value) {
    if (!atDesk)
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ(name, value);
}
function readState(name) {
    return _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu(name);
}
/** Prints a group of log lines; the lines are already harmless. */
function logGroup(title, lines) {
    if (!atDesk)
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh(title);
    for (const line of atDesk ? [title, ...lines] : lines)
        logLine(line);
    if (!atDesk)
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4();
}
function logLine(line) {
    if (atDesk)
        process.stderr.write(`${line}\n`);
    else
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(line);
}
function annotate(annotation) {
    if (atDesk) {
        logLine(`${annotation.level}: ${annotation.title}: ${annotation.message}`);
        return;
    }
    const write = { error: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e, notice: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm }[annotation.level];
    write(annotation.message, { title: annotation.title });
}
/** Adds to the job summary; false where the runner offers none. */
async function appendSummary(markdown) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (!file || atDesk)
        return false;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(file, markdown, 'utf8');
        return true;
    }
    catch {
        return false;
    }
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
