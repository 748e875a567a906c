import type { ZodType } from 'zod';

/** The types that an attribute may have. */
export const ATTRIBUTE_TYPES = [
  'string',
  'text',
  'integer',
  'bigint',
  'number',
  'decimal',
  'boolean',
  'date',
  'time',
  'datetime',
  'uuid',
  'email',
  'url',
  'enum',
  'json',
  'binary',
] as const;

/** Cardinality of a relationship, the declaring entity first. */
export const RELATIONSHIP_KINDS = ['one-to-one', 'one-to-many', 'many-to-one', 'many-to-many'] as const;

/** What happens to an entity when the other side of a relationship is deleted. */
export const ON_DELETE = ['cascade', 'restrict', 'set-null', 'no-action'] as const;

/** The schemas of an entity model's parts. */
export interface EntityModel {
  /** A whole file, with lists and maps both allowed. */
  readonly file: ZodType;
  /** A whole file once its maps have been turned into lists. */
  readonly listed: ZodType;
  /** The keys that the object at a path of a listed file may have. */
  keysAt(path: readonly PropertyKey[]): readonly string[];
}

/** Builds the schemas. zod is loaded here, since no other adapter needs it. */
export function entityModel(): EntityModel {
  const { z } = require('zod') as typeof import('zod');
  const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'a letter, then letters, digits and underscores');
  const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
  const count = z.number().int().nonnegative();

  const attribute = {
    type: z.enum(ATTRIBUTE_TYPES).meta({ description: 'What values the attribute holds.' }),
    description: z.string().optional().meta({ description: 'What the attribute means; becomes a doc comment.' }),
    required: z.boolean().optional().meta({ description: 'Every entity has a value. Default: false; true for a primary key.' }),
    unique: z.boolean().optional().meta({ description: 'No two entities share a value. Default: false; true for the only primary key.' }),
    index: z.boolean().optional().meta({ description: 'Lookups by this attribute are fast. Default: false.' }),
    primaryKey: z.boolean().optional().meta({ description: 'Identifies the entity, alone or with the other primary keys. Default: false.' }),
    generated: z.boolean().optional().meta({ description: 'The storage makes the value, such as a serial number. Default: false.' }),
    list: z.boolean().optional().meta({ description: 'The attribute holds a list of values of its type. Default: false.' }),
    default: z.union([scalar, z.array(z.json()), z.record(z.string(), z.json())]).optional().meta({ description: 'Value of a new entity that gives none.' }),
    enum: z.array(z.union([z.string(), z.number()])).min(1).optional().meta({ description: 'The only values allowed. Needed by type `enum`.' }),
    minLength: count.optional().meta({ description: 'Least number of characters (bytes, for `binary`).' }),
    maxLength: count.optional().meta({ description: 'Greatest number of characters (bytes, for `binary`).' }),
    pattern: z.string().optional().meta({ description: 'Regular expression (ECMA-262) that texts match.' }),
    minimum: z.number().optional().meta({ description: 'Least number allowed.' }),
    maximum: z.number().optional().meta({ description: 'Greatest number allowed.' }),
    precision: count.optional().meta({ description: 'Digits of a `decimal` in all.' }),
    scale: count.optional().meta({ description: 'Digits of a `decimal` behind the point.' }),
    format: z.string().optional().meta({ description: 'Further hint for templates, such as `password` or `int32`.' }),
    references: z
      .strictObject({ entity: name, attribute: name.optional() })
      .optional()
      .meta({ description: 'The attribute holds the value of an attribute of another entity, by default of its primary key.' }),
  };
  const relationship = {
    kind: z.enum(RELATIONSHIP_KINDS).meta({ description: 'How many entities stand on each side, this entity first.' }),
    target: name.meta({ description: 'Name of the other entity.' }),
    description: z.string().optional().meta({ description: 'What the relationship means; becomes a doc comment.' }),
    inverse: name.optional().meta({ description: 'Name of the relationship seen from the other entity.' }),
    required: z.boolean().optional().meta({ description: 'There is always a target. Default: false.' }),
    onDelete: z.enum(ON_DELETE).optional().meta({ description: 'What happens here when the target is deleted. Default: no-action.' }),
  };
  const entity = {
    description: z.string().optional().meta({ description: 'What the entity means; becomes a doc comment.' }),
    plural: z.string().min(1).optional().meta({ description: 'Plural of the name, where templates would guess wrong.' }),
  };
  const listOf = (shape: Readonly<Record<string, ZodType>>) => z.array(z.strictObject({ name, ...shape }));
  const mapOf = (shape: Readonly<Record<string, ZodType>>) => z.record(name, z.strictObject({ name: name.optional(), ...shape }));
  const either = (shape: Readonly<Record<string, ZodType>>) => z.union([listOf(shape), mapOf(shape)]);
  const members = { attributes: either(attribute).optional(), relationships: either(relationship).optional() };
  const listedMembers = { attributes: listOf(attribute), relationships: listOf(relationship) };
  const root = { $schema: z.string().optional(), name: z.string().optional(), description: z.string().optional() };
  return {
    file: z.strictObject({ ...root, entities: either({ ...entity, ...members }) }),
    listed: z.strictObject({ ...root, entities: listOf({ ...entity, ...listedMembers }) }),
    keysAt(path) {
      if (path.length === 0) return [...Object.keys(root), 'entities'];
      if (path.at(-1) === 'references') return ['entity', 'attribute'];
      return ['name', ...Object.keys(path.includes('attributes') ? attribute : path.includes('relationships') ? relationship : { ...entity, ...members })];
    },
  };
}

/** The JSON Schema of an entity model file, for editors; derived from what the adapter itself checks. */
export function entitySchema(): object {
  const { z } = require('zod') as typeof import('zod');
  const schema = z.toJSONSchema(entityModel().file, { target: 'draft-7' });
  return { ...schema, title: 'Conductor entity model', description: 'Entities with attributes and relationships, to generate code from.' };
}
