export const id = 175;
export const ids = [175];
export const modules = {

/***/ 3282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ maskCredentials),
/* harmony export */   q: () => (/* binding */ exportVariables)
/* harmony export */ });
/* harmony import */ var _model_index_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4763);
/* harmony import */ var _platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8008);


/** Masks every form in which a user name's secret can appear in a URL, a header or a log. */
function maskCredentials(credentials) {
    for (const pair of credentials) {
        if (pair === null)
            continue;
        // A token may stand in either place.
        for (const secret of [pair.password, pair.password === '' ? pair.username : '']) {
            if (secret === '')
                continue;
            (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .mask */ .dK)(secret);
            (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .mask */ .dK)(encodeURIComponent(secret));
            (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .mask */ .dK)(inUserInfo(secret));
        }
        // As requests encodes them, and as others do.
        for (const encoding of ['latin1', 'utf8']) {
            (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .mask */ .dK)(Buffer.from(`${pair.username}:${pair.password}`, encoding).toString('base64'));
        }
    }
}
/** As `URL` writes it, which encodes more signs. */
function inUserInfo(secret) {
    const url = new URL('https://host/');
    url.password = encodeURIComponent(secret);
    return url.password;
}
/** Those that a value brings along from the job's own settings are secrets like any other. */
function credentialsIn(value) {
    const found = value.match(/(?<=\/\/)[^\s/?#]+(?=@)/g) ?? [];
    return found.flatMap((userInfo) => {
        const parsed = (0,_model_index_url_js__WEBPACK_IMPORTED_MODULE_1__/* .parseIndexUrl */ .Z)(`https://${userInfo}@host/`);
        const [username = '', ...password] = userInfo.split(':');
        // Also as they stand there: the same sign may be spelt in several ways.
        const asWritten = { username, password: password.join(':') };
        return typeof parsed === 'string' || parsed.credentials === null ? [asWritten] : [asWritten, parsed.credentials];
    });
}
/** Writes all variables, or throws before the first one when any value could corrupt the runner's file. */
function exportVariables(variables) {
    for (const [name, value] of Object.entries(variables)) {
        if (!/^[A-Z][A-Z0-9_]*$/.test(name))
            throw new Error(`not a variable name: ${JSON.stringify(name)}`);
        if (/[\r\n\0]/.test(value))
            throw new Error(`${name} would hold a line break`);
    }
    maskCredentials(Object.values(variables).flatMap(credentialsIn));
    for (const [name, value] of Object.entries(variables))
        (0,_platform_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .exportVariable */ .dN)(name, value);
}


/***/ }),

/***/ 4763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parseIndexUrl),
/* harmony export */   t: () => (/* binding */ withCredentials)
/* harmony export */ });
/** Reads an index URL as pip would use it; a problem code when pip could not. */
function parseIndexUrl(text) {
    if (/[\s\u0000-\u001f\u007f]/.test(text))
        return 'whitespace';
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
        return 'no-scheme';
    if (!/^https?:\/\//i.test(text))
        return 'scheme';
    let url;
    try {
        url = new URL(text);
    }
    catch {
        return 'malformed';
    }
    if (url.search !== '' || url.hash !== '')
        return 'query';
    const credentials = url.username === '' && url.password === ''
        ? null
        : { username: decodeQuietly(url.username), password: decodeQuietly(url.password) };
    url.username = '';
    url.password = '';
    if (!url.pathname.endsWith('/'))
        url.pathname += '/';
    return { url: url.href, credentials };
}
function decodeQuietly(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** The URL with its credentials in it, as installers need it: a secret. What is in netrc they read there themselves. */
function withCredentials(indexUrl, credentials) {
    if (credentials === null || credentials.origin === 'netrc')
        return indexUrl;
    const url = new URL(indexUrl);
    url.username = encodeURIComponent(credentials.username);
    url.password = encodeURIComponent(credentials.password);
    return url.href;
}


/***/ }),

/***/ 9296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oj: () => (/* binding */ recogniseIndex),
/* harmony export */   cy: () => (/* binding */ findInCatalogue),
/* harmony export */   gG: () => (/* binding */ RETIRED_HOSTS),
/* harmony export */   r_: () => (/* binding */ findRetired),
/* harmony export */   yh: () => (/* binding */ CATALOGUE)
/* harmony export */ });
/**
 * Public PyPI mirrors, as data: a new mirror is one row here, and nothing else needs to change.
 * Names are what users write in `mirrors`.
 */
/** Most mirrors are their own operator and family, store the files, and are asked by default. */
function entry(row) {
    return {
        aliases: [],
        operator: row.name,
        family: row.name,
        kind: 'full',
        fileHosts: [],
        statusUrl: null,
        byDefault: true,
        note: '',
        ...row,
    };
}
const CATALOGUE = [
    entry({
        name: 'pypi',
        indexUrl: 'https://pypi.org/simple/',
        aliases: ['https://pypi.python.org/simple/'],
        kind: 'origin',
        fileHosts: ['files.pythonhosted.org'],
        statusUrl: 'https://status.python.org/',
        note: 'the origin; nearest to hosted runners outside China',
    }),
    entry({
        name: 'tuna',
        indexUrl: 'https://pypi.tuna.tsinghua.edu.cn/simple/',
        aliases: [
            'https://mirrors.tuna.tsinghua.edu.cn/pypi/web/simple/',
            'https://mirrors.tuna.tsinghua.edu.cn/pypi/simple/',
        ],
        statusUrl: 'https://mirrors.tuna.tsinghua.edu.cn/static/tunasync.json',
        note: 'blocks some networks and clients (403 with a block code); leaves out *-nightly projects',
    }),
    entry({
        name: 'bfsu',
        indexUrl: 'https://mirrors.bfsu.edu.cn/pypi/web/simple/',
        aliases: ['https://mirrors.bfsu.edu.cn/pypi/simple/'],
        operator: 'tuna',
        family: 'tuna',
        statusUrl: 'https://mirrors.bfsu.edu.cn/static/tunasync.json',
        note: 'run by TUNA with the same blocking rules',
    }),
    entry({
        name: 'ustc',
        indexUrl: 'https://mirrors.ustc.edu.cn/pypi/simple/',
        aliases: ['https://mirrors.ustc.edu.cn/pypi/web/simple/'],
        family: 'tuna',
        kind: 'cache',
        fileHosts: ['pypi.tuna.tsinghua.edu.cn'],
        statusUrl: 'https://mirrors.ustc.edu.cn/static/json/mirrorz.json',
        note: 'index from TUNA; files that it does not hold are redirected to TUNA',
    }),
    entry({
        name: 'aliyun',
        indexUrl: 'https://mirrors.aliyun.com/pypi/simple/',
        aliases: ['https://mirrors.aliyun.com/pypi/web/simple/'],
        note: 'throttles rather than blocks',
    }),
    entry({
        name: 'tencent',
        indexUrl: 'https://mirrors.cloud.tencent.com/pypi/simple/',
        aliases: ['https://mirrors.tencent.com/pypi/simple/'],
    }),
    entry({
        name: 'huawei',
        indexUrl: 'https://mirrors.huaweicloud.com/repository/pypi/simple/',
        aliases: ['https://repo.huaweicloud.com/repository/pypi/simple/'],
        kind: 'proxy',
        note: 'also served as repo.huaweicloud.com, with a certificate of its own',
    }),
    entry({ name: 'volcengine', indexUrl: 'https://mirrors.volces.com/pypi/simple/' }),
    entry({
        name: 'nju',
        indexUrl: 'https://mirrors.nju.edu.cn/pypi/web/simple/',
        aliases: ['https://mirror.nju.edu.cn/pypi/web/simple/'],
        statusUrl: 'https://mirrors.cernet.edu.cn/static/json/legacy/nju.json',
    }),
    entry({
        name: 'pku',
        indexUrl: 'https://mirrors.pku.edu.cn/pypi/web/simple/',
        aliases: ['https://mirrors.pku.edu.cn/pypi/simple/'],
        statusUrl: 'https://mirrors.pku.edu.cn/monitor/status',
    }),
    entry({
        name: 'hust',
        indexUrl: 'https://mirrors.hust.edu.cn/pypi/web/simple/',
        statusUrl: 'https://mirrors.hust.edu.cn/status.json',
    }),
    entry({
        name: 'sustech',
        indexUrl: 'https://mirrors.sustech.edu.cn/pypi/web/simple/',
        aliases: ['https://mirrors.sustech.edu.cn/pypi/simple/'],
        statusUrl: 'https://mirrors.sustech.edu.cn/mirrorz/mirrorz.json',
    }),
    entry({
        name: 'sjtu',
        indexUrl: 'https://mirror.sjtu.edu.cn/pypi/web/simple/',
        aliases: ['https://mirrors.sjtug.sjtu.edu.cn/pypi/web/simple/'],
        family: 'tuna',
        kind: 'cache',
        fileHosts: ['s3.jcloud.sjtu.edu.cn', 'mirrors.bfsu.edu.cn'],
        statusUrl: 'https://mirror.sjtu.edu.cn/mirrorz/siyuan.json',
        note: 'index from TUNA; files by redirect to its object store or to BFSU',
    }),
    entry({
        name: 'lzu',
        indexUrl: 'https://mirror.lzu.edu.cn/pypi/web/simple/',
        statusUrl: 'https://mirror.lzu.edu.cn/.mirrorz.json',
        byDefault: false,
    }),
    entry({
        name: 'cernet',
        indexUrl: 'https://mirrors.cernet.edu.cn/pypi/web/simple/',
        aliases: ['https://mirrors.cngi.edu.cn/pypi/web/simple/', 'https://m.mirrorz.org/pypi/web/simple/'],
        family: 'tuna',
        kind: 'redirector',
        statusUrl: 'https://mirrors.cernet.edu.cn/api/scoring',
        byDefault: false,
        note: 'redirects each request to a member mirror; the target may change from request to request',
    }),
    entry({
        name: 'netease',
        indexUrl: 'https://mirrors.163.com/pypi/simple/',
        byDefault: false,
        note: 'synchronised once a day',
    }),
];
const RETIRED_HOSTS = [
    { host: 'pypi.douban.com', path: '', replacement: 'tencent' },
    { host: 'pypi.doubanio.com', path: '', replacement: 'tencent' },
    { host: 'pypi.mirrors.ustc.edu.cn', path: '', replacement: 'ustc' },
    { host: 'mirrors.jlu.edu.cn', path: '/pypi', replacement: 'bfsu' },
    { host: 'mirrors.zju.edu.cn', path: '/pypi', replacement: 'tuna' },
    { host: 'pypi.mirrors.cqupt.edu.cn', path: '', replacement: 'tuna' },
    { host: 'pypi.hustunique.com', path: '', replacement: 'hust' },
    { host: 'hustmirror.cn', path: '', replacement: 'hust' },
    { host: 'opentuna.cn', path: '', replacement: 'tuna' },
    { host: 'mirror.dub1.pypi.io', path: '', replacement: 'pypi' },
    { host: 'mirror.baidu.com', path: '/pypi', replacement: 'aliyun' },
    { host: 'pypi.sdutlinux.org', path: '', replacement: 'tuna' },
    { host: 'mirrors.sohu.com', path: '/Python', replacement: 'aliyun' },
    { host: 'pypi-mirror.org', path: '', replacement: 'pypi' },
    { host: 'test.pypi.org', path: '', replacement: 'pypi' },
];
const byName = new Map(CATALOGUE.map((row) => [row.name, row]));
const byUrl = new Map(CATALOGUE.flatMap((row) => [row.indexUrl, ...row.aliases].map((url) => [url, row])));
function findInCatalogue(name) {
    return byName.get(name);
}
/** The entry whose index, or an alias of it, has this normalised URL. */
function recogniseIndex(indexUrl) {
    return byUrl.get(indexUrl);
}
function findRetired(url) {
    return RETIRED_HOSTS.find((retired) => retired.host === url.hostname && url.pathname.startsWith(retired.path));
}


/***/ }),

/***/ 9040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ INPUT_NAMES),
/* harmony export */   W: () => (/* binding */ INPUT_DEFAULTS)
/* harmony export */ });
/** Names and defaults of all inputs; held equal to action.yml by a contract test. */
const INPUT_DEFAULTS = {
    mode: 'select',
    mirrors: '',
    policy: 'verified',
    requirements: [
        '**/requirements*.txt',
        '**/constraints*.txt',
        '**/pyproject.toml',
        '**/pylock*.toml',
        '**/uv.lock',
        '**/poetry.lock',
        '**/pdm.lock',
        '**/Pipfile.lock',
        '**/setup.cfg',
    ].join('\n'),
    packages: '',
    fallback: 'auto',
    'extra-index-urls': '',
    'trusted-hosts': '',
    'expired-grace-days': '7',
    'require-hashes': 'false',
    'ca-bundle': '',
    installers: 'pip',
    pytorch: '',
    wheelhouse: '',
    python: '',
    confirm: 'true',
    timeout: '5',
    'on-none': 'fail',
    'reuse-minutes': '30',
    'warn-days': '7,3,1',
    cache: 'auto',
    'cache-suffix': '',
    'fail-on': 'expired',
    'report-file': '',
    'metrics-file': '',
    alerts: '',
    issue: 'false',
    'github-token': '',
    language: 'en',
};
const INPUT_NAMES = Object.keys(INPUT_DEFAULTS);


/***/ }),

/***/ 3004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ nearestWord)
/* harmony export */ });
/** The allowed word that a misspelt one most likely meant. */
function editDistance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        for (let j = 1; j <= b.length; j++) {
            const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            current.push(Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, substitution));
        }
        previous = current;
    }
    return previous[b.length] ?? 0;
}
/** The nearest of `allowed`, or null when none is near enough to be meant. Case does not count. */
function nearestWord(word, allowed) {
    const wanted = word.toLowerCase().slice(0, 64);
    const beginning = allowed.find((candidate) => wanted !== '' && candidate.toLowerCase().startsWith(wanted));
    if (beginning !== undefined)
        return beginning;
    let best = null;
    let bestDistance = Math.max(2, Math.ceil(wanted.length / 2)) + 1;
    for (const candidate of allowed) {
        const distance = editDistance(wanted, candidate.toLowerCase());
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}


/***/ }),

/***/ 7053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T_: () => (/* binding */ withNetrc),
/* harmony export */   fO: () => (/* binding */ readNetrc)
/* harmony export */ });
/* unused harmony export parseNetrc */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/** Credentials from netrc, as pip finds them: by host, for indexes whose URL carries none. */


/** Larger files are no netrc. */
const MAX_BYTES = 1024 * 1024;
/** `NETRC`, else ~/.netrc or ~/_netrc; null where there is none or it cannot be read. */
function readNetrc(env) {
    const home = env.HOME || env.USERPROFILE || '';
    const paths = env.NETRC ? [env.NETRC] : home === '' ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.netrc'), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '_netrc')];
    for (const path of paths) {
        try {
            return parseNetrc((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').slice(0, MAX_BYTES));
        }
        catch { }
    }
    return null;
}
/** The format of Python's netrc module: words, '#' comments, quoted values; a macro ends at an empty line. */
function parseNetrc(text) {
    const machines = new Map();
    let otherwise = null;
    const words = wordsOf(text);
    let host = null;
    let entry = { username: '', account: '', password: '' };
    const finish = () => {
        if (host === null)
            return;
        const found = { username: entry.username || entry.account, password: entry.password, origin: 'netrc' };
        if (host === '')
            otherwise = found;
        else
            machines.set(host, found);
    };
    for (let at = 0; at < words.length; at++) {
        const value = words[at + 1] ?? '';
        switch (words[at]) {
            case 'machine':
            case 'default':
                finish();
                host = words[at] === 'default' ? '' : value.toLowerCase();
                entry = { username: '', account: '', password: '' };
                if (host !== '')
                    at++;
                break;
            case 'login':
            case 'user':
                entry.username = value;
                at++;
                break;
            case 'account':
                entry.account = value;
                at++;
                break;
            case 'password':
                entry.password = value;
                at++;
                break;
        }
    }
    finish();
    return { machines, otherwise };
}
function wordsOf(text) {
    const words = [];
    const withoutMacros = text.replace(/^[ \t]*macdef\s[\s\S]*?(?:\n[ \t]*\r?\n|(?![\s\S]))/gm, '\n');
    for (const line of withoutMacros.split(/\r\n|\r|\n/)) {
        const token = /\s*(?:"((?:[^"\\]|\\.)*)"|((?:[^\s\\]|\\.)+))/gy;
        let first = true;
        for (let match = token.exec(line); match !== null; match = token.exec(line)) {
            const word = (match[1] ?? match[2] ?? '').replace(/\\(.)/g, '$1');
            // A comment begins a line, or follows an entry; inside a password '#' is a character like any other.
            const follows = ['login', 'user', 'account', 'password'].includes(words.at(-1) ?? '');
            if (match[2] !== undefined && word.startsWith('#') && (first || !follows))
                break;
            words.push(word);
            first = false;
        }
    }
    return words;
}
/**
 * The inputs with credentials for those indexes that have none of their own. A host gets its own entry; the `default`
 * entry only goes to indexes that the workflow names by URL. Over plain http nothing is sent, unless the host is trusted.
 */
function withNetrc(inputs, netrc) {
    if (netrc === null)
        return inputs;
    const add = (candidate) => {
        const credentials = candidate.credentials ?? credentialsFor(candidate, netrc, inputs.trustedHosts);
        return { ...candidate, credentials };
    };
    const { fallback } = inputs;
    return {
        ...inputs,
        mirrors: inputs.mirrors.map(add),
        extraIndexes: inputs.extraIndexes.map(add),
        fallback: typeof fallback === 'string' ? fallback : add(fallback),
    };
}
function credentialsFor(candidate, netrc, trusted) {
    const { hostname, protocol } = new URL(candidate.indexUrl);
    const accepted = trusted.some((entry) => entry.host === hostname);
    if (protocol !== 'https:' && !accepted)
        return null;
    return netrc.machines.get(hostname) ?? (candidate.origin === 'input' ? netrc.otherwise : null);
}


/***/ }),

/***/ 5733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/model/plan.js
var plan = __webpack_require__(9072);
// EXTERNAL MODULE: ./build/src/model/credentials.js
var credentials = __webpack_require__(6769);
// EXTERNAL MODULE: ./build/src/plan/input-defaults.js
var input_defaults = __webpack_require__(9040);
// EXTERNAL MODULE: ./build/src/plan/nearest-word.js
var nearest_word = __webpack_require__(3004);
;// CONCATENATED MODULE: ./build/src/plan/input-reader.js
/** Reads single inputs and collects every problem, so that a user sees all of them at once. */



/** `given` is an input's text as the runner hands it over; undefined where it hands none over. */
function createInputReader(given) {
    const problems = [];
    const raw = (name) => given(name) ?? input_defaults/* INPUT_DEFAULTS */.W[name];
    // One word cannot be empty: an expression that came out empty means the default.
    const word = (name) => raw(name).trim() || input_defaults/* INPUT_DEFAULTS */.W[name];
    const reader = {
        problems,
        text: (name) => raw(name).trim(),
        lines: (name) => raw(name)
            .split(/\r\n|\r|\n/)
            .map((line) => line.trim())
            .filter((line) => line !== '' && !line.startsWith('#')),
        words: (name) => raw(name)
            .split(/[\s,]+/)
            .filter((part) => part !== ''),
        oneOf(name, allowed) {
            const value = word(name);
            const exact = allowed.find((known) => known === value);
            if (exact !== undefined)
                return exact;
            reader.problem(name, value, 'unknown-word', allowed.join(', '), (0,nearest_word/* nearestWord */.z)(value, allowed));
            return allowed[0];
        },
        severalOf(name, allowed) {
            const found = [];
            for (const value of reader.words(name)) {
                const exact = allowed.find((known) => known === value);
                if (exact === undefined) {
                    reader.problem(name, value, 'unknown-word', allowed.join(', '), (0,nearest_word/* nearestWord */.z)(value, allowed));
                }
                else if (!found.includes(exact)) {
                    found.push(exact);
                }
            }
            return found;
        },
        boolean(name) {
            const value = word(name);
            if (/^(true|True|TRUE)$/.test(value))
                return true;
            if (/^(false|False|FALSE)$/.test(value))
                return false;
            const nearest = /^(yes|on|1|y)$/i.test(value) ? 'true' : /^(no|off|0|n)$/i.test(value) ? 'false' : null;
            reader.problem(name, value, 'unknown-word', 'true, false', nearest ?? (0,nearest_word/* nearestWord */.z)(value, ['true', 'false']));
            return false;
        },
        number(name, min, max) {
            const value = word(name);
            const number = Number(value);
            if (!/^[+-]?\d+(\.\d+)?$/.test(value)) {
                const digits = /-?\d+(\.\d+)?/.exec(value)?.[0] ?? null;
                const inRange = digits !== null && Number(digits) >= min && Number(digits) <= max;
                reader.problem(name, value, 'not-a-number', `${min}–${max}`, inRange ? digits : null);
                return min;
            }
            if (number < min || number > max) {
                reader.problem(name, value, 'out-of-range', `${min}–${max}`, String(number < min ? Math.max(min, -number) : max));
                return min;
            }
            return number;
        },
        problem(input, value, kind, allowed, nearest = null) {
            const shown = nearest === null ? null : (0,credentials/* hideCredentialsOfBroken */.VY)(nearest);
            problems.push({ input, value: (0,credentials/* hideCredentialsOfBroken */.VY)(value), kind, allowed, nearest: shown });
            return undefined;
        },
    };
    return reader;
}

// EXTERNAL MODULE: ./build/src/model/index-url.js
var index_url = __webpack_require__(4763);
// EXTERNAL MODULE: ./build/src/plan/catalogue.js
var catalogue = __webpack_require__(9296);
;// CONCATENATED MODULE: ./build/src/plan/read-candidates.js



const URL_FORM = 'https://host/path/simple/';
const URL_PROBLEMS = {
    whitespace: 'white-space',
    'no-scheme': 'not-a-url',
    scheme: 'wrong-scheme',
    malformed: 'not-a-url',
    query: 'malformed',
};
function fromCatalogue(entry, order) {
    return {
        name: entry.name,
        indexUrl: entry.indexUrl,
        credentials: null,
        operator: entry.operator,
        family: entry.family,
        origin: 'catalogue',
        order,
    };
}
/** What the user most likely meant by a broken URL; never with credentials in it. */
function mendUrl(text, problem) {
    const bare = text.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/@]*@/i, '$1');
    switch (problem) {
        case 'whitespace':
            return bare.replace(/\s+/g, '');
        case 'no-scheme':
            return `https://${bare.replace(/^[a-z]*:?\/*/i, (start) => (start.includes(':') ? '' : start))}`;
        case 'scheme':
            return bare.replace(/^[a-z0-9+.-]*:\/\//i, 'https://');
        case 'query':
            return bare.replace(/[?#].*$/, '');
        case 'malformed':
            return null;
    }
}
/** Reads one line of an input that names mirrors; undefined when it is wrong (the problem is recorded). */
function readCandidate(reader, input, line, order, policy) {
    const named = /^([A-Za-z0-9][A-Za-z0-9._-]*)=(.*)$/s.exec(line);
    const text = named?.[2] ?? line;
    if (named === null && /^[A-Za-z0-9._-]+$/.test(line)) {
        const known = (0,catalogue/* findInCatalogue */.cy)(line.toLowerCase());
        if (known === undefined) {
            const names = catalogue/* CATALOGUE */.yh.map((row) => row.name);
            return reader.problem(input, line, 'unknown-word', `${names.join(', ')}, ${URL_FORM}`, (0,nearest_word/* nearestWord */.z)(line, names));
        }
        if (policy === 'internal')
            return reader.problem(input, line, 'public', URL_FORM);
        return fromCatalogue(known, order);
    }
    const parsed = (0,index_url/* parseIndexUrl */.Z)(text);
    if (typeof parsed === 'string') {
        return reader.problem(input, line, URL_PROBLEMS[parsed], URL_FORM, mendUrl(text, parsed));
    }
    const url = new URL(parsed.url);
    const retired = (0,catalogue/* findRetired */.r_)(url);
    if (retired !== undefined) {
        const replacement = (0,catalogue/* findInCatalogue */.cy)(retired.replacement)?.indexUrl ?? retired.replacement;
        return reader.problem(input, line, 'retired', replacement, retired.replacement);
    }
    const known = (0,catalogue/* recogniseIndex */.Oj)(parsed.url);
    if (known !== undefined && policy === 'internal')
        return reader.problem(input, line, 'public', URL_FORM);
    return {
        name: named?.[1] ?? known?.name ?? url.host,
        indexUrl: parsed.url,
        credentials: parsed.credentials,
        operator: known?.operator ?? url.hostname,
        family: known?.family ?? url.hostname,
        origin: known === undefined ? 'input' : 'catalogue',
        order,
    };
}
/**
 * The candidates in the user's order, each index once. `pypi` joins any list that names a public mirror, because it
 * is the one that a hosted runner reaches best; a list of the user's own URLs stays as it is.
 */
function readCandidates(reader, policy) {
    const lines = reader.lines('mirrors');
    if (lines.length === 0) {
        if (policy === 'internal') {
            reader.problem('mirrors', '', 'missing', URL_FORM);
            return [];
        }
        return catalogue/* CATALOGUE */.yh.filter((row) => row.byDefault).map(fromCatalogue);
    }
    const found = [];
    for (const line of lines) {
        const candidate = readCandidate(reader, 'mirrors', line, found.length, policy);
        if (candidate === undefined || found.some((other) => other.indexUrl === candidate.indexUrl))
            continue;
        const double = found.find((other) => other.name === candidate.name);
        if (double === undefined)
            found.push(candidate);
        else if (line.startsWith(`${candidate.name}=`))
            reader.problem('mirrors', line, 'duplicate', 'name=URL');
        else
            found.push({ ...candidate, name: `${candidate.name}${new URL(candidate.indexUrl).pathname.replace(/\/$/, '')}` });
    }
    const pypi = (0,catalogue/* findInCatalogue */.cy)('pypi');
    const namesPublicMirror = found.some((candidate) => candidate.origin === 'catalogue');
    if (namesPublicMirror && pypi !== undefined && !found.some((candidate) => candidate.indexUrl === pypi.indexUrl)) {
        found.push(fromCatalogue(pypi, found.length));
    }
    return found;
}

;// CONCATENATED MODULE: ./build/src/plan/read-inputs.js
/** All inputs of the step, read once, into one readonly value, or every problem with them. */





const ALERT_CHANNELS = ['wecom', 'dingtalk', 'feishu', 'slack', 'webhook'];
/** `given` is an input's text, undefined where the runner hands none over; paths are relative to `workspace`. */
function readInputs(given, workspace) {
    const reader = createInputReader(given);
    const mode = reader.oneOf('mode', plan/* MODES */.FN);
    const policy = reader.oneOf('policy', plan/* POLICIES */.PQ);
    const path = (name) => {
        const text = reader.text(name);
        return text === '' ? null : (0,external_node_path_.resolve)(workspace, text);
    };
    const inputs = {
        mode,
        policy,
        mirrors: policy === 'offline' ? [] : readCandidates(reader, policy),
        requirements: reader.lines('requirements'),
        packages: reader.lines('packages'),
        fallback: readFallback(reader, policy),
        extraIndexes: readExtraIndexes(reader, policy),
        trustedHosts: readTrustedHosts(reader),
        expiredGraceDays: reader.number('expired-grace-days', 0, 90),
        requireHashes: reader.boolean('require-hashes'),
        caBundle: readCaBundle(reader, path('ca-bundle')),
        installers: reader.severalOf('installers', plan/* INSTALLERS */.UP),
        pytorch: readPytorch(reader),
        wheelhouse: path('wheelhouse'),
        python: reader.text('python') || null,
        confirm: reader.boolean('confirm'),
        timeoutMs: Math.round(reader.number('timeout', 0.1, 120) * 1000),
        onNone: reader.oneOf('on-none', plan/* ON_NONE */.vo),
        reuseMinutes: reader.number('reuse-minutes', 0, 1440),
        warnDays: readWarnDays(reader),
        cache: reader.oneOf('cache', plan/* CACHE_MODES */._R),
        cacheSuffix: reader.text('cache-suffix'),
        failOn: reader.oneOf('fail-on', plan/* FAIL_ON */.d$),
        reportFile: path('report-file'),
        metricsFile: path('metrics-file'),
        alerts: readAlerts(reader),
        issue: reader.boolean('issue'),
        githubToken: reader.text('github-token'),
        language: reader.oneOf('language', plan/* LANGUAGES */.Yj),
    };
    checkTogether(reader, inputs);
    return reader.problems.length === 0 ? { ok: true, inputs } : { ok: false, problems: reader.problems };
}
function checkTogether(reader, inputs) {
    const needsWheelhouse = inputs.policy === 'offline' || inputs.mode === 'download';
    if (needsWheelhouse && inputs.wheelhouse === null)
        reader.problem('wheelhouse', '', 'missing', 'a folder of wheels');
    if (inputs.policy === 'offline' && inputs.mode === 'download') {
        reader.problem('policy', 'offline', 'conflict', 'verified, internal (mode: download needs a mirror)', 'verified');
    }
    if (inputs.issue && inputs.githubToken === '')
        reader.problem('github-token', '', 'missing', 'a token with issues: write');
}
function readFallback(reader, policy) {
    const text = reader.text('fallback') || 'auto';
    if (text === 'auto' || text === 'none')
        return text;
    return readCandidate(reader, 'fallback', text, -1, policy) ?? 'auto';
}
function readExtraIndexes(reader, policy) {
    const found = [];
    for (const text of reader.lines('extra-index-urls')) {
        const candidate = readCandidate(reader, 'extra-index-urls', text, found.length, policy);
        if (candidate !== undefined)
            found.push(candidate);
    }
    return found;
}
function readTrustedHosts(reader) {
    const hosts = [];
    for (const word of reader.words('trusted-hosts')) {
        const bracketed = /^\[([0-9A-Fa-f:.]+)\](?::(\d{1,5}))?$/.exec(word);
        const plain = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?)(?::(\d{1,5}))?$/.exec(word);
        const match = bracketed ?? plain;
        const port = match?.[2] === undefined ? null : Number(match[2]);
        if (match?.[1] === undefined || (port !== null && (port < 1 || port > 65535))) {
            const inside = /^(?:[a-z]+:\/\/)?(?:[^/@]*@)?([A-Za-z0-9.-]+(?::\d+)?)/i.exec(word)?.[1] ?? null;
            reader.problem('trusted-hosts', word, 'malformed', 'host, host:port', inside);
            continue;
        }
        hosts.push({ host: match[1].toLowerCase(), port });
    }
    return hosts;
}
function readCaBundle(reader, path) {
    if (path === null)
        return null;
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'latin1');
    }
    catch {
        reader.problem('ca-bundle', path, 'not-found', 'a PEM file');
        return null;
    }
    if (!/-----BEGIN (?:TRUSTED )?CERTIFICATE-----/.test(text))
        reader.problem('ca-bundle', path, 'malformed', 'a PEM file');
    return path;
}
function readPytorch(reader) {
    const text = reader.text('pytorch');
    if (text === '')
        return null;
    if (!/^(cpu|xpu|cu\d{2,3}|rocm\d+(\.\d+)*)$/.test(text)) {
        const version = /(\d+)\.(\d+)/.exec(text);
        const nearest = version === null ? 'cpu' : `cu${version[1]}${version[2]}`;
        reader.problem('pytorch', text, 'unknown-word', 'cpu, xpu, cu126, cu128, cu130, rocm6.4, …', nearest);
    }
    return text;
}
function readWarnDays(reader) {
    const days = [];
    for (const word of reader.words('warn-days')) {
        const number = Number(word);
        if (!/^\d+(\.\d+)?$/.test(word) || number > 3650) {
            const digits = /\d+(\.\d+)?/.exec(word)?.[0] ?? null;
            reader.problem('warn-days', word, 'not-a-number', '0–3650', digits);
        }
        else if (!days.includes(number))
            days.push(number);
    }
    return days.sort((a, b) => b - a);
}
/** A webhook's URL is a secret: problems show the channel, never the address. */
function readAlerts(reader) {
    const targets = [];
    const forms = ALERT_CHANNELS.map((channel) => `${channel}=URL`).join(', ');
    for (const line of reader.lines('alerts')) {
        const match = /^([a-z-]+)=(.+)$/s.exec(line);
        const [, key = '', value = ''] = match ?? [];
        const channel = ALERT_CHANNELS.find((word) => [word, `${word}-secret`, `${word}-required`].includes(key));
        if (channel === undefined) {
            reader.problem('alerts', key === '' ? '…' : `${key}=…`, 'unknown-word', forms);
        }
        else if (key === channel) {
            if (!URL.canParse(value) || !/^https?:\/\//.test(value) || /\s/.test(value)) {
                reader.problem('alerts', `${channel}=…`, 'not-a-url', `${channel}=https://…`);
            }
            targets.push({ channel, url: value, secret: null, required: false });
        }
        else {
            const target = targets.findLast((other) => other.channel === channel);
            if (target === undefined)
                reader.problem('alerts', `${key}=…`, 'missing', `${channel}=URL above it`);
            else if (key.endsWith('-secret'))
                target.secret = value;
            else if (value === 'true' || value === 'false')
                target.required = value === 'true';
            else
                reader.problem('alerts', line, 'unknown-word', 'true, false');
        }
    }
    return targets;
}


/***/ }),

/***/ 4840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readRunner)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/** Where the step runs, from the runner's environment variables. */


function readRunner(env, platform, arch) {
    const os = platform === 'win32' ? 'windows' : platform === 'darwin' ? 'macos' : 'linux';
    return {
        forge: readForge(env),
        hosted: env.RUNNER_ENVIRONMENT === 'github-hosted',
        os,
        osVersion: readOsVersion(env, os),
        arch: env.RUNNER_ARCH?.toLowerCase() || arch,
        event: env.GITHUB_EVENT_NAME ?? '',
        ref: env.GITHUB_REF ?? '',
        runId: env.GITHUB_RUN_ID ?? '',
        workspace: env.GITHUB_WORKSPACE || process.cwd(),
        temp: env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
        toolCache: env.RUNNER_TOOL_CACHE || env.AGENT_TOOLSDIRECTORY || null,
    };
}
function readForge(env) {
    if (env.ACT === 'true')
        return 'act';
    if (env.FORGEJO_ACTIONS === 'true')
        return 'forgejo';
    if (env.GITEA_ACTIONS === 'true')
        return 'gitea';
    if (env.GITHUB_ACTIONS !== 'true')
        return 'none';
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
    return server === 'https://github.com' || server.endsWith('.ghe.com') ? 'github' : 'ghes';
}
function readOsVersion(env, os) {
    // Hosted images name themselves; the distribution file serves containers and self-hosted Linux.
    if (env.ImageOS)
        return env.ImageOS;
    if (os !== 'linux')
        return os;
    try {
        const release = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/etc/os-release', 'utf8');
        const field = (name) => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(release)?.[1] ?? '';
        return [field('ID') || 'linux', field('VERSION_ID')].filter((part) => part !== '').join('-');
    }
    catch {
        return 'linux';
    }
}


/***/ }),

/***/ 5594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ annotationsOf),
/* harmony export */   p: () => (/* binding */ annotationsOfNotices)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6209);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2306);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2299);



/** GitHub drops what comes after the tenth of a level. */
const mostOfALevel = 10;
const longestTitle = 200;
/** GitHub cuts a message here; counted in UTF-16 units, the strictest reading. */
const longestMessage = 4096;
/** Most important first: where only some can be shown, these are. Codes that are not listed come last. */
const mostImportant = [
    'input-problems',
    'expired-tolerated',
    'expired-no-witness',
    'diagnosed-fault',
    'diagnosed-missing',
    'hash-mismatch',
    'dependency-confusion',
    'none-usable',
    'kept-settings',
    'trust-problem',
    'pip-refused',
    'http-mirror',
    'certificate-refused',
    'certificate-expiring',
    'disagreement',
    'bypass-requirements-index',
    'bypass-uv-index',
    'bypass-lock-urls',
    'bypass-pip-conf',
    'inherited-kept',
    'retired-host',
    'stale',
    'redirector',
    'pip-missing',
    'alert-failed',
    'issue-failed',
    'cache-refused',
    'cache-skipped',
    'output-truncated',
    'summary-unavailable',
    'reused-decision',
];
/** The annotations of a run; notices of level 'info' make none. */
function annotationsOf(outcome) {
    return annotationsOfNotices(outcome.notices, outcome.plan.inputs.language);
}
/** The same where there is no outcome, e.g. after wrong inputs. */
function annotationsOfNotices(notices, language) {
    return ['error', 'warning', 'notice'].flatMap((level) => {
        const sorted = notices.filter((notice) => notice.level === level).sort(byImportance);
        const fits = sorted.length <= mostOfALevel;
        const shown = (fits ? sorted : sorted.slice(0, mostOfALevel - 1)).map((notice) => annotationOf(level, notice, language));
        if (fits)
            return shown;
        const { level: levels, cut: cutWords } = (0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .phrasesOf */ .ED)(language);
        return [...shown, { level, title: levels[level], message: cutWords.annotations(sorted.length - shown.length) }];
    });
}
function annotationOf(level, notice, language) {
    const { title, text, remedy } = (0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(notice, language);
    const message = remedy === null ? (0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(text, 3500) : `${(0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(text, 3000)}\n${(0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(remedy, 500)}`;
    return { level, title: (0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(title, longestTitle), message: cutUnits(message) };
}
function cutUnits(message) {
    // A code point is at most two units.
    return message.length <= longestMessage ? message : (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)(message, longestMessage / 2);
}
function byImportance(a, b) {
    return importance(a.code) - importance(b.code) || daysLeft(a) - daysLeft(b);
}
function importance(code) {
    const place = mostImportant.indexOf(code);
    return place === -1 ? mostImportant.length : place;
}
function daysLeft(notice) {
    return notice.code === 'certificate-expiring' ? notice.facts.daysLeft : 0;
}


/***/ }),

/***/ 7912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ reportOf)
/* harmony export */ });
/* harmony import */ var _model_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6769);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2306);
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2299);



/** The run as the public report type; dates are ISO 8601 in UTC, `decision.why` is an English sentence. */
function reportOf(outcome) {
    const { plan, pip, trust, startedAt, durationMs, decision } = outcome;
    const ranks = new Map(outcome.ranking.map((ranked) => [ranked.verdict.candidate.name, ranked.rank]));
    return {
        schema: 1,
        mode: plan.inputs.mode,
        policy: plan.inputs.policy,
        startedAt: iso(startedAt),
        durationMs,
        pip: pip === null ? null : { version: pip.version, python: pip.python, trust: trust.source, trustPath: trust.path },
        mirrors: [...outcome.verdicts, ...outcome.beside].map((verdict) => mirrorOf(verdict, ranks.get(verdict.candidate.name) ?? null)),
        decision: decision === null ? null : decisionOf(decision),
    };
}
function mirrorOf(verdict, rank) {
    const { candidate, timing, throughput, freshness, requirements } = verdict;
    return {
        name: candidate.name,
        indexUrl: (0,_model_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .hideCredentials */ .RW)(candidate.indexUrl),
        operator: candidate.operator,
        usable: verdict.usable,
        reasons: verdict.reasons,
        detail: verdict.detail === null ? null : (0,_model_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .hideCredentials */ .RW)(verdict.detail),
        certificate: certificateOf(verdict.certificate),
        hosts: verdict.hosts.map(({ host, role, address, certificate }) => ({
            host,
            role,
            ...(address === undefined ? {} : { address }),
            certificate: certificateOf(certificate),
        })),
        timing: timing === null ? null : { ...timing },
        throughput: throughput === null ? null : { ...throughput },
        freshness: freshness === null ? null : { ...freshness },
        requirements: requirements === null ? null : { ...requirements },
        rank: verdict.usable ? rank : null,
        unasked: verdict.unasked,
    };
}
function certificateOf(certificate) {
    if (certificate === null)
        return null;
    const { status, faults, subject, issuer, names, daysLeft, fingerprint256, key, protocol } = certificate;
    return {
        status,
        faults,
        subject,
        issuer,
        names,
        notBefore: iso(certificate.notBefore),
        notAfter: iso(certificate.notAfter),
        daysLeft: tenth(daysLeft),
        fingerprint256,
        key,
        protocol,
        chain: certificate.chain.map((entry) => ({
            subject: entry.subject,
            notAfter: iso(entry.notAfter),
            faults: entry.faults,
        })),
    };
}
function decisionOf(decision) {
    const url = (candidate) => (0,_model_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .hideCredentials */ .RW)(candidate.indexUrl);
    const beside = decision.fallback === null ? decision.extraIndexes : [...decision.extraIndexes, decision.fallback];
    return {
        mirror: decision.mirror.name,
        indexUrl: url(decision.mirror),
        extraIndexUrls: beside.map(url),
        trustedHosts: decision.trustedHosts,
        why: (0,_prose_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)((0,_messages_js__WEBPACK_IMPORTED_MODULE_0__/* .whyOf */ .gf)(decision, 'en')),
        confirmedByPip: decision.confirmedByPip,
        reused: decision.reused,
    };
}
/** ISO 8601 in UTC; a date beyond what ECMAScript can hold is shown as the nearest one. */
function iso(ms) {
    const furthest = 253_402_300_799_999; // the end of year 9999: later years would change the shape
    return new Date(Math.min(furthest, Math.max(0, Number.isNaN(ms) ? 0 : ms))).toISOString();
}
/** One decimal; rounded down, so that nobody has less time than it says. */
function tenth(days) {
    return Number.isFinite(days) ? Math.floor(days * 10) / 10 : 0;
}


/***/ }),

/***/ 7675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WF: () => (/* binding */ renderNotices),
  Br: () => (/* binding */ renderSummary)
});

// UNUSED EXPORTS: maxSummaryBytes

;// CONCATENATED MODULE: ./build/src/report/budget.js
/** Markdown blocks fitted into a number of bytes by leaving out whole rows: what remains is always well-formed. */
const room = 400;
/** All blocks joined, at most `maxBytes` UTF-8 bytes; `note(n)` says in a block that n of its rows were left out. */
function fit(blocks, maxBytes, note) {
    let over = blocks.reduce((sum, block) => sum + bytesOf(block), 0) - maxBytes;
    const left = new Map(blocks.map((block) => [block, block.rows.length]));
    for (const block of [...blocks].sort((a, b) => a.keep - b.keep)) {
        if (over <= 0)
            break;
        if (block.rows.length === 0)
            continue;
        over += room;
        let rows = block.rows.length;
        while (rows > 0 && over > 0) {
            rows -= 1;
            over -= Buffer.byteLength(block.rows[rows] ?? '') + 1;
        }
        left.set(block, rows);
    }
    return blocks.map((block) => budget_text(block, left.get(block) ?? 0, note)).join('');
}
function budget_text(block, rows, note) {
    const missing = block.rows.length - rows;
    const shown = block.rows.slice(0, rows).map((row) => `${row}\n`);
    return `${block.open}${shown.join('')}${block.close}${missing === 0 ? '' : `\n<small>${note(missing)}</small>\n\n`}`;
}
function bytesOf(block) {
    return block.rows.reduce((sum, row) => sum + Buffer.byteLength(row) + 1, Buffer.byteLength(block.open) + Buffer.byteLength(block.close));
}

// EXTERNAL MODULE: ./build/src/report/escape.js
var report_escape = __webpack_require__(6209);
// EXTERNAL MODULE: ./build/src/report/messages.js + 16 modules
var messages = __webpack_require__(2306);
// EXTERNAL MODULE: ./build/src/report/rows.js
var report_rows = __webpack_require__(1591);
;// CONCATENATED MODULE: ./build/src/report/lifetimes.js



const day = 86_400_000;
/** More bars than this cannot be read at one look. */
const mostBars = 24;
/** The picture ends here even when certificates last longer: private CAs issue for decades. */
const furthest = 400;
/** A chart with one bar a mirror, soonest end first; null where no certificate was seen. */
function lifetimesOf(rows, now, language) {
    const { picture, heading } = (0,messages/* phrasesOf */.ED)(language);
    const dated = (0,report_rows/* bySoonestEnd */.y3)(rows);
    if (dated.length === 0)
        return null;
    const bars = dated.slice(0, mostBars);
    const ends = bars.map((row) => endOf(row, now));
    const from = now - 45 * day;
    const to = Math.min(now + furthest * day, Math.max(now + 30 * day, ...ends) + 5 * day);
    const lines = bars.map((row) => bar(row, now, from, to, language));
    return {
        open: [
            `### ${heading.lifetimes}\n`,
            '```mermaid',
            '%%{init: {"gantt": {"leftPadding": 130, "topPadding": 50, "barHeight": 18, "barGap": 3}}}%%',
            'gantt',
            '    dateFormat YYYY-MM-DD',
            `    axisFormat ${to - from > 200 * day ? '%Y-%m' : '%m-%d'}`,
            '    todayMarker stroke-width:3px,stroke:#d1242f',
            '',
        ].join('\n'),
        rows: lines,
        close: `\`\`\`\n\n<small>${picture.caption(bars.length, dated.length)}${picture.clipped}</small>\n\n`,
        keep: 2,
    };
}
/** Epoch milliseconds of the soonest end in the mirror's chains. */
function endOf(row, now) {
    return now + (row.daysLeft ?? 0) * day;
}
function bar(row, now, from, to, language) {
    const { days } = (0,messages/* phrasesOf */.ED)(language);
    const status = row.status ?? 'valid';
    const { icon } = (0,messages/* statusOf */.c2)(status, language);
    const left = days.left(row.daysLeft ?? 0);
    const end = Math.min(Math.max(endOf(row, now), from + 2 * day), to);
    const start = Math.min(Math.max(row.verdict.certificate?.notBefore ?? from, from), end - day);
    const tag = status === 'valid' ? '' : status === 'expiring' ? 'active, ' : 'crit, ';
    return `    section ${(0,report_escape/* mermaidLabel */._b)(row.verdict.candidate.name, 18)}\n    ${icon} ${left} :${tag}${dateOf(start)}, ${dateOf(end)}`;
}
function dateOf(ms) {
    return new Date(ms).toISOString().slice(0, 10);
}

// EXTERNAL MODULE: ./build/src/report/prose.js
var report_prose = __webpack_require__(2299);
;// CONCATENATED MODULE: ./build/src/report/mirror-table.js




/** Up to so many mirrors nothing is folded away. */
const fewMirrors = 12;
/** Beyond that, so many good and so many bad ones stay in sight. */
const goodInSight = 5;
const badInSight = 12;
/** An audit is about the bad ones. */
const badInSightOfAudit = 40;
/** Blocks with the tables: in sight first, then folded. Nothing where no mirror was asked. */
function mirrorTables({ plan }, rows) {
    const { language, mode } = plan.inputs;
    const { heading, folded } = (0,messages/* phrasesOf */.ED)(language);
    if (rows.length === 0)
        return [];
    const table = tableOf(rows, language);
    const title = `### ${heading.mirrors}\n\n`;
    if (rows.length <= fewMirrors)
        return [{ open: title + table.head, rows: rows.map(table.row), close: '\n', keep: 6 }];
    const bad = rows.filter(report_rows/* isTroubled */.wz);
    const good = rows.filter((row) => !(0,report_rows/* isTroubled */.wz)(row));
    const badShown = new Set(bad.slice(0, mode === 'audit' ? badInSightOfAudit : badInSight));
    const goodShown = new Set(good.slice(0, goodInSight));
    const inSight = rows.filter((row) => badShown.has(row) || goodShown.has(row));
    const restBad = bad.filter((row) => !badShown.has(row));
    const restGood = good.filter((row) => !goodShown.has(row));
    return [
        { open: title + table.head, rows: inSight.map(table.row), close: '\n', keep: 6 },
        ...fold(restBad, folded.others, table, 3),
        ...fold(restGood, folded.healthy, table, 1),
    ];
}
function fold(rows, title, table, keep) {
    if (rows.length === 0)
        return [];
    const open = `<details><summary>${title(rows.length)}</summary>\n\n${table.head}`;
    return [{ open, rows: rows.map(table.row), close: '\n</details>\n\n', keep }];
}
function tableOf(rows, language) {
    const { column } = (0,messages/* phrasesOf */.ED)(language);
    const withSpeed = rows.some((row) => row.verdict.throughput !== null);
    const titles = [column.mirror, column.verdict, column.certificate, column.daysLeft];
    const numbers = [column.latency, ...(withSpeed ? [column.throughput] : [])];
    const rule = [...titles.map(() => ':--'), ...numbers.map(() => '--:')];
    return {
        head: `${line([...titles, ...numbers])}\n${line(rule)}\n`,
        row: (row) => line(cellsOf(row, withSpeed, language)),
    };
}
function line(cells) {
    return `| ${cells.join(' | ')} |`;
}
function cellsOf(row, withSpeed, language) {
    const { verdict } = row;
    const { duration, rate, days } = (0,messages/* phrasesOf */.ED)(language);
    const latency = (0,report_rows/* latencyOf */.Wg)(verdict);
    const cells = [
        `<b>${(0,report_escape/* inText */.tg)(verdict.candidate.name, 40)}</b>`,
        verdictCell(row, language),
        certificateCell(row, language),
        row.daysLeft === null ? '' : unbroken(days.left(row.daysLeft)),
        latency === null ? '' : unbroken(duration(latency)),
    ];
    if (withSpeed)
        cells.push(verdict.throughput === null ? '' : unbroken(rate(verdict.throughput.bytesPerSecond)));
    return cells;
}
function unbroken(words) {
    return words.replaceAll(' ', '&nbsp;');
}
function small(markup) {
    return `<small>${markup}</small>`;
}
function verdictCell(row, language) {
    const { verdict: phrase } = (0,messages/* phrasesOf */.ED)(language);
    if (row.standing === 'unasked')
        return `⏭️ ${phrase.unasked}`;
    if (row.standing === 'refused')
        return refusal(row.verdict, language);
    const icon = (0,report_rows/* isUnchecked */.b)(row) ? '⚠️' : '✅';
    const words = row.standing === 'chosen' ? `<b>${phrase.chosen}</b>` : phrase.usable;
    const rank = row.standing === 'chosen' || row.rank === null ? '' : phrase.rank(row.rank);
    const unchecked = (0,report_rows/* isUnchecked */.b)(row) ? phrase.unchecked : '';
    return [`${icon} ${words}${rank}${unchecked}`, ...remarks(row.verdict, language)].join('<br>');
}
/** The reasons, the mirror's own words, and what to do about the worst. */
function refusal(verdict, language) {
    const { list, actor } = (0,messages/* phrasesOf */.ED)(language);
    const [worst, ...others] = reasonsToSay(verdict).map((reason) => (0,messages/* reasonOf */.A3)(reason, language));
    if (worst === undefined)
        return '❌';
    const words = (0,report_prose/* joined */.oR)([worst.words, ...others.slice(0, 3).map((other) => other.words)], list.comma);
    const quoted = verdict.detail === null ? [] : [small(`“${(0,report_escape/* inText */.tg)(verdict.detail, 160)}”`)];
    const remedy = small(`<b>${actor[worst.actor]}</b>${list.colon}${(0,report_prose/* markdown */.wD)(worst.remedy)}`);
    return [`❌ ${(0,report_prose/* markdown */.wD)(words)}`, ...remarks(verdict, language), ...quoted, remedy].join('<br>');
}
/** The certificate's column lists all its faults: here the worst is enough. */
function reasonsToSay({ reasons }) {
    const worst = reasons.find((reason) => reason.startsWith('certificate-'));
    return reasons.filter((reason) => !reason.startsWith('certificate-') || reason === worst);
}
function remarks(verdict, language) {
    const { verdict: phrase } = (0,messages/* phrasesOf */.ED)(language);
    const lines = [];
    const { requirements, freshness } = verdict;
    if (requirements !== null && requirements.missing.length > 0) {
        lines.push(phrase.missing(requirements.missing, requirements.checked));
    }
    if (freshness !== null && (freshness.behind ?? 0) > 0)
        lines.push((0,report_prose/* word */.Vm)(phrase.behind(freshness.behind ?? 0)));
    return lines.map((prose) => small((0,report_prose/* markdown */.wD)(prose)));
}
/** Status of the index's certificate with all its faults, issuer and protocol, then each host that is worse. */
function certificateCell({ verdict, worseHosts }, language) {
    const { list } = (0,messages/* phrasesOf */.ED)(language);
    const lines = verdict.certificate === null ? [] : ownCertificate(verdict.certificate, language);
    const worse = worseHosts.slice(0, 4).map((worseHost) => hostLine(worseHost, language));
    const rest = worseHosts.length > 4 ? [list.more(worseHosts.length - 4)] : [];
    return [...lines, ...worse, ...rest].join('<br>');
}
function ownCertificate({ status, faults, issuer, protocol }, language) {
    const { list } = (0,messages/* phrasesOf */.ED)(language);
    const { icon, word: first } = (0,messages/* statusOf */.c2)(status, language);
    const others = faults.filter((fault) => fault !== status).map((fault) => (0,messages/* statusOf */.c2)(fault, language).word);
    const words = `${icon} ${[first, ...others].join(list.comma)}`;
    const by = (0,report_rows/* issuerShort */.Yn)(issuer);
    const origin = [(0,report_escape/* inText */.tg)(by, 40), (0,report_escape/* inText */.tg)(protocol ?? '', 12)].filter((part) => part !== '').join(' · ');
    return origin === '' ? [words] : [words, small(by.length <= 24 ? unbroken(origin) : origin)];
}
function hostLine({ host, address, certificate }, language) {
    if (certificate === null)
        return '';
    const { days, verdict: phrase } = (0,messages/* phrasesOf */.ED)(language);
    const { icon, word: words } = (0,messages/* statusOf */.c2)(certificate.status, language);
    const dated = certificate.status === 'expired' || certificate.status === 'expiring';
    const at = typeof address === 'string' ? `${host} (${address})` : host;
    const left = dated ? days.left(certificate.daysLeft) : null;
    return `${icon} ${(0,report_prose/* markdown */.wD)(phrase.alsoFaulty(at, words, left))}`;
}

;// CONCATENATED MODULE: ./build/src/report/summary.js







/** A quarter of what GitHub shows of one step at most; beyond it nobody reads. */
const maxSummaryBytes = 65_536;
/** The summary of a whole run, at most 64 KiB in UTF-8; safe with hostile text in any field, free of credentials. */
function renderSummary(outcome) {
    const { language } = outcome.plan.inputs;
    const rows = (0,report_rows/* rowsOf */.RO)(outcome);
    const picture = lifetimesOf(rows, outcome.startedAt, language);
    const blocks = [
        headBlock(outcome, rows),
        ...mirrorTables(outcome, rows),
        ...(picture === null ? [] : [picture]),
        ...(outcome.plan.inputs.mode === 'audit' ? [] : [exportedBlock(outcome)]),
        ...bypassBlocks(outcome),
        ...noticeBlocks(summary_remarks(outcome.notices), language),
    ];
    return fit(blocks, maxSummaryBytes, (0,messages/* phrasesOf */.ED)(language).cut.rows);
}
/** A summary where there is no outcome: wrong inputs, or a step that could not begin. */
function renderNotices(notices, language) {
    const { head, cut } = (0,messages/* phrasesOf */.ED)(language);
    const problems = notices.flatMap((notice) => (notice.code === 'input-problems' ? notice.facts.problems : []));
    const title = problems.length === 0 ? '' : `## ❌ ${(0,report_prose/* markdown */.wD)(head.wrongInputs(problems.length))}\n\n`;
    const blocks = [{ open: title, rows: [], close: '', keep: 9 }, ...noticeBlocks(notices, language)];
    return fit(blocks, maxSummaryBytes, cut.rows);
}
function headBlock(outcome, rows) {
    const { decision, plan, notices } = outcome;
    const { icon, title } = headline(outcome, rows);
    const why = decision === null ? '' : `${(0,report_prose/* markdown */.wD)((0,messages/* whyOf */.gf)(decision, plan.inputs.language))}\n\n`;
    const caution = notices
        .filter((notice) => notice.code === 'expired-tolerated')
        .map((notice) => {
        const { title, text, remedy } = (0,messages/* textOf */.b6)(notice, plan.inputs.language);
        return `> [!CAUTION]\n> <b>${(0,report_prose/* markdown */.wD)(title)}.</b> ${(0,report_prose/* markdown */.wD)(text)} ${remedy === null ? '' : (0,report_prose/* markdown */.wD)(remedy)}\n\n`;
    });
    return {
        open: `## ${icon} ${(0,report_prose/* markdown */.wD)(title)}\n\n${caution.join('')}${why}${factsLine(outcome, rows)}\n\n`,
        rows: [],
        close: '',
        keep: 9,
    };
}
function headline({ plan, decision, verdicts, notices }, rows) {
    const { head } = (0,messages/* phrasesOf */.ED)(plan.inputs.language);
    if (plan.inputs.mode === 'audit') {
        const troubled = rows.filter(report_rows/* isTroubled */.wz).length;
        return troubled === 0
            ? { icon: '✅', title: head.auditClean(rows.length) }
            : {
                icon: rows.some((row) => row.standing === 'refused') ? '❌' : '⚠️',
                title: head.auditTrouble(troubled, rows.length),
            };
    }
    const diagnosis = notices.find(({ code }) => code.startsWith('diagnosed-'));
    if (plan.inputs.mode === 'diagnose' && diagnosis !== undefined) {
        return { icon: diagnosis.level === 'error' ? '❌' : '✅', title: (0,messages/* textOf */.b6)(diagnosis, plan.inputs.language).title };
    }
    if (decision === null && plan.inputs.policy === 'offline')
        return { icon: '❌', title: head.wheelhouseRefused };
    if (decision === null)
        return { icon: '❌', title: head.noneUsable(verdicts.length) };
    if (decision.why.code === 'kept')
        return { icon: '⚠️', title: head.kept };
    if (decision.why.code === 'offline')
        return { icon: '📦', title: head.offline };
    if (decision.why.code === 'expired-tolerated')
        return { icon: '⚠️', title: head.tolerated(decision.mirror.name) };
    return { icon: '✅', title: head.chosen(decision.mirror.name) };
}
function factsLine(outcome, rows) {
    const { pip, trust, decision, plan, durationMs } = outcome;
    const { facts, days } = (0,messages/* phrasesOf */.ED)(plan.inputs.language);
    const soonest = rows
        .filter((row) => row.daysLeft !== null && row.daysLeft >= 0)
        .sort((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0))[0];
    const parts = [
        (0,report_prose/* word */.Vm)(facts.usable(rows.filter((row) => row.verdict.usable).length, rows.length)),
        soonest === undefined ? null : facts.next(soonest.verdict.candidate.name, days.left(soonest.daysLeft ?? 0)),
        decision === null || decision.why.code === 'kept'
            ? null
            : (0,report_prose/* word */.Vm)(decision.confirmedByPip ? facts.confirmed : facts.unconfirmed),
        decision?.reused === true ? (0,report_prose/* word */.Vm)(facts.reused) : null,
        pip === null ? (0,report_prose/* word */.Vm)(facts.noPip) : facts.pip(pip.version, pip.python),
        facts.trust(trust.source, trust.path),
        (0,report_prose/* word */.Vm)(facts.took(durationMs)),
    ];
    return parts
        .filter((part) => part !== null)
        .map((part) => (0,report_prose/* markdown */.wD)(part))
        .join(' · ');
}
function exportedBlock({ plan, variables }) {
    const { heading, exported, column } = (0,messages/* phrasesOf */.ED)(plan.inputs.language);
    const names = Object.keys(variables);
    const open = `### ${heading.exported}\n\n`;
    if (names.length === 0) {
        return { open: `${open}${exported.nothing}\n\n`, rows: [], close: '', keep: 8 };
    }
    return {
        open: `${open}| ${column.variable} | ${column.value} |\n| :-- | :-- |\n`,
        rows: names.map((name) => `| ${(0,report_escape/* inCode */.pN)(name, 60)} | ${(0,report_escape/* inCode */.pN)(variables[name] ?? '', 400)} |`),
        close: '\n',
        keep: 8,
    };
}
const bypassCodes = new Set([
    'bypass-requirements-index',
    'bypass-pip-conf',
    'bypass-uv-index',
    'bypass-lock-urls',
    'inherited-kept',
]);
/** Told elsewhere: by the table, the head, the section on what goes past the choice, or the log alone. */
const toldElsewhere = new Set([
    'cache-key',
    'certificate-expiring',
    'certificate-refused',
    'expired-tolerated',
    'summary-unavailable',
    ...bypassCodes,
]);
function summary_remarks(notices) {
    return notices.filter((notice) => !toldElsewhere.has(notice.code));
}
function bypassBlocks({ plan, notices, decision }) {
    const { heading, bypass } = (0,messages/* phrasesOf */.ED)(plan.inputs.language);
    const found = notices.filter((notice) => bypassCodes.has(notice.code));
    if (found.length === 0 && decision === null)
        return [];
    const open = `### ${heading.bypass}\n\n`;
    if (found.length === 0)
        return [{ open: `${open}${bypass.none}\n\n`, rows: [], close: '', keep: 7 }];
    return [{ open, rows: found.map((notice) => noticeLine(notice, plan.inputs.language)), close: '\n', keep: 5 }];
}
const levels = ['error', 'warning', 'notice', 'info'];
function noticeBlocks(notices, language) {
    if (notices.length === 0)
        return [];
    const sorted = [...notices].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
    const open = `### ${(0,messages/* phrasesOf */.ED)(language).heading.notices}\n\n`;
    return [{ open, rows: sorted.flatMap((notice) => noticeLines(notice, language)), close: '\n', keep: 4 }];
}
const levelIcon = { error: '❌', warning: '⚠️', notice: 'ℹ️', info: 'ℹ️' };
function noticeLine(notice, language) {
    const { title, text, remedy } = (0,messages/* textOf */.b6)(notice, language);
    const rest = remedy === null ? '' : ` <i>${(0,report_prose/* markdown */.wD)(remedy)}</i>`;
    return `- ${levelIcon[notice.level]} <b>${(0,report_prose/* markdown */.wD)(title)}</b>: ${(0,report_prose/* markdown */.wD)(text)}${rest}`;
}
/** Wrong inputs get a line each. */
function noticeLines(notice, language) {
    if (notice.code !== 'input-problems')
        return [noticeLine(notice, language)];
    return notice.facts.problems.map((problem) => {
        const { text } = (0,messages/* textOf */.b6)({ ...notice, facts: { problems: [problem] } }, language);
        return `- ${levelIcon[notice.level]} ${(0,report_prose/* markdown */.wD)(text)}`;
    });
}


/***/ }),

/***/ 6814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ exitCodeOf),
  P: () => (/* binding */ runFor)
});

;// CONCATENATED MODULE: ./build/src/judge/host-trust.js
/** As pip matches `trusted-host`: `host` is every port, `host:port` that one; sub-domains do not count. */
function isTrustedHost(trusted, host, port) {
    return trusted.some((entry) => entry.host === host.toLowerCase() && (entry.port === null || entry.port === port));
}

;// CONCATENATED MODULE: ./build/src/decide/audit-exit.js
/** Whether an audit fails the step. */

/**
 * As `fail-on` says: any certificate that pip refuses, or also one that ends soon; unreachable hosts show none. An alert
 * that must arrive and did not fails it, whatever `fail-on` says.
 */
function auditFails({ plan, verdicts, notices }) {
    const { failOn, trustedHosts } = plan.inputs;
    if (notices.some(({ code, level }) => code === 'alert-failed' && level === 'error'))
        return true;
    if (failOn === 'never')
        return false;
    const certificates = verdicts.flatMap(({ hosts }) => hosts.flatMap(({ host, port, certificate }) => certificate === null || isTrustedHost(trustedHosts, host, port) ? [] : [certificate]));
    return certificates.some(({ faults, status }) => faults.length > 0 || (failOn === 'expiring' && status === 'expiring'));
}

// EXTERNAL MODULE: ./build/src/model/credentials.js
var credentials = __webpack_require__(6769);
// EXTERNAL MODULE: ./build/src/model/index-url.js
var index_url = __webpack_require__(4763);
;// CONCATENATED MODULE: ./build/src/decide/variables.js
/** The decision → pip's variables, laid as pip reads them. */

/** What is in force now: pip's own word where there is a pip, else the variables, which it splits at white space. */
function readInherited(env, config = null) {
    const words = (text) => (text ?? '').split(/\s+/).filter((word) => word !== '');
    return {
        extraIndexUrls: config?.extraIndexUrls ?? words(env.PIP_EXTRA_INDEX_URL),
        trustedHosts: config?.trustedHosts ?? words(env.PIP_TRUSTED_HOST),
    };
}
/**
 * pip's variables with credentials in them (mask first). An empty string is not written: pip ignores an empty variable,
 * and a configuration file's value would stand instead.
 */
function pipVariables(decision, inputs, inherited) {
    const urlOf = (index) => (0,index_url/* withCredentials */.t)(index.indexUrl, index.credentials);
    const chosen = urlOf(decision.mirror);
    // pip takes equal files from the last index, so with a fallback the chosen mirror comes last.
    const first = decision.fallback === null ? chosen : urlOf(decision.fallback);
    const last = decision.fallback === null ? [] : [chosen];
    const kept = inputs.policy === 'internal' ? [] : inherited.extraIndexUrls;
    const extra = unique([...kept, ...decision.extraIndexes.map(urlOf), ...last]).filter((url) => url !== first || last.includes(url));
    const trusted = unique([...inherited.trustedHosts, ...decision.trustedHosts]);
    const variables = { PIP_INDEX_URL: first };
    if (extra.length > 0)
        variables.PIP_EXTRA_INDEX_URL = extra.join(' ');
    // The job's other indexes do not come along: the chosen one stands in their place, and pip reads it once. An empty
    // value would bring those of a pip.conf back.
    else if (inherited.extraIndexUrls.length > 0)
        variables.PIP_EXTRA_INDEX_URL = first;
    if (decision.trustedHosts.length > 0)
        variables.PIP_TRUSTED_HOST = trusted.join(' ');
    if (inputs.caBundle !== null)
        variables.PIP_CERT = inputs.caBundle;
    if (inputs.requireHashes)
        variables.PIP_REQUIRE_HASHES = '1';
    return variables;
}
/** Each once, at its last place: the last index wins with pip. */
function unique(words) {
    return words.filter((word, index) => words.lastIndexOf(word) === index);
}

;// CONCATENATED MODULE: ./build/src/decide/notices.js


function noticesOf(known) {
    return [
        ...decisionNotices(known),
        ...known.verdicts.flatMap((verdict) => mirrorNotices(verdict, known.decision?.mirror ?? null)),
        ...settingNotices(known),
        ...known.job.bypasses.map(bypassNotice),
        ...unreadNotices(known.job),
    ];
}
function decisionNotices({ plan, pip, trust, verdicts, decision }) {
    const notices = [];
    if (trust.problem !== null) {
        notices.push({ code: 'trust-problem', level: 'error', facts: { problem: trust.problem } });
    }
    if (pip === null)
        notices.push({ code: 'pip-missing', level: 'notice', facts: { python: plan.inputs.python } });
    if (decision !== null)
        return [...notices, ...lackNotices(decision, verdicts)];
    if (plan.inputs.mode !== 'select')
        return notices;
    const asked = verdicts.length;
    if (plan.inputs.onNone === 'fail')
        return [...notices, { code: 'none-usable', level: 'error', facts: { asked } }];
    const indexUrl = pip?.config.indexUrl ?? null;
    return [...notices, { code: 'kept-settings', level: 'warning', facts: { asked, indexUrl } }];
}
/** Requirements that neither the chosen mirror nor an index beside it has. */
function lackNotices(decision, verdicts) {
    const missingAt = (candidate) => verdicts.find((verdict) => verdict.candidate === candidate)?.requirements?.missing ?? null;
    const atFallback = missingAt(decision.fallback);
    const requirements = (missingAt(decision.mirror) ?? []).filter((raw) => atFallback?.includes(raw) ?? true);
    if (requirements.length === 0)
        return [];
    return [{ code: 'requirements-missing', level: 'warning', facts: { mirror: decision.mirror.name, requirements } }];
}
/** Certificates that pip refuses or that end soon; a chosen mirror over plain http. */
function mirrorNotices(verdict, chosen) {
    const mirror = verdict.candidate.name;
    const notices = [];
    const elsewhere = verdict.hosts.find(({ role }) => role === 'redirect');
    if (elsewhere !== undefined && verdict.candidate === chosen) {
        notices.push({ code: 'redirector', level: 'notice', facts: { mirror, target: elsewhere.host } });
    }
    for (const { host, certificate } of verdict.hosts) {
        if (certificate === null)
            continue;
        const [fault] = certificate.faults;
        if (certificate.disagreement)
            notices.push({ code: 'disagreement', level: 'warning', facts: { mirror, host } });
        if (fault === 'none') {
            if (verdict.candidate === chosen)
                notices.push({ code: 'http-mirror', level: 'warning', facts: { mirror, host } });
        }
        else if (fault !== undefined) {
            notices.push({ code: 'certificate-refused', level: 'warning', facts: { mirror, host, fault } });
        }
        else if (certificate.status === 'expiring') {
            const { daysLeft } = certificate;
            notices.push({ code: 'certificate-expiring', level: 'warning', facts: { mirror, host, daysLeft } });
        }
    }
    return notices;
}
/** Settings of the job that stay in force beside the choice, or go past it. */
function settingNotices({ plan, pip, env }) {
    const inherited = readInherited(env);
    const notices = [];
    const kept = [
        ['PIP_EXTRA_INDEX_URL', inherited.extraIndexUrls],
        ['PIP_TRUSTED_HOST', inherited.trustedHosts],
    ];
    for (const [variable, values] of kept) {
        const dropped = variable === 'PIP_EXTRA_INDEX_URL' && plan.inputs.policy === 'internal';
        for (const value of values) {
            const facts = { variable, value: (0,credentials/* hideCredentials */.RW)(value) };
            notices.push(dropped
                ? { code: 'inherited-replaced', level: 'warning', facts }
                : { code: 'inherited-kept', level: 'notice', facts });
        }
    }
    const file = pip?.config.files[0];
    if (pip !== null && file !== undefined) {
        const settings = [
            ['extra-index-url', env.PIP_EXTRA_INDEX_URL === undefined && pip.config.extraIndexUrls.length > 0],
            ['trusted-host', env.PIP_TRUSTED_HOST === undefined && pip.config.trustedHosts.length > 0],
            ['find-links', env.PIP_FIND_LINKS === undefined && pip.config.findLinks.length > 0],
            ['no-index', env.PIP_NO_INDEX === undefined && pip.config.noIndex],
        ];
        for (const [setting, found] of settings) {
            if (found)
                notices.push({ code: 'bypass-pip-conf', level: 'warning', facts: { file, setting } });
        }
    }
    return notices;
}
function unreadNotices({ problems }) {
    return problems.length === 0 ? [] : [{ code: 'requirements-unread', level: 'notice', facts: { problems } }];
}
function bypassNotice(bypass) {
    const { code, file, line, value } = bypass;
    if (code.startsWith('requirements-')) {
        return { code: 'bypass-requirements-index', level: 'warning', facts: { file, line, option: value } };
    }
    if (code === 'uv-lock-index' ||
        code === 'poetry-lock-source' ||
        code === 'pdm-lock-urls' ||
        code === 'pylock-index') {
        return { code: 'bypass-lock-urls', level: 'notice', facts: { file, hosts: [value] } };
    }
    return { code: 'bypass-uv-index', level: 'notice', facts: { file, index: value } };
}

;// CONCATENATED MODULE: ./build/src/model/version.js
/** PEP 440 versions: parsing, order and normal form, as pip's own `packaging` has them. */
const PATTERN = /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d+)?)?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d+)?)?(?:[-_.]?(dev)[-_.]?(\d+)?)?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/i;
/** Longer texts are no version: pages and file names come from strangers. */
const MAX_LENGTH = 256;
/** @returns null where `text` is no PEP 440 version. Surrounding white space is allowed. */
function parseVersion(text) {
    if (text.length > MAX_LENGTH)
        return null;
    const match = PATTERN.exec(text.trim());
    if (match === null)
        return null;
    const [, epoch, release = '', preWord, preNumber, implicitPost, postWord, postNumber, devWord, devNumber, local] = match;
    return {
        epoch: segment(epoch),
        release: release.split('.').map(segment),
        pre: preWord === undefined ? null : [preLetter(preWord), segment(preNumber)],
        post: implicitPost !== undefined ? segment(implicitPost) : postWord !== undefined ? segment(postNumber) : null,
        dev: devWord === undefined ? null : segment(devNumber),
        local: local === undefined
            ? null
            : local
                .toLowerCase()
                .split(/[-_.]/)
                .map((part) => (/^\d+$/.test(part) ? segment(part) : part)),
    };
}
/** Pre-releases and development releases. */
function isPrerelease(version) {
    return version.pre !== null || version.dev !== null;
}
/** Negative, zero or positive as `left` comes before, with or after `right`. */
function compareVersions(left, right) {
    return (compare(left.epoch, right.epoch) ||
        compareReleases(left.release, right.release) ||
        compare(preRank(left), preRank(right)) ||
        (left.pre !== null && right.pre !== null ? compare(left.pre[1], right.pre[1]) : 0) ||
        compare(left.post ?? -1, right.post ?? -1) ||
        compareDevelopment(left.dev, right.dev) ||
        compareLocals(left.local, right.local));
}
/** Trailing zeros count for nothing: 1.0 and 1.0.0 are one release. */
function compareReleases(left, right) {
    const length = Math.max(left.length, right.length);
    for (let i = 0; i < length; i++) {
        const order = compare(left[i] ?? 0, right[i] ?? 0);
        if (order !== 0)
            return order;
    }
    return 0;
}
/** PEP 440 normal form, e.g. '1!2.0rc1.post2.dev3+cu.128'. */
function formatVersion(version) {
    const epoch = version.epoch > 0 ? `${version.epoch}!` : '';
    const pre = version.pre === null ? '' : version.pre.join('');
    const post = version.post === null ? '' : `.post${version.post}`;
    const dev = version.dev === null ? '' : `.dev${version.dev}`;
    const local = version.local === null ? '' : `+${version.local.join('.')}`;
    return `${epoch}${version.release.join('.')}${pre}${post}${dev}${local}`;
}
function segment(digits) {
    const value = Number(digits ?? 0);
    return Number.isSafeInteger(value) ? value : BigInt(digits ?? 0);
}
function preLetter(word) {
    const first = word[0]?.toLowerCase();
    return first === 'a' ? 'a' : first === 'b' ? 'b' : 'rc';
}
function compare(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
/** 1.0.dev1 comes before 1.0a1, and 1.0a1 before 1.0. */
function preRank(version) {
    if (version.pre !== null)
        return { a: 1, b: 2, rc: 3 }[version.pre[0]];
    return version.post === null && version.dev !== null ? 0 : 4;
}
/** A development release comes before what it leads to. */
function compareDevelopment(left, right) {
    if (left === null || right === null)
        return Number(left === null) - Number(right === null);
    return compare(left, right);
}
/** No local part comes first; words come before numbers; a longer one comes after its prefix. */
function compareLocals(left, right) {
    if (left === null || right === null)
        return Number(left !== null) - Number(right !== null);
    for (let i = 0; i < Math.min(left.length, right.length); i++) {
        const a = left[i];
        const b = right[i];
        if (a === undefined || b === undefined)
            break;
        if (typeof a === 'string' && typeof b === 'string') {
            if (a !== b)
                return a < b ? -1 : 1;
        }
        else if (typeof a === 'string' || typeof b === 'string') {
            return typeof a === 'string' ? -1 : 1;
        }
        else {
            const order = compare(a, b);
            if (order !== 0)
                return order;
        }
    }
    return left.length - right.length;
}

;// CONCATENATED MODULE: ./build/src/judge/integrity.js
/**
 * Compares the hashes on all index pages seen, file by file. The reference is pypi.org, else what more than half of
 * the independent operators list (two at least), else the job's lock files; files without any reference are not judged.
 * @param verified names of mirrors whose certificates pip accepts: only they can be a reference.
 * @returns by mirror name, for mirrors that disagree with a reference; a mirror that agrees is not in it.
 */
function judgeHashes(observations, verified, locks) {
    const units = independentUnits(observations.map(({ candidate }) => candidate).filter(({ name }) => verified.has(name)));
    const mismatches = new Map();
    for (const [key, listings] of listingsByFile(observations)) {
        const reference = mirrorsWord(listings, verified, units) ?? lockWord(key, locks);
        if (reference === null)
            continue;
        for (const { candidate, sha256 } of listings) {
            if (sha256 === reference.expected)
                continue;
            const list = mismatches.get(candidate.name) ?? [];
            list.push({ filename: key.filename, listed: sha256, ...reference });
            mismatches.set(candidate.name, list);
        }
    }
    return mismatches;
}
/** Who lists which sha256 for each file name; a file without sha256 is not there. */
function listingsByFile(observations) {
    const keys = new Map();
    const listings = new Map();
    for (const { candidate, projects } of observations) {
        for (const { project, page } of projects) {
            for (const { filename, hashes } of page?.files ?? []) {
                const sha256 = hashes.sha256?.toLowerCase();
                if (sha256 === undefined)
                    continue;
                const text = `${project}\n${filename}`;
                const key = keys.get(text) ?? { project, filename };
                keys.set(text, key);
                const list = listings.get(key);
                if (list === undefined)
                    listings.set(key, [{ candidate, sha256 }]);
                else
                    list.push({ candidate, sha256 });
            }
        }
    }
    return listings;
}
function mirrorsWord(listings, verified, units) {
    const trusted = listings.filter(({ candidate }) => verified.has(candidate.name));
    const origin = trusted.find(({ candidate }) => isOrigin(candidate));
    if (origin !== undefined) {
        return { expected: origin.sha256, reference: 'pypi', witnesses: [origin.candidate.name] };
    }
    const votes = votesByUnit(trusted, units);
    const counts = new Map();
    for (const vote of votes)
        counts.set(vote, (counts.get(vote) ?? 0) + 1);
    const [expected, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (expected === undefined || count < 2 || count * 2 <= votes.length)
        return null;
    const witnesses = trusted.filter(({ sha256 }) => sha256 === expected).map(({ candidate }) => candidate.name);
    return { expected, reference: 'majority', witnesses };
}
/** One vote for each independent unit; one that contradicts itself has none. */
function votesByUnit(listings, units) {
    const votes = new Map();
    for (const { candidate, sha256 } of listings) {
        const unit = units.get(candidate.name) ?? candidate.name;
        votes.set(unit, (votes.get(unit) ?? new Set()).add(sha256));
    }
    return [...votes.values()].filter((said) => said.size === 1).flatMap((said) => [...said]);
}
/** Only a lock file that names its files can contradict a page: others may list some of the files alone. */
function lockWord(key, locks) {
    const locked = locks.get(key.project)?.filter((file) => file.filename === key.filename) ?? [];
    const [first] = locked;
    if (first === undefined || locked.some((file) => file.sha256 !== first.sha256))
        return null;
    return { expected: first.sha256, reference: 'lock-file', witnesses: [] };
}
/** The index that all others copy. */
function isOrigin(candidate) {
    return new URL(candidate.indexUrl).hostname === 'pypi.org';
}
/** Mirrors of one operator, or of one family, are one unit: by mirror name, the unit's name. */
function independentUnits(candidates) {
    const unitOf = new Map();
    const find = (word) => {
        const next = unitOf.get(word) ?? word;
        return next === word ? word : find(next);
    };
    const tie = (one, other) => unitOf.set(find(one), find(other));
    for (const { name, operator, family } of candidates) {
        tie(`mirror ${name}`, `operator ${operator}`);
        tie(`operator ${operator}`, `family ${family}`);
    }
    return new Map(candidates.map(({ name }) => [name, find(`mirror ${name}`)]));
}

// EXTERNAL MODULE: ./build/src/model/requirement.js
var requirement = __webpack_require__(1848);
;// CONCATENATED MODULE: ./build/src/judge/wheel-tags.js
/** Wheel file names (PEP 427) and how well their tags suit an interpreter (PEP 425). */


/** @returns null where pip, too, would not take `filename` for a wheel. */
function parseWheelName(filename) {
    if (!filename.endsWith('.whl'))
        return null;
    const parts = filename.slice(0, -4).split('-');
    if (parts.length !== 5 && parts.length !== 6)
        return null;
    const [name = '', versionText = ''] = parts;
    const [pythons = '', abis = '', platforms = ''] = parts.slice(-3);
    const buildText = parts.length === 6 ? parts[2] : undefined;
    const version = parseVersion(versionText);
    const build = buildText === undefined ? null : /^(\d+)(.*)$/.exec(buildText);
    if (!/^[\w.]+$/.test(name) || name.includes('__') || version === null)
        return null;
    if (buildText !== undefined && build === null)
        return null;
    if ([pythons, abis, platforms].some((tags) => tags.split('.').includes('')))
        return null;
    return {
        project: (0,requirement/* normalizeName */.P)(name),
        version,
        build: build === null ? null : [segmentOf(build[1] ?? '0'), build[2] ?? ''],
        pythons: lowerCaseParts(pythons),
        abis: lowerCaseParts(abis),
        platforms: lowerCaseParts(platforms),
    };
}
const ranked = new WeakMap();
/** A pip has hundreds of tags, and an audit a thousand pages: one table for one list. */
function rankTags(tags) {
    const known = ranked.get(tags);
    if (known !== undefined)
        return known;
    const ranks = new Map(tags.map((tag, rank) => [tag, rank]));
    ranked.set(tags, ranks);
    return ranks;
}
/** @returns the best rank among the wheel's tags; null where the interpreter accepts none of them. */
function wheelRank(wheel, ranks) {
    let best = null;
    for (const python of wheel.pythons) {
        for (const abi of wheel.abis) {
            for (const platform of wheel.platforms) {
                const rank = ranks.get(`${python}-${abi}-${platform}`);
                if (rank !== undefined && (best === null || rank < best))
                    best = rank;
            }
        }
    }
    return best;
}
/** Runs on every Python 3 and every platform. */
function isUniversal({ pythons, abis, platforms }) {
    return pythons.includes('py3') && abis.includes('none') && platforms.includes('any');
}
function lowerCaseParts(tags) {
    return tags.toLowerCase().split('.');
}
function segmentOf(digits) {
    const value = Number(digits);
    return Number.isSafeInteger(value) ? value : BigInt(digits);
}

;// CONCATENATED MODULE: ./build/src/judge/freshness.js



/**
 * A mirror that has lacked a file for longer than this is stale. Healthy mirrors are minutes to some hours behind, the
 * slowest of the well-known ones copies once a day; two days mean that it has stopped.
 */
const STALE_AFTER_MS = 48 * 60 * 60 * 1000;
/** pypi.org's page where it is verified, else that of the verified mirror with the newest one; looked for once each. */
function referencePages(observations, verified) {
    const others = observations.filter(({ candidate }) => verified.has(candidate.name));
    const pages = new Map();
    return (project) => {
        const known = pages.get(project);
        if (known !== undefined)
            return known;
        const page = referencePage(project, others);
        pages.set(project, page);
        return page;
    };
}
/**
 * @param lacksNeeded the mirror lacks a requirement of the job that others have: then it is stale whatever its age.
 * @param now epoch milliseconds.
 * @returns null where there is no page to compare.
 */
function judgeFreshness(observation, referenceOf, lacksNeeded, now) {
    const compared = observation.projects.flatMap(({ project, page }) => {
        const reference = page === null ? null : referenceOf(project);
        return page === null || reference === null ? [] : [comparePages(page, reference, now)];
    });
    const [first, ...rest] = compared;
    if (first === undefined) {
        return lacksNeeded ? { serial: null, behind: null, lagMs: null, stale: true } : null;
    }
    const worst = rest.reduce((one, other) => ((other.behind ?? -1) > (one.behind ?? -1) ? other : one), first);
    const lags = compared.flatMap(({ lagMs }) => (lagMs === null ? [] : [lagMs]));
    const lagMs = lags.length === 0 ? null : Math.max(...lags);
    return { ...worst, lagMs, stale: lacksNeeded || (lagMs ?? 0) > STALE_AFTER_MS };
}
function referencePage(project, observations) {
    let newest = null;
    for (const { candidate, projects } of observations) {
        const page = projects.find((seen) => seen.project === project)?.page ?? null;
        if (page === null)
            continue;
        if (isOrigin(candidate))
            return page;
        if (newest === null || isNewer(page, newest))
            newest = page;
    }
    return newest;
}
function isNewer(page, other) {
    if (page.serial !== null && other.serial !== null)
        return page.serial > other.serial;
    return (newestUpload(page.files) ?? 0) > (newestUpload(other.files) ?? 0);
}
function comparePages(page, reference, now) {
    const behind = page.serial === null || reference.serial === null ? null : Math.max(0, reference.serial - page.serial);
    return { serial: page.serial, behind, lagMs: lagOf(page, reference, now) };
}
/**
 * Files newer than all that the mirror lists. Older gaps are left out by rule or were deleted, and so are pre-releases
 * on some mirrors: neither says that the mirror has stopped.
 */
function lagOf(page, reference, now) {
    const uploads = new Map(reference.files.map((file) => [file.filename, file.uploadTime]));
    const listed = new Set(page.files.map((file) => file.filename));
    const known = page.files.map((file) => ({ ...file, uploadTime: uploads.get(file.filename) ?? file.uploadTime }));
    const last = newestUpload(known);
    if (newestUpload(reference.files) === null || (last === null && listed.size > 0))
        return null;
    const missing = reference.files.flatMap(({ filename, uploadTime }) => uploadTime !== null && uploadTime > (last ?? 0) && !listed.has(filename) && !isPrereleaseFile(filename)
        ? [uploadTime]
        : []);
    return missing.length === 0 ? 0 : Math.max(0, now - missing.reduce((oldest, time) => Math.min(oldest, time)));
}
function newestUpload(files) {
    return files.reduce((newest, { uploadTime }) => (uploadTime !== null && uploadTime > (newest ?? -1) ? uploadTime : newest), null);
}
function isPrereleaseFile(filename) {
    const version = parseWheelName(filename)?.version ?? parseVersion(/-([^-]+?)\.(tar\.\w+|tgz|zip)$/.exec(filename)?.[1] ?? '');
    return version !== null && isPrerelease(version);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/judge/der.js
/** A strict reader of DER (X.690): definite lengths, low tag numbers, nothing left over. */
/** Bytes that are not DER, or not the element that was expected. */
class DerError extends Error {
}
const TAG = {
    boolean: 0x01,
    integer: 0x02,
    bitString: 0x03,
    octetString: 0x04,
    oid: 0x06,
    enumerated: 0x0a,
    utf8String: 0x0c,
    sequence: 0x30,
    set: 0x31,
    utcTime: 0x17,
    generalizedTime: 0x18,
};
function readAt(bytes, start, limit) {
    const tag = bytes[start];
    const first = bytes[start + 1];
    if (tag === undefined || first === undefined || start + 2 > limit)
        throw new DerError('element cut off');
    if ((tag & 0x1f) === 0x1f)
        throw new DerError('high tag number');
    let length = first;
    let content = start + 2;
    if (first >= 0x80) {
        const octets = first & 0x7f;
        if (octets === 0 || octets > 4)
            throw new DerError('length form');
        length = 0;
        for (let i = 0; i < octets; i++)
            length = length * 256 + (bytes[content + i] ?? 0);
        content += octets;
        if (length < 0x80 || length < 256 ** (octets - 1))
            throw new DerError('length not minimal');
    }
    const end = content + length;
    if (end > limit)
        throw new DerError('element cut off');
    return { bytes, tag, start, content, end };
}
/** The one element that `bytes` is. Throws DerError when there is less or more. */
function readDer(bytes) {
    const node = readAt(bytes, 0, bytes.length);
    if (node.end !== bytes.length)
        throw new DerError('bytes left over');
    return node;
}
/** The elements inside a constructed one (or inside an OCTET STRING that wraps DER). */
function childrenOf(node) {
    const children = [];
    for (let at = node.content; at < node.end;) {
        const child = readAt(node.bytes, at, node.end);
        children.push(child);
        at = child.end;
    }
    return children;
}
/** `node` itself if it has that tag. Throws DerError otherwise, also for a missing node. */
function expect(node, tag) {
    if (node?.tag !== tag)
        throw new DerError(`tag ${node?.tag ?? 'missing'} where ${tag} belongs`);
    return node;
}
/** The whole element, header included. */
function wholeOf(node) {
    return node.bytes.subarray(node.start, node.end);
}
function contentOf(node) {
    return node.bytes.subarray(node.content, node.end);
}
/** The contents as a Buffer on the same memory. */
function bufferOf({ bytes, content, end }) {
    return Buffer.from(bytes.buffer, bytes.byteOffset + content, end - content);
}
/** Lower-case hex of the contents: serial numbers, key identifiers. */
function hexOf(node) {
    return bufferOf(node).toString('hex');
}
/** 'a.b.c' of an OBJECT IDENTIFIER (or of an implicitly tagged one). */
function oidOf({ bytes, content, end }) {
    const arcs = [];
    let arc = 0;
    // A certificate has dozens of these: an index, since an iterator over bytes is dear.
    for (let at = content; at < end; at++) {
        const byte = bytes[at] ?? 0;
        if (arc > Number.MAX_SAFE_INTEGER / 256)
            throw new DerError('object identifier arc too large');
        arc = arc * 128 + (byte & 0x7f);
        if (byte < 0x80) {
            arcs.push(arc);
            arc = 0;
        }
    }
    const first = arcs.shift();
    if (first === undefined)
        throw new DerError('empty object identifier');
    const root = Math.min(2, Math.floor(first / 40));
    return [root, first - root * 40, ...arcs].join('.');
}
/** A small non-negative INTEGER. Throws for negative ones and for those above 2^31. */
function smallIntegerOf(node) {
    const bytes = contentOf(node);
    if (bytes.length === 0 || bytes.length > 4 || (bytes[0] ?? 0) >= 0x80)
        throw new DerError('integer out of range');
    return bytes.reduce((value, byte) => value * 256 + byte, 0);
}
function booleanOf(node) {
    if (node.end - node.content !== 1)
        throw new DerError('boolean length');
    return node.bytes[node.content] !== 0;
}
/** Bits of a BIT STRING, first bit first in a number: bit 0 is 1, bit 1 is 2 … (RFC 5280's named bits). */
function namedBitsOf(node) {
    const bytes = contentOf(node);
    let bits = 0;
    for (let i = 0; i < 16; i++) {
        const byte = bytes[1 + (i >> 3)] ?? 0;
        if (byte & (0x80 >> (i & 7)))
            bits |= 1 << i;
    }
    return bits;
}
const TIME = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/;
/** Epoch milliseconds of a UTCTime or GeneralizedTime in RFC 5280's form (seconds, Z); NaN for any other form. */
function timeOf(node) {
    const text = bufferOf(node).toString('latin1');
    const parts = TIME.exec(text);
    const yearDigits = node.tag === TAG.utcTime ? 2 : node.tag === TAG.generalizedTime ? 4 : 0;
    if (parts === null || parts[1]?.length !== yearDigits)
        return Number.NaN;
    const [, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
    const two = Number(parts[1]);
    const year = yearDigits === 4 ? two : two < 50 ? 2000 + two : 1900 + two;
    const value = new Date(0);
    value.setUTCFullYear(year, month - 1, day);
    value.setUTCHours(hour, minute, second);
    const same = value.getUTCMonth() === month - 1 && value.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
    return same ? value.getTime() : Number.NaN;
}

;// CONCATENATED MODULE: ./build/src/judge/distinguished-name.js
/** Subject and issuer names: compared as OpenSSL compares them, shown most specific first. */

const LONGEST_VALUE = 200;
const LONGEST_NAME = 512;
const EMAIL = '1.2.840.113549.1.9.1';
const COMMON_NAME = '2.5.4.3';
/** In the order in which they are shown. */
const SHOWN = new Map([
    ['2.5.4.5', 'SERIALNUMBER'],
    [COMMON_NAME, 'CN'],
    ['2.5.4.17', 'POSTALCODE'],
    ['2.5.4.9', 'STREET'],
    ['2.5.4.8', 'ST'],
    ['2.5.4.7', 'L'],
    ['2.5.4.11', 'OU'],
    ['2.5.4.10', 'O'],
    ['2.5.4.6', 'C'],
]);
/** String types that OpenSSL folds before it compares: the others are compared as bytes. */
const FOLDED = new Set([0x0c, 0x13, 0x14, 0x16, 0x1a, 0x1c, 0x1e]);
/** Text of a character string; never throws, never longer than the bytes, no lone surrogates. */
function textOf(node) {
    const bytes = bufferOf(node);
    switch (node.tag & 0x1f) {
        case 0x0c:
            return bytes.toString('utf8');
        case 0x1e:
            return bytes.length % 2 === 0
                ? Buffer.from(bytes).swap16().toString('utf16le').toWellFormed()
                : bytes.toString('latin1');
        case 0x1c:
            return universalText(bytes);
        default:
            return bytes.toString('latin1');
    }
}
function universalText(bytes) {
    const points = [];
    for (let at = 0; at + 4 <= bytes.length; at += 4) {
        const point = bytes.readUInt32BE(at);
        points.push(point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : '\ufffd');
    }
    return points.join('');
}
/** A peer's text cut to `length` characters, with an ellipsis where something was lost. */
function cut(text, length) {
    return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;
}
function attributesOf(relativeName) {
    return childrenOf(expect(relativeName, TAG.set)).map((pair) => {
        const [type, value] = childrenOf(expect(pair, TAG.sequence));
        if (value === undefined)
            throw new Error('attribute without a value');
        return { oid: oidOf(expect(type, TAG.oid)), value };
    });
}
function canonicalValue(value) {
    if (!FOLDED.has(value.tag))
        return Buffer.from(wholeOf(value)).toString('hex');
    const folded = textOf(value)
        .replace(/[ \t-\r]+/g, ' ')
        .replace(/^ | $/g, '')
        .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    return JSON.stringify(folded);
}
function escapeValue(text) {
    return cut(text, LONGEST_VALUE)
        .replace(/[,+"\\<>;]/g, '\\$&')
        .replace(/^([ #])|( )$/g, '\\$1$2');
}
function displayOf(attributes) {
    const shown = [];
    for (const [oid, label] of SHOWN) {
        let text = '';
        for (const attribute of attributes) {
            if (attribute.oid === oid)
                text += `${text === '' ? '' : '+'}${label}=${escapeValue(textOf(attribute.value))}`;
        }
        if (text !== '')
            shown.push(text);
    }
    for (const { oid, value } of attributes.filter((attribute) => !SHOWN.has(attribute.oid)).reverse()) {
        shown.push(`${oid}=#${cut(Buffer.from(wholeOf(value)).toString('hex'), LONGEST_VALUE)}`);
    }
    return cut(shown.join(','), LONGEST_NAME);
}
/** As in known-issuers.ts: what many certificates carry is read once, and a hostile server cannot fill the memory. */
const MOST_KNOWN = 256;
const LONGEST_KNOWN = 1024;
const known = new Map();
/** As `readName`, for a name that many certificates carry: their issuer's. */
function readIssuerName(node) {
    if (node.end - node.start > LONGEST_KNOWN)
        return readName(node);
    const bytes = bufferOf(node).toString('latin1');
    const before = known.get(bytes);
    if (before !== undefined)
        return before;
    const name = readName(node);
    if (known.size >= MOST_KNOWN)
        known.clear();
    known.set(bytes, name);
    return name;
}
/** Reads a Name (a SEQUENCE of relative names). Throws on bytes that are no name. */
function readName(node) {
    const relativeNames = childrenOf(expect(node, TAG.sequence)).map(attributesOf);
    const attributes = relativeNames.flat();
    const texts = (oid) => attributes.filter((one) => one.oid === oid).map(({ value }) => textOf(value));
    const canonical = relativeNames.map((set) => set.map(({ oid, value }) => `${oid}=${canonicalValue(value)}`).join('+'));
    return {
        display: displayOf(attributes),
        canonical,
        key: canonical.join('/'),
        commonNames: texts(COMMON_NAME),
        emails: texts(EMAIL),
    };
}

;// CONCATENATED MODULE: ./build/src/judge/general-name.js
/** GeneralName: what a certificate is for, and what name constraints speak of (RFC 5280, 4.2.1.6 and 4.2.1.10). */


function readGeneralName(node) {
    const text = () => Buffer.from(contentOf(node)).toString('latin1');
    switch (node.tag) {
        case 0x81:
            return { kind: 'email', text: text() };
        case 0x82:
            return { kind: 'dns', text: text() };
        case 0x86:
            return { kind: 'uri', text: text() };
        case 0x87:
            return { kind: 'ip', octets: contentOf(node) };
        case 0xa4: {
            const inner = childrenOf(node)[0];
            if (inner === undefined)
                throw new Error('directory name without a name');
            return { kind: 'directory', name: readName(inner) };
        }
        default:
            return { kind: 'other', tag: node.tag, hex: hexOf(node) };
    }
}
function readGeneralNames(node) {
    return childrenOf(node).map(readGeneralName);
}
/** Reads NameConstraints. Throws on bytes that are none. */
function readSubtrees(node) {
    let bounded = false;
    const subtrees = (tag) => {
        const field = childrenOf(node).find((child) => child.tag === tag);
        if (field === undefined)
            return [];
        return childrenOf(field).map((subtree) => {
            const [base, ...bounds] = childrenOf(subtree);
            if (base === undefined)
                throw new Error('subtree without a base');
            bounded ||= bounds.length > 0;
            return readGeneralName(base);
        });
    };
    return { permitted: subtrees(0xa0), excluded: subtrees(0xa1), bounded };
}
/** '192.0.2.1' or '2001:db8:0:0:0:0:0:1'; null for octets that are no address. */
function addressText(octets) {
    if (octets.length === 4)
        return octets.join('.');
    if (octets.length !== 16)
        return null;
    const groups = [];
    for (let at = 0; at < 16; at += 2)
        groups.push((((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0)).toString(16));
    return groups.join(':');
}

;// CONCATENATED MODULE: ./build/src/judge/x509-extensions.js
/** The X.509 extensions that decide whether a chain holds, read as OpenSSL reads them. */


/** Bits of the key usage extension, as `namedBitsOf` counts them. */
const KEY_USAGE = {
    digitalSignature: 1 << 0,
    keyEncipherment: 1 << 2,
    keyAgreement: 1 << 4,
    keyCertSign: 1 << 5,
    crlSign: 1 << 6,
};
/** Bits of Netscape's certificate type. */
const NETSCAPE_TYPE = { sslServer: 1 << 1, sslCa: 1 << 5, anyCa: (1 << 5) | (1 << 6) | (1 << 7) };
/** Object identifiers that OpenSSL accepts when they are critical. */
const SUPPORTED = new Map([
    ['2.5.29.14', 'subjectKeyId'],
    ['2.5.29.15', 'keyUsage'],
    ['2.5.29.17', 'subjectAltNames'],
    ['2.5.29.19', 'basicConstraints'],
    ['2.5.29.30', 'nameConstraints'],
    ['2.5.29.31', 'crlDistributionPoints'],
    ['2.5.29.32', 'certificatePolicies'],
    ['2.5.29.33', 'policyMappings'],
    ['2.5.29.35', 'authorityKeyId'],
    ['2.5.29.36', 'policyConstraints'],
    ['2.5.29.37', 'extendedKeyUsage'],
    ['2.5.29.54', 'inhibitAnyPolicy'],
    ['2.16.840.1.113730.1.1', 'netscapeType'],
    ['1.3.6.1.5.5.7.1.7', 'addressBlocks'],
    ['1.3.6.1.5.5.7.1.8', 'autonomousSystems'],
    ['1.3.6.1.5.5.7.1.14', 'proxy'],
    ['1.3.6.1.5.5.7.48.1.5', 'ocspNoCheck'],
]);
const isNegative = (node) => (node.bytes[node.content] ?? 0) >= 0x80;
function readBasicConstraints(value) {
    const fields = childrenOf(expect(value, TAG.sequence));
    const ca = fields[0]?.tag === TAG.boolean ? booleanOf(fields[0]) : false;
    const length = fields.find(({ tag }) => tag === TAG.integer);
    // A length too large to count is none; OpenSSL treats a negative one as a malformed extension.
    const countable = length !== undefined && (length.end - length.content <= 4 || isNegative(length));
    return { ca, pathLength: countable ? smallIntegerOf(length) : null };
}
function readAuthorityKeyId(value) {
    const fields = childrenOf(expect(value, TAG.sequence));
    const keyId = fields.find(({ tag }) => tag === 0x80);
    const issuer = fields.find(({ tag }) => tag === 0xa1);
    const serialNumber = fields.find(({ tag }) => tag === 0x82);
    return {
        keyId: keyId === undefined ? null : hexOf(keyId),
        issuer: issuer === undefined ? null : readGeneralNames(issuer),
        serialNumber: serialNumber === undefined ? null : hexOf(serialNumber),
    };
}
const READERS = {
    basicConstraints: readBasicConstraints,
    keyUsage: (value) => namedBitsOf(expect(value, TAG.bitString)),
    netscapeType: (value) => namedBitsOf(expect(value, TAG.bitString)),
    extendedKeyUsage: (value) => childrenOf(expect(value, TAG.sequence)).map((oid) => oidOf(expect(oid, TAG.oid))),
    subjectAltNames: (value) => readGeneralNames(expect(value, TAG.sequence)),
    subjectKeyId: (value) => hexOf(expect(value, TAG.octetString)),
    authorityKeyId: readAuthorityKeyId,
    nameConstraints: (value) => readSubtrees(expect(value, TAG.sequence)),
};
const NONE = {
    count: 0,
    basicConstraints: null,
    keyUsage: null,
    extendedKeyUsage: null,
    netscapeType: null,
    subjectAltNames: null,
    subjectKeyId: null,
    authorityKeyId: null,
    nameConstraints: null,
    critical: new Set(),
    unknownCritical: [],
    proxy: false,
    malformed: false,
};
/** Reads the `[3]` field of a certificate; undefined when there is none. Bad extensions are told, not thrown. */
function readExtensions(field) {
    if (field === undefined)
        return NONE;
    const list = childrenOf(expect(childrenOf(field)[0], TAG.sequence));
    const values = {};
    const seen = new Set();
    const critical = new Set();
    const unknownCritical = [];
    let malformed = false;
    for (const extension of list) {
        const parts = childrenOf(expect(extension, TAG.sequence));
        const oid = oidOf(expect(parts[0], TAG.oid));
        const isCritical = parts[1]?.tag === TAG.boolean && booleanOf(parts[1]);
        const name = SUPPORTED.get(oid);
        if (name === undefined) {
            if (isCritical)
                unknownCritical.push(oid);
            continue;
        }
        if (isCritical)
            critical.add(name);
        try {
            if (seen.has(name))
                malformed = true;
            seen.add(name);
            const read = READERS[name];
            if (read)
                values[name] = read(readDer(contentOf(expect(parts.at(-1), TAG.octetString))));
        }
        catch {
            malformed = true;
        }
    }
    return { ...NONE, ...values, count: list.length, critical, unknownCritical, proxy: seen.has('proxy'), malformed };
}

;// CONCATENATED MODULE: ./build/src/judge/x509-strength.js

/** What security level 2 demands of every key and of every signature but the anchor's own. */
const LEVEL_2_BITS = 112;
const CURVES = {
    prime192v1: ['P-192', 96],
    secp224r1: ['P-224', 112],
    prime256v1: ['P-256', 128],
    secp384r1: ['P-384', 192],
    secp521r1: ['P-521', 256],
    secp256k1: ['secp256k1', 128],
};
/** RSA and DSA: NIST SP 800-56B's estimate, rounded as OpenSSL rounds it. */
function factoringBits(modulusBits) {
    if (modulusBits < 8)
        return 0;
    const nats = modulusBits * Math.LN2;
    const estimate = (1.923 * Math.cbrt(nats * Math.log(nats) ** 2) - 4.69) / Math.LN2;
    return (Math.floor(estimate) + 4) & ~7;
}
/** Never throws: a key that OpenSSL cannot read has no strength. */
function keyFactsOf(certificate) {
    try {
        const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey;
        const modulus = details?.modulusLength;
        if (modulus !== undefined) {
            return {
                label: `${(type ?? '').toUpperCase()} ${modulus}`,
                type: type ?? null,
                securityBits: factoringBits(modulus),
            };
        }
        if (type === 'ec') {
            const name = details?.namedCurve ?? '';
            // Curves outside the table carry their size in their name: 'brainpoolP256r1', 'sect283k1'.
            const [label, bits] = CURVES[name] ?? [
                name || 'explicit parameters',
                Math.floor(Number(/\d{3}/.exec(name)?.[0] ?? 0) / 2),
            ];
            return { label: `EC ${label}`, type, securityBits: bits };
        }
        if (type === 'ed25519')
            return { label: 'Ed25519', type, securityBits: 128 };
        if (type === 'ed448')
            return { label: 'Ed448', type, securityBits: 224 };
        return { label: type ?? 'unknown', type: type ?? null, securityBits: /^(ml|slh)-dsa/.test(type ?? '') ? 128 : 0 };
    }
    catch {
        return { label: 'unknown', type: null, securityBits: 0 };
    }
}
const DIGEST_BITS = {
    md5: 39,
    sha1: 63,
    sha224: 112,
    sha256: 128,
    sha384: 192,
    sha512: 256,
};
const ALGORITHMS = new Map([
    ['1.2.840.113549.1.1.4', ['rsa', 'md5']],
    ['1.2.840.113549.1.1.5', ['rsa', 'sha1']],
    ['1.2.840.113549.1.1.14', ['rsa', 'sha224']],
    ['1.2.840.113549.1.1.11', ['rsa', 'sha256']],
    ['1.2.840.113549.1.1.12', ['rsa', 'sha384']],
    ['1.2.840.113549.1.1.13', ['rsa', 'sha512']],
    ['1.2.840.113549.1.1.15', ['rsa', 'sha224']],
    ['1.2.840.113549.1.1.16', ['rsa', 'sha256']],
    ['1.2.840.10045.4.1', ['ec', 'sha1']],
    ['1.2.840.10045.4.3.1', ['ec', 'sha224']],
    ['1.2.840.10045.4.3.2', ['ec', 'sha256']],
    ['1.2.840.10045.4.3.3', ['ec', 'sha384']],
    ['1.2.840.10045.4.3.4', ['ec', 'sha512']],
    ['1.2.840.10040.4.3', ['dsa', 'sha1']],
    ['2.16.840.1.101.3.4.3.1', ['dsa', 'sha224']],
    ['2.16.840.1.101.3.4.3.2', ['dsa', 'sha256']],
    ['2.16.840.1.101.3.4.3.9', ['ec', 'sha224']],
    ['2.16.840.1.101.3.4.3.10', ['ec', 'sha256']],
    ['2.16.840.1.101.3.4.3.11', ['ec', 'sha384']],
    ['2.16.840.1.101.3.4.3.12', ['ec', 'sha512']],
    ['2.16.840.1.101.3.4.3.13', ['rsa', 'sha224']],
    ['2.16.840.1.101.3.4.3.14', ['rsa', 'sha256']],
    ['2.16.840.1.101.3.4.3.15', ['rsa', 'sha384']],
    ['2.16.840.1.101.3.4.3.16', ['rsa', 'sha512']],
    ['1.3.101.112', ['ed25519', 'sha256']],
    ['1.3.101.113', ['ed448', 'sha512']],
]);
const PSS = '1.2.840.113549.1.1.10';
const PSS_DIGESTS = {
    '2.16.840.1.101.3.4.2.1': 'sha256',
    '2.16.840.1.101.3.4.2.2': 'sha384',
    '2.16.840.1.101.3.4.2.3': 'sha512',
    '2.16.840.1.101.3.4.2.4': 'sha224',
};
/** RSASSA-PSS names its digest in `[0]` of its parameters; SHA-1 when it does not. */
function pssDigestOf(parameters) {
    if (parameters?.tag !== TAG.sequence)
        return 'sha1';
    const hash = childrenOf(parameters).find(({ tag }) => tag === 0xa0);
    if (hash === undefined)
        return 'sha1';
    const [oid] = childrenOf(expect(readDer(contentOf(hash)), TAG.sequence));
    return PSS_DIGESTS[oidOf(expect(oid, TAG.oid))] ?? 'sha1';
}
/** Reads an AlgorithmIdentifier of a signature. Throws on bytes that are none. */
function algorithmOf(node) {
    const [first, parameters] = childrenOf(node);
    const oid = oidOf(expect(first, TAG.oid));
    if (oid === PSS)
        return { oid, keyType: null, digest: null, securityBits: DIGEST_BITS[pssDigestOf(parameters)] ?? 0 };
    const known = ALGORITHMS.get(oid);
    if (known !== undefined) {
        const digest = known[0].startsWith('ed') ? null : known[1];
        return { oid, keyType: known[0], digest, securityBits: DIGEST_BITS[known[1]] ?? 0 };
    }
    // ML-DSA and SLH-DSA (FIPS 204, 205): only a peer whose OpenSSL knows them gets this far.
    const postQuantum = /^2\.16\.840\.1\.101\.3\.4\.3\.(1[7-9]|2\d|3[01])$/.test(oid);
    return { oid, keyType: null, digest: null, securityBits: postQuantum ? 128 : 0 };
}

;// CONCATENATED MODULE: ./build/src/judge/x509.js
/** One X.509 certificate: what OpenSSL (through node:crypto) does not tell is read from the DER. */





/** Whether `certificate`'s authority key identifier, if any, points at `issuer`. */
function keyIdsMatch(certificate, issuer) {
    const id = certificate.extensions.authorityKeyId;
    if (id === null)
        return true;
    const subjectKeyId = issuer.extensions.subjectKeyId;
    if (id.keyId !== null && subjectKeyId !== null && id.keyId !== subjectKeyId)
        return false;
    if (id.serialNumber !== null && id.serialNumber !== issuer.serialNumber)
        return false;
    const directory = id.issuer?.find((name) => name.kind === 'directory');
    return directory === undefined || directory.name.key === issuer.issuer.key;
}
function readFields(der) {
    const [tbs, outer] = childrenOf(expect(readDer(der), TAG.sequence));
    return { tbs: childrenOf(expect(tbs, TAG.sequence)), outer };
}
/** Reads one certificate. Throws on bytes that are none, also when OpenSSL alone would read them. */
function readCertificate(der) {
    const native = new external_node_crypto_.X509Certificate(der);
    const { tbs, outer } = readFields(der);
    const tagged = tbs[0]?.tag === 0xa0 ? tbs.shift() : undefined;
    const version = tagged === undefined ? 1 : smallIntegerOf(expect(childrenOf(tagged)[0], TAG.integer)) + 1;
    const [serial, innerAlgorithm, issuerNode, validity, subjectNode, keyNode] = tbs;
    const [notBefore, notAfter] = childrenOf(expect(validity, TAG.sequence));
    const algorithm = expect(outer, TAG.sequence);
    const subject = readName(expect(subjectNode, TAG.sequence));
    const issuerField = expect(issuerNode, TAG.sequence);
    const issuer = readIssuerName(issuerField);
    const keyBits = expect(childrenOf(expect(keyNode, TAG.sequence))[1], TAG.bitString);
    const facts = {
        native,
        der,
        version,
        serialNumber: hexOf(expect(serial, TAG.integer)),
        subject,
        issuer,
        issuerDer: wholeOf(issuerField),
        notBefore: notBefore === undefined ? Number.NaN : timeOf(notBefore),
        notAfter: notAfter === undefined ? Number.NaN : timeOf(notAfter),
        signature: algorithmOf(algorithm),
        signatureConsistent: Buffer.compare(wholeOf(algorithm), wholeOf(expect(innerAlgorithm, TAG.sequence))) === 0,
        key: keyFactsOf(native),
        keyBits: contentOf(keyBits).subarray(1),
        fingerprint256: native.fingerprint256.replaceAll(':', '').toLowerCase(),
        extensions: readExtensions(tbs.slice(6).find(({ tag }) => tag === 0xa3)),
        selfIssued: subject.key === issuer.key,
    };
    return { ...facts, selfSigned: facts.selfIssued && keyIdsMatch(facts, facts) };
}

;// CONCATENATED MODULE: ./build/src/judge/anchors.js

const PEM = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END/g;
function indexed(trust) {
    const bySubject = new Map();
    const known = new Set();
    for (const pem of trust.anchors) {
        for (const [, base64 = ''] of pem.matchAll(PEM)) {
            const anchor = readOrSkip(Buffer.from(base64, 'base64'));
            if (anchor === null || known.has(anchor.fingerprint256))
                continue;
            known.add(anchor.fingerprint256);
            const same = bySubject.get(anchor.subject.key);
            if (same)
                same.push(anchor);
            else
                bySubject.set(anchor.subject.key, [anchor]);
        }
    }
    return {
        size: known.size,
        named: (subjectKey) => bySubject.get(subjectKey) ?? [],
        endsAt: ({ fingerprint256, selfSigned }) => known.has(fingerprint256) && (selfSigned || trust.rules.partialChain),
    };
}
/** A store may hold what no verifier can read; it is no anchor then. */
function readOrSkip(der) {
    try {
        return readCertificate(der);
    }
    catch {
        return null;
    }
}
const cache = new WeakMap();
function anchorsOf(trust) {
    const anchors = cache.get(trust) ?? indexed(trust);
    cache.set(trust, anchors);
    return anchors;
}

;// CONCATENATED MODULE: ./build/src/judge/known-issuers.js
/** Issuers that many servers send: each is read, and its own signature checked, once. */

/** A hostile server can send any number of certificates; the web has a few hundred intermediates in use. */
const MOST = 256;
const known_issuers_known = new Map();
/** As `readCertificate`, for a certificate that is not the peer's own. Equal bytes give the very same object. */
function readIssuer(der) {
    const bytes = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('latin1');
    const before = known_issuers_known.get(bytes);
    if (before !== undefined)
        return before;
    const certificate = readCertificate(der);
    if (known_issuers_known.size >= MOST)
        known_issuers_known.clear();
    known_issuers_known.set(bytes, certificate);
    return certificate;
}
const signatures = new WeakMap();
/** Whether `issuer`'s key made `subject`'s signature; remembered as long as both are in use. */
function hasSigned(issuer, subject) {
    const bySubject = signatures.get(issuer) ?? new WeakMap();
    signatures.set(issuer, bySubject);
    const before = bySubject.get(subject);
    if (before !== undefined)
        return before;
    const signed = verifies(issuer, subject);
    bySubject.set(subject, signed);
    return signed;
}
function verifies(issuer, subject) {
    try {
        return subject.native.verify(issuer.native.publicKey);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/judge/certificate-path.js


/** OpenSSL's default depth: that many certificates between the leaf and the anchor. */
const LONGEST_PATH = 102;
/** Signatures that are checked for one peer, at most: a hostile chain must not cost more. */
const MOST_SIGNATURES = 300;
/** OpenSSL's quick test: names, key identifiers and the kind of key fit; the signature is not looked at. */
function mayHaveIssued(issuer, subject) {
    if (issuer.subject.key !== subject.issuer.key || !keyIdsMatch(subject, issuer))
        return false;
    const { keyType } = subject.signature;
    return keyType === null || issuer.key.type === null || issuer.key.type.startsWith(keyType);
}
function byValidity(now) {
    const valid = (one) => (one.notBefore <= now && now < one.notAfter ? 1 : 0);
    return (a, b) => valid(b) - valid(a) || b.notAfter - a.notAfter;
}
/**
 * All ways from `leaf` upwards, best first guess first: trusted issuers before sent ones, valid ones before ended
 * ones. Ends at an anchor, or where no issuer is found. Lazily, so that the first good one stops the search.
 */
function* pathsFrom(leaf, sent, anchors, now) {
    let budget = MOST_SIGNATURES;
    const order = byValidity(now);
    function issuersOf(subject, used) {
        const unused = (one) => !used.some(({ fingerprint256 }) => fingerprint256 === one.fingerprint256);
        const fitting = (pool) => pool.filter((one) => unused(one) && mayHaveIssued(one, subject)).sort(order);
        const trusted = fitting(anchors.named(subject.issuer.key));
        const known = new Set(trusted.map(({ fingerprint256 }) => fingerprint256));
        const candidates = [...trusted, ...fitting(sent).filter(({ fingerprint256 }) => !known.has(fingerprint256))];
        const checked = candidates.map((issuer) => ({ issuer, signed: budget-- > 0 && hasSigned(issuer, subject) }));
        const genuine = checked.filter(({ signed }) => signed);
        // A name without a signature is followed too, so that the other faults on that way are found.
        return genuine.length > 0 ? genuine : checked.slice(0, 1);
    }
    function* extend(certificates, signed) {
        const top = certificates.at(-1);
        if (top === undefined)
            return;
        if (anchors.endsAt(top)) {
            yield { certificates, anchored: true, signed };
            return;
        }
        const issuers = top.selfSigned || certificates.length >= LONGEST_PATH || budget <= 0 ? [] : issuersOf(top, certificates);
        for (const { issuer, signed: genuine } of issuers)
            yield* extend([...certificates, issuer], [...signed, genuine]);
        if (issuers.length === 0)
            yield { certificates, anchored: false, signed };
    }
    yield* extend([leaf], []);
}

;// CONCATENATED MODULE: ./build/src/judge/name-constraints.js
const lower = (text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
function dnsWithin(name, base) {
    if (base === '')
        return true;
    if (!lower(name).endsWith(lower(base)))
        return false;
    return name.length === base.length || base.startsWith('.') || name.at(-base.length - 1) === '.';
}
/** A host must be equal; a base with a leading dot covers its sub-domains. */
function hostWithin(host, base) {
    return base.startsWith('.') ? lower(host).endsWith(lower(base)) : lower(host) === lower(base);
}
function emailWithin(address, base) {
    const at = address.lastIndexOf('@');
    const baseAt = base.lastIndexOf('@');
    if (at < 0)
        return false;
    if (baseAt < 0 || baseAt === 0)
        return hostWithin(address.slice(at + 1), base.slice(baseAt + 1));
    return address.slice(0, at) === base.slice(0, baseAt) && lower(address.slice(at)) === lower(base.slice(baseAt));
}
function uriWithin(uri, base) {
    const host = /^[^:]+:\/\/([^:/]+)/.exec(uri)?.[1];
    return host !== undefined && hostWithin(host, base);
}
function addressWithin(address, base) {
    if (base.length !== address.length * 2)
        return false;
    return address.every((octet, at) => ((octet ^ (base[at] ?? 0)) & (base[address.length + at] ?? 0)) === 0);
}
function directoryWithin(name, base) {
    return base.canonical.every((relativeName, at) => name.canonical[at] === relativeName);
}
function within(name, base) {
    if (name.kind === 'dns' && base.kind === 'dns')
        return dnsWithin(name.text, base.text);
    if (name.kind === 'email' && base.kind === 'email')
        return emailWithin(name.text, base.text);
    if (name.kind === 'uri' && base.kind === 'uri')
        return uriWithin(name.text, base.text);
    if (name.kind === 'ip' && base.kind === 'ip')
        return addressWithin(name.octets, base.octets);
    if (name.kind === 'directory' && base.kind === 'directory')
        return directoryWithin(name.name, base.name);
    return false;
}
function sameForm(a, b) {
    if (a.kind === 'ip' && b.kind === 'ip')
        return b.octets.length === a.octets.length * 2;
    return a.kind === b.kind && (a.kind !== 'other' || b.kind !== 'other' || a.tag === b.tag);
}
function violates(name, { permitted, excluded }) {
    const about = permitted.filter((base) => sameForm(name, base));
    const against = excluded.filter((base) => sameForm(name, base));
    // A form that nobody can compare is refused as soon as it is constrained.
    if (name.kind === 'other')
        return about.length > 0 || against.length > 0;
    return (about.length > 0 && !about.some((base) => within(name, base))) || against.some((base) => within(name, base));
}
const DNS_LIKE = /^(?=.*[A-Za-z_-])(\*\.)?[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)+$/;
/** Everything that a certificate calls itself, as far as constraints reach it. */
function namesOf({ subject, extensions }, isLeaf) {
    const names = [...(extensions.subjectAltNames ?? [])];
    if (subject.canonical.length > 0)
        names.push({ kind: 'directory', name: subject });
    names.push(...subject.emails.map((text) => ({ kind: 'email', text })));
    const commonNamesCount = isLeaf && !names.some(({ kind }) => kind === 'dns');
    const hosts = commonNamesCount ? subject.commonNames.filter((text) => DNS_LIKE.test(text)) : [];
    return [...names, ...hosts.map((text) => ({ kind: 'dns', text }))];
}
/** Whether any of `issuers` (those above it in the path) forbids a name of `certificate`. */
function constraintsViolated(certificate, depth, issuers) {
    // RFC 5280: a self-issued intermediate (key roll-over) is exempt.
    if (depth > 0 && certificate.selfIssued)
        return false;
    const constraints = issuers.flatMap(({ extensions }) => extensions.nameConstraints ?? []);
    if (constraints.length === 0)
        return false;
    const names = namesOf(certificate, depth === 0);
    return constraints.some((subtrees) => subtrees.bounded || names.some((name) => violates(name, subtrees)));
}

;// CONCATENATED MODULE: ./build/src/judge/certificate-purpose.js
/** May each certificate of a path do what it does there? OpenSSL's `check_extensions` and `check_auth_level`. */



const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
/** Server-gated cryptography (Microsoft, Netscape): OpenSSL takes them for server authentication. */
const SERVER_PURPOSES = new Set([SERVER_AUTH, '1.3.6.1.4.1.311.10.3.3', '2.16.840.1.113730.4.1']);
function kindOf({ version, selfSigned, extensions }) {
    const { keyUsage, basicConstraints, netscapeType } = extensions;
    if (keyUsage !== null && (keyUsage & KEY_USAGE.keyCertSign) === 0)
        return 'no-ca';
    if (basicConstraints !== null)
        return basicConstraints.ca ? 'ca' : 'no-ca';
    if (version === 1 && selfSigned)
        return 'v1-root';
    if (keyUsage !== null)
        return 'old-ca';
    return netscapeType !== null && (netscapeType & NETSCAPE_TYPE.anyCa) !== 0 ? 'netscape-ca' : 'no-ca';
}
function leafDefects({ extensions }) {
    const { keyUsage, netscapeType } = extensions;
    const forTls = KEY_USAGE.digitalSignature | KEY_USAGE.keyEncipherment | KEY_USAGE.keyAgreement;
    if (keyUsage !== null && (keyUsage & forTls) === 0)
        return ['key-usage'];
    return netscapeType !== null && (netscapeType & NETSCAPE_TYPE.sslServer) === 0 ? ['purpose'] : [];
}
function issuerDefects(certificate, isTop) {
    const kind = kindOf(certificate);
    if (kind === 'no-ca' || (kind !== 'ca' && !isTop))
        return ['not-a-ca'];
    const { netscapeType, keyUsage } = certificate.extensions;
    if (kind === 'netscape-ca' && ((netscapeType ?? 0) & NETSCAPE_TYPE.sslCa) === 0)
        return ['not-a-ca'];
    return keyUsage !== null && (keyUsage & KEY_USAGE.keyCertSign) === 0 ? ['key-usage'] : [];
}
/** Defects of each certificate of a path, leaf first; dates, names and trust are judged elsewhere. */
function purposeDefects(path) {
    let intermediatesBelow = 0;
    return path.map((certificate, depth) => {
        const { extensions, key, selfIssued } = certificate;
        const defects = [];
        if (extensions.malformed)
            defects.push('malformed');
        if (extensions.unknownCritical.length > 0)
            defects.push('critical-extension');
        if (extensions.proxy)
            defects.push('proxy');
        if (key.label === 'EC explicit parameters' && path.length > 1)
            defects.push('explicit-curve');
        const purposes = extensions.extendedKeyUsage;
        if (purposes !== null && !purposes.some((oid) => SERVER_PURPOSES.has(oid)))
            defects.push('purpose');
        defects.push(...(depth === 0 ? leafDefects(certificate) : issuerDefects(certificate, depth === path.length - 1)));
        const limit = extensions.basicConstraints?.pathLength ?? null;
        if (depth > 1 && limit !== null && intermediatesBelow > limit)
            defects.push('path-length');
        if (depth > 0 && !selfIssued)
            intermediatesBelow++;
        if (constraintsViolated(certificate, depth, path.slice(depth + 1)))
            defects.push('name-constraints');
        return defects;
    });
}
/** Whether each certificate is below security level 2: its key, and its signature unless it is the anchor. */
function weaknesses(path, anchored) {
    return path.map(({ key, signature, selfSigned }, depth) => {
        const signatureCounts = depth < path.length - 1 || !(anchored || selfSigned);
        return key.securityBits < LEVEL_2_BITS || (signatureCounts && signature.securityBits < LEVEL_2_BITS);
    });
}

;// CONCATENATED MODULE: ./build/src/judge/certificate-strict.js

function isStrict(certificate, isTop) {
    const { version, subject, issuer, signatureConsistent } = certificate;
    const { basicConstraints, keyUsage, subjectAltNames, subjectKeyId, authorityKeyId, critical, count } = certificate.extensions;
    const ca = basicConstraints?.ca ?? false;
    const signs = keyUsage !== null && (keyUsage & KEY_USAGE.keyCertSign) !== 0;
    const signsLists = keyUsage !== null && (keyUsage & KEY_USAGE.crlSign) !== 0;
    const nameless = subject.canonical.length === 0;
    if (basicConstraints !== null && basicConstraints.pathLength !== null && (!ca || (keyUsage !== null && !signs)))
        return false;
    if (ca && !critical.has('basicConstraints'))
        return false;
    if (ca ? keyUsage === null : signs)
        return false;
    if (issuer.canonical.length === 0)
        return false;
    if (nameless && (ca || signsLists || subjectAltNames === null || !critical.has('subjectAltNames')))
        return false;
    if (subjectAltNames?.length === 0 || !signatureConsistent)
        return false;
    if (critical.has('authorityKeyId') || critical.has('subjectKeyId'))
        return false;
    if (version < 3)
        return count === 0;
    return (isTop || (authorityKeyId?.keyId ?? null) !== null) && (!ca || subjectKeyId !== null);
}
/** OpenSSL's `X509_check_ca` above 1: an authority by an older custom than basicConstraints. */
function isAuthorityByCustom({ version, selfSigned, extensions }) {
    const { basicConstraints, keyUsage } = extensions;
    if (basicConstraints !== null)
        return false;
    return (version < 3 && selfSigned) || (keyUsage !== null && (keyUsage & KEY_USAGE.keyCertSign) !== 0);
}
/** For each certificate of `path`, leaf first: whether strict verification refuses it. */
function strictDefects(path) {
    // RFC 6818: the form of a lone self-signed certificate is not looked at.
    if (path.length === 1)
        return path.map(isAuthorityByCustom);
    return path.map((certificate, depth) => isAuthorityByCustom(certificate) || !isStrict(certificate, depth === path.length - 1));
}

;// CONCATENATED MODULE: ./build/src/judge/certificate-faults.js



/** Worst first. Trust comes before form, form before dates: what only waits for a renewal is the least. */
const SEVERITY = [
    'handshake-failed',
    'none',
    'revoked',
    'self-signed',
    'untrusted-issuer',
    'incomplete-chain',
    'invalid',
    'weak',
    'hostname-mismatch',
    'not-yet-valid',
    'expired',
];
function worstFirst(faults) {
    return [...new Set(faults)].sort((a, b) => SEVERITY.indexOf(a) - SEVERITY.indexOf(b));
}
/** Why the path does not end at an anchor; null when it does. */
function trustFault({ certificates, anchored }) {
    const top = certificates.at(-1);
    if (anchored || top === undefined)
        return null;
    if (certificates.length === 1)
        return mayHaveIssued(top, top) ? 'self-signed' : 'incomplete-chain';
    return 'untrusted-issuer';
}
function dateFault({ notBefore, notAfter }, second) {
    if (Number.isNaN(notBefore) || Number.isNaN(notAfter))
        return 'invalid';
    if (second < notBefore)
        return 'not-yet-valid';
    // The second of the end itself is no longer valid: X509_cmp_time counts equal as earlier.
    return notAfter <= second ? 'expired' : null;
}
/**
 * Faults of each certificate of `path` at `now` (epoch ms), leaf first. A chain that ends nowhere is its last
 * certificate's fault. The host name and the stapled answer are judged elsewhere.
 */
function faultsOfPath(path, trust, now) {
    const { certificates, anchored, signed } = path;
    const second = Math.floor(now / 1000) * 1000;
    const purpose = purposeDefects(certificates);
    const weak = weaknesses(certificates, anchored);
    const strict = trust.rules.strict ? strictDefects(certificates) : [];
    return certificates.map((certificate, depth) => {
        const faults = [];
        const date = dateFault(certificate, second);
        if (date !== null)
            faults.push(date);
        if (weak[depth])
            faults.push('weak');
        if (purpose[depth]?.length || strict[depth])
            faults.push('invalid');
        if (signed[depth] === false || depth >= LONGEST_PATH)
            faults.push('invalid');
        const trusted = depth === certificates.length - 1 ? trustFault(path) : null;
        if (trusted !== null)
            faults.push(trusted);
        return worstFirst(faults);
    });
}

;// CONCATENATED MODULE: ./build/src/judge/host-name.js

/** Hosts come from URLs, so that an IPv4 address is in its one normal form and an IPv6 address has a colon. */
function isAddress(host) {
    return host.includes(':') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}
/** OpenSSL's rules, as Python's `check_hostname` uses them. */
function openSslMatches({ native }, host, commonName) {
    if (isAddress(host))
        return native.checkIP(host) !== undefined;
    const subject = commonName === 'never' ? 'never' : 'default';
    return native.checkHost(host, { subject, wildcards: true, partialWildcards: false }) !== undefined;
}
/** urllib3 1.26's `_dnsname_match`; throws where urllib3 gives up on the whole certificate. */
function looseMatches(pattern, host) {
    if (pattern === '')
        return false;
    const [leftmost = '', ...rest] = pattern.split('.');
    const stars = leftmost.split('*').length - 1;
    if (stars > 1)
        throw new RangeError('too many wildcards');
    if (stars === 0)
        return pattern.toLowerCase() === host.toLowerCase();
    const escaped = (text) => text.replace(/[^A-Za-z0-9]/g, '\\$&');
    let first = escaped(leftmost).replace('\\*', '[^.]*');
    if (leftmost === '*')
        first = '[^.]+';
    else if (leftmost.startsWith('xn--') || host.startsWith('xn--'))
        first = escaped(leftmost);
    return new RegExp(`^${[first, ...rest.map(escaped)].join('\\.')}$`, 'i').test(host);
}
/** Python's own `_dnsname_match` (3.7 to 3.11): one whole label, and only with something behind it. */
function pythonMatches(pattern, host) {
    if (!pattern.includes('*'))
        return pattern !== '' && pattern.toLowerCase() === host.toLowerCase();
    const [leftmost, ...rest] = pattern.split('.');
    if (leftmost !== '*' || rest.length === 0 || rest.join('').includes('*'))
        throw new RangeError('wildcard not supported');
    const [first, ...others] = host.split('.');
    return first !== '' && others.length > 0 && rest.join('.').toLowerCase() === others.join('.').toLowerCase();
}
/** `match_hostname` of urllib3 1 and of Python: the common name only where there is no DNS name and no address at all. */
function oldMatches({ subject, extensions }, host, matches) {
    const byAddress = isAddress(host);
    const names = extensions.subjectAltNames ?? [];
    try {
        for (const name of names) {
            if (name.kind === 'dns' && !byAddress && matches(name.text, host))
                return true;
            if (name.kind === 'ip' && byAddress && sameAddress(name.octets, host))
                return true;
        }
        const named = names.some(({ kind }) => kind === 'dns' || kind === 'ip');
        return !named && subject.commonNames.some((commonName) => matches(commonName, host));
    }
    catch {
        return false;
    }
}
/** Any spelling of one address is the same address. */
function normalAddress(address) {
    return address.includes(':') ? new URL(`http://[${address}]`).hostname : address;
}
function sameAddress(octets, host) {
    const text = addressText(octets);
    return text !== null && normalAddress(text) === normalAddress(host);
}
/** Whether `certificate` names `host` (a name in A-label form, or an IP literal without brackets). */
function namesHost(certificate, host, rules) {
    if (rules.names === 'openssl')
        return openSslMatches(certificate, host, rules.commonName);
    return oldMatches(certificate, host, rules.names === 'python' ? pythonMatches : looseMatches);
}

;// CONCATENATED MODULE: ./build/src/judge/lifetime.js
/** How long a certificate still has, and when that is worth a word. */
const DAY_MS = 86_400_000;
/** Days from `now` (epoch ms) to `end`, with fraction; negative once it has passed. */
function daysUntil(end, now) {
    return (end - now) / DAY_MS;
}
/**
 * The thresholds of `warnDays`, in days and descending, for a certificate that lives `lifetimeDays`: unchanged where
 * the largest is at most a third of its life, else shrunk in proportion, so that a 6-day certificate warns at
 * 2 days (not every day) and a 45-day one at 7.
 */
function thresholdsFor(lifetimeDays, warnDays) {
    const descending = [...warnDays].sort((a, b) => b - a);
    const largest = descending[0] ?? 0;
    const scale = largest > 0 ? Math.min(1, Math.max(0, lifetimeDays) / (3 * largest)) : 1;
    return descending.map((days) => days * scale);
}
/** The smallest threshold that has been reached, as the user wrote it; null when none has. */
function reachedThreshold(daysLeft, lifetimeDays, warnDays) {
    const descending = [...warnDays].sort((a, b) => b - a);
    const limits = thresholdsFor(lifetimeDays, warnDays);
    return descending.filter((_, at) => daysLeft <= (limits[at] ?? 0)).at(-1) ?? null;
}

;// CONCATENATED MODULE: ./build/src/judge/openssl-word.js
/** Words of Node that are no verdict on the chain: its name check, which is not Python's. */
const NAME_CODES = new Set(['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH']);
/** A certificate that OpenSSL cannot read as a whole is no issuer to it, and has none. */
const ISSUER_MISSING = ['self-signed', 'untrusted-issuer', 'incomplete-chain', 'invalid'];
const TRUST_FAULTS = ['self-signed', 'untrusted-issuer', 'incomplete-chain'];
/** Which faults of ours stand for OpenSSL's code; `UNSPECIFIED` is Node's word for all that it has no name for. */
const MEANING = {
    CERT_HAS_EXPIRED: ['expired'],
    CERT_NOT_YET_VALID: ['not-yet-valid'],
    UNABLE_TO_GET_ISSUER_CERT: ISSUER_MISSING,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ISSUER_MISSING,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: ISSUER_MISSING,
    DEPTH_ZERO_SELF_SIGNED_CERT: TRUST_FAULTS,
    SELF_SIGNED_CERT_IN_CHAIN: TRUST_FAULTS,
    CERT_UNTRUSTED: TRUST_FAULTS,
    CERT_CHAIN_TOO_LONG: ISSUER_MISSING,
    UNSPECIFIED: ['invalid', 'weak'],
};
const meaningOf = (code) => MEANING[code] ?? ['invalid'];
/**
 * Whether OpenSSL's code agrees with the faults that the walk found in the path.
 * Dates are no disagreement while OpenSSL accepts: it asks the machine's clock, we ask the one that we are given.
 *
 * @param code null: OpenSSL accepted
 * @param pathFaults faults of the path alone, without name and revocation
 * @param strict RFC 5280's form was demanded, which Node's OpenSSL is not asked for
 */
function isExplained(code, pathFaults, strict) {
    if (code !== null && !NAME_CODES.has(code))
        return meaningOf(code).some((fault) => pathFaults.includes(fault));
    const harmless = strict
        ? ['expired', 'not-yet-valid', 'invalid']
        : ['expired', 'not-yet-valid'];
    return pathFaults.every((fault) => harmless.includes(fault));
}
/** The fault to report when OpenSSL alone refuses: who is not trusted is said so, all else is `invalid`. */
function faultOfOpenSsl(code) {
    return code !== null && meaningOf(code).includes('untrusted-issuer') ? 'untrusted-issuer' : 'invalid';
}

;// CONCATENATED MODULE: ./build/src/judge/stapled-answer.js
/** A stapled OCSP answer (RFC 6960): proof that a certificate was revoked, if its signature holds. */





const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
/** Certificates inside an answer that are tried as its signer. */
const MOST_SIGNERS = 4;
const HASHES = {
    '1.3.14.3.2.26': 'sha1',
    '2.16.840.1.101.3.4.2.1': 'sha256',
    '2.16.840.1.101.3.4.2.2': 'sha384',
    '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** The BasicOCSPResponse inside a successful answer. */
function basicResponseOf(answer) {
    const [status, wrapped] = childrenOf(expect(readDer(answer), TAG.sequence));
    if (hexOf(expect(status, TAG.enumerated)) !== '00')
        throw new Error('not a successful answer');
    const [type, octets] = childrenOf(expect(childrenOf(expect(wrapped, 0xa0))[0], TAG.sequence));
    if (oidOf(expect(type, TAG.oid)) !== BASIC_RESPONSE)
        throw new Error('not a basic answer');
    return expect(readDer(contentOf(expect(octets, TAG.octetString))), TAG.sequence);
}
function concerns(certificateId, leaf, issuer) {
    const [algorithm, nameHash, keyHash, serial] = childrenOf(certificateId);
    const hash = HASHES[oidOf(expect(childrenOf(expect(algorithm, TAG.sequence))[0], TAG.oid))];
    if (hash === undefined || hexOf(expect(serial, TAG.integer)) !== leaf.serialNumber)
        return false;
    const hashed = (bytes) => (0,external_node_crypto_.createHash)(hash).update(bytes).digest('hex');
    return (hexOf(expect(nameHash, TAG.octetString)) === hashed(leaf.issuerDer) &&
        hexOf(expect(keyHash, TAG.octetString)) === hashed(issuer.keyBits));
}
/** Whether one SingleResponse says that `leaf` was revoked by `now`. */
function saysRevoked(single, leaf, issuer, now) {
    const [certificateId, status, thisUpdate] = childrenOf(expect(single, TAG.sequence));
    if (status?.tag !== 0xa1 || !concerns(expect(certificateId, TAG.sequence), leaf, issuer))
        return false;
    return timeOf(expect(thisUpdate, TAG.generalizedTime)) <= now;
}
/** The issuer itself, and those whom it authorised to answer for it. */
function signersOf(field, issuer, now) {
    if (field === undefined)
        return [issuer];
    const enclosed = childrenOf(expect(childrenOf(field)[0], TAG.sequence)).slice(0, MOST_SIGNERS);
    const delegates = enclosed.map((node) => readCertificate(wholeOf(node)));
    const authorised = delegates.filter((one) => one.extensions.extendedKeyUsage?.includes(OCSP_SIGNING) &&
        one.notBefore <= now &&
        now < one.notAfter &&
        hasSigned(issuer, one));
    return [issuer, ...authorised];
}
/**
 * Whether `answer` (DER, from the handshake) proves that `leaf` is revoked: signed by its issuer or by a responder
 * that the issuer authorised. Anything that cannot be read or verified proves nothing. Never throws.
 */
function staplesRevocation(answer, leaf, issuer, now) {
    try {
        const [data, algorithmNode, signature, certificates] = childrenOf(basicResponseOf(answer));
        const body = expect(data, TAG.sequence);
        const singles = childrenOf(body).find(({ tag }) => tag === TAG.sequence);
        if (!childrenOf(expect(singles, TAG.sequence)).some((single) => saysRevoked(single, leaf, issuer, now)))
            return false;
        const { digest } = algorithmOf(expect(algorithmNode, TAG.sequence));
        const bits = contentOf(expect(signature, TAG.bitString)).subarray(1);
        return signersOf(certificates, issuer, now).some(({ native }) => (0,external_node_crypto_.verify)(digest, wholeOf(body), native.publicKey, bits));
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/judge/certificate.js











/** Names shown of one certificate, and characters of each. */
const MOST_NAMES = 200;
const certificate_LONGEST_NAME = 253;
/** Paths that are looked at before the best so far is taken. */
const MOST_PATHS = 24;
const faultCount = ({ faults }) => faults.flat().length;
/** The path with no fault, or the one with the fewest. */
function bestPath(leaf, sent, trust, now) {
    let best = null;
    let seen = 0;
    for (const path of pathsFrom(leaf, sent, anchorsOf(trust), now)) {
        const judged = { path, faults: faultsOfPath(path, trust, now) };
        if (best === null || better(judged, best))
            best = judged;
        if (faultCount(best) === 0 || ++seen >= MOST_PATHS)
            break;
    }
    return best ?? { path: { certificates: [leaf], anchored: false, signed: [] }, faults: [['invalid']] };
}
function better(a, b) {
    if (a.path.anchored !== b.path.anchored)
        return a.path.anchored;
    return faultCount(a) < faultCount(b);
}
/** What can be read of the chain; an issuer that cannot be read is as good as not sent. */
function readAll(chain) {
    let leafUnreadable = false;
    const certificates = chain.flatMap((der, depth) => {
        try {
            return [depth === 0 ? readCertificate(der) : readIssuer(der)];
        }
        catch {
            leafUnreadable ||= depth === 0;
            return [];
        }
    });
    return { certificates, leafUnreadable };
}
function certificate_namesOf({ extensions }) {
    const names = (extensions.subjectAltNames ?? []).flatMap((name) => {
        if (name.kind === 'dns')
            return [cut(name.text, certificate_LONGEST_NAME)];
        return name.kind === 'ip' ? [addressText(name.octets) ?? ''] : [];
    });
    return names.filter((name) => name !== '').slice(0, MOST_NAMES);
}
function entryOf(certificate, faults) {
    return {
        subject: certificate.subject.display,
        issuer: certificate.issuer.display,
        notBefore: certificate.notBefore,
        notAfter: certificate.notAfter,
        serialNumber: cut(certificate.serialNumber, 64),
        fingerprint256: certificate.fingerprint256,
        faults,
    };
}
/** A verdict where no certificate was seen. */
function unseen(fault, protocol) {
    return {
        status: fault,
        faults: [fault],
        subject: '',
        issuer: '',
        names: [],
        notBefore: Number.NaN,
        notAfter: Number.NaN,
        daysLeft: Number.NaN,
        fingerprint256: '',
        key: '',
        protocol,
        chain: [],
        disagreement: false,
        onlyExpired: false,
    };
}
/** Faults of the leaf that are no matter of the path: its name, and what the server itself says of it. */
function leafFaults(path, connection, tls, trust, now) {
    const [leaf, issuer] = path.certificates;
    if (leaf === undefined)
        return [];
    const faults = [];
    if (!namesHost(leaf, connection.host, trust.rules))
        faults.push('hostname-mismatch');
    // pip 24.2 to 26.0 crash on any https URL with an address: no certificate could be right.
    if (trust.rules.ipLiterals === 'unsupported' && isAddress(connection.host))
        faults.push('invalid');
    if (tls.ocspResponse !== null && issuer !== undefined && path.signed[0] === true) {
        if (staplesRevocation(tls.ocspResponse, leaf, issuer, now))
            faults.push('revoked');
    }
    return faults;
}
/** Whether the leaf's end is all that is wrong: every other check holds at the last second before it. */
function isOnlyExpired(judged, tls, connection, trust) {
    const [leaf, ...others] = judged.faults;
    const certificate = judged.path.certificates[0];
    if (certificate === undefined || leaf?.length !== 1 || leaf[0] !== 'expired' || others.flat().length > 0)
        return false;
    const before = certificate.notAfter - 1000;
    const then = faultsOfPath(judged.path, trust, before).flat();
    return then.length === 0 && leafFaults(judged.path, connection, tls, trust, before).length === 0;
}
/**
 * What pip would make of this connection, with all faults of all certificates.
 *
 * @param connection what the handshake showed; nothing here trusts its own words but OpenSSL's
 * @param trust pip's anchors and rules
 * @param now epoch milliseconds
 * @param warnDays thresholds in days, any order
 * @returns null where no TLS was reached (DNS, TCP or proxy failed before); never throws
 */
function judgeCertificate(connection, trust, now, warnDays) {
    if (connection.scheme === 'http')
        return unseen('none', null);
    const { tls, failure } = connection;
    const failed = failure?.phase === 'tls' && !['timeout', 'cancelled'].includes(failure.code);
    const { certificates, leafUnreadable } = readAll(tls?.chain ?? []);
    const leaf = certificates[0];
    if (leafUnreadable)
        return unseen('invalid', tls?.protocol ?? null);
    if (tls === null || leaf === undefined)
        return failed ? unseen('handshake-failed', tls?.protocol ?? null) : null;
    const judged = bestPath(leaf, certificates.slice(1), trust, now);
    const own = leafFaults(judged.path, connection, tls, trust, now);
    const first = worstFirst([...(judged.faults[0] ?? []), ...own]);
    const perCertificate = [first, ...judged.faults.slice(1)];
    const found = worstFirst(perCertificate.flat());
    const disagreement = !isExplained(tls.opensslError, judged.faults.flat(), trust.rules.strict);
    const faults = worstFirst([
        ...found,
        ...(disagreement && found.length === 0 ? [faultOfOpenSsl(tls.opensslError)] : []),
        ...(failed ? ['handshake-failed'] : []),
    ]);
    const soonest = judged.path.certificates.reduce((a, b) => (b.notAfter < a.notAfter ? b : a), leaf);
    const daysLeft = daysUntil(soonest.notAfter, now);
    const lifetime = daysUntil(soonest.notAfter, soonest.notBefore);
    const expiring = reachedThreshold(daysLeft, lifetime, warnDays) !== null;
    return {
        status: faults[0] ?? (expiring ? 'expiring' : 'valid'),
        faults,
        subject: leaf.subject.display,
        issuer: leaf.issuer.display,
        names: certificate_namesOf(leaf),
        notBefore: leaf.notBefore,
        notAfter: leaf.notAfter,
        daysLeft,
        fingerprint256: leaf.fingerprint256,
        key: leaf.key.label,
        protocol: tls.protocol,
        chain: judged.path.certificates.map((certificate, depth) => entryOf(certificate, perCertificate[depth] ?? [])),
        disagreement,
        onlyExpired: faults.length === 1 &&
            !disagreement &&
            isOnlyExpired({ ...judged, faults: perCertificate }, tls, connection, trust),
    };
}

;// CONCATENATED MODULE: ./build/src/judge/certifier.js

/** What was last said of a connection. */
const certified = new WeakMap();
/** Judges each connection once for the same trust, moment and thresholds. */
function certifierOf(by) {
    return (connection) => {
        const known = certified.get(connection);
        if (known !== undefined && saysTheSame(known.by, by))
            return known.verdict;
        const verdict = judgeCertificate(connection, by.trust, by.now, by.warnDays);
        certified.set(connection, { by, verdict });
        return verdict;
    };
}
function saysTheSame(a, b) {
    return a.trust === b.trust && a.now === b.now && a.warnDays === b.warnDays;
}

;// CONCATENATED MODULE: ./build/src/judge/pace.js
/** Asking everybody at once keeps this machine busy: an answer may be read so much later than it came. */
const CROWD_MS = 15;
/** Nothing is read more exactly than this. */
const READ_MS = 2;
/**
 * Milliseconds that a request of pip's takes on average. An install asks for index pages, metadata and files alike: a
 * slow index before fast files is a slow mirror. The least of several times for files is the truest. Null: no answer.
 */
function latencyOf({ projects, file, metadata, throughput }) {
    const page = firstByteOf(projects[0]?.exchanges.at(-1));
    if (page === null)
        return null;
    const samples = throughput.map(({ latencyMs }) => latencyMs ?? null);
    const files = [firstByteOf(file?.exchanges.at(-1)), firstByteOf(metadata?.exchanges.at(-1)), ...samples];
    const known = files.filter((ms) => ms !== null);
    if (known.length === 0)
        return page;
    const least = Math.min(...known);
    // The page is asked for while the crowd is greatest.
    const pages = Math.max(Math.min(page, least), page - CROWD_MS);
    return (pages + 2 * least) / 3;
}
function firstByteOf(exchange) {
    return exchange === undefined || exchange.failure !== null ? null : exchange.timing.firstByteMs;
}
/**
 * Samples, taken one at a time, count together. Without any, what the file's first range tells: the least that the rate
 * can be, and the most, since its bytes may have waited to be read, together or apart.
 */
function paceOf(observation) {
    const { throughput, coarse, file } = observation;
    if (throughput.length > 0)
        return { throughput: rateOf(throughput) };
    const range = file?.exchanges.at(-1);
    if (coarse === undefined || coarse === null || range === undefined)
        return { throughput: null };
    const late = Math.max(0, (range.timing.firstByteMs ?? 0) - (latencyOf(observation) ?? 0));
    const whole = { bytes: range.bodyBytes, ms: coarse.ms + late + READ_MS };
    const shortest = Math.max(coarse.ms - CROWD_MS, coarse.ms / 8);
    return { throughput: rateOf([whole]), mostBytesPerSecond: (coarse.bytes / shortest) * 1000 };
}
function rateOf(samples) {
    const ms = samples.reduce((sum, sample) => sum + sample.ms, 0);
    const bytes = samples.reduce((sum, sample) => sum + sample.bytes, 0);
    return ms > 0 ? { bytesPerSecond: (bytes / ms) * 1000, bytes } : null;
}

;// CONCATENATED MODULE: ./build/src/judge/reasons.js
const ORDER = [
    'not-allowed',
    'plain-http',
    'dns-failure',
    'connection-refused',
    'connection-reset',
    'timeout',
    'certificate-revoked',
    'certificate-untrusted-issuer',
    'certificate-self-signed',
    'certificate-incomplete-chain',
    'certificate-hostname-mismatch',
    'certificate-invalid',
    'certificate-weak',
    'certificate-not-yet-valid',
    'certificate-expired',
    'certificate-handshake-failed',
    'certificate-none',
    'hash-mismatch',
    'insecure-redirect',
    'redirect-loop',
    'blocked-user-agent',
    'auth-required',
    'http-',
    'not-an-index',
    'invalid-response',
    'truncated',
    'insecure-file-link',
    'file-host-',
    'file-unavailable',
    'metadata-missing',
    'missing-requirement',
    'stale',
    'pip-refused',
];
function place(reason) {
    const exact = ORDER.indexOf(reason);
    if (exact >= 0)
        return exact;
    const prefix = ORDER.findIndex((entry) => entry.endsWith('-') && reason.startsWith(entry));
    return prefix < 0 ? ORDER.length : prefix;
}
/** Each reason once, worst first. */
function sortReasons(reasons) {
    return [...new Set(reasons)].sort((a, b) => place(a) - place(b));
}

;// CONCATENATED MODULE: ./build/src/judge/refusal.js
const REQUEST_ID_HEADERS = [
    'x-request-id',
    'x-amz-request-id',
    'x-oss-request-id',
    'x-nws-log-uuid',
    'cf-ray',
    'x-sjtug-mirror-id',
];
/** Block code and request id from a refusal's headers and first bytes; null where it gives none. */
function refusalDetail(headers, excerpt) {
    const parts = [];
    // TUNA and BFSU print an eight-digit block code and a 32-digit request id.
    const code = /(?<![0-9a-z])([0-9a-f]{8})(?![0-9a-z])/i.exec(excerpt)?.[1];
    const id = /(?<![0-9a-z])([0-9a-f]{32})(?![0-9a-z])/i.exec(excerpt)?.[1];
    if (code !== undefined)
        parts.push(`code ${code}`);
    if (id !== undefined)
        parts.push(`request ${id}`);
    for (const name of REQUEST_ID_HEADERS) {
        const value = headers[name];
        if (value !== undefined && parts.length < 3)
            parts.push(`${name}: ${value.slice(0, 100)}`);
    }
    const retryAfter = headers['retry-after'];
    if (retryAfter !== undefined)
        parts.push(`retry-after: ${retryAfter.slice(0, 40)}`);
    return parts.length === 0 ? null : parts.join(', ');
}

;// CONCATENATED MODULE: ./build/src/judge/mirror.js
/** One mirror's facts → would this job's pip install from it, and if not, why not. */






/** A verdict on what has been seen so far: gates that were not asked count as passed. */
function judgeMirror(observation, yardstick) {
    const certify = certifierOf(yardstick);
    const screen = observation.projects[0];
    const first = screen?.exchanges[0];
    const reasons = [
        ...observation.projects.flatMap((project) => judgePage(observation, project, yardstick, certify)),
        ...judgeFile(observation, observation.file, yardstick, certify),
        ...judgeMetadata(observation, yardstick, certify),
    ];
    const hosts = hostsOf(observation, certify);
    const sorted = sortReasons(reasons);
    const unasked = observation.unasked || wasCutShort(observation);
    return {
        candidate: observation.candidate,
        usable: sorted.length === 0 && !unasked,
        reasons: sorted,
        detail: sorted.length === 0 ? null : detailOf(observation),
        certificate: first === undefined ? null : certify(first.connection),
        hosts,
        timing: first === undefined || first.status === null ? null : first.timing,
        latencyMs: latencyOf(observation),
        ...paceOf(observation),
        listsDigests: observation.file?.link.hashes.sha256 !== undefined,
        freshness: null,
        requirements: null,
        unasked,
    };
}
/** Asking ended before the answer came, because it was not needed any more. */
function wasCutShort(observation) {
    const asked = [...observation.projects, observation.file, observation.metadata];
    const ends = asked.map((seen) => seen?.exchanges.at(-1)?.failure?.code);
    return observation.projects.length === 0 || ends.includes('cancelled');
}
/** One index page: the way to it, its status and its form. */
function judgePage(observation, project, yardstick, certify) {
    const reasons = project.exchanges.flatMap((exchange, hop) => judgeHop(exchange, hop, yardstick, certify));
    if (project.redirectLoop)
        return [...reasons, 'redirect-loop'];
    const last = project.exchanges.at(-1);
    if (last === undefined)
        return reasons;
    const status = last.status;
    // Sent on to a host that the policy forbids: like a name that the index does not have.
    if (last.failure?.code === 'not-allowed')
        return reasons;
    // A page too long to be asked for politely says nothing of the mirror; the probe's page never is.
    if (last.failure?.code === 'too-large' && yardstick.probe !== null && project.project !== yardstick.probe) {
        return reasons;
    }
    if (last.failure !== null) {
        const reason = reasonOfFailure(last.failure);
        return reason === null ? reasons : [...reasons, reason];
    }
    if (status === null)
        return reasons;
    // That a job's requirement is missing is for the requirements' judge to say.
    if (status === 404 && project.project !== yardstick.probe)
        return reasons;
    if (status === 401)
        return [...reasons, 'auth-required'];
    if (status < 200 || status >= 300) {
        const neutralAccepted = observation.neutral?.status === 200;
        return [...reasons, neutralAccepted ? 'blocked-user-agent' : `http-${status}`];
    }
    switch (project.defect) {
        case null:
            return reasons;
        case 'content-type':
        case 'no-links':
            return [...reasons, 'not-an-index'];
        case 'truncated':
            return [...reasons, 'truncated'];
        case 'json':
        case 'encoding':
            return [...reasons, 'invalid-response'];
    }
}
/** Certificate and scheme of one hop on the way to an index page. */
function judgeHop(exchange, hop, yardstick, certify) {
    const { connection } = exchange;
    if (isTrustedHost(yardstick.trustedHosts, connection.host, connection.port))
        return [];
    if (connection.scheme === 'http')
        return [hop === 0 ? 'plain-http' : 'insecure-redirect'];
    const certificate = certify(connection);
    return (certificate?.faults ?? []).map((fault) => `certificate-${fault}`);
}
/** The word for a failure below HTTP; null where it is the certificate's to tell, or nobody's. */
function reasonOfFailure(failure) {
    switch (failure.code) {
        case 'handshake-failed':
            return 'certificate-handshake-failed';
        case 'proxy-refused':
            return 'connection-refused';
        case 'too-large':
            return 'invalid-response';
        case 'cancelled':
            return null;
        default:
            return failure.code;
    }
}
function judgeFile(observation, file, yardstick, certify) {
    if (file === null)
        return [];
    const reasons = judgeFetch(observation, file, yardstick, certify);
    const last = file.exchanges.at(-1);
    if (last === undefined || last.failure?.code === 'cancelled')
        return reasons;
    if (file.redirectLoop)
        return [...reasons, 'file-unavailable'];
    if (last.failure === null && last.status !== 200 && last.status !== 206)
        return [...reasons, 'file-unavailable'];
    // A block page with status 200 is no wheel: every wheel is a zip archive.
    const looksLikeWheel = file.excerpt.startsWith('PK');
    if (last.failure === null && file.link.filename.endsWith('.whl') && !looksLikeWheel) {
        return [...reasons, 'file-unavailable'];
    }
    const expected = file.link.hashes.sha256;
    if (file.sha256 !== null && expected !== undefined && file.sha256 !== expected)
        return [...reasons, 'hash-mismatch'];
    return reasons;
}
function judgeMetadata(observation, yardstick, certify) {
    const { metadata } = observation;
    if (metadata === null)
        return [];
    const last = metadata.exchanges.at(-1);
    if (last === undefined || last.failure?.code === 'cancelled')
        return [];
    const reasons = judgeFetch(observation, metadata, yardstick, certify);
    if (metadata.redirectLoop || (last.failure === null && last.status !== 200))
        return [...reasons, 'metadata-missing'];
    const expected = metadata.link.metadata?.sha256;
    if (metadata.sha256 !== null && expected !== undefined && metadata.sha256 !== expected) {
        return [...reasons, 'hash-mismatch'];
    }
    return reasons;
}
/** Hosts and transport on the way to a file; trouble on another host than the index's is named as such. */
function judgeFetch(observation, fetch, yardstick, certify) {
    const index = observation.projects[0]?.exchanges[0]?.connection;
    const reasons = [];
    for (const exchange of fetch.exchanges) {
        const { connection, failure } = exchange;
        const foreign = connection.host !== index?.host || connection.port !== index.port;
        const trusted = isTrustedHost(yardstick.trustedHosts, connection.host, connection.port);
        if (!trusted && connection.scheme === 'http' && index?.scheme === 'https')
            reasons.push('insecure-file-link');
        const faults = trusted || connection.scheme === 'http' ? [] : (certify(connection)?.faults ?? []);
        for (const fault of faults)
            reasons.push(foreign ? `file-host-certificate-${fault}` : `certificate-${fault}`);
        const reason = failure === null ? null : reasonOfFailure(failure);
        if (reason === null || (faults.length > 0 && failure?.phase === 'tls'))
            continue;
        if (failure?.phase === 'body' || failure?.phase === 'headers')
            reasons.push('file-unavailable');
        else
            reasons.push(foreign ? `file-host-${reason}` : reason);
    }
    return reasons;
}
/** Every host on pip's way, each once, under its first role. */
function hostsOf(observation, certify) {
    const hosts = new Map();
    const index = observation.projects[0]?.exchanges[0]?.connection;
    const pages = observation.projects.flatMap((project) => project.exchanges);
    const files = [observation.file, observation.metadata].flatMap((file) => file?.exchanges ?? []);
    for (const { connection, role } of [...pages, ...files]) {
        const key = `${connection.host}:${connection.port}`;
        if (hosts.has(key))
            continue;
        const isIndex = connection.host === index?.host && connection.port === index.port;
        hosts.set(key, {
            host: connection.host,
            port: connection.port,
            role: isIndex ? 'index' : role === 'redirect' || role === 'index' ? 'redirect' : 'file',
            certificate: certify(connection),
        });
    }
    return [...hosts.values()];
}
/** A server may send back what it was sent: words that hold the candidate's own credentials are nobody's business. */
function detailOf(observation) {
    const words = wordsOf(observation);
    return words === null || (0,credentials/* holdsCredentials */.Hn)(words, observation.candidate.credentials) ? null : words;
}
function wordsOf(observation) {
    const project = observation.projects[0];
    const refused = [project, observation.file, observation.metadata].find((seen) => {
        const status = seen?.exchanges.at(-1)?.status ?? null;
        return status !== null && status >= 400;
    });
    const answer = refused?.exchanges.at(-1);
    if (refused !== undefined && refused !== null && answer !== undefined) {
        return refusalDetail(answer.headers, refused.excerpt);
    }
    const failure = project?.exchanges.at(-1)?.failure ?? observation.file?.exchanges.at(-1)?.failure ?? null;
    return failure === null ? null : failure.detail.slice(0, 300);
}

;// CONCATENATED MODULE: ./build/src/model/specifier.js
/** PEP 440 version specifiers, as pip's own `packaging` reads them. */

const OPERATORS = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'];
/** @param pipVersion null for no pip: the newest rules. */
function pipMajorOf(pipVersion) {
    return pipVersion === null ? Number.POSITIVE_INFINITY : Number.parseInt(pipVersion, 10);
}
/** @returns null where one part of the comma-separated list is no specifier; [] for an empty text. */
function parseSpecifiers(text) {
    const parts = text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    const specifiers = parts.map(parseSpecifier);
    return specifiers.every((specifier) => specifier !== null) ? specifiers : null;
}
function parseSpecifier(part) {
    const operator = OPERATORS.find((word) => part.startsWith(word));
    if (operator === undefined)
        return null;
    const text = part.slice(operator.length).trim();
    if (operator === '===')
        return /^[^\s;)]+$/.test(text) ? { operator, text, version: null, wildcard: false } : null;
    const wildcard = text.endsWith('.*');
    const version = parseVersion(wildcard ? text.slice(0, -2) : text);
    if (version === null)
        return null;
    const equality = operator === '==' || operator === '!=';
    const plain = version.pre === null && version.post === null && version.dev === null && version.local === null;
    if (wildcard && !(equality && plain))
        return null;
    if (version.local !== null && !equality)
        return null;
    if (operator === '~=' && version.release.length < 2)
        return null;
    return { operator, text, version, wildcard };
}
/** True where '==' or '===' names one version: the only way to a yanked release (PEP 592). */
function isPinned(specifiers) {
    return specifiers.some(({ operator, wildcard }) => operator === '===' || (operator === '==' && !wildcard));
}
/** Whether `version` lies within all of `specifiers`; pre-releases are not treated apart. */
function satisfies(version, specifiers, pip) {
    return specifiers.every((specifier) => matches(version, specifier, pip));
}
/**
 * The items that pip would consider: those within `specifiers`, with its rule for pre-releases.
 * @param prereleases true where the user allowed them (`--pre`).
 */
function filterVersions(items, versionOf, specifiers, pip, prereleases) {
    const within = items.filter((item) => satisfies(versionOf(item), specifiers, pip));
    if (prereleases || specifiers.some((specifier) => namesPrerelease(specifier, pip)))
        return within;
    const finals = within.filter((item) => !isPrerelease(versionOf(item)));
    const pretendFinal = pip >= 26 || specifiers.length === 0;
    return finals.length === 0 && pretendFinal ? within : finals;
}
function namesPrerelease({ operator, version, text, wildcard }, pip) {
    if (operator === '!=' || wildcard)
        return false;
    if (pip < 25 && (operator === '<' || operator === '>'))
        return false;
    const named = version ?? parseVersion(text);
    return named !== null && isPrerelease(named);
}
function matches(candidate, specifier, pip) {
    const { operator, version, text, wildcard } = specifier;
    if (version === null)
        return formatVersion(candidate).toLowerCase() === text.toLowerCase();
    switch (operator) {
        case '==':
            return wildcard ? hasPrefix(candidate, version, version.release.length) : equals(candidate, version);
        case '!=':
            return wildcard ? !hasPrefix(candidate, version, version.release.length) : !equals(candidate, version);
        case '>=':
            return compareVersions(withoutLocal(candidate), version) >= 0;
        case '<=':
            return compareVersions(withoutLocal(candidate), version) <= 0;
        case '~=':
            return (compareVersions(withoutLocal(candidate), version) >= 0 &&
                hasPrefix(candidate, version, version.release.length - 1));
        case '<':
            return isBelow(candidate, version, pip);
        default:
            return isAbove(candidate, version, pip);
    }
}
function equals(candidate, version) {
    return compareVersions(version.local === null ? withoutLocal(candidate) : candidate, version) === 0;
}
function hasPrefix(candidate, version, length) {
    const prefix = version.release.slice(0, length);
    return candidate.epoch === version.epoch && compareReleases(candidate.release.slice(0, length), prefix) === 0;
}
/** '<1.0' leaves out the pre-releases of 1.0 too. */
function isBelow(candidate, version, pip) {
    if (compareVersions(candidate, version) >= 0)
        return false;
    if (isPrerelease(version))
        return true;
    if (pip >= 26)
        return compareVersions(candidate, { ...version, dev: 0, local: null }) < 0;
    return !(isPrerelease(candidate) && sameBase(candidate, version));
}
/** '>1.0' leaves out the post-releases and local builds of 1.0 too. */
function isAbove(candidate, version, pip) {
    if (compareVersions(candidate, version) <= 0)
        return false;
    if (pip < 26) {
        const offshoot = (version.post === null && candidate.post !== null) || candidate.local !== null;
        return !(offshoot && sameBase(candidate, version));
    }
    if (compareVersions(withoutLocal(candidate), version) <= 0)
        return false;
    if (version.dev !== null)
        return true;
    if (version.post !== null)
        return compareVersions({ ...candidate, dev: null, local: null }, version) > 0;
    return !(candidate.post !== null && compareVersions({ ...candidate, post: null, dev: null, local: null }, version) === 0);
}
function sameBase(left, right) {
    return left.epoch === right.epoch && compareReleases(left.release, right.release) === 0;
}
function withoutLocal(version) {
    return version.local === null ? version : { ...version, local: null };
}

;// CONCATENATED MODULE: ./build/src/judge/choose-file.js




/** Archives that pip installs, longest suffix first. */
const SOURCE_SUFFIXES = [
    '.tar.gz',
    '.tar.bz2',
    '.tar.xz',
    '.tar.lzma',
    '.tar.lz',
    '.tgz',
    '.tbz',
    '.txz',
    '.tlz',
    '.tar',
    '.zip',
];
/**
 * @param wanted the requirement; its hashes restrict the choice as `--require-hashes` does.
 * @param pip null where there is no pip to ask: then tags and Requires-Python say nothing, and a wheel for every
 *   platform is preferred, then the smallest file.
 * @returns null where pip would say "No matching distribution found".
 */
function chooseFile(page, wanted, pip) {
    const specifiers = parseSpecifiers(wanted.specifier);
    if (specifiers === null)
        return null;
    const major = pipMajorOf(pip?.version ?? null);
    const candidates = candidatesOf(page, wanted, pip, major);
    const within = filterVersions(candidates, (candidate) => candidate.version, specifiers, major, wanted.prereleases);
    const allowed = withAllowedHashes(within);
    const yankedToo = isPinned(specifiers) && allowed.every((candidate) => candidate.link.yanked);
    const installable = allowed.filter((candidate) => yankedToo || !candidate.link.yanked);
    let best = null;
    for (const candidate of installable) {
        // Of equals pip takes the last one.
        if (best === null || compareCandidates(candidate, best, pip !== null) >= 0)
            best = candidate;
    }
    return best === null ? null : { link: best.link, version: best.version };
}
function candidatesOf(page, wanted, pip, major) {
    const ranks = pip === null ? null : rankTags(pip.tags);
    const python = pip === null ? null : parseVersion(pip.python);
    const candidates = [];
    for (const link of page.files) {
        const wheel = parseWheelName(link.filename);
        const found = wheel === null ? sourceArchive(link, wanted, pip) : suitableWheel(wheel, wanted, ranks);
        if (found === null || !allowsPython(link, python, major))
            continue;
        candidates.push({ link, wheel, ...found, hashAllowed: isHashAllowed(link, wanted.hashes) });
    }
    return candidates;
}
function suitableWheel(wheel, wanted, ranks) {
    if (wheel.project !== wanted.project || wanted.formats === 'sdist')
        return null;
    const rank = ranks === null ? (isUniversal(wheel) ? 0 : 1) : wheelRank(wheel, ranks);
    return rank === null ? null : { version: wheel.version, rank };
}
function sourceArchive(link, wanted, pip) {
    if (wanted.formats === 'wheel')
        return null;
    const suffix = SOURCE_SUFFIXES.find((ending) => link.filename.endsWith(ending));
    if (suffix === undefined || (suffix === '.zip' && link.url.includes('macosx10')))
        return null;
    let text = versionPart(link.filename.slice(0, -suffix.length), wanted.project);
    const forPython = text === null ? null : /-py([123]\.?[0-9]?)$/.exec(text);
    if (text !== null && forPython !== null) {
        if (pip !== null && forPython[1] !== pip.python.split('.', 2).join('.'))
            return null;
        text = text.slice(0, forPython.index);
    }
    const version = text === null ? null : parseVersion(text);
    return version === null ? null : { version, rank: Number.POSITIVE_INFINITY };
}
/** The dash that ends the name is the first one before which the project's name stands. */
function versionPart(stem, project) {
    for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
        if ((0,requirement/* normalizeName */.P)(stem.slice(0, dash)) === project)
            return stem.slice(dash + 1);
    }
    return null;
}
/** A Requires-Python that cannot be read forbids nothing. */
function allowsPython(link, python, major) {
    if (link.requiresPython === null || python === null)
        return true;
    const specifiers = parseSpecifiers(link.requiresPython);
    return specifiers === null || satisfies(python, specifiers, major);
}
function isHashAllowed(link, hashes) {
    return Object.entries(link.hashes).some(([algorithm, digest]) => hashes[algorithm]?.includes(digest) === true);
}
/** Files with other hashes fall out, but only where one with the right hash is there (pip then names the mismatch). */
function withAllowedHashes(candidates) {
    if (!candidates.some((candidate) => candidate.hashAllowed))
        return candidates;
    return candidates.filter(({ hashAllowed, link }) => hashAllowed || Object.keys(link.hashes).length === 0);
}
function compareCandidates(left, right, byTags) {
    return (Number(left.hashAllowed) - Number(right.hashAllowed) ||
        Number(right.link.yanked) - Number(left.link.yanked) ||
        compareVersions(left.version, right.version) ||
        compareRanks(right.rank, left.rank) ||
        (byTags
            ? compareBuilds(left.wheel?.build ?? null, right.wheel?.build ?? null)
            : compareSizes(right.link, left.link)));
}
function compareRanks(left, right) {
    return left === right ? 0 : left < right ? -1 : 1;
}
function compareBuilds(left, right) {
    if (left === null || right === null)
        return Number(left !== null) - Number(right !== null);
    if (left[0] !== right[0])
        return left[0] < right[0] ? -1 : 1;
    return left[1] === right[1] ? 0 : left[1] < right[1] ? -1 : 1;
}
function compareSizes(left, right) {
    return (left.size ?? Number.MAX_SAFE_INTEGER) - (right.size ?? Number.MAX_SAFE_INTEGER);
}

;// CONCATENATED MODULE: ./build/src/judge/requirements.js



/**
 * Asked where the job names no requirements: every mirror has it, its page lists some dozen files, its wheel has a few
 * kilobytes, metadata, and runs everywhere.
 */
const DEFAULT_PROBE = {
    project: 'six',
    raw: 'six',
    specifier: '',
    extras: [],
    marker: null,
    hashes: {},
    prereleases: false,
    formats: 'any',
    source: { file: '', line: 0 },
};
/**
 * Its wheel tells a mirror's rate where the file that was asked for is too small to: every index of PyPI's has pip
 * itself, its page is of some ten kilobytes, its wheel of two megabytes runs everywhere.
 */
const RATE_PROBE = { ...DEFAULT_PROBE, project: 'pip', raw: 'pip', formats: 'wheel' };
/**
 * @param wanted the sample that was asked for.
 * @param projects what was seen of one mirror. A project that could not be asked (time-out, refusal, too large) is
 *   neither checked nor missing: other reasons speak of that.
 */
function judgeRequirements(wanted, projects, pip) {
    const byName = new Map(projects.map((observation) => [observation.project, observation]));
    const missing = [];
    let checked = 0;
    for (const requirement of wanted) {
        const observation = byName.get(requirement.project);
        const found = observation === undefined ? null : isFound(requirement, observation, pip);
        if (found === null)
            continue;
        checked++;
        if (!found)
            missing.push(requirement.raw);
    }
    return { checked, missing };
}
/** null: there is no evidence either way. */
function isFound(requirement, observation, pip) {
    if (observation.page === null) {
        const last = observation.exchanges.at(-1);
        // An index that sends pip on to a forbidden host does not have the project itself.
        const absent = last?.status === 404 || last?.status === 410 || last?.failure?.code === 'not-allowed';
        return absent || observation.defect === 'no-links' ? false : null;
    }
    const chosen = chooseFile(observation.page, requirement, pip);
    if (chosen === null)
        return false;
    // pip stops at a file with another hash; one without a hash, or with one of another kind, it checks when it has it.
    const comparable = Object.keys(chosen.link.hashes).some((algorithm) => Object.hasOwn(requirement.hashes, algorithm));
    return !comparable || isHashAllowed(chosen.link, requirement.hashes);
}
/**
 * Those that one of `observations` was seen to have, by their `raw`. What nobody has is no mirror's fault: a private
 * package, or a slip of the pen. A mirror that failed to answer says nothing either way.
 */
function foundSomewhere(wanted, observations, pip) {
    const found = wanted.filter((requirement) => observations.some(({ projects }) => projects.some((seen) => seen.project === requirement.project && isFound(requirement, seen, pip) === true)));
    return new Set(found.map(({ raw }) => raw));
}
/** Large or often rebuilt projects, the first that partial and late mirrors lack. */
const HEAVY = /^(torch|torchvision|torchaudio|triton|tensorflow|jaxlib|nvidia-|cupy|vllm|flash-attn|xformers|onnxruntime|paddlepaddle|mxnet|pyspark|ray$|xgboost|lightgbm|opencv-|scipy$|pyarrow$|polars|duckdb|playwright$|pyqt|pyside)/;
/** Projects with thousands of files, for every platform and Python: their index pages alone have megabytes. */
const LARGE_PAGE = /^(aiohttp|awscli|black|boto3|botocore|cffi|contourpy|coverage|cryptography|ddtrace|debugpy|fonttools|frozenlist|gevent|google-api-python-client|greenlet|grpcio|h5py|httptools|hypothesis|jiter|kiwisolver|lxml|markupsafe|matplotlib|msgpack|multidict|mypy|numba|numpy|orjson|pandas|pillow|propcache|protobuf|psutil|psycopg|pydantic-core|pymongo|pyyaml|pyzmq|rapidfuzz|regex|rpds-py|ruff|scikit-|setuptools|shapely|sqlalchemy|statsmodels|tiktoken|tokenizers|uv$|watchfiles|websockets|wrapt|xxhash|yarl|zstandard)/;
/**
 * The few requirements that most likely tell mirrors apart; all of them where there are few. The same input gives the
 * same sample, one requirement a project. The first one is the lightest to ask every mirror for: a small index page,
 * and a file that is neither too small to measure nor too large to fetch.
 */
function sampleOf(job, max = 8) {
    const traits = job.requirements.map((requirement) => traitsOf(requirement, job));
    return lightestFirst(traits.length <= max ? traits : tellingSample(traits, max)).map(({ requirement }) => requirement);
}
function lightestFirst(sample) {
    const [lightest] = [...sample].sort((a, b) => weightOf(a) - weightOf(b));
    return lightest === undefined ? sample : [lightest, ...sample.filter((other) => other !== lightest)];
}
function weightOf({ requirement, bytes, unusual }) {
    const size = bytes === 0 ? 1 : bytes < SMALLEST_TELLING ? 2 : bytes > LARGEST_LIGHT ? 3 : 0;
    const page = LARGE_PAGE.test(requirement.project) || HEAVY.test(requirement.project) ? 8 : 0;
    return size + page + (unusual ? 4 : 0);
}
/** Bytes of a file within which a throughput can be seen, and beyond which nobody fetches it for a trial. */
const SMALLEST_TELLING = 64 * 1024;
const LARGEST_LIGHT = 2 * 1024 * 1024;
function tellingSample(traits, max) {
    const queues = [
        traits.filter(({ newest }) => newest > 0).sort((a, b) => b.newest - a.newest || byName(a, b)),
        traits.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes || byName(a, b)),
        traits.filter(({ requirement }) => HEAVY.test(requirement.project)).sort(byName),
        traits.filter(({ unusual }) => unusual).sort(byName),
        traits.filter(({ hashed }) => hashed).sort(byName),
        traits.filter(({ pinned }) => pinned).sort(byName),
        [...traits].sort(byName),
    ];
    const sample = [];
    const projects = new Set();
    for (let turn = 0; sample.length < max && turn < queues.length * traits.length; turn++) {
        const queue = queues[turn % queues.length];
        const next = queue?.shift();
        if (next === undefined || projects.has(next.requirement.project))
            continue;
        projects.add(next.requirement.project);
        sample.push(next);
    }
    return sample;
}
function traitsOf(requirement, job) {
    const specifiers = parseSpecifiers(requirement.specifier) ?? [];
    const pins = specifiers.filter(({ operator, wildcard }) => operator === '==' && !wildcard);
    const locked = (job.hashes.get(requirement.project) ?? []).filter((file) => pins.some((pin) => pin.text === file.version));
    return {
        requirement,
        newest: largest(locked, (file) => file.uploadTime),
        bytes: largest(locked, (file) => file.size),
        unusual: /nightly/.test(requirement.project) || pins.some(({ version }) => version !== null && isPrerelease(version)),
        hashed: Object.keys(requirement.hashes).length > 0 || locked.length > 0,
        pinned: pins.length > 0,
    };
}
function largest(files, value) {
    return files.reduce((best, file) => Math.max(best, value(file) ?? 0), 0);
}
function byName(left, right) {
    const [a, b] = [left.requirement, right.requirement].map(({ project, raw }) => `${project}\n${raw}`);
    return a === undefined || b === undefined || a === b ? 0 : a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./build/src/judge/all-mirrors.js





/** One verdict for each observation, in the same order. */
function judgeAll(observations, yardstick, need) {
    const alone = observations.map((observation) => judgeMirror(observation, yardstick));
    const verified = new Set(alone.filter(isVerified).map((verdict) => verdict.candidate.name));
    const mismatches = judgeHashes(observations, verified, need.hashes);
    const requirements = observations.map(({ projects }) => judgeRequirements(need.wanted, projects, need.pip));
    const trusted = observations.filter(({ candidate }) => verified.has(candidate.name));
    const somewhere = foundSomewhere(need.wanted, trusted, need.pip);
    const referenceOf = referencePages(observations, verified);
    return alone.map((verdict, index) => {
        const observation = observations[index];
        const required = requirements[index] ?? null;
        if (observation === undefined || required === null)
            return verdict;
        const missing = required.missing.filter((raw) => somewhere.has(raw));
        const freshness = judgeFreshness(observation, referenceOf, missing.length > 0, yardstick.now);
        const mismatch = mismatches.get(verdict.candidate.name)?.[0];
        const found = [];
        if (mismatch !== undefined)
            found.push('hash-mismatch');
        if (missing.length > 0)
            found.push('missing-requirement');
        // Lacking what the job needs is said once, by its own name.
        else if (freshness?.stale)
            found.push('stale');
        const reasons = sortReasons([...verdict.reasons, ...found]);
        return {
            ...verdict,
            usable: verdict.usable && reasons.length === 0,
            reasons,
            detail: verdict.detail ?? (mismatch === undefined ? null : `${mismatch.filename} (${mismatch.reference})`),
            freshness: freshness === null ? null : { serial: freshness.serial, behind: freshness.behind },
            requirements: need.wanted.length === 0 ? null : required,
        };
    });
}
/** pip accepts every certificate on this mirror's way; it need not be usable. */
function isVerified(verdict) {
    return verdict.hosts.length > 0 && verdict.hosts.every(({ certificate }) => certificate?.faults.length === 0);
}

;// CONCATENATED MODULE: ./build/src/judge/probes.js




/** Every host of an observation once, at the address that answered. `elapsedMs`: how long all of it took. */
function nodesOf(observation, elapsedMs) {
    const nodes = new Map();
    const screen = observation.projects[0]?.exchanges ?? [];
    const index = screen[0]?.connection;
    const files = [observation.file, observation.metadata].flatMap((file) => file?.exchanges ?? []);
    for (const exchange of [...screen, ...files]) {
        const { connection, role, url, timing } = exchange;
        const key = `${connection.host} ${connection.port}`;
        if (nodes.has(key))
            continue;
        const isIndex = connection.host === index?.host && connection.port === index.port;
        nodes.set(key, {
            role: isIndex ? 'index' : role === 'redirect' || role === 'index' ? 'redirect' : 'file',
            url,
            connection,
            timing,
            exchanges: isIndex ? screen : [exchange],
            durationMs: durationOf(isIndex ? screen : [exchange], elapsedMs),
        });
    }
    return [...nodes.values()];
}
function durationOf(exchanges, elapsedMs) {
    // Who never answered ended the questions: all the time went there.
    if (exchanges.at(-1)?.status == null)
        return elapsedMs;
    const { dnsMs, connectMs, tlsMs, firstByteMs } = summed(exchanges);
    const bodyMs = exchanges.reduce((total, exchange) => total + exchange.bodyMs, 0);
    return (dnsMs ?? 0) + (connectMs ?? 0) + (tlsMs ?? 0) + (firstByteMs ?? 0) + bodyMs;
}
/** Reasons that are no matter of the index page. */
const BEYOND_THE_PAGE = /^(file-|insecure-file-link$|metadata-missing$|hash-mismatch$|stale$|missing-requirement$|pip-refused$)/;
/** One probe for each node. `verdict` is the mirror's. */
function probesOf(verdict, nodes, yardstick) {
    const certify = certifierOf(yardstick);
    return nodes.map((node) => {
        const { connection, exchanges, role } = node;
        const certificate = certify(connection);
        const asked = role === 'index' && exchanges.length > 0;
        const page = verdict.reasons.filter((reason) => !BEYOND_THE_PAGE.test(reason));
        return {
            mirror: verdict.candidate.name,
            url: asked ? node.url : new URL(node.url).origin.concat('/'),
            host: connection.host,
            port: connection.port,
            role,
            address: connection.address,
            family: connection.family,
            certificate,
            reasons: asked ? page : connectionReasons(connection, certificate, yardstick),
            cipher: connection.tls?.cipher ?? null,
            timing: exchanges.length === 0 ? node.timing : summed(exchanges),
            asked,
            http: asked ? httpFacts(exchanges) : null,
            durationMs: node.durationMs,
        };
    });
}
/** A verdict that counts every node: pip may be sent to any of them. A node that is merely down is passed over. */
function withEveryNode(verdict, probes, yardstick) {
    const found = probes.flatMap(({ host, port, role, certificate }) => {
        if (isTrustedHost(yardstick.trustedHosts, host, port))
            return [];
        const faults = (certificate?.faults ?? []).filter((fault) => fault !== 'none' && fault !== 'handshake-failed');
        return faults.map((fault) => (role === 'file' ? `file-host-certificate-${fault}` : `certificate-${fault}`));
    });
    const reasons = sortReasons([...verdict.reasons, ...found]);
    const hosts = probes.map(({ host, port, role, address, certificate }) => ({
        host,
        port,
        role,
        address,
        certificate,
    }));
    return { ...verdict, hosts, reasons, usable: verdict.usable && reasons.length === 0 };
}
function connectionReasons(connection, certificate, { trustedHosts }) {
    const { host, port, failure } = connection;
    const reason = failure === null ? null : reasonOfFailure(failure);
    const faults = isTrustedHost(trustedHosts, host, port) ? [] : (certificate?.faults ?? []);
    return sortReasons([...faults.map((fault) => `certificate-${fault}`), ...(reason === null ? [] : [reason])]);
}
/** Phases over all hops, as blackbox_exporter sums them; null where no hop had the phase. */
function summed(exchanges) {
    const sum = (phase) => exchanges.reduce((total, { timing }) => {
        const ms = timing[phase];
        return ms === null ? total : (total ?? 0) + ms;
    }, null);
    return { dnsMs: sum('dnsMs'), connectMs: sum('connectMs'), tlsMs: sum('tlsMs'), firstByteMs: sum('firstByteMs') };
}
function httpFacts(exchanges) {
    const last = exchanges.at(-1);
    if (last === undefined || last.status === null)
        return null;
    // Of an encoded body neither number is the page's own: blackbox_exporter says so too.
    const plain = last.headers['content-encoding'] === undefined;
    const length = plain ? (last.headers['content-length'] ?? '') : '';
    const modified = Date.parse(last.headers['last-modified'] ?? '');
    return {
        status: last.status,
        version: last.httpVersion ?? null,
        redirects: exchanges.length - 1,
        secure: last.connection.scheme === 'https',
        contentLength: /^\d{1,15}$/.test(length) ? Number(length) : null,
        bodyBytes: plain ? last.bodyBytes : null,
        bodyMs: last.bodyMs,
        lastModified: Number.isNaN(modified) ? null : modified,
    };
}

;// CONCATENATED MODULE: ./build/src/judge/compared-page.js
/** Index pages as they are kept until all mirrors are compared: a thousand mirrors list the same files a thousand times. */

/**
 * The observation with no more of its pages than mirrors are compared by: names, sha256 and upload times. Links, sizes
 * and the rest are gone, so nothing more can be asked for with it.
 */
function keptForComparison(observation, lists) {
    const projects = observation.projects.map((seen) => seen.page === null ? seen : { ...seen, page: keptPage(seen.page, lists) });
    return { ...observation, projects };
}
function keptPage(page, lists) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const { filename, hashes, uploadTime } of page.files) {
        hash.update(JSON.stringify([filename, hashes.sha256 ?? null, uploadTime]));
    }
    const key = hash.digest('base64');
    const known = lists.get(key) ?? page.files.map(keptLink);
    lists.set(key, known);
    return { ...page, files: known };
}
function keptLink({ filename, hashes, uploadTime }) {
    return {
        filename,
        url: '',
        hashes: hashes.sha256 === undefined ? {} : { sha256: hashes.sha256 },
        requiresPython: null,
        yanked: false,
        metadata: null,
        size: null,
        uploadTime,
    };
}

;// CONCATENATED MODULE: ./build/src/platform/clock.js
class Clock {
    controller = new AbortController();
    totalMs;
    spentMs = 0;
    runners = 0;
    startedAt = 0;
    timer;
    constructor(totalMs) {
        this.totalMs = totalMs;
    }
    /** Aborted with 'timeout' when the time is spent, or with 'cancelled'. */
    get signal() {
        return this.controller.signal;
    }
    /** Milliseconds waited so far. */
    get waitedMs() {
        return this.spentMs + (this.runners > 0 ? performance.now() - this.startedAt : 0);
    }
    /** Milliseconds for which the present step has been waited for; 0 where nobody waits. */
    get silentMs() {
        return this.runners > 0 ? performance.now() - this.startedAt : 0;
    }
    /** Runs the work on the clock. Work in parallel counts once. */
    async during(work) {
        this.start();
        try {
            return await work();
        }
        finally {
            this.pause();
        }
    }
    cancel() {
        clearTimeout(this.timer);
        this.controller.abort('cancelled');
    }
    start() {
        this.runners += 1;
        if (this.runners > 1 || this.signal.aborted)
            return;
        this.startedAt = performance.now();
        this.timer = setTimeout(() => this.controller.abort('timeout'), Math.max(0, this.totalMs - this.spentMs));
    }
    pause() {
        this.runners -= 1;
        if (this.runners > 0)
            return;
        clearTimeout(this.timer);
        this.spentMs += performance.now() - this.startedAt;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
;// CONCATENATED MODULE: ./build/src/platform/failure.js
const CODES = {
    ENOTFOUND: 'dns-failure',
    EAI_AGAIN: 'dns-failure',
    EAI_FAIL: 'dns-failure',
    EAI_NODATA: 'dns-failure',
    ENODATA: 'dns-failure',
    ECONNREFUSED: 'connection-refused',
    EHOSTUNREACH: 'connection-refused',
    ENETUNREACH: 'connection-refused',
    EADDRNOTAVAIL: 'connection-refused',
    ECONNRESET: 'connection-reset',
    ECONNABORTED: 'connection-reset',
    EPIPE: 'connection-reset',
    ETIMEDOUT: 'timeout',
};
/** An error as a failure. What is unknown is the phase's own: a resolver's, a handshake's, or a bad answer. */
function failureOf(error, phase) {
    const { code, message } = describe(error);
    const detail = code === '' ? message : `${code}: ${message}`;
    const known = CODES[code];
    if (known !== undefined)
        return { code: known, phase, detail };
    if (phase === 'resolve')
        return { code: 'dns-failure', phase, detail };
    if (phase === 'tls' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) {
        return { code: 'handshake-failed', phase: phase === 'proxy' ? phase : 'tls', detail };
    }
    if (phase === 'connect')
        return { code: 'connection-refused', phase, detail };
    if (phase === 'proxy')
        return { code: 'proxy-refused', phase, detail };
    return { code: 'invalid-response', phase, detail };
}
/** What an aborted signal means in this phase. */
function stopped(signal, phase) {
    const reason = signal.reason;
    return { code: reason === 'timeout' ? 'timeout' : 'cancelled', phase, detail: '' };
}
function describe(error) {
    if (!(error instanceof Error))
        return { code: '', message: String(error) };
    const { code, reason } = error;
    // OpenSSL's whole message begins with a number that is new each time; its reason does not.
    return { code: typeof code === 'string' ? code : '', message: typeof reason === 'string' ? reason : error.message };
}

;// CONCATENATED MODULE: ./build/src/platform/dial.js
/** Name → addresses → TCP connection. Addresses are tried in the resolver's order, the next one after 250 ms. */



/**
 * libuv looks up at most half as many names at once as it has threads, two by default: with dozens of mirrors the
 * others would queue, and two names that hang would hold up all. The pool is made at its first use, after this line.
 */
process.env.UV_THREADPOOL_SIZE ??= '64';
const NEXT_ADDRESS_AFTER_MS = 250;
const MAX_ADDRESSES = 8;
/** Opens a TCP connection. Never throws; aborts with the signal. */
async function dial(host, port, options) {
    const { signal } = options;
    const literal = options.address ?? ((0,external_node_net_.isIP)(host) === 0 ? null : host);
    const started = performance.now();
    const found = literal === null
        ? await resolve(host, options.family ?? 0, signal)
        : { addresses: [{ address: literal, family: (0,external_node_net_.isIP)(literal) }], failure: null };
    const dnsMs = literal === null ? performance.now() - started : null;
    const none = { socket: null, address: null, family: null, dnsMs, connectMs: null };
    if (found.failure !== null)
        return { ...none, failure: found.failure };
    const connecting = performance.now();
    const won = await race(found.addresses.slice(0, MAX_ADDRESSES), port, signal);
    if (won.socket === null)
        return { ...none, failure: won.failure };
    return {
        socket: won.socket,
        address: won.address,
        family: (0,external_node_net_.isIP)(won.address) === 6 ? 6 : 4,
        dnsMs,
        connectMs: performance.now() - connecting,
        failure: null,
    };
}
/** Every address that the system's resolver gives for a name, in its order. Never rejects. */
function resolve(host, family, signal) {
    return new Promise((settle) => {
        const stop = () => settle({ addresses: [], failure: stopped(signal, 'resolve') });
        if (signal.aborted)
            return stop();
        signal.addEventListener('abort', stop, { once: true });
        (0,external_node_dns_.lookup)(host, { all: true, family, order: 'verbatim' }, (error, addresses) => {
            signal.removeEventListener('abort', stop);
            if (error !== null)
                settle({ addresses: [], failure: failureOf(error, 'resolve') });
            else
                settle({ addresses, failure: null });
        });
    });
}
/** The first of several addresses to accept wins; the others are closed. Fails with the last error, as Python does. */
function race(addresses, port, signal) {
    return new Promise((settle) => {
        const open = new Set();
        let next = 0;
        let done = false;
        let timer;
        let failure = { code: 'dns-failure', phase: 'resolve', detail: 'no address' };
        const finish = (won) => {
            done = true;
            clearTimeout(timer);
            signal.removeEventListener('abort', stop);
            for (const socket of open)
                if (socket !== won.socket)
                    socket.destroy();
            settle(won);
        };
        const stop = () => finish({ socket: null, address: null, failure: stopped(signal, 'connect') });
        const attempt = () => {
            if (done)
                return;
            clearTimeout(timer);
            const target = addresses[next++];
            if (target === undefined) {
                if (open.size === 0)
                    finish({ socket: null, address: null, failure });
                return;
            }
            const socket = (0,external_node_net_.connect)({ host: target.address, port, noDelay: true });
            open.add(socket);
            socket.once('connect', () => finish({ socket, address: target.address, failure: null }));
            // Stays for the socket's life: an error between two users of the socket must not end the process.
            socket.on('error', (error) => {
                open.delete(socket);
                failure = failureOf(error, 'connect');
                attempt();
            });
            timer = setTimeout(attempt, NEXT_ADDRESS_AFTER_MS);
        };
        if (signal.aborted)
            return stop();
        signal.addEventListener('abort', stop, { once: true });
        attempt();
    });
}

;// CONCATENATED MODULE: ./build/src/platform/tunnel.js
/** HTTP CONNECT: a way through a proxy, on the raw socket. */



const MAX_ANSWER_BYTES = 16 * 1024;
/** TLS to an https proxy, verified with the same anchors as everything else; null and a failure where it fails. */
function secureProxy(socket, proxy, anchors, signal) {
    return new Promise((settle) => {
        const secure = (0,external_node_tls_.connect)({
            socket,
            ca: [...anchors],
            minVersion: 'TLSv1.2',
            ALPNProtocols: ['http/1.1'],
            ...((0,external_node_net_.isIP)(proxy.host) === 0 ? { servername: proxy.host } : { host: proxy.host }),
        });
        const stop = () => finish(null, stopped(signal, 'proxy'));
        const finish = (result, failure) => {
            signal.removeEventListener('abort', stop);
            if (result === null)
                secure.destroy();
            settle({ socket: result, failure });
        };
        secure.on('error', (error) => finish(null, { ...failureOf(error, 'proxy'), code: 'proxy-refused' }));
        secure.once('secureConnect', () => finish(secure, null));
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop, { once: true });
    });
}
/** Asks the proxy for a tunnel to host:port. null: the tunnel stands and the socket is the far end's. */
function openTunnel(socket, proxy, host, port, signal) {
    return new Promise((settle) => {
        let answer = Buffer.alloc(0);
        const finish = (failure) => {
            socket.off('data', onData).off('error', onError).off('close', onClose);
            signal.removeEventListener('abort', stop);
            socket.pause();
            settle(failure);
        };
        const refuse = (detail) => finish({ code: 'proxy-refused', phase: 'proxy', detail });
        const stop = () => finish(stopped(signal, 'proxy'));
        const onError = (error) => finish(failureOf(error, 'proxy'));
        const onClose = () => refuse('the proxy closed the connection');
        const onData = (chunk) => {
            answer = Buffer.concat([answer, chunk]);
            const end = answer.indexOf('\r\n\r\n');
            if (end === -1) {
                if (answer.length > MAX_ANSWER_BYTES)
                    refuse('the proxy answered too much');
                return;
            }
            const status = answer.subarray(0, answer.indexOf('\r\n')).toString('latin1');
            const granted = /^HTTP\/1\.[01] 2\d\d\b/.test(status);
            if (granted)
                finish(null);
            else
                refuse(status.replace(/^HTTP\/\S+ /, '').slice(0, 200));
            const rest = answer.subarray(end + 4);
            if (granted && rest.length > 0)
                socket.unshift(rest);
        };
        socket.on('data', onData).on('error', onError).on('close', onClose);
        if (signal.aborted)
            return stop();
        signal.addEventListener('abort', stop, { once: true });
        const authority = `${(0,external_node_net_.isIPv6)(host) ? `[${host}]` : host}:${port}`;
        const login = proxy.authorization === null ? '' : `Proxy-Authorization: ${proxy.authorization}\r\n`;
        socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${login}\r\n`);
    });
}

;// CONCATENATED MODULE: ./build/src/platform/connection.js





/** A longer list is cut here; OpenSSL follows 100 certificates between leaf and anchor. */
const MAX_CHAIN = 128;
/** TCP, and the tunnel where a proxy is in the way. `anchors` verify an https proxy. */
async function reach(to, proxy, anchors, signal) {
    const direct = proxy === null;
    const supported = direct || proxy.scheme === 'http' || proxy.scheme === 'https';
    const dialled = supported
        ? await dial(direct ? to.host : proxy.host, direct ? to.port : proxy.port, {
            address: direct ? to.address : null,
            family: direct ? to.family : null,
            signal,
        })
        : undialled(`proxy scheme ${proxy.scheme} is not supported`);
    const made = (socket, failure) => ({
        facts: {
            scheme: to.scheme,
            host: to.host,
            port: to.port,
            address: direct ? dialled.address : null,
            family: direct ? dialled.family : null,
            proxy: direct ? null : `${proxy.host}:${proxy.port}`,
            tls: null,
            failure,
        },
        dnsMs: dialled.dnsMs,
        connectMs: dialled.connectMs,
        tlsMs: null,
        socket,
        forwardProxy: !direct && to.scheme === 'http' ? proxy : null,
    });
    if (dialled.socket === null || direct)
        return made(dialled.socket, dialled.failure);
    const through = await viaProxy(dialled.socket, proxy, to, anchors, signal);
    if (through.failure !== null)
        dialled.socket.destroy();
    return made(through.failure === null ? through.socket : null, through.failure);
}
function undialled(detail) {
    const failure = { code: 'proxy-refused', phase: 'proxy', detail };
    return { socket: null, address: null, family: null, dnsMs: null, connectMs: null, failure };
}
async function viaProxy(socket, proxy, to, anchors, signal) {
    const hop = proxy.scheme === 'https'
        ? await secureProxy(socket, proxy, await anchors(), signal)
        : { socket: socket, failure: null };
    if (hop.socket === null || to.scheme === 'http')
        return hop;
    return { socket: hop.socket, failure: await openTunnel(hop.socket, proxy, to.host, to.port, signal) };
}
/** TLS on a reached connection; http and failed ones come back as they are. */
async function connection_secure(reached, client, signal) {
    if (reached.socket === null || reached.facts.scheme === 'http')
        return reached;
    const started = performance.now();
    const shaken = await handshake(reached.socket, reached.facts.host, client, signal);
    return {
        ...reached,
        facts: { ...reached.facts, tls: shaken.tls, failure: shaken.failure },
        tlsMs: shaken.socket === null ? null : performance.now() - started,
        socket: shaken.socket,
    };
}
function handshake(socket, host, client, signal) {
    return new Promise((settle) => {
        let ocspResponse = null;
        const tls = (0,external_node_tls_.connect)({
            socket,
            secureContext: client.context,
            // Names are the judge's business, with pip's rules; a resumed session would skip them, so none is offered.
            rejectUnauthorized: false,
            checkServerIdentity: () => undefined,
            requestOCSP: true,
            ...(client.alpn.length > 0 ? { ALPNProtocols: [...client.alpn] } : {}),
            ...((0,external_node_net_.isIP)(host) === 0 ? { servername: host } : {}),
        });
        // Node would lay out the whole chain for a name check that is not its business here; `chainOf` reads it once.
        tls.getPeerCertificate = () => ({});
        const finish = (result) => {
            signal.removeEventListener('abort', stop);
            if (result.socket === null) {
                tls.destroy();
                socket.destroy();
            }
            settle(result);
        };
        const fail = (failure) => {
            const opensslError = failure.code === 'handshake-failed' ? failure.detail.split(':', 1)[0] || null : null;
            const facts = { protocol: null, cipher: null, chain: [], opensslError, ocspResponse: null };
            finish({ socket: null, tls: facts, failure });
        };
        const stop = () => fail(stopped(signal, 'tls'));
        // Stays for the socket's life: an error between two exchanges must not end the process.
        tls.on('error', (error) => fail(failureOf(error, 'tls')));
        tls.on('OCSPResponse', (response) => {
            if (response !== null && response.length > 0)
                ocspResponse = new Uint8Array(response);
        });
        tls.once('close', () => fail({ code: 'connection-reset', phase: 'tls', detail: 'closed during the handshake' }));
        tls.once('secureConnect', () => finish({ socket: tls, tls: factsOf(tls, ocspResponse), failure: null }));
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop, { once: true });
    });
}
function factsOf(tls, ocspResponse) {
    // A string code, whatever its declared type; null only where OpenSSL accepted the chain with pip's anchors.
    const error = tls.authorizationError;
    const code = error instanceof Error ? (error.code ?? error.message) : error;
    return {
        protocol: tls.getProtocol(),
        cipher: tls.getCipher()?.standardName ?? null,
        chain: chainOf(tls),
        opensslError: tls.authorized ? null : String(code ?? 'UNSPECIFIED'),
        ocspResponse,
    };
}
/**
 * The peer's certificates exactly as sent. `getPeerCertificate(true)` shows OpenSSL's pick of them instead, without
 * those that it found no use for. This call empties OpenSSL's own list, so that it works once: keep it the last one.
 */
function chainOf(tls) {
    const chain = [];
    for (let sent = tls.getPeerX509Certificate(); sent !== undefined && chain.length < MAX_CHAIN; sent = sent.issuerCertificate) {
        chain.push(new Uint8Array(sent.raw));
    }
    return chain;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build/src/platform/http-exchange.js
/** One HTTP/1.1 request and its answer on a connection that is already there. Nothing throws. */


/** More than Python's http.client takes (100 fields), still bounded. */
const MAX_HEADER_BYTES = 128 * 1024;
/** Sends the request and reads the answer up to its limits. An answer that is not read to its end closes the socket. */
function exchange(socket, ask) {
    return new Promise((settle) => {
        const reader = new Reader(ask, socket, settle);
        reader.start();
    });
}
class Reader {
    ask;
    socket;
    settle;
    chunks = [];
    stop = () => this.fail(stopped(this.ask.signal, this.phase()));
    request = null;
    response = null;
    sentAt = 0;
    firstByteMs = null;
    firstBodyAt = 0;
    lastBodyAt = 0;
    firstBytes = 0;
    bytes = 0;
    done = false;
    bodyTimer;
    constructor(ask, socket, settle) {
        this.ask = ask;
        this.socket = socket;
        this.settle = settle;
    }
    start() {
        const { ask, socket } = this;
        if (ask.signal.aborted) {
            this.stop();
            return;
        }
        ask.signal.addEventListener('abort', this.stop, { once: true });
        this.sentAt = performance.now();
        try {
            this.request = (0,external_node_http_.request)({
                method: 'GET',
                path: ask.target,
                createConnection: () => socket,
                // A flat list is sent as it is: pip's order and spelling.
                headers: ask.headers.flat(),
                setHost: false,
                // Python's parser is lenient, so a mirror must not fail here for what pip would read.
                insecureHTTPParser: true,
                maxHeaderSize: MAX_HEADER_BYTES,
            });
            // Without an agent Node means to close the connection, whatever the header field says; an answer may still.
            this.request.shouldKeepAlive = true;
        }
        catch (error) {
            this.fail(failureOf(error, 'headers'));
            return;
        }
        this.request.on('error', (error) => {
            // Bytes behind a complete body upset the parser, not pip: the body's own end still comes.
            if (this.response?.complete !== true)
                this.fail(this.brokenBy(error));
        });
        this.request.on('response', (response) => this.read(response));
        this.request.on('upgrade', () => this.fail({ code: 'invalid-response', phase: 'headers', detail: 'the server switched protocols' }));
        this.request.end();
    }
    read(response) {
        this.response = response;
        this.firstByteMs = performance.now() - this.sentAt;
        const limit = this.ask.maxBytes(response.statusCode ?? 0);
        if (this.ask.whole === true && Number(response.headers['content-length'] ?? 0) > limit) {
            this.finish(false, null);
            return;
        }
        if (this.ask.maxBodyMs !== undefined)
            this.bodyTimer = setTimeout(() => this.finish(false, null), this.ask.maxBodyMs);
        response.on('data', (chunk) => {
            this.lastBodyAt = performance.now();
            if (this.bytes === 0) {
                this.firstBodyAt = this.lastBodyAt;
                this.firstBytes = chunk.length;
            }
            const kept = chunk.subarray(0, limit - this.bytes);
            this.bytes += kept.length;
            this.chunks.push(kept);
            if (kept.length < chunk.length)
                this.finish(false, null);
        });
        response.on('end', () => this.onceSent(() => this.finish(response.complete, response.complete ? null : this.truncated())));
        response.on('error', (error) => this.fail(this.brokenBy(error)));
        response.on('aborted', () => this.fail(this.truncated()));
    }
    /**
     * An answer may be over before the write of its request has been reported. Node lets go of the socket only then, and
     * would take the reader of the next answer off it.
     */
    onceSent(next) {
        if (this.request === null || this.request.writableFinished)
            next();
        else
            this.request.once('finish', next);
    }
    phase() {
        return this.response === null ? 'headers' : 'body';
    }
    truncated() {
        return { code: 'truncated', phase: 'body', detail: `${this.bytes} bytes came` };
    }
    /** A connection that ends inside a body is a truncated one, however the end is spelt. */
    brokenBy(error) {
        const failure = failureOf(error, this.phase());
        return this.response !== null && failure.code === 'connection-reset' ? this.truncated() : failure;
    }
    fail(failure) {
        this.finish(false, failure);
    }
    finish(complete, failure) {
        if (this.done)
            return;
        this.done = true;
        clearTimeout(this.bodyTimer);
        this.ask.signal.removeEventListener('abort', this.stop);
        const reusable = complete && failure === null && this.request?.shouldKeepAlive === true && !this.socket.destroyed;
        if (!reusable) {
            this.request?.destroy();
            this.socket.destroy();
        }
        this.settle({
            status: this.response?.statusCode ?? null,
            headers: this.response === null ? {} : headersOf(this.response),
            httpVersion: this.response?.httpVersion ?? null,
            firstByteMs: this.firstByteMs,
            body: Buffer.concat(this.chunks),
            firstBytes: Math.min(this.firstBytes, this.bytes),
            bodyMs: this.lastBodyAt - this.firstBodyAt,
            complete,
            reusable,
            failure,
        });
    }
}
function headersOf(response) {
    const fields = new Map();
    const raw = response.rawHeaders;
    for (let i = 0; i + 1 < raw.length; i += 2) {
        const name = (raw[i] ?? '').toLowerCase();
        const value = raw[i + 1] ?? '';
        const before = fields.get(name);
        fields.set(name, before === undefined ? value : `${before}, ${value}`);
    }
    return Object.fromEntries(fields);
}

;// CONCATENATED MODULE: ./build/src/platform/socket-limit.js
/** How many sockets may be open at once over all sessions: five hundred candidates must not mean five hundred sockets. */
class SocketLimit {
    idlers = new Map();
    waiting = [];
    limit;
    taken = 0;
    constructor(limit) {
        this.limit = limit;
    }
    /** Waits for a seat, first come first served; null when the signal aborts first. */
    acquire(signal) {
        if (signal.aborted)
            return Promise.resolve(null);
        if (this.taken >= this.limit)
            this.unseat();
        if (this.taken < this.limit)
            return Promise.resolve(this.seat());
        return new Promise((settle) => {
            const granted = (seat) => {
                signal.removeEventListener('abort', gone);
                settle(seat);
            };
            const gone = () => {
                const place = this.waiting.indexOf(granted);
                if (place !== -1)
                    this.waiting.splice(place, 1);
                settle(null);
            };
            signal.addEventListener('abort', gone, { once: true });
            this.waiting.push(granted);
        });
    }
    seat() {
        this.taken += 1;
        let held = true;
        const seat = {
            idle: (leave) => {
                if (!held)
                    return;
                this.idlers.set(seat, leave);
                if (this.waiting.length > 0)
                    this.unseat();
            },
            busy: () => {
                this.idlers.delete(seat);
            },
            release: () => {
                if (!held)
                    return;
                held = false;
                this.idlers.delete(seat);
                this.taken -= 1;
                this.waiting.shift()?.(this.seat());
            },
        };
        return seat;
    }
    /** Closes the connection that has been idle longest. */
    unseat() {
        const [first] = this.idlers;
        if (first === undefined)
            return;
        const [seat, leave] = first;
        this.idlers.delete(seat);
        leave();
        seat.release();
    }
}
/** The one limit of this process. */
const socketLimit = new SocketLimit(128);

;// CONCATENATED MODULE: ./build/src/platform/lane.js
/** One origin's keep-alive connection: requests go over it one after the other, as pip sends them. */




class Lane {
    options;
    connection = null;
    socket = null;
    seat = null;
    unused = true;
    asking = 0;
    queue = Promise.resolve();
    closed = false;
    constructor(options) {
        this.options = options;
    }
    /** Starts to connect before there is anything to ask. */
    open() {
        this.connection ??= this.connect();
    }
    /**
     * Asks one thing, after what was asked before. `spend` is called before each request that goes out; when it refuses,
     * nothing is sent. A kept connection that the server had closed meanwhile is opened again once.
     */
    ask(compose, limits, spend) {
        this.asking += 1;
        const turn = this.queue.then(() => this.attempt(compose, limits, spend));
        this.queue = turn;
        return turn.finally(() => {
            this.asking -= 1;
            this.rest();
        });
    }
    close() {
        this.closed = true;
        this.drop();
    }
    async attempt(compose, limits, spend) {
        const { clock } = this.options;
        if (this.socket?.destroyed === true)
            this.drop();
        this.seat?.busy();
        this.open();
        const connection = await this.connection;
        const fresh = this.unused;
        this.unused = false;
        const { socket } = connection;
        if (socket === null) {
            this.connection = null;
            return { connection, fresh, answer: null };
        }
        if (!spend())
            return { connection, fresh, answer: null };
        const ask = { ...compose(connection.forwardProxy), ...limits, signal: clock.signal };
        const answer = await clock.during(() => exchange(socket, ask));
        if (!answer.reusable)
            this.drop();
        const stale = !fresh && answer.status === null && answer.failure?.code === 'connection-reset';
        return stale && !this.closed ? this.attempt(compose, limits, spend) : { connection, fresh, answer };
    }
    async connect() {
        const { to, clock, anchors } = this.options;
        this.unused = true;
        const proxy = await unlessAborted(this.options.proxy(), clock.signal, null);
        const seat = await socketLimit.acquire(clock.signal);
        if (seat === null)
            return unconnected(to, stopped(clock.signal, 'connect'));
        this.seat = seat;
        // The name and TCP.
        this.options.onRoundTrips(2);
        const reached = await clock.during(() => reach(to, proxy, anchors, clock.signal));
        this.options.onReached(reached);
        const made = reached.socket === null ? reached : await this.encrypt(reached);
        this.socket = made.socket;
        if (made.socket === null)
            seat.release();
        else if (this.closed)
            this.drop();
        else {
            made.socket.once('close', () => seat.release());
            this.rest();
        }
        return made;
    }
    /** Nobody asks for now: somebody who waits for a socket may have this one. */
    rest() {
        if (this.asking === 0 && this.socket !== null)
            this.seat?.idle(() => this.drop());
    }
    async encrypt(reached) {
        const { to, clock } = this.options;
        this.socket = reached.socket;
        if (to.scheme === 'http')
            return reached;
        const client = await unlessAborted(this.options.client(), clock.signal, null);
        if (client === null) {
            reached.socket?.destroy();
            const facts = { ...reached.facts, failure: stopped(clock.signal, 'tls') };
            return { ...reached, facts, socket: null };
        }
        this.options.onRoundTrips(1);
        return clock.during(() => connection_secure(reached, client, clock.signal));
    }
    drop() {
        this.socket?.destroy();
        this.seat?.release();
        this.socket = null;
        this.seat = null;
        this.connection = null;
    }
}
/** A connection that never began. */
function unconnected(to, failure) {
    return {
        facts: {
            scheme: to.scheme,
            host: to.host,
            port: to.port,
            address: null,
            family: null,
            proxy: null,
            tls: null,
            failure,
        },
        dnsMs: null,
        connectMs: null,
        tlsMs: null,
        socket: null,
        forwardProxy: null,
    };
}
/** The promise's value, or `otherwise` once the signal aborts: nobody waits for what is no longer wanted. */
function unlessAborted(promise, signal, otherwise) {
    return new Promise((settle) => {
        const stop = () => settle(otherwise);
        if (signal.aborted)
            return stop();
        signal.addEventListener('abort', stop, { once: true });
        const done = (value) => {
            signal.removeEventListener('abort', stop);
            settle(value);
        };
        promise.then(done, () => done(otherwise));
    });
}

;// CONCATENATED MODULE: ./build/src/platform/secure-context.js
/** OpenSSL as this job's pip configures it: one context for each Trust, since parsing 300 anchors costs 10–20 ms. */


/** What Python's OpenSSL 3.0 offers; Node's default adds a post-quantum group whose size some middleboxes drop. */
const GROUPS = 'X25519:prime256v1:X448:secp521r1:secp384r1:ffdhe2048:ffdhe3072:ffdhe4096:ffdhe6144:ffdhe8192';
const clients = new WeakMap();
/** The shared client of this Trust. Never throws: what OpenSSL cannot read of it is left out. */
function tlsClientOf(trust) {
    const known = clients.get(trust);
    if (known !== undefined)
        return known;
    const client = { context: create(trust), alpn: trust.rules.alpn ? ['http/1.1'] : [] };
    clients.set(trust, client);
    return client;
}
function create(trust) {
    const base = {
        minVersion: 'TLSv1.2',
        ecdhCurve: GROUPS,
        ...(trust.rules.partialChain ? { allowPartialTrustChain: true } : {}),
    };
    const client = trust.clientCertificate === null ? {} : { cert: trust.clientCertificate, key: trust.clientCertificate };
    const ciphers = { ciphers: trust.rules.ciphers };
    const attempts = [
        () => ({ ...base, ...ciphers, ...client, ca: [...trust.anchors] }),
        () => ({ ...base, ...ciphers, ...client, ca: trust.anchors.filter(readable) }),
        () => ({ ...base, ...ciphers, ca: trust.anchors.filter(readable) }),
        () => ({ ...base, ca: trust.anchors.filter(readable) }),
    ];
    for (const attempt of attempts) {
        try {
            return (0,external_node_tls_.createSecureContext)(attempt());
        }
        catch {
            // One part of the trust is unreadable: the next attempt leaves out more.
        }
    }
    return (0,external_node_tls_.createSecureContext)({ minVersion: 'TLSv1.2', ca: [] });
}
function readable(pem) {
    try {
        new external_node_crypto_.X509Certificate(pem);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/observe/handshake.js






/** `to.address` says where to. Never rejects; `timeoutMs` counts from when a socket is free. */
async function observeHandshake(to, trust, timeoutMs) {
    const clock = new Clock(timeoutMs);
    const seat = await socketLimit.acquire(clock.signal);
    const none = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null };
    if (seat === null) {
        return { connection: unconnected(to, stopped(clock.signal, 'connect')).facts, timing: none, durationMs: 0 };
    }
    const startedAt = performance.now();
    try {
        const { facts, connectMs, tlsMs, socket } = await clock.during(async () => {
            const reached = await reach(to, null, async () => trust.anchors, clock.signal);
            return connection_secure(reached, tlsClientOf(trust), clock.signal);
        });
        socket?.destroy();
        return {
            connection: facts,
            timing: { ...none, connectMs, tlsMs },
            durationMs: performance.now() - startedAt,
        };
    }
    finally {
        seat.release();
    }
}

;// CONCATENATED MODULE: ./build/src/platform/proxy.js
/** Which proxy pip would use for a URL: the rules of requests and urllib, as a pure function. */

/** The settings in force for this pip (null: none, the newest one's rules) under this environment. */
function proxySettings(pip, env) {
    const [major = 0, minor = 0] = (pip?.version ?? '99.0').split('.').map((part) => Number.parseInt(part, 10));
    const ignored = major * 100 + minor >= 2602 && /^(1|y|yes|t|true|on)$/i.test(env.PIP_NO_PROXY_ENV ?? '');
    return {
        explicit: pip === null ? (env.PIP_PROXY ?? null) : pip.config.proxy,
        explicitWins: major * 100 + minor >= 2201,
        looseSuffix: major * 100 + minor < 2602,
        env: ignored ? {} : env,
    };
}
/** The proxy URL that pip uses for `url`, as written; null for a direct connection. */
function proxyFor(url, settings) {
    const explicit = settings.explicit || null;
    if (explicit !== null && settings.explicitWins)
        return explicit;
    const { protocol, hostname, port } = new URL(url);
    if (bypasses(hostname.replace(/^\[|\]$/g, ''), port, settings))
        return explicit;
    const proxies = environmentProxies(settings.env);
    return proxies.get(protocol.slice(0, -1)) ?? proxies.get('all') ?? explicit;
}
/** A proxy URL (scheme optional) in parts; null where it is none. */
function parseProxy(text) {
    const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    if (url === null || url.hostname === '')
        return null;
    const scheme = url.protocol.slice(0, -1);
    const login = url.username !== '' || url.password !== '';
    const pair = `${decode(url.username)}:${decode(url.password)}`;
    return {
        scheme,
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port === '' ? (scheme === 'https' ? 443 : 80) : Number(url.port),
        authorization: login ? `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` : null,
    };
}
/** `urllib.request.getproxies_environment`: any case, lower case wins, and an empty lower-case one removes. */
function environmentProxies(env) {
    const proxies = new Map();
    const names = Object.keys(env).filter((name) => /.+_proxy$/i.test(name));
    for (const name of names) {
        const value = env[name];
        if (value)
            proxies.set(name.slice(0, -6).toLowerCase(), value);
    }
    // A CGI script's HTTP_PROXY may come from a request header.
    if (env.REQUEST_METHOD !== undefined)
        proxies.delete('http');
    for (const name of names.filter((name) => name.endsWith('_proxy'))) {
        const key = name.slice(0, -6).toLowerCase();
        const value = env[name];
        if (value)
            proxies.set(key, value);
        else
            proxies.delete(key);
    }
    return proxies;
}
/** `requests.utils.should_bypass_proxies`, then `urllib.request.proxy_bypass_environment`. */
function bypasses(host, port, { env, looseSuffix }) {
    const list = env.no_proxy || env.NO_PROXY || '';
    const entries = list.replaceAll(' ', '').split(',').filter(Boolean);
    if ((0,external_node_net_.isIPv4)(host)) {
        if (entries.some((entry) => entry === host || inNetwork(host, entry)))
            return true;
    }
    else {
        const withPort = port === '' ? host : `${host}:${port}`;
        const ends = looseSuffix ? (name, end) => name.endsWith(end) : endsWithName;
        if (entries.some((entry) => ends(host, entry) || ends(withPort, entry)))
            return true;
    }
    const urllibList = environmentProxies(env).get('no') ?? '';
    if (urllibList === '*')
        return true;
    return urllibList
        .split(',')
        .map((entry) => entry.trim().toLowerCase())
        .some((entry) => entry !== '' && endsWithName(host, entry));
}
function endsWithName(host, entry) {
    const name = entry.replace(/^\.+/, '');
    return host === name || host.endsWith(`.${name}`);
}
function inNetwork(host, entry) {
    const [network, bits, ...more] = entry.split('/');
    if (network === undefined || bits === undefined || more.length > 0 || !(0,external_node_net_.isIPv4)(network))
        return false;
    const length = /^\d+$/.test(bits) ? Number(bits) : 0;
    if (length < 1 || length > 32)
        return false;
    const shift = 32 - length;
    return number(host) >>> shift === number(network) >>> shift;
}
function number(address) {
    return address.split('.').reduce((sum, part) => ((sum << 8) | Number(part)) >>> 0, 0);
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./build/src/observe/asker.js





/** A name that is resolved so fast was known to this machine: nobody was asked. */
const KNOWN_NAME_MS = 3;
/** Sent already, and for nothing, when the reading of a body stops before its end. */
const UNDER_WAY_BYTES = 64 * 1024;
class Asker {
    clock;
    requests = 0;
    bytes = 0;
    /** Begun so far: names, connections, handshakes and requests. */
    roundTrips = 0;
    /** Of the first connection: one round trip. */
    connectMs = null;
    options;
    lanes = new Map();
    indexOrigin;
    authorization;
    constructor(options) {
        this.options = options;
        this.clock = new Clock(options.timeoutMs);
        this.indexOrigin = new URL(options.candidate.indexUrl).origin;
        this.authorization = authorizationOf(options.candidate);
    }
    /** Connects to the index host before there is anything to ask. */
    open() {
        this.lane(new URL(this.options.candidate.indexUrl)).open();
    }
    get left() {
        return this.options.maxRequests - this.requests;
    }
    /** `sameOrigin`: false once redirects have left the first origin; credentials do not come back. */
    async ask(url, role, sameOrigin, headers, limits) {
        const parsed = new URL(url);
        const { signal } = this.clock;
        if (this.options.forbids(parsed.hostname)) {
            return refused(url, role, this.destination(parsed), {
                code: 'not-allowed',
                phase: 'connect',
                detail: parsed.host,
            });
        }
        if (signal.aborted)
            return refused(url, role, this.destination(parsed), stopped(signal, 'connect'));
        const login = sameOrigin && parsed.origin === this.indexOrigin ? this.authorization : null;
        const fields = headers(parsed.host, login);
        const answered = await this.lane(parsed).ask((forward) => compose(parsed, fields, forward), limits, () => {
            if (this.left <= 0)
                return false;
            this.requests += 1;
            this.roundTrips += 1;
            return true;
        });
        const { answer } = answered;
        if (answer !== null)
            this.bytes += answer.body.length + (answer.complete ? 0 : UNDER_WAY_BYTES);
        const unsent = answered.answer === null && answered.connection.facts.failure === null;
        return { exchange: exchangeOf(url, role, answered), answer: answered.answer, unsent };
    }
    close() {
        this.clock.cancel();
        for (const lane of this.lanes.values())
            lane.close();
        this.lanes.clear();
    }
    lane(url) {
        const known = this.lanes.get(url.origin);
        if (known !== undefined)
            return known;
        const lane = new Lane({
            to: this.destination(url),
            proxy: async () => this.proxy(url),
            client: async () => tlsClientOf(await this.options.trust),
            anchors: async () => (await this.options.trust).anchors,
            clock: this.clock,
            onRoundTrips: (count) => {
                this.roundTrips += count;
            },
            onReached: ({ dnsMs, connectMs }) => {
                if (dnsMs !== null && dnsMs < KNOWN_NAME_MS)
                    this.roundTrips -= 1;
                this.connectMs ??= connectMs;
            },
        });
        this.lanes.set(url.origin, lane);
        return lane;
    }
    async proxy(url) {
        const text = proxyFor(url.href, await this.options.proxies);
        // What is no proxy URL fails in pip too; a scheme that nobody supports makes the attempt fail by name.
        return text === null ? null : (parseProxy(text) ?? { scheme: 'invalid', host: '', port: 0, authorization: null });
    }
    destination(url) {
        const pinned = url.origin === this.indexOrigin;
        return {
            scheme: url.protocol === 'http:' ? 'http' : 'https',
            host: url.hostname.replace(/^\[|\]$/g, ''),
            port: url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port),
            address: pinned ? this.options.address : null,
            family: this.options.family,
        };
    }
}
function authorizationOf({ credentials }) {
    if (credentials === null)
        return null;
    const pair = `${credentials.username}:${credentials.password}`;
    // requests encodes latin-1; only what does not fit goes as UTF-8.
    const encoding = /^[\u0000-\u00ff]*$/.test(pair) ? 'latin1' : 'utf8';
    return `Basic ${Buffer.from(pair, encoding).toString('base64')}`;
}
function compose(url, headers, forward) {
    const path = `${url.pathname}${url.search}`;
    if (forward === null)
        return { target: path, headers };
    const login = forward.authorization;
    return {
        target: `http://${url.host}${path}`,
        headers: login === null ? headers : [...headers, ['Proxy-Authorization', login]],
    };
}
function exchangeOf(url, role, { connection, fresh, answer }) {
    const none = { dnsMs: null, connectMs: null, tlsMs: null };
    const { dnsMs, connectMs, tlsMs } = fresh ? connection : none;
    const unsent = { code: 'cancelled', phase: 'headers', detail: 'the budget of requests is spent' };
    return {
        url,
        role,
        connection: connection.facts,
        timing: { dnsMs, connectMs, tlsMs, firstByteMs: answer?.firstByteMs ?? null },
        status: answer?.status ?? null,
        headers: answer?.headers ?? {},
        ...(answer?.httpVersion ? { httpVersion: answer.httpVersion } : {}),
        bodyBytes: answer?.body.length ?? 0,
        bodyMs: answer?.bodyMs ?? 0,
        failure: answer === null ? (connection.facts.failure ?? unsent) : answer.failure,
    };
}
/** An exchange that was not even begun. */
function refused(url, role, to, failure) {
    const connection = unconnected(to, failure);
    const answer = null;
    return { exchange: exchangeOf(url, role, { connection, fresh: false, answer }), answer, unsent: false };
}

;// CONCATENATED MODULE: ./build/src/observe/redirect-target.js
/** Where an answer sends pip next. */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** null: no redirect. `url` null: one that pip cannot follow (file://, no address), with the reason. */
function redirectTarget(status, location, from) {
    if (status === null || !REDIRECTS.has(status) || location === undefined)
        return null;
    // Servers write UTF-8 into a field that is read as latin-1.
    const text = Buffer.from(location, 'latin1').toString('utf8').trim();
    const url = URL.parse(text, from);
    if (url === null)
        return { url: null, detail: `redirect to no address: ${text.slice(0, 200)}` };
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
        return { url: null, detail: `redirect to ${url.protocol.slice(0, 40)}` };
    }
    return { url: withoutSecrets(url), detail: '' };
}
/** The URL as it may be shown and asked: no user, no password, no fragment. */
function withoutSecrets(url) {
    const plain = new URL(url);
    plain.username = '';
    plain.password = '';
    plain.hash = '';
    return plain.href;
}

;// CONCATENATED MODULE: ./build/src/observe/follow.js

const MAX_REDIRECTS = 30;
/** A way that is longer than this and than the budget is taken for endless. */
const TELLING_REDIRECTS = 4;
/** Follows redirects from `url` to the last answer. Never throws; what stops the way is the last exchange's failure. */
async function follow(url, role, ask) {
    const exchanges = [];
    const seen = new Set();
    const origin = new URL(url).origin;
    let current = withoutSecrets(new URL(url));
    let sameOrigin = true;
    let before = null;
    for (;;) {
        seen.add(current);
        const hop = await ask(current, exchanges.length === 0 ? role : 'redirect', sameOrigin);
        if (hop.unsent && before !== null && exchanges.length > TELLING_REDIRECTS) {
            return { exchanges, url: current, last: before, redirectLoop: true };
        }
        const target = redirectTarget(hop.exchange.status, hop.exchange.headers.location, current);
        if (target === null || hop.exchange.failure !== null) {
            exchanges.push(hop.exchange);
            return { exchanges, url: current, last: hop, redirectLoop: false };
        }
        if (target.url === null) {
            const failed = broken(hop, { code: 'invalid-response', phase: 'headers', detail: target.detail });
            exchanges.push(failed.exchange);
            return { exchanges, url: current, last: failed, redirectLoop: false };
        }
        exchanges.push(hop.exchange);
        if (seen.has(target.url) || exchanges.length > MAX_REDIRECTS) {
            return { exchanges, url: current, last: hop, redirectLoop: true };
        }
        before = hop;
        current = target.url;
        sameOrigin &&= new URL(current).origin === origin;
    }
}
function broken(hop, failure) {
    return { ...hop, exchange: { ...hop.exchange, failure } };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./build/src/platform/content-encoding.js
/** Content-Encoding as pip's urllib3 undoes it: gzip and deflate, several in a row, everything else left as it is. */

/** urllib3's own limit on chained encodings. */
const MAX_LAYERS = 5;
/** Decodes a complete body; at most `maxBytes` come out of any layer, however small the input is. */
function decodeBody(body, contentEncoding, maxBytes) {
    const layers = (contentEncoding ?? '')
        .toLowerCase()
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '' && word !== 'identity');
    if (layers.length > MAX_LAYERS)
        return failed('invalid-response', 'too many content encodings');
    let decoded = body;
    for (const layer of layers.reverse()) {
        if (decoded.length === 0)
            break;
        try {
            decoded = undo(layer, decoded, maxBytes);
        }
        catch (error) {
            const code = error.code;
            if (code === 'ERR_BUFFER_TOO_LARGE')
                return failed('too-large', `more than ${maxBytes} bytes when decoded`);
            if (code === 'Z_BUF_ERROR')
                return failed('truncated', 'the compressed body ends early');
            return failed('invalid-response', `${layer}: ${code ?? 'not decodable'}`);
        }
    }
    return decoded.length > maxBytes
        ? failed('too-large', `more than ${maxBytes} bytes`)
        : { body: decoded, failure: null };
}
function undo(layer, body, maxOutputLength) {
    if (layer === 'gzip' || layer === 'x-gzip')
        return (0,external_node_zlib_.gunzipSync)(body, { maxOutputLength });
    if (layer !== 'deflate')
        return body;
    try {
        return (0,external_node_zlib_.inflateSync)(body, { maxOutputLength });
    }
    catch (error) {
        // Some servers send raw deflate under this name, and urllib3 takes it.
        if (error.code !== 'Z_DATA_ERROR')
            throw error;
        return (0,external_node_zlib_.inflateRawSync)(body, { maxOutputLength });
    }
}
function failed(code, detail) {
    return { body: null, failure: { code, phase: 'body', detail } };
}

;// CONCATENATED MODULE: ./build/src/observe/file-link.js
/** In pip's order: the first one in a fragment counts. */
const file_link_HASHES = ['sha512', 'sha384', 'sha256', 'sha224', 'sha1', 'md5'];
const FRAGMENT_HASH = new RegExp(`[#&](${file_link_HASHES.join('|')})=([^&]*)`);
/** What pip takes for a distribution; anything else on a page (a signature, a portal's login link) is no file. */
const ARCHIVE = /\.(?:whl|zip|tar|tar\.gz|tgz|tar\.bz2|tbz|tar\.xz|txz|tlz|tar\.lz|tar\.lzma)$/i;
/** null for a link that leads to no distribution over http or https. */
function fileLink(raw) {
    const url = URL.parse(raw.href, raw.base) ?? URL.parse(raw.href);
    if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
        return null;
    const path = unquote(url.pathname).replace(/\/+$/, '');
    const filename = path.slice(path.lastIndexOf('/') + 1);
    if (!ARCHIVE.test(filename))
        return null;
    const found = FRAGMENT_HASH.exec(raw.href);
    const inUrl = found === null ? {} : { [found[1] ?? '']: (found[2] ?? '').toLowerCase() };
    url.pathname = requote(url.pathname);
    url.hash = '';
    url.username = '';
    url.password = '';
    return {
        filename,
        url: url.href,
        hashes: { ...raw.hashes, ...inUrl },
        requiresPython: raw.requiresPython,
        yanked: raw.yanked,
        metadata: raw.metadata,
        size: raw.size,
        uploadTime: raw.uploadTime,
    };
}
/** Digests under the names that pip knows, in lower case. */
function knownHashes(pairs) {
    const hashes = {};
    for (const [name, value] of pairs) {
        if (file_link_HASHES.includes(name) && typeof value === 'string')
            hashes[name] = value.toLowerCase();
    }
    return hashes;
}
/** pip's `_clean_url_path`: undo the quoting, then quote as Python does, but for '@' and '%2F'. */
function requote(path) {
    return path
        .split(/(@|%2F)/i)
        .map((part, at) => (at % 2 === 1 ? part.toUpperCase() : quote(unquote(part))))
        .join('');
}
/** `urllib.parse.quote`: everything but letters, digits and `_.-~/`. */
function quote(text) {
    return encodeURIComponent(text.toWellFormed())
        .replaceAll('%2F', '/')
        .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** `urllib.parse.unquote`: bytes that are no UTF-8 become U+FFFD, a lone '%' stays. */
function unquote(text) {
    return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

;// CONCATENATED MODULE: ./build/src/observe/html-anchors.js
/**
 * The anchors of an index page as Python's `html.parser` finds them, which is what pip asks: its rules, not a browser's.
 * (Last of two equal attributes wins; an unfinished tag or comment ends the page; script and style hide what is in them.)
 * One pass, linear in the length of the page, whatever it holds.
 */
const HIDING = new Set(['script', 'style']);
function findAnchors(html) {
    const anchors = [];
    let base = null;
    let at = 0;
    for (;;) {
        at = html.indexOf('<', at);
        if (at === -1)
            break;
        const next = html[at + 1] ?? '';
        if (!/[a-zA-Z]/.test(next)) {
            at = afterMarkup(html, at, next);
            if (at === -1)
                break;
            continue;
        }
        const tag = readTag(html, at);
        if (tag === null)
            break;
        at = tag.end;
        if (!tag.wellFormed)
            continue;
        if (tag.name === 'a')
            anchors.push(tag.attributes());
        else if (tag.name === 'base')
            base ??= tag.attributes().get('href') ?? null;
        else if (HIDING.has(tag.name) && !tag.selfClosing) {
            at = afterHidden(html, at, tag.name);
            if (at === -1)
                break;
        }
    }
    return { base, anchors };
}
/** Past an end tag, a comment, a declaration or a lone '<'; -1 where it does not end. */
function afterMarkup(html, at, next) {
    if (next === '!' && html.startsWith('--', at + 2))
        return after(html, /--\s*>/g, at + 4);
    if (next === '!' && html[at + 2] === '[')
        return after(html, /\]\s*\]\s*>|\]\s*>/g, at + 3);
    if (next === '/' || next === '!' || next === '?')
        return after(html, />/g, at + 2);
    return at + 1;
}
function afterHidden(html, at, name) {
    return after(html, name === 'script' ? /<\/\s*script\s*>/gi : /<\/\s*style\s*>/gi, at);
}
function after(html, end, from) {
    end.lastIndex = from;
    return end.test(html) ? end.lastIndex : -1;
}
/** null: the page ends inside the tag. */
function readTag(html, start) {
    const nameEnd = after(html, /[a-zA-Z][^\t\n\r\f />\0]*/gy, start + 1);
    const name = html.slice(start + 1, nameEnd).toLowerCase();
    const raw = [];
    let at = nameEnd;
    for (;;) {
        at = after(html, /(?:\s|\/(?!>))*/gy, at);
        const char = html[at];
        if (char === undefined)
            return null;
        if (char === '>' || char === '/') {
            const end = at + (char === '>' ? 1 : 2);
            return { name, attributes: () => html_anchors_attributesOf(raw), end, selfClosing: char === '/', wellFormed: true };
        }
        if (at === nameEnd)
            return { name, attributes: () => new Map(), end: at, selfClosing: false, wellFormed: false };
        const attributeEnd = after(html, /[^\s/>][^\s/=>]*/gy, at);
        const attribute = html.slice(at, attributeEnd).toLowerCase();
        const valueStart = after(html, /\s*=+\s*/gy, attributeEnd);
        if (valueStart === -1) {
            raw.push([attribute, null]);
            at = attributeEnd;
            continue;
        }
        const quote = html[valueStart];
        if (quote === '"' || quote === "'") {
            const close = html.indexOf(quote, valueStart + 1);
            if (close === -1)
                return null;
            raw.push([attribute, html.slice(valueStart + 1, close)]);
            at = close + 1;
        }
        else {
            const valueEnd = after(html, /[^>\s]*/gy, valueStart);
            raw.push([attribute, html.slice(valueStart, valueEnd)]);
            at = valueEnd;
        }
    }
}
function html_anchors_attributesOf(raw) {
    return new Map(raw.map(([name, value]) => [name, value === null ? null : unescapeHtml(value)]));
}
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"' };
const WINDOWS_1252 = new TextDecoder('windows-1252');
/**
 * `html.unescape` for numeric references and the names that occur in URLs and version specifiers
 * (amp, lt, gt, quot, with or without semicolon, and apos); other names stay as they are.
 */
function unescapeHtml(text) {
    if (!text.includes('&'))
        return text;
    return text.replace(/&(?:#(\d+);?|#[xX]([0-9a-fA-F]+);?|(amp|lt|gt|quot|AMP|LT|GT|QUOT);?|apos;)/g, (_, decimal, hex, name) => {
        if (name !== undefined)
            return NAMED[name.toLowerCase()] ?? '';
        if (decimal !== undefined)
            return character(Number.parseInt(decimal, 10));
        if (hex !== undefined)
            return character(Number.parseInt(hex, 16));
        return "'";
    });
}
function character(code) {
    if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return '\ufffd';
    if (code >= 0x80 && code <= 0x9f)
        return WINDOWS_1252.decode(Uint8Array.of(code));
    const control = (code < 0x20 && ![0x9, 0xa, 0xc, 0xd].includes(code)) || code === 0x7f;
    const noncharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
    return control || noncharacter ? '' : String.fromCodePoint(code);
}

;// CONCATENATED MODULE: ./build/src/observe/index-page.js


const HTML_TYPES = ['text/html', 'application/vnd.pypi.simple.v1+html'];
const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
/**
 * Reads a decoded body. `url` is where it came from after redirects: relative links start there.
 * Links that are no distributions are left out. Never throws.
 */
function parseIndexPage(body, contentType, url, headers) {
    const type = contentType.toLowerCase();
    if (type.startsWith(JSON_TYPE))
        return parseJson(body, url, headers);
    if (HTML_TYPES.some((known) => type.startsWith(known)))
        return parseHtml(body, contentType, url, headers);
    return { page: null, defect: 'content-type' };
}
function parseHtml(body, contentType, url, headers) {
    const html = index_page_decode(body, charsetOf(contentType));
    if (html === null)
        return { page: null, defect: 'encoding' };
    const { base, anchors } = findAnchors(html);
    const files = anchors.map((anchor) => linkOfAnchor(anchor, base || url)).filter((link) => link !== null);
    return parsed('html', files, serialOfHeaders(headers) ?? toSerial(/<!--SERIAL (\d+)-->/.exec(html)?.[1]));
}
function linkOfAnchor(anchor, base) {
    const href = anchor.get('href');
    if (!href)
        return null;
    return fileLink({
        href,
        base,
        hashes: {},
        requiresPython: anchor.get('data-requires-python') || null,
        // pip: any value but none means yanked; the value is the reason.
        yanked: typeof anchor.get('data-yanked') === 'string',
        metadata: metadataOfAnchor(anchor.get('data-core-metadata') ?? anchor.get('data-dist-info-metadata') ?? null),
        size: null,
        uploadTime: null,
    });
}
/** 'true' or 'sha256=…'; what has no '=' is taken for 'true'. */
function metadataOfAnchor(value) {
    if (value === null)
        return null;
    const at = value.indexOf('=');
    return at === -1 ? {} : knownHashes([[value.slice(0, at), value.slice(at + 1)]]);
}
function parseJson(body, url, headers) {
    const broken = { page: null, defect: 'json' };
    const text = index_page_decode(body, jsonCharset(body));
    if (text === null)
        return broken;
    let data;
    try {
        data = JSON.parse(text.replace(/^\ufeff/, ''));
    }
    catch {
        return broken;
    }
    if (!isObject(data))
        return broken;
    const listed = Object.hasOwn(data, 'files') && !isEmpty(data.files) ? data.files : [];
    if (!Array.isArray(listed))
        return broken;
    const files = [];
    for (const file of listed) {
        // pip stops at the first entry that is no object or whose address is no text.
        if (!isObject(file))
            return broken;
        if (file.url === undefined || file.url === null)
            continue;
        if (typeof file.url !== 'string' || !isHashes(file.hashes))
            return broken;
        const link = linkOfFile(file, file.url, url);
        if (link !== null)
            files.push(link);
    }
    const meta = isObject(data.meta) ? data.meta : {};
    return parsed('json', files, serialOfHeaders(headers) ?? toSerial(meta['_last-serial']));
}
function linkOfFile(file, href, base) {
    const uploaded = typeof file['upload-time'] === 'string' ? Date.parse(file['upload-time']) : Number.NaN;
    const size = file.size;
    return fileLink({
        href,
        base,
        hashes: knownHashes(Object.entries(isObject(file.hashes) ? file.hashes : {})),
        requiresPython: typeof file['requires-python'] === 'string' && file['requires-python'] ? file['requires-python'] : null,
        yanked: truthy(file.yanked),
        metadata: metadataOfFile(file['core-metadata'] ?? file['dist-info-metadata']),
        size: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : null,
        uploadTime: Number.isNaN(uploaded) ? null : uploaded,
    });
}
function metadataOfFile(value) {
    if (isObject(value))
        return knownHashes(Object.entries(value));
    return truthy(value) ? {} : null;
}
function parsed(format, files, serial) {
    return { page: { format, files, serial }, defect: files.length === 0 ? 'no-links' : null };
}
function serialOfHeaders(headers) {
    return toSerial(headers['x-pypi-last-serial']);
}
/** PyPI's serial as number or digits; some mirrors write it as a string. */
function toSerial(value) {
    const serial = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
    return typeof serial === 'number' && Number.isSafeInteger(serial) && serial >= 0 ? serial : null;
}
function charsetOf(contentType) {
    return /;\s*charset\s*=\s*"?([^";\s]+)"?/i.exec(contentType)?.[1] ?? 'utf-8';
}
/** `json.detect_encoding`, without UTF-32. */
function jsonCharset(body) {
    const [a = 1, b = 1] = body;
    if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0))
        return 'utf-16le';
    if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0))
        return 'utf-16be';
    return 'utf-8';
}
/** Strict decoding under Python's or the web's name for the charset; null where pip would stop. */
function index_page_decode(body, charset) {
    const label = charset.toLowerCase().replaceAll('_', '-');
    if (/^(us-)?ascii$/.test(label) && body.some((byte) => byte > 0x7f))
        return null;
    try {
        return new TextDecoder(label.replace(/^latin-1$/, 'latin1'), { fatal: true, ignoreBOM: true }).decode(body);
    }
    catch {
        return null;
    }
}
function isHashes(value) {
    return value === undefined || value === null || isObject(value);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Python walks through an empty object or text as through an empty list. */
function isEmpty(value) {
    return value === '' || (isObject(value) && Object.keys(value).length === 0);
}
/** Python's notion, for JSON values. */
function truthy(value) {
    if (Array.isArray(value))
        return value.length > 0;
    if (isObject(value))
        return Object.keys(value).length > 0;
    return Boolean(value);
}

;// CONCATENATED MODULE: ./build/src/observe/read-answer.js
/** What came back on the way to a page or a file, as the observation of it. Pure. */



const EXCERPT_BYTES = 2048;
/** The page at the end of the way, or why there is none. At most `maxDecodedBytes` are made of its body. */
function readPage(project, followed, maxDecodedBytes) {
    const { exchanges, last, redirectLoop } = followed;
    const none = { project, exchanges, page: null, defect: null, redirectLoop };
    const body = last.answer?.body ?? Buffer.alloc(0);
    const { status, headers, failure } = last.exchange;
    const decoded = decodeBody(body, headers['content-encoding'], maxDecodedBytes);
    const excerpt = (decoded.body ?? body).subarray(0, EXCERPT_BYTES).toString('utf8');
    if (!isSuccess(status) || failure !== null)
        return { ...none, excerpt };
    if (last.answer?.complete === false) {
        const tooLarge = { code: 'too-large', phase: 'body', detail: `more than ${body.length} bytes` };
        return { ...none, excerpt: '', exchanges: endingWith(exchanges, tooLarge) };
    }
    if (decoded.failure?.code === 'too-large') {
        return { ...none, excerpt: '', exchanges: endingWith(exchanges, decoded.failure) };
    }
    if (decoded.failure !== null) {
        return { ...none, excerpt, defect: decoded.failure.code === 'truncated' ? 'truncated' : 'encoding' };
    }
    const { page, defect } = parseIndexPage(decoded.body, headers['content-type'] ?? '', followed.url, headers);
    return { ...none, page, defect, excerpt: defect === null ? '' : excerpt };
}
/** pip reads whatever comes with such a status as a page. */
function isSuccess(status) {
    return status !== null && status >= 200 && status < 300;
}
/** The file or metadata at the end of the way; its digest only where all of it came. */
function readFile(link, { exchanges, last, redirectLoop }) {
    const body = last.answer?.body ?? Buffer.alloc(0);
    const whole = last.answer?.complete === true && isWhole(last.exchange, body.length);
    return {
        link,
        exchanges,
        sha256: whole ? (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex') : null,
        excerpt: body.subarray(0, EXCERPT_BYTES).toString('latin1'),
        redirectLoop,
    };
}
function endingWith(exchanges, failure) {
    return exchanges.map((exchange, at) => (at === exchanges.length - 1 ? { ...exchange, failure } : exchange));
}
/** A complete 200, or a 206 whose Content-Range says that it is everything. */
function isWhole(exchange, bytes) {
    if (exchange.failure !== null)
        return false;
    if (exchange.status === 200)
        return true;
    const range = /^bytes 0-(\d+)\/(\d+)$/.exec(exchange.headers['content-range'] ?? '');
    return exchange.status === 206 && range !== null && Number(range[2]) === bytes && Number(range[1]) + 1 === bytes;
}

;// CONCATENATED MODULE: ./build/src/observe/request-headers.js
/** The header fields of a request exactly as the job's pip sends them, in pip's order. */
/** What a neutral client calls itself: a common one's name, for rules that go by it, and ours, to be honest. */
const NEUTRAL_USER_AGENT = 'curl/8.14.1 (compatible; pip-mirror-select)';
const SIMPLE_API = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.1, text/html; q=0.01';
/** For a project page. Before 22.2 pip took HTML only; from 26.2 on it lets its cache answer. */
function pageHeaders(host, identity) {
    const version = pipVersion(identity.userAgent);
    return complete([
        ['Host', host],
        ['User-Agent', identity.userAgent],
        ['Accept-Encoding', 'gzip, deflate'],
        ['Accept', version !== null && version < 2202 ? 'text/html' : SIMPLE_API],
        ['Connection', 'keep-alive'],
        ['Cache-Control', version !== null && version >= 2602 ? null : 'max-age=0'],
        ['Authorization', identity.authorization],
    ]);
}
/** For a file or its metadata; `range` is ours, pip asks for whole files. */
function fileHeaders(host, identity, range) {
    return complete([
        ['Host', host],
        ['User-Agent', identity.userAgent],
        ['Accept-Encoding', 'identity'],
        ['Accept', '*/*'],
        ['Connection', 'keep-alive'],
        ['Range', range],
        ['Authorization', identity.authorization],
    ]);
}
/** For the same page as another client would ask for it. */
function neutralHeaders(host, authorization) {
    return complete([
        ['Host', host],
        ['User-Agent', NEUTRAL_USER_AGENT],
        ['Accept', '*/*'],
        ['Connection', 'keep-alive'],
        ['Authorization', authorization],
    ]);
}
/** Major and minor as one number (26.1.2 → 2601); null for what is no pip. */
function pipVersion(userAgent) {
    const found = /^pip\/(\d+)\.(\d+)/.exec(userAgent);
    return found === null ? null : Number(found[1]) * 100 + Number(found[2]);
}
function complete(fields) {
    return fields.filter((field) => field[1] !== null);
}

;// CONCATENATED MODULE: ./build/src/observe/session.js





/** Read of an answer that is an error or a redirect: enough to quote it and to keep the connection. */
const ASIDE_BYTES = 16 * 1024;
const METADATA_BYTES = 512 * 1024;
/** Starts to ask a mirror. The caller must `close()` it. */
function openSession(candidate, asking) {
    return new Session(candidate, asking);
}
class Session {
    candidate;
    asking;
    asker;
    projects = [];
    asked = new Map();
    throughput = [];
    /** Where a file was found, redirects followed: samples go there straight. */
    found = new Map();
    fileSeen = null;
    metadataSeen = null;
    coarse = null;
    neutralSeen = null;
    constructor(candidate, asking) {
        this.candidate = candidate;
        this.asking = asking;
        this.asker = new Asker({
            candidate,
            trust: asking.trust,
            proxies: asking.proxies,
            timeoutMs: asking.timeoutMs,
            maxRequests: asking.maxRequests ?? 6,
            forbids: asking.forbids ?? (() => false),
            address: asking.address ?? null,
            family: asking.family ?? null,
        });
        this.asker.open();
    }
    get left() {
        return this.asker.left;
    }
    get pace() {
        const { clock, roundTrips, connectMs } = this.asker;
        return { waitedMs: clock.waitedMs, silentMs: clock.silentMs, roundTrips, connectMs };
    }
    project(name, maxBytes) {
        const project = (0,requirement/* normalizeName */.P)(name);
        const sessions = this.asking.maxPageBytes ?? 8 << 20;
        const limit = Math.min(maxBytes ?? sessions, sessions);
        const known = this.asked.get(project);
        if (known !== undefined && known.maxBytes >= limit)
            return known.answer;
        const answer = known === undefined
            ? this.askProject(project, limit)
            : known.answer.then((seen) => (isTooLarge(seen) ? this.askProject(project, limit) : seen));
        this.asked.set(project, { maxBytes: limit, answer });
        return answer;
    }
    async file(link, maxBytes) {
        // A file that is known to be small is asked for as pip asks; a range is ours, to be polite.
        const whole = link.size !== null && link.size <= maxBytes;
        const range = whole ? null : `bytes=0-${maxBytes - 1}`;
        const followed = await this.fetch(link.url, 'file', range, maxBytes);
        this.found.set(link.url, followed.url);
        this.fileSeen = readFile(link, followed);
        this.coarse = session_rateOf(followed.last.answer);
        return this.fileSeen;
    }
    async metadata(link) {
        const url = new URL(link.url);
        url.pathname += '.metadata';
        const followed = await this.fetch(url.href, 'metadata', null, METADATA_BYTES);
        this.metadataSeen = readFile(link, followed);
        return this.metadataSeen;
    }
    async neutral(name) {
        const followed = await this.follow(this.pageUrl((0,requirement/* normalizeName */.P)(name)), 'index', neutralHeaders, {
            maxBytes: () => ASIDE_BYTES,
        });
        this.neutralSeen = followed.last.exchange;
        return this.neutralSeen;
    }
    async sample(link, offset, bytes, maxMs) {
        const url = this.found.get(link.url) ?? link.url;
        const range = `bytes=${offset}-${offset + bytes - 1}`;
        const followed = await this.fetch(url, 'file', range, bytes, maxMs);
        const { answer, exchange } = followed.last;
        const answered = exchange.status === 206 || exchange.status === 200;
        if (answer === null || !answered || answer.body.length === 0 || answer.failure !== null)
            return null;
        const latencyMs = answer.firstByteMs ?? 0;
        const rate = session_rateOf(answer) ?? { bytes: answer.body.length, ms: Math.max(0.1, latencyMs + answer.bodyMs) };
        const measured = { ...rate, latencyMs };
        this.throughput.push(measured);
        return measured;
    }
    observation() {
        return {
            candidate: this.candidate,
            projects: [...this.projects],
            file: this.fileSeen,
            metadata: this.metadataSeen,
            neutral: this.neutralSeen,
            throughput: [...this.throughput],
            coarse: this.coarse,
            requests: this.asker.requests,
            bytes: this.asker.bytes,
            unasked: false,
        };
    }
    close() {
        this.asker.close();
    }
    async askProject(project, maxBytes) {
        const userAgent = await this.asking.userAgent;
        const followed = await this.follow(this.pageUrl(project), 'index', (host, authorization) => pageHeaders(host, { userAgent, authorization }), { maxBytes: (status) => (isSuccess(status) ? maxBytes : ASIDE_BYTES), whole: true });
        const seen = readPage(project, followed, this.asking.maxDecodedBytes ?? 16 << 20);
        this.projects.push(seen);
        return seen;
    }
    async fetch(url, role, range, maxBytes, maxBodyMs) {
        const userAgent = await this.asking.userAgent;
        return this.follow(url, role, (host, authorization) => fileHeaders(host, { userAgent, authorization }, range), {
            maxBytes: (status) => (status === 200 || status === 206 ? maxBytes : Math.min(maxBytes, ASIDE_BYTES)),
            ...(maxBodyMs === undefined ? {} : { maxBodyMs }),
        });
    }
    follow(url, role, headers, limits) {
        return follow(url, role, (at, as, sameOrigin) => this.asker.ask(at, as, sameOrigin, headers, limits));
    }
    pageUrl(project) {
        return new URL(`${encodeURIComponent(project)}/`, this.candidate.indexUrl).href;
    }
}
/** The first read came with the latency; the rate is in what followed. Null where nothing did. */
function session_rateOf(answer) {
    if (answer === null || answer.failure !== null)
        return null;
    const rest = answer.body.length - answer.firstBytes;
    return rest > 0 && answer.bodyMs > 0 ? { bytes: rest, ms: answer.bodyMs } : null;
}
/** The page is longer than was asked for. */
function isTooLarge({ exchanges }) {
    return exchanges.at(-1)?.failure?.code === 'too-large';
}

;// CONCATENATED MODULE: ./build/src/run/gate.js
/** The three objects that pip needs of a mirror: index page, one file by range, its metadata. */

/** Asks as far as each object is worth asking for. */
async function askGate(session, questions, yardstick) {
    const { probe } = yardstick;
    let answer = await session.project(questions.project, questions.project === probe ? undefined : questions.pageBytes);
    // The job's first requirement may be a private one, or have a page too long: the probe is on any index of PyPI's.
    for (const name of [...(probe === null ? [] : [probe]), ...(questions.others ?? [])]) {
        if (!tellsNothing(answer))
            break;
        answer = await session.project(name);
    }
    const refusedBy = answer.exchanges.at(-1)?.status ?? 0;
    if (refusedBy === 403 || refusedBy === 405)
        await session.neutral(questions.project);
    const { reasons } = judgeMirror(session.observation(), yardstick);
    const inTheWay = questions.tolerateExpired ? reasons.filter((reason) => reason !== 'certificate-expired') : reasons;
    const link = answer.page === null || inTheWay.length > 0 ? null : questions.choose(answer.page);
    if (link === null)
        return;
    await session.file(link, questions.fileBytes);
    if (link.metadata === null)
        return;
    await session.metadata(link);
}
/** Not here, or not to be read: another page may say more. */
function tellsNothing({ exchanges }) {
    const last = exchanges.at(-1);
    return last?.status === 404 || last?.failure?.code === 'too-large' || last?.failure?.code === 'not-allowed';
}

;// CONCATENATED MODULE: ./build/src/run/politeness.js
/** What mirror operators are promised; docs/for-mirror-operators.md says the same to them. */
const POLITENESS = {
    /** Bytes of one answer that are read at most. */
    bytesPerRequest: 512 * 1024,
    /** Bytes of all answers of all mirrors together. */
    bytesInAll: 4 * 1024 * 1024,
    /** Bytes of them that the survey may use; the rest is for measuring the best few. */
    surveyBytes: 2.5 * 1024 * 1024,
    /** Bytes of the file that a candidate is asked for, at most; fewer where there are many. */
    gateBytes: 64 * 1024,
    /** Requests of survey and measurement. */
    requestsPerMirror: 6,
    /** Index pages of the job's own requirements, asked only of the mirror that is about to be chosen. */
    requirementPages: 8,
    /** More of them, where a private index of the job has projects of the same names. */
    sharedNames: 10,
};
/** Enough to see that it is a wheel. */
const LEAST_GATE_BYTES = 4 * 1024;
/** Room for any page that is not of a giant. */
const LEAST_PAGE_BYTES = 8 * 1024;
/** Bytes of the job's first index page that each of so many candidates is asked for. */
function pageBytesFor(candidates) {
    const share = Math.floor(POLITENESS.surveyBytes / Math.max(1, candidates) - gateBytesFor(candidates));
    return Math.min(POLITENESS.bytesPerRequest, Math.max(LEAST_PAGE_BYTES, share));
}
/** Bytes of the file that each of so many candidates is asked for. */
function gateBytesFor(candidates) {
    const share = Math.floor(POLITENESS.surveyBytes / 2 / Math.max(1, candidates));
    return Math.min(POLITENESS.gateBytes, Math.max(LEAST_GATE_BYTES, share));
}

;// CONCATENATED MODULE: ./build/src/run/audit-mirror.js
/** One mirror in an audit: the whole gate, then every address of every host on pip's way. */







/** Addresses of one name that are looked at: a CDN may have dozens. */
const MOST_ADDRESSES = 16;
/** Connects at once; what to ask may come later, when pip has told about itself. */
async function auditMirror(candidate, asking, ready) {
    const session = openSession(candidate, { ...asking, maxRequests: POLITENESS.requestsPerMirror });
    const questions = await ready;
    const startedAt = performance.now();
    try {
        await askGate(session, questions, questions.yardstick);
    }
    finally {
        session.close();
    }
    const observation = session.observation();
    const seen = nodesOf(observation, performance.now() - startedAt);
    const nodes = await Promise.all(seen.map((node) => atEachAddress(node, questions)));
    return { observation: keptForComparison(observation, questions.lists), nodes: nodes.flat() };
}
/** The node itself, and its like at every other address of its name. */
async function atEachAddress(node, questions) {
    const { connection } = node;
    const { host, port } = connection;
    // A proxy resolves names itself.
    if (connection.proxy !== null)
        return [node];
    const { addresses } = await resolve(host, 0, AbortSignal.timeout(questions.timeoutMs));
    const [only, ...more] = addresses;
    if (connection.address === null) {
        // None of the addresses took a connection, so there is nothing to tell apart.
        return only === undefined || more.length > 0
            ? [node]
            : [{ ...node, connection: { ...connection, address: only.address, family: only.family === 6 ? 6 : 4 } }];
    }
    const others = addresses.filter(({ address }) => address !== connection.address).slice(0, MOST_ADDRESSES - 1);
    const shaken = await Promise.all(others.map(async ({ address, family }) => {
        const handshake = await shake(connection.scheme, host, port, address, family, questions);
        return { ...node, ...handshake, exchanges: [] };
    }));
    return [node, ...shaken];
}
async function shake(scheme, host, port, address, family, { handshakes, yardstick, timeoutMs }) {
    const key = `${host} ${port} ${address}`;
    const known = handshakes.get(key);
    if (known !== undefined)
        return known;
    const to = { scheme, host, port, address, family: family === 6 ? 6 : 4 };
    const handshake = observeHandshake(to, yardstick.trust, timeoutMs);
    handshakes.set(key, handshake);
    return handshake;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/src/platform/process.js
var platform_process = __webpack_require__(788);
;// CONCATENATED MODULE: ./build/src/observe/pip-script.js
/**
 * The Python program that asks pip about itself, for any pip from 20.0 and Python from 3.6 on.
 * It prints up to three lines, each a mark, a word and a JSON object; whatever else appears on stdout is noise.
 * Each part stands alone: what a pip cannot tell is left out, and the reader decides whether it can do without.
 */
const PIP_FACTS_MARK = '@@pip-mirror-select@@';
const PIP_FACTS_SCRIPT = String.raw `
import sys
sys.path[:] = [p for p in sys.path if p]
import json, os, re

def say(word, facts):
    line = "\n@@pip-mirror-select@@ %s %s\n" % (word, json.dumps(facts))
    data = line.encode("ascii")
    while data:
        data = data[os.write(1, data):]

try:
    import pip
except ImportError:
    say("none", {})
    sys.exit(0)

def vendored_urllib3():
    try:
        name = os.path.join(os.path.dirname(pip.__file__), "_vendor", "urllib3", "_version.py")
        with open(name) as source:
            return re.search(r"version\s*=\s*[\"']([^\"']+)", source.read()).group(1)
    except Exception:
        from pip._vendor import urllib3
        return urllib3.__version__

def certifi_path():
    from pip._vendor import certifi
    return certifi.where()

def settings():
    from pip._internal.configuration import Configuration
    configuration = Configuration(isolated=False, load_only=None)
    configuration.load()
    pairs = []
    for key, value in configuration.items():
        # Newer pips group by file: (file name, {key: value}).
        pairs.extend(value.items() if isinstance(value, dict) else [(key, value)])
    merged = {}
    # The order of pip's own option parser; it ignores empty values.
    for wanted in ("global", "install", ":env:"):
        for key, value in pairs:
            section, _, option = key.partition(".")
            if section == wanted and value:
                merged[option.replace("_", "-")] = value
    files = []
    parsers = getattr(configuration, "_parsers", {})
    for kind in ("global", "user", "site", "env"):
        for name, parser in parsers.get(kind, []):
            if parser.sections() and name not in files:
                files.append(name)
    return merged, files

def can_truststore():
    if sys.version_info < (3, 10):
        return False
    try:
        import importlib.util
        if importlib.util.find_spec("pip._vendor.truststore"):
            return True
        return importlib.util.find_spec("truststore") is not None
    except Exception:
        return False

def cipher_names():
    # Distributions build Python with lists of their own.
    try:
        context = ssl.SSLContext(getattr(ssl, "PROTOCOL_TLS_CLIENT", ssl.PROTOCOL_TLS))
        return [cipher["name"] for cipher in context.get_ciphers()]
    except Exception:
        return []

import platform, ssl
paths = ssl.get_default_verify_paths()
merged, files = settings()
say("basics", {
    "version": pip.__version__,
    "python": platform.python_version(),
    "executable": sys.executable,
    "openssl": ssl.OPENSSL_VERSION,
    "certifiPath": certifi_path(),
    "canTruststore": can_truststore(),
    "urllib3": vendored_urllib3(),
    "opensslCafile": paths.openssl_cafile or "",
    "opensslCapath": paths.openssl_capath or "",
    "ciphers": cipher_names(),
    "settings": merged,
    "files": files,
})

def tags():
    try:
        from pip._internal.utils.compatibility_tags import get_supported
    except ImportError:
        from pip._internal.pep425tags import get_supported
    return ["-".join(t) if isinstance(t, tuple) else str(t) for t in get_supported()]

def markers():
    from pip._vendor.packaging.markers import default_environment
    return dict(default_environment())

def cache_dir():
    if merged.get("no-cache-dir"):
        return None
    from pip._internal.locations import USER_CACHE_DIR
    return os.path.abspath(os.path.expanduser(merged.get("cache-dir") or USER_CACHE_DIR))

from pip._internal.network.session import user_agent
import threading

def say_user_agent():
    say("agent", {"userAgent": user_agent()})

# user_agent() may wait for "rustc --version"; the rest is worked out meanwhile.
thread = threading.Thread(target=say_user_agent)
thread.start()
rest = {"tags": tags(), "markers": markers(), "cacheDir": cache_dir()}
thread.join()
say("rest", rest)
`;

;// CONCATENATED MODULE: ./build/src/observe/pip-facts.js


/**
 * Asks the pip of `python` (null: the first of python, python3, py that can be started), under `env` alone.
 * `timeoutMs` bounds the whole question; whatever was answered until then counts.
 */
function observePip(python, env, timeoutMs = 15_000) {
    const basics = pending();
    const agent = pending();
    const rest = pending();
    const words = { basics, agent, rest };
    void ask(python === null ? ['python', 'python3', 'py'] : [python], env, timeoutMs, (word, facts) => words[word]?.resolve(facts)).finally(() => {
        for (const word of Object.values(words))
            word.resolve(null);
    });
    const known = basics.promise.then(readBasics);
    const userAgent = agent.promise.then((facts) => pip_facts_text(facts?.userAgent));
    const facts = Promise.all([known, userAgent, rest.promise]).then(([first, spoken, last]) => first === null || spoken === null || last === null ? null : readFacts(first, spoken, last));
    return { basics: known, userAgent, facts };
}
async function ask(commands, env, timeoutMs, say) {
    const end = Date.now() + timeoutMs;
    for (const command of commands) {
        let answered = false;
        await (0,platform_process/* runProcess */.R)(command, ['-c', PIP_FACTS_SCRIPT], {
            env,
            timeoutMs: Math.max(1, end - Date.now()),
            onLine: (line) => {
                const parsed = parseLine(line);
                if (parsed === null)
                    return;
                answered = true;
                say(parsed.word, parsed.facts);
            },
        });
        // One that said nothing is no Python (a shim without a version, the Windows store's stub): try the next name.
        if (answered || Date.now() >= end)
            return;
    }
}
/** `<mark> <word> <json object>`, or null for any other line. */
function parseLine(line) {
    const [mark, word, ...json] = line.split(' ');
    if (mark !== PIP_FACTS_MARK || word === undefined)
        return null;
    try {
        const facts = JSON.parse(json.join(' '));
        return typeof facts === 'object' && facts !== null ? { word, facts: facts } : null;
    }
    catch {
        return null;
    }
}
function readBasics(facts) {
    if (facts === null)
        return null;
    const version = pip_facts_text(facts.version);
    const python = pip_facts_text(facts.python);
    const certifiPath = pip_facts_text(facts.certifiPath);
    if (version === null || python === null || certifiPath === null || Number.parseInt(version, 10) < 20)
        return null;
    const config = readConfig(strings(facts.settings), list(facts.files));
    return {
        version,
        python,
        executable: pip_facts_text(facts.executable) ?? '',
        openssl: pip_facts_text(facts.openssl) ?? '',
        certifiPath,
        truststore: usesTruststore(version, facts.canTruststore === true, config.features),
        urllib3: pip_facts_text(facts.urllib3) ?? '',
        opensslCafile: pip_facts_text(facts.opensslCafile) ?? '',
        opensslCapath: pip_facts_text(facts.opensslCapath) ?? '',
        ciphers: list(facts.ciphers),
        config,
    };
}
function readFacts(basics, userAgent, rest) {
    return {
        ...basics,
        userAgent,
        cacheDir: pip_facts_text(rest.cacheDir),
        tags: list(rest.tags),
        markers: strings(rest.markers),
    };
}
/** pip verifies with truststore by default from 24.2, on demand from 22.2, always on Python 3.10 or newer only. */
function usesTruststore(version, available, features) {
    const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
    if (!available || features.includes('legacy-certs'))
        return false;
    if (major > 24 || (major === 24 && minor >= 2))
        return true;
    return features.includes('truststore') && (major > 22 || (major === 22 && minor >= 2));
}
/** pip's settings (option name → value as pip's Configuration gives it) as the configuration in force. */
function readConfig(settings, files) {
    const words = (name) => (settings[name] ?? '').split(/\s+/).filter((word) => word !== '');
    const flag = (name) => /^(y|yes|t|true|on|1)$/i.test(settings[name] ?? '');
    return {
        indexUrl: settings['index-url'] ?? settings['pypi-url'] ?? null,
        extraIndexUrls: words('extra-index-url'),
        trustedHosts: words('trusted-host'),
        findLinks: words('find-links'),
        noIndex: flag('no-index'),
        cert: settings.cert ?? null,
        clientCert: settings['client-cert'] ?? null,
        proxy: settings.proxy ?? null,
        requireHashes: flag('require-hashes'),
        features: [...words('use-feature'), ...words('use-deprecated')],
        files,
    };
}
function pending() {
    const { promise, resolve } = Promise.withResolvers();
    return { promise, resolve };
}
function pip_facts_text(value) {
    return typeof value === 'string' ? value : null;
}
function list(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
function strings(value) {
    if (typeof value !== 'object' || value === null)
        return {};
    return Object.fromEntries(Object.entries(value).filter((pair) => typeof pair[1] === 'string'));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/src/platform/system-store.js
/** The operating system's own certificate store, where it is no folder of files. */

/**
 * Roots of the macOS keychain or the Windows store, as PEM; Node's bundled ones where this Node cannot ask.
 * Linux pips read files instead: see `observe/trust.ts`.
 */
function systemStore() {
    return typeof external_node_tls_.getCACertificates === 'function' ? external_node_tls_.getCACertificates('system') : external_node_tls_.rootCertificates;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/observe/ca-files.js
/** Certificates in files and folders, found where OpenSSL would look for them. */


const ca_files_PEM = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
/** `openssl rehash` names: OpenSSL looks for no others in a folder. */
const HASHED = /^[0-9a-f]{8}\.\d+$/i;
/** Where distributions keep their bundle: truststore tries them in this order. */
const WELL_KNOWN = [
    '/etc/ssl/cert.pem',
    '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
    '/etc/pki/tls/cert.pem',
    '/etc/ssl/certs/ca-certificates.crt',
    '/etc/ssl/ca-bundle.pem',
];
async function isFile(path) {
    return (await (0,promises_.stat)(path).catch(() => null))?.isFile() ?? false;
}
async function isFolder(path) {
    return (await (0,promises_.stat)(path).catch(() => null))?.isDirectory() ?? false;
}
/** PEM blocks of a file; none when it cannot be read. */
async function certificatesOf(path) {
    const text = await (0,promises_.readFile)(path, 'latin1').catch(() => '');
    return text.match(ca_files_PEM) ?? [];
}
async function hashedNames(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return names.filter((name) => HASHED.test(name)).sort();
}
/** PEM blocks of a folder with hashed names; what is there twice is returned once. */
async function certificatesIn(folder) {
    const files = (await hashedNames(folder)).map((name) => certificatesOf((0,external_node_path_.join)(folder, name)));
    return [...new Set((await Promise.all(files)).flat())];
}
/**
 * What `truststore` loads on Linux: OpenSSL's default file and folder if they hold anything, else the first
 * well-known bundle. `SSL_CERT_FILE` and `SSL_CERT_DIR` replace the defaults, also with something missing.
 */
async function linuxStore(defaults, env) {
    const cafile = env.SSL_CERT_FILE ?? defaults.cafile;
    const capath = env.SSL_CERT_DIR ?? defaults.capath;
    const fileExists = await isFile(cafile);
    if (fileExists || (await hashedNames(capath)).length > 0) {
        const folders = capath.split(external_node_path_.delimiter).filter((folder) => folder !== '');
        const inFolders = await Promise.all(folders.map(certificatesIn));
        const certificates = [...(fileExists ? await certificatesOf(cafile) : []), ...inFolders.flat()];
        return { path: fileExists ? cafile : capath, certificates: [...new Set(certificates)] };
    }
    for (const path of WELL_KNOWN) {
        if (await isFile(path))
            return { path, certificates: await certificatesOf(path) };
    }
    return { path: '', certificates: [] };
}

;// CONCATENATED MODULE: ./build/src/observe/trust-rules.js
/** Whether a version ('26.1.2', '3.13.0rc1') is at least major.minor. */
function atLeast(version, major, minor) {
    const [first = 0, second = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
    return first > major || (first === major && second >= minor);
}
const TLS_13 = 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256';
/** CPython's own list. */
const PYTHON = `ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM:@SECLEVEL=2:${TLS_13}`;
/** urllib3 1.26 sets a wider one: RSA key exchange is in it. */
const URLLIB3_1 = `ECDHE+AESGCM:ECDHE+CHACHA20:DHE+AESGCM:DHE+CHACHA20:ECDH+AESGCM:DH+AESGCM:ECDH+AES:DH+AES:RSA+AESGCM:RSA+AES:!aNULL:!eNULL:!MD5:!DSS:@SECLEVEL=2:${TLS_13}`;
/** urllib3 1 took Python's own matcher where that was good enough; from 1.26.8 on it always brings one. */
function trust_rules_namesOf({ urllib3, python }) {
    const [, minor = 0, patch = 0] = urllib3.split('.').map(Number);
    const own = minor > 26 || (minor === 26 && patch >= 8) || !atLeast(python, 3, 7) || atLeast(python, 3, 12);
    return own || (minor === 26 && patch >= 6 && atLeast(python, 3, 10)) ? 'urllib3' : 'python';
}
/** Security level 2 is what Python 3.10+ and all distributions set. */
function plainCiphers(names = []) {
    return names.length > 0 ? `${names.join(':')}:@SECLEVEL=2` : PYTHON;
}
function rulesOf(pip) {
    const modern = pip === null || atLeast(pip.urllib3, 2, 0);
    if (pip === null || pip.truststore) {
        return {
            commonName: 'without-dns-names',
            names: 'openssl',
            strict: false,
            partialChain: false,
            ipLiterals: modern ? 'checked' : 'unsupported',
            alpn: true,
            ciphers: plainCiphers(pip?.ciphers),
        };
    }
    // urllib3 2 builds its context as Python 3.13 recommends; urllib3 1.26 matches names by itself.
    const strict = modern && atLeast(pip.python, 3, 13);
    return {
        commonName: modern ? 'never' : 'without-any-name',
        names: modern ? 'openssl' : trust_rules_namesOf(pip),
        strict,
        partialChain: strict,
        ipLiterals: 'checked',
        alpn: atLeast(pip.urllib3, 1, 26),
        ciphers: modern ? plainCiphers(pip.ciphers) : URLLIB3_1,
    };
}

;// CONCATENATED MODULE: ./build/src/observe/trust.js
/** Whom this job's pip trusts, and by which rules: by pip version, Python version, environment and configuration. */





/** pip reads `~` in its own options, requests does not in its variables. */
function expanded(path, env) {
    return /^~(?=$|\/)/.test(path) ? path.replace('~', env.HOME ?? (0,external_node_os_.homedir)()) : path;
}
/** `--proxy` and its kin switch off requests' look at the environment (24.1+). */
function readsEnvironment(pip, env) {
    if (atLeast(pip.version, 24, 1) && pip.config.proxy !== null)
        return false;
    return !(atLeast(pip.version, 26, 2) && /^(1|y|yes|t|true|on)$/i.test(env.PIP_NO_PROXY_ENV ?? ''));
}
/** The one bundle that wins: requests' variables, then the `ca-bundle` input (exported as PIP_CERT), then pip's own. */
function winner(pip, env, caBundle) {
    if (readsEnvironment(pip, env)) {
        for (const setting of ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']) {
            const path = env[setting];
            if (path)
                return { setting, path };
        }
    }
    if (caBundle !== null)
        return { setting: 'ca-bundle', path: caBundle };
    const { cert } = pip.config;
    return cert === null ? null : { setting: env.PIP_CERT ? 'PIP_CERT' : 'cert', path: expanded(cert, env) };
}
async function systemCertificates(pip, env) {
    if (process.platform === 'darwin' || process.platform === 'win32')
        return { path: 'system', certificates: systemStore() };
    return linuxStore({ cafile: pip?.opensslCafile ?? '', capath: pip?.opensslCapath ?? '/etc/ssl/certs' }, env);
}
async function load({ setting, path }) {
    if (await isFolder(path))
        return { certificates: await certificatesIn(path), problem: null };
    const certificates = (await isFile(path)) ? await certificatesOf(path) : [];
    // Missing: pip ends with a traceback. Empty: no https request of pip's can succeed.
    return { certificates, problem: certificates.length === 0 ? `${setting}=${path}` : null };
}
async function clientCertificate(pip, env) {
    const path = pip?.config.clientCert ?? null;
    if (path === null)
        return { certificates: [], problem: null };
    const text = await (0,promises_.readFile)(expanded(path, env), 'latin1').catch(() => null);
    if (text === null)
        return { certificates: [], problem: `${env.PIP_CLIENT_CERT ? 'PIP_CLIENT_CERT' : 'client-cert'}=${path}` };
    return { certificates: [text], problem: null };
}
/** Without pip, nobody's rules but the newest pip's make sense; its system store is the only one there is. */
async function withoutPip(env, caBundle) {
    const system = await systemCertificates(null, env);
    const own = caBundle === null ? null : await load({ setting: 'ca-bundle', path: caBundle });
    return {
        source: caBundle === null ? 'truststore' : 'file',
        path: caBundle ?? system.path,
        anchors: [...system.certificates, ...(own?.certificates ?? [])],
        rules: rulesOf(null),
        clientCertificate: null,
        problem: own?.problem ?? null,
    };
}
/**
 * Anchors and rules of this job's pip.
 *
 * @param pip what pip says of itself; null: no pip, then the system store counts
 * @param env the environment that pip will have in later steps
 * @param caBundle the `ca-bundle` input, absolute: takes PIP_CERT's place
 * @returns never rejects; what would stop pip itself is told in `problem` as `setting=path`
 */
async function readTrust(pip, env, caBundle) {
    if (pip === null)
        return withoutPip(env, caBundle);
    const chosen = winner(pip, env, caBundle);
    const [own, client] = await Promise.all([chosen === null ? null : load(chosen), clientCertificate(pip, env)]);
    const common = {
        rules: rulesOf(pip),
        clientCertificate: client.certificates[0] ?? null,
        problem: own?.problem ?? client.problem,
    };
    if (!pip.truststore && chosen !== null) {
        return { source: 'file', path: chosen.path, anchors: own?.certificates ?? [], ...common };
    }
    const certifi = await certificatesOf(pip.certifiPath);
    if (!pip.truststore)
        return { source: 'certifi', path: pip.certifiPath, anchors: certifi, ...common };
    const system = await systemCertificates(pip, env);
    const anchors = [...new Set([...certifi, ...system.certificates, ...(own?.certificates ?? [])])];
    return { source: 'truststore', path: chosen?.path ?? system.path, anchors, ...common };
}

;// CONCATENATED MODULE: ./build/src/observe/user-agent.js
/** The User-Agent for a job without pip: what the newest pip would send from this machine. */
const NEWEST_PIP = '26.2.1';
const NEWEST_PYTHON = '3.14.2';
const SYSTEMS = { linux: 'Linux', darwin: 'Darwin', win32: 'Windows' };
const CPUS = {
    linux: { x64: 'x86_64', arm64: 'aarch64' },
    darwin: { x64: 'x86_64', arm64: 'arm64' },
    win32: { x64: 'AMD64', arm64: 'ARM64' },
};
/** Same shape and key order as pip's `user_agent()`; what only Python knows is left out, as pip itself may do. */
function fallbackUserAgent(machine) {
    const data = {
        ci: machine.ci ? true : null,
        cpu: CPUS[machine.platform]?.[machine.arch] ?? machine.arch,
        implementation: { name: 'CPython', version: NEWEST_PYTHON },
        installer: { name: 'pip', version: NEWEST_PIP },
        python: NEWEST_PYTHON,
        system: { name: SYSTEMS[machine.platform] ?? machine.platform, release: machine.release },
    };
    return `pip/${NEWEST_PIP} ${JSON.stringify(data)}`;
}
/** pip's own test for CI. */
function looksLikeCi(env) {
    return ['BUILD_BUILDID', 'BUILD_ID', 'CI', 'PIP_IS_CI'].some((name) => env[name] !== undefined);
}

// EXTERNAL MODULE: ./build/src/plan/catalogue.js
var catalogue = __webpack_require__(9296);
;// CONCATENATED MODULE: ./build/src/plan/pytorch.js
/** PyTorch's wheel indexes, as data: a new mirror is one row. */
const PYTORCH_INDEXES = [
    {
        name: 'pytorch',
        baseUrl: 'https://download.pytorch.org/whl/',
        layout: 'simple',
        operator: 'pytorch',
        fileHosts: ['download-r2.pytorch.org', 'files.pythonhosted.org', 'pypi.nvidia.com'],
        note: 'the origin; answers 403 for a project that it has not',
    },
    {
        name: 'nju-pytorch',
        baseUrl: 'https://mirrors.nju.edu.cn/pytorch/whl/',
        layout: 'simple',
        operator: 'nju',
        fileHosts: [],
        note: 'a copy whose links are rewritten to its own host',
    },
    {
        name: 'sjtu-pytorch',
        baseUrl: 'https://mirror.sjtu.edu.cn/pytorch-wheels/',
        layout: 'simple',
        operator: 'sjtu',
        fileHosts: ['s3.jcloud.sjtu.edu.cn'],
        note: 'a cache; each file is one redirect away',
    },
    {
        name: 'aliyun-pytorch',
        baseUrl: 'https://mirrors.aliyun.com/pytorch-wheels/',
        layout: 'flat',
        operator: 'aliyun',
        fileHosts: [],
        note: 'a listing of files: --index-url finds nothing there',
    },
];

;// CONCATENATED MODULE: ./build/src/plan/public-hosts.js


/** Public, but neither a mirror nor a file host of one. */
const OTHERS = ['pypi.io', 'testpypi.python.org', 'test-files.pythonhosted.org', 'pypi.nvidia.com', 'pypi.nvidia.cn'];
const hostOf = (url) => new URL(url).hostname;
const PUBLIC_HOSTS = new Set([
    ...catalogue/* CATALOGUE */.yh.flatMap((row) => [row.indexUrl, ...row.aliases].map(hostOf)),
    ...catalogue/* CATALOGUE */.yh.flatMap((row) => row.fileHosts),
    ...catalogue/* RETIRED_HOSTS */.gG.map((retired) => retired.host),
    ...PYTORCH_INDEXES.flatMap((index) => [hostOf(index.baseUrl), ...index.fileHosts]),
    ...OTHERS,
]);
/** An index of the job's own: named by it, and no public host. */
function isPrivate({ origin, indexUrl }) {
    return origin === 'input' && !isPublicHost(new URL(indexUrl).hostname);
}
/** `host` as in URL.hostname; a trailing dot does not hide it. */
function isPublicHost(host) {
    return PUBLIC_HOSTS.has(host.toLowerCase().replace(/\.$/, ''));
}

;// CONCATENATED MODULE: ./build/src/platform/glob.js
/** Glob patterns over paths with '/', matched in time that no pattern can blow up. */
/** Braces multiply: more alternatives than this are a mistake. */
const MAX_ALTERNATIVES = 256;
/** Knows `**` (any folders), `*`, `?`, `[…]`, `[!…]` and `{a,b}`; `*` matches a leading dot, nothing matches '/'. */
function compileGlob(glob, ignoreCase) {
    const fold = (text) => (ignoreCase ? text.toLowerCase() : text);
    const alternatives = expandBraces(fold(glob)).map((alternative) => alternative.split('/').map(pathPart));
    return (path) => {
        const folded = fold(path);
        // Most paths fail by their last name: look at that before cutting them up.
        const last = folded.slice(folded.lastIndexOf('/') + 1);
        const near = alternatives.filter((parts) => {
            const final = parts.at(-1) ?? '**';
            return isAnyFolders(final) || matchName(final, last);
        });
        const names = near.length === 0 ? [] : folded.split('/');
        return near.some((parts) => matchSequence(parts, names, isAnyFolders, matchName));
    };
}
function expandBraces(glob) {
    let open = [glob];
    const done = [];
    while (open.length > 0 && open.length + done.length <= MAX_ALTERNATIVES) {
        const next = [];
        for (const text of open) {
            // The innermost braces first, so that nested ones come out right.
            const match = /^(.*)\{([^{}]*)\}(.*)$/s.exec(text);
            if (match === null)
                done.push(text);
            else
                next.push(...(match[2] ?? '').split(',').map((choice) => `${match[1]}${choice}${match[3]}`));
        }
        open = next;
    }
    return [...done, ...open].slice(0, MAX_ALTERNATIVES);
}
function pathPart(segment) {
    if (segment === '**' || !/[*?[]/.test(segment))
        return segment;
    const parts = [];
    for (let i = 0; i < segment.length; i++) {
        const char = segment[i] ?? '';
        const closing = char === '[' ? segment.indexOf(']', i + 2) : -1;
        if (char === '*')
            parts.push('*');
        else if (char === '?')
            parts.push(() => true);
        else if (closing !== -1) {
            parts.push(characterSet(segment.slice(i + 1, closing)));
            i = closing;
        }
        else
            parts.push((other) => other === char);
    }
    return parts;
}
function characterSet(text) {
    const negated = /^[!^]/.test(text);
    const ranges = [...(negated ? text.slice(1) : text).matchAll(/(.)-(.)|(.)/gs)];
    const within = (char) => ranges.some(([, from = '', to = '', single]) => single === undefined ? from <= char && char <= to : single === char);
    return (char) => within(char) !== negated;
}
function isAnyFolders(part) {
    return part === '**';
}
function matchName(part, name) {
    if (typeof part === 'string')
        return part === name;
    return matchSequence(part, [...name], (one) => one === '*', (one, char) => one !== '*' && one(char));
}
/** Wildcards take as little as they can; only the last one is ever taken back, so the time is at most the product. */
function matchSequence(parts, items, isWildcard, matches) {
    let part = 0;
    let item = 0;
    let wildcard = -1;
    let taken = 0;
    while (item < items.length) {
        const current = parts[part];
        if (current !== undefined && isWildcard(current)) {
            wildcard = part++;
            taken = item;
        }
        else if (current !== undefined && matches(current, items[item])) {
            part++;
            item++;
        }
        else if (wildcard !== -1) {
            part = wildcard + 1;
            item = ++taken;
        }
        else
            return false;
    }
    return parts.slice(part).every(isWildcard);
}

;// CONCATENATED MODULE: ./build/src/platform/files.js
/** Reading the checkout: glob matching and bounded reads that no link, pipe or endless file can hang. */



const LIMITS = { entries: 500_000, files: 1_000, depth: 64 };
/** Folders of tools and installed packages: what lies there is not what the job will install. */
const SKIPPED = new Set([
    '.git',
    '.hg',
    '.svn',
    'node_modules',
    'site-packages',
    '__pycache__',
    '.tox',
    '.nox',
    '.venv',
]);
/**
 * Files that match any of `patterns` and none of those that begin with '!'.
 * Knows `**`, `*`, `?`, `[…]` and `{a,b}`; `*` matches a leading dot. Symbolic links to folders are not followed, links to
 * files only where they stay within the workspace; virtual environments are left out unless a pattern names them.
 * @param workspace absolute path that relative patterns start from. A missing folder matches nothing.
 */
async function matchFiles(patterns, workspace, limits = LIMITS) {
    const root = await (0,promises_.realpath)(workspace).catch(() => workspace);
    const parsed = patterns
        .map((pattern) => pattern.trim())
        .filter((pattern) => pattern !== '' && !pattern.startsWith('#'));
    const wanted = parsed.filter((pattern) => !pattern.startsWith('!')).map((pattern) => toGlob(pattern, root));
    const unwanted = parsed.filter((pattern) => pattern.startsWith('!')).map((pattern) => toGlob(pattern.slice(1), root));
    const found = new Set();
    const budget = { entries: limits.entries, truncated: false };
    const isWanted = (path) => wanted.some((glob) => glob.matches(path)) && !unwanted.some((glob) => glob.matches(path));
    for (const base of outermost(wanted.map((glob) => glob.base))) {
        await walk(base, root, isWanted, limits, budget, found);
    }
    const files = [...found].map((path) => displayPath(path, root)).sort();
    return { files: files.slice(0, limits.files), truncated: budget.truncated || files.length > limits.files };
}
function toGlob(pattern, root) {
    const slashed = external_node_path_.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
    const segments = slashed.split('/');
    const wild = segments.findIndex((segment) => /[*?[{]/.test(segment));
    const fixed = wild === -1 ? segments : segments.slice(0, wild);
    const base = toSlashes((0,external_node_path_.resolve)(root, fixed.join('/') || (slashed.startsWith('/') ? '/' : '.')));
    if (wild === -1)
        return { base, matches: (path) => path === base };
    const folder = base.endsWith('/') ? base : `${base}/`;
    const matches = compileGlob(segments.slice(wild).join('/'), external_node_path_.sep === '\\');
    return { base, matches: (path) => path.startsWith(folder) && matches(path.slice(folder.length)) };
}
/** A folder below another one is walked with it. */
function outermost(bases) {
    const sorted = [...new Set(bases)].sort((a, b) => a.length - b.length);
    return sorted.filter((base, i) => !sorted.slice(0, i).some((outer) => isWithin(base, outer) && !skips(base, outer)));
}
/** True where the walk from `outer` would not come by `base`. */
function skips(base, outer) {
    return base
        .slice(outer.length)
        .split('/')
        .some((segment) => SKIPPED.has(segment));
}
async function walk(base, root, isWanted, limits, budget, found) {
    if (isWanted(base) && (await isRegularFile(base)))
        found.add(base);
    let level = [base];
    for (let depth = 0; level.length > 0; depth++) {
        const next = [];
        for (const folder of level) {
            const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
            if (folder !== base && entries.some((entry) => entry.name === 'pyvenv.cfg'))
                continue;
            for (const entry of entries) {
                if (--budget.entries < 0) {
                    budget.truncated = true;
                    return;
                }
                const path = `${folder.endsWith('/') ? folder.slice(0, -1) : folder}/${entry.name}`;
                if (entry.isDirectory()) {
                    if (!SKIPPED.has(entry.name))
                        next.push(path);
                }
                else if (isWanted(path) && (entry.isFile() || (entry.isSymbolicLink() && (await staysWithin(path, root))))) {
                    found.add(path);
                }
            }
        }
        if (depth >= limits.depth && next.length > 0) {
            budget.truncated = true;
            return;
        }
        level = next;
    }
}
async function isRegularFile(path) {
    return (0,promises_.stat)(path).then((stats) => stats.isFile(), () => false);
}
async function staysWithin(path, root) {
    const target = await (0,promises_.realpath)(path).catch(() => null);
    return target !== null && isWithin(toSlashes(target), toSlashes(root)) && (await isRegularFile(target));
}
function isWithin(path, folder) {
    return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
function displayPath(path, root) {
    return isWithin(path, toSlashes(root)) ? toSlashes((0,external_node_path_.relative)(root, path)) : path;
}
function toSlashes(path) {
    return external_node_path_.sep === '\\' ? path.replaceAll('\\', '/') : path;
}
/**
 * The whole text of a regular file, decoded as pip decodes it: by byte-order mark, else as UTF-8.
 * @param maxBytes larger files are refused unread.
 */
async function readText(path, maxBytes) {
    try {
        // A pipe would block on open: look before.
        if (!(await isRegularFile(path)))
            return { failure: 'unreadable' };
        const handle = await (0,promises_.open)(path, 'r');
        try {
            const buffer = Buffer.alloc(Math.min((await handle.stat()).size, maxBytes) + 1);
            const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
            if (bytesRead > maxBytes)
                return { failure: 'too-large' };
            return { text: files_decode(buffer.subarray(0, bytesRead)) };
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        return { failure: error instanceof TypeError ? 'not-text' : 'unreadable' };
    }
}
/** @throws TypeError where the bytes are no text in their encoding. */
function files_decode(bytes) {
    const [a, b] = bytes;
    const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
/** The absolute path of `name` as seen from the folder of `file`. */
function besides(file, name) {
    return (0,external_node_path_.isAbsolute)(name) ? name : (0,external_node_path_.join)(file, '..', name);
}

;// CONCATENATED MODULE: ./build/src/model/markers.js
/** PEP 508 environment markers: parsing, and judging them for one interpreter. */



const VARIABLES = new Set([
    'python_version',
    'python_full_version',
    'os_name',
    'sys_platform',
    'platform_release',
    'platform_system',
    'platform_version',
    'platform_machine',
    'platform_python_implementation',
    'implementation_name',
    'implementation_version',
    'extra',
    'extras',
    'dependency_groups',
]);
const OLD_NAMES = {
    python_implementation: 'platform_python_implementation',
    'os.name': 'os_name',
    'sys.platform': 'sys_platform',
    'platform.version': 'platform_version',
    'platform.machine': 'platform_machine',
    'platform.python_implementation': 'platform_python_implementation',
};
const COMPARED_AS_VERSIONS = new Set([
    'python_version',
    'python_full_version',
    'implementation_version',
    'platform_release',
]);
/** Deeper nesting than this is an attack on the stack, not a marker. */
const MAX_DEPTH = 50;
const TOKEN = /[ \t]*(?:([()])|(===|==|~=|!=|<=|>=|<|>)|('[^']*'|"[^"]*")|([A-Za-z_][\w.]*))[ \t]*/y;
/** @returns null where `text` is no marker. */
function parseMarker(text) {
    const tokens = tokenize(text);
    if (tokens === null)
        return null;
    const cursor = { tokens, position: 0, depth: 0 };
    const marker = parseOr(cursor);
    return cursor.position === tokens.length ? marker : null;
}
/** @returns null where the answer hangs on a value that is unknown. */
function evaluateMarker(marker, values) {
    if (marker.kind === 'comparison')
        return evaluateComparison(marker.left, marker.operator, marker.right, values);
    const decisive = marker.kind === 'or';
    let unknown = false;
    for (const part of marker.parts) {
        const value = evaluateMarker(part, values);
        if (value === decisive)
            return decisive;
        unknown ||= value === null;
    }
    return unknown ? null : !decisive;
}
function tokenize(text) {
    const tokens = [];
    let position = 0;
    while (position < text.length) {
        TOKEN.lastIndex = position;
        const match = TOKEN.exec(text);
        if (match === null)
            return null;
        tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
        position = TOKEN.lastIndex;
    }
    return tokens;
}
function parseOr(cursor) {
    return parseChain(cursor, 'or', (inner) => parseChain(inner, 'and', parseAtom));
}
function parseChain(cursor, word, parsePart) {
    const parts = [];
    do {
        const part = parsePart(cursor);
        if (part === null)
            return null;
        parts.push(part);
    } while (take(cursor, word));
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: word, parts };
}
function parseAtom(cursor) {
    if (!take(cursor, '('))
        return parseComparison(cursor);
    if (++cursor.depth > MAX_DEPTH)
        return null;
    const inner = parseOr(cursor);
    cursor.depth--;
    return take(cursor, ')') ? inner : null;
}
function parseComparison(cursor) {
    const left = parseOperand(cursor);
    const operator = parseOperator(cursor);
    const right = parseOperand(cursor);
    if (left === null || operator === null || right === null)
        return null;
    return { kind: 'comparison', left, operator, right };
}
function parseOperand(cursor) {
    const token = cursor.tokens[cursor.position++];
    if (token === undefined)
        return null;
    if (token.startsWith("'") || token.startsWith('"'))
        return { variable: false, text: token.slice(1, -1) };
    const name = Object.hasOwn(OLD_NAMES, token) ? OLD_NAMES[token] : token;
    return name !== undefined && VARIABLES.has(name) ? { variable: true, text: name } : null;
}
function parseOperator(cursor) {
    if (take(cursor, 'in'))
        return 'in';
    if (take(cursor, 'not'))
        return take(cursor, 'in') ? 'not in' : null;
    const token = cursor.tokens[cursor.position++];
    return token !== undefined && /^[=~!<>]+$/.test(token) ? token : null;
}
function take(cursor, token) {
    if (cursor.tokens[cursor.position] !== token)
        return false;
    cursor.position++;
    return true;
}
function evaluateComparison(left, operator, right, values) {
    const key = left.variable ? left.text : right.variable ? right.text : '';
    const leftValue = operandValue(left, values);
    const rightValue = operandValue(right, values);
    if (leftValue === null || rightValue === null)
        return null;
    if (key === 'extra')
        return compareTexts((0,requirement/* normalizeName */.P)(leftValue), operator, (0,requirement/* normalizeName */.P)(rightValue));
    if (key === 'extras' || key === 'dependency_groups') {
        const within = rightValue.split(' ').map(requirement/* normalizeName */.P).includes((0,requirement/* normalizeName */.P)(leftValue));
        return operator === 'in' ? within : operator === 'not in' ? !within : null;
    }
    if (COMPARED_AS_VERSIONS.has(key)) {
        const specifiers = parseSpecifiers(`${operator}${rightValue}`);
        const version = parseVersion(leftValue);
        if (specifiers?.length === 1)
            return version !== null && satisfies(version, specifiers, Number.POSITIVE_INFINITY);
    }
    return compareTexts(leftValue, operator, rightValue);
}
function operandValue(operand, values) {
    if (!operand.variable)
        return operand.text;
    return Object.hasOwn(values, operand.text) ? (values[operand.text] ?? null) : null;
}
/** Texts have no order: '<=' holds only for equal ones. '~=' on texts is undefined, pip stops there. */
function compareTexts(left, operator, right) {
    switch (operator) {
        case 'in':
            return right.includes(left);
        case 'not in':
            return !right.includes(left);
        case '==':
        case '<=':
        case '>=':
            return left === right;
        case '!=':
            return left !== right;
        case '<':
        case '>':
            return false;
        default:
            return null;
    }
}

;// CONCATENATED MODULE: ./build/src/model/pep508.js
/** PEP 508 dependency specifiers, e.g. 'requests[socks]>=2 ; python_version < "3.13"'. */



const pep508_MAX_LENGTH = 4 * 1024;
const HEAD = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/;
/** @returns null where `text` is no dependency specifier. */
function parseDependency(text) {
    if (text.length > pep508_MAX_LENGTH)
        return null;
    const head = HEAD.exec(text);
    const name = head?.[1];
    if (head === null || name === undefined)
        return null;
    const extras = parseExtras(head[2] ?? '');
    const details = parseDetails(text.slice(head[0].length));
    if (extras === null || details === null)
        return null;
    return { name, project: (0,requirement/* normalizeName */.P)(name), extras, ...details };
}
function parseExtras(text) {
    if (text.trim() === '')
        return [];
    const extras = text.split(',').map((extra) => extra.trim());
    if (!extras.every((extra) => /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(extra)))
        return null;
    return [...new Set(extras.map(requirement/* normalizeName */.P))].sort();
}
function parseDetails(text) {
    if (text.startsWith('@')) {
        const match = /^@\s*([^ \t]+)(?:[ \t]+(?:;(.*))?)?$/s.exec(text);
        const url = match?.[1];
        return match === null || url === undefined ? null : withMarker({ specifier: '', url }, match[2]);
    }
    const semicolon = text.indexOf(';');
    const before = (semicolon === -1 ? text : text.slice(0, semicolon)).trim();
    const bare = before.startsWith('(') && before.endsWith(')') ? before.slice(1, -1) : before;
    const specifiers = parseSpecifiers(bare);
    if (specifiers === null || /^\s*,|,\s*,/.test(bare))
        return null;
    const specifier = specifiers.map(({ operator, text: version }) => `${operator}${version}`).join(',');
    return withMarker({ specifier, url: null }, semicolon === -1 ? undefined : text.slice(semicolon + 1));
}
function withMarker(rest, text) {
    if (text === undefined)
        return { ...rest, markerText: null, marker: null };
    const marker = parseMarker(text);
    return marker === null ? null : { ...rest, markerText: text.trim(), marker };
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/collection.js
/** Gathers what the readers of the several file formats find, and lays it out as one JobRequirements. */




const SHOWN_LENGTH = 200;
/** Fit to be shown: no credentials, not without end. Cut twice, so that a cut cannot hide the end of a password. */
function shown(text) {
    return (0,credentials/* withoutCredentials */.ri)(text.slice(0, 64 * SHOWN_LENGTH)).slice(0, SHOWN_LENGTH);
}
/** @param markers the interpreter's PEP 508 values; null: no marker rules anything out but 'extra'. */
function createCollection(markers) {
    const values = { ...markers, extra: '' };
    const wanted = [];
    const unchecked = [];
    const constraints = [];
    const locked = new Map();
    const bypasses = [];
    const problems = [];
    const addProblem = (code, source, detail) => {
        problems.push({ code, ...source, detail: shown(detail) });
    };
    const holds = (text, sets) => {
        const marker = text === null ? null : parseMarker(text);
        return marker === null || evaluateMarker(marker, { ...values, ...sets }) !== false;
    };
    const parse = (text, source) => {
        const dependency = parseDependency(text);
        if (dependency === null)
            addProblem('invalid-requirement', source, text);
        return dependency;
    };
    const addLockedFile = (project, file) => {
        const name = (0,requirement/* normalizeName */.P)(project);
        const files = locked.get(name);
        if (files === undefined)
            locked.set(name, [file]);
        else
            files.push(file);
    };
    const ruledOut = ({ marker }) => marker !== null && evaluateMarker(marker, values) === false;
    return {
        want(text, source, options = {}) {
            const dependency = parse(text, source);
            if (dependency === null || ruledOut(dependency))
                return;
            if (dependency.url === null) {
                wanted.push(toRequirement(dependency, source, options));
                for (const file of filesByHash(dependency, options))
                    addLockedFile(dependency.project, file);
            }
            else
                unchecked.push(uncheckedUrl(dependency.project, `${dependency.name} @ ${dependency.url}`, dependency.url, source));
        },
        lock(project, version, marker, source, hashes = {}) {
            if (holds(marker))
                wanted.push(pinned((0,requirement/* normalizeName */.P)(project), version, marker, source, hashes));
        },
        constrain(text, source, named) {
            const dependency = parse(text, source);
            if (dependency === null || dependency.url !== null || ruledOut(dependency))
                return;
            constraints.push({ requirement: toRequirement(dependency, source, {}), named });
        },
        leaveUnchecked: (item) => unchecked.push({ ...item, raw: shown(item.raw) }),
        addLockedFile,
        addBypass: (code, source, value) => bypasses.push({ code, ...source, value: shown(value) }),
        addProblem,
        holds,
        result: (files) => ({
            requirements: distinct(wanted.map(constrainedBy(constraints))),
            unchecked,
            constraints: constraints.map(({ requirement }) => requirement),
            hashes: locked,
            bypasses,
            problems,
            files,
        }),
    };
}
/** A pinned requirement with hashes is a lock file's line: the files of that version, by digest alone. */
function filesByHash(dependency, options) {
    const version = /^==([^=*,]+)$/.exec(dependency.specifier)?.[1]?.trim();
    if (version === undefined)
        return [];
    const digests = options.hashes?.sha256 ?? [];
    return digests.map((sha256) => ({ version, filename: null, sha256, size: null, uploadTime: null }));
}
/** What an address says of how it is fetched. */
function uncheckedUrl(project, raw, url, source) {
    const why = /^(git|hg|svn|bzr)[+:]/i.test(url) ? 'vcs' : /^file:/i.test(url) ? 'path' : 'url';
    return { project, raw: (0,credentials/* withoutCredentials */.ri)(raw), why, source };
}
function toRequirement(dependency, source, options) {
    const extras = dependency.extras.length === 0 ? '' : `[${dependency.extras.join(',')}]`;
    return {
        project: dependency.project,
        raw: `${dependency.name}${extras}${dependency.specifier}`,
        specifier: dependency.specifier,
        extras: dependency.extras,
        marker: dependency.markerText,
        hashes: options.hashes ?? {},
        prereleases: options.prereleases ?? false,
        formats: options.formats ?? 'any',
        source,
    };
}
function pinned(project, version, marker, source, hashes) {
    const specifier = `==${version}`;
    return {
        project,
        raw: `${project}${specifier}`,
        specifier,
        extras: [],
        marker,
        hashes,
        prereleases: false,
        formats: 'any',
        source,
    };
}
/** Constraints that no requirements file names count only where all such files say the same. */
function constrainedBy(constraints) {
    const byProject = Map.groupBy(constraints, ({ requirement }) => requirement.project);
    return (requirement) => {
        const mine = byProject.get(requirement.project) ?? [];
        const named = specifiersOf(mine.filter((constraint) => constraint.named));
        const found = specifiersOf(mine.filter((constraint) => !constraint.named));
        const all = new Set([requirement.specifier, ...named, ...(found.size === 1 ? found : [])]);
        return { ...requirement, specifier: [...all].filter((specifier) => specifier !== '').join(',') };
    };
}
function specifiersOf(constraints) {
    return new Set(constraints.map((constraint) => constraint.requirement.specifier));
}
/** The same project with the same specifier is one requirement, whichever files name it; hashes are pooled. */
function distinct(requirements) {
    const groups = Map.groupBy(requirements, ({ project, specifier }) => `${project}\n${specifier}`);
    return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [merge(first, others)]));
}
function merge(first, others) {
    if (others.length === 0)
        return first;
    const all = [first, ...others];
    const pools = new Map();
    for (const [algorithm, digests] of all.flatMap(({ hashes }) => Object.entries(hashes))) {
        const pool = pools.get(algorithm) ?? new Set();
        for (const digest of digests)
            pool.add(digest);
        pools.set(algorithm, pool);
    }
    return {
        ...first,
        hashes: Object.fromEntries([...pools].map(([algorithm, pool]) => [algorithm, [...pool]])),
        extras: [...new Set(all.flatMap(({ extras }) => extras))].sort(),
        prereleases: all.some(({ prereleases }) => prereleases),
        formats: all.every(({ formats }) => formats === first.formats) ? first.formats : 'any',
    };
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/file-source.js
/** The job's files, read within bounds: how many, how large, and each failure a named problem. */



const file_source_LIMITS = { bytes: 8 * 1024 * 1024, files: 500 };
async function openFileSource(workspace, env, limits = file_source_LIMITS) {
    const root = await (0,promises_.realpath)(workspace).catch(() => workspace);
    let left = limits.files;
    const asked = new Set();
    const nameOf = (path) => {
        const name = (0,external_node_path_.relative)(root, path);
        return (name.startsWith('..') || (0,external_node_path_.isAbsolute)(name) ? path : name).replaceAll(external_node_path_.sep, '/');
    };
    const read = async (path, collection, optional) => {
        const source = { file: nameOf(path), line: 0 };
        if (left <= 0) {
            if (left-- === 0)
                collection.addProblem('too-many-files', source, String(limits.files));
            return null;
        }
        const content = await readText(path, limits.bytes);
        if ('text' in content) {
            left--;
            return content.text;
        }
        if (!(optional && content.failure === 'unreadable'))
            collection.addProblem(content.failure, source, source.file);
        return null;
    };
    return {
        env,
        read: (path, collection) => read(path, collection, false),
        readOptional: (path, collection) => read(path, collection, true),
        isFirst: (path) => asked.size < asked.add(path).size,
        nameOf,
        pathOf: (name) => (0,external_node_path_.resolve)(root, name),
        besides: besides,
    };
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/untyped.js
/** Values of parsed TOML and JSON, taken only for what they are: anything else reads as absent. */
function asTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
        ? value
        : {};
}
function asList(value) {
    return Array.isArray(value) ? value : [];
}
function asTables(value) {
    return asList(value).map(asTable);
}
function asText(value) {
    return typeof value === 'string' ? value : null;
}
function asTexts(value) {
    return asList(value).filter((item) => typeof item === 'string');
}
function asNumber(value) {
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
/** Epoch milliseconds of a TOML date or an ISO 8601 text. */
function asTime(value) {
    const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(time) ? null : time;
}
/** What lies at the end of `keys`; absent where one of them is missing. */
function at(table, ...keys) {
    let value = table;
    for (const key of keys) {
        const inner = asTable(value);
        value = Object.hasOwn(inner, key) ? inner[key] : undefined;
    }
    return value;
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/documents.js

/** @returns null where `text` is no TOML. The library is loaded with the first document. */
async function parseToml(text, file, collection) {
    const { parse, TomlError } = await __webpack_require__.e(/* import() */ 292).then(__webpack_require__.bind(__webpack_require__, 3292));
    try {
        return asTable(parse(text.replace(/^\ufeff/, '')));
    }
    catch (error) {
        const line = error instanceof TomlError ? error.line : 0;
        collection.addProblem('syntax', { file, line }, firstLine(error));
        return null;
    }
}
/** @returns null where `text` is no JSON. */
function documents_parseJson(text, file, collection) {
    try {
        return asTable(JSON.parse(text));
    }
    catch (error) {
        collection.addProblem('syntax', { file, line: 0 }, firstLine(error));
        return null;
    }
}
const MAX_LOOK_UPS = 1_000;
/** @returns a finder of where a text first stands, from 1; 0 where it does not stand as such (escapes, quotes). */
function lineFinder(text, file) {
    let left = MAX_LOOK_UPS;
    return (needle) => {
        const position = needle === '' || left-- <= 0 ? -1 : text.indexOf(needle);
        return { file, line: position === -1 ? 0 : text.slice(0, position).split('\n').length };
    };
}
function firstLine(error) {
    return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/locked-files.js
/** The files that a lock file names, and whose copy of PyPI it was made from. */



/**
 * One file of a lock: `file` or `name` or the last part of `url` or `path`, `hash` ('sha256:…') or `hashes`.
 * @returns null where it has no sha256 in hex.
 */
function lockedFile(entry, version) {
    const hashes = entry.hashes;
    const sha256 = digestOf(asText(entry.hash) ?? `sha256:${asText(hashes?.sha256) ?? ''}`);
    if (sha256 === null)
        return null;
    const address = asText(entry.url) ?? asText(entry.path);
    return {
        version,
        filename: asText(entry.file) ?? asText(entry.name) ?? (address === null ? null : lastPart(address)),
        sha256,
        size: asNumber(entry.size),
        uploadTime: asTime(entry['upload-time']),
    };
}
/** The hex digits behind 'sha256:'; null for anything else. */
function digestOf(text) {
    return /^sha256:([0-9a-f]{64})$/i.exec(text)?.[1]?.toLowerCase() ?? null;
}
/** Hands the files of one pinned version to the collection; what pip may take are then these alone. */
function addLockedFiles(project, version, entries, collection) {
    const files = entries.map((entry) => lockedFile(entry, version)).filter((file) => file !== null);
    for (const file of files)
        collection.addLockedFile(project, file);
    return files.length === 0 ? {} : { sha256: [...new Set(files.map((file) => file.sha256))] };
}
/** PyPI or a known copy of it: what is locked from there can be had from any mirror. */
function isPublicIndex(url) {
    const parsed = (0,index_url/* parseIndexUrl */.Z)(url.trim());
    return typeof parsed !== 'string' && (0,catalogue/* recogniseIndex */.Oj)(parsed.url) !== undefined;
}
/** PyPI itself: what the exported variables stand in for. */
function isPypi(url) {
    const parsed = (0,index_url/* parseIndexUrl */.Z)(url.trim());
    return typeof parsed !== 'string' && (0,catalogue/* recogniseIndex */.Oj)(parsed.url)?.name === 'pypi';
}
/** Scheme and host of an address; '' where it has none. */
function originOf(url) {
    return /^([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#]*@)?([^\s/?#]*)/i.exec(url)?.slice(1, 3).join('') ?? '';
}
function lastPart(address) {
    const name = address.split(/[?#]/, 1)[0]?.split(/[\\/]/).at(-1) ?? '';
    try {
        return name === '' ? null : decodeURIComponent(name);
    }
    catch {
        return name;
    }
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/pdm-lock.js
/** pdm.lock: the default group. */




async function readPdmLock(text, file, collection) {
    const document = await parseToml(text, file, collection);
    if (document === null)
        return;
    const place = lineFinder(text, file);
    const packages = asTables(document.package);
    const filesOf = (entry) => [
        ...asTables(entry.files),
        // Until PDM 2.8 the files of all packages stood in one table.
        ...asTables(at(document, 'metadata', 'files', `${asText(entry.name)} ${asText(entry.version)}`)),
    ];
    const urls = packages.flatMap((entry) => filesOf(entry).map((item) => asText(item.url)));
    const origins = new Set(urls.filter((url) => url !== null).map(originOf));
    for (const origin of origins)
        collection.addBypass('pdm-lock-urls', place(origin), origin);
    for (const entry of packages)
        addPackage(entry, filesOf(entry), file, collection);
}
/** Groups are written since PDM 2.8; before, every package counts. */
function isDefault(entry) {
    return entry.groups === undefined || asTexts(entry.groups).includes('default');
}
function addPackage(entry, files, file, collection) {
    const project = (0,requirement/* normalizeName */.P)(asText(entry.name) ?? '');
    const version = asText(entry.version);
    const marker = asText(entry.marker);
    const source = { file, line: 0 };
    if (!isDefault(entry) || !collection.holds(marker))
        return;
    const where = asText(entry.git) ?? asText(entry.hg) ?? asText(entry.svn) ?? asText(entry.url) ?? asText(entry.path);
    if (where !== null || version === null) {
        const why = asText(entry.url) !== null ? 'url' : where !== null && entry.path === undefined ? 'vcs' : 'path';
        if (where !== null)
            collection.leaveUnchecked({ project, raw: `${project} @ ${where}`, why, source });
        return;
    }
    const hashes = addLockedFiles(project, version, files, collection);
    collection.lock(project, version, marker, source, hashes);
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/pipfile.js
/** Pipfile.lock, and Pipfile where it is named: the default packages. */




function readPipfileLock(text, file, collection) {
    const document = documents_parseJson(text, file, collection);
    if (document === null)
        return;
    const sources = readSources(asTables(at(document, '_meta', 'sources')), lineFinder(text, file), collection);
    for (const [name, value] of Object.entries(asTable(document.default))) {
        const entry = asTable(value);
        const source = { file, line: 0 };
        const pin = /^={2,3}(.+)$/.exec(asText(entry.version) ?? '')?.[1];
        if (isElsewhere(entry))
            leaveUnchecked(name, entry, source, collection);
        else if (!comesFromPypi(entry, sources))
            leaveOtherIndex(name, source, collection);
        else if (pin === undefined)
            collection.want(dependencyText(name, entry), source);
        else {
            const digests = asTexts(entry.hashes)
                .map(digestOf)
                .filter((digest) => digest !== null);
            for (const sha256 of digests) {
                collection.addLockedFile(name, { version: pin, filename: null, sha256, size: null, uploadTime: null });
            }
            collection.lock(name, pin, asText(entry.markers), source, digests.length === 0 ? {} : { sha256: digests });
        }
    }
}
async function readPipfile(text, file, collection) {
    const document = await parseToml(text, file, collection);
    if (document === null)
        return;
    const place = lineFinder(text, file);
    const sources = readSources(asTables(document.source), place, collection);
    for (const [name, value] of Object.entries(asTable(document.packages))) {
        const entry = typeof value === 'string' ? { version: value } : asTable(value);
        const source = place(name);
        if (isElsewhere(entry))
            leaveUnchecked(name, entry, source, collection);
        else if (!comesFromPypi(entry, sources))
            leaveOtherIndex(name, source, collection);
        else
            collection.want(dependencyText(name, entry), source);
    }
}
function dependencyText(name, entry) {
    const extras = asTexts(entry.extras).join(',');
    const version = asText(entry.version) ?? '*';
    const markers = [asText(entry.markers), ...singleMarkers(entry)].filter((marker) => marker !== null);
    const marker = markers.map((text) => `(${text})`).join(' and ');
    return `${name}${extras === '' ? '' : `[${extras}]`}${version === '*' ? '' : version}${marker === '' ? '' : ` ; ${marker}`}`;
}
/** 'sys_platform = "== 'win32'"' beside the version. */
function singleMarkers(entry) {
    const names = [
        'sys_platform',
        'os_name',
        'python_version',
        'python_full_version',
        'platform_machine',
        'platform_system',
    ];
    return names.flatMap((name) => {
        const value = asText(entry[name]);
        return value === null ? [] : [`${name} ${value}`];
    });
}
/** PIPENV_PYPI_MIRROR stands in for pypi.org alone. */
function readSources(sources, place, collection) {
    for (const { url } of sources) {
        const address = asText(url);
        if (address === null || isPypi(address))
            continue;
        collection.addBypass('pipfile-source', place(address), address);
    }
    return new Map(sources.map(({ name, url }) => [asText(name) ?? '', asText(url) ?? '']));
}
function comesFromPypi(entry, sources) {
    const index = asText(entry.index);
    const url = index === null ? undefined : sources.get(index);
    return url === undefined || isPublicIndex(url);
}
function isElsewhere(entry) {
    return ['git', 'hg', 'svn', 'path', 'file', 'url'].some((key) => entry[key] !== undefined);
}
function leaveUnchecked(name, entry, source, collection) {
    const repository = asText(entry.git) ?? asText(entry.hg) ?? asText(entry.svn);
    const url = asText(entry.file) ?? asText(entry.url);
    const why = repository !== null ? 'vcs' : url !== null ? 'url' : 'path';
    const where = repository ?? url ?? asText(entry.path) ?? '.';
    collection.leaveUnchecked({ project: (0,requirement/* normalizeName */.P)(name), raw: `${name} @ ${where}`, why, source });
}
function leaveOtherIndex(name, source, collection) {
    collection.leaveUnchecked({ project: (0,requirement/* normalizeName */.P)(name), raw: name, why: 'other-index', source });
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/poetry-lock.js
/** poetry.lock, versions 1 and 2: the main group without extras. */




async function readPoetryLock(text, file, collection) {
    const document = await parseToml(text, file, collection);
    if (document === null)
        return;
    const place = lineFinder(text, file);
    const packages = asTables(document.package);
    const named = packages.map((entry) => asText(at(entry, 'source', 'type')) === 'legacy' && sourceUrl(entry));
    for (const url of new Set(named.filter((url) => typeof url === 'string' && !isPypi(url)))) {
        collection.addBypass('poetry-lock-source', place(String(url)), String(url));
    }
    for (const entry of packages.filter(isMain))
        poetry_lock_addPackage(entry, document, file, collection);
}
/** Version 2 has groups; version 1 had one category, until it had nothing at all. */
function isMain(entry) {
    if (entry.optional === true)
        return false;
    if (entry.groups !== undefined)
        return asTexts(entry.groups).includes('main');
    return (asText(entry.category) ?? 'main') === 'main';
}
/** One marker for all groups, or one for each. */
function markerOf(entry) {
    return asText(entry.markers) ?? asText(asTable(entry.markers).main);
}
function sourceUrl(entry) {
    return asText(at(entry, 'source', 'url')) ?? '';
}
function poetry_lock_addPackage(entry, document, file, collection) {
    const name = asText(entry.name) ?? '';
    const project = (0,requirement/* normalizeName */.P)(name);
    const version = asText(entry.version);
    const source = { file, line: 0 };
    if (version === null || !collection.holds(markerOf(entry)))
        return;
    const type = asText(at(entry, 'source', 'type'));
    const url = sourceUrl(entry);
    if (type === 'git' || type === 'url' || type === 'file' || type === 'directory') {
        const why = type === 'git' ? 'vcs' : type === 'url' ? 'url' : 'path';
        collection.leaveUnchecked({ project, raw: `${project} @ ${url}`, why, source });
        return;
    }
    // Before lock version 2 the files of all packages stood in one table.
    const files = [...asTables(entry.files), ...asTables(at(document, 'metadata', 'files', name))];
    const hashes = addLockedFiles(project, version, files, collection);
    if (type === 'legacy' && !isPublicIndex(url)) {
        collection.leaveUnchecked({ project, raw: `${project}==${version}`, why: 'other-index', source });
    }
    else
        collection.lock(project, version, markerOf(entry), source, hashes);
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/pylock.js
/** pylock.toml (PEP 751), and what pip and uv write under such names. */




async function readPylock(text, file, collection) {
    const document = await parseToml(text, file, collection);
    if (document === null)
        return;
    const place = lineFinder(text, file);
    const packages = asTables(document.packages);
    const urls = packages.flatMap((entry) => [asTable(entry.sdist), ...asTables(entry.wheels)].map(({ url }) => asText(url)));
    for (const origin of new Set(urls.filter((url) => url !== null).map(originOf))) {
        collection.addBypass('pylock-index', place(origin), origin);
    }
    const groups = asTexts(document['default-groups']);
    for (const entry of packages)
        pylock_addPackage(entry, groups, file, collection);
}
function pylock_addPackage(entry, groups, file, collection) {
    const project = (0,requirement/* normalizeName */.P)(asText(entry.name) ?? '');
    const version = asText(entry.version);
    const marker = asText(entry.marker);
    const source = { file, line: 0 };
    if (!collection.holds(marker, { extras: '', dependency_groups: groups.join(' ') }))
        return;
    const elsewhere = [asTable(entry.vcs), asTable(entry.archive), asTable(entry.directory)];
    const where = elsewhere.map((table) => asText(table.url) ?? asText(table.path)).find((address) => address !== null);
    if (where !== undefined || version === null) {
        const why = entry.vcs !== undefined ? 'vcs' : asText(asTable(entry.archive).url) !== null ? 'url' : 'path';
        collection.leaveUnchecked({ project, raw: `${project} @ ${where ?? '.'}`, why, source });
        return;
    }
    const hashes = addLockedFiles(project, version, [asTable(entry.sdist), ...asTables(entry.wheels)], collection);
    const index = asText(entry.index);
    if (index === null || isPublicIndex(index))
        collection.lock(project, version, null, source, hashes);
    else
        collection.leaveUnchecked({ project, raw: `${project}==${version}`, why: 'other-index', source });
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/poetry-constraint.js
/** Poetry's own version constraints in PEP 440: '^1.2', '~1.2', '1.2.*', '1.2'. */

const poetry_constraint_MAX_LENGTH = 1_000;
/** @returns '' for any version and for alternatives ('||'), which PEP 440 cannot say; null for no constraint. */
function toSpecifier(constraint) {
    if (constraint.length > poetry_constraint_MAX_LENGTH)
        return null;
    if (constraint.includes('|'))
        return '';
    const parts = constraint
        .split(/\s*,\s*|(?<=[\w*])\s+(?=[\^~<>=!])/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map(partSpecifier);
    return parts.some((part) => part === null) ? null : parts.filter((part) => part !== '').join(',');
}
function partSpecifier(part) {
    if (part === '*')
        return '';
    const [, operator = '', text = ''] = /^(\^|~=|~|===|==|!=|<=|>=|<|>|=)?\s*(.*)$/.exec(part) ?? [];
    if (operator === '^')
        return range(text, (release) => Math.max(0, firstNonZero(release)));
    if (operator === '~')
        return range(text, (release) => Math.min(1, release.length - 1));
    const word = operator === '' || operator === '=' ? '==' : operator;
    return parseVersion(text.replace(/\.\*$/, '')) === null ? null : `${word}${text}`;
}
/** From the version up to the next one at the place that `bumped` names. */
function range(text, bumped) {
    const version = parseVersion(text.replace(/\.\*$/, ''));
    if (version === null)
        return null;
    const release = version.release.map(BigInt);
    const place = bumped(release);
    const end = [...release.slice(0, place), (release[place] ?? 0n) + 1n];
    return `>=${text.replace(/\.\*$/, '')},<${version.epoch > 0 ? `${version.epoch}!` : ''}${end.join('.')}`;
}
/** '^0.2' may not reach 0.3; '^0' and '^0.0' stand for all that begins so. */
function firstNonZero(release) {
    const place = release.findIndex((part) => part !== 0n);
    return place === -1 ? release.length - 1 : place;
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/poetry-dependencies.js
/** [tool.poetry.dependencies]: Poetry's tables as PEP 508 requirements. */




function readPoetryDependencies(document, place, collection) {
    const poetry = asTable(at(document, 'tool', 'poetry'));
    const sources = asTables(poetry.source);
    const isForeign = (name) => name !== undefined && !sources.some((source) => source.name === name && isPublicIndex(asText(source.url) ?? ''));
    for (const [name, value] of Object.entries(asTable(poetry.dependencies))) {
        if ((0,requirement/* normalizeName */.P)(name) === 'python')
            continue;
        const entries = Array.isArray(value)
            ? asTables(value)
            : [typeof value === 'string' ? { version: value } : asTable(value)];
        for (const entry of entries)
            addEntry(name, entry, isForeign(entry.source), place(name), collection);
    }
}
function addEntry(name, entry, foreign, source, collection) {
    if (entry.optional === true)
        return;
    const project = (0,requirement/* normalizeName */.P)(name);
    const where = asText(entry.git) ?? asText(entry.url) ?? asText(entry.path) ?? asText(entry.file);
    if (where !== null) {
        const why = entry.git !== undefined ? 'vcs' : entry.url !== undefined ? 'url' : 'path';
        collection.leaveUnchecked({ project, raw: `${name} @ ${where}`, why, source });
        return;
    }
    const constraint = asText(entry.version) ?? '*';
    const specifier = toSpecifier(constraint);
    if (specifier === null) {
        collection.addProblem('invalid-requirement', source, `${name} = ${constraint}`);
    }
    else if (foreign) {
        collection.leaveUnchecked({ project, raw: `${name}${specifier}`, why: 'other-index', source });
    }
    else {
        const extras = asTexts(entry.extras).join(',');
        const marker = poetry_dependencies_markerOf(entry);
        collection.want(`${name}${extras === '' ? '' : `[${extras}]`}${specifier}${marker === '' ? '' : ` ; ${marker}`}`, source);
    }
}
/** 'markers', 'python' (a constraint of its own) and 'platform' together. */
function poetry_dependencies_markerOf(entry) {
    const python = toSpecifier(asText(entry.python) ?? '*') ?? '';
    const platform = asText(entry.platform);
    const parts = [
        asText(entry.markers),
        ...python.split(',').map(pythonMarker),
        platform === null ? null : `sys_platform == "${platform}"`,
    ];
    return parts.flatMap((part) => (part === null || part === '' ? [] : [`(${part})`])).join(' and ');
}
function pythonMarker(specifier) {
    const [, operator, version = ''] = /^([=!<>~]+)(.*)$/.exec(specifier) ?? [];
    if (operator === undefined)
        return null;
    // '<4' and '>=3.9' speak of major and minor; '3.9.1' of the whole version.
    const name = version.split('.').length > 2 && !version.endsWith('.*') ? 'python_full_version' : 'python_version';
    return `${name} ${operator} "${version}"`;
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/requirement-lines.js
/** The lines of a requirements file as pip joins, strips and expands them (PEP 508 lines and pip's options). */
const WITH_VALUE = [
    'index-url',
    'pypi-url',
    'extra-index-url',
    'constraint',
    'requirement',
    'editable',
    'find-links',
    'no-binary',
    'only-binary',
    'trusted-host',
    'use-feature',
    'hash',
    'config-settings',
    'config-setting',
    'all-releases',
    'only-final',
    'global-option',
    'install-option',
];
const FLAGS = ['no-index', 'prefer-binary', 'require-hashes', 'no-require-hashes', 'pre'];
const SHORT = {
    i: 'index-url',
    c: 'constraint',
    r: 'requirement',
    e: 'editable',
    f: 'find-links',
    C: 'config-settings',
};
const COMMENT_LINE = /^\s*#/;
/** Where Python's `splitlines` splits. */
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
/** @param env where `${NAME}` is looked up. */
function readRequirementLines(text, env) {
    const lines = [];
    for (const { line, text: joined } of joinLines(text.split(LINE_END))) {
        const written = withoutComment(joined).trim();
        if (written === '')
            continue;
        lines.push({ line, ...splitLine(written, env) });
    }
    return lines;
}
/** A backslash joins the next line, except on a line that is all comment: it ends what was open. */
function joinLines(lines) {
    const joined = [];
    let open = [];
    let first = 0;
    lines.forEach((text, index) => {
        const comment = COMMENT_LINE.test(text);
        if (open.length === 0)
            first = index + 1;
        if (text.endsWith('\\') && !comment) {
            open.push(text.replace(/^\\+|\\+$/g, ''));
            return;
        }
        joined.push({ line: first, text: [...open, comment ? ` ${text}` : text].join('') });
        open = [];
    });
    if (open.length > 0)
        joined.push({ line: first, text: open.join('') });
    return joined;
}
/** From the first '#' that begins the line or follows white space. */
function withoutComment(text) {
    for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
        if (at === 0 || /\s/.test(text[at - 1] ?? ''))
            return text.slice(0, at);
    }
    return text;
}
/** Markers keep their quotes: only what follows the first word with a dash is split as a shell would. */
function splitLine(written, env) {
    const words = written.split(' ');
    const firstOption = words.findIndex((word) => word.startsWith('-'));
    const own = (firstOption === -1 ? words : words.slice(0, firstOption)).join(' ').trim();
    const rest = firstOption === -1 ? '' : words.slice(firstOption).join(' ');
    return { requirement: expand(own, env), written: own, options: readOptions(splitShell(rest), env) };
}
function readOptions(words, env) {
    const options = [];
    for (let i = 0; i < words.length; i++) {
        const word = words[i] ?? '';
        const { name, attached } = readOption(word);
        const takesValue = name !== null && WITH_VALUE.includes(name);
        const written = takesValue ? (attached ?? words[++i] ?? '') : word;
        options.push({
            name: name === 'pypi-url' ? 'index-url' : name,
            value: takesValue ? expand(written, env) : '',
            written,
        });
    }
    return options;
}
function readOption(word) {
    if (word.startsWith('--')) {
        const [given = '', ...rest] = word.slice(2).split('=');
        const attached = word.includes('=') ? rest.join('=') : null;
        const known = [...WITH_VALUE, ...FLAGS];
        // pip's option parser takes any unambiguous beginning.
        const possible = known.includes(given) ? [given] : known.filter((name) => given !== '' && name.startsWith(given));
        return { name: possible.length === 1 ? (possible[0] ?? null) : null, attached };
    }
    const name = word.startsWith('-') ? SHORT[word[1] ?? ''] : undefined;
    return { name: name ?? null, attached: name !== undefined && word.length > 2 ? word.slice(2) : null };
}
/** Only `${UPPER_CASE}` is replaced, and only where the variable has a value. */
function expand(text, env) {
    return text.replace(/\$\{([A-Z0-9_]+)\}/g, (whole, name) => env[name] || whole);
}
/** Words as a POSIX shell splits them: quotes group, a backslash escapes; an open quote runs to the end. */
function splitShell(text) {
    const words = [];
    const word = /\s*((?:"(?:\\.|[^"\\])*"?|'[^']*'?|\\.|[^\s"'\\])+)/gs;
    for (const [, raw = ''] of text.matchAll(word)) {
        words.push(raw.replace(/"((?:\\.|[^"\\])*)"?|'([^']*)'?|\\(.)/gs, (_all, double, single, escaped) => double !== undefined ? double.replace(/\\(["\\])/g, '$1') : (single ?? escaped ?? '')));
    }
    return words;
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/requirements-file.js
/** pip's requirements and constraints files, with all that they include by -r and -c. */



/** `-r` of `-r` of …: more is a mistake or an attack. */
const requirements_file_MAX_DEPTH = 32;
/**
 * Reads `path` as `pip install -r path` would.
 * @param path absolute.
 * @param constraint true for a constraints file that no requirements file named.
 */
async function readRequirementsFile(path, constraint, files, collection) {
    const options = { prereleases: false, wheelsOnly: new Set(), sourcesOnly: new Set() };
    const found = [];
    await readInto(path, constraint ? 'found' : 'no', [], files, collection, options, found);
    for (const item of found) {
        if (item.constraint === 'no')
            addRequirement(item, options, collection);
        else
            collection.constrain(item.line.requirement, item.source, item.constraint === 'named');
    }
}
async function readInto(path, constraint, parents, files, collection, options, found) {
    const file = files.nameOf(path);
    if (parents.includes(path) || parents.length >= requirements_file_MAX_DEPTH) {
        collection.addProblem('recursive', { file, line: 0 }, file);
        return;
    }
    const text = await files.read(path, collection);
    if (text === null)
        return;
    for (const line of readRequirementLines(text, files.env)) {
        const source = { file, line: line.line };
        if (line.requirement !== '') {
            found.push({ line, source, constraint });
            continue;
        }
        for (const option of line.options) {
            const included = option.name === 'requirement' || option.name === 'constraint';
            if (!included)
                applyOption(option, source, collection, options);
            else if (/^(https?|file):/i.test(option.value))
                collection.addProblem('remote-file', source, option.written);
            else if (/\$\{[A-Z0-9_]+\}/.test(option.value))
                collection.addProblem('unset-variable', source, option.written);
            else {
                const role = option.name === 'constraint' ? 'named' : constraint;
                const next = files.besides(path, option.value);
                await readInto(next, role, [...parents, path], files, collection, options, found);
            }
        }
    }
}
const BYPASSES = {
    'index-url': 'requirements-index-url',
    'extra-index-url': 'requirements-extra-index-url',
    'find-links': 'requirements-find-links',
    'trusted-host': 'requirements-trusted-host',
    'no-index': 'requirements-no-index',
};
function applyOption(option, source, collection, options) {
    const bypass = option.name === null ? undefined : BYPASSES[option.name];
    if (bypass !== undefined)
        collection.addBypass(bypass, source, option.written);
    else if (option.name === null)
        collection.addProblem('unknown-option', source, option.written);
    else if (option.name === 'editable')
        collection.leaveUnchecked(editable(option.written, source));
    else if (option.name === 'pre')
        options.prereleases = true;
    else if (option.name === 'only-binary')
        narrow(options.wheelsOnly, options.sourcesOnly, option.value);
    else if (option.name === 'no-binary')
        narrow(options.sourcesOnly, options.wheelsOnly, option.value);
}
/** pip's own rule: a project named on one side leaves the other; ':none:' empties a side. */
function narrow(target, other, value) {
    for (const name of value.split(',')) {
        if (name === ':none:')
            target.clear();
        else {
            const entry = name === ':all:' ? name : (0,requirement/* normalizeName */.P)(name);
            target.add(entry);
            if (entry === ':all:')
                other.clear();
            else
                other.delete(entry);
        }
    }
}
function formatsOf(project, { wheelsOnly, sourcesOnly }) {
    if (wheelsOnly.has(project))
        return 'wheel';
    if (sourcesOnly.has(project))
        return 'sdist';
    return wheelsOnly.has(':all:') ? 'wheel' : sourcesOnly.has(':all:') ? 'sdist' : 'any';
}
function addRequirement({ line, source }, options, collection) {
    const text = line.requirement;
    if (/^(git|hg|svn|bzr)[+:]|^(https?|ftp|file):/i.test(text)) {
        collection.leaveUnchecked(uncheckedUrl(projectOfUrl(text), line.written, text, source));
        return;
    }
    if (looksLikePath(text)) {
        collection.leaveUnchecked({ project: null, raw: line.written, why: 'path', source });
        return;
    }
    const name = /^[A-Za-z0-9._-]+/.exec(text)?.[0] ?? '';
    collection.want(text, source, {
        hashes: hashesOf(line),
        prereleases: options.prereleases,
        formats: formatsOf((0,requirement/* normalizeName */.P)(name), options),
    });
}
function hashesOf(line) {
    const hashes = {};
    for (const option of line.options) {
        const [, algorithm, digest] = /^(sha256|sha384|sha512|md5):([0-9a-f]+)$/i.exec(option.value) ?? [];
        if (option.name !== 'hash' || algorithm === undefined || digest === undefined)
            continue;
        const list = hashes[algorithm.toLowerCase()] ?? [];
        list.push(digest.toLowerCase());
        hashes[algorithm.toLowerCase()] = list;
    }
    return hashes;
}
function editable(target, source) {
    const named = /^ ?([A-Za-z0-9][\w.-]*) ?(?:\[[^\]]*\])? ?@ ?(\S+)/.exec(target.replace(/\s+/g, ' '));
    if (named?.[1] !== undefined && named[2] !== undefined) {
        return uncheckedUrl((0,requirement/* normalizeName */.P)(named[1]), target, named[2], source);
    }
    if (/^[a-z+]+:/i.test(target))
        return uncheckedUrl(projectOfUrl(target), target, target, source);
    return { project: null, raw: target, why: 'path', source };
}
/** The name in '#egg=' or in the wheel's file name. */
function projectOfUrl(url) {
    const name = /[#&]egg=([A-Za-z0-9._-]+)/.exec(url)?.[1] ?? /\/([A-Za-z0-9_.]+)-[^/]*\.whl(?:[#?\s]|$)/.exec(url)?.[1];
    return name === undefined ? null : (0,requirement/* normalizeName */.P)(name);
}
function looksLikePath(text) {
    const target = (text.split(/;|@/, 1)[0] ?? '').trimEnd();
    const withoutExtras = target.endsWith(']') ? target.slice(0, target.lastIndexOf('[')) : target;
    return (target.startsWith('.') ||
        /[\\/]/.test(target) ||
        (!text.includes('@') && /\.(whl|zip|tar\.gz|tgz|tar|tar\.bz2|tar\.xz)$/i.test(withoutExtras)));
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/pyproject.js
/** pyproject.toml: the project's own dependencies (PEP 621, Poetry), and indexes that tools would use instead. */






/** @param path absolute, of the file that `text` came from. */
async function readPyproject(text, path, files, collection) {
    const file = files.nameOf(path);
    const document = await parseToml(text, file, collection);
    if (document === null)
        return;
    const place = lineFinder(text, file);
    addIndexes(asTable(at(document, 'tool', 'uv')), UV_INDEXES, place, collection);
    addSources(document, place, collection);
    const own = (0,requirement/* normalizeName */.P)(asText(at(document, 'project', 'name')) ?? '');
    const elsewhere = uvSources(document);
    for (const dependency of asTexts(at(document, 'project', 'dependencies'))) {
        const name = (0,requirement/* normalizeName */.P)(/^\s*([\w.-]+)/.exec(dependency)?.[1] ?? '');
        const why = elsewhere.get(name);
        if (name === own)
            continue;
        if (why === undefined)
            collection.want(dependency, place(dependency));
        else
            collection.leaveUnchecked({ project: name, raw: dependency, why, source: place(dependency) });
    }
    readPoetryDependencies(document, place, collection);
    const dynamic = at(document, 'tool', 'setuptools', 'dynamic', 'dependencies', 'file');
    for (const name of typeof dynamic === 'string' ? [dynamic] : asTexts(dynamic)) {
        await readRequirementsFile(files.besides(path, name), false, files, collection);
    }
}
/** uv.toml holds what [tool.uv] holds. */
async function readUvToml(text, file, collection) {
    const document = await parseToml(text, file, collection);
    if (document === null)
        return;
    addIndexes(document, UV_INDEXES, lineFinder(text, file), collection);
}
const UV_INDEXES = [
    ['index-url', 'uv-index-url'],
    ['extra-index-url', 'uv-extra-index-url'],
    ['find-links', 'uv-find-links'],
];
function addIndexes(table, keys, place, collection) {
    for (const [key, code] of keys) {
        for (const scope of [table, asTable(table.pip)]) {
            const value = scope[key];
            for (const url of typeof value === 'string' ? [value] : asTexts(value))
                collection.addBypass(code, place(url), url);
        }
    }
    for (const index of asTables(table.index)) {
        const url = asText(index.url);
        if (url !== null)
            collection.addBypass('uv-index', place(url), url);
    }
}
function addSources(document, place, collection) {
    for (const [tool, code] of [['poetry', 'poetry-source'], ['pdm', 'pdm-source']]) {
        for (const source of asTables(at(document, 'tool', tool, 'source'))) {
            const url = asText(source.url);
            if (url !== null)
                collection.addBypass(code, place(url), url);
        }
    }
}
/** Names that [tool.uv.sources] leads away from the default index, and where to. */
function uvSources(document) {
    const indexes = asTables(at(document, 'tool', 'uv', 'index'));
    const isPublic = (name) => indexes.some((index) => index.name === name && isPublicIndex(asText(index.url) ?? ''));
    const found = new Map();
    for (const [name, value] of Object.entries(asTable(at(document, 'tool', 'uv', 'sources')))) {
        for (const source of Array.isArray(value) ? asTables(value) : [asTable(value)]) {
            if (source.index !== undefined && isPublic(source.index))
                continue;
            const why = source.git !== undefined
                ? 'vcs'
                : source.url !== undefined
                    ? 'url'
                    : source.index !== undefined
                        ? 'other-index'
                        : 'path';
            found.set((0,requirement/* normalizeName */.P)(name), why);
        }
    }
    return found;
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/setup-cfg.js

/** @param path absolute, of the file that `text` came from. */
async function readSetupCfg(text, path, files, collection) {
    const file = files.nameOf(path);
    for (const { line, value } of installRequires(text)) {
        const list = /^file:\s*(.*)$/.exec(value)?.[1];
        if (list === undefined)
            collection.want(value, { file, line });
        else {
            for (const name of list.split(',')) {
                await readRequirementsFile(files.besides(path, name.trim()), false, files, collection);
            }
        }
    }
}
/** The lines of the key, as Python's configparser continues it: by indentation. */
function installRequires(text) {
    const values = [];
    let section = '';
    let reading = false;
    text.split(/\r\n|\n|\r/).forEach((raw, index) => {
        const line = index + 1;
        const value = setup_cfg_withoutComment(raw).trim();
        if (value === '')
            return;
        if (/^\s/.test(raw)) {
            if (reading)
                values.push({ line, value });
            return;
        }
        section = /^\[([^\]]+)\]/.exec(raw)?.[1]?.trim() ?? section;
        const end = value.search(/[=:]/);
        const own = value.slice(end + 1).trim();
        reading = section === 'options' && end !== -1 && value.slice(0, end).trim() === 'install_requires';
        // Only behind the key itself does setuptools take ';' for an end.
        if (reading)
            values.push(...own.split(';').flatMap((part) => (part === '' ? [] : [{ line, value: part.trim() }])));
    });
    return values;
}
function setup_cfg_withoutComment(line) {
    return /^\s*[#;]/.test(line) ? '' : line.replace(/\s#.*$/, '');
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/uv-lock.js
/** uv.lock: what `uv sync` installs of the workspace's own projects, without development groups. */




async function readUvLock(text, file, collection) {
    const document = await parseToml(text, file, collection);
    if (document === null)
        return;
    const place = lineFinder(text, file);
    const packages = asTables(document.package);
    const byName = new Map();
    for (const entry of packages) {
        const name = (0,requirement/* normalizeName */.P)(asText(entry.name) ?? '');
        const same = byName.get(name);
        if (same === undefined)
            byName.set(name, [entry]);
        else
            same.push(entry);
    }
    for (const registry of new Set(packages.map(registryOf).filter((url) => url !== null))) {
        collection.addBypass('uv-lock-index', place(registry), registry);
    }
    for (const entry of reachable(packages, byName, collection))
        uv_lock_addPackage(entry, file, collection);
}
/** From the workspace's projects along all dependencies whose markers hold. */
function reachable(packages, byName, collection) {
    const seen = new Set();
    const extrasSeen = new Map();
    const waiting = packages.filter(isOwn).flatMap((own) => dependenciesOf(own));
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (!collection.holds(asText(next.marker)))
            continue;
        for (const entry of chosenBy(next, byName)) {
            if (!seen.has(entry))
                waiting.push(...dependenciesOf(entry));
            seen.add(entry);
            const extras = extrasSeen.get(entry) ?? new Set();
            extrasSeen.set(entry, extras);
            for (const extra of asTexts(next.extra).filter((word) => !extras.has(word))) {
                extras.add(extra);
                waiting.push(...asTables(at(entry, 'optional-dependencies', extra)));
            }
        }
    }
    return seen;
}
function dependenciesOf(entry) {
    return asTables(entry.dependencies);
}
/** A dependency names version and source only where there are several. */
function chosenBy(dependency, byName) {
    const version = asText(dependency.version);
    const source = dependency.source === undefined ? null : JSON.stringify(dependency.source);
    return (byName.get((0,requirement/* normalizeName */.P)(asText(dependency.name) ?? '')) ?? []).filter((entry) => (version === null || asText(entry.version) === version) &&
        (source === null || JSON.stringify(entry.source) === source));
}
function isOwn(entry) {
    const source = asTable(entry.source);
    return source.editable !== undefined || source.virtual !== undefined;
}
function registryOf(entry) {
    return asText(asTable(entry.source).registry);
}
function uv_lock_addPackage(entry, file, collection) {
    if (isOwn(entry))
        return;
    const project = (0,requirement/* normalizeName */.P)(asText(entry.name) ?? '');
    const version = asText(entry.version);
    const source = asTable(entry.source);
    const place = { file, line: 0 };
    const registry = registryOf(entry);
    if (registry === null || version === null) {
        const why = source.git !== undefined ? 'vcs' : source.url !== undefined ? 'url' : 'path';
        const where = asText(source.git) ?? asText(source.url) ?? asText(source.path) ?? asText(source.directory) ?? '';
        collection.leaveUnchecked({ project, raw: `${project} @ ${where}`, why, source: place });
        return;
    }
    const hashes = addLockedFiles(project, version, [asTable(entry.sdist), ...asTables(entry.wheels)], collection);
    if (isPublicIndex(registry))
        collection.lock(project, version, null, place, hashes);
    else
        collection.leaveUnchecked({ project, raw: `${project}==${version}`, why: 'other-index', source: place });
}

;// CONCATENATED MODULE: ./build/src/plan/requirements/read-requirements.js
/** What the job will install, from its requirement files, lock files and the `packages` input. */












/** Never throws: what cannot be read or understood is in `problems`. `pip` null: markers rule nothing out. */
async function readRequirements(inputs, pip) {
    const collection = createCollection(pip?.markers ?? null);
    inputs.packages.forEach((text, index) => {
        collection.want(text, { file: 'packages', line: index + 1 });
    });
    const { files, truncated } = await matchFiles(inputs.patterns, inputs.workspace);
    if (truncated)
        collection.addProblem('too-many-files', { file: '.', line: 0 }, String(files.length));
    const source = await openFileSource(inputs.workspace, inputs.env ?? {});
    for (const file of files)
        await read_requirements_readFile(file, source, collection);
    return collection.result(files);
}
/** Other files may match, too (they are part of the cache key): what has no reader here is not read. */
async function read_requirements_readFile(file, files, collection) {
    const path = files.pathOf(file);
    const name = (0,external_node_path_.basename)(file);
    if (/\.(txt|in|pip)$/i.test(name) || /(^|\/)requirements[^./]*(\/[^./]+)?$/i.test(file)) {
        return readRequirementsFile(path, /^constraints/i.test(name), files, collection);
    }
    const reader = DOCUMENTS.find(([pattern]) => pattern.test(name))?.[1];
    if (reader === undefined)
        return;
    const text = await files.read(path, collection);
    if (text !== null)
        await reader(text, path, files, collection);
    if (name === 'pyproject.toml' || name === 'uv.lock')
        await readUvSettings(path, files, collection);
}
const DOCUMENTS = [
    [/^pyproject\.toml$/, readPyproject],
    [/^uv\.lock$/, (text, path, files, collection) => readUvLock(text, files.nameOf(path), collection)],
    [/^poetry\.lock$/, (text, path, files, collection) => readPoetryLock(text, files.nameOf(path), collection)],
    [/^pdm\.lock$/, (text, path, files, collection) => readPdmLock(text, files.nameOf(path), collection)],
    [/^Pipfile\.lock$/, (text, path, files, collection) => readPipfileLock(text, files.nameOf(path), collection)],
    [/^Pipfile$/, (text, path, files, collection) => readPipfile(text, files.nameOf(path), collection)],
    [/^pylock(\..+)?\.toml$/, (text, path, files, collection) => readPylock(text, files.nameOf(path), collection)],
    [/^setup\.cfg$/, readSetupCfg],
];
/** uv.toml beside a project overrides [tool.uv]; nobody lists it among the requirements. */
async function readUvSettings(path, files, collection) {
    const settings = files.besides(path, 'uv.toml');
    if (!files.isFirst(settings))
        return;
    const text = await files.readOptional(settings, collection);
    if (text !== null)
        await readUvToml(text, files.nameOf(settings), collection);
}

;// CONCATENATED MODULE: ./build/src/run/prepare.js
/** What every mode needs before it can judge: pip's own word, whom it trusts, what the job installs. */







function prepare(plan, env) {
    const { inputs, runner } = plan;
    const answers = observePip(inputs.python, env);
    const trust = answers.basics.then((basics) => readTrust(basics, env, inputs.caBundle));
    const pip = answers.facts;
    const job = pip.then((facts) => readRequirements({ patterns: inputs.requirements, packages: inputs.packages, workspace: runner.workspace, env }, facts));
    const userAgent = answers.userAgent.then((own) => own ??
        fallbackUserAgent({ ci: looksLikeCi(env), platform: process.platform, arch: process.arch, release: (0,external_node_os_.release)() }));
    return {
        pip,
        trust,
        job,
        asking: {
            userAgent,
            trust,
            proxies: answers.basics.then((basics) => proxySettings(basics, env)),
            timeoutMs: inputs.timeoutMs,
            ...(inputs.policy === 'internal' ? { forbids: isPublicHost } : {}),
        },
    };
}

// EXTERNAL MODULE: ./build/src/run/publish.js + 4 modules
var publish = __webpack_require__(3418);
;// CONCATENATED MODULE: ./build/src/report/history.js
/** About three months of daily audits. */
const MOST_AUDITS = 90;
const LETTERS = {
    valid: 'v',
    expiring: 'e',
    refused: 'r',
    unreachable: 'u',
    absent: '-',
};
const STATES = new Map(Object.entries(LETTERS).map(([state, letter]) => [letter, state]));
const NO_HISTORY = { schema: 1, times: [], mirrors: {} };
/** A mirror's state by the worst certificate on its way; `status` null: none was seen. */
function stateOf(status) {
    if (status === null)
        return 'unreachable';
    return status === 'valid' || status === 'expiring' ? status : 'refused';
}
function countsOf(rows) {
    const counts = { valid: 0, expiring: 0, refused: 0, unreachable: 0, absent: 0 };
    for (const { status } of rows)
        counts[stateOf(status)] += 1;
    return counts;
}
/** The history with one more audit; mirrors that no audit in it has asked are dropped. */
function withAudit(history, rows, at) {
    const cut = Math.max(0, history.times.length + 1 - MOST_AUDITS);
    const missed = LETTERS.absent.repeat(history.times.length);
    const now = new Map(rows.map(({ verdict, status }) => [verdict.candidate.name, LETTERS[stateOf(status)]]));
    const names = new Set([...Object.keys(history.mirrors), ...now.keys()]);
    const mirrors = [...names].map((name) => {
        const before = Object.hasOwn(history.mirrors, name) ? (history.mirrors[name] ?? '') : missed;
        return [name, (before + (now.get(name) ?? LETTERS.absent)).slice(cut)];
    });
    return {
        schema: 1,
        times: [...history.times, at].slice(cut),
        mirrors: Object.fromEntries(mirrors.filter(([, letters]) => /[^-]/.test(letters))),
    };
}
/** The states of one mirror, one for each of `times`. */
function statesOf(history, name) {
    const letters = Object.hasOwn(history.mirrors, name) ? (history.mirrors[name] ?? '') : '';
    return history.times.map((_, index) => STATES.get(letters[index] ?? '') ?? 'absent');
}
/** null for anything that is not a whole history of this schema. */
function readHistory(value) {
    if (typeof value !== 'object' || value === null)
        return null;
    const { schema, times, mirrors } = value;
    if (schema !== 1 || !Array.isArray(times) || typeof mirrors !== 'object' || mirrors === null)
        return null;
    if (times.length > MOST_AUDITS || !times.every((time) => Number.isSafeInteger(time)))
        return null;
    const whole = Object.values(mirrors).every((text) => typeof text === 'string' && text.length === times.length);
    return whole ? { schema: 1, times, mirrors: mirrors } : null;
}

;// CONCATENATED MODULE: ./build/src/alert/audit-memory.js

const NO_MEMORY = { schema: 1, told: {}, history: NO_HISTORY };
/** null for anything that is not a memory of this schema. */
function readMemory(value) {
    if (!isRecord(value) || value.schema !== 1)
        return null;
    return { schema: 1, told: readTold(value.told), history: readHistory(value.history) ?? NO_HISTORY };
}
/** What is readable of it; the rest is dropped. */
function readTold(value) {
    return recordOf(value, (byHost) => recordOf(byHost, (memories) => (Array.isArray(memories) ? memories.flatMap(readAnnounced) : [])));
}
/** Several memories as one: what any of them was told, was told. */
function mergeTold(all) {
    const merged = {};
    for (const told of all) {
        for (const [channel, byHost] of Object.entries(told)) {
            merged[channel] = { ...byHost, ...merged[channel] };
        }
    }
    return merged;
}
function readAnnounced(value) {
    if (!isRecord(value))
        return [];
    const { fingerprint256, notAfter, threshold, lapsedOn, faults, healed } = value;
    if (typeof fingerprint256 !== 'string' || typeof healed !== 'boolean' || !Array.isArray(faults))
        return [];
    return [
        {
            fingerprint256,
            notAfter: typeof notAfter === 'number' ? notAfter : 0,
            threshold: typeof threshold === 'number' ? threshold : null,
            lapsedOn: typeof lapsedOn === 'string' ? lapsedOn : null,
            faults: faults.filter((fault) => typeof fault === 'string'),
            healed,
        },
    ];
}
function recordOf(value, read) {
    if (!isRecord(value))
        return {};
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, read(inner)]));
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/decide/sightings.js
const sightings_DAY_MS = 86_400_000;
/** 'host:port' of a probe or sighting; IPv6 literals in brackets. */
function hostKey(place) {
    return `${place.host.includes(':') ? `[${place.host}]` : place.host}:${place.port}`;
}
/** All sightings by `hostKey`, in the order of the probes. Hosts that could not be reached are missing. */
function sightingsOf(probes, now) {
    const found = new Map();
    for (const probe of probes) {
        if (probe.certificate === null)
            continue;
        const key = hostKey(probe);
        const atHost = found.get(key) ?? new Map();
        found.set(key, atHost);
        // The same leaf may be served with another chain by one stale node: that is another sighting.
        const { fingerprint256, faults } = probe.certificate;
        const id = [fingerprint256, endingOf(probe.certificate, now).fingerprint256, ...faults].join(' ');
        const same = atHost.get(id);
        if (same === undefined)
            atHost.set(id, { probes: [probe], certificate: probe.certificate });
        else
            same.probes.push(probe);
    }
    return new Map([...found].map(([key, atHost]) => [key, sightingsAtHost([...atHost.values()], now)]));
}
function sightingsAtHost(groups, now) {
    return groups.flatMap(({ probes, certificate }) => {
        const [first] = probes;
        if (first === undefined)
            return [];
        const addresses = groups.length === 1 ? [] : probes.flatMap((probe) => probe.address ?? []);
        return [
            {
                host: first.host,
                port: first.port,
                mirrors: [...new Set(probes.map((probe) => probe.mirror))],
                addresses: [...new Set(addresses)],
                certificate,
                ending: endingOf(certificate, now),
            },
        ];
    });
}
/** The chain member whose end is the one that the verdict counts (`daysLeft`). */
function endingOf(certificate, now) {
    const end = now + certificate.daysLeft * sightings_DAY_MS;
    const distance = (entry) => Math.abs(entry.notAfter - end);
    const [first, ...others] = certificate.chain;
    if (first === undefined)
        return certificate;
    return others.reduce((best, entry) => (distance(entry) < distance(best) ? entry : best), first);
}

// EXTERNAL MODULE: ./build/src/report/escape.js
var report_escape = __webpack_require__(6209);
// EXTERNAL MODULE: ./build/src/report/messages.js + 16 modules
var messages = __webpack_require__(2306);
// EXTERNAL MODULE: ./build/src/report/prose.js
var prose = __webpack_require__(2299);
// EXTERNAL MODULE: ./build/src/report/rows.js
var report_rows = __webpack_require__(1591);
;// CONCATENATED MODULE: ./build/src/alert/issue.js
/** One issue for each failing mirror: found again by a hidden mark, kept up to date, closed when it is in order. */






const MARK = /<!-- pip-mirror-select audit ([\w%.!~*'()-]+)(?: ([\w+/=]+))? -->/;
/** GitHub takes 65 536 characters; the state may have the rest. */
const MOST_STATE = 40_000;
/** Rows of one issue's table. */
const MOST_HOSTS = 40;
/** The mirror whose issue this is; null for any other issue. */
function mirrorOfIssue({ body, trusted }) {
    const name = trusted ? MARK.exec(body)?.[1] : undefined;
    if (name === undefined)
        return null;
    try {
        return decodeURIComponent(name);
    }
    catch {
        return null;
    }
}
/** What the issue remembers of what channels were told about its mirror; null where it has nothing readable. */
function stateInIssue({ body, trusted }) {
    const state = trusted ? MARK.exec(body)?.[2] : undefined;
    try {
        return state === undefined ? null : JSON.parse(Buffer.from(state, 'base64').toString('utf8'));
    }
    catch {
        return null;
    }
}
/**
 * What to do with the issues, most urgent mirror first. A mirror that was not reached keeps its issue as it is: nobody
 * knows. `told` goes into the marks of those that are written.
 */
function planIssues(outcome, open, told) {
    const { language } = outcome.plan.inputs;
    const texts = (0,messages/* auditTextsOf */.$N)(language).issue;
    const issues = new Map(open.flatMap((issue) => {
        const mirror = mirrorOfIssue(issue);
        return mirror === null ? [] : [[mirror, issue]];
    }));
    return (0,report_rows/* rowsOf */.RO)(outcome).flatMap((row) => {
        const mirror = row.verdict.candidate.name;
        const issue = issues.get(mirror);
        const state = stateOf(row.status);
        if (state === 'unreachable')
            return [];
        if (state === 'valid') {
            return issue === undefined
                ? []
                : [{ action: 'close', number: issue.number, comment: (0,prose/* markdown */.wD)(texts.healed(mirror)) }];
        }
        const title = texts.title(mirror);
        const body = bodyOf(row, outcome, told);
        return [
            issue === undefined
                ? { action: 'open', mirror, title, body }
                : { action: 'update', number: issue.number, title, body },
        ];
    });
}
function bodyOf(row, outcome, told) {
    const { language } = outcome.plan.inputs;
    const texts = (0,messages/* auditTextsOf */.$N)(language).issue;
    const mirror = row.verdict.candidate.name;
    const probes = (outcome.probes ?? []).filter((probe) => probe.mirror === mirror);
    const troubled = probes.filter(({ certificate }) => certificate !== null && certificate.status !== 'valid');
    const rows = troubled.slice(0, MOST_HOSTS).map((probe) => tableRow(probe, language));
    const rest = troubled.length - rows.length;
    const [reason] = troubled.flatMap(({ certificate }) => certificate?.faults ?? []);
    const advice = reason === undefined ? null : (0,messages/* reasonOf */.A3)(`certificate-${reason}`, language).remedy;
    const at = `${new Date(outcome.startedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    return [
        (0,prose/* markdown */.wD)(texts.opening(mirror)),
        '',
        `| ${texts.host} | ${texts.state} | ${texts.end} |`,
        '| :-- | :-- | :-- |',
        ...rows,
        ...(rest > 0 ? [`| ${(0,messages/* phrasesOf */.ED)(language).list.more(rest)} | | |`] : []),
        '',
        ...(advice === null ? [] : [`**${texts.todo}** ${(0,prose/* markdown */.wD)(advice)}`, '']),
        `<sub>${texts.updated(at)} ${texts.closing}</sub>`,
        '',
        markOf(mirror, stateOfHosts(told, probes)),
    ].join('\n');
}
function tableRow({ host, port, address, certificate }, language) {
    if (certificate === null)
        return '';
    const { days } = (0,messages/* phrasesOf */.ED)(language);
    const words = (certificate.faults.length === 0 ? [certificate.status] : certificate.faults).map((status) => (0,messages/* statusOf */.c2)(status, language).word);
    const { icon } = (0,messages/* statusOf */.c2)(certificate.status, language);
    const place = `${host}:${port}${address === null ? '' : ` (${address})`}`;
    const end = Number.isFinite(certificate.notAfter)
        ? `${new Date(certificate.notAfter).toISOString().slice(0, 10)} (${days.left(certificate.daysLeft)})`
        : days.unknown;
    return `| ${(0,report_escape/* inText */.tg)(place)} | ${icon} ${words.join(', ')} | ${end} |`;
}
function markOf(mirror, state) {
    const encoded = Buffer.from(JSON.stringify(state)).toString('base64');
    const kept = Object.keys(state).length > 0 && encoded.length <= MOST_STATE ? ` ${encoded}` : '';
    return `<!-- pip-mirror-select audit ${encodeURIComponent(mirror)}${kept} -->`;
}
function stateOfHosts(told, probes) {
    const hosts = new Set(probes.map(hostKey));
    return Object.fromEntries(Object.entries(told).map(([channel, byHost]) => [
        channel,
        Object.fromEntries(Object.entries(byHost).filter(([host]) => hosts.has(host))),
    ]));
}

;// CONCATENATED MODULE: ./build/src/decide/announce.js
/** What is worth telling, each thing once: thresholds, lapses, other faults, and the end of the trouble. */

const announce_DAY_MS = 86_400_000;
/** Certificates that ended so long ago, and are not seen any more, are forgotten. */
const FORGET_MS = 30 * announce_DAY_MS;
/** Memories kept of one host: a name with many stale nodes must not fill the state. */
const MOST_PER_HOST = 16;
const URGENCY = ['expired', 'refused', 'expiring', 'healed'];
/**
 * Compares what was seen with what was told before.
 *
 * - A threshold is told once for a certificate; of several that passed since the last audit only the smallest.
 * - A lapse is told once a day (UTC), any other fault once for a certificate and set of faults.
 * - The end of the trouble is told once, when no address shows a troubled certificate any more. A mirror that flaps
 *   between its old and new certificate while a CDN rolls out is not told again and again.
 * - A host that showed no certificate this time keeps its memory: silence is neither trouble nor health.
 *
 * `seen` is by 'host:port' (see `sightingsOf`), `now` epoch milliseconds, `warnDays` descending.
 */
function announce(seen, before, warnDays, now) {
    const announcements = [];
    const told = {};
    for (const [key, memories] of Object.entries(before)) {
        const kept = memories.filter((memory) => memory.notAfter + FORGET_MS > now);
        if (!seen.has(key) && kept.length > 0)
            told[key] = kept;
    }
    for (const [key, sightings] of seen) {
        const host = announceHost(sightings, before[key] ?? [], warnDays, now);
        announcements.push(...host.announcements);
        if (host.memories.length > 0)
            told[key] = host.memories;
    }
    return { announcements: announcements.toSorted(byUrgency), told };
}
/** Most urgent first: the kind, then the days left. */
function byUrgency(a, b) {
    return URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0);
}
function announceHost(sightings, before, warnDays, now) {
    const memories = new Map(before.map((memory) => [memory.fingerprint256, memory]));
    const announcements = [];
    let troubled = false;
    for (const sighting of sightings) {
        const { fingerprint256 } = sighting.ending;
        const trouble = troubleOf(sighting, warnDays);
        if (trouble === null)
            continue;
        troubled = true;
        const memory = memories.get(fingerprint256) ?? nothingTold(sighting);
        const next = tell(trouble, memory, now);
        memories.set(fingerprint256, next ?? memory);
        if (next !== null)
            announcements.push(announcementOf(trouble.kind, sighting, trouble.threshold));
    }
    const [healthy] = sightings;
    if (!troubled && healthy !== undefined)
        announcements.push(...heal(healthy, sightings, memories));
    return { announcements, memories: keepOf(memories, sightings, now) };
}
function troubleOf({ certificate, ending }, warnDays) {
    const faults = certificate.faults.join(',');
    if (certificate.faults.includes('expired'))
        return { kind: 'expired', threshold: null, faults };
    if (faults !== '')
        return { kind: 'refused', threshold: null, faults };
    const lifetime = daysUntil(ending.notAfter, ending.notBefore);
    const threshold = reachedThreshold(certificate.daysLeft, lifetime, warnDays);
    return threshold === null ? null : { kind: 'expiring', threshold, faults };
}
/** The memory after telling of `trouble`; null when it has been told already. */
function tell(trouble, memory, now) {
    const { kind, threshold, faults } = trouble;
    if (kind === 'expired') {
        const today = new Date(now).toISOString().slice(0, 10);
        return memory.lapsedOn === today ? null : { ...memory, lapsedOn: today, healed: false };
    }
    if (kind === 'refused') {
        const known = memory.faults.includes(faults);
        return known ? null : { ...memory, faults: [...memory.faults, faults], healed: false };
    }
    const news = threshold !== null && (memory.threshold === null || threshold < memory.threshold);
    return news ? { ...memory, threshold, healed: false } : null;
}
/** Declares the troubles of one host over; empty when there were none, or when that was told before. */
function heal(healthy, sightings, memories) {
    const open = [...memories.values()].filter((memory) => !memory.healed);
    if (open.length === 0)
        return [];
    const seen = new Set(sightings.map((sighting) => sighting.ending.fingerprint256));
    // A flap back to a certificate whose arrival was told: nothing new, unless that certificate itself was mended.
    const toldBefore = sightings.every((sighting) => memories.get(sighting.ending.fingerprint256)?.healed === true) &&
        !open.some((memory) => seen.has(memory.fingerprint256));
    for (const memory of open) {
        // What broke and was mended may break again: only thresholds of a replaced certificate stay told.
        const mended = seen.has(memory.fingerprint256) ? { threshold: null, lapsedOn: null, faults: [] } : {};
        memories.set(memory.fingerprint256, { ...memory, ...mended, healed: true });
    }
    for (const sighting of sightings) {
        const { fingerprint256 } = sighting.ending;
        memories.set(fingerprint256, { ...(memories.get(fingerprint256) ?? nothingTold(sighting)), healed: true });
    }
    return toldBefore ? [] : [announcementOf('healed', healthy, null)];
}
function keepOf(memories, sightings, now) {
    const seen = new Set(sightings.map((sighting) => sighting.ending.fingerprint256));
    return [...memories.values()]
        .filter((memory) => seen.has(memory.fingerprint256) || memory.notAfter + FORGET_MS > now)
        .toSorted((a, b) => b.notAfter - a.notAfter)
        .slice(0, MOST_PER_HOST);
}
function nothingTold({ ending }) {
    const { fingerprint256, notAfter } = ending;
    return {
        fingerprint256,
        notAfter: finite(notAfter) ?? 0,
        threshold: null,
        lapsedOn: null,
        faults: [],
        healed: false,
    };
}
function announcementOf(kind, sighting, threshold) {
    const { host, port, mirrors, addresses, certificate, ending } = sighting;
    return {
        kind,
        host,
        port,
        mirrors,
        addresses,
        threshold,
        daysLeft: finite(certificate.daysLeft),
        notAfter: finite(ending.notAfter),
        fingerprint256: ending.fingerprint256,
        subject: certificate.subject,
        issuer: certificate.issuer,
        faults: certificate.faults,
    };
}
/** A failed handshake and plain http have no dates. */
function finite(value) {
    return Number.isFinite(value) ? value : null;
}

;// CONCATENATED MODULE: ./build/src/alert/answer.js
/** A body with a code decides; without one the HTTP status does. */
function codedDelivery(answer, codes) {
    const code = codeOf(answer.body, codes.field);
    if (code === 0 && answer.status < 300)
        return { state: 'delivered' };
    if (code === null || code === 0) {
        // A 200 that is not the service's own form is a proxy's page or a wrong URL: not delivered.
        return answer.status < 300 ? { state: 'refused', code: 'no-answer-code' } : httpDelivery(answer);
    }
    const name = `${codes.field}-${code}`;
    if (codes.busy.includes(code))
        return { state: 'busy', code: name, afterMs: retryAfterMs(answer) };
    if (codes.limited.includes(code))
        return { state: 'limited', code: name };
    return { state: 'refused', code: name };
}
/** Honest status codes: 2xx, 429 and 5xx with `Retry-After`, and the rest. */
function httpDelivery(answer) {
    const { status } = answer;
    if (status >= 200 && status < 300)
        return { state: 'delivered' };
    const code = `http-${status}`;
    const again = status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501);
    return again ? { state: 'busy', code, afterMs: retryAfterMs(answer) } : { state: 'refused', code };
}
/** `Retry-After` in seconds; a date is not used by any of the services. */
function retryAfterMs(answer) {
    const text = answer.headers['retry-after'] ?? '';
    return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : null;
}
function codeOf(body, field) {
    try {
        const parsed = JSON.parse(body);
        const code = typeof parsed === 'object' && parsed !== null ? parsed[field] : null;
        return Number.isSafeInteger(code) ? code : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/src/alert/fit.js
/**
 * The longest rendering that fits: all lines, or the first ones and the word for how many are missing.
 * `render` gets the lines kept and that word ('' when none is missing); `fits` says whether its result is allowed.
 * Falls back to the title alone with no line at all.
 */
function fit(alert, render, fits) {
    const all = render(alert.lines, '');
    if (fits(all))
        return all;
    const cut = (count) => render(alert.lines.slice(0, count), alert.more(alert.lines.length - count));
    let kept = 0;
    let tooMany = alert.lines.length;
    while (tooMany - kept > 1) {
        const middle = Math.floor((kept + tooMany) / 2);
        if (fits(cut(middle)))
            kept = middle;
        else
            tooMany = middle;
    }
    return cut(kept);
}
function bytes(text) {
    return Buffer.byteLength(text);
}

;// CONCATENATED MODULE: ./build/src/alert/markup.js
/** Hostile values in the Markdown dialects of chat services, which have no escape character. */

/** Longest value shown in a message, in code points. */
const LONGEST = 120;
/** What makes markup, a link, a mention or an HTML tag; ':' and '/' only as '://' and '//'. */
const MARKUP = /[!#&()*<>@[\\\]`|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/)|\/(?=\/)/gu;
/** The look-alike of the same width that means nothing to a parser: '*' becomes '＊'. */
function harmless(mark) {
    return String.fromCharCode(mark.charCodeAt(0) + 0xfee0);
}
/** One value as it may stand in a chat message: visible, one line, without meaning. */
function chatText(text) {
    return (0,report_escape/* shown */.SP)(text, LONGEST).replace(MARKUP, harmless);
}
/** A sentence in a chat service's Markdown: names stand out as `bold` lays them, all else is plain. */
function chatMarkdown(prose, bold) {
    return prose.map((piece) => chatPiece(piece, bold)).join('');
}
function chatPiece({ kind, text }, bold) {
    if (kind === 'word')
        return text.replaceAll('`', '');
    const harmlessText = chatText(text);
    return kind === 'name' && harmlessText !== '' ? bold(harmlessText) : harmlessText;
}

;// CONCATENATED MODULE: ./build/src/alert/dingtalk.js
/** DingTalk (钉钉) group robot: Markdown, HMAC-SHA256 signature in the URL, 20 messages a minute, `errcode`. */




/** Of the whole body: no official figure is published, 20 000 is what works. */
const MOST_BYTES = 18_000;
const dingtalk = {
    request: (alert, target, now) => ({
        url: target.secret === null ? target.url : signed(target.url, target.secret, now),
        headers: {},
        body: fit(alert, (lines, more) => dingtalk_bodyOf(alert, lines, more), (body) => bytes(body) <= MOST_BYTES),
    }),
    delivery: (answer) => codedDelivery(answer, { field: 'errcode', busy: [-1], limited: [130101, 410100] }),
};
/** timestamp in milliseconds; base64(HMAC(secret, timestamp + '\n' + secret)), percent-encoded with its '+' and '/'. */
function signed(url, secret, now) {
    const sign = (0,external_node_crypto_.createHmac)('sha256', secret).update(`${now}\n${secret}`).digest('base64');
    return `${url}${url.includes('?') ? '&' : '?'}timestamp=${now}&sign=${encodeURIComponent(sign)}`;
}
function dingtalk_bodyOf(alert, lines, more) {
    const items = lines.map(({ text }) => `- ${chatMarkdown(text, (bold) => `**${bold}**`)}`);
    const link = alert.link === null ? [] : ['', `[${alert.link.text}](${alert.link.url})`];
    const text = [`#### ${alert.title}`, '', ...items, ...(more === '' ? [] : [`- ${more}`]), ...link].join('\n');
    return JSON.stringify({ msgtype: 'markdown', markdown: { title: alert.title, text } });
}

;// CONCATENATED MODULE: ./build/src/alert/feishu.js
/** Feishu (飞书) and Lark bot: a card, HMAC-SHA256 with key and data swapped, at most 20 KB, errors in `code`. */




/** Of the whole body. */
const feishu_MOST_BYTES = 20_000;
const TEMPLATE = { bad: 'red', soon: 'orange', good: 'green' };
const feishu = {
    request: (alert, target, now) => ({
        url: target.url,
        headers: {},
        body: fit(alert, (lines, more) => JSON.stringify({ ...signature(target.secret, now), ...cardOf(alert, lines, more) }), (body) => bytes(body) <= feishu_MOST_BYTES),
    }),
    delivery: (answer) => codedDelivery(answer, { field: 'code', busy: [11232], limited: [] }),
};
/** timestamp in seconds, as text; base64(HMAC(timestamp + '\n' + secret, '')). */
function signature(secret, now) {
    if (secret === null)
        return {};
    const timestamp = String(Math.floor(now / 1000));
    return { timestamp, sign: (0,external_node_crypto_.createHmac)('sha256', `${timestamp}\n${secret}`).digest('base64') };
}
function cardOf(alert, lines, more) {
    const items = lines.map(({ text }) => `- ${chatMarkdown(text, (bold) => `**${bold}**`)}`);
    const content = [...items, ...(more === '' ? [] : [`- ${more}`])].join('\n');
    const button = alert.link === null
        ? []
        : [
            {
                tag: 'action',
                actions: [{ tag: 'button', text: plainText(alert.link.text), url: alert.link.url, type: 'default' }],
            },
        ];
    return {
        msg_type: 'interactive',
        card: {
            config: { wide_screen_mode: true },
            header: { template: TEMPLATE[alert.severity], title: plainText(alert.title) },
            elements: [{ tag: 'markdown', content }, ...button],
        },
    };
}
function plainText(content) {
    return { tag: 'plain_text', content };
}

;// CONCATENATED MODULE: ./build/src/alert/slack.js
/** Slack incoming webhook: blocks of at most 3000 characters, honest status codes, `Retry-After`. */



/** Characters of one section's text, and of the whole message as Slack has been seen to accept it. */
const MOST_IN_SECTION = 3000;
const MOST_IN_ALL = 12_000;
const MOST_IN_HEADER = 150;
const ICON = { bad: ':red_circle:', soon: ':large_yellow_circle:', good: ':large_green_circle:' };
const slack = {
    request: (alert, target) => ({
        url: target.url,
        headers: {},
        body: JSON.stringify(fit(alert, (lines, more) => messageOf(alert, lines, more), (message) => JSON.stringify(message).length <= MOST_IN_ALL)),
    }),
    delivery: httpDelivery,
};
function messageOf(alert, lines, more) {
    const items = lines.map(({ text, severity }) => `${ICON[severity]} ${mrkdwn(text)}`);
    const link = alert.link === null ? [] : [`<${alert.link.url}|${escaped(alert.link.text)}>`];
    const sections = sectionsOf([...items, ...(more === '' ? [] : [escaped(more)]), ...link]);
    return {
        text: escaped(alert.title),
        blocks: [
            { type: 'header', text: { type: 'plain_text', text: alert.title.slice(0, MOST_IN_HEADER) } },
            // `verbatim` keeps Slack from making links and mentions out of host names.
            ...sections.map((text) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } })),
        ],
    };
}
/** Whole lines, as many in a section as it takes. */
function sectionsOf(lines) {
    const sections = [];
    for (const line of lines) {
        const last = sections.at(-1);
        if (last !== undefined && last.length + 1 + line.length <= MOST_IN_SECTION) {
            sections[sections.length - 1] = `${last}\n${line}`;
        }
        else
            sections.push(line.slice(0, MOST_IN_SECTION));
    }
    return sections;
}
function mrkdwn(prose) {
    return prose.map(piece).join('');
}
function piece({ kind, text }) {
    if (kind === 'word')
        return escaped(text.replaceAll('`', ''));
    // Slack's marks have no escape; in a value they are nothing but marks.
    const value = escaped((0,report_escape/* shown */.SP)(text, 120).replace(/[*_~`]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)));
    if (value === '')
        return '';
    return kind === 'name' ? `*${value}*` : `\`${value}\``;
}
function escaped(text) {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

;// CONCATENATED MODULE: ./build/src/alert/webhook.js
/**
 * Generic webhook: the announcements as JSON, signed as GitHub signs (`X-Hub-Signature-256`), which Event-Driven
 * Ansible, AWX and most receivers can check without code. Schema: docs/audit.md.
 */





const webhook_MOST_BYTES = 256 * 1024;
/** Code points of a subject or issuer: a certificate may name itself with 64 KiB. */
const webhook_LONGEST_NAME = 500;
const webhook = {
    request: (alert, target, now) => {
        const body = fit(alert, (lines) => webhook_bodyOf(alert, lines, now), (text) => bytes(text) <= webhook_MOST_BYTES);
        return { url: target.url, headers: webhook_signature(body, target.secret), body };
    },
    delivery: httpDelivery,
};
function webhook_signature(body, secret) {
    if (secret === null)
        return {};
    return { 'x-hub-signature-256': `sha256=${(0,external_node_crypto_.createHmac)('sha256', secret).update(body).digest('hex')}` };
}
function webhook_bodyOf(alert, lines, now) {
    return JSON.stringify({
        schema: 1,
        event: 'pip-mirror-select.audit',
        // Part of what is signed: a receiver can refuse an old message that is sent again.
        sentAt: new Date(now).toISOString(),
        repository: alert.repository,
        runUrl: alert.link?.url ?? null,
        language: alert.language,
        title: alert.title,
        severity: alert.severity,
        omitted: alert.lines.length - lines.length,
        alerts: lines.map(alertOf),
    });
}
function alertOf({ announcement, text }) {
    return {
        ...announcement,
        subject: (0,report_escape/* shown */.SP)(announcement.subject, webhook_LONGEST_NAME),
        issuer: (0,report_escape/* shown */.SP)(announcement.issuer, webhook_LONGEST_NAME),
        notAfter: announcement.notAfter === null ? null : new Date(announcement.notAfter).toISOString(),
        daysLeft: announcement.daysLeft === null ? null : Math.round(announcement.daysLeft * 1000) / 1000,
        text: (0,prose/* plain */.pj)(text),
    };
}

;// CONCATENATED MODULE: ./build/src/alert/wecom.js
/** WeCom (企业微信) group robot: Markdown of at most 4096 bytes, 20 messages a minute, errors in `errcode`. */



const wecom_MOST_BYTES = 4096;
/** The three colours that this dialect has. */
const COLOR = { bad: 'warning', soon: 'warning', good: 'info' };
const wecom = {
    request: (alert, target) => {
        const content = fit(alert, (lines, more) => wecom_contentOf(alert, lines, more), (text) => bytes(text) <= wecom_MOST_BYTES);
        return {
            url: target.url,
            headers: {},
            body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }),
        };
    },
    delivery: (answer) => codedDelivery(answer, { field: 'errcode', busy: [-1], limited: [45009] }),
};
function wecom_contentOf(alert, lines, more) {
    const items = lines.map(({ text, severity }) => `> ${chatMarkdown(text, (bold) => `<font color="${COLOR[severity]}">${bold}</font>`)}`);
    const link = alert.link === null ? [] : [`[${alert.link.text}](${alert.link.url})`];
    return [`**${alert.title}**`, ...items, ...(more === '' ? [] : [`> ${more}`]), ...link].join('\n');
}

;// CONCATENATED MODULE: ./build/src/alert/channels.js





const CHANNELS = {
    wecom: wecom,
    dingtalk: dingtalk,
    feishu: feishu,
    slack: slack,
    webhook: webhook,
};

;// CONCATENATED MODULE: ./build/src/alert/compose.js

const compose_SEVERITY = {
    expired: 'bad',
    refused: 'bad',
    expiring: 'soon',
    healed: 'good',
};
/** null when there is nothing to tell. `announcements` are most urgent first. */
function compose_compose(announcements, run, language) {
    const [first] = announcements;
    if (first === undefined)
        return null;
    const { alert } = (0,messages/* auditTextsOf */.$N)(language);
    const counts = { expired: 0, refused: 0, expiring: 0, healed: 0 };
    for (const { kind } of announcements)
        counts[kind] += 1;
    return {
        title: alert.title(counts),
        severity: compose_SEVERITY[first.kind],
        lines: announcements.map((announcement) => ({
            severity: compose_SEVERITY[announcement.kind],
            text: alert.line(announcement),
            announcement,
        })),
        more: alert.more,
        link: run.url === null ? null : { url: run.url, text: alert.run },
        language,
        repository: run.repository,
    };
}

;// CONCATENATED MODULE: ./build/src/alert/send.js
const PATIENCE = { attempts: 3, timeoutMs: 10_000, backOffMs: 1000, mostWaitMs: 20_000 };
/** `clock` gives epoch milliseconds: signatures are made anew for each attempt, they last an hour at most. */
async function send(channel, target, alert, post, clock, patience = PATIENCE) {
    let backOffMs = patience.backOffMs;
    for (let attempt = 1;; attempt++) {
        const answer = await post(channel.request(alert, target, clock()), patience.timeoutMs);
        const delivery = deliveryOf(channel, answer);
        if (delivery.state === 'delivered')
            return { delivered: true, code: '', attempts: attempt };
        const waitMs = delivery.state === 'busy' ? Math.max(delivery.afterMs ?? 0, backOffMs) : Number.POSITIVE_INFINITY;
        if (attempt >= patience.attempts || waitMs > patience.mostWaitMs) {
            return { delivered: false, code: delivery.code, attempts: attempt };
        }
        await new Promise((resolve) => setTimeout(resolve, waitMs));
        backOffMs *= 2;
    }
}
/** A hung or broken connection is worth another try: a message told twice is better than one never told. */
function deliveryOf(channel, answer) {
    if ('failure' in answer)
        return { state: 'busy', code: answer.failure, afterMs: null };
    return channel.delivery(answer);
}

;// CONCATENATED MODULE: ./build/src/alert/send-alerts.js
/** Tells every channel what it has not been told yet, and remembers what reached it. */





/** All channels at once. A channel that failed keeps its memory, so that the next audit tells it. Never throws. */
async function sendAlerts(round, post, patience = PATIENCE) {
    const rounds = await Promise.all(round.targets.map((target) => tellChannel(round, target, post, patience)));
    return {
        results: rounds.map(({ result }) => result),
        told: Object.fromEntries(rounds.map(({ key, told }) => [key, told])),
    };
}
/** Names a channel in the state without its secret: another URL or secret is another channel. */
function channelKey({ channel, url }) {
    return `${channel}-${(0,external_node_crypto_.createHash)('sha256').update(url).digest('hex').slice(0, 16)}`;
}
async function tellChannel(round, target, post, patience) {
    const key = channelKey(target);
    const before = round.told[key] ?? {};
    const { announcements, told } = announce(round.seen, before, round.warnDays, round.now);
    const alert = compose_compose(announcements, round.run, round.language);
    const base = { channel: target.channel, announcements: announcements.length };
    if (alert === null)
        return { key, told, result: { ...base, delivered: true, code: '', attempts: 0 } };
    const result = await send(CHANNELS[target.channel], target, alert, post, Date.now, patience);
    return { key, told: result.delivered ? told : before, result: { ...base, ...result } };
}

// EXTERNAL MODULE: ./build/src/platform/cache-store.js
var cache_store = __webpack_require__(4527);
;// CONCATENATED MODULE: ./build/src/apply/audit-state.js
/** Keeps an audit's memory in the forge's cache between two runs of one workflow. Its loss costs a repeated alert. */






const DEADLINE_MS = 10_000;
const FILE = 'memory.json';
/**
 * The cache tells entries apart by the very words of their path, too. A runner's temporary folder has another name on
 * each runner of a machine, so the memory lies below the home folder, which has a word of its own.
 */
const BELOW_HOME = ['.cache', 'pip-mirror-select'];
/** `workflow` and job name one audit: two audits of a repository do not share what they told. */
function openAuditStore(runner, cache, env, now) {
    const identity = (0,external_node_crypto_.createHash)('sha256')
        .update(`${env.GITHUB_WORKFLOW ?? ''}\n${env.GITHUB_JOB ?? ''}`)
        .digest('hex');
    const name = `audit-memory-${identity.slice(0, 16)}`;
    const dir = (0,external_node_path_.join)((0,external_node_os_.homedir)(), ...BELOW_HOME, name);
    const named = ['~', ...BELOW_HOME, name].join('/');
    const prefix = `pip-mirror-select-audit-1-${identity.slice(0, 16)}-`;
    const available = cache !== 'off' && (0,cache_store/* hasCacheService */.G9)(env);
    return {
        load: async () => {
            if (!available)
                return null;
            await (0,promises_.rm)(dir, { recursive: true, force: true });
            const answer = await (0,cache_store/* restore */.PF)(named, [`${prefix}${runner.runId}-${now}`, prefix], DEADLINE_MS);
            return answer.outcome === 'found' ? readMemoryFile((0,external_node_path_.join)(dir, FILE)) : null;
        },
        save: async (memory) => {
            if (!available || cache === 'read-only')
                return cache === 'auto' ? 'no cache service' : `cache: ${cache}`;
            try {
                await (0,promises_.mkdir)(dir, { recursive: true });
                await (0,promises_.writeFile)((0,external_node_path_.join)(dir, FILE), JSON.stringify(memory));
            }
            catch (error) {
                return error instanceof Error ? error.message : String(error);
            }
            const answer = await (0,cache_store/* save */.UN)(named, `${prefix}${runner.runId}-${now}`, DEADLINE_MS);
            await (0,promises_.rm)(dir, { recursive: true, force: true });
            return answer.outcome === 'found' ? null : answer.outcome === 'failed' ? answer.detail : answer.outcome;
        },
    };
}
async function readMemoryFile(path) {
    try {
        return readMemory(JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/src/platform/github-api.js
const PER_PAGE = 100;
const MOST_PAGES = 20;
const TIMEOUT_MS = 10_000;
const MOST_WAIT_MS = 20_000;
/** A page of a hundred long issues. */
const github_api_MOST_BYTES = 16 * 1024 * 1024;
const WRITERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
function issuesApi(client, { apiUrl, repository, token }) {
    const base = `${apiUrl.replace(/\/+$/, '')}/repos/${repository}/issues`;
    const headers = { accept: 'application/vnd.github+json', authorization: `Bearer ${token}` };
    const ask = async (method, url, body) => {
        const text = body === null ? null : JSON.stringify(body);
        for (let attempt = 1;; attempt++) {
            const answer = await client.ask({ method, url, headers, body: text }, TIMEOUT_MS, github_api_MOST_BYTES);
            if ('failure' in answer)
                return { failure: answer.failure };
            const { status } = answer;
            if (status >= 200 && status < 300)
                return parse(answer);
            const waitMs = Number(answer.headers['retry-after'] ?? (status === 503 ? 2 : Number.NaN)) * 1000;
            // Refused before anything was written, so that a second try cannot write twice.
            const again = attempt === 1 && [403, 429, 503].includes(status) && waitMs >= 0 && waitMs <= MOST_WAIT_MS;
            if (!again)
                return { failure: `http-${status}` };
            await new Promise((resolve) => setTimeout(resolve, waitMs));
        }
    };
    const write = async (method, url, body) => {
        const answer = await ask(method, url, body);
        return 'failure' in answer ? answer : null;
    };
    return {
        listOpen: async () => {
            const issues = [];
            for (let page = 1; page <= MOST_PAGES; page++) {
                const query = `state=open&type=issues&sort=updated&direction=desc&per_page=${PER_PAGE}&limit=${PER_PAGE}&page=${page}`;
                const answer = await ask('GET', `${base}?${query}`, null);
                if ('failure' in answer)
                    return answer;
                if (!Array.isArray(answer.value))
                    return { failure: 'invalid-answer' };
                issues.push(...answer.value.flatMap(issueOf));
                if (!answer.more)
                    break;
            }
            return issues;
        },
        open: (title, body) => write('POST', base, { title, body }),
        update: (number, title, body) => write('PATCH', `${base}/${number}`, { title, body }),
        close: async (number, comment) => (await write('POST', `${base}/${number}/comments`, { body: comment })) ??
            write('PATCH', `${base}/${number}`, { state: 'closed' }),
    };
}
/** `more`: another page follows. The length of a page says nothing, a Gitea may be set to shorter ones. */
function parse({ body, headers }) {
    try {
        return { value: JSON.parse(body), more: /rel="?next"?/.test(headers.link ?? '') };
    }
    catch {
        return { failure: 'invalid-answer' };
    }
}
/** Pull requests come with the issues; they are left out. */
function issueOf(value) {
    if (typeof value !== 'object' || value === null)
        return [];
    const { number, title, body, user, author_association: role, pull_request: pull } = value;
    if (typeof number !== 'number' || (pull !== undefined && pull !== null))
        return [];
    const bot = typeof user === 'object' && user !== null && 'type' in user && user.type === 'Bot';
    const trusted = bot || role === undefined || (typeof role === 'string' && WRITERS.has(role));
    return [{ number, title: String(title ?? ''), body: String(body ?? ''), trusted }];
}

;// CONCATENATED MODULE: ./build/src/platform/web-request.js
/** Requests of our own to services (alerts, the forge's API), through the environment's proxy. Not pip's eyes. */

/** Beginning of an answer's body that is read, bytes. */
const DEFAULT_MOST_BYTES = 64 * 1024;
/** `extraCa` is PEM text trusted besides Node's and the system's roots: an internal CA. undici is loaded on first use. */
async function openWebClient(extraCa) {
    const { EnvHttpProxyAgent, request } = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 6752, 19));
    const ca = [...knownRoots(), ...(extraCa === null ? [] : [extraCa])];
    const agent = new EnvHttpProxyAgent({ connect: { ca }, requestTls: { ca }, proxyTls: { ca }, pipelining: 1 });
    const ask = async ({ method, url, headers, body }, timeoutMs, mostBytes = DEFAULT_MOST_BYTES) => {
        const signal = AbortSignal.timeout(timeoutMs);
        try {
            const answer = await request(url, {
                method,
                headers: { 'user-agent': 'pip-mirror-select', 'content-type': 'application/json', ...headers },
                body,
                dispatcher: agent,
                signal,
            });
            return { status: answer.statusCode, headers: plainHeaders(answer), body: await read(answer.body, mostBytes) };
        }
        catch (error) {
            return { failure: signal.aborted ? 'timeout' : failureCode(error) };
        }
    };
    return { ask, close: () => agent.destroy() };
}
function knownRoots() {
    // Node 24 has it; the system's store holds what a company adds to its machines.
    if (typeof external_node_tls_.getCACertificates !== 'function')
        return external_node_tls_.rootCertificates;
    return [...new Set([...(0,external_node_tls_.getCACertificates)('default'), ...(0,external_node_tls_.getCACertificates)('system')])];
}
async function read(body, mostBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= mostBytes)
            break;
    }
    return Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8');
}
function plainHeaders(answer) {
    return Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')]));
}
function failureCode(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'failed';
    if (/TIMEOUT|TIMEDOUT/.test(code))
        return 'timeout';
    return code
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 60);
}

;// CONCATENATED MODULE: ./build/src/report/badge.js



/** JSON text of the badge: red when pip refuses a certificate, yellow when one ends soon or none was seen. */
function badgeOf(outcome) {
    const { badge } = (0,messages/* auditTextsOf */.$N)(outcome.plan.inputs.language);
    const counts = countsOf((0,report_rows/* rowsOf */.RO)(outcome));
    const worried = counts.expiring > 0 || counts.valid === 0;
    const color = counts.refused > 0 ? 'red' : worried ? 'yellow' : 'brightgreen';
    const endpoint = { schemaVersion: 1, label: badge.label, message: badge.message(counts), color, cacheSeconds: 3600 };
    return `${JSON.stringify(endpoint)}\n`;
}

;// CONCATENATED MODULE: ./build/src/report/status-page-style.js
/** The status page's look: light and dark, from 320 px up, contrast of at least 4.5 for every text. */
const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1f2328;--soft:#57606a;--line:#d0d7de;--valid:#1a7f37;--expiring:#9a6700;--refused:#cf222e;--unreachable:#6e7781;--absent:#afb8c1}
@media(prefers-color-scheme:dark){:root{--paper:#0d1117;--ink:#e6edf3;--soft:#9198a1;--line:#30363d;--valid:#3fb950;--expiring:#d29922;--refused:#ff7b72;--unreachable:#848d97;--absent:#484f58}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:1rem;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin:0 0 .5rem}
h2{font-size:1rem;margin:0}
p{margin:0}
header p{color:var(--soft)}
header .sum{color:var(--ink);font-weight:600}
ol,ul{list-style:none;margin:1rem 0;padding:0}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.875rem}
.cell{display:inline-block;width:.75rem;height:.75rem;margin-right:.375rem;background:currentColor}
.mirror{display:grid;grid-template-columns:1fr;gap:.125rem 1rem;padding:.75rem 0 .75rem .75rem;border-top:1px solid var(--line);border-left:4px solid var(--edge)}
.url{color:var(--soft);font-size:.875rem}
.state{font-weight:600;color:var(--edge)}
.left{font-size:.875rem}
svg{display:block;max-width:100%;margin-top:.25rem}
.mirror.valid{--edge:var(--valid)}.mirror.expiring{--edge:var(--expiring)}.mirror.refused{--edge:var(--refused)}.mirror.unreachable,.mirror.absent{--edge:var(--unreachable)}
.cell.valid{color:var(--valid)}.cell.expiring{color:var(--expiring)}.cell.refused{color:var(--refused)}.cell.unreachable{color:var(--unreachable)}.cell.absent{color:var(--absent)}
rect.valid{fill:var(--valid)}rect.expiring{fill:var(--expiring)}rect.refused{fill:var(--refused)}rect.unreachable{fill:var(--unreachable)}rect.absent{fill:var(--absent)}
.mark{stroke:var(--paper);stroke-width:2}
@media(min-width:48rem){.mirror{grid-template-columns:minmax(12rem,2fr) minmax(9rem,1fr) minmax(10rem,24rem);align-items:center}.url{grid-row:2}.state{grid-row:1}.left{grid-row:2}svg{grid-row:1/3;grid-column:3}}
`.replaceAll('\n', '');

;// CONCATENATED MODULE: ./build/src/report/status-page.js





/** Width of one audit in a history picture; the page scales it. */
const CELL = 4;
const HEIGHT = 24;
/** The whole HTML document. It needs nothing but itself: no script, no font, no picture from elsewhere. */
function statusPageOf(outcome, history) {
    const { language } = outcome.plan.inputs;
    const { page } = (0,messages/* auditTextsOf */.$N)(language);
    const rows = (0,report_rows/* rowsOf */.RO)(outcome);
    const at = time(outcome.startedAt);
    const since = history.times[0] ?? outcome.startedAt;
    const legend = Object.keys(page.states).map((state) => `<li><span class="cell ${state}" aria-hidden="true"></span>${page.states[state]}</li>`);
    return [
        '<!doctype html>',
        `<html lang="${language}">`,
        '<head>',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
        '<meta name="color-scheme" content="light dark">',
        // An empty icon: browsers would otherwise ask the server for one.
        '<link rel="icon" href="data:,">',
        `<title>${page.title}</title>`,
        `<style>${STYLE}</style>`,
        '</head>',
        '<body>',
        '<header>',
        `<h1>${page.title}</h1>`,
        `<p class="sum">${page.summary(countsOf(rows))}</p>`,
        `<p>${page.updated(`<time datetime="${new Date(outcome.startedAt).toISOString()}">${at}</time>`)}</p>`,
        `<p>${page.history(Math.max(1, history.times.length), time(since))}</p>`,
        `<ul class="legend">${legend.join('')}</ul>`,
        '</header>',
        '<main>',
        rows.length === 0
            ? `<p>${page.noMirrors}</p>`
            : `<ol>${rows.map((row) => item(row, outcome, history)).join('\n')}</ol>`,
        '</main>',
        '</body>',
        '</html>',
        '',
    ].join('\n');
}
function item(row, outcome, history) {
    const { language } = outcome.plan.inputs;
    const { page } = (0,messages/* auditTextsOf */.$N)(language);
    const { days } = (0,messages/* phrasesOf */.ED)(language);
    const { candidate } = row.verdict;
    const state = stateOf(row.status);
    const shown = row.status === null ? { icon: '❔', word: page.states.unreachable } : (0,messages/* statusOf */.c2)(row.status, language);
    const left = row.daysLeft === null ? days.unknown : days.left(row.daysLeft);
    return [
        `<li class="mirror ${state}">`,
        `<h2>${(0,report_escape/* inHtml */.dj)(candidate.name, 60)}</h2>`,
        `<p class="url">${(0,report_escape/* inHtml */.dj)(candidate.indexUrl)}</p>`,
        `<p class="state"><span aria-hidden="true">${shown.icon}</span> ${shown.word}</p>`,
        `<p class="left">${page.columns.daysLeft}: ${left}</p>`,
        picture(candidate.name, history, page.states),
        '</li>',
    ].join('');
}
/** One bar for each audit, oldest on the left; its words are in the label, the dates in the tips. */
function picture(name, history, words) {
    const states = statesOf(history, name);
    if (states.length === 0)
        return '';
    const counts = new Map();
    for (const state of states)
        counts.set(state, (counts.get(state) ?? 0) + 1);
    const label = [...counts].map(([state, count]) => `${words[state]}: ${count}`).join(', ');
    const cells = states.map((state, index) => {
        const at = time(history.times[index] ?? 0);
        // Height tells the state too: colour is never alone.
        const height = { valid: 24, expiring: 16, refused: 24, unreachable: 8, absent: 3 }[state];
        const mark = state === 'refused' ? `<path d="M${index * CELL} 12h3" class="mark"/>` : '';
        return `<g><title>${at}: ${words[state]}</title><rect class="${state}" x="${index * CELL}" y="${HEIGHT - height}" width="3" height="${height}"/>${mark}</g>`;
    });
    const width = states.length * CELL;
    return `<svg role="img" aria-label="${label}" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" preserveAspectRatio="none">${cells.join('')}</svg>`;
}
/** Minutes in UTC: a page is read in every time zone. */
function time(ms) {
    return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

;// CONCATENATED MODULE: ./build/src/run/tell-audit.js
/** After an audit: alerts, issues, status page and badge, and the memory of what was told. Throws nothing; a required alert that failed is a notice of level 'error'. */














/** Issues opened in one run: forges limit how fast content is made. */
const MOST_NEW_ISSUES = 20;
/** Folder beside the report, ready to be published by Pages. */
const PAGES = 'pip-mirror-select-status';
/** Tells everybody who asked for it. Resolves to what could not be done. `reportPath` is where the report goes. */
async function tellAudit(outcome, env, reportPath) {
    const { inputs, runner } = outcome.plan;
    const store = openAuditStore(runner, inputs.cache, env, outcome.startedAt);
    const client = inputs.alerts.length > 0 || inputs.issue ? await openWebClient(await caOf(inputs.caBundle)) : null;
    try {
        const issues = client === null || !inputs.issue ? null : await listIssues(outcome, env, client);
        const memory = (await store.load()) ?? NO_MEMORY;
        const inIssues = (issues?.open ?? []).map((issue) => readTold(stateInIssue(issue)));
        const before = mergeTold([memory.told, ...inIssues]);
        const told = client === null ? { told: before, notices: [] } : await tell_audit_alert(outcome, env, client, before);
        const kept = issues === null ? [] : await keepIssues(outcome, issues, told.told);
        const pages = await writePages(outcome, memory.history, (0,external_node_path_.join)((0,external_node_path_.dirname)(reportPath), PAGES));
        const lost = await store.save({ schema: 1, told: told.told, history: pages.history });
        // Only what was announced is worth a word: a history begins anew in silence.
        const matters = lost !== null && inputs.alerts.length > 0 && issues?.api == null;
        return [
            ...told.notices,
            ...kept,
            ...pages.notices,
            ...(matters ? [{ code: 'audit-state-lost', level: 'notice', facts: { detail: lost } }] : []),
        ];
    }
    finally {
        await client?.close();
    }
}
async function tell_audit_alert(outcome, env, client, before) {
    const { inputs, runner } = outcome.plan;
    // Who accepts a host without a check is not told about its certificate.
    const probes = (outcome.probes ?? []).filter(({ host, port }) => !isTrustedHost(inputs.trustedHosts, host, port));
    const { results, told } = await sendAlerts({
        targets: inputs.alerts,
        seen: sightingsOf(probes, outcome.startedAt),
        told: before,
        warnDays: inputs.warnDays,
        now: outcome.startedAt,
        run: runPageOf(runner, env),
        language: inputs.language,
    }, (request, timeoutMs) => client.ask({ method: 'POST', ...request }, timeoutMs));
    const notices = results.flatMap(({ channel, announcements, delivered, code }, index) => {
        if (announcements === 0)
            return [];
        const level = inputs.alerts[index]?.required === true ? 'error' : 'warning';
        return delivered
            ? [{ code: 'alert-sent', level: 'info', facts: { channel, announcements } }]
            : [{ code: 'alert-failed', level, facts: { channel, code, announcements } }];
    });
    return { told: { ...before, ...told }, notices };
}
async function listIssues({ plan }, env, client) {
    const none = { api: null, open: [] };
    const { githubToken } = plan.inputs;
    const repository = env.GITHUB_REPOSITORY ?? '';
    if (githubToken === '')
        return { ...none, failure: 'no-token' };
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
        return { ...none, failure: 'no-repository' };
    const apiUrl = env.GITHUB_API_URL || 'https://api.github.com';
    const api = issuesApi(client, { apiUrl, repository, token: githubToken });
    const open = await api.listOpen();
    return 'failure' in open ? { ...none, failure: open.failure } : { api, open, failure: null };
}
async function keepIssues(outcome, { api, open, failure }, told) {
    const failed = (code) => ({ code: 'issue-failed', level: 'warning', facts: { code } });
    if (api === null)
        return [failed(failure ?? 'failed')];
    let opened = 0;
    let left = 0;
    for (const step of planIssues(outcome, open, told)) {
        if (step.action === 'open' && opened >= MOST_NEW_ISSUES) {
            left += 1;
            continue;
        }
        const trouble = step.action === 'open'
            ? await api.open(step.title, step.body)
            : step.action === 'update'
                ? await api.update(step.number, step.title, step.body)
                : await api.close(step.number, step.comment);
        if (trouble !== null)
            return [failed(trouble.failure)];
        if (step.action === 'open')
            opened += 1;
    }
    return left === 0 ? [] : [{ code: 'issues-limited', level: 'notice', facts: { opened, left } }];
}
/** Status page, badge and history; the earlier history is the longer one of the folder's and the memory's. */
async function writePages(outcome, remembered, folder) {
    const path = (0,external_node_path_.join)(folder, 'history.json');
    const found = readHistory(await readJson(path));
    const earlier = found !== null && (found.times.at(-1) ?? 0) >= (remembered.times.at(-1) ?? 0) ? found : remembered;
    const history = withAudit(earlier, (0,report_rows/* rowsOf */.RO)(outcome), outcome.startedAt);
    try {
        await (0,promises_.mkdir)(folder, { recursive: true });
        await (0,promises_.writeFile)(path, `${JSON.stringify(history)}\n`);
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'badge.json'), badgeOf(outcome));
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'index.html'), statusPageOf(outcome, history));
        return { history, notices: [] };
    }
    catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return { history, notices: [{ code: 'status-page-failed', level: 'warning', facts: { detail } }] };
    }
}
async function readJson(path) {
    try {
        return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch {
        return null;
    }
}
async function caOf(path) {
    return path === null ? null : (0,promises_.readFile)(path, 'utf8').catch(() => null);
}
/** Where people find this run. Gitea and Forgejo number the runs of a repository. */
function runPageOf({ forge }, env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID, GITHUB_RUN_NUMBER } = env;
    const run = forge === 'gitea' || forge === 'forgejo' ? GITHUB_RUN_NUMBER : GITHUB_RUN_ID;
    if (!server || !repository || !run || forge === 'none')
        return { repository: repository ?? '', url: null };
    return { repository, url: `${server}/${repository}/actions/runs/${run}` };
}

;// CONCATENATED MODULE: ./build/src/run/yardstick.js
/** What all mirrors of a job are measured by, and the file that all of them are asked for. */


/** `probe` null: an internal index need not have any public project. */
function yardstickOf({ policy, warnDays, trustedHosts }, trust) {
    const probe = policy === 'internal' ? null : DEFAULT_PROBE.project;
    return { trust, now: Date.now(), warnDays, trustedHosts, probe };
}
/** The file of a page that this pip would take for one of these, the first first, or for the probe where none is there. */
function fileFor(wanted, pip) {
    return (page) => {
        for (const requirement of [...wanted, DEFAULT_PROBE]) {
            const chosen = chooseFile(page, requirement, pip);
            if (chosen !== null)
                return chosen.link;
        }
        return null;
    };
}

;// CONCATENATED MODULE: ./build/src/run/audit.js
/** `mode: audit`: judge every mirror and every host on pip's way, tell who wants to know, export nothing. */










/** Mirrors asked at once: as many as the process may hold sockets. */
const AT_ONCE = 128;
/** The whole mode. */
async function audit(plan, env, startedAt) {
    const outcome = await judgeEverything(plan, env, startedAt);
    const notices = await tellAudit(outcome, env, (0,publish/* reportPathOf */.L)(plan));
    return { ...outcome, notices: [...outcome.notices, ...notices] };
}
/** Asks and judges; nothing is written and nobody told. */
async function judgeEverything(plan, env, startedAt) {
    const prepared = prepare(plan, env);
    const ready = questionsOf(plan, prepared);
    const audited = await askAll(plan.candidates, prepared.asking, ready);
    const { yardstick } = await ready;
    const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
    const observations = audited.map(({ observation }) => observation);
    const alone = judgeAll(observations, yardstick, { wanted: [], hashes: job.hashes, pip });
    const judged = alone.map((verdict, index) => {
        const probes = probesOf(verdict, audited[index]?.nodes ?? [], yardstick);
        return { probes, verdict: withEveryNode(verdict, probes, yardstick) };
    });
    const verdicts = judged.map(({ verdict }) => verdict);
    return {
        plan,
        pip,
        trust,
        startedAt,
        durationMs: Date.now() - startedAt,
        verdicts,
        beside: [],
        ranking: [],
        decision: null,
        variables: {},
        cache: null,
        notices: noticesOf({ plan, pip, trust, job, verdicts, decision: null, env }),
        probes: judged.flatMap(({ probes }) => probes),
    };
}
async function questionsOf({ inputs, candidates }, prepared) {
    const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
    const screen = sampleOf(job, 1)[0] ?? DEFAULT_PROBE;
    return {
        project: screen.project,
        choose: fileFor([screen], pip),
        // Whatever is wrong with the index's own certificate, the other hosts' ends are worth knowing.
        tolerateExpired: true,
        pageBytes: inputs.policy === 'internal' ? Number.POSITIVE_INFINITY : POLITENESS.bytesPerRequest,
        fileBytes: gateBytesFor(candidates.length),
        yardstick: yardstickOf(inputs, trust),
        timeoutMs: inputs.timeoutMs,
        handshakes: new Map(),
        lists: new Map(),
    };
}
/** All mirrors, a bounded number at once, in the order given. */
async function askAll(candidates, asking, ready) {
    const audited = [];
    let next = 0;
    const worker = async () => {
        for (let at = next++; at < candidates.length; at = next++) {
            const candidate = candidates[at];
            if (candidate !== undefined)
                audited[at] = await auditMirror(candidate, asking, ready);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return audited;
}

;// CONCATENATED MODULE: ./build/src/decide/torch-releases.js
/**
 * PyTorch's releases, as data: a new release is one row.
 * ROCm and XPU tags are not in the table: there the index page alone decides.
 */
function release(torch, cuda, torchvision, torchaudio) {
    return { torch, cuda: cuda.split(' '), torchvision, torchaudio };
}
/** Newest first. From 2.11 on torchaudio is built on the stable ABI: its 2.11.0 belongs to every later torch. */
const TORCH_RELEASES = [
    release('2.13.0', 'cu126 cu130 cu132', '0.28.0', '2.11.0'),
    release('2.12.1', 'cu126 cu130 cu132', '0.27.1', '2.11.0'),
    release('2.12.0', 'cu126 cu130 cu132', '0.27.0', '2.11.0'),
    release('2.11.0', 'cu126 cu128 cu130', '0.26.0', '2.11.0'),
    release('2.10.0', 'cu126 cu128 cu130', '0.25.0', '2.10.0'),
    release('2.9.1', 'cu126 cu128 cu130', '0.24.1', '2.9.1'),
    release('2.9.0', 'cu126 cu128 cu130', '0.24.0', '2.9.0'),
    release('2.8.0', 'cu126 cu128 cu129', '0.23.0', '2.8.0'),
    release('2.7.1', 'cu118 cu126 cu128', '0.22.1', '2.7.1'),
    release('2.7.0', 'cu118 cu126 cu128', '0.22.0', '2.7.0'),
    release('2.6.0', 'cu118 cu124 cu126', '0.21.0', '2.6.0'),
    release('2.5.1', 'cu118 cu121 cu124', '0.20.1', '2.5.1'),
    release('2.5.0', 'cu118 cu121 cu124', '0.20.0', '2.5.0'),
    release('2.4.1', 'cu118 cu121 cu124', '0.19.1', '2.4.1'),
    release('2.4.0', 'cu118 cu121 cu124', '0.19.0', '2.4.0'),
    release('2.3.1', 'cu118 cu121', '0.18.1', '2.3.1'),
    release('2.3.0', 'cu118 cu121', '0.18.0', '2.3.0'),
    release('2.2.2', 'cu118 cu121', '0.17.2', '2.2.2'),
    release('2.2.1', 'cu118 cu121', '0.17.1', '2.2.1'),
    release('2.2.0', 'cu118 cu121', '0.17.0', '2.2.0'),
    release('2.1.2', 'cu118 cu121', '0.16.2', '2.1.2'),
    release('2.1.1', 'cu118 cu121', '0.16.1', '2.1.1'),
    release('2.1.0', 'cu118 cu121', '0.16.0', '2.1.0'),
    release('2.0.1', 'cu117 cu118', '0.15.2', '2.0.2'),
    release('2.0.0', 'cu117 cu118', '0.15.1', '2.0.1'),
    release('1.13.1', 'cu116 cu117', '0.14.1', '0.13.1'),
    release('1.13.0', 'cu116 cu117', '0.14.0', '0.13.0'),
];
/** Every CUDA tag that any release had, ascending by CUDA version. */
function knownCudaTags() {
    const tags = new Set(TORCH_RELEASES.flatMap((row) => row.cuda));
    return [...tags].sort((a, b) => cudaNumber(a) - cudaNumber(b));
}
/** 'cu128' → 12.8, so that tags can be compared. */
function cudaNumber(tag) {
    const digits = tag.slice('cu'.length);
    return Number(digits.slice(0, -1)) + Number(digits.slice(-1)) / 10;
}

;// CONCATENATED MODULE: ./build/src/decide/pytorch.js

const TORCH_PROJECTS = ['torch', 'torchvision', 'torchaudio'];
/** Looks a tag up for a torch version (label ignored). */
function lookUpTag(platform, torch) {
    const version = withoutLabel(torch);
    const row = TORCH_RELEASES.find((release) => release.torch === version);
    if (row === undefined || !/^(cpu|cu\d+)$/.test(platform))
        return { kind: 'unknown' };
    if (platform === 'cpu' || row.cuda.includes(platform))
        return { kind: 'has' };
    const having = TORCH_RELEASES.filter((release) => release.cuda.includes(platform));
    const [newest] = having;
    const oldest = having.at(-1);
    if (newest === undefined || oldest === undefined)
        return { kind: 'unknown' };
    const nearest = nearestTag(platform, row.cuda);
    const isNewer = TORCH_RELEASES.indexOf(row) < TORCH_RELEASES.indexOf(newest);
    return isNewer
        ? { kind: 'gone', boundary: newest.torch, nearest }
        : { kind: 'early', boundary: oldest.torch, nearest };
}
/** The tag with the nearest CUDA version; of two equally near ones the lower, because it needs the older driver. */
function nearestTag(platform, tags) {
    const wanted = cudaNumber(platform);
    const distance = (tag) => Math.abs(cudaNumber(tag) - wanted);
    return tags.reduce((best, tag) => (distance(tag) < distance(best) ? tag : best));
}
/**
 * What is wrong with the wish itself, before any index is asked. `hasWheel` is what the index pages showed of the
 * pinned torch: true and false outrank the table, null is "not seen".
 */
function judgeTorchWish(wanted, hasWheel) {
    return [...judgeSystem(wanted), ...judgeTag(wanted, hasWheel), ...judgeLabels(wanted), ...judgeCompanions(wanted)];
}
function judgeSystem({ platform, os }) {
    if (os !== 'macos' || platform === 'cpu')
        return [];
    return [{ code: 'pytorch-macos', level: 'error', facts: { platform } }];
}
function judgeTag({ platform, pinned }, hasWheel) {
    if (hasWheel === true)
        return [];
    const known = knownCudaTags();
    if (pinned.torch === undefined) {
        const isStranger = platform.startsWith('cu') && !known.includes(platform);
        if (!isStranger)
            return [];
        return [
            { code: 'pytorch-tag-unknown', level: 'warning', facts: { platform, nearest: nearestTag(platform, known) } },
        ];
    }
    const answer = lookUpTag(platform, pinned.torch);
    const level = hasWheel === false ? 'error' : 'warning';
    const torch = withoutLabel(pinned.torch);
    switch (answer.kind) {
        case 'gone':
            return [
                { code: 'pytorch-tag-gone', level, facts: { platform, torch, last: answer.boundary, nearest: answer.nearest } },
            ];
        case 'early':
            return [
                {
                    code: 'pytorch-tag-early',
                    level,
                    facts: { platform, torch, first: answer.boundary, nearest: answer.nearest },
                },
            ];
        case 'has':
        case 'unknown':
            return hasWheel === false ? [{ code: 'pytorch-no-wheel', level, facts: { platform, torch } }] : [];
    }
}
/** 'torch==2.8.0+cu126' with `pytorch: cu128` can only come from the wrong index. */
function judgeLabels({ platform, pinned }) {
    return TORCH_PROJECTS.flatMap((project) => {
        const label = pinned[project]?.split('+')[1];
        if (label === undefined || label === platform)
            return [];
        return [{ code: 'pytorch-label', level: 'error', facts: { project, version: pinned[project] ?? '', platform } }];
    });
}
function judgeCompanions({ pinned }) {
    const release = releaseOf(pinned);
    if (release === null)
        return [];
    return TORCH_PROJECTS.flatMap((project) => {
        const version = pinned[project];
        if (version === undefined || withoutLabel(version) === release[project])
            return [];
        const facts = { torch: release.torch, project, version: withoutLabel(version), belongs: release[project] };
        return [{ code: 'pytorch-companion', level: 'error', facts }];
    });
}
/** The release that the pinned torch names; null where torch is not pinned or not in the table. */
function releaseOf(pinned) {
    const torch = pinned.torch;
    if (torch === undefined)
        return null;
    return TORCH_RELEASES.find((release) => release.torch === withoutLabel(torch)) ?? null;
}
/** The versions that belong to a pinned torch, for a message or a summary; null where the table does not know it. */
function companionsOf(torch) {
    return releaseOf({ torch });
}
function withoutLabel(version) {
    return version.split('+')[0] ?? version;
}
/** Compute platforms that an index URL is for: '…/whl/cpu' → 'cpu'; null for any other index. */
function platformOfIndex(url) {
    const { pathname } = new URL(url);
    const last = pathname.split('/').findLast((part) => part !== '') ?? '';
    return /^(cpu|xpu|cu\d{2,3}|rocm\d+(\.\d+)*)$/.test(last) ? last : null;
}
/** Other platforms among the job's own indexes: pip would take whichever version is higher, on whatever hardware. */
function judgeMixedPlatforms(platform, indexUrls) {
    return indexUrls.flatMap((url) => {
        const other = URL.canParse(url) ? platformOfIndex(url) : null;
        if (other === null || other === platform)
            return [];
        const { host } = new URL(url);
        return [{ code: 'pytorch-mixed', level: 'error', facts: { platform, other, host } }];
    });
}

;// CONCATENATED MODULE: ./build/src/decide/rank.js
/** What an ordinary environment costs, where the job does not say: 30 packages of 1.5 MB, three requests each. */
const TYPICAL_INSTALL = { requests: 90, bytes: 45_000_000 };
/** Bytes a second that no mirror exceeds towards one runner. */
const MOST_BYTES_PER_SECOND = 125e6;
/** Expected times this near to the best are a tie: repeated measurements of one mirror differ as much. */
const TIE_BAND_PERCENT = 8;
/** What breaks a near-tie, in this order. */
const TIE_BREAKS = ['cache', 'operator', 'days-left', 'freshness', 'order'];
/**
 * Milliseconds for the whole install; null where the mirror was not measured. Without a rate of its own it counts with
 * `assumedRate` (bytes a second), or by its round trips alone.
 */
function expectedMs(verdict, cost, assumedRate = null) {
    return timeAt(verdict, cost, verdict.throughput?.bytesPerSecond ?? assumedRate);
}
/** Whoever's rate is unknown is taken for as slow as the slowest one known; null where none is. */
function slowestRate(verdicts) {
    const known = verdicts.flatMap(({ throughput }) => throughput?.bytesPerSecond ?? []);
    return known.length === 0 ? null : Math.min(...known);
}
/** The least that it may be in truth: for a mirror whose rate is known from its first range only, at its highest. */
function leastMs(verdict, cost) {
    const { mostBytesPerSecond, throughput } = verdict;
    if (mostBytesPerSecond === undefined)
        return timeAt(verdict, cost, throughput?.bytesPerSecond ?? null);
    return timeAt(verdict, cost, Math.min(mostBytesPerSecond, MOST_BYTES_PER_SECOND));
}
function timeAt(verdict, cost, bytesPerSecond) {
    const latency = verdict.latencyMs ?? verdict.timing?.firstByteMs ?? null;
    if (latency === null)
        return null;
    return cost.requests * latency + (bytesPerSecond === null ? 0 : (bytesFrom(verdict, cost) / bytesPerSecond) * 1000);
}
/** What this mirror would have to send. */
function bytesFrom({ listsDigests }, cost) {
    return cost.bytes - (listsDigests === true ? (cost.heldBytes ?? 0) : 0);
}
/** How `a` and `b` compare by one tie-break; negative when `a` comes first. */
function compareBy(by, a, b, heldCache) {
    switch (by) {
        case 'cache':
            return Number(b.candidate.indexUrl === heldCache) - Number(a.candidate.indexUrl === heldCache);
        case 'operator':
            // A mirror that serves another one's content fails with it.
            return Number(isDerived(a)) - Number(isDerived(b));
        case 'days-left':
            return wholeWeeks(b) - wholeWeeks(a);
        case 'freshness':
            return (a.freshness?.behind ?? 0) - (b.freshness?.behind ?? 0);
        case 'order':
            return a.candidate.order - b.candidate.order;
    }
}
function isDerived(verdict) {
    return verdict.candidate.operator !== verdict.candidate.family;
}
/** Only a certificate that ends soon is a reason to prefer another mirror. */
function wholeWeeks(verdict) {
    const days = verdict.certificate?.daysLeft ?? 0;
    return Math.min(2, Math.floor(days / 7));
}
/** `heldCache` is the index that the kept downloads came from, or null. */
function rankMirrors(verdicts, cost, heldCache) {
    const all = verdicts.filter((verdict) => verdict.usable);
    const assumedRate = slowestRate(all);
    const usable = all
        .map((verdict) => ({ verdict, expected: expectedMs(verdict, cost, assumedRate) }))
        .sort((a, b) => (a.expected ?? Number.MAX_VALUE) - (b.expected ?? Number.MAX_VALUE));
    const best = usable[0];
    if (best === undefined)
        return { ranked: [], tieBrokenBy: null };
    const limit = (best.expected ?? Number.MAX_VALUE) * (1 + TIE_BAND_PERCENT / 100);
    const band = usable.filter((entry) => (entry.expected ?? Number.MAX_VALUE) <= limit);
    band.sort((a, b) => {
        for (const by of TIE_BREAKS) {
            const order = compareBy(by, a.verdict, b.verdict, heldCache);
            if (order !== 0)
                return order;
        }
        return 0;
    });
    const [winner, second] = band;
    const tieBrokenBy = winner === undefined || second === undefined
        ? null
        : (TIE_BREAKS.find((by) => compareBy(by, winner.verdict, second.verdict, heldCache) !== 0) ?? 'order');
    const rest = usable.filter((entry) => !band.includes(entry));
    return {
        ranked: [...band, ...rest].map((entry, index) => ({
            verdict: entry.verdict,
            rank: index + 1,
            expectedMs: entry.expected,
            tied: band.length > 1 && band.includes(entry),
        })),
        tieBrokenBy,
    };
}

;// CONCATENATED MODULE: ./build/src/run/pytorch.js
/** The `pytorch` input: which PyTorch wheel index is nearest, and whether the wish can be fulfilled at all. */











/** A torch wheel is some hundred MB: its transfer counts, hardly anything else. */
const TORCH_INSTALL = { requests: 10, bytes: 800_000_000 };
const SAMPLE_BYTES = 512 * 1024;
const SAMPLE_MS = 150;
const REQUESTS = 12;
/** How long the others have at least once one is usable. */
const PATIENCE_MS = 300;
/** Asks all indexes at once; the flat ones only where no other is usable. `indexes` are those of the table in all real runs. */
async function choosePytorch(plan, env, prepared, indexes = PYTORCH_INDEXES) {
    const { inputs, runner } = plan;
    const platform = inputs.pytorch;
    if (platform === null)
        return { indexUrl: null, notices: [] };
    if (inputs.policy === 'internal') {
        return { indexUrl: null, notices: [{ code: 'pytorch-internal', level: 'warning', facts: { platform } }] };
    }
    const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
    const { warnDays, trustedHosts } = inputs;
    const yardstick = { trust, now: Date.now(), warnDays, trustedHosts, probe: null };
    const wanted = wantedTorch(job);
    const ask = (layout) => askIndexes(indexes, layout, { platform, wanted, pip, yardstick, prepared });
    const simple = await ask('simple');
    const flat = simple.best === null ? await ask('flat') : null;
    const pinned = Object.fromEntries(TORCH_PROJECTS.flatMap((project) => pinOf(job, project)));
    const hasWheel = simple.hasWheel ?? flat?.hasWheel ?? null;
    const notices = [
        ...judgeTorchWish({ platform, pinned, os: runner.os }, hasWheel),
        ...judgeMixedPlatforms(platform, besideUrls(plan, env, job)),
    ];
    if (simple.best !== null) {
        const url = simple.best.indexUrl;
        notices.push({ code: 'pytorch-index', level: 'notice', facts: { url, platform } });
        return { indexUrl: url, notices };
    }
    if (flat !== null && flat.best !== null) {
        const url = new URL(`${platform}/`, flat.best.indexUrl).href;
        return {
            indexUrl: null,
            notices: [...notices, { code: 'pytorch-flat', level: 'warning', facts: { url, platform } }],
        };
    }
    const asked = simple.asked + (flat?.asked ?? 0);
    return {
        indexUrl: null,
        notices: [...notices, { code: 'pytorch-none', level: 'error', facts: { platform, asked } }],
    };
}
async function askIndexes(indexes, layout, question) {
    const { platform, wanted, pip, yardstick, prepared } = question;
    // A flat page stands where a project's page stands otherwise: under the platform's name.
    const project = layout === 'flat' ? platform : 'torch';
    // ROCm's dots do not survive as a project name, and no flat page of it is known.
    const own = indexes.filter((index) => index.layout === layout && !(layout === 'flat' && platform.includes('.')));
    const sessions = own.map((index, order) => openSession(candidateOf(index, platform, order), { ...prepared.asking, maxRequests: REQUESTS }));
    const fileBytes = gateBytesFor(sessions.length);
    const choose = (page) => chooseFile({ ...page, files: page.files.filter((link) => isBuiltFor(link, platform)) }, wanted, pip)?.link ?? null;
    const judge = (session) => {
        const verdict = judgeMirror(session.observation(), yardstick);
        const page = session.observation().projects[0]?.page ?? null;
        const lacks = page === null || choose(page) === null;
        return { ...verdict, usable: verdict.usable && !lacks };
    };
    try {
        const answers = sessions.map(async (session) => {
            await askGate(session, { project, choose, pageBytes: Number.POSITIVE_INFINITY, fileBytes, tolerateExpired: false }, yardstick);
            return judge(session).usable;
        });
        await allButLaggards(answers);
        const usable = sessions.filter((session) => judge(session).usable);
        if (usable.length > 1)
            await sampleEach(usable);
        const { ranked } = rankMirrors(sessions.map(judge), TORCH_INSTALL, null);
        const pages = sessions.flatMap((session) => session.observation().projects[0]?.page ?? []);
        return {
            best: ranked[0]?.verdict.candidate ?? null,
            asked: sessions.length,
            hasWheel: pages.length === 0 ? null : pages.some((page) => choose(page) !== null),
        };
    }
    finally {
        for (const session of sessions)
            session.close();
    }
}
/** Resolves when all have answered, or when those without an answer take more than twice the time of a usable one. */
function allButLaggards(answers) {
    const startedAt = performance.now();
    return new Promise((resolve) => {
        let timer;
        for (const answer of answers) {
            void answer.then((usable) => {
                if (usable)
                    timer ??= setTimeout(resolve, Math.max(PATIENCE_MS, performance.now() - startedAt));
            });
        }
        void Promise.all(answers).then(() => {
            clearTimeout(timer);
            resolve();
        });
    });
}
/** One after the other, so that they do not slow each other. */
async function sampleEach(sessions) {
    for (const session of sessions) {
        const file = session.observation().file;
        const seen = file?.exchanges.at(-1)?.bodyBytes ?? 0;
        if (file !== null)
            await session.sample(file.link, seen, SAMPLE_BYTES, SAMPLE_MS);
    }
}
function candidateOf(index, platform, order) {
    const { name, baseUrl, layout, operator } = index;
    return {
        name,
        indexUrl: layout === 'flat' ? baseUrl : new URL(`${platform}/`, baseUrl).href,
        credentials: null,
        operator,
        family: operator,
        origin: 'catalogue',
        order,
    };
}
/** Pages of one platform may list others too; a wheel without label is the only kind of its platform. */
function isBuiltFor({ filename }, platform) {
    const wheel = parseWheelName(decodeURIComponent(filename));
    const label = wheel?.version.local?.join('.') ?? null;
    return wheel !== null && (label === null || label === platform);
}
/** What the job asks of torch, or any version. */
function wantedTorch(job) {
    const own = [...job.requirements, ...job.constraints].find(({ project }) => project === 'torch');
    return { ...(own ?? { ...DEFAULT_PROBE, raw: 'torch' }), project: 'torch', hashes: {}, formats: 'wheel' };
}
/** `['torch', '2.8.0']` where the job pins one version. */
function pinOf(job, project) {
    const own = [...job.requirements, ...job.constraints].find((requirement) => requirement.project === project);
    const specifiers = parseSpecifiers(own?.specifier ?? '') ?? [];
    const pin = specifiers.find((specifier) => isPinned([specifier]));
    return pin === undefined ? [] : [[project, pin.text]];
}
/** Other indexes of the job, wherever they are named. */
function besideUrls({ inputs }, env, job) {
    const inherited = ['PIP_EXTRA_INDEX_URL', 'PIP_FIND_LINKS', 'UV_INDEX'].flatMap((name) => (env[name] ?? '').split(/\s+/));
    return [
        ...inputs.extraIndexes.map(({ indexUrl }) => indexUrl),
        ...inherited,
        ...job.bypasses.map(({ value }) => value),
    ].filter((url) => /^https?:\/\//.test(url));
}

;// CONCATENATED MODULE: ./build/src/judge/dependency-confusion.js
/**
 * Names that a private and a public index both have. pip merges all indexes and takes the best version, whoever
 * published it: one that a stranger uploads to the public index under a company's name wins by its number.
 */

/** `pages` of the requirement's project, in the order in which pip will read the indexes. */
function judgeConfusion(wanted, pages, pip) {
    const having = pages.filter(({ page }) => page.files.length > 0);
    const owner = having.find(({ isPrivate }) => isPrivate);
    if (owner === undefined || having.every(({ isPrivate }) => isPrivate))
        return null;
    const winner = winnerOf(wanted, having, pip) ?? owner;
    return {
        code: 'dependency-confusion',
        level: winner.isPrivate ? 'warning' : 'error',
        facts: { project: wanted.project, privateIndex: owner.index, winner: winner.index },
    };
}
/** pip takes the best file of all; of equal ones that of the last index. */
function winnerOf(wanted, pages, pip) {
    const files = pages.flatMap(({ page }) => page.files);
    const chosen = chooseFile({ format: 'html', files, serial: null }, wanted, pip);
    if (chosen === null)
        return null;
    return pages.findLast(({ page }) => page.files.includes(chosen.link)) ?? null;
}

;// CONCATENATED MODULE: ./build/src/judge/forwarding.js
/** Whether an internal index sends pip on to a public one, or serves public packages itself. */
/** `isPublic` tells public package hosts; `publicProject` is one that PyPI has, and nobody uploads to an index of his own. */
function judgeForwarding(observation, isPublic, publicProject) {
    const mirror = observation.candidate.name;
    for (const seen of observation.projects) {
        const host = publicHostOnTheWay(seen, isPublic);
        if (host !== null) {
            return [{ code: 'forwards-to-public', level: 'warning', facts: { mirror, project: seen.project, host } }];
        }
    }
    const linked = publicFileHost(observation, isPublic);
    if (linked !== null)
        return [{ code: 'links-to-public', level: 'warning', facts: { mirror, host: linked } }];
    const served = observation.projects.find((seen) => seen.project === publicProject);
    if ((served?.page?.files.length ?? 0) === 0)
        return [];
    return [{ code: 'serves-public', level: 'info', facts: { mirror, project: publicProject } }];
}
/** The hop that was asked for last may be the public one: it is named, not contacted. */
function publicHostOnTheWay({ exchanges }, isPublic) {
    const [, ...hops] = exchanges;
    return hops.map(({ connection }) => connection.host).find(isPublic) ?? null;
}
function publicFileHost({ projects }, isPublic) {
    for (const { page } of projects) {
        for (const { url } of page?.files ?? []) {
            if (URL.canParse(url) && isPublic(new URL(url).hostname))
                return new URL(url).hostname;
        }
    }
    return null;
}

;// CONCATENATED MODULE: ./build/src/model/held-downloads.js
const NOTHING_HELD = { indexUrl: null, everything: false };

;// CONCATENATED MODULE: ./build/src/decide/install-cost.js
/** What this job's install asks of a mirror, as far as its own files and the mirrors' answers tell. */


/** Index page, metadata and file. */
const REQUESTS_PER_PROJECT = 3;
/** Before the first request: TCP and TLS. */
const CONNECTING = 2;
/** A wheel whose size nobody tells. */
const TYPICAL_BYTES = 1_500_000;
/** Sizes come from lock files, from index pages (PEP 700) and from `Content-Range`; what is unknown is typical. */
function installCost(job, observations, held = NOTHING_HELD) {
    if (job.requirements.length === 0)
        return TYPICAL_INSTALL;
    const sizes = new Map();
    for (const { project } of job.requirements) {
        const locked = job.hashes.get(project)?.map((file) => file.size ?? 0) ?? [];
        if (locked.length > 0)
            sizes.set(project, Math.max(...locked));
    }
    for (const { file, projects } of observations) {
        // The first page that told anything is the one that the file was chosen from.
        const project = projects.find(({ page }) => page !== null)?.project;
        if (file === null || project === undefined)
            continue;
        const size = sizeOf(file);
        if (size !== null)
            sizes.set(project, size);
    }
    const bytes = job.requirements.reduce((sum, { project }) => sum + (sizes.get(project) ?? TYPICAL_BYTES), 0);
    const requests = CONNECTING + REQUESTS_PER_PROJECT * job.requirements.length;
    return held.everything ? { requests, bytes, heldBytes: bytes } : { requests, bytes };
}
/** Bytes of a whole file, from its index page or from the answer to a range; null where neither tells. */
function sizeOf(file) {
    const answer = file.exchanges.at(-1);
    if (file.sha256 !== null)
        return answer?.bodyBytes ?? null;
    return file.link.size ?? totalOf(answer?.headers['content-range']);
}
/** `bytes 0-99/1234` → 1234. */
function totalOf(contentRange) {
    const total = /\/(\d+)\s*$/.exec(contentRange ?? '')?.[1];
    return total === undefined ? null : Number(total);
}

;// CONCATENATED MODULE: ./build/src/run/field.js
/** The candidates in one run: their sessions, what was seen of them so far, and what it means so far. */





/** What is learnt while the field is asked, before anything is. */
const nothingKnown = () => ({
    surveyed: new Set(),
    refused: new Map(),
    sampled: new Set(),
    lacking: new Set(),
    hadBeside: new Set(),
    away: new Map(),
});
/** Below so many bytes of an install no mirror's rate matters: round trips are what it waits for. */
const RATE_MATTERS_BYTES = 1024 * 1024;
/** Everything judged anew from what has been seen up to now. */
function standingOf(field) {
    const observations = field.sessions.map((session) => session.observation());
    const cost = installCost(field.job, observations, field.held());
    const verdicts = judgeAll(observations, field.yardstick, needOf(field)).map((verdict, index) => {
        const session = field.sessions[index];
        const observation = observations[index];
        const detail = field.refused.get(verdict.candidate);
        if (detail !== undefined)
            return { ...verdict, usable: false, reasons: ['pip-refused'], detail };
        const host = field.away.get(verdict.candidate);
        if (host !== undefined)
            return { ...verdict, usable: false, reasons: ['not-allowed'], detail: host };
        const answered = session !== undefined && field.surveyed.has(session);
        if (!answered)
            return { ...verdict, usable: false, unasked: verdict.reasons.length === 0 };
        return observation !== undefined && tellsNoRate(observation, verdict, cost) ? withoutRate(field, verdict) : verdict;
    });
    const beside = field.beside.map((session) => judgeMirror(gateOf(session.observation()), privately(field.yardstick)));
    return { observations, verdicts, ranking: rankMirrors(verdicts, cost, field.held().indexUrl), cost, beside };
}
/** The file that was asked for is too small to tell a rate, and the install is not small. */
function tellsNoRate({ file, throughput }, verdict, cost) {
    const isSmall = throughput.length === 0 && file !== null && file.sha256 !== null;
    return isSmall && bytesFrom(verdict, cost) > RATE_MATTERS_BYTES;
}
/** Nothing is known of its rate: anything is possible until it was asked for a sample, and unknown afterwards. */
function withoutRate({ rateProbe, sampled }, verdict) {
    const { mostBytesPerSecond: _, ...rest } = verdict;
    const open = rateProbe !== null && !sampled.has(verdict.candidate);
    return { ...rest, throughput: null, ...(open ? { mostBytesPerSecond: MOST_BYTES_PER_SECOND } : {}) };
}
/** A private index may lack any public project. */
function privately(yardstick) {
    return { ...yardstick, probe: null };
}
/** The first page speaks for an index beside the choice: how it answers for names that it lacks is its own affair. */
function gateOf(observation) {
    return { ...observation, projects: observation.projects.slice(0, 1) };
}
function needOf({ need, hadBeside }) {
    return { ...need, wanted: need.wanted.filter(({ raw }) => !hadBeside.has(raw)) };
}
/** Bytes that public mirrors may still be asked for. */
function bytesLeft({ sessions, beside, bytesInAll }) {
    const publics = beside.filter(({ candidate }) => !isPrivate(candidate));
    return [...sessions, ...publics].reduce((left, session) => left - session.observation().bytes, bytesInAll);
}
/** The forbidden host that a mirror sends pip to for every name of the job; null where it has one itself, or lacks one. */
function sendsAwayTo({ projects }) {
    const ends = projects.map(({ exchanges }) => exchanges.at(-1));
    const isAway = ends.length > 0 && ends.every((end) => end?.failure?.code === 'not-allowed');
    return isAway ? (ends[0]?.connection.host ?? null) : null;
}
/** Out of the running for what was learnt after the survey. */
function isDemoted(field, candidate) {
    return field.refused.has(candidate) || field.lacking.has(candidate) || field.away.has(candidate);
}
function sessionOf(field, candidate) {
    return field.sessions.find((session) => session.candidate === candidate);
}

;// CONCATENATED MODULE: ./build/src/run/open-field.js
/** The field of one run: a session for each candidate, and the questions that all of them are asked. */








/** Enough for the gate and for each name of a usual job, redirects among them. */
const PRIVATE_REQUESTS = 100;
/** Connections open at once, also while pip is still being asked. Every session goes into `opened`, to be closed. */
async function openField(plan, prepared, { held, known }, candidates, opened) {
    const { inputs } = plan;
    const { requestsPerMirror, requirementPages, sharedNames } = POLITENESS;
    const maxRequests = requestsPerMirror + requirementPages + sharedNames;
    // The promise is made to the operators of public mirrors; an internal index may have long pages.
    const isInternal = inputs.policy === 'internal';
    const pages = isInternal ? {} : { maxPageBytes: POLITENESS.bytesPerRequest };
    const open = (candidate) => openSession(candidate, { ...prepared.asking, ...pages, maxRequests });
    const sessions = candidates.map(open);
    const beside = indexesBeside(plan).map((index) => (isPrivate(index) ? openPrivate(index, prepared) : open(index)));
    opened.push(...sessions, ...beside);
    const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
    const wanted = sampleOf(job, POLITENESS.requirementPages);
    const screen = wanted[0] ?? DEFAULT_PROBE;
    return {
        field: {
            sessions,
            beside,
            yardstick: yardstickOf(inputs, trust),
            need: { wanted, hashes: job.hashes, pip },
            job,
            held,
            heldKnown: known,
            bytesInAll: isInternal ? Number.POSITIVE_INFINITY : POLITENESS.bytesInAll,
            rateProbe: isInternal
                ? null
                : { project: RATE_PROBE.project, choose: (page) => chooseFile(page, RATE_PROBE, pip)?.link ?? null },
            ...nothingKnown(),
        },
        gate: {
            project: screen.project,
            // Of an internal index more names may be asked than that of the screen.
            ...(isInternal ? { others: wanted.slice(1).map(({ project }) => project) } : {}),
            choose: fileFor(isInternal ? wanted : wanted.slice(0, 1), pip),
            pageBytes: isInternal ? Number.POSITIVE_INFINITY : pageBytesFor(sessions.length),
            fileBytes: gateBytesFor(sessions.length),
            tolerateExpired: inputs.policy === 'allow-expired',
        },
    };
}
/** Indexes beside the choice have no part in it: they are asked once, to the end, and judged for themselves. */
async function askBeside({ field, gate }) {
    await Promise.all(field.beside.map((session) => askGate(session, gate, privately(field.yardstick))));
}
/** An index of the job's own, whatever the mirrors are promised. */
function openPrivate(index, { asking }) {
    return openSession(index, { ...asking, maxRequests: PRIVATE_REQUESTS });
}
/** What stays beside the choice, each once. */
function indexesBeside({ inputs, candidates }) {
    const named = typeof inputs.fallback === 'string' ? [] : [inputs.fallback];
    const known = new Set(candidates.map(({ indexUrl }) => indexUrl));
    return [...inputs.extraIndexes, ...named].filter(({ indexUrl }) => !known.has(indexUrl));
}

;// CONCATENATED MODULE: ./build/src/run/second-indexes.js
/**
 * Indexes beside the chosen one: `extra-index-urls` and those that the job had. Do they share names with
 * the public mirror? Under `policy: internal` also: does the chosen index send pip to a public one?
 */







/** Names asked of each private index. */
const NAMES = 40;
/** No index has it: one that forwards what it lacks forwards this. */
const NOBODYS_NAME = 'pip-mirror-select-nobody-has-this';
/** PyPI has it, and nobody uploads it to an index of his own: one that has it takes it from PyPI. */
const PUBLIC_NAME = 'sampleproject';
/** Starts to ask what no field has, at once. The caller must `close()` it. */
function askSecondIndexes({ inputs }, env, prepared) {
    const known = new Set(inputs.extraIndexes.map(({ indexUrl }) => indexUrl));
    const inherited = inputs.policy === 'internal' ? [] : inheritedIndexes(env);
    const own = inherited.filter(({ indexUrl }) => !known.has(indexUrl)).map((index) => openPrivate(index, prepared));
    const asked = [];
    const ask = (sessions) => {
        for (const session of sessions.filter(({ candidate }) => isPrivate(candidate))) {
            asked.push(prepared.job.then((job) => 
            // Others may need an answer of it: half of its time is left to them.
            askNames(session, second_indexes_namesOf(job.requirements).slice(0, NAMES), () => session.pace.waitedMs > inputs.timeoutMs / 2)));
        }
    };
    const besideIn = (field) => [...field.sessions, ...field.beside].filter(({ candidate }) => known.has(candidate.indexUrl));
    if (inputs.policy !== 'internal')
        ask(own);
    return {
        ask(field) {
            if (inputs.policy !== 'internal')
                ask(besideIn(field));
        },
        async notices(decision, field) {
            await Promise.all(asked);
            const chosen = sessionOf(field, decision.mirror);
            if (chosen === undefined)
                return [];
            const beside = besideIn(field).filter((session) => session !== chosen);
            if (inputs.policy === 'internal')
                return judgeEach([chosen, ...beside]);
            const [pip, job] = await Promise.all([prepared.pip, prepared.job]);
            return judgeNames(job, pip, {
                chosen,
                beside: [...beside, ...own],
                chosenLast: decision.fallback !== null,
                isSpent: () => bytesLeft(field) <= 0,
            });
        },
        close() {
            for (const session of own)
                session.close();
        },
    };
}
/** Which of them send pip to a public index, or serve what that one has. */
async function judgeEach(sessions) {
    const told = sessions.map(async (session) => {
        await session.project(NOBODYS_NAME);
        await session.project(PUBLIC_NAME);
        return judgeForwarding(session.observation(), isPublicHost, PUBLIC_NAME);
    });
    return (await Promise.all(told)).flat();
}
/** Names of the job that a private index shares with the chosen one. */
async function judgeNames(job, pip, { chosen, beside, chosenLast, isSpent }) {
    const privates = beside.filter(({ candidate }) => isPrivate(candidate));
    const shared = job.requirements.filter((wanted) => privates.some((session) => has(session, wanted)));
    const publics = [chosen, ...beside.filter(({ candidate }) => !isPrivate(candidate))];
    const names = second_indexes_namesOf(shared).slice(0, POLITENESS.sharedNames);
    await Promise.all(publics.map((session) => askNames(session, names, isSpent)));
    return second_indexes_unique(shared).flatMap((wanted) => {
        const pages = (chosenLast ? [...beside, chosen] : [chosen, ...beside]).flatMap((session) => {
            const page = pageOf(session, wanted);
            // Whatever its address: what is chosen here stands for PyPI.
            const ofCompany = session !== chosen && isPrivate(session.candidate);
            return page === null ? [] : [{ index: session.candidate.name, isPrivate: ofCompany, page }];
        });
        return judgeConfusion(wanted, pages, pip) ?? [];
    });
}
/** Indexes that the job's environment had, which stay in force beside the choice. */
function inheritedIndexes(env) {
    const urls = (env.PIP_EXTRA_INDEX_URL ?? '').split(/\s+/).filter((word) => word !== '');
    return urls.flatMap((text, order) => {
        const parsed = (0,index_url/* parseIndexUrl */.Z)(text);
        if (typeof parsed === 'string')
            return [];
        const { host, hostname } = new URL(parsed.url);
        const { credentials, url } = parsed;
        return [{ name: host, indexUrl: url, credentials, operator: hostname, family: hostname, origin: 'input', order }];
    });
}
function second_indexes_namesOf(requirements) {
    return [...new Set(requirements.map(({ project }) => project))];
}
function second_indexes_unique(requirements) {
    return requirements.filter(({ project }, at) => requirements.findIndex((other) => other.project === project) === at);
}
/** An index that fails once is asked no more. */
async function askNames(session, names, isSpent) {
    for (const name of names) {
        if (isSpent())
            return;
        const { exchanges } = await session.project(name);
        const last = exchanges.at(-1);
        const gone = last === undefined || (last.failure !== null && last.failure.code !== 'not-allowed');
        if (gone || last?.status === 401 || last?.status === 403)
            return;
    }
}
function has(session, wanted) {
    return (pageOf(session, wanted)?.files.length ?? 0) > 0;
}
function pageOf(session, { project }) {
    return session.observation().projects.find((seen) => seen.project === project)?.page ?? null;
}

// EXTERNAL MODULE: ./build/src/apply/export-variables.js
var export_variables = __webpack_require__(3282);
;// CONCATENATED MODULE: ./build/src/decide/trusted-host.js
/** How pip must be told of one trusted host. */
/**
 * pip compares `host:port` with the URL as written: on a scheme's own port, where the URL has none, only the bare host
 * matches (pip `network/session.py`, `add_trusted_host`).
 */
function pipTrustedHost(host, port, scheme = 'https') {
    const name = host.includes(':') ? `[${host}]` : host;
    const isDefault = port === null || port === (scheme === 'https' ? 443 : 80);
    return isDefault ? name : `${name}:${port}`;
}

;// CONCATENATED MODULE: ./build/src/decide/trust-needed.js

/** As pip wants them, for hosts on the mirror's way that pip would otherwise refuse. */
function trustNeeded(verdict, trusted) {
    const refused = verdict.hosts.filter((host) => (host.certificate?.faults.length ?? 0) > 0);
    const needed = trusted.filter((entry) => refused.some(({ host, port }) => entry.host === host && (entry.port === null || entry.port === port)));
    const plain = refused.some(({ certificate }) => certificate?.status === 'none');
    return [...new Set(needed.map(({ host, port }) => pipTrustedHost(host, port, plain ? 'http' : 'https')))];
}

;// CONCATENATED MODULE: ./build/src/decide/choose.js


/** Verified mirrors first; else the best of those that only lack something which a second index has. */
function chooseMirror(standing, inputs) {
    const complete = preferUntrusting(standing.ranking, inputs);
    const partial = complete.ranked.length > 0 ? null : rankPartial(standing);
    const ranking = partial ?? complete;
    const best = ranking.ranked[0];
    if (best === undefined)
        return null;
    const fallback = fallbackFor(best, ranking, [...standing.verdicts, ...standing.beside], inputs);
    return decisionFor(best, ranking, fallback, inputs);
}
function decisionFor(best, ranking, fallback, inputs) {
    return {
        mirror: best.verdict.candidate,
        extraIndexes: inputs.extraIndexes,
        fallback,
        trustedHosts: trustNeeded(best.verdict, inputs.trustedHosts),
        why: whyBest(ranking),
        confirmedByPip: false,
        reused: false,
    };
}
/** A mirror that needs no trusted host comes before any that does. */
function preferUntrusting(ranking, inputs) {
    const needs = (entry) => trustNeeded(entry.verdict, inputs.trustedHosts).length > 0;
    const verified = ranking.ranked.filter((entry) => !needs(entry));
    if (verified.length === 0 || verified.length === ranking.ranked.length)
        return ranking;
    const rest = ranking.ranked.filter(needs);
    const ranked = [...verified, ...rest].map((entry, index) => ({ ...entry, rank: index + 1 }));
    const stillTied = verified[0] === ranking.ranked[0] && (verified[1]?.tied ?? false);
    return { ranked, tieBrokenBy: stillTied ? ranking.tieBrokenBy : null };
}
function rankPartial(standing) {
    const partial = standing.verdicts
        .filter((verdict) => !verdict.unasked && verdict.reasons.length === 1 && verdict.reasons[0] === 'missing-requirement')
        .map((verdict) => ({ ...verdict, usable: true }));
    const [first] = partial;
    return first === undefined ? { ranked: [], tieBrokenBy: null } : rankMirrors(partial, standing.cost, null);
}
/** Why the first of the ranking is the first. */
function whyBest(ranking) {
    const [best, next] = ranking.ranked;
    if (next === undefined || best === undefined)
        return { code: 'only-usable' };
    if (ranking.tieBrokenBy !== null) {
        const others = ranking.ranked.filter((entry) => entry.tied && entry !== best);
        return {
            code: 'tie',
            bandPercent: TIE_BAND_PERCENT,
            by: ranking.tieBrokenBy,
            others: others.map((entry) => entry.verdict.candidate.name),
        };
    }
    if (best.expectedMs === null)
        return { code: 'first-usable' };
    return {
        code: 'fastest',
        expectedMs: best.expectedMs,
        nextName: next.verdict.candidate.name,
        nextMs: next.expectedMs,
    };
}
/** The second index: the one that the user names, or one that has what the chosen mirror lacks; it passed the gate. */
function fallbackFor(best, ranking, verdicts, inputs) {
    const { fallback } = inputs;
    if (fallback === 'none')
        return null;
    if (fallback !== 'auto') {
        const passed = verdicts.find(({ candidate, usable }) => usable && candidate.indexUrl === fallback.indexUrl);
        return passed === undefined || passed.candidate === best.verdict.candidate ? null : passed.candidate;
    }
    const missing = best.verdict.requirements?.missing ?? [];
    if (!best.verdict.reasons.includes('missing-requirement'))
        return null;
    const having = ranking.ranked.filter(({ verdict }) => hasSome(verdict, missing));
    return chooseFallback(having, best)?.verdict.candidate ?? null;
}
function hasSome(verdict, wanted) {
    return wanted.some((raw) => !(verdict.requirements?.missing ?? []).includes(raw));
}
/**
 * The best mirror beside the chosen one that fails apart from it: another operator, and another family where there is
 * one. Null when none passed the gate.
 */
function chooseFallback(ranked, chosen) {
    const { operator, family } = chosen.verdict.candidate;
    const others = ranked.filter((entry) => entry !== chosen && entry.verdict.candidate.operator !== operator);
    return others.find((entry) => entry.verdict.candidate.family !== family) ?? others[0] ?? null;
}

;// CONCATENATED MODULE: ./build/src/decide/installers/parts.js


/** The index with its credentials, as an installer's variable holds it. */
function indexWithCredentials(candidate) {
    return (0,index_url/* withCredentials */.t)(candidate.indexUrl, candidate.credentials);
}
/** Whether `trustedHosts` covers this URL, as pip reads them: a host without port covers every port. */
function isTrusted(url, trustedHosts) {
    const { hostname, port, protocol } = new URL(url);
    const effectivePort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
    return trustedHosts.some((entry) => {
        const lower = entry.toLowerCase();
        return lower === hostname || lower === `${hostname}:${effectivePort}`;
    });
}
function limit(installer, what, value) {
    return { code: 'installer-limit', level: 'warning', facts: { installer, what, value } };
}
/** The checked folder of wheels that the job stays with; null when an index was chosen. */
function offlineWheelhouse({ inputs }) {
    return inputs.policy === 'offline' ? inputs.wheelhouse : null;
}
/** Notices for the second indexes of a decision, where an installer has no variable for them. */
function withoutSecondIndexes(installer, { decision }) {
    const notices = decision.extraIndexes.map((index) => limit(installer, 'extra-index', index.indexUrl));
    if (decision.fallback !== null)
        notices.push(limit(installer, 'fallback', decision.fallback.indexUrl));
    return notices;
}
/** The files of that name: 'uv.lock' is found in every folder. */
function filesNamed(files, name) {
    return files.filter((file) => file === name || file.endsWith(`/${name}`));
}
/** `variables`, with a notice for each value of the job that they take the place of. */
function replacing(inherited, variables, notices) {
    const replaced = Object.entries(variables).flatMap(([variable, value]) => {
        const before = inherited[variable];
        if (before === undefined || before === '' || before === value)
            return [];
        return [{ code: 'inherited-replaced', level: 'notice', facts: { variable, value: (0,credentials/* hideCredentials */.RW)(before) } }];
    });
    return { variables, notices: [...replaced, ...notices] };
}

;// CONCATENATED MODULE: ./build/src/decide/installers/pdm.js

const pdm = {
    name: 'pdm',
    lay(request) {
        const { decision, inherited, inputs } = request;
        const wheelhouse = offlineWheelhouse(request);
        if (wheelhouse !== null)
            return { variables: {}, notices: [limit('pdm', 'offline', wheelhouse)] };
        const variables = { PDM_PYPI_URL: indexWithCredentials(decision.mirror) };
        if (isTrusted(decision.mirror.indexUrl, decision.trustedHosts))
            variables.PDM_PYPI_VERIFY_SSL = 'false';
        if (inputs.caBundle !== null)
            variables.SSL_CERT_FILE = inputs.caBundle;
        const notices = withoutSecondIndexes('pdm', request);
        return replacing(inherited, variables, notices);
    },
};

;// CONCATENATED MODULE: ./build/src/decide/installers/pip.js
/** pip, and everything that runs it: tox, nox, build, pipx, cibuildwheel with its variables passed through. */


const pip = {
    name: 'pip',
    lay(request) {
        const { decision, inherited, inputs } = request;
        const wheelhouse = offlineWheelhouse(request);
        if (wheelhouse === null) {
            const variables = pipVariables(decision, inputs, request.ofPip);
            // The lists keep what the job had; only the other values take the place of older ones.
            const { PIP_EXTRA_INDEX_URL: _indexes, PIP_TRUSTED_HOST: _hosts, ...single } = inherited;
            return replacing(single, variables, []);
        }
        const variables = { PIP_NO_INDEX: '1', PIP_FIND_LINKS: findLinks(wheelhouse) };
        if (inputs.requireHashes)
            variables.PIP_REQUIRE_HASHES = '1';
        return replacing(inherited, variables, []);
    },
};
/** pip splits PIP_FIND_LINKS at white space: a folder with a blank in its name is given as a URL. */
function findLinks(folder) {
    if (!/\s/.test(folder))
        return folder;
    const path = folder.replaceAll('\\', '/');
    const rooted = path.startsWith('/') ? path : `/${path}`;
    return `file://${rooted.split('/').map(encodePathPart).join('/')}`;
}
function encodePathPart(part) {
    // A drive's colon stays readable for pip on Windows.
    return encodeURIComponent(part).replaceAll('%3A', ':');
}

;// CONCATENATED MODULE: ./build/src/decide/installers/pipenv.js
/**
 * Pipenv puts the mirror in the place of pypi.org wherever a Pipfile names it, and runs pip for the rest: pip's own
 * variables for certificates, trusted hosts and find-links reach it, those for indexes are overwritten from the Pipfile.
 */


const pipenv = {
    name: 'pipenv',
    lay(request) {
        const ofPip = pip.lay(request);
        if (offlineWheelhouse(request) !== null)
            return ofPip;
        const variables = { PIPENV_PYPI_MIRROR: indexWithCredentials(request.decision.mirror) };
        for (const name of ['PIP_TRUSTED_HOST', 'PIP_CERT']) {
            const value = ofPip.variables[name];
            if (value !== undefined)
                variables[name] = value;
        }
        return replacing(request.inherited, variables, withoutSecondIndexes('pipenv', request));
    },
};

;// CONCATENATED MODULE: ./build/src/decide/installers/poetry.js

const poetry = {
    name: 'poetry',
    lay(request) {
        const { decision, inherited, inputs } = request;
        const wheelhouse = offlineWheelhouse(request);
        if (wheelhouse !== null)
            return { variables: {}, notices: [limit('poetry', 'offline', wheelhouse)] };
        const variables = { POETRY_PYPI_MIRROR_URL: indexWithCredentials(decision.mirror) };
        const { indexUrl } = decision.mirror;
        if (inputs.caBundle !== null)
            variables.POETRY_CERTIFICATES_PYPI_CERT = inputs.caBundle;
        // A file is all that this variable can name: 'false' is read as a path (Poetry 2.5).
        const unchecked = indexUrl.startsWith('https:') && isTrusted(indexUrl, decision.trustedHosts);
        return replacing(inherited, variables, [
            { code: 'poetry-plugin', level: 'notice', facts: { plugin: 'poetry-plugin-pypi-mirror' } },
            ...(unchecked ? [limit('poetry', 'trusted-host', indexUrl)] : []),
            ...withoutSecondIndexes('poetry', request),
        ]);
    },
};

;// CONCATENATED MODULE: ./build/src/decide/installers/uv.js


const uv = {
    name: 'uv',
    lay(request) {
        const locks = filesNamed(request.files, 'uv.lock').map((file) => ({ code: 'uv-lock', level: 'warning', facts: { file } }));
        const wheelhouse = offlineWheelhouse(request);
        return wheelhouse === null ? online(request, locks) : offline(request, wheelhouse, locks);
    },
};
function offline(request, wheelhouse, notices) {
    // UV_FIND_LINKS is split at commas, and uv knows no way to quote one.
    const split = wheelhouse.includes(',') ? [limit('uv', 'offline', wheelhouse)] : [];
    return replacing(request.inherited, { UV_OFFLINE: '1', UV_FIND_LINKS: wheelhouse }, [...split, ...notices]);
}
function online(request, locks) {
    const { decision, inherited, inputs } = request;
    const variables = {};
    const notices = [...locks];
    const first = keptIndexes(request, notices);
    if (decision.fallback === null) {
        variables.UV_DEFAULT_INDEX = indexWithCredentials(decision.mirror);
    }
    else {
        variables.UV_DEFAULT_INDEX = indexWithCredentials(decision.fallback);
        first.push(indexWithCredentials(decision.mirror));
        // Two copies of one public index may be merged; beside a private index that would invite a name of the public one.
        if (first.length === 1)
            variables.UV_INDEX_STRATEGY = 'unsafe-best-match';
        else
            notices.push(limit('uv', 'fallback', decision.fallback.indexUrl));
    }
    if (first.length > 0)
        variables.UV_INDEX = first.join(' ');
    const insecure = insecureHosts(request, notices);
    if (insecure.length > 0)
        variables.UV_INSECURE_HOST = insecure.join(' ');
    if (inputs.caBundle !== null) {
        variables.SSL_CERT_FILE = inputs.caBundle;
        notices.push({ code: 'uv-roots-replaced', level: 'warning', facts: { caBundle: inputs.caBundle } });
    }
    return replacing(withoutKept(inherited), variables, notices);
}
/** Indexes that go before the default one: the job's own and those of `extra-index-urls`, each once. */
function keptIndexes({ decision, inherited }, notices) {
    const kept = [];
    for (const variable of ['UV_INDEX', 'UV_EXTRA_INDEX_URL']) {
        for (const url of (inherited[variable] ?? '').split(/\s+/)) {
            if (url === '' || kept.includes(url))
                continue;
            kept.push(url);
            notices.push({
                code: 'inherited-kept',
                level: 'notice',
                facts: { variable, value: (0,credentials/* hideCredentials */.RW)(url) },
            });
        }
    }
    for (const index of decision.extraIndexes) {
        const url = indexWithCredentials(index);
        if (!kept.some((other) => sameIndex(other, url)))
            kept.push(url);
    }
    return kept;
}
function sameIndex(a, b) {
    const plain = (url) => url.replace(/^[^=/]*=(?=https?:)/, '').replace(/\/+$/, '');
    return plain(a) === plain(b);
}
/** What was merged into the new value is not replaced. */
function withoutKept(inherited) {
    return { ...inherited, UV_INDEX: undefined, UV_INSECURE_HOST: undefined };
}
/**
 * uv compares the port as it is written in the URL: 'host:443' never matches 'https://host/'. The narrowest entry that
 * works for a default port is 'https://host', which covers every port of that host. Plain http needs no entry at all.
 */
function insecureHosts({ decision, inherited }, notices) {
    const entries = (inherited.UV_INSECURE_HOST ?? '').split(/\s+/).filter((word) => word !== '');
    const indexes = [decision.mirror, decision.fallback, ...decision.extraIndexes];
    for (const trusted of decision.trustedHosts) {
        const itsIndexes = indexes.filter((index) => index !== null && isTrusted(index.indexUrl, [trusted]));
        const onlyHttp = itsIndexes.length > 0 && itsIndexes.every((index) => index?.indexUrl.startsWith('http:'));
        if (onlyHttp)
            continue;
        const host = trusted.toLowerCase();
        const entry = host.endsWith(':443') ? `https://${host.slice(0, -':443'.length)}` : host;
        if (entry !== host)
            notices.push({ code: 'uv-insecure-wider', level: 'warning', facts: { host } });
        if (!entries.includes(entry))
            entries.push(entry);
    }
    return entries;
}

;// CONCATENATED MODULE: ./build/src/decide/installers/table.js





const ROWS = { pip: pip, uv: uv, pdm: pdm, pipenv: pipenv, poetry: poetry };
/** The variables of every installer in order, each variable once, with all that the installers cannot do. */
function layVariables(installers, request) {
    const variables = {};
    const notices = [];
    const seen = new Set();
    for (const name of installers) {
        const laid = ROWS[name].lay(request);
        Object.assign(variables, laid.variables);
        for (const notice of laid.notices) {
            const key = JSON.stringify(notice);
            if (!seen.has(key))
                notices.push(notice);
            seen.add(key);
        }
    }
    return { variables, notices };
}

;// CONCATENATED MODULE: ./build/src/run/ask-requirements.js
/** Whether the leader has what the job needs; only where it lacks something are the others asked too. */




/** True when anything was asked: then the standing may have changed. */
async function askForRequirements(field, questions, leader) {
    const { wanted } = field.need;
    const left = () => bytesLeft(field);
    if (!(await askPages(leader, wanted, left)))
        return false;
    const lacking = await notBeside(field, lackedBy(field, leader, wanted));
    let found = lacking.length > 0 ? [leader] : [];
    while (found.length > 0) {
        for (const { candidate } of found)
            field.lacking.add(candidate);
        await questions.settled();
        const others = [...field.surveyed].filter(({ candidate }) => !field.lacking.has(candidate));
        await askOthers(field, others, lacking);
        found = others.filter((session) => lackedBy(field, session, lacking).length > 0);
    }
    return true;
}
/** As many at a time as the bytes left allow for long pages; the rest not at all. */
async function askOthers(field, others, lacking) {
    const waiting = [...others];
    while (waiting.length > 0) {
        const room = Math.floor(bytesLeft(field) / POLITENESS.bytesPerRequest);
        if (room < 1)
            return;
        await Promise.all(waiting.splice(0, room).map((session) => askPages(session, lacking)));
    }
}
/** Those that no index beside the choice has; what one has is remembered. */
async function notBeside(field, lacking) {
    if (lacking.length === 0)
        return [];
    await Promise.all(field.beside.map((session) => askPages(session, lacking)));
    for (const session of field.beside) {
        const lackedHere = new Set(lackedBy(field, session, lacking));
        const { projects } = session.observation();
        const listed = lacking.filter(({ project }) => projects.some((seen) => seen.project === project && seen.page !== null));
        for (const requirement of listed)
            if (!lackedHere.has(requirement))
                field.hadBeside.add(requirement.raw);
    }
    return lacking.filter(({ raw }) => !field.hadBeside.has(raw));
}
function lackedBy(field, session, wanted) {
    const { missing } = judgeRequirements(wanted, session.observation().projects, field.need.pip);
    return wanted.filter(({ raw }) => missing.includes(raw));
}
/**
 * Asks for those index pages that were not asked for yet, or were longer than the survey's share, as long as there are
 * bytes left; false when there was none.
 */
async function askPages(session, wanted, left = () => Number.POSITIVE_INFINITY) {
    const { projects } = session.observation();
    const [first] = projects;
    // A mirror that did not answer the first question gets no more.
    if (first === undefined || (first.exchanges.at(-1)?.failure !== null && !isTooLarge(first)))
        return false;
    const open = new Set(wanted.map(({ project }) => project).filter((project) => !isSeen(projects, project)));
    let asked = false;
    for (const project of open) {
        if (left() <= 0)
            break;
        asked = true;
        await session.project(project);
    }
    return asked;
}
/** Asked for, and not only for less than the whole page. */
function isSeen(projects, project) {
    const answers = projects.filter((seen) => seen.project === project);
    const [only] = answers;
    return only !== undefined && (answers.length > 1 || !isTooLarge(only));
}

;// CONCATENATED MODULE: ./build/src/judge/expired-tolerance.js
const expired_tolerance_DAY_MS = 86_400_000;
/**
 * @param graceDays how long after its end a certificate is tolerated.
 * @param now epoch milliseconds.
 * @returns until when the grace lasts, epoch milliseconds; null where anything else is wrong, on any host on pip's way.
 */
function toleratedUntil(verdict, graceDays, now) {
    const { certificate, hosts, reasons } = verdict;
    if (certificate === null || !certificate.onlyExpired || certificate.disagreement)
        return null;
    if (reasons.length !== 1 || reasons[0] !== 'certificate-expired')
        return null;
    // Its trusted host would cover the index host alone: every other one must pass pip's full checks.
    const [index, ...others] = hosts;
    const othersPass = others.every((host) => host.certificate?.faults.length === 0);
    if (index?.role !== 'index' || index.certificate?.onlyExpired !== true || !othersPass)
        return null;
    const until = certificate.notAfter + graceDays * expired_tolerance_DAY_MS;
    return now <= until ? until : null;
}

;// CONCATENATED MODULE: ./build/src/judge/witness.js



/** Asked of an expired mirror and of its witnesses where the job names no requirements: small pages, on every mirror. */
const WITNESS_SAMPLE = ['iniconfig', 'six', 'idna'].map((project) => ({
    ...DEFAULT_PROBE,
    project,
    raw: project,
}));
/**
 * The file that pip would take from the suspect for each requirement must be listed with the same sha256 by a verified
 * mirror or by the job's lock files, and no file that both list may differ.
 * @param suspect the mirror with the expired certificate.
 * @param wanted the sample that was asked of all of them, or WITNESS_SAMPLE.
 * @param verified names of mirrors whose certificates pip accepts; they need not be usable.
 * @returns null where one requirement has no witness, or one witness disagrees.
 */
function witnessFor(suspect, observations, verified, wanted, locks, pip) {
    const vouching = observations.filter(({ candidate }) => verified.has(candidate.name) && candidate.name !== suspect.candidate.name);
    const by = new Set();
    let files = 0;
    for (const requirement of wanted) {
        const page = witness_pageOf(suspect, requirement.project);
        const chosen = page === null ? null : chooseFile(page, requirement, pip);
        // What the suspect does not list, pip cannot take from it: another reason speaks of that.
        if (page === null || chosen === null)
            continue;
        const others = vouching.map((observation) => ({
            name: observation.candidate.name,
            page: witness_pageOf(observation, requirement.project),
        }));
        if (others.some((other) => other.page !== null && contradicts(page, other.page)))
            return null;
        if (contradictsLocks(page, requirement.project, locks))
            return null;
        const witness = others.find((other) => other.page !== null && lists(other.page, chosen))?.name ??
            (isLocked(chosen, requirement.project, locks) ? 'lock-file' : null);
        if (witness === null)
            return null;
        by.add(witness);
        files++;
    }
    return files === 0 ? null : { by: [...by], files };
}
function witness_pageOf(observation, project) {
    return observation.projects.find((seen) => seen.project === project)?.page ?? null;
}
function sha256Of(page) {
    const digests = new Map();
    for (const { filename, hashes } of page.files) {
        if (hashes.sha256 !== undefined)
            digests.set(filename, hashes.sha256.toLowerCase());
    }
    return digests;
}
function contradicts(page, other) {
    const digests = sha256Of(other);
    return [...sha256Of(page)].some(([filename, digest]) => (digests.get(filename) ?? digest) !== digest);
}
function contradictsLocks(page, project, locks) {
    const digests = sha256Of(page);
    return (locks.get(project) ?? []).some(({ filename, sha256 }) => filename !== null && (digests.get(filename) ?? sha256) !== sha256);
}
function lists(page, { link }) {
    const digest = link.hashes.sha256?.toLowerCase();
    return digest !== undefined && sha256Of(page).get(link.filename) === digest;
}
function isLocked({ link, version }, project, locks) {
    const digest = link.hashes.sha256?.toLowerCase();
    return (locks.get(project) ?? []).some((file) => file.sha256 === digest &&
        (file.filename === null ? isVersion(file.version, version) : file.filename === link.filename));
}
function isVersion(text, version) {
    const parsed = parseVersion(text);
    return parsed !== null && formatVersion(parsed) === formatVersion(version);
}

;// CONCATENATED MODULE: ./build/src/run/expired-mirror.js
/** `policy: allow-expired`, when no verified mirror is usable: the best expired one that others vouch for. */







/** Asks suspects and witnesses for the same index pages; the first suspect whose hashes they confirm is taken. */
async function chooseExpired(field, standing, inputs) {
    const suspects = standing.verdicts
        .filter((verdict) => !isDemoted(field, verdict.candidate))
        .map((verdict) => ({
        verdict,
        until: toleratedUntil(verdict, inputs.expiredGraceDays, field.yardstick.now),
        expected: expectedMs(verdict, standing.cost) ?? Number.POSITIVE_INFINITY,
    }))
        .filter(({ until }) => until !== null)
        .sort((a, b) => a.expected - b.expected);
    const verified = new Set(standing.verdicts.filter(isVerified).map(({ candidate }) => candidate.name));
    const { wanted, hashes, pip } = field.need;
    const sample = wanted.length > 0 ? wanted : WITNESS_SAMPLE;
    const notices = [];
    for (const { verdict, until } of suspects) {
        const { candidate } = verdict;
        const asked = field.sessions.filter((session) => session.candidate === candidate || verified.has(session.candidate.name));
        await Promise.all(asked.map((session) => askPages(session, sample)));
        const observations = field.sessions.map((session) => session.observation());
        const suspect = observations.find((observation) => observation.candidate === candidate);
        const witness = suspect === undefined ? null : witnessFor(suspect, observations, verified, sample, hashes, pip);
        if (witness !== null && witness.files > 0 && until !== null) {
            return tolerate(verdict, until, witness.by.join(', '), inputs);
        }
        notices.push({ code: 'expired-no-witness', level: 'warning', facts: { mirror: candidate.name } });
    }
    return { decision: null, notices };
}
function tolerate(verdict, until, witness, inputs) {
    const { candidate, certificate } = verdict;
    const url = new URL(candidate.indexUrl);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const trustedHost = pipTrustedHost(host, url.port === '' ? 443 : Number(url.port));
    return {
        decision: {
            mirror: candidate,
            extraIndexes: inputs.extraIndexes,
            fallback: null,
            trustedHosts: [trustedHost],
            why: { code: 'expired-tolerated', until, witness },
            confirmedByPip: false,
            reused: false,
        },
        notices: [
            {
                code: 'expired-tolerated',
                level: 'warning',
                facts: { mirror: candidate.name, trustedHost, endedAt: certificate?.notAfter ?? 0, until, witness },
            },
        ],
    };
}

// EXTERNAL MODULE: ./build/src/decide/cache-key.js
var cache_key = __webpack_require__(8830);
;// CONCATENATED MODULE: ./build/src/decide/cache-policy.js
/** Events whose jobs hold secrets or write access while they may run code of strangers. */
const PRIVILEGED_EVENTS = ['pull_request_target', 'workflow_run'];
/** `auto` is off where a cache is a danger or of no use; a mode asked for by name is held back by the platform alone. */
function cachePolicy(now) {
    if (now.asked === 'off')
        return { mode: 'off', reason: 'asked' };
    if (now.pipCacheDir === null)
        return { mode: 'off', reason: 'pip-without-cache' };
    if (now.asked === 'auto') {
        const reason = autoReason(now);
        if (reason !== null)
            return { mode: 'off', reason };
    }
    if (!now.service)
        return { mode: 'off', reason: 'no-service' };
    return limitedByPlatform(now);
}
function autoReason(now) {
    if (PRIVILEGED_EVENTS.includes(now.event))
        return 'privileged-event';
    if (now.event === 'release')
        return 'release';
    if (now.ref.startsWith('refs/tags/'))
        return 'tag';
    return !now.hosted && now.dirInUse ? 'dir-persists' : null;
}
function limitedByPlatform(now) {
    switch (now.platform?.toLowerCase()) {
        case 'none':
            return { mode: 'off', reason: 'platform' };
        case 'read':
            return { mode: 'read-only', reason: 'platform' };
        case 'write-only':
            return now.asked === 'read-only'
                ? { mode: 'off', reason: 'platform' }
                : { mode: 'write-only', reason: 'platform' };
        default:
            return now.asked === 'read-only' ? { mode: 'read-only', reason: 'asked' } : { mode: 'read-write' };
    }
}

// EXTERNAL MODULE: ./build/src/platform/pip-cache/entry.js + 1 modules
var entry = __webpack_require__(5397);
;// CONCATENATED MODULE: ./build/src/apply/held.js
/**
 * Whose downloads are kept, asked before a mirror is chosen.
 *
 * The calls, in order:
 *   const situation = cacheSituation(plan, pip, env);   // pure but for one look at pip's cache directory
 *   const held = lookUpHeld(situation);                  // Promise<Held>, at most HELD_DEADLINE_MS, never rejects
 *   heldDownloads(situation, await held, …);             // for the ranking
 *   restoreCache({ situation, held: await held, … });    // see restore-cache.ts
 */






/** Longer, and the answer would come after the decision anyway. */
const HELD_DEADLINE_MS = 4000;
function cacheSituation(plan, pip, env) {
    const { inputs, runner } = plan;
    const pipCacheDir = pip?.cacheDir ?? null;
    return {
        plan: cachePolicy({
            asked: inputs.cache,
            event: runner.event,
            ref: runner.ref,
            hosted: runner.hosted,
            platform: env.ACTIONS_CACHE_MODE,
            pipCacheDir,
            dirInUse: pipCacheDir !== null && (0,entry/* hasEntries */.T5)(pipCacheDir),
            service: (0,cache_store/* hasCacheService */.G9)(env),
        }),
        job: {
            os: runner.os,
            osVersion: runner.osVersion,
            arch: runner.arch,
            pythonTag: (0,cache_key/* pythonTagOf */.gN)(pip?.tags ?? []),
            pipVersion: pip?.version ?? '0',
            suffix: inputs.cacheSuffix,
        },
        pipCacheDir: pipCacheDir ?? '',
        // Inside pip's own folder: on the same file system, so that bytes are linked and not copied.
        storeDir: external_node_path_.join(pipCacheDir ?? '', 'mirror-select'),
    };
}
/** Asks the service for the newest entry of this job, whatever index it came from. Nothing is downloaded. */
async function lookUpHeld(situation, deadlineMs = HELD_DEADLINE_MS) {
    const { mode } = situation.plan;
    if (mode === 'off' || mode === 'write-only')
        return { answer: 'not-asked', detail: '', key: '' };
    const answer = await (0,cache_store/* lookUp */.TE)(situation.storeDir, [(0,cache_key/* anyIndexPrefix */.zA)(situation.job)], deadlineMs);
    return {
        answer: answer.outcome,
        detail: answer.outcome === 'failed' ? answer.detail : '',
        key: answer.outcome === 'found' ? answer.key : '',
    };
}
/**
 * What the ranking may count on. The candidate that the downloads came from, chosen again among equals, has nothing to
 * be saved anew. `requirements` is this job's `requirementsDigest`.
 */
function heldDownloads({ job }, { key }, requirements, candidates) {
    // A pip that is given nothing saves nothing.
    if (key === '' || !(0,entry/* checksDigests */.xS)(job.pipVersion))
        return NOTHING_HELD;
    const index = (0,cache_key/* indexOfKey */.fV)(key);
    return {
        indexUrl: candidates.find(({ indexUrl }) => (0,cache_key/* indexIdentity */.T7)(indexUrl) === index)?.indexUrl ?? null,
        everything: (0,cache_key/* isOfRequirements */.Y9)(key, requirements),
    };
}

;// CONCATENATED MODULE: ./build/src/decide/pip-keeps.js
/** Whether pip's own HTTP cache keeps an answer, by the rules of the CacheControl that every pip brings along. */
/** `headers` by lower-case name, of a 200 or 206 to a file. Without a date nothing but an `ETag` counts. */
function pipKeeps(headers) {
    const control = (headers['cache-control'] ?? '').toLowerCase();
    if (/(^|[\s,])no-store\b/.test(control) || (headers.vary ?? '').includes('*'))
        return false;
    if (headers.etag !== undefined)
        return true;
    if (headers.date === undefined)
        return false;
    return Number(/(?:^|[\s,])max-age=(\d+)/.exec(control)?.[1] ?? 0) > 0 || (headers.expires ?? '') !== '';
}

// EXTERNAL MODULE: ./build/src/apply/wheel-store/lay-back.js
var lay_back = __webpack_require__(2053);
;// CONCATENATED MODULE: ./build/src/apply/restore-cache.js
/** Brings back what earlier runs downloaded, and gives pip what the chosen index lists of it. Nothing here rejects. */





/** A gigabyte at 20 MB/s fits; what is slower than that costs more than it saves. */
const DEADLINES = { restoreMs: 60_000, pagesMs: 20_000 };
async function restoreCache(asking) {
    const { situation, mirror, now } = asking;
    const { plan, storeDir, pipCacheDir } = situation;
    const skipped = plan.mode === 'read-write' ? [] : skipNotice(plan.reason, '');
    if (plan.mode === 'off')
        return { outcome: null, state: null, notices: skipped };
    const key = (0,cache_key/* cacheKey */.k$)({ ...situation.job, indexUrl: mirror.indexUrl, requirements: asking.requirements });
    const { matched, notices } = await bringBack(asking, key);
    const checked = (0,entry/* checksDigests */.xS)(situation.job.pipVersion);
    const laid = matched === '' || !checked ? null : await layBackWithin(asking);
    const exact = (0,cache_key/* matchOf */.HU)(key, matched) === 'exact';
    const kept = asking.fileHeaders === null || pipKeeps(asking.fileHeaders);
    return {
        outcome: { hit: exact, primaryKey: key.primary, matchedKey: matched, dir: pipCacheDir },
        state: plan.mode === 'read-only'
            ? null
            : {
                pipCacheDir,
                storeDir,
                primaryKey: key.primary,
                matchedKey: matched,
                exact,
                startedAt: now,
                language: asking.language,
                fetchAgain: kept ? null : asking.installs,
            },
        notices: [
            ...skipped,
            ...notices,
            ...(checked ? [] : skipNotice('pip-unchecked', '')),
            ...(kept ? [] : [headersNotice(mirror.name)]),
            keyNotice(key, matched),
            ...laidNotices(laid, mirror.name),
        ],
    };
}
/** The key that was found, '' for none. A service that was silent before is not asked again. */
async function bringBack({ situation, held, deadlines }, key) {
    if (held.answer === 'late' || held.answer === 'failed') {
        return { matched: '', notices: skipNotice(held.answer, held.detail) };
    }
    if (held.answer !== 'found')
        return { matched: '', notices: [] };
    const answer = await (0,cache_store/* restore */.PF)(situation.storeDir, key.asked, (deadlines ?? DEADLINES).restoreMs);
    if (answer.outcome === 'found')
        return { matched: answer.key, notices: [] };
    if (answer.outcome === 'none')
        return { matched: '', notices: [] };
    return { matched: '', notices: skipNotice(answer.outcome, answer.outcome === 'failed' ? answer.detail : '') };
}
async function layBackWithin(asking) {
    const { situation, deadlines } = asking;
    return (0,lay_back/* layBack */.WP)({
        storeDir: situation.storeDir,
        pipCacheDir: situation.pipCacheDir,
        layout: (0,entry/* layoutOf */.aH)(situation.job.pipVersion),
        page: asking.page,
        now: asking.now,
        signal: AbortSignal.timeout((deadlines ?? DEADLINES).pagesMs),
    }).catch(() => null);
}
function skipNotice(reason, detail) {
    // What the user asked for needs no telling.
    return reason === 'asked' ? [] : [{ code: 'cache-skipped', level: 'info', facts: { reason, detail } }];
}
function headersNotice(mirror) {
    return { code: 'cache-headers', level: 'info', facts: { mirror } };
}
function keyNotice({ primary, ingredients }, matched) {
    return { code: 'cache-key', level: 'info', facts: { key: primary, ingredients, matched } };
}
function laidNotices(laid, mirror) {
    const notices = [];
    if (laid !== null && laid.laid > 0) {
        notices.push({
            code: 'cache-laid-back',
            level: 'info',
            facts: { mirror, files: laid.laid, bytes: laid.laidBytes },
        });
    }
    if (laid !== null && laid.refused > 0) {
        notices.push({ code: 'cache-refused', level: 'warning', facts: { files: laid.refused } });
    }
    return notices;
}

// EXTERNAL MODULE: ./build/src/apply/saved-state.js
var saved_state = __webpack_require__(6009);
;// CONCATENATED MODULE: ./build/src/observe/pages.js

/** Redirects count as requests, and each project may have some. */
const REQUESTS_PER_CONNECTION = 192;
/**
 * `connections` are opened when the first page is asked for. A session ends no handshake for a certificate's sake, so
 * `accepts` is asked of every hop. The caller must `close()`.
 */
function openPages(candidate, asking, connections, accepts) {
    const sessions = [];
    let turn = 0;
    return {
        async files(project) {
            const at = turn++ % connections;
            sessions[at] ??= openSession(candidate, { ...asking, maxRequests: REQUESTS_PER_CONNECTION });
            const { page, exchanges } = await sessions[at].project(project);
            return page !== null && exchanges.every(accepts) ? page.files : null;
        },
        close() {
            for (const session of sessions)
                session.close();
        },
    };
}

// EXTERNAL MODULE: ./build/src/platform/workflow.js
var workflow = __webpack_require__(8008);
;// CONCATENATED MODULE: ./build/src/run/kept-downloads.js
/** The cache's part of a run: whose downloads are held, asked while mirrors are probed; what is laid, once one is chosen. */












const PAGE_CONNECTIONS = 4;
/** For all pages of one connection together. */
const PAGES_TIMEOUT_MS = 15_000;
const LARGEST_REQUIREMENTS_FILE = 16 << 20;
/** Starts at once; `prepared.pip` decides whether anything is asked. */
function keptDownloads(plan, env, prepared) {
    const situation = prepared.pip.then((pip) => cacheSituation(plan, pip, env));
    // Loading takes longer than asking, and there is time while pip is asked for its facts.
    if (plan.inputs.cache !== 'off')
        (0,cache_store/* loadCacheClient */.ul)(env);
    const held = situation.then((known) => lookUpHeld(known));
    const digest = prepared.job.then((job) => kept_downloads_digestOf(plan, job));
    let soFar = NOTHING_HELD;
    const known = Promise.all([situation, held, digest]).then(([where, found, requirements]) => {
        soFar = heldDownloads(where, found, requirements, plan.candidates);
    }, () => { });
    return {
        held: () => soFar,
        known,
        async restore(mirror, seen) {
            const [trust, pip] = await Promise.all([prepared.trust, prepared.pip]);
            const asking = { ...prepared.asking, timeoutMs: PAGES_TIMEOUT_MS };
            const pages = openPages(mirror, asking, PAGE_CONNECTIONS, ({ connection }) => kept_downloads_isVerified(connection, trust, plan));
            try {
                const { state, outcome, notices } = await restoreCache({
                    situation: await situation,
                    held: await held,
                    mirror,
                    requirements: await digest,
                    page: (project) => pages.files(project),
                    now: Date.now(),
                    language: plan.inputs.language,
                    fileHeaders: seen?.file?.exchanges.at(-1)?.headers ?? null,
                    installs: pip === null ? null : { executable: pip.executable, workspace: plan.runner.workspace },
                });
                if (state !== null)
                    (0,workflow/* saveState */.LZ)(saved_state/* STATE_NAME */.sf, (0,saved_state/* encodeState */.Md)(state));
                return { outcome, notices };
            }
            finally {
                pages.close();
            }
        },
    };
}
/** What a page says of digests counts only if pip would believe the page, or the user does. */
function kept_downloads_isVerified(connection, trust, { inputs }) {
    if (isTrustedHost(inputs.trustedHosts, connection.host, connection.port))
        return true;
    return judgeCertificate(connection, trust, Date.now(), inputs.warnDays)?.faults.length === 0;
}
async function kept_downloads_digestOf({ runner }, job) {
    const files = job.files.map(async (path) => {
        const read = await readText((0,external_node_path_.join)(runner.workspace, path), LARGEST_REQUIREMENTS_FILE);
        return { path, content: 'text' in read ? read.text : read.failure };
    });
    // What included files and the `packages` input ask for, beside the matched files themselves.
    return (0,cache_key/* requirementsDigest */.T1)(await Promise.all(files), job.requirements.map(({ raw }) => raw));
}

;// CONCATENATED MODULE: ./build/src/run/measure.js
/** Throughput of the best few, one at a time, in ranges no larger than needed to tell them apart. */



/** More than this many are never measured: beyond the best few the order hardly changes. */
const FINALISTS = 5;
/** What one sample may take: long enough to be telling, short against the install. */
const measure_SAMPLE_MS = 60;
const SMALLEST_SAMPLE = 64 * 1024;
/**
 * The one to be measured next: the most promising of those that may yet come first, or into the band of near-ties.
 * Null when nobody's figure could change who is first. `waiting`: others are still being asked, so that the time is
 * there to know the first one's figure better, which tells how long to wait for them.
 */
function nextFinalist(verdicts, cost, waiting) {
    const usable = verdicts
        .filter(({ usable }) => usable)
        .map((verdict) => ({
        verdict,
        expected: mostMs(verdict, cost),
        least: leastMs(verdict, cost) ?? Number.POSITIVE_INFINITY,
    }));
    if (usable.filter(({ verdict }) => isMeasured(verdict)).length >= FINALISTS)
        return null;
    const best = Math.min(...usable.map(({ expected }) => expected));
    const limit = best * (1 + TIE_BAND_PERCENT / 100);
    // The install waits for a rival's sample, too: one round trip more.
    const rivals = usable.filter(({ verdict, expected, least }) => expected === best || least + (isMeasured(verdict) ? 0 : waitFor(verdict)) < limit);
    if (rivals.length < 2 && !waiting)
        return null;
    // Where nothing is to be sent, because earlier runs kept it, no rate changes anything.
    const open = rivals.filter(({ verdict, expected, least }) => !isMeasured(verdict) && least < expected);
    const [next] = open.sort((a, b) => a.least - b.least);
    return next?.verdict ?? null;
}
/** Of whom no rate is known yet, nothing can be expected. */
function mostMs(verdict, cost) {
    return verdict.throughput === null && !isMeasured(verdict)
        ? Number.POSITIVE_INFINITY
        : (expectedMs(verdict, cost) ?? Number.POSITIVE_INFINITY);
}
function waitFor({ latencyMs }) {
    return latencyMs ?? 0;
}
/** The rate is known from samples, or there is nothing to take samples of. */
function isMeasured({ mostBytesPerSecond }) {
    return mostBytesPerSecond === undefined;
}
/** The next to be measured; who was asked for a sample and gave none is not asked again. */
function finalistOf(field, { verdicts, cost }) {
    const open = verdicts.filter((verdict) => isMeasured(verdict) || !field.sampled.has(verdict.candidate));
    return nextFinalist(open, cost, field.surveyed.size < field.sessions.length);
}
/** Adds one sample to the finalist's observation. */
async function measure(field, { cost }, finalist) {
    field.sampled.add(finalist.candidate);
    const session = sessionOf(field, finalist.candidate);
    const file = session?.observation().file ?? null;
    if (session === undefined || file === null)
        return;
    const small = tellsNoRate(session.observation(), finalist, cost);
    const link = small ? await largerFile(field, session) : file.link;
    if (link === null)
        return;
    const telling = Math.round(((finalist.mostBytesPerSecond ?? 0) * measure_SAMPLE_MS) / 1000);
    const bytes = Math.min(POLITENESS.bytesPerRequest, Math.max(SMALLEST_SAMPLE, telling), bytesLeft(field));
    if (bytes < SMALLEST_SAMPLE)
        return;
    // A file that ended within the gate's range has nothing more to give: its beginning is asked for again.
    const offset = small || file.sha256 !== null ? 0 : (file.exchanges.at(-1)?.bodyBytes ?? 0);
    await session.sample(link, offset, bytes, measure_SAMPLE_MS * 2);
}
async function largerFile({ rateProbe }, session) {
    if (rateProbe === null)
        return null;
    const { page } = await session.project(rateProbe.project);
    return page === null ? null : rateProbe.choose(page);
}

// EXTERNAL MODULE: ./build/src/apply/confirm.js
var apply_confirm = __webpack_require__(882);
;// CONCATENATED MODULE: ./build/src/run/pip-confirmer.js
/** Asks the job's pip about a choice, at most once for each set of variables, also ahead of the final decision. */




/** A larger file is no "small file": nothing is confirmed through it. */
const SMALL_FILE = 2 * 1024 * 1024;
function createPipConfirmer(plan, pip, env) {
    const answers = new Map();
    const ended = new AbortController();
    return {
        async ask(variables, session) {
            if (!plan.inputs.confirm || pip === null)
                return null;
            const filename = await smallFile(session, plan.inputs.policy === 'internal' ? null : DEFAULT_PROBE, pip);
            const specifier = filename === null ? null : specifierOf(filename);
            if (specifier === null)
                return null;
            const question = JSON.stringify([specifier, variables]);
            let answer = answers.get(question);
            if (answer === undefined) {
                answer = (0,apply_confirm/* confirmWithPip */.O)({
                    executable: pip.executable,
                    specifier,
                    variables,
                    env,
                    temp: plan.runner.temp,
                    timeoutMs: Math.max(10_000, plan.inputs.timeoutMs * 2),
                    signal: ended.signal,
                });
                answers.set(question, answer);
            }
            return answer;
        },
        close: () => ended.abort(),
    };
}
/** The file that was asked for if it is small, else that of the project that any public mirror has. */
async function smallFile(session, probe, pip) {
    const { file, projects } = session.observation();
    if (file === null)
        return null;
    if ((sizeOf(file) ?? Number.POSITIVE_INFINITY) <= SMALL_FILE)
        return file.link.filename;
    if (probe === null)
        return null;
    const seen = projects.find(({ project }) => project === probe.project) ?? (await session.project(probe.project));
    return seen.page === null ? null : (chooseFile(seen.page, probe, pip)?.link.filename ?? null);
}
/** `project==version` of a wheel or source archive. */
function specifierOf(filename) {
    const [, project, version] = /^([A-Za-z0-9_.]+)-([^-]+)-.*\.whl$/.exec(filename) ?? /^(.+)-([^-]+?)\.(?:tar\.\w+|zip)$/.exec(filename) ?? [];
    return project === undefined || version === undefined ? null : `${project}==${version}`;
}

;// CONCATENATED MODULE: ./build/src/decide/reuse.js
/** Whether a decision of another job is worth anything here: what it depends on, how old it may be, what it must keep. */

/** Everything of the inputs that the choice depends on. Credentials count, but only through this digest. */
function inputsDigest(inputs, requirements) {
    const parts = [
        inputs.policy,
        inputs.mirrors.map(identity),
        inputs.extraIndexes.map(identity),
        typeof inputs.fallback === 'string' ? inputs.fallback : identity(inputs.fallback),
        inputs.trustedHosts,
        inputs.expiredGraceDays,
        inputs.caBundle,
        inputs.pytorch,
        requirements,
    ];
    return digest(parts);
}
function identity({ name, indexUrl, credentials }) {
    return [name, indexUrl, credentials?.username ?? null];
}
/**
 * Hosted runners: kind and image, since their addresses are drawn anew for each machine and their place is not told.
 * Others: subnets, resolvers, proxies, time zone and the name without its number. What this cannot tell apart, the
 * reader's own latency does (`isAsNear`).
 */
function networkIdentity(runner, facts) {
    const place = runner.hosted
        ? ['hosted', runner.os, runner.osVersion, runner.arch]
        : ['own', groupOf(facts.runnerName), [...facts.addresses].sort(), [...facts.resolvers].sort(), facts.timeZone];
    return digest([runner.forge, place, [...facts.proxies].sort()]);
}
/** Runners of one group bear a common name and a number or a random end: 'beijing-3', 'set-x7k2p-runner-9fq1z'. */
function groupOf(name) {
    return name.replace(/(-[a-z0-9]{5})?-runner-[a-z0-9]{5}$/, '').replace(/[-_ ]?\d+$/, '');
}
/** Key in the forge's cache. */
function decisionKey(runId, inputs, network) {
    return `pip-mirror-select-decision-1-${runId.replace(/\W/g, '')}-${inputs.slice(0, 16)}-${network.slice(0, 16)}`;
}
function isFresh(stored, now, reuseMinutes) {
    const age = now - stored.decidedAt;
    // A little from the future: clocks differ. More is no time to rely on.
    return age > -60_000 && age < reuseMinutes * 60_000;
}
/** The best of several answers: a machine under load adds to most of them. null where none came. */
function reuse_latencyOf({ projects, file, metadata }) {
    const exchanges = [...projects, ...(file === null ? [] : [file]), ...(metadata === null ? [] : [metadata])].flatMap((seen) => seen.exchanges);
    const times = exchanges.map(({ timing }) => timing.firstByteMs).filter((ms) => ms !== null);
    return times.length === 0 ? null : Math.min(...times);
}
/**
 * The mirror answers here about as it answered there. Twice the latency is another place in the network; on the same
 * machine it is load, as long as it does not become another order of magnitude.
 */
function isAsNear(stored, latencyMs, place) {
    const limit = place === 'machine' ? stored.latencyMs * 5 + 500 : stored.latencyMs * 2 + 50;
    return latencyMs !== null && latencyMs <= limit;
}
/** The reader's own candidates that a stored decision names; null when it names others. */
function namedCandidates(stored, candidates) {
    const urls = [stored.indexUrl, ...(stored.fallbackUrl === null ? [] : [stored.fallbackUrl])];
    const named = urls.map((url) => candidates.find(({ indexUrl }) => indexUrl === url));
    return named.every((candidate) => candidate !== undefined) ? named : null;
}
/** null: not for others, because it rests on something that only this job may accept. */
function toStored(decision, latencyMs, now, final) {
    const { mirror, fallback, trustedHosts, why } = decision;
    if (latencyMs === null || trustedHosts.length > 0 || decision.reused || !isShared(why))
        return null;
    return { decidedAt: now, indexUrl: mirror.indexUrl, fallbackUrl: fallback?.indexUrl ?? null, latencyMs, why, final };
}
function isShared(why) {
    return why.code === 'fastest' || why.code === 'tie' || why.code === 'only-usable' || why.code === 'first-usable';
}
function digest(value) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(value)).digest('hex');
}

// EXTERNAL MODULE: ./build/src/platform/stored-files.js
var stored_files = __webpack_require__(356);
;// CONCATENATED MODULE: ./build/src/platform/turn.js
/**
 * One job at a time on this machine, among processes that share a folder and maybe nothing else. A lock file names its
 * owner, who shows every 200 ms that it lives. When its process is gone the next one takes over; where process numbers
 * say nothing (another container), when it stops showing.
 */



const SIGN_EVERY_MS = 200;
/** Several signs missed: also a busy owner gives some. */
const SILENT_AFTER_MS = 1000;
/** Longer than any decision takes: its number may be another process's by now. */
const LOST_AFTER_MS = 10_000;
const BEGUN = ' begun';
async function signsOf(file) {
    const [text, mtimeMs] = await Promise.all([(0,promises_.readFile)(file, 'utf8').catch(() => ''), signedAt(file)]);
    return { begun: text.endsWith(BEGUN), silentMs: mtimeMs === null ? 0 : Date.now() - mtimeMs };
}
/** Takes the turn if it is free, or if its owner is dead. null: somebody else has it. Rejects where the folder cannot be written. */
async function takeTurn(file) {
    const token = `${(0,external_node_crypto_.randomBytes)(12).toString('hex')} ${process.pid} ${(0,external_node_os_.hostname)()}`;
    if (await turn_create(file, token))
        return hold(file, token);
    const dead = await deadOwner(file);
    return dead !== null && (await inherit(file, dead, token)) ? hold(file, token) : null;
}
/**
 * Puts `token` in the place of a dead owner's. Of those that see it dead one becomes its heir, and only the heir touches
 * the file: moved away and back, it would be missing for a moment, and somebody else would take the turn, too.
 */
async function inherit(file, dead, token) {
    const heir = `${file}.${dead.slice(0, 24) || 'nobody'}`;
    if (!(await turn_create(heir, token))) {
        // An heir that died at once leaves the turn to the next look.
        if ((await signsOf(heir)).silentMs > LOST_AFTER_MS)
            await (0,promises_.rm)(heir, { force: true });
        return false;
    }
    try {
        // Seen dead, and in the meantime inherited by somebody else.
        if ((await deadOwner(file)) !== dead)
            return false;
        const draft = `${heir}.new`;
        await (0,promises_.writeFile)(draft, token, { mode: 0o600 });
        await (0,promises_.rename)(draft, file);
        return true;
    }
    finally {
        await (0,promises_.rm)(heir, { force: true });
    }
}
async function turn_create(file, token) {
    try {
        const handle = await (0,promises_.open)(file, 'wx', 0o600);
        try {
            await handle.writeFile(token);
        }
        finally {
            await handle.close();
        }
        return true;
    }
    catch (error) {
        if (turn_codeOf(error) === 'EEXIST')
            return false;
        throw error;
    }
}
function hold(file, token) {
    const timer = setInterval(() => {
        const now = new Date();
        (0,promises_.utimes)(file, now, now).catch(() => { });
    }, SIGN_EVERY_MS);
    timer.unref();
    const isOwner = async () => (await (0,promises_.readFile)(file, 'utf8').catch(() => '')).startsWith(token);
    return {
        async begin() {
            if (await isOwner())
                await (0,promises_.appendFile)(file, BEGUN);
        },
        async release() {
            clearInterval(timer);
            if (await isOwner())
                await (0,promises_.rm)(file, { force: true });
        },
    };
}
/** What the file says of an owner that is dead; null where it lives, or nobody has the turn. */
async function deadOwner(file) {
    const mtimeMs = await signedAt(file);
    if (mtimeMs === null)
        return null;
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => null);
    if (text === null)
        return null;
    const silentMs = Date.now() - mtimeMs;
    const [, pid, host] = text.split(' ');
    const isDead = host === (0,external_node_os_.hostname)() ? silentMs > LOST_AFTER_MS || !isRunning(Number(pid)) : silentMs > SILENT_AFTER_MS;
    return isDead ? text : null;
}
async function signedAt(file) {
    return (0,promises_.stat)(file).then(({ mtimeMs }) => mtimeMs, () => null);
}
function isRunning(pid) {
    try {
        // Signal 0 asks and does nothing.
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return turn_codeOf(error) === 'EPERM';
    }
}
function turn_codeOf(error) {
    return error instanceof Error && 'code' in error ? error.code : undefined;
}

;// CONCATENATED MODULE: ./build/src/apply/stored-decision.js
const VERSION = 1;
const stored_decision_TIE_BREAKS = ['cache', 'operator', 'days-left', 'freshness', 'order'];
const stored_decision_LONGEST_NAME = 200;
const stored_decision_MOST_NAMES = 50;
function encodeDecision(stored) {
    return JSON.stringify({ v: VERSION, ...stored });
}
/** null for another version, or anything that is not whole. */
function decodeDecision(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return null;
    }
    if (!stored_decision_isRecord(value) || value.v !== VERSION)
        return null;
    const { decidedAt, indexUrl, fallbackUrl, latencyMs, final } = value;
    const why = readWhy(value.why);
    if (!isAmount(decidedAt) || !isAmount(latencyMs) || typeof indexUrl !== 'string' || why === null)
        return null;
    if (fallbackUrl !== null && typeof fallbackUrl !== 'string')
        return null;
    if (typeof final !== 'boolean')
        return null;
    return { decidedAt, indexUrl, fallbackUrl, latencyMs, why, final };
}
function readWhy(value) {
    if (!stored_decision_isRecord(value))
        return null;
    switch (value.code) {
        case 'only-usable':
        case 'first-usable':
            return { code: value.code };
        case 'fastest': {
            const { expectedMs, nextName, nextMs } = value;
            if (!isAmount(expectedMs) || !(nextName === null || isName(nextName)))
                return null;
            return nextMs === null || isAmount(nextMs) ? { code: 'fastest', expectedMs, nextName, nextMs } : null;
        }
        case 'tie': {
            const by = stored_decision_TIE_BREAKS.find((known) => known === value.by);
            const { bandPercent, others } = value;
            if (by === undefined || !isAmount(bandPercent) || !Array.isArray(others))
                return null;
            return others.length <= stored_decision_MOST_NAMES && others.every(isName) ? { code: 'tie', bandPercent, by, others } : null;
        }
        default:
            return null;
    }
}
function stored_decision_isRecord(value) {
    return typeof value === 'object' && value !== null;
}
function isAmount(value) {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
function isName(value) {
    return typeof value === 'string' && value.length <= stored_decision_LONGEST_NAME;
}

;// CONCATENATED MODULE: ./build/src/apply/shared-decision.js
/**
 * One decision for many jobs. It is kept in two places: in the runner's tool cache, for the jobs of this machine, and
 * in the forge's cache under the run's id, for the jobs of this run on other machines of the same network.
 *
 *   const shared = openShared({ … });                  // no side effect
 *   const here = await shared.onThisMachine();         // FoundDecision | null; waits for a job that is deciding
 *   await shared.begin();                              // null above: this job decides, and is ready to ask mirrors
 *   const there = await shared.inThisRun();            // FoundDecision | null; at most one second
 *   … the caller checks what it found with one quick gate; when that fails:
 *   const other = await shared.onThisMachine(here.stored); // anything but that one
 *   await shared.announce(decision);                   // chosen, not yet confirmed by pip
 *   await shared.store(decision);                      // StoredDecision
 *   await shared.close();                              // always: others may be waiting
 *
 * When `onThisMachine` resolves to null, this job has the turn, or waited long enough for the one that has it: two
 * seconds from the moment when that one began to ask mirrors; preparing takes each job its time. The end of a job that
 * has the turn is noticed, and the next one takes over; one that shows no sign of life for two seconds is waited for no
 * longer. What was announced and is not final yet is handed out when the wait is over: asking pip again costs less
 * than asking all mirrors. Nothing here rejects; whatever goes wrong means that this job decides for itself.
 */






/** Two seconds. Looks are counted, not time: on a busy machine the other job gets no farther than this one either. */
const LOOKS = 80;
const LOOK_EVERY_MS = 25;
/** For a job that never gets ready. */
const LONGEST_WAIT_MS = 10_000;
/** For a job that was stopped: many signs missed, also on a busy machine. */
const LONGEST_SILENCE_MS = 2000;
const shared_decision_FILE = 'decision.json';
const SERVICE_FIND_MS = 1000;
const SERVICE_SAVE_MS = 3000;
function openShared(asking) {
    return new Shared(asking);
}
class Shared {
    asking;
    key;
    /** Where this machine's decisions lie; null: nowhere. */
    folder;
    name;
    turn = null;
    constructor(asking) {
        const { toolCache, runId, inputs, network } = asking;
        this.asking = asking;
        this.key = decisionKey(runId, inputs, network);
        this.folder = toolCache === null ? null : external_node_path_.join(toolCache, 'pip-mirror-select', 'decisions');
        this.name = `${inputs.slice(0, 16)}-${network.slice(0, 16)}.json`;
    }
    async onThisMachine(rejected) {
        if (this.asking.reuseMinutes <= 0)
            return null;
        const stored = await this.wait(rejected).catch(() => null);
        return stored === null ? null : { stored, place: 'machine' };
    }
    async begin() {
        await this.turn?.begin().catch(() => { });
    }
    async inThisRun() {
        const { reuseMinutes, service, runId } = this.asking;
        if (reuseMinutes <= 0 || !service.read || runId === '')
            return null;
        const answer = await (0,cache_store/* restore */.PF)(this.serviceFolder(), [this.key], SERVICE_FIND_MS);
        if (answer.outcome !== 'found')
            return null;
        const stored = this.usable(await (0,stored_files/* readSmall */.o5)(external_node_path_.join(this.serviceFolder(), shared_decision_FILE)), undefined);
        return stored === null ? null : { stored, place: 'run' };
    }
    async announce(decision) {
        // Without the turn somebody else may have left a final one.
        if (this.turn !== null)
            await this.leave(decision);
    }
    async store(decision) {
        if (this.asking.reuseMinutes <= 0)
            return;
        await this.keep(decision);
        if (!this.asking.service.write || this.asking.runId === '')
            return;
        // One upload a run: what others of this run have stored in the meantime stays.
        await (0,stored_files/* replaceFile */.fR)(this.serviceFolder(), shared_decision_FILE, encodeDecision(decision)).catch(() => { });
        await (0,cache_store/* save */.UN)(this.serviceFolder(), this.key, SERVICE_SAVE_MS);
    }
    async close() {
        const turn = this.turn;
        this.turn = null;
        await turn?.release().catch(() => { });
    }
    async wait(rejected) {
        if (this.folder === null)
            return null;
        await (0,stored_files/* makeFolder */.fc)(this.folder);
        const lock = external_node_path_.join(this.folder, `${this.name}.lock`);
        const until = performance.now() + LONGEST_WAIT_MS;
        let stored = null;
        for (let looks = 0; looks < LOOKS && performance.now() < until;) {
            this.turn ??= await takeTurn(lock);
            // Looked for after the turn was taken: the one before may have stored and gone in between.
            stored = await this.readHere(rejected);
            if (stored?.final)
                await this.close();
            // With the turn taken, what is not final was left by a job that is gone.
            if (stored?.final || this.turn !== null)
                return stored;
            await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
            const { begun, silentMs } = await signsOf(lock);
            if (silentMs > LONGEST_SILENCE_MS)
                break;
            looks += begun ? 1 : 0;
        }
        return stored;
    }
    async readHere(rejected) {
        if (this.folder === null)
            return null;
        return this.usable(await (0,stored_files/* readSmall */.o5)(external_node_path_.join(this.folder, this.name)), rejected);
    }
    usable(text, rejected) {
        const stored = decodeDecision(text);
        if (stored === null || isSame(stored, rejected))
            return null;
        return isFresh(stored, Date.now(), this.asking.reuseMinutes) ? stored : null;
    }
    async keep(decision) {
        await this.leave(decision);
        await this.close();
    }
    async leave(decision) {
        if (this.folder === null)
            return;
        await (0,stored_files/* replaceFile */.fR)(this.folder, this.name, encodeDecision(decision)).catch(() => { });
    }
    /** The same path in every job: the service keeps entries by path. */
    serviceFolder() {
        return external_node_path_.join(this.asking.temp, 'pip-mirror-select', 'decision');
    }
}
function isSame(stored, rejected) {
    return rejected !== undefined && stored.decidedAt === rejected.decidedAt && stored.indexUrl === rejected.indexUrl;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/src/platform/network-place.js
/** What this machine knows of its own place in the network, without a packet. */


/** Prefix of every address that is not loopback or link-local: 'fd00:1::/64', '10.1.2.0/24'. */
function subnets() {
    const found = Object.values((0,external_node_os_.networkInterfaces)()).flatMap((addresses) => (addresses ?? []).flatMap(({ address, family, internal }) => {
        if (internal || /^(fe80:|169\.254\.)/i.test(address))
            return [];
        return family === 'IPv4' ? `${address.split('.').slice(0, 3).join('.')}.0/24` : [`${ipv6Prefix(address)}/64`];
    }));
    return [...new Set(found)].sort();
}
/** Name servers of /etc/resolv.conf, with its search domains; none where there is no such file. */
function resolvers() {
    try {
        const lines = (0,external_node_fs_.readFileSync)('/etc/resolv.conf', 'utf8').split('\n');
        return lines
            .filter((line) => /^\s*(nameserver|search)\s/.test(line))
            .map((line) => line.trim().replace(/\s+/g, ' '));
    }
    catch {
        return [];
    }
}
function ipv6Prefix(address) {
    const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
    const before = head === '' ? [] : head.split(':');
    const after = tail === undefined || tail === '' ? [] : tail.split(':');
    const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
    return [...before, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).join(':');
}

;// CONCATENATED MODULE: ./build/src/run/reuse-decision.js
/** What another job decided, checked with one quick gate of our own; and what this job leaves for others. */








const reuse_decision_LARGEST_REQUIREMENTS_FILE = 16 << 20;
function decisionReuse(plan, env) {
    const shared = plan.inputs.reuseMinutes > 0 ? reuse_decision_open(plan, env) : Promise.resolve(null);
    const here = shared.then((store) => store?.onThisMachine() ?? null);
    return {
        async turn() {
            await here;
        },
        async find(ready, checks) {
            const store = await shared;
            if (store === null)
                return null;
            ready.then(() => store.begin()).catch(() => { });
            let found = (await here) ?? (await store.inThisRun());
            while (found !== null) {
                const reused = await check(found, plan, checks);
                if (reused !== null) {
                    // What another machine left now holds on this one, and what was not confirmed is now.
                    if (found.place === 'run' || !found.stored.final)
                        await store.keep({ ...found.stored, final: true });
                    return reused;
                }
                found = await store.onThisMachine(found.stored);
            }
            return null;
        },
        async announce(decision, seen) {
            const stored = storedFrom(decision, seen, false);
            if (stored !== null)
                await (await shared)?.announce(stored);
        },
        async store(decision, seen) {
            const stored = storedFrom(decision, seen, true);
            if (stored !== null)
                await (await shared)?.store(stored);
        },
        async close() {
            await (await shared)?.close();
        },
    };
}
function storedFrom(decision, { observations }, final) {
    const observation = observations.find(({ candidate }) => candidate === decision?.mirror);
    if (decision === null || observation === undefined)
        return null;
    return toStored(decision, reuse_latencyOf(observation), Date.now(), final);
}
async function check({ stored, place }, plan, checks) {
    const named = namedCandidates(stored, plan.candidates);
    if (named === null)
        return null;
    const [mirror = null, fallback = null] = named;
    const { verdicts, observations } = await checks.gate(named);
    const [verdict] = verdicts;
    const [observation] = observations;
    if (mirror === null || verdict === undefined || observation === undefined)
        return null;
    if (verdicts.some(({ usable }) => !usable) || !isAsNear(stored, reuse_latencyOf(observation), place))
        return null;
    const decision = {
        mirror,
        extraIndexes: plan.inputs.extraIndexes,
        fallback,
        trustedHosts: trustNeeded(verdict, plan.inputs.trustedHosts),
        why: stored.why,
        confirmedByPip: false,
        reused: true,
    };
    if (!stored.final && !(await checks.confirm(decision)))
        return null;
    return {
        decision,
        notice: {
            code: 'reused-decision',
            level: 'info',
            facts: { mirror: mirror.name, ageMinutes: Math.max(0, Date.now() - stored.decidedAt) / 60_000 },
        },
    };
}
async function reuse_decision_open(plan, env) {
    const { inputs, runner } = plan;
    const { files } = await matchFiles(inputs.requirements, runner.workspace);
    const contents = files.map(async (path) => {
        const read = await readText((0,external_node_path_.join)(runner.workspace, path), reuse_decision_LARGEST_REQUIREMENTS_FILE);
        return { path, content: 'text' in read ? read.text : read.failure };
    });
    const mode = env.ACTIONS_CACHE_MODE?.toLowerCase();
    const service = inputs.cache !== 'off' && (0,cache_store/* hasCacheService */.G9)(env);
    return openShared({
        reuseMinutes: inputs.reuseMinutes,
        toolCache: runner.toolCache,
        temp: runner.temp,
        runId: runner.runId,
        inputs: inputsDigest(inputs, (0,cache_key/* requirementsDigest */.T1)(await Promise.all(contents), inputs.packages)),
        network: networkIdentity(runner, {
            runnerName: env.RUNNER_NAME ?? '',
            addresses: subnets(),
            resolvers: resolvers(),
            proxies: proxiesOf(env),
            timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        }),
        service: {
            read: service && mode !== 'none' && mode !== 'write-only',
            write: service && mode !== 'none' && mode !== 'read' && inputs.cache !== 'read-only',
        },
    });
}
function proxiesOf(env) {
    return ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'HTTP_PROXY', 'http_proxy', 'PIP_PROXY'].flatMap((name) => {
        const url = URL.parse(env[name] ?? '');
        return url === null ? [] : `${name.toLowerCase()}=${url.host}`;
    });
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/src/decide/settled.js
/** When waiting for the others cannot change the decision any more. */

/** Round trips until a mirror may be chosen: name, TCP, TLS, page, file and metadata. */
const GATE_ROUND_TRIPS = 6;
/**
 * Whether the best expected time known stands whatever the waiting candidates answer. Each of them would need longer
 * than `bestMs` for the round trips of the install, at the pace that it has shown so far, and for those that are left of
 * its questions: the install waits for them too. Who has been silent for a while is expected to stay so for as long again:
 * nobody waits longer for an answer than it could save. One that would win a near-tie is not beaten by answering a
 * little later. `bestMs` null: nothing is known yet.
 */
function isSettled(bestMs, waiting, cost) {
    if (bestMs === null)
        return waiting.length === 0;
    const transferMs = (bytesFrom({ listsDigests: true }, cost) / MOST_BYTES_PER_SECOND) * 1000;
    return waiting.every(({ waitedMs, silentMs, roundTrips, connectMs, latencyMs, held = false }) => {
        const roundTripMs = latencyMs ?? Math.max(connectMs ?? 0, waitedMs / Math.max(1, roundTrips));
        const installMs = roundTripMs * cost.requests + transferMs;
        // An answer on its way is no silence.
        if (held)
            return Math.max(0, silentMs - roundTripMs) + installMs > bestMs * (1 + TIE_BAND_PERCENT / 100);
        return silentMs + roundTripMs * Math.max(0, GATE_ROUND_TRIPS - roundTrips) + installMs > bestMs;
    });
}

;// CONCATENATED MODULE: ./build/src/run/look-out.js
/** The pauses between two looks at the field, and how much of the waiting was this machine's own doing. */
/** How often a settled decision is looked for while nothing arrives, milliseconds. */
const look_out_LOOK_EVERY_MS = 20;
/** A look that comes this much late was kept waiting by this machine; so were the answers that it would have found. */
const STALL_MS = 20;
/** A look that takes longer is followed by a pause: among hundreds of candidates looking must not hold up answers. */
const CHEAP_LOOK_MS = 3;
class LookOut {
    /** Milliseconds by which pauses were longer than asked for: nobody was waited for in them. */
    stalledMs = 0;
    answers = 0;
    wake = () => { };
    /** Something arrived: the pause ends. */
    answered() {
        this.answers += 1;
        this.wake();
    }
    /** Resolves when something has arrived, or after a while; `lookMs` is what the last look took. */
    async pause(lookMs) {
        const before = this.answers;
        if (lookMs > CHEAP_LOOK_MS)
            await new Promise((resolve) => setTimeout(resolve, lookMs * 4));
        if (this.answers > before)
            return;
        await new Promise((resolve) => {
            const pausedAt = performance.now();
            const timer = setTimeout(() => {
                const lateMs = performance.now() - pausedAt - look_out_LOOK_EVERY_MS;
                if (lateMs > STALL_MS)
                    this.stalledMs += lateMs;
                resolve();
            }, look_out_LOOK_EVERY_MS);
            this.wake = () => {
                clearTimeout(timer);
                resolve();
            };
        });
    }
}

;// CONCATENATED MODULE: ./build/src/run/survey.js
/**
 * Asks all candidates at once, as pip would ask them: index page, one file by range, its metadata. Stops asking when
 * the rest cannot change the decision, or when the politeness budget is spent.
 */










function survey(field, questions) {
    const asked = field.sessions.map((session) => ({ session, verdict: null }));
    const lookOut = new LookOut();
    const isOver = () => {
        const open = asked.filter(({ verdict }) => verdict === null);
        if (open.length === 0)
            return true;
        if (questions.everybody)
            return false;
        const observations = asked.map(({ session }) => session.observation());
        const bytes = observations.reduce((sum, observation) => sum + observation.bytes, 0);
        const cost = installCost(field.job, observations, field.held());
        const expected = asked.flatMap(({ session, verdict }) => {
            if (!verdict?.usable || isDemoted(field, verdict.candidate))
                return [];
            // It may have been measured since it was judged.
            const observation = session.observation();
            return expectedMs({ ...verdict, latencyMs: latencyOf(observation), ...paceOf(observation) }, cost) ?? [];
        });
        const waiting = open.map(({ session }) => {
            const { waitedMs, silentMs, roundTrips, connectMs } = session.pace;
            return {
                waitedMs: Math.max(0, waitedMs - lookOut.stalledMs),
                silentMs: Math.max(0, silentMs - lookOut.stalledMs),
                roundTrips,
                connectMs,
                latencyMs: latencyOf(session.observation()),
                held: session.candidate.indexUrl === field.held().indexUrl,
            };
        });
        const best = expected.length === 0 ? null : Math.min(...expected);
        return (bytes > POLITENESS.surveyBytes && best !== null) || isSettled(best, waiting, cost);
    };
    const all = Promise.all(asked.map(async (entry) => {
        await askGate(entry.session, questions, field.yardstick);
        const away = field.need.wanted.length === 0 ? null : sendsAwayTo(entry.session.observation());
        if (away !== null)
            field.away.set(entry.session.candidate, away);
        entry.verdict = judgeMirror(entry.session.observation(), field.yardstick);
        field.surveyed.add(entry.session);
        lookOut.answered();
    }));
    return {
        settled: async (otherwise = () => false) => {
            for (;;) {
                const lookedAt = performance.now();
                if (otherwise())
                    return;
                if (isOver()) {
                    // What has arrived meanwhile is read before the last word.
                    await (0,external_node_timers_promises_.setImmediate)();
                    if (isOver())
                        return;
                }
                await lookOut.pause(performance.now() - lookedAt);
            }
        },
        finish: async () => {
            for (const { session, verdict } of asked)
                if (verdict === null)
                    session.close();
            await all;
        },
    };
}

;// CONCATENATED MODULE: ./build/src/run/select.js
/** `mode: select`: probe, judge, choose, let pip confirm, export. */
















/** Runs the whole mode; later steps' variables are written when it resolves. */
async function select_select(plan, env, startedAt, aside) {
    const { inputs } = plan;
    const reuse = decisionReuse(plan, env);
    const opened = [];
    try {
        // Jobs that wait for another one's answer keep still: on a busy machine it comes sooner.
        await reuse.turn();
        const prepared = prepare(plan, env);
        aside.prepared(prepared);
        const kept = keptDownloads(plan, env, prepared);
        const among = (candidates) => openField(plan, prepared, kept, candidates, opened);
        const again = await chooseAgain(plan, env, prepared.pip, reuse, among);
        if (again !== null)
            aside.opened(again.field);
        const chosen = again ?? (await chooseAnew(plan, env, await prepared.pip, reuse, await among(plan.candidates), aside));
        const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
        const ofPip = readInherited(env, pip?.config ?? null);
        const laid = chosen.decision === null
            ? { variables: {}, notices: [] }
            : layVariables(inputs.installers, {
                decision: chosen.decision,
                inputs,
                inherited: env,
                ofPip,
                files: job.files,
            });
        (0,export_variables/* exportVariables */.q)(laid.variables);
        // While pip confirmed, the slower ones went on answering: the report shows what they said.
        await chosen.finish();
        const standing = accept(standingOf(chosen.field), chosen.decision);
        const { verdicts, ranking, beside } = standing;
        const ranked = leadBy(ranking.ranked, chosen.decision);
        const decision = chosen.decision === null ? null : retell(chosen.decision, { ...ranking, ranked });
        const stored = reuse.store(decision, standing);
        const [restored, seenAside] = decision === null
            ? [null, []]
            : await Promise.all([
                kept.restore(decision.mirror, sessionOf(chosen.field, decision.mirror)?.observation() ?? null),
                aside.settled(decision, chosen.field),
            ]);
        await stored;
        return {
            plan,
            pip,
            trust,
            startedAt,
            durationMs: Date.now() - startedAt,
            verdicts,
            beside,
            ranking: ranked,
            decision,
            variables: laid.variables,
            cache: restored?.outcome ?? null,
            notices: [
                ...chosen.notices,
                ...laid.notices,
                ...noticesOf({ plan, pip, trust, job, verdicts: [...verdicts, ...beside], decision, env }),
                ...(restored?.notices ?? []),
                ...seenAside,
            ],
        };
    }
    finally {
        for (const session of opened)
            session.close();
        await reuse.close();
    }
}
/** Another job's decision, if its mirror passes the gate here too. */
async function chooseAgain(plan, env, asking, reuse, among) {
    let field = null;
    const checks = {
        gate: async (candidates) => {
            const open = await among(candidates);
            field = open.field;
            await Promise.all([survey(field, { ...open.gate, everybody: true }).settled(), askBeside(open)]);
            return standingOf(field);
        },
        confirm: async (decision) => {
            const session = field === null ? undefined : sessionOf(field, decision.mirror);
            if (session === undefined)
                return false;
            const pip = await asking;
            const confirmer = createPipConfirmer(plan, pip, env);
            const variables = pipVariables(decision, plan.inputs, readInherited(env, pip?.config ?? null));
            return (await confirmer.ask(variables, session).finally(() => confirmer.close()))?.confirmed ?? true;
        },
    };
    const reused = await reuse.find(asking, checks);
    if (reused === null || field === null)
        return null;
    return { decision: reused.decision, notices: [reused.notice], field, finish: async () => { } };
}
async function chooseAnew(plan, env, pip, reuse, open, aside) {
    const { field, gate } = open;
    const confirmer = createPipConfirmer(plan, pip, env);
    try {
        const questions = survey(field, { ...gate, everybody: false });
        await askBeside(open);
        aside.opened(field);
        const inherited = readInherited(env, pip?.config ?? null);
        const chosen = await settleOnOne(plan, inherited, field, questions, confirmer, reuse);
        return { ...chosen, field, finish: () => questions.finish() };
    }
    finally {
        confirmer.close();
    }
}
/** Under this policy pip does install from a tolerated mirror: it counts as usable, and as the only one. */
function accept(standing, decision) {
    if (decision?.why.code !== 'expired-tolerated')
        return standing;
    const verdicts = standing.verdicts.map((verdict) => verdict.candidate === decision.mirror ? { ...verdict, usable: true, reasons: [] } : verdict);
    return { ...standing, verdicts, ranking: rankMirrors(verdicts, standing.cost, null) };
}
/** The ranking with the decision first: one that answered after it was made does not overtake it. */
function leadBy(ranked, decision) {
    const chosen = ranked.filter(({ verdict }) => verdict.candidate === decision?.mirror);
    const rest = ranked.filter((entry) => !chosen.includes(entry));
    return [...chosen, ...rest].map((entry, index) => ({ ...entry, rank: index + 1 }));
}
/** The reason, told with all that is known in the end. */
function retell(decision, ranking) {
    return decision.why.code === 'only-usable' && !decision.reused ? { ...decision, why: whyBest(ranking) } : decision;
}
/** The best mirror that has what the job needs and that pip itself confirms; those that do not are demoted in turn. */
async function settleOnOne(plan, inherited, field, questions, confirmer, reuse) {
    const notices = [];
    const variablesOf = (decision) => pipVariables(decision, plan.inputs, inherited);
    for (;;) {
        await questions.settled(() => finalistOf(field, standingOf(field)) !== null);
        const standing = standingOf(field);
        const verified = chooseMirror(standing, plan.inputs);
        const tolerates = plan.inputs.policy === 'allow-expired' && verified === null;
        const choice = tolerates ? await chooseExpired(field, standing, plan.inputs) : { decision: verified, notices: [] };
        if (choice.decision === null) {
            return { decision: null, notices: [...notices, ...choice.notices] };
        }
        const { decision } = choice;
        const variables = variablesOf(decision);
        const session = sessionOf(field, decision.mirror);
        const finalist = finalistOf(field, standing);
        const leader = standing.verdicts.find(({ candidate }) => candidate === decision.mirror);
        // pip starts while others are still measured: once it is measured itself, the leader mostly stays.
        const isLikely = finalist === null || (leader !== undefined && isMeasured(leader));
        const confirmation = isLikely && session !== undefined ? confirmer.ask(variables, session) : null;
        if (finalist !== null) {
            await measure(field, standing, finalist);
            continue;
        }
        if (session !== undefined && (await askForRequirements(field, questions, session)))
            continue;
        // Restoring waits for it anyway, and pip is busy: a choice among equals must not hang on a slow answer.
        const held = field.held();
        await field.heldKnown;
        if (field.held() !== held)
            continue;
        if (confirmation !== null)
            await reuse.announce(decision, standing);
        const answer = await confirmation;
        if (answer !== null && !answer.confirmed) {
            field.refused.set(decision.mirror, answer.detail);
            notices.push({
                code: 'pip-refused',
                level: 'warning',
                facts: { mirror: decision.mirror.name, detail: answer.detail },
            });
            continue;
        }
        return {
            decision: { ...decision, confirmedByPip: answer !== null },
            notices: [...notices, ...choice.notices],
        };
    }
}

;// CONCATENATED MODULE: ./build/src/run/choice.js



/** `mode: select` as a whole; variables for later steps are written when it resolves. */
async function choose(plan, env, startedAt) {
    const looking = {};
    try {
        const outcome = await select_select(plan, env, startedAt, {
            prepared: (prepared) => {
                looking.pytorch = choosePytorch(plan, env, prepared);
                looking.second = askSecondIndexes(plan, env, prepared);
            },
            opened: (field) => looking.second?.ask(field),
            settled: async (decision, field) => (await looking.second?.notices(decision, field)) ?? [],
        });
        const torch = await looking.pytorch;
        return {
            ...outcome,
            durationMs: Date.now() - startedAt,
            ...(torch?.indexUrl == null ? {} : { pytorchIndexUrl: torch.indexUrl }),
            notices: [...outcome.notices, ...(torch?.notices ?? [])],
        };
    }
    finally {
        looking.second?.close();
        // Whatever stops the choice, no question is left behind.
        await looking.pytorch;
    }
}

;// CONCATENATED MODULE: ./build/src/run/diagnose.js
/** `mode: diagnose`, for `if: failure()`: asks the index in use with pip's eyes, and says what pip did not. */













/** Exports nothing; the outcome's first verdicts are those of the indexes in use. */
async function diagnose(plan, env, startedAt) {
    const { inputs } = plan;
    const prepared = prepare(plan, env);
    const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
    const { used, notices } = indexesInUse(env, pip?.config ?? null);
    (0,export_variables/* maskCredentials */.B)(used.map(({ credentials }) => credentials));
    const others = plan.candidates.filter(({ indexUrl }) => !used.some((index) => index.indexUrl === indexUrl));
    const maxRequests = POLITENESS.requestsPerMirror + POLITENESS.requirementPages;
    const sessions = [...used, ...others].map((index) => openSession(index, { ...prepared.asking, maxRequests }));
    try {
        const wanted = sampleOf(job, POLITENESS.requirementPages);
        const screen = wanted[0] ?? DEFAULT_PROBE;
        const field = {
            sessions,
            beside: [],
            yardstick: yardstickOf(inputs, trust),
            need: { wanted, hashes: job.hashes, pip },
            job,
            held: () => NOTHING_HELD,
            heldKnown: Promise.resolve(),
            bytesInAll: Number.POSITIVE_INFINITY,
            rateProbe: null,
            ...nothingKnown(),
        };
        await survey(field, {
            project: screen.project,
            choose: fileFor([screen], pip),
            everybody: true,
            pageBytes: Number.POSITIVE_INFINITY,
            fileBytes: gateBytesFor(sessions.length),
            tolerateExpired: false,
        }).settled();
        await Promise.all(sessions.map((session) => askPages(session, wanted)));
        const standing = standingOf(field);
        const { verdicts } = standing;
        return {
            plan,
            pip,
            trust,
            startedAt,
            durationMs: Date.now() - startedAt,
            verdicts,
            beside: [],
            ranking: standing.ranking.ranked,
            decision: null,
            variables: {},
            cache: null,
            notices: [
                ...notices,
                ...used.flatMap((index) => diagnosisOf(index, standing)),
                ...noticesOf({ plan, pip, trust, job, verdicts, decision: null, env }),
            ],
        };
    }
    finally {
        for (const session of sessions)
            session.close();
    }
}
/** What pip asks as things are: variables before configuration files, PyPI where nothing is set. */
function indexesInUse(env, config) {
    const pypi = (0,catalogue/* findInCatalogue */.cy)('pypi')?.indexUrl ?? '';
    const first = env.PIP_INDEX_URL || config?.indexUrl || pypi;
    const extra = config?.extraIndexUrls ?? (env.PIP_EXTRA_INDEX_URL ?? '').split(/\s+/);
    const used = [];
    const notices = [];
    for (const text of [first, ...extra]) {
        if (text === '')
            continue;
        const parsed = (0,index_url/* parseIndexUrl */.Z)(text);
        if (typeof parsed === 'string') {
            const variable = text === first ? 'PIP_INDEX_URL' : 'PIP_EXTRA_INDEX_URL';
            notices.push({ code: 'diagnosed-no-index', level: 'error', facts: { variable } });
            continue;
        }
        if (used.some(({ indexUrl }) => indexUrl === parsed.url))
            continue;
        const known = (0,catalogue/* recogniseIndex */.Oj)(parsed.url);
        const { host, hostname } = new URL(parsed.url);
        used.push({
            name: known?.name ?? host,
            indexUrl: parsed.url,
            credentials: parsed.credentials,
            operator: known?.operator ?? hostname,
            family: known?.family ?? hostname,
            origin: known === undefined ? 'input' : 'catalogue',
            order: used.length,
        });
    }
    return { used, notices };
}
function diagnosisOf(index, standing) {
    const verdict = standing.verdicts.find(({ candidate }) => candidate === index);
    if (verdict === undefined)
        return [];
    const mirror = index.name;
    const better = standing.ranking.ranked.find((entry) => entry.verdict !== verdict)?.verdict ?? null;
    const [reason] = verdict.reasons.filter((word) => word !== 'missing-requirement');
    if (reason !== undefined) {
        const facts = { mirror, reason, better: better?.candidate.name ?? null };
        return [{ code: 'diagnosed-fault', level: 'error', facts }];
    }
    const missing = verdict.requirements?.missing ?? [];
    if (missing.length > 0) {
        const elsewhere = standing.verdicts.find((other) => other.usable && hasAll(other, missing));
        const facts = { mirror, requirements: missing.join(', '), elsewhere: elsewhere?.candidate.name ?? null };
        return [{ code: 'diagnosed-missing', level: 'error', facts }];
    }
    return [
        { code: 'diagnosed-healthy', level: 'notice', facts: { mirror, checked: verdict.requirements?.checked ?? 0 } },
    ];
}
function hasAll(verdict, wanted) {
    return wanted.every((raw) => !(verdict.requirements?.missing ?? [raw]).includes(raw));
}

;// CONCATENATED MODULE: ./build/src/apply/confirm-wheelhouse.js
/** pip's own word on a wheelhouse: it resolves the job's requirements from it, and installs nothing. */



/** Files of the job that are asked for at most: each one is a run of pip. */
const MAX_RUNS = 5;
/** Never throws; null where this pip cannot resolve without installing (before 22.2), or nothing is to be asked. */
async function confirmWheelhouse(question) {
    const { job, pip } = question;
    const [major = 0, minor = 0] = pip.version.split('.').map(Number);
    if (job.requirements.length === 0 || major < 22 || (major === 22 && minor < 2))
        return null;
    const groups = Map.groupBy(job.requirements, (requirement) => requirement.source.file);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(question.temp, 'pip-offline-'));
    try {
        for (const group of [...groups.values()].slice(0, MAX_RUNS)) {
            const refusal = await confirm_wheelhouse_ask(question, folder, group);
            if (refusal !== null)
                return { confirmed: false, detail: refusal };
        }
        return { confirmed: true, detail: '' };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** pip's last words; null where it would install. */
async function confirm_wheelhouse_ask(question, folder, group) {
    const requirements = (0,external_node_path_.join)(folder, 'requirements.txt');
    const constraints = (0,external_node_path_.join)(folder, 'constraints.txt');
    await (0,promises_.writeFile)(requirements, requirementLines(group));
    await (0,promises_.writeFile)(constraints, question.job.constraints.map(({ project, specifier }) => `${project}${specifier}\n`).join(''));
    const result = await (0,platform_process/* runProcess */.R)(question.pip.executable, [
        ...['-m', 'pip', 'install', '--dry-run', '--ignore-installed', '--disable-pip-version-check', '--no-input'],
        ...['--no-cache-dir', '--progress-bar', 'off', '-r', requirements, '-c', constraints],
    ], { env: { ...question.env, ...question.variables }, timeoutMs: question.timeoutMs, maxBytes: 65_536 });
    if (result.code === 0)
        return null;
    if (result.timedOut)
        return 'pip did not end in time';
    const lines = result.stderr.split(/\r?\n/).filter((line) => /^(ERROR|error)/.test(line));
    return lines.slice(-2).join(' ').slice(0, 600);
}
/** As a requirements file; hashes only where every line has some, because pip then asks them of all. */
function requirementLines(group) {
    const hashed = group.every(({ hashes }) => Object.keys(hashes).length > 0);
    return group
        .map(({ project, extras, specifier, hashes }) => {
        const options = Object.entries(hashes).flatMap(([algorithm, digests]) => digests.map((digest) => ` --hash=${algorithm}:${digest}`));
        const named = extras.length === 0 ? project : `${project}[${extras.join(',')}]`;
        return `${named}${specifier}${hashed ? options.join('') : ''}\n`;
    })
        .join('');
}

;// CONCATENATED MODULE: ./build/src/apply/fill-wheelhouse.js
/** Fills a folder with real `pip download` runs, through the variables of the decision. */




/** Settings of the job that would keep pip from the mirror, or the files from the folder. */
const IN_THE_WAY = ['PIP_NO_INDEX', 'PIP_FIND_LINKS', 'PIP_DEST', 'PIP_REQUIREMENT', 'PIP_QUIET', 'PIP_LOG'];
/** Runs them one after the other; what one could not get does not stop the next. Never throws. */
async function fillWheelhouse(runs, filling) {
    await (0,promises_.mkdir)(filling.folder, { recursive: true });
    const scratch = await (0,promises_.mkdtemp)((0,external_node_path_.join)(filling.temp, 'pip-download-'));
    const failed = [];
    try {
        for (const run of runs) {
            const detail = await download(run, filling, scratch);
            if (detail !== null)
                failed.push({ source: run.source, detail });
        }
    }
    finally {
        await (0,promises_.rm)(scratch, { recursive: true, force: true });
    }
    return failed;
}
/** pip's last words; null when everything came. */
async function download(run, filling, scratch) {
    let file = run.source;
    if (run.kind === 'requirements') {
        file = (0,external_node_path_.join)(scratch, 'requirements.txt');
        await (0,promises_.writeFile)(file, requirementLines(run.requirements));
    }
    const env = { ...filling.env };
    for (const name of IN_THE_WAY)
        delete env[name];
    const result = await (0,platform_process/* runProcess */.R)(filling.pip.executable, [
        ...['-m', 'pip', 'download', '--disable-pip-version-check', '--no-input', '--progress-bar', 'off'],
        ...['--prefer-binary', '--dest', filling.folder, '-r', file],
        ...filling.constraints.flatMap((constraint) => ['-c', constraint]),
    ], {
        env,
        cwd: filling.workspace,
        timeoutMs: filling.timeoutMs,
        onLine: (line) => {
            const started = /^\s*(?:Downloading|Using cached) (\S+)(?: \(([^)]*)\))?/.exec(line);
            const filename = started?.[1]?.split('/').at(-1) ?? '';
            // Metadata (PEP 658) is fetched before the file itself.
            if (filename !== '' && !filename.endsWith('.metadata'))
                filling.onFile(filename, started?.[2] ?? '');
        },
    });
    if (result.code === 0)
        return null;
    if (!result.started)
        return 'pip could not be started';
    if (result.timedOut)
        return 'pip did not end in time';
    const lines = result.stderr.split(/\r?\n/).filter((line) => /^(ERROR|error)/.test(line));
    return lines.slice(-2).join(' ').slice(0, 600);
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/src/model/core-metadata.js
/** Core metadata of a distribution (METADATA, PKG-INFO): the fields that installing depends on. */
/** @returns null where a name or a version is missing. Header fields as in e-mail; the body after them is left out. */
function parseCoreMetadata(text) {
    const fields = new Map();
    let last = null;
    for (const line of text.split(/\r\n|\r|\n/)) {
        if (line === '')
            break;
        if (/^[ \t]/.test(line)) {
            // A folded field goes on: the parts are joined as e-mail readers do.
            if (last !== null)
                last.push(`${last.pop() ?? ''} ${line.trim()}`);
            continue;
        }
        const colon = line.indexOf(':');
        if (colon === -1)
            continue;
        const name = line.slice(0, colon).toLowerCase();
        last = fields.get(name) ?? [];
        last.push(line.slice(colon + 1).trim());
        fields.set(name, last);
    }
    const name = fields.get('name')?.[0];
    const version = fields.get('version')?.[0];
    if (name === undefined || version === undefined)
        return null;
    return {
        name,
        version,
        requiresPython: fields.get('requires-python')?.[0] ?? null,
        requiresDist: fields.get('requires-dist') ?? [],
        providesExtra: fields.get('provides-extra') ?? [],
    };
}

;// CONCATENATED MODULE: ./build/src/model/wheel-record.js
/** RECORD of a wheel (PEP 376, PEP 427): what the archive says of its own files. */
/** @returns null where the text is no table of three columns. */
function parseRecord(text) {
    const rows = [];
    for (const cells of parseCsv(text)) {
        if (cells.length === 1 && cells[0] === '')
            continue;
        const [path = '', hash = '', size = ''] = cells;
        if (cells.length !== 3 || path === '' || !/^\d*$/.test(size))
            return null;
        rows.push({ path, hash: hash === '' ? null : hash, size: size === '' ? null : Number(size) });
    }
    return rows;
}
/** Rows of comma-separated cells; a cell in quotation marks may hold commas, line ends and doubled marks. */
function parseCsv(text) {
    const rows = [];
    const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
    let row = [];
    while (cell.lastIndex < text.length || row.length > 0) {
        const match = cell.exec(text);
        if (match === null)
            return [...rows, ['', '', '', '']];
        row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
        if (match[3] === ',')
            continue;
        rows.push(row);
        row = [];
        if (match[3] === '')
            break;
    }
    return rows;
}

;// CONCATENATED MODULE: ./build/src/observe/wheel-archive.js
/**
 * One wheel, read to its end: every entry is inflated and checked against its CRC and against RECORD, and the two
 * headers that a zip has for each entry must agree (installers differ in which one they believe).
 * Nothing is kept in memory but METADATA and RECORD, and nothing is written.
 */







/** Larger texts are no METADATA or RECORD. */
const MAX_TEXT = 16 * 1024 * 1024;
/** More content than this, and more than a hundred times the archive: no wheel, but a trap for whoever unpacks it. */
const MAX_CONTENT = 1024 ** 3;
const MAX_RATIO = 100;
const MAX_MISMATCHES = 20;
class Defect extends Error {
    defect;
    constructor(defect, detail) {
        super(detail);
        this.defect = defect;
    }
}
/** Reads the wheel at `path`; never throws: what is wrong is in the answer. */
async function readWheel(path) {
    const zipLibrary = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 663, 19));
    let zip = null;
    try {
        // Names are decoded here, so that an unsafe one is told from a broken directory.
        zip = await openZip(zipLibrary, path);
        return contentsOf(await readEntries(zipLibrary, zip));
    }
    catch (error) {
        const { defect, message } = wheel_archive_describe(error, 'damaged');
        return { defect, detail: message, metadata: null, distInfo: null, record: [] };
    }
    finally {
        zip?.close();
    }
}
async function openZip({ openPromise }, path) {
    try {
        return await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
    }
    catch (error) {
        const start = await firstBytes(path, 4);
        if (start.length === 0)
            throw new Defect('empty', '');
        throw wheel_archive_describe(error, start.toString('latin1') === 'PK\u0003\u0004' ? 'truncated' : 'not-a-zip');
    }
}
async function firstBytes(path, count) {
    const file = await (0,promises_.open)(path);
    try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(count), 0, count, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await file.close();
    }
}
async function readEntries({ getFileNameLowLevel, validateFileName }, zip) {
    const entries = new Map();
    let total = 0;
    for await (const entry of zip.eachEntry()) {
        const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
        if (validateFileName(name) !== null)
            throw new Defect('unsafe-path', name);
        if (entries.has(name))
            throw new Defect('double-entry', name);
        if (entry.isEncrypted())
            throw new Defect('encrypted', name);
        await compareHeaders(zip, entry, name);
        total += entry.uncompressedSize;
        if (total > MAX_CONTENT && total > MAX_RATIO * zip.fileSize)
            throw new Defect('oversized', name);
        if (!name.endsWith('/'))
            entries.set(name, await readEntry(zip, entry, name));
    }
    return entries;
}
async function compareHeaders(zip, entry, name) {
    const local = await zip.readLocalFileHeaderPromise(entry);
    const sameName = local.fileName.equals(entry.fileNameRaw);
    const sizesFollow = (local.generalPurposeBitFlag & 8) !== 0;
    const sameSum = sizesFollow || local.crc32 === entry.crc32;
    if (!sameName || !sameSum || local.compressionMethod !== entry.compressionMethod) {
        throw new Defect('headers-differ', name);
    }
}
async function readEntry(zip, entry, name) {
    const keep = /^[^/]+\.dist-info\/(?:METADATA|RECORD)$/.test(name) && entry.uncompressedSize <= MAX_TEXT;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const kept = [];
    let sum = 0;
    let size = 0;
    const sink = new external_node_stream_.Writable({
        write(chunk, _encoding, done) {
            sum = (0,external_node_zlib_.crc32)(chunk, sum);
            size += chunk.length;
            hash.update(chunk);
            if (keep)
                kept.push(chunk);
            done();
        },
    });
    try {
        await (0,external_node_stream_promises_.pipeline)(await zip.openReadStreamPromise(entry), sink);
    }
    catch (error) {
        const { defect } = wheel_archive_describe(error, 'checksum');
        throw new Defect(defect, name);
    }
    if (sum !== entry.crc32)
        throw new Defect('checksum', name);
    return { sha256: hash.digest('base64url'), size, text: keep ? Buffer.concat(kept).toString('utf8') : null };
}
function contentsOf(entries) {
    const folders = [...entries.keys()].filter((name) => /^[^/]+\.dist-info\/METADATA$/.test(name));
    const distInfo = folders.length === 1 ? (folders[0]?.split('/')[0] ?? null) : null;
    let metadata = null;
    if (distInfo !== null)
        metadata = parseCoreMetadata(entries.get(`${distInfo}/METADATA`)?.text ?? '');
    return { defect: null, detail: '', metadata, distInfo, record: compareRecord(entries, distInfo) };
}
function compareRecord(entries, distInfo) {
    const path = `${distInfo ?? ''}/RECORD`;
    const text = entries.get(path)?.text ?? null;
    if (text === null)
        return [{ defect: 'no-record', path: '' }];
    const rows = parseRecord(text);
    if (rows === null)
        return [{ defect: 'unreadable-record', path }];
    const mismatches = [];
    const listed = new Set();
    for (const row of rows) {
        listed.add(row.path);
        const entry = entries.get(row.path);
        if (entry === undefined)
            mismatches.push({ defect: 'absent', path: row.path });
        else if (row.size !== null && row.size !== entry.size)
            mismatches.push({ defect: 'size', path: row.path });
        else if (!agrees(row.hash, entry, row.path, path))
            mismatches.push({ defect: 'hash', path: row.path });
    }
    for (const name of entries.keys()) {
        if (!listed.has(name) && !isSignature(name, path))
            mismatches.push({ defect: 'unlisted', path: name });
    }
    return mismatches.slice(0, MAX_MISMATCHES);
}
/** RECORD cannot hold its own hash; every other file needs one, and sha256 is the only algorithm in use. */
function agrees(hash, entry, path, recordPath) {
    if (path === recordPath || isSignature(path, recordPath))
        return true;
    if (hash === null)
        return false;
    const [algorithm, digest = ''] = hash.split('=', 2);
    return algorithm !== 'sha256' || digest.replace(/=+$/, '') === entry.sha256;
}
function isSignature(path, recordPath) {
    return path === `${recordPath}.jws` || path === `${recordPath}.p7s`;
}
/** A fault that is not ours and not the disk's is `otherwise`: the library tells its own by message alone. */
function wheel_archive_describe(error, otherwise) {
    if (error instanceof Defect)
        return error;
    const { code, message } = error;
    const fromDisk = typeof code === 'string' && /^E[A-Z]+$/.test(code);
    return fromDisk ? new Defect('unreadable', code) : new Defect(otherwise, message);
}

;// CONCATENATED MODULE: ./build/src/observe/wheelhouse.js
/** Every file of a wheelhouse, with its hash and what is inside it. */






/** What `mode: download` writes beside the wheels. */
const SUMS_FILE = 'SHA256SUMS';
const MANIFEST_FILE = 'manifest.json';
/** Files read at once: hashing keeps one core busy, inflating another. */
const wheelhouse_AT_ONCE = 4;
/** Reads the top level of `folder`, as pip's --find-links does; never throws. */
async function observeWheelhouse(folder) {
    const found = await (0,promises_.stat)(folder).catch(() => null);
    if (found === null || !found.isDirectory()) {
        return { folder, problem: found === null ? 'absent' : 'not-a-folder', files: [], sums: new Map() };
    }
    const names = (await (0,promises_.readdir)(folder)).sort();
    const sums = names.includes(SUMS_FILE) ? await readSums((0,external_node_path_.join)(folder, SUMS_FILE)) : new Map();
    const waiting = names.filter((name) => name !== SUMS_FILE && name !== MANIFEST_FILE);
    const files = [];
    const work = async () => {
        for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
            const file = await observeFile(folder, name);
            if (file !== null)
                files.push(file);
        }
    };
    await Promise.all(Array.from({ length: wheelhouse_AT_ONCE }, work));
    files.sort((a, b) => (a.filename < b.filename ? -1 : 1));
    return { folder, problem: null, files, sums };
}
async function observeFile(folder, filename) {
    const path = (0,external_node_path_.join)(folder, filename);
    const found = await (0,promises_.stat)(path).catch(() => null);
    if (found !== null && !found.isFile())
        return null;
    const wheel = filename.endsWith('.whl') ? await readWheel(path) : null;
    return { filename, bytes: found?.size ?? 0, sha256: await wheelhouse_sha256Of(path), wheel };
}
/** @returns lower-case hex; null where the file cannot be read. */
async function wheelhouse_sha256Of(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    try {
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path, { highWaterMark: 1024 * 1024 }), hash);
        return hash.digest('hex');
    }
    catch {
        return null;
    }
}
/** Lines as `sha256sum` writes and checks them: hash, a blank, a blank or an asterisk, name. */
async function readSums(path) {
    const sums = new Map();
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    for (const line of text.split('\n')) {
        const match = /^([0-9a-f]{64}) [ *](?:\.\/)?([^\r]+)\r?$/i.exec(line);
        if (match?.[1] !== undefined && match[2] !== undefined)
            sums.set(match[2], match[1].toLowerCase());
    }
    return sums;
}

;// CONCATENATED MODULE: ./build/src/apply/wheelhouse-papers.js
/** What goes with a filled wheelhouse: SHA256SUMS for `sha256sum -c`, manifest.json for programs. */



/** What pip was asked for: the interpreter, or what the job's PIP_ variables name instead. */
function targetOf(pip, env) {
    const named = {
        platform: env.PIP_PLATFORM,
        pythonVersion: env.PIP_PYTHON_VERSION,
        implementation: env.PIP_IMPLEMENTATION,
        abi: env.PIP_ABI,
    };
    const given = Object.entries(named).filter((entry) => entry[1] !== undefined && entry[1] !== '');
    return { python: pip.python, pip: pip.version, ...Object.fromEntries(given) };
}
/** True where pip was asked for another platform than this interpreter's: its tags then say nothing of the files. */
function isForeign(target) {
    return Object.keys(target).length > 2;
}
/** Writes both; targets and requirements of earlier runs into the same folder stay. */
async function writePapers(folder, files, facts) {
    const listed = files.flatMap(({ filename, bytes, sha256 }) => (sha256 === null ? [] : [{ filename, bytes, sha256 }]));
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, SUMS_FILE), listed.map(({ sha256, filename }) => `${sha256}  ${filename}\n`).join(''));
    const earlier = await readManifest((0,external_node_path_.join)(folder, MANIFEST_FILE));
    const { target, filledAt, mirror, indexUrl } = facts;
    const manifest = {
        schema: 1,
        filledAt,
        mirror,
        indexUrl,
        targets: unlike(earlier?.targets ?? [], target),
        requirements: [...new Set([...(earlier?.requirements ?? []), ...facts.requirements])].sort(),
        files: listed,
    };
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
}
function unlike(earlier, target) {
    const same = (other) => JSON.stringify(other) === JSON.stringify(target);
    return [...earlier.filter((other) => !same(other)), target];
}
async function readManifest(path) {
    try {
        const value = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
        return value.schema === 1 && Array.isArray(value.targets) && Array.isArray(value.requirements)
            ? value
            : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/src/decide/wheelhouse.js
/** The wheelhouse stands where a mirror stands otherwise. */
function offlineDecision(folder, confirmedByPip) {
    const mirror = {
        name: 'wheelhouse',
        indexUrl: folder,
        credentials: null,
        operator: 'wheelhouse',
        family: 'wheelhouse',
        origin: 'input',
        order: 0,
    };
    return {
        mirror,
        extraIndexes: [],
        fallback: null,
        trustedHosts: [],
        why: { code: 'offline' },
        confirmedByPip,
        reused: false,
    };
}
/** What is missing comes first, then what is broken, then what is worth knowing. */
function wheelhouseNotices(facts, verdict) {
    const problem = facts.problem ?? (facts.files.length === 0 ? 'empty' : null);
    if (problem !== null)
        return [{ code: 'wheelhouse-folder', level: 'error', facts: { folder: facts.folder, problem } }];
    const notices = verdict.missing.map((facts) => ({ code: 'wheelhouse-missing', level: 'error', facts }));
    for (const { filename, fault, detail } of verdict.faulty) {
        const level = fault === 'platform' ? 'info' : verdict.needed.includes(filename) ? 'error' : 'warning';
        notices.push({ code: 'wheelhouse-file', level, facts: { file: filename, fault, detail } });
    }
    for (const file of verdict.built)
        notices.push({ code: 'wheelhouse-built', level: 'warning', facts: { file } });
    if (verdict.usable) {
        const { folder, files } = facts;
        const complete = { folder, files: files.length, projects: verdict.checked };
        notices.push({ code: 'wheelhouse-complete', level: 'info', facts: complete });
    }
    return notices;
}

;// CONCATENATED MODULE: ./build/src/judge/wheelhouse-closure.js
/**
 * Everything that an install needs, found in one folder of wheels: the requirements, what they require, and so on,
 * with markers and extras of this interpreter. The newest file that all known wishes allow is taken, and the walk is
 * repeated until nothing changes; pip itself may go back to older versions where wishes clash, so its own word
 * outranks this one where it can be had.
 */



/** Wishes that clash for ever are no reason to walk for ever. */
const MAX_ROUNDS = 20;
/** All needs of `roots`, in the order in which they were found. */
function closureOf(roots, context) {
    let wishes = new Map();
    for (let round = 0;; round++) {
        const needs = wheelhouse_closure_walk(roots, wishes, context);
        const next = new Map(needs.map((need) => [need.requirement.project, need.requirement]));
        if (round === MAX_ROUNDS || sameWishes(wishes, next))
            return needs;
        wishes = next;
    }
}
function sameWishes(before, after) {
    const key = (wishes) => JSON.stringify([...wishes.values()].map((wish) => [wish.project, wish.specifier, wish.extras]).sort());
    return key(before) === key(after);
}
/** One walk from the roots: files are chosen by the wishes of the walk before, new wishes are gathered. */
function wheelhouse_closure_walk(roots, known, context) {
    const gathered = new Map();
    const expanded = new Set();
    const queue = roots.map((requirement) => ({ requirement, requiredBy: requirement.source.file }));
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const { requirement, requiredBy } = next;
        const { project } = requirement;
        const before = gathered.get(project);
        const wish = join(before?.wish ?? withConstraints(requirement, context.constraints), requirement);
        gathered.set(project, { wish, requiredBy: before?.requiredBy ?? requiredBy });
        const filename = wheelhouse_closure_choose(join(known.get(project) ?? wish, wish), context);
        const metadata = filename === null ? null : (context.metadata.get(filename) ?? null);
        if (filename === null || metadata === null)
            continue;
        for (const extra of ['', ...wish.extras]) {
            const key = `${project}[${extra}]`;
            if (expanded.has(key))
                continue;
            expanded.add(key);
            for (const dependency of wheelhouse_closure_dependenciesOf(metadata, extra, wish, filename, context)) {
                queue.push({ requirement: dependency, requiredBy: filename });
            }
        }
    }
    return [...gathered.values()].map(({ wish, requiredBy }) => ({
        requirement: wish,
        requiredBy,
        filename: wheelhouse_closure_choose(join(known.get(wish.project) ?? wish, wish), context),
    }));
}
function wheelhouse_closure_choose(wish, { shelf, pip }) {
    const page = shelf.get(wish.project);
    return page === undefined ? null : (chooseFile(page, wish, pip)?.link.filename ?? null);
}
function wheelhouse_closure_dependenciesOf(metadata, extra, wish, filename, context) {
    return metadata.requiresDist.flatMap((text) => {
        const dependency = parseDependency(text);
        if (dependency === null || dependency.url !== null)
            return [];
        const holds = (value) => dependency.marker === null || evaluateMarker(dependency.marker, { ...context.markers, extra: value }) !== false;
        // What holds without any extra was taken with the package itself.
        if (!holds(extra) || (extra !== '' && holds('')))
            return [];
        const requirement = { ...requirementOf(dependency, { file: filename, line: 0 }), prereleases: wish.prereleases };
        return [withConstraints(requirement, context.constraints)];
    });
}
/** A dependency as a wish of its own. */
function requirementOf(dependency, source) {
    const extras = dependency.extras.length === 0 ? '' : `[${dependency.extras.join(',')}]`;
    return {
        project: dependency.project,
        raw: `${dependency.name}${extras}${dependency.specifier}`,
        specifier: dependency.specifier,
        extras: dependency.extras,
        marker: dependency.markerText,
        hashes: {},
        prereleases: false,
        formats: 'any',
        source,
    };
}
/** Constraints reach what is required by others too. */
function withConstraints(requirement, constraints) {
    const own = constraints.filter((constraint) => constraint.project === requirement.project);
    const specifier = own.reduce((joined, constraint) => bothOf(joined, constraint.specifier), requirement.specifier);
    return { ...requirement, specifier };
}
/** Both wishes at once; the first one's words are kept for people where they say the same. */
function join(first, second) {
    const specifier = bothOf(first.specifier, second.specifier);
    const extras = [...new Set([...first.extras, ...second.extras])].sort();
    const named = extras.length === 0 ? first.project : `${first.project}[${extras.join(',')}]`;
    const unchanged = specifier === first.specifier && extras.length === first.extras.length;
    return {
        ...first,
        raw: unchanged ? first.raw : `${named}${specifier}`,
        specifier,
        extras,
        hashes: Object.keys(first.hashes).length > 0 ? first.hashes : second.hashes,
        prereleases: first.prereleases || second.prereleases,
        formats: first.formats === 'any' ? second.formats : first.formats,
    };
}
function bothOf(first, second) {
    const parts = [...first.split(','), ...second.split(',')].map((part) => part.trim()).filter((part) => part !== '');
    return [...new Set(parts)].join(',');
}

;// CONCATENATED MODULE: ./build/src/judge/wheelhouse-files.js



/** The first fault of each file, in the order of the files. `pip` null: tags are not judged. */
function judgeFiles(facts, locked, pip) {
    const ranks = pip === null ? null : rankTags(pip.tags);
    return facts.files.flatMap((file) => {
        const found = faultOf(file, facts, locked, ranks);
        return found === null ? [] : [{ filename: file.filename, ...found }];
    });
}
function faultOf(file, facts, locked, ranks) {
    const expected = facts.sums.get(file.filename);
    if (expected !== undefined && expected !== file.sha256)
        return { fault: 'sums', detail: expected };
    if (file.wheel === null)
        return file.sha256 === null ? { fault: 'unreadable', detail: '' } : null;
    const name = parseWheelName(file.filename);
    if (name === null)
        return { fault: 'name', detail: file.filename };
    return (contentFault(file.wheel, name) ??
        lockFault(file, name, locked) ??
        (ranks === null || wheelRank(name, ranks) !== null ? null : { fault: 'platform', detail: tagsOf(file.filename) }));
}
function contentFault(wheel, name) {
    if (wheel.defect !== null)
        return { fault: wheel.defect, detail: wheel.detail };
    const { metadata, record } = wheel;
    if (metadata === null)
        return { fault: 'no-metadata', detail: '' };
    const version = parseVersion(metadata.version);
    const differs = (0,requirement/* normalizeName */.P)(metadata.name) !== name.project || version === null || compareVersions(version, name.version) !== 0;
    if (differs)
        return { fault: 'metadata-differs', detail: `${metadata.name} ${metadata.version}` };
    const [mismatch] = record;
    return mismatch === undefined ? null : { fault: 'record', detail: `${mismatch.defect} ${mismatch.path}`.trim() };
}
/** A lock file that knows the version but not this hash: pip would refuse the file, and it should. */
function lockFault(file, name, locked) {
    const ofVersion = lockedFilesOf(locked, name.project, name.version);
    if (ofVersion.length === 0 || ofVersion.some((entry) => entry.sha256 === file.sha256))
        return null;
    const named = ofVersion.find((entry) => entry.filename === file.filename) ?? ofVersion[0];
    return { fault: 'lock-hash', detail: named?.sha256 ?? '' };
}
function lockedFilesOf(locked, project, version) {
    return (locked.get(project) ?? []).filter((entry) => {
        const theirs = parseVersion(entry.version);
        return theirs !== null && compareVersions(theirs, version) === 0;
    });
}
function tagsOf(filename) {
    return filename.slice(0, -'.whl'.length).split('-').slice(-3).join('-');
}

;// CONCATENATED MODULE: ./build/src/judge/wheelhouse.js
/** Whether this interpreter's pip could install the job's requirements from a folder of wheels alone. */







const SOURCE_ARCHIVE = /\.(?:tar\.gz|tgz|tar\.bz2|tar\.xz|zip)$/;
/** `pip` null: tags and markers are not judged. */
function judgeWheelhouse(facts, job, pip) {
    const faulty = judgeFiles(facts, job.hashes, pip);
    const context = {
        shelf: shelve(facts.files),
        metadata: new Map(facts.files.map((file) => [file.filename, file.wheel?.metadata ?? null])),
        constraints: job.constraints,
        pip,
        markers: pip?.markers ?? null,
    };
    const missing = [];
    const needed = new Set();
    const looked = new Set();
    for (const roots of groupsOf([...job.requirements, ...fromOtherIndexes(job)])) {
        for (const need of closureOf(roots, context)) {
            looked.add(need.requirement.project);
            if (need.filename !== null)
                needed.add(need.filename);
            const lack = lackOf(need, facts.files, faulty, pip);
            const known = missing.some((other) => other.requirement === lack?.requirement && other.cause === lack.cause);
            if (lack !== null && !known)
                missing.push(lack);
        }
    }
    for (const { raw, source, why } of job.unchecked) {
        if (why !== 'url' && why !== 'vcs')
            continue;
        missing.push({ requirement: raw, requiredBy: source.file, cause: 'outside', found: '' });
    }
    const sorted = [...needed].sort();
    return {
        usable: facts.problem === null && missing.length === 0 && !isBad(facts, faulty, sorted, looked.size),
        faulty,
        missing,
        needed: sorted,
        built: sorted.filter((filename) => SOURCE_ARCHIVE.test(filename)),
        checked: looked.size,
    };
}
/** Without requirements every file has to be sound, for any may be wanted. */
function isBad(facts, faulty, needed, looked) {
    if (facts.files.length === 0)
        return true;
    if (looked > 0)
        return faulty.some((file) => file.fault !== 'platform' && needed.includes(file.filename));
    return faulty.some((file) => file.fault !== 'platform');
}
/** What an online job takes from another index comes from the wheelhouse too. */
function fromOtherIndexes(job) {
    return job.unchecked.flatMap(({ raw, source, why }) => {
        const dependency = why === 'other-index' ? parseDependency(raw) : null;
        return dependency === null ? [] : [requirementOf(dependency, source)];
    });
}
/** Files of the job are installed one by one: two that pin differently do not clash. */
function groupsOf(requirements) {
    const groups = new Map();
    for (const requirement of requirements) {
        const group = groups.get(requirement.source.file);
        if (group === undefined)
            groups.set(requirement.source.file, [requirement]);
        else
            group.push(requirement);
    }
    return [...groups.values()];
}
/** The folder as pip's --find-links sees it: files by project. */
function shelve(files) {
    const shelf = new Map();
    for (const file of files) {
        for (const project of projectsOf(file)) {
            const links = shelf.get(project) ?? [];
            links.push(linkOf(file));
            shelf.set(project, links);
        }
    }
    return new Map([...shelf].map(([project, links]) => [project, { format: 'html', files: links, serial: null }]));
}
/** A source archive's name may be cut at any dash: 'a-b-1.0.tar.gz' is 'a-b' or 'a'. */
function projectsOf({ filename }) {
    const wheel = parseWheelName(filename);
    if (wheel !== null)
        return [wheel.project];
    if (!SOURCE_ARCHIVE.test(filename))
        return [];
    const parts = filename.split('-');
    return parts.slice(1).map((_part, at) => (0,requirement/* normalizeName */.P)(parts.slice(0, at + 1).join('-')));
}
function linkOf(file) {
    return {
        filename: file.filename,
        url: `file:///${encodeURIComponent(file.filename)}`,
        hashes: file.sha256 === null ? {} : { sha256: file.sha256 },
        requiresPython: file.wheel?.metadata?.requiresPython ?? null,
        yanked: false,
        metadata: null,
        size: file.bytes,
        uploadTime: null,
    };
}
function lackOf({ requirement, requiredBy, filename }, files, faulty, pip) {
    const lack = (cause, found) => ({
        requirement: requirement.raw,
        requiredBy,
        cause,
        found,
    });
    if (filename === null)
        return lackOfAny(requirement, files, pip, lack);
    const file = files.find((other) => other.filename === filename);
    if (file === undefined)
        return null;
    const wanted = Object.keys(requirement.hashes).length > 0;
    if (wanted && !isHashAllowed(linkOf(file), requirement.hashes))
        return lack('hash', filename);
    const isFaulty = faulty.some((other) => other.filename === filename && other.fault !== 'platform');
    return isFaulty ? lack('faulty', filename) : null;
}
function lackOfAny(requirement, files, pip, lack) {
    const own = files.flatMap((file) => {
        const wheel = parseWheelName(file.filename);
        return wheel?.project === requirement.project ? [{ file, wheel }] : [];
    });
    if (own.length === 0)
        return lack('absent', '');
    const specifiers = parseSpecifiers(requirement.specifier) ?? [];
    const major = pipMajorOf(pip?.version ?? null);
    const within = own.filter(({ wheel }) => satisfies(wheel.version, specifiers, major));
    if (within.length === 0) {
        return lack('version', [...new Set(own.map(({ file }) => file.filename.split('-')[1] ?? ''))].join(', '));
    }
    const ranks = pip === null ? null : rankTags(pip.tags);
    const suitable = within.filter(({ wheel }) => ranks === null || wheelRank(wheel, ranks) !== null);
    if (suitable.length === 0)
        return lack('platform', within.map(({ file }) => file.filename).join(', '));
    const python = suitable.map(({ file }) => file.wheel?.metadata?.requiresPython ?? '').find((text) => text !== '');
    return python === undefined
        ? lack('version', within.map(({ file }) => file.filename).join(', '))
        : lack('python', python);
}

;// CONCATENATED MODULE: ./build/src/plan/download.js
/** What `mode: download` asks pip for: one run for each file of the job, and the state in which the folder is left. */

/** One run for each file, in the order in which they were found. */
function planDownload(job) {
    const own = job.files.filter(isRequirementsFile);
    const runs = own.map((source) => ({ kind: 'file', source }));
    const others = Map.groupBy(job.requirements, (requirement) => requirement.source.file);
    for (const [source, requirements] of others) {
        // What a requirements file includes is asked for by that file.
        if (!isRequirementsFile(source))
            runs.push({ kind: 'requirements', source, requirements });
    }
    return runs;
}
/** Constraints that no requirements file names hold for every run. */
function constraintFiles(job) {
    return job.files.filter((file) => /^constraints/i.test((0,external_node_path_.basename)(file)) && /\.txt$/i.test(file));
}
function isRequirementsFile(file) {
    return /\.(txt|in|pip)$/i.test(file) && !/^constraints/i.test((0,external_node_path_.basename)(file));
}

;// CONCATENATED MODULE: ./build/src/run/download.js
/** `mode: download`: choose as always, then fill the wheelhouse through the choice, check it and write its papers. */











/** Hundreds of wheels through a slow line take their time; the job's own limit is the real one. */
const PIP_MS = 5 * 60 * 60 * 1000;
/** Resolves to the outcome of the choice with what became of the folder; an error among the notices fails the step. */
async function download_download(plan, env, startedAt) {
    const outcome = await choose(plan, env, startedAt);
    if (outcome.decision === null)
        return outcome;
    const notices = await fill(outcome, env);
    return { ...outcome, durationMs: Date.now() - startedAt, notices: [...outcome.notices, ...notices] };
}
async function fill({ plan, pip, decision }, env) {
    const { inputs, runner } = plan;
    const folder = inputs.wheelhouse ?? runner.workspace;
    if (pip === null)
        return [{ code: 'download-needs-pip', level: 'error', facts: {} }];
    if (decision === null)
        return [];
    const { workspace, temp } = runner;
    const job = await readRequirements({ patterns: inputs.requirements, packages: inputs.packages, workspace, env }, pip);
    const runs = planDownload(job);
    if (runs.length === 0)
        return [{ code: 'download-nothing', level: 'error', facts: {} }];
    let begun = 0;
    const failed = await fillWheelhouse(runs, {
        pip,
        env: { ...env, ...pipVariables(decision, inputs, readInherited(env, pip.config)) },
        workspace,
        temp,
        folder,
        constraints: constraintFiles(job),
        timeoutMs: PIP_MS,
        onFile: (filename, size) => {
            begun += 1;
            (0,workflow/* logLine */.BP)(`  ${String(begun).padStart(4)}  ${(0,report_escape/* logText */.kc)(filename, 120)}${size === '' ? '' : `  ${(0,report_escape/* logText */.kc)(size, 20)}`}`);
        },
    });
    const facts = await observeWheelhouse(folder);
    const target = targetOf(pip, env);
    await writePapers(folder, facts.files, {
        filledAt: new Date().toISOString(),
        mirror: decision.mirror.name,
        indexUrl: decision.mirror.indexUrl,
        requirements: job.requirements.map((requirement) => requirement.raw),
        target,
    });
    const notices = failed.map((facts) => ({ code: 'download-failed', level: 'error', facts }));
    // For another platform only the files themselves can be judged: pip alone knows what it was asked for.
    const asked = isForeign(target) ? { ...job, requirements: [], unchecked: [] } : job;
    const verdict = judgeWheelhouse({ ...facts, sums: new Map() }, asked, isForeign(target) ? null : pip);
    notices.push(...wheelhouseNotices(facts, verdict).filter((notice) => notice.code !== 'wheelhouse-complete'));
    const bytes = facts.files.reduce((sum, file) => sum + file.bytes, 0);
    if (failed.length === 0) {
        const filled = { folder, mirror: decision.mirror.name, files: facts.files.length, bytes };
        notices.push({ code: 'download-filled', level: 'notice', facts: filled });
    }
    return notices;
}

;// CONCATENATED MODULE: ./build/src/run/offline.js
/** `policy: offline`: check the wheelhouse before pip does, and keep pip to it. No host is contacted. */








const CONFIRM_MS = 60_000;
/** Runs the whole policy; only `mode: select` exports anything. */
async function offline_offline(plan, env, startedAt) {
    const { inputs, runner } = plan;
    const folder = inputs.wheelhouse ?? runner.workspace;
    const prepared = prepare(plan, env);
    const [pip, trust, job, facts] = await Promise.all([
        prepared.pip,
        prepared.trust,
        prepared.job,
        observeWheelhouse(folder),
    ]);
    const verdict = judgeWheelhouse(facts, job, pip);
    const notices = [];
    if (pip === null)
        notices.push({ code: 'pip-missing', level: 'warning', facts: { python: inputs.python } });
    notices.push(...wheelhouseNotices(facts, verdict));
    const decision = offlineDecision(folder, false);
    const ofPip = readInherited(env, pip?.config ?? null);
    const laid = layVariables(inputs.installers, { decision, inputs, inherited: env, ofPip, files: job.files });
    let usable = verdict.usable;
    let confirmed = false;
    if (usable && pip !== null && inputs.confirm) {
        const { variables } = layVariables(['pip'], { decision, inputs, inherited: env, ofPip, files: [] });
        const question = { pip, variables, job, env, temp: runner.temp, timeoutMs: CONFIRM_MS };
        const answer = await confirmWheelhouse(question);
        confirmed = answer?.confirmed === true;
        if (answer?.confirmed === false) {
            usable = false;
            notices.push({ code: 'wheelhouse-refused', level: 'error', facts: { detail: answer.detail } });
        }
    }
    const variables = usable && inputs.mode === 'select' ? laid.variables : {};
    if (usable)
        notices.push(...laid.notices);
    (0,export_variables/* exportVariables */.q)(variables);
    return {
        plan,
        pip,
        trust,
        startedAt,
        durationMs: Date.now() - startedAt,
        verdicts: [],
        beside: [],
        ranking: [],
        decision: usable ? offlineDecision(folder, confirmed) : null,
        variables,
        cache: null,
        notices,
    };
}

;// CONCATENATED MODULE: ./build/src/run/modes.js
/** Which run a plan asks for, and whether what came of it is a success. */






/** The run of the plan's mode and policy. */
function runFor({ inputs }) {
    if (inputs.policy === 'offline')
        return offline_offline;
    if (inputs.mode === 'audit')
        return audit;
    if (inputs.mode === 'diagnose')
        return diagnose;
    return inputs.mode === 'download' ? download_download : choose;
}
/** 0, or 1 where the job should not go on. */
function exitCodeOf(outcome) {
    const { plan, decision, notices, pytorchIndexUrl } = outcome;
    const { mode, policy, onNone, pytorch } = plan.inputs;
    if (mode === 'audit')
        return auditFails(outcome) ? 1 : 0;
    if (mode === 'diagnose')
        return 0;
    // An empty output would let `pip install --index-url ''` take whatever build PyPI has.
    if (pytorch !== null && policy !== 'offline' && pytorchIndexUrl === undefined && onNone === 'fail')
        return 1;
    if (mode === 'download' && notices.some((notice) => notice.level === 'error'))
        return 1;
    return decision === null && onNone === 'fail' ? 1 : 0;
}


/***/ }),

/***/ 3418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ publish),
  L: () => (/* binding */ reportPathOf)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/platform/workflow.js
var workflow = __webpack_require__(8008);
// EXTERNAL MODULE: ./build/src/report/annotations.js
var annotations = __webpack_require__(5594);
// EXTERNAL MODULE: ./build/src/report/json.js
var json = __webpack_require__(7912);
// EXTERNAL MODULE: ./build/src/report/log.js
var log = __webpack_require__(6314);
;// CONCATENATED MODULE: ./build/src/report/address-hash.js
/** blackbox_exporter's number for an IP address: dashboards see with it that the address changed. */
/** FNV-1a of the address's bytes, 32 bit. */
function addressHash(address) {
    let hash = 0x811c9dc5;
    for (const byte of addressBytes(address))
        hash = Math.imul(hash ^ byte, 0x01000193);
    return hash >>> 0;
}
function addressBytes(address) {
    const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)?.slice(1).map(Number) ?? [];
    if (!address.includes(':'))
        return dotted;
    const text = dotted.length === 0 ? address : address.replace(/[\d.]+$/, `${pair(dotted, 0)}:${pair(dotted, 2)}`);
    const [head = '', tail] = text.split('%')[0]?.split('::') ?? [];
    const groups = (part) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
    const first = groups(head);
    const last = groups(tail ?? '');
    const all = [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
    const bytes = all.flatMap((group) => [group >> 8, group & 0xff]);
    // An IPv4 address in IPv6 form counts as IPv4.
    const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
    return mapped ? bytes.slice(12) : bytes;
}
function pair(bytes, at) {
    return (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16);
}

;// CONCATENATED MODULE: ./build/src/report/metric-rows.js

function gauge(value) {
    return value === null || !Number.isFinite(value) ? [] : [{ labels: {}, value }];
}
function seconds(ms) {
    return ms === null ? null : ms / 1000;
}
const PROBE_METRICS = [
    {
        name: 'probe_success',
        help: 'Displays whether or not the probe was a success',
        samples: ({ reasons }) => gauge(reasons.length === 0 ? 1 : 0),
    },
    {
        name: 'probe_duration_seconds',
        help: 'Returns how long the probe took to complete in seconds',
        samples: ({ durationMs }) => gauge(durationMs / 1000),
    },
    {
        name: 'probe_dns_lookup_time_seconds',
        help: 'Returns the time taken for probe dns lookup in seconds',
        samples: ({ timing }) => gauge(seconds(timing?.dnsMs ?? null)),
    },
    {
        name: 'probe_ip_protocol',
        help: 'Specifies whether probe ip protocol is IP4 or IP6',
        samples: ({ family }) => gauge(family),
    },
    {
        name: 'probe_ip_addr_hash',
        help: "Specifies the hash of IP address. It's useful to detect if the IP address changes.",
        samples: ({ address }) => gauge(address === null ? null : addressHash(address)),
    },
    {
        name: 'probe_http_duration_seconds',
        help: 'Duration of http request by phase, summed over all redirects',
        samples: phasesOf,
    },
    {
        name: 'probe_http_status_code',
        help: 'Response HTTP status code',
        samples: ({ http, asked }) => gauge(asked ? (http?.status ?? 0) : null),
    },
    {
        name: 'probe_http_ssl',
        help: 'Indicates if SSL was used for the final redirect',
        samples: ({ http }) => gauge(http === null ? null : http.secure ? 1 : 0),
    },
    {
        name: 'probe_http_redirects',
        help: 'The number of redirects',
        samples: ({ http }) => gauge(http?.redirects ?? null),
    },
    {
        name: 'probe_http_version',
        help: 'Returns the version of HTTP of the probe response',
        samples: ({ http }) => gauge(http?.version == null ? null : Number(http.version)),
    },
    {
        name: 'probe_http_content_length',
        help: 'Length of http content response',
        // As the exporter says it: -1 where the header says nothing.
        samples: ({ http }) => gauge(http === null ? null : (http.contentLength ?? -1)),
    },
    {
        name: 'probe_http_uncompressed_body_length',
        help: 'Length of uncompressed response body',
        samples: ({ http }) => gauge(http?.bodyBytes ?? null),
    },
    {
        name: 'probe_http_last_modified_timestamp_seconds',
        help: 'Returns the Last-Modified HTTP response header in unixtime',
        samples: ({ http }) => gauge(seconds(http?.lastModified ?? null)),
    },
    {
        name: 'probe_ssl_earliest_cert_expiry',
        help: 'Returns last SSL chain expiry in unixtime',
        samples: ({ certificate }) => gauge(seconds(earliestEnd(sentChain(certificate)))),
    },
    {
        name: 'probe_ssl_last_chain_expiry_timestamp_seconds',
        help: 'Returns last SSL chain expiry in timestamp',
        // Only of a chain that pip accepts; the exporter's -62135596800 for "none" is left out.
        samples: ({ certificate }) => gauge(certificate?.faults.length === 0 ? seconds(earliestEnd(certificate.chain)) : null),
    },
    {
        name: 'probe_ssl_last_chain_info',
        help: 'Contains SSL leaf certificate information',
        samples: ({ certificate }) => leafInfo(certificate),
    },
    {
        name: 'probe_tls_version_info',
        help: 'Returns the TLS version used or NaN when unknown',
        samples: ({ certificate }) => named('version', certificate?.protocol?.replace(/^TLSv/, 'TLS ') ?? null),
    },
    {
        name: 'probe_tls_cipher_info',
        help: 'Returns the TLS cipher negotiated during handshake',
        samples: ({ cipher }) => named('cipher', cipher),
    },
    {
        name: 'pip_mirror_certificate_fault',
        help: 'Faults for which pip refuses the certificate, one series for each',
        samples: ({ certificate }) => (certificate?.faults ?? []).map((fault) => ({ labels: { fault }, value: 1 })),
    },
    {
        name: 'pip_mirror_certificate_not_after_timestamp_seconds',
        help: 'End of each certificate of the chain that pip builds, by its depth (0 is the leaf)',
        samples: ({ certificate }) => (certificate?.chain ?? []).map(({ subject, notAfter }, depth) => ({
            labels: { depth: String(depth), subject },
            value: notAfter / 1000,
        })),
    },
];
const MIRROR_METRICS = [
    {
        name: 'pip_mirror_usable',
        help: 'Whether pip would install from the mirror',
        samples: ({ usable }) => gauge(usable ? 1 : 0),
    },
    {
        name: 'pip_mirror_reason',
        help: 'Why pip would not install from the mirror, one series for each reason',
        samples: ({ reasons }) => reasons.map((reason) => ({ labels: { reason }, value: 1 })),
    },
    {
        name: 'pip_mirror_serial_behind',
        help: "Serials by which the mirror's index page is behind the newest one",
        samples: ({ freshness }) => gauge(freshness?.behind ?? null),
    },
];
const AUDIT_TIME = {
    name: 'pip_mirror_audit_timestamp_seconds',
    help: 'When the audit began',
    samples: ({ startedAt }) => gauge(startedAt / 1000),
};
function named(label, text) {
    return text === null || text === '' ? [] : [{ labels: { [label]: text }, value: 1 }];
}
function phasesOf({ timing, http, asked }) {
    if (!asked)
        return [];
    const phases = [
        ['resolve', timing?.dnsMs ?? null],
        ['connect', timing?.connectMs ?? null],
        ['tls', timing?.tlsMs ?? null],
        ['processing', http === null ? null : (timing?.firstByteMs ?? null)],
        ['transfer', http?.bodyMs ?? null],
    ];
    return phases.map(([phase, ms]) => ({ labels: { phase }, value: (ms ?? 0) / 1000 }));
}
/** What the server sent, as far as the path shows it: without the root, which pip has itself. */
function sentChain(certificate) {
    const chain = certificate?.chain ?? [];
    return chain.filter(({ subject, issuer }, depth) => depth === 0 || subject !== issuer);
}
function earliestEnd(chain) {
    return chain.length === 0 ? null : Math.min(...chain.map(({ notAfter }) => notAfter));
}
function leafInfo(certificate) {
    const [leaf] = certificate?.chain ?? [];
    if (certificate === null || leaf === undefined)
        return [];
    const labels = {
        fingerprint_sha256: leaf.fingerprint256,
        subject: leaf.subject,
        issuer: leaf.issuer,
        subjectalternative: certificate.names.filter((name) => !isAddress(name)).join(','),
        // Go prints the number's bytes: no leading zero byte.
        serialnumber: leaf.serialNumber.replace(/^(00)+(?=.)/, ''),
    };
    return [{ labels, value: 1 }];
}
function isAddress(name) {
    return name.includes(':') || /^\d+(\.\d+){3}$/.test(name);
}

;// CONCATENATED MODULE: ./build/src/report/metrics.js

/** The whole text; ends with a line feed. Every metric is a gauge. */
function metricsOf(outcome) {
    const probes = outcome.probes ?? [];
    const lines = [
        ...PROBE_METRICS.flatMap((metric) => linesOf(metric, probes, labelsOfProbe)),
        ...MIRROR_METRICS.flatMap((metric) => linesOf(metric, outcome.verdicts, labelsOfMirror)),
        ...linesOf(AUDIT_TIME, [outcome], () => ({})),
    ];
    return `${lines.join('\n')}\n`;
}
function linesOf({ name, help, samples }, all, labelsOf) {
    const lines = all.flatMap((of) => samples(of).map((sample) => lineOf(name, { ...labelsOf(of), ...sample.labels }, sample)));
    // A name that nothing is told of is left out: an empty family is noise.
    return lines.length === 0 ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines];
}
function lineOf(name, labels, { value }) {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
    return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${numberOf(value)}`;
}
/** `instance` is what a scrape of the exporter would have there: the URL asked. */
function labelsOfProbe({ url, mirror, role, host, address }) {
    return { instance: url, mirror, role, host, address: address ?? '' };
}
function labelsOfMirror({ candidate }) {
    return { instance: candidate.indexUrl, mirror: candidate.name };
}
/** Line feeds, quotes and backslashes as the format wants them; every other character may stand in a label. */
function escapeLabel(text) {
    return text.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
function numberOf(value) {
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)));
}

// EXTERNAL MODULE: ./build/src/model/credentials.js
var credentials = __webpack_require__(6769);
// EXTERNAL MODULE: ./build/src/model/index-url.js
var index_url = __webpack_require__(4763);
// EXTERNAL MODULE: ./build/src/report/escape.js
var report_escape = __webpack_require__(6209);
// EXTERNAL MODULE: ./build/src/report/rows.js
var rows = __webpack_require__(1591);
;// CONCATENATED MODULE: ./build/src/report/outputs.js




/** Variables that mean the same inside a container; paths of this machine do not. */
const forContainers = [
    'PIP_INDEX_URL',
    'PIP_EXTRA_INDEX_URL',
    'PIP_TRUSTED_HOST',
    'PIP_REQUIRE_HASHES',
    'UV_DEFAULT_INDEX',
    'UV_INSECURE_HOST',
    'PDM_PYPI_URL',
    'PIPENV_PYPI_MIRROR',
    'POETRY_PYPI_MIRROR_URL',
];
/**
 * All outputs of action.yml; '' where one does not apply. `reportPath` is where the JSON report was written.
 * `index-url`, `extra-index-url` and `pip-args` carry the credentials of an index that has some, because pip needs
 * them there: mask them before writing. `docker-build-args` never does: build arguments stay in the image.
 */
function outputsOf(outcome, reportPath = '') {
    const { verdicts, decision, cache, plan } = outcome;
    const laid = layoutOf(outcome);
    return {
        mirror: decision === null || decision.why.code === 'kept' ? '' : decision.mirror.name,
        'index-url': laid.indexUrl,
        'extra-index-url': laid.extraIndexUrls.join(' '),
        'trusted-host': laid.trustedHosts.join(' '),
        'pip-args': pipArguments(outcome, laid),
        'docker-build-args': buildArguments(outcome),
        'pytorch-index-url': outcome.pytorchIndexUrl ?? '',
        usable: String(verdicts.filter((verdict) => verdict.usable).length),
        expiring: String(verdicts.filter((verdict) => isExpiring(verdict, plan.inputs.warnDays)).length),
        'min-days-left': minDaysLeft(verdicts),
        report: reportPath,
        'cache-hit': cache?.hit === true ? 'true' : 'false',
        'cache-primary-key': cache?.primaryKey ?? '',
        'cache-matched-key': cache?.matchedKey ?? '',
        'cache-dir': cache?.dir ?? '',
    };
}
/** As exported to pip, which fixes the order of the indexes; from the decision alone where pip's variables are not. */
function layoutOf({ decision, variables }) {
    if (decision === null || decision.why.code === 'kept' || decision.why.code === 'offline') {
        return { indexUrl: '', extraIndexUrls: [], trustedHosts: [] };
    }
    const { mirror, fallback, extraIndexes, trustedHosts } = decision;
    const known = [mirror, ...extraIndexes, ...(fallback === null ? [] : [fallback])];
    const [indexUrl, extra] = [variables.PIP_INDEX_URL, words(variables.PIP_EXTRA_INDEX_URL)];
    if (indexUrl !== undefined) {
        return {
            indexUrl: usableUrl(indexUrl, known),
            extraIndexUrls: extra.map((url) => usableUrl(url, known)),
            trustedHosts: words(variables.PIP_TRUSTED_HOST),
        };
    }
    // pip takes equal files from the last index: the chosen mirror comes last where there is a fallback.
    const order = fallback === null ? [mirror, ...extraIndexes] : [fallback, ...extraIndexes, mirror];
    const [first = '', ...others] = order.map((one) => (0,index_url/* withCredentials */.t)(one.indexUrl, one.credentials));
    return { indexUrl: first, extraIndexUrls: others, trustedHosts };
}
function words(text) {
    return (text ?? '').split(/\s+/).filter((word) => word !== '');
}
/** The exported URL, with the credentials of the candidate whose index it is. */
function usableUrl(url, known) {
    const credentials = credentialsFor(url, known);
    return credentials === null ? url : (0,index_url/* withCredentials */.t)(url, credentials);
}
function credentialsFor(url, known) {
    const bare = normalUrl(url);
    return known.find((candidate) => normalUrl(candidate.indexUrl) === bare)?.credentials ?? null;
}
function normalUrl(text) {
    if (!URL.canParse(text))
        return text;
    const url = new URL(text);
    url.username = '';
    url.password = '';
    return url.href.replace(/\/+$/, '');
}
function pipArguments({ decision, variables }, laid) {
    if (decision === null || decision.why.code === 'kept')
        return '';
    const options = [];
    const add = (option, value) => {
        if (value !== undefined && value !== '')
            options.push(option, (0,report_escape/* shellWord */.r7)(value));
    };
    add('--index-url', laid.indexUrl);
    for (const url of laid.extraIndexUrls)
        add('--extra-index-url', url);
    for (const host of laid.trustedHosts)
        add('--trusted-host', host);
    if (isOn(variables.PIP_NO_INDEX))
        options.push('--no-index');
    add('--find-links', variables.PIP_FIND_LINKS);
    add('--cert', variables.PIP_CERT);
    if (isOn(variables.PIP_REQUIRE_HASHES))
        options.push('--require-hashes');
    return options.join(' ');
}
function isOn(value) {
    return value !== undefined && /^(1|true|yes|on|y|t)$/i.test(value);
}
function buildArguments({ variables }) {
    return forContainers
        .flatMap((name) => {
        const value = variables[name];
        return value === undefined || value === ''
            ? []
            : ['--build-arg', (0,report_escape/* shellWord */.r7)(`${name}=${(0,credentials/* withoutCredentials */.ri)(value)}`)];
    })
        .join(' ');
}
/** Within the largest of `warnDays`, or worse: any host on pip's way whose certificate pip refuses. Plain http is neither. */
function isExpiring(verdict, warnDays) {
    const soon = Math.max(0, ...warnDays);
    return (0,rows/* certificatesOf */.mm)(verdict).some(({ status, daysLeft }) => status !== 'none' && (status !== 'valid' || daysLeft <= soon));
}
/** Whole days, rounded down: negative exactly when a certificate has ended; '' where none was seen. */
function minDaysLeft(verdicts) {
    const days = verdicts.map(rows/* soonestEnd */.Hk).filter((left) => left !== null);
    return days.length === 0 ? '' : String(Math.floor(Math.min(...days)));
}

// EXTERNAL MODULE: ./build/src/report/summary.js + 3 modules
var summary = __webpack_require__(7675);
;// CONCATENATED MODULE: ./build/src/run/publish.js
/** Tells the outcome everywhere it is read: log, annotations, summary, report, metrics, outputs. */









/** Writes what the outcome says; the variables for later steps have been exported before. */
async function publish(outcome) {
    const { inputs } = outcome.plan;
    for (const group of (0,log/* logOf */.G)(outcome))
        (0,workflow/* logGroup */.QT)(group.title, group.lines);
    for (const annotation of (0,annotations/* annotationsOf */.I)(outcome))
        (0,workflow/* annotate */.fz)(annotation);
    const report = `${JSON.stringify((0,json/* reportOf */.E)(outcome), null, 2)}\n`;
    const path = reportPathOf(outcome.plan);
    await write(path, report);
    if (inputs.metricsFile !== null)
        await replace(inputs.metricsFile, metricsOf(outcome));
    for (const [name, value] of Object.entries(outputsOf(outcome, path)))
        (0,workflow/* setOutput */.uH)(name, value);
    await (0,workflow/* appendSummary */.fe)((0,summary/* renderSummary */.Br)(outcome));
}
/** Where the JSON report goes, absolute. */
function reportPathOf({ inputs, runner }) {
    return inputs.reportFile ?? (0,external_node_path_.join)(runner.temp, 'pip-mirror-select', 'report.json');
}
/** node_exporter reads its folder at any moment: it must never see half a file. */
async function replace(path, text) {
    await write(`${path}.new`, text);
    await (0,promises_.rename)(`${path}.new`, path);
}
async function write(path, text) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(path, text);
}


/***/ })

};
