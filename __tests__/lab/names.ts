/** The lab's own names: a file that the look-up hooks of Node and Python read. */
import { renameSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';

export interface NameEntry {
  readonly addresses: readonly string[];
  /** How long the look-up takes. */
  readonly delayMs?: number;
  /** Error code where there is no address, e.g. 'EAI_AGAIN'; default 'ENOTFOUND'. Node only. */
  readonly error?: string;
}

export class Names {
  readonly file: string;
  readonly #entries = new Map<string, NameEntry>([['localhost', { addresses: ['127.0.0.1'] }]]);

  constructor(folder: string) {
    this.file = join(folder, 'names.json');
    this.#write();
  }

  /** Adds an address to a name; IP literals need no name. */
  add(name: string, address: string): void {
    if (isIP(name) !== 0) return;
    const known = this.#entries.get(name);
    if (known?.addresses.includes(address) === true) return;
    this.set(name, { ...known, addresses: [...(known?.addresses ?? []), address] });
  }

  set(name: string, entry: NameEntry): void {
    this.#entries.set(name.toLowerCase(), entry);
    this.#write();
  }

  /** First address of a name; null where it has none. */
  resolve(name: string): string | null {
    if (isIP(name) !== 0) return name;
    return this.#entries.get(name.toLowerCase())?.addresses[0] ?? null;
  }

  /** Readers never see half a file. */
  #write(): void {
    const next = JSON.stringify(Object.fromEntries(this.#entries));
    writeFileSync(`${this.file}.new`, next);
    renameSync(`${this.file}.new`, this.file);
  }
}
