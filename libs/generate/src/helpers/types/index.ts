export { typeDeclaration } from './declaration';
export { isEnumeration } from './enumeration';
export { interfaceMembers } from './members';
export type { TypeCycles, TypeOptions } from './options';
export { eagerReferences, type EagerReference } from './references';
export { schemaComment } from './schema-comment';
export { typeOf } from './type-of';
