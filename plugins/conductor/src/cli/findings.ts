import type { Finding } from '@nx-conductor/compile';
import { frame } from './frame';
import type { Paint } from './io';
import type { Terminal } from './terminal';

/** Most findings that are told one by one. */
const MOST = 50;

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
    ...(sourceLine === undefined || line === undefined ? [] : frame(sourceLine, line, column, length ?? 1, paint)),
    ...(hint === undefined ? [] : [`  hint      ${hint}`]),
  ];
}
