/** A function that hears of events. */
export type Listener<T> = (payload: T) => void;

/**
 * A small typed bus. The type parameter maps names of events to payloads:
 *
 *     const bus = new EventBus<{ docked: { ship: string } }>();
 *     const off = bus.on('docked', ({ ship }) => console.log(ship));
 *     off();
 */
export class EventBus<Events extends Record<string, unknown>> {
  private readonly listeners = new Map<keyof Events, Set<Listener<never>>>();

  /** Adds a listener and gives back what removes it. */
  on<K extends keyof Events>(name: K, listener: Listener<Events[K]>): () => void {
    const set = this.listeners.get(name) ?? new Set();
    set.add(listener as Listener<never>);
    this.listeners.set(name, set);
    return () => {
      set.delete(listener as Listener<never>);
    };
  }

  /** Calls all listeners of an event, in the order in which they came. */
  emit<K extends keyof Events>(name: K, payload: Events[K]): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) {
      (listener as Listener<Events[K]>)(payload);
    }
  }
}
