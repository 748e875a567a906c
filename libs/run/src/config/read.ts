import { join, posix, relative, sep } from 'node:path';
import { digestOf, done, failed, parseJsonFile, placeInJson, utf8Of, validateOnce, type Digest, type Disk, type Memo, type Outcome, type Place } from '@nx-conductor/core';
import { pathFault } from '@nx-conductor/outputs';
import type { Project } from '../project/project';
import type { Config } from './config';

/** The file that makes a folder a codegen project. */
export const CONFIG_FILE = 'conductor.json';

/** The text of a project's `conductor.json` with its digest. */
export interface ConfigText {
  readonly text: string;
  /** Taken when it is asked for. */
  readonly digest: Digest;
}

/** Reads the text. */
export function readConfigText(disk: Disk, project: Project): Outcome<ConfigText> {
  const path = join(project.root, CONFIG_FILE);
  const bytes = disk.read(path);
  if (!bytes) return failed({ code: 'missing-file', place: { file: project.shown(path) }, wanted: 'the configuration of a codegen project' });
  return done({
    text: utf8Of(bytes),
    get digest() {
      return digestOf(bytes);
    },
  });
}

/** Where a value of `conductor.json` stands, by its path of keys. Reads the text again, so only for messages. */
export type ConfigPlace = (...path: (string | number)[]) => Place;

/** Finds places in the text that was read. */
export function configPlaces(config: ConfigText, project: Project): ConfigPlace {
  return (...path) => placeInJson(config.text, project.shown(join(project.root, CONFIG_FILE)), path);
}

/** Parses and checks it: unknown keys are failures, and so is an output folder that would swallow sources. */
export function parseConfig(text: string, project: Project, memo?: Memo): Outcome<Config> {
  const file = project.shown(join(project.root, CONFIG_FILE));
  const parsed = parseJsonFile(text, file);
  if (!parsed.ok) return parsed;
  const load = () => (require('./schema') as typeof import('./schema')).configSchema;
  const checked = validateOnce('config', load, parsed.value, { text, file }, memo);
  if (!checked.ok) return checked;
  const config = checked.value as Config;
  const expected = outputWanted(config.output, project);
  if (expected !== undefined) return failed({ code: 'invalid-value', place: placeInJson(text, file, ['output']), what: '"output"', expected, received: JSON.stringify(config.output) });
  return done({ ...config, output: posix.normalize(config.output).replace(/\/$/, '') });
}

/** What an output folder must be that this one is not; undefined for one that can be. */
function outputWanted(output: string, { root, workspace }: Project): string | undefined {
  const path = join(root, output);
  if (path === workspace || !path.startsWith(workspace + sep)) return 'a folder of its own inside the workspace';
  if (root === path || root.startsWith(path + sep)) return 'a folder of its own inside the project';
  const names = relative(workspace, path).split(sep);
  if (names[0] === '.conductor' || names.includes('.git')) return 'a folder outside of .conductor and .git, which hold what is not generated';
  const fault = pathFault(posix.normalize(output).replace(/^(\.\.\/)+|\/$/g, ''));
  return fault === undefined ? undefined : `a path that every file system can hold: ${fault}`;
}
