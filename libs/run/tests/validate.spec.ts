import crypto from 'node:crypto';
import { below, edit } from './bench';
import { generateRuled, validate, words } from './rules-bench';

const codes = (result: { readonly failures: readonly { readonly code: string }[] }) => result.failures.map(({ code }) => code);
const told = (findings: readonly { readonly file: string; readonly line: number; readonly column: number; readonly rule: string }[]) => findings.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
const cacheWrites = (disk: ReturnType<typeof words>) => disk.calls.filter((call) => call.mutates && !call.path.includes('/runs'));

describe('a run of validate', () => {
  it('judges each artifact, and tells place, rule, message, help and line of what it finds', async () => {
    const disk = words({}, { a: 'say(1);', b: 'say(2);\n  shout(me);' });
    await generateRuled(disk);
    const result = await validate(disk);
    expect(result.files).toEqual({ total: 2, judged: 2, kept: 0, approved: 1, rejected: 1, uncertain: 0 });
    expect(result.findings).toEqual([
      expect.objectContaining({ file: 'app/out/b.ts', line: 2, column: 3, endLine: 2, endColumn: 12, rule: 'no-shout', severity: 'error', message: 'shouts me', help: 'say it quietly', sourceLine: '  shout(me);', fix: { start: 10, end: 19, text: 'say(me)' } }),
    ]);
    expect(result.failures).toEqual([{ code: 'rejected', place: { file: 'app/out/b.ts', line: 2, column: 3 }, files: 1, errors: 1, first: 'shouts me [no-shout]', written: true }]);
    expect(result.asked).toMatchObject({ judged: ['say(1);', 'say(2);'], proved: 2 });
  });

  it('in which nothing changed reads no artifact and no rule, takes no digest, asks nobody, writes nothing, and tells the same', async () => {
    const disk = words({}, { a: 'say(1);', b: 'shout(2);' });
    await generateRuled(disk);
    const first = await validate(disk);
    await validate(disk);
    disk.forget();
    const digests = jest.spyOn(crypto, 'createHash');
    const again = await validate(disk);
    expect(digests).not.toHaveBeenCalled();
    digests.mockRestore();
    expect(again).toMatchObject({ files: { total: 2, judged: 0, kept: 2, approved: 1, rejected: 1 }, asked: { judged: [], proved: 0, called: 0 } });
    expect(again.findings).toEqual(first.findings);
    expect(again.failures).toEqual(first.failures);
    expect(cacheWrites(disk)).toEqual([]);
    expect(disk.calls.filter(({ method, path }) => method === 'read' && (path.startsWith('/ws/app/out') || path.endsWith('.yml')))).toEqual([]);
  });

  it('asks for one stat of each artifact while nothing changed, and hashes again where it is lost how they looked', async () => {
    const disk = words({}, { a: 'say(1);', b: 'shout(2);' }, { '/ws/app/src/mine.ts': 'shout(3);\n' });
    await generateRuled(disk);
    const first = await validate(disk);
    const calls = (method: string) => disk.calls.filter((call) => call.method === method && call.path.startsWith('/ws/app/out/')).map(({ path }) => path);
    const artifacts = ['/ws/app/out/a.ts', '/ws/app/out/b.ts'];
    disk.forget();
    expect(await validate(disk)).toMatchObject({ findings: first.findings, outcomes: first.outcomes, files: { ...first.files, judged: 0, kept: 2 } });
    expect([calls('stat'), calls('read')]).toEqual([artifacts, []]);
    // Files that people wrote are judged beside them, and are none of the project's in the next run.
    expect(await validate(disk, { files: ['src/*.ts'] })).toMatchObject({ files: { total: 3, judged: 1, rejected: 2 } });
    expect(await validate(disk)).toMatchObject({ findings: first.findings, files: { total: 2, judged: 0 } });
    for (const lost of ['/ws/.conductor/cache/index/app.validate.json', '/ws/.conductor/cache/verdicts/app.json']) {
      disk.remove(lost);
      disk.forget();
      expect(await validate(disk)).toMatchObject({ findings: first.findings });
      expect(calls('read').slice(0, 2)).toEqual(artifacts);
      disk.forget();
      expect(await validate(disk)).toMatchObject({ findings: first.findings, files: { judged: 0 } });
      expect([calls('stat'), calls('read')]).toEqual([artifacts, []]);
    }
  });

  it('judges what changed, and that alone', async () => {
    const disk = words({}, { a: 'say(1);', b: 'say(2);' });
    await generateRuled(disk);
    await validate(disk);
    edit(disk, '/ws/app/out/b.ts', 'shout(2);\n');
    const result = await validate(disk, { explain: true });
    expect(result).toMatchObject({ files: { judged: 1, kept: 1, rejected: 1 }, asked: { judged: ['shout(2);'], proved: 0 } });
    expect(result.why).toEqual([{ file: 'app/out/b.ts', reason: expect.stringMatching(/^its text: [0-9a-f]{8} → [0-9a-f]{8}$/) as string }]);
    // Back as it was: known.
    edit(disk, '/ws/app/out/b.ts', 'say(2);\n');
    expect(await validate(disk)).toMatchObject({ files: { judged: 0, rejected: 0 } });
  });

  it('judges by changed rules again only where they hold', async () => {
    const disk = words({}, { a: 'say(1);', b: 'say(2);' });
    await generateRuled(disk);
    await validate(disk);
    const rules = disk.files()['/ws/.conductor/rules/own.yml'] as string;
    edit(disk, '/ws/.conductor/rules/own.yml', `${rules}---\nid: python-only\nversion: 1\nkinds: [python]\nseverity: error\nconfidence: 1\nmessage: m\nhelp: h\nrule: { pattern: 'spam($A)' }\nvalid: ['eggs(1)']\ninvalid: ['spam(1)']\n`);
    expect(await validate(disk)).toMatchObject({ failures: [], asked: { judged: [] } });
    edit(disk, '/ws/app/conductor.json', (disk.files()['/ws/app/conductor.json'] as string).replace('"output"', '"rules": { "overrides": [{ "files": ["out/a.*"], "set": { "no-shout": "off" } }] },\n  "output"'));
    expect((await validate(disk, { explain: true })).why).toEqual([{ file: 'app/out/a.ts', reason: 'the rules that hold for it have changed' }]);
  });

  it('heeds what conductor.json sets, by rule and by path', async () => {
    const disk = words({ rules: { set: { 'no-secret': 'warning' }, overrides: [{ files: ['out/b*'], set: { 'no-shout': 'off' } }] } }, { a: 'const secret = 1;', b: 'shout(1);', c: 'shout(1);' });
    await generateRuled(disk);
    const result = await validate(disk);
    expect(told(result.findings)).toEqual(['app/out/a.ts:1:1 no-secret', 'app/out/c.ts:1:1 no-shout']);
    expect(result.files).toMatchObject({ approved: 2, rejected: 1 });
  });

  it('is uncertain of what it cannot tell, which is a failure when asked for', async () => {
    const disk = words({}, { a: '// nothing but words' });
    await generateRuled(disk);
    const result = await validate(disk);
    expect(result).toMatchObject({ failures: [], files: { uncertain: 1, approved: 0 }, outcomes: [{ file: 'app/out/a.ts', outcome: 'uncertain', doubts: [{ code: 'no-code' }] }] });
    expect(codes(await validate(disk, { strict: true }))).toEqual(['uncertain']);
  });

  it('judges a file again whose verdict could not be kept, in every run, and none besides', async () => {
    const disk = words({}, { a: 'hang();', b: 'say(2);' });
    await generateRuled(disk);
    await validate(disk);
    for (let run = 0; run < 3; run += 1) {
      expect(await validate(disk, { explain: true })).toMatchObject({ files: { total: 2, judged: 1, kept: 1, approved: 1, uncertain: 1 }, outcomes: [{ file: 'app/out/a.ts', doubts: [{ code: 'time-limit' }] }], asked: { judged: ['hang();'] }, why: [{ file: 'app/out/a.ts' }] });
    }
  });

  it('tells of a missing artifact in every run, and judges it when it is back', async () => {
    const disk = words({}, { a: 'shout(1);', b: 'say(2);' });
    await generateRuled(disk);
    disk.remove('/ws/app/out/a.ts');
    for (let run = 0; run < 3; run += 1) expect(await validate(disk)).toMatchObject({ files: { total: 1, approved: 1 }, warnings: [{ code: 'missing-artifact', place: { file: 'app/out/a.ts' } }] });
    edit(disk, '/ws/app/out/a.ts', 'shout(1);\n');
    expect(await validate(disk)).toMatchObject({ files: { total: 2, rejected: 1 }, warnings: [] });
  });

  it('heeds comments that hold findings back, and tells of those without a reason', async () => {
    const disk = words({}, { a: '// conductor-ignore no-shout: it is the name of a product\nshout(1);', b: '// conductor-ignore no-shout\nshout(1);' });
    await generateRuled(disk);
    const result = await validate(disk);
    expect(told(result.suppressed)).toContain('app/out/a.ts:2:1 no-shout');
    expect(told(result.findings)).toContain('app/out/b.ts:1:4 suppression-without-reason');
  });

  it('judges files that people wrote when they are named', async () => {
    const disk = words({}, { a: 'say(1);' }, { '/ws/app/src/own.ts': 'shout(1);\n' });
    await generateRuled(disk);
    expect(await validate(disk)).toMatchObject({ files: { total: 1 } });
    expect(told((await validate(disk, { files: ['src/*.ts'] })).findings)).toEqual(['app/src/own.ts:1:1 no-shout']);
  });

  it('refuses the name of a file that is not there, and warns of a glob that no file matches', async () => {
    const disk = words({}, { a: 'say(1);' });
    await generateRuled(disk);
    const named = await validate(disk, { files: ['src/own.ts', 'src/*.ts'] });
    expect(named.failures).toMatchObject([{ code: 'missing-file', place: { file: 'app/src/own.ts' } }]);
    expect(named.files).toMatchObject({ judged: 0 });
    const globbed = await validate(disk, { files: ['src/*.ts'] });
    expect(globbed).toMatchObject({ failures: [], files: { total: 1, approved: 1 }, warnings: [{ code: 'missing-file', place: { file: 'app/src/*.ts' } }] });
  });

  it('writes nothing with --check, judges all with --force and --no-cache', async () => {
    const disk = words({}, { a: 'say(1);' });
    await generateRuled(disk);
    disk.forget();
    await validate(disk, { check: true });
    expect(disk.calls.filter(({ mutates }) => mutates)).toEqual([]);
    await validate(disk);
    expect((await validate(disk, { force: true })).asked.judged).toEqual(['say(1);']);
    disk.forget();
    expect((await validate(disk, { cache: false })).asked.judged).toEqual(['say(1);']);
    expect(cacheWrites(disk)).toEqual([]);
  });

  it('finds damaged verdicts, and judges again', async () => {
    const disk = words({}, { a: 'shout(1);' });
    await generateRuled(disk);
    const first = await validate(disk);
    const file = '/ws/.conductor/cache/verdicts/app.json';
    disk.write(file, (disk.files()[file] as string).replace('rejected', 'approved'));
    expect(await validate(disk)).toMatchObject({ findings: first.findings, asked: { judged: ['shout(1);'] } });
  });
});

describe('what is wrong with rules and their use', () => {
  it('is told each time, with file and line, and hides no other rule', async () => {
    const disk = words({}, { a: 'shout(1);' });
    await generateRuled(disk);
    edit(disk, '/ws/.conductor/rules/bad.yml', 'id: bad\nversoin: 1\n');
    edit(disk, '/ws/.conductor/rules/blind.yml', "id: blind\nversion: 1\nkinds: [typescript]\nseverity: info\nconfidence: 1\nmessage: m\nhelp: h\nrule: { pattern: 'nothing($A)' }\nvalid: ['a;']\ninvalid: ['b;']\n");
    for (const run of [1, 2]) {
      const result = await validate(disk);
      expect([run, ...codes(result)]).toEqual([run, ...codes(result).filter((code) => code !== 'bad-rule' && code !== 'rejected'), 'bad-rule', 'rejected']);
      expect(result.failures).toContainEqual(expect.objectContaining({ code: 'unknown-key', key: 'versoin', place: expect.objectContaining({ file: '.conductor/rules/bad.yml', line: 2 }) as object }));
      expect(result.failures).toContainEqual(expect.objectContaining({ code: 'bad-rule', rule: 'blind', place: expect.objectContaining({ file: '.conductor/rules/blind.yml', line: 1 }) as object }));
    }
  });

  it('names the nearest rule and pack', async () => {
    const disk = words({ rules: { use: ['typscript'], set: { 'no-shuot': 'off' } } }, { a: 'say(1);' });
    await generateRuled(disk);
    expect((await validate(disk)).failures).toEqual([
      expect.objectContaining({ code: 'unknown-name', what: 'rule pack', name: 'typscript' }),
      expect.objectContaining({ code: 'unknown-name', what: 'rule', name: 'no-shuot', known: ['no-secret', 'no-shout'] }),
    ]);
  });

  it('a project that was never generated has nothing to judge', async () => {
    expect(codes(await validate(words({}, { a: 'say(1);' })))).toEqual(['missing-file']);
  });
});

describe('the gate of generate', () => {
  it('"error" writes nothing that rules reject, and tells what; mended, all is written', async () => {
    const disk = words({ validate: 'error' }, { a: 'say(1);', b: 'shout(2);' });
    const refused = await generateRuled(disk);
    expect(refused.failures).toEqual([{ code: 'rejected', place: { file: 'app/out/b.ts', line: 1, column: 1 }, files: 1, errors: 1, first: 'shouts 2 [no-shout]', written: false }]);
    expect(below(disk, '/ws/app/out')).toEqual({});
    expect(disk.files()['/ws/.conductor/manifests/app.json']).toBeUndefined();
    // What was judged is known.
    expect((await generateRuled(disk)).asked.judged).toEqual([]);
    edit(disk, '/ws/app/spec.json', JSON.stringify({ words: { a: { text: 'say(1);' }, b: { text: 'say(2);' } } }));
    const written = await generateRuled(disk);
    expect(written).toMatchObject({ failures: [], artifacts: { created: 2 }, judgement: { files: { approved: 2 } }, asked: { judged: ['say(2);'] } });
    expect(await generateRuled(disk)).toMatchObject({ unchanged: true, failures: [], asked: { called: 0 } });
  });

  it('a changed rule is asked before anything else is written', async () => {
    const disk = words({ validate: 'error' }, { a: 'say(1);' }, { '/ws/.conductor/rules/own.yml': undefined, '/ws/.conductor/rules/none.yml': '' });
    expect(await generateRuled(disk)).toMatchObject({ failures: [] });
    edit(disk, '/ws/.conductor/rules/none.yml', "id: no-say\nversion: 1\nkinds: [typescript]\nseverity: error\nconfidence: 1\nmessage: says $A\nhelp: h\nrule: { pattern: 'say($A)' }\nvalid: ['a;']\ninvalid: ['say(2);']\n");
    expect(await generateRuled(disk)).toMatchObject({ unchanged: false, failures: [{ code: 'rejected' }] });
  });

  it('"warn" tells and writes; "off" does not look', async () => {
    const disk = words({ validate: 'warn' }, { a: 'shout(1);' });
    expect(await generateRuled(disk)).toMatchObject({ failures: [], warnings: [{ code: 'rejected', written: true }], artifacts: { created: 1 }, judgement: { files: { rejected: 1 } } });
    const off = words({ validate: 'off' }, { a: 'shout(1);' });
    expect(await generateRuled(off)).toMatchObject({ failures: [], warnings: [], asked: { called: 0 } });
  });
});
