import { count, megabytes, seconds } from '../figures.mjs';
import { atMost } from './aim.mjs';
import { documentOf, openProject } from './project.mjs';
import { makingRecords, recordsDocument } from './records.mjs';
import { medianOf, series, take } from './series.mjs';
import { steepening } from './steepening.mjs';

const states = ['from nothing', 'the run after it', 'nothing changed', 'one record changed'];
const largest = 100_000;
const noteworthy = 1.5;

/** Does the price of a run grow with the number of artifacts, or faster? */
export const scale = {
  id: 'scale',
  title: 'From 1,000 to 100,000 artifacts',
  measure: async (task) => {
    const contender = makingRecords(task.contenders.find(({ ours }) => ours));
    const bySize = [];
    for (const size of task.sizes) bySize.push(await measureSize(size, contender, task));
    const at = (size, state) => medianOf(bySize.find((entry) => entry.size === size)?.results[states.indexOf(state)]);
    const cpuOf = (state) => task.sizes.map((size) => ({ size, cpuSeconds: at(size, state).cpuSeconds }));
    return {
      block: {
        heading: scale.title,
        facts: 'A data document with a list of records and a pattern with one template: an interface of three fields for each record. At the end the output is compared with that of a run from nothing, byte for byte.',
        table: [
          ['what happened', 'artifacts', 'wall s', 'CPU s', 'peak MB', 'CPU µs per artifact', 'jobs ran'],
          ...states.flatMap((state, index) => bySize.map(({ size, results }) => {
            const cost = medianOf(results[index]);
            const { jobs } = documentOf(results[index].costs.at(-1));
            return [state, count(size), seconds(cost.wallSeconds), seconds(cost.cpuSeconds), megabytes(cost.peakBytes), (cost.cpuSeconds / size * 1e6).toFixed(1), count(jobs.ran)];
          })),
        ],
        notes: states.flatMap((state) => {
          const line = steepening(cpuOf(state));
          return line ? [`${state}: an artifact more costs ${line.slopes.map(({ from, to, micros }) => `${micros.toFixed(1)} µs from ${count(from)} to ${count(to)}`).join(', ')}; the last stretch is ${line.ratio.toFixed(2)} times as steep as the one before it.`] : [];
        }),
      },
      aims: [
        ...atMost('100,000 artifacts, nothing changed, wall', contender, { limit: 1.5, reached: at(largest, 'nothing changed')?.wallSeconds, show: (value) => `${seconds(value)} s` }),
        ...atMost('100,000 artifacts, nothing changed, peak memory', contender, { limit: 500e6, reached: at(largest, 'nothing changed')?.peakBytes, show: (value) => `${megabytes(value)} MB` }),
        ...states.filter((state) => state !== 'the run after it').flatMap((state) =>
          atMost(`a straight line (last stretch no steeper than the one before): ${state}`, contender, { limit: noteworthy, reached: steepening(cpuOf(state))?.ratio, show: (value) => `${value.toFixed(2)} ×` })),
      ],
      complaints: bySize.flatMap(({ complaints }) => complaints),
    };
  },
};

async function measureSize(size, contender, task) {
  const results = states.map((state) => series(`${count(size)} artifacts, ${state}`, contender));
  const [fromNothing, after, unchanged, edited] = results;
  const document = recordsDocument(size);
  const project = openProject(contender, `records-${size}`, task);
  const complaints = [];
  const expect = (target, ran) => {
    const { jobs, artifacts } = documentOf(target.costs.at(-1));
    if (jobs.ran !== ran || artifacts.total !== size) complaints.push(`${target.state}: ${jobs.ran} jobs ran for ${artifacts.total} artifacts, expected ${ran} for ${size}`);
  };
  project.put(JSON.stringify(document));
  for (let round = 1; round <= task.runs; round += 1) {
    project.forget();
    await take(fromNothing, project, task.say);
    expect(fromNothing, size);
    await take(after, project, task.say);
    expect(after, 0);
  }
  for (let round = 1; round <= task.runs; round += 1) {
    await take(unchanged, project, task.say);
    expect(unchanged, 0);
  }
  for (let round = 1; round <= task.runs; round += 1) {
    document.records[size >> 1].fields[0].type = `Round${round}`;
    project.put(JSON.stringify(document));
    await take(edited, project, task.say);
    expect(edited, 1);
  }
  const incremental = project.digest();
  project.forget();
  await project.run('--no-cache');
  if (project.digest() !== incremental) complaints.push(`${count(size)} artifacts: the output after the edits differs from that of a run from nothing`);
  project.forget();
  return { size, results, complaints };
}
