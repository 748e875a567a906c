import { done, failed, type Outcome, type Place } from '@nx-conductor/core';
import type { PatternPlace } from './discover';

/** The place of a pattern that `conductor.json` uses: the workspace's own, or that of the one pack that has it. */
export function choosePattern(id: string, places: readonly PatternPlace[], place: () => Place): Outcome<PatternPlace> {
  const found = places.filter((each) => each.id === id);
  const first = found[0];
  if (!first) return failed({ code: 'unknown-name', place: place(), what: 'pattern', name: id, known: [...new Set(places.map((each) => each.id))] });
  if (first.origin === 'workspace' || found.length === 1) return done(first);
  return failed({ code: 'invalid-value', place: place(), what: `"use": ${JSON.stringify(id)}`, expected: 'a pattern that one pack has; copy the one you mean to .conductor/patterns to choose it', received: `patterns of ${found.map((each) => each.origin).join(' and ')}` });
}
