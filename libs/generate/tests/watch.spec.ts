import fc from 'fast-check';
import { createWatch, decodeTraces, encodeTraces, mergeTraces, type Traces } from '@nx-conductor/generate';
import { placeOfRead } from '../src/trace/read-log';
import { shownSeen } from '../src/trace/seen';
import { createVerifier } from '../src/trace/verify';

/** What a piece of work reads of a value, in words. */
function readsOf(value: unknown, work: (view: never) => unknown): string[] {
  const watch = createWatch();
  const root = watch.root('spec', value);
  const { reads } = watch.during(() => work(root() as never));
  return reads.map((read) => `${placeOfRead(watch.log, read)} = ${shownSeen(watch.log.readSeen[read] as string)}`);
}

describe('a view', () => {
  const value = { a: { b: [1, 'x', null], 'c/d': true }, text: 'long '.repeat(50), __proto__x: 1 };

  it.each<[string, (view: typeof value) => unknown, string[]]>([
    ['a value and those on the way to it', (view) => view.a.b[1], ['spec#/a = {}', 'spec#/a/b = []', 'spec#/a/b/1 = x']],
    ['a key with a slash', (view) => view.a['c/d'], ['spec#/a = {}', 'spec#/a/c~1d = true']],
    ['what is not there', (view) => (view as { none?: number }).none, ['spec#/none = nothing']],
    ['membership only', (view) => 'a' in view, ['spec#/a = there']],
    ['membership by hasOwn', (view) => Object.hasOwn(view, 'none'), ['spec#/none = nothing']],
    ['keys in their order', (view) => Object.keys(view.a), ['spec#/a = {}', 'spec#/a = keys b, c/d']],
    ['a length', (view) => view.a.b.length, ['spec#/a = {}', 'spec#/a/b = []', 'spec#/a/b/length = 3']],
    ['the same value once', (view) => [view.text, view.text], ['spec#/text = "' + 'long '.repeat(24) + '…"']],
    ['a method only by what it reads', (view) => view.a.b.includes(1), ['spec#/a = {}', 'spec#/a/b = []', 'spec#/a/b/includes = nothing', 'spec#/a/b/length = 3', 'spec#/a/b/0 = 1']],
  ])('notes %s', (_, work, expected) => expect(readsOf(value, work as never)).toEqual(expected));

  it('looks like the value in every way that JavaScript has', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => {
        const plain = JSON.parse(JSON.stringify(json)) as unknown;
        const watch = createWatch();
        const root = watch.root('spec', plain);
        watch.during(() => {
          const view = root();
          expect(JSON.stringify(view)).toBe(JSON.stringify(plain));
          expect(Array.isArray(view)).toBe(Array.isArray(plain));
          if (typeof plain === 'object' && plain !== null) {
            expect({ ...(view as object) }).toEqual({ ...plain });
            expect(Object.entries(view as object)).toEqual(Object.entries(plain));
          }
        });
      }),
    );
  });

  it('may not be changed', () => {
    const watch = createWatch();
    const root = watch.root('spec', { a: [1] });
    const view = root() as { a: number[]; b?: number };
    expect(() => (view.b = 1)).toThrow('read-only');
    expect(() => view.a.push(2)).toThrow('read-only');
    expect(() => delete (view as { a?: unknown }).a).toThrow('read-only');
  });

  it('is the same object within a job, and another for another job', () => {
    const watch = createWatch();
    const root = watch.root('spec', { a: {} }) as () => { a: object };
    const first = watch.during(() => [root().a, root().a] as const).result;
    const second = watch.during(() => root().a).result;
    expect(first[0]).toBe(first[1]);
    expect(second).not.toBe(first[0]);
  });

  it('is the value itself, with nothing noted, for work that depends on all of it', () => {
    const watch = createWatch();
    const document = { a: 1 };
    const root = watch.root('spec', document);
    const { result, reads } = watch.during(() => watch.unwatched(root));
    expect(result).toBe(document);
    expect(reads).toEqual([]);
  });
});

describe('verification', () => {
  it('finds a change exactly when what was read is another', () => {
    const json = fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.oneof(fc.constantFrom(1, '1', true, null, 'x'.repeat(200), 'x'.repeat(199) + 'y'), fc.array(fc.nat(2), { maxLength: 2 }), fc.dictionary(fc.constantFrom('d', 'e'), fc.nat(2))));
    const copy = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
    const work = (view: Record<string, unknown>) => [view['a'], 'b' in view, typeof view['c'] === 'object' && view['c'] !== null ? Object.keys(view['c']) : view['c'], Array.isArray(view['b']) ? view['b'][0] : undefined];
    fc.assert(
      fc.property(json, json, (one, two) => {
        const [before, after] = [copy(one), copy(two)];
        const watch = createWatch();
        const root = watch.root('spec', before) as () => Record<string, unknown>;
        const { reads } = watch.during(() => work(root()));
        const stored = decodeTraces(encodeTraces({ log: watch.log, jobs: [{ id: 'j', parts: {}, reads, path: 'p', digest: 'd', size: 1 }], tables: [] }, 's'), 's') as Traces;
        const verifier = createVerifier(stored.log);
        verifier.check('spec', after);
        const changed = (stored.jobs[0]?.reads ?? []).some((read) => verifier.changed(read) !== undefined);
        // What the work would note now, compared as text, is the judge.
        expect(changed).toBe(JSON.stringify(readsOf(before, work as never)) !== JSON.stringify(readsOf(after, work as never)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('stored traces', () => {
  const traces = (): Traces => {
    const watch = createWatch();
    const root = watch.root('spec é', { a: { b: 'x'.repeat(500) }, c: 1 }) as () => { a: { b: string }; c: number };
    const { reads } = watch.during(() => [root().a.b, root().c]);
    return { log: watch.log, jobs: [{ id: 'j1', parts: { rule: 'r' }, reads, path: 'p', digest: 'd', size: 3 }, { id: 'j2', parts: { rule: 'r' }, reads: reads.slice(-1), path: undefined, digest: '', size: 0 }], tables: [{ name: 'table t', parts: { x: 'y' } }] };
  };

  it('come back as they were, but for long texts, which come back as digests', () => {
    const before = traces();
    const after = decodeTraces(encodeTraces(before, 's'), 's');
    expect({ ...after, log: { ...after?.log, readSeen: [] } }).toEqual({ ...before, log: { ...before.log, readSeen: [] } });
    expect(after?.log.readSeen.join().length).toBeLessThan(200);
  });

  it('are not believed when one bit is wrong, one byte is missing, or something else wrote them', () => {
    const bytes = encodeTraces(traces(), 's');
    expect(decodeTraces(bytes, 'another')).toBeUndefined();
    for (let length = 0; length < bytes.length; length += 7) expect(decodeTraces(bytes.subarray(0, length), 's')).toBeUndefined();
    for (let bit = 0; bit < bytes.length * 8; bit += 13) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(decodeTraces(flipped, 's')).toBeUndefined();
    }
  });

  it('of two runs become one, without what nobody refers to any more', () => {
    const one = traces();
    const two = traces();
    const merged = mergeTraces({ ...one, jobs: one.jobs.slice(1) }, { ...two, jobs: two.jobs.slice(0, 1) });
    expect(merged.jobs.map((job) => job.id)).toEqual(['j2', 'j1']);
    expect(merged.tables).toHaveLength(1);
    const words = (job: Traces['jobs'][number]) => job.reads.map((read) => placeOfRead(merged.log, read));
    expect(merged.jobs.map(words)).toEqual([['spec é#/c'], ['spec é#/a', 'spec é#/a/b', 'spec é#/c']]);
    const none = mergeTraces({ ...one, jobs: [], tables: [] }, { ...two, jobs: [], tables: [] });
    expect(none.log.readNode).toEqual([]);
  });
});
