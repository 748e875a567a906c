import type { Json } from '@nx-conductor/core';
import type { OptionIssue } from './tsconfig';

/** Reads options of a tsconfig by type; what is of another type becomes an issue and counts as absent. */
export interface OptionReader {
  flag(option: string): boolean | undefined;
  text(option: string): string | undefined;
  /** In any case, as TypeScript takes such values. `others` are further names for some of the values. */
  oneOf<T extends string>(option: string, values: readonly T[], others?: Readonly<Record<string, T>>): T | undefined;
}

export function readerOf(options: Readonly<Record<string, Json | undefined>>, issues: OptionIssue[]): OptionReader {
  const told = new Set<string>();
  const of = (option: string): Json | undefined => (Object.hasOwn(options, option) ? (options[option] ?? undefined) : undefined);
  const wrong = (option: string, value: Json, expected: string): undefined => {
    if (!told.has(option)) issues.push({ option, value, reason: `expected ${expected}`, hint: `change "${option}" to what is expected` });
    told.add(option);
    return undefined;
  };
  return {
    flag(option) {
      const value = of(option);
      return value === undefined || typeof value === 'boolean' ? value : wrong(option, value, 'true or false');
    },
    text(option) {
      const value = of(option);
      return value === undefined || typeof value === 'string' ? value : wrong(option, value, 'a string');
    },
    oneOf(option, values, others) {
      const value = of(option);
      if (value === undefined) return undefined;
      const name = typeof value === 'string' ? value.toLowerCase() : undefined;
      const meant = name === undefined ? undefined : (values.find((each) => each === name) ?? others?.[name]);
      return meant ?? wrong(option, value, `one of ${values.join(', ')}`);
    },
  };
}
