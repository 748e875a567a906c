import { collect, done, failed, type Digest, type Failure, type Memo, type Outcome } from '@nx-conductor/core';
import { builtinHelpers } from '../helpers';
import { CONTEXT_HELPERS } from '../render/context';
import type { Pattern, PatternFile, PatternOutput } from '../pattern/pattern';
import { patternFileShown, rulePlace } from '../pattern/place';
import { compileExpression, compileTemplate, LOCALS, templateKey, type CompiledTemplate } from './compile';

/** The compiled templates of one pattern: its files, and the small texts of its output rules. */
export interface TemplateLibrary {
  /** Every `.ejs` file by its path inside the pattern folder. */
  readonly files: ReadonlyMap<string, CompiledTemplate>;
  readonly outputs: readonly { readonly to: CompiledTemplate; readonly when: CompiledTemplate | undefined }[];
}

/** Counts of template files found in the cache or compiled. */
export interface TemplateCounts {
  readonly total: number;
  readonly hits: number;
  readonly misses: number;
}

/** Keys of a pattern's template files: what a warm run needs to know of them. */
export function templateFileKeys(pattern: Pattern): Digest[] {
  return templateFiles(pattern).map((file) => templateKey(file.text, helperDigest(pattern)));
}

/**
 * Compiles every template of a pattern, or finds it compiled in the cache. All files are compiled, also partials
 * that nothing includes yet, so that a broken template is found before anything renders.
 */
export function compileLibrary(pattern: Pattern, helperNames: readonly string[], cache: Memo): Outcome<{ library: TemplateLibrary; counts: TemplateCounts }> {
  const wrong = helperNames.filter((name) => RESERVED.has(name));
  if (wrong.length > 0) return failed(...wrong.map((name) => takenName(pattern, name)));
  const names = [...new Set([...Object.keys(builtinHelpers), ...CONTEXT_HELPERS, ...helperNames])].sort();
  let hits = 0;
  const through = (source: string, shown: string, compile: typeof compileTemplate): Outcome<CompiledTemplate> => {
    const key = templateKey(source, helperDigest(pattern));
    const stored = fromStored(cache.read(key), key, shown, names);
    if (stored) {
      hits += 1;
      return done(stored);
    }
    const compiled = compile(source, shown, key, names);
    if (compiled.ok) cache.write(key, JSON.stringify({ names, uses: compiled.value.uses, code: compiled.value.code }));
    return compiled;
  };
  const sources = templateFiles(pattern);
  const files = collect(sources.map((file) => through(file.text, file.shown, compileTemplate)));
  const counts = { total: sources.length, hits, misses: sources.length - hits };
  const outputs = collect(pattern.outputs.map((output) => compileRule(output, pattern, through)));
  if (!files.ok || !outputs.ok) return failed(...[files, outputs].flatMap((each) => (each.ok ? [] : each.failures)));
  return done({ library: { files: new Map(sources.map((file, index) => [file.path, files.value[index] as CompiledTemplate])), outputs: outputs.value }, counts });
}

type Through = (source: string, shown: string, compile: typeof compileTemplate) => Outcome<CompiledTemplate>;

function compileRule(output: PatternOutput, pattern: Pattern, through: Through): Outcome<TemplateLibrary['outputs'][number]> {
  const shown = patternFileShown(pattern.folder);
  const to = atRule(through(output.to, shown, compileTemplate), pattern, output, 'to');
  const when = output.when === undefined ? done(undefined) : atRule(through(`/* when */ ${output.when}`, shown, compileExpression), pattern, output, 'when');
  if (!to.ok || !when.ok) return failed(...[to, when].flatMap((each) => (each.ok ? [] : each.failures)));
  return done({ to: to.value, when: when.value });
}

/** What is wrong with a text of a rule stands in `pattern.json`, where that text begins. */
function atRule<T>(compiled: Outcome<T>, pattern: Pattern, output: PatternOutput, key: 'to' | 'when'): Outcome<T> {
  return compiled.ok ? compiled : failed(...compiled.failures.map((failure) => ({ ...failure, place: rulePlace(pattern, output, key) })));
}

function templateFiles(pattern: Pattern): PatternFile[] {
  const named = new Set(pattern.outputs.map((output) => (output.kind === 'template' ? output.template : undefined)));
  return [...pattern.folder.files.values()].filter((file) => file.path.endsWith('.ejs') || named.has(file.path));
}

/** One digest for all the code of the pattern's folder: it may change which helpers there are. */
function helperDigest(pattern: Pattern): Digest | undefined {
  return pattern.helpers === undefined ? undefined : pattern.folder.files.get(pattern.helpers)?.digest;
}

function fromStored(body: string | undefined, key: Digest, shown: string, names: readonly string[]): CompiledTemplate | undefined {
  if (body === undefined) return undefined;
  const stored = JSON.parse(body) as { names: string[]; uses: string[]; code: string };
  const same = stored.names.length === names.length && stored.names.every((name, index) => name === names[index]);
  return same ? { key, shown, names, uses: stored.uses, code: stored.code } : undefined;
}

const RESERVED: ReadonlySet<string> = new Set<string>([...LOCALS, ...CONTEXT_HELPERS, 'locals', 'include', 'escapeFn']);

function takenName(pattern: Pattern, name: string): Failure {
  const file = pattern.folder.files.get(pattern.helpers ?? '')?.shown ?? pattern.folder.shown;
  return { code: 'helpers-failed', place: { file }, reason: `a helper may not be called ${JSON.stringify(name)}: templates have a local of that name` };
}
