// Without verbatimModuleSyntax, imports that are only used as types go by themselves.
import { Options, help } from './lib';
import Unused from './lib';

export const options: Options = { name: help('a') };
export type Kept = typeof Unused;
export const seen: readonly unknown[] = [options];
