import fc from 'fast-check';
import { groupsByKind, placesByKind } from '../src/match/by-kind';
import { prepare, type ReadyMatch } from '../src/match/prepare';
import { mayHold } from '../src/match/requirements';
import { firstLook, search } from '../src/match/search';
import type { Node } from '../src/parse/engine';
import { GRAMMARS } from '../src/parse/grammar';
import { engine, rulesOf } from './rig';

const KINDS = ['a', 'b', 'c', 'd', 'e'];
const someRules = fc.array(fc.option(fc.subarray(KINDS, { minLength: 1 }), { nil: undefined }), { maxLength: 12 });
const withKinds = (kinds: readonly string[] | undefined) => ({ kinds: kinds && new Set(kinds) }) as unknown as ReadyMatch;

it('puts rules for the same kind of node into one group, in their order, and those for any kind behind', () => {
  fc.assert(
    fc.property(someRules, (kindsOf) => {
      const groups = groupsByKind(kindsOf.map(withKinds));
      expect(groups.flat().sort((a, b) => a - b)).toEqual(kindsOf.map((_, place) => place));
      for (const places of groups) expect([...places].sort((a, b) => a - b)).toEqual(places);
      for (const kind of KINDS) expect(groups.filter((places) => places.some((place) => kindsOf[place]?.includes(kind))).length).toBeLessThanOrEqual(1);
      const open = groups.map((places) => places.some((place) => kindsOf[place] === undefined));
      expect(open).toEqual([...open].sort());
      const placesOf = placesByKind(kindsOf.map(withKinds));
      for (const kind of KINDS) expect(placesOf(kind)).toEqual(kindsOf.flatMap((kinds, place) => (kinds === undefined || kinds.includes(kind) ? [place] : [])));
    }),
  );
});

/** A node that counts how often a tree was walked for it. */
function counting(node: Node): { readonly root: Node; readonly walks: () => number } {
  let walks = 0;
  const root = new Proxy(node, {
    get(target, key) {
      if (key === 'findAll') walks += 1;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { root, walks: () => walks };
}

it('walks a tree once for what may be found in a file that is approved, and again only behind an error', () => {
  const rules = rulesOf('kinds: [typescript]\nseverity: info\nrule: { pattern: log($A) }', 'kinds: [typescript]\nrule: { pattern: $F(1) }', 'kinds: [typescript]\nrule: { pattern: never(log($A)) }');
  const found = (text: string) => {
    const { root, walks } = counting(engine.parse('typescript', text) as Node);
    const { matches } = search(root, text, prepare(rules, 'typescript').matches, [], (_, error) => { throw error; });
    return [walks(), matches.map(({ rule, node }) => `${rule.id} ${node.text()}`).sort()];
  };
  expect(found('log(2); never(3); log(4)')).toEqual([1, ['rule-0 log(2)', 'rule-0 log(4)']]);
  expect(found('log(1); never(3)')).toEqual([2, ['rule-0 log(1)', 'rule-1 log(1)']]);
});

it('asks many files only for rules of which one of them has the words', () => {
  const rules = rulesOf('kinds: [typescript]\nrule: { kind: debugger_statement }', 'kinds: [typescript]\nrule: { pattern: never($A) }', 'kinds: [typescript]\nrequire: true\nwhen: { pattern: open($A) }\nrule: { pattern: close($A) }');
  const asked = (...texts: string[]) => firstLook(prepare(rules, 'typescript'), texts, GRAMMARS.typescript);
  expect(asked('let a = 1', 'debugger').rules.map(({ rule }) => rule.id)).toEqual(['rule-0']);
  expect(JSON.stringify(asked('close(a)').matcher)).not.toContain('close');
  expect(JSON.stringify(asked('open(a)').matcher)).not.toContain('close');
  expect(JSON.stringify(asked('open(a)').matcher)).toContain('open');
  expect(asked('').rules).toEqual([]);
});

it('asks many files at a time whether any regular expression of a text rule is in them', () => {
  const rules = rulesOf('kinds: [typescript]\ntext: (one|two) more', 'kinds: [typescript]\ntext: never there');
  const { matcher } = firstLook(prepare(rules, 'typescript'), ['// one more'], GRAMMARS.typescript);
  expect(JSON.stringify(matcher)).toContain('(one|two) more');
  expect(JSON.stringify(matcher)).not.toContain('never there');
  const places = ['// one more', '// some more', ' // two more'].map((text) => {
    const root = engine.parse('typescript', text)?.find(matcher) as Node;
    return mayHold({ root }, text, 0);
  });
  // Of one that begins with space nothing is said.
  expect(places).toEqual([true, false, true]);
});
