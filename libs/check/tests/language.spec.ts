import { languageOf } from '../src/language';

it('tells the language by the extension', () => {
  const languages = ['a/b.ts', 'a.d.mts', 'A.TSX', 'x.cjs', 'i.htm', 'c.css', 'p.json', 'm.pyi', 'q.SQL'].map(languageOf);
  expect(languages).toEqual(['typescript', 'typescript', 'tsx', 'javascript', 'html', 'css', 'json', 'python', 'sql']);
});

it('knows none for other files, and for names that are no extension', () => {
  expect(['a.md', 'ts', 'dir.ts/file', '.gitignore', 'a.', 'a.constructor'].map(languageOf)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
});
