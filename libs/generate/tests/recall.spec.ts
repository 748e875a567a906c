import fc from 'fast-check';
import type { Json, Spec } from '@nx-conductor/core';
import { lookAt, touched } from '../src/recall/look';
import { createRecall, type Recall } from '../src/recall/recall';

const spec = (document: Json, digest: string, since?: Spec['since']) => ({ adapter: 'data', files: [{ path: '/spec.json', digest }], document, ...(since ? { since } : {}) }) as unknown as Spec;

/** A look at a document: keys from the root, and what is asked of the value there. */
interface Ask {
  readonly path: readonly string[];
  readonly what: 'value' | 'keys' | 'has' | 'entries' | 'text';
  readonly key: string;
}

function answer(document: unknown, { path, what, key }: Ask): unknown {
  let at = document;
  for (const each of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, each)) return 'nowhere';
    at = (at as Record<string, unknown>)[each];
  }
  if (typeof at !== 'object' || at === null) return at;
  if (what === 'keys') return Object.keys(at);
  if (what === 'has') return key in at;
  if (what === 'entries') return Object.entries(at).map(([name, value]) => [name, typeof value]);
  return what === 'text' ? JSON.stringify(at) : Array.isArray(at) ? at.map((each) => typeof each).join() : typeof (at as Record<string, unknown>)[key];
}

const name = fc.constantFrom('a', 'b', 'c/d', 'e~', '0', '1');
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof({ depthSize: 'medium', withCrossShrink: true }, fc.constantFrom<Json>(1, 2, 'x', null), fc.dictionary(name, tie('value'), { maxKeys: 4 }) as fc.Arbitrary<Json>, fc.array(tie('value'), { maxLength: 3 })),
})).value;
const asks = fc.array(fc.record({ path: fc.array(name, { maxLength: 5 }), what: fc.constantFrom<Ask['what']>('value', 'keys', 'has', 'entries', 'text'), key: name }), { minLength: 1, maxLength: 4 });

/** Pointers of all values in a document, as lists of keys. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => places(child, [...path, key]))];
}

function replaced(document: Json, path: readonly string[], value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy = (Array.isArray(document) ? [...document] : { ...(document as object) }) as Record<string, Json>;
  copy[key] = replaced(copy[key] as Json, rest, value);
  return copy as Json;
}

const pointer = (path: readonly string[]) => path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

describe('what is recalled', () => {
  it('is what would be worked out anew, whatever was looked at and whatever values are replaced', () => {
    let recalled = 0;
    fc.assert(
      fc.property(json, fc.array(asks, { minLength: 1, maxLength: 3 }), fc.array(fc.record({ at: fc.nat(), value: json }), { minLength: 1, maxLength: 4 }), (start, works, edits) => {
        let [document, digest] = [start, 'd0'];
        let computed = 0;
        const workOut = (recall: Recall) =>
          works.map((work, index) =>
            recall.take(String(index), () => {
              computed += 1;
              return work.map((ask) => answer(recall.view(), ask));
            }),
          );
        let recall = createRecall(spec(document, digest), 'ground', undefined);
        workOut(recall);
        edits.forEach(({ at, value }, index) => {
          const all = places(document);
          const path = all[at % all.length] as readonly string[];
          document = replaced(document, path, value);
          const since = { digest, changed: [pointer(path)] };
          digest = `d${index + 1}`;
          recall = createRecall(spec(document, digest, since), 'ground', recall.memory());
          computed = 0;
          expect(workOut(recall)).toEqual(works.map((work) => work.map((ask) => answer(document, ask))));
          recalled += works.length - computed;
        });
      }),
      { numRuns: 500 },
    );
    // Nothing would be proved by working everything out anew.
    expect(recalled).toBeGreaterThan(300);
  });

  it('is looked at through views that are the document to whoever reads it', () => {
    fc.assert(
      fc.property(json, asks, (document, work) => {
        const { view } = lookAt(document);
        expect(work.map((ask) => answer(view, ask))).toEqual(work.map((ask) => answer(document, ask)));
        expect(JSON.stringify(view)).toBe(JSON.stringify(document));
        expect(view).toEqual(document);
      }),
    );
  });

  it('depends on what it was worked out from by way of something else', () => {
    const before = createRecall(spec({ a: { b: 1 } }, 'd0'), 'ground', undefined);
    const inner = (recall: Recall) => recall.take('inner', () => (recall.view() as unknown as { a: { b: number } }).a.b);
    const outer = (recall: Recall) => recall.take('outer', () => inner(recall) + 1);
    expect([inner(before), outer(before)]).toEqual([1, 2]);
    const after = createRecall(spec({ a: { b: 5 } }, 'd1', { digest: 'd0', changed: ['/a/b'] }), 'ground', before.memory());
    expect(outer(after)).toBe(6);
  });

  it('is forgotten when code or options are others, or when it is not known what changed', () => {
    const first = createRecall(spec({ a: 1 }, 'd0'), 'ground', undefined);
    first.take('a', () => 'old');
    const take = (recall: Recall) => recall.take('a', () => 'new');
    expect(take(createRecall(spec({ a: 1 }, 'd0'), 'ground', first.memory()))).toBe('old');
    expect(take(createRecall(spec({ a: 1 }, 'd0'), 'other', first.memory()))).toBe('new');
    expect(take(createRecall(spec({ a: 1 }, 'd1'), 'ground', first.memory()))).toBe('new');
    expect(take(createRecall(spec({ a: 1 }, 'd2', { digest: 'd1', changed: [] }), 'ground', first.memory()))).toBe('new');
  });

  it('is not touched by a change beside it, nor by one below keys that were only listed', () => {
    const { view, places: looked } = lookAt({ a: { b: { c: { d: 1 } }, bc: 1 }, x: 1 });
    const { a } = view as { a: { b: { c: unknown } } };
    Object.keys(a);
    expect(touched(looked(), ['/a/b/c'])).toBe(false);
    expect(a.b.c).toEqual({ d: 1 });
    expect(touched(looked(), ['/a/b/c/d'])).toBe(true);
    expect(touched(looked(), ['/a/bc'])).toBe(false);
    expect(touched(looked(), ['/x', '/a'])).toBe(true);
  });
});
