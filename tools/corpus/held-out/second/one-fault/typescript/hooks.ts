/** The moments at which a plugin may step in. */
export type HookName = 'beforeBuild' | 'afterBuild' | 'onWarning';

/** A function of a plugin. */
export type Hook = (...args: any[]) => void | Promise<void>;

/** Collects hooks and runs them one after the other. */
export class HookRunner {
  readonly #hooks = new Map<HookName, Hook[]>();

  /** Registers a hook behind those that are there already. */
  tap(name: HookName, hook: Hook): void {
    const known = this.#hooks.get(name) ?? [];
    known.push(hook);
    this.#hooks.set(name, known);
  }

  /** Runs all hooks of a name and waits for each. */
  async run(name: HookName, subject: string): Promise<void> {
    for (const hook of this.#hooks.get(name) ?? []) {
      await hook(subject);
    }
  }
}
