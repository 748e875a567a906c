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
});
