import { OUT } from '@nx-conductor/core';

/** What a placeholder may begin with. `{out}` and `{pattern}` stand alone. */
export const PLACEHOLDERS = ['out', 'pattern', 'item', 'spec', 'options'] as const;

const PLACEHOLDER = /\{([A-Za-z_$][\w$]*(?:\.[\w$-]+)*)\}/g;

/** The placeholders of an argument, without braces. Braces around anything but names with dots are text. */
export function placeholdersIn(argument: string): string[] {
  return [...argument.matchAll(PLACEHOLDER)].map(([, name]) => name as string);
}

/** A placeholder that has no value that could be an argument. */
export class NoArgument extends Error {
  constructor(
    readonly placeholder: string,
    readonly received: unknown,
  ) {
    super(placeholder);
    this.name = 'NoArgument';
  }
}

/**
 * The arguments with their placeholders filled in from `values`; {@link OUT} stays. An argument that is one placeholder
 * and nothing else becomes as many arguments as its list has elements. Throws {@link NoArgument}.
 */
export function fillArguments(template: readonly string[], values: Readonly<Record<string, unknown>>): string[] {
  return template.flatMap((argument) => {
    const whole = /^\{([^{}]+)\}$/.exec(argument)?.[1];
    const list = whole !== undefined && placeholdersIn(argument).length === 1 ? valueOf(whole, values) : undefined;
    if (Array.isArray(list)) return list.map((each) => textOf(whole as string, each));
    return [argument.replace(PLACEHOLDER, (found, name: string) => (found === OUT ? found : textOf(name, valueOf(name, values))))];
  });
}

function valueOf(name: string, values: Readonly<Record<string, unknown>>): unknown {
  return name.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null && key in at ? (at as Record<string, unknown>)[key] : undefined), values);
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new NoArgument(name, value);
}
