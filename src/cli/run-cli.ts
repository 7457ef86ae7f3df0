/** `npx pip-mirror-select`: the same core at a desk or in another CI system. */
import type { Outcome } from '../model/outcome.ts';
import type { Language, Plan } from '../model/plan.ts';
import { INPUT_DEFAULTS } from '../plan/input-defaults.ts';
import { readNetrc, withNetrc } from '../plan/netrc.ts';
import { readInputs } from '../plan/read-inputs.ts';
import { readRunner } from '../plan/read-runner.ts';
import { runCommand } from '../platform/run-command.ts';
import { workAtDesk } from '../platform/workflow.ts';
import { cliTextsOf } from '../report/cli-texts.ts';
import { reportOf } from '../report/json.ts';
import { logOf, noticeLine } from '../report/log.ts';
import { plain } from '../report/prose.ts';
import { exitCodeOf, runFor } from '../run/modes.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { shellCommands } from './shell.ts';
import { VERSION } from './version.ts';

/** Wrong arguments or inputs; nothing was asked. */
const USAGE = 2;

/** Resolves to the exit code; standard output holds what was asked for, and nothing else. */
export async function runCli(words: readonly string[]): Promise<number> {
  workAtDesk();
  const startedAt = Date.now();
  const read = readArguments(words);
  if (!read.ok) {
    const texts = cliTextsOf('en');
    for (const problem of read.problems) say(plain(texts.problem(problem)));
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
  if (plan === null) return USAGE;
  const outcome = await runFor(plan)(plan, { ...process.env }, startedAt);
  const code = exitCodeOf(outcome);
  if (given.command !== null) return code === 0 ? runWith(given.command, outcome) : tell(outcome, code);
  if (given.json) await print(JSON.stringify(reportOf(outcome), null, 2));
  else if (given.shell !== null) {
    tell(outcome, code);
    await print(shellCommands(outcome.variables, given.shell));
  } else await print(table(outcome));
  return code;
}

/** null: wrong inputs, which were told. */
function planOf(given: Arguments, language: Language): Plan | null {
  const runner = readRunner(process.env, process.platform, process.arch);
  const read = readInputs((name) => given.inputs[name] ?? INPUT_DEFAULTS[name], runner.workspace);
  if (!read.ok) {
    for (const problem of read.problems) {
      say(noticeLine({ code: 'input-problems', level: 'error', facts: { problems: [problem] } }, language));
    }
    return null;
  }
  const inputs = withNetrc(read.inputs, readNetrc(process.env));
  return { inputs, runner, candidates: inputs.mirrors };
}

/** The variables hold for this one command, and end with it. */
async function runWith([command = '', ...args]: readonly string[], outcome: Outcome): Promise<number> {
  const { decision, plan, notices } = outcome;
  const texts = cliTextsOf(plan.inputs.language);
  if (decision !== null) say(plain(texts.chosen(decision.mirror.name)));
  for (const notice of notices) {
    if (notice.level === 'error' || notice.level === 'warning') say(noticeLine(notice, plan.inputs.language));
  }
  const code = await runCommand(command, args, { ...process.env, ...outcome.variables });
  if (code === 127 || code === 126) say(plain(texts.cannotStart(command)));
  return code;
}

function tell(outcome: Outcome, code: number): number {
  say(table(outcome));
  return code;
}

function table(outcome: Outcome): string {
  return logOf(outcome)
    .map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n');
}

/** Resolves when the reader has it all: a pipe may be slow. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text === '' ? '' : `${text}\n`, () => resolve());
  });
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
