/** The checks of `.ci/run`: npm scripts, in this order. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realInstallers } from '../__tests__/installers/installers.ts';
import { ansibleTool, zizmorTool } from '../__tests__/outside/python-tool.ts';
import { devpiTool } from '../__tests__/servers/devpi.ts';
import { pypiserverTool } from '../__tests__/servers/pypiserver.ts';
import { browserTool } from './browser.ts';
import { artifactLibrary } from './examples/artifact-actions.ts';
import { debianTool, goTool, promtool } from './outside-tools.ts';

export interface Check {
  /** Name of the npm script. */
  readonly script: string;
  /** What follows `--`. */
  readonly args?: readonly string[];
  /** It tries again by itself. */
  readonly once?: true;
  /** Fetches what the script needs beyond `npm ci`, Python and git; kept on this machine. Throws where it cannot. */
  readonly tools?: () => unknown;
}

const both = (...tools: readonly Promise<unknown>[]): Promise<unknown> => Promise.all(tools);

export const CHECKS: readonly Check[] = [
  { script: 'check' },
  { script: 'check:dist' },
  { script: 'test', once: true },
  // These write what the tests have found to be there already.
  { script: 'format' },
  { script: 'docs:tables' },
  { script: 'docs:messages' },
  { script: 'docs:adr' },
  { script: 'demo' },
  { script: 'bench:startup' },
  { script: 'bench:many' },
  { script: 'bench:cache' },
  { script: 'bench', args: ['--topologies', '1', '--repeat', '1', '--ours'] },
  { script: 'test:readme' },
  { script: 'lint:workflows', tools: () => both(goTool('actionlint'), zizmorTool()) },
  { script: 'test:pages', tools: browserTool },
  { script: 'picture', args: [join(tmpdir(), 'pip-mirror-select-picture')], tools: browserTool },
  { script: 'test:docs-pages', tools: browserTool },
  { script: 'test:metrics', tools: () => both(goTool('blackbox_exporter'), promtool()) },
  // A few hosts show that it runs; its promises are for a thousand on a quiet machine.
  {
    script: 'bench:audit',
    args: ['--hosts', '40', '--holes', '2', '--repeat', '1'],
    tools: () => goTool('blackbox_exporter'),
  },
  { script: 'test:examples', tools: () => both(goTool('act'), artifactLibrary()) },
  { script: 'test:ansible', tools: ansibleTool },
  { script: 'test:shells', tools: () => both(debianTool('fish'), debianTool('zsh')) },
  { script: 'test:servers', tools: async () => [await devpiTool(), await pypiserverTool(), await debianTool('nginx')] },
  { script: 'test:installers', tools: realInstallers },
];
