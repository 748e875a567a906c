import type { Item } from '@nx-conductor/core';
import { failuresOf, specOf } from './read';

const TEXT = `
colours: [red, green]
people:
  ann: { name: Ann Smith, age: 5 }
  bob: { age: 6 }
  "a/b~c%41": {}
  __proto__: { evil: true }
empty: []
$ref: data.yaml
`;

describe('plain data', () => {
  const spec = specOf({ 'things.yaml': TEXT }, 'data');
  const itemsOf = (pointer: string) => {
    const outcome = spec.items(pointer);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
    return outcome.value;
  };

  it('offers itself, and references in it are data', () => {
    expect(spec.collections).toEqual(['document']);
    expect(itemsOf('document')[0]).toMatchObject({ name: 'things', key: '', pointer: '#', $ref: 'data.yaml' });
  });

  it.each(['/colours', '#/colours'])('offers the elements of a list (%s)', (pointer) => {
    expect(itemsOf(pointer)).toEqual([
      { name: '0', key: '0', pointer: '#/colours/0', value: 'red' },
      { name: '1', key: '1', pointer: '#/colours/1', value: 'green' },
    ]);
  });

  it('offers the members of an object, named by their own name or their key', () => {
    expect(itemsOf('/people').map(({ name, key, pointer }) => [name, key, pointer])).toEqual([
      ['Ann Smith', 'ann', '#/people/ann'],
      ['bob', 'bob', '#/people/bob'],
      ['a/b~c%41', 'a/b~c%41', '#/people/a~1b~0c%2541'],
      ['__proto__', '__proto__', '#/people/__proto__'],
    ]);
    expect(itemsOf('/people')[3]).toMatchObject({ evil: true });
    expect(itemsOf('/empty')).toEqual([]);
    expect(itemsOf('#').map(({ key }) => key)).toEqual(['colours', 'people', 'empty', '$ref']);
    expect(itemsOf('')).toEqual(itemsOf('#'));
  });

  it('has items of a view that read a value when it is asked for, not when their keys are listed, and that nobody changes', () => {
    const read: string[] = [];
    const ann = new Proxy({ name: 'Ann', age: 5 }, { get: (target, key) => (read.push(String(key)), Reflect.get(target, key)) });
    const items = spec.items('/people', { people: { ann } });
    const item = items.ok ? (items.value[0] as Item) : undefined;
    if (item === undefined) throw new Error('no item');
    expect(Object.keys(item)).toEqual(['name', 'age', 'key', 'pointer', 'value']);
    expect(read).toEqual([]);
    expect({ ...item }).toEqual({ name: 'Ann', age: 5, key: 'ann', pointer: '#/people/ann', value: { name: 'Ann', age: 5 } });
    expect(() => Object.assign(item, { age: 6 })).toThrow('read-only');
    expect(() => Object.setPrototypeOf(item, { shout: true })).toThrow('read-only');
  });

  it('places its values', () => {
    for (const [index, key] of ['ann', 'bob', 'a~1b~0c%2541'].entries()) {
      expect(spec.locate(`#/people/${key}`)).toEqual({ file: 'things.yaml', line: 4 + index, column: 3, pointer: `#/people/${key}` });
    }
    expect(spec.locate('#/colours/1')).toMatchObject({ line: 2, column: 16 });
    expect(spec.locate('#/people/ann/none/at/all')).toMatchObject({ line: 4, column: 3 });
    expect(spec.locate('#')).toMatchObject({ line: 2, column: 1 });
  });

  it.each([
    ['/nothing', 'nothing'],
    ['/colours/0', '"red"'],
    ['/colours/00', 'nothing'],
    ['/people/toString', 'nothing'],
  ])('has no items at %s', (pointer, received) => {
    expect(spec.items(pointer)).toMatchObject({ ok: false, failures: [{ code: 'invalid-value', what: `forEach \`${pointer}\``, expected: 'a pointer to a list or an object', received }] });
  });

  it('says which collections it knows', () => {
    expect(spec.items('schemas')).toEqual({ ok: false, failures: [{ code: 'unknown-name', place: { file: 'things.yaml' }, what: 'collection', name: 'schemas', known: ['document'] }] });
    expect(spec.items('constructor')).toMatchObject({ ok: false });
  });

  it('has items of a view that read nothing before they are asked', () => {
    const reads: string[] = [];
    const watch = <T extends object>(value: T, path: string): T =>
      new Proxy(value, {
        get(target, key, receiver) {
          if (typeof key === 'string') reads.push(`${path}/${key}`);
          const child: unknown = Reflect.get(target, key, receiver);
          return typeof child === 'object' && child !== null ? watch(child, `${path}/${String(key)}`) : child;
        },
      });
    const outcome = spec.items('/people', watch(spec.document as object, '') as typeof spec.document);
    if (!outcome.ok) throw new Error('no items');
    expect(reads).toEqual(['/people']);
    expect(outcome.value[0]?.['age']).toBe(5);
    expect(reads).toEqual(['/people', '/people/ann', '/people/ann/age']);
    expect(() => Object.assign(outcome.value[0] as object, { age: 7 })).toThrow(TypeError);
  });
});

it('fails for a file that is not there', () => {
  expect(failuresOf({ 'a.yaml': undefined as unknown as string }, 'data')).toHaveLength(1);
});
