import type { FileFinding, FileJudgement } from '@nx-conductor/run';
import { doubtText } from '@nx-conductor/run';

/*
 * Workflow commands of GitHub Actions, which its runner reads out of the log and shows beside the lines of a change:
 *
 *     ::error file=out/a.ts,line=3,endLine=3,col=5,endColumn=9,title=no-any::exported type uses `any`
 *
 * A percent sign, line ends and, in properties, colons and commas are escaped as `%25` and so on.
 */
const LEVEL = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Findings, and files that are uncertain, as annotations: a line each. */
export function annotationsOf(findings: readonly FileFinding[], outcomes: readonly FileJudgement[]): string {
  const found = findings.map(({ severity, rule, message, help, file, line, column, endLine, endColumn }) =>
    annotation(LEVEL[severity], { file, line, endLine, ...(line === endLine ? { col: column, endColumn } : {}), title: rule }, help === '' ? message : `${message}\n${help}`),
  );
  const uncertain = outcomes.flatMap(({ file, outcome, doubts }) => (outcome === 'uncertain' ? [annotation('notice', { file, title: 'uncertain' }, doubts.map(doubtText).join('; '))] : []));
  return [...found, ...uncertain].map((line) => `${line}\n`).join('');
}

function annotation(command: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(String(value))}`);
  return `::${command} ${listed.join(',')}::${inMessage(message)}`;
}

const inMessage = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const inProperty = (text: string): string => inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
