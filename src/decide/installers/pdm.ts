/** PDM has one variable for its main index. Its other indexes and its CA file are configuration, not variables. */
import type { InstallerRow } from './installer.ts';
import { indexWithCredentials, isTrusted, limit, offlineWheelhouse, replacing, withoutSecondIndexes } from './parts.ts';

export const pdm: InstallerRow = {
  name: 'pdm',
  lay(request) {
    const { decision, inherited, inputs } = request;
    const wheelhouse = offlineWheelhouse(request);
    if (wheelhouse !== null) return { variables: {}, notices: [limit('pdm', 'offline', wheelhouse)] };
    const variables: Record<string, string> = { PDM_PYPI_URL: indexWithCredentials(decision.mirror) };
    if (isTrusted(decision.mirror.indexUrl, decision.trustedHosts)) variables.PDM_PYPI_VERIFY_SSL = 'false';
    if (inputs.caBundle !== null) variables.SSL_CERT_FILE = inputs.caBundle;
    const notices = withoutSecondIndexes('pdm', request);
    return replacing(inherited, variables, notices);
  },
};
