export { entitySchema } from './adapters/entity-model';
export type { Attribute, Entity, EntityDocument, Relationship } from './adapters/entity-types';
export { externalFileRefs } from './refs/external-file-refs';
export { readSpec, type SpecRequest } from './read-spec';
