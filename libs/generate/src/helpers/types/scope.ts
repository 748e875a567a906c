import { pascalCase } from '../cases';
import { identifier } from '../identifiers';
import type { TypeOptions } from './options';

/** The options with their defaults, and where in a type the walk stands. */
export interface Scope {
  readonly options: TypeOptions;
  readonly ref: (ref: string) => string;
  readonly unknown: 'unknown' | 'any';
  readonly block: boolean;
  /** How many object types lie around this place; an indentation each. */
  readonly depth: number;
  /** False behind a construct that TypeScript resolves only when needed. */
  readonly eager: boolean;
  /** What a reference at this place becomes a member of. */
  readonly position: 'union' | 'intersection';
  /** Set while the target of a reference that breaks a circle is written in its place: what it became a member of. */
  readonly inlining: 'union' | 'intersection' | undefined;
}

/** The scope of a whole type. */
export function scopeOf(options: TypeOptions): Scope {
  return {
    options,
    ref: options.ref ?? typeNameOfRef,
    unknown: options.unknownType ?? 'unknown',
    block: options.layout === 'block',
    depth: 0,
    eager: true,
    position: 'intersection',
    inlining: undefined,
  };
}

/** The scope behind a construct that defers: `deeper` when that is an object type, whose lines are indented. */
export function deferred(scope: Scope, deeper: boolean): Scope {
  if (!deeper && !scope.eager && scope.position === 'intersection') return scope;
  return { ...scope, eager: false, position: 'intersection', depth: scope.depth + (deeper ? 1 : 0) };
}

/** `#/components/schemas/user-account` is `UserAccount`. */
export function typeNameOfRef(ref: string): string {
  return identifier(pascalCase(lastSegment(ref)));
}

/** The last segment of a reference, unescaped: the name that a schema stands under. */
export function lastSegment(ref: string): string {
  const segment = ref.slice(ref.lastIndexOf('/') + 1);
  const unescaped = segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment;
  if (!unescaped.includes('%')) return unescaped;
  try {
    return decodeURIComponent(unescaped);
  } catch {
    return unescaped;
  }
}
