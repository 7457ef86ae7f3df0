/** Credentials planted in mirrors, second indexes, netrc and a proxy appear in no output of any mode, raw or percent-encoded. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { type Lab, startLab } from '../lab/lab.ts';
import { makeFolders, runAction } from '../lab/run-action.ts';

let lab: Lab;
before(async () => {
  lab = await startLab();
});
after(() => lab.close());

const SECRETS = ['in/url%1', 'in/extra%2', 'in/netrc%3', 'in/proxy%4'];

for (const mode of ['select', 'audit', 'diagnose', 'download']) {
  it(`mode ${mode} tells no secret`, async () => {
    const mirror = await lab.mirror({ name: 'near', host: 'near.test' });
    const [url = '', extra = '', netrc = '', proxy = ''] = SECRETS;
    const planted = (secret: string): string => mirror.indexUrl.replace('://', `://joe:${encodeURIComponent(secret)}@`);
    const path = join(lab.temporary('netrc'), 'netrc');
    writeFileSync(path, `machine other.test login joe password ${netrc}\n`, { mode: 0o600 });
    const folders = makeFolders(lab.folder);
    writeFileSync(join(folders.workspace, 'requirements.txt'), 'six\n');
    const ran = await runAction({
      env: lab.environment({
        NETRC: path,
        PIP_EXTRA_INDEX_URL: planted(extra),
        HTTP_PROXY: `http://joe:${encodeURIComponent(proxy)}@proxy.test:1/`,
      }),
      folders,
      inputs: {
        mode,
        mirrors: `near=${planted(url)}\nother=https://other.test/simple/`,
        wheelhouse: 'w',
        cache: 'off',
      },
    });
    const log = ran.stdout.replace(/^::add-mask::.*$/gm, '');
    const report = ran.outputs.report ? readFileSync(ran.outputs.report, 'utf8') : '';
    const told = [log, ran.stderr, ran.summary, report].join('\n');
    for (const secret of SECRETS) {
      for (const form of [secret, encodeURIComponent(secret), encodeURIComponent(encodeURIComponent(secret))]) {
        assert.ok(!told.includes(form), `${mode}: ${form}`);
      }
    }
  });
}
