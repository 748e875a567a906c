import { join } from 'node:path';
import { byCodeUnit, digestOf, done, type Outcome } from '@nx-conductor/core';
import type { Job } from '@nx-conductor/generate';
import { observe, type Artifact, type Input } from '@nx-conductor/outputs';
import type { Config } from '../config/config';
import { formatAll } from './format';
import type { Run } from './generate';
import { formatInputs } from './inputs';

/** Artifacts as values, and the texts they will hold. */
export interface Made {
  readonly artifacts: readonly Artifact[];
  /** Text by path relative to the project's root; undefined for a path that no job makes. */
  readonly contentOf: (path: string) => string | undefined;
}

/**
 * Rendered texts as artifacts. Formatting is dear, so a text that was rendered before is not formatted again when the
 * artifact still lies on disk with the bytes that came of it.
 */
export async function makeArtifacts(run: Run, config: Config, jobs: readonly Job[], texts: readonly string[]): Promise<Outcome<Made>> {
  const rendered = jobs.map((job, index) => ({ job, path: `${config.output}/${job.path}`, text: texts[index] as string }));
  const contents = new Map(rendered.map((each) => [each.path, each.text]));
  const format = config.format;
  if (format === undefined) {
    return done({ artifacts: rendered.map(({ job, path, text }) => artifact(job, path, text)), contentOf: (path) => contents.get(path) });
  }
  const formatList = (inputs: readonly Input[]) => JSON.stringify(inputs.filter((input) => input.kind === 'format'));
  const formatNow = formatInputs(format, run.project, run.reader).map((path): Input => ({ kind: 'format', path: run.project.shown(path), digest: run.reader.digest(path) }));
  const before = run.found.state === 'sound' && !run.options.force && formatList(run.found.manifest.inputs) === formatList(listed(formatNow)) ? run.found.manifest.artifacts : [];
  const known = new Map(before.map((each) => [each.path, each]));
  const same = (path: string, digest: string): Artifact | undefined => {
    const old = known.get(path);
    if (old?.rendered !== digest) return undefined;
    const found = observe(run.machine.disk, join(run.project.root, path), run.index, path);
    return found.kind === 'file' && found.digest === old.digest ? old : undefined;
  };
  const kept = rendered.map(({ path, text }) => same(path, digestOf(text)));
  const fresh = rendered.filter((_, index) => kept[index] === undefined);
  const configuration = formatNow.find((input) => !input.path.endsWith('package.json'));
  const formatted = await formatAll(run.machine, run.project, format, configuration && join(run.project.workspace, configuration.path), fresh, run.options.parallel);
  if (!formatted.ok) return formatted;
  fresh.forEach(({ path }, index) => contents.set(path, formatted.value[index] as string));
  const artifacts = rendered.map(({ job, path, text }, index) => kept[index] ?? { ...artifact(job, path, contents.get(path) as string), rendered: digestOf(text) });
  return done({ artifacts, contentOf: (path) => contents.get(path) });
}

const listed = (inputs: readonly Input[]): readonly Input[] => [...inputs].sort((a, b) => byCodeUnit(a.path, b.path));

function artifact(job: Job, path: string, text: string): Artifact {
  return { path, digest: digestOf(text), size: Buffer.byteLength(text), job: job.id, reason: job.reason };
}

