import type { Language } from '../language';
import type { PreparedRules } from '../match/prepare';
import type { Sight } from '../outcome/sight';
import { jsonFault, type At } from '../parse/json';

/**
 * A file whose language is known and has no parser on this platform, as JSON has none on macOS with Intel processors. No rule
 * is asked, not even one for texts: it would not know what is code and what a comment. Whether JSON parses is known without.
 */
export function withoutParser(text: string, language: Language, { matches, requirements, texts }: PreparedRules, at: At): Sight {
  const sight = (seen: Partial<Sight>): Sight => ({ findings: [], doubts: [], suppressions: [], broken: false, ...seen });
  if (text.trim() === '') return sight({ doubts: [{ code: 'no-code' }] });
  const isPlain = language === 'json' && !COMMENT.test(text.replace(STRING, '""'));
  const findings = isPlain ? jsonFault(text, at) : [];
  if (findings.length > 0) return sight({ findings, broken: true });
  const isAsked = matches.length + requirements.length + texts.length > 0;
  return sight({ doubts: isPlain && !isAsked ? [] : [{ code: 'no-parser', language }] });
}

const STRING = /"(?:[^"\\\n]|\\.)*"/g;
const COMMENT = /\/[/*]/;
