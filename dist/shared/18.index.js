export const id = 18;
export const ids = [18];
export const modules = {

/***/ 3018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: ./build/src/plan/input-defaults.js
var input_defaults = __webpack_require__(9040);
// EXTERNAL MODULE: ./build/src/plan/netrc.js
var netrc = __webpack_require__(7053);
// EXTERNAL MODULE: ./build/src/plan/read-inputs.js + 2 modules
var read_inputs = __webpack_require__(5733);
// EXTERNAL MODULE: ./build/src/plan/read-runner.js
var read_runner = __webpack_require__(4840);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/src/platform/run-command.js
/** A command in the foreground: it has the terminal, and its end is ours. */


/**
 * Runs it with this environment and this terminal. Resolves to its exit code; 128 + number for a signal, 127 where it
 * cannot be found, 126 where it cannot be started, as shells do.
 */
function runCommand(command, args, env) {
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)(command, args, { env: { ...env }, stdio: 'inherit' });
        // The terminal sends ctrl-C to the child as well: it decides what becomes of it.
        const ignore = () => { };
        process.on('SIGINT', ignore);
        const forward = (signal) => {
            child.kill(signal);
        };
        process.on('SIGTERM', forward);
        const settle = (code) => {
            process.off('SIGINT', ignore);
            process.off('SIGTERM', forward);
            resolve(code);
        };
        child.once('error', (error) => settle(error.code === 'ENOENT' ? 127 : 126));
        child.once('exit', (code, signal) => settle(code ?? 128 + (signal === null ? 0 : external_node_os_.constants.signals[signal])));
    });
}

// EXTERNAL MODULE: ./build/src/platform/workflow.js
var workflow = __webpack_require__(8008);
// EXTERNAL MODULE: ./build/src/report/prose.js
var prose = __webpack_require__(2299);
;// CONCATENATED MODULE: ./build/src/report/messages/en/cli.js

const usage = `Usage: pip-mirror-select [mode] [options] [-- command arguments…]

Chooses the best PyPI mirror that your own pip accepts. Nothing on this machine is changed: the choice is
printed, or holds for the one command after "--".

  pip-mirror-select                                show the mirrors and the choice
  eval "$(pip-mirror-select --shell bash)"         use the choice in this shell
  pip-mirror-select -- pip install -r req.txt      use it for one command
  pip-mirror-select audit --mirrors URL            look at certificates

Modes: select (default), audit, download, diagnose

Output:
  --json                   the report as JSON on standard output
  --shell SHELL            commands that set the variables: bash, fish, powershell
  --help, --version

Options are the inputs of the action; those marked * may be repeated:
  --mirrors NAME|URL|NAME=URL *       candidates; default: the public catalogue
  --policy POLICY                     verified, allow-expired, internal, offline
  --requirements GLOB *               files with what will be installed
  --packages SPECIFIER *              more requirements
  --fallback auto|none|MIRROR         second index
  --extra-index-urls URL *            private indexes to keep
  --trusted-hosts HOST *              hosts accepted without certificate checks or over http
  --expired-grace-days DAYS           with --policy allow-expired
  --require-hashes                    pip must check hashes
  --ca-bundle FILE                    PEM file with the internal CA
  --installers NAME *                 pip, uv, pdm, pipenv, poetry
  --pytorch PLATFORM                  cpu, cu128, …
  --wheelhouse FOLDER                 for --policy offline and mode download
  --python PROGRAM                    interpreter whose pip is asked
  --no-confirm                        do not let pip fetch one small file first
  --timeout SECONDS                   per candidate
  --on-none fail|keep                 when no mirror is usable
  --reuse-minutes MINUTES             reuse an earlier choice (default here: 0)
  --warn-days DAYS *                  certificate alert thresholds
  --cache MODE, --cache-suffix TEXT   pip's cache (default here: off)
  --fail-on expired|expiring|never    for audit
  --report-file FILE, --metrics-file FILE
  --alerts CHANNEL=URL *              for audit
  --issue, --github-token TOKEN       for audit
  --language en|zh-CN

Exit codes: 0 a mirror was chosen (audit: in order); 1 none is usable (audit: findings; download: incomplete);
2 wrong arguments. With a command: that command's own code, 126 or 127 where it could not be started.`;
function problem({ word: given, kind, allowed, nearest }) {
    const meant = nearest === null ? (0,prose/* say */.cv) `` : (0,prose/* say */.cv) ` Did you mean ${nearest}?`;
    switch (kind) {
        case 'unknown':
            return allowed === ''
                ? (0,prose/* say */.cv) `${given} is not known.${meant}`
                : (0,prose/* say */.cv) `${given} is not known; allowed: ${(0,prose/* quote */.hD)(allowed)}.${meant}`;
        case 'needs-value':
            return (0,prose/* say */.cv) `${given} needs a value.`;
        case 'takes-no-value':
            return (0,prose/* say */.cv) `${given} takes no value.`;
        case 'conflict':
            return (0,prose/* say */.cv) `${given} does not go with ${allowed}.`;
        case 'no-command':
            return (0,prose/* say */.cv) `${given} needs a command after it.`;
    }
}
const cli = {
    usage,
    seeHelp: 'See pip-mirror-select --help.',
    problem,
    chosen: (mirror) => (0,prose/* say */.cv) `pip-mirror-select: ${(0,prose/* name */.UU)(mirror)}, for this command alone`,
    cannotStart: (command) => (0,prose/* say */.cv) `pip-mirror-select: ${command} ${(0,prose/* word */.Vm)('could not be started')}`,
};

;// CONCATENATED MODULE: ./build/src/report/messages/zh-cn/cli.js

const cli_usage = `用法：pip-mirror-select [模式] [选项] [-- 命令 参数…]

选出您自己的 pip 所接受的最佳 PyPI 镜像。不会改动本机：结果只会打印出来，或仅对 "--" 之后的一条命令生效。

  pip-mirror-select                                显示镜像与选择
  eval "$(pip-mirror-select --shell bash)"         在当前 shell 中使用
  pip-mirror-select -- pip install -r req.txt      只用于一条命令
  pip-mirror-select audit --mirrors URL            检查证书

模式：select（默认）、audit、download、diagnose

输出：
  --json                   以 JSON 形式把报告写到标准输出
  --shell SHELL            设置变量的命令：bash、fish、powershell
  --help, --version

选项即 action 的输入；带 * 的可以重复：
  --mirrors NAME|URL|NAME=URL *       候选镜像；默认：公共目录
  --policy POLICY                     verified、allow-expired、internal、offline
  --requirements GLOB *               写明将安装什么的文件
  --packages SPECIFIER *              更多需求
  --fallback auto|none|MIRROR         第二索引
  --extra-index-urls URL *            需要保留的私有索引
  --trusted-hosts HOST *              不检查证书或使用 http 也接受的主机
  --expired-grace-days DAYS           配合 --policy allow-expired
  --require-hashes                    要求 pip 校验哈希
  --ca-bundle FILE                    内部 CA 的 PEM 文件
  --installers NAME *                 pip、uv、pdm、pipenv、poetry
  --pytorch PLATFORM                  cpu、cu128 等
  --wheelhouse FOLDER                 用于 --policy offline 和 download 模式
  --python PROGRAM                    使用哪个解释器的 pip
  --no-confirm                        不先让 pip 获取一个小文件
  --timeout SECONDS                   每个候选的时限
  --on-none fail|keep                 没有可用镜像时
  --reuse-minutes MINUTES             复用先前的选择（此处默认：0）
  --warn-days DAYS *                  证书告警阈值
  --cache MODE, --cache-suffix TEXT   pip 的缓存（此处默认：off）
  --fail-on expired|expiring|never    用于 audit
  --report-file FILE, --metrics-file FILE
  --alerts CHANNEL=URL *              用于 audit
  --issue, --github-token TOKEN       用于 audit
  --language en|zh-CN

退出码：0 已选出镜像（audit：一切正常）；1 没有可用镜像（audit：有问题；download：不完整）；
2 参数有误。带命令时为该命令自己的退出码，无法启动时为 126 或 127。`;
function cli_problem({ word: given, kind, allowed, nearest }) {
    const meant = nearest === null ? (0,prose/* say */.cv) `` : (0,prose/* say */.cv) `您是否想写 ${nearest}？`;
    switch (kind) {
        case 'unknown':
            return allowed === ''
                ? (0,prose/* say */.cv) `无法识别 ${given}。${meant}`
                : (0,prose/* say */.cv) `无法识别 ${given}；可用：${(0,prose/* quote */.hD)(allowed)}。${meant}`;
        case 'needs-value':
            return (0,prose/* say */.cv) `${given} 需要一个值。`;
        case 'takes-no-value':
            return (0,prose/* say */.cv) `${given} 不带值。`;
        case 'conflict':
            return (0,prose/* say */.cv) `${given} 不能与 ${allowed} 同时使用。`;
        case 'no-command':
            return (0,prose/* say */.cv) `${given} 之后需要一条命令。`;
    }
}
const cli_cli = {
    usage: cli_usage,
    seeHelp: '请参阅 pip-mirror-select --help。',
    problem: cli_problem,
    chosen: (mirror) => (0,prose/* say */.cv) `pip-mirror-select：${(0,prose/* name */.UU)(mirror)}，仅用于本条命令`,
    cannotStart: (command) => (0,prose/* say */.cv) `pip-mirror-select：${command} ${(0,prose/* word */.Vm)('无法启动')}`,
};

;// CONCATENATED MODULE: ./build/src/report/cli-texts.js


function cliTextsOf(language) {
    return language === 'zh-CN' ? cli_cli : cli;
}

// EXTERNAL MODULE: ./build/src/report/json.js
var json = __webpack_require__(7912);
// EXTERNAL MODULE: ./build/src/report/log.js
var log = __webpack_require__(6314);
// EXTERNAL MODULE: ./build/src/run/modes.js + 177 modules
var modes = __webpack_require__(6814);
// EXTERNAL MODULE: ./build/src/model/plan.js
var plan = __webpack_require__(9072);
// EXTERNAL MODULE: ./build/src/plan/nearest-word.js
var nearest_word = __webpack_require__(3004);
;// CONCATENATED MODULE: ./build/src/cli/shell.js
const SHELLS = ['bash', 'fish', 'powershell'];
const COMMANDS = {
    // Also sh, dash, ksh and zsh.
    bash: (name, value) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`,
    fish: (name, value) => `set -gx ${name} '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
    // PowerShell reads typographic quotation marks as quotation marks, too.
    powershell: (name, value) => `$env:${name} = '${value.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`,
};
/** Throws where a name or value could end the command early: nothing is written then. */
function shellCommands(variables, shell) {
    const entries = Object.entries(variables);
    for (const [name, value] of entries) {
        if (!/^[A-Z][A-Z0-9_]*$/.test(name))
            throw new Error(`not a variable name: ${JSON.stringify(name)}`);
        if (/[\r\n\0]/.test(value))
            throw new Error(`${name} would hold a line break`);
    }
    return entries.map(([name, value]) => COMMANDS[shell](name, value)).join('\n');
}

;// CONCATENATED MODULE: ./build/src/cli/arguments.js




/** Inputs that are lists: the option may be repeated, each a line. */
const REPEATABLE = new Set([
    'mirrors',
    'requirements',
    'packages',
    'extra-index-urls',
    'trusted-hosts',
    'installers',
    'warn-days',
    'alerts',
]);
/** At a desk there is no runner to keep a cache or a decision for, unless one asks for it. */
const DESK_DEFAULTS = { cache: 'off', 'reuse-minutes': '0' };
const FLAGS = new Set(input_defaults/* INPUT_NAMES */.Q.filter((name) => input_defaults/* INPUT_DEFAULTS */.W[name] === 'true' || input_defaults/* INPUT_DEFAULTS */.W[name] === 'false'));
const OWN = ['json', 'shell', 'help', 'version'];
/** Reads what follows the program's name; never throws. */
function readArguments(words) {
    const problems = [];
    const inputs = { ...DESK_DEFAULTS };
    const own = { json: false, shell: null, show: null };
    const problem = (word, kind, allowed = '', nearest = null) => {
        problems.push({ word, kind, allowed, nearest });
    };
    const set = (name, value) => {
        const before = REPEATABLE.has(name) && name in given ? `${inputs[name]}\n` : '';
        inputs[name] = `${before}${value}`;
        given[name] = true;
    };
    const given = {};
    const end = words.indexOf('--');
    const command = end === -1 ? null : words.slice(end + 1);
    const waiting = [...(end === -1 ? words : words.slice(0, end))];
    for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
        if (word === '-h')
            word = '--help';
        if (!word.startsWith('--')) {
            if (isMode(word))
                set('mode', word);
            else
                problem(word, 'unknown', plan/* MODES */.FN.join(', '), (0,nearest_word/* nearestWord */.z)(word, plan/* MODES */.FN));
            continue;
        }
        const equals = word.indexOf('=');
        const option = equals === -1 ? word.slice(2) : word.slice(2, equals);
        const written = equals === -1 ? undefined : word.slice(equals + 1);
        const value = () => {
            const next = written ?? waiting.shift();
            if (next === undefined)
                problem(`--${option}`, 'needs-value');
            return next;
        };
        const negated = option.startsWith('no-') ? option.slice(3) : '';
        if (option === 'json' || option === 'help' || option === 'version') {
            if (written !== undefined)
                problem(word, 'takes-no-value');
            if (option === 'json')
                own.json = true;
            else
                own.show = option;
        }
        else if (option === 'shell') {
            const shell = value();
            const known = SHELLS.find((name) => name === shell);
            if (known !== undefined)
                own.shell = known;
            else if (shell !== undefined)
                problem(shell, 'unknown', SHELLS.join(', '), (0,nearest_word/* nearestWord */.z)(shell, SHELLS));
        }
        else if (isFlag(option)) {
            set(option, written ?? 'true');
        }
        else if (isFlag(negated)) {
            if (written === undefined)
                set(negated, 'false');
            else
                problem(word, 'takes-no-value');
        }
        else if (isInput(option)) {
            const text = value();
            if (text !== undefined)
                set(option, text);
        }
        else {
            const nearest = (0,nearest_word/* nearestWord */.z)(option, [...input_defaults/* INPUT_NAMES */.Q, ...OWN]);
            problem(`--${option}`, 'unknown', '', nearest === null ? null : `--${nearest}`);
        }
    }
    if (command?.length === 0)
        problem('--', 'no-command');
    if (own.json && own.shell !== null)
        problem('--json', 'conflict', '--shell');
    if (command !== null && (own.json || own.shell !== null))
        problem('--', 'conflict', own.json ? '--json' : '--shell');
    const mode = inputs.mode ?? 'select';
    if (command !== null && mode !== 'select')
        problem('--', 'conflict', `--mode ${mode}`);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, arguments: { inputs, ...own, command } };
}
function isMode(word) {
    return plan/* MODES */.FN.includes(word);
}
function isInput(name) {
    return input_defaults/* INPUT_NAMES */.Q.includes(name);
}
function isFlag(name) {
    return isInput(name) && FLAGS.has(name);
}

;// CONCATENATED MODULE: ./build/src/cli/version.js
/** As in package.json; a contract test holds them equal. */
const VERSION = '0.1.0';

;// CONCATENATED MODULE: ./build/src/cli/run-cli.js














/** Wrong arguments or inputs; nothing was asked. */
const USAGE = 2;
/** Resolves to the exit code; standard output holds what was asked for, and nothing else. */
async function runCli(words) {
    (0,workflow/* workAtDesk */.oV)();
    const startedAt = Date.now();
    const read = readArguments(words);
    if (!read.ok) {
        const texts = cliTextsOf('en');
        for (const problem of read.problems)
            say((0,prose/* plain */.pj)(texts.problem(problem)));
        say(texts.seeHelp);
        return USAGE;
    }
    const given = read.arguments;
    const language = given.inputs.language === 'zh-CN' ? 'zh-CN' : 'en';
    if (given.show !== null) {
        await print(given.show === 'version' ? VERSION : cliTextsOf(language).usage);
        return 0;
    }
    const plan = planOf(given, language);
    if (plan === null)
        return USAGE;
    const outcome = await (0,modes/* runFor */.P)(plan)(plan, { ...process.env }, startedAt);
    const code = (0,modes/* exitCodeOf */.F)(outcome);
    if (given.command !== null)
        return code === 0 ? runWith(given.command, outcome) : tell(outcome, code);
    if (given.json)
        await print(JSON.stringify((0,json/* reportOf */.E)(outcome), null, 2));
    else if (given.shell !== null) {
        tell(outcome, code);
        await print(shellCommands(outcome.variables, given.shell));
    }
    else
        await print(table(outcome));
    return code;
}
/** null: wrong inputs, which were told. */
function planOf(given, language) {
    const runner = (0,read_runner/* readRunner */.f)(process.env, process.platform, process.arch);
    const read = (0,read_inputs/* readInputs */.K)((name) => given.inputs[name] ?? input_defaults/* INPUT_DEFAULTS */.W[name], runner.workspace);
    if (!read.ok) {
        for (const problem of read.problems) {
            say((0,log/* noticeLine */.J)({ code: 'input-problems', level: 'error', facts: { problems: [problem] } }, language));
        }
        return null;
    }
    const inputs = (0,netrc/* withNetrc */.T_)(read.inputs, (0,netrc/* readNetrc */.fO)(process.env));
    return { inputs, runner, candidates: inputs.mirrors };
}
/** The variables hold for this one command, and end with it. */
async function runWith([command = '', ...args], outcome) {
    const { decision, plan, notices } = outcome;
    const texts = cliTextsOf(plan.inputs.language);
    if (decision !== null)
        say((0,prose/* plain */.pj)(texts.chosen(decision.mirror.name)));
    for (const notice of notices) {
        if (notice.level === 'error' || notice.level === 'warning')
            say((0,log/* noticeLine */.J)(notice, plan.inputs.language));
    }
    const code = await runCommand(command, args, { ...process.env, ...outcome.variables });
    if (code === 127 || code === 126)
        say((0,prose/* plain */.pj)(texts.cannotStart(command)));
    return code;
}
function tell(outcome, code) {
    say(table(outcome));
    return code;
}
function table(outcome) {
    return (0,log/* logOf */.G)(outcome)
        .map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join('\n'))
        .join('\n\n');
}
/** Resolves when the reader has it all: a pipe may be slow. */
function print(text) {
    return new Promise((resolve) => {
        process.stdout.write(text === '' ? '' : `${text}\n`, () => resolve());
    });
}
function say(text) {
    process.stderr.write(`${text}\n`);
}


/***/ })

};
