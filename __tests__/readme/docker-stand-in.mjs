// Stands in for `docker build [options] .`: runs the RUN lines of ./Dockerfile with the arguments that it declares.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const words = process.argv.slice(2);
const after = (option) => words.flatMap((word, at) => (words[at - 1] === option ? [word] : []));
if (words[0] !== 'build' || words.at(-1) !== '.') throw new Error(`not understood: docker ${words.join(' ')}`);

const lines = readFileSync('Dockerfile', 'utf8').split('\n');
const given = Object.fromEntries(after('--build-arg').map((word) => word.split(/=(.*)/s)));
const declared = lines.flatMap((line) => /^ARG (\w+)/.exec(line)?.[1] ?? []);
const image = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^PIP_(.*INDEX|TRUSTED)/.test(name)));
for (const name of declared) if (given[name] !== undefined) image[name] = given[name];

mkdirSync('secrets');
for (const secret of after('--secret')) {
  const [, id, variable] = /^id=(\w+),env=(\w+)$/.exec(secret) ?? [];
  writeFileSync(`secrets/${id}`, process.env[variable] ?? '');
}
for (const line of lines) {
  const command = /^RUN (?:--mount=\S+ )?(.*)/.exec(line)?.[1]?.replaceAll('/run/secrets/', './secrets/');
  if (command === undefined) continue;
  const { status } = spawnSync('bash', ['-ec', command], { env: image, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
