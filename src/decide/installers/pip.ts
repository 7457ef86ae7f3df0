/** pip, and everything that runs it: tox, nox, build, pipx, cibuildwheel with its variables passed through. */
import { pipVariables } from '../variables.ts';
import type { InstallerRow } from './installer.ts';
import { offlineWheelhouse, replacing } from './parts.ts';

export const pip: InstallerRow = {
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
    const variables: Record<string, string> = { PIP_NO_INDEX: '1', PIP_FIND_LINKS: findLinks(wheelhouse) };
    if (inputs.requireHashes) variables.PIP_REQUIRE_HASHES = '1';
    return replacing(inherited, variables, []);
  },
};

/** pip splits PIP_FIND_LINKS at white space: a folder with a blank in its name is given as a URL. */
function findLinks(folder: string): string {
  if (!/\s/.test(folder)) return folder;
  const path = folder.replaceAll('\\', '/');
  const rooted = path.startsWith('/') ? path : `/${path}`;
  return `file://${rooted.split('/').map(encodePathPart).join('/')}`;
}

function encodePathPart(part: string): string {
  // A drive's colon stays readable for pip on Windows.
  return encodeURIComponent(part).replaceAll('%3A', ':');
}
