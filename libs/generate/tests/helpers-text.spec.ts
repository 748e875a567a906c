import fc from 'fast-check';
import { builtinHelpers as helpers, HELPERS_VERSION } from '../src/helpers';

const { comment, indent, json, schemaComment } = helpers;

describe('builtinHelpers', () => {
  it('are functions, frozen, with a version', () => {
    expect(Object.isFrozen(helpers)).toBe(true);
    expect(Object.values(helpers).every((helper) => typeof helper === 'function')).toBe(true);
    expect(HELPERS_VERSION).toMatch(/^\d+$/);
  });
});

describe('comment', () => {
  it.each([
    ['', ''],
    [' \n\n', ''],
    ['One line', '/** One line */'],
    ['Two\nlines', '/**\n * Two\n * lines\n */'],
    ['\nA paragraph  \r\n\r\nand another\n', '/**\n * A paragraph\n *\n * and another\n */'],
    ['An end: */ and more', '/** An end: *\\/ and more */'],
    ['A bell\u0007 and a tab\there', '/** A bell and a tab\there */'],
    ['*\u0000/', '/** *\\/ */'],
    ['line\u2028separator', '/**\n * line\n * separator\n */'],
  ])('of %j is %j', (text, expected) => {
    expect(comment(text)).toBe(expected);
  });

  it('indents every line but the first', () => {
    expect(comment('Two\nlines', { indent: '  ' })).toBe('/**\n   * Two\n   * lines\n   */');
  });

  it('is a comment and nothing else, whatever the text', () => {
    const hostile = fc.array(fc.constantFrom('*', '/', '\\', '\n', '\r', '\u2028', ' ', 'a', '\u0000', '@', '{'), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), hostile), (text) => {
        const block = comment(text);
        expect(block === '' || (block.startsWith('/**') && block.indexOf('*/') === block.length - 2)).toBe(true);
        expect(new Function(`${block}\nreturn 1;`)()).toBe(1);
      }),
    );
  });
});

describe('schemaComment', () => {
  it('tells what a type cannot', () => {
    const schema = { title: 'Age', description: 'Years.', deprecated: true, format: 'int32', default: 0, example: { a: [1] }, examples: [2] };
    expect(schemaComment(schema)).toBe('/**\n * Years.\n *\n * @deprecated\n * @format int32\n * @default 0\n * @example {"a":[1]}\n */');
    expect(schemaComment(schema, { title: true }).split('\n').slice(0, 4)).toEqual(['/**', ' * Age', ' *', ' * Years.']);
    expect(schemaComment({ examples: ['x'] })).toBe('/** @example "x" */');
    expect(schemaComment({ default: false })).toBe('/** @default false */');
    expect(schemaComment({ type: 'string' })).toBe('');
    expect(schemaComment(true)).toBe('');
  });

  it('cuts long examples, and never inside a character', () => {
    expect(schemaComment({ example: 'x'.repeat(500) })).toMatch(/^\/\*\* @example "x{118}… \*\/$/);
    const emoji = schemaComment({ example: '😀'.repeat(100) });
    expect(emoji.isWellFormed()).toBe(true);
  });
});

describe('indent', () => {
  it('indents lines that are not blank', () => {
    expect(indent('a\n\nb')).toBe('  a\n\n  b');
    expect(indent('a\nb', 4, { first: false })).toBe('a\n    b');
    expect(indent('a', '\t')).toBe('\ta');
  });
});

describe('json', () => {
  it('sorts keys by code unit, and keeps __proto__ as a key', () => {
    expect(json(JSON.parse('{"b":1,"a":{"__proto__":2,"Z":[{"y":1,"x":null}]}}'), 0)).toBe('{"a":{"Z":[{"x":null,"y":1}],"__proto__":2},"b":1}');
    expect(json({ a: 1 })).toBe('{\n  "a": 1\n}');
    expect(json(undefined)).toBe('null');
    expect(json({ a: undefined, b: [undefined] }, 0)).toBe('{"b":[null]}');
  });

  it('is the same text for the same value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(json(reversed)).toBe(json(value));
        expect(JSON.parse(json(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
