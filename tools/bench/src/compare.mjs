import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { documentPath } from './documents.mjs';
import { failureMessage } from './failure-message.mjs';
import { measure } from './measure.mjs';
import { describeOutput } from './output.mjs';
import { setAsideInto } from './set-aside.mjs';
import { typecheck } from './typecheck.mjs';

/**
 * @typedef {object} Row the figures of one contender in one scenario
 * @property {string} scenario
 * @property {string} contender
 * @property {import('./measure.mjs').Cost[]} costs a cost per round; empty when it failed
 * @property {{ files: number, bytes: number, digest: string }} [output]
 * @property {string} [remark] what the contender said about its work in the last round
 * @property {string} [failed] why there are no figures
 *
 * @typedef {object} Checked
 * @property {string} contender
 * @property {Awaited<ReturnType<typeof typecheck>>} result
 *
 * @typedef {object} Comparison
 * @property {import('./documents.mjs').Document} document
 * @property {Row[]} rows
 * @property {Checked[]} checks a type check per contender that finished
 * @property {string[]} differing where an incremental run of Conductor left other bytes than a run from nothing
 * @property {string[]} complaints what Conductor got wrong; any of them fails the bench
 */

/**
 * Measures all contenders on one document. Within a scenario the contenders take turns, round by round (A B C A B C),
 * so that whatever else the machine does falls on all of them alike.
 *
 * @param {{ document: import('./documents.mjs').Document, contenders: import('./contenders/contender.mjs').Contender[],
 *   scenarios: import('./scenarios.mjs').Scenario[], runs: number, timeoutSeconds: number, checkTypes: boolean,
 *   folder: string, say: (line: string) => void }} task `folder` is scratch space that exists and is the caller's to remove
 * @returns {Promise<Comparison>}
 */
export async function compare({ document, contenders, scenarios, runs, timeoutSeconds, checkTypes, folder, say }) {
  const entrants = contenders.map((contender) => enter(contender, document, folder));
  const setAside = setAsideInto(join(folder, document.id, 'set-aside'));
  const rows = [];
  for (const scenario of scenarios) {
    const field = entrants.filter(({ contender }) => scenario.suits(contender));
    rows.push(...(await takeTurns(field, { scenario, runs, timeoutSeconds, setAside, say })));
  }
  const checks = [];
  for (const { contender, folder: place } of checkTypes ? entrants.filter(({ finished }) => finished) : []) {
    const result = await typecheck(place, contender.output);
    say(`  tsc ${contender.id}: ${result.errors} errors, ${result.wallSeconds.toFixed(1)} s`);
    checks.push({ contender: contender.id, result });
  }
  const ours = contenders.filter((contender) => contender.ours);
  const differing = differences(ours, scenarios, rows);
  return { document, rows, checks, differing, complaints: complaintsAbout(ours, rows, differing, checks) };
}

/** A project folder of a contender's own, made once per document. */
function enter(contender, document, folder) {
  const place = join(folder, document.id, contender.id);
  mkdirSync(place, { recursive: true });
  copyFileSync(documentPath(document), join(place, 'api.json'));
  contender.configure(place);
  return { contender, folder: place, finished: false, failed: undefined };
}

async function takeTurns(field, { scenario, runs, timeoutSeconds, setAside, say }) {
  const rows = field.map((entrant) => ({ scenario: scenario.id, contender: entrant.contender.id, costs: [], failed: entrant.failed }));
  const attempt = async (entrant) => {
    const cost = await measure({ argv: entrant.contender.command(entrant.folder), folder: entrant.folder }, { timeoutSeconds });
    entrant.finished = cost.exitCode === 0;
    if (cost.exitCode !== 0) entrant.failed = `exit ${cost.exitCode}: ${failureMessage(cost, entrant.folder)}`;
    return cost;
  };
  for (let round = 1; round <= runs; round += 1) {
    for (const [index, entrant] of field.entries()) {
      const row = rows[index];
      const { contender, folder } = entrant;
      if (scenario.afterRun && !entrant.finished && !entrant.failed) await attempt(entrant);
      if (!entrant.failed) {
        scenario.before(contender, { folder, round, setAside });
        const cost = await attempt(entrant);
        row.costs.push(cost);
        say(`  ${scenario.id} ${round}/${runs} ${contender.id}: ${cost.wallSeconds.toFixed(2)} s, CPU ${cost.cpuSeconds.toFixed(2)} s`);
      }
      if (entrant.failed) {
        Object.assign(row, { costs: [], failed: entrant.failed });
        if (round === 1) say(`  ${scenario.id} ${contender.id}: ${entrant.failed}`);
      }
    }
  }
  for (const [index, { contender, folder }] of field.entries()) {
    if (rows[index].failed) continue;
    rows[index].output = describeOutput(join(folder, contender.output));
    rows[index].remark = contender.remark?.(rows[index].costs.at(-1).stdout);
  }
  return rows;
}

function complaintsAbout(ours, rows, differing, checks) {
  const names = new Set(ours.map(({ id }) => id));
  const failures = rows.filter(({ contender, failed }) => names.has(contender) && failed).map(({ contender, failed }) => `${contender}: ${failed}`);
  const untyped = checks
    .filter(({ contender, result }) => names.has(contender) && (result.errors > 0 || result.failed))
    .map(({ contender, result }) => `${contender}: ${result.failed ?? `${result.errors} type errors, first: ${result.first[0]}`}`);
  return [...new Set([...failures, ...differing, ...untyped])];
}

/** Where an incremental run of ours left other bytes than a run from nothing. */
function differences(ours, scenarios, rows) {
  return rows
    .filter(({ contender }) => ours.some(({ id }) => id === contender))
    .filter((row) => differsFromCold(row, scenarios, rows))
    .map((row) => `${row.contender}, ${row.scenario}: the output differs from that of a cold run`);
}

function differsFromCold(row, scenarios, rows) {
  if (!row.output || !scenarios.find(({ id }) => id === row.scenario).sameBytes) return false;
  const cold = rows.find(({ contender, scenario, output }) => contender === row.contender && scenario === 'cold' && output);
  return cold !== undefined && cold.output.digest !== row.output.digest;
}
