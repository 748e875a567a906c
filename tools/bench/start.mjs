import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compare } from './src/compare.mjs';
import { buildDigest } from './src/contenders/conductor.mjs';
import { contenders as allContenders } from './src/contenders/index.mjs';
import { documents as allDocuments } from './src/documents.mjs';
import { measurementFacts } from './src/facts.mjs';
import { replaceMarkedSection } from './src/marked-section.mjs';
import { help, readOptions, UsageError } from './src/options.mjs';
import { profileAll } from './src/profile-run.mjs';
import { asMarkdown, asText, reportBlocks } from './src/report.mjs';
import { scenarios as allScenarios } from './src/scenarios.mjs';

/** npm runs its scripts in the package's folder; paths in the options are meant from where the person stands. */
const startFolder = process.env.INIT_CWD ?? process.cwd();

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof UsageError ? `${error.message}\n\n${help}` : error);
  return error instanceof UsageError ? 2 : 3;
});

/** @param {string[]} args @returns {Promise<number>} the exit code */
async function main(args) {
  const options = readOptions(args, { documents: allDocuments, scenarios: allScenarios, contenders: allContenders });
  if (options.help) {
    console.log(help);
    return 0;
  }
  const contenders = present(options.contenders);
  const folder = mkdtempSync(join(tmpdir(), 'conductor-bench-'));
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  if (!options.keep) process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  if (options.keep) console.error(`the temporary projects stay in ${folder}`);
  if (options.profile) return (await profileAll({ ...options, contenders, folder, print: console.log })) ? 0 : 1;
  return measureAll({ ...options, contenders }, folder, args);
}

async function measureAll(options, folder, args) {
  const { documents, contenders, scenarios } = options;
  const command = ['npm --prefix tools/bench start', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const facts = measurementFacts({ runs: options.runs, folder, command });
  const build = buildDigest();
  const comparisons = [];
  for (const document of documents) {
    console.error(document.title);
    comparisons.push(await compare({ ...options, document, folder, say: console.error }));
  }
  const blocks = reportBlocks({ comparisons, contenders, scenarios, facts });
  console.log(asText(blocks));
  if (options.markdown) {
    const path = resolve(startFolder, options.markdown);
    writeFileSync(path, replaceMarkedSection(readFileSync(path, 'utf8'), asMarkdown(blocks)));
  }
  const complaints = comparisons.flatMap(({ document, complaints: own }) => own.map((text) => `${document.title}: ${text}`));
  if (buildDigest() !== build) complaints.push('Conductor was built again during the run: these figures mix two builds');
  for (const complaint of complaints) console.error(`WRONG  ${complaint}`);
  return complaints.length > 0 ? 1 : 0;
}

/** A peer that cannot run here is left out and named; without Conductor itself there is nothing to measure. */
function present(contenders) {
  const absent = contenders.filter((contender) => contender.missing() !== undefined);
  const ours = absent.find((contender) => contender.ours);
  if (ours) throw new UsageError(`${ours.title}: ${ours.missing()} (or measure the peers alone: --peers only)`);
  for (const contender of absent) console.error(`${contender.title} is left out: ${contender.missing()}`);
  return contenders.filter((contender) => !absent.includes(contender));
}
