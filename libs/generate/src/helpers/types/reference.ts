import { primary, type TypeExpression } from './expression';
import { schemaType } from './schema';
import type { Scope } from './scope';

/** The type behind a reference, or undefined when it leads in a circle and has to go. */
export function refType(ref: string, scope: Scope): TypeExpression | undefined {
  if (!isCircular(ref, scope)) return primary(scope.ref(ref));
  const { deref } = scope.options;
  if (scope.inlining !== undefined || deref === undefined) return undefined;
  return schemaType(deref({ $ref: ref }), { ...scope, inlining: scope.position });
}

/** True for a reference that TypeScript could not resolve at this place. */
export function isCircular(ref: string, { eager, inlining, options: { cycles } }: Scope): boolean {
  if (!eager || cycles === undefined) return false;
  return inlining === undefined ? cycles.breaks(ref) : cycles.within(ref);
}
