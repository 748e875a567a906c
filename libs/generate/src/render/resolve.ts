import { posix } from 'node:path';
import { collect, digestOf, done, failed, nearest, type Digest, type Item, type Outcome, type Spec } from '@nx-conductor/core';
import { commandRule, type CommandRule } from '../command/command-job';
import type { Surroundings } from '../command/surroundings';
import { builtinHelpers, HELPERS_VERSION } from '../helpers';
import type { CommandOutput, ModuleOutput, Pattern, PatternOutput, TemplateOutput } from '../pattern/pattern';
import { patternFileShown } from '../pattern/place';
import { ENGINE, type CompiledTemplate } from '../template/compile';
import { readOnly } from '../recall/read-only';
import { createRecall, documentDigest, textDigest, type Memory } from '../recall/recall';
import type { TemplateLibrary } from '../template/library';
import { reasonOf, TemplateError, textOf, type Include } from '../template/load';
import { createTables, type Tables } from '../trace/tables';
import type { Watch } from '../trace/watch';
import { createBinder } from './binder';
import { createContext, type PatternContext } from './context';
import { createInstances } from './instances';
import { fileItems, listItems, type ListedItem } from './items';
import type { CommandJob, Job, Prepared, Rendered, RenderJob } from './job';
import { filesOf } from './module-files';
import { renderFailure } from './render-failure';
import { namesOfRules } from './rule-names';

/** One use of a pattern by a project: with options, on one spec. */
export interface PatternUse {
  readonly pattern: Pattern;
  readonly library: TemplateLibrary;
  readonly options: Readonly<Record<string, unknown>>;
  readonly spec: Spec;
  /** Folder inside the output folder, `''` for the output folder itself. */
  readonly folder: string;
  /** The functions of a new instance of the helper module, given its context. */
  readonly helpers: (context: PatternContext & typeof builtinHelpers) => Readonly<Record<string, unknown>>;
  /** Digest of the helper module and of all that it loads. */
  readonly helpersDigest: Digest;
  /** Its modules that make artifacts, by their paths in the pattern folder. */
  readonly modules: ReadonlyMap<string, MakerModule>;
  /** What its commands depend on. */
  readonly surroundings: Surroundings;
}

/** A module that makes artifacts. */
export interface MakerModule {
  /** The function of a new instance of it. Given an item and the context; what that gives is looked at before it is believed. */
  readonly make: () => (item: Item, context: object) => unknown;
  /** Of the module and of all that it loads. */
  readonly digest: Digest;
}

/** The jobs of one use of a pattern, and the tables that they share. */
export interface ResolvedUse {
  /** Folder, pattern and spec: unique in a project. */
  readonly name: string;
  /** In the order of the pattern's rules and of the items. */
  readonly jobs: readonly Job[];
  readonly tables: Tables;
  /** Values by the names under which reads of them are noted. */
  readonly roots: ReadonlyMap<string, unknown>;
  /** What the next run of this process can take over; of this use as it is when it is asked. */
  readonly memory: () => Memory;
  readonly document: UsedDocument;
  readonly options: UsedDocument;
}

/** What a use of a pattern looks into: the document, or its options. */
export interface UsedDocument {
  /** Name of its root. */
  readonly root: string;
  /** Of all files that it was read from; of options, of their text. */
  readonly digest: Digest;
  /** The same of an earlier document, and JSON Pointers of all that is another since. */
  readonly since?: { readonly digest: Digest; readonly changed: readonly string[] };
}

/** The name of a use: folder, pattern and spec. */
export const nameOfUse = ({ folder, pattern, spec }: PatternUse) => `${folder === '' ? '' : `${folder}/`}${pattern.id} ← ${spec.name}`;

/**
 * Finds the jobs of one use of a pattern. Nothing is rendered; reads are noted by `watch` when a job runs. `before` is
 * what an earlier run of this process remembered of the use, if there was one.
 */
export function resolveUse(use: PatternUse, watch: Watch, before?: Memory): Outcome<ResolvedUse> {
  const { pattern, library, spec } = use;
  const name = nameOfUse(use);
  const used = usedDocument(spec);
  const optionRoot = `option ${name}`;
  const roots = new Map<string, unknown>([[used.root, spec.document], [optionRoot, use.options]]);
  const watched = watch.root(used.root, spec.document) as () => Spec['document'];
  const options = watch.root(optionRoot, use.options) as () => PatternUse['options'];
  const code = { helpers: use.helpersDigest };
  const parameters = { options: digestOf(JSON.stringify(use.options)) };
  const facts = JSON.stringify({ name: spec.name, adapter: spec.adapter, path: spec.path });
  const recall = createRecall(spec, digestOf([ENGINE, HELPERS_VERSION, use.helpersDigest, parameters.options, facts].join('\n')), before);
  const document = () => recall.view() ?? watched();
  const fixedOptions = readOnly(use.options) as PatternUse['options'];
  const file = (pattern.helpers === undefined ? undefined : pattern.folder.files.get(pattern.helpers)?.shown) ?? pattern.folder.shown;
  const context: ReturnType<typeof createContext> = createContext(spec, {
    document,
    options: () => (recall.view() === undefined ? options() : fixedOptions),
    get tables() {
      return tables;
    },
    declare: (key, compute) => instances.declare(key, compute),
  });
  const instances = createInstances(() => use.helpers(context), file);
  const tables = createTables(name, watch, recall, { ...code, document: used.digest, ...parameters }, (key) => instances.start().compute(key));
  let own: Readonly<Record<string, unknown>>;
  try {
    const first = watch.during(() => instances.start()).result;
    own = first.functions;
    tables.declare(first.tables);
  } catch (error) {
    return failed({ code: 'helpers-failed', place: { file }, reason: error instanceof TemplateError ? error.reason : reasonOf(error) });
  }
  const given = { ...builtinHelpers, items: context.items, deref: context.deref };
  const binder = createBinder(given, own);
  const whole = { engine: digestOf(`${ENGINE}, helpers ${HELPERS_VERSION}`), spec: digestOf(JSON.stringify(context.spec)) };
  const { ownNames } = binder;
  // With the names that are the pattern's own: a helper that takes the name of a built-in one changes what a template means.
  const templateParts = new Map<string, Digest | undefined>();
  const templatePart = (path: string): Digest | undefined => {
    if (!templateParts.has(path)) templateParts.set(path, templateDigest(path));
    return templateParts.get(path);
  };
  const templateDigest = (path: string): Digest | undefined => {
    const [file, template] = [pattern.folder.files.get(path), library.files.get(path)];
    return file && template && digestOf([file.digest, ...ownNames(template)].join(' '));
  };

  const localsOf = (item: Item) => ({ document: context.document, options: context.options, spec: context.spec, item });
  /** Of the folder for what a command leaves. */
  const inFolder = (path: string) => (use.folder === '' || path === '' ? use.folder + path : `${use.folder}/${path}`);
  // Documents and options are views for the job that looks, so they stay getters.
  const makerContext = (functions: object) =>
    Object.defineProperties({ ...given, ...functions }, { document: { get: () => context.document }, options: { get: () => context.options }, spec: { value: context.spec } });
  const ruleNames = namesOfRules(pattern.outputs);
  const jobs = pattern.outputs.map((output, index): Outcome<Job[]> => {
    const { to, when } = library.outputs[index] as TemplateLibrary['outputs'][number];
    const what = output.kind === 'template' ? output.template : output.kind === 'module' ? [output.module] : [output.run, output.inputs, output.env, output.programs];
    const rule = { rule: digestOf(JSON.stringify([what, output.forEach, output.to, output.when, use.folder, ownNames(to), when && ownNames(when)])) };
    const prefix = `${use.folder === '' ? '' : `${use.folder}/`}${pattern.id}/${ruleNames[index] as string} ← ${spec.name}`;
    const commands = output.kind === 'command' ? commandRule(output, pattern, spec, use.surroundings) : undefined;
    if (commands && !commands.ok) return commands;
    if (output.kind === 'command' && output.forEach === 'files') {
      return done(fileItems(spec, use.surroundings).map((item) => commandJob({ pointer: item.pointer, digest: digestOf(item.key) }, () => item, output, `${prefix}${item.pointer}`, rule, to, when, commands?.value as CommandRule)));
    }
    const listed = recall.take(`items ${output.forEach}`, () => watch.unwatched(() => listItems(spec, output.forEach, document())).result);
    if (!listed.ok) return listed;
    let items: readonly Item[] | undefined;
    // Only for jobs that run, and of the document as it is watched.
    const itemAt = (at: number): Item => {
      if (items === undefined) {
        const found = spec.items(output.forEach, watched());
        items = found.ok ? found.value : [];
      }
      return items[at] as Item;
    };
    return done(
      listed.value.map((each, at): Job => {
        const id = `${prefix}${each.pointer}`;
        if (output.kind === 'module') return moduleJob(each, () => itemAt(at), output, id, rule, to, when);
        return output.kind === 'command' ? commandJob(each, () => itemAt(at), output, id, rule, to, when, commands?.value as CommandRule) : templateJob(each, () => itemAt(at), output, id, rule, to, when);
      }),
    );
  });

  /** What all jobs have, of whatever kind. */
  function anyJob({ pointer }: ListedItem, output: PatternOutput, id: string, parts: Readonly<Record<string, Digest>>) {
    const partNow = (part: string): Digest | undefined => {
      if (Object.hasOwn(parts, part)) return parts[part];
      if (part.startsWith('template ')) return templatePart(part.slice(9));
      if (part.startsWith('module ')) return use.modules.get(part.slice(7))?.digest;
      return part === 'helpers' ? use.helpersDigest : undefined;
    };
    return { id, reason: `pattern ${pattern.id} makes it from ${output.forEach} ${pointer.trim()} of ${spec.path}`, file: patternFileShown(pattern.folder), parts, partNow, ...(output.kinds === undefined ? {} : { kinds: output.kinds }) };
  }

  function commandJob(listed: ListedItem, itemOf: () => Item, output: CommandOutput, id: string, rule: { readonly rule: Digest }, to: CompiledTemplate, when: CompiledTemplate | undefined, commands: CommandRule): CommandJob {
    const file = output.forEach === 'files' ? listed.pointer.slice(1) : undefined;
    const parts = { ...whole, ...rule, item: listed.digest, ...commands.parts, ...commands.partsOf(file) };
    const prepare = (): Outcome<Prepared> => {
      const item = itemOf();
      const bound = binder.forJob(instances);
      const { load } = bound;
      try {
        const { result, sets } = watch.during((): Outcome<Pick<Prepared, 'folder' | 'command'>> => {
          const locals = localsOf(item);
          if (when && !load(when)(locals, identity, noInclude)) return done({ folder: '', command: undefined });
          const planned = commands.plan({ item, options: context.options, file }, id);
          return planned.ok ? done({ folder: inFolder(textOf(to, load(to)(locals, identity, noInclude))), command: planned.value }) : planned;
        });
        return result.ok ? done({ ...result.value, sets, parts: { ...parts, ...(bound.isHelped() ? code : {}) } }) : result;
      } catch (error) {
        return renderFailure(error, id, pattern, output);
      }
    };
    return { ...anyJob(listed, output, id, parts), folder: pattern.folder.path, prepare };
  }

  function moduleJob(listed: ListedItem, itemOf: () => Item, output: ModuleOutput, id: string, rule: { readonly rule: Digest }, to: CompiledTemplate, when: CompiledTemplate | undefined): RenderJob {
    const { make, digest } = use.modules.get(output.module) as MakerModule;
    // The module may call any helper, and nobody sees which.
    const parts = { ...whole, ...rule, item: listed.digest, [`module ${output.module}`]: digest, ...code };
    const file = pattern.folder.files.get(output.module)?.shown ?? pattern.folder.shown;
    const run = (): Outcome<Rendered> => {
      const item = itemOf();
      const bound = binder.forJob(instances);
      const { load } = bound;
      try {
        const { result, sets } = watch.during(() => {
          const locals = localsOf(item);
          if (when && !load(when)(locals, identity, noInclude)) return done([]);
          const place = inFolder(textOf(to, load(to)(locals, identity, noInclude)));
          return filesOf(() => make()(item, makerContext(bound.functions())), place, { file, job: id });
        });
        return result.ok ? done({ files: result.value, sets, parts }) : result;
      } catch (error) {
        return renderFailure(error, id, pattern, output);
      }
    };
    return { ...anyJob(listed, output, id, parts), run };
  }

  function templateJob(listed: ListedItem, itemOf: () => Item, output: TemplateOutput, id: string, rule: { readonly rule: Digest }, to: CompiledTemplate, when: CompiledTemplate | undefined): RenderJob {
    const parts = { ...whole, ...rule, item: listed.digest };
    const run = (): Outcome<Rendered> => {
      const used = new Set<string>();
      const bound = binder.forJob(instances);
      const { load } = bound;
      const render = (path: string, locals: object): string => {
        const template = library.files.get(path) as CompiledTemplate;
        used.add(path);
        const include: Include = (partial, data) => render(partialPath(library, path, partial), Object.assign(Object.create(null), locals, data));
        return textOf(template, load(template)(locals, identity, include));
      };
      const item = itemOf();
      try {
        const { result: made, sets } = watch.during(() => {
          const locals = localsOf(item);
          if (when && !load(when)(locals, identity, noInclude)) return [];
          // Not normalized: the fence must see the path as the pattern wrote it.
          const path = (use.folder === '' ? '' : `${use.folder}/`) + textOf(to, load(to)(locals, identity, noInclude));
          return [{ path, content: render(output.template, locals) }];
        });
        const templates = Object.fromEntries([...used].map((path) => [`template ${path}`, templatePart(path) as Digest]));
        return done({ files: made, sets, parts: { ...parts, ...templates, ...(bound.isHelped() ? code : {}) } });
      } catch (error) {
        return renderFailure(error, id, pattern, output);
      }
    };
    return { ...anyJob(listed, output, id, parts), run };
  }

  const all = collect(jobs);
  return all.ok ? done({ name, jobs: all.value.flat(), tables, roots, document: used, options: { root: optionRoot, digest: parameters.options }, memory: recall.memory }) : all;
}

function usedDocument(spec: Spec): UsedDocument {
  const { name, adapter, files, since } = spec;
  const used = { root: `spec ${name}`, digest: documentDigest(spec) };
  // With more files than one, what changed may be which of them is meant.
  return since && files.length === 1 ? { ...used, since: { digest: textDigest(adapter, [since.digest]), changed: since.changed } } : used;
}

/** A partial's path: relative to the including file, inside the pattern folder, `.ejs` added when absent. */
function partialPath(library: TemplateLibrary, from: string, name: string): string {
  const path = posix.join(posix.dirname(from), String(name));
  for (const candidate of [path, `${path}.ejs`]) if (library.files.has(candidate)) return candidate;
  const near = nearest(path.replace(/\.ejs$/, ''), [...library.files.keys()].map((each) => each.replace(/\.ejs$/, '')));
  throw new Error(`include(${JSON.stringify(name)}): the pattern folder has no file ${path}${near ? `; did you mean ${near}.ejs?` : ''}`);
}

const identity = (value: unknown) => value;

const noInclude: Include = () => {
  throw new Error('include is for templates, not for paths');
};
