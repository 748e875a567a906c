import { parse, pick, pickContenders, positive, UsageError } from '../options.mjs';

export const incrementalHelp = `Measures what a change costs: Conductor's runs after the first one, beside what other tools pay again.

  npm --prefix tools/bench start -- incremental [options]

  --only ids        unchanged, one-property, watch, next-version, first-run, recording, scale; all unless said otherwise
  --runs N          runs per figure, 3 unless said otherwise
  --sizes list      artifacts in scale, 1000,10000,100000 unless said otherwise
  --peers which     all (default), none, or ids: openapi-typescript, orval
  --timeout N       seconds after which one run counts as failed, 900 unless said otherwise
  --markdown file   also rewrite the section on incremental runs of a page, e.g. docs/benchmarks.md
  --keep            leave the temporary projects in place and say where

The exit code is 1 when an incremental run leaves other bytes than a run from nothing, or runs a job that did not
read the change; 2 when the options are wrong.`;

/** Where the report stands in a page. */
export const incrementalSection = {
  section: 'incremental',
  heading: 'Incremental runs',
  lead: 'What a run costs after the first one. The command `npm --prefix tools/bench start -- incremental` prints these figures.',
};

const text = { type: 'string' };
const flag = { type: 'boolean' };
const accepted = { help: flag, only: text, runs: text, sizes: text, peers: text, timeout: text, markdown: text, keep: flag };

/**
 * @param {string[]} args
 * @param {{ parts: import('./index.mjs').Part[], contenders: import('../contenders/contender.mjs').Contender[] }} known
 * @throws {UsageError}
 */
export function readIncrementalOptions(args, known) {
  const values = parse(args, accepted);
  const peers = values.peers ?? 'all';
  if (peers === 'only') throw new UsageError('--peers only makes no sense here: the other tools have no incremental runs');
  return {
    help: values.help ?? false,
    parts: pick('--only', values.only, known.parts),
    contenders: pickContenders(peers, known.contenders),
    runs: positive('--runs', values.runs ?? '3'),
    sizes: sizesOf(values.sizes ?? '1000,10000,100000'),
    timeoutSeconds: positive('--timeout', values.timeout ?? '900'),
    markdown: values.markdown,
    keep: values.keep ?? false,
  };
}

function sizesOf(list) {
  return list.split(',').map((size) => positive('--sizes', size)).sort((a, b) => a - b);
}
