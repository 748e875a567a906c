import { parseArgs } from 'node:util';

export const help = `Measures Conductor beside other OpenAPI generators on real documents.
Further commands, each with a --help of its own: incremental (what a change costs), compile (beside other compilers),
same-meaning (what compile emits, held against TypeScript), commands (three commands on three slots), workflow (22 tasks
through Nx, and one pipeline), rules (judging a thousand files, beside ESLint).

  npm --prefix tools/bench ci && npm --prefix tools/bench start -- [options]
  npm --prefix tools/bench start -- incremental [options]             what a change costs: see incremental --help

  --only ids        documents, comma-separated: github, stripe, kubernetes, digitalocean, msgraph, directus
  --scenario ids    cold, warm-cache, unchanged
  --runs N          runs per figure, 3 unless said otherwise
  --peers which     all (default), none, only (without Conductor), or ids: openapi-typescript, hey-api, orval
  --makes kind      only contenders that make this: types, or client (types and client)
  --no-typecheck    leave the type check out
  --timeout N       seconds after which one run counts as failed, 900 unless said otherwise
  --markdown file   also rewrite the marked section of a page, e.g. docs/benchmarks.md
  --profile         instead of measuring: where Conductor's CPU time goes, function by function
  --keep            leave the temporary projects in place and say where

The exit code is 1 when Conductor fails on a document, when its output does not pass tsc --strict, or when an
incremental run leaves other bytes than a run from nothing; 2 when the options are wrong.`;

/** A mistake in the options: the sentence is for the person at the keyboard. */
export class UsageError extends Error {}

/**
 * @param {string[]} args
 * @param {{ documents: { id: string }[], scenarios: { id: string }[], contenders: { id: string, ours: boolean, makes: string }[] }} known
 * @throws {UsageError}
 */
export function readOptions(args, known) {
  const values = parse(args, accepted);
  return {
    help: values.help ?? false,
    documents: pick('--only', values.only, known.documents),
    scenarios: pick('--scenario', values.scenario, known.scenarios),
    contenders: pickContenders(values.peers ?? 'all', pickKind(values.makes, known.contenders)),
    runs: positive('--runs', values.runs ?? '3'),
    timeoutSeconds: positive('--timeout', values.timeout ?? '900'),
    checkTypes: !(values['no-typecheck'] ?? false),
    markdown: values.markdown,
    profile: values.profile ?? false,
    keep: values.keep ?? false,
  };
}

const text = { type: 'string' };
const flag = { type: 'boolean' };
const accepted = { help: flag, only: text, scenario: text, runs: text, peers: text, makes: text, timeout: text, markdown: text, profile: flag, keep: flag, 'no-typecheck': flag };

const acceptedOfParts = { help: flag, only: text, runs: text, timeout: text, markdown: text, keep: flag };

/**
 * The options of a command that measures parts, and nothing beside them.
 * @param {string[]} args
 * @param {{ id: string }[]} parts
 * @throws {UsageError}
 */
export function readPartOptions(args, parts) {
  const values = parse(args, acceptedOfParts);
  return {
    help: values.help ?? false,
    parts: pick('--only', values.only, parts),
    runs: positive('--runs', values.runs ?? '3'),
    timeoutSeconds: positive('--timeout', values.timeout ?? '900'),
    markdown: values.markdown,
    keep: values.keep ?? false,
  };
}

/** @param {string[]} args @param {import('node:util').ParseArgsConfig['options']} options @throws {UsageError} */
export function parse(args, options) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error.message);
  }
}

/** Entries by their ids, in the order they are known in; all of them without a text. @throws {UsageError} */
export function pick(option, text, known) {
  if (text === undefined) return known;
  const wanted = text.split(',').map((id) => id.trim());
  const unknown = wanted.find((id) => !known.some((entry) => entry.id === id));
  if (unknown !== undefined) throw new UsageError(`${option} does not know ${unknown || 'an empty word'}; it takes ${known.map(({ id }) => id).join(', ')}`);
  return known.filter(({ id }) => wanted.includes(id));
}

const kinds = [{ id: 'types', makes: 'types' }, { id: 'client', makes: 'types and client' }];

function pickKind(text, contenders) {
  const wanted = pick('--makes', text, kinds).map(({ makes }) => makes);
  return contenders.filter(({ makes }) => wanted.includes(makes));
}

/** @throws {UsageError} */
export function pickContenders(text, known) {
  const peers = known.filter(({ ours }) => !ours);
  if (text === 'all') return known;
  if (text === 'none') return known.filter(({ ours }) => ours);
  if (text === 'only') return peers;
  const wanted = pick('--peers', text, peers);
  return known.filter((contender) => contender.ours || wanted.includes(contender));
}

/** @returns {number} @throws {UsageError} */
export function positive(option, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new UsageError(`${option} takes a whole number from 1 up, not ${text}`);
  return value;
}
