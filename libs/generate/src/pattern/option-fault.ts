import type { PatternOption } from './pattern';

/** What a value of an option must be that this one is not; undefined for one that can be. */
export function optionFault(option: PatternOption, value: unknown): string | undefined {
  const type = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  if (type !== option.type) return `a value of type ${option.type}`;
  if (option.enum && !option.enum.some((each) => each === value)) return `one of ${option.enum.map((each) => JSON.stringify(each)).join(', ')}`;
  return undefined;
}
