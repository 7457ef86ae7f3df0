/**
 * Gives pip the bytes that are held: as answers in pip's own HTTP cache to the very URLs of the chosen index.
 *
 * Nothing that was restored is believed. A file is laid only when a page of the chosen index, fetched in this job, lists
 * its sha256, and only after its bytes were hashed here. pip then reads the page itself and checks the digest again.
 * What has no such witness stays where it is: a plain miss.
 */
import type { FileLink } from '../../model/observation.ts';
import { type Layout, layEntry } from '../../platform/pip-cache/entry.ts';
import { listFiles, removeFile, type StoredFile, sha256Of, stampUnread } from '../../platform/stored-files.ts';
import { type HeldFile, readHeldName } from './held-file.ts';

/** Files of one project on the chosen index; null where the page could not be had. Never rejects. */
export type PageReader = (project: string) => Promise<readonly FileLink[] | null>;

export interface LayBackAsking {
  readonly storeDir: string;
  readonly pipCacheDir: string;
  readonly layout: Layout;
  readonly page: PageReader;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Aborted at the deadline: what is laid by then is laid. */
  readonly signal: AbortSignal;
}

export interface LaidBack {
  /** Files in the store. */
  readonly held: number;
  readonly heldBytes: number;
  /** Files that pip will not have to download. */
  readonly laid: number;
  readonly laidBytes: number;
  /** Files whose bytes were not what their name says; removed. */
  readonly refused: number;
}

/** Header of a laid entry with its name in the store; post finds by it what was used. */
export const HELD_HEADER = 'x-pip-mirror-select';

/** Pages asked at once, and at most in all: pip itself asks for the same pages one by one. */
const PAGES_AT_ONCE = 6;
const MOST_PAGES = 256;

/** A job's own time: an index whose files change under their URLs is asked again by the next job. */
const FRESH_SECONDS = 6 * 3600;

export type StoredHeld = HeldFile & StoredFile;

/** Lays back what the chosen index lists. File system trouble with one file is a miss of that file. */
export async function layBack(asking: LayBackAsking): Promise<LaidBack> {
  const stored = await listStore(asking.storeDir);
  const projects = [...Map.groupBy(stored, ({ project }) => project)]
    .sort(([, one], [, other]) => lastUse(other) - lastUse(one))
    .slice(0, MOST_PAGES);
  const laid = { files: 0, bytes: 0, refused: 0 };
  const work = projects.values();
  const worker = async (): Promise<void> => {
    for (const [project, files] of work) {
      if (asking.signal.aborted) return;
      const links = await asking.page(project);
      if (links === null) continue;
      for (const file of files) {
        const result = await layFile(file, links, asking).catch(() => 'missed' as const);
        if (result === 'refused') laid.refused += 1;
        if (result !== 'laid') continue;
        laid.files += 1;
        laid.bytes += file.size;
      }
    }
  };
  await Promise.all(Array.from({ length: PAGES_AT_ONCE }, worker));
  return {
    held: stored.length,
    heldBytes: stored.reduce((sum, { size }) => sum + size, 0),
    laid: laid.files,
    laidBytes: laid.bytes,
    refused: laid.refused,
  };
}

/** Files with a name of ours; an archive may hold anything else. */
export async function listStore(storeDir: string): Promise<StoredHeld[]> {
  return (await listFiles(storeDir)).flatMap((stored) => {
    const held = readHeldName(stored.name);
    return held === null ? [] : [{ ...held, ...stored }];
  });
}

function lastUse(files: readonly StoredHeld[]): number {
  return Math.max(...files.map(({ usedAt }) => usedAt));
}

async function layFile(
  file: StoredHeld,
  links: readonly FileLink[],
  asking: LayBackAsking,
): Promise<'laid' | 'missed' | 'refused'> {
  const urls = links.flatMap((link) => urlOf(link, file) ?? []);
  if (urls.length === 0 || asking.signal.aborted) return 'missed';
  if ((await sha256Of(file.file)) !== file.sha256) {
    await removeFile(file.file);
    return 'refused';
  }
  const bodies = await Promise.all(
    urls.map((url) => layEntry(asking.pipCacheDir, asking.layout, url, file, headersOf(file, asking.now))),
  );
  const laid = bodies.filter((body) => body !== null);
  await Promise.all(laid.map((body) => stampUnread(body, file.usedAt)));
  return laid.length > 0 ? 'laid' : 'missed';
}

/** Where the chosen index serves the very bytes. */
function urlOf(link: FileLink, file: StoredHeld): string | null {
  if (file.kind === 'file') return link.hashes.sha256 === file.sha256 ? link.url : null;
  return link.metadata?.sha256 === file.sha256 ? `${link.url}.metadata` : null;
}

function headersOf(file: StoredHeld, now: number): Record<string, string> {
  return {
    date: new Date(now).toUTCString(),
    'cache-control': `max-age=${FRESH_SECONDS}`,
    'content-type': 'application/octet-stream',
    'content-length': String(file.size),
    [HELD_HEADER]: file.name,
  };
}
