import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { conductorProgram } from '../contenders/conductor.mjs';
import { count } from '../figures.mjs';
import { ownNode } from '../node.mjs';
import { nativeCompiler } from '../typecheck.mjs';
import { compileConsumers } from './consumer.mjs';

const shown = 5;

/**
 * Compiles each program with Conductor and with TypeScript, and says where the outputs differ in meaning.
 *
 * @param {{ programs: import('./programs.mjs').Program[], fallback: boolean, folder: string, say: (line: string) => void }} task
 * @returns {Promise<{ blocks: import('../report.mjs').Block[], complaints: string[] }>}
 */
export async function proveSameMeaning({ programs, fallback, folder, say }) {
  // It brings the TypeScript of the repository, which no other part of the bench needs.
  const { holdAgainstTypeScript } = await import('../../../same-meaning/held-against.mjs');
  const rows = [];
  const notes = [];
  const complaints = [];
  for (const program of programs) {
    const place = join(folder, program.id.replaceAll(/\W/g, '-'));
    mkdirSync(place, { recursive: true });
    program.make(place);
    const held = await holdAgainstTypeScript(place, { node: ownNode, conductor: conductorProgram, options: fallback ? ['--fallback', 'tsc'] : [], second: nativeCompiler() });
    const consumers = await compileConsumers(place, consumed(held));
    const wrong = [
      ...(held.result.sources ? [] : [`conductor compile: ${held.result.error?.message ?? 'no result'}`]),
      ...held.differences.map(({ path, about, ours, theirs }) => `${path}: ${about}\n      ours    ${ours}\n      theirs  ${theirs}`),
      ...held.maps.wrong,
      ...consumers.differing.map((error) => `a consumer: ${error}`),
    ];
    const { total = 0, failed = 0 } = held.result.sources ?? {};
    rows.push([program.title, count(held.sources.length), count(failed), count(held.compared.declarations), count(held.compared.code), count(held.maps.places), count(consumers.modules), count(held.unlikeFirst), count(held.unlikeSecond), count(wrong.length)]);
    say(`${program.title}: ${total} sources, ${failed} refused, ${wrong.length} wrong`);
    for (const each of wrong.slice(0, shown)) say(`    ${each}`);
    complaints.push(...wrong.map((each) => `${program.title}: ${each.split('\n')[0]}`));
    if (held.errors.length > 0) notes.push(`${program.title}: TypeScript finds ${held.errors.length} errors in the sources as they are compiled here, the first: ${held.errors[0]}`);
  }
  const head = ['program', 'sources', 'refused', 'declarations', 'code', 'map places', 'consumed', 'unlike 6', 'unlike 7', 'wrong'];
  return { blocks: [{ heading: 'Same meaning as TypeScript', facts, table: [head, ...rows], notes }], complaints };
}

const facts = 'Declarations are compared as syntax trees, code after minifying; every name that a module exports by a declaration is followed through its source map; a consumer of all modules is compiled against the declarations of either. TypeScript 6 and 7 order and spell some inferred types in their own ways: an output is wrong when it is unlike both.';

/** A source that ours refused has no declaration; a consumer of either takes the one that TypeScript made. */
function consumed({ ours, theirs }) {
  const declarations = new Map([...theirs].filter(([path]) => /\.d\.[cm]?ts$|\.json$/.test(path)));
  return { ours: new Map([...declarations].map(([path, text]) => [path, ours.get(path) ?? text])), theirs: declarations };
}
