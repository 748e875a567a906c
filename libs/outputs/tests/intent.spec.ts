import { digestOf, seal } from '@nx-conductor/core';
import { encodeIntent, ownedAfter, readIntent, type Artifact, type Intent, type Observed } from '@nx-conductor/outputs';
import { createMemoryDisk } from '@nx-conductor/testkit';

const INTENT: Intent = { manifest: digestOf('next'), staging: 'out/.conductor-staging-1f', paths: new Map([['out/ü.ts', [digestOf('a'), digestOf('b')]], ['out/new.ts', [digestOf('n')]], ['out/gone.ts', []]]) };
const read = (text: string | undefined, manifest = 'before') => readIntent(createMemoryDisk({ ...(text === undefined ? {} : { '/m/app.intent': text }), '/m/app.json': manifest }), '/m/app.intent', '/m/app.json');

describe('an intent', () => {
  it('is read as it was written, and is over when its manifest is there', () => {
    expect(read(encodeIntent(INTENT))).toEqual({ state: 'pending', intent: INTENT });
    expect(read(encodeIntent(INTENT), 'next')).toEqual({ state: 'over', intent: INTENT });
    expect(read(undefined)).toEqual({ state: 'absent' });
  });

  it('is damaged when cut anywhere', () => {
    const text = encodeIntent(INTENT);
    for (let length = 0; length < text.length; length++) expect(read(text.slice(0, length))).toEqual({ state: 'damaged' });
  });

  it('is not believed when it is of another version, or would clear a folder that is not for staging', () => {
    expect(read(seal('{"schema":2}'))).toEqual({ state: 'damaged' });
    expect(read(seal('[]'))).toEqual({ state: 'damaged' });
    expect(read(encodeIntent({ ...INTENT, staging: 'src' }))).toEqual({ state: 'damaged' });
  });
});

describe('what is owned after a run that was killed', () => {
  const artifact = (path: string, text: string): Artifact => ({ path, digest: digestOf(text), size: text.length, job: 'j', reason: 'r', rendered: digestOf('raw') });
  const look = (files: Readonly<Record<string, string>>) => (path: string): Observed => {
    const text = files[path];
    return text === undefined ? { kind: 'nothing' } : { kind: 'file', digest: digestOf(text), stat: { kind: 'file', size: text.length, mtimeMs: 1, ctimeMs: 1, inode: 1 }, trusted: false };
  };
  const listed = [artifact('out/ü.ts', 'a'), artifact('out/else.ts', 'e')];
  const owned = (files: Readonly<Record<string, string>>) => ownedAfter(listed, { state: 'pending', intent: INTENT }, look(files)).map(({ path, digest, rendered }) => ({ path, digest, rendered }));

  it('is what the manifest lists where nothing was changed yet', () => {
    expect(owned({ 'out/ü.ts': 'a' })).toEqual(listed.map(({ path, digest, rendered }) => ({ path, digest, rendered })));
  });

  it('is what was put there, also where the manifest knows nothing; made from what, is not known', () => {
    expect(owned({ 'out/ü.ts': 'b', 'out/new.ts': 'n' })).toEqual([
      { path: 'out/ü.ts', digest: digestOf('b'), rendered: undefined },
      { path: 'out/else.ts', digest: digestOf('e'), rendered: digestOf('raw') },
      { path: 'out/new.ts', digest: digestOf('n'), rendered: undefined },
    ]);
  });

  it('is nothing that a person wrote since', () => {
    expect(owned({ 'out/ü.ts': 'mine', 'out/new.ts': 'mine', 'out/gone.ts': 'mine' })).toEqual(listed.map(({ path, digest, rendered }) => ({ path, digest, rendered })));
  });

  it.each(['absent', 'damaged'] as const)('is the manifest alone when the intent is %s', (state) => {
    expect(ownedAfter(listed, { state }, look({ 'out/new.ts': 'n' }))).toBe(listed);
  });
});
