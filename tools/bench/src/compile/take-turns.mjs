/**
 * @typedef {object} Figure the costs of one compiler in one scenario
 * @property {string} scenario
 * @property {import('./contenders.mjs').Compiler} compiler
 * @property {import('../measure.mjs').Cost[]} costs a cost per round; empty when it failed
 * @property {string} [failed]
 */

/**
 * Measures all compilers on one program, scenario by scenario. Within a scenario they take turns, round by round
 * (A B C A B C). A peer whose first round takes longer than the patience has one round only: its figures are far from
 * anybody else's, and five rounds of two minutes tell no more.
 *
 * @param {import('./project.mjs').CompilerProject[]} projects
 * @param {import('./workload.mjs').Workload} workload
 * @param {{ scenarios: import('./scenarios.mjs').CompileScenario[], runs: number, patienceSeconds: number, say: (line: string) => void }} task
 * @returns {Promise<{ figures: Figure[], complaints: string[] }>} what ours got wrong is a complaint
 */
export async function takeTurns(projects, workload, { scenarios, runs, patienceSeconds, say }) {
  const figures = [];
  const complaints = new Set();
  const broken = new Map();
  const started = new Set();
  for (const scenario of scenarios) {
    const field = projects.filter(({ compiler }) => scenario.suits(compiler)).map((project) => ({ project, figure: { scenario: scenario.id, compiler: project.compiler, costs: [] } }));
    // A scenario that goes on from an earlier run needs one, and files that are older than what the run noted of them.
    for (const { project } of field.filter(({ project }) => scenario.id !== 'cold' && !started.has(project))) {
      started.add(project);
      await project.run();
      await project.run();
    }
    for (let round = 1; round <= runs; round += 1) {
      for (const { project, figure } of field) {
        if (broken.has(project) || tooSlow(figure, patienceSeconds)) continue;
        scenario.before(project, workload, round);
        const ran = await project.run();
        if (ran.failed) {
          broken.set(project, ran.failed);
          if (project.compiler.ours) complaints.add(`${project.compiler.title}, ${scenario.title}: ${ran.failed}`);
          say(`  ${scenario.id} ${project.compiler.id}: ${ran.failed}`);
          continue;
        }
        figure.costs.push(ran.cost);
        if (project.compiler.ours) noteWork(ran, scenario, workload, complaints, project.compiler);
        say(`  ${scenario.id} ${round}/${runs} ${project.compiler.id}: ${ran.cost.wallSeconds.toFixed(2)} s, CPU ${ran.cost.cpuSeconds.toFixed(2)} s, ${Math.round(ran.cost.peakBytes / 1e6)} MB`);
      }
    }
    for (const { project, figure } of field) {
      if (broken.has(project)) Object.assign(figure, { costs: [], failed: broken.get(project) });
      figures.push(figure);
    }
  }
  return { figures, complaints: [...complaints] };
}

function tooSlow({ costs, compiler }, patienceSeconds) {
  return !compiler.ours && costs.length > 0 && costs[0].wallSeconds > patienceSeconds;
}

/** An incremental run that emits more or less than it must is wrong, however fast it is. */
function noteWork({ printed }, scenario, workload, complaints, compiler) {
  const { sources } = JSON.parse(printed[0]);
  const expected = scenario.compiled(workload.files.size);
  if (sources.compiled !== expected) complaints.add(`${compiler.title}, ${scenario.title}: ${sources.compiled} sources were compiled, not ${expected}`);
}
