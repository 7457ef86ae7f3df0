/**
 * A cache service over real HTTP, as the toolkit asks one: GitHub's v2 (twirp, with a blob store that speaks enough of
 * Azure's protocol) and v1 as other forges speak it. Keys match as GitHub matches them: each in turn, exactly, then by
 * prefix, newest first.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type CachePoint = 'lookup' | 'download' | 'create' | 'upload' | 'finish';

/** What goes wrong at one point: a status, no answer ever, half a body under a whole length, or under its own. */
export interface CacheFault {
  readonly at: CachePoint;
  readonly how: number | 'hang' | 'vanish' | 'truncate' | 'garbage';
}

export interface CacheEntry {
  readonly key: string;
  readonly version: string;
  readonly createdAt: number;
  /** Written by tests that poison it. */
  bytes: Buffer;
}

export interface CacheRequest {
  readonly point: CachePoint;
  readonly keys: readonly string[];
}

/** Where v2's archives lie. The built-in one serves `npm test`; Azurite stands in for it in `npm run test:cache`. */
export interface BlobStore {
  uploadUrl(id: number): Promise<string>;
  downloadUrl(id: number): Promise<string>;
  close(): Promise<void>;
}

export interface CacheService {
  readonly protocol: 'v1' | 'v2';
  /** What the runner hands to actions. */
  readonly env: Readonly<Record<string, string>>;
  /** Finished entries, oldest first. */
  readonly entries: CacheEntry[];
  readonly requests: CacheRequest[];
  /** Archive bytes that went out. */
  downloadedBytes: number;
  fault: CacheFault | null;
  close(): Promise<void>;
}

interface Draft {
  readonly key: string;
  readonly version: string;
  readonly chunks: Map<string, Buffer>;
  order: string[];
}

export async function startCacheService(
  protocol: 'v1' | 'v2',
  blobs: ((origin: string) => Promise<BlobStore>) | null = null,
): Promise<CacheService> {
  const drafts: Draft[] = [];
  const published: { id: number; entry: CacheEntry }[] = [];
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store = (await blobs?.(origin)) ?? null;
  const blobUrl = (id: number): string => `${origin}/account/container/${id}?sig=lab`;

  const service: CacheService = {
    protocol,
    env: {
      ACTIONS_RUNTIME_TOKEN: 'lab-token',
      ...(protocol === 'v2'
        ? { ACTIONS_CACHE_SERVICE_V2: 'true', ACTIONS_RESULTS_URL: `${origin}/` }
        : { ACTIONS_CACHE_URL: `${origin}/` }),
    },
    entries: [],
    requests: [],
    downloadedBytes: 0,
    fault: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await store?.close();
    },
  };

  const find = (keys: readonly string[], version: string): { id: number; entry: CacheEntry } | null => {
    const same = published.filter(({ entry }) => entry.version === version).reverse();
    for (const key of keys) {
      const found =
        same.find(({ entry }) => entry.key === key) ?? same.find(({ entry }) => entry.key.startsWith(key)) ?? null;
      if (found !== null) return found;
    }
    return null;
  };
  /** From 1: the toolkit takes 0 for no answer. */
  const create = (key: string, version: string): number | null => {
    if ([...drafts, ...service.entries].some((other) => other.key === key && other.version === version)) return null;
    return drafts.push({ key, version, chunks: new Map(), order: [] });
  };
  const finish = (id: number): void => {
    const { key, version, chunks, order } = drafts[id - 1] as Draft;
    const names = order.length > 0 ? order : [...chunks.keys()].sort((a, b) => Number(a) - Number(b));
    const bytes = Buffer.concat(names.map((name) => chunks.get(name) ?? Buffer.alloc(0)));
    const entry = { key, version, createdAt: Date.now(), bytes };
    service.entries.push(entry);
    published.push({ id, entry });
  };
  const sendBlob = (request: IncomingMessage, response: ServerResponse, id: number): void => {
    const { bytes } = published.find((other) => other.id === id)?.entry ?? { bytes: Buffer.alloc(0) };
    const { fault } = service;
    const how = fault?.at === 'download' ? fault.how : null;
    const body = how === 'garbage' ? Buffer.from('not an archive') : bytes;
    service.downloadedBytes += request.method === 'HEAD' ? 0 : body.length;
    if (how === 'truncate') {
      response.end(body.subarray(0, body.length / 2));
      return;
    }
    response.writeHead(200, { 'content-length': body.length, 'content-type': 'application/octet-stream' });
    if (how !== 'vanish') response.end(request.method === 'HEAD' ? undefined : body);
    else response.write(body.subarray(0, body.length / 2), () => setTimeout(() => response.destroy(), 50));
  };

  /** True where a fault has taken the request. */
  const refused = (point: CachePoint, keys: readonly string[], response: ServerResponse): boolean => {
    service.requests.push({ point, keys });
    const { fault } = service;
    if (fault?.at !== point) return false;
    if (typeof fault.how === 'number') {
      const denied = fault.how === 403 ? 'cache write denied: token is read-only' : 'lab fault';
      json(response, fault.how, { code: 'lab', msg: denied, message: denied });
      return true;
    }
    if (fault.how === 'vanish' && point !== 'download') response.destroy();
    return fault.how === 'hang' || (fault.how === 'vanish' && point !== 'download');
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const body = await read(request);
    const twirp = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(url.pathname)?.[1];
    if (twirp !== undefined) return answerTwirp(twirp, JSON.parse(body.toString()), response);
    const blob = /^\/account\/container\/(\d+)$/.exec(url.pathname)?.[1];
    if (blob !== undefined) return answerBlob(Number(blob), url, request, body, response);
    const resource = /^\/_apis\/artifactcache\/(.+)$/.exec(url.pathname)?.[1];
    if (resource !== undefined) return answerV1(resource, url, request, body, response);
    json(response, 404, { message: 'no such thing' });
  }

  async function answerTwirp(method: string, asked: Record<string, unknown>, response: ServerResponse): Promise<void> {
    const [key, version] = [String(asked.key), String(asked.version)];
    if (method === 'GetCacheEntryDownloadURL') {
      const keys = [key, ...((asked.restore_keys as string[] | undefined) ?? [])];
      if (refused('lookup', keys, response)) return;
      const found = find(keys, version);
      if (found === null) return json(response, 200, { ok: false });
      const url = (await store?.downloadUrl(found.id)) ?? blobUrl(found.id);
      return json(response, 200, { ok: true, signed_download_url: url, matched_key: found.entry.key });
    }
    if (method === 'CreateCacheEntry') {
      if (refused('create', [key], response)) return;
      const id = create(key, version);
      if (id === null) return json(response, 409, { code: 'already_exists', msg: 'cache entry already exists' });
      return json(response, 200, { ok: true, signed_upload_url: (await store?.uploadUrl(id)) ?? blobUrl(id) });
    }
    if (refused('finish', [key], response)) return;
    const id = drafts.findIndex((draft) => draft.key === key && draft.version === version) + 1;
    finish(id);
    json(response, 200, { ok: true, entry_id: String(id) });
  }

  async function answerBlob(
    id: number,
    url: URL,
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    if (request.method !== 'PUT') {
      if (!refused('download', [], response)) sendBlob(request, response, id);
      return;
    }
    if (refused('upload', [], response)) return;
    const draft = drafts[id - 1] as Draft;
    const comp = url.searchParams.get('comp');
    if (comp === 'blocklist') {
      draft.order = [...body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, name]) => name ?? '');
    } else {
      draft.chunks.set(comp === 'block' ? (url.searchParams.get('blockid') ?? '') : '0', body);
    }
    response.writeHead(201, { etag: '"lab"', 'last-modified': new Date().toUTCString() }).end();
  }

  async function answerV1(
    resource: string,
    url: URL,
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    const archive = /^archive\/(\d+)$/.exec(resource)?.[1];
    const draft = /^caches\/(\d+)$/.exec(resource)?.[1];
    if (archive !== undefined) {
      if (!refused('download', [], response)) sendBlob(request, response, Number(archive));
    } else if (resource === 'cache') {
      const keys = (url.searchParams.get('keys') ?? '').split(',');
      if (refused('lookup', keys, response)) return;
      const found = find(keys, url.searchParams.get('version') ?? '');
      if (found === null) return void response.writeHead(204).end();
      const archiveLocation = `${origin}/_apis/artifactcache/archive/${found.id}`;
      json(response, 200, { cacheKey: found.entry.key, archiveLocation, result: 'hit' });
    } else if (resource === 'caches' && request.method === 'POST') {
      const { key, version } = JSON.parse(body.toString()) as { key: string; version: string };
      if (refused('create', [key], response)) return;
      const id = create(key, version);
      json(response, id === null ? 409 : 201, id === null ? { message: 'already exists' } : { cacheId: id });
    } else if (draft !== undefined && request.method === 'PATCH') {
      if (refused('upload', [], response)) return;
      const start = /^bytes (\d+)-/.exec(String(request.headers['content-range']))?.[1] ?? '0';
      drafts[Number(draft) - 1]?.chunks.set(start, body);
      response.writeHead(204).end();
    } else if (draft !== undefined) {
      if (refused('finish', [], response)) return;
      finish(Number(draft));
      response.writeHead(204).end();
    } else json(response, 404, { message: 'no such thing' });
  }

  return service;
}

function json(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text);
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
