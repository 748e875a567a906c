import { basename } from 'node:path';
import type { PatternOutput } from '../pattern/pattern';

/** A name for each output rule, different from the others: by what it is made with, then where it goes, then its number. */
export function namesOfRules(outputs: readonly PatternOutput[]): string[] {
  const short = outputs.map((output) => (output.kind === 'template' ? output.template : output.kind === 'module' ? output.module : `run ${basename(output.run[0] as string)}`));
  const long = outputs.map((output, index) => (isUnique(short, index) ? (short[index] as string) : `${short[index] as string} (${output.to})`));
  return long.map((name, index) => (isUnique(long, index) ? name : `${name} #${index + 1}`));
}

const isUnique = (names: readonly string[], index: number) => names.every((name, other) => other === index || name !== names[index]);
