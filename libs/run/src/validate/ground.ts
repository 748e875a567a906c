import { join } from 'node:path';
import { done, failed, unsealLightly, utf8Of, type Outcome } from '@nx-conductor/core';
import { decodeManifest, EMPTY_INDEX, readIndex, type DiskIndex, type IndexedFile, type Manifest } from '@nx-conductor/outputs';
import { CONFIG_FILE, readConfigText, type ConfigText } from '../config/read';
import { createReader, type Reader } from '../generate/reader';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { findRules, type RuleFile } from '../rules/find-rules';
import type { LastRun } from './recollection';
import { knownIn, NOTHING_STORED, NO_VERDICTS, openVerdicts, type KnownVerdicts, type Stored } from './verdict-file';

/** What a run of `validate` starts from: found by stats where an earlier run has left its index. */
export interface Ground {
  readonly config: ConfigText;
  readonly rules: readonly RuleFile[];
  readonly reader: Reader;
  readonly index: DiskIndex & { readonly sources: Map<string, IndexedFile> };
  /** What an earlier process has left on disk. */
  readonly stored: Stored;
  /** The same, or of a watch what its last run knew. */
  readonly known: KnownVerdicts;
  /** All that decides which artifacts there are and which rules hold for each, written out: compared as it is, so that no hash is loaded when nothing changed. */
  readonly text: string;
}

/** Looks at configuration, rule files and manifest. `cache`: believe what earlier runs left, of a watch in `last`, or on disk. */
export function surveyGround(machine: Pick<Machine, 'disk'>, edition: Edition, project: Project, cache: boolean, last?: LastRun): Outcome<Ground> {
  const { disk } = machine;
  const config = readConfigText(disk, project);
  if (!config.ok) return config;
  const index = cache ? (last?.index ?? ownIndex(readIndex(disk, project.judged, unsealLightly))) : ownIndex(EMPTY_INDEX);
  const reader = createReader(disk, index);
  const rules = findRules(disk, reader, project, edition.home);
  const stored = cache && !last ? openVerdicts(disk, project.verdicts) : NOTHING_STORED;
  let known: KnownVerdicts | undefined = !cache ? NO_VERDICTS : last && { ground: last.ground, files: last.judged, verdicts: last.known };
  const ground = { config: config.value, rules, reader, index, stored };
  return done({
    ...ground,
    // A run in which nothing changed has no need of it.
    get known() {
      return (known ??= knownIn(stored));
    },
    text: textOfGround(edition, project, ground),
  });
}

const ownIndex = (index: DiskIndex): Ground['index'] => ({ ...index, sources: new Map(index.sources) });

/** The text of a ground, of the bytes that were read as far as any were. */
export function textOfGround(edition: Edition, project: Project, { config, rules, reader }: Pick<Ground, 'config' | 'rules' | 'reader'>): string {
  return JSON.stringify(['conductor ground 2', edition.version, edition.build, config.text, reader.digest(project.manifest), rules.map(({ path, shown }) => [shown, reader.digest(path)])]);
}

/** The manifest, which must be there and sound. */
export function manifestOf(project: Project, reader: Reader): Outcome<Manifest> {
  const bytes = reader.bytes(project.manifest);
  const found = bytes === undefined ? undefined : decodeManifest(utf8Of(bytes));
  const place = { file: project.shown(project.manifest) };
  if (found === undefined) return failed({ code: 'missing-file', place: { file: project.shown(join(project.root, CONFIG_FILE)) }, wanted: `the manifest ${place.file}, which generate writes,` });
  return found.state === 'sound' ? done(found.manifest) : failed({ code: 'damaged-manifest', place });
}
