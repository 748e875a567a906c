export { entitySchema } from './adapters/entity-model';
export type { Attribute, Entity, EntityDocument, Relationship } from './adapters/entity-types';
export { readSpec, type SpecRequest } from './read-spec';
