import type { Failure, Place } from '@nx-conductor/core';
import type { LoadedFile } from './loaded-file';
import { pointerTo } from './pointer-to';
import { isTarget, refOf, type Resolver, type Target } from './resolve';

/**
 * The cycles of references that never reach a value, each once. A value that contains a reference to itself further
 * down is recursion, which is fine; here every link of the chain is itself nothing but a reference.
 */
export function refCycles(targets: Iterable<Target>, resolve: Resolver, entry: LoadedFile): Failure[] {
  const finished = new Set<string>();
  const failures: Failure[] = [];
  for (const start of targets) {
    const chain: Target[] = [];
    for (let at: Target | undefined = start; at !== undefined && !finished.has(at.id); at = next(at)) {
      const again = chain.findIndex((link) => link.id === (at as Target).id);
      if (again >= 0) {
        const cycle = [...chain.slice(again), at];
        failures.push({ code: 'ref-cycle', place: placeOf(chain[again] as Target), chain: cycle.map(shown) });
        break;
      }
      chain.push(at);
    }
    for (const link of chain) finished.add(link.id);
  }
  return failures;

  function next(target: Target): Target | undefined {
    const text = refOf(target.value);
    if (text === undefined) return undefined;
    const resolution = resolve(target.file, text, () => placeOf(target));
    return isTarget(resolution) ? resolution : undefined;
  }

  /** As a reference from the entry file would name it. */
  function shown(target: Target): string {
    const pointer = pointerTo(target.path);
    return target.file === entry ? pointer : target.file.source.file + pointer;
  }
}

function placeOf(target: Target): Place {
  return { file: target.file.source.file, pointer: pointerTo([...target.path, '$ref']) };
}
