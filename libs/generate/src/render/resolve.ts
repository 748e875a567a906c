import { posix } from 'node:path';
import { collect, done, failed, nearest, type Failed, type Item, type Outcome, type Spec } from '@nx-conductor/core';
import { builtinHelpers } from '../helpers';
import type { Pattern } from '../pattern/pattern';
import type { TemplateLibrary } from '../template/library';
import { loadTemplate, TemplateError, type Include, type Renderer } from '../template/load';
import { createContext, type PatternContext } from './context';
import type { Job } from './job';

/** One use of a pattern by a project: with options, on one spec. */
export interface PatternUse {
  readonly pattern: Pattern;
  readonly library: TemplateLibrary;
  readonly options: Readonly<Record<string, unknown>>;
  readonly spec: Spec;
  /** Folder inside the output folder, `''` for the output folder itself. */
  readonly folder: string;
  /** The helper module's functions, given its context. */
  readonly helpers: (context: PatternContext & typeof builtinHelpers) => Readonly<Record<string, unknown>>;
}

/** All jobs of one use of a pattern, in the order of its rules and of the items. */
export function resolveJobs(use: PatternUse): Outcome<Job[]> {
  const { pattern, library, spec } = use;
  const context = createContext(spec, use.options);
  const helpers = { ...builtinHelpers, items: context.items, deref: context.deref, shared: context.shared, ...use.helpers(context) };
  const render = loadRenderers(library, helpers);
  const base = { document: context.document, options: context.options, spec: context.spec };
  const jobs = pattern.outputs.map((output, index): Outcome<Job[]> => {
    const items = spec.items(output.forEach);
    if (!items.ok) return items;
    const rule = library.outputs[index] as TemplateLibrary['outputs'][number];
    const to = loadTemplate(rule.to, helpers);
    const when = rule.when && loadTemplate(rule.when, helpers);
    const made: Outcome<Job>[] = [];
    for (const item of items.value) {
      const id = jobId(use, output.template, output.to, item);
      try {
        const locals = { ...base, item };
        if (when && !when(locals, identity, noInclude)) continue;
        // Not normalized: the fence must see the path as the pattern wrote it.
        const path = (use.folder === '' ? '' : `${use.folder}/`) + String(to(locals, identity, noInclude));
        made.push(done({ id, path, reason: reasonOf(use, output.forEach, item), pattern, spec, item, render: () => render(output.template, locals) }));
      } catch (error) {
        made.push(renderFailure(error, id));
      }
    }
    return collect(made);
  });
  const all = collect(jobs);
  return all.ok ? done(all.value.flat()) : all;
}

/** Renders one job: its text, or what went wrong with its place in the template. */
export function renderJob(job: Job): Outcome<string> {
  try {
    return done(job.render());
  } catch (error) {
    return renderFailure(error, job.id);
  }
}

function loadRenderers(library: TemplateLibrary, helpers: object): (path: string, locals: object) => string {
  const loaded = new Map<string, Renderer>();
  const renderer = (path: string): Renderer => {
    const known = loaded.get(path);
    if (known) return known;
    const made = loadTemplate(library.files.get(path) as NonNullable<ReturnType<typeof library.files.get>>, helpers);
    loaded.set(path, made);
    return made;
  };
  const render = (path: string, locals: object): string => {
    const include: Include = (name, data) => render(partialPath(library, path, name), Object.assign(Object.create(null), locals, data));
    return String(renderer(path)(locals, identity, include));
  };
  return render;
}

/** A partial's path: relative to the including file, inside the pattern folder, `.ejs` added when absent. */
function partialPath(library: TemplateLibrary, from: string, name: string): string {
  const path = posix.join(posix.dirname(from), String(name));
  for (const candidate of [path, `${path}.ejs`]) if (library.files.has(candidate)) return candidate;
  const near = nearest(path.replace(/\.ejs$/, ''), [...library.files.keys()].map((each) => each.replace(/\.ejs$/, '')));
  throw new Error(`include(${JSON.stringify(name)}): the pattern folder has no file ${path}${near ? `; did you mean ${near}.ejs?` : ''}`);
}

function renderFailure(error: unknown, job: string): Failed {
  if (!(error instanceof TemplateError)) throw error;
  const missing = /^(\S+) is not defined$/.exec(error.reason)?.[1];
  const near = missing && nearest(missing, ['item', 'document', 'options', 'spec', 'items', 'deref', 'shared', 'locals', 'include', ...Object.keys(builtinHelpers)]);
  return failed({ code: 'template-failed', place: { file: error.file, line: error.line }, job, reason: near ? `${error.reason}; did you mean ${near}?` : error.reason });
}

function jobId(use: PatternUse, template: string, to: string, item: Item): string {
  const twins = use.pattern.outputs.filter((output) => output.template === template);
  const rule = twins.length > 1 ? `${template} (${to})` : template;
  const folder = use.folder === '' ? '' : `${use.folder}/`;
  return `${folder}${use.pattern.id}/${rule} ← ${use.spec.name}${item.pointer}`;
}

function reasonOf(use: PatternUse, collection: string, item: Item): string {
  return `pattern ${use.pattern.id} makes it from ${collection} ${item.pointer} of ${use.spec.path}`;
}

const identity = (value: unknown) => value;

const noInclude: Include = () => {
  throw new Error('include is for templates, not for paths');
};
