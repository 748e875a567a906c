import { costCells, count, times } from '../figures.mjs';
import { medianCost, ratioOf } from '../summary.mjs';

const head = ['what happened', 'compiler', 'wall s', 'CPU s', 'peak MB', 'wall ×', 'CPU ×', 'runs'];

/**
 * The tables of one program: one of emit, one of emit and check. What a compiler does decides the table, so that like
 * stands beside like; code alone stands beside emit, in its disfavour.
 *
 * @param {{ size: number, bytes: number, figures: import('./take-turns.mjs').Figure[] }} measured
 * @param {import('./scenarios.mjs').CompileScenario[]} scenarios
 * @returns {import('../report.mjs').Block[]}
 */
export function compileBlocks({ size, bytes, figures }, scenarios) {
  return [
    { heading: `${count(size)} files: emit`, does: ['emit', 'code'], facts: `${count(bytes)} bytes. Code, declarations and source maps; esbuild and swc write no declarations.` },
    { heading: `${count(size)} files: emit and check`, does: ['emit and check'], facts: 'Code, declarations, source maps, and every type error of the program.' },
  ].flatMap(({ heading, does, facts }) => {
    const own = figures.filter(({ compiler }) => does.includes(compiler.does));
    if (own.length === 0) return [];
    const rows = scenarios.flatMap(({ id, title }) => {
      const line = own.filter(({ scenario }) => scenario === id);
      const base = medianOf(line.find(({ compiler }) => compiler.ours));
      return line.map((figure) => [title, figure.compiler.title, ...costCells(medianOf(figure)), ...ratioCells(figure, base), String(figure.costs.length)]);
    });
    const failures = [...new Set(own.filter(({ failed }) => failed).map(({ compiler, failed }) => `${compiler.title} fails: ${failed}`))];
    return [{ heading, facts, table: [head, ...rows], notes: failures }];
  });
}

/** @param {import('./take-turns.mjs').Figure | undefined} figure */
export function medianOf(figure) {
  return figure && figure.costs.length > 0 ? medianCost(figure.costs) : undefined;
}

function ratioCells(figure, base) {
  const own = medianOf(figure);
  if (!own || !base || figure.compiler.ours) return ['', ''];
  const { wall, cpu } = ratioOf(own, base);
  return [times(wall), times(cpu)];
}
