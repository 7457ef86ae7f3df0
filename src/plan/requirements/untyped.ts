/** Values of parsed TOML and JSON, taken only for what they are: anything else reads as absent. */

export type Table = Readonly<Record<string, unknown>>;

export function asTable(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
    ? (value as Table)
    : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asTables(value: unknown): readonly Table[] {
  return asList(value).map(asTable);
}

export function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function asTexts(value: unknown): readonly string[] {
  return asList(value).filter((item) => typeof item === 'string');
}

export function asNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Epoch milliseconds of a TOML date or an ISO 8601 text. */
export function asTime(value: unknown): number | null {
  const time = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/** What lies at the end of `keys`; absent where one of them is missing. */
export function at(table: Table, ...keys: readonly string[]): unknown {
  let value: unknown = table;
  for (const key of keys) {
    const inner = asTable(value);
    value = Object.hasOwn(inner, key) ? inner[key] : undefined;
  }
  return value;
}
