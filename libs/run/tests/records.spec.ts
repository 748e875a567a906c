import { cleanCache, csvOf, factsOf, manifestClean, metricsOf, projectAt, prometheusOf, readRecords, traceOf, type RunEvent } from '@nx-conductor/run';
import { createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { EDITION, edit, run, workspace } from './bench';

const RUNS = '/ws/.conductor/runs';
const SPEC = '/ws/app/spec.json';
const recordsOf = (disk: MemoryDisk) => readRecords(disk, { conductor: '/ws/.conductor' });
const factsIn = (disk: MemoryDisk) => recordsOf(disk).map(factsOf);
const spec = (alpha: number) => JSON.stringify({ letters: { Alpha: { n: alpha }, Beta: { n: 2 } } });

/** A clean run, one in which nothing changed, one with a change. */
async function threeRuns(): Promise<MemoryDisk> {
  const disk = workspace();
  await run(disk);
  await run(disk);
  edit(disk, SPEC, spec(5));
  await run(disk);
  return disk;
}

describe('the record of a run', () => {
  it('tells phases, jobs with their reasons, changes and counts, in the order in which they happened', async () => {
    const disk = await threeRuns();
    const { start, events } = recordsOf(disk)[2] ?? { events: [] };
    expect(start).toMatchObject({ event: 'start', schema: 1, command: 'generate', project: 'app', version: '1.0.0', platform: 'linux-x64' });
    expect(events.map(({ event }) => event)).toEqual(['start', 'phase', 'phase', 'job', 'phase', 'phase', 'phase', 'phase', 'changes', 'end']);
    expect(events.flatMap((event) => (event.event === 'phase' ? [event.phase] : []))).toEqual(['read', 'resolve', 'render', 'format', 'plan', 'apply']);
    expect(events).toContainEqual(expect.objectContaining({ event: 'job', job: 'letters/letter.ejs ← spec#/letters/Alpha', artifacts: ['out/letters/alpha.txt'], reason: 'spec spec#/letters/Alpha/n: 1 → 5', bytes: 25 }));
    expect(events).toContainEqual({ event: 'changes', created: [], updated: ['out/letters/alpha.txt'], removed: [], conflicts: [] });
    expect(events.at(-1)).toMatchObject({ event: 'end', ok: true, jobs: { total: 3, ran: 1, kept: 2, failed: 0 }, artifacts: { updated: 1, kept: 2, bytes: 25 } });
  });

  it('is written once by a run that finds nothing changed', async () => {
    const disk = workspace();
    await run(disk);
    await run(disk);
    disk.forget();
    await run(disk);
    expect(disk.calls.filter(({ mutates }) => mutates).map(({ method, path }) => [method, path.replace(/[^/]+\.jsonl$/, 'record')])).toEqual([['makeDirectory', RUNS], ['append', `${RUNS}/record`]]);
  });

  it('is on disk while the run works, so that a run that is killed is known of', async () => {
    const disk = workspace();
    await run(disk);
    edit(disk, SPEC, spec(6));
    disk.before(({ method, path }) => {
      if (method === 'write' && path.includes('/out/')) throw new Error('killed');
    });
    await expect(run(disk)).rejects.toThrow('killed');
    disk.before(undefined);
    expect(factsIn(disk).at(-1)).toMatchObject({ outcome: 'unfinished', durationMs: undefined, work: { total: 0 } });
  });

  it('is left by what cleans up, with what went', async () => {
    const disk = workspace();
    const machine = createMemoryMachine(disk);
    const project = projectAt(disk, '/ws/app');
    await run(disk);
    edit(disk, SPEC, JSON.stringify({ letters: { Alpha: { n: 1 } } }));
    await manifestClean(machine, EDITION, project, { dryRun: true });
    cleanCache(machine, EDITION, project, {}, true);
    expect(recordsOf(disk)).toHaveLength(1);
    disk.tick(1000);
    expect(await manifestClean(machine, EDITION, project, { dryRun: false })).toMatchObject({ ok: true, value: { removed: ['out/letters/beta.txt'] } });
    disk.tick(1000);
    const { removed, removedBytes } = cleanCache(machine, EDITION, project, {}, false);
    expect(recordsOf(disk).slice(1).map(({ start, events }) => [start.command, start.project, events.slice(1)])).toEqual([
      ['manifest-clean', 'app', [{ event: 'changes', created: [], updated: [], removed: ['out/letters/beta.txt'], conflicts: [] }, expect.objectContaining({ event: 'end', ok: true, artifacts: expect.objectContaining({ total: 2, kept: 2, removed: 1 }) })]],
      ['cache-clean', 'app', [expect.objectContaining({ event: 'end', ok: true, entries: { removed, removedBytes, left: 0, leftBytes: 0 } })]],
    ]);
    expect(removed).toBeGreaterThan(0);
    expect(factsIn(disk).at(1)).toMatchObject({ outcome: 'done', files: { removed: 1, kept: 2 } });
    edit(disk, '/ws/app/out/letters/alpha.txt', 'mine');
    edit(disk, SPEC, JSON.stringify({ letters: {} }));
    expect(await manifestClean(machine, EDITION, project, { dryRun: false })).toMatchObject({ ok: false });
    expect(recordsOf(disk).at(-1)?.events.slice(1)).toMatchObject([{ event: 'failure', code: 'conflict' }, { event: 'end', ok: false }]);
  });

  it('is left by no run that writes nothing, and by none that was told not to', async () => {
    const disk = workspace();
    await run(disk, { dryRun: true });
    await run(disk, { check: true });
    await run(disk, { record: false });
    expect(recordsOf(disk)).toEqual([]);
    expect(disk.stat('/ws/app/out/index.txt')?.kind).toBe('file');
  });

  it('that the disk refuses costs nothing but the record', async () => {
    const disk = workspace({ '/ws/.conductor/runs': 'a file' });
    expect(await run(disk)).toMatchObject({ failures: [], artifacts: { created: 3 } });
  });

  it('tells failures, warnings and conflicts', async () => {
    const disk = workspace();
    await run(disk);
    edit(disk, '/ws/app/out/index.txt', 'mine');
    edit(disk, SPEC, JSON.stringify({ letters: { Alpha: { n: 1 } } }));
    await run(disk);
    const events = recordsOf(disk)[1]?.events ?? [];
    expect(events).toContainEqual(expect.objectContaining({ event: 'changes', conflicts: ['out/index.txt'] }));
    expect(events).toContainEqual(expect.objectContaining({ event: 'failure', code: 'conflict', file: 'app/out/index.txt' }));
    expect(factsIn(disk)[1]).toMatchObject({ outcome: 'failed', files: { conflicts: 1, written: 0 } });
  });

  it('is read as far as it is sound', async () => {
    const disk = await threeRuns();
    disk.write(`${RUNS}/20010909-014640-000-aaaaaa.jsonl`, 'no record\n');
    disk.write(`${RUNS}/20010909-014640-000-bbbbbb.jsonl`, '{"event":"start","schema":1,"run":"b","command":"generate","project":"app","time":1,"version":"1","platform":"p"}\n{"event":"phase","phase":"read"}\n{"event":"end","ok":true,"durationMs":1,"jobs":{"total":"many"}}\n{"event":"job","jo');
    disk.makeDirectory(`${RUNS}/20010909-014640-000-cccccc.jsonl`);
    // A day that no calendar has.
    disk.write(`${RUNS}/20010909-014640-000-dddddd.jsonl`, '{"event":"start","schema":1,"run":"d","command":"generate","project":"app","time":1e300,"version":"1","platform":"p"}\n');
    expect(factsIn(disk)).toHaveLength(4);
    expect(factsIn(disk)[0]).toMatchObject({ id: 'b', outcome: 'unfinished', phases: {} });
  });
});

describe('what is kept of records', () => {
  const start = (id: string) => JSON.stringify({ event: 'start', schema: 1, run: id, command: 'generate', project: 'app', time: 1, version: '1', platform: 'p' });

  it('is the last two hundred runs', async () => {
    const disk = workspace();
    await run(disk);
    for (let index = 0; index < 205; index += 1) disk.write(`${RUNS}/20010908-0000${String(index % 60).padStart(2, '0')}-${String(index).padStart(3, '0')}-aaaaaa.jsonl`, start(String(index)));
    await run(disk);
    expect(recordsOf(disk)).toHaveLength(200);
  });

  it('is no older than thirty days, and goes with its logs', async () => {
    const disk = workspace();
    for (const [path, text] of [['20010101-000000-000-aaaaaa.jsonl', start('old')], ['20010101-000000-000-aaaaaa/job.log', 'text'], ['20010901-000000-000-aaaaaa.jsonl', start('young')]] as const) {
      disk.makeDirectory(`${RUNS}/20010101-000000-000-aaaaaa`);
      disk.write(`${RUNS}/${path}`, text);
    }
    await run(disk);
    expect(recordsOf(disk).map((record) => record.start.run)).toEqual(['young', expect.stringMatching(/^2001/)]);
    expect(disk.stat(`${RUNS}/20010101-000000-000-aaaaaa`)).toBeUndefined();
  });
});

describe('metrics', () => {
  it('count what the runs did, and what they saved against the clean one', async () => {
    const runs = factsIn(await threeRuns());
    const [group] = metricsOf(runs);
    const clean = runs[0]?.durationMs ?? 0;
    expect(group).toMatchObject({
      project: 'app',
      command: 'generate',
      runs: { total: 3, done: 3, failed: 0, unfinished: 0 },
      work: { unit: 'jobs', total: 9, ran: 4, kept: 5, failed: 0, hitRate: 5 / 9 },
      templates: { hits: 6, misses: 3, hitRate: 2 / 3 },
      files: { written: 4, kept: 5, removed: 0, conflicts: 0 },
      durationMs: { count: 3, max: Math.max(...runs.map((each) => each.durationMs ?? 0)) },
      savings: { runs: 2, cleanMs: 2 * clean, savedMs: 2 * clean - (runs[1]?.durationMs ?? 0) - (runs[2]?.durationMs ?? 0) },
    });
    expect(Object.keys(group?.phases ?? {})).toEqual(['read', 'resolve', 'render', 'format', 'plan', 'apply']);
  });

  it('have a hit rate of one for a repeated run', async () => {
    const disk = workspace();
    await run(disk);
    await run(disk);
    expect(metricsOf(factsIn(disk).slice(1))[0]).toMatchObject({ work: { hitRate: 1 }, templates: { hitRate: 1 } });
  });

  it('take quantiles by nearest rank: values that occurred', () => {
    const times = [40, 10, 30, 20].map((durationMs, index) => ({ ...factsOf({ start: startOf(index), events: [] }), outcome: 'done' as const, durationMs }));
    expect(metricsOf(times)[0]?.durationMs).toEqual({ count: 4, sum: 100, min: 10, p50: 20, p95: 40, p99: 40, max: 40 });
    expect(metricsOf([])).toEqual([]);
  });

  it('come as CSV, a line for each run', async () => {
    const [head, ...lines] = csvOf(factsIn(await threeRuns())).trimEnd().split('\r\n');
    expect(head).toBe('run,time,project,command,outcome,duration_ms,work_unit,work_total,work_ran,work_kept,work_failed,template_hits,template_misses,commands_ran,commands_stored,files_written,files_removed,files_kept,files_conflicts,bytes_written,findings,phase_apply_ms,phase_format_ms,phase_plan_ms,phase_read_ms,phase_render_ms,phase_resolve_ms');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/^2001[^,]+,2001-09-09T[^,]+,app,generate,done,\d+,jobs,3,1,2,0,3,0,0,0,1,0,2,0,25,0,/);
    const odd = factsOf({ start: { ...startOf(0), project: 'a,"b"\n' }, events: [] });
    expect(csvOf([odd])).toContain(',"a,""b""\n",');
  });

  it('come in the text format of Prometheus, each with help and type, in base units', async () => {
    const runs = factsIn(await threeRuns());
    const text = await prometheusOf(runs, metricsOf(runs));
    const names = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map((match) => `${match[1]} ${match[2]}`);
    expect(names).toEqual([
      'conductor_run_duration_seconds histogram',
      'conductor_phase_duration_seconds histogram',
      'conductor_runs_total counter',
      'conductor_work_total counter',
      'conductor_template_lookups_total counter',
      'conductor_commands_total counter',
      'conductor_files_total counter',
      'conductor_written_bytes_total counter',
      'conductor_findings_total counter',
      'conductor_run_duration_quantile_seconds gauge',
      'conductor_work_hit_ratio gauge',
      'conductor_template_hit_ratio gauge',
      'conductor_saved_seconds gauge',
      'conductor_last_run_timestamp_seconds gauge',
      'conductor_last_run_success gauge',
    ]);
    expect(text.match(/^# HELP /gm)).toHaveLength(names.length);
    expect(text).toContain('conductor_runs_total{project="app",command="generate",outcome="done"} 3\n');
    expect(text).toContain('conductor_work_total{project="app",command="generate",result="kept"} 5\n');
    expect(text).toContain('conductor_run_duration_seconds_count{project="app",command="generate"} 3\n');
    // Asked again, it is counted again from nothing.
    expect(await prometheusOf(runs, metricsOf(runs))).toBe(text);
  });
});

const startOf = (time: number) => ({ event: 'start', schema: 1, run: String(time), command: 'generate', project: 'app', time, version: '1', platform: 'p' }) as const;

describe('a trace of a run', () => {
  it('has a span for the run, each phase and each job, jobs inside of their phase', async () => {
    const disk = workspace();
    const events: RunEvent[] = [];
    await run(disk, { record: false, onEvent: (event) => events.push(event) });
    const { traceEvents } = traceOf(events);
    const spans = traceEvents.flatMap((event) => (event.ph === 'X' ? [event] : []));
    const of = (cat: string) => spans.filter((span) => span.cat === cat);
    expect([of('run').length, of('phase').length, of('job').length]).toEqual([1, 6, 3]);
    const render = of('phase').find(({ name }) => name === 'render');
    for (const { ts, dur } of of('job')) expect([ts >= (render?.ts ?? 0), ts + dur <= (render?.ts ?? 0) + (render?.dur ?? 0)]).toEqual([true, true]);
    expect(traceEvents[1]).toMatchObject({ ph: 'M', name: 'thread_name', args: { name: 'conductor generate app' } });
    expect(disk.list(RUNS)).toBeUndefined();
  });

  it('has a thread for each run of a pipeline', () => {
    const end = { event: 'end', ok: true, durationMs: 5 } as const;
    const { traceEvents } = traceOf([{ ...startOf(1000), command: 'pipeline' }, startOf(1002), { event: 'phase', phase: 'read', at: 1, ms: 2 }, end, { event: 'phase', phase: 'generate', at: 1, ms: 6 }, { ...end, durationMs: 8 }]);
    expect(traceEvents.flatMap((event) => (event.ph === 'X' ? [[event.name, event.tid, event.ts, event.dur]] : []))).toEqual([
      ['generate', 1, 1000, 6000],
      ['conductor pipeline app', 1, 0, 8000],
      ['read', 2, 3000, 2000],
      ['conductor generate app', 2, 2000, 5000],
    ]);
  });

  it('gives processes that ran at a time lanes of their own', () => {
    const command = (at: number, ms: number): RunEvent => ({ event: 'command', job: 'j', program: 'p', at, ms, stored: false, exitCode: 0 });
    const { traceEvents } = traceOf([startOf(0), command(0, 10), command(5, 10), command(11, 2)]);
    expect(traceEvents.flatMap((event) => (event.ph === 'X' && event.cat === 'command' ? [event.tid] : []))).toEqual([2, 3, 2]);
  });
});
