/** English: the command line. */
import type { ArgumentProblem } from '../../../model/argument-problem.ts';
import { name, type Prose, quote, say, word } from '../../prose.ts';
import type { CliTexts } from '../cli-catalogue.ts';

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

function problem({ word: given, kind, allowed, nearest }: ArgumentProblem): Prose {
  const meant = nearest === null ? say`` : say` Did you mean ${nearest}?`;
  switch (kind) {
    case 'unknown':
      return allowed === ''
        ? say`${given} is not known.${meant}`
        : say`${given} is not known; allowed: ${quote(allowed)}.${meant}`;
    case 'needs-value':
      return say`${given} needs a value.`;
    case 'takes-no-value':
      return say`${given} takes no value.`;
    case 'conflict':
      return say`${given} does not go with ${allowed}.`;
    case 'no-command':
      return say`${given} needs a command after it.`;
  }
}

export const cli: CliTexts = {
  usage,
  seeHelp: 'See pip-mirror-select --help.',
  problem,
  chosen: (mirror) => say`pip-mirror-select: ${name(mirror)}, for this command alone`,
  cannotStart: (command) => say`pip-mirror-select: ${command} ${word('could not be started')}`,
};
