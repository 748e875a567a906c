import { FILES, below, edit } from './bench';
import { generateRuled, validate, words } from './rules-bench';

const codes = (result: { readonly failures: readonly { readonly code: string }[] }) => result.failures.map(({ code }) => code);
const ITEMS = { a: 'say(1);', b: 'shout(2);\nshout(3);', c: 'const secret = 1;' };
const MANIFEST = '/ws/.conductor/manifests/app.json';
const artifactsOf = (disk: ReturnType<typeof words>) => (JSON.parse(disk.files()[MANIFEST] as string) as { artifacts: { path: string; fixed?: string[] }[] }).artifacts;

/** What a run from nothing gives: no cache, no manifest, no artifact. */
async function fromNothing(disk: ReturnType<typeof words>) {
  const bare = disk.copy();
  for (const path of Object.keys(bare.files())) if (/^\/ws\/(?:app\/out|\.conductor\/(?:cache|manifests|runs))\//.test(path)) bare.remove(path);
  await generateRuled(bare);
  return { out: below(bare, '/ws/app/out'), manifest: bare.files()[MANIFEST] };
}

describe('rules that mend artifacts when they are made', () => {
  it('give the same bytes as a run from nothing, manifest included, whatever is edited', async () => {
    const disk = words({ rules: { fix: true } }, ITEMS);
    const steps: (() => void)[] = [
      () => undefined,
      () => edit(disk, '/ws/app/spec.json', JSON.stringify({ words: { a: { text: 'shout(1);' }, b: { text: 'shout(2);' } } })),
      () => edit(disk, '/ws/app/conductor.json', (disk.files()['/ws/app/conductor.json'] as string).replace('"fix": true', '"fix": ["no-secret"]')),
      () => edit(disk, '/ws/app/conductor.json', (disk.files()['/ws/app/conductor.json'] as string).replace('"fix": ["no-secret"]', '"fix": ["no-shout"]')),
      () => edit(disk, '/ws/.conductor/rules/own.yml', (disk.files()['/ws/.conductor/rules/own.yml'] as string).replace('fix: say($A)', 'fix: tell($A)').replace("fixed: 'say(1);'", "fixed: 'tell(1);'")),
      () => edit(disk, '/ws/app/conductor.json', (disk.files()['/ws/app/conductor.json'] as string).replace('"no-shout"\n', '"no-shout"\n').replace('"rules"', '"format": "oxfmt",\n  "rules"')),
      () => edit(disk, '/ws/.conductor/rules/own.yml', 'id: other\nversion: 1\nkinds: [python]\nseverity: info\nconfidence: 1\nmessage: m\nhelp: h\nrule: { pattern: a }\nvalid: [b]\ninvalid: [a]\n---\n' + (disk.files()['/ws/.conductor/rules/own.yml'] as string)),
    ];
    for (const [index, step] of steps.entries()) {
      step();
      expect([index, ...codes(await generateRuled(disk))]).toEqual([index]);
      expect([index, { out: below(disk, '/ws/app/out'), manifest: disk.files()[MANIFEST] }]).toEqual([index, await fromNothing(disk)]);
    }
    expect(disk.files()['/ws/app/out/b.ts']).toBe('tell(2);\n');
  });

  it('mend only what ran, say in the manifest which did, and mend nothing when nothing changed', async () => {
    const disk = words({ rules: { fix: true } }, ITEMS);
    expect((await generateRuled(disk)).asked.mended).toEqual(['say(1);', 'shout(2);', 'const secret = 1;']);
    expect(artifactsOf(disk).map(({ path, fixed }) => [path, fixed])).toEqual([['out/a.ts', undefined], ['out/b.ts', ['no-shout']], ['out/c.ts', undefined]]);
    expect(disk.files()['/ws/app/out/b.ts']).toBe('say(2);\nsay(3);\n');
    edit(disk, '/ws/app/spec.json', JSON.stringify({ words: Object.fromEntries(Object.entries({ ...ITEMS, a: 'shout(1);' }).map(([name, text]) => [name, { text }])) }));
    expect(await generateRuled(disk)).toMatchObject({ jobs: { ran: 1 }, asked: { mended: ['shout(1);'] } });
    expect(artifactsOf(disk)[1]?.fixed).toEqual(['no-shout']);
    expect(await generateRuled(disk)).toMatchObject({ unchanged: true, asked: { called: 0 } });
  });

  it('tell what no edit mends', async () => {
    const disk = words({ rules: { fix: true } }, ITEMS);
    const { mending } = await generateRuled(disk);
    expect(mending).toMatchObject({ overlapping: [], regenerate: ['app/out/c.ts'] });
    expect(mending?.edits).toContainEqual({ file: 'app/out/b.ts', rule: 'no-shout', line: 2, column: 1, before: 'shout(3)', after: 'say(3)' });
  });

  it('with the gate let through what they mended', async () => {
    const disk = words({ validate: 'error', rules: { fix: true } }, { a: 'shout(1);' });
    expect(await generateRuled(disk)).toMatchObject({ failures: [], judgement: { files: { approved: 1 } } });
  });

  it('do not mend when one of them is broken', async () => {
    const disk = words({ rules: { fix: true } }, ITEMS);
    edit(disk, '/ws/.conductor/rules/own.yml', (disk.files()['/ws/.conductor/rules/own.yml'] as string).replace("fixed: 'say(1);'", "fixed: 'tell(1);'"));
    expect(codes(await generateRuled(disk))).toEqual(['bad-rule']);
    expect(below(disk, '/ws/app/out')).toEqual({});
  });
});

describe('validate --fix', () => {
  it('has conductor.json mend artifacts from now on, and leaves the rest of it as it is written', async () => {
    const disk = words({ onConflict: 'fail' }, ITEMS);
    const before = disk.files()['/ws/app/conductor.json'] as string;
    await generateRuled(disk);
    const result = await validate(disk, { fix: true });
    expect(result).toMatchObject({ fixed: { recorded: ['no-shout'], files: ['app/out/b.ts'], regenerate: ['app/out/c.ts'] }, files: { approved: 2, rejected: 1 }, failures: [{ code: 'rejected' }] });
    const after = disk.files()['/ws/app/conductor.json'] as string;
    expect(JSON.parse(after)).toEqual({ ...(JSON.parse(before) as object), rules: { fix: ['no-shout'] } });
    expect(after.startsWith(before.trimEnd().slice(0, -2))).toBe(true);
    expect({ out: below(disk, '/ws/app/out'), manifest: disk.files()[MANIFEST] }).toEqual(await fromNothing(disk));
    expect(await generateRuled(disk)).toMatchObject({ unchanged: true });
    expect(await validate(disk, { fix: true })).toMatchObject({ fixed: { recorded: [], files: [] } });
  });

  it('mends what the gate kept from being written', async () => {
    const disk = words({ validate: 'error' }, { a: 'shout(1);' });
    expect(codes(await generateRuled(disk))).toEqual(['rejected']);
    expect(await validate(disk, { fix: true })).toMatchObject({ failures: [], fixed: { recorded: ['no-shout'], files: ['app/out/a.ts'] } });
    expect(disk.files()['/ws/app/out/a.ts']).toBe('say(1);\n');
  });

  it('--check tells what it would change and writes nothing; --dry-run gives the plan', async () => {
    const disk = words({}, ITEMS);
    await generateRuled(disk);
    await validate(disk);
    disk.forget();
    const checked = await validate(disk, { fix: true, check: true });
    expect(checked.failures).toContainEqual(expect.objectContaining({ code: 'stale', changes: 1, repair: 'conductor validate --fix app' }));
    expect(checked.diffs.join('')).toContain('+say(2);');
    expect(await validate(disk, { fix: true, dryRun: true })).toMatchObject({ steps: [{ path: 'out/b.ts', action: 'update' }] });
    expect(disk.calls.filter(({ mutates }) => mutates)).toEqual([]);
  });

  it('leaves a hand edit that was kept to the hand that made it, and stops at a conflict', async () => {
    const disk = words({}, { a: 'say(1);', b: 'say(2);' });
    await generateRuled(disk);
    edit(disk, '/ws/app/out/a.ts', 'shout(9);\n');
    expect(codes(await validate(disk, { fix: true }))).toEqual(['conflict']);
    await generateRuled(disk, { onConflict: 'keep' });
    expect(await validate(disk, { fix: true })).toMatchObject({ failures: [{ code: 'rejected' }], fixed: { recorded: [], files: [] } });
    expect(disk.files()['/ws/app/out/a.ts']).toBe('shout(9);\n');
  });

  it('edits files that people wrote where they lie, byte for byte beside the edit', async () => {
    const disk = words({}, { a: 'say(1);' }, { '/ws/app/src/own.ts': '\ufeffshout(1);  // é\r\n\tshout( 2 )\r\n' });
    await generateRuled(disk);
    expect(await validate(disk, { fix: true, check: true, files: ['src/*.ts'] })).toMatchObject({ failures: [{ code: 'stale', what: 'sources', changes: 1 }, { code: 'rejected' }] });
    expect(await validate(disk, { fix: true, files: ['src/*.ts'] })).toMatchObject({ failures: [], fixed: { files: ['app/src/own.ts'] } });
    expect(disk.files()['/ws/app/src/own.ts']).toBe('\ufeffsay(1);  // é\r\n\tsay(2)\r\n');
  });
});

it('a project without rules that mend has no word of them in its manifest', async () => {
  const disk = words({}, ITEMS, { '/ws/app/conductor.json': FILES['/ws/app/conductor.json'], '/ws/app/spec.json': FILES['/ws/app/spec.json'] });
  await generateRuled(disk);
  expect(disk.files()[MANIFEST]).not.toMatch(/"rule|rendered|fixed/);
});
