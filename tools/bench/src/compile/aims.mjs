import { megabytes, times } from '../figures.mjs';
import { medianOf } from './report.mjs';

/** How many times as long as ours a peer is to take, in wall seconds. */
const ratios = [
  { size: 1000, scenario: 'cold', own: 'conductor', peer: 'typescript-7', atLeast: 6 },
  { size: 1000, scenario: 'cold', own: 'conductor', peer: 'typescript-7-no-check', atLeast: 3.5 },
  { size: 1000, scenario: 'cold', own: 'conductor', peer: 'esbuild', atLeast: 2.3 },
  { size: 1000, scenario: 'cold', own: 'conductor', peer: 'typescript-6', atLeast: 28 },
  { size: 10_000, scenario: 'cold', own: 'conductor', peer: 'typescript-7', atLeast: 16 },
  { size: 10_000, scenario: 'cold', own: 'conductor', peer: 'typescript-7-no-check', atLeast: 8 },
  { size: 10_000, scenario: 'cold', own: 'conductor', peer: 'typescript-6', atLeast: 45 },
  { size: 10_000, scenario: 'body', own: 'conductor', peer: 'typescript-7-build', atLeast: 20 },
  { size: 10_000, scenario: 'type', own: 'conductor-check', peer: 'typescript-7-build', atLeast: 12 },
  { size: 10_000, scenario: 'type', own: 'conductor-check', peer: 'typescript-6-build', atLeast: 30 },
  { size: 1000, scenario: 'nothing', own: 'conductor', peer: 'typescript-7-build', atLeast: 1 },
  { size: 10_000, scenario: 'nothing', own: 'conductor', peer: 'typescript-7-build', atLeast: 1 },
];

const peak = { size: 10_000, scenario: 'cold', own: 'conductor', bytes: 150e6 };

/**
 * @param {{ size: number, figures: import('./take-turns.mjs').Figure[] }[]} measured
 * @param {import('./scenarios.mjs').CompileScenario[]} scenarios
 * @returns {{ text: string, contender: string, aim: string, reached: string, met: boolean }[]} nothing for what was not measured
 */
export function judgeCompileAims(measured, scenarios) {
  const find = (size, scenario, id) => medianOf(measured.find((each) => each.size === size)?.figures.find((figure) => figure.scenario === scenario && figure.compiler.id === id));
  const titleOf = (id) => measured.flatMap(({ figures }) => figures).find(({ compiler }) => compiler.id === id)?.compiler.title;
  const verdicts = ratios.flatMap(({ size, scenario, own, peer, atLeast }) => {
    const [mine, theirs] = [find(size, scenario, own), find(size, scenario, peer)];
    if (!mine || !theirs) return [];
    const reached = theirs.wallSeconds / mine.wallSeconds;
    const { title } = scenarios.find(({ id }) => id === scenario);
    return [{ text: `${size.toLocaleString('en-US')} files, ${title}: wall of ${titleOf(peer)}`, contender: titleOf(own), aim: `≥ ${atLeast} ×`, reached: `${times(reached)} ×`, met: reached >= atLeast }];
  });
  const large = find(peak.size, peak.scenario, peak.own);
  return large
    ? [...verdicts, { text: '10,000 files, cold: peak memory', contender: titleOf(peak.own), aim: `≤ ${megabytes(peak.bytes)} MB`, reached: `${megabytes(large.peakBytes)} MB`, met: large.peakBytes <= peak.bytes }]
    : verdicts;
}
