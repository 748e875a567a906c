import { digestOf } from '@nx-conductor/core';
import { filesSpec } from '../src';

const file = (local: string, text: string | undefined) => ({ path: `/ws/app/${local}`, local, digest: digestOf(text ?? ''), text });
const spec = filesSpec('files', 'app/src/*', [file('src/a.b.txt', 'alpha'), file('README', 'read'), file('src/x.bin', undefined)], (path) => path.slice('/ws/'.length));

function items(collection: string) {
  const found = spec.items(collection);
  if (!found.ok) throw new Error(JSON.stringify(found.failures));
  return found.value;
}

describe('files as a spec', () => {
  it('are items of the collection files, in their order, with what their paths and bytes tell', () => {
    expect(items('files').map(({ name, pointer, ...item }) => [name, pointer, item['file'], item['folder'], item['extension'], item['text']])).toEqual([
      ['a.b', '#/src~1a.b.txt', 'src/a.b.txt', 'src', '.txt', 'alpha'],
      ['README', '#/README', 'README', '.', '', 'read'],
      ['x', '#/src~1x.bin', 'src/x.bin', 'src', '.bin', undefined],
    ]);
    expect(items('document')).toMatchObject([{ name: 'files', pointer: '#' }]);
    expect(spec.files.map(({ path }) => path)).toEqual(['/ws/app/src/a.b.txt', '/ws/app/README', '/ws/app/src/x.bin']);
  });

  it('have their place, and no other collections', () => {
    expect(spec.locate('#/src~1a.b.txt/text').file).toBe('app/src/a.b.txt');
    expect(spec.items('schemas')).toMatchObject({ ok: false, failures: [{ code: 'unknown-name', known: ['document', 'files'] }] });
  });
});
