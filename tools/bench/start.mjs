import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measureCommands } from './src/commands.mjs';
import { compare } from './src/compare.mjs';
import { compilers } from './src/compile/contenders.mjs';
import { measureCompile } from './src/compile/index.mjs';
import { compileHelp, compileSection, readCompileOptions } from './src/compile/options.mjs';
import { compileScenarios } from './src/compile/scenarios.mjs';
import { buildDigest } from './src/contenders/conductor.mjs';
import { contenders as allContenders } from './src/contenders/index.mjs';
import { documents as allDocuments } from './src/documents.mjs';
import { machineFacts, measurementFacts } from './src/facts.mjs';
import { aimsBlock } from './src/incremental/aim.mjs';
import { comparedWith, parts } from './src/incremental/index.mjs';
import { incrementalHelp, incrementalSection, readIncrementalOptions } from './src/incremental/options.mjs';
import { placeMarkedSection, replaceMarkedSection } from './src/marked-section.mjs';
import { measureParts } from './src/parts.mjs';
import { help, readOptions, readPartOptions, UsageError } from './src/options.mjs';
import { profileAll } from './src/profile-run.mjs';
import { asMarkdown, asText, reportBlocks } from './src/report.mjs';
import { rulesParts } from './src/rules/index.mjs';
import { rulesHelp, rulesSection } from './src/rules/options.mjs';
import { proveSameMeaning } from './src/same-meaning/index.mjs';
import { readSameMeaningOptions, sameMeaningHelp, sameMeaningSection } from './src/same-meaning/options.mjs';
import { programs } from './src/same-meaning/programs.mjs';
import { scenarios as allScenarios } from './src/scenarios.mjs';
import { workflowParts } from './src/workflow/index.mjs';
import { workflowHelp, workflowSection } from './src/workflow/options.mjs';

/** npm runs its scripts in the package's folder; paths in the options are meant from where the person stands. */
const startFolder = process.env.INIT_CWD ?? process.cwd();

/** What a change costs: `start -- incremental`. */
const incremental = {
  help: incrementalHelp,
  section: incrementalSection,
  read: (args) => readIncrementalOptions(args, { parts, contenders: allContenders.filter(({ ours, id }) => ours || comparedWith.includes(id)) }),
  measure: (task) => measureParts({ ...task, aimsTitle: 'Aims for incremental runs' }),
};

/** What emitting and checking costs: `start -- compile`. */
const compile = {
  help: compileHelp,
  section: compileSection,
  read: (args) => readCompileOptions(args, { scenarios: compileScenarios, contenders: compilers }),
  async measure(task) {
    const { blocks, aims, complaints } = await measureCompile(task);
    return { blocks: aims.length > 0 ? [...blocks, aimsBlock('Aims for compile and typecheck', aims)] : blocks, complaints };
  },
};

/** What a workflow and a pipeline cost: `start -- workflow`. */
const workflow = {
  help: workflowHelp,
  section: workflowSection,
  read: (args) => ({ ...readPartOptions(args, workflowParts), contenders: allContenders.filter(({ ours }) => ours) }),
  measure: (task) => measureParts({ ...task, aimsTitle: 'Aims for pipelines' }),
};

/** What judging by rules costs: `start -- rules`. */
const rules = {
  help: rulesHelp,
  section: rulesSection,
  read: (args) => readPartOptions(args, rulesParts),
  measure: (task) => measureParts({ ...task, aimsTitle: 'Aims for rules' }),
};

/** What is measured by a word, into a section of its own of a page. */
const SECTIONS = { incremental, compile, workflow, rules };

/** Measures one of them. @returns {Promise<number>} the exit code */
async function measureSection(args, { help, section, read, measure }) {
  const options = read(args.slice(1));
  if (options.help) {
    console.log(help);
    return 0;
  }
  const contenders = present(options.contenders ?? []);
  const folder = scratchFolder(options.keep);
  const facts = machineFacts({ runs: options.runs, folder, command: commandOf(args) });
  const build = buildDigest();
  const { blocks, complaints } = await measure({ ...options, contenders, folder, say: console.error });
  return tell([{ heading: 'How it was measured', notes: facts }, ...blocks], complaints, build, (text) => {
    if (options.markdown) rewrite(options.markdown, (page) => placeMarkedSection(page, text, section));
  });
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof UsageError ? `${error.message}\n\n${help}` : error);
  return error instanceof UsageError ? 2 : 3;
});

/** @param {string[]} args @returns {Promise<number>} the exit code */
async function main(args) {
  if (Object.hasOwn(SECTIONS, args[0] ?? '')) return measureSection(args, SECTIONS[args[0]]);
  if (args[0] === 'commands') return measureCommands(args.slice(1), console.log);
  if (args[0] === 'same-meaning') return sameMeaning(args);
  const options = readOptions(args, { documents: allDocuments, scenarios: allScenarios, contenders: allContenders });
  if (options.help) {
    console.log(help);
    return 0;
  }
  const contenders = present(options.contenders);
  const folder = scratchFolder(options.keep);
  if (options.profile) return (await profileAll({ ...options, contenders, folder, print: console.log })) ? 0 : 1;
  return measureAll({ ...options, contenders }, folder, args);
}

/** Is what we emit what TypeScript would: `start -- same-meaning`. */
async function sameMeaning(args) {
  const options = readSameMeaningOptions(args.slice(1), programs);
  if (options.help) {
    console.log(sameMeaningHelp);
    return 0;
  }
  const build = buildDigest();
  const { blocks, complaints } = await proveSameMeaning({ ...options, folder: scratchFolder(options.keep), say: console.error });
  return tell(blocks, complaints, build, (text) => {
    if (options.markdown) rewrite(options.markdown, (page) => placeMarkedSection(page, text, sameMeaningSection));
  });
}

async function measureAll(options, folder, args) {
  const { documents, contenders, scenarios } = options;
  const facts = measurementFacts({ runs: options.runs, folder, command: commandOf(args) });
  const build = buildDigest();
  const comparisons = [];
  for (const document of documents) {
    console.error(document.title);
    comparisons.push(await compare({ ...options, document, folder, say: console.error }));
  }
  const blocks = reportBlocks({ comparisons, contenders, scenarios, facts });
  const complaints = comparisons.flatMap(({ document, complaints: own }) => own.map((text) => `${document.title}: ${text}`));
  return tell(blocks, complaints, build, (text) => {
    if (options.markdown) rewrite(options.markdown, (page) => replaceMarkedSection(page, text));
  });
}

/** Prints the report and what was wrong. @returns {number} the exit code */
function tell(blocks, complaints, build, keep) {
  console.log(asText(blocks));
  keep(asMarkdown(blocks));
  const mixed = buildDigest() === build ? [] : ['Conductor was built again during the run: these figures mix two builds'];
  const all = [...complaints, ...mixed];
  for (const complaint of all) console.error(`WRONG  ${complaint}`);
  return all.length > 0 ? 1 : 0;
}

function rewrite(file, change) {
  const path = resolve(startFolder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** What was typed, with the one setting of the environment that the figures cannot be read without. */
function commandOf(args) {
  const place = process.env.TMPDIR === '/dev/shm' ? ['TMPDIR=/dev/shm'] : [];
  return [...place, 'npm --prefix tools/bench start', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
}

/** A folder that goes with the process, unless it is to be kept. */
function scratchFolder(keep) {
  const folder = mkdtempSync(join(tmpdir(), 'conductor-bench-'));
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  if (!keep) process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  if (keep) console.error(`the temporary projects stay in ${folder}`);
  return folder;
}

/** A peer that cannot run here is left out and named; without Conductor itself there is nothing to measure. */
function present(contenders) {
  const absent = contenders.filter((contender) => contender.missing() !== undefined);
  const ours = absent.find((contender) => contender.ours);
  if (ours) throw new UsageError(`${ours.title}: ${ours.missing()} (or measure the peers alone: --peers only)`);
  for (const contender of absent) console.error(`${contender.title} is left out: ${contender.missing()}`);
  return contenders.filter((contender) => !absent.includes(contender));
}
