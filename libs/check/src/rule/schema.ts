import * as z from 'zod';
import { SEVERITIES, TEXT_PARTS } from './rule';

/**
 * One YAML document of a rule file. Where ast-grep has the thing, its name and its meaning are ast-grep's
 * (https://ast-grep.github.io/reference/yaml.html). Loaded only for rule files that are new or have changed.
 */
const pattern = z.union([
  z.string().min(1),
  z.strictObject({
    context: z.string().min(1).describe('Code in which the pattern can be parsed'),
    selector: z.string().min(1).optional().describe('Kind of the node inside it that is the pattern'),
    strictness: z.enum(['cst', 'smart', 'ast', 'relaxed', 'signature']).optional().describe('How closely code must follow the pattern; smart when absent'),
  }),
]);

type Shape = z.ZodType<Readonly<Record<string, z.core.util.JSONType>>>;

const sub: Shape = z.lazy(() => matcher as unknown as Shape);
const related: Shape = z.lazy(() => relation as unknown as Shape);

const matcherKeys = {
  pattern: pattern.optional().describe('Code with $META for one node and $$$META for several'),
  kind: z.string().min(1).optional().describe('Kind of the node in the grammar of the language'),
  regex: z.string().min(1).optional().describe("Regular expression (Rust's syntax) that the node's text has a match of"),
  nthChild: z.union([z.int(), z.string(), z.strictObject({ position: z.union([z.int(), z.string()]), ofRule: sub.optional(), reverse: z.boolean().optional() })]).optional().describe('Place among its siblings, from 1, as in CSS'),
  inside: related.optional().describe('It lies inside a match'),
  has: related.optional().describe('A match lies inside it'),
  precedes: related.optional().describe('A match follows it'),
  follows: related.optional().describe('It follows a match'),
  all: z.array(sub).min(1).optional().describe('All of these match'),
  any: z.array(sub).min(1).optional().describe('One of these matches'),
  not: sub.optional().describe('This does not match'),
  matches: z.string().min(1).optional().describe('A rule of "utils" matches'),
};

const matcher = z.strictObject(matcherKeys).meta({ id: 'matcher', description: 'What code looks like; all that is given must hold' });
const relation = z
  .strictObject({ ...matcherKeys, stopBy: z.union([z.enum(['neighbor', 'end']), sub]).optional().describe('How far to look: the nearest (default), to the end, or up to a match'), field: z.string().min(1).optional().describe('Field of the parent in which it lies') })
  .meta({ id: 'relation' });

const names = z.array(z.string().min(1));

export const ruleSchema = z
  .strictObject({
    $schema: z.string().optional().describe('JSON Schema of this file, for editors'),
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a name such as no-any-in-exports: a to z, 0 to 9, "-" between words').describe("Unique name; a rule of the workspace replaces a pack's rule of that name"),
    version: z.int().min(1).default(1).describe('Counts changes of what the rule finds'),
    kinds: z.array(z.string().regex(/^[a-z][a-z0-9-]*$/, 'a language, or a role such as http-service')).min(1).describe('Languages (typescript, tsx, javascript, html, css, json, python, sql) and roles (test, http-service, …) of the files that it is for: one of the languages, and one of the roles if there are any'),
    severity: z.enum(SEVERITIES).describe('Only an error decides about a file'),
    confidence: z.number().min(0).max(1).default(1).describe('How sure a match is, or the lack of one; from 0.8 it is confident'),
    message: z.string().min(1).describe('What is wrong; $META stands for what it matched'),
    help: z.string().min(1).describe('What to do instead'),
    rule: matcher.optional().describe('What to look for'),
    constraints: z.record(z.string(), matcher).optional().describe('What metavariables must match besides, by name without $'),
    utils: z.record(z.string(), matcher).optional().describe('Matchers that "matches" names'),
    require: z.boolean().optional().describe('The file must have a match: a requirement'),
    when: matcher.optional().describe('Of a requirement: only files in which this matches need it'),
    each: matcher.optional().describe('Of a requirement: "rule" must hold for every node that this matches'),
    text: z.string().min(1).optional().describe("Regular expression (Rust's syntax, linear time) to look for instead of code"),
    in: z.array(z.enum(TEXT_PARTS)).min(1).optional().describe('Of a text rule: where to look; code when absent, which is neither comment nor string'),
    fix: z
      .union([
        z.string(),
        z.strictObject({ template: z.string(), expandStart: relation.optional().describe('What is replaced too, if it stands before the match'), expandEnd: relation.optional().describe('What is replaced too, if it stands behind the match') }),
      ])
      .optional()
      .describe('What replaces a match; $META and $$$META stand for what they matched'),
    structural: z.boolean().default(false).describe('No local edit can mend what it finds: the file must be generated anew'),
    files: names.default([]).describe('Globs of paths, relative to the project; all files when absent'),
    ignores: names.default([]).describe('Globs of paths that it is not for'),
    valid: z.array(z.string()).min(1).describe('Texts in which it finds nothing; run as tests, in the first language of "kinds"'),
    invalid: z
      .array(z.union([z.string(), z.strictObject({ code: z.string(), fixed: z.string().optional().describe('What the fix makes of it') })]))
      .min(1)
      .describe('Texts in which it finds something; run as tests'),
  })
  .meta({ title: 'Conductor rule', description: 'What generated code must or must not be, with examples' });

/** A document as it stands in the file, defaults filled in. */
export type RuleDocument = z.output<typeof ruleSchema>;
