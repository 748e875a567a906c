import * as z from 'zod';
import { ADAPTERS } from '@nx-conductor/core';

/** `pattern.json`. Loaded only when a pattern is new or has changed: zod costs more than a whole warm run. */
export const patternSchema = z
  .strictObject({
    $schema: z.string().optional().describe('JSON Schema of this file, for editors'),
    id: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'letters, digits, ".", "_" and "-", starting with a letter or digit')
      .describe('Name by which conductor.json uses the pattern; the name of its folder'),
    description: z.string().optional().describe('What the pattern makes, in a sentence'),
    accepts: z
      .union([z.enum(ADAPTERS), z.array(z.enum(ADAPTERS)).min(1)])
      .optional()
      .describe('Adapters whose specs the pattern takes; all when absent'),
    options: z
      .record(
        z.string().regex(/^[A-Za-z_$][\w$]*$/, 'a JavaScript identifier'),
        z.strictObject({
          type: z.enum(['string', 'boolean', 'number', 'array', 'object']).describe('JSON type of the value'),
          description: z.string().optional().describe('What the option does'),
          default: z.json().optional().describe('Value when conductor.json sets none'),
          enum: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1).optional().describe('The only values allowed'),
        }),
      )
      .optional()
      .describe('Options that conductor.json may set; any option when absent'),
    helpers: z.string().optional().describe('Module of helper functions in JavaScript or TypeScript, CommonJS or ES, inside the pattern folder'),
    outputs: z
      .array(
        z.strictObject({
          template: z.string().min(1).optional().describe('EJS template, inside the pattern folder. Each rule has a "template", a "module" or a "run"'),
          module: z.string().min(1).optional().describe('JavaScript or TypeScript module inside the pattern folder that exports a function (item, context): what it gives is a text, or a list of { path, content }'),
          run: z
            .array(z.string())
            .min(1)
            .optional()
            .describe('Program and arguments of a command that leaves files in {out}. Also filled in: {item.…}, {spec.file}, {spec.name}, {options.…} and {pattern}, the folder of the pattern'),
          inputs: z.array(z.string().min(1)).optional().describe('Globs, relative to the project, of further files that the command reads: it finds no others'),
          env: z.array(z.string().regex(/^[A-Za-z_]\w*$/, 'the name of an environment variable')).optional().describe('Names of the environment variables that the command is granted'),
          programs: z.array(z.string().min(1)).optional().describe('Programs that the command calls, so that their versions count'),
          timeout: z.number().positive().max(86_400).optional().describe('Seconds after which the command and all that it started are ended; 300 when absent'),
          forEach: z.string().default('document').describe('Collection of the spec (schemas, operations, tags, entities, definitions, document, files) or a JSON Pointer whose children are the items'),
          to: z.string().min(1).optional().describe('Path of the artifact inside the output folder, an EJS text; of a "run" the folder for what it leaves, and of a "module" that for the files it lists, the output folder itself when absent'),
          kinds: z.array(z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and "-"')).min(1).optional().describe('Roles of the artifacts, for rules: test, http-service, or any that a rule names'),
          when: z.string().min(1).optional().describe('JavaScript expression over the locals; an item for which it is falsy gets no artifact'),
        }),
      )
      .min(1)
      .describe('Output rules'),
  })
  .meta({ title: 'Conductor pattern', description: 'Which files to make from which items of a spec, and how' });

export type PatternFileContent = z.output<typeof patternSchema>;
