/** The `pytorch` input: which PyTorch wheel index is nearest, and whether the wish can be fulfilled at all. */
import { judgeMixedPlatforms, judgeTorchWish, TORCH_PROJECTS, type TorchProject } from '../decide/pytorch.ts';
import { rankMirrors } from '../decide/rank.ts';
import { chooseFile } from '../judge/choose-file.ts';
import { judgeMirror, type Yardstick } from '../judge/mirror.ts';
import { DEFAULT_PROBE } from '../judge/requirements.ts';
import { parseWheelName } from '../judge/wheel-tags.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Notice } from '../model/notice.ts';
import type { FileLink, IndexPage } from '../model/observation.ts';
import type { PipFacts } from '../model/pip-facts.ts';
import type { Plan } from '../model/plan.ts';
import type { JobRequirements, Requirement } from '../model/requirement.ts';
import { isPinned, parseSpecifiers } from '../model/specifier.ts';
import type { Verdict } from '../model/verdict.ts';
import { type MirrorSession, openSession } from '../observe/session.ts';
import { PYTORCH_INDEXES, type PytorchIndex } from '../plan/pytorch.ts';
import { askGate } from './gate.ts';
import { gateBytesFor } from './politeness.ts';
import type { Environment, Prepared } from './prepare.ts';

export interface PytorchChoice {
  /** The chosen index; null where none is usable. */
  readonly indexUrl: string | null;
  readonly notices: readonly Notice[];
}

/** A torch wheel is some hundred MB: its transfer counts, hardly anything else. */
const TORCH_INSTALL = { requests: 10, bytes: 800_000_000 };
const SAMPLE_BYTES = 512 * 1024;
const SAMPLE_MS = 150;
const REQUESTS = 12;
/** How long the others have at least once one is usable. */
const PATIENCE_MS = 300;

/** Asks all indexes at once; the flat ones only where no other is usable. `indexes` are those of the table in all real runs. */
export async function choosePytorch(
  plan: Plan,
  env: Environment,
  prepared: Prepared,
  indexes: readonly PytorchIndex[] = PYTORCH_INDEXES,
): Promise<PytorchChoice> {
  const { inputs, runner } = plan;
  const platform = inputs.pytorch;
  if (platform === null) return { indexUrl: null, notices: [] };
  if (inputs.policy === 'internal') {
    return { indexUrl: null, notices: [{ code: 'pytorch-internal', level: 'warning', facts: { platform } }] };
  }
  const [pip, trust, job] = await Promise.all([prepared.pip, prepared.trust, prepared.job]);
  const { warnDays, trustedHosts } = inputs;
  const yardstick: Yardstick = { trust, now: Date.now(), warnDays, trustedHosts, probe: null };
  const wanted = wantedTorch(job);
  const ask = (layout: PytorchIndex['layout']): Promise<Asked> =>
    askIndexes(indexes, layout, { platform, wanted, pip, yardstick, prepared });

  const simple = await ask('simple');
  const flat = simple.best === null ? await ask('flat') : null;
  const pinned = Object.fromEntries(TORCH_PROJECTS.flatMap((project) => pinOf(job, project)));
  const hasWheel = simple.hasWheel ?? flat?.hasWheel ?? null;
  const notices: Notice[] = [
    ...judgeTorchWish({ platform, pinned, os: runner.os }, hasWheel),
    ...judgeMixedPlatforms(platform, besideUrls(plan, env, job)),
  ];
  if (simple.best !== null) {
    const url = simple.best.indexUrl;
    notices.push({ code: 'pytorch-index', level: 'notice', facts: { url, platform } });
    return { indexUrl: url, notices };
  }
  if (flat !== null && flat.best !== null) {
    const url = new URL(`${platform}/`, flat.best.indexUrl).href;
    return {
      indexUrl: null,
      notices: [...notices, { code: 'pytorch-flat', level: 'warning', facts: { url, platform } }],
    };
  }
  const asked = simple.asked + (flat?.asked ?? 0);
  return {
    indexUrl: null,
    notices: [...notices, { code: 'pytorch-none', level: 'error', facts: { platform, asked } }],
  };
}

interface Asked {
  readonly best: Candidate | null;
  readonly asked: number;
  /** Whether any page that could be read lists the wanted wheel; null where none could. */
  readonly hasWheel: boolean | null;
}

interface Question {
  readonly platform: string;
  readonly wanted: Requirement;
  readonly pip: PipFacts | null;
  readonly yardstick: Yardstick;
  readonly prepared: Prepared;
}

async function askIndexes(
  indexes: readonly PytorchIndex[],
  layout: PytorchIndex['layout'],
  question: Question,
): Promise<Asked> {
  const { platform, wanted, pip, yardstick, prepared } = question;
  // A flat page stands where a project's page stands otherwise: under the platform's name.
  const project = layout === 'flat' ? platform : 'torch';
  // ROCm's dots do not survive as a project name, and no flat page of it is known.
  const own = indexes.filter((index) => index.layout === layout && !(layout === 'flat' && platform.includes('.')));
  const sessions = own.map((index, order) =>
    openSession(candidateOf(index, platform, order), { ...prepared.asking, maxRequests: REQUESTS }),
  );
  const fileBytes = gateBytesFor(sessions.length);
  const choose = (page: IndexPage): FileLink | null =>
    chooseFile({ ...page, files: page.files.filter((link) => isBuiltFor(link, platform)) }, wanted, pip)?.link ?? null;
  const judge = (session: MirrorSession): Verdict => {
    const verdict = judgeMirror(session.observation(), yardstick);
    const page = session.observation().projects[0]?.page ?? null;
    const lacks = page === null || choose(page) === null;
    return { ...verdict, usable: verdict.usable && !lacks };
  };
  try {
    const answers = sessions.map(async (session) => {
      await askGate(
        session,
        { project, choose, pageBytes: Number.POSITIVE_INFINITY, fileBytes, tolerateExpired: false },
        yardstick,
      );
      return judge(session).usable;
    });
    await allButLaggards(answers);
    const usable = sessions.filter((session) => judge(session).usable);
    if (usable.length > 1) await sampleEach(usable);
    const { ranked } = rankMirrors(sessions.map(judge), TORCH_INSTALL, null);
    const pages = sessions.flatMap((session) => session.observation().projects[0]?.page ?? []);
    return {
      best: ranked[0]?.verdict.candidate ?? null,
      asked: sessions.length,
      hasWheel: pages.length === 0 ? null : pages.some((page) => choose(page) !== null),
    };
  } finally {
    for (const session of sessions) session.close();
  }
}

/** Resolves when all have answered, or when those without an answer take more than twice the time of a usable one. */
function allButLaggards(answers: readonly Promise<boolean>[]): Promise<void> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    for (const answer of answers) {
      void answer.then((usable) => {
        if (usable) timer ??= setTimeout(resolve, Math.max(PATIENCE_MS, performance.now() - startedAt));
      });
    }
    void Promise.all(answers).then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** One after the other, so that they do not slow each other. */
async function sampleEach(sessions: readonly MirrorSession[]): Promise<void> {
  for (const session of sessions) {
    const file = session.observation().file;
    const seen = file?.exchanges.at(-1)?.bodyBytes ?? 0;
    if (file !== null) await session.sample(file.link, seen, SAMPLE_BYTES, SAMPLE_MS);
  }
}

function candidateOf(index: PytorchIndex, platform: string, order: number): Candidate {
  const { name, baseUrl, layout, operator } = index;
  return {
    name,
    indexUrl: layout === 'flat' ? baseUrl : new URL(`${platform}/`, baseUrl).href,
    credentials: null,
    operator,
    family: operator,
    origin: 'catalogue',
    order,
  };
}

/** Pages of one platform may list others too; a wheel without label is the only kind of its platform. */
function isBuiltFor({ filename }: FileLink, platform: string): boolean {
  const wheel = parseWheelName(decodeURIComponent(filename));
  const label = wheel?.version.local?.join('.') ?? null;
  return wheel !== null && (label === null || label === platform);
}

/** What the job asks of torch, or any version. */
function wantedTorch(job: JobRequirements): Requirement {
  const own = [...job.requirements, ...job.constraints].find(({ project }) => project === 'torch');
  return { ...(own ?? { ...DEFAULT_PROBE, raw: 'torch' }), project: 'torch', hashes: {}, formats: 'wheel' };
}

/** `['torch', '2.8.0']` where the job pins one version. */
function pinOf(job: JobRequirements, project: TorchProject): [TorchProject, string][] {
  const own = [...job.requirements, ...job.constraints].find((requirement) => requirement.project === project);
  const specifiers = parseSpecifiers(own?.specifier ?? '') ?? [];
  const pin = specifiers.find((specifier) => isPinned([specifier]));
  return pin === undefined ? [] : [[project, pin.text]];
}

/** Other indexes of the job, wherever they are named. */
function besideUrls({ inputs }: Plan, env: Environment, job: JobRequirements): string[] {
  const inherited = ['PIP_EXTRA_INDEX_URL', 'PIP_FIND_LINKS', 'UV_INDEX'].flatMap((name) =>
    (env[name] ?? '').split(/\s+/),
  );
  return [
    ...inputs.extraIndexes.map(({ indexUrl }) => indexUrl),
    ...inherited,
    ...job.bypasses.map(({ value }) => value),
  ].filter((url) => /^https?:\/\//.test(url));
}
