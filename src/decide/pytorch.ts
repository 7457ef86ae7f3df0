/** Whether the wanted compute platform and versions go together, and what is nearest where they do not. */
import type { Notice } from '../model/notice.ts';
import { cudaNumber, knownCudaTags, TORCH_RELEASES, type TorchRelease } from './torch-releases.ts';

/** The three projects that are released together. */
export type TorchProject = 'torch' | 'torchvision' | 'torchaudio';
export const TORCH_PROJECTS: readonly TorchProject[] = ['torch', 'torchvision', 'torchaudio'];

export interface TorchWanted {
  /** The `pytorch` input: 'cpu', 'cu128', 'rocm6.4' … */
  readonly platform: string;
  /** Exact versions that the job pins ('2.8.0', '2.8.0+cu128'), by project; absent where it gives a range or nothing. */
  readonly pinned: Readonly<Partial<Record<TorchProject, string>>>;
  readonly os: 'linux' | 'macos' | 'windows';
}

/** What the table of releases says of a tag for one torch version. */
export type TagAnswer =
  | { readonly kind: 'has' }
  /** A release, a tag or a family that the table does not know: only the index can tell. */
  | { readonly kind: 'unknown' }
  /** `boundary`: the last (gone) or first (early) torch that has the tag. */
  | { readonly kind: 'gone' | 'early'; readonly boundary: string; readonly nearest: string };

/** Looks a tag up for a torch version (label ignored). */
export function lookUpTag(platform: string, torch: string): TagAnswer {
  const version = withoutLabel(torch);
  const row = TORCH_RELEASES.find((release) => release.torch === version);
  if (row === undefined || !/^(cpu|cu\d+)$/.test(platform)) return { kind: 'unknown' };
  if (platform === 'cpu' || row.cuda.includes(platform)) return { kind: 'has' };
  const having = TORCH_RELEASES.filter((release) => release.cuda.includes(platform));
  const [newest] = having;
  const oldest = having.at(-1);
  if (newest === undefined || oldest === undefined) return { kind: 'unknown' };
  const nearest = nearestTag(platform, row.cuda);
  const isNewer = TORCH_RELEASES.indexOf(row) < TORCH_RELEASES.indexOf(newest);
  return isNewer
    ? { kind: 'gone', boundary: newest.torch, nearest }
    : { kind: 'early', boundary: oldest.torch, nearest };
}

/** The tag with the nearest CUDA version; of two equally near ones the lower, because it needs the older driver. */
export function nearestTag(platform: string, tags: readonly string[]): string {
  const wanted = cudaNumber(platform);
  const distance = (tag: string): number => Math.abs(cudaNumber(tag) - wanted);
  return tags.reduce((best, tag) => (distance(tag) < distance(best) ? tag : best));
}

/**
 * What is wrong with the wish itself, before any index is asked. `hasWheel` is what the index pages showed of the
 * pinned torch: true and false outrank the table, null is "not seen".
 */
export function judgeTorchWish(wanted: TorchWanted, hasWheel: boolean | null): Notice[] {
  return [...judgeSystem(wanted), ...judgeTag(wanted, hasWheel), ...judgeLabels(wanted), ...judgeCompanions(wanted)];
}

function judgeSystem({ platform, os }: TorchWanted): Notice[] {
  if (os !== 'macos' || platform === 'cpu') return [];
  return [{ code: 'pytorch-macos', level: 'error', facts: { platform } }];
}

function judgeTag({ platform, pinned }: TorchWanted, hasWheel: boolean | null): Notice[] {
  if (hasWheel === true) return [];
  const known = knownCudaTags();
  if (pinned.torch === undefined) {
    const isStranger = platform.startsWith('cu') && !known.includes(platform);
    if (!isStranger) return [];
    return [
      { code: 'pytorch-tag-unknown', level: 'warning', facts: { platform, nearest: nearestTag(platform, known) } },
    ];
  }
  const answer = lookUpTag(platform, pinned.torch);
  const level = hasWheel === false ? 'error' : 'warning';
  const torch = withoutLabel(pinned.torch);
  switch (answer.kind) {
    case 'gone':
      return [
        { code: 'pytorch-tag-gone', level, facts: { platform, torch, last: answer.boundary, nearest: answer.nearest } },
      ];
    case 'early':
      return [
        {
          code: 'pytorch-tag-early',
          level,
          facts: { platform, torch, first: answer.boundary, nearest: answer.nearest },
        },
      ];
    case 'has':
    case 'unknown':
      return hasWheel === false ? [{ code: 'pytorch-no-wheel', level, facts: { platform, torch } }] : [];
  }
}

/** 'torch==2.8.0+cu126' with `pytorch: cu128` can only come from the wrong index. */
function judgeLabels({ platform, pinned }: TorchWanted): Notice[] {
  return TORCH_PROJECTS.flatMap((project): Notice[] => {
    const label = pinned[project]?.split('+')[1];
    if (label === undefined || label === platform) return [];
    return [{ code: 'pytorch-label', level: 'error', facts: { project, version: pinned[project] ?? '', platform } }];
  });
}

function judgeCompanions({ pinned }: TorchWanted): Notice[] {
  const release = releaseOf(pinned);
  if (release === null) return [];
  return TORCH_PROJECTS.flatMap((project): Notice[] => {
    const version = pinned[project];
    if (version === undefined || withoutLabel(version) === release[project]) return [];
    const facts = { torch: release.torch, project, version: withoutLabel(version), belongs: release[project] };
    return [{ code: 'pytorch-companion', level: 'error', facts }];
  });
}

/** The release that the pinned torch names; null where torch is not pinned or not in the table. */
function releaseOf(pinned: TorchWanted['pinned']): TorchRelease | null {
  const torch = pinned.torch;
  if (torch === undefined) return null;
  return TORCH_RELEASES.find((release) => release.torch === withoutLabel(torch)) ?? null;
}

/** The versions that belong to a pinned torch, for a message or a summary; null where the table does not know it. */
export function companionsOf(torch: string): TorchRelease | null {
  return releaseOf({ torch });
}

function withoutLabel(version: string): string {
  return version.split('+')[0] ?? version;
}

/** Compute platforms that an index URL is for: '…/whl/cpu' → 'cpu'; null for any other index. */
export function platformOfIndex(url: string): string | null {
  const { pathname } = new URL(url);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  return /^(cpu|xpu|cu\d{2,3}|rocm\d+(\.\d+)*)$/.test(last) ? last : null;
}

/** Other platforms among the job's own indexes: pip would take whichever version is higher, on whatever hardware. */
export function judgeMixedPlatforms(platform: string, indexUrls: readonly string[]): Notice[] {
  return indexUrls.flatMap((url): Notice[] => {
    const other = URL.canParse(url) ? platformOfIndex(url) : null;
    if (other === null || other === platform) return [];
    const { host } = new URL(url);
    return [{ code: 'pytorch-mixed', level: 'error', facts: { platform, other, host } }];
  });
}
