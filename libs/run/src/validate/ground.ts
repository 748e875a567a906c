import { join } from 'node:path';
import { digestOfFields, done, failed, utf8Of, type Digest, type Outcome } from '@nx-conductor/core';
import { decodeManifest, EMPTY_INDEX, readIndex, type DiskIndex, type Manifest } from '@nx-conductor/outputs';
import { CONFIG_FILE, readConfigText, type ConfigText } from '../config/read';
import { createReader, type Reader } from '../generate/reader';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { findRules, type RuleFile } from '../rules/find-rules';
import { NO_VERDICTS, readVerdicts, type KnownVerdicts } from './verdict-file';

/** What a run of `validate` starts from: found by stats where an earlier run has left its index. */
export interface Ground {
  readonly config: ConfigText;
  readonly rules: readonly RuleFile[];
  readonly reader: Reader;
  readonly index: DiskIndex;
  readonly known: KnownVerdicts;
  /** Digest of all that decides which artifacts there are and which rules hold for each. */
  readonly digest: Digest;
}

/** Looks at configuration, rule files and manifest. `cache`: believe what earlier runs left. */
export function surveyGround(machine: Pick<Machine, 'disk'>, edition: Edition, project: Project, cache: boolean): Outcome<Ground> {
  const { disk } = machine;
  const config = readConfigText(disk, project);
  if (!config.ok) return config;
  const index = cache ? readIndex(disk, project.judged) : EMPTY_INDEX;
  const reader = createReader(disk, index);
  const rules = findRules(disk, reader, project, edition.home);
  const digest = digestOfFields('conductor ground 1', {
    build: `${edition.version} ${edition.build}`,
    config: config.value.digest,
    manifest: reader.digest(project.manifest),
    rules: rules.map(({ path, shown }) => `${shown} ${reader.digest(path)}`).join('\n'),
  });
  return done({ config: config.value, rules, reader, index, known: cache ? readVerdicts(disk, project.verdicts) : NO_VERDICTS, digest });
}

/** The manifest, which must be there and sound. */
export function manifestOf(project: Project, reader: Reader): Outcome<Manifest> {
  const bytes = reader.bytes(project.manifest);
  const found = bytes === undefined ? undefined : decodeManifest(utf8Of(bytes));
  const place = { file: project.shown(project.manifest) };
  if (found === undefined) return failed({ code: 'missing-file', place: { file: project.shown(join(project.root, CONFIG_FILE)) }, wanted: `the manifest ${place.file}, which generate writes,` });
  return found.state === 'sound' ? done(found.manifest) : failed({ code: 'damaged-manifest', place });
}
