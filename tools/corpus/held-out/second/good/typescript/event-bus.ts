/** Takes a listener off the bus again. */
export type Unsubscribe = () => void;

/** A bus whose events and payloads are known to the compiler. */
export class EventBus<Events extends Record<string, unknown>> {
  private readonly listeners: { [Name in keyof Events]?: Set<(payload: Events[Name]) => void> } = {};

  /** Calls the listener for every event of that name from now on. */
  on<Name extends keyof Events>(name: Name, listener: (payload: Events[Name]) => void): Unsubscribe {
    const known = this.listeners[name] ?? new Set<(payload: Events[Name]) => void>();
    this.listeners[name] = known;
    known.add(listener);
    return () => {
      known.delete(listener);
    };
  }

  /** Tells all listeners; says how many there were. */
  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): number {
    const known = [...(this.listeners[name] ?? [])];
    known.forEach((listener) => listener(payload));
    return known.length;
  }
}
