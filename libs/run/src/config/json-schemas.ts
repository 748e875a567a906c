import * as z from 'zod';
import { ruleSchema } from '@nx-conductor/check/rule-schema';
import { patternSchema } from '@nx-conductor/generate/pattern-schema';
import { entitySchema } from '@nx-conductor/spec';
import { configSchema } from './schema';

/** The JSON Schemas that are published with the plugin, by file name, as derived from what the run checks with. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  // "input": a key with a default may be left out of the file.
  return {
    'conductor.schema.json': z.toJSONSchema(configSchema, { io: 'input' }),
    'pattern.schema.json': z.toJSONSchema(patternSchema, { io: 'input' }),
    'rule.schema.json': z.toJSONSchema(ruleSchema, { io: 'input' }),
    'entities.schema.json': entitySchema(),
  };
}
