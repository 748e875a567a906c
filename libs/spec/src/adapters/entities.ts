import { done, isObject, own, pointerSegments, type Failure, type Json } from '@nx-conductor/core';
import { childItems } from '../items/children';
import type { Collection } from '../items/collection';
import { rootItem } from '../items/root-item';
import { pointerTo } from '../refs/pointer-to';
import { withLines } from '../text/with-lines';
import type { Adapter } from './adapter';
import { checkEntities } from './check-entities';
import { issueFailures } from './entity-issues';
import { listEntities } from './entity-lists';
import { entityModel } from './entity-model';
import type { Attribute, Entity, EntityDocument, Relationship, WrittenAttribute, WrittenEntity, WrittenRelationship } from './entity-types';

/** Conductor's own entity models: collections `entities` and `document`. */
export const entities: Adapter = (entry, loader, name) => {
  const { file } = entry.source;
  const listed = listEntities(file, entry.value);
  const model = entityModel();
  const parsed = model.listed.safeParse(listed.value);
  const failures: Failure[] = [...listed.failures];
  const written = parsed.success ? (parsed.data as { readonly entities: readonly WrittenEntity[] }) : undefined;
  if (parsed.error !== undefined) failures.push(...issueFailures(file, listed.value, parsed.error.issues, model));
  if (written !== undefined) failures.push(...checkEntities(file, written.entities));
  if (written === undefined || failures.length > 0) {
    return { ok: false, failures: withLines(failures.map((failure) => inFile(failure, listed.toFile)), loader.sources) };
  }
  const document = { ...written, entities: written.entities.map((entity) => completed(entity, written.entities)) } satisfies EntityDocument;
  return done({
    document: document as unknown as Json,
    collections: collectionsOf(name),
    origin: (path) => ({ source: entry.source, path: listed.toFile(path) }),
  });
};

function collectionsOf(specName: string): Readonly<Record<string, Collection>> {
  const nameOfModel = (document: Json) => () => {
    const name = isObject(document) ? own(document, 'name') : undefined;
    return typeof name === 'string' ? name : specName;
  };
  return {
    entities: (document, make) => childItems(isObject(document) ? own(document, 'entities') : undefined, ['entities'], make, 'entity'),
    document: (document, make) => [rootItem(document, make, nameOfModel(document))],
  };
}

/** Checks see lists; people wrote maps perhaps. */
function inFile(failure: Failure, toFile: (path: readonly string[]) => string[]): Failure {
  if (!('place' in failure) || failure.place?.pointer === undefined) return failure;
  return { ...failure, place: { ...failure.place, pointer: pointerTo(toFile(pointerSegments(failure.place.pointer))) } } as Failure;
}

function completed(entity: WrittenEntity, all: readonly WrittenEntity[]): Entity {
  return {
    ...entity,
    description: entity.description ?? '',
    attributes: entity.attributes.map((attribute) => completedAttribute(attribute, entity, all)),
    relationships: entity.relationships.map(completedRelationship),
  };
}

function completedAttribute({ references, ...attribute }: WrittenAttribute, entity: WrittenEntity, all: readonly WrittenEntity[]): Attribute {
  const primaryKey = attribute.primaryKey ?? false;
  const isOnlyKey = primaryKey && entity.attributes.filter((other) => other.primaryKey === true).length === 1;
  return {
    ...attribute,
    description: attribute.description ?? '',
    required: attribute.required ?? primaryKey,
    unique: attribute.unique ?? isOnlyKey,
    index: attribute.index ?? false,
    primaryKey,
    generated: attribute.generated ?? false,
    list: attribute.list ?? false,
    enum: attribute.enum ?? [],
    ...(references && { references: { entity: references.entity, attribute: references.attribute ?? primaryKeyOf(references.entity, all) } }),
  };
}

/** Name of an entity's primary key, which the checks have seen to be one. */
function primaryKeyOf(name: string, all: readonly WrittenEntity[]): string {
  const attributes = all.find((entity) => entity.name === name)?.attributes ?? [];
  return attributes.find((attribute) => attribute.primaryKey === true)?.name ?? '';
}

function completedRelationship(relationship: WrittenRelationship): Relationship {
  return { ...relationship, description: relationship.description ?? '', required: relationship.required ?? false, onDelete: relationship.onDelete ?? 'no-action' };
}
