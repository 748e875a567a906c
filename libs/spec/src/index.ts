export * from './files/files-spec';
export { entitySchema } from './adapters/entity-model';
export type { Attribute, Entity, EntityDocument, Relationship } from './adapters/entity-types';
export { externalFileRefs } from './refs/external-file-refs';
export { decodeMemory, encodeMemory } from './entries/codec';
export { LEAST_BYTES, type TextMemory } from './entries/memory';
export { readSpec, type RememberingSpec, type SpecRequest, type TextAdapterId } from './read-spec';
