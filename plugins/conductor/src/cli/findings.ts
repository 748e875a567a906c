import type { Finding } from '@nx-conductor/compile';
import type { Paint } from './io';
import type { Terminal } from './terminal';

/** Most findings that are told one by one. */
const MOST = 50;

/** Columns of a source line that are shown: what is longer is cut around the finding. */
const WIDTH = 160;

/** Tells findings, the errors last: what `--quiet` leaves, and what people see without scrolling. */
export function tellFindings(io: Terminal, findings: readonly Finding[], paint: Paint): void {
  io.notes.write(findingsText(findings.filter(({ severity }) => severity !== 'error'), paint));
  io.stderr.write(findingsText(findings.filter(({ severity }) => severity === 'error'), paint));
}

/** Findings for people: place, code, message; the line of the source with a caret below; what to do. */
function findingsText(findings: readonly Finding[], paint: Paint): string {
  const told = findings.slice(0, MOST).map((finding) => `${findingLines(finding, paint).join('\n')}\n`);
  return told.join('') + (findings.length > MOST ? `… and ${findings.length - MOST} more\n` : '');
}

function findingLines({ severity, code, message, file, line, column, length, sourceLine, hint }: Finding, paint: Paint): string[] {
  const colour = severity === 'error' ? paint.red : paint.yellow;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [
    `${colour(`${severity}[${code}]`)} ${paint.bold(place)}: ${message}`,
    ...(sourceLine === undefined || line === undefined ? [] : frame(sourceLine, line, column ?? 1, length ?? 1, paint)),
    ...(hint === undefined ? [] : [`  hint      ${hint}`]),
  ];
}

function frame(sourceLine: string, line: number, column: number, length: number, paint: Paint): string[] {
  const from = column > WIDTH ? column - WIDTH / 2 : 0;
  const shown = sourceLine.slice(from, from + WIDTH);
  const margin = String(line);
  const before = column - 1 - from;
  // Tabs stay tabs, so that the caret stands below what it means.
  const indent = shown.slice(0, before).replace(/[^\t]/g, ' ').padEnd(before);
  const carets = '^'.repeat(Math.max(1, Math.min(length, shown.length - before)));
  return [`  ${paint.dim(`${margin} |`)} ${shown}`, `  ${paint.dim(`${' '.repeat(margin.length)} |`)} ${indent}${paint.red(carets)}`];
}
