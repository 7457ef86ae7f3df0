/** Core metadata of a distribution (METADATA, PKG-INFO): the fields that installing depends on. */

export interface CoreMetadata {
  readonly name: string;
  readonly version: string;
  readonly requiresPython: string | null;
  /** PEP 508 lines as written. */
  readonly requiresDist: readonly string[];
  readonly providesExtra: readonly string[];
}

/** @returns null where a name or a version is missing. Header fields as in e-mail; the body after them is left out. */
export function parseCoreMetadata(text: string): CoreMetadata | null {
  const fields = new Map<string, string[]>();
  let last: string[] | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line)) {
      // A folded field goes on: the parts are joined as e-mail readers do.
      if (last !== null) last.push(`${last.pop() ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon === -1) continue;
    const name = line.slice(0, colon).toLowerCase();
    last = fields.get(name) ?? [];
    last.push(line.slice(colon + 1).trim());
    fields.set(name, last);
  }
  const name = fields.get('name')?.[0];
  const version = fields.get('version')?.[0];
  if (name === undefined || version === undefined) return null;
  return {
    name,
    version,
    requiresPython: fields.get('requires-python')?.[0] ?? null,
    requiresDist: fields.get('requires-dist') ?? [],
    providesExtra: fields.get('provides-extra') ?? [],
  };
}
