import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { escapeSegment } from '@nx-conductor/core';
import { createWatch, decodeTraces, encodeTraces, listReads, mergeTraces, type JobTrace, type Traces, type Watch } from '@nx-conductor/generate';
import { changedPlaces, type ChangedPlaces } from '../src/trace/changed-places';
import { createVerifier } from '../src/trace/verify';

/** What a piece of work reads of a value, in words. */
function readsOf(value: unknown, work: (view: never) => unknown): string[] {
  const watch = createWatch();
  const root = watch.root('spec', value);
  const { sets } = watch.during(() => work(root() as never));
  return listReads(watch.log(), sets).map(({ source, pointer, seen }) => `${source}#${pointer} = ${seen}`);
}

/** All that a piece of work sees, in the form in which it is stored. */
function seenBy(value: Record<string, unknown>, work: (view: Record<string, unknown>) => unknown): string[] {
  const watch = createWatch();
  const root = watch.root('spec', value);
  watch.during(() => work(root() as Record<string, unknown>));
  const { strings, readKey, readSeen } = watch.log();
  return Array.from(readKey, (packed, read) => `${strings[packed >> 2]} ${packed & 3} ${strings[readSeen[read] as number]}`);
}

/** Traces of one job that read something. */
const tracesOf = (watch: Watch, sets: readonly number[]): Traces => ({ log: watch.log(), jobs: [{ id: 'j', parts: {}, sets, files: [{ path: 'p', digest: 'd', size: 1 }] }], tables: [], documents: {}, gone: [] });

describe('a view', () => {
  const value = { a: { b: [1, 'x', null], 'c/d': true }, text: 'long '.repeat(50), __proto__x: 1, empty: {} };

  it.each<[string, (view: typeof value) => unknown, string[]]>([
    ['a value and those on the way to it', (view) => view.a.b[1], ['spec#/a = {}', 'spec#/a/b = []', 'spec#/a/b/1 = x']],
    ['a key with a slash', (view) => view.a['c/d'], ['spec#/a = {}', 'spec#/a/c~1d = true']],
    ['what is not there', (view) => (view as { none?: number }).none, ['spec#/none = nothing']],
    ['membership only', (view) => 'a' in view, ['spec#/a = there']],
    ['membership by hasOwn', (view) => Object.hasOwn(view, 'none'), ['spec#/none = nothing']],
    ['keys in their order', (view) => Object.keys(view.a), ['spec#/a = {}', 'spec#/a = keys b, c/d']],
    ['that there are no keys', (view) => Object.keys(view.empty), ['spec#/empty = {}', 'spec#/empty = no keys']],
    ['a length', (view) => view.a.b.length, ['spec#/a = {}', 'spec#/a/b = []', 'spec#/a/b/length = 3']],
    ['the same value once', (view) => [view.text, view.text], ['spec#/text = "' + 'long '.repeat(12) + '"…']],
    ['a method only by what it reads', (view) => view.a.b.includes(1), ['spec#/a = {}', 'spec#/a/b = []', 'spec#/a/b/includes = nothing', 'spec#/a/b/length = 3', 'spec#/a/b/0 = 1']],
  ])('notes %s', (_, work, expected) => expect(readsOf(value, work as never)).toEqual(expected));

  it('of a scalar is the scalar, which is read when it is given', () => {
    expect([5, 'text', null, true].map((scalar) => readsOf(scalar, (view) => view))).toEqual([['spec# = 5'], ['spec# = text'], ['spec# = null'], ['spec# = true']]);
    expect(readsOf(5, () => undefined)).toEqual(['spec# = 5']);
  });

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
    expect(() => Object.setPrototypeOf(view, { b: 1 })).toThrow('read-only');
    expect(() => Object.preventExtensions(view)).toThrow('read-only');
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
    const { result, sets } = watch.during(() => watch.unwatched(root));
    expect(result).toEqual({ result: document, looked: false });
    expect(result.result).toBe(document);
    expect(sets).toEqual([]);
  });

  it('that was kept from earlier work notes for the work that looks at it', () => {
    const watch = createWatch();
    const root = watch.root('spec', { a: { b: { c: 1 } }, d: 2 }) as () => { a: { b: { c: number } }; d: number };
    const { result: kept } = watch.during(() => root().a);
    const { sets } = watch.during(() => [watch.during(() => kept.b.c).sets, kept.b === root().a.b] as const);
    const places = (of: readonly number[]) => listReads(watch.log(), of).map(({ pointer }) => pointer);
    expect(places(sets)).toEqual(['/a', '/a/b']);
    const { result } = watch.during(() => [watch.during(() => kept.b.c).sets, kept.b === root().a.b] as const);
    expect(places(result[0])).toEqual(['/a/b', '/a/b/c']);
    expect(result[1]).toBe(true);
  });

  it('tells work that is not watched from work that looks at a view which it has kept', () => {
    const watch = createWatch();
    const root = watch.root('spec', { a: 1 }) as () => { a: number };
    const { result: kept } = watch.during(root);
    expect(watch.unwatched(() => kept.a)).toEqual({ result: 1, looked: true });
    expect(watch.unwatched(() => kept)).toMatchObject({ looked: false });
  });
});

/** A key of which, were it a value, only the digest would be stored. */
const LONG = 'long '.repeat(40);

describe('verification', () => {
  it('of work that looked at everything finds every change, whatever the document was and is', () => {
    const anything = fc.oneof(fc.constantFrom<unknown>({}, [], { '': 1 }, { 0: 1 }, [1], 'x', '', null, 0), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(anything, anything, (one, two) => {
        const [before, after] = [JSON.stringify(one), JSON.stringify(two)];
        const watch = createWatch();
        const root = watch.root('spec', JSON.parse(before));
        const { sets } = watch.during(() => JSON.stringify(root()));
        const verify = createVerifier(watch.log(), new Map([['spec', { value: JSON.parse(after) as unknown, changed: true as const }]]));
        expect(sets.some((set) => verify(set) !== undefined)).toBe(before !== after);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a change exactly when what was read is another', () => {
    const json = fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.oneof(fc.constantFrom(1, '1', true, null, 'x'.repeat(200), 'x'.repeat(199) + 'y'), fc.array(fc.nat(2), { maxLength: 2 }), fc.dictionary(fc.constantFrom('d', 'e'), fc.nat(2)), fc.dictionary(fc.constantFrom(LONG, 'd'), fc.nat(2))));
    const copy = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
    const work = (view: Record<string, unknown>) => [view['a'], 'b' in view, typeof view['c'] === 'object' && view['c'] !== null ? Object.keys(view['c']) : view['c'], Array.isArray(view['b']) ? view['b'][0] : undefined, typeof view['a'] === 'object' && view['a'] !== null ? (view['a'] as Record<string, unknown>)[LONG] : undefined];
    fc.assert(
      fc.property(json, json, (one, two) => {
        const [before, after] = [copy(one), copy(two)];
        const watch = createWatch();
        const root = watch.root('spec', before) as () => Record<string, unknown>;
        const { sets } = watch.during(() => work(root()));
        const [stored] = decodeTraces(encodeTraces(tracesOf(watch, sets), 's'), 's').segments as [Traces];
        const verify = createVerifier(stored.log, new Map([['spec', { value: after, changed: true as const }]]));
        const changed = (stored.jobs[0]?.sets ?? []).some((set) => verify(set) !== undefined);
        // What the work would note now, compared as text, is the judge.
        expect(changed).toBe(!isDeepStrictEqual(seenBy(before, work), seenBy(after, work)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('verification of a document of which it is known where it changed', () => {
  const leaf = fc.oneof(fc.constantFrom(1, 2, 'x', null), fc.array(fc.nat(2), { maxLength: 2 }), fc.dictionary(fc.constantFrom('d', 'e/f'), fc.nat(2), { maxKeys: 2 }));
  const entries = fc.dictionary(fc.constantFrom('a', 'b~', 'c', LONG), fc.dictionary(fc.constantFrom('k', 'l', '0', LONG), leaf, { minKeys: 1 }), { minKeys: 1 });

  it('comes to what verification of all of it comes to, and does not look anywhere else', () => {
    let found = 0;
    fc.assert(
      fc.property(entries, fc.nat(), leaf, fc.array(fc.tuple(fc.nat(), fc.constantFrom('deep', 'keys', 'has', 'value')), { minLength: 1, maxLength: 4 }), (json, at, value, asks) => {
        const before = JSON.parse(JSON.stringify(json)) as Record<string, Record<string, unknown>>;
        const places = Object.keys(before).flatMap((key) => Object.keys(before[key] as object).map((inner) => [key, inner] as const));
        const [key, inner] = places[at % places.length] as readonly [string, string];
        const after = structuredClone(before);
        (after[key] as Record<string, unknown>)[inner] = JSON.parse(JSON.stringify(value));
        const watch = createWatch();
        const root = watch.root('spec', before) as () => typeof before;
        const ask = ([number, what]: readonly [number, string]): unknown => {
          const [one, two] = places[number % places.length] as readonly [string, string];
          const entry = root()[one] as Record<string, unknown>;
          return what === 'keys' ? Object.keys(entry) : what === 'has' ? two in entry : what === 'deep' ? JSON.stringify(entry[two]) : typeof entry[two];
        };
        // Sets of several reads, and of one each: those that cannot see the change are told from those that can.
        const sets = [watch.during(() => asks.map(ask)), ...asks.map((each) => watch.during(() => ask(each)))].flatMap((noted) => noted.sets);
        const verdict = (document: unknown, changed: ChangedPlaces) => {
          const verify = createVerifier(watch.log(), new Map([['spec', { value: document, changed }]]));
          return sets.map(verify);
        };
        const whole = verdict(after, true);
        if (whole.some((change) => change !== undefined)) found += 1;
        // Entries that did not change refuse to be looked at, like those that were not parsed.
        for (const [one, two] of places) if (one !== key || two !== inner) Object.defineProperty(after[one], two, { enumerable: true, get: () => { throw new Error(`${one}/${two} was looked at`); } }); // prettier-ignore
        expect(verdict(after, changedPlaces([`/${escapeSegment(key)}/${escapeSegment(inner)}`]))).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(40);
  });

  it('is of all of it when the root has changed', () => {
    expect(changedPlaces(['/a', ''])).toBe(true);
    expect(changedPlaces(['/a/b', '/a', '/a/c'])).toEqual(new Map([['a', true]]));
  });
});

describe('stored traces', () => {
  const traces = (): Traces => {
    const watch = createWatch();
    const root = watch.root('spec é', { a: { b: 'x'.repeat(500) }, c: 1 }) as () => { a: { b: string }; c: number };
    const { sets } = watch.during(() => [root().a.b, root().c]);
    const { sets: second } = watch.during(() => root().c);
    return { log: watch.log(), jobs: [{ id: 'j1', parts: { rule: 'r' }, sets, files: [{ path: 'p', digest: 'd', size: 3 }, { path: 'q', digest: 'e', size: 4 }] }, { id: 'j2', parts: { rule: 'r' }, sets: [...sets, ...second], files: [] }], tables: [{ name: 'table t', parts: { x: 'y' } }], documents: { 'spec é': 'd1' }, gone: ['j0'] };
  };
  const places = ({ log }: Traces, { sets }: JobTrace) => listReads(log, sets).map(({ source, pointer }) => `${source}#${pointer}`);
  const words = (stored: Traces) => stored.jobs.map((job) => [job.id, ...places(stored, job)]);
  const OF_ONE = ['spec é#/a', 'spec é#/c', 'spec é#/a/b'];

  it('come back as they were, but for long texts, which come back as digests', () => {
    const { segments, whole } = decodeTraces(encodeTraces(traces(), 's'), 's');
    expect({ count: segments.length, whole }).toEqual({ count: 1, whole: true });
    const [stored] = segments as [Traces];
    expect(words(stored)).toEqual([['j1', ...OF_ONE], ['j2', ...OF_ONE, 'spec é#/c']]);
    expect(stored.jobs[0]).toMatchObject({ parts: { rule: 'r' }, files: [{ path: 'p', digest: 'd', size: 3 }, { path: 'q', digest: 'e', size: 4 }] });
    expect(stored.jobs[1]?.files).toEqual([]);
    expect(stored.tables).toEqual([{ name: 'table t', parts: { x: 'y' } }]);
    expect({ documents: stored.documents, gone: stored.gone }).toEqual({ documents: { 'spec é': 'd1' }, gone: ['j0'] });
    expect(stored.log.strings.join().length).toBeLessThan(300);
  });

  it('are believed segment by segment: not with a wrong bit, a missing byte or another stamp', () => {
    const bytes = encodeTraces(traces(), 's');
    const twice = Buffer.concat([bytes, bytes]);
    expect(decodeTraces(twice, 's')).toMatchObject({ segments: [{}, {}], whole: true });
    expect(decodeTraces(bytes, 'another')).toEqual({ segments: [], whole: false });
    for (let length = 1; length < bytes.length; length += 7) {
      expect(decodeTraces(bytes.subarray(0, length), 's')).toEqual({ segments: [], whole: false });
      expect(decodeTraces(twice.subarray(0, bytes.length + length), 's')).toMatchObject({ segments: [{}], whole: false });
    }
    for (let bit = 0; bit < bytes.length * 8; bit += 13) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(decodeTraces(flipped, 's').segments).toEqual([]);
    }
  });

  it('of several runs become one, the latest of each job, without what nobody refers to any more', () => {
    const stored = decodeTraces(encodeTraces(traces(), 's'), 's').segments;
    const later = traces();
    const made = { ...later, jobs: [{ ...(later.jobs[0] as JobTrace), files: [{ path: 'p', digest: 'later', size: 3 }] }] };
    const merged = mergeTraces([...stored, made], new Set(['j1', 'j2']));
    const [again] = decodeTraces(encodeTraces(merged, 's'), 's').segments as [Traces];
    expect(words(again).sort()).toEqual([['j1', ...OF_ONE], ['j2', ...OF_ONE, 'spec é#/c']]);
    expect(again.jobs.find((job) => job.id === 'j1')?.files[0]?.digest).toBe('later');
    expect(again.tables).toHaveLength(1);
    const [own] = mergeTraces([...stored, { ...later, jobs: [], documents: { 'spec é': 'd2' } }], new Set(['j2'])).jobs as [JobTrace];
    expect(own.sets).toEqual([0, 1]);
    expect(mergeTraces([...stored, { ...later, jobs: [], gone: ['j1'] }], new Set(['j1'])).jobs).toEqual([]);
    expect(mergeTraces(stored, new Set(['none'])).log.strings).toEqual([]);
  });
});
