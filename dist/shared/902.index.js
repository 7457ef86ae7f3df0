export const id = 902;
export const ids = [902];
export const modules = {

/***/ 882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ confirmWithPip),
/* harmony export */   z: () => (/* binding */ IN_PIPS_WAY)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _platform_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(788);
/** The last word: the job's own pip fetches one small file through the very variables that would be exported. */



/** Settings that would let pip succeed without the mirror, or fail for reasons of its own. */
const IN_PIPS_WAY = [
    'PIP_FIND_LINKS',
    'PIP_NO_INDEX',
    'PIP_CONSTRAINT',
    'PIP_REQUIREMENT',
    'PIP_REQUIRE_HASHES',
    'PIP_NO_BINARY',
    'PIP_QUIET',
    'PIP_VERBOSE',
    'PIP_LOG',
    'PIP_PLATFORM',
    'PIP_PYTHON_VERSION',
    'PIP_TARGET',
    'PIP_DEST',
];
/** Never throws; a pip that does not answer within `timeoutMs` refuses. */
async function confirmWithPip(question) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(question.temp, 'pip-confirm-'));
    const env = { ...question.env, ...question.variables };
    for (const name of IN_PIPS_WAY)
        delete env[name];
    try {
        const seconds = Math.max(1, Math.ceil(question.timeoutMs / 1000));
        const result = await (0,_platform_process_js__WEBPACK_IMPORTED_MODULE_2__/* .runProcess */ .R)(question.executable, [
            ...['-m', 'pip', 'download', '--disable-pip-version-check', '--no-input', '--no-cache-dir', '--no-deps'],
            ...['--progress-bar', 'off', '--retries', '0', '--timeout', String(seconds), '--dest', folder],
            question.specifier,
        ], {
            env,
            timeoutMs: question.timeoutMs,
            maxBytes: 65_536,
            ...(question.signal === undefined ? {} : { signal: question.signal }),
        });
        if (result.code === 0)
            return { confirmed: true, detail: '' };
        return { confirmed: false, detail: result.timedOut ? 'pip did not end in time' : lastWords(result.stderr) };
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
function lastWords(stderr) {
    const lines = stderr.split(/\r?\n/).filter((line) => line.trim() !== '');
    const telling = lines.filter((line) => /^(ERROR|error|WARNING|\s*╰─>)/.test(line));
    return (telling.length > 0 ? telling : lines).slice(-2).join(' ').slice(0, 600);
}


/***/ }),

/***/ 6009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Md: () => (/* binding */ encodeState),
/* harmony export */   UJ: () => (/* binding */ decodeState),
/* harmony export */   sf: () => (/* binding */ STATE_NAME)
/* harmony export */ });
/* harmony import */ var _model_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9072);
/** What main hands to post: one versioned value. Post reads nothing else, least of all inputs. */

/** Name under which the runner keeps the value between main and post. */
const STATE_NAME = 'cache';
const VERSION = 1;
function encodeState(state) {
    return JSON.stringify({ v: VERSION, ...state });
}
/** null for no state, another version, or anything that is not whole. */
function decodeState(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return null;
    }
    if (typeof value !== 'object' || value === null)
        return null;
    const state = value;
    const { v, pipCacheDir, storeDir, primaryKey, matchedKey, exact, startedAt, language, fetchAgain } = state;
    if (v !== VERSION || typeof exact !== 'boolean' || typeof startedAt !== 'number')
        return null;
    if (!isText(pipCacheDir) || !isText(storeDir) || !isText(primaryKey) || typeof matchedKey !== 'string')
        return null;
    return {
        pipCacheDir,
        storeDir,
        primaryKey,
        matchedKey,
        exact,
        startedAt,
        language: _model_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .LANGUAGES */ .Yj.find((known) => known === language) ?? 'en',
        fetchAgain: readFetchAgain(fetchAgain),
    };
}
function readFetchAgain(value) {
    if (typeof value !== 'object' || value === null)
        return null;
    const { executable, workspace } = value;
    return isText(executable) && isText(workspace) ? { executable, workspace } : null;
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}


/***/ }),

/***/ 1170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XP: () => (/* binding */ readHeldName),
/* harmony export */   j1: () => (/* binding */ projectName),
/* harmony export */   jv: () => (/* binding */ heldName)
/* harmony export */ });
/* harmony import */ var _model_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1848);
/**
 * Names in the store: `<project>~<sha256>.<kind>`. The name is all there is to know of a file, so there is no list that
 * could disagree with the files; the time of the last use is the file's own.
 */

const NAME = /^([a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?)~([0-9a-f]{64})\.(file|metadata)$/;
function heldName(file) {
    return `${file.project}~${file.sha256}.${file.kind}`;
}
/** null for a name that the store does not give: whatever else an archive may hold is left alone. */
function readHeldName(name) {
    const [, project, sha256, kind] = NAME.exec(name) ?? [];
    if (project === undefined || sha256 === undefined || project.includes('--'))
        return null;
    return { project, sha256, kind: kind === 'metadata' ? 'metadata' : 'file' };
}
/** PEP 503; null for what is no project name. */
function projectName(text) {
    const name = (0,_model_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeName */ .P)(text);
    return /^[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?$/.test(name) ? name : null;
}


/***/ }),

/***/ 2053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K3: () => (/* binding */ listStore),
/* harmony export */   Qc: () => (/* binding */ HELD_HEADER),
/* harmony export */   WP: () => (/* binding */ layBack)
/* harmony export */ });
/* harmony import */ var _platform_pip_cache_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5397);
/* harmony import */ var _platform_stored_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(356);
/* harmony import */ var _held_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1170);



/** Header of a laid entry with its name in the store; post finds by it what was used. */
const HELD_HEADER = 'x-pip-mirror-select';
/** Pages asked at once, and at most in all: pip itself asks for the same pages one by one. */
const PAGES_AT_ONCE = 6;
const MOST_PAGES = 256;
/** A job's own time: an index whose files change under their URLs is asked again by the next job. */
const FRESH_SECONDS = 6 * 3600;
/** Lays back what the chosen index lists. File system trouble with one file is a miss of that file. */
async function layBack(asking) {
    const stored = await listStore(asking.storeDir);
    const projects = [...Map.groupBy(stored, ({ project }) => project)]
        .sort(([, one], [, other]) => lastUse(other) - lastUse(one))
        .slice(0, MOST_PAGES);
    const laid = { files: 0, bytes: 0, refused: 0 };
    const work = projects.values();
    const worker = async () => {
        for (const [project, files] of work) {
            if (asking.signal.aborted)
                return;
            const links = await asking.page(project);
            if (links === null)
                continue;
            for (const file of files) {
                const result = await layFile(file, links, asking).catch(() => 'missed');
                if (result === 'refused')
                    laid.refused += 1;
                if (result !== 'laid')
                    continue;
                laid.files += 1;
                laid.bytes += file.size;
            }
        }
    };
    await Promise.all(Array.from({ length: PAGES_AT_ONCE }, worker));
    return {
        held: stored.length,
        heldBytes: stored.reduce((sum, { size }) => sum + size, 0),
        laid: laid.files,
        laidBytes: laid.bytes,
        refused: laid.refused,
    };
}
/** Files with a name of ours; an archive may hold anything else. */
async function listStore(storeDir) {
    return (await (0,_platform_stored_files_js__WEBPACK_IMPORTED_MODULE_1__/* .listFiles */ .CS)(storeDir)).flatMap((stored) => {
        const held = (0,_held_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readHeldName */ .XP)(stored.name);
        return held === null ? [] : [{ ...held, ...stored }];
    });
}
function lastUse(files) {
    return Math.max(...files.map(({ usedAt }) => usedAt));
}
async function layFile(file, links, asking) {
    const urls = links.flatMap((link) => urlOf(link, file) ?? []);
    if (urls.length === 0 || asking.signal.aborted)
        return 'missed';
    if ((await (0,_platform_stored_files_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Of */ .Bj)(file.file)) !== file.sha256) {
        await (0,_platform_stored_files_js__WEBPACK_IMPORTED_MODULE_1__/* .removeFile */ .nM)(file.file);
        return 'refused';
    }
    const bodies = await Promise.all(urls.map((url) => (0,_platform_pip_cache_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .layEntry */ .XC)(asking.pipCacheDir, asking.layout, url, file, headersOf(file, asking.now))));
    const laid = bodies.filter((body) => body !== null);
    await Promise.all(laid.map((body) => (0,_platform_stored_files_js__WEBPACK_IMPORTED_MODULE_1__/* .stampUnread */ .Z9)(body, file.usedAt)));
    return laid.length > 0 ? 'laid' : 'missed';
}
/** Where the chosen index serves the very bytes. */
function urlOf(link, file) {
    if (file.kind === 'file')
        return link.hashes.sha256 === file.sha256 ? link.url : null;
    return link.metadata?.sha256 === file.sha256 ? `${link.url}.metadata` : null;
}
function headersOf(file, now) {
    return {
        date: new Date(now).toUTCString(),
        'cache-control': `max-age=${FRESH_SECONDS}`,
        'content-type': 'application/octet-stream',
        'content-length': String(file.size),
        [HELD_HEADER]: file.name,
    };
}


/***/ }),

/***/ 8830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ refreshKey),
/* harmony export */   HU: () => (/* binding */ matchOf),
/* harmony export */   T1: () => (/* binding */ requirementsDigest),
/* harmony export */   T7: () => (/* binding */ indexIdentity),
/* harmony export */   Y9: () => (/* binding */ isOfRequirements),
/* harmony export */   fV: () => (/* binding */ indexOfKey),
/* harmony export */   gN: () => (/* binding */ pythonTagOf),
/* harmony export */   k$: () => (/* binding */ cacheKey),
/* harmony export */   zA: () => (/* binding */ anyIndexPrefix)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/**
 * The key under which the job's downloads are kept in the Actions cache.
 *
 * Shape: `pip-mirror-select-1-<os>-<os version>-<arch>-<python>-<pip>-<suffix>-<index>-<requirements>`. No segment
 * holds a '-', so a prefix always ends at a segment's end and a saved key can be read back.
 */

/** Changed whenever an older version could not read what is kept under the key. */
const FORMAT = 'pip-mirror-select-1';
/** What the service allows is 512; a refresh stamp must still fit. */
const LONGEST_SEGMENT = 100;
function anyIndexPrefix(from) {
    return [FORMAT, ...jobSegments(from).map(({ value }) => value), ''].join('-');
}
function cacheKey(from) {
    const index = indexIdentity(from.indexUrl);
    const requirements = requirementsSegment(from.requirements);
    const anyIndex = anyIndexPrefix(from);
    const sameIndex = `${anyIndex}${index}-`;
    const primary = `${sameIndex}${requirements}`;
    return {
        primary,
        // A refresh of the exact key first, then the exact key, then whatever holds bytes that may be laid back.
        asked: [`${primary}.r`, primary, sameIndex, anyIndex],
        ingredients: [...jobSegments(from), { name: 'index', value: index }, { name: 'requirements', value: requirements }],
    };
}
function jobSegments(from) {
    return [
        { name: 'os', value: segment(from.os) },
        { name: 'os-version', value: segment(from.osVersion) },
        { name: 'arch', value: segment(from.arch) },
        { name: 'python', value: segment(from.pythonTag) },
        { name: 'pip', value: `pip${/^\d+/.exec(from.pipVersion)?.[0] ?? '0'}` },
        { name: 'suffix', value: userText(from.suffix) },
    ];
}
/** Key for saving again what an exact hit no longer covers: service keys are immutable. */
function refreshKey(primary, contentDigest) {
    return `${primary}.r${contentDigest.slice(0, 12)}`;
}
/** Keys compare without case, as the service compares them. */
function matchOf(key, matched) {
    const found = matched.toLowerCase();
    const [refresh = '', primary = '', sameIndex = '', anyIndex = ''] = key.asked.map((text) => text.toLowerCase());
    if (found === primary || found.startsWith(refresh))
        return 'exact';
    if (found.startsWith(sameIndex))
        return 'same-index';
    return found.startsWith(anyIndex) ? 'other-index' : 'none';
}
/** The index segment of a saved key; null for a key of another format. */
function indexOfKey(saved) {
    const parts = saved.toLowerCase().split('-');
    const [head, rest] = [parts.slice(0, 4).join('-'), parts.slice(4)];
    return head === FORMAT && rest.length === 8 ? (rest[6] ?? null) : null;
}
/** The requirements segment of a saved key, '_' for no requirements; null for a key of another format. */
function requirementsOfKey(saved) {
    return indexOfKey(saved) === null ? null : (/-([^-]*?)(\.r[0-9a-f]*)?$/.exec(saved.toLowerCase())?.[1] ?? null);
}
/** Whether a key was saved by a job with these requirements (`requirementsDigest`); never where there are none. */
function isOfRequirements(saved, requirements) {
    return requirements !== '' && requirementsOfKey(saved) === requirementsSegment(requirements);
}
function requirementsSegment(digest) {
    return digest === '' ? '_' : digest.slice(0, 16);
}
/** Readable host and a digest of the whole URL: told apart where one host serves several indexes. */
function indexIdentity(indexUrl) {
    const host = new URL(indexUrl).hostname.toLowerCase();
    return `${plain(host).slice(0, 60)}.${sha256(indexUrl).slice(0, 12)}`;
}
/** Digest over requirement files: paths relative to the workspace with '/', and contents. Order does not matter. */
function requirementsDigest(files, packages = []) {
    if (files.length === 0 && packages.length === 0)
        return '';
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const sorted = files.map(({ path, content }) => `${path}\0${sha256(content)}\n`).sort();
    for (const line of [...sorted, ...packages.map((name) => `${name}\n`)])
        hash.update(line);
    return hash.digest('hex');
}
/** The ABI of the interpreter's best tag ('cp312-cp312-manylinux…'): a free-threaded build differs from a plain one. */
function pythonTagOf(tags) {
    const [python = 'py3', abi = 'none'] = (tags[0] ?? 'py3-none-any').split('-');
    return abi === 'none' ? python : abi;
}
function segment(text) {
    return plain(text.toLowerCase()) || '_';
}
function plain(text) {
    return text.replace(/[^A-Za-z0-9.]+/g, '_').slice(0, LONGEST_SEGMENT);
}
/** Percent-encoded bytes for all but letters, digits, '.' and '_'; '_' alone stands for no text. */
function userText(text) {
    if (text === '')
        return '_';
    const encoded = [...Buffer.from(text, 'utf8')]
        .map((byte) => String.fromCharCode(byte))
        .map((char) => (/[A-Za-z0-9.]/.test(char) ? char : `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`))
        .join('');
    return encoded.length <= LONGEST_SEGMENT
        ? encoded
        : `${encoded.slice(0, LONGEST_SEGMENT - 17)}_${sha256(text).slice(0, 16)}`;
}
function sha256(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}


/***/ }),

/***/ 6769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ holdsCredentials),
/* harmony export */   RW: () => (/* binding */ hideCredentials),
/* harmony export */   VY: () => (/* binding */ hideCredentialsOfBroken),
/* harmony export */   ri: () => (/* binding */ withoutCredentials)
/* harmony export */ });
/** Everything between '//' and the last '@' before the path, in any scheme; and 'user:password@' where a scheme is missing. */
const USER_INFO = /(\/\/)[^\s/?#]*@|(?<![^\s=,;"'(<])[^\s/?#@:=,;"'(<]{1,128}:[^\s/?#]{0,256}@/g;
/** What is no URL may hold '/', '?' or '#' in its password, and a token in place of 'user:password'. */
const BROKEN_USER_INFO = /(^|\s|\/\/|=)\S*@/g;
/** Whether the text gives this secret away: as it is, as it stands in a URL, or in a header. */
function holdsCredentials(text, credentials) {
    if (credentials === null)
        return false;
    const { username, password } = credentials;
    const secret = password === '' ? username : password;
    const pair = Buffer.from(`${username}:${password}`);
    const forms = [secret, encodeURIComponent(secret), pair.toString('base64'), latin1(pair).toString('base64')];
    return secret !== '' && forms.some((form) => text.includes(form));
}
function latin1(utf8) {
    return Buffer.from(utf8.toString('utf8'), 'latin1');
}
/** The text without the credentials of the URLs in it, which still work as URLs. */
function withoutCredentials(text) {
    return text.replace(USER_INFO, '$1');
}
/** The text with '***@' in place of the credentials of the URLs in it. */
function hideCredentials(text) {
    return text.replace(USER_INFO, '$1***@');
}
/** The same for a value that was refused: rather too much than a piece of a password. */
function hideCredentialsOfBroken(text) {
    return text.replace(BROKEN_USER_INFO, '$1***@');
}


/***/ }),

/***/ 9072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ MODES),
/* harmony export */   PQ: () => (/* binding */ POLICIES),
/* harmony export */   UP: () => (/* binding */ INSTALLERS),
/* harmony export */   Yj: () => (/* binding */ LANGUAGES),
/* harmony export */   _R: () => (/* binding */ CACHE_MODES),
/* harmony export */   d$: () => (/* binding */ FAIL_ON),
/* harmony export */   vo: () => (/* binding */ ON_NONE)
/* harmony export */ });
const MODES = ['select', 'audit', 'download', 'diagnose'];
const POLICIES = ['verified', 'allow-expired', 'internal', 'offline'];
const INSTALLERS = ['pip', 'uv', 'pdm', 'pipenv', 'poetry'];
const CACHE_MODES = ['auto', 'read-write', 'read-only', 'off'];
const LANGUAGES = ['en', 'zh-CN'];
const FAIL_ON = ['expired', 'expiring', 'never'];
const ON_NONE = ['fail', 'keep'];


/***/ }),

/***/ 1848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ normalizeName)
/* harmony export */ });
/** What the job will install, as far as its own files say. */
/** PEP 503 normal form of a project or extra name. */
function normalizeName(name) {
    return name.toLowerCase().replace(/[-_.]+/g, '-');
}


/***/ }),

/***/ 4527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G9: () => (/* binding */ hasCacheService),
/* harmony export */   PF: () => (/* binding */ restore),
/* harmony export */   TE: () => (/* binding */ lookUp),
/* harmony export */   UN: () => (/* binding */ save),
/* harmony export */   ul: () => (/* binding */ loadCacheClient)
/* harmony export */ });
/**
 * The forge's cache service. The only file that knows @actions/cache: it is heavy (0.16 s to load), so it is loaded
 * where it is used; it swallows service errors, retries for up to half a minute and cannot be cancelled, so every call
 * has a deadline of ours. What is still under way then is left to end with the process.
 */
/** Whether the runner names a cache service; no request is made. */
function hasCacheService(env) {
    return (env.ACTIONS_RESULTS_URL ?? '') !== '' || (env.ACTIONS_CACHE_URL ?? '') !== '';
}
/** As the client tells the protocols apart. */
function isNewService() {
    return (process.env.ACTIONS_CACHE_SERVICE_V2 ?? '') !== '';
}
/** Begins to load the client, where it will be of use. */
function loadCacheClient(env) {
    if (hasCacheService(env))
        __webpack_require__.e(/* import() */ 691).then(__webpack_require__.bind(__webpack_require__, 1691)).catch(() => { });
}
/** The newest entry that a key, or a prefix, names; nothing is downloaded. Never rejects. */
async function lookUp(dir, keys, deadlineMs) {
    return restoreWith(dir, keys, deadlineMs, true);
}
/** Unpacks the newest entry that a key, or a prefix, names into `dir`. Keys are asked in order. Never rejects. */
async function restore(dir, keys, deadlineMs) {
    return restoreWith(dir, keys, deadlineMs, false);
}
/** Saves `dir` under a key that is new. Never rejects. */
async function save(dir, key, deadlineMs) {
    return within(deadlineMs, async () => {
        const cache = await __webpack_require__.e(/* import() */ 691).then(__webpack_require__.bind(__webpack_require__, 1691));
        const id = await cache.saveCache([dir], key);
        // By the older protocol the client's answer is the same when the upload failed.
        const isSaved = id !== -1 && (isNewService() || (await cache.restoreCache([dir], key, [], { lookupOnly: true })) === key);
        return isSaved ? { outcome: 'found', key } : { outcome: 'none' };
    });
}
async function restoreWith(dir, [primary = '', ...others], deadlineMs, lookupOnly) {
    return within(deadlineMs, async () => {
        const cache = await __webpack_require__.e(/* import() */ 691).then(__webpack_require__.bind(__webpack_require__, 1691));
        const key = await cache.restoreCache([dir], primary, others, { lookupOnly, timeoutInMs: deadlineMs });
        return key === undefined ? { outcome: 'none' } : { outcome: 'found', key };
    });
}
async function within(deadlineMs, ask) {
    let timer;
    const late = new Promise((resolve) => {
        timer = setTimeout(() => resolve({ outcome: 'late' }), deadlineMs);
    });
    try {
        return await Promise.race([ask(), late]);
    }
    catch (error) {
        return { outcome: 'failed', detail: error instanceof Error ? error.message : String(error) };
    }
    finally {
        clearTimeout(timer);
    }
}


/***/ }),

/***/ 5397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bh: () => (/* binding */ cachedResponses),
  xS: () => (/* binding */ checksDigests),
  o6: () => (/* binding */ extract),
  T5: () => (/* binding */ hasEntries),
  XC: () => (/* binding */ layEntry),
  aH: () => (/* binding */ layoutOf),
  L7: () => (/* binding */ linkOrCopy)
});

// UNUSED EXPORTS: entryPath

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./build/src/platform/pip-cache/message-pack.js
/** The part of MessagePack that CacheControl's entries use: maps, text, bytes, integers, booleans, null. */
/** Bytes are not read, they may be a whole wheel: where they lie. */
class Span {
    offset;
    size;
    constructor(offset, size) {
        this.offset = offset;
        this.size = size;
    }
}
/** Header maps are small; more is not an entry of CacheControl. */
const LONGEST_TEXT = 1 << 20;
const MOST_PAIRS = 4096;
const DEEPEST = 8;
/** What cannot be written or read as an entry. */
class PackError extends Error {
}
/** Encodes one value; a `Span` is written as the header of `size` bytes, whose content the caller appends. */
function pack(value) {
    if (value === null)
        return Buffer.from([0xc0]);
    if (value === true || value === false)
        return Buffer.from([value ? 0xc3 : 0xc2]);
    if (typeof value === 'number')
        return packInteger(value);
    if (typeof value === 'string') {
        const bytes = Buffer.from(value, 'utf8');
        return Buffer.concat([header(0xdb, bytes.length), bytes]);
    }
    if (value instanceof Span)
        return header(0xc6, value.size);
    if (value instanceof Uint8Array)
        return Buffer.concat([header(0xc6, value.length), value]);
    const pairs = Object.entries(value);
    return Buffer.concat([header(0xdf, pairs.length), ...pairs.flatMap(([key, inner]) => [pack(key), pack(inner)])]);
}
function header(type, length) {
    if (length > 0xffffffff)
        throw new PackError('too long');
    const bytes = Buffer.alloc(5);
    bytes.writeUInt8(type, 0);
    bytes.writeUInt32BE(length, 1);
    return bytes;
}
function packInteger(value) {
    if (!Number.isInteger(value) || value < 0 || value > 0xffffffff)
        throw new PackError('not an unsigned integer');
    return value < 0x80 ? Buffer.from([value]) : header(0xce, value);
}
/** Decodes the value at `offset`. Throws `PackError` on anything that CacheControl does not write. */
function unpack(readAt, offset) {
    return new Unpacker(readAt, offset).value(0);
}
class Unpacker {
    #readAt;
    #offset;
    constructor(readAt, offset) {
        this.#readAt = readAt;
        this.#offset = offset;
    }
    value(depth) {
        const type = this.#uint(1);
        if (type < 0x80)
            return type;
        if (type <= 0x8f)
            return this.#map(type & 0x0f, depth);
        if (type >= 0xa0 && type <= 0xbf)
            return this.#text(type & 0x1f);
        switch (type) {
            case 0xc0:
                return null;
            case 0xc2:
                return false;
            case 0xc3:
                return true;
            case 0xc4:
            case 0xc5:
            case 0xc6:
                return this.#bytes(this.#uint(1 << (type - 0xc4)));
            case 0xcc:
            case 0xcd:
            case 0xce:
                return this.#uint(1 << (type - 0xcc));
            case 0xd9:
            case 0xda:
            case 0xdb:
                return this.#text(this.#uint(1 << (type - 0xd9)));
            case 0xde:
            case 0xdf:
                return this.#map(this.#uint(2 << (type - 0xde)), depth);
            default:
                throw new PackError(`type ${type}`);
        }
    }
    #map(pairs, depth) {
        if (pairs > MOST_PAIRS || depth > DEEPEST)
            throw new PackError('too large');
        const map = Object.create(null);
        for (let index = 0; index < pairs; index++) {
            const key = this.value(depth + 1);
            if (typeof key !== 'string')
                throw new PackError('key is no text');
            map[key] = this.value(depth + 1);
        }
        return map;
    }
    #text(length) {
        if (length > LONGEST_TEXT)
            throw new PackError('too long');
        return Buffer.from(this.#take(length)).toString('utf8');
    }
    #bytes(length) {
        const span = new Span(this.#offset, length);
        this.#offset += length;
        return span;
    }
    #uint(bytes) {
        return this.#take(bytes).reduce((sum, byte) => sum * 256 + byte, 0);
    }
    #take(length) {
        const bytes = this.#readAt(this.#offset, length);
        if (bytes.length < length)
            throw new PackError('truncated');
        this.#offset += length;
        return bytes;
    }
}

;// CONCATENATED MODULE: ./build/src/platform/pip-cache/entry.js
/**
 * Entries of pip's HTTP cache on disk. pip ≤ 23.2 keeps one file an entry (`http`), pip ≥ 23.3 keeps the body beside
 * it (`http-v2`); both are CacheControl's format 4 and lie under the sha224 of the URL.
 */






const MAGIC = 'cc=4,';
function layoutOf(pipVersion) {
    const [major = 0, minor = 0] = pipVersion.split('.').map((part) => Number.parseInt(part, 10));
    return major > 23 || (major === 23 && minor >= 3) ? 'http-v2' : 'http';
}
/**
 * Whether this pip holds every file against the digest on its index page, cached files too. pip 22.3 and 22.3.1 forget
 * the digests of JSON pages (measured, `npm run test:cache`).
 */
function checksDigests(pipVersion) {
    return !/^22\.3(\.|$)/.test(pipVersion);
}
/** Whether pip's cache directory holds answers of index servers. */
function hasEntries(cacheDir) {
    return ['http-v2', 'http'].some((layout) => listQuietly(external_node_path_.join(cacheDir, layout)).length > 0);
}
/** Where pip looks for the answer to `url`, which is a `FileLink`'s: as pip would ask for it, without fragment. */
function entryPath(cacheDir, layout, url) {
    const name = (0,external_node_crypto_.createHash)('sha224').update(url).digest('hex');
    return external_node_path_.join(cacheDir, layout, ...name.slice(0, 5), name);
}
/**
 * Lays a file into pip's cache as the answer to `url`, unless pip holds an answer already. The bytes are linked, else
 * copied. Returns the path that pip will read; null where an entry was there. Throws file system errors.
 */
async function layEntry(cacheDir, layout, url, bytes, headers) {
    const target = entryPath(cacheDir, layout, url);
    const body = layout === 'http-v2' ? `${target}.body` : target;
    if ((await exists(target)) && (await exists(body)))
        return null;
    await (0,promises_.mkdir)(external_node_path_.dirname(target), { recursive: true, mode: 0o700 });
    const [head, tail] = envelope(layout, bytes.size, headers);
    if (layout === 'http-v2') {
        await replaceBy(body, (draft) => linkOrCopy(bytes.file, draft));
        await replaceBy(target, (draft) => (0,promises_.writeFile)(draft, Buffer.concat([head, tail])));
    }
    else {
        await replaceBy(target, (draft) => wrap(bytes.file, draft, head, tail));
    }
    return body;
}
/** What stands before and after the body. */
function envelope(layout, size, headers) {
    const rest = {
        headers,
        status: 200,
        version: 11,
        reason: 'OK',
        decode_content: false,
        // urllib3 1's HTTPResponse; urllib3 2 came after the old layout.
        ...(layout === 'http' ? { strict: 0 } : {}),
    };
    const fields = Object.entries(rest).flatMap(([key, value]) => [pack(key), pack(value)]);
    const map = (pairs) => Buffer.from([0x80 + pairs]);
    const head = [Buffer.from(MAGIC), map(2), pack('response'), map(1 + fields.length / 2), pack('body')];
    return [
        Buffer.concat([...head, pack(new Span(0, layout === 'http' ? size : 0))]),
        Buffer.concat([...fields, pack('vary'), pack({})]),
    ];
}
async function wrap(source, draft, head, tail) {
    await (0,promises_.writeFile)(draft, head);
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(source), (0,external_node_fs_.createWriteStream)(draft, { flags: 'a' }));
    await (0,promises_.writeFile)(draft, tail, { flag: 'a' });
}
/** Links a file to a second name, or copies it where the two names are on different file systems. */
async function linkOrCopy(source, target) {
    await (0,promises_.link)(source, target).catch(() => (0,promises_.copyFile)(source, target));
}
/** Gives a cached body a file of its own. */
async function extract(body, target) {
    const whole = body.offset === 0 && (await (0,promises_.stat)(body.file)).size === body.size;
    if (whole)
        return linkOrCopy(body.file, target);
    const part = (0,external_node_fs_.createReadStream)(body.file, { start: body.offset, end: body.offset + body.size - 1 });
    await (0,external_node_stream_promises_.pipeline)(part, (0,external_node_fs_.createWriteStream)(target));
}
async function replaceBy(target, write) {
    const draft = `${target}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`;
    try {
        await write(draft);
        await (0,promises_.rename)(draft, target);
    }
    catch (error) {
        await (0,promises_.rm)(draft, { force: true });
        throw error;
    }
}
async function exists(file) {
    return (0,promises_.stat)(file).then(() => true, () => false);
}
/** Every readable entry of both layouts. Unreadable and foreign files are passed over. */
function* cachedResponses(cacheDir) {
    for (const layout of ['http-v2', 'http']) {
        for (const file of filesUnder(external_node_path_.join(cacheDir, layout), 5)) {
            if (!/^[0-9a-f]{56}$/.test(external_node_path_.basename(file)))
                continue;
            const response = readEntry(file, layout);
            if (response !== null)
                yield response;
        }
    }
}
function readEntry(file, layout) {
    let handle = null;
    try {
        // Asked before reading, since reading changes it.
        const body = (0,external_node_fs_.statSync)(layout === 'http-v2' ? `${file}.body` : file);
        handle = (0,external_node_fs_.openSync)(file, 'r');
        const readAt = windowOn(handle);
        if (Buffer.from(readAt(0, MAGIC.length)).toString('latin1') !== MAGIC)
            return null;
        return toResponse(unpack(readAt, MAGIC.length), file, layout, body);
    }
    catch (error) {
        if (error instanceof PackError || isSystemError(error))
            return null;
        throw error;
    }
    finally {
        if (handle !== null)
            (0,external_node_fs_.closeSync)(handle);
    }
}
/** Reads through a small window, so that the many short fields of an entry cost one read. */
function windowOn(handle) {
    let start = 0;
    let window = Buffer.alloc(0);
    return (offset, length) => {
        if (offset < start || offset + length > start + window.length) {
            const buffer = Buffer.alloc(Math.max(length, 8192));
            start = offset;
            window = buffer.subarray(0, (0,external_node_fs_.readSync)(handle, buffer, 0, buffer.length, offset));
        }
        return window.subarray(offset - start, offset - start + length);
    };
}
function toResponse(entry, file, layout, body) {
    if (!isMap(entry) || !isMap(entry.response))
        return null;
    const { status, headers, body: span } = entry.response;
    if (typeof status !== 'number' || !isMap(headers) || !(span instanceof Span))
        return null;
    const fields = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
    return {
        status,
        headers: Object.fromEntries(fields),
        body: layout === 'http-v2'
            ? { file: `${file}.body`, offset: 0, size: body.size }
            : { file, offset: span.offset, size: span.size },
        readAt: body.atimeMs,
        writtenAt: body.mtimeMs,
    };
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !(value instanceof Uint8Array) && !(value instanceof Span);
}
function isSystemError(error) {
    return error instanceof Error && 'code' in error && 'syscall' in error;
}
function* filesUnder(dir, depth) {
    for (const entry of listQuietly(dir)) {
        const inner = external_node_path_.join(dir, entry.name);
        if (depth > 0 && entry.isDirectory())
            yield* filesUnder(inner, depth - 1);
        else if (depth === 0 && entry.isFile())
            yield inner;
    }
}
function listQuietly(dir) {
    try {
        return (0,external_node_fs_.readdirSync)(dir, { withFileTypes: true });
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/** Child processes: started without a shell, bounded in time and output, never throwing. */

/** Runs one command to its end or its deadline. Resolves always; a command that does not exist is `started: false`. */
function runProcess(command, args, options) {
    return new Promise((resolve) => {
        const out = new Collector(options.maxBytes ?? 4 << 20, options.onLine);
        const err = new Collector(options.maxBytes ?? 4 << 20);
        let child;
        try {
            child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, args, {
                env: options.env,
                stdio: ['ignore', 'pipe', 'pipe'],
                windowsHide: true,
                // An own group, so that the deadline reaches grandchildren too.
                detached: process.platform !== 'win32',
                ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            });
        }
        catch {
            resolve({ code: null, started: false, timedOut: false, stdout: '', stderr: '' });
            return;
        }
        let settled = false;
        const settle = (code, started, timedOut) => {
            if (settled)
                return;
            settled = true;
            clearTimeout(timer);
            options.signal?.removeEventListener('abort', onDeadline);
            out.end();
            err.end();
            resolve({ code, started, timedOut, stdout: out.text(), stderr: err.text() });
        };
        const onDeadline = () => {
            killTree(child);
            child.stdout?.destroy();
            child.stderr?.destroy();
            child.unref();
            settle(null, true, true);
        };
        const timer = setTimeout(onDeadline, options.timeoutMs);
        if (options.signal?.aborted)
            onDeadline();
        else
            options.signal?.addEventListener('abort', onDeadline, { once: true });
        child.stdout?.on('data', (chunk) => out.add(chunk));
        child.stderr?.on('data', (chunk) => err.add(chunk));
        child.on('error', () => settle(null, false, false));
        // 'close' waits for both streams, which a grandchild may hold open: give it a moment after the exit.
        child.on('exit', (code) => {
            const linger = setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
                settle(code, true, false);
            }, 200);
            child.on('close', () => {
                clearTimeout(linger);
                settle(code, true, false);
            });
        });
    });
}
function killTree(child) {
    const { pid } = child;
    if (pid === undefined)
        return;
    try {
        if (process.platform !== 'win32')
            process.kill(-pid, 'SIGKILL');
        else
            (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on('error', () => { });
    }
    catch {
        child.kill('SIGKILL');
    }
}
class Collector {
    chunks = [];
    bytes = 0;
    rest = '';
    maxBytes;
    onLine;
    constructor(maxBytes, onLine) {
        this.maxBytes = maxBytes;
        this.onLine = onLine;
    }
    add(chunk) {
        if (this.bytes >= this.maxBytes)
            return;
        const kept = chunk.subarray(0, this.maxBytes - this.bytes);
        this.bytes += kept.length;
        this.chunks.push(kept);
        if (this.onLine === undefined)
            return;
        // latin1 keeps bytes apart from characters; a caller that wants more than ASCII reads `stdout`.
        const lines = (this.rest + kept.toString('latin1')).split(/\r?\n/);
        this.rest = lines.pop() ?? '';
        for (const line of lines)
            this.onLine(line);
    }
    end() {
        if (this.rest !== '')
            this.onLine?.(this.rest);
        this.rest = '';
    }
    text() {
        return Buffer.concat(this.chunks).toString('utf8');
    }
}


/***/ }),

/***/ 356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   CS: () => (/* binding */ listFiles),
/* harmony export */   Yd: () => (/* binding */ readTimesShow),
/* harmony export */   Yz: () => (/* binding */ bringIn),
/* harmony export */   Z9: () => (/* binding */ stampUnread),
/* harmony export */   _M: () => (/* binding */ touch),
/* harmony export */   fR: () => (/* binding */ replaceFile),
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   nM: () => (/* binding */ removeFile),
/* harmony export */   o5: () => (/* binding */ readSmall)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6466);
/** A flat folder of files that are told apart by name: listing, digests, times, and bringing files in whole. */





/** Regular files only: an unpacked archive may hold links and folders. Empty where the folder is missing. */
async function listFiles(dir) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(dir).catch(() => []);
    const files = names.map(async (name) => {
        const file = node_path__WEBPACK_IMPORTED_MODULE_3__.join(dir, name);
        const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(file).catch(() => null);
        return facts?.isFile() === true ? { name, file, size: facts.size, usedAt: facts.mtimeMs } : null;
    });
    return (await Promise.all(files)).filter((file) => file !== null);
}
async function makeFolder(dir) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(dir, { recursive: true, mode: 0o700 });
}
async function removeFile(file) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(file, { force: true });
}
/** Lower-case hex sha256 of a file, or of `size` bytes of it. Rejects with file system errors. */
async function sha256Of(file, offset = 0, size = Number.POSITIVE_INFINITY) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    if (size > 0) {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, { start: offset, end: offset + size - 1, highWaterMark: 1 << 18 }), hash);
    }
    return hash.digest('hex');
}
/** Puts a file under its name at once and whole, unless the name is taken. */
async function bringIn(dir, name, write) {
    const target = node_path__WEBPACK_IMPORTED_MODULE_3__.join(dir, name);
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(target).catch(() => null)) !== null)
        return;
    const draft = `${target}.${process.pid}.tmp`;
    try {
        await write(draft);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, target);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(draft, { force: true });
    }
}
/** Sets the last write, and a last read before it, so that the next read shows. */
async function stampUnread(file, writtenAt) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.utimes)(file, new Date(writtenAt - 1000), new Date(writtenAt)).catch(() => { });
}
/** Whether this file system notes reads: not so under `noatime`, and mostly not on Windows. */
async function readTimesShow(dir) {
    const probe = node_path__WEBPACK_IMPORTED_MODULE_3__.join(dir, `read-time.${process.pid}.tmp`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(probe, 'x');
        await stampUnread(probe, Date.now() - 3600_000);
        await sha256Of(probe);
        const { atimeMs, mtimeMs } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(probe);
        return atimeMs > mtimeMs;
    }
    catch {
        return false;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(probe, { force: true });
    }
}
/** Sets the last use. */
async function touch(file, usedAt) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.utimes)(file, new Date(usedAt), new Date(usedAt)).catch(() => { });
}
/** A small text file; '' where there is none, or none that is small. */
async function readSmall(file, maxBytes = 65_536) {
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(file).catch(() => null);
    return facts?.isFile() === true && facts.size <= maxBytes ? (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file, 'utf8').catch(() => '') : '';
}
/** Writes a file so that readers see the old text or the new one. */
async function replaceFile(dir, name, text) {
    await makeFolder(dir);
    const draft = node_path__WEBPACK_IMPORTED_MODULE_3__.join(dir, `${name}.${process.pid}.tmp`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(draft, text, { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(draft, node_path__WEBPACK_IMPORTED_MODULE_3__.join(dir, name));
}


/***/ }),

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

/***/ 6209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ displayWidth),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   _b: () => (/* binding */ mermaidLabel),
/* harmony export */   dj: () => (/* binding */ inHtml),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   kc: () => (/* binding */ logText),
/* harmony export */   pN: () => (/* binding */ inCode),
/* harmony export */   r7: () => (/* binding */ shellWord),
/* harmony export */   tg: () => (/* binding */ inText)
/* harmony export */ });
/* harmony import */ var _model_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6769);
/**
 * Text from peers and users made harmless for the place where it is shown.
 * Every function is total: any string in, one well-formed line (or, for HTML, inline markup) out.
 */

/** Shown as \u{…}: controls, bidi and other invisible marks, lone surrogates, line separators, private use, unassigned. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;
/** More marks than any script stacks on one letter. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;
/**
 * One line of visible text: white space folded, invisible characters spelt out, credentials of URLs removed,
 * cut to `max` code points (the last one is then '…').
 */
function shown(text, max = 200) {
    const visible = (0,_model_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .hideCredentials */ .RW)(text)
        // Nothing beyond this can be seen: megabytes of hostile text cost no more than a page.
        .slice(0, max * 8)
        .replace(/\s+/g, ' ')
        .replace(invisible, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`)
        .replace(stackedMarks, '$1')
        .trim();
    return cut(visible, max);
}
/** At most `max` code points; a cut text ends in '…'. */
function cut(text, max) {
    if (text.length <= max)
        return text;
    const points = Array.from(text);
    return points.length <= max ? text : `${points.slice(0, max - 1).join('')}…`;
}
/**
 * Hostile text as inline code, which GitHub's own filters (mentions, emoji …) leave alone. Empty text gives ''.
 * Only an e-mail address gets a word joiner: cmark-gfm links those even here.
 */
function inCode(text, max) {
    const escaped = entities(shown(text, max).replace(/(?<=[\w.+-])@(?=[\p{L}\p{N}])/gu, '@\u2060'));
    return escaped === '' ? '' : `<code>${escaped}</code>`;
}
/** Hostile text as running text: a word joiner breaks @mention, #123, GH-123, :emoji: and bare links. */
function inText(text, max) {
    return entities(shown(text, max).replace(/([@#:]|GH-)(?=[\p{L}\p{N}/.])/giu, '$1\u2060'));
}
/** Hostile text in an HTML page of our own. */
function inHtml(text, max) {
    return entities(shown(text, max));
}
/** ASCII punctuation as character references, which neither Markdown nor HTML reads as syntax; so is the dot of 'www.'. */
function entities(text) {
    return text.replace(/[!-,/:-@[-`{-~]|(?<=www)\./gi, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** A name in a Mermaid diagram, never empty: letters, digits and a few harmless marks, at most `max` code points. */
function mermaidLabel(text, max = 28) {
    const harmless = shown(text, max * 2).replace(/[^\p{L}\p{M}\p{N} ._()…+-]/gu, '_');
    return cut(harmless, max).trim() || '_';
}
/** A piece of a log line: workflow commands ('::name …::', '##[name]') of every forge lose their meaning. */
function logText(text, max) {
    return shown(text, max)
        .replace(/^::/, ':\\u{3a}')
        .replace(/::(?=[a-z][\w-]*(?: [^:]*)?::)/gi, ':\\u{3a}')
        .replace(/#(?=#[a-z]*\[)/gi, '\\u{23}');
}
/** One word for POSIX shells: as it is where that is safe, else in single quotes. Never adds an option. */
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
/** Columns that a terminal uses: East Asian wide characters and emoji take two, marks none. */
function displayWidth(text) {
    let width = 0;
    for (const point of text)
        width += pointWidth(point);
    return width;
}
const zeroWidth = /[\p{M}\p{Cf}\p{Cc}]/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
function pointWidth(point) {
    if (zeroWidth.test(point))
        return 0;
    return wide.test(point) ? 2 : 1;
}
/** Padded with spaces to `width` columns, after the text or (for numbers) before it. */
function pad(text, width, side = 'end') {
    const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)));
    return side === 'end' ? text + spaces : spaces + text;
}


/***/ }),

/***/ 6314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ logOf),
/* harmony export */   J: () => (/* binding */ noticeLine)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2306);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2299);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1591);




const levelMark = { error: '[!!]', warning: '[! ]', notice: '[i ]', info: '[i ]' };
const standingMark = { chosen: '[=>]', usable: '[ok]', unasked: '[..]', refused: '[no]' };
/** Columns beyond this are left ragged. */
const widestColumn = 40;
/** Everything that the summary says, for people who read the log; escaped, free of credentials. */
function logOf(outcome) {
    const { language } = outcome.plan.inputs;
    const { heading } = (0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .phrasesOf */ .ED)(language);
    const rows = (0,_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .rowsOf */ .RO)(outcome);
    const groups = [
        { title: `${heading.mirrors} (${rows.length})`, lines: aligned(rows.map((row) => mirrorCells(row, language))) },
        { title: heading.decision, lines: [...decisionLines(outcome), ...judgeLines(outcome)] },
        { title: heading.exported, lines: exportedLines(outcome) },
        { title: heading.notices, lines: noticeLines(outcome) },
    ];
    return groups.filter((group) => group.lines.length > 0);
}
function mirrorCells(row, language) {
    const { verdict, standing } = row;
    const { duration, rate, days } = (0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .phrasesOf */ .ED)(language);
    const latency = (0,_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .latencyOf */ .Wg)(verdict);
    return [
        standingMark[standing],
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .logText */ .kc)(verdict.candidate.name, widestColumn),
        row.status === null ? '-' : (0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(row.status, language).word,
        row.daysLeft === null ? '-' : days.left(row.daysLeft),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .logText */ .kc)(verdict.certificate?.protocol ?? '-', 12),
        latency === null ? '-' : duration(latency),
        verdict.throughput === null ? '-' : rate(verdict.throughput.bytesPerSecond),
        wordsOn(row, language),
    ];
}
function wordsOn(row, language) {
    const { standing, rank, verdict } = row;
    const { verdict: phrase } = (0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .phrasesOf */ .ED)(language);
    const unchecked = (0,_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnchecked */ .b)(row) ? phrase.unchecked : '';
    if (standing === 'chosen')
        return phrase.chosen + unchecked;
    if (standing === 'usable')
        return phrase.usable + (rank === null ? '' : phrase.rank(rank)) + unchecked;
    return standing === 'unasked' ? phrase.unasked : refusal(verdict, language);
}
function refusal(verdict, language) {
    const { list } = (0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .phrasesOf */ .ED)(language);
    const words = (0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(verdict.reasons.map((reason) => (0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(reason, language).words), list.comma), 300);
    return verdict.detail === null ? words : `${words}${list.colon}"${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .logText */ .kc)(verdict.detail, 200)}"`;
}
/** Numbers of every row under each other; the last column is left as it is. */
function aligned(table) {
    const columns = Math.max(0, ...table.map((cells) => cells.length - 1));
    const widths = Array.from({ length: columns }, (_, column) => Math.min(widestColumn, Math.max(...table.map((cells) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .displayWidth */ .F1)(cells[column] ?? '')))));
    return table.map((cells) => cells
        .map((cell, column) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .pad */ .eV)(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}
function decisionLines({ decision, plan, verdicts }) {
    const { head, facts } = (0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .phrasesOf */ .ED)(plan.inputs.language);
    if (decision === null && plan.inputs.policy === 'offline')
        return [(0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(head.wheelhouseRefused)];
    if (decision === null)
        return plan.inputs.mode === 'audit' || plan.inputs.mode === 'diagnose'
            ? []
            : [(0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(head.noneUsable(verdicts.length))];
    const why = (0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)((0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .whyOf */ .gf)(decision, plan.inputs.language));
    if (decision.why.code === 'kept' || decision.why.code === 'offline')
        return [why];
    const chosen = decision.why.code === 'expired-tolerated' ? head.tolerated : head.chosen;
    return [
        (0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(chosen(decision.mirror.name)),
        why,
        decision.confirmedByPip ? facts.confirmed : facts.unconfirmed,
        ...(decision.reused ? [facts.reused] : []),
    ];
}
/** By whose eyes the mirrors were judged. */
function judgeLines({ pip, trust, plan }) {
    const { facts } = (0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .phrasesOf */ .ED)(plan.inputs.language);
    return [
        pip === null ? facts.noPip : (0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(facts.pip(pip.version, pip.python)),
        (0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(facts.trust(trust.source, trust.path)),
    ];
}
function exportedLines({ variables }) {
    return Object.entries(variables).map(([name, value]) => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .logText */ .kc)(name, 60)}=${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .logText */ .kc)(value, 1000)}`);
}
function noticeLines({ notices, plan }) {
    return notices.map((notice) => noticeLine(notice, plan.inputs.language));
}
/** One line, escaped. */
function noticeLine(notice, language) {
    const { title, text, remedy } = (0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(notice, language);
    const { list } = (0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .phrasesOf */ .ED)(language);
    const rest = remedy === null ? '' : ` ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(remedy)}`;
    return `${levelMark[notice.level]} ${(0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(title)}${list.colon}${(0,_prose_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(text)}${rest}`;
}


/***/ }),

/***/ 2306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $N: () => (/* binding */ auditTextsOf),
  ED: () => (/* binding */ phrasesOf),
  A3: () => (/* binding */ reasonOf),
  c2: () => (/* binding */ statusOf),
  b6: () => (/* binding */ textOf),
  gf: () => (/* binding */ whyOf)
});

// EXTERNAL MODULE: ./build/src/report/prose.js
var prose = __webpack_require__(2299);
;// CONCATENATED MODULE: ./build/src/report/messages/en/phrases.js
/** English: words around the facts. */

/** '1 mirror', '3 mirrors'. */
function count(number, one, many = `${one}s`) {
    return `${number} ${number === 1 ? one : many}`;
}
/** Whole days, or hours below two days; rounded down, so that nobody has less time than it says. */
function span(days) {
    if (days >= 2)
        return count(Math.floor(days), 'day');
    if (days >= 1 / 24)
        return count(Math.floor(days * 24), 'hour');
    return 'less than an hour';
}
const faults = {
    expired: 'expired',
    'not-yet-valid': 'not yet valid',
    'hostname-mismatch': 'wrong host name',
    'self-signed': 'self-signed',
    'untrusted-issuer': 'unknown issuer',
    'incomplete-chain': 'incomplete chain',
    revoked: 'revoked',
    weak: 'too weak',
    invalid: 'not valid',
    'handshake-failed': 'handshake failed',
    none: 'none (http)',
};
const phrases = {
    list: { comma: ', ', colon: ': ', more: (rest) => `and ${rest} more` },
    status: { ...faults, valid: 'valid', expiring: 'ends soon' },
    level: { error: 'Error', warning: 'Warning', notice: 'Note', info: 'Info' },
    actor: { workflow: 'You', operator: 'The mirror’s operator', network: 'Your network team', wait: 'Nobody: wait' },
    trust: { truststore: 'the system’s certificates', certifi: 'pip’s own certificates', file: 'the CA file' },
    days: {
        left: (days) => (days >= 0 ? span(days) : `ended ${span(-days)} ago`),
        unknown: 'unknown',
    },
    duration: (ms) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`),
    rate: (bytes) => (bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB/s` : `${Math.round(bytes / 1e3)} kB/s`),
    head: {
        chosen: (mirror) => (0,prose/* say */.cv) `pip installs from ${(0,prose/* name */.UU)(mirror)}`,
        tolerated: (mirror) => (0,prose/* say */.cv) `pip installs from ${(0,prose/* name */.UU)(mirror)} without checking its expired certificate`,
        noneUsable: (asked) => (0,prose/* word */.Vm)(`None of ${count(asked, 'mirror')} can be used`),
        wheelhouseRefused: (0,prose/* word */.Vm)('pip could not install from the wheelhouse'),
        kept: (0,prose/* word */.Vm)('No mirror can be used: pip keeps its own settings'),
        offline: (0,prose/* word */.Vm)('pip installs from the wheelhouse, without a network'),
        auditClean: (mirrors) => (0,prose/* word */.Vm)(mirrors === 1 ? 'The certificate is in order' : `All ${mirrors} mirrors are in order`),
        auditTrouble: (troubled, mirrors) => (0,prose/* word */.Vm)(`${troubled} of ${count(mirrors, 'mirror')} ${troubled === 1 ? 'needs' : 'need'} attention`),
        wrongInputs: (problems) => (0,prose/* word */.Vm)(`${count(problems, 'input is', 'inputs are')} wrong: nothing was asked or exported`),
    },
    facts: {
        pip: (version, python) => (0,prose/* say */.cv) `pip ${(0,prose/* quote */.hD)(version)}, Python ${(0,prose/* quote */.hD)(python)}`,
        noPip: 'no pip found: judged as a new pip would',
        took: (ms) => `took ${phrases.duration(ms)}`,
        trust: (source, path) => (0,prose/* say */.cv) `trusts ${(0,prose/* word */.Vm)(phrases.trust[source])} (${path})`,
        usable: (usable, all) => `${usable} of ${count(all, 'mirror')} usable`,
        confirmed: 'confirmed by pip',
        unconfirmed: 'not confirmed by pip',
        reused: 'decision reused from an earlier job',
        next: (mirror, days) => (0,prose/* say */.cv) `the next certificate to end is that of ${(0,prose/* name */.UU)(mirror)}: ${(0,prose/* word */.Vm)(days)}`,
    },
    heading: {
        mirrors: 'Mirrors',
        lifetimes: 'Lifetimes of the certificates',
        exported: 'Exported to later steps',
        bypass: 'What may bypass this choice',
        notices: 'Good to know',
        decision: 'Decision',
    },
    column: {
        mirror: 'Mirror',
        verdict: 'For this job',
        certificate: 'Certificate',
        daysLeft: 'Time left',
        latency: 'Latency',
        throughput: 'Speed',
        variable: 'Variable',
        value: 'Value',
    },
    verdict: {
        chosen: 'chosen',
        usable: 'usable',
        rank: (rank) => ` (no. ${rank})`,
        unchecked: ', but not checked by pip',
        unasked: 'not asked to the end: it could not have changed the decision',
        fileHost: 'the host of its files: ',
        httpStatus: (status) => ` (${status})`,
        missing: (requirements, checked) => (0,prose/* say */.cv) `lacks ${requirements.join(', ')} (${checked} checked)`,
        behind: (serials) => `${count(serials, 'change')} behind PyPI`,
        alsoFaulty: (host, status, days) => (0,prose/* say */.cv) `${host}${(0,prose/* word */.Vm)(`: ${status}${days === null ? '' : `, ${days}`}`)}`,
    },
    picture: {
        caption: (shown, all) => shown < all
            ? `The ${shown} that end first, of ${all}. The upright line is the day on which you look at this.`
            : 'Soonest end first. The upright line is the day on which you look at this.',
        clipped: ' A bar that reaches the edge goes on beyond it.',
    },
    folded: {
        healthy: (rest) => `${count(rest, 'more mirror')} in good order`,
        others: (rest) => count(rest, 'more mirror'),
    },
    exported: { nothing: 'Nothing was exported.' },
    bypass: { none: 'Nothing was found that bypasses this choice.' },
    cut: {
        rows: (rest) => `${count(rest, 'row')} left out to stay within GitHub’s size limit; the JSON report has them all.`,
        annotations: (rest) => `${rest} more like these: see the job summary.`,
    },
};

;// CONCATENATED MODULE: ./build/src/report/messages/en/audit.js


const { status: audit_status, days } = phrases;
const date = (ms) => (0,prose/* word */.Vm)(`${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`);
function listed(parts) {
    return parts.flatMap(([number, text]) => (number > 0 ? [`${number} ${text}`] : [])).join(', ');
}
function countsOf({ refused, expiring, unreachable, valid }) {
    const counted = listed([
        [refused, 'refused'],
        [expiring, expiring === 1 ? 'ends soon' : 'end soon'],
        [unreachable, 'not reached'],
        [valid, 'valid'],
    ]);
    return counted === '' ? 'none' : counted;
}
function line(announcement) {
    const { kind, mirrors, host, port, faults, addresses } = announcement;
    const daysLeft = announcement.daysLeft ?? 0;
    const notAfter = announcement.notAfter ?? 0;
    const names = (0,prose/* joined */.oR)(mirrors.map(prose/* name */.UU), ', ');
    const place = port === 443 ? host : `${host}:${port}`;
    const where = addresses.length === 0
        ? (0,prose/* say */.cv) `${place}`
        : (0,prose/* say */.cv) `${place} at ${(0,prose/* joined */.oR)(addresses.map((at) => (0,prose/* say */.cv) `${at}`), ', ')}`;
    const others = faults.filter((fault) => fault !== 'expired').map((fault) => audit_status[fault]);
    const also = others.length === 0 ? (0,prose/* say */.cv) `` : (0,prose/* say */.cv) ` Also: ${(0,prose/* word */.Vm)(others.join(', '))}.`;
    if (kind === 'expired') {
        return (0,prose/* say */.cv) `${names}: the certificate of ${where} ${(0,prose/* word */.Vm)(days.left(Math.min(daysLeft, -1e-9)))}, on ${date(notAfter)}. pip refuses it.${also}`;
    }
    if (kind === 'refused')
        return (0,prose/* say */.cv) `${names}: pip refuses the certificate of ${where}: ${(0,prose/* word */.Vm)(others.join(', '))}.`;
    if (kind === 'expiring') {
        return (0,prose/* say */.cv) `${names}: the certificate of ${where} ends in ${(0,prose/* word */.Vm)(days.left(daysLeft))}, on ${date(notAfter)}.`;
    }
    return (0,prose/* say */.cv) `${names}: in order again. The certificate of ${where} is valid until ${date(notAfter)} (${(0,prose/* word */.Vm)(days.left(daysLeft))}).`;
}
const audit = {
    alert: {
        title: ({ expired, refused, expiring, healed }) => `pip-mirror-select: ${listed([
            [expired, expired === 1 ? 'certificate has expired' : 'certificates have expired'],
            [refused, refused === 1 ? 'certificate is refused' : 'certificates are refused'],
            [expiring, expiring === 1 ? 'certificate ends soon' : 'certificates end soon'],
            [healed, healed === 1 ? 'certificate is in order again' : 'certificates are in order again'],
        ])}`,
        line,
        more: (rest) => `and ${rest} more`,
        run: 'Show the run',
    },
    issue: {
        title: (mirror) => `Certificate of ${mirror}`,
        opening: (mirror) => (0,prose/* say */.cv) `The last audit found that the certificate of ${(0,prose/* name */.UU)(mirror)} needs attention.`,
        host: 'Host',
        state: 'Certificate',
        end: 'Ends',
        todo: 'What to do',
        updated: (at) => `Last audit: ${at}.`,
        closing: 'This issue is kept up to date by each audit, and closed when the certificate is in order.',
        healed: (mirror) => (0,prose/* say */.cv) `The certificate of ${(0,prose/* name */.UU)(mirror)} is in order again.`,
    },
    badge: { label: 'mirror certificates', message: countsOf },
    page: {
        title: 'Certificates of the mirrors',
        summary: (counts) => `${count(counts.valid + counts.expiring + counts.refused + counts.unreachable, 'mirror')}: ${countsOf(counts)}`,
        updated: (at) => `Last audit: ${at}`,
        history: (audits, since) => (audits === 1 ? 'The first audit' : `The last ${audits} audits, since ${since}`),
        columns: { mirror: 'Mirror', state: 'Certificate', daysLeft: 'Left', history: 'Earlier audits' },
        states: {
            valid: 'valid',
            expiring: 'ends soon',
            refused: 'refused by pip',
            unreachable: 'not reached',
            absent: 'not asked',
        },
        soonest: (left) => `Soonest end: ${left}`,
        noMirrors: 'No mirror was asked.',
    },
};

;// CONCATENATED MODULE: ./build/src/report/messages/en/audit-notices.js
/** English: notices of audits. */


const auditNotices = {
    'alert-failed': ({ channel, code, announcements }) => ({
        title: (0,prose/* say */.cv) `The alert to ${channel} did not arrive`,
        text: (0,prose/* say */.cv) `${(0,prose/* word */.Vm)(count(announcements, 'line'))} could not be told: ${code}. The next audit tells it.`,
        remedy: (0,prose/* word */.Vm)('Check the URL, the secret and the robot’s own rules (keyword, addresses).'),
    }),
    'alert-sent': ({ channel, announcements }) => ({
        title: (0,prose/* say */.cv) `${channel} was told`,
        text: (0,prose/* word */.Vm)(`${count(announcements, 'line')} in one message.`),
        remedy: null,
    }),
    'issue-failed': ({ code }) => ({
        title: (0,prose/* word */.Vm)('The issues could not be kept'),
        text: (0,prose/* say */.cv) `The forge answered ${code}.`,
        remedy: (0,prose/* say */.cv) `Give the job ${'permissions: issues: write'}, and check that the repository has issues turned on.`,
    }),
    'issues-limited': ({ opened, left }) => ({
        title: (0,prose/* word */.Vm)('Not every failing mirror has its issue yet'),
        text: (0,prose/* word */.Vm)(`${count(opened, 'issue')} opened, ${left} left for the next audits.`),
        remedy: null,
    }),
    'status-page-failed': ({ detail }) => ({
        title: (0,prose/* word */.Vm)('The status page could not be written'),
        text: (0,prose/* quote */.hD)(detail),
        remedy: null,
    }),
    'audit-state-lost': ({ detail }) => ({
        title: (0,prose/* word */.Vm)('What was announced could not be kept'),
        text: detail === ''
            ? (0,prose/* word */.Vm)('The next audit may tell it once more.')
            : (0,prose/* say */.cv) `${(0,prose/* quote */.hD)(detail)}. The next audit may tell it once more.`,
        remedy: null,
    }),
};

;// CONCATENATED MODULE: ./build/src/report/messages/en/cache-notices.js


const reasons = {
    asked: 'The input `cache` says so.',
    'pip-without-cache': 'There is no pip, or its own cache is turned off (`PIP_NO_CACHE_DIR`).',
    'pip-unchecked': 'This pip forgets the digests of JSON index pages (22.3 does), so it is given nothing that was kept.',
    'privileged-event': 'The event gives this job secrets or write access while strangers may have a say in its code.',
    release: 'A release is built from fresh downloads.',
    tag: 'A tag is built from fresh downloads.',
    'dir-persists': 'This runner keeps pip’s cache between jobs by itself.',
    platform: 'The platform does not allow this job more (`ACTIONS_CACHE_MODE`).',
    'no-service': 'This runner offers no cache service.',
    late: 'The cache service did not answer in time.',
    failed: 'Something that the cache needs is missing on this runner.',
};
const unsaved = {
    'nothing-to-keep': 'pip downloaded nothing that could be kept.',
    unchanged: 'What is kept already is as good.',
    refused: 'Another job was first, or this job’s token may only read.',
    late: reasons.late,
    failed: reasons.failed,
};
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const cacheNotices = {
    'cache-skipped': ({ reason, detail }) => ({
        title: (0,prose/* word */.Vm)('Downloads are not kept'),
        text: detail === '' ? (0,prose/* word */.Vm)(reasons[reason]) : (0,prose/* say */.cv) `${(0,prose/* word */.Vm)(reasons[reason])} ${(0,prose/* quote */.hD)(detail)}`,
        remedy: reason === 'privileged-event' || reason === 'release' || reason === 'tag' || reason === 'dir-persists'
            ? (0,prose/* word */.Vm)('`cache: read-write` keeps them all the same.')
            : null,
    }),
    'cache-laid-back': ({ mirror, files, bytes }) => ({
        title: (0,prose/* word */.Vm)(`${count(files, 'file')} of earlier runs need no download`),
        text: (0,prose/* say */.cv) `${(0,prose/* word */.Vm)(megabytes(bytes))}, each with the sha256 that ${(0,prose/* name */.UU)(mirror)} lists now.`,
        remedy: null,
    }),
    'cache-refused': ({ files }) => ({
        title: (0,prose/* word */.Vm)(`${count(files, 'kept file')} had wrong bytes`),
        text: (0,prose/* word */.Vm)('Their sha256 is not the one they were kept under. They were removed, and pip downloads them anew.'),
        remedy: (0,prose/* word */.Vm)('Find out who can write the cache: damage is one cause, a forged entry another.'),
    }),
    'cache-key': ({ key, ingredients, matched }) => ({
        title: (0,prose/* word */.Vm)('The downloads’ key'),
        text: (0,prose/* say */.cv) `${key} (${(0,prose/* joined */.oR)(ingredients.map(({ name: part, value }) => (0,prose/* say */.cv) `${(0,prose/* word */.Vm)(part)}: ${value}`), ', ')}).`,
        remedy: matched === '' ? (0,prose/* word */.Vm)('Nothing was kept under it or near it.') : (0,prose/* say */.cv) `Found: ${matched}.`,
    }),
    'cache-saved': ({ key, files, bytes }) => ({
        title: (0,prose/* word */.Vm)('Downloads are kept'),
        text: (0,prose/* say */.cv) `${(0,prose/* word */.Vm)(count(files, 'file'))}, ${(0,prose/* word */.Vm)(megabytes(bytes))}, under ${key}.`,
        remedy: null,
    }),
    'cache-unsaved': ({ reason, detail }) => ({
        title: (0,prose/* word */.Vm)('Nothing was saved'),
        text: detail === '' ? (0,prose/* word */.Vm)(unsaved[reason]) : (0,prose/* say */.cv) `${(0,prose/* word */.Vm)(unsaved[reason])} ${(0,prose/* quote */.hD)(detail)}`,
        remedy: null,
    }),
    'cache-headers': ({ mirror }) => ({
        title: (0,prose/* say */.cv) `pip itself keeps nothing of ${(0,prose/* name */.UU)(mirror)}`,
        text: (0,prose/* say */.cv) `Its files come without headers that let pip cache them (${'ETag'}, ${'Cache-Control'}), so that pip would download them in every run. They are kept all the same: after the job its pip fetches once more what it installed.`,
        remedy: (0,prose/* say */.cv) `Mirror operators: send ${'Cache-Control: max-age=365000000, immutable'} with files.`,
    }),
};

;// CONCATENATED MODULE: ./build/src/report/messages/en/diagnosis-notices.js


const diagnosisNotices = {
    'diagnosed-fault': ({ mirror, reason, better }, tell) => ({
        title: (0,prose/* say */.cv) `pip cannot install from ${(0,prose/* name */.UU)(mirror)}: ${tell(reason).words}`,
        text: (0,prose/* say */.cv) `This is what hides behind “No matching distribution found”.${better === null ? (0,prose/* word */.Vm)('') : (0,prose/* say */.cv) ` pip would install from ${(0,prose/* name */.UU)(better)} right now.`}`,
        remedy: tell(reason).remedy,
    }),
    'diagnosed-missing': ({ mirror, requirements, elsewhere }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} works, but does not have ${requirements}`,
        text: elsewhere === null
            ? (0,prose/* say */.cv) `No mirror that was asked has it for this Python and platform: look for a slip in name or version, a private package, or a version without a wheel for this interpreter.`
            : (0,prose/* say */.cv) `${(0,prose/* name */.UU)(elsewhere)} has it.`,
        remedy: elsewhere === null
            ? (0,prose/* word */.Vm)('Correct the requirement, or name the private index in `extra-index-urls`.')
            : (0,prose/* word */.Vm)('Let the action choose again: it takes no mirror that lacks what the job needs.'),
    }),
    'diagnosed-healthy': ({ mirror, checked }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} works now`,
        text: (0,prose/* say */.cv) `Index, file and metadata were served to pip’s own requests, and ${count(checked, 'requirement')} were found. If the install failed because of the network, it has passed; otherwise the cause is not the mirror.`,
        remedy: (0,prose/* word */.Vm)('Run the job again, or read pip’s own error above.'),
    }),
    'diagnosed-no-index': ({ variable }) => ({
        title: (0,prose/* word */.Vm)('The index in use cannot be read'),
        text: (0,prose/* say */.cv) `${variable} holds no URL that pip could use.`,
        remedy: (0,prose/* say */.cv) `Set ${variable} to one https URL that ends in /simple/.`,
    }),
};

;// CONCATENATED MODULE: ./build/src/report/messages/en/scene-notices.js


const unread = {
    unreadable: 'cannot be read',
    'too-large': 'is too large to be read',
    'too-many-files': 'is one file too many',
    'not-text': 'is no text',
    syntax: 'has a syntax error',
    'invalid-requirement': 'is no requirement',
    'unknown-option': 'is no option of a requirements file that is known here',
    'remote-file': 'is on another machine, and is not fetched',
    'outside-workspace': 'leads out of the checkout',
    recursive: 'includes itself',
    'unset-variable': 'names a variable that is not set',
};
const limits = {
    'extra-index': 'It has no variable for a further index.',
    fallback: 'It has no variable for a second index.',
    'trusted-host': 'It has no variable that switches certificate checks off.',
    offline: 'It has no variable for a folder of wheels.',
};
const folderProblems = {
    absent: 'The folder does not exist.',
    'not-a-folder': 'It is a file.',
    empty: 'There is no wheel in it.',
};
const fileFaults = {
    unreadable: 'cannot be read',
    empty: 'is empty',
    'not-a-zip': 'is no zip archive',
    truncated: 'is cut short',
    damaged: 'is damaged',
    checksum: 'has content that does not match its checksum',
    encrypted: 'is encrypted',
    'unsafe-path': 'has a path that leads out of its folder',
    'double-entry': 'has the same entry twice',
    'headers-differ': 'has two different headers for one entry',
    oversized: 'unpacks to far more than a wheel holds',
    name: 'is no name of a wheel',
    'no-metadata': 'has no metadata',
    'metadata-differs': 'has metadata of something else',
    record: 'does not match its own RECORD',
    sums: 'differs from SHA256SUMS',
    'lock-hash': 'has another hash than the lock file says',
    platform: 'is for another interpreter or machine',
};
const lacks = {
    absent: 'nothing of it is there',
    version: 'only other versions are there',
    platform: 'only wheels for other interpreters or machines are there',
    python: 'it is for other Python versions',
    hash: 'the file there has another hash',
    faulty: 'the file there is not sound',
    outside: 'it comes from an address that needs a network',
};
function scene_notices_megabytes(bytes) {
    return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
const sceneNotices = {
    'inherited-replaced': ({ variable, value }) => ({
        title: (0,prose/* say */.cv) `The job had set ${variable} already`,
        text: (0,prose/* say */.cv) `${value} is replaced by the choice of this step.`,
        remedy: null,
    }),
    'installer-limit': ({ installer, what, value }) => ({
        title: (0,prose/* say */.cv) `${installer} will not use ${value}`,
        text: (0,prose/* word */.Vm)(limits[what]),
        remedy: (0,prose/* say */.cv) `Name it in ${installer}’s own project file, or use pip or uv for this job.`,
    }),
    'uv-lock': ({ file }) => ({
        title: (0,prose/* say */.cv) `${file} holds its own addresses`,
        text: (0,prose/* word */.Vm)('`uv sync --frozen` downloads from the addresses in the lock file, `--locked` fails when the index differs, and a new lock would name the mirror.'),
        remedy: (0,prose/* word */.Vm)('Keep uv out of `installers` for steps that lock, or lock where no mirror is set.'),
    }),
    'uv-roots-replaced': ({ caBundle }) => ({
        title: (0,prose/* word */.Vm)('uv will trust your CA file alone'),
        text: (0,prose/* say */.cv) `${'SSL_CERT_FILE'} is ${caBundle}: uv then refuses every host with a public certificate, also for Python downloads.`,
        remedy: (0,prose/* word */.Vm)('Add the public roots to that file where the job needs public hosts too.'),
    }),
    'uv-insecure-wider': ({ host }) => ({
        title: (0,prose/* say */.cv) `uv trusts every port of ${host.replace(/:443$/, '')}`,
        text: (0,prose/* say */.cv) `uv cannot express ${host}: the narrowest form that it understands covers the whole host.`,
        remedy: (0,prose/* word */.Vm)('Give the mirror a certificate that your `ca-bundle` verifies.'),
    }),
    'poetry-plugin': ({ plugin }) => ({
        title: (0,prose/* say */.cv) `Poetry needs the plugin ${plugin}`,
        text: (0,prose/* word */.Vm)('Without it Poetry ignores the variable and asks pypi.org.'),
        remedy: (0,prose/* say */.cv) `Run ${`poetry self add ${plugin}`} in an earlier step.`,
    }),
    'pytorch-index': ({ url, platform }) => ({
        title: (0,prose/* say */.cv) `PyTorch wheels for ${platform}: ${url}`,
        text: (0,prose/* say */.cv) `Install them alone, before the rest: ${`pip install torch --index-url ${url}`}. It is no extra index, because pip would mix its versions with those of PyPI.`,
        remedy: null,
    }),
    'pytorch-flat': ({ url, platform }) => ({
        title: (0,prose/* say */.cv) `PyTorch wheels for ${platform} are only on a flat page`,
        text: (0,prose/* say */.cv) `${url} lists all files on one page, which ${'--index-url'} cannot read; the output stays empty.`,
        remedy: (0,prose/* say */.cv) `Use ${`pip install torch --find-links ${url}`}.`,
    }),
    'pytorch-none': ({ platform, asked }) => ({
        title: (0,prose/* say */.cv) `No PyTorch index for ${platform} can be used`,
        text: (0,prose/* word */.Vm)(`${asked} were asked; the output stays empty.`),
        remedy: null,
    }),
    'pytorch-internal': ({ platform }) => ({
        title: (0,prose/* say */.cv) `No PyTorch index for ${platform} was asked`,
        text: (0,prose/* word */.Vm)('Policy `internal` contacts no public host, and all known PyTorch indexes are public.'),
        remedy: (0,prose/* word */.Vm)('Proxy `https://download.pytorch.org/whl/` on your own server and use its address in the workflow.'),
    }),
    'pytorch-macos': ({ platform }) => ({
        title: (0,prose/* say */.cv) `There are no ${platform} wheels for macOS`,
        text: (0,prose/* word */.Vm)('PyTorch for macOS has one kind of wheel, on PyPI and under `cpu`.'),
        remedy: (0,prose/* word */.Vm)('Set `pytorch` to `cpu` for macOS jobs.'),
    }),
    'pytorch-tag-gone': ({ platform, torch, last, nearest }) => ({
        title: (0,prose/* say */.cv) `torch ${torch} has no ${platform} wheels`,
        text: (0,prose/* say */.cv) `${platform} ended with torch ${last}.`,
        remedy: (0,prose/* say */.cv) `Use ${nearest}, the nearest that torch ${torch} has, or torch ${last}.`,
    }),
    'pytorch-tag-early': ({ platform, torch, first, nearest }) => ({
        title: (0,prose/* say */.cv) `torch ${torch} has no ${platform} wheels`,
        text: (0,prose/* say */.cv) `${platform} came with torch ${first}.`,
        remedy: (0,prose/* say */.cv) `Use ${nearest}, the nearest that torch ${torch} has, or torch ${first}.`,
    }),
    'pytorch-tag-unknown': ({ platform, nearest }) => ({
        title: (0,prose/* say */.cv) `No known torch has ${platform} wheels`,
        text: (0,prose/* word */.Vm)('The index alone can tell.'),
        remedy: (0,prose/* say */.cv) `The nearest known platform is ${nearest}.`,
    }),
    'pytorch-no-wheel': ({ platform, torch }) => ({
        title: (0,prose/* say */.cv) `The index lists no torch ${torch} for ${platform} that this interpreter takes`,
        text: (0,prose/* word */.Vm)('pip would find no version.'),
        remedy: (0,prose/* word */.Vm)('Check the Python version and the machine against the wheels of that release.'),
    }),
    'pytorch-label': ({ project, version, platform }) => ({
        title: (0,prose/* say */.cv) `${`${project}==${version}`} is not a ${platform} build`,
        text: (0,prose/* word */.Vm)('The part after the plus sign names the compute platform.'),
        remedy: (0,prose/* say */.cv) `Write the version without it, or set ${'pytorch'} to the same platform.`,
    }),
    'pytorch-companion': ({ torch, project, version, belongs }) => ({
        title: (0,prose/* say */.cv) `${project} ${version} does not belong to torch ${torch}`,
        text: (0,prose/* word */.Vm)('They share compiled parts: pip refuses the pair, or the import fails.'),
        remedy: (0,prose/* say */.cv) `Use ${`${project}==${belongs}`}.`,
    }),
    'pytorch-mixed': ({ platform, other, host }) => ({
        title: (0,prose/* say */.cv) `An index for ${other} stands beside ${platform}`,
        text: (0,prose/* say */.cv) `pip takes the higher version from either, whatever the hardware; the index is on ${host}.`,
        remedy: (0,prose/* say */.cv) `Remove the ${other} index from this job.`,
    }),
    'requirements-missing': ({ mirror, requirements }) => ({
        title: (0,prose/* say */.cv) `No index has ${(0,prose/* joined */.oR)(requirements.slice(0, 10).map((raw) => (0,prose/* say */.cv) `${raw}`), ', ')}`,
        text: (0,prose/* say */.cv) `pip would find no version that this interpreter takes on ${(0,prose/* name */.UU)(mirror)} or beside it.`,
        remedy: (0,prose/* word */.Vm)('Name the index that has it in `extra-index-urls`, or check the spelling and the version.'),
    }),
    'requirements-unread': ({ problems }) => ({
        title: (0,prose/* word */.Vm)(`${count(problems.length, 'place')} in the requirements ${problems.length === 1 ? 'was' : 'were'} not understood`),
        text: (0,prose/* joined */.oR)(problems
            .slice(0, 5)
            .map(({ code, file, line, detail }) => (0,prose/* say */.cv) `${file}:${String(line)}: ${(0,prose/* word */.Vm)(unread[code])} (${detail}).`), ' '),
        remedy: (0,prose/* word */.Vm)('What these places name is not looked for on the mirrors; everything else is.'),
    }),
    'forwards-to-public': ({ mirror, project, host }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} forwards to ${host}`,
        text: (0,prose/* say */.cv) `Asked for ${project}, it sends pip to a public host. Names of private packages leak there, and a stranger can publish under them.`,
        remedy: (0,prose/* word */.Vm)('Switch forwarding off: GitLab has a setting for it, pypiserver needs `--disable-fallback`. Nothing was sent to the public host.'),
    }),
    'links-to-public': ({ mirror, host }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} links its files to ${host}`,
        text: (0,prose/* word */.Vm)('pip would download them from a public host.'),
        remedy: (0,prose/* word */.Vm)('Let the server store or proxy the files itself.'),
    }),
    'serves-public': ({ mirror, project }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} also serves public packages`,
        text: (0,prose/* say */.cv) `It has ${project}: whoever publishes a private name there may be mixed in.`,
        remedy: (0,prose/* word */.Vm)('Let the server give private names precedence: a blocklist, routing rules, or devpi’s whitelist.'),
    }),
    'wheelhouse-folder': ({ folder, problem }) => ({
        title: (0,prose/* say */.cv) `${folder} is no wheelhouse`,
        text: (0,prose/* word */.Vm)(folderProblems[problem]),
        remedy: (0,prose/* word */.Vm)('Fill it with `mode: download` where there is a network, and hand it over as an artifact.'),
    }),
    'wheelhouse-file': ({ file, fault, detail }) => ({
        title: (0,prose/* say */.cv) `${file} ${(0,prose/* word */.Vm)(fileFaults[fault])}`,
        text: detail === '' ? (0,prose/* word */.Vm)('Installers would stop at it, or install something else.') : (0,prose/* quote */.hD)(detail),
        remedy: fault === 'platform' ? null : (0,prose/* word */.Vm)('Download it again and compare its hash with the lock file.'),
    }),
    'wheelhouse-missing': ({ requirement, requiredBy, cause, found }) => ({
        title: (0,prose/* say */.cv) `The wheelhouse lacks ${requirement}`,
        text: (0,prose/* say */.cv) `${requiredBy} asks for it; ${(0,prose/* word */.Vm)(lacks[cause])}${found === '' ? (0,prose/* word */.Vm)('.') : (0,prose/* say */.cv) `: ${found}.`}`,
        remedy: cause === 'outside' ? (0,prose/* word */.Vm)('Build a wheel of it and require that version instead.') : null,
    }),
    'wheelhouse-built': ({ file }) => ({
        title: (0,prose/* say */.cv) `${file} must be built on this machine`,
        text: (0,prose/* word */.Vm)('A source archive needs its build tools from the wheelhouse too, and maybe a compiler.'),
        remedy: (0,prose/* say */.cv) `Put a wheel in its place: ${'pip wheel --no-deps'}.`,
    }),
    'wheelhouse-complete': ({ folder, files, projects }) => ({
        title: (0,prose/* word */.Vm)('The wheelhouse is complete'),
        text: (0,prose/* say */.cv) `${(0,prose/* word */.Vm)(count(projects, 'project'))} found in ${(0,prose/* word */.Vm)(count(files, 'file'))} of ${folder}.`,
        remedy: null,
    }),
    'wheelhouse-refused': ({ detail }) => ({
        title: (0,prose/* word */.Vm)('pip would not install from the wheelhouse'),
        text: (0,prose/* quote */.hD)(detail),
        remedy: null,
    }),
    'download-filled': ({ folder, mirror, files, bytes }) => ({
        title: (0,prose/* say */.cv) `${folder} is filled`,
        text: (0,prose/* say */.cv) `${(0,prose/* word */.Vm)(count(files, 'file'))}, ${(0,prose/* word */.Vm)(scene_notices_megabytes(bytes))}, from ${(0,prose/* name */.UU)(mirror)}, with ${'SHA256SUMS'} and ${'manifest.json'}.`,
        remedy: null,
    }),
    'download-failed': ({ source, detail }) => ({
        title: (0,prose/* say */.cv) `pip could not download everything that ${source} asks for`,
        text: (0,prose/* quote */.hD)(detail),
        remedy: null,
    }),
    'download-nothing': () => ({
        title: (0,prose/* word */.Vm)('There is nothing to download'),
        text: (0,prose/* word */.Vm)('No file matches `requirements`, and `packages` is empty.'),
        remedy: (0,prose/* word */.Vm)('Name what the isolated network needs in one of the two inputs.'),
    }),
    'download-needs-pip': () => ({
        title: (0,prose/* word */.Vm)('There is no pip to download with'),
        text: (0,prose/* word */.Vm)('`mode: download` runs the job’s own pip, so that the wheels suit that interpreter.'),
        remedy: (0,prose/* word */.Vm)('Run the step after `actions/setup-python`, or set `python`.'),
    }),
};

;// CONCATENATED MODULE: ./build/src/report/messages/en/notices.js






const { duration, days: notices_days } = phrases;
const notices_date = (ms) => (0,prose/* word */.Vm)(new Date(ms).toISOString().slice(0, 10));
const inputFault = {
    'unknown-word': 'is not a known word',
    'not-a-url': 'is not a URL',
    'wrong-scheme': 'is neither https nor http',
    'white-space': 'has white space inside',
    'not-a-number': 'is not a number',
    'out-of-range': 'is out of range',
    duplicate: 'is given twice',
    'not-found': 'does not exist',
    malformed: 'cannot be read',
    missing: 'is needed here, but empty',
    conflict: 'does not go with the other inputs',
    retired: 'is out of service',
    public: 'is a public host, which this policy forbids',
};
function inputProblem(problem) {
    const nearest = problem.nearest === null ? (0,prose/* say */.cv) `` : (0,prose/* say */.cv) ` Did you mean ${problem.nearest}?`;
    return (0,prose/* say */.cv) `${problem.input}: ${problem.value} ${(0,prose/* word */.Vm)(inputFault[problem.kind])}; allowed: ${(0,prose/* quote */.hD)(problem.allowed)}.${nearest}`;
}
const notices = {
    ...sceneNotices,
    ...cacheNotices,
    ...auditNotices,
    ...diagnosisNotices,
    'input-problems': ({ problems }) => ({
        title: (0,prose/* word */.Vm)(count(problems.length, 'wrong input')),
        text: (0,prose/* joined */.oR)(problems.map(inputProblem), ' '),
        remedy: (0,prose/* word */.Vm)('Correct them in the workflow; nothing was asked and nothing exported.'),
    }),
    'none-usable': ({ asked }) => ({
        title: (0,prose/* word */.Vm)('No mirror can be used'),
        text: (0,prose/* word */.Vm)(`pip would not install this job’s requirements from any of the ${count(asked, 'mirror')}.`),
        remedy: (0,prose/* word */.Vm)('The table says why for each. `on-none: keep` lets the job go on with pip’s own settings.'),
    }),
    'kept-settings': ({ indexUrl }) => ({
        title: (0,prose/* word */.Vm)('pip keeps its own settings'),
        text: indexUrl === null
            ? (0,prose/* word */.Vm)('No mirror can be used; pip will ask its default index.')
            : (0,prose/* say */.cv) `No mirror can be used; pip will ask ${indexUrl} as before.`,
        remedy: null,
    }),
    'expired-tolerated': ({ mirror, trustedHost, endedAt, until, witness }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} is trusted without a check`,
        text: (0,prose/* say */.cv) `Its certificate ended on ${notices_date(endedAt)}. Because the policy is ${'allow-expired'}, ${trustedHost} is now a trusted host: pip checks nothing at all there, and anybody on the way can hand out packages of their own. Its hashes agreed with ${witness} when this step ran.`,
        remedy: (0,prose/* say */.cv) `Renew the certificate; this is tolerated until ${notices_date(until)}. Until then set ${'require-hashes: true'} with a lock file that has hashes.`,
    }),
    'expired-no-witness': ({ mirror }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} stays refused: nobody vouches for it`,
        text: (0,prose/* say */.cv) `Its certificate has expired, and no verified mirror or lock file has the same hashes for what this job installs. Without a witness an expired certificate is not tolerated.`,
        remedy: (0,prose/* say */.cv) `Name a second mirror of another operator, or keep a lock file with hashes in the repository.`,
    }),
    'pip-refused': ({ mirror, detail }) => ({
        title: (0,prose/* say */.cv) `pip could not download from ${(0,prose/* name */.UU)(mirror)}`,
        text: (0,prose/* say */.cv) `The next mirror was tried. pip said: ${(0,prose/* quote */.hD)(detail)}`,
        remedy: null,
    }),
    'hash-mismatch': ({ mirror, file, reference }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} has other files than the original`,
        text: (0,prose/* say */.cv) `The sha256 of ${file} differs from that of ${reference}. The mirror is out.`,
        remedy: (0,prose/* word */.Vm)('Tell its operator: the files may be damaged or forged.'),
    }),
    'dependency-confusion': ({ project, privateIndex, winner }) => ({
        title: (0,prose/* say */.cv) `${project} exists on a private and on a public index`,
        text: (0,prose/* say */.cv) `pip merges both and would take it from ${winner}. Anybody can publish a higher version under a public name.`,
        remedy: (0,prose/* say */.cv) `Reserve the name on PyPI, or let ${privateIndex} serve the public packages too and use it alone.`,
    }),
    'certificate-refused': ({ mirror, host, fault }) => ({
        title: (0,prose/* say */.cv) `pip refuses the certificate of ${(0,prose/* name */.UU)(mirror)}`,
        text: (0,prose/* say */.cv) `${host}: ${faultWords(fault)}.`,
        remedy: (0,prose/* word */.Vm)('The table says what to do and who has to act.'),
    }),
    'certificate-expiring': ({ mirror, host, daysLeft }) => ({
        title: (0,prose/* say */.cv) `The certificate of ${(0,prose/* name */.UU)(mirror)} ends soon`,
        text: daysLeft >= 0 ? (0,prose/* say */.cv) `${host}: ${(0,prose/* word */.Vm)(notices_days.left(daysLeft))} left.` : (0,prose/* say */.cv) `${host}: ${(0,prose/* word */.Vm)(notices_days.left(daysLeft))}.`,
        remedy: (0,prose/* word */.Vm)('Its operator has to renew it.'),
    }),
    'http-mirror': ({ mirror, host }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} is used over plain http`,
        text: (0,prose/* say */.cv) `You listed ${host} in ${'trusted-hosts'}. Anybody on the way can read and change what pip downloads.`,
        remedy: (0,prose/* say */.cv) `Use https, or set ${'require-hashes: true'}.`,
    }),
    disagreement: ({ mirror, host }) => ({
        title: (0,prose/* say */.cv) `Two opinions on the certificate of ${(0,prose/* name */.UU)(mirror)}`,
        text: (0,prose/* say */.cv) `OpenSSL and our own check of ${host} differ. The stricter one counted.`,
        remedy: (0,prose/* word */.Vm)('Please report it with the JSON report of this step.'),
    }),
    'trust-problem': ({ problem }) => ({
        title: (0,prose/* word */.Vm)('pip cannot read its trusted certificates'),
        text: (0,prose/* say */.cv) `${(0,prose/* quote */.hD)(problem)}. pip itself would stop here.`,
        remedy: (0,prose/* say */.cv) `Correct ${'PIP_CERT'}, ${'REQUESTS_CA_BUNDLE'} or ${'SSL_CERT_FILE'}, or the setting ${'cert'} in pip.conf.`,
    }),
    'bypass-requirements-index': ({ file, line, option }) => ({
        title: (0,prose/* say */.cv) `${file} names an index of its own`,
        text: (0,prose/* say */.cv) `Line ${line}: ${option} counts more than the variables of this step.`,
        remedy: (0,prose/* word */.Vm)('Remove the line to let the choice take effect.'),
    }),
    'bypass-pip-conf': ({ file, setting }) => ({
        title: (0,prose/* say */.cv) `${file} has a say too`,
        text: (0,prose/* say */.cv) `It sets ${setting}; pip adds that to the choice of this step.`,
        remedy: (0,prose/* word */.Vm)('Remove the setting if it is not meant.'),
    }),
    'bypass-uv-index': ({ file, index }) => ({
        title: (0,prose/* say */.cv) `${file} names an index for uv`,
        text: (0,prose/* say */.cv) `uv asks ${index} first, whatever this step exports.`,
        remedy: (0,prose/* word */.Vm)('Remove it to let the choice take effect.'),
    }),
    'bypass-lock-urls': ({ file, hosts }) => ({
        title: (0,prose/* say */.cv) `${file} has the addresses of its files inside`,
        text: (0,prose/* say */.cv) `They come from ${hosts.join(', ')}, whichever mirror is chosen.`,
        remedy: (0,prose/* word */.Vm)('Lock again through the mirror, or accept it.'),
    }),
    'inherited-kept': ({ variable, value }) => ({
        title: (0,prose/* say */.cv) `The job had set ${variable} already`,
        text: (0,prose/* say */.cv) `${value} is kept beside the choice of this step.`,
        remedy: null,
    }),
    'retired-host': ({ host, replacement }) => ({
        title: (0,prose/* say */.cv) `${host} is out of service`,
        text: replacement === null ? (0,prose/* word */.Vm)('Nothing has taken its place.') : (0,prose/* say */.cv) `${replacement} has taken its place.`,
        remedy: replacement === null ? (0,prose/* word */.Vm)('Remove it from `mirrors`.') : (0,prose/* word */.Vm)('Change the address in `mirrors`.'),
    }),
    redirector: ({ mirror, target }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} only sends on to other mirrors`,
        text: target === null
            ? (0,prose/* word */.Vm)('Where it leads may change from one request to the next.')
            : (0,prose/* say */.cv) `This time to ${target}; it may change from one request to the next.`,
        remedy: (0,prose/* word */.Vm)('Name the mirror itself: steadier, and caches keep their worth.'),
    }),
    stale: ({ mirror, behind }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} lags behind PyPI`,
        text: (0,prose/* word */.Vm)(`It is ${count(behind, 'change')} behind.`),
        remedy: null,
    }),
    'pip-missing': ({ python }) => ({
        title: (0,prose/* word */.Vm)('No pip was found'),
        text: python === null
            ? (0,prose/* word */.Vm)('The mirrors were judged as a new pip would judge them, and nothing was confirmed.')
            : (0,prose/* say */.cv) `${python} has none. The mirrors were judged as a new pip would judge them, and nothing was confirmed.`,
        remedy: (0,prose/* say */.cv) `Run this step after ${'actions/setup-python'} for a verdict that is exactly your pip’s.`,
    }),
    'summary-unavailable': () => ({
        title: (0,prose/* word */.Vm)('No job summary here'),
        text: (0,prose/* word */.Vm)('This runner shows none; the log has everything.'),
        remedy: null,
    }),
    'output-truncated': ({ output, bytes }) => ({
        title: (0,prose/* say */.cv) `${output} was shortened`,
        text: (0,prose/* word */.Vm)(`It would have had ${bytes} bytes, more than is allowed.`),
        remedy: (0,prose/* word */.Vm)('The JSON report is complete.'),
    }),
    'reused-decision': ({ mirror, ageMinutes }) => ({
        title: (0,prose/* word */.Vm)('An earlier decision was reused'),
        text: (0,prose/* say */.cv) `Another job chose ${(0,prose/* name */.UU)(mirror)} ${(0,prose/* word */.Vm)(ageMinutes < 1 ? 'less than a minute' : count(Math.floor(ageMinutes), 'minute'))} ago; a quick check found it in order.`,
        remedy: (0,prose/* say */.cv) `${'reuse-minutes: 0'} decides anew each time.`,
    }),
};
function faultWords(fault) {
    const words = Object.entries(phrases.status).find(([status]) => status === fault)?.[1];
    return words === undefined ? (0,prose/* quote */.hD)(fault) : (0,prose/* word */.Vm)(words);
}
const tieBreak = {
    cache: 'the cache of an earlier run came from it',
    operator: 'it is run by others than the mirrors that fail together',
    'days-left': 'its certificate lasts longest',
    freshness: 'it is nearest to PyPI',
    order: 'it stands first in your list',
};
const why = {
    fastest: ({ expectedMs, nextName, nextMs }) => nextName === null || nextMs === null
        ? (0,prose/* say */.cv) `It is the fastest: ${(0,prose/* word */.Vm)(duration(expectedMs))} expected for this job’s install.`
        : (0,prose/* say */.cv) `It is the fastest: ${(0,prose/* word */.Vm)(duration(expectedMs))} expected for this job’s install, ${(0,prose/* word */.Vm)(duration(nextMs))} for ${(0,prose/* name */.UU)(nextName)}, the next.`,
    tie: ({ bandPercent, by, others }) => (0,prose/* say */.cv) `It is as fast as ${(0,prose/* joined */.oR)(others.slice(0, 5).map(prose/* name */.UU), ', ')} (within ${bandPercent} %); chosen because ${(0,prose/* word */.Vm)(tieBreak[by])}.`,
    'only-usable': () => (0,prose/* word */.Vm)('It is the only one that pip would install from.'),
    'first-usable': () => (0,prose/* word */.Vm)('It is the first in the list that pip would install from.'),
    'expired-tolerated': ({ until, witness }) => (0,prose/* say */.cv) `No verified mirror can be used. Its certificate has expired, which is tolerated until ${notices_date(until)}; its hashes agree with ${witness}.`,
    kept: () => (0,prose/* word */.Vm)('No mirror can be used, so pip keeps its own settings.'),
    offline: () => (0,prose/* word */.Vm)('The policy is offline: packages come from the wheelhouse.'),
};

;// CONCATENATED MODULE: ./build/src/report/messages/en/reasons.js
const reasons_reasons = {
    'certificate-expired': {
        words: 'certificate has expired',
        remedy: 'Renew it, and load the new one on every node.',
        actor: 'operator',
    },
    'certificate-not-yet-valid': {
        words: 'certificate is not valid yet',
        remedy: 'Check the clock of this machine first; if it is right, the server has the wrong certificate.',
        actor: 'workflow',
    },
    'certificate-hostname-mismatch': {
        words: 'certificate is for another host name',
        remedy: 'Check the URL. If it is right, its operator has to present a certificate with this name.',
        actor: 'workflow',
    },
    'certificate-self-signed': {
        words: 'certificate is self-signed',
        remedy: 'If the server is your own, give its CA as `ca-bundle`. Otherwise do not trust it.',
        actor: 'workflow',
    },
    'certificate-untrusted-issuer': {
        words: 'certificate comes from an issuer that pip does not trust',
        remedy: 'If the issuer is your own CA, give it as `ca-bundle`. Otherwise somebody may be reading along.',
        actor: 'workflow',
    },
    'certificate-incomplete-chain': {
        words: 'server does not send its intermediate certificate',
        remedy: 'Configure the full chain (“fullchain.pem”). Browsers hide this fault, pip does not.',
        actor: 'operator',
    },
    'certificate-revoked': {
        words: 'certificate was revoked',
        remedy: 'Replace it at once: its key may be in other hands.',
        actor: 'operator',
    },
    'certificate-weak': {
        words: 'certificate’s key or signature is too weak for pip',
        remedy: 'Issue a new one: RSA with 2048 bits or more, or EC, signed with SHA-256.',
        actor: 'operator',
    },
    'certificate-invalid': {
        words: 'certificate breaks a rule that pip checks',
        remedy: 'Issue a new one; key usage, name limits or the chain are wrong. The report has the details.',
        actor: 'operator',
    },
    'certificate-handshake-failed': {
        words: 'no secure connection came about',
        remedy: 'Check that the port speaks TLS 1.2 or 1.3 and that no device in between breaks it.',
        actor: 'operator',
    },
    'certificate-none': {
        words: 'has no certificate (plain http)',
        remedy: 'Use its https address, or list the host in `trusted-hosts` if you accept the danger.',
        actor: 'workflow',
    },
    'dns-failure': {
        words: 'host name does not resolve',
        remedy: 'Check the spelling and the DNS of this runner.',
        actor: 'workflow',
    },
    'connection-refused': {
        words: 'connection refused',
        remedy: 'The server is down or a firewall says no. Check the port and the network’s rules.',
        actor: 'network',
    },
    'connection-reset': {
        words: 'connection was cut',
        remedy: 'A firewall or an overloaded server. If it stays, ask your network team.',
        actor: 'network',
    },
    timeout: {
        words: 'no answer in time',
        remedy: 'Far away, overloaded or filtered. Drop it from `mirrors`, or raise `timeout` if it is merely slow.',
        actor: 'workflow',
    },
    'http-403': {
        words: 'access denied (403)',
        remedy: 'May have blocked this network. Send them the words quoted here, or use another mirror.',
        actor: 'operator',
    },
    'http-404': {
        words: 'no such index (404)',
        remedy: 'Check the path of the URL; most end in /simple/.',
        actor: 'workflow',
    },
    'http-407': {
        words: 'the proxy wants a login (407)',
        remedy: 'Put the proxy’s user and password into HTTPS_PROXY as a secret.',
        actor: 'workflow',
    },
    'http-429': {
        words: 'too many requests (429)',
        remedy: 'Wait; many jobs share this address. A cache or an own mirror takes the load off.',
        actor: 'wait',
    },
    'http-4xx': {
        words: 'request refused',
        remedy: 'Check the URL. If it is right, ask the operator.',
        actor: 'workflow',
    },
    'http-5xx': {
        words: 'server error',
        remedy: 'The mirror has a fault of its own. It usually passes.',
        actor: 'wait',
    },
    'http-other': {
        words: 'unexpected answer',
        remedy: 'Check that the URL is a Python package index.',
        actor: 'workflow',
    },
    'blocked-user-agent': {
        words: 'pip is blocked, other clients are not',
        remedy: 'Has a filter that judges clients by their name. Send them the words quoted here.',
        actor: 'operator',
    },
    'not-an-index': {
        words: 'answer is not a package index',
        remedy: 'Check the path of the URL. A login page of the network (captive portal) looks like this too.',
        actor: 'workflow',
    },
    'invalid-response': {
        words: 'answer breaks the rules of HTTP',
        remedy: 'The server or a device in between is faulty.',
        actor: 'operator',
    },
    truncated: {
        words: 'answer ends in the middle',
        remedy: 'The server or a device in between cuts connections. If it stays, tell the operator.',
        actor: 'operator',
    },
    'redirect-loop': {
        words: 'redirects go round in a circle',
        remedy: 'The mirror’s configuration is wrong; use another address of it, if there is one.',
        actor: 'operator',
    },
    'insecure-redirect': {
        words: 'leads from https to plain http',
        remedy: 'Anybody on the way could change packages. The mirror must redirect to https.',
        actor: 'operator',
    },
    'insecure-file-link': {
        words: 'lists files at plain http addresses',
        remedy: 'Anybody on the way could change packages. The index must link to https.',
        actor: 'operator',
    },
    'file-unavailable': {
        words: 'lists files that it does not serve',
        remedy: 'Use another mirror: this one is incomplete, or blocks downloads from this network.',
        actor: 'workflow',
    },
    'metadata-missing': {
        words: 'promises metadata that it does not serve',
        remedy: 'pip stops on this. The mirror must serve the files or stop promising them.',
        actor: 'operator',
    },
    'hash-mismatch': {
        words: 'files differ from the original',
        remedy: 'Do not use it, and tell its operator: packages may be damaged or forged.',
        actor: 'workflow',
    },
    stale: {
        words: 'is too far behind PyPI',
        remedy: 'Its synchronisation is late or has stopped.',
        actor: 'operator',
    },
    'missing-requirement': {
        words: 'lacks something that this job installs',
        remedy: 'Use another mirror or leave `fallback` at `auto`.',
        actor: 'workflow',
    },
    'auth-required': {
        words: 'wants a login',
        remedy: 'Put user and password into the URL as secrets, or into .netrc.',
        actor: 'workflow',
    },
    'plain-http': {
        words: 'is plain http',
        remedy: 'Use its https address, or list the host in `trusted-hosts` if you accept the danger.',
        actor: 'workflow',
    },
    'not-allowed': {
        words: 'is not allowed by the policy',
        remedy: 'Choose another `policy`, or leave it out of `mirrors`.',
        actor: 'workflow',
    },
    'pip-refused': {
        words: 'pip itself could not download from it',
        remedy: 'See pip’s own words, quoted here. The next mirror was tried.',
        actor: 'workflow',
    },
};

;// CONCATENATED MODULE: ./build/src/report/messages/zh-cn/phrases.js
/** Chinese: words around the facts. */

/** Whole days, or hours below two days; rounded down, so that nobody has less time than it says. */
function phrases_span(days) {
    if (days >= 2)
        return `${Math.floor(days)} 天`;
    if (days >= 1 / 24)
        return `${Math.floor(days * 24)} 小时`;
    return '不到 1 小时';
}
const phrases_faults = {
    expired: '已过期',
    'not-yet-valid': '尚未生效',
    'hostname-mismatch': '域名不匹配',
    'self-signed': '自签名',
    'untrusted-issuer': '颁发者不受信任',
    'incomplete-chain': '证书链不完整',
    revoked: '已吊销',
    weak: '强度不足',
    invalid: '无效',
    'handshake-failed': '握手失败',
    none: '无（http）',
};
const phrases_phrases = {
    list: { comma: '、', colon: '：', more: (rest) => `等另外 ${rest} 个` },
    status: { ...phrases_faults, valid: '有效', expiring: '即将到期' },
    level: { error: '错误', warning: '警告', notice: '提示', info: '信息' },
    actor: { workflow: '由您处理', operator: '由镜像站运维处理', network: '由网络管理员处理', wait: '等待即可' },
    trust: { truststore: '系统证书库', certifi: 'pip 自带的证书', file: '指定的 CA 文件' },
    days: {
        left: (days) => (days >= 0 ? phrases_span(days) : `${phrases_span(-days)}前已到期`),
        unknown: '未知',
    },
    duration: (ms) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} 秒`),
    rate: (bytes) => (bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB/s` : `${Math.round(bytes / 1e3)} kB/s`),
    head: {
        chosen: (mirror) => (0,prose/* say */.cv) `pip 将从 ${(0,prose/* name */.UU)(mirror)} 安装`,
        tolerated: (mirror) => (0,prose/* say */.cv) `pip 将从 ${(0,prose/* name */.UU)(mirror)} 安装，且不再检查其已过期的证书`,
        noneUsable: (asked) => (0,prose/* word */.Vm)(`${asked} 个镜像均不可用`),
        wheelhouseRefused: (0,prose/* word */.Vm)('pip 无法从该 wheel 目录安装'),
        kept: (0,prose/* word */.Vm)('没有可用的镜像：pip 沿用原有设置'),
        offline: (0,prose/* word */.Vm)('pip 将从本地 wheel 目录离线安装'),
        auditClean: (mirrors) => (0,prose/* word */.Vm)(mirrors === 1 ? '证书正常' : `${mirrors} 个镜像全部正常`),
        auditTrouble: (troubled, mirrors) => (0,prose/* word */.Vm)(`${mirrors} 个镜像中有 ${troubled} 个需要处理`),
        wrongInputs: (problems) => (0,prose/* word */.Vm)(`${problems} 个输入有误：未探测任何镜像，也未导出任何变量`),
    },
    facts: {
        pip: (version, python) => (0,prose/* say */.cv) `pip ${(0,prose/* quote */.hD)(version)}，Python ${(0,prose/* quote */.hD)(python)}`,
        noPip: '未找到 pip：按新版 pip 的规则判断',
        took: (ms) => `用时 ${phrases_phrases.duration(ms)}`,
        trust: (source, path) => (0,prose/* say */.cv) `信任${(0,prose/* word */.Vm)(phrases_phrases.trust[source])}（${path}）`,
        usable: (usable, all) => `${all} 个镜像中 ${usable} 个可用`,
        confirmed: '已由 pip 实际下载确认',
        unconfirmed: '未经 pip 确认',
        reused: '沿用先前任务的结论',
        next: (mirror, days) => (0,prose/* say */.cv) `最早到期的是 ${(0,prose/* name */.UU)(mirror)} 的证书：${(0,prose/* word */.Vm)(days)}`,
    },
    heading: {
        mirrors: '镜像',
        lifetimes: '证书有效期',
        exported: '已导出给后续步骤',
        bypass: '可能绕过本次选择的设置',
        notices: '须知',
        decision: '结论',
    },
    column: {
        mirror: '镜像',
        verdict: '能否使用',
        certificate: '证书',
        daysLeft: '剩余时间',
        latency: '延迟',
        throughput: '速度',
        variable: '变量',
        value: '值',
    },
    verdict: {
        chosen: '已选用',
        usable: '可用',
        rank: (rank) => `（第 ${rank} 名）`,
        unchecked: '，但 pip 不做检查',
        unasked: '未探测完：其结果已不会改变结论',
        fileHost: '文件所在主机：',
        httpStatus: (status) => `（${status}）`,
        missing: (requirements, checked) => (0,prose/* say */.cv) `缺少 ${requirements.join('、')}（共检查 ${checked} 项）`,
        behind: (serials) => `比 PyPI 落后 ${serials} 次变更`,
        alsoFaulty: (host, status, days) => (0,prose/* say */.cv) `${host}${(0,prose/* word */.Vm)(`：${status}${days === null ? '' : `，${days}`}`)}`,
    },
    picture: {
        caption: (shown, all) => shown < all
            ? `共 ${all} 个，此处为最早到期的 ${shown} 个。竖线是您查看本页的日期。`
            : '最早到期的在最上面。竖线是您查看本页的日期。',
        clipped: '触及边缘的横条表示有效期超出图外。',
    },
    folded: {
        healthy: (rest) => `另有 ${rest} 个正常的镜像`,
        others: (rest) => `另有 ${rest} 个镜像`,
    },
    exported: { nothing: '没有导出任何变量。' },
    bypass: { none: '没有发现会绕过本次选择的设置。' },
    cut: {
        rows: (rest) => `因 GitHub 的大小限制，省略了 ${rest} 行；完整内容见 JSON 报告。`,
        annotations: (rest) => `另有 ${rest} 条同类信息，请看任务摘要。`,
    },
};

;// CONCATENATED MODULE: ./build/src/report/messages/zh-cn/audit.js


const { status: zh_cn_audit_status, days: audit_days } = phrases_phrases;
/** Chinese readers get their own time zone, named. */
const audit_date = (ms) => (0,prose/* word */.Vm)(`${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')}（北京时间）`);
function audit_listed(parts) {
    return parts.flatMap(([number, text]) => (number > 0 ? [`${number} 个${text}`] : [])).join('，');
}
function audit_countsOf({ refused, expiring, unreachable, valid }) {
    const counted = audit_listed([
        [refused, '不被接受'],
        [expiring, '即将到期'],
        [unreachable, '无法连接'],
        [valid, '有效'],
    ]);
    return counted === '' ? '无' : counted;
}
function audit_line(announcement) {
    const { kind, mirrors, host, port, faults, addresses } = announcement;
    const daysLeft = announcement.daysLeft ?? 0;
    const notAfter = announcement.notAfter ?? 0;
    const names = (0,prose/* joined */.oR)(mirrors.map(prose/* name */.UU), '、');
    const place = port === 443 ? host : `${host}:${port}`;
    const where = addresses.length === 0
        ? (0,prose/* say */.cv) `${place}`
        : (0,prose/* say */.cv) `${place}（${(0,prose/* joined */.oR)(addresses.map((at) => (0,prose/* say */.cv) `${at}`), '、')}）`;
    const others = faults.filter((fault) => fault !== 'expired').map((fault) => zh_cn_audit_status[fault]);
    const also = others.length === 0 ? (0,prose/* say */.cv) `` : (0,prose/* say */.cv) `此外：${(0,prose/* word */.Vm)(others.join('、'))}。`;
    if (kind === 'expired') {
        return (0,prose/* say */.cv) `${names}：${where} 的证书${(0,prose/* word */.Vm)(audit_days.left(Math.min(daysLeft, -1e-9)))}（${audit_date(notAfter)}），pip 拒绝连接。${also}`;
    }
    if (kind === 'refused')
        return (0,prose/* say */.cv) `${names}：pip 不接受 ${where} 的证书：${(0,prose/* word */.Vm)(others.join('、'))}。`;
    if (kind === 'expiring') {
        return (0,prose/* say */.cv) `${names}：${where} 的证书还有 ${(0,prose/* word */.Vm)(audit_days.left(daysLeft))}到期，到期时间 ${audit_date(notAfter)}。`;
    }
    return (0,prose/* say */.cv) `${names}：已恢复正常。${where} 的证书有效期至 ${audit_date(notAfter)}，剩余 ${(0,prose/* word */.Vm)(audit_days.left(daysLeft))}。`;
}
const audit_audit = {
    alert: {
        title: ({ expired, refused, expiring, healed }) => `pip-mirror-select：${audit_listed([
            [expired, '证书已过期'],
            [refused, '证书不被接受'],
            [expiring, '证书即将到期'],
            [healed, '证书已恢复正常'],
        ])}`,
        line: audit_line,
        more: (rest) => `另有 ${rest} 条`,
        run: '查看本次运行',
    },
    issue: {
        title: (mirror) => `${mirror} 的证书`,
        opening: (mirror) => (0,prose/* say */.cv) `最近一次巡检发现 ${(0,prose/* name */.UU)(mirror)} 的证书需要处理。`,
        host: '主机',
        state: '证书',
        end: '到期时间',
        todo: '处理办法',
        updated: (at) => `最近一次巡检：${at}。`,
        closing: '每次巡检都会更新本 issue，证书恢复正常后自动关闭。',
        healed: (mirror) => (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 的证书已恢复正常。`,
    },
    badge: { label: '镜像证书', message: audit_countsOf },
    page: {
        title: '镜像证书状态',
        summary: (counts) => `共 ${counts.valid + counts.expiring + counts.refused + counts.unreachable} 个镜像：${audit_countsOf(counts)}`,
        updated: (at) => `最近一次巡检：${at}`,
        history: (audits, since) => (audits === 1 ? '首次巡检' : `最近 ${audits} 次巡检，自 ${since} 起`),
        columns: { mirror: '镜像', state: '证书', daysLeft: '剩余', history: '历次巡检' },
        states: {
            valid: '有效',
            expiring: '即将到期',
            refused: 'pip 不接受',
            unreachable: '无法连接',
            absent: '未探测',
        },
        soonest: (left) => `最早到期：${left}`,
        noMirrors: '没有探测任何镜像。',
    },
};

;// CONCATENATED MODULE: ./build/src/report/messages/zh-cn/audit-notices.js
/** Chinese: notices of audits. */

const audit_notices_auditNotices = {
    'alert-failed': ({ channel, code, announcements }) => ({
        title: (0,prose/* say */.cv) `发往 ${channel} 的告警未送达`,
        text: (0,prose/* say */.cv) `有 ${announcements} 条内容未能发出：${code}。下次巡检会再次发送。`,
        remedy: (0,prose/* word */.Vm)('请检查地址、密钥，以及机器人自身的限制（关键词、IP 白名单）。'),
    }),
    'alert-sent': ({ channel, announcements }) => ({
        title: (0,prose/* say */.cv) `已通知 ${channel}`,
        text: (0,prose/* word */.Vm)(`一条消息，共 ${announcements} 项。`),
        remedy: null,
    }),
    'issue-failed': ({ code }) => ({
        title: (0,prose/* word */.Vm)('无法维护 issue'),
        text: (0,prose/* say */.cv) `平台返回 ${code}。`,
        remedy: (0,prose/* say */.cv) `请为该任务授予 ${'permissions: issues: write'}，并确认仓库已启用 issue。`,
    }),
    'issues-limited': ({ opened, left }) => ({
        title: (0,prose/* word */.Vm)('部分异常镜像尚未建立 issue'),
        text: (0,prose/* word */.Vm)(`本次建立 ${opened} 个，其余 ${left} 个留待后续巡检。`),
        remedy: null,
    }),
    'status-page-failed': ({ detail }) => ({
        title: (0,prose/* word */.Vm)('状态页未能写入'),
        text: (0,prose/* quote */.hD)(detail),
        remedy: null,
    }),
    'audit-state-lost': ({ detail }) => ({
        title: (0,prose/* word */.Vm)('告警记录未能保存'),
        text: detail === '' ? (0,prose/* word */.Vm)('下次巡检可能会重复通知一次。') : (0,prose/* say */.cv) `${(0,prose/* quote */.hD)(detail)}。下次巡检可能会重复通知一次。`,
        remedy: null,
    }),
};

;// CONCATENATED MODULE: ./build/src/report/messages/zh-cn/cache-notices.js

const cache_notices_reasons = {
    asked: '输入 `cache` 如此设定。',
    'pip-without-cache': '没有 pip，或 pip 自身的缓存已关闭（`PIP_NO_CACHE_DIR`）。',
    'pip-unchecked': '此版本的 pip（22.3）不校验 JSON 索引页中的摘要，因此不向它提供保留的文件。',
    'privileged-event': '该事件使任务拥有机密或写权限，而其代码可能受外人影响。',
    release: '发布版本须用全新下载的文件构建。',
    tag: '标签须用全新下载的文件构建。',
    'dir-persists': '该运行器自身就会在任务之间保留 pip 的缓存。',
    platform: '平台不允许本任务使用更多（`ACTIONS_CACHE_MODE`）。',
    'no-service': '该运行器没有缓存服务。',
    late: '缓存服务未在时限内应答。',
    failed: '该运行器缺少缓存所需的组件。',
};
const cache_notices_unsaved = {
    'nothing-to-keep': 'pip 没有下载可保留的文件。',
    unchanged: '已保留的内容无需更新。',
    refused: '另一个任务已先保存，或本任务的令牌只能读取。',
    late: cache_notices_reasons.late,
    failed: cache_notices_reasons.failed,
};
const cache_notices_megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const cache_notices_cacheNotices = {
    'cache-skipped': ({ reason, detail }) => ({
        title: (0,prose/* word */.Vm)('下载的文件不会保留'),
        text: detail === '' ? (0,prose/* word */.Vm)(cache_notices_reasons[reason]) : (0,prose/* say */.cv) `${(0,prose/* word */.Vm)(cache_notices_reasons[reason])}${(0,prose/* quote */.hD)(detail)}`,
        remedy: reason === 'privileged-event' || reason === 'release' || reason === 'tag' || reason === 'dir-persists'
            ? (0,prose/* word */.Vm)('设置 `cache: read-write` 可照常保留。')
            : null,
    }),
    'cache-laid-back': ({ mirror, files, bytes }) => ({
        title: (0,prose/* word */.Vm)(`${files} 个文件沿用先前运行的下载`),
        text: (0,prose/* say */.cv) `共 ${(0,prose/* word */.Vm)(cache_notices_megabytes(bytes))}，每个文件的 sha256 都与 ${(0,prose/* name */.UU)(mirror)} 当前列出的一致。`,
        remedy: null,
    }),
    'cache-refused': ({ files }) => ({
        title: (0,prose/* word */.Vm)(`${files} 个保留的文件内容有误`),
        text: (0,prose/* word */.Vm)('其 sha256 与保留时的名称不符。这些文件已删除，pip 会重新下载。'),
        remedy: (0,prose/* word */.Vm)('请查明谁能写入缓存：可能是损坏，也可能是伪造。'),
    }),
    'cache-key': ({ key, ingredients, matched }) => ({
        title: (0,prose/* word */.Vm)('下载缓存的键'),
        text: (0,prose/* say */.cv) `${key}（${(0,prose/* joined */.oR)(ingredients.map(({ name: part, value }) => (0,prose/* say */.cv) `${(0,prose/* word */.Vm)(part)}：${value}`), '，')}）。`,
        remedy: matched === '' ? (0,prose/* word */.Vm)('没有找到相同或相近的键。') : (0,prose/* say */.cv) `找到：${matched}。`,
    }),
    'cache-saved': ({ key, files, bytes }) => ({
        title: (0,prose/* word */.Vm)('下载的文件已保留'),
        text: (0,prose/* say */.cv) `${(0,prose/* word */.Vm)(`${files} 个文件，共 ${cache_notices_megabytes(bytes)}，`)}键为 ${key}。`,
        remedy: null,
    }),
    'cache-unsaved': ({ reason, detail }) => ({
        title: (0,prose/* word */.Vm)('未保存任何内容'),
        text: detail === '' ? (0,prose/* word */.Vm)(cache_notices_unsaved[reason]) : (0,prose/* say */.cv) `${(0,prose/* word */.Vm)(cache_notices_unsaved[reason])}${(0,prose/* quote */.hD)(detail)}`,
        remedy: null,
    }),
    'cache-headers': ({ mirror }) => ({
        title: (0,prose/* say */.cv) `pip 自身无法缓存 ${(0,prose/* name */.UU)(mirror)} 的文件`,
        text: (0,prose/* say */.cv) `其文件没有可供 pip 缓存的响应头（${'ETag'}、${'Cache-Control'}），pip 每次运行都要重新下载。本操作仍会保留它们：作业结束后由其 pip 再取一次已安装的文件。`,
        remedy: (0,prose/* say */.cv) `镜像运营者：请为文件发送 ${'Cache-Control: max-age=365000000, immutable'}。`,
    }),
};

;// CONCATENATED MODULE: ./build/src/report/messages/zh-cn/diagnosis-notices.js

const diagnosis_notices_diagnosisNotices = {
    'diagnosed-fault': ({ mirror, reason, better }, tell) => ({
        title: (0,prose/* say */.cv) `pip 无法从 ${(0,prose/* name */.UU)(mirror)} 安装：${tell(reason).words}`,
        text: (0,prose/* say */.cv) `这就是 “No matching distribution found” 背后的真正原因。${better === null ? (0,prose/* word */.Vm)('') : (0,prose/* say */.cv) `此刻 pip 可以从 ${(0,prose/* name */.UU)(better)} 安装。`}`,
        remedy: tell(reason).remedy,
    }),
    'diagnosed-missing': ({ mirror, requirements, elsewhere }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 工作正常，但没有 ${requirements}`,
        text: elsewhere === null
            ? (0,prose/* say */.cv) `问过的镜像都没有适合当前 Python 和平台的文件：请检查名称或版本是否写错、是否为私有包，或该版本没有适合此解释器的 wheel。`
            : (0,prose/* say */.cv) `${(0,prose/* name */.UU)(elsewhere)} 有。`,
        remedy: elsewhere === null
            ? (0,prose/* word */.Vm)('请更正依赖声明，或在 `extra-index-urls` 中写上私有索引。')
            : (0,prose/* word */.Vm)('让本 Action 重新选择：它不会选缺少所需内容的镜像。'),
    }),
    'diagnosed-healthy': ({ mirror, checked }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 现在工作正常`,
        text: (0,prose/* say */.cv) `索引、文件和元数据都能以 pip 的请求取得，并找到 ${String(checked)} 个依赖。若安装失败是网络原因，现已恢复；否则原因不在镜像。`,
        remedy: (0,prose/* word */.Vm)('请重新运行任务，或查看上方 pip 自己的报错。'),
    }),
    'diagnosed-no-index': ({ variable }) => ({
        title: (0,prose/* word */.Vm)('无法解析正在使用的索引'),
        text: (0,prose/* say */.cv) `${variable} 中没有 pip 可用的 URL。`,
        remedy: (0,prose/* say */.cv) `请把 ${variable} 设为一个以 /simple/ 结尾的 https URL。`,
    }),
};

;// CONCATENATED MODULE: ./build/src/report/messages/zh-cn/scene-notices.js

const scene_notices_unread = {
    unreadable: '无法读取',
    'too-large': '过大，未读取',
    'too-many-files': '文件数超出上限',
    'not-text': '不是文本',
    syntax: '有语法错误',
    'invalid-requirement': '不是有效的依赖写法',
    'unknown-option': '不是已知的 requirements 选项',
    'remote-file': '位于其他机器上，不会去取',
    'outside-workspace': '指向检出目录之外',
    recursive: '包含了自身',
    'unset-variable': '引用了未设置的变量',
};
const scene_notices_limits = {
    'extra-index': '它没有用于附加索引的变量。',
    fallback: '它没有用于第二索引的变量。',
    'trusted-host': '它没有用于关闭证书检查的变量。',
    offline: '它没有用于 wheel 目录的变量。',
};
const scene_notices_folderProblems = {
    absent: '该目录不存在。',
    'not-a-folder': '它是一个文件。',
    empty: '其中没有 wheel。',
};
const scene_notices_fileFaults = {
    unreadable: '无法读取',
    empty: '是空文件',
    'not-a-zip': '不是 zip 文件',
    truncated: '不完整',
    damaged: '已损坏',
    checksum: '的内容与校验值不符',
    encrypted: '已加密',
    'unsafe-path': '含有指向目录之外的路径',
    'double-entry': '含有重复条目',
    'headers-differ': '中同一条目的两个头部不一致',
    oversized: '解压后远超 wheel 应有的大小',
    name: '不是 wheel 的文件名',
    'no-metadata': '没有元数据',
    'metadata-differs': '的元数据属于别的软件包',
    record: '与自身的 RECORD 不符',
    sums: '与 SHA256SUMS 不符',
    'lock-hash': '的哈希与锁文件不同',
    platform: '适用于其他解释器或机器',
};
const scene_notices_lacks = {
    absent: '目录中完全没有',
    version: '目录中只有其他版本',
    platform: '目录中只有其他解释器或机器的 wheel',
    python: '它适用于其他 Python 版本',
    hash: '目录中的文件哈希不同',
    faulty: '目录中的文件不完好',
    outside: '它来自需要网络的地址',
};
function zh_cn_scene_notices_megabytes(bytes) {
    return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
const scene_notices_sceneNotices = {
    'inherited-replaced': ({ variable, value }) => ({
        title: (0,prose/* say */.cv) `任务已设置 ${variable}`,
        text: (0,prose/* say */.cv) `${value} 被本次选择替换。`,
        remedy: null,
    }),
    'installer-limit': ({ installer, what, value }) => ({
        title: (0,prose/* say */.cv) `${installer} 不会使用 ${value}`,
        text: (0,prose/* word */.Vm)(scene_notices_limits[what]),
        remedy: (0,prose/* say */.cv) `请写入 ${installer} 自己的项目文件，或在本任务中改用 pip 或 uv。`,
    }),
    'uv-lock': ({ file }) => ({
        title: (0,prose/* say */.cv) `${file} 自带下载地址`,
        text: (0,prose/* word */.Vm)('`uv sync --frozen` 按锁文件中的地址下载，索引不同时 `--locked` 会失败，重新锁定则会写入镜像地址。'),
        remedy: (0,prose/* word */.Vm)('需要锁定的步骤不要在 `installers` 中列出 uv，或在未设置镜像的环境中锁定。'),
    }),
    'uv-roots-replaced': ({ caBundle }) => ({
        title: (0,prose/* word */.Vm)('uv 将只信任您的 CA 文件'),
        text: (0,prose/* say */.cv) `${'SSL_CERT_FILE'} 为 ${caBundle}：uv 会拒绝所有使用公共证书的主机，下载 Python 时也是如此。`,
        remedy: (0,prose/* word */.Vm)('如果任务还需要访问公共主机，请把公共根证书加入该文件。'),
    }),
    'uv-insecure-wider': ({ host }) => ({
        title: (0,prose/* say */.cv) `uv 将信任 ${host.replace(/:443$/, '')} 的所有端口`,
        text: (0,prose/* say */.cv) `uv 无法表达 ${host}：它能识别的最窄写法覆盖整个主机。`,
        remedy: (0,prose/* word */.Vm)('请为该镜像配置可由 `ca-bundle` 验证的证书。'),
    }),
    'poetry-plugin': ({ plugin }) => ({
        title: (0,prose/* say */.cv) `Poetry 需要插件 ${plugin}`,
        text: (0,prose/* word */.Vm)('没有该插件时，Poetry 会忽略此变量并访问 pypi.org。'),
        remedy: (0,prose/* say */.cv) `请在之前的步骤中运行 ${`poetry self add ${plugin}`}。`,
    }),
    'pytorch-index': ({ url, platform }) => ({
        title: (0,prose/* say */.cv) `${platform} 的 PyTorch wheel 索引：${url}`,
        text: (0,prose/* say */.cv) `请先单独安装：${`pip install torch --index-url ${url}`}。它不会成为附加索引，否则 pip 会把其中的版本与 PyPI 的版本混在一起。`,
        remedy: null,
    }),
    'pytorch-flat': ({ url, platform }) => ({
        title: (0,prose/* say */.cv) `${platform} 的 PyTorch wheel 只有平铺页面可用`,
        text: (0,prose/* say */.cv) `${url} 把所有文件列在一页上，${'--index-url'} 无法读取；该输出为空。`,
        remedy: (0,prose/* say */.cv) `请使用 ${`pip install torch --find-links ${url}`}。`,
    }),
    'pytorch-none': ({ platform, asked }) => ({
        title: (0,prose/* say */.cv) `没有可用的 ${platform} PyTorch 索引`,
        text: (0,prose/* word */.Vm)(`已查询 ${asked} 个；该输出为空。`),
        remedy: null,
    }),
    'pytorch-internal': ({ platform }) => ({
        title: (0,prose/* say */.cv) `未查询 ${platform} 的 PyTorch 索引`,
        text: (0,prose/* word */.Vm)('策略 `internal` 不访问公共主机，而已知的 PyTorch 索引都是公共的。'),
        remedy: (0,prose/* word */.Vm)('请在自己的服务器上代理 `https://download.pytorch.org/whl/`，并在工作流中使用其地址。'),
    }),
    'pytorch-macos': ({ platform }) => ({
        title: (0,prose/* say */.cv) `macOS 没有 ${platform} 的 wheel`,
        text: (0,prose/* word */.Vm)('macOS 版 PyTorch 只有一种 wheel，位于 PyPI 和 `cpu` 目录。'),
        remedy: (0,prose/* word */.Vm)('请在 macOS 任务中把 `pytorch` 设为 `cpu`。'),
    }),
    'pytorch-tag-gone': ({ platform, torch, last, nearest }) => ({
        title: (0,prose/* say */.cv) `torch ${torch} 没有 ${platform} 的 wheel`,
        text: (0,prose/* say */.cv) `${platform} 到 torch ${last} 为止。`,
        remedy: (0,prose/* say */.cv) `请使用 torch ${torch} 所提供的最接近的 ${nearest}，或改用 torch ${last}。`,
    }),
    'pytorch-tag-early': ({ platform, torch, first, nearest }) => ({
        title: (0,prose/* say */.cv) `torch ${torch} 没有 ${platform} 的 wheel`,
        text: (0,prose/* say */.cv) `${platform} 从 torch ${first} 开始提供。`,
        remedy: (0,prose/* say */.cv) `请使用 torch ${torch} 所提供的最接近的 ${nearest}，或改用 torch ${first}。`,
    }),
    'pytorch-tag-unknown': ({ platform, nearest }) => ({
        title: (0,prose/* say */.cv) `已知的 torch 都没有 ${platform} 的 wheel`,
        text: (0,prose/* word */.Vm)('只能以索引为准。'),
        remedy: (0,prose/* say */.cv) `最接近的已知平台是 ${nearest}。`,
    }),
    'pytorch-no-wheel': ({ platform, torch }) => ({
        title: (0,prose/* say */.cv) `索引中没有适合本解释器的 torch ${torch}（${platform}）`,
        text: (0,prose/* word */.Vm)('pip 会找不到任何版本。'),
        remedy: (0,prose/* word */.Vm)('请核对 Python 版本和机器架构是否在该版本的 wheel 之列。'),
    }),
    'pytorch-label': ({ project, version, platform }) => ({
        title: (0,prose/* say */.cv) `${`${project}==${version}`} 不是 ${platform} 的构建`,
        text: (0,prose/* word */.Vm)('加号之后的部分是计算平台。'),
        remedy: (0,prose/* say */.cv) `请去掉加号之后的部分，或把 ${'pytorch'} 设为同一平台。`,
    }),
    'pytorch-companion': ({ torch, project, version, belongs }) => ({
        title: (0,prose/* say */.cv) `${project} ${version} 与 torch ${torch} 不配套`,
        text: (0,prose/* word */.Vm)('它们共用编译部分：pip 会拒绝这一组合，或者导入失败。'),
        remedy: (0,prose/* say */.cv) `请使用 ${`${project}==${belongs}`}。`,
    }),
    'pytorch-mixed': ({ platform, other, host }) => ({
        title: (0,prose/* say */.cv) `${platform} 旁边还有 ${other} 的索引`,
        text: (0,prose/* say */.cv) `无论硬件如何，pip 都会从中取较高的版本；该索引位于 ${host}。`,
        remedy: (0,prose/* say */.cv) `请从本任务中移除 ${other} 的索引。`,
    }),
    'requirements-missing': ({ mirror, requirements }) => ({
        title: (0,prose/* say */.cv) `没有索引提供 ${(0,prose/* joined */.oR)(requirements.slice(0, 10).map((raw) => (0,prose/* say */.cv) `${raw}`), '、')}`,
        text: (0,prose/* say */.cv) `在 ${(0,prose/* name */.UU)(mirror)} 及其旁的索引中，pip 找不到适合本解释器的版本。`,
        remedy: (0,prose/* word */.Vm)('请在 `extra-index-urls` 中写明提供它的索引，或检查名称和版本。'),
    }),
    'requirements-unread': ({ problems }) => ({
        title: (0,prose/* word */.Vm)(`依赖文件中有 ${problems.length} 处未能读懂`),
        text: (0,prose/* joined */.oR)(problems
            .slice(0, 5)
            .map(({ code, file, line, detail }) => (0,prose/* say */.cv) `${file}:${String(line)}：${(0,prose/* word */.Vm)(scene_notices_unread[code])}（${detail}）。`), ''),
        remedy: (0,prose/* word */.Vm)('不会在镜像上查找这些位置所列的内容；其余内容照常查找。'),
    }),
    'forwards-to-public': ({ mirror, project, host }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 会转发到 ${host}`,
        text: (0,prose/* say */.cv) `查询 ${project} 时，它把 pip 引向公共主机。私有软件包的名称会泄露，外人也可以用这些名称发布。`,
        remedy: (0,prose/* word */.Vm)('请关闭转发：GitLab 有相应设置，pypiserver 需要 `--disable-fallback`。本次没有向公共主机发送任何请求。'),
    }),
    'links-to-public': ({ mirror, host }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 的文件链接指向 ${host}`,
        text: (0,prose/* word */.Vm)('pip 会从公共主机下载这些文件。'),
        remedy: (0,prose/* word */.Vm)('请让该服务器自行存储或代理文件。'),
    }),
    'serves-public': ({ mirror, project }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 也提供公共软件包`,
        text: (0,prose/* say */.cv) `其中有 ${project}：外人以私有名称发布的软件包可能混入。`,
        remedy: (0,prose/* word */.Vm)('请让该服务器优先采用私有名称：阻止列表、路由规则或 devpi 的白名单。'),
    }),
    'wheelhouse-folder': ({ folder, problem }) => ({
        title: (0,prose/* say */.cv) `${folder} 不是 wheel 目录`,
        text: (0,prose/* word */.Vm)(scene_notices_folderProblems[problem]),
        remedy: (0,prose/* word */.Vm)('请在有网络的环境中用 `mode: download` 填充，再作为构建产物传递。'),
    }),
    'wheelhouse-file': ({ file, fault, detail }) => ({
        title: (0,prose/* say */.cv) `${file} ${(0,prose/* word */.Vm)(scene_notices_fileFaults[fault])}`,
        text: detail === '' ? (0,prose/* word */.Vm)('安装程序会在此停止，或安装成别的内容。') : (0,prose/* quote */.hD)(detail),
        remedy: fault === 'platform' ? null : (0,prose/* word */.Vm)('请重新下载，并与锁文件中的哈希比对。'),
    }),
    'wheelhouse-missing': ({ requirement, requiredBy, cause, found }) => ({
        title: (0,prose/* say */.cv) `wheel 目录缺少 ${requirement}`,
        text: (0,prose/* say */.cv) `${requiredBy} 需要它；${(0,prose/* word */.Vm)(scene_notices_lacks[cause])}${found === '' ? (0,prose/* word */.Vm)('。') : (0,prose/* say */.cv) `：${found}。`}`,
        remedy: cause === 'outside' ? (0,prose/* word */.Vm)('请为它构建 wheel，并改为依赖该版本。') : null,
    }),
    'wheelhouse-built': ({ file }) => ({
        title: (0,prose/* say */.cv) `${file} 需要在本机构建`,
        text: (0,prose/* word */.Vm)('源码包的构建工具也必须在 wheel 目录中，可能还需要编译器。'),
        remedy: (0,prose/* say */.cv) `请换成 wheel：${'pip wheel --no-deps'}。`,
    }),
    'wheelhouse-complete': ({ folder, files, projects }) => ({
        title: (0,prose/* word */.Vm)('wheel 目录完整'),
        text: (0,prose/* say */.cv) `在 ${folder} 的 ${files} 个文件中找到全部 ${projects} 个项目。`,
        remedy: null,
    }),
    'wheelhouse-refused': ({ detail }) => ({
        title: (0,prose/* word */.Vm)('pip 不会从该 wheel 目录安装'),
        text: (0,prose/* quote */.hD)(detail),
        remedy: null,
    }),
    'download-filled': ({ folder, mirror, files, bytes }) => ({
        title: (0,prose/* say */.cv) `${folder} 已填充`,
        text: (0,prose/* say */.cv) `共 ${files} 个文件，${(0,prose/* word */.Vm)(zh_cn_scene_notices_megabytes(bytes))}，来自 ${(0,prose/* name */.UU)(mirror)}，并附有 ${'SHA256SUMS'} 和 ${'manifest.json'}。`,
        remedy: null,
    }),
    'download-failed': ({ source, detail }) => ({
        title: (0,prose/* say */.cv) `pip 未能下载 ${source} 所需的全部文件`,
        text: (0,prose/* quote */.hD)(detail),
        remedy: null,
    }),
    'download-nothing': () => ({
        title: (0,prose/* word */.Vm)('没有可下载的内容'),
        text: (0,prose/* word */.Vm)('没有文件匹配 `requirements`，且 `packages` 为空。'),
        remedy: (0,prose/* word */.Vm)('请在这两个输入之一中写明隔离网络所需的软件包。'),
    }),
    'download-needs-pip': () => ({
        title: (0,prose/* word */.Vm)('没有可用于下载的 pip'),
        text: (0,prose/* word */.Vm)('`mode: download` 使用任务自己的 pip，以便 wheel 适合该解释器。'),
        remedy: (0,prose/* word */.Vm)('请在 `actions/setup-python` 之后运行本步骤，或设置 `python`。'),
    }),
};

;// CONCATENATED MODULE: ./build/src/report/messages/zh-cn/notices.js






const { duration: notices_duration, days: zh_cn_notices_days } = phrases_phrases;
const zh_cn_notices_date = (ms) => (0,prose/* word */.Vm)(new Date(ms).toISOString().slice(0, 10));
const notices_inputFault = {
    'unknown-word': '不是可识别的取值',
    'not-a-url': '不是 URL',
    'wrong-scheme': '既不是 https 也不是 http',
    'white-space': '中间含有空白字符',
    'not-a-number': '不是数字',
    'out-of-range': '超出范围',
    duplicate: '重复给出',
    'not-found': '不存在',
    malformed: '无法解析',
    missing: '不能为空',
    conflict: '与其他输入冲突',
    retired: '已停止服务',
    public: '是公共主机，当前策略不允许',
};
function notices_inputProblem(problem) {
    const nearest = problem.nearest === null ? (0,prose/* say */.cv) `` : (0,prose/* say */.cv) `您是否想写 ${problem.nearest}？`;
    return (0,prose/* say */.cv) `${problem.input}：${problem.value} ${(0,prose/* word */.Vm)(notices_inputFault[problem.kind])}；可用：${(0,prose/* quote */.hD)(problem.allowed)}。${nearest}`;
}
const notices_notices = {
    ...scene_notices_sceneNotices,
    ...cache_notices_cacheNotices,
    ...audit_notices_auditNotices,
    ...diagnosis_notices_diagnosisNotices,
    'input-problems': ({ problems }) => ({
        title: (0,prose/* word */.Vm)(`${problems.length} 个输入有误`),
        text: (0,prose/* joined */.oR)(problems.map(notices_inputProblem), ' '),
        remedy: (0,prose/* word */.Vm)('请在工作流中改正；未探测任何镜像，也未导出任何变量。'),
    }),
    'none-usable': ({ asked }) => ({
        title: (0,prose/* word */.Vm)('没有可用的镜像'),
        text: (0,prose/* word */.Vm)(`${asked} 个镜像中，没有一个能让 pip 装上本任务所需的软件包。`),
        remedy: (0,prose/* word */.Vm)('各镜像的原因见表格。设置 `on-none: keep` 可让任务沿用 pip 原有设置继续运行。'),
    }),
    'kept-settings': ({ indexUrl }) => ({
        title: (0,prose/* word */.Vm)('pip 沿用原有设置'),
        text: indexUrl === null
            ? (0,prose/* word */.Vm)('没有可用的镜像，pip 将使用默认索引。')
            : (0,prose/* say */.cv) `没有可用的镜像，pip 将照旧使用 ${indexUrl}。`,
        remedy: null,
    }),
    'expired-tolerated': ({ mirror, trustedHost, endedAt, until, witness }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 未经检查即被信任`,
        text: (0,prose/* say */.cv) `其证书已于 ${zh_cn_notices_date(endedAt)} 到期。由于策略为 ${'allow-expired'}，${trustedHost} 现已列为受信任主机：pip 对它不做任何检查，途中任何人都可以塞入自己的软件包。本步骤运行时，其哈希值与 ${witness} 一致。`,
        remedy: (0,prose/* say */.cv) `请尽快续期证书；最多容忍到 ${zh_cn_notices_date(until)}。在此之前，建议配合带哈希值的锁文件设置 ${'require-hashes: true'}。`,
    }),
    'expired-no-witness': ({ mirror }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 仍被拒绝：没有旁证`,
        text: (0,prose/* say */.cv) `它的证书已过期，而本任务要安装的内容在任何通过校验的镜像或锁文件中都找不到一致的哈希值。没有旁证就不容忍过期证书。`,
        remedy: (0,prose/* say */.cv) `请再列出一个其他机构运营的镜像，或在仓库中保留带哈希值的锁文件。`,
    }),
    'pip-refused': ({ mirror, detail }) => ({
        title: (0,prose/* say */.cv) `pip 无法从 ${(0,prose/* name */.UU)(mirror)} 下载`,
        text: (0,prose/* say */.cv) `已改试下一个镜像。pip 的原文：${(0,prose/* quote */.hD)(detail)}`,
        remedy: null,
    }),
    'hash-mismatch': ({ mirror, file, reference }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 的文件与原始文件不一致`,
        text: (0,prose/* say */.cv) `${file} 的 sha256 与 ${reference} 的不同，该镜像已被排除。`,
        remedy: (0,prose/* word */.Vm)('请告知镜像站：文件可能已损坏或被伪造。'),
    }),
    'dependency-confusion': ({ project, privateIndex, winner }) => ({
        title: (0,prose/* say */.cv) `${project} 同时存在于私有索引和公共索引`,
        text: (0,prose/* say */.cv) `pip 会合并两者，并从 ${winner} 安装。任何人都可以在公共索引上以同名发布更高的版本。`,
        remedy: (0,prose/* say */.cv) `请在 PyPI 上占用该名称，或让 ${privateIndex} 同时提供公共软件包并只使用它。`,
    }),
    'certificate-refused': ({ mirror, host, fault }) => ({
        title: (0,prose/* say */.cv) `pip 不接受 ${(0,prose/* name */.UU)(mirror)} 的证书`,
        text: (0,prose/* say */.cv) `${host}：${notices_faultWords(fault)}。`,
        remedy: (0,prose/* word */.Vm)('如何处理、由谁处理，见表格。'),
    }),
    'certificate-expiring': ({ mirror, host, daysLeft }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 的证书即将到期`,
        text: daysLeft >= 0 ? (0,prose/* say */.cv) `${host}：还剩 ${(0,prose/* word */.Vm)(zh_cn_notices_days.left(daysLeft))}。` : (0,prose/* say */.cv) `${host}：${(0,prose/* word */.Vm)(zh_cn_notices_days.left(daysLeft))}。`,
        remedy: (0,prose/* word */.Vm)('需由镜像站运维续期。'),
    }),
    'http-mirror': ({ mirror, host }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 使用明文 http`,
        text: (0,prose/* say */.cv) `您已把 ${host} 写入 ${'trusted-hosts'}。途中任何人都能看到并篡改 pip 下载的内容。`,
        remedy: (0,prose/* say */.cv) `请改用 https，或设置 ${'require-hashes: true'}。`,
    }),
    disagreement: ({ mirror, host }) => ({
        title: (0,prose/* say */.cv) `对 ${(0,prose/* name */.UU)(mirror)} 的证书有两种判断`,
        text: (0,prose/* say */.cv) `OpenSSL 与本工具对 ${host} 的判断不同，以更严格的为准。`,
        remedy: (0,prose/* word */.Vm)('欢迎附上本步骤的 JSON 报告反馈此问题。'),
    }),
    'trust-problem': ({ problem }) => ({
        title: (0,prose/* word */.Vm)('pip 无法读取受信任的证书'),
        text: (0,prose/* say */.cv) `${(0,prose/* quote */.hD)(problem)}。pip 自身也会在此中止。`,
        remedy: (0,prose/* say */.cv) `请改正 ${'PIP_CERT'}、${'REQUESTS_CA_BUNDLE'} 或 ${'SSL_CERT_FILE'}，或 pip.conf 中的 ${'cert'}。`,
    }),
    'bypass-requirements-index': ({ file, line, option }) => ({
        title: (0,prose/* say */.cv) `${file} 自行指定了索引`,
        text: (0,prose/* say */.cv) `第 ${line} 行：${option} 优先于本步骤导出的变量。`,
        remedy: (0,prose/* word */.Vm)('删除该行，本次选择才会生效。'),
    }),
    'bypass-pip-conf': ({ file, setting }) => ({
        title: (0,prose/* say */.cv) `${file} 也在起作用`,
        text: (0,prose/* say */.cv) `其中设置了 ${setting}，pip 会把它与本次选择合并使用。`,
        remedy: (0,prose/* word */.Vm)('若非有意，请删除该设置。'),
    }),
    'bypass-uv-index': ({ file, index }) => ({
        title: (0,prose/* say */.cv) `${file} 为 uv 指定了索引`,
        text: (0,prose/* say */.cv) `无论本步骤导出什么，uv 都会先使用 ${index}。`,
        remedy: (0,prose/* word */.Vm)('删除该设置，本次选择才会生效。'),
    }),
    'bypass-lock-urls': ({ file, hosts }) => ({
        title: (0,prose/* say */.cv) `${file} 中写死了文件地址`,
        text: (0,prose/* say */.cv) `无论选用哪个镜像，文件都来自 ${hosts.join('、')}。`,
        remedy: (0,prose/* word */.Vm)('可通过镜像重新生成锁文件，或接受现状。'),
    }),
    'inherited-kept': ({ variable, value }) => ({
        title: (0,prose/* say */.cv) `任务已设置 ${variable}`,
        text: (0,prose/* say */.cv) `${value} 予以保留，与本次选择一并生效。`,
        remedy: null,
    }),
    'retired-host': ({ host, replacement }) => ({
        title: (0,prose/* say */.cv) `${host} 已停止服务`,
        text: replacement === null ? (0,prose/* word */.Vm)('没有替代地址。') : (0,prose/* say */.cv) `替代地址：${replacement}。`,
        remedy: replacement === null ? (0,prose/* word */.Vm)('请从 `mirrors` 中移除。') : (0,prose/* word */.Vm)('请在 `mirrors` 中更换地址。'),
    }),
    redirector: ({ mirror, target }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 只负责跳转到其他镜像`,
        text: target === null ? (0,prose/* word */.Vm)('每次请求的去向可能不同。') : (0,prose/* say */.cv) `这次跳转到 ${target}；下一次请求可能不同。`,
        remedy: (0,prose/* word */.Vm)('请直接填写目标镜像：更稳定，缓存也能持续有效。'),
    }),
    stale: ({ mirror, behind }) => ({
        title: (0,prose/* say */.cv) `${(0,prose/* name */.UU)(mirror)} 落后于 PyPI`,
        text: (0,prose/* word */.Vm)(`落后 ${behind} 次变更。`),
        remedy: null,
    }),
    'pip-missing': ({ python }) => ({
        title: (0,prose/* word */.Vm)('未找到 pip'),
        text: python === null
            ? (0,prose/* word */.Vm)('各镜像按新版 pip 的规则判断，结论未经 pip 确认。')
            : (0,prose/* say */.cv) `${python} 没有 pip。各镜像按新版 pip 的规则判断，结论未经 pip 确认。`,
        remedy: (0,prose/* say */.cv) `请把本步骤放在 ${'actions/setup-python'} 之后，判断便与您的 pip 完全一致。`,
    }),
    'summary-unavailable': () => ({
        title: (0,prose/* word */.Vm)('此处没有任务摘要'),
        text: (0,prose/* word */.Vm)('该运行器不显示摘要；日志中有全部内容。'),
        remedy: null,
    }),
    'output-truncated': ({ output, bytes }) => ({
        title: (0,prose/* say */.cv) `${output} 已被截短`,
        text: (0,prose/* word */.Vm)(`原有 ${bytes} 字节，超出上限。`),
        remedy: (0,prose/* word */.Vm)('JSON 报告是完整的。'),
    }),
    'reused-decision': ({ mirror, ageMinutes }) => ({
        title: (0,prose/* word */.Vm)('沿用了先前的结论'),
        text: (0,prose/* say */.cv) `另一个任务在${(0,prose/* word */.Vm)(ageMinutes < 1 ? '不到 1 分钟' : ` ${Math.floor(ageMinutes)} 分钟`)}前选用了 ${(0,prose/* name */.UU)(mirror)}；快速检查确认其仍然正常。`,
        remedy: (0,prose/* say */.cv) `设置 ${'reuse-minutes: 0'} 可每次重新选择。`,
    }),
};
function notices_faultWords(fault) {
    const words = Object.entries(phrases_phrases.status).find(([status]) => status === fault)?.[1];
    return words === undefined ? (0,prose/* quote */.hD)(fault) : (0,prose/* word */.Vm)(words);
}
const notices_tieBreak = {
    cache: '先前任务的缓存来自它',
    operator: '它与其他镜像由不同的机构运维，不会一同失效',
    'days-left': '它的证书有效期最长',
    freshness: '它与 PyPI 最同步',
    order: '它在您的列表中最靠前',
};
const notices_why = {
    fastest: ({ expectedMs, nextName, nextMs }) => nextName === null || nextMs === null
        ? (0,prose/* say */.cv) `它最快：预计本任务的安装需要 ${(0,prose/* word */.Vm)(notices_duration(expectedMs))}。`
        : (0,prose/* say */.cv) `它最快：预计本任务的安装需要 ${(0,prose/* word */.Vm)(notices_duration(expectedMs))}，其次是 ${(0,prose/* name */.UU)(nextName)}，需要 ${(0,prose/* word */.Vm)(notices_duration(nextMs))}。`,
    tie: ({ bandPercent, by, others }) => (0,prose/* say */.cv) `它与 ${(0,prose/* joined */.oR)(others.slice(0, 5).map(prose/* name */.UU), '、')} 速度相当（相差不到 ${bandPercent} %）；选用它是因为${(0,prose/* word */.Vm)(notices_tieBreak[by])}。`,
    'only-usable': () => (0,prose/* word */.Vm)('只有它能让 pip 完成安装。'),
    'first-usable': () => (0,prose/* word */.Vm)('它是列表中第一个能让 pip 完成安装的镜像。'),
    'expired-tolerated': ({ until, witness }) => (0,prose/* say */.cv) `没有通过校验的可用镜像。它的证书已过期，容忍到 ${zh_cn_notices_date(until)}；其哈希值与 ${witness} 一致。`,
    kept: () => (0,prose/* word */.Vm)('没有可用的镜像，pip 沿用原有设置。'),
    offline: () => (0,prose/* word */.Vm)('策略为 offline：软件包来自本地 wheel 目录。'),
};

;// CONCATENATED MODULE: ./build/src/report/messages/zh-cn/reasons.js
const zh_cn_reasons_reasons = {
    'certificate-expired': {
        words: '证书已过期',
        remedy: '请续期，并在每个节点上加载新证书。',
        actor: 'operator',
    },
    'certificate-not-yet-valid': {
        words: '证书尚未生效',
        remedy: '请先检查本机时钟；若时钟无误，则是服务器用错了证书。',
        actor: 'workflow',
    },
    'certificate-hostname-mismatch': {
        words: '证书属于另一个域名',
        remedy: '请检查 URL；若 URL 无误，须由镜像站提供包含该域名的证书。',
        actor: 'workflow',
    },
    'certificate-self-signed': {
        words: '证书是自签名的',
        remedy: '若是自己的服务器，请用 `ca-bundle` 指定其 CA；否则不要信任它。',
        actor: 'workflow',
    },
    'certificate-untrusted-issuer': {
        words: '证书的颁发者不受 pip 信任',
        remedy: '若是自己的 CA，请用 `ca-bundle` 指定；否则通信可能正被人窃听。',
        actor: 'workflow',
    },
    'certificate-incomplete-chain': {
        words: '服务器没有发送中间证书',
        remedy: '请配置完整的证书链（fullchain.pem）。浏览器会掩盖这个问题，pip 不会。',
        actor: 'operator',
    },
    'certificate-revoked': {
        words: '证书已被吊销',
        remedy: '请立即更换：私钥可能已经泄露。',
        actor: 'operator',
    },
    'certificate-weak': {
        words: '证书的密钥或签名强度低于 pip 的要求',
        remedy: '请重新签发：RSA 至少 2048 位，或使用 EC，并以 SHA-256 签名。',
        actor: 'operator',
    },
    'certificate-invalid': {
        words: '证书不符合 pip 检查的规则',
        remedy: '请重新签发；问题出在密钥用途、名称约束或证书链，详见 JSON 报告。',
        actor: 'operator',
    },
    'certificate-handshake-failed': {
        words: '无法建立安全连接',
        remedy: '请确认该端口支持 TLS 1.2 或 1.3，且没有中间设备破坏连接。',
        actor: 'operator',
    },
    'certificate-none': {
        words: '没有证书（明文 http）',
        remedy: '请改用 https 地址；若愿意承担风险，可把主机写入 `trusted-hosts`。',
        actor: 'workflow',
    },
    'dns-failure': {
        words: '域名无法解析',
        remedy: '请检查拼写和本机的 DNS。',
        actor: 'workflow',
    },
    'connection-refused': {
        words: '连接被拒绝',
        remedy: '服务器未运行，或被防火墙拒绝。请检查端口和网络策略。',
        actor: 'network',
    },
    'connection-reset': {
        words: '连接被中断',
        remedy: '防火墙拦截或服务器过载。若持续出现，请联系网络管理员。',
        actor: 'network',
    },
    timeout: {
        words: '未在时限内应答',
        remedy: '距离太远、过载或被过滤。请从 `mirrors` 中移除；若只是较慢，可调大 `timeout`。',
        actor: 'workflow',
    },
    'http-403': {
        words: '拒绝访问（403）',
        remedy: '本网络可能被封禁。请把这里引用的原文发给镜像站，或改用其他镜像。',
        actor: 'operator',
    },
    'http-404': {
        words: '没有这个索引（404）',
        remedy: '请检查 URL 的路径；通常以 /simple/ 结尾。',
        actor: 'workflow',
    },
    'http-407': {
        words: '代理要求登录（407）',
        remedy: '请把代理的用户名和密码作为 secret 写入 HTTPS_PROXY。',
        actor: 'workflow',
    },
    'http-429': {
        words: '请求过于频繁（429）',
        remedy: '请稍候；有许多任务共用这个出口地址。使用缓存或自建镜像可减轻压力。',
        actor: 'wait',
    },
    'http-4xx': {
        words: '请求被拒绝',
        remedy: '请检查 URL；若 URL 无误，请联系镜像站。',
        actor: 'workflow',
    },
    'http-5xx': {
        words: '服务器出错',
        remedy: '镜像站自身故障，通常稍后即可恢复。',
        actor: 'wait',
    },
    'http-other': {
        words: '应答出乎意料',
        remedy: '请确认该 URL 是 Python 软件包索引。',
        actor: 'workflow',
    },
    'blocked-user-agent': {
        words: 'pip 被拦截，其他客户端正常',
        remedy: '对方的过滤规则针对 pip 的 User-Agent。请把这里引用的原文发给镜像站。',
        actor: 'operator',
    },
    'not-an-index': {
        words: '应答不是软件包索引',
        remedy: '请检查 URL 的路径。上网认证页面（captive portal）也会造成这种现象。',
        actor: 'workflow',
    },
    'invalid-response': {
        words: '应答不符合 HTTP 规范',
        remedy: '服务器或中间设备有故障。',
        actor: 'operator',
    },
    truncated: {
        words: '应答中途截断',
        remedy: '服务器或中间设备切断了连接。若持续出现，请告知镜像站。',
        actor: 'operator',
    },
    'redirect-loop': {
        words: '重定向形成循环',
        remedy: '镜像站配置有误；若有其他地址，请改用。',
        actor: 'operator',
    },
    'insecure-redirect': {
        words: '从 https 跳转到明文 http',
        remedy: '途中任何人都可能篡改软件包。镜像站应跳转到 https。',
        actor: 'operator',
    },
    'insecure-file-link': {
        words: '文件链接是明文 http',
        remedy: '途中任何人都可能篡改软件包。索引中的链接应使用 https。',
        actor: 'operator',
    },
    'file-unavailable': {
        words: '列出的文件无法下载',
        remedy: '请改用其他镜像：它不完整，或禁止本网络下载。',
        actor: 'workflow',
    },
    'metadata-missing': {
        words: '声明了元数据却不提供',
        remedy: 'pip 会因此中止。镜像站应提供元数据文件，或不再声明。',
        actor: 'operator',
    },
    'hash-mismatch': {
        words: '文件与原始文件不一致',
        remedy: '请勿使用，并告知镜像站：文件可能已损坏或被伪造。',
        actor: 'workflow',
    },
    stale: {
        words: '远远落后于 PyPI',
        remedy: '同步延迟或已停止。',
        actor: 'operator',
    },
    'missing-requirement': {
        words: '缺少本任务要安装的软件包',
        remedy: '请改用其他镜像，或让 `fallback` 保持 `auto`。',
        actor: 'workflow',
    },
    'auth-required': {
        words: '需要登录',
        remedy: '请把用户名和密码作为 secret 写入 URL，或写入 .netrc。',
        actor: 'workflow',
    },
    'plain-http': {
        words: '是明文 http',
        remedy: '请改用 https 地址；若愿意承担风险，可把主机写入 `trusted-hosts`。',
        actor: 'workflow',
    },
    'not-allowed': {
        words: '当前策略不允许使用',
        remedy: '请更换 `policy`，或从 `mirrors` 中移除。',
        actor: 'workflow',
    },
    'pip-refused': {
        words: 'pip 实际下载失败',
        remedy: '请看这里引用的 pip 原文。已改试下一个镜像。',
        actor: 'workflow',
    },
};

;// CONCATENATED MODULE: ./build/src/report/messages.js









const catalogues = {
    en: {
        phrases: phrases,
        reasons: reasons_reasons,
        why: why,
        notices: notices,
        audit: audit,
    },
    'zh-CN': {
        phrases: phrases_phrases,
        reasons: zh_cn_reasons_reasons,
        why: notices_why,
        notices: notices_notices,
        audit: audit_audit,
    },
};
/** Words and headings of one language. */
function phrasesOf(language) {
    return catalogues[language].phrases;
}
/** Prose of audits: alerts, issues, badge and status page. */
function auditTextsOf(language) {
    return catalogues[language].audit;
}
/** A notice in words, with the page that explains it ('docs/troubleshooting.md#code'). */
function textOf(notice, language) {
    const write = catalogues[language].notices[notice.code];
    const tell = (reason) => reasonOf(reason, language);
    return { ...write(notice.facts, tell), docs: `docs/troubleshooting.md#${notice.code}` };
}
/** Why a mirror is not usable, in a few words, with what to do and who does it. Total: an unknown code is quoted. */
function reasonOf(reason, language) {
    const { reasons, phrases } = catalogues[language];
    if (reason.startsWith('file-host-')) {
        const inner = reasonOf(reason.slice('file-host-'.length), language);
        return { ...inner, words: [...(0,prose/* word */.Vm)(phrases.verdict.fileHost), ...inner.words] };
    }
    if (Object.hasOwn(reasons, reason)) {
        const known = reasons[reason];
        return spoken(known.words, known.remedy, known.actor);
    }
    const status = /^http-(\d{3})$/.exec(reason)?.[1];
    if (status === undefined)
        return { ...spoken('', reasons['http-other'].remedy, 'workflow'), words: (0,prose/* quote */.hD)(reason) };
    const family = reasons[status.startsWith('5') ? 'http-5xx' : status.startsWith('4') ? 'http-4xx' : 'http-other'];
    return spoken(family.words + phrases.verdict.httpStatus(status), family.remedy, family.actor);
}
function spoken(words, remedy, actor) {
    return { words: (0,prose/* word */.Vm)(words), remedy: (0,prose/* word */.Vm)(remedy), actor };
}
/** The reason of a decision in one or two sentences. */
function whyOf(decision, language) {
    const write = catalogues[language].why[decision.why.code];
    return write(decision.why, decision);
}
/** Icon and word of a certificate's status: never the colour alone. */
function statusOf(status, language) {
    return { icon: statusIcon(status), word: catalogues[language].phrases.status[status] };
}
function statusIcon(status) {
    if (status === 'valid')
        return '✅';
    if (status === 'expiring')
        return '⚠️';
    return status === 'none' ? '🔓' : '❌';
}


/***/ }),

/***/ 2299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6209);
/**
 * Sentences whose values stay apart from their words, so that each place of display escapes what it must:
 * the words are ours, every value may be hostile.
 */

/** Longest value shown in a sentence, in code points. */
const longestValue = 240;
/** A sentence: `${string}` becomes code, numbers are shown as they are, prose is laid in. */
function say(words, ...values) {
    const pieces = [];
    words.forEach((text, index) => {
        if (text !== '')
            pieces.push({ kind: 'word', text });
        const value = values[index];
        if (value === undefined || value === '')
            return;
        if (typeof value === 'string')
            pieces.push({ kind: 'code', text: value });
        else if (typeof value === 'number')
            pieces.push({ kind: 'word', text: String(value) });
        else
            pieces.push(...value);
    });
    return pieces;
}
/** A mirror's name: bold in a summary. */
function name(text) {
    return [{ kind: 'name', text }];
}
/** Somebody else's words: an error, a detail. */
function quote(text) {
    return [{ kind: 'quote', text }];
}
/** Our own words, chosen by the catalogue: 'fallback', 'the cache'. */
function word(text) {
    return [{ kind: 'word', text }];
}
/** Several items with a separator between them. */
function joined(items, separator) {
    return items.flatMap((item, index) => (index === 0 ? item : [...word(separator), ...item]));
}
/** For GitHub's Markdown: running text, list items and table cells; whole pieces, at most about `max` code points. */
function markdown(prose, max = 1500) {
    let left = max;
    let text = '';
    for (const piece of prose) {
        if (left <= 0)
            return `${text}…`;
        left -= Math.min(piece.text.length, longestValue);
        text += markdownPiece(piece);
    }
    return text;
}
function markdownPiece({ kind, text }) {
    if (kind === 'word')
        return text.replaceAll('|', '&#124;');
    if (kind === 'code')
        return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inCode */ .pN)(text, longestValue);
    if (kind === 'quote')
        return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inText */ .tg)(text, longestValue);
    const escaped = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inText */ .tg)(text, 60);
    return escaped === '' ? '' : `<b>${escaped}</b>`;
}
/** For logs, annotations and alerts: one line without markup, at most `max` code points. */
function plain(prose, max = 2000) {
    const line = prose
        .map((piece) => (piece.kind === 'word' ? piece.text.replaceAll('`', '') : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(piece.text, longestValue)))
        .join('');
    // Once more as a whole: two harmless values may be a command when they stand side by side.
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .logText */ .kc)(line, max);
}


/***/ }),

/***/ 1591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hk: () => (/* binding */ soonestEnd),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   Wg: () => (/* binding */ latencyOf),
/* harmony export */   Yn: () => (/* binding */ issuerShort),
/* harmony export */   b: () => (/* binding */ isUnchecked),
/* harmony export */   mm: () => (/* binding */ certificatesOf),
/* harmony export */   wz: () => (/* binding */ isTroubled),
/* harmony export */   y3: () => (/* binding */ bySoonestEnd)
/* harmony export */ });
/** Bigger is worse. */
const severity = {
    valid: 0,
    expiring: 1,
    none: 2,
    'handshake-failed': 3,
    weak: 4,
    invalid: 4,
    'incomplete-chain': 4,
    'untrusted-issuer': 4,
    'self-signed': 4,
    'hostname-mismatch': 4,
    'not-yet-valid': 4,
    expired: 5,
    revoked: 6,
};
/** Every mirror of the run: by rank where one was to be chosen, by urgency in an audit. */
function rowsOf(outcome) {
    const ranks = new Map(outcome.ranking.map((ranked) => [ranked.verdict.candidate.name, ranked.rank]));
    const chosen = outcome.decision?.why.code === 'kept' ? null : (outcome.decision?.mirror.name ?? null);
    const rows = [...outcome.verdicts, ...outcome.beside].map((verdict) => rowOf(verdict, chosen, ranks.get(verdict.candidate.name) ?? null));
    return rows.sort(outcome.plan.inputs.mode === 'audit' ? byUrgency : byRank);
}
function rowOf(verdict, chosen, rank) {
    const all = certificatesOf(verdict);
    const worst = all.reduce((a, b) => (a === null || isWorse(b, a) ? b : a), null);
    return {
        verdict,
        standing: standingOf(verdict, chosen),
        rank,
        status: worst?.status ?? null,
        daysLeft: soonestEnd(verdict),
        worseHosts: worseHostsOf(verdict),
    };
}
function standingOf(verdict, chosen) {
    if (verdict.candidate.name === chosen)
        return 'chosen';
    if (verdict.usable)
        return 'usable';
    return verdict.unasked && verdict.reasons.length === 0 ? 'unasked' : 'refused';
}
/** Every certificate verdict of a mirror's hosts, the index's first. */
function certificatesOf(verdict) {
    return [verdict.certificate, ...verdict.hosts.map((host) => host.certificate)].filter((one) => one !== null);
}
/** Whether there is a certificate with dates behind the verdict: none on plain http or after a failed handshake. */
function isDated(certificate) {
    return certificate.fingerprint256 !== '' && certificate.notAfter > certificate.notBefore;
}
/** Days until the soonest end of any certificate on the mirror's way; null where none was seen. */
function soonestEnd(verdict) {
    const days = certificatesOf(verdict)
        .filter(isDated)
        .map((certificate) => certificate.daysLeft);
    return days.length === 0 ? null : Math.min(...days);
}
/** Usable although pip does not check it: tolerated after its end, or plain http that the user trusts. */
function isUnchecked(row) {
    const standing = row.standing === 'chosen' || row.standing === 'usable';
    return standing && row.status !== null && row.status !== 'valid' && row.status !== 'expiring';
}
/** Whether pip or the calendar objects to any certificate of the row. */
function hasCertificateTrouble(row) {
    return row.status !== null && row.status !== 'valid';
}
/** Needs somebody's attention: refused, or a certificate that ends soon or is refused. */
function isTroubled(row) {
    return row.standing === 'refused' || hasCertificateTrouble(row);
}
function isWorse(a, b) {
    const step = severity[a.status] - severity[b.status];
    return step > 0 || (step === 0 && a.status === 'expiring' && a.daysLeft < b.daysLeft);
}
function worseHostsOf(verdict) {
    const index = verdict.certificate;
    return verdict.hosts.filter(({ certificate }) => {
        if (certificate === null || certificate === index)
            return false;
        return index === null ? severity[certificate.status] > 0 : isWorse(certificate, index);
    });
}
const standings = ['chosen', 'usable', 'refused', 'unasked'];
function byRank(a, b) {
    return (standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
        (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
        urgency(b) - urgency(a) ||
        a.verdict.candidate.order - b.verdict.candidate.order);
}
function byUrgency(a, b) {
    return (urgency(b) - urgency(a) ||
        (a.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.daysLeft ?? Number.MAX_SAFE_INTEGER) ||
        a.verdict.candidate.order - b.verdict.candidate.order);
}
/** A refused certificate comes first, then whatever else stops pip, then a near end. */
function urgency(row) {
    const certificate = row.status === null ? 0 : severity[row.status];
    if (certificate > 1)
        return certificate;
    return row.standing === 'refused' ? 1.5 : certificate;
}
/** Days left, soonest first: the certificates for the picture, one for each mirror. */
function bySoonestEnd(rows) {
    return rows
        .filter((row) => row.verdict.certificate !== null && isDated(row.verdict.certificate))
        .sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
}
/** Milliseconds that a request waits for its answer's first byte on an open connection; null where unmeasured. */
function latencyOf(verdict) {
    return verdict.timing?.firstByteMs ?? verdict.timing?.connectMs ?? null;
}
/** A short name of the issuer: organisation and common name of a distinguished name in any usual notation. */
function issuerShort(distinguishedName) {
    const part = (key) => {
        const found = new RegExp(`(?:^|[\\n,/+;])\\s*${key}\\s*=\\s*((?:\\\\.|[^\\n,/+;\\\\])*)`, 'i').exec(distinguishedName);
        return (found?.[1] ?? '').replace(/\\(.)/g, '$1').replace(/^"|"$/g, '').trim();
    };
    const [organisation, common] = [part('O'), part('CN')];
    if (common === '')
        return organisation === '' ? distinguishedName : organisation;
    const firstWord = organisation.split(/[\s,]/)[0] ?? '';
    return firstWord === '' || common.toLowerCase().includes(firstWord.toLowerCase())
        ? common
        : `${organisation} ${common}`;
}


/***/ })

};
