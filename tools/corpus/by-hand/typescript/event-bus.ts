export type Handler<T> = (event: T) => void | Promise<void>;

/** Events by name, typed by a map of names to payloads. */
export class EventBus<Events extends Record<string, unknown>> {
  readonly #handlers: { [Name in keyof Events]?: Set<Handler<Events[Name]>> } = {};

  on<Name extends keyof Events>(name: Name, handler: Handler<Events[Name]>): () => void {
    const known = (this.#handlers[name] ??= new Set());
    known.add(handler);
    return () => known.delete(handler);
  }

  async emit<Name extends keyof Events>(name: Name, event: Events[Name]): Promise<PromiseSettledResult<void>[]> {
    const handlers = [...(this.#handlers[name] ?? [])];
    return Promise.allSettled(handlers.map(async (handler) => handler(event)));
  }
}
