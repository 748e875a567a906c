import fc from 'fast-check';
import { byCodeUnit, collect, describe as sentences, digestOfFields, done, exitCodeOf, failed, nearest, parseJsonFile, placeInJson, pointerOf, pointerSegments, positionAt, seal, sealLightly, unseal, unsealLightly, valueAt, type Failure, type Json } from '@nx-conductor/core';

describe('JSON Pointers', () => {
  it('lead from any path of keys back to it', () => {
    fc.assert(fc.property(fc.array(fc.string()), (keys) => expect(pointerSegments(pointerOf(keys).slice(1))).toEqual(keys)));
  });

  it('are decoded when they are URI fragments', () => {
    expect(pointerSegments('#/a%20b/c~1d/e~0f')).toEqual(['a b', 'c/d', 'e~f']);
    expect(pointerSegments('#/100%')).toEqual(['100%']);
    expect(pointerSegments('')).toEqual([]);
    expect(pointerSegments('#')).toEqual([]);
  });

  it('find own values only', () => {
    const document = JSON.parse('{"a":[{"__proto__":7}]}') as Json;
    expect(valueAt(document, ['a', '0', '__proto__'])).toBe(7);
    expect(valueAt(document, ['constructor'])).toBeUndefined();
    expect(valueAt(document, ['a', '00'])).toBeUndefined();
    expect(valueAt(document, ['a', 'length'])).toBeUndefined();
  });
});

describe.each([
  ['sealed', (body: string) => Buffer.from(seal(body)), unseal],
  ['lightly sealed', (body: string) => Buffer.from(sealLightly(body)), unsealLightly],
])('%s files', (_, close, open) => {
  it('give back what was sealed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (body) => expect(open(close(body))).toBe(Buffer.from(body).toString())));
  });

  it('are never read with one bit changed or one byte lost', () => {
    const bytes = close('{"a":1}\n');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(open(flipped)).toBeUndefined();
    }
    for (let length = 0; length < bytes.length; length++) expect(open(bytes.subarray(0, length))).toBeUndefined();
  });
});

describe('digests of structs', () => {
  it('differ whenever a field differs, wherever a text ends', () => {
    const fields = fc.dictionary(fc.constantFrom('a', 'b', 'ab'), fc.string());
    fc.assert(
      fc.property(fields, fields, (one, two) => {
        const same = JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(two).sort());
        expect(digestOfFields('v1', one) === digestOfFields('v1', two)).toBe(same);
      }),
    );
    expect(digestOfFields('v1', {})).not.toBe(digestOfFields('v2', {}));
  });
});

describe('nearest', () => {
  it.each([
    ['patern', 'pattern'],
    ['ptatern', 'pattern'],
    ['--dryrun', '--dry-run'],
    ['OUTPUT', 'output'],
  ])('takes %s for %s', (name, meant) => expect(nearest(name, ['other', 'pattern', '--dry-run', 'output'])).toBe(meant));

  it('takes nothing for what is far away', () => {
    expect(nearest('zebra', ['output', 'pattern'])).toBeUndefined();
    expect(nearest('', ['output'])).toBeUndefined();
  });
});

describe('JSON texts', () => {
  it.each([
    ['{"a": 1,}', 1, 9, 'a property name in double quotes'],
    ['{\n  "a" 1}', 2, 7, '":"'],
    ['[1, 2', 1, 6, '"]"'],
    ['{"a": tru}', 1, 7, 'true, false'],
    ['', 1, 1, 'a value'],
    ['{} {}', 1, 4, 'the end of the file'],
    ['// no\n{}', 1, 1, 'JSON without comments'],
  ])('%j is wrong at %i:%i', (text, line, column, expected) => {
    const outcome = parseJsonFile(text, 'x.json');
    expect(outcome).toMatchObject({ ok: false, failures: [{ code: 'syntax', place: { file: 'x.json', line, column }, expected: expect.stringContaining(expected) }] });
  });

  it('parse with a byte order mark, and fail in words when nested beyond measure', () => {
    expect(parseJsonFile('\ufeff{"a":1}', 'x')).toEqual(done({ a: 1 }));
    expect(parseJsonFile('['.repeat(200_000), 'x').ok).toBe(false);
  });

  it('tell where a value or a key stands', () => {
    const text = '{\n  "a": [\n    { "b": 1 }\n  ]\n}';
    expect(placeInJson(text, 'x', ['a', 0, 'b'])).toEqual({ file: 'x', line: 3, column: 12 });
    expect(placeInJson(text, 'x', ['a', 0], 'b')).toEqual({ file: 'x', line: 3, column: 7 });
    expect(placeInJson(text, 'x', ['a', 5, 'c'])).toEqual({ file: 'x', line: 2, column: 8 });
    expect(positionAt(text, 0)).toEqual({ line: 1, column: 1 });
  });
});

describe('outcomes', () => {
  it('are collected with all failures', () => {
    const wrong = (file: string): Failure => ({ code: 'missing-artifact', place: { file } });
    expect(collect([done(1), done(2)])).toEqual(done([1, 2]));
    expect(collect([failed(wrong('a')), done(1), failed(wrong('b'))])).toEqual(failed(wrong('a'), wrong('b')));
  });
});

describe('exit codes', () => {
  const conflict: Failure = { code: 'conflict', place: { file: 'a' }, kind: 'edited', diff: '' };
  const usage: Failure = { code: 'usage', expected: 'a', received: 'b', hint: 'c' };
  it.each<[Failure[], number]>([
    [[], 0],
    [[conflict], 1],
    [[usage], 2],
    [[conflict, usage], 2],
    [[{ code: 'interrupted', signal: 'SIGINT' }, usage], 130],
  ])('%#', (failures, code) => expect(exitCodeOf(failures)).toBe(code));

  it('control characters and length of names cannot spoil a message', () => {
    const { message } = sentences({ code: 'bad-path', place: { file: 'p' }, path: `\u001b[2J${'x'.repeat(10_000)}`, reason: 'r', job: 'j' });
    expect(message).not.toContain('\u001b');
    expect(message.length).toBeLessThan(300);
  });
});

it('code units sort the same everywhere', () => {
  expect(['ä', 'a', 'Z', 'z', '_'].sort(byCodeUnit)).toEqual(['Z', '_', 'a', 'z', 'ä']);
});

describe('a refusal of the operating system', () => {
  it.each([
    ['read', 'EACCES', 'give yourself the right to read it'],
    ['write', 'EACCES', 'give yourself the right to write there; what was there before is intact'],
    ['write', 'ENOENT', 'make that folder, or mend the link that leads there'],
  ])('to %s (%s) comes with what to do: %s', (operation, errno, hint) => {
    expect(sentences({ code: 'disk', place: { file: 'f' }, operation, errno })).toMatchObject({ hint });
  });
});
