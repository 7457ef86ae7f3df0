/** Names of the step's outputs, as action.yml declares them. */
export const OUTPUT_NAMES = [
  'mirror',
  'index-url',
  'extra-index-url',
  'trusted-host',
  'pip-args',
  'docker-build-args',
  'pytorch-index-url',
  'usable',
  'expiring',
  'min-days-left',
  'report',
  'cache-hit',
  'cache-primary-key',
  'cache-matched-key',
  'cache-dir',
] as const;
export type OutputName = (typeof OUTPUT_NAMES)[number];
