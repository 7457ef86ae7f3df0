/** Whether a mirror has what the job will install; and which few requirements to ask for. */
import type { Observation, ProjectObservation } from '../model/observation.ts';
import type { JobRequirements, LockedFile, Requirement } from '../model/requirement.ts';
import { parseSpecifiers } from '../model/specifier.ts';
import type { RequirementsVerdict } from '../model/verdict.ts';
import { isPrerelease } from '../model/version.ts';
import { type ChoosingPip, chooseFile, isHashAllowed } from './choose-file.ts';

/**
 * Asked where the job names no requirements: every mirror has it, its page lists some dozen files, its wheel has a few
 * kilobytes, metadata, and runs everywhere.
 */
export const DEFAULT_PROBE: Requirement = {
  project: 'six',
  raw: 'six',
  specifier: '',
  extras: [],
  marker: null,
  hashes: {},
  prereleases: false,
  formats: 'any',
  source: { file: '', line: 0 },
};

/**
 * Its wheel tells a mirror's rate where the file that was asked for is too small to: every index of PyPI's has pip
 * itself, its page is of some ten kilobytes, its wheel of two megabytes runs everywhere.
 */
export const RATE_PROBE: Requirement = { ...DEFAULT_PROBE, project: 'pip', raw: 'pip', formats: 'wheel' };

/**
 * @param wanted the sample that was asked for.
 * @param projects what was seen of one mirror. A project that could not be asked (time-out, refusal, too large) is
 *   neither checked nor missing: other reasons speak of that.
 */
export function judgeRequirements(
  wanted: readonly Requirement[],
  projects: readonly ProjectObservation[],
  pip: ChoosingPip | null,
): RequirementsVerdict {
  const byName = new Map(projects.map((observation) => [observation.project, observation]));
  const missing: string[] = [];
  let checked = 0;
  for (const requirement of wanted) {
    const observation = byName.get(requirement.project);
    const found = observation === undefined ? null : isFound(requirement, observation, pip);
    if (found === null) continue;
    checked++;
    if (!found) missing.push(requirement.raw);
  }
  return { checked, missing };
}

/** null: there is no evidence either way. */
function isFound(requirement: Requirement, observation: ProjectObservation, pip: ChoosingPip | null): boolean | null {
  if (observation.page === null) {
    const last = observation.exchanges.at(-1);
    // An index that sends pip on to a forbidden host does not have the project itself.
    const absent = last?.status === 404 || last?.status === 410 || last?.failure?.code === 'not-allowed';
    return absent || observation.defect === 'no-links' ? false : null;
  }
  const chosen = chooseFile(observation.page, requirement, pip);
  if (chosen === null) return false;
  // pip stops at a file with another hash; one without a hash, or with one of another kind, it checks when it has it.
  const comparable = Object.keys(chosen.link.hashes).some((algorithm) => Object.hasOwn(requirement.hashes, algorithm));
  return !comparable || isHashAllowed(chosen.link, requirement.hashes);
}

/**
 * Those that one of `observations` was seen to have, by their `raw`. What nobody has is no mirror's fault: a private
 * package, or a slip of the pen. A mirror that failed to answer says nothing either way.
 */
export function foundSomewhere(
  wanted: readonly Requirement[],
  observations: readonly Pick<Observation, 'projects'>[],
  pip: ChoosingPip | null,
): ReadonlySet<string> {
  const found = wanted.filter((requirement) =>
    observations.some(({ projects }) =>
      projects.some((seen) => seen.project === requirement.project && isFound(requirement, seen, pip) === true),
    ),
  );
  return new Set(found.map(({ raw }) => raw));
}

/** Large or often rebuilt projects, the first that partial and late mirrors lack. */
const HEAVY =
  /^(torch|torchvision|torchaudio|triton|tensorflow|jaxlib|nvidia-|cupy|vllm|flash-attn|xformers|onnxruntime|paddlepaddle|mxnet|pyspark|ray$|xgboost|lightgbm|opencv-|scipy$|pyarrow$|polars|duckdb|playwright$|pyqt|pyside)/;

/** Projects with thousands of files, for every platform and Python: their index pages alone have megabytes. */
const LARGE_PAGE =
  /^(aiohttp|awscli|black|boto3|botocore|cffi|contourpy|coverage|cryptography|ddtrace|debugpy|fonttools|frozenlist|gevent|google-api-python-client|greenlet|grpcio|h5py|httptools|hypothesis|jiter|kiwisolver|lxml|markupsafe|matplotlib|msgpack|multidict|mypy|numba|numpy|orjson|pandas|pillow|propcache|protobuf|psutil|psycopg|pydantic-core|pymongo|pyyaml|pyzmq|rapidfuzz|regex|rpds-py|ruff|scikit-|setuptools|shapely|sqlalchemy|statsmodels|tiktoken|tokenizers|uv$|watchfiles|websockets|wrapt|xxhash|yarl|zstandard)/;

/**
 * The few requirements that most likely tell mirrors apart; all of them where there are few. The same input gives the
 * same sample, one requirement a project. The first one is the lightest to ask every mirror for: a small index page,
 * and a file that is neither too small to measure nor too large to fetch.
 */
export function sampleOf(job: Pick<JobRequirements, 'requirements' | 'hashes'>, max = 8): readonly Requirement[] {
  const traits = job.requirements.map((requirement) => traitsOf(requirement, job));
  return lightestFirst(traits.length <= max ? traits : tellingSample(traits, max)).map(
    ({ requirement }) => requirement,
  );
}

function lightestFirst(sample: readonly Traits[]): readonly Traits[] {
  const [lightest] = [...sample].sort((a, b) => weightOf(a) - weightOf(b));
  return lightest === undefined ? sample : [lightest, ...sample.filter((other) => other !== lightest)];
}

function weightOf({ requirement, bytes, unusual }: Traits): number {
  const size = bytes === 0 ? 1 : bytes < SMALLEST_TELLING ? 2 : bytes > LARGEST_LIGHT ? 3 : 0;
  const page = LARGE_PAGE.test(requirement.project) || HEAVY.test(requirement.project) ? 8 : 0;
  return size + page + (unusual ? 4 : 0);
}

/** Bytes of a file within which a throughput can be seen, and beyond which nobody fetches it for a trial. */
const SMALLEST_TELLING = 64 * 1024;
const LARGEST_LIGHT = 2 * 1024 * 1024;

function tellingSample(traits: readonly Traits[], max: number): readonly Traits[] {
  const queues = [
    traits.filter(({ newest }) => newest > 0).sort((a, b) => b.newest - a.newest || byName(a, b)),
    traits.filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes || byName(a, b)),
    traits.filter(({ requirement }) => HEAVY.test(requirement.project)).sort(byName),
    traits.filter(({ unusual }) => unusual).sort(byName),
    traits.filter(({ hashed }) => hashed).sort(byName),
    traits.filter(({ pinned }) => pinned).sort(byName),
    [...traits].sort(byName),
  ];
  const sample: Traits[] = [];
  const projects = new Set<string>();
  for (let turn = 0; sample.length < max && turn < queues.length * traits.length; turn++) {
    const queue = queues[turn % queues.length];
    const next = queue?.shift();
    if (next === undefined || projects.has(next.requirement.project)) continue;
    projects.add(next.requirement.project);
    sample.push(next);
  }
  return sample;
}

interface Traits {
  readonly requirement: Requirement;
  /** Epoch milliseconds of the newest locked file; 0 where unknown. */
  readonly newest: number;
  /** Of the largest locked file; 0 where unknown. */
  readonly bytes: number;
  /** Pre-releases and nightly builds, which some mirrors leave out by rule. */
  readonly unusual: boolean;
  readonly hashed: boolean;
  readonly pinned: boolean;
}

function traitsOf(requirement: Requirement, job: Pick<JobRequirements, 'hashes'>): Traits {
  const specifiers = parseSpecifiers(requirement.specifier) ?? [];
  const pins = specifiers.filter(({ operator, wildcard }) => operator === '==' && !wildcard);
  const locked = (job.hashes.get(requirement.project) ?? []).filter((file) =>
    pins.some((pin) => pin.text === file.version),
  );
  return {
    requirement,
    newest: largest(locked, (file) => file.uploadTime),
    bytes: largest(locked, (file) => file.size),
    unusual:
      /nightly/.test(requirement.project) || pins.some(({ version }) => version !== null && isPrerelease(version)),
    hashed: Object.keys(requirement.hashes).length > 0 || locked.length > 0,
    pinned: pins.length > 0,
  };
}

function largest(files: readonly LockedFile[], value: (file: LockedFile) => number | null): number {
  return files.reduce((best, file) => Math.max(best, value(file) ?? 0), 0);
}

function byName(left: Traits, right: Traits): number {
  const [a, b] = [left.requirement, right.requirement].map(({ project, raw }) => `${project}\n${raw}`);
  return a === undefined || b === undefined || a === b ? 0 : a < b ? -1 : 1;
}
