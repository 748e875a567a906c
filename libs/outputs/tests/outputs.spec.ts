import fc from 'fast-check';
import { posix, win32 } from 'node:path';
import { digestOf } from '@nx-conductor/core';
import { checkFence, decodeManifest, encodeManifest, makePlan, pathFault, unifiedDiff, type Artifact, type Manifest, type Observed, type OnConflict } from '@nx-conductor/outputs';

const artifact = (path: string, text: string): Artifact => ({ path, digest: digestOf(text), size: text.length, job: 'job', reason: 'reason' });
const MANIFEST: Manifest = { project: 'app', generator: '1', jobs: 2, templates: [digestOf('t')], inputs: [{ kind: 'spec', path: 'spec.json', digest: digestOf('s') }], artifacts: [artifact('a', '1'), artifact('b/ü', '2')] };
const textOf = (manifest: Manifest) => Buffer.from(encodeManifest(manifest)).toString();

describe('manifest texts', () => {
  it('are read as they were written, line ends of Windows or not', () => {
    const text = textOf(MANIFEST);
    expect(decodeManifest(text)).toMatchObject({ state: 'sound', manifest: MANIFEST });
    expect(decodeManifest(text.replaceAll('\n', '\r\n'))).toMatchObject({ state: 'sound' });
    expect(JSON.parse(text)).toMatchObject({ schema: 1, artifacts: [{ path: 'a' }, { path: 'b/ü' }] });
  });

  it('hold one artifact a line, in code-unit order', () => {
    const text = textOf({ ...MANIFEST, artifacts: [artifact('b', '1'), artifact('B', '2'), artifact('a', '3')] });
    expect(text.split('\n').flatMap((line) => /"path":"(.)","digest/.exec(line)?.[1] ?? [])).toEqual(['B', 'a', 'b']);
  });

  it('are damaged when cut anywhere or changed by one character', () => {
    const text = textOf(MANIFEST);
    for (let length = 0; length < text.length; length++) expect(decodeManifest(text.slice(0, length)).state).toBe('damaged');
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, character) => {
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        // A carriage return beside a newline is a line end of Windows, which version control may put there.
        fc.pre(changed !== text && character !== '\r');
        expect(decodeManifest(changed).state).toBe('damaged');
      }),
      { numRuns: 500 },
    );
    expect(decodeManifest(`<<<<<<< ours\n${text}`).state).toBe('damaged');
  });
});

describe('the fence', () => {
  it('lets nothing through that could leave the folder on any system', () => {
    const parts = fc.constantFrom('..', '.', '/', '\\', 'a', 'C:', 'con', ' ', '~', '%2e%2e', '\u0000', '．．', 'x.ts');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }).map((each) => each.join('')), (path) => {
        fc.pre(pathFault(path) === undefined);
        expect(posix.join('/out', path)).toBe(`/out/${path}`);
        expect(win32.join('C:\\out', path)).toBe(`C:\\out\\${path.replaceAll('/', '\\')}`);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets ordinary names through', () => {
    for (const path of ['a.ts', 'models/user-profile.ts', '.hidden', 'ü/日本語.ts', 'console.ts', 'aux-data/x', 'a b.ts', '__proto__.ts']) expect(pathFault(path)).toBeUndefined();
  });

  it('finds every pair that one disk cannot hold, in time that grows with the number of claims', () => {
    const claims = Array.from({ length: 20_000 }, (_, index) => ({ path: `models/m${index}.ts`, job: `j${index}`, file: 'p' }));
    expect(checkFence(claims)).toEqual([]);
    expect(checkFence([...claims, { path: 'Models/m7.ts', job: 'x', file: 'p' }])).toMatchObject([{ code: 'claimed-twice', jobs: ['j7', 'x'] }, { code: 'claimed-twice' }]);
  });
});

describe('a plan', () => {
  const stat = { kind: 'file', size: 1, mtimeMs: 1, ctimeMs: 1, inode: 1 } as const;
  const file = (text: string): Observed => ({ kind: 'file', digest: digestOf(text), stat, trusted: false });
  const nothing: Observed = { kind: 'nothing' };
  const stepOf = (rendered: string | undefined, owned: string | undefined, disk: Observed, onConflict: OnConflict = 'fail') => {
    const plan = makePlan(rendered === undefined ? [] : [artifact('a', rendered)], owned === undefined ? [] : [artifact('a', owned)], () => disk, onConflict);
    const [step] = plan.steps;
    return [step?.action, step?.conflict, plan.artifacts.map((each) => (each.digest === digestOf(rendered ?? '') ? 'new' : 'old') + (each.kept === digestOf('x') ? ', keeps x' : '')).join()];
  };

  it.each<[string | undefined, string | undefined, Observed, OnConflict, (string | undefined)[]]>([
    ['n', undefined, nothing, 'fail', ['create', undefined, 'new']],
    ['n', 'o', nothing, 'fail', ['create', undefined, 'new']],
    ['n', 'n', file('n'), 'fail', ['keep', undefined, 'new']],
    ['n', 'o', file('n'), 'fail', ['keep', undefined, 'new']],
    ['n', undefined, file('n'), 'fail', ['keep', undefined, 'new']],
    ['n', 'o', file('o'), 'fail', ['update', undefined, 'new']],
    ['n', 'o', file('x'), 'fail', ['conflict', 'edited', 'new']],
    ['n', 'o', file('x'), 'keep', ['keep', 'edited', 'new, keeps x']],
    ['n', 'o', { kind: 'other', stat: { ...stat, kind: 'symlink' } }, 'keep', ['keep', 'edited', 'old']],
    ['n', 'o', file('x'), 'overwrite', ['update', 'edited', 'new']],
    ['n', undefined, file('x'), 'fail', ['conflict', 'foreign', 'new']],
    ['n', undefined, file('x'), 'keep', ['keep', 'foreign', '']],
    ['n', undefined, file('x'), 'overwrite', ['update', 'foreign', 'new']],
    [undefined, 'o', file('o'), 'fail', ['remove', undefined, '']],
    [undefined, 'o', file('x'), 'fail', ['conflict', 'edited', '']],
    [undefined, 'o', file('x'), 'keep', ['keep', 'edited', '']],
    [undefined, 'o', file('x'), 'overwrite', ['remove', 'edited', '']],
    [undefined, 'o', nothing, 'fail', [undefined, undefined, '']],
    [undefined, 'o', { kind: 'other', stat: { ...stat, kind: 'directory' } }, 'overwrite', [undefined, undefined, '']],
    [undefined, 'o', { kind: 'other', stat: { ...stat, kind: 'symlink' } }, 'fail', ['conflict', 'edited', '']],
    ['n', 'o', { kind: 'other', stat: { ...stat, kind: 'symlink' } }, 'fail', ['conflict', 'edited', 'new']],
    ['n', 'o', { kind: 'other', stat: { ...stat, kind: 'directory' } }, 'overwrite', ['conflict', 'edited', 'new']],
  ])('rendered %j, owned %j, on disk %j, %s', (rendered, owned, disk, onConflict, expected) => {
    expect(stepOf(rendered, owned, disk, onConflict)).toEqual(expected);
  });
});

describe('diffs', () => {
  it('are unified, with /dev/null for what is not there', () => {
    expect(unifiedDiff('x', 'a\nb\n', 'a\nc\n')).toBe('--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n');
    expect(unifiedDiff('x', undefined, 'a\n')).toContain('--- /dev/null\n');
    expect(unifiedDiff('x', 'a\n', undefined)).toContain('+++ /dev/null\n');
  });

  it('of huge texts are a line of sizes', () => {
    expect(unifiedDiff('x', 'a\n'.repeat(300_000), 'b\n')).toContain('600000 characters → 2 characters');
  });
});
