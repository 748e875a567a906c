import { shareOf } from './aim.mjs';
import { asPublished, github, readGithub, schemaWithDependents } from './github.mjs';
import { documentOf, openProject, settle } from './project.mjs';
import { failuresOf, medianOf, series, seriesHead, seriesRow, take } from './series.mjs';

const wantedDependents = 42;

/** The commonest edit of a spec, in a schema that much refers to: a property more, then `generate`. */
export const oneProperty = {
  id: 'one-property',
  title: 'One property added',
  measure: async (task) => {
    const document = readGithub();
    const { name, dependents } = schemaWithDependents(document, wantedDependents);
    const ours = task.contenders.filter((contender) => contender.ours).map((contender) => ({
      contender,
      edited: openProject(contender, contender.id, task),
      clean: openProject(contender, `${contender.id}-clean`, task),
      afterEdit: series('one property added', contender),
      fromNothing: series('the same, from nothing', contender),
      complaints: [],
    }));
    const peers = task.contenders.filter((contender) => !contender.ours).map((contender) => ({
      project: openProject(contender, contender.id, task),
      result: series('the same, from nothing', contender),
    }));
    for (const { edited } of ours) {
      edited.put(asPublished(document));
      await settle(edited);
    }
    for (let round = 1; round <= task.runs; round += 1) {
      const text = withProperty(document, name, `bench_added_${round}`);
      for (const own of ours) await editAndCompare(own, text, task.say);
      for (const { project, result } of peers) {
        project.put(text);
        project.forget();
        await take(result, project, task.say);
      }
    }
    const reasons = [];
    const explained = withProperty(document, name, 'bench_explained');
    for (const own of ours) {
      own.edited.put(explained);
      const { why, jobs } = documentOf(await own.edited.run('--explain'));
      own.complaints.push(...needless(why, jobs, name, dependents.length).map((text) => `${own.contender.id}: ${text}`));
      reasons.push(`${own.contender.title} ran ${why.length === 1 ? 'one job' : `${why.length} jobs`}: ${why.map(({ artifact }) => artifact).join(', ')}.`);
    }
    const all = [...ours.flatMap(({ afterEdit, fromNothing }) => [afterEdit, fromNothing]), ...peers.map(({ result }) => result)];
    const peerCost = medianOf(peers.find(({ project }) => project.contender.id === 'openapi-typescript')?.result);
    return {
      block: {
        heading: oneProperty.title,
        facts: `${github.title}, schema \`${name}\`, which ${dependents.length} other schemas refer to. Every round adds another property; the output is compared with that of a run from nothing, byte for byte.`,
        table: [seriesHead, ...all.map(seriesRow)],
        notes: [...reasons, 'A module of types refers to another by its name, so a property more is read by one module alone.', ...failuresOf(all)],
      },
      aims: ours.flatMap(({ contender, afterEdit, fromNothing }) => {
        const own = medianOf(afterEdit)?.cpuSeconds;
        return [
          ...shareOf('one property added, CPU of openapi-typescript from nothing', contender, 1 / 12, own, peerCost?.cpuSeconds),
          ...shareOf('one property added, CPU of its own run from nothing', contender, 1 / 4, own, medianOf(fromNothing)?.cpuSeconds),
        ];
      }),
      complaints: ours.flatMap(({ complaints }) => complaints),
    };
  },
};

async function editAndCompare({ contender, edited, clean, afterEdit, fromNothing, complaints }, text, say) {
  edited.put(text);
  await take(afterEdit, edited, say);
  clean.put(text);
  clean.forget();
  await take(fromNothing, clean, say);
  if (edited.digest() !== clean.digest()) complaints.push(`${contender.id}: the output after the edit differs from that of a run from nothing`);
}

/** Adds to `document` itself: what a round adds stays for the next. */
export function withProperty(document, schema, property) {
  document.components.schemas[schema].properties[property] = { type: 'string', description: 'Added by the bench.' };
  return asPublished(document);
}

/** Jobs that ran without having read the change, by what they say themselves, and more of them than can have. */
function needless(why, jobs, schema, dependents) {
  const strangers = why.filter(({ reason }) => !reason.includes(`/components/schemas/${schema}/properties`));
  return [
    ...strangers.map(({ artifact, reason }) => `${artifact} was rendered for another reason than the edit: ${reason}`),
    ...(jobs.ran === 0 ? ['no job ran after the edit'] : []),
    ...(jobs.ran > dependents + 1 ? [`${jobs.ran} jobs ran, more than the schema and its ${dependents} dependents`] : []),
  ];
}
