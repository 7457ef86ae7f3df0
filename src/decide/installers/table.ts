/** All installers, and one call for a job that uses several. */
import type { Installer } from '../../model/plan.ts';
import type { InstallerRequest, InstallerRow, Laid } from './installer.ts';
import { pdm } from './pdm.ts';
import { pip } from './pip.ts';
import { pipenv } from './pipenv.ts';
import { poetry } from './poetry.ts';
import { uv } from './uv.ts';

const ROWS: Readonly<Record<Installer, InstallerRow>> = { pip, uv, pdm, pipenv, poetry };

/** The variables of every installer in order, each variable once, with all that the installers cannot do. */
export function layVariables(installers: readonly Installer[], request: InstallerRequest): Laid {
  const variables: Record<string, string> = {};
  const notices: Laid['notices'][number][] = [];
  const seen = new Set<string>();
  for (const name of installers) {
    const laid = ROWS[name].lay(request);
    Object.assign(variables, laid.variables);
    for (const notice of laid.notices) {
      const key = JSON.stringify(notice);
      if (!seen.has(key)) notices.push(notice);
      seen.add(key);
    }
  }
  return { variables, notices };
}
