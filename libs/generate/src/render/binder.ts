import type { CompiledTemplate } from '../template/compile';
import { loadTemplate, type Renderer } from '../template/load';
import type { Instances } from './instances';

/** Binds templates to helpers. */
export interface Binder {
  /** Names that a template may take from the helper module. */
  ownNames(template: CompiledTemplate): readonly string[];
  /** For one job. */
  forJob(instances: Instances): Bound;
}

/** Templates as one job has them. */
export interface Bound {
  readonly load: (template: CompiledTemplate) => Renderer;
  /** The functions of the job's own instance of the helper module. */
  functions(): Readonly<Record<string, unknown>>;
  /** Whether the helper module has been needed so far. */
  isHelped(): boolean;
}

/**
 * Each template's code is loaded once. One that takes nothing of the helper module is bound once too; any other for each
 * job, to the job's own instance of the module. `given` are the helpers of every template, `own` those of the module.
 */
export function createBinder(given: object, own: Readonly<Record<string, unknown>>): Binder {
  const loaded = new Map<CompiledTemplate, Loaded>();
  const ownNames = (template: CompiledTemplate) => template.uses.filter((each) => Object.hasOwn(own, each));
  const loadedOf = (template: CompiledTemplate): Loaded => {
    let known = loaded.get(template);
    if (known === undefined) {
      const bind = loadTemplate(template);
      loaded.set(template, (known = { bind, fixed: ownNames(template).length > 0 ? undefined : bind(given) }));
    }
    return known;
  };
  return {
    ownNames,
    forJob(instances) {
      const renderers = new Map<CompiledTemplate, Renderer>();
      let functions: Readonly<Record<string, unknown>> | undefined;
      let helpers: object | undefined;
      const functionsNow = () => (functions ??= instances.start().functions);
      return {
        load(template) {
          const { bind, fixed } = loadedOf(template);
          if (fixed !== undefined) return fixed;
          let renderer = renderers.get(template);
          if (renderer === undefined) renderers.set(template, (renderer = bind((helpers ??= { ...given, ...functionsNow() }))));
          return renderer;
        },
        functions: functionsNow,
        isHelped: () => functions !== undefined,
      };
    },
  };
}

interface Loaded {
  readonly bind: (helpers: object) => Renderer;
  /** For every job, where that makes no difference. */
  readonly fixed: Renderer | undefined;
}
