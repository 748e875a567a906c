import type { WrittenAttribute } from './entity-types';

/** What the default of an attribute should be, when it is something else. */
export function defaultProblem(attribute: WrittenAttribute): string | undefined {
  const { default: value, enum: values, type, list } = attribute;
  if (value === undefined) return undefined;
  if (value === null) return attribute.required === true || attribute.primaryKey === true ? 'a value, since the attribute is required' : undefined;
  if (list === true) return Array.isArray(value) ? undefined : 'a list';
  if (values !== undefined && !values.some((allowed) => allowed === value)) return `one of ${values.map((allowed) => JSON.stringify(allowed)).join(', ')}`;
  return FITS[type]?.(value) === false ? (EXPECTED[type] ?? 'a text') : undefined;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';

/** Types without an entry take any default. Big and decimal numbers may be texts, since JSON numbers lose digits. */
const FITS: Readonly<Partial<Record<WrittenAttribute['type'], (value: unknown) => boolean>>> = {
  string: isText,
  text: isText,
  email: isText,
  url: isText,
  uuid: isText,
  date: isText,
  time: isText,
  datetime: isText,
  binary: isText,
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isSafeInteger,
  number: isNumber,
  bigint: (value) => Number.isSafeInteger(value) || (typeof value === 'string' && /^-?\d+$/.test(value)),
  decimal: (value) => isNumber(value) || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)),
};

const EXPECTED: Readonly<Partial<Record<WrittenAttribute['type'], string>>> = {
  boolean: '`true` or `false`',
  integer: 'a whole number',
  number: 'a number',
  bigint: 'a whole number, or a text of digits',
  decimal: 'a number, or a text that spells one',
};
