import { doubtText, type FileEdit, type FileFinding, type FileJudgement, type Judgement, type MadeEdit } from '@nx-conductor/run';
import { tellFindings, type ToldFinding } from './findings';
import type { Paint } from './io';
import { plural } from './store-commands';
import type { Terminal } from './terminal';

/** Tells what rules found, and of what they cannot tell. */
export function tellJudgement(io: Terminal, { findings, outcomes }: Pick<Judgement, 'findings' | 'outcomes'>, paint: Paint): void {
  io.notes.write(doubtsText(outcomes, paint));
  tellFindings(io, findings, paint, told);
}

/** A finding of a rule as findings are told. */
function told({ rule, severity, message, help, file, line, column, endLine, endColumn, sourceLine, fix, structural }: FileFinding): ToldFinding {
  const mends = fix ? ' (validate --fix mends it)' : structural ? ' (no edit mends it: mend what makes the file)' : '';
  const hint = `${help === 'unknown' ? '' : help}${mends}`.trim();
  // Of a line that is too long to be kept whole, the place may lie behind what was kept.
  const shows = column <= sourceLine.length + 1;
  return {
    severity,
    code: rule,
    message,
    file,
    line,
    column,
    ...(shows ? { sourceLine, length: endLine === line ? endColumn - column : sourceLine.length + 1 - column } : {}),
    ...(hint === '' ? {} : { hint }),
  };
}

/** Files that are named for one reason. */
const MOST_FILES = 5;

/** Uncertain files, by the reason: there may be many of a language that is not parsed. */
function doubtsText(outcomes: readonly FileJudgement[], paint: Paint): string {
  const reasons = new Map<string, string[]>();
  for (const { file, outcome, doubts } of outcomes) {
    if (outcome !== 'uncertain') continue;
    const reason = doubts.map(doubtText).join('; ');
    reasons.set(reason, [...(reasons.get(reason) ?? []), file]);
  }
  const lines = [...reasons].map(([reason, files]) => {
    const names = files.slice(0, MOST_FILES).join(', ');
    return `${paint.yellow('uncertain')} ${plural(files.length, 'file', 'files')}: ${reason} (${names}${files.length > MOST_FILES ? `, … ${files.length - MOST_FILES} more` : ''})\n`;
  });
  return lines.join('');
}

/** A finding in a `--json` document. */
export function findingJson({ rule, severity, confidence, file, line, column, endLine, endColumn, message, help, fix, structural }: FileFinding): object {
  return { rule, severity, confidence, file, line, column, endLine, endColumn, message, help, ...(fix === undefined ? {} : { fix }), ...(structural ? { structural } : {}) };
}

/** A file that was not approved, in a `--json` document. */
export const outcomeJson = ({ file, outcome, doubts }: FileJudgement): object => ({ file, outcome, why: doubts.map((doubt) => ({ ...doubt, text: doubtText(doubt) })) });

/** Characters of a text that an edit took out or put in. */
const MOST_SHOWN = 60;

/** An edit that a rule made, as `--explain` and `why` tell it. */
export const editLine = ({ file, ...edit }: FileEdit, paint: Paint): string => `${file}:${edit.line}:${edit.column}  ${paint.dim(`mended by ${editText(edit)}`)}`;

/** The rule, and what became of what. */
export const editText = ({ rule, before, after }: MadeEdit): string => `${rule}: ${shownText(before)} → ${shownText(after)}`;

function shownText(text: string): string {
  const quoted = JSON.stringify(text);
  return quoted.length <= MOST_SHOWN ? quoted : `${quoted.slice(0, MOST_SHOWN)}…`;
}
