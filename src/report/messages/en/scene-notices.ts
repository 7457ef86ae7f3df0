/** English: notices of the scenes beside the public mirrors. */
import type { RequirementProblem } from '../../../model/requirement.ts';
import type { SceneNoticeFacts, WheelhouseFault, WheelhouseLack } from '../../../model/scene-notices.ts';
import { joined, name, quote, say, word } from '../../prose.ts';
import type { SceneNoticeTexts } from '../catalogue.ts';
import { count } from './phrases.ts';

const unread: Readonly<Record<RequirementProblem['code'], string>> = {
  unreadable: 'cannot be read',
  'too-large': 'is too large to be read',
  'too-many-files': 'is one file too many',
  'not-text': 'is no text',
  syntax: 'has a syntax error',
  'invalid-requirement': 'is no requirement',
  'unknown-option': 'is no option of a requirements file that is known here',
  'remote-file': 'is on another machine, and is not fetched',
  'outside-workspace': 'leads out of the checkout',
  recursive: 'includes itself',
  'unset-variable': 'names a variable that is not set',
};

const limits: Readonly<Record<SceneNoticeFacts['installer-limit']['what'], string>> = {
  'extra-index': 'It has no variable for a further index.',
  fallback: 'It has no variable for a second index.',
  'trusted-host': 'It has no variable that switches certificate checks off.',
  offline: 'It has no variable for a folder of wheels.',
};

const folderProblems: Readonly<Record<SceneNoticeFacts['wheelhouse-folder']['problem'], string>> = {
  absent: 'The folder does not exist.',
  'not-a-folder': 'It is a file.',
  empty: 'There is no wheel in it.',
};

const fileFaults: Readonly<Record<WheelhouseFault, string>> = {
  unreadable: 'cannot be read',
  empty: 'is empty',
  'not-a-zip': 'is no zip archive',
  truncated: 'is cut short',
  damaged: 'is damaged',
  checksum: 'has content that does not match its checksum',
  encrypted: 'is encrypted',
  'unsafe-path': 'has a path that leads out of its folder',
  'double-entry': 'has the same entry twice',
  'headers-differ': 'has two different headers for one entry',
  oversized: 'unpacks to far more than a wheel holds',
  name: 'is no name of a wheel',
  'no-metadata': 'has no metadata',
  'metadata-differs': 'has metadata of something else',
  record: 'does not match its own RECORD',
  sums: 'differs from SHA256SUMS',
  'lock-hash': 'has another hash than the lock file says',
  platform: 'is for another interpreter or machine',
};

const lacks: Readonly<Record<WheelhouseLack, string>> = {
  absent: 'nothing of it is there',
  version: 'only other versions are there',
  platform: 'only wheels for other interpreters or machines are there',
  python: 'it is for other Python versions',
  hash: 'the file there has another hash',
  faulty: 'the file there is not sound',
  outside: 'it comes from an address that needs a network',
};

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

export const sceneNotices: SceneNoticeTexts = {
  'inherited-replaced': ({ variable, value }) => ({
    title: say`The job had set ${variable} already`,
    text: say`${value} is replaced by the choice of this step.`,
    remedy: null,
  }),
  'installer-limit': ({ installer, what, value }) => ({
    title: say`${installer} will not use ${value}`,
    text: word(limits[what]),
    remedy: say`Name it in ${installer}’s own project file, or use pip or uv for this job.`,
  }),
  'uv-lock': ({ file }) => ({
    title: say`${file} holds its own addresses`,
    text: word(
      '`uv sync --frozen` downloads from the addresses in the lock file, `--locked` fails when the index differs, and a new lock would name the mirror.',
    ),
    remedy: word('Keep uv out of `installers` for steps that lock, or lock where no mirror is set.'),
  }),
  'uv-roots-replaced': ({ caBundle }) => ({
    title: word('uv will trust your CA file alone'),
    text: say`${'SSL_CERT_FILE'} is ${caBundle}: uv then refuses every host with a public certificate, also for Python downloads.`,
    remedy: word('Add the public roots to that file where the job needs public hosts too.'),
  }),
  'uv-insecure-wider': ({ host }) => ({
    title: say`uv trusts every port of ${host.replace(/:443$/, '')}`,
    text: say`uv cannot express ${host}: the narrowest form that it understands covers the whole host.`,
    remedy: word('Give the mirror a certificate that your `ca-bundle` verifies.'),
  }),
  'poetry-plugin': ({ plugin }) => ({
    title: say`Poetry needs the plugin ${plugin}`,
    text: word('Without it Poetry ignores the variable and asks pypi.org.'),
    remedy: say`Run ${`poetry self add ${plugin}`} in an earlier step.`,
  }),
  'pytorch-index': ({ url, platform }) => ({
    title: say`PyTorch wheels for ${platform}: ${url}`,
    text: say`Install them alone, before the rest: ${`pip install torch --index-url ${url}`}. It is no extra index, because pip would mix its versions with those of PyPI.`,
    remedy: null,
  }),
  'pytorch-flat': ({ url, platform }) => ({
    title: say`PyTorch wheels for ${platform} are only on a flat page`,
    text: say`${url} lists all files on one page, which ${'--index-url'} cannot read; the output stays empty.`,
    remedy: say`Use ${`pip install torch --find-links ${url}`}.`,
  }),
  'pytorch-none': ({ platform, asked }) => ({
    title: say`No PyTorch index for ${platform} can be used`,
    text: word(`${asked} were asked; the output stays empty.`),
    remedy: null,
  }),
  'pytorch-internal': ({ platform }) => ({
    title: say`No PyTorch index for ${platform} was asked`,
    text: word('Policy `internal` contacts no public host, and all known PyTorch indexes are public.'),
    remedy: word('Proxy `https://download.pytorch.org/whl/` on your own server and use its address in the workflow.'),
  }),
  'pytorch-macos': ({ platform }) => ({
    title: say`There are no ${platform} wheels for macOS`,
    text: word('PyTorch for macOS has one kind of wheel, on PyPI and under `cpu`.'),
    remedy: word('Set `pytorch` to `cpu` for macOS jobs.'),
  }),
  'pytorch-tag-gone': ({ platform, torch, last, nearest }) => ({
    title: say`torch ${torch} has no ${platform} wheels`,
    text: say`${platform} ended with torch ${last}.`,
    remedy: say`Use ${nearest}, the nearest that torch ${torch} has, or torch ${last}.`,
  }),
  'pytorch-tag-early': ({ platform, torch, first, nearest }) => ({
    title: say`torch ${torch} has no ${platform} wheels`,
    text: say`${platform} came with torch ${first}.`,
    remedy: say`Use ${nearest}, the nearest that torch ${torch} has, or torch ${first}.`,
  }),
  'pytorch-tag-unknown': ({ platform, nearest }) => ({
    title: say`No known torch has ${platform} wheels`,
    text: word('The index alone can tell.'),
    remedy: say`The nearest known platform is ${nearest}.`,
  }),
  'pytorch-no-wheel': ({ platform, torch }) => ({
    title: say`The index lists no torch ${torch} for ${platform} that this interpreter takes`,
    text: word('pip would find no version.'),
    remedy: word('Check the Python version and the machine against the wheels of that release.'),
  }),
  'pytorch-label': ({ project, version, platform }) => ({
    title: say`${`${project}==${version}`} is not a ${platform} build`,
    text: word('The part after the plus sign names the compute platform.'),
    remedy: say`Write the version without it, or set ${'pytorch'} to the same platform.`,
  }),
  'pytorch-companion': ({ torch, project, version, belongs }) => ({
    title: say`${project} ${version} does not belong to torch ${torch}`,
    text: word('They share compiled parts: pip refuses the pair, or the import fails.'),
    remedy: say`Use ${`${project}==${belongs}`}.`,
  }),
  'pytorch-mixed': ({ platform, other, host }) => ({
    title: say`An index for ${other} stands beside ${platform}`,
    text: say`pip takes the higher version from either, whatever the hardware; the index is on ${host}.`,
    remedy: say`Remove the ${other} index from this job.`,
  }),

  'requirements-missing': ({ mirror, requirements }) => ({
    title: say`No index has ${joined(
      requirements.slice(0, 10).map((raw) => say`${raw}`),
      ', ',
    )}`,
    text: say`pip would find no version that this interpreter takes on ${name(mirror)} or beside it.`,
    remedy: word('Name the index that has it in `extra-index-urls`, or check the spelling and the version.'),
  }),
  'requirements-unread': ({ problems }) => ({
    title: word(
      `${count(problems.length, 'place')} in the requirements ${problems.length === 1 ? 'was' : 'were'} not understood`,
    ),
    text: joined(
      problems
        .slice(0, 5)
        .map(({ code, file, line, detail }) => say`${file}:${String(line)}: ${word(unread[code])} (${detail}).`),
      ' ',
    ),
    remedy: word('What these places name is not looked for on the mirrors; everything else is.'),
  }),
  'forwards-to-public': ({ mirror, project, host }) => ({
    title: say`${name(mirror)} forwards to ${host}`,
    text: say`Asked for ${project}, it sends pip to a public host. Names of private packages leak there, and a stranger can publish under them.`,
    remedy: word(
      'Switch forwarding off: GitLab has a setting for it, pypiserver needs `--disable-fallback`. Nothing was sent to the public host.',
    ),
  }),
  'links-to-public': ({ mirror, host }) => ({
    title: say`${name(mirror)} links its files to ${host}`,
    text: word('pip would download them from a public host.'),
    remedy: word('Let the server store or proxy the files itself.'),
  }),
  'serves-public': ({ mirror, project }) => ({
    title: say`${name(mirror)} also serves public packages`,
    text: say`It has ${project}: whoever publishes a private name there may be mixed in.`,
    remedy: word('Let the server give private names precedence: a blocklist, routing rules, or devpi’s whitelist.'),
  }),
  'wheelhouse-folder': ({ folder, problem }) => ({
    title: say`${folder} is no wheelhouse`,
    text: word(folderProblems[problem]),
    remedy: word('Fill it with `mode: download` where there is a network, and hand it over as an artifact.'),
  }),
  'wheelhouse-file': ({ file, fault, detail }) => ({
    title: say`${file} ${word(fileFaults[fault])}`,
    text: detail === '' ? word('Installers would stop at it, or install something else.') : quote(detail),
    remedy: fault === 'platform' ? null : word('Download it again and compare its hash with the lock file.'),
  }),
  'wheelhouse-missing': ({ requirement, requiredBy, cause, found }) => ({
    title: say`The wheelhouse lacks ${requirement}`,
    text: say`${requiredBy} asks for it; ${word(lacks[cause])}${found === '' ? word('.') : say`: ${found}.`}`,
    remedy: cause === 'outside' ? word('Build a wheel of it and require that version instead.') : null,
  }),
  'wheelhouse-built': ({ file }) => ({
    title: say`${file} must be built on this machine`,
    text: word('A source archive needs its build tools from the wheelhouse too, and maybe a compiler.'),
    remedy: say`Put a wheel in its place: ${'pip wheel --no-deps'}.`,
  }),
  'wheelhouse-complete': ({ folder, files, projects }) => ({
    title: word('The wheelhouse is complete'),
    text: say`${word(count(projects, 'project'))} found in ${word(count(files, 'file'))} of ${folder}.`,
    remedy: null,
  }),
  'wheelhouse-refused': ({ detail }) => ({
    title: word('pip would not install from the wheelhouse'),
    text: quote(detail),
    remedy: null,
  }),
  'download-filled': ({ folder, mirror, files, bytes }) => ({
    title: say`${folder} is filled`,
    text: say`${word(count(files, 'file'))}, ${word(megabytes(bytes))}, from ${name(mirror)}, with ${'SHA256SUMS'} and ${'manifest.json'}.`,
    remedy: null,
  }),
  'download-failed': ({ source, detail }) => ({
    title: say`pip could not download everything that ${source} asks for`,
    text: quote(detail),
    remedy: null,
  }),
  'download-nothing': () => ({
    title: word('There is nothing to download'),
    text: word('No file matches `requirements`, and `packages` is empty.'),
    remedy: word('Name what the isolated network needs in one of the two inputs.'),
  }),
  'download-needs-pip': () => ({
    title: word('There is no pip to download with'),
    text: word('`mode: download` runs the job’s own pip, so that the wheels suit that interpreter.'),
    remedy: word('Run the step after `actions/setup-python`, or set `python`.'),
  }),
};
