import { parse, pick } from '../options.mjs';

export const sameMeaningHelp = `Compiles programs with Conductor and with TypeScript, and compares what they wrote by its meaning.

  npm --prefix tools/bench start -- same-meaning [options]

  --only ids        github, stripe, kubernetes (the clients that Conductor generates), or npm packages with their
                    sources: zod, rxjs, immer, redux, mobx, ajv, @noble/curves, htmlparser2, abitype, ethers
  --no-fallback     without "fallback": "tsc": what a file does not say on its own is refused, and left out
  --markdown file   also rewrite the section on this of a page, e.g. docs/benchmarks.md
  --keep            leave the programs and their outputs in place and say where

The exit code is 1 when an output differs in meaning; 2 when the options are wrong.`;

/** Where the report stands in a page. */
export const sameMeaningSection = {
  section: 'same-meaning',
  heading: 'Same meaning as TypeScript',
  lead: 'What `conductor compile` emits, held against the output of TypeScript. The command `npm --prefix tools/bench start -- same-meaning` does this.',
};

const text = { type: 'string' };
const flag = { type: 'boolean' };
const accepted = { help: flag, only: text, 'no-fallback': flag, markdown: text, keep: flag };

/** @param {string[]} args @param {import('./programs.mjs').Program[]} programs @throws {import('../options.mjs').UsageError} */
export function readSameMeaningOptions(args, programs) {
  const values = parse(args, accepted);
  return {
    help: values.help ?? false,
    programs: pick('--only', values.only, programs),
    fallback: !(values['no-fallback'] ?? false),
    markdown: values.markdown,
    keep: values.keep ?? false,
  };
}
