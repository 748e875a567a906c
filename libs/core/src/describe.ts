import type { Failure, FailureCode, Place } from './failure';
import { nearest } from './nearest';

/** A failure in sentences: what was expected, what came, where, and what to do. */
export interface Description {
  readonly code: FailureCode;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly expected?: string;
  readonly received?: string;
  readonly hint?: string;
  /** A unified diff, for conflicts. */
  readonly diff?: string;
}

/** Turns a failure into sentences. The one place that does. */
export function describe(failure: Failure): Description {
  const where = 'place' in failure && failure.place ? placed(failure.place) : {};
  return { code: failure.code, ...where, ...sentences(failure) };
}

/** The exit code of a run that ends in these failures: 2 when it was used wrongly, 1 when the work found something. */
export function exitCodeOf(failures: readonly Failure[]): 0 | 1 | 2 | 130 {
  if (failures.length === 0) return 0;
  if (failures.some((failure) => failure.code === 'interrupted')) return 130;
  return failures.every((failure) => FOUND.has(failure.code)) ? 1 : 2;
}

/** What the work can find although everything was used rightly. */
const FOUND: ReadonlySet<FailureCode> = new Set(['conflict', 'stale', 'missing-artifact', 'damaged-manifest', 'damaged-entries', 'problems-found', 'disk', 'locked', 'format-failed', 'command-failed', 'compile-failed', 'typecheck-failed', 'rejected', 'uncertain', 'fix-failed']);

const UNMERGED = {
  overlaps: 'the edit and the generator changed the same lines',
  'base-missing': 'the text that was generated before the edit is not in the cache any more',
  'git-missing': 'git, which does it, is not installed',
  'not-text': 'it is no text in UTF-8',
} as const;

type Sentences = Omit<Description, 'code' | 'file' | 'line' | 'column'>;

function sentences(failure: Failure): Sentences {
  switch (failure.code) {
    case 'missing-file':
      return {
        message: `${failure.wanted} not found`,
        expected: 'a file that can be read',
        received: 'nothing at that path',
        hint: failure.nearest ? `did you mean ${failure.nearest}?` : failure.place.line === undefined ? 'check the path, and the folder that it begins in' : 'check the path; it is relative to the folder of the file that names it',
      };
    case 'syntax':
      return {
        message: `not valid ${failure.language === 'json' ? 'JSON' : 'YAML'}`,
        expected: failure.expected,
        received: failure.received,
        hint: 'the file may be cut off or edited by hand; mend it there and run again',
      };
    case 'unknown-key':
      return {
        message: `unknown key ${show(failure.key)}`,
        expected: `one of ${listed(failure.known)}`,
        received: show(failure.key),
        hint: suggestion(failure.key, failure.known) ?? 'remove it, or spell it as one of the known keys',
      };
    case 'invalid-value':
      return {
        message: `${failure.what} is not acceptable`,
        expected: failure.expected,
        received: failure.received,
        hint: `change ${failure.what} to what is expected`,
      };
    case 'unknown-name':
      return {
        message: `no ${failure.what} is called ${show(failure.name)}`,
        expected: failure.known.length > 0 ? `one of ${listed(failure.known)}` : `a known ${failure.what}; there is none here`,
        received: show(failure.name),
        hint: suggestion(failure.name, failure.known) ?? `use one of the known names, or add the ${failure.what}`,
      };
    case 'dangling-ref':
      return {
        message: `$ref ${show(failure.ref)} leads nowhere`,
        expected: 'a reference to something that exists',
        received: show(failure.ref),
        hint: failure.nearest ? `did you mean ${show(failure.nearest)}?` : 'add the target or mend the reference',
      };
    case 'ref-cycle':
      return {
        message: `$refs lead in a circle: ${failure.chain.join(' → ')}`,
        expected: 'a chain of references that ends at a value',
        received: `a circle of ${Math.max(1, failure.chain.length - 1)}`,
        hint: 'replace one of these references by the value it stands for',
      };
    case 'template-syntax':
      return {
        message: `the template does not compile: ${failure.reason}`,
        expected: 'EJS whose tags are closed and hold valid JavaScript',
        received: failure.reason,
        hint: 'nothing is rendered until every template compiles',
      };
    case 'template-failed':
      return {
        message: `the template failed for ${failure.job}: ${failure.reason}`,
        expected: 'a template that renders for every item',
        received: failure.reason,
        hint: 'locals are item, document, options, spec, items, deref and the helpers; what a partial is passed is on `locals`',
      };
    case 'unseen-input':
      return {
        message: `the module uses ${failure.what.join(', ')}: what it reads there is not seen, and a change of it is missed`,
        expected: 'a module that works on what it is given',
        received: failure.what.join(', '),
        hint: 'name the file as a spec, the value as an option, or make the artifact by a rule with "run", "inputs" and "env"',
      };
    case 'helpers-failed':
      return {
        message: `the helper module cannot be loaded: ${failure.reason}`,
        expected: 'a CommonJS module: module.exports = (conductor) => ({ … })',
        received: failure.reason,
        hint: 'mend the module; helper modules see only what they are given',
      };
    case 'module-failed':
      return {
        message: failure.job === undefined ? `the module cannot be loaded: ${failure.reason}` : `the module failed for ${failure.job}: ${failure.reason}`,
        expected: 'a module that exports a function (item, context), which gives a text or a list of { path, content }',
        received: failure.reason,
        hint: 'context has document, options, spec, items, deref and the helpers; what it gives must be there at once, not promised',
      };
    case 'unknown-program':
      return {
        message: `the program ${show(failure.program)} is not installed`,
        expected: 'a program in node_modules/.bin of the project or the workspace, or on PATH',
        received: `nothing of that name in ${listed(failure.looked)}`,
        hint: 'install it, or name it by its path in the project (with a "/")',
      };
    case 'command-failed':
      return {
        message: `the command failed for ${failure.job}: ${failure.reason}`,
        expected: `that ${failure.command} ends with exit code 0 and leaves its files in {out}`,
        received: failure.output === '' ? failure.reason : failure.output,
        hint: `a command finds only the files that its rule declares (name others in "inputs") and only the variables in "env"${failure.log === undefined ? '' : `; all that it said is in ${failure.log}`}`,
      };
    case 'bad-path':
      return {
        message: `${show(failure.path)} cannot be an artifact: ${failure.reason}`,
        expected: 'a path inside the output folder that every file system can hold',
        received: show(failure.path),
        hint: failure.job === undefined ? 'remove the link, or name another folder as "output" in conductor.json' : `it comes from ${failure.job}; pass the name through a helper such as kebabCase, or rename the item`,
      };
    case 'claimed-twice':
      return {
        message: `${failure.paths.length > 1 ? `${failure.paths.map(show).join(' and ')} cannot lie side by side` : `two jobs claim ${show(failure.paths[0] ?? '')}`}`,
        expected: 'one path for each job, different also where case does not count',
        received: failure.jobs.join(' and '),
        hint: 'make the paths in "to" differ, or give one use of the pattern an "output" folder of its own',
      };
    case 'conflict':
      if (failure.folder) return { message: 'a folder stands where an artifact belongs', expected: 'no folder there', received: 'a folder, which Conductor never replaces', hint: '--on-conflict keep leaves it as it is; or move it away', diff: failure.diff };
      return {
        message: failure.kind === 'foreign' ? 'the file was not made by Conductor' : `the artifact was edited by hand${failure.merge ? `, and cannot be merged: ${UNMERGED[failure.merge]}` : ''}`,
        expected: failure.kind === 'edited' ? 'the bytes that Conductor wrote' : 'no file there, or one that the manifest lists',
        received: failure.kind === 'edited' ? 'other bytes' : 'a file that the manifest does not list',
        hint: `--on-conflict keep leaves it as it is, --on-conflict overwrite replaces it${failure.kind === 'edited' && !failure.merge ? ', --on-conflict merge makes one of both' : ''}`,
        diff: failure.diff,
      };
    case 'missing-artifact':
      return { message: 'the artifact is missing', expected: 'the bytes that Conductor wrote', received: 'nothing at that path', hint: 'generate makes it again' };
    case 'damaged-manifest':
      if (failure.repaired) return { message: 'the manifest was damaged, and was made again; artifacts that held what the inputs give were taken over' };
      return { message: 'the manifest is damaged', expected: 'a text whose last line is the digest of the lines above it', received: 'a text that was cut off, merged or edited', hint: 'generate makes it again; artifacts that still hold what the inputs give are taken over' };
    case 'damaged-entries':
      return { message: `the store had damaged entries, ${failure.entries} in number; they were removed`, expected: 'bytes that are what was written', received: 'others', hint: 'what they held is made again when it is needed; when this comes back, look at the disk' };
    case 'problems-found':
      return { message: `the doctor found ${counted(failure.problems, 'problem')}`, expected: 'none', received: String(failure.problems), hint: 'each is told with what to do: conductor doctor' };
    case 'stale':
      return {
        message: failure.what === 'sources' ? `${counted(failure.changes, 'source')} can be mended` : `${failure.what === 'outputs' ? 'compiled code' : 'generated code'} is stale: ${counted(failure.changes, failure.what === 'outputs' ? 'output' : 'artifact')} would change`,
        expected: failure.what === 'sources' ? 'sources that no fix changes' : `${failure.what ?? 'artifacts'} equal to what the inputs give`,
        received: `${failure.changes} to change`,
        hint: `run: ${failure.repair}`,
      };
    case 'disk':
      return {
        message: `cannot ${failure.operation}: ${errnoText(failure.errno)}`,
        expected: `that ${failure.operation} succeeds`,
        received: failure.errno,
        hint: failure.operation.startsWith('read') && RIGHTS.has(failure.errno) ? 'give yourself the right to read it' : errnoHint(failure.errno),
      };
    case 'format-failed':
      return {
        message: `${failure.formatter}: ${failure.reason}`,
        expected: `text that ${failure.formatter} can format`,
        received: failure.reason,
        hint: failure.hint,
      };
    case 'locked':
      return {
        message: `another run holds this project: ${failure.holder}`,
        expected: 'one run per project at a time',
        received: failure.holder,
        hint: 'run again when it has ended; a stopped process keeps it until it goes on or is killed',
      };
    case 'usage':
      return { message: `expected ${failure.expected}, received ${failure.received}`, expected: failure.expected, received: failure.received, hint: failure.hint };
    case 'unsupported-option':
      return {
        message: `"${failure.option}": ${JSON.stringify(failure.value)} is not honoured: ${failure.reason}`,
        hint: failure.hint,
      };
    case 'compile-failed':
    case 'typecheck-failed':
      return {
        message: `${counted(failure.errors, 'error')} in ${counted(failure.files, 'file')}${failure.errors === 1 ? '' : '; the first'}: ${failure.first}`,
        hint: failure.code === 'compile-failed' ? 'outputs of the other sources are up to date; mend these and run again' : 'mend these and run again',
      };
    case 'rejected':
      return {
        message: `rules reject ${counted(failure.files, 'file')}${failure.errors > 1 ? ` for ${failure.errors} reasons; the first` : ''}: ${failure.first}`,
        expected: 'files in which no rule finds an error',
        received: counted(failure.errors, 'error'),
        hint: `${failure.written ? '' : 'nothing was written; '}conductor validate --fix mends what has a fix; else mend the pattern that makes it, or set the rule to "off" in conductor.json`,
      };
    case 'uncertain':
      return {
        message: `of ${counted(failure.files, 'file')} rules cannot tell whether ${failure.files === 1 ? 'it is' : 'they are'} right`,
        expected: 'files that are approved (--strict)',
        received: 'doubts, each told with its reason',
        hint: 'conductor validate without --strict lets these pass',
      };
    case 'fix-failed':
      return {
        message: `the text cannot be mended by rules: ${failure.reason}`,
        expected: 'that its rules come to an end, so that every machine makes the same of it',
        received: failure.reason,
        hint: 'set the rule to "off" for this file ("rules" in conductor.json), or take it out of "fix"',
      };
    case 'compiler-failed':
      return {
        message: `${failure.compiler} broke off: ${failure.reason}`,
        expected: 'a compiler that runs to its end',
        received: failure.reason,
        hint: 'install it again, or run it by hand on this tsconfig to see more',
      };
    case 'bad-rule':
      return {
        message: `rule ${show(failure.rule)}: ${failure.reason}`,
        expected: 'a rule that finds what its invalid examples show, and nothing in its valid ones',
        received: failure.reason,
        hint: failure.hint,
      };
    case 'interrupted':
      return { message: `interrupted by ${failure.signal}`, hint: 'nothing was lost; run again' };
  }
}

const placed = (place: Place) => ({
  file: place.file,
  ...(place.line === undefined ? {} : { line: place.line }),
  ...(place.column === undefined ? {} : { column: place.column }),
});

/** Quotes a name as JSON does, shortened, so that control characters and length cannot spoil a message. */
function show(text: string): string {
  const short = text.length > 120 ? `${text.slice(0, 80)}… (${text.length} characters)` : text;
  return JSON.stringify(short);
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ');
  return names.length > 12 ? `${shown}, … (${names.length} in all)` : shown;
}

function suggestion(name: string, known: readonly string[]): string | undefined {
  const near = nearest(name, known);
  return near === undefined ? undefined : `did you mean ${show(near)}?`;
}

function errnoText(errno: string): string {
  return ERRNO[errno]?.[0] ?? errno;
}

function errnoHint(errno: string): string {
  return ERRNO[errno]?.[1] ?? 'mend what the operating system complains of and run again; what was there before is intact';
}

const RIGHTS: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

/** The refusals that people meet (errno names of POSIX), with what they can do. */
const ERRNO: Readonly<Record<string, readonly [text: string, hint: string]>> = {
  ENOSPC: ['no space left on the disk', 'free some space and run again; what was there before is intact'],
  EDQUOT: ['the disk quota is used up', 'free some space and run again; what was there before is intact'],
  EACCES: ['permission denied', 'give yourself the right to write there; what was there before is intact'],
  EPERM: ['operation not permitted', 'give yourself the right to write there; what was there before is intact'],
  EROFS: ['the file system is read-only', 'mount it writable or choose another output folder'],
  EMFILE: ['too many open files', 'raise the limit (ulimit -n) and run again'],
  EEXIST: ['a file, or a link that leads nowhere, has that name', 'move it away'],
  ENOTDIR: ['a file stands where a folder is needed', 'move that file away'],
  ENOENT: ['a folder on the way to it is not there', 'make that folder, or mend the link that leads there'],
  EISDIR: ['a folder stands where a file is needed', 'move that folder away'],
  EFTYPE: ['it is no regular file', 'name a file, not a pipe or device'],
  ELOOP: ['symbolic links lead in a circle', 'remove the link'],
  EIO: ['the device reported an input/output error', 'check the disk; what was there before is intact'],
  ENOLCK: ['the file system gives no locks', 'try again; if it stays so, move the project to a local disk'],
  ENAMETOOLONG: ['the name is too long for this file system', 'shorten the path'],
};
