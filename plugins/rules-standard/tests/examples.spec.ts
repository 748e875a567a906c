import { loadEngine, testRule } from '@nx-conductor/check';
import { standardRules } from './packs';

describe('the standard packs', () => {
  const { rules, failures } = standardRules();
  const engine = loadEngine();

  it('can be read, all of them', () => {
    expect(failures).toEqual([]);
    expect(rules.length).toBeGreaterThan(100);
    expect(new Set(rules.map(({ pack }) => pack))).toEqual(new Set(['http-service', 'python', 'sql', 'test', 'typescript']));
  });

  it('find what their invalid examples show, and nothing in the valid ones', () => {
    expect(rules.flatMap((rule) => testRule(engine, rule))).toEqual([]);
  });

  it('show what each fix makes', () => {
    const unproved = rules.filter(({ fix, invalid }) => fix !== undefined && invalid.every(({ fixed }) => fixed === undefined));
    expect(unproved.map(({ id }) => id)).toEqual([]);
  });

  it('say of each error without a fix whether a local edit could mend it', () => {
    const both = rules.filter(({ fix, structural }) => fix !== undefined && structural);
    expect(both).toEqual([]);
  });
});
