import fc from 'fast-check';
import type { MemoryDisk } from '@nx-conductor/testkit';
import { createWarm } from '@nx-conductor/run';
import { below, edit, EDITION, run, workspace } from './bench';

/** As many sequences as a test run has time for; `npm run test:torture` asks for more. */
const RUNS = Number(process.env['CONDUCTOR_TORTURE'] ?? 60);

const PATTERN = '/ws/.conductor/patterns/people';
const SPEC = '/ws/app/spec.json';
const CONFIG = '/ws/app/conductor.json';

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  [`${PATTERN}/person.ejs`]: [
    "<%- include('head') %><%= item.name %>: <%= shout(item.age) %> of <%= peers() %><% if (item.friend) { %> knows <%= deref(item.friend).name %><% } %>\n",
    "<%- include('head') %><%= item.name %> (<%= Object.keys(item.value).join() %>)<% if ('note' in item.value) { %> <%= item.note %><% } %>\n",
    '<%= item.name %> <%= options.greeting %> <%= names()[item.pointer] %>\n',
  ],
  [`${PATTERN}/head.ejs`]: ['# <%= document.title %>\n', '# people\n', '#<%= options.greeting %>\n'],
  [`${PATTERN}/index.ejs`]: ["<% for (const each of items('/people')) { %><%= each.name %>\n<% } %>", '<%= document.title %> <%= Object.keys(names()).length %>\n'],
  [`${PATTERN}/helpers.js`]: [
    helpers('`${n}!`'),
    helpers('`${n}?`'),
    helpers("conductor.upperCase ? '' : String(n ?? 'unknown')"),
    // Remembers what it should not: the title, whoever asked first, what a table was computed from.
    helpers('{ asked += 1; title ??= conductor.document.title; return [n, asked, title, kept?.title, sum].join(); }', 'let asked = 0, title, kept, sum;', 'kept = document; sum = Object.keys(document.people).length;'),
  ],
};

function helpers(shout: string, variables = '', keep = ''): string {
  return `${variables} module.exports = (conductor) => {
    const names = conductor.table('names', (document) => Object.fromEntries(conductor.items('/people').map((each, index) => [each.pointer, each.name + index])));
    const ages = conductor.table('ages', (document) => { ${keep} return ({ sum: Object.values(document.people).reduce((sum, each) => sum + (each.age ?? 0), 0), count: { all: Object.keys(document.people).length } }); });
    return { names, peers: () => ages().count.all, shout: (n) => ${shout} };
  };`;
}

const OPTIONS = { greeting: { type: 'string', default: 'hello' } };
const patternText = (to: string, when: string | undefined) =>
  JSON.stringify({ id: 'people', helpers: 'helpers.js', options: OPTIONS, outputs: [{ template: 'person.ejs', forEach: '/people', to, ...(when === undefined ? {} : { when }) }, { template: 'index.ejs', to: 'index.txt' }] });
const configText = (output: string, greeting: string | undefined) =>
  JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'people', ...(greeting === undefined ? {} : { options: { greeting } }) }], output });

type Person = { name?: string; age?: number; note?: string; friend?: { $ref: string } };
type Edit =
  | { kind: 'person'; key: string; person: Person }
  | { kind: 'remove' | 'reorder' | 'title' | 'other' | 'delete-artifact' | 'hand-edit' | 'flip-traces' | 'delete-cache' | 'delete-manifest' | 'damage-manifest' | 'touch'; key: string }
  | { kind: 'text'; path: string; index: number }
  | { kind: 'pattern'; to: string; when: string | undefined }
  | { kind: 'config'; output: string; greeting: string | undefined };

const key = fc.constantFrom('ann', 'bob', 'cy', 'dee');
const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('person' as const), key, person: fc.record({ name: fc.constantFrom('Ann', 'Bo'), age: fc.nat(3), note: fc.constantFrom('x', 'y'.repeat(300)), friend: key.map((each) => ({ $ref: `#/people/${each}` })) }, { requiredKeys: [] }) }) },
  fc.record({ kind: fc.constantFrom('remove' as const, 'reorder', 'title', 'other', 'delete-artifact', 'hand-edit', 'flip-traces', 'delete-cache', 'delete-manifest', 'damage-manifest', 'touch'), key }),
  fc.constantFrom(...Object.entries(TEXTS).flatMap(([path, texts]) => texts.map((_, index) => ({ kind: 'text' as const, path, index })))),
  fc.record({ kind: fc.constant('pattern' as const), to: fc.constantFrom('p/<%= item.key %>.txt', '<%= item.key %>-<%= item.age ?? 0 %>.txt'), when: fc.constantFrom(undefined, 'item.age !== 2', '"note" in item.value') }),
  fc.record({ kind: fc.constant('config' as const), output: fc.constantFrom('out', 'gen/x'), greeting: fc.constantFrom(undefined, 'hi', 'hello') }),
);

const START: Readonly<Record<string, string | undefined>> = {
  ...Object.fromEntries(Object.entries(TEXTS).map(([path, texts]) => [path, texts[0]])),
  [`${PATTERN}/pattern.json`]: patternText('p/<%= item.key %>.txt', undefined),
  [CONFIG]: configText('out', undefined),
  [SPEC]: JSON.stringify({ title: 'T', other: 1, people: { ann: { name: 'Ann', age: 1 }, bob: { age: 2, friend: { $ref: '#/people/ann' } } } }),
};

/** The same with a spec so large that its text is kept, and so divided that each person is an entry of it. */
const LARGE: typeof START = {
  ...START,
  [SPEC]: JSON.stringify({ title: 'T', other: 1, people: { ann: { name: 'Ann', age: 1 }, bob: { age: 2, friend: { $ref: '#/people/ann' } }, pad: { name: 'Pad', note: 'p'.repeat(40_000) } }, padding: 'q'.repeat(200_000) }),
};

const artifacts = (disk: MemoryDisk) => Object.keys(disk.files()).filter((path) => /^\/ws\/app\/(out|gen)\//.test(path));

function change(disk: MemoryDisk, step: Edit): void {
  const text = (path: string) => disk.files()[path] as string;
  const spec = JSON.parse(text(SPEC)) as { title: string; other: number; people: Record<string, Person> };
  const save = () => edit(disk, SPEC, JSON.stringify(spec));
  const first = artifacts(disk)[0];
  switch (step.kind) {
    case 'person':
      spec.people[step.key] = step.person;
      return save();
    case 'remove':
      delete spec.people[step.key];
      return save();
    case 'reorder':
      spec.people = Object.fromEntries(Object.entries(spec.people).reverse());
      return save();
    case 'title':
      spec.title += step.key;
      return save();
    case 'other':
      spec.other += 1;
      return save();
    case 'text':
      return edit(disk, step.path, (TEXTS[step.path] as string[])[step.index] as string);
    case 'pattern':
      return edit(disk, `${PATTERN}/pattern.json`, patternText(step.to, step.when));
    case 'config':
      return edit(disk, CONFIG, configText(step.output, step.greeting));
    case 'delete-artifact':
      return first === undefined ? undefined : disk.remove(first);
    case 'hand-edit':
      return first === undefined ? undefined : edit(disk, first, 'mine');
    case 'flip-traces': {
      const path = '/ws/.conductor/cache/traces/app';
      return disk.stat(path) ? edit(disk, path, text(path).replace('Ann', 'Anm')) : undefined;
    }
    case 'delete-cache':
      return Object.keys(below(disk, '/ws/.conductor/cache')).forEach((path) => disk.remove(path));
    case 'delete-manifest':
      return disk.remove('/ws/.conductor/manifests/app.json');
    case 'damage-manifest':
      return edit(disk, '/ws/.conductor/manifests/app.json', text('/ws/.conductor/manifests/app.json').slice(0, -7));
    case 'touch':
      return first === undefined ? undefined : edit(disk, first, text(first));
  }
}

/** A disk with the same inputs and nothing of any run. */
function fresh(disk: MemoryDisk): MemoryDisk {
  const inputs = Object.entries(disk.files()).filter(([path]) => !/\/\.conductor\/(cache|runs|manifests)\//.test(path) && !artifacts(disk).includes(path));
  return workspace(Object.fromEntries(inputs));
}

/** A friend who is not there is a failing template, in both runs alike. */
const friendsAreThere = (disk: MemoryDisk) => {
  const { people } = JSON.parse(disk.files()[SPEC] as string) as { people: Record<string, Person> };
  return Object.values(people).every((person) => person.friend === undefined || Object.hasOwn(people, person.friend.$ref.slice(9)));
};

describe('incremental equals clean', () => {
  it.each([
    ['each in a process of its own', () => undefined, START, RUNS],
    ['in a process that stays', createWarm, START, RUNS],
    ['each in a process of its own, of a large spec', () => undefined, LARGE, Math.ceil(RUNS / 3)],
    ['in a process that stays, of a large spec', createWarm, LARGE, Math.ceil(RUNS / 3)],
  ])('after any sequence of edits, byte for byte, manifest included, with runs %s', async (_, makeWarm, start, numRuns) => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 8 }), async (steps) => {
        const disk = workspace(start);
        const warm = makeWarm();
        expect((await run(disk, {}, EDITION, warm)).failures).toEqual([]);
        for (const step of steps) {
          change(disk, step);
          // What was edited by hand, or lost its record, is replaced on purpose: the law is about what comes out.
          const result = await run(disk, { onConflict: 'overwrite' }, EDITION, warm);
          const clean = fresh(disk);
          const expected = await run(clean);
          expect(result.failures).toEqual(expected.failures);
          if (expected.failures.length > 0) {
            expect(friendsAreThere(disk)).toBe(false);
            return;
          }
          kept += result.jobs.kept;
          const made = Object.fromEntries(artifacts(clean).map((path) => [path, clean.files()[path]]));
          const found = Object.fromEntries(artifacts(disk).filter((path) => path in made || owned(disk, path)).map((path) => [path, disk.files()[path]]));
          expect(found).toEqual(made);
          expect(below(disk, '/ws/.conductor/manifests')).toEqual(below(clean, '/ws/.conductor/manifests'));
        }
      }),
      { numRuns },
    );
    // A law that holds because everything always runs would prove nothing.
    expect(kept).toBeGreaterThan(numRuns);
  }, 120_000 + RUNS * 400);

  it.each([
    ['a small spec', START],
    ['a large spec', LARGE],
  ])('and an edit of a value in %s runs exactly the jobs that read it', async (_, start) => {
    const disk = workspace(start);
    await run(disk);
    const ran = async (mend: (spec: { title: string; other: number; people: Record<string, Person> }) => void) => {
      const spec = JSON.parse(disk.files()[SPEC] as string) as Parameters<typeof mend>[0];
      mend(spec);
      edit(disk, SPEC, JSON.stringify(spec));
      const { why, jobs, failures } = await run(disk, { explain: true });
      expect(failures).toEqual([]);
      expect(jobs.ran + jobs.kept).toBe(jobs.total);
      return why.map((each) => each.artifact);
    };
    expect(await ran((spec) => (spec.other = 7))).toEqual([]);
    expect(await ran((spec) => ((spec.people['bob'] as Person).note = 'unread'))).toEqual([]);
    expect(await ran((spec) => ((spec.people['bob'] as Person).age = 9))).toEqual(['out/p/bob.txt']);
    // Ann is read by her own job, by the index, and by Bob's, who refers to her.
    expect(await ran((spec) => ((spec.people['ann'] as Person).name = 'Anna'))).toEqual(['out/p/ann.txt', 'out/p/bob.txt', 'out/index.txt']);
    const everyone = Object.keys((JSON.parse(start[SPEC] as string) as { people: object }).people);
    const all = (...keys: readonly string[]) => keys.map((each) => `out/p/${each}.txt`);
    expect(await ran((spec) => (spec.title = 'New'))).toEqual(all(...everyone));
    // The number of people is an entry of a table that every person's job reads.
    expect(await ran((spec) => (spec.people['cy'] = { age: 3 }))).toEqual([...all(...everyone, 'cy'), 'out/index.txt']);
  });

  it.each([
    ['a process of its own', () => undefined],
    ['a process that stays', createWarm],
  ])('and of a large spec nothing is parsed that has not changed, in %s, also after a text that was no JSON', async (_, makeWarm) => {
    const disk = workspace(LARGE);
    const warm = makeWarm();
    await run(disk, {}, EDITION, warm);
    const text = disk.files()[SPEC] as string;
    edit(disk, SPEC, `${text}}`);
    expect((await run(disk, {}, EDITION, warm)).failures).toHaveLength(1);
    edit(disk, SPEC, text.replace('"age":2', '"age":5'));
    const parse = jest.spyOn(JSON, 'parse');
    try {
      expect((await run(disk, {}, EDITION, warm)).jobs.ran).toBe(1);
      expect(Math.max(...parse.mock.calls.map(([parsed]) => String(parsed).length))).toBeLessThan(40_000);
    } finally {
      parse.mockRestore();
    }
    expect(disk.files()['/ws/app/out/p/bob.txt']).toContain('5!');
  });

  it('also when a helper module reads options and document while it loads', async () => {
    const greedy = 'module.exports = ({ options, document }) => { const { greeting } = options; const { title } = document; return { shout: (n) => greeting + title + n, names: () => ({}), peers: () => 0 }; };';
    const disk = workspace({ ...START, [`${PATTERN}/helpers.js`]: greedy });
    await run(disk);
    edit(disk, CONFIG, configText('out', 'hi'));
    expect((await run(disk, { explain: true })).why.map((each) => each.reason)).toEqual(['option people ← spec#/greeting: hello → hi', 'option people ← spec#/greeting: hello → hi']);
    expect(disk.files()['/ws/app/out/p/bob.txt']).toContain('hiT2');
  });

  it('and the reason is told with the old and the new value', async () => {
    const disk = workspace(START);
    await run(disk);
    edit(disk, SPEC, (disk.files()[SPEC] as string).replace('"age":2', '"age":5'));
    expect((await run(disk, { explain: true })).why).toEqual([{ job: 'people/person.ejs ← spec#/people/bob', artifact: 'out/p/bob.txt', reason: 'spec spec#/people/bob/age: 2 → 5' }]);
    edit(disk, `${PATTERN}/head.ejs`, (TEXTS[`${PATTERN}/head.ejs`] as string[])[1] as string);
    expect((await run(disk, { explain: true })).why.map((each) => each.reason)).toEqual([expect.stringMatching(/^template head\.ejs: \w{12} → \w{12}$/), expect.stringContaining('template head.ejs')]);
    edit(disk, CONFIG, configText('out', 'hi'));
    expect((await run(disk, { explain: true })).why).toEqual([]);
  });
});

function owned(disk: MemoryDisk, path: string): boolean {
  return (disk.files()['/ws/.conductor/manifests/app.json'] as string).includes(JSON.stringify(path.slice('/ws/app/'.length)));
}
