import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder, packageVersion } from '../packages.mjs';
import { share } from '../figures.mjs';
import { documentOf, openProject, settle } from './project.mjs';
import { failuresOf, medianOf, series, seriesHead, seriesRow, take } from './series.mjs';

const source = '@octokit/openapi';
const versions = ['ghes-3.17', 'ghes-3.18', 'ghes-3.19'];

/** A vendor publishes a new version: from one to the next and on, each time compared with a run from nothing. */
export const nextVersion = {
  id: 'next-version',
  title: 'From one published version to the next',
  measure: async (task) => {
    const texts = versions.map((version) => readFileSync(join(packageFolder(source), 'generated', `${version}.json`), 'utf8'));
    const steps = versions.slice(1).map((version, index) => ({ from: versions[index], to: version, text: texts[index + 1] }));
    const ours = task.contenders.filter((contender) => contender.ours).map((contender) => ({
      contender,
      carried: openProject(contender, contender.id, task),
      clean: openProject(contender, `${contender.id}-clean`, task),
      results: steps.map(({ from, to }) => ({ next: series(`${from} → ${to.slice('ghes-'.length)}`, contender), fromNothing: series(`${to}, from nothing`, contender), work: '' })),
      complaints: [],
    }));
    const peers = task.contenders.filter((contender) => contender.id === 'openapi-typescript').map((contender) => ({
      project: openProject(contender, contender.id, task),
      results: steps.map(({ to }) => series(`${to}, from nothing`, contender)),
    }));
    for (let round = 1; round <= task.runs; round += 1) {
      for (const { carried } of ours) {
        carried.put(texts[0]);
        await settle(carried);
      }
      for (const [index, { text, to }] of steps.entries()) {
        for (const own of ours) await step(own, index, text, to, task.say);
        for (const { project, results } of peers) {
          project.put(text);
          project.forget();
          await take(results[index], project, task.say);
        }
      }
    }
    const all = steps.flatMap((_, index) => [
      ...ours.flatMap(({ results }) => [results[index].next, results[index].fromNothing]),
      ...peers.map(({ results }) => results[index]),
    ]);
    return {
      block: {
        heading: nextVersion.title,
        facts: `GitHub Enterprise Server ${versions.map((version) => version.slice('ghes-'.length)).join(' → ')}, from ${source}@${packageVersion(source)}; ${texts.map((text) => `${(text.length / 1e6).toFixed(1)} MB`).join(', ')}. After every step the output is compared with that of a run from nothing, byte for byte.`,
        table: [seriesHead, ...all.map(seriesRow)],
        notes: [
          ...ours.flatMap(({ contender, results }) => results.map(({ next, fromNothing, work }) =>
            `${contender.title}, ${next.state}: ${work}; CPU ${share(medianOf(next).cpuSeconds / medianOf(fromNothing).cpuSeconds)} of a run from nothing.`)),
          ...failuresOf(all),
        ],
      },
      aims: [],
      complaints: ours.flatMap(({ complaints }) => [...new Set(complaints)]),
    };
  },
};

async function step({ contender, carried, clean, results, complaints }, index, text, version, say) {
  const result = results[index];
  carried.put(text);
  await take(result.next, carried, say);
  const { jobs, artifacts } = documentOf(result.next.costs.at(-1));
  result.work = `${jobs.ran} of ${jobs.total} jobs ran (${(100 * jobs.ran / jobs.total).toFixed(0)} %), ${artifacts.created} artifacts new, ${artifacts.updated} updated, ${artifacts.removed} removed`;
  clean.put(text);
  clean.forget();
  await take(result.fromNothing, clean, say);
  if (carried.digest() !== clean.digest()) complaints.push(`${contender.id}: the output at ${version} differs from that of a run from nothing`);
}
