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
    if (inputs.caBundle !== null) variables.POETRY_CERTIFICATES_PYPI_CERT = inputs.caBundle;
    // A file is all that this variable can name: 'false' is read as a path (Poetry 2.5).
    const unchecked = indexUrl.startsWith('https:') && isTrusted(indexUrl, decision.trustedHosts);
    return replacing(inherited, variables, [
      { code: 'poetry-plugin', level: 'notice', facts: { plugin: 'poetry-plugin-pypi-mirror' } },
      ...(unchecked ? [limit('poetry', 'trusted-host', indexUrl)] : []),
      ...withoutSecondIndexes('poetry', request),
    ]);
  },
};
