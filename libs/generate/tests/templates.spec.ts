import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '@nx-conductor/core';
import { compileLibrary, ENGINE, readPattern, type PatternFile, type PatternFolder } from '@nx-conductor/generate';
import { compileTemplate } from '../src/template/compile';
import { loadTemplate, TemplateError } from '../src/template/load';

function folder(files: Record<string, string>): PatternFolder {
  const entries = Object.entries(files).map(([path, text]): [string, PatternFile] => [path, { path, shown: `p/${path}`, text, digest: digestOf(text), isText: true }]);
  return { name: 'p', path: '/p', shown: 'p', origin: 'workspace', files: new Map(entries) };
}

function render(source: string, locals: object = {}, helpers: object = {}): string {
  const compiled = compileTemplate(source, 't.ejs', digestOf(source), Object.keys(helpers));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.failures));
  return String(loadTemplate(compiled.value)(helpers)({ item: {}, options: {}, document: {}, spec: {}, ...locals }, (value) => value, () => ''));
}

describe('templates', () => {
  it('never escape HTML', () => {
    expect(render('<%= item.a %><%- item.a %>', { item: { a: `<a & "b" 'c'>` } })).toBe(`<a & "b" 'c'><a & "b" 'c'>`);
  });

  it('run in strict mode', () => {
    expect(() => render('<% undeclared = 1 %>')).toThrow('undeclared is not defined');
  });

  it('may declare any name, those of locals and helpers too', () => {
    expect(render('<% const item = 1; const shout = 2; const locals_ = 3; %><%= item + shout + locals_ %>', {}, { shout: () => '' })).toBe('6');
  });

  it('print nothing for undefined and null, and what JavaScript prints for the rest', () => {
    expect(render('[<%= undefined %><%= null %><%= 0 %><%= false %>]')).toBe('[0false]');
  });

  it('know the white space and literal tags of EJS', () => {
    expect(render('a\n  <%_ if (true) { _%>\nb\n  <%_ } _%>\n<%% c %%>\n<%# d -%>\ne\n')).toBe('a\nb\n<% c %>\ne\n');
  });

  it('compile to code that needs nothing of EJS', () => {
    const compiled = compileTemplate('<% for (const n of item.list) { %><%= shout(n) %>\n<% } %>', 't.ejs', 'k', ['shout', 'other']);
    if (!compiled.ok) throw new Error('does not compile');
    const run = new Function(`return ${compiled.value.code}`)() as (helpers: object, rethrow: unknown) => (locals: object, escape: unknown) => string;
    expect(run({ shout: (n: string) => `${n}!` }, undefined)({ item: { list: ['a', 'b'] } }, (value: unknown) => value)).toBe('a!\nb!\n');
    expect(compiled.value.code).not.toMatch(/utils|require|escapeXML|other/);
  });

  it.each([1, 2, 5, 40])('tell the line of an error that happens on line %i', (line) => {
    const source = `${'text\n'.repeat(line - 1)}<%= item.a.b %>\nmore\n`;
    expect(() => render(source)).toThrow(TemplateError);
    expect(() => render(source)).toThrow(`t.ejs:${line}:`);
  });

  it.each([
    ['x\n<% if (a { %>', 2],
    ['x\n\n<%= a b %>\n', 3],
    ['<% } %>', 1],
    ['x\n<% foo', 2],
    ['x\n<% a <% b %>', 2],
  ])('%j does not compile, on line %i', (source, line) => {
    expect(compileTemplate(source, 't.ejs', 'k', [])).toMatchObject({ ok: false, failures: [{ code: 'template-syntax', place: { file: 't.ejs', line } }] });
  });

  it('name the engine that is installed', () => {
    const { version } = JSON.parse(readFileSync(join(require.resolve('ejs'), '../../../package.json'), 'utf8')) as { version: string };
    expect(ENGINE).toBe(`ejs ${version}, compiler 2`);
  });
});

describe('the library of a pattern', () => {
  const files = { 'pattern.json': JSON.stringify({ id: 'p', helpers: 'h.js', outputs: [{ template: 'a.ejs', to: '<%= item.name %>', when: 'item.ok' }] }), 'a.ejs': 'a', 'b.ejs': 'b', 'h.js': '' };
  const patternOf = (changes: Record<string, string> = {}) => {
    const read = readPattern(folder({ ...files, ...changes }));
    if (!read.ok) throw new Error(JSON.stringify(read.failures));
    return read.value;
  };
  const memory = () => {
    const bodies = new Map<string, string>();
    return { bodies, read: (key: string) => bodies.get(key), write: (key: string, body: string) => void bodies.set(key, body) };
  };
  const countsOf = (cache: ReturnType<typeof memory>, changes: Record<string, string> = {}, names = ['shout']) => {
    const compiled = compileLibrary(patternOf(changes), names, cache);
    return compiled.ok ? compiled.value.counts : compiled.failures;
  };

  it('is compiled once, and again only for what changed', () => {
    const cache = memory();
    expect(countsOf(cache)).toEqual({ total: 2, hits: 0, misses: 2 });
    expect(countsOf(cache)).toEqual({ total: 2, hits: 2, misses: 0 });
    expect(countsOf(cache, { 'b.ejs': 'changed' })).toEqual({ total: 2, hits: 1, misses: 1 });
    expect(countsOf(cache)).toEqual({ total: 2, hits: 2, misses: 0 });
  });

  it('is compiled again when the helper module or its names change', () => {
    const cache = memory();
    countsOf(cache);
    expect(countsOf(cache, { 'h.js': 'changed' })).toEqual({ total: 2, hits: 0, misses: 2 });
    expect(countsOf(cache, {}, ['whisper'])).toEqual({ total: 2, hits: 0, misses: 2 });
  });

  it('refuses helpers that are called like a local', () => {
    expect(countsOf(memory(), {}, ['item', 'include'])).toMatchObject([{ code: 'helpers-failed' }, { code: 'helpers-failed' }]);
  });
});
