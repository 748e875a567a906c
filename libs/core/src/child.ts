/** A process of our own, spoken to in messages of plain JSON. It can be ended at any instant, native code or not. */
export interface Child {
  send(message: unknown): void;
  /**
   * Ends it when it has said nothing for so many milliseconds, counted anew from each message. `undefined` expects
   * nothing any more, and lets this process end before it.
   */
  expect(silentMs: number | undefined): void;
  /** Ends it at once. Nothing is heard of it afterwards. */
  close(): void;
}

/** Hears a child. */
export interface ChildListener {
  heard(message: unknown): void;
  /** It ended, or was ended for its silence. */
  gone(why: 'silent' | 'ended', reason: string): void;
}

/** Starts a child. What it is sent before it is ready waits. */
export type StartChild = (listener: ChildListener) => Child;
