import { progressLine } from '../src/cli/progress';
import { terminalOf } from '../src/cli/terminal';
import { timeSpent } from '../src/cli/time-spent';

/** A screen, a clock that tests move, and a run that is told of. */
function waiting(moves: boolean, project = 'codegen') {
  const [moved, noted]: [string[], string[]] = [[], []];
  let now = 1000;
  const stream = (texts: string[]) => ({ write: (text: string) => void texts.push(text) });
  let tick: (() => void) | undefined;
  const every = (_: number, action: () => void) => ((tick = action), () => (tick = undefined));
  const line = progressLine({ notes: stream(noted), moving: moves ? stream(moved) : undefined }, { now: () => now, elapsed: () => now }, project, every);
  const told = (at: number, done: number, failed = 0) => {
    now = 1000 + at;
    line.told({ phase: 'render', jobs: { done, left: 2192 - done, failed } });
  };
  return { line, told, moved, noted, at: (ms: number) => (now = 1000 + ms), tick: (at: number) => ((now = 1000 + at), tick?.()) };
}

const CLEAR = '\r\u001b[2K';

describe('on a terminal', () => {
  it('one line moves with jobs done, left and failing, and goes away', () => {
    const { line, told, moved, noted } = waiting(true);
    for (let done = 1; done <= 500; done += 1) told(done, done, done > 250 ? 3 : 0);
    expect(moved.slice(0, 2)).toEqual([`${CLEAR}codegen render: 201 jobs done, 1991 left, 0.2 s`, `${CLEAR}codegen render: 281 jobs done, 1911 left, 3 failing, 0.3 s`]);
    expect(moved).toHaveLength(4);
    line.clear();
    expect(moved.slice(4)).toEqual([CLEAR]);
    expect(noted).toEqual([]);
  });

  it('it moves while nothing is told, until it is taken away', () => {
    const { line, moved, tick } = waiting(true);
    line.told({ phase: 'typecheck', files: 240 });
    for (const at of [80, 160, 240, 300, 320]) tick(at);
    expect(moved).toEqual([`${CLEAR}codegen typecheck: 240 files, 0.2 s`, `${CLEAR}codegen typecheck: 240 files, 0.3 s`]);
    line.clear();
    tick(9000);
    expect(moved.slice(2)).toEqual([CLEAR]);
  });

  it('sources of compile are counted too', () => {
    const { line, moved, at } = waiting(true);
    line.told({ phase: 'compile' });
    at(250);
    line.told({ phase: 'compile', sources: { done: 16, left: 84, failed: 2 } });
    expect(moved).toEqual([`${CLEAR}codegen compile: 16 sources done, 84 left, 2 failing, 0.3 s`]);
  });

  it('a run that is soon over shows nothing, and leaves nothing to clear', () => {
    const { line, told, moved } = waiting(true);
    told(0, 1);
    told(199, 2192);
    line.clear();
    expect(moved).toEqual([]);
    // The next run in the same process begins anew.
    told(5000, 1);
    expect(moved).toEqual([]);
  });

  it('the line is never wider than a narrow terminal', () => {
    const { told, moved, line, at } = waiting(true, 'p'.repeat(300));
    told(0, 0);
    told(999_999, 2000, 2000);
    at(1_000_999);
    line.told({ phase: 'format' });
    expect(moved).toHaveLength(2);
    for (const text of moved) expect(text.length).toBeLessThanOrEqual(CLEAR.length + 80);
    expect(moved[1]).toMatch(/p format: 1001\.0 s$/);
  });
});

it('elsewhere plain lines say now and then how far a long run is', () => {
  const { line, told, moved, noted } = waiting(false);
  for (let seconds = 0; seconds <= 25; seconds += 1) told(seconds * 1000, seconds * 10);
  line.clear();
  expect(noted).toEqual(['codegen render: 100 jobs done, 2092 left, 10.0 s\n', 'codegen render: 200 jobs done, 1992 left, 20.0 s\n']);
  expect(moved).toEqual([]);
});

describe('a line moves', () => {
  const io = { cwd: '/', isTTY: true, stdout: { write: () => undefined }, stderr: { write: () => undefined }, stderrIsTTY: true, env: {} };
  const moves = (outside: Partial<typeof io> & { env?: Record<string, string> }, quiet = false) => terminalOf({ ...io, ...outside }, { quiet, json: false }).moving !== undefined;
  it('on a terminal only, and neither in CI nor with --quiet', () => {
    expect(moves({})).toBe(true);
    expect([moves({ stderrIsTTY: false }), moves({ env: { CI: 'true' } }), moves({ env: { TERM: 'dumb' } }), moves({}, true)]).toEqual([false, false, false, false]);
  });
});

describe('where time went', () => {
  it('is told of the longest phase first, with shares', () => {
    expect(timeSpent({ read: 10, resolve: 0, render: 75, apply: 15 })).toBe('render 75 ms (75 %), apply 15 ms (15 %), read 10 ms (10 %)');
    expect(timeSpent({ read: 0 })).toBe('');
  });
});
