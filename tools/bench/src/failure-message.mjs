import { repositoryFolder } from './packages.mjs';

const telling = /\b(error|errors|fail|failed|fails|can't|cannot|unable|invalid|expected|exceeded|not found|stopped after)\b/i;
const longest = 260;

/**
 * The telling part of what a failed command printed, in one line: from its first line that sounds like a failure on.
 * Folders of this machine are cut from it, since it goes into a page that others read.
 *
 * @param {{ stdout: string, stderr: string }} printed
 * @param {string} folder where the command ran
 */
export function failureMessage({ stdout, stderr }, folder) {
  const lines = `${stderr}\n${stdout}`.split('\n').map((line) => plain(line, folder)).filter(Boolean);
  const start = Math.max(0, lines.findIndex((line) => telling.test(line)));
  const text = lines.slice(start).join(' ');
  return text.length > longest ? `${text.slice(0, longest).trimEnd()} …` : text;
}

function plain(line, folder) {
  return line
    .replaceAll(/\u001b\[[0-9;]*m/g, '')
    .replaceAll(`${folder}/`, '')
    .replaceAll(repositoryFolder, '')
    .trim();
}
