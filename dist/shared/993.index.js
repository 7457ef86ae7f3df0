export const id = 993;
export const ids = [993];
export const modules = {

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


/***/ })

};
