import type { Failure, Json } from '@nx-conductor/core';
import { pointerTo } from '../refs/pointer-to';
import { defaultProblem } from './entity-default';
import type { WrittenAttribute, WrittenEntity, WrittenRelationship } from './entity-types';

/** What a schema cannot say of an entity model: names used twice, names of nothing, constraints that contradict each other. */
export function checkEntities(file: string, entities: readonly WrittenEntity[]): Failure[] {
  const failures: Failure[] = [];
  const byName = new Map(entities.map((entity) => [entity.name, entity]));
  const invalid = (path: readonly string[], what: string, expected: string, received: string): void => {
    failures.push({ code: 'invalid-value', place: { file, pointer: pointerTo(path) }, what, expected, received });
  };
  const unknown = (path: readonly string[], what: string, name: string, known: readonly string[]): void => {
    failures.push({ code: 'unknown-name', place: { file, pointer: pointerTo(path) }, what, name, known });
  };

  checkDuplicates(entities.map(({ name }, index) => ({ name, path: ['entities', String(index)] })), 'entity');
  entities.forEach((entity, index) => checkEntity(entity, ['entities', String(index)]));
  return failures;

  function checkEntity(entity: WrittenEntity, path: readonly string[]): void {
    const attributes = entity.attributes.map(({ name }, index) => ({ name, path: [...path, 'attributes', String(index)] }));
    const relationships = entity.relationships.map(({ name }, index) => ({ name, path: [...path, 'relationships', String(index)] }));
    // Both become members of one class or type, so they share their names.
    checkDuplicates([...attributes, ...relationships], 'attribute or relationship');
    entity.attributes.forEach((attribute, index) => checkAttribute(attribute, [...path, 'attributes', String(index)]));
    entity.relationships.forEach((relationship, index) => checkRelationship(relationship, entity, [...path, 'relationships', String(index)]));
  }

  function checkDuplicates(named: readonly { readonly name: string; readonly path: readonly string[] }[], what: string): void {
    const seen = new Set<string>();
    for (const { name, path } of named) {
      if (seen.has(name)) invalid([...path, 'name'], `name of the ${what}`, 'a name used once', `\`${name}\` again`);
      seen.add(name);
    }
  }

  function checkAttribute(attribute: WrittenAttribute, path: readonly string[]): void {
    const { type, enum: values, pattern, references } = attribute;
    if (type === 'enum' && values === undefined) invalid([...path, 'type'], '`enum`', 'the values of the enum', 'nothing');
    for (const [least, greatest] of RANGES) {
      const [low, high] = [attribute[least], attribute[greatest]];
      if (low !== undefined && high !== undefined && low > high) invalid([...path, least], `\`${least}\``, `at most \`${greatest}\`, ${high}`, String(low));
    }
    for (const [key, types] of CONSTRAINTS) {
      if (attribute[key] !== undefined && !types.includes(type)) invalid([...path, key], `\`${key}\``, `a type that it fits: ${types.join(', ')}`, `type ${type}`);
    }
    if (pattern !== undefined && !isPattern(pattern)) invalid([...path, 'pattern'], '`pattern`', 'a regular expression (ECMA-262)', pattern);
    const problem = defaultProblem(attribute);
    if (problem !== undefined) invalid([...path, 'default'], '`default`', problem, JSON.stringify(attribute.default as Json));
    if (references !== undefined) checkReferences(references, [...path, 'references']);
  }

  function checkReferences(references: { readonly entity: string; readonly attribute?: string }, path: readonly string[]): void {
    const target = byName.get(references.entity);
    if (target === undefined) return unknown([...path, 'entity'], 'entity', references.entity, [...byName.keys()]);
    const names = target.attributes.map((attribute) => attribute.name);
    if (references.attribute === undefined) {
      const keys = target.attributes.filter((attribute) => attribute.primaryKey === true);
      if (keys.length !== 1) invalid(path, '`references`', `an \`attribute\`, since \`${target.name}\` has ${keys.length} primary keys`, 'only an `entity`');
    } else if (!names.includes(references.attribute)) unknown([...path, 'attribute'], `attribute of ${target.name}`, references.attribute, names);
  }

  function checkRelationship(relationship: WrittenRelationship, entity: WrittenEntity, path: readonly string[]): void {
    const target = byName.get(relationship.target);
    if (target === undefined) return unknown([...path, 'target'], 'entity', relationship.target, [...byName.keys()]);
    if (relationship.onDelete === 'set-null' && relationship.required === true) invalid([...path, 'onDelete'], '`onDelete`', 'an action that keeps a required target', 'set-null');
    const back = target.relationships.find(({ name }) => name === relationship.inverse);
    if (back === undefined) return;
    const mirrored = relationship.kind.split('-to-').reverse().join('-to-');
    if (back.target !== entity.name) invalid([...path, 'inverse'], '`inverse`', `a relationship of \`${target.name}\` whose target is \`${entity.name}\``, `\`${back.name}\`, whose target is \`${back.target}\``);
    else if (back.kind !== mirrored) invalid([...path, 'inverse'], '`inverse`', `a relationship of kind ${mirrored}`, `\`${back.name}\`, of kind ${back.kind}`);
  }
}

const RANGES = [
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['scale', 'precision'],
] as const;

type Types = readonly WrittenAttribute['type'][];
const TEXTS: Types = ['string', 'text', 'email', 'url', 'binary'];
const NUMBERS: Types = ['integer', 'bigint', 'number', 'decimal'];
const CONSTRAINTS: readonly (readonly [keyof WrittenAttribute, Types])[] = [
  ['minLength', TEXTS],
  ['maxLength', TEXTS],
  ['pattern', ['string', 'text', 'email', 'url']],
  ['minimum', NUMBERS],
  ['maximum', NUMBERS],
  ['precision', ['decimal']],
  ['scale', ['decimal']],
];

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
