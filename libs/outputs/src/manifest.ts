import { byCodeUnit, digestOf, DiskError, isObject, utf8Of, type Digest, type Disk } from '@nx-conductor/core';

/** A file that Conductor made and owns. */
export interface Artifact {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
  /** Id of the job that made it. */
  readonly job: string;
  /** Why it exists, in words. */
  readonly reason: string;
  /** Roles that its output rule gives it, for rules; absent when it gives none. */
  readonly kinds?: readonly string[] | undefined;
  /** Digest of the text before it was mended by rules and formatted; absent when nothing does either. */
  readonly rendered?: Digest | undefined;
  /** Ids of the rules that mended its text, in code-unit order; absent when none did. */
  readonly fixed?: readonly string[] | undefined;
  /**
   * Digest of a hand edit that lies there in its stead, because someone decided so. The decision holds for this edit of
   * this text: while the disk holds the one and the inputs give the other.
   */
  readonly kept?: Digest | undefined;
}

/** Something the run read. */
export interface Input {
  readonly kind: 'config' | 'pattern' | 'spec' | 'glob' | 'module' | 'format' | 'declared' | 'inputs' | 'program' | 'variable' | 'rule' | 'rules';
  /** Relative to the workspace; of a pattern pack, the package, the pattern and the path in its folder; of a glob (of specs, or of inputs of commands), its text; of a program or an environment variable, its name; of `rules`, what conductor.json says of them. */
  readonly path: string;
  /** Of a file's bytes, or of the paths that a glob gave; of a name alone, since what a machine has under it is no business of another. */
  readonly digest: Digest;
}

/**
 * What a project owns, and from what it was made. A value without time, host or user: the same inputs give the
 * same bytes on every machine, so that it can lie in git beside the generated code.
 */
export interface Manifest {
  readonly project: string;
  /** Version of Conductor that made it. */
  readonly generator: string;
  /** Jobs that the inputs give; as many as artifacts unless a pattern makes none for an item. */
  readonly jobs: number;
  /** Keys of the template files in use, as the store knows them. */
  readonly templates: readonly Digest[];
  readonly inputs: readonly Input[];
  /** In code-unit order of their paths. */
  readonly artifacts: readonly Artifact[];
}

/** A manifest as found: absent and damaged ones own nothing, and say so. */
export type FoundManifest = { readonly state: 'sound'; readonly manifest: Manifest } | { readonly state: 'absent' | 'damaged' };

/** Lines of artifacts, by the values that they were made of: in a process that stays, most are the same again. */
export type ManifestLines = WeakMap<Artifact, string>;

/**
 * The text of a manifest, in UTF-8: JSON, one artifact a line so that version control shows what changed, and last a digest
 * of everything above it, so that damage and half-merged texts are seen. `known` are lines that were made before.
 */
export function encodeManifest(manifest: Manifest, known?: ManifestLines): Uint8Array {
  const rows = (texts: readonly string[]) => (texts.length > 0 ? `\n    ${texts.join(',\n    ')}\n  ` : '');
  const lines = (values: readonly unknown[]) => rows(values.map((value) => JSON.stringify(value)));
  const artifacts = [...manifest.artifacts].sort((a, b) => byCodeUnit(a.path, b.path));
  // Bytes once, to be hashed and to be written: of a text of a megabyte each would make them anew.
  const head = Buffer.from([
    '{',
    '  "schema": 1,',
    `  "project": ${JSON.stringify(manifest.project)},`,
    `  "generator": ${JSON.stringify(manifest.generator)},`,
    `  "jobs": ${manifest.jobs},`,
    `  "templates": [${lines(manifest.templates)}],`,
    `  "inputs": [${lines(manifest.inputs)}],`,
    `  "artifacts": [${rows(artifacts.map((each) => lineOf(each, known)))}],`,
    '',
  ].join('\n'));
  return Buffer.concat([head, Buffer.from(`  "digest": "${digestOf(head)}"\n}\n`)]);
}

function lineOf(artifact: Artifact, known: ManifestLines | undefined): string {
  let line = known?.get(artifact);
  if (line === undefined) {
    line = JSON.stringify(artifact);
    known?.set(artifact, line);
  }
  return line;
}

/** Reads the text of a manifest; anything that is not exactly what was written is damaged. */
export function decodeManifest(text: string): FoundManifest {
  const unix = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  const seal = /^ {2}"digest": "([0-9a-f]{64})"\n\}\n$/;
  const start = unix.lastIndexOf('  "digest": "');
  const match = start === -1 ? null : seal.exec(unix.slice(start));
  if (!match || digestOf(unix.slice(0, start)) !== match[1]) return { state: 'damaged' };
  const value: unknown = JSON.parse(unix);
  // The digest says that Conductor wrote this; another schema number was written by another version.
  if (!isObject(value) || value['schema'] !== 1) return { state: 'damaged' };
  return { state: 'sound', manifest: value as unknown as Manifest };
}

/** The manifest at a path. A file that cannot be read counts as damaged. */
export function readManifest(disk: Disk, path: string): FoundManifest {
  try {
    const bytes = disk.read(path);
    return bytes === undefined ? { state: 'absent' } : decodeManifest(utf8Of(bytes));
  } catch (error) {
    if (error instanceof DiskError) return { state: 'damaged' };
    throw error;
  }
}
