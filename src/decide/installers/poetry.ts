/**
 * Poetry itself has no variable for its index; the plugin poetry-plugin-pypi-mirror has. It puts the mirror in the
 * place of PyPI under PyPI's name, so that Poetry's variables for certificates of a named source reach it.
 */
import type { InstallerRow } from './installer.ts';
import { indexWithCredentials, isTrusted, limit, offlineWheelhouse, replacing, withoutSecondIndexes } from './parts.ts';

export const poetry: InstallerRow = {
  name: 'poetry',
  lay(request) {
    const { decision, inherited, inputs } = request;
    const wheelhouse = offlineWheelhouse(request);
    if (wheelhouse !== null) return { variables: {}, notices: [limit('poetry', 'offline', wheelhouse)] };
    const variables: Record<string, string> = { POETRY_PYPI_MIRROR_URL: indexWithCredentials(decision.mirror) };
    const { indexUrl } = decision.mirror;
    if (indexUrl.startsWith('https:') && isTrusted(indexUrl, decision.trustedHosts)) {
      variables.POETRY_CERTIFICATES_PYPI_CERT = 'false';
    } else if (inputs.caBundle !== null) {
      variables.POETRY_CERTIFICATES_PYPI_CERT = inputs.caBundle;
    }
    return replacing(inherited, variables, [
      { code: 'poetry-plugin', level: 'notice', facts: { plugin: 'poetry-plugin-pypi-mirror' } },
      ...withoutSecondIndexes('poetry', request),
    ]);
  },
};
