import type { Failure } from '@nx-conductor/core';
import { failuresOf, specOf } from './read';

/** The one failure of a file that does not parse, as `line:column expected | received`. */
function problem(name: string, content: string | Uint8Array): string {
  const [failure, ...more] = failuresOf({ [name]: content }, 'data') as [Failure, ...Failure[]];
  expect(more).toEqual([]);
  if (failure.code !== 'syntax' && failure.code !== 'invalid-value') throw new Error(`an unexpected failure: ${failure.code}`);
  expect(failure.place.file).toBe(name);
  if (failure.code === 'syntax') expect(failure.language).toBe(name.endsWith('.json') ? 'json' : 'yaml');
  return `${failure.place.line}:${failure.place.column} ${failure.expected} | ${failure.received}`;
}

describe('JSON that does not parse', () => {
  it.each([
    ['empty', '', '1:1 a value | the end of the file'],
    ['blank', ' \n\n', '3:1 a value | the end of the file'],
    ['truncated in an object', '{\n  "a": {"b": 1', '2:15 `,` or `}` | the end of the file'],
    ['truncated in an array', '[1,\n', '2:1 a value | the end of the file'],
    ['truncated in a string', '{"a": "xy', '1:7 a string that ends on its line | `"xy`'],
    ['truncated after a key', '{"a"', '1:5 `:` after the key | the end of the file'],
    ['a comma after the last member', '{"a": 1,\n}', '2:1 a key in double quotes (no comma may follow the last one) | `}`'],
    ['a comma after the last element', '[1, 2, ]', '1:8 a value (no comma may follow the last one) | `]`'],
    ['a missing comma', '{"a": 1 "b": 2}', '1:9 `,` or `}` | `"b"`'],
    ['a bare key', '{a: 1}', '1:2 a key in double quotes or `}` | `a`'],
    ['single quotes', "{'a': 1}", "1:2 a key in double quotes or `}` | `'a'`"],
    ['a comment', '{"a": 1} // one', '1:10 nothing after the value | a comment'],
    ['two values', '{} {}', '1:4 nothing after the value | `{`'],
    ['the wrong bracket', '{"a": [1}', '1:9 `,` or `]` | `}`'],
    ['a word', '{"a": undefined}', '1:7 a value | `undefined`'],
    ['a NUL byte between values', '{"a": \0 1}', '1:7 a value | `U+0000`'],
    ['a NUL byte in a text', '{"a": "x\0y"}', '1:7 no control character in a string (write it as an escape) | `"xU+0000y"`'],
    ['a bad escape', '{"a": "\\q"}', '1:7 one of the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u | `"\\q"`'],
    ['a bad code unit', '{"a": "\\u12"}', '1:7 four hexadecimal digits after \\u | `"\\u12"`'],
    ['a number that stops', '[1.]', '1:2 a number with all of its digits | `1.`'],
    ['a leading zero', '[012]', '1:3 `,` or `]` | `12`'],
  ])('%s', (_what, text, expected) => {
    expect(problem('a.json', text)).toBe(expected);
  });

  it('counts lines of every ending', () => {
    expect(problem('a.json', '[\r\n1,\r2,\n x]')).toBe('4:2 a value | `x`');
  });

  it('takes a byte order mark for what it is', () => {
    expect(specOf({ 'a.json': '\ufeff{"a": 1}' }, 'data').document).toEqual({ a: 1 });
    expect(problem('a.json', '\ufeff{"é": }')).toBe('1:7 a value | `}`');
  });

  it('lets the last of equal keys win, as JSON.parse does', () => {
    expect(specOf({ 'a.json': '{"a": 1, "a": 2}' }, 'data').document).toEqual({ a: 2 });
  });

  it('keeps `__proto__` an ordinary key', () => {
    const { document } = specOf({ 'a.json': '{"__proto__": {"x": 1}}' }, 'data');
    expect(Object.keys(document as object)).toEqual(['__proto__']);
    expect((document as { x?: number }).x).toBeUndefined();
  });

  it.each([
    ['open', '['.repeat(100_000), 'syntax', 100_001],
    ['closed', '['.repeat(100_000) + ']'.repeat(100_000), 'invalid-value', 501],
    ['objects', '{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000), 'invalid-value', 2501],
  ])('survives 100,000 levels (%s)', (_what, text, code, column) => {
    expect(failuresOf({ 'a.json': text }, 'data')).toMatchObject([{ code, place: { line: 1, column } }]);
  });

  it.each(['a.json', 'a.yaml'])('allows 500 levels and no more (%s)', (name) => {
    const nested = (levels: number) => ({ [name]: `${name === 'a.yaml' ? '- ' : '['}${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}${name === 'a.yaml' ? '' : ']'}` });
    expect(specOf(nested(500), 'data').name).toBe('a');
    expect(failuresOf(nested(501), 'data')).toMatchObject([{ code: 'invalid-value', what: 'nesting', place: { line: 1 } }]);
  });
});

describe('bytes that are not UTF-8', () => {
  it.each([
    ['a stray byte', Buffer.concat([Buffer.from('{"ä\ufffd":\n "'), Buffer.from([0xff]), Buffer.from('"}')]), '2:3 text encoded in UTF-8 | byte 0xff'],
    ['a Latin-1 letter', Buffer.from('{"a": "\u00e4"}', 'latin1'), '1:8 text encoded in UTF-8 | byte 0xe4'],
    ['a cut sequence', Buffer.from([0x22, 0xe2, 0x82]), '1:2 text encoded in UTF-8 | byte 0xe2'],
    ['UTF-16', Buffer.from('\ufeff{"a": "ä"}', 'utf16le'), '1:1 text encoded in UTF-8 | UTF-16, little endian'],
    ['UTF-16 BE', Buffer.from('\ufeff{"a": "ä"}', 'utf16le').swap16(), '1:1 text encoded in UTF-8 | UTF-16, big endian'],
  ])('%s', (_what, bytes, expected) => {
    expect(problem('a.json', bytes)).toBe(expected);
  });
});

describe('YAML that does not parse', () => {
  it.each([
    ['empty', '', '1:1 a value | an empty file'],
    ['only comments', '# nothing\n', '1:1 a value | nothing but comments'],
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', '3:1 each key once in a mapping | `a: 3`'],
    ['truncated', 'a: {b: 1', '1:9 `,` or the closing bracket | the end of the file'],
    ['an open quote', 'a: "x\n  b: 1', '2:7 the closing quote | the end of the file'],
    ['a quote that a key interrupts', 'a: "x\nb: 1', '2:1 a deeper indentation, or the end of the quote or bracket above | `b: 1`'],
    ['a tab', 'a:\n\tb: 1', '2:1 spaces as indentation, not tabs | `U+0009b: 1`'],
    ['a colon in a text', 'a: b: c', '1:5 an indentation that fits the lines above (quote a text that contains `: `) | `: c`'],
    ['an unknown alias', 'a: *b', '1:5 an alias of an anchor that stands above it | `b`'],
    ['two documents', 'a: 1\n---\nb: 2\n', '2:1 one document in the file | a second one, begun by `---`'],
    ['two marked documents', '---\na: 1\n---\nb: 2\n', '3:1 one document in the file | a second one, begun by `---`'],
    ['a tag', 'a: !!binary aGk=', '1:4 no tag, or one of the YAML 1.2 core schema | `!!binary aGk=`'],
    ['a NUL byte', 'a: \0b', '1:4 printable characters only (write others as escapes in double quotes) | `U+0000b`'],
    ['a list as key', '? [a, b]\n: 1', '1:1 a key that is a plain text | `? [a, b]`'],
    ['an infinity', 'a:\n  - 1\n  - .inf', '3:5 a finite number | Infinity'],
    ['an alias inside its own anchor', 'a: &a\n  b: [*a]', '2:7 a value that does not contain itself | an alias inside the value of its own anchor'],
    ['100,000 levels', '['.repeat(100_000), '1:502 at most 500 levels of nesting | `' + '['.repeat(39) + '…`'],
  ])('%s', (_what, text, expected) => {
    expect(problem('a.yaml', text)).toBe(expected);
  });

  it('bounds what aliases stand for', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `a${level}: &a${level} [${Array(9).fill(level === 0 ? 'x' : `*a${level - 1}`).join(', ')}]\n`);
    expect(failuresOf({ 'a.yaml': levels.join('') }, 'data')).toMatchObject([{ code: 'invalid-value', what: 'aliases', place: { line: 1 } }]);
  });

  it('bounds the depth that aliases add up to', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `a${level}: &a${level} ${'['.repeat(20)}${level === 0 ? 'x' : `*a${level - 1}`}${']'.repeat(20)}\n`);
    expect(failuresOf({ 'a.yaml': levels.join('') }, 'data')).toMatchObject([{ code: 'invalid-value', what: 'nesting' }]);
  });
});

describe('YAML values', () => {
  const value = (text: string) => specOf({ 'a.yaml': text }, 'data').document;

  it('are those of the YAML 1.2 core schema', () => {
    expect(value('a: yes\nb: on\nc: true\nd: ~\ne: 014\nf: 0x1F\ng: 2001-12-14\nh: 1_000\ni: 1:30')).toEqual({ a: 'yes', b: 'on', c: true, d: null, e: 14, f: 31, g: '2001-12-14', h: '1_000', i: '1:30' });
  });

  it('have texts as keys', () => {
    expect(value('200: ok\ntrue: yes')).toEqual({ 200: 'ok', true: 'yes' });
  });

  it('keep `__proto__` an ordinary key, merged or not', () => {
    const merged = value('a: &a {__proto__: {x: 1}}\nb: {<<: *a, y: 2}') as { b: object };
    expect(Object.keys(merged.b)).toEqual(['__proto__', 'y']);
    expect((merged.b as { x?: number }).x).toBeUndefined();
  });

  it('merge by `<<`, own keys first', () => {
    expect(value('a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {<<: [*a, *b], x: 3}')).toMatchObject({ c: { x: 3, y: 1, z: 2 } });
    expect(value('"<<": 1')).toEqual({ '<<': 1 });
  });

  it('may be written as JSON, and with a byte order mark', () => {
    expect(value('\ufeff{"a": [1, 2],}')).toEqual({ a: [1, 2] });
    expect(value('{"a": [1, 2]}')).toEqual({ a: [1, 2] });
  });

  it('are read from a file without an extension when it does not begin like JSON', () => {
    expect(specOf({ model: 'a: 1' }, 'data').document).toEqual({ a: 1 });
    expect(specOf({ model: ' {"a": 1}' }, 'data').document).toEqual({ a: 1 });
  });
});

it('says which file is not there', () => {
  expect(failuresOf({ 'a.json': undefined as unknown as string }, 'data')).toEqual([{ code: 'missing-file', place: { file: 'a.json' }, wanted: 'a.json' }]);
});
