/**
 * Stand-ins for actions/upload-artifact and actions/download-artifact, which act would fetch from the net: the library
 * that both are made of, at a version that act's server understands, against act's own artifact server.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Lab } from '../../__tests__/lab/lab.ts';

const LIBRARY = '2.3.2';
/** Later ones spell the signature of an upload's address in a way that act does not know again. */
const STORAGE = '12.15.0';
const PREFIX = join(tmpdir(), `pip-mirror-select-actions-artifact-${LIBRARY}`);

const BODIES = {
  upload: `import { readdirSync } from 'node:fs';
import { join } from 'node:path';
const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
await client.uploadArtifact(name, files.map((entry) => join(entry.parentPath, entry.name)), path);`,
  download: `const { artifact } = await client.getArtifact(name);
await client.downloadArtifact(artifact.id, { path });`,
};

/** Installs the library once. Throws where the registry cannot be reached. */
export async function artifactLibrary(): Promise<void> {
  // Written at the end of an installation.
  if (!existsSync(join(PREFIX, 'node_modules', '.package-lock.json'))) {
    mkdirSync(PREFIX, { recursive: true });
    const wanted = { dependencies: { '@actions/artifact': LIBRARY }, overrides: { '@azure/storage-blob': STORAGE } };
    writeFileSync(join(PREFIX, 'package.json'), JSON.stringify({ private: true, ...wanted }));
    execFileSync('npm', ['install', '--ignore-scripts', '--silent', '--no-audit'], {
      cwd: PREFIX,
      stdio: 'inherit',
      timeout: 300_000,
    });
  }
}

/** act's flags for both, and for its artifact server. */
export async function artifactFlags(lab: Lab): Promise<string[]> {
  await artifactLibrary();
  const library = pathToFileURL(join(PREFIX, 'node_modules', '@actions', 'artifact', 'lib', 'artifact.js')).href;
  const repositories = (['upload', 'download'] as const).flatMap((what) => {
    const folder = lab.temporary(`${what}-artifact`);
    writeFileSync(
      join(folder, 'action.yml'),
      `name: ${what}\ndescription: ${what}\ninputs: { name: { required: true }, path: { required: true } }\nruns: { using: node24, main: main.mjs }\n`,
    );
    writeFileSync(
      join(folder, 'main.mjs'),
      `import { DefaultArtifactClient } from ${JSON.stringify(library)};
const client = new DefaultArtifactClient();
const { INPUT_NAME: name, INPUT_PATH: path } = process.env;
${BODIES[what]}
`,
    );
    const version = what === 'upload' ? 'v4' : 'v5';
    return ['--local-repository', `actions/${what}-artifact@${version}=${folder}`];
  });
  const port = 30_000 + Math.floor(Math.random() * 20_000);
  return [
    ...repositories,
    ...['--artifact-server-path', lab.temporary('artifacts'), '--artifact-server-addr', '127.0.0.1'],
    ...['--artifact-server-port', String(port)],
  ];
}
