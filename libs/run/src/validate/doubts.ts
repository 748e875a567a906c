import type { Doubt } from '@nx-conductor/check';

/** A doubt in words. */
export function doubtText(doubt: Doubt): string {
  switch (doubt.code) {
    case 'unknown-language':
      return 'its language is not one that is parsed';
    case 'no-parser':
      return `there is no parser for ${doubt.language} on this machine`;
    case 'low-confidence':
      return `${doubt.rule} is not sure`;
    case 'time-limit':
      return `${doubt.rule === undefined ? 'it could not be parsed' : `${doubt.rule} did not end`} in ${doubt.limitMs} ms`;
    case 'too-large':
      return `it has ${doubt.characters} characters; ${doubt.limit} are judged`;
    case 'no-code':
      return 'there is no code in it';
    case 'rule-failed':
      return `${doubt.rule ?? 'judging it'} broke off: ${doubt.reason}`;
  }
}
