import { dirname } from 'node:path';
import { digestOf, DiskError, replaceFile, type Content, type Digest, type Disk } from '@nx-conductor/core';
import type { Artifact } from '@nx-conductor/outputs';
import type { Project } from '../project/project';
import type { Run } from './run';

/**
 * The generated texts of a project's artifacts, for three-way merges: when someone has edited an artifact, the disk does
 * not hold the generated text any more. One file in the cache, to which each run appends what it wrote:
 *
 *     <SHA-256 of the text> <bytes of the text>
 *     <text>
 *
 * Losing it costs a merge, and nothing else. A text is believed by its digest only.
 */
const HEADER = /([0-9a-f]{64}) (\d{1,9})\n/y;

/** More than this at once is not worth a merge that may never be. */
const MOST_AT_ONCE = 50_000_000;

/** Beyond twice the bytes of all artifacts and this, what is out of date goes. */
const SLACK = 1_000_000;

/** The text with this digest; undefined when it is not known (any more). */
export function findBase(disk: Disk, project: Project, digest: Digest): string | undefined {
  const bytes = readQuietly(disk, project.bases);
  if (!bytes) return undefined;
  for (let at = bytes.indexOf(`${digest} `); at !== -1; at = bytes.indexOf(`${digest} `, at + 1)) {
    const end = bytes.indexOf(10, at);
    const text = bytes.subarray(end + 1, end + 1 + Number(bytes.toString('latin1', at + digest.length + 1, end)));
    if (end !== -1 && digestOf(text) === digest) return text.toString('utf8');
  }
  return undefined;
}

/** Remembers the generated texts of artifacts that are new to the manifest, as far as this run has them. */
export function rememberBases(run: Run, artifacts: readonly Artifact[], contentOf: (path: string) => Content | undefined): void {
  const { found, machine, project } = run;
  const nothingKnown = machine.disk.stat(project.bases) === undefined;
  const before = new Map(found.state === 'sound' && !nothingKnown ? found.manifest.artifacts.map(({ path, digest }) => [path, digest]) : []);
  const texts = new Map<Digest, string>();
  for (const { path, digest } of artifacts) {
    const text = before.get(path) === digest ? undefined : contentOf(path);
    if (typeof text === 'string') texts.set(digest, text);
  }
  saveBases(machine.disk, project, texts, artifacts);
}

/** Remembers texts, and forgets those that are not current when there are many. A disk that refuses is no failure. */
function saveBases(disk: Disk, project: Project, texts: ReadonlyMap<Digest, string>, current: readonly Artifact[]): void {
  const added = [...texts].map(([digest, text]) => `${digest} ${Buffer.byteLength(text)}\n${text}\n`).join('');
  if (added === '' || added.length > MOST_AT_ONCE) return;
  const total = current.reduce((sum, { size }) => sum + size, 0);
  try {
    disk.makeDirectory(dirname(project.bases));
    const size = disk.stat(project.bases)?.size ?? 0;
    if (size + added.length <= 2 * total + SLACK) disk.append(project.bases, added);
    else {
      const wanted = new Set(current.map(({ digest }) => digest).filter((digest) => !texts.has(digest)));
      replaceFile(disk, project.bases, Buffer.concat([...stillWanted(readQuietly(disk, project.bases), wanted), Buffer.from(added)]));
    }
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
  }
}

/** The records of wanted texts, up to the first that is not as it was written. */
function stillWanted(bytes: Buffer | undefined, wanted: Set<Digest>): Buffer[] {
  const records: Buffer[] = [];
  const text = bytes?.toString('latin1') ?? '';
  for (let at = 0; bytes && at < text.length; ) {
    HEADER.lastIndex = at;
    const match = HEADER.exec(text);
    if (!match) break;
    const end = HEADER.lastIndex + Number(match[2]) + 1;
    if (wanted.delete(match[1] as Digest)) records.push(bytes.subarray(at, end));
    at = end;
  }
  return records;
}

function readQuietly(disk: Disk, path: string): Buffer | undefined {
  try {
    const bytes = disk.read(path);
    return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  } catch (error) {
    if (error instanceof DiskError) return undefined;
    throw error;
  }
}
