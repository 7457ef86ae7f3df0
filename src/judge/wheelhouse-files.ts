/** What is wrong with each file of a wheelhouse, before it is asked who needs it. */
import type { PipFacts } from '../model/pip-facts.ts';
import { type LockedFile, type LockedHashes, normalizeName } from '../model/requirement.ts';
import type { WheelhouseFault } from '../model/scene-notices.ts';
import { compareVersions, parseVersion, type Version } from '../model/version.ts';
import type { WheelContents, WheelhouseFacts, WheelhouseFile } from '../model/wheelhouse.ts';
import { parseWheelName, rankTags, type TagRanks, type WheelName, wheelRank } from './wheel-tags.ts';

export interface FaultyFile {
  readonly filename: string;
  readonly fault: WheelhouseFault;
  /** The entry, value or tags at fault; hostile text. */
  readonly detail: string;
}

/** The first fault of each file, in the order of the files. `pip` null: tags are not judged. */
export function judgeFiles(facts: WheelhouseFacts, locked: LockedHashes, pip: PipFacts | null): FaultyFile[] {
  const ranks = pip === null ? null : rankTags(pip.tags);
  return facts.files.flatMap((file) => {
    const found = faultOf(file, facts, locked, ranks);
    return found === null ? [] : [{ filename: file.filename, ...found }];
  });
}

type Found = Omit<FaultyFile, 'filename'> | null;

function faultOf(file: WheelhouseFile, facts: WheelhouseFacts, locked: LockedHashes, ranks: TagRanks | null): Found {
  const expected = facts.sums.get(file.filename);
  if (expected !== undefined && expected !== file.sha256) return { fault: 'sums', detail: expected };
  if (file.wheel === null) return file.sha256 === null ? { fault: 'unreadable', detail: '' } : null;
  const name = parseWheelName(file.filename);
  if (name === null) return { fault: 'name', detail: file.filename };
  return (
    contentFault(file.wheel, name) ??
    lockFault(file, name, locked) ??
    (ranks === null || wheelRank(name, ranks) !== null ? null : { fault: 'platform', detail: tagsOf(file.filename) })
  );
}

function contentFault(wheel: WheelContents, name: WheelName): Found {
  if (wheel.defect !== null) return { fault: wheel.defect, detail: wheel.detail };
  const { metadata, record } = wheel;
  if (metadata === null) return { fault: 'no-metadata', detail: '' };
  const version = parseVersion(metadata.version);
  const differs =
    normalizeName(metadata.name) !== name.project || version === null || compareVersions(version, name.version) !== 0;
  if (differs) return { fault: 'metadata-differs', detail: `${metadata.name} ${metadata.version}` };
  const [mismatch] = record;
  return mismatch === undefined ? null : { fault: 'record', detail: `${mismatch.defect} ${mismatch.path}`.trim() };
}

/** A lock file that knows the version but not this hash: pip would refuse the file, and it should. */
function lockFault(file: WheelhouseFile, name: WheelName, locked: LockedHashes): Found {
  const ofVersion = lockedFilesOf(locked, name.project, name.version);
  if (ofVersion.length === 0 || ofVersion.some((entry) => entry.sha256 === file.sha256)) return null;
  const named = ofVersion.find((entry) => entry.filename === file.filename) ?? ofVersion[0];
  return { fault: 'lock-hash', detail: named?.sha256 ?? '' };
}

function lockedFilesOf(locked: LockedHashes, project: string, version: Version): readonly LockedFile[] {
  return (locked.get(project) ?? []).filter((entry) => {
    const theirs = parseVersion(entry.version);
    return theirs !== null && compareVersions(theirs, version) === 0;
  });
}

function tagsOf(filename: string): string {
  return filename.slice(0, -'.whl'.length).split('-').slice(-3).join('-');
}
