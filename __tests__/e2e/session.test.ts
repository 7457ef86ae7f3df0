/** Protects: a mirror is asked as pip would ask it, over pip's connections, within its budget, and all of it is a fact. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Trust } from '../../src/model/trust.ts';
import { openSession } from '../../src/observe/session.ts';
import { only } from '../lab/fault.ts';
import { wantsCredentials } from '../lab/faults/access.ts';
import { blocksPip } from '../lab/faults/blocked.ts';
import * as body from '../lab/faults/body.ts';
import { fileLinksTo } from '../lab/faults/page.ts';
import * as redirect from '../lab/faults/redirect.ts';
import { status } from '../lab/faults/status.ts';
import { silentAfterRequest } from '../lab/faults/wire.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { runPip } from '../lab/run-pip.ts';
import { runProcess } from '../lab/run-process.ts';
import { asking, candidateAt, ending, labTrust, wheelOf, withSession } from './ask-mirror.ts';

let lab: Lab;
before(async () => {
  lab = await startLab();
  await lab.resolveHere();
});
after(async () => lab.close());

test('page, file, metadata and sample of one host go over one connection, and are what the mirror serves', async () => {
  const mirror = await lab.mirror({ host: 'one.test' });
  await withSession(lab, mirror.indexUrl, async (session) => {
    const page = await session.project('Six');
    const link = wheelOf(page);
    const file = await session.file(link, 65_536);
    const metadata = await session.metadata(link);
    const sample = await session.sample(link, 0, 4096);
    assert.equal(page.project, 'six');
    assert.equal(page.page?.format, 'json');
    assert.equal(file.sha256, link.hashes.sha256);
    assert.equal(metadata.sha256, link.metadata?.sha256);
    assert.ok(sample !== null && sample.bytes > 0 && sample.ms > 0);
    assert.deepEqual(new Set(mirror.requests.map(({ connection }) => connection)), new Set([1]));
    assert.equal(session.observation().requests, 4);
    assert.equal(mirror.requests.length, 4);
    const [first, second] = [page.exchanges[0], file.exchanges[0]];
    assert.ok(first?.timing.tlsMs !== null, 'the first exchange opened the connection');
    assert.equal(second?.timing.tlsMs, null, 'the second one did not');
  });
});

test('the header fields are those of the real pip, in its order', async () => {
  const mirror = await lab.mirror({ host: 'headers.test' });
  const env = lab.environment({ PIP_INDEX_URL: mirror.indexUrl, PIP_NO_CACHE_DIR: '1' });
  const ran = await runPip({ args: ['download', '--no-deps', '-d', lab.temporary('download'), 'six'], env });
  assert.equal(ran.exitCode, 0, ran.stderr);
  const pips = mirror.requests.map(({ kind, headers }) => ({ kind, headers }));
  const userAgent = pips[0]?.headers['user-agent'] ?? '';
  mirror.clearLog();
  await withSession(
    lab,
    mirror.indexUrl,
    async (session) => {
      const link = wheelOf(await session.project('six'));
      await session.metadata(link);
      await session.file(link, 1 << 20);
    },
    { userAgent },
  );
  for (const { kind, headers } of mirror.requests) {
    const own = pips.find((request) => request.kind === kind);
    if (own === undefined) assert.equal(kind, 'metadata', `pip asked for no ${kind}`);
    else assert.deepEqual(Object.entries(headers), Object.entries(own.headers), kind);
  }
});

test('a file that may be larger is asked for by range; a server that ignores it is cut off', async () => {
  for (const faults of [[], [body.noRanges]]) {
    const mirror = await lab.mirror({ host: 'range.test', page: { sizes: false }, faults });
    await withSession(lab, mirror.indexUrl, async (session) => {
      const link = wheelOf(await session.project('certifi'));
      const file = await session.file(link, 1000);
      assert.equal(mirror.requests.at(-1)?.headers.range, 'bytes=0-999');
      assert.equal(file.exchanges[0]?.bodyBytes, 1000);
      assert.equal(file.exchanges[0]?.failure, null);
      assert.equal(file.sha256, null);
      const whole = await session.file(link, 1 << 20);
      assert.equal(whole.sha256, link.hashes.sha256);
    });
  }
});

const chainTests: readonly [string, object, string | null][] = [
  ['healthy', {}, null],
  ['expired', { notAfter: -1 }, 'CERT_HAS_EXPIRED'],
  ['wrong name', { names: ['other.test'] }, null],
  ['unknown root', { root: 'unknown' }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
  ['self-signed', { selfSigned: true }, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['leaf only', { send: 'leaf' }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
];
for (const [name, certificate, expected] of chainTests) {
  test(`certificate ${name}: the chain and OpenSSL's word are facts, and the page is read all the same`, async () => {
    const host = `${name.replace(' ', '-')}.test`;
    const mirror = await lab.mirror({ host, certificate });
    const page = await withSession(lab, mirror.indexUrl, (session) => session.project('six'));
    const { tls } = page.exchanges[0]?.connection ?? {};
    assert.ok(page.page !== null);
    assert.deepEqual(Buffer.from(tls?.chain[0] ?? []), mirror.certificate?.leaf.der);
    if (expected === null) assert.equal(tls?.opensslError, null);
    else assert.match(tls?.opensslError ?? '', new RegExp(`^(${expected})$`));
    assert.equal(tls?.protocol, 'TLSv1.3');
  });
}

test('a second session to a host with a wrong name resumes nothing that would hide it', async () => {
  const mirror = await lab.mirror({ host: 'resumed.test', certificate: { root: 'unknown' } });
  const errors: (string | null | undefined)[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const page = await withSession(lab, mirror.indexUrl, (session) => session.project('six'));
    errors.push(page.exchanges[0]?.connection.tls?.opensslError);
  }
  assert.equal(new Set(errors).size, 1);
  assert.notEqual(errors[0], null);
});

test('a stapled OCSP answer is kept', async () => {
  const staple = Buffer.from('3003020106', 'hex');
  const mirror = await lab.mirror({ host: 'staple.test', ocsp: () => staple });
  const page = await withSession(lab, mirror.indexUrl, (session) => session.project('six'));
  assert.deepEqual(Buffer.from(page.exchanges[0]?.connection.tls?.ocspResponse ?? []), staple);
});

test('credentials go to the index and its own files, never across a redirect, not even back again', async () => {
  const elsewhere = await lab.mirror({ host: 'elsewhere.test' });
  const secret = { username: 'us er', password: 'p:ss' };
  const expected = `Basic ${Buffer.from('us er:p:ss').toString('base64')}`;
  const mirror = await lab.mirror({
    host: 'private.test',
    faults: [wantsCredentials(secret.username, secret.password)],
  });
  await withSession(
    lab,
    mirror.indexUrl,
    async (session) => {
      const link = wheelOf(await session.project('six'));
      await session.file(link, 1000);
    },
    {},
    { credentials: secret },
  );
  assert.deepEqual(new Set(mirror.requests.map(({ headers }) => headers.authorization)), new Set([expected]));

  mirror.setFaults([redirect.redirectTo(elsewhere.origin)]);
  elsewhere.setFaults([redirect.redirectTo(`${mirror.origin}/again`)]);
  mirror.clearLog();
  await withSession(lab, mirror.indexUrl, (session) => session.project('six'), {}, { credentials: secret });
  assert.equal(mirror.requests[0]?.headers.authorization, expected);
  assert.ok(elsewhere.requests.length > 0 && mirror.requests.length > 1);
  for (const { headers } of [...elsewhere.requests, ...mirror.requests.slice(1)]) {
    assert.equal(headers.authorization, undefined);
  }
});

test('files at another host get no credentials, and that host is seen with its own certificate', async () => {
  const files = await lab.mirror({ host: 'files.test', certificate: { notAfter: -1 } });
  const mirror = await lab.mirror({ host: 'index.test', filesAt: files });
  const secret = { username: 'user', password: 'secret' };
  await withSession(
    lab,
    mirror.indexUrl,
    async (session) => {
      const file = await session.file(wheelOf(await session.project('six')), 1000);
      assert.equal(file.exchanges[0]?.connection.host, 'files.test');
      assert.equal(file.exchanges[0]?.connection.tls?.opensslError, 'CERT_HAS_EXPIRED');
    },
    {},
    { credentials: secret },
  );
  assert.equal(files.requests[0]?.headers.authorization, undefined);
});

test('each redirect hop is an exchange; a loop and a foreign scheme end the way', async () => {
  const cases = [
    { fault: redirect.redirectHops(3), exchanges: 4, ending: '200', loop: false },
    { fault: redirect.redirectLoop, exchanges: 1, ending: '302', loop: true },
    { fault: redirect.redirectForever, exchanges: 31, ending: '302', loop: true },
    { fault: redirect.redirectToFile, exchanges: 1, ending: 'invalid-response', loop: false },
  ];
  const mirror = await lab.mirror({ host: 'hops.test' });
  for (const { fault, exchanges, ending: end, loop } of cases) {
    mirror.setFaults([fault]);
    const ask = { maxRequests: 40 };
    const page = await withSession(lab, mirror.indexUrl, (session) => session.project('six'), ask);
    assert.deepEqual([page.exchanges.length, ending(page), page.redirectLoop], [exchanges, end, loop], fault.name);
    assert.deepEqual(
      page.exchanges.map(({ role }) => role),
      ['index', ...Array(exchanges - 1).fill('redirect')],
    );
  }
});

test('an https page that leads to http is followed and shows the plain hop', async () => {
  const plain = await lab.mirror({ host: 'plain.test', scheme: 'http' });
  const mirror = await lab.mirror({ host: 'downgrade.test', faults: [redirect.redirectTo(plain.origin)] });
  const page = await withSession(lab, mirror.indexUrl, (session) => session.project('six'));
  assert.deepEqual(
    page.exchanges.map(({ connection }) => [connection.scheme, connection.tls === null]),
    [
      ['https', false],
      ['http', true],
    ],
  );
  assert.ok(page.page !== null);
});

test('the budget holds: no request beyond it, and the refusal is a fact', async () => {
  const mirror = await lab.mirror({ host: 'budget.test' });
  await withSession(
    lab,
    mirror.indexUrl,
    async (session) => {
      const link = wheelOf(await session.project('six'));
      await session.file(link, 100);
      assert.equal(session.left, 0);
      assert.equal(ending(await session.metadata(link)), 'cancelled');
      assert.equal(await session.sample(link, 0, 100), null);
    },
    { maxRequests: 2 },
  );
  assert.equal(mirror.requests.length, 2);
  mirror.clearLog();
  mirror.setFaults([redirect.redirectForever]);
  const page = await withSession(lab, mirror.indexUrl, (session) => session.project('six'), { maxRequests: 6 });
  assert.equal(mirror.requests.length, 6);
  assert.deepEqual([page.exchanges.length, page.redirectLoop], [6, true]);
  mirror.clearLog();
  mirror.setFaults([redirect.redirectHops(3)]);
  const cut = await withSession(lab, mirror.indexUrl, (session) => session.project('six'), { maxRequests: 3 });
  assert.deepEqual([mirror.requests.length, ending(cut), cut.redirectLoop], [3, 'cancelled', false]);
});

test('a neutral client is asked under its own name, after pip was refused', async () => {
  const mirror = await lab.mirror({ host: 'blocks-pip.test', faults: [blocksPip] });
  await withSession(lab, mirror.indexUrl, async (session) => {
    const page = await session.project('six');
    assert.equal(ending(page), '403');
    assert.notEqual(page.excerpt, '');
    assert.equal((await session.neutral('six')).status, 200);
    assert.equal(session.observation().neutral?.status, 200);
  });
});

test('the clock runs only while the network is waited for, then everything ends as a time-out', async () => {
  const mirror = await lab.mirror({ host: 'late.test', faults: [only({ kind: 'file' }, silentAfterRequest)] });
  const { promise: userAgent, resolve } = Promise.withResolvers<string>();
  await withSession(
    lab,
    mirror.indexUrl,
    async (session) => {
      // Longer than the whole time-out: waiting for pip must not count.
      setTimeout(() => resolve('pip/25.3'), 2300);
      const link = wheelOf(await session.project('six'));
      assert.equal(ending(await session.file(link, 100)), 'timeout');
      assert.equal(ending(await session.metadata(link)), 'timeout');
    },
    { timeoutMs: 2000, userAgent },
  );
});

test('closing a session ends what is under way', async () => {
  const mirror = await lab.mirror({ host: 'closed.test', faults: [silentAfterRequest] });
  const hole = await lab.blackHole('hole.test');
  for (const indexUrl of [mirror.indexUrl, hole.indexUrl]) {
    const session = openSession(candidateAt(indexUrl), asking(lab));
    const pending = session.project('six');
    setTimeout(() => session.close(), 100);
    assert.equal(ending(await pending), 'cancelled');
    assert.equal(ending(await session.project('six')), 'cancelled');
  }
});

test('a connection that the server closed in between is opened again', async () => {
  const mirror = await lab.mirror({ host: 'idle.test' });
  await withSession(lab, mirror.indexUrl, async (session) => {
    const link = wheelOf(await session.project('six'));
    mirror.setFaults([status(404)]);
    await session.project('idna');
    await mirror.close();
    assert.equal(ending(await session.file(link, 100)), 'connection-refused');
  });
});

test('a name with a dead and a living address is reached', async () => {
  const mirror = await lab.mirror({ host: 'two.test' });
  lab.names.set('two.test', { addresses: ['127.0.0.2', '127.0.0.1'] });
  const page = await withSession(lab, mirror.indexUrl, (session) => session.project('six'));
  assert.equal(page.exchanges[0]?.connection.address, '127.0.0.1');
  const pinned = await withSession(lab, mirror.indexUrl, (session) => session.project('six'), { address: '127.0.0.2' });
  assert.equal(ending(pinned), 'connection-refused');
  const six = await withSession(lab, mirror.indexUrl, (session) => session.project('six'), { family: 6 });
  assert.equal(ending(six), 'dns-failure');
});

test('three hundred sessions at once share a bounded number of sockets, and all get their answer', async () => {
  const mirror = await lab.mirror({ host: 'crowd.test' });
  const trust: Trust = labTrust(lab);
  const sessions = Array.from({ length: 300 }, () => openSession(candidateAt(mirror.indexUrl), asking(lab, { trust })));
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length);
  }, 5);
  const pages = await Promise.all(sessions.map((session) => session.project('six')));
  clearInterval(watch);
  for (const session of sessions) session.close();
  assert.ok(pages.every(({ page }) => page !== null));
  // Each connection has up to four ends in this process: ours, the lab's, and both of its relay.
  assert.ok(most <= 4 * 128 + 16, `${most} sockets`);
});

test('file links that lead elsewhere are followed there', async () => {
  const mirror = await lab.mirror({ host: 'dead-files.test', faults: [fileLinksTo('https://localhost:1')] });
  await withSession(lab, mirror.indexUrl, async (session) => {
    const file = await session.file(wheelOf(await session.project('six')), 100);
    assert.equal(ending(file), 'connection-refused');
    assert.equal(file.exchanges[0]?.connection.port, 1);
  });
});

test('a process that has closed its sessions ends by itself, whatever the mirrors still hold open', async () => {
  const healthy = await lab.mirror();
  const silent = await lab.mirror({ faults: [silentAfterRequest] });
  const hole = await lab.blackHole();
  const script = `
    import { startLab } from ${JSON.stringify(new URL('../lab/lab.ts', import.meta.url).href)};
    import { openSession } from ${JSON.stringify(new URL('../../src/observe/session.ts', import.meta.url).href)};
    import { asking, candidateAt } from ${JSON.stringify(new URL('./ask-mirror.ts', import.meta.url).href)};
    const lab = await startLab();
    await lab.close();
    const sessions = ${JSON.stringify([healthy, silent, hole].map(({ indexUrl }) => indexUrl))}
      .map((url) => openSession(candidateAt(url), asking(lab, { timeoutMs: 60_000 })));
    const asked = sessions.map((session) => session.project('six'));
    console.log((await asked[0]).exchanges[0].status);
    for (const session of sessions) session.close();
    console.log((await asked[1]).exchanges[0].failure.code, (await asked[2]).exchanges[0].failure.code);
  `;
  const ran = await runProcess(process.execPath, ['--input-type=module', '-e', script], {
    env: lab.environment(),
    timeoutMs: 20_000,
  });
  assert.equal(ran.exitCode, 0, ran.stderr);
  assert.equal(ran.stdout, '200\ncancelled cancelled\n');
});
