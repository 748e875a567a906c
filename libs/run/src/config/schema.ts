import * as z from 'zod';
import { SEVERITIES } from '@nx-conductor/check';
import { ADAPTERS } from '@nx-conductor/core';
import { ON_CONFLICT } from '@nx-conductor/outputs';
import { FALLBACKS, FORMATTERS, GATES } from './config';

const relativeFolder = z
  .string()
  .min(1)
  .refine((path) => !/^([/\\]|[A-Za-z]:)/.test(path) && !path.includes('\\'), { message: 'a relative path with "/" between its parts' });

const settings = z.record(z.string(), z.enum([...SEVERITIES, 'off']));

/** `conductor.json`. Loaded only when the file is new or has changed: zod costs more than a whole warm run. */
export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('JSON Schema of this file, for editors'),
    specs: z
      .array(
        z.strictObject({
          adapter: z.enum(ADAPTERS).describe('What the document is: openapi, json-schema, entities, data for any JSON or YAML, or files for files of any kind, which are one spec'),
          path: z.string().min(1).describe('File, relative to this one; a glob takes every file that matches'),
          name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'letters, digits, ".", "_" and "-"').optional().describe('Name for "specs" of a pattern and for templates; the file name without extension when absent'),
        }),
      )
      .min(1)
      .describe('Documents to generate from'),
    patterns: z
      .array(
        z.strictObject({
          use: z.string().min(1).describe('Id of a pattern in .conductor/patterns or in an installed pattern pack'),
          options: z.record(z.string(), z.json()).optional().describe('Options of the pattern'),
          specs: z.array(z.string()).min(1).optional().describe('Names of the specs to use it on; all that the pattern accepts when absent'),
          output: relativeFolder.optional().describe('Folder inside the output folder, for this use of the pattern'),
        }),
      )
      .min(1)
      .describe('Patterns to use'),
    output: relativeFolder.default('generated').describe('Folder for the artifacts, relative to this file; Conductor keeps it to itself'),
    format: z.enum(FORMATTERS).optional().describe('Formatter for new and changed artifacts; it must be installed in the workspace, and leaves languages that it does not know as they are'),
    onConflict: z.enum(ON_CONFLICT).default('fail').describe('What to do with an artifact that was edited by hand: fail, keep it, overwrite it, or merge the edit with what is generated now'),
    compile: z
      .strictObject({
        tsConfig: z.string().min(1).optional().describe('tsconfig to compile and check with, relative to this file; tsconfig.lib.json or else tsconfig.json when absent'),
        output: relativeFolder.optional().describe('Folder for the outputs of compile, relative to this file; "outDir" of the tsconfig, or else dist when absent'),
        fallback: z.enum(FALLBACKS).optional().describe('What becomes of a source that cannot be emitted on its own: none refuses it with place and hint, tsc lets the TypeScript compiler emit it'),
      })
      .optional()
      .describe('How compile and typecheck treat the artifacts'),
    validate: z.enum(GATES).optional().describe('What generate does with an artifact that rules reject: error writes nothing, warn tells of it, off does not look; off when absent'),
    rules: z
      .strictObject({
        use: z.array(z.string().min(1)).optional().describe('Rule packs to use; those named like a language or a role of the file when absent. Rules of the workspace count in any case'),
        set: settings.optional().describe('By id of a rule: off, or the severity that it has here'),
        overrides: z
          .array(
            z.strictObject({
              files: z.array(z.string().min(1)).min(1).describe('Globs, relative to this file'),
              set: settings.optional().describe('By id of a rule: off, or the severity that it has for these files'),
              kinds: z.array(z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and "-"')).min(1).optional().describe('Roles of these files, besides those that they have: test, http-service, or any that a rule names'),
            }),
          )
          .optional()
          .describe('What holds for some files only; the last that says something of a rule wins'),
        fix: z
          .union([z.boolean(), z.array(z.string().min(1))])
          .optional()
          .describe('Mend artifacts when they are made: true by the fixes of all rules, or of the rules with these ids. validate --fix adds to the list'),
      })
      .optional()
      .describe('Rules by which artifacts are judged'),
    optimizations: z
      .strictObject({
        cache: z.boolean().optional().describe('Use what earlier runs left in .conductor/cache, and leave something for later ones; true when absent'),
        incremental: z.boolean().optional().describe('Do only what changed; off, every job runs and every source is compiled and checked; true when absent'),
        templateCache: z.boolean().optional().describe('Use templates that earlier runs compiled; true when absent'),
        parallel: z.union([z.boolean(), z.int().min(1)]).optional().describe('Most things done at a time; true is the number of processors, false is 1; true when absent'),
      })
      .optional()
      .describe('What spares work. Each can be switched off alone, and the results are the same bytes; options and the environment win'),
    cache: z
      .strictObject({
        maxEntries: z.int().min(0).optional().describe('Most entries that the store keeps'),
        maxAgeDays: z.number().min(0).optional().describe('Days after which an entry that nothing used is dropped'),
        maxMegabytes: z.number().min(0).optional().describe('Most megabytes (10^6 bytes) that the store keeps'),
      })
      .optional()
      .describe('Limits of the store in .conductor/cache; the least recently used entries go first'),
  })
  .meta({ title: 'Conductor project', description: 'What to generate, from what, by which patterns' });
