/**
 * Pipenv puts the mirror in the place of pypi.org wherever a Pipfile names it, and runs pip for the rest: pip's own
 * variables for certificates, trusted hosts and find-links reach it, those for indexes are overwritten from the Pipfile.
 */

import type { InstallerRow } from './installer.ts';
import { indexWithCredentials, offlineWheelhouse, replacing, withoutSecondIndexes } from './parts.ts';
import { pip } from './pip.ts';

export const pipenv: InstallerRow = {
  name: 'pipenv',
  lay(request) {
    const ofPip = pip.lay(request);
    if (offlineWheelhouse(request) !== null) return ofPip;
    const variables: Record<string, string> = { PIPENV_PYPI_MIRROR: indexWithCredentials(request.decision.mirror) };
    for (const name of ['PIP_TRUSTED_HOST', 'PIP_CERT']) {
      const value = ofPip.variables[name];
      if (value !== undefined) variables[name] = value;
    }
    return replacing(request.inherited, variables, withoutSecondIndexes('pipenv', request));
  },
};
