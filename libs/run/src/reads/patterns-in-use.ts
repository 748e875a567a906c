import { join } from 'node:path';
import type { Peek } from '../config/peek';
import type { PatternPlace } from '../patterns/discover';
import type { Project } from '../project/project';

/** A pattern in use. */
export interface PatternReads {
  readonly id: string;
  /** Where it would lie in the workspace, whether it does or not: it would win over one of a pack. */
  readonly own: string;
  /** Where it was found; undefined when it was not. */
  readonly folder: string | undefined;
}

/** The patterns that a `conductor.json` uses, among those that there are. */
export function patternsInUse(places: readonly PatternPlace[], project: Project, peek: Peek): PatternReads[] {
  return [...new Set(peek.uses)].map((id) => ({ id, own: join(project.conductor, 'patterns', id), folder: places.find((place) => place.id === id)?.path }));
}
