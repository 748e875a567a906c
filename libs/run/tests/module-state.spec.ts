import { describe as inWords } from '@nx-conductor/core';
import { createWarm } from '@nx-conductor/run';
import { below, codes, edit, EDITION, run, workspace } from './bench';

const PATTERN = '/ws/.conductor/patterns/letters';
const SPEC = '/ws/app/spec.json';
const OUTPUTS = [{ template: 'letter.ejs', forEach: '/letters', to: '<%= item.name %>.txt' }];
const START = { title: 'T', letters: { Alpha: { n: 1 }, Beta: { n: 2 } } };

/** A workspace whose pattern prints what the helper `told` gives for each letter. */
const withHelpers = (text: string, pattern: object = {}) =>
  workspace({
    [`${PATTERN}/pattern.json`]: JSON.stringify({ id: 'letters', helpers: 'helpers.js', outputs: OUTPUTS, ...pattern }),
    [`${PATTERN}/letter.ejs`]: '<%= item.name %> <%= item.n %> <%= told(item) %>\n',
    [`${PATTERN}/helpers.js`]: text,
    [SPEC]: JSON.stringify(START),
  });

type Spec = typeof START;
type Disk = ReturnType<typeof workspace>;

const mend = (disk: Disk, change: (spec: Spec) => void) => {
  const spec = JSON.parse(disk.files()[SPEC] as string) as Spec;
  change(spec);
  edit(disk, SPEC, JSON.stringify(spec));
};

const made = (disk: Disk) => Object.values(below(disk, '/ws/app/out'));

/** Only Beta is read again, then only the title has changed: whoever found what another job or a table left, prints it. */
async function afterEdits(helpers: string, pattern: object, warm = createWarm()) {
  const disk = withHelpers(helpers, pattern);
  const first = await run(disk, {}, EDITION, warm);
  const outputs = [made(disk)];
  const ran = [first.jobs.ran];
  for (const change of [(spec: Spec) => (spec.letters.Beta.n = 5), (spec: Spec) => (spec.title = 'New')]) {
    mend(disk, change);
    const again = await run(disk, {}, EDITION, warm);
    expect(again.failures).toEqual([]);
    const clean = withHelpers(helpers, pattern);
    edit(clean, SPEC, disk.files()[SPEC] as string);
    await run(clean);
    expect(made(disk)).toEqual(made(clean));
    ran.push(again.jobs.ran);
    outputs.push(made(disk));
  }
  expect(first.failures).toEqual([]);
  return { ran, outputs };
}

describe('what a helper module remembers', () => {
  it.each<[string, string, object, string, string, readonly number[]]>([
    [
      'a view of the document that a table saw',
      "let kept; module.exports = (conductor) => { const all = conductor.table('all', (document) => { kept = document; return { count: 1 }; }); return { told: () => all().count + String(kept?.title) }; };",
      {},
      'Alpha 1 1undefined',
      'Alpha 1 1undefined',
      [2, 1, 0],
    ],
    [
      'a value that a table took',
      "module.exports = (conductor) => { let title = 'none'; const all = conductor.table('all', (document) => { title = document.title; return { count: 1 }; }); return { told: () => all().count + title }; };",
      {},
      'Alpha 1 1none',
      'Alpha 1 1none',
      [2, 1, 0],
    ],
    ['how often it was called', 'let calls = 0; module.exports = { told: () => calls++ };', {}, 'Beta 2 0', 'Beta 5 0', [2, 1, 0]],
    ['what another job read', 'module.exports = (conductor) => { const memo = {}; return { told: () => (memo.title ??= conductor.document.title) }; };', {}, 'Beta 2 T', 'Beta 5 New', [2, 1, 2]],
    ['what it read while it loaded', 'module.exports = ({ document: { title } }) => ({ told: () => title });', {}, 'Beta 2 T', 'Beta 5 New', [2, 1, 2]],
    ['a view that it took while it loaded', 'module.exports = ({ document }) => ({ told: () => document.title });', {}, 'Beta 2 T', 'Beta 5 New', [2, 1, 2]],
    ['in what it exports', 'module.exports = { told: () => (module.exports.times = (module.exports.times ?? 0) + 1) };', {}, 'Beta 2 1', 'Beta 5 1', [2, 1, 0]],
  ])('%s is not there for the next job', async (_, helpers, pattern, before, after, jobs) => {
    const { ran, outputs } = await afterEdits(helpers, pattern);
    expect(ran).toEqual(jobs);
    expect(outputs[0]?.join('')).toContain(`${before}\n`);
    expect(outputs.at(-1)?.join('')).toContain(`${after}\n`);
  });

  it('of a module that makes artifacts is not there for the next job either', async () => {
    const pattern = { helpers: undefined, outputs: [{ module: 'make.js', forEach: '/letters', to: '<%= item.name %>.txt' }] };
    const disk = withHelpers('module.exports = {};', pattern);
    edit(disk, `${PATTERN}/make.js`, 'const names = []; let title; module.exports = (item, { document }) => { names.push(item.name); title ??= document.title; return names.join() + title; };');
    expect((await run(disk)).failures).toEqual([]);
    expect(made(disk)).toEqual(['AlphaT', 'BetaT']);
    mend(disk, (spec) => (spec.title = 'New'));
    expect((await run(disk)).jobs.ran).toBe(2);
    expect(made(disk)).toEqual(['AlphaNew', 'BetaNew']);
  });

  it('within one job it may remember', async () => {
    const disk = withHelpers('let calls = 0; module.exports = { told: () => ++calls };');
    edit(disk, `${PATTERN}/letter.ejs`, '<%= told() %><%= told() %>');
    expect((await run(disk)).failures).toEqual([]);
    expect(made(disk)).toEqual(['12', '12']);
  });
});

describe('a table', () => {
  const table = (compute: string, use = 'all().x') => `module.exports = (conductor) => { const other = conductor.table('other', () => ({ list: [2, 1] })); const all = conductor.table('all', (document) => ${compute}); return { told: () => ${use} }; };`;

  it('may use another table, and gives it to jobs', async () => {
    const disk = withHelpers(table('({ x: other().list.map((n) => n * 2).join() })'));
    expect((await run(disk)).failures).toEqual([]);
    expect(made(disk)[0]).toBe('Alpha 1 4,2\n');
  });

  it.each([
    ['the document', "{ document.title = 'mine'; return { x: 1 }; }"],
    ['what is in the document', "{ document.letters.Alpha.n = 7; return { x: 1 }; }"],
    ['what lies deep in the document', "{ Object.defineProperty(document.letters.deep.er.list, '0', { value: 7 }); return { x: 1 }; }"],
    ['the order of a list', '{ document.letters.deep.er.list.sort(); return { x: 1 }; }'],
    ['the options', '{ conductor.options.list.sort(); return { x: 1 }; }'],
    ['what another table gave', '{ other().list.sort(); return { x: 1 }; }'],
  ])('cannot change %s', async (_, compute) => {
    const disk = withHelpers(table(compute), { options: { list: { type: 'array', default: [2, 1] } } });
    mend(disk, ({ letters }) => Object.assign(letters, { deep: { n: 0, er: { list: [2, 1] } } }));
    const { failures } = await run(disk);
    expect(new Set(failures.map((failure) => inWords(failure).received))).toEqual(new Set(['what templates and helpers are given is read-only']));
    expect(made(disk)).toEqual([]);
  });

  it('cannot be declared inside of a helper function', async () => {
    const { failures } = await run(withHelpers("module.exports = (conductor) => ({ told: (item) => conductor.table('late', () => item.n)() });"));
    expect(failures[0] && inWords(failures[0]).received).toBe('conductor.table("late") is for use while the module loads, not inside helper functions');
  });

  it.each(['() => 1', "'all'", "'all', {}"])('needs a name and a function: conductor.table(%s)', async (given) => {
    const { failures } = await run(withHelpers(`module.exports = (conductor) => ({ told: conductor.table(${given}) });`));
    expect(failures[0] && inWords(failures[0]).received).toContain("conductor.table takes a name and a function of the document: conductor.table('names', (document) => …)");
  });

  it('that asks for itself is told so', async () => {
    const disk = withHelpers(table('all()'));
    const { failures } = await run(disk);
    expect(failures[0] && inWords(failures[0]).received).toBe('the table "all" is asked for while it is computed, or while the helper module loads');
  });

  it('cannot be asked for while the module loads', async () => {
    const disk = withHelpers("module.exports = (conductor) => { const all = conductor.table('all', () => ({ x: 1 })); const known = all(); return { told: () => known.x }; };");
    const { failures } = await run(disk);
    expect(failures.map((failure) => inWords(failure).file)).toEqual(['.conductor/patterns/letters/helpers.js']);
    expect(codes(await run(disk))).toEqual(['helpers-failed']);
  });
});
