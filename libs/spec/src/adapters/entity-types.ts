import type { Json } from '@nx-conductor/core';
import type { ATTRIBUTE_TYPES, ON_DELETE, RELATIONSHIP_KINDS } from './entity-model';

/** A model as templates see it: every list is there, every choice with a default is made. */
export interface EntityDocument {
  readonly name?: string;
  readonly description?: string;
  readonly entities: readonly Entity[];
}

/** One entity of a model. */
export interface Entity {
  readonly name: string;
  readonly description: string;
  readonly plural?: string;
  readonly attributes: readonly Attribute[];
  readonly relationships: readonly Relationship[];
}

/** One attribute of an entity. */
export interface Attribute {
  readonly name: string;
  readonly type: (typeof ATTRIBUTE_TYPES)[number];
  readonly description: string;
  readonly required: boolean;
  readonly unique: boolean;
  readonly index: boolean;
  readonly primaryKey: boolean;
  readonly generated: boolean;
  readonly list: boolean;
  /** Empty when every value is allowed. */
  readonly enum: readonly (string | number)[];
  readonly default?: Json;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly format?: string;
  readonly references?: { readonly entity: string; readonly attribute: string };
}

/** One relationship of an entity. */
export interface Relationship {
  readonly name: string;
  readonly kind: (typeof RELATIONSHIP_KINDS)[number];
  readonly target: string;
  readonly description: string;
  readonly inverse?: string;
  readonly required: boolean;
  readonly onDelete: (typeof ON_DELETE)[number];
}

type Optional<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** An attribute as it was written, maps turned into lists and checked against the schema. */
export type WrittenAttribute = Optional<
  Omit<Attribute, 'references'>,
  'description' | 'required' | 'unique' | 'index' | 'primaryKey' | 'generated' | 'list' | 'enum'
> & { readonly references?: { readonly entity: string; readonly attribute?: string } };

/** A relationship as it was written. */
export type WrittenRelationship = Optional<Relationship, 'description' | 'required' | 'onDelete'>;

/** An entity as it was written. */
export interface WrittenEntity extends Omit<Optional<Entity, 'description'>, 'attributes' | 'relationships'> {
  readonly attributes: readonly WrittenAttribute[];
  readonly relationships: readonly WrittenRelationship[];
}
