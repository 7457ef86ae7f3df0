/** Microsoft's own emulator of its blob store, behind the lab's cache service as GitHub's blob store is behind GitHub's. */
import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import type { BlobStore } from '../lab/cache-service.ts';

const VERSION = '2021-12-02';

/** `script` is azurite-blob's own; `folder` takes its files. */
export async function startAzurite(script: string, folder: string): Promise<BlobStore> {
  const key = randomBytes(64).toString('base64');
  const child = spawn(
    process.execPath,
    [script, '--blobHost', '127.0.0.1', '--blobPort', '0', '--location', folder, '--skipApiVersionCheck'],
    {
      env: { PATH: process.env.PATH ?? '', HOME: folder, AZURITE_ACCOUNTS: `account:${key}` },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /successfully listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`azurite ended: ${said}`)));
  });
  const signed = (path: string, query = ''): string => `${origin}/account/${path}?${query}${accountSas(key)}`;
  const made = await fetch(signed('caches', 'restype=container&'), {
    method: 'PUT',
    headers: { 'x-ms-version': VERSION },
  });
  if (made.status !== 201) throw new Error(`azurite made no container: ${made.status} ${await made.text()}`);
  return {
    uploadUrl: async (id) => signed(`caches/${id}`),
    downloadUrl: async (id) => signed(`caches/${id}`),
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill();
      }),
  };
}

/** A shared access signature for an hour. */
function accountSas(key: string): string {
  const expiry = `${new Date(Date.now() + 3600_000).toISOString().slice(0, 19)}Z`;
  const fields = { sv: VERSION, ss: 'b', srt: 'sco', sp: 'rwdlac', se: expiry };
  const text = ['account', fields.sp, fields.ss, fields.srt, '', fields.se, '', '', fields.sv, '', ''].join('\n');
  const sig = createHmac('sha256', Buffer.from(key, 'base64')).update(text, 'utf8').digest('base64');
  return new URLSearchParams({ ...fields, sig }).toString();
}
