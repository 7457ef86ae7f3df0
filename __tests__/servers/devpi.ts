/** The real devpi-server, from PyPI, with what a company sets up on it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from '../lab/lab.ts';
import { runProcess } from '../lab/run-process.ts';
import { type PythonTool, pythonTool } from '../outside/python-tool.ts';
import { teamFiles } from './internal-job.ts';
import { freePort, type Server, startServer } from './server.ts';

export interface Devpi extends Server {
  /** Makes an index, or changes one: `index('team/dev', ['bases=root/pypi'])`. */
  index(name: string, settings: readonly string[]): Promise<void>;
  /** Uploads the team's wheels. */
  upload(index: string): Promise<void>;
}

export const devpiTool = (): Promise<PythonTool> => pythonTool('devpi', ['devpi-server', 'devpi-client']);

/** With a user `team`, and with `root/pypi` fetching from this index instead of PyPI itself. */
export async function startDevpi(lab: Lab, upstream: string): Promise<Devpi> {
  const { bin } = await devpiTool();
  const folder = lab.temporary('devpi');
  const env = lab.environment({ SSL_CERT_FILE: lab.rootPem, REQUESTS_CA_BUNDLE: lab.rootPem });
  const run = async (program: string, args: readonly string[]): Promise<void> => {
    const ran = await runProcess(join(bin, program), args, { env, cwd: folder });
    if (ran.exitCode !== 0) throw new Error(`${program} ${args.join(' ')}\n${ran.stdout}${ran.stderr}`);
  };
  const data = join(folder, 'data');
  await run('devpi-init', ['--serverdir', data, '--root-passwd', 'root']);
  const port = await freePort();
  const server = await startServer({
    command: join(bin, 'devpi-server'),
    args: ['--serverdir', data, '--host', '127.0.0.1', '--port', String(port)],
    env,
    port,
  });
  const devpi = (...args: string[]): Promise<void> => run('devpi', args);
  await devpi('use', `http://127.0.0.1:${port}/`);
  await devpi('login', 'root', '--password', 'root');
  await devpi('index', 'root/pypi', `mirror_url=${upstream}`);
  await devpi('user', '-c', 'team', 'password=team');
  return {
    ...server,
    index: async (name, settings) => {
      const changes = name.startsWith('root/') ? [] : ['-c'];
      await devpi('index', ...changes, name, ...settings);
    },
    upload: async (index) => {
      await devpi('use', index);
      const files = teamFiles(lab);
      for (const file of files) writeFileSync(join(folder, file.filename), file.bytes);
      await devpi('upload', ...files.map(({ filename }) => join(folder, filename)));
    },
  };
}
