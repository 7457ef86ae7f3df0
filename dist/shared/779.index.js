export const id = 779;
export const ids = [779,993];
export const modules = {

/***/ 5779:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _run_post_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(689);
/* harmony import */ var _run_step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6993);
/* harmony import */ var _run_tell_bug_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3891);



await (0,_run_step_js__WEBPACK_IMPORTED_MODULE_2__.runStep)(_run_post_js__WEBPACK_IMPORTED_MODULE_0__/* .runPost */ .a, _run_tell_bug_js__WEBPACK_IMPORTED_MODULE_1__.tellBug);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runPost)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/decide/cache-key.js
var cache_key = __webpack_require__(8830);
// EXTERNAL MODULE: ./build/src/platform/cache-store.js
var cache_store = __webpack_require__(4527);
// EXTERNAL MODULE: ./build/src/platform/stored-files.js
var stored_files = __webpack_require__(356);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/src/platform/pip-cache/entry.js + 1 modules
var entry = __webpack_require__(5397);
// EXTERNAL MODULE: ./build/src/platform/process.js
var platform_process = __webpack_require__(788);
// EXTERNAL MODULE: ./build/src/apply/confirm.js
var apply_confirm = __webpack_require__(882);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/src/apply/wheel-store/held-file.js
var held_file = __webpack_require__(1170);
;// CONCATENATED MODULE: ./build/src/apply/wheel-store/archive-project.js
/** Whose file a body is, read from the body itself: pip's cache entries name neither project nor file. */




/** More is no directory of a wheel. */
const LARGEST_DIRECTORY = 16 << 20;
/** How far into an unpacked source archive its PKG-INFO is looked for. */
const DEEPEST_PKG_INFO = 8 << 20;
const LARGEST_METADATA = 4 << 20;
/** Project and kind of a wheel, a source archive (zip, tar.gz) or a metadata file; null for anything else. */
async function bodyProject(body) {
    const handle = await (0,promises_.open)(body.file, 'r');
    try {
        const start = await bytesAt(handle, body, 0, 18);
        const kind = start.toString('latin1');
        if (kind.startsWith('PK\x03\x04')) {
            const folder = await zipFolder(handle, body);
            const dash = folder?.lastIndexOf('-') ?? -1;
            return folder === null || dash < 1 ? null : named(folder.slice(0, dash), 'file', folder.slice(dash + 1));
        }
        if (kind.startsWith('\x1f\x8b'))
            return named(await tarProject(body), 'file');
        if (!kind.startsWith('Metadata-Version: ') || body.size > LARGEST_METADATA)
            return null;
        return named(nameField((await bytesAt(handle, body, 0, body.size)).toString('utf8')), 'metadata');
    }
    finally {
        await handle.close();
    }
}
function named(name, kind, version = null) {
    const project = name === null ? null : (0,held_file/* projectName */.j1)(name);
    return project === null ? null : { project, kind, version };
}
async function bytesAt(handle, body, offset, length) {
    const wanted = Math.max(0, Math.min(length, body.size - offset));
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, body.offset + offset);
    return buffer.subarray(0, bytesRead);
}
/** The folder `<name>-<version>.dist-info/METADATA` or `<name>-<version>/PKG-INFO`, from the central directory. */
async function zipFolder(handle, body) {
    const tail = await bytesAt(handle, body, Math.max(0, body.size - 65557), 65557);
    const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    if (end < 0 || end + 22 > tail.length)
        return null;
    const [length, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
    if (length > LARGEST_DIRECTORY)
        return null;
    for (const name of directoryNames(await bytesAt(handle, body, offset, length))) {
        const folder = /^([^/]+)(?:\.dist-info\/METADATA|\/PKG-INFO)$/.exec(name)?.[1];
        if (folder !== undefined)
            return folder;
    }
    return null;
}
function* directoryNames(directory) {
    for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50;) {
        const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
        yield directory.toString('utf8', at + 46, at + 46 + name);
        at += 46 + name + extra + comment;
    }
}
/** The `Name` of `<name>-<version>/PKG-INFO` in a tar.gz. */
async function tarProject(body) {
    const packed = (0,external_node_fs_.createReadStream)(body.file, { start: body.offset, end: body.offset + body.size - 1 });
    const plain = packed.pipe((0,external_node_zlib_.createGunzip)());
    let bytes = Buffer.alloc(0);
    try {
        for await (const chunk of plain) {
            bytes = Buffer.concat([bytes, chunk]);
            const found = findPkgInfo(bytes);
            if (found !== undefined)
                return found;
            if (bytes.length > DEEPEST_PKG_INFO)
                return null;
        }
    }
    catch {
        // A damaged or foreign archive names nobody.
    }
    finally {
        packed.destroy();
        plain.destroy();
    }
    return null;
}
/** undefined: not in these bytes yet. */
function findPkgInfo(tar) {
    for (let at = 0; at + 512 <= tar.length;) {
        const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
        const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8);
        if (name === '' || !(size >= 0))
            return null;
        if (/^(\.\/)?[^/]+\/PKG-INFO$/.test(name)) {
            return at + 512 + size <= tar.length ? nameField(tar.toString('utf8', at + 512, at + 512 + size)) : undefined;
        }
        at += 512 + Math.ceil(size / 512) * 512;
    }
    return undefined;
}
function nameField(metadata) {
    const headers = metadata.split(/\r?\n\r?\n/, 1)[0] ?? '';
    return /^Name:[ \t]*(\S+)[ \t]*$/m.exec(headers)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./build/src/apply/wheel-store/installed.js
/** What this job's pip installed, read from what it leaves beside each package. */



/** `.tox/py312/lib/python3.12/site-packages` is as deep as environments usually lie. */
const DEEPEST = 5;
const MOST_FOLDERS = 20_000;
const FOREIGN = new Set(['.git', '.hg', '.svn', 'node_modules', '__pycache__']);
/** Packages from an index that appeared below these folders since `startedAt` (epoch milliseconds), each once. */
async function installedSince(folders, startedAt) {
    const found = new Map();
    const open = [...new Set(folders)].map((folder) => ({ folder, depth: 0 }));
    for (let looked = 0; looked < MOST_FOLDERS; looked++) {
        const next = open.shift();
        if (next === undefined)
            break;
        const entries = await (0,promises_.readdir)(next.folder, { withFileTypes: true }).catch(() => []);
        for (const entry of entries.filter((each) => each.isDirectory())) {
            const inner = external_node_path_.join(next.folder, entry.name);
            const [, project, version] = /^([A-Za-z0-9_.]+)-([^-]+)\.dist-info$/.exec(entry.name) ?? [];
            if (project === undefined || version === undefined) {
                if (next.depth < DEEPEST && !FOREIGN.has(entry.name))
                    open.push({ folder: inner, depth: next.depth + 1 });
            }
            else if (await isFromIndex(inner, startedAt))
                found.set(`${project}==${version}`, { project, version });
        }
    }
    return [...found.values()];
}
async function isFromIndex(folder, startedAt) {
    const installer = external_node_path_.join(folder, 'INSTALLER');
    const writtenAt = await (0,promises_.stat)(installer).then(({ mtimeMs }) => mtimeMs, () => 0);
    if (writtenAt < startedAt || (await (0,stored_files/* readSmall */.o5)(installer)).trim() !== 'pip')
        return false;
    // PEP 610: from a path, a URL or a checkout.
    return (await (0,stored_files/* readSmall */.o5)(external_node_path_.join(folder, 'direct_url.json'))) === '';
}

// EXTERNAL MODULE: ./build/src/apply/wheel-store/lay-back.js
var lay_back = __webpack_require__(2053);
;// CONCATENATED MODULE: ./build/src/apply/wheel-store/fetch-again.js
/**
 * For a mirror whose headers make pip keep nothing: after the job its pip is asked once more for what was installed, so
 * that later jobs need not download it. pip checks the digests that the index lists, and brings no source archives, whose
 * metadata would have to be built.
 */










/** A project without a wheel for this interpreter ends the whole run: without it, once more. */
const MOST_RUNS = 5;
const SITE_FOLDERS = 'import site,sysconfig;print("\\n".join([sysconfig.get_path("purelib"),sysconfig.get_path("platlib"),site.getusersitepackages()]))';
/** Names in the store of what came; whatever goes wrong, there is less. */
async function fetchAgain(asking) {
    const { executable, workspace, storeDir, env } = asking;
    const until = Date.now() + asking.deadlineMs;
    await (0,stored_files/* makeFolder */.fc)(storeDir);
    const scratch = await (0,promises_.mkdtemp)(external_node_path_.join(external_node_path_.dirname(storeDir), 'mirror-select-'));
    try {
        // Not from the checkout, whose modules would come before Python's own.
        const sites = await (0,platform_process/* runProcess */.R)(executable, ['-c', SITE_FOLDERS], { env, cwd: scratch, timeoutMs: 5000 });
        const folders = sites.stdout.split(/\r?\n/).filter(Boolean);
        const held = await heldVersions(storeDir);
        const installed = await installedSince([...folders, workspace], asking.startedAt);
        let wanted = installed.filter((each) => !held.has(keyOf(each)));
        for (let runs = 0; runs < MOST_RUNS && wanted.length > 0; runs++) {
            const lacking = await download(wanted, scratch, asking, until - Date.now());
            if (lacking === null)
                break;
            wanted = wanted.filter((each) => keyOf(each) !== lacking);
        }
        return await keepAll(scratch, storeDir);
    }
    finally {
        await (0,promises_.rm)(scratch, { recursive: true, force: true });
    }
}
/** null: done, or nothing to be done about it; else the one of `wanted` that has no wheel. */
async function download(wanted, dest, { executable, env }, timeoutMs) {
    if (timeoutMs <= 0)
        return null;
    const plain = { ...env };
    for (const name of apply_confirm/* IN_PIPS_WAY */.z)
        delete plain[name];
    const ran = await (0,platform_process/* runProcess */.R)(executable, [
        ...['-m', 'pip', 'download', '--disable-pip-version-check', '--no-input', '--no-deps', '--progress-bar', 'off'],
        ...['--only-binary', ':all:', '--dest', dest],
        ...wanted.map(({ project, version }) => `${project}==${version}`),
    ], { env: plain, cwd: dest, timeoutMs });
    if (ran.code === 0)
        return null;
    const [, project = '', version = ''] = /No matching distribution found for (\S+?)==(\S+)/.exec(ran.stderr) ?? [];
    return wanted.map(keyOf).find((key) => key === keyOf({ project, version })) ?? null;
}
async function keepAll(folder, storeDir) {
    const names = [];
    for (const { file, size } of await (0,stored_files/* listFiles */.CS)(folder)) {
        const known = await bodyProject({ file, offset: 0, size });
        if (known === null)
            continue;
        const name = (0,held_file/* heldName */.jv)({ project: known.project, kind: known.kind, sha256: await (0,stored_files/* sha256Of */.Bj)(file) });
        await (0,stored_files/* bringIn */.Yz)(storeDir, name, (draft) => (0,entry/* linkOrCopy */.L7)(file, draft));
        names.push(name);
    }
    return names;
}
async function heldVersions(storeDir) {
    const held = new Set();
    for (const { file, size, kind } of await (0,lay_back/* listStore */.K3)(storeDir)) {
        const known = kind === 'file' ? await bodyProject({ file, offset: 0, size }).catch(() => null) : null;
        if (known?.version != null)
            held.add(keyOf({ project: known.project, version: known.version }));
    }
    return held;
}
function keyOf({ project, version }) {
    return `${project.toLowerCase().replace(/[-_.]+/g, '-')}==${version}`;
}

;// CONCATENATED MODULE: ./build/src/apply/wheel-store/gather.js
/** Collects into the store what this job's pip downloaded, and tells what of the store it used. */





/**
 * `startedAt`: epoch milliseconds of the restore. `fetched`: names in the store that came after the job, for it.
 * Trouble with one entry loses that entry alone.
 */
async function gather(pipCacheDir, storeDir, startedAt, fetched = []) {
    await (0,stored_files/* makeFolder */.fc)(storeDir);
    const before = new Set((await (0,lay_back/* listStore */.K3)(storeDir)).map(({ name }) => name));
    const readsShow = await (0,stored_files/* readTimesShow */.Yd)(storeDir);
    for (const name of fetched)
        before.delete(name);
    const used = new Set(fetched);
    for (const response of (0,entry/* cachedResponses */.bh)(pipCacheDir)) {
        const name = await nameOf(response, readsShow, startedAt, storeDir).catch(() => null);
        if (name !== null)
            used.add(name);
    }
    const kept = (await (0,lay_back/* listStore */.K3)(storeDir)).map(({ name, size, usedAt }) => {
        return { name, size, usedAt, used: used.has(name) };
    });
    const fresh = kept.filter(({ name }) => !before.has(name));
    return { kept, newBytes: fresh.reduce((sum, { size }) => sum + size, 0) };
}
/** Name in the store of an answer that this job used; null for pages, refusals and what others left. */
async function nameOf(response, readsShow, startedAt, storeDir) {
    const laid = response.headers[lay_back/* HELD_HEADER */.Qc];
    if (laid !== undefined) {
        const used = !readsShow || response.readAt > response.writtenAt;
        return used && (0,held_file/* readHeldName */.XP)(laid) !== null ? laid : null;
    }
    // The clocks of file systems are coarse.
    const since = startedAt - 2000;
    if (response.writtenAt < since && !(readsShow && response.readAt >= since))
        return null;
    return (response.headers['content-encoding'] ?? 'identity') === 'identity' && response.status === 200
        ? keep(response, storeDir)
        : null;
}
async function keep({ body }, storeDir) {
    const known = await bodyProject(body);
    if (known === null)
        return null;
    const name = (0,held_file/* heldName */.jv)({ ...known, sha256: await (0,stored_files/* sha256Of */.Bj)(body.file, body.offset, body.size) });
    await (0,stored_files/* bringIn */.Yz)(storeDir, name, (draft) => (0,entry/* extract */.o6)(body, draft));
    return name;
}

;// CONCATENATED MODULE: ./build/src/apply/wheel-store/prune.js
/** What is kept for the next run. */
/** An entry that no job has used for so long is of an older lock. */
const LONGEST_UNUSED_MS = 14 * 24 * 3600 * 1000;
/**
 * Drops what nobody used for two weeks, then, while the rest is over `maxBytes`: entries unused by this run, longest
 * unused first, then the largest ones, which save the fewest requests a byte.
 */
function prune(entries, maxBytes, now) {
    const worstFirst = [...entries].sort(worse);
    let bytes = entries.reduce((sum, { size }) => sum + size, 0);
    const drop = new Set();
    for (const entry of worstFirst) {
        const stale = !entry.used && now - entry.usedAt > LONGEST_UNUSED_MS;
        if (!stale && bytes <= maxBytes)
            continue;
        drop.add(entry);
        bytes -= entry.size;
    }
    return { keep: entries.filter((entry) => !drop.has(entry)), drop: entries.filter((entry) => drop.has(entry)) };
}
function worse(one, other) {
    if (one.used !== other.used)
        return one.used ? 1 : -1;
    const order = one.used ? other.size - one.size : one.usedAt - other.usedAt;
    return order || (one.name < other.name ? -1 : 1);
}

;// CONCATENATED MODULE: ./build/src/apply/save-cache.js
/** After a job that succeeded: keeps what its pip downloaded, if that is more than is kept already. Never rejects. */








/** A fifth of what a repository may keep for nothing; two minutes, since nobody waits for a cache. */
const LIMITS = { maxBytes: 2 * 1024 ** 3, deadlineMs: 120_000 };
/** For all that is fetched once more after the job. */
const FETCH_AGAIN_MS = 60_000;
/** Under an exact key, less than this is not worth another upload. */
const SMALLEST_REFRESH_BYTES = 1 << 20;
const SMALLEST_REFRESH_SHARE = 0.05;
/** `env`: the job's, with what was exported. */
async function saveCache(state, now, env, limits = LIMITS) {
    try {
        const fetched = await fetchUnkept(state, env);
        const gathered = await gather(state.pipCacheDir, state.storeDir, state.startedAt, fetched);
        const { keep, drop } = prune(gathered.kept, limits.maxBytes, now);
        await Promise.all(drop.map(({ name }) => (0,stored_files/* removeFile */.nM)(external_node_path_.join(state.storeDir, name))));
        await Promise.all(keep.filter(({ used }) => used).map(({ name }) => (0,stored_files/* touch */._M)(external_node_path_.join(state.storeDir, name), now)));
        if (keep.length === 0)
            return unsaved('nothing-to-keep');
        const key = keyFor(state, gathered, keep);
        if (key === null)
            return unsaved('unchanged');
        const answer = await (0,cache_store/* save */.UN)(state.storeDir, key, limits.deadlineMs);
        switch (answer.outcome) {
            case 'found':
                return { outcome: 'saved', key, files: keep.length, bytes: sizeOf(keep) };
            case 'none':
                return unsaved('refused');
            case 'late':
                return unsaved('late');
            case 'failed':
                return unsaved('failed', answer.detail);
        }
    }
    catch (error) {
        return unsaved('failed', error instanceof Error ? error.message : String(error));
    }
}
/** What pip keeps nothing of, so that it must be fetched to be kept. */
async function fetchUnkept({ fetchAgain: by, storeDir, startedAt }, env) {
    if (by === null)
        return [];
    return fetchAgain({ ...by, storeDir, startedAt, env, deadlineMs: FETCH_AGAIN_MS }).catch(() => []);
}
function unsaved(outcome, detail = '') {
    return { outcome, detail };
}
/** null: what is kept under the exact key is as good. */
function keyFor(state, { newBytes }, keep) {
    if (!state.exact)
        return state.primaryKey;
    if (newBytes < Math.max(SMALLEST_REFRESH_BYTES, sizeOf(keep) * SMALLEST_REFRESH_SHARE))
        return null;
    const names = keep.map(({ name }) => name).sort();
    return (0,cache_key/* refreshKey */.F3)(state.primaryKey, (0,external_node_crypto_.createHash)('sha256').update(names.join('\n')).digest('hex'));
}
function sizeOf(keep) {
    return keep.reduce((sum, { size }) => sum + size, 0);
}

// EXTERNAL MODULE: ./build/src/apply/saved-state.js
var saved_state = __webpack_require__(6009);
// EXTERNAL MODULE: ./build/src/platform/workflow.js
var workflow = __webpack_require__(8008);
// EXTERNAL MODULE: ./build/src/report/log.js
var log = __webpack_require__(6314);
;// CONCATENATED MODULE: ./build/src/run/post.js
/** After the job: keeps what pip downloaded. Reads what main left, and nothing else. */




/** Resolves to the exit code, which is always 0: trouble after the job is no reason to fail it. */
async function runPost() {
    const state = (0,saved_state/* decodeState */.UJ)((0,workflow/* readState */.un)(saved_state/* STATE_NAME */.sf));
    if (state === null)
        return 0;
    const saved = await saveCache(state, Date.now(), process.env);
    (0,workflow/* logLine */.BP)((0,log/* noticeLine */.J)(noticeOf(saved), state.language));
    return 0;
}
function noticeOf(saved) {
    if (saved.outcome !== 'saved') {
        return { code: 'cache-unsaved', level: 'info', facts: { reason: saved.outcome, detail: saved.detail } };
    }
    const { key, files, bytes } = saved;
    return { code: 'cache-saved', level: 'info', facts: { key, files, bytes } };
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
