import { reasonOf, TemplateError } from '../template/load';

/** The helper module of a use, evaluated once more: its variables are those of one piece of work. */
export interface Instance {
  readonly functions: Readonly<Record<string, unknown>>;
  /** Keys of the tables that it declared. */
  readonly tables: Iterable<string>;
  /** Computes a table that it declared. */
  compute(key: string): unknown;
}

/** Makes instances of a helper module. */
export interface Instances {
  /** Evaluates the module. Throws what it throws, with the module's place. */
  start(): Instance;
  /** Takes a table that the module declares while it loads; throws at any other time. */
  declare(key: string, compute: () => unknown): void;
}

/**
 * Every job, and every table, has an instance of its own: what one leaves in a variable of the module, no other finds.
 * Nobody can see who reads a variable; whoever found there what another had read would depend on it unnoticed, and on
 * which jobs ran before. `evaluate` gives the functions of a new instance; `file` is what people call the module.
 */
export function createInstances(evaluate: () => Readonly<Record<string, unknown>>, file: string): Instances {
  let declared: Map<string, () => unknown> | undefined;
  return {
    start() {
      const before = declared;
      const tables = (declared = new Map<string, () => unknown>());
      let functions: Readonly<Record<string, unknown>>;
      try {
        functions = evaluate();
      } catch (error) {
        throw error instanceof TemplateError ? error : new TemplateError(file, 1, reasonOf(error));
      } finally {
        declared = before;
      }
      return {
        functions,
        tables: tables.keys(),
        compute(key) {
          const compute = tables.get(key);
          if (compute === undefined) throw new TemplateError(file, 1, `the table ${JSON.stringify(key)} is not declared each time that the module is loaded`);
          return compute();
        },
      };
    },
    declare(key, compute) {
      if (declared === undefined) throw new Error(`conductor.table(${JSON.stringify(key)}) is for use while the module loads, not inside helper functions`);
      declared.set(key, compute);
    },
  };
}
