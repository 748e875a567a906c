import { pascalCase } from '../cases';
import { identifier } from '../identifiers';
import type { TypeOptions } from './options';

/** Columns that a union may take at the margin; what stands before it on the line comes on top. */
const WIDTH = 84;

/** The options with their defaults, and where in a type the walk stands. */
export interface Scope {
  readonly options: TypeOptions;
  readonly ref: (ref: string) => string;
  readonly unknown: 'unknown' | 'any';
  readonly block: boolean;
  /** The indentation of the line that the type begins on; always empty in the `inline` layout. */
  readonly margin: string;
  /** Columns that a union may take on one line. */
  readonly room: number;
  /** False behind a construct that TypeScript resolves only when needed. */
  readonly eager: boolean;
  /** What a reference at this place becomes a member of; alone it is a union of one. */
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
    margin: '',
    room: options.layout === 'block' ? WIDTH : Number.POSITIVE_INFINITY,
    eager: true,
    position: 'union',
    inlining: undefined,
  };
}

/** The scope behind a construct that defers: `deeper` when that is an object type, whose lines are indented. */
export function deferred(scope: Scope, deeper: boolean): Scope {
  if (!deeper && !scope.eager) return scope;
  const { options, ref, unknown, block, inlining } = scope;
  const isIndented = deeper && block;
  // Written out: a spread of the scope takes several times as long.
  return { options, ref, unknown, block, margin: isIndented ? `${scope.margin}  ` : scope.margin, room: isIndented ? scope.room - 2 : scope.room, eager: false, position: 'union', inlining };
}

/** True for a reference that TypeScript could not resolve at this place. */
export function isCircular(ref: string, { eager, inlining, options: { cycles } }: Scope): boolean {
  if (!eager || cycles === undefined) return false;
  return inlining === undefined ? cycles.breaks(ref) : cycles.within(ref);
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
