import { isObject, jsonObjectIn } from '@nx-conductor/core';

/** What spares work, each of it switched off alone. Artifacts and outputs are the same bytes either way. */
export interface Optimizations {
  /** Use what earlier runs left in the cache, and leave something for later ones. */
  readonly cache: boolean;
  /** Do only what changed; off, every job runs, every source is compiled and checked. */
  readonly incremental: boolean;
  /** Use compiled templates of earlier runs; off, each template is compiled anew. */
  readonly templateCache: boolean;
  /** Most things done at a time. */
  readonly parallel: number;
}

/** What someone says of them: a command line, the environment or `conductor.json`. Of `parallel`, false is one at a time. */
export interface AskedOptimizations {
  readonly cache?: boolean | undefined;
  readonly incremental?: boolean | undefined;
  readonly templateCache?: boolean | undefined;
  readonly parallel?: boolean | number | undefined;
}

/** Puts together what is asked and what `conductor.json` says; all is on unless one of them says otherwise. */
export function settleOptimizations(asked: AskedOptimizations, configured: AskedOptimizations, processors: () => number): Optimizations {
  const parallel = asked.parallel ?? configured.parallel ?? true;
  return {
    cache: asked.cache ?? configured.cache ?? true,
    incremental: asked.incremental ?? configured.incremental ?? true,
    templateCache: asked.templateCache ?? configured.templateCache ?? true,
    // Asked late: most runs find that there is nothing to do.
    get parallel() {
      return parallel === true ? processors() : Math.max(1, Number(parallel));
    },
  };
}

/** What the text of a `conductor.json` says of them, as far as it says it right; the rest is for the schema to report. */
export function optimizationsIn(text: string): AskedOptimizations {
  if (!text.includes('"optimizations"')) return {};
  const given = jsonObjectIn(text)?.['optimizations'];
  if (!isObject(given)) return {};
  const flag = (name: string) => (typeof given[name] === 'boolean' ? given[name] : undefined);
  const { parallel } = given;
  return { cache: flag('cache'), incremental: flag('incremental'), templateCache: flag('templateCache'), parallel: typeof parallel === 'boolean' || typeof parallel === 'number' ? parallel : undefined };
}
