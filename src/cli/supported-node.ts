/** The Node that the command runs on: the user's own, unlike the action's. undici sets the limit. */

/** As `engines` of the published package says it. */
export const SUPPORTED_NODE = '^22.19.0 || >=24.0.0';

/** `version` as in `process.versions.node`. */
export function isSupportedNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 19);
}
