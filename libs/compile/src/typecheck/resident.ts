import type { TypecheckMachine, TypecheckRequest } from './request';
import { openSession, type GiveText, type Session } from './session';

/**
 * TypeScript kept between the checks of a watch: what it has read and bound of a program stays, and only files whose
 * text is another one are read again. A check that does without one starts TypeScript for itself.
 */
export interface Resident {
  /** Ends TypeScript, if it runs. The next check starts it anew. */
  close(): void;
  /** For checks alone. */
  readonly lease: Lease;
}

/**
 * A session for one check. `whole` are the paths that are given as they are, which grows while the check goes on;
 * `changed` those with another content than at the last check. What to bring up to date comes with the session.
 */
export type Lease = (request: TypecheckRequest, tsConfig: string, giveText: GiveText, whole: ReadonlySet<string>, changed: readonly string[], machine: TypecheckMachine) => { readonly session: Session; readonly stale: readonly string[] };

/** Nothing runs until a check needs it. */
export function createResident(): Resident {
  let held: { readonly key: string; readonly session: Session; giveText: GiveText; whole: ReadonlySet<string> } | undefined;
  const close = (): void => {
    held?.session.close();
    held = undefined;
  };
  return {
    close,
    lease(request, tsConfig, giveText, whole, changed, machine) {
      const key = `${request.compiler.executable}\n${tsConfig}`;
      if (held?.key === key && held.session.isOpen()) {
        const before = held.whole;
        const turned = [...[...before].filter((path) => !whole.has(path)), ...[...whole].filter((path) => !before.has(path))];
        Object.assign(held, { giveText, whole });
        return { session: held.session, stale: [...new Set([tsConfig, ...turned, ...changed])] };
      }
      close();
      const session = openSession(request, tsConfig, (path) => held?.giveText(path) ?? giveText(path), machine, 'resident');
      held = { key, session, giveText, whole };
      return { session, stale: [] };
    },
  };
}
