import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { aimsBlock } from './incremental/aim.mjs';
import { RunFailed } from './incremental/project.mjs';
import { setAsideInto } from './set-aside.mjs';

/**
 * Measures the parts of a question one after the other, each in a folder of its own. What else the task holds goes to
 * each part.
 *
 * @param {{ parts: import('./incremental/index.mjs').Part[], aimsTitle: string, folder: string, say: (line: string) => void }} task
 * @returns {Promise<{ blocks: import('./report.mjs').Block[], complaints: string[] }>}
 */
export async function measureParts({ parts, aimsTitle, folder, ...task }) {
  const answers = [];
  for (const part of parts) {
    task.say(part.title);
    const own = join(folder, part.id);
    mkdirSync(own, { recursive: true });
    answers.push(await part.measure({ ...task, folder: own, setAside: setAsideInto(join(folder, 'set-aside', part.id)) }).catch(failed(part)));
  }
  const aims = answers.flatMap((answer) => answer.aims);
  return {
    blocks: [...answers.map(({ block }) => block), ...(aims.length > 0 ? [aimsBlock(aimsTitle, aims)] : [])],
    complaints: answers.flatMap(({ complaints }, index) => complaints.map((text) => `${parts[index].title}: ${text}`)),
  };
}

/** A part that cannot be measured is reported in its place and does not take the others with it. */
function failed(part) {
  return (error) => {
    if (!(error instanceof RunFailed)) throw error;
    return { block: { heading: part.title, notes: [error.message] }, aims: [], complaints: [error.message] };
  };
}
