import type { Failure } from '@nx-conductor/core';

/** A claim of a job to a path inside the output folder, with `/`. */
export interface Claim {
  readonly path: string;
  readonly job: string;
  /** File that a person opens to mend the path: the pattern's. */
  readonly file: string;
}

/** Longest name that common file systems hold, in bytes (ext4, APFS, NTFS count 255). */
const MAX_NAME_BYTES = 255;
/** Room left for the folders above within Linux's PATH_MAX of 4,096 bytes. */
const MAX_PATH_BYTES = 2048;

/**
 * Holds every claim against the fence: a plain relative path that every common file system can hold, and no two
 * claims that are one file, or a file and a folder, on a disk that ignores case or normalizes Unicode.
 */
export function checkFence(claims: readonly Claim[]): Failure[] {
  const failures: Failure[] = [];
  const files = new Map<string, Claim>();
  const folders = new Map<string, { readonly path: string; readonly claim: Claim }>();
  /** Of the folders: as they were first written. Most files are in a few. */
  const known = new Set<string>();
  for (const claim of claims) {
    const reason = pathFault(claim.path);
    if (reason !== undefined) {
      failures.push({ code: 'bad-path', place: { file: claim.file }, path: claim.path, reason, job: claim.job });
      continue;
    }
    const folded = fold(claim.path);
    const twin = files.get(folded);
    if (twin) failures.push(claimedTwice(twin, claim));
    else files.set(folded, claim);
    for (let at = claim.path.indexOf('/'); at !== -1; at = claim.path.indexOf('/', at + 1)) {
      const path = claim.path.slice(0, at);
      if (known.has(path)) continue;
      const other = folders.get(fold(path));
      if (other) {
        failures.push(claimedTwice(other.claim, claim));
        break;
      }
      folders.set(fold(path), { path, claim });
      known.add(path);
    }
  }
  for (const [folded, claim] of files) {
    const folder = folders.get(folded);
    if (folder) failures.push(claimedTwice(claim, folder.claim));
  }
  return failures;
}

/** Why a path cannot be an artifact's; undefined when it can. */
export function pathFault(path: string): string | undefined {
  if (PLAIN.test(path) && path.length <= MAX_NAME_BYTES && !DEVICE.test(path)) return undefined;
  if (path === '') return 'it is empty';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'it is absolute';
  if (path.includes('\\')) return 'it has a backslash, which is a separator on Windows';
  if (/\p{Cc}/u.test(path)) return 'it has a control character';
  if (!path.isWellFormed()) return 'it is not valid Unicode';
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `it is longer than ${MAX_PATH_BYTES} bytes`;
  for (const name of path.split('/')) {
    const reason = nameFault(name);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function nameFault(name: string): string | undefined {
  if (name === '') return 'a folder or file name in it is empty';
  if (name === '.' || name === '..') return `it has a "${name}" segment, which could lead out of the output folder`;
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) return `a name in it is ${Buffer.byteLength(name)} bytes long; file systems take ${MAX_NAME_BYTES}`;
  if (/[<>:"|?*]/.test(name)) return 'it has one of < > : " | ? *, which Windows forbids';
  if (/[. ]$/.test(name)) return 'a name in it ends with a dot or a space, which Windows drops';
  if (RESERVED.test(name)) return `"${name}" is a device name on Windows`;
  if (name.startsWith(STAGING_PREFIX)) return `names that start with ${STAGING_PREFIX} are Conductor's own`;
  return undefined;
}

/** Nearly every path: words with single dots and slashes between them. Only length and device names can be wrong with it. */
const PLAIN = /^[\w-]+(?:[./][\w-]+)*$/;
const DEVICE = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)/i;

/** Device names of Windows, reserved with any extension and in any case. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?$/i;

/** Folder in the output folder that holds files on their way in, while a plan is applied. */
export const STAGING_PREFIX = '.conductor-staging';

/** One key for all spellings that a case-ignoring, Unicode-normalizing disk takes for one name. */
function fold(path: string): string {
  return PLAIN.test(path) ? path.toLowerCase() : path.normalize('NFC').toUpperCase().toLowerCase();
}

function claimedTwice(first: Claim, second: Claim): Failure {
  const paths = first.path === second.path ? [first.path] : [first.path, second.path];
  return { code: 'claimed-twice', place: { file: second.file }, paths, jobs: [first.job, second.job] };
}
