import fallback, { help, type Options } from './lib';
import * as all from './lib';
import path = require('./helper.cjs');

export { help as again } from './lib';
export * from './lib';
export let counter: number = 0;
export function count(): number {
  counter += 1;
  return counter;
}
const options: Options = { name: 'x' };
export default class Common {
  readonly joined: string = path.help('a');
}
export const later: Promise<string> = import('./lib.js').then(({ help: each }) => each('later'));
export const seen: readonly unknown[] = [fallback(), help(options.name), Object.keys(all).sort(), count(), counter, new Common().joined];
