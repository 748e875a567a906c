import type { Finding } from '../finding';
import { expandFix } from '../fix/expand';
import type { Language } from '../language';
import { isAscii } from '../match/ascii';
import { messageFor } from '../match/message';
import type { Prepared, PreparedRules } from '../match/prepare';
import { plainReason } from '../match/regex-fault';
import { unmet } from '../match/requirements';
import { search, type Found } from '../match/search';
import type { Seen } from '../match/seen';
import { searchTexts } from '../match/texts';
import type { Sight } from '../outcome/sight';
import { CONFIDENT, type Rule } from '../rule/rule';
import type { Doubt } from '../outcome/verdict';
import { hasCode } from '../parse/code';
import type { Engine, Node } from '../parse/engine';
import { faultFindings, parseFinding } from '../parse/faults';
import { GRAMMARS } from '../parse/grammar';
import { jsonFaultIn } from '../parse/json';
import { placesIn, type Places } from '../parse/places';
import { indentationFaultIn } from '../parse/python-indentation';
import { cutOff, withoutDialect } from '../parse/sql-dialects';
import { suppressionsIn } from '../suppress/comments';
import { withoutParser } from './without-parser';

/** Parses a text, once, and asks all rules. With `seen` both were begun elsewhere, for many files at a time. */
export function lookAt(engine: Engine, text: string, language: Language | undefined, rules: Prepared, seen?: Seen): Sight {
  if (!isAscii(text)) return lookWith(engine, text, language, rules, seen);
  const sight = lookWith(engine, text, language, rules.ascii(), seen);
  // A rule that cannot be asked for is told of as it was written.
  return sight.doubts.some(({ code }) => code === 'rule-failed') ? lookWith(engine, text, language, rules, seen) : sight;
}

function lookWith(engine: Engine, text: string, language: Language | undefined, rules: PreparedRules, seen: Seen | undefined): Sight {
  const root = seen?.root ?? (language === undefined ? undefined : engine.parse(language, text));
  const doubts: Doubt[] = [];
  const broken = (rule: Rule, error: unknown): void => void doubts.push({ code: 'rule-failed', rule: rule.id, reason: plainReason(error instanceof Error ? error.message : String(error)) });
  let lines: Places | undefined;
  const places: Places = { at: (offset) => (lines ??= placesIn(text)).at(offset) };
  const at = (start: number, end: number) => {
    const [from, to] = [places.at(start), places.at(end)];
    return { start, end, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
  const told = ({ id, severity, confidence, message, help, structural }: Rule, start: number, end: number): Finding => ({ rule: id, severity, confidence, message, help, ...at(start, end), structural });
  if (language !== undefined && root === undefined) return withoutParser(text, language, rules, at);
  if (language === undefined || root === undefined) {
    const { matches, unmet: lacking } = searchTexts(engine, { text, root: undefined, grammar: undefined }, rules.texts, broken);
    return {
      findings: [...matches.map(({ rule, start, end }) => withText(told(rule, start, end), rule)), ...lacking.map((rule) => told(rule, 0, 0))],
      doubts: [{ code: 'unknown-language' }, ...doubts],
      suppressions: [],
      broken: false,
    };
  }
  const grammar = GRAMMARS[language];
  const look = (tree: Node, from: Seen | undefined): Look => {
    const { faults, matches } = search(tree, text, rules.matches, Object.keys(grammar.foreign), broken, from);
    // An empty root is no token that was made up; a text of which nothing is understood has a root that is an error.
    return { tree, seen: from, matches, faults: faults.filter((node) => (node !== tree && node.id() !== tree.id()) || node.kind() === 'ERROR') };
  };
  const idle = !hasCode(root, grammar);
  let sight = look(root, seen);
  // The grammar of SQL knows little of its dialects.
  if (language === 'sql' && sight.faults.length > 0 && !idle) {
    const plain = withoutDialect(text);
    const tree = plain === text ? undefined : engine.parse(language, plain);
    if (tree !== undefined) sight = look(tree, undefined);
  }
  const { faults, matches } = sight;
  const faulty = [...faultFindings(text, faults, grammar, at)];
  if (faults.length === 0 && !idle) {
    // What the grammar takes, and the language does not.
    if (language === 'json') faulty.push(...jsonFaultIn(text, root, at));
    else if (language === 'python') faulty.push(...indentationFaultIn(text, grammar.confidence, at));
  }
  const cut = language === 'sql' && faults.length > 0 ? cutOff(text) : undefined;
  if (cut !== undefined) faulty.push({ ...parseFinding(`does not parse: ${cut.what}`, CUT_OFF), ...at(cut.start, cut.end) });
  const suppressions = suppressionsIn(text, sight.tree, grammar, places);
  if (faulty.some(({ confidence }) => confidence >= CONFIDENT)) return { findings: faulty, doubts: [], suppressions, broken: true };
  const findings: Finding[] = [...faulty];
  for (const { rule, node } of matches) {
    const { start, end } = node.range();
    const fix = expandFix(text, node, rule, grammar);
    // Of what was not understood, nothing is known for sure.
    const isSure = faulty.every((fault) => fault.end < start.index || fault.start > end.index);
    findings.push({ ...told(isSure ? rule : { ...rule, confidence: Math.min(rule.confidence, grammar.confidence) }, start.index, end.index), message: messageFor(rule.message, node, text), ...(fix === undefined ? {} : { fix }) });
  }
  const texts = searchTexts(engine, { text, root, grammar }, rules.texts, broken, seen);
  findings.push(...texts.matches.map(({ rule, start, end }) => withText(told(rule, start, end), rule)));
  // What is lacking in a text that does nothing, or was not understood, is no fault of its own.
  if (idle) doubts.push({ code: 'no-code' });
  else if (faulty.length === 0) {
    findings.push(...texts.unmet.map((rule) => told(rule, 0, 0)));
    for (const { rule, node } of unmet(sight.tree, text, rules.requirements, broken, sight.seen)) {
      const range = node?.range();
      findings.push({ ...told(rule, range?.start.index ?? 0, range?.end.index ?? 0), ...(node === undefined ? {} : { message: messageFor(rule.message, node, text) }) });
    }
  }
  return { findings, doubts, suppressions, broken: false };
}

/** What was found in a tree of the text, and the look that it was begun with. */
interface Look extends Found {
  readonly tree: Node;
  readonly seen: Seen | undefined;
}

/** An open quote or bracket is a fault in every dialect. */
const CUT_OFF = 0.95;

/** The edit of a text rule: its template as it is. */
const withText = (finding: Finding, { fix }: Rule): Finding => (fix === undefined ? finding : { ...finding, fix: { start: finding.start, end: finding.end, text: fix.template } });
