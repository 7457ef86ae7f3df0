/** The real pypiserver, from PyPI. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from '../lab/lab.ts';
import { type PythonTool, pythonTool } from '../outside/python-tool.ts';
import { teamFiles } from './internal-job.ts';
import { passwordLine } from './nginx.ts';
import { freePort, type Server, startServer } from './server.ts';

export interface PypiserverOptions {
  /** Who may list and download; null: everybody. */
  readonly login: { readonly user: string; readonly password: string } | null;
  /** `--disable-fallback` and the like. */
  readonly args?: readonly string[];
}

export const pypiserverTool = (): Promise<PythonTool> => pythonTool('pypiserver', ['pypiserver[passlib]']);

/** Serves the team's wheels over plain http. */
export async function startPypiserver(lab: Lab, { login, args = [] }: PypiserverOptions): Promise<Server> {
  const { bin } = await pypiserverTool();
  const folder = lab.temporary('pypiserver');
  const packages = join(folder, 'packages');
  mkdirSync(packages);
  for (const file of teamFiles(lab)) writeFileSync(join(packages, file.filename), file.bytes);
  const passwords = join(folder, 'htpasswd');
  if (login !== null) writeFileSync(passwords, passwordLine(login.user, login.password));
  const access = login === null ? ['-a', '.', '-P', '.'] : ['-a', 'list,download,update', '-P', passwords];
  const port = await freePort();
  return startServer({
    command: join(bin, 'pypi-server'),
    args: ['run', '-i', '127.0.0.1', '-p', String(port), ...access, ...args, packages],
    env: lab.environment({ PYTHONUNBUFFERED: '1' }),
    port,
  });
}
