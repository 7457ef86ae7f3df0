export const id = 35;
export const ids = [35];
export const modules = {

/***/ 5035:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _cli_supported_node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1227);

// Everything else is loaded after this check: an older Node cannot even read it.
if ((0,_cli_supported_node_js__WEBPACK_IMPORTED_MODULE_0__/* .isSupportedNode */ .f)(process.versions.node)) {
    const { runCli } = await Promise.all(/* import() */[__webpack_require__.e(838), __webpack_require__.e(902), __webpack_require__.e(175), __webpack_require__.e(18)]).then(__webpack_require__.bind(__webpack_require__, 3018));
    const { runStep } = await __webpack_require__.e(/* import() */ 993).then(__webpack_require__.bind(__webpack_require__, 6993));
    const { tellBug } = await Promise.all(/* import() */[__webpack_require__.e(838), __webpack_require__.e(891)]).then(__webpack_require__.bind(__webpack_require__, 3891));
    await runStep(() => runCli(process.argv.slice(2)), tellBug);
}
else {
    process.stderr.write(`pip-mirror-select needs Node.js 22.19 or newer (not 23); this is ${process.versions.node}.\n`);
    process.exitCode = 2;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isSupportedNode)
/* harmony export */ });
/* unused harmony export SUPPORTED_NODE */
/** The Node that the command runs on: the user's own, unlike the action's. undici sets the limit. */
/** As `engines` of the published package says it. */
const SUPPORTED_NODE = '^22.19.0 || >=24.0.0';
/** `version` as in `process.versions.node`. */
function isSupportedNode(version) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major >= 24 || (major === 22 && minor >= 19);
}


/***/ })

};
