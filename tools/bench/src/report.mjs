import { judgeAims } from './aims.mjs';
import { documentSize } from './documents.mjs';
import { costCells, count, share as shareText, shareAim, times } from './figures.mjs';
import { markdownTable, textTable } from './table.mjs';
import { summarize } from './summary.mjs';

/**
 * Everything a finished bench has to say, as blocks that both writers below lay out: a heading, a line of facts, a
 * table, and notes.
 *
 * @typedef {object} Block
 * @property {string} heading
 * @property {string} [facts]
 * @property {string[][]} [table] the first row is the head
 * @property {string[]} notes
 *
 * @param {{ comparisons: import('./compare.mjs').Comparison[], contenders: import('./contenders/contender.mjs').Contender[],
 *   scenarios: import('./scenarios.mjs').Scenario[], facts: string[] }} results
 * @returns {Block[]}
 */
export function reportBlocks({ comparisons, contenders, scenarios, facts }) {
  const summaries = comparisons.map((comparison) => ({ comparison, lines: summarize(comparison, contenders) }));
  const github = summaries.find(({ comparison }) => comparison.document.id === 'github');
  const verdicts = github ? judgeAims(github.lines, contenders) : [];
  return [
    { heading: 'How it was measured', notes: facts },
    { heading: 'What each one makes', notes: contenders.map(({ title, version, makes, produces }) => `${title} ${version} (${makes}): ${produces}.`) },
    ...summaries.map(({ comparison, lines }) => documentBlock(comparison, lines, contenders, scenarios)),
    ...(verdicts.length > 0 ? [aimsBlock(verdicts, contenders)] : []),
  ];
}

const head = ['scenario', 'contender', 'files', 'bytes', 'wall s', 'CPU s', 'peak MB', 'wall ×', 'CPU ×', 'memory ×', 'type errors'];

function documentBlock({ document, rows, checks, differing }, lines, contenders, scenarios) {
  const size = documentSize(document);
  const titleOf = (id) => contenders.find((contender) => contender.id === id).title;
  const scenarioOf = (id) => scenarios.find((scenario) => scenario.id === id).title;
  const cells = lines.map((line) => [
    scenarioOf(line.scenario),
    titleOf(line.contender),
    ...(line.output ? [count(line.output.files), count(line.output.bytes)] : ['', '']),
    ...costCells(line.median),
    ...(line.ratio ? [line.ratio.wall, line.ratio.cpu, line.ratio.memory].map(times) : ['', '', '']),
    // The check is of the final output, so it stands once, in a contender's first row.
    line === lines.find(({ contender }) => contender === line.contender) ? String(line.typeErrors ?? '') : '',
  ]);
  const failures = unique(rows.filter(({ failed }) => failed).map((row) => `${titleOf(row.contender)} fails: ${row.failed}`));
  const errors = checks
    .filter(({ result }) => result.errors > 0 || result.failed)
    .map(({ contender, result }) => `${titleOf(contender)} does not pass \`tsc --strict\`: ${typeProblem(result)}`);
  const remarks = rows
    .filter(({ remark }) => remark)
    .map((row) => `${titleOf(row.contender)}, ${scenarioOf(row.scenario)}: ${row.remark}.`);
  return {
    heading: document.title,
    facts: `${count(size.bytes)} bytes, ${count(size.operations)} operations, ${count(size.schemas)} named schemas; from ${size.source}`,
    table: [head, ...cells],
    notes: [...failures, ...errors, ...remarks, ...differing],
  };
}

function typeProblem({ failed, errors, first }) {
  return failed ?? `${count(errors)} errors, the first: ${first[0]}`;
}

function aimsBlock(verdicts, contenders) {
  const rows = verdicts.map(({ text, contender, share, reached }) => [
    text,
    contenders.find(({ id }) => id === contender).title,
    shareAim(share),
    shareText(reached),
    reached <= share ? 'yes' : 'no',
  ]);
  return {
    heading: 'Aims: GitHub REST, as a share of openapi-typescript from nothing',
    table: [['figure', 'contender', 'aim', 'reached', 'met'], ...rows],
    notes: [],
  };
}

/** @param {Block[]} blocks @returns {string} for a terminal */
export function asText(blocks) {
  return blocks.map(({ heading, facts, table, notes }) =>
    [heading.toUpperCase(), facts, table && textTable(table), ...notes.map((note) => `- ${note}`)].filter(Boolean).join('\n'),
  ).join('\n\n');
}

/** @param {Block[]} blocks @returns {string} for a page; headings are of the third level */
export function asMarkdown(blocks) {
  return blocks.map(({ heading, facts, table, notes }) =>
    [`### ${heading}`, facts, table && markdownTable(table), notes.map((note) => `- ${oneLine(note)}`).join('\n')].filter(Boolean).join('\n\n'),
  ).join('\n\n');
}

function unique(values) {
  return [...new Set(values)];
}

function oneLine(text) {
  return text.replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;');
}
