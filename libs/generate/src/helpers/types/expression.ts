/**
 * TypeScript type expressions as values: text, and how tightly it binds, so that whoever puts one into another knows
 * when it needs parentheses. Lines after the first are indented as their place wants it; a text that begins with a line
 * break is a union with a line for each member. Texts hold no multi-line strings, so indenting them further is safe.
 */
export interface TypeExpression {
  readonly text: string;
  readonly binding: Binding;
  /** The members of a union, so that unions inside unions become one. */
  readonly members?: readonly TypeExpression[];
  /** The keyword type that a literal belongs to, which absorbs it in a union. */
  readonly literal?: 'string' | 'number' | 'boolean';
}

/** From loose to tight: `A | B`, `A & B`, `readonly A[]`, `A`. */
export const BINDING = { union: 0, intersection: 1, operator: 2, primary: 3 } as const;
export type Binding = (typeof BINDING)[keyof typeof BINDING];

/** Where an expression stands: the indentation of its line, and the columns that it may take. */
export interface Layout {
  readonly margin: string;
  readonly room: number;
}

const KEYWORDS = new Set(['null', 'undefined', 'string', 'number', 'boolean', 'unknown', 'never', 'any', 'bigint']);
/** What becomes of the keywords beside `null`; of the others, what they are. */
const NULLABLE_KEYWORDS: ReadonlyMap<string, TypeExpression> = new Map(
  ['string', 'number', 'boolean', 'bigint'].map((text) => [text, { text: `${text} | null`, binding: 0, members: [primary(text), primary('null')] }]),
);

/** An expression that needs no parentheses anywhere: a name, a literal, an object type. */
export function primary(text: string): TypeExpression {
  return { text, binding: BINDING.primary };
}

export const NEVER = primary('never');
export const NULL = primary('null');

/**
 * The union of types: no member twice, nothing beside the type that absorbs it (`string` takes `'a'`, `unknown`
 * takes all, `never` goes), `null` last. No member at all is `never`.
 */
export function unionOf(types: readonly TypeExpression[], layout: Layout): TypeExpression {
  const members = new Map<string, TypeExpression>();
  for (const type of types) for (const member of type.members ?? [type]) if (!members.has(member.text)) members.set(member.text, member);
  members.delete('never');
  for (const top of ['unknown', 'any']) if (members.has(top)) return primary(top);
  if (members.has('true') && members.has('false')) replaceKey(members, 'true', 'boolean');
  const absorbed = [...members.values()].filter((member) => member.literal === undefined || !members.has(member.literal));
  const ordered = absorbed.some((member) => member.text === 'null') ? [...absorbed.filter((member) => member.text !== 'null'), NULL] : absorbed;
  if (ordered.length === 0) return NEVER;
  if (ordered.length === 1) return ordered[0] as TypeExpression;
  return { text: unionText(ordered, layout), binding: BINDING.union, members: ordered };
}

/** The type or `null`. */
export function nullable(type: TypeExpression, layout: Layout): TypeExpression {
  if (type.members !== undefined || !KEYWORDS.has(type.text)) return unionOf([type, NULL], layout);
  return NULLABLE_KEYWORDS.get(type.text) ?? type;
}

/** The intersection of types: no member twice, `unknown` goes, `never` takes all. None at all is `unknown`. */
export function intersectionOf(types: readonly TypeExpression[], unknown: string, { margin }: Layout): TypeExpression {
  if (types.length === 1) return types[0] as TypeExpression;
  const members = new Map<string, TypeExpression>();
  for (const type of types) members.set(type.text, type);
  members.delete('unknown');
  members.delete('any');
  if (members.has('never')) return NEVER;
  const rest = [...members.values()];
  if (rest.length === 0) return primary(unknown);
  if (rest.length === 1) return rest[0] as TypeExpression;
  return { text: rest.map((member) => enclosed(member, BINDING.intersection, margin)).join(' & '), binding: BINDING.intersection };
}

/** `T[]`, or `Array<T>` where the element has several lines. */
export function arrayOf(element: TypeExpression, readonly: boolean, { margin }: Layout): TypeExpression {
  if (element.text.includes('\n')) return primary(`${readonly ? 'ReadonlyArray' : 'Array'}<${element.text}${element.text.startsWith('\n') ? `\n${margin}` : ''}>`);
  const text = `${enclosed(element, BINDING.primary, margin)}[]`;
  return readonly ? { text: `readonly ${text}`, binding: BINDING.operator } : primary(text);
}

/** The text, in parentheses when it binds looser than its new place needs. */
export function enclosed(type: TypeExpression, place: Binding, margin: string): string {
  if (type.binding >= place) return type.text;
  return type.text.startsWith('\n') ? `(${type.text}\n${margin})` : `(${type.text})`;
}

/** The text after a colon or an equals sign, with the space that belongs there. */
export function following(type: TypeExpression): string {
  return type.text.startsWith('\n') ? type.text : ` ${type.text}`;
}

/** Puts another member where one stood, and drops it from where it stood before. */
function replaceKey(members: Map<string, TypeExpression>, from: string, to: string): void {
  const entries = [...members].filter(([key]) => key !== to);
  members.clear();
  for (const [key, value] of entries) members.set(key === from ? to : key, key === from ? primary(to) : value);
}

/** One line while it fits and at most one member has lines of its own, else a line for each member. */
function unionText(members: readonly TypeExpression[], { margin, room }: Layout): string {
  const texts = members.map((member) => enclosed(member, BINDING.operator, margin));
  const line = texts.join(' | ');
  const broken = texts.filter((text) => text.includes('\n')).length;
  const others = texts.filter((text) => !text.includes('\n'));
  if (broken === 0 ? line.length <= room : broken === 1 && others.every((text) => KEYWORDS.has(text)) && texts[0]?.startsWith('{')) return line;
  return texts.map((text) => `\n${margin}  | ${text.replaceAll('\n', '\n    ')}`).join('');
}
