import { hazardOf } from '../src/nx/hazards';

const guard = { runtime: 'node node_modules/@nx-conductor/plugin/dist/guard.js libs/api' };

describe('hazardOf', () => {
  it('finds nothing wrong with the inferred target, with a target that is not cached, and with other commands', () => {
    expect(hazardOf('generate', {}, { cache: true, inputs: ['{projectRoot}/conductor.json', guard] }, 'api', 'libs/api')).toBeUndefined();
    expect(hazardOf('generate', { check: true }, { cache: false }, 'api', 'libs/api')).toBeUndefined();
    expect(hazardOf('manifest-clean', { dryRun: true }, { cache: true }, 'api', 'libs/api')).toBeUndefined();
  });

  it.each([
    ['check', 'nx run api:check'],
    ['dryRun', 'conductor generate api --dry-run'],
  ])('salts %s of a cached target, and names what does it better', (option, instead) => {
    const hazard = hazardOf('generate', { [option]: true }, { cache: true, inputs: [guard] }, 'api', 'libs/api');
    expect(hazard).toMatchObject({ salt: true });
    expect(hazard?.text).toContain(instead);
  });

  it.each([[undefined], [['default']]])('warns of inputs without the guard: %j', (inputs) => {
    expect(hazardOf('generate', {}, { cache: true, ...(inputs ? { inputs } : {}) }, 'api', 'libs/api')).toMatchObject({ salt: false, text: expect.stringContaining(guard.runtime) as unknown });
  });

  it.each(['check', 'dryRun', 'watch'])('compile with %s is refused where Nx caches, and runs where it does not', (option) => {
    expect(hazardOf('compile', { [option]: true }, { cache: true }, 'api', 'libs/api')).toMatchObject({ refuse: true });
    expect(hazardOf('compile', { [option]: true }, { cache: false }, 'api', 'libs/api')).toBeUndefined();
    expect(hazardOf('compile', {}, { cache: true }, 'api', 'libs/api')).toBeUndefined();
  });

  const inferred = ['{projectRoot}/conductor.json', '{projectRoot}/generated/**/*', '{projectRoot}/tsconfig.json', '{workspaceRoot}/.conductor/rules/*', '!{projectRoot}/dist/**/*', { dependentTasksOutputFiles: '**/*' }];
  const hazardIn = (command: string, options: object, inputs: typeof inferred | undefined, outputs: string[] = ['{projectRoot}/dist']) => hazardOf(command, { ...options }, { cache: true, outputs, ...(inputs ? { inputs } : {}) }, 'api', 'libs/api');

  it.each<[string, object, string]>([
    ['validate', { files: ['src/**/*.ts'] }, '"files" names src/**/*.ts, which is not among the inputs'],
    ['validate', { files: ['conductor.json', '../other/a.ts'] }, '"files" names ../other/a.ts'],
    ['validate', { files: ['dist/a.ts'] }, '"files" names dist/a.ts'],
    ['compile', { tsConfig: 'libs/api/tsconfig.other.json' }, '"tsConfig" names libs/api/tsconfig.other.json'],
    ['typecheck', { tsConfig: 'tsconfig.base.json' }, '"tsConfig" names tsconfig.base.json'],
    ['compile', { assets: ['libs/api/generated/a.json', { glob: '*.md', input: 'docs', output: '.' }] }, '"assets" names docs/*.md'],
    ['compile', { outputPath: 'dist/api' }, '"outputPath" names dist/api, which is not among the outputs'],
  ])('%s with %j is refused where Nx caches and does not know of it', (command, options, text) => {
    expect(hazardIn(command, options, inferred)).toMatchObject({ refuse: true, text: expect.stringContaining(text) as unknown });
    expect(hazardOf(command, { ...options }, { cache: false, inputs: inferred }, 'api', 'libs/api')).toBeUndefined();
  });

  it('runs what Nx knows of, by path, by glob or by name', () => {
    expect(hazardIn('validate', { files: ['src/a.ts'] }, undefined)).toBeUndefined();
    expect(hazardIn('validate', { files: ['src/a.ts'] }, ['default'])).toBeUndefined();
    expect(hazardIn('validate', { files: ['src/a.ts'] }, ['{projectRoot}/**/*'])).toBeUndefined();
    expect(hazardIn('validate', { files: ['generated/a.ts'], output: 'x.sarif' }, inferred)).toBeUndefined();
    expect(hazardIn('compile', { tsConfig: 'libs/api/tsconfig.json', outputPath: 'libs/api/dist' }, inferred)).toBeUndefined();
    expect(hazardIn('compile', { outputPath: 'dist/api' }, inferred, ['{options.outputPath}'])).toBeUndefined();
  });
});
