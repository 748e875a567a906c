import { isUtf8 } from 'node:buffer';
import { join, relative, sep } from 'node:path';
import { byCodeUnit, done, failed, utf8Of, type Failure, type Outcome } from '@nx-conductor/core';
import { isGlob } from '../generate/inputs';
import type { Reader } from '../generate/reader';
import type { Machine } from '../host';
import type { Project } from '../project/project';
import { manifestOf, type Ground } from './ground';
import { rememberLooks } from './recall';
import type { FileToJudge } from './judge-files';

/** The files of a run, in code-unit order of their paths. */
export interface FoundFiles {
  readonly files: readonly FileToJudge[];
  /** Artifacts that the manifest lists and that do not lie there, and globs that no file matches. */
  readonly missing: readonly Failure[];
  /** Absolute paths of these artifacts. */
  readonly absent: readonly string[];
}

/** The artifacts as they lie on disk, and what globs find besides; a name that is no glob must be that of a file. Of a file that is as an earlier run saw it only the stat is looked at. */
export async function findFiles(machine: Pick<Machine, 'glob'>, project: Project, ground: Ground, globs: readonly string[]): Promise<Outcome<FoundFiles>> {
  const { reader } = ground;
  rememberLooks(project, ground);
  const artifacts = artifactsOf(project, ground, globs.length === 0);
  if (!artifacts.ok) return artifacts;
  const kinds = new Map<string, readonly string[] | undefined>(artifacts.value);
  const missing: Failure[] = [];
  const unknown: Failure[] = [];
  for (const glob of globs) {
    const paths = await machine.glob(glob, project.root, ['**/node_modules/**']);
    // A typing mistake must not pass for a file that was judged; a folder may well have no file of a kind yet.
    if (paths.length === 0) (isGlob(glob) ? missing : unknown).push({ code: 'missing-file', place: { file: project.shown(join(project.root, glob)) }, wanted: 'a file that --files names' });
    for (const path of paths) {
      const name = relative(project.root, path).split(sep).join('/');
      if (!kinds.has(name)) kinds.set(name, undefined);
    }
  }
  if (unknown.length > 0) return failed(...unknown);
  const files: FileToJudge[] = [];
  const absent: string[] = [];
  // Paths are tidy already: `join` of thousands takes longer than their stats.
  const root = project.root + sep;
  for (const [path, roles] of [...kinds].sort(([a], [b]) => byCodeUnit(a, b))) {
    const absolute = root + (sep === '/' ? path : path.replaceAll('/', sep));
    const file = fileAt(reader, absolute, path, roles);
    if (file) files.push(file);
    else {
      missing.push({ code: 'missing-artifact', place: { file: project.shown(absolute) } });
      absent.push(absolute);
    }
  }
  return done({ files, missing, absent });
}

/** A file as it lies at a place; undefined where there is none. */
export function fileAt(reader: Reader, place: string, path: string, kinds: readonly string[] | undefined): FileToJudge | undefined {
  const digest = reader.digest(place);
  return digest === '' ? undefined : { path, digest, kinds, text: () => textOf(reader.bytes(place)), place };
}

/** Paths and roles of the artifacts: as the last run knew them while nothing that decides it has changed, else of the manifest. */
function artifactsOf(project: Project, { reader, known, text }: Ground, needed: boolean): Outcome<(readonly [string, readonly string[]])[]> {
  if (known.ground === text) return done([...known.files].flatMap(([path, { kinds }]) => (kinds === undefined ? [] : [[path, kinds] as const])));
  const manifest = manifestOf(project, reader);
  // Who names files may have nothing generated yet.
  if (!manifest.ok) return needed ? manifest : done([]);
  return done(manifest.value.artifacts.map(({ path, kinds }) => [path, kinds ?? []] as const));
}

const textOf = (bytes: Uint8Array | undefined): string | undefined => (bytes !== undefined && isUtf8(bytes) ? utf8Of(bytes) : undefined);
