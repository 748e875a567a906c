import { frame } from './frame';
import type { Paint } from './io';
import type { Terminal } from './terminal';

/** Most findings that are told one by one. */
const MOST = 50;

/** Something that is wrong in a file, as it is told. */
export interface ToldFinding {
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly length?: number | undefined;
  readonly sourceLine?: string | undefined;
  readonly hint?: string | undefined;
}

/** Tells findings, the errors last: what `--quiet` leaves, and what people see without scrolling. `told`: of those that are told, what there is to tell. */
export function tellFindings<F extends Pick<ToldFinding, 'severity'>>(io: Terminal, findings: readonly F[], paint: Paint, told: (finding: F) => ToldFinding): void {
  io.notes.write(findingsText(findings.filter(({ severity }) => severity !== 'error'), paint, told));
  io.stderr.write(findingsText(findings.filter(({ severity }) => severity === 'error'), paint, told));
}

/** Findings for people: place, code, message; the line of the source with a caret below; what to do. */
function findingsText<F>(findings: readonly F[], paint: Paint, told: (finding: F) => ToldFinding): string {
  const texts = findings.slice(0, MOST).map((finding) => `${findingLines(told(finding), paint).join('\n')}\n`);
  return texts.join('') + (findings.length > MOST ? `… and ${findings.length - MOST} more\n` : '');
}

function findingLines({ severity, code, message, file, line, column, length, sourceLine, hint }: ToldFinding, paint: Paint): string[] {
  const colour = severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.dim;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [
    `${colour(`${severity}[${code}]`)} ${paint.bold(place)}: ${message}`,
    ...(sourceLine === undefined || line === undefined ? [] : frame(sourceLine, line, column, length ?? 1, paint)),
    ...(hint === undefined ? [] : [`  hint      ${hint}`]),
  ];
}
