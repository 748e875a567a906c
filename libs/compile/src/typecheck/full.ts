import { dirname } from 'node:path';
import { done, failed, quietly, utf8Of, type Outcome } from '@nx-conductor/core';
import type { Finding } from '../finding';
import { programGraphOf, type ProgramGraph } from './build-info';
import { findingsIn } from './compiler-output';
import { withLengths } from './lengths';
import { nameOf } from './paths';
import type { TypecheckMachine, TypecheckRequest } from './request';

/** What a check of everything found, and how the program hangs together where TypeScript told. */
export interface FullCheck {
  readonly findings: readonly Finding[];
  readonly graph: ProgramGraph | undefined;
}

/**
 * Runs `tsc --noEmit` on the whole project. TypeScript writes how files refer to each other to a file of ours, which is
 * removed before, so that nothing of an earlier check is believed, and after.
 */
export async function fullCheck(request: TypecheckRequest, machine: TypecheckMachine): Promise<Outcome<FullCheck>> {
  const { disk, processes } = machine;
  const { compiler, root, state } = request;
  const info = `${state}.tsbuildinfo`;
  disk.makeDirectory(dirname(info));
  disk.remove(info);
  const args = ['-p', request.tsConfig, '--noEmit', '--pretty', 'false', '--incremental', '--tsBuildInfoFile', info];
  const ended = await processes.run({ executable: compiler.executable, args, cwd: root, env: { GOGC: FULL_GOGC } });
  const output = utf8Of(ended.stdout);
  const findings = findingsIn(output, request, disk);
  const bytes = disk.read(info);
  quietly(() => disk.remove(info));
  // 0: nothing found; 1 and 2: something found. Anything else, or an error that says nothing, is no answer.
  const answered = ended.code === 0 || ((ended.code === 1 || ended.code === 2) && findings.length > 0);
  if (!answered) {
    const reason = [ended.reason ?? `it ended with code ${ended.code}`, utf8Of(ended.stderr).trim(), output.trim()].filter(Boolean).join('\n').slice(0, 2_000);
    return failed({ code: 'compiler-failed', place: { file: nameOf(root, request.tsConfig) }, compiler: `TypeScript ${compiler.version}`, reason });
  }
  const graph = bytes && programGraphOf(bytes, info, dirname(compiler.executable));
  return done({ findings: graph ? withLengths(findings, graph, root, disk) : findings, graph });
}

/** How far the heap of the compiler may grow before it is swept, in percent. Sweeping less costs memory and saves time. */
const FULL_GOGC = '200';
