import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { LANGUAGES, languageOf } from '../src/language';
import { WORDS, wordsOfKind } from '../src/match/kind-words';
import { folded, has } from '../src/match/words';
import type { Node } from '../src/parse/engine';
import { readRules } from '../src/rule/read';
import { engine } from './rig';

const ROOT = join(__dirname, '..', '..', '..');
const filesIn = (folder: string): string[] => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath ?? entry.path, entry.name)] : []));

/** Files of the corpus and examples of the standard rules, each with its language. */
function samples(): { readonly language: string; readonly text: string }[] {
  const corpus = filesIn('tools/corpus').flatMap((path) => {
    const language = /[\\/](?:src|node_modules)[\\/]/.test(path) ? undefined : languageOf(path);
    return language === undefined || language === 'json' ? [] : [{ language, text: readFileSync(path, 'utf8') }];
  });
  const { rules } = readRules(filesIn('plugins/rules-standard/rules').map((path) => ({ file: path, text: readFileSync(path, 'utf8') })));
  return [...corpus, ...rules.flatMap(({ language, valid, invalid }) => [...valid, ...invalid.map(({ code }) => code)].map((text) => ({ language, text })))];
}

/** A statement of each kind of which the samples may have none. */
const STATEMENTS: Readonly<Record<string, readonly string[]>> = {
  typescript: ['debugger;', 'throw a', 'try { a } catch {} finally { b }', 'var a = 1', 'using a = b()', 'new A', 'class A {}', 'function a() {}', 'while (a) b', '`a${b}`', "import 'a'", 'a as B', 'interface A {}', 'a = b', 'a`b`', 'a?.(b)', 'function* a() { yield b }', '@a class B {}', 'export * from "a"'],
  python: ['def a():\n    pass', 'class A:\n    b: int', 'try:\n    a\nexcept:\n    b\nfinally:\n    c', 'raise', 'with a:\n    b', 'from a import *', 'global a', 'assert a', 'del a', 'a: int', 'a = b', 'f(a=1)', '@a\ndef b():\n    yield', 'def c():\n    return', 'while a:\n    b', 'if a:\n    b', 'import a'],
  sql: ['CREATE TABLE a (b INT);', 'create view a as select * from b;', 'CREATE INDEX a ON b (c);', 'Drop Table a;', 'ALTER TABLE a ADD COLUMN b INT;', 'DELETE FROM a;', 'UPDATE a SET b = 1;', 'SELECT * FROM a;'],
};

/** Which of some kinds a language has. */
function kindsOf(language: string, kinds: readonly string[]): string[] {
  const root = engine.parse(language as 'typescript', 'a') as Node;
  return kinds.filter((kind) => {
    try {
      root.findAll({ rule: { kind } });
      return true;
    } catch {
      return false;
    }
  });
}

const known = new Map(LANGUAGES.map((language) => [language as string, kindsOf(language, [...WORDS.keys()].filter((kind) => wordsOfKind(kind, language)))]));
const nodesIn = (language: string, text: string): { kind: string; text: string }[] =>
  (engine.parse(language as 'typescript', text) as Node).findAll({ rule: { any: (known.get(language) ?? []).map((kind) => ({ kind })) } }).map((node) => ({ kind: String(node.kind()), text: node.text() }));
/** Nodes without the words of their kind; a token that the parser made up is empty, and makes the text one that no rule is asked of. */
const without = (nodes: readonly { kind: string; text: string }[]) => nodes.filter(({ kind, text }) => text !== '' && !has(folded(text), [WORDS.get(kind) as readonly string[]]));

it('law: every node of a kind holds one of the words of the kind, in whatever is written', () => {
  const seen = new Set<string>();
  for (const { language, text } of [...samples(), ...Object.entries(STATEMENTS).flatMap(([name, texts]) => texts.map((each) => ({ language: name, text: each })))]) {
    const nodes = nodesIn(language, text);
    expect(without(nodes)).toEqual([]);
    for (const { kind } of nodes) seen.add(kind);
  }
  expect([...WORDS.keys()].filter((kind) => !seen.has(kind))).toEqual([]);
});

it('law: also where statements stand inside each other in any way', () => {
  for (const [language, texts] of Object.entries(STATEMENTS)) {
    const glue = language === 'python' ? '\n' : language === 'sql' ? ' ' : '\n';
    const program = fc.array(fc.oneof(fc.constantFrom(...texts), fc.constantFrom(...texts).chain((text) => fc.nat(text.length).map((at) => text.slice(at))), fc.constantFrom('{', '}', '(', ')', ';', ':', '`', '=>')), { maxLength: 6 }).map((parts) => parts.join(glue));
    // What is no program has nodes too, which rules are asked of where the parser is not sure.
    fc.assert(fc.property(program, (text) => expect(without(nodesIn(language, text))).toEqual([])), { numRuns: 300 });
  }
});
