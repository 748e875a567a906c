import { dirname } from 'node:path';
import { DiskError, done, failed, replaceFile, utf8Of, type Failure, type Outcome } from '@nx-conductor/core';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { readRecords, type RecordsWanted } from '../records/read';
import { reportData } from './data';
import { reportPage, type ChartLibrary } from './page';

/** Which report to make. */
export interface ReportWanted {
  /** Of one project; of the workspace when absent. */
  readonly project: string | undefined;
  /** Of the last runs only. */
  readonly last: number | undefined;
  /** Absolute path of the page. */
  readonly file: string;
}

/** A report that was made. */
export interface Report {
  readonly runs: number;
  readonly bytes: number;
}

/** Makes the report of the recorded runs: one HTML file that needs nothing else. It is replaced in one step. */
export function makeReport(machine: Machine, edition: Edition, project: Project, { project: name, last, file }: ReportWanted): Outcome<Report> {
  try {
    const library = chartLibrary(machine, edition);
    if (!library.ok) return library;
    const wanted: RecordsWanted = { last, project: name };
    const records = readRecords(machine.disk, project, wanted);
    const page = reportPage(reportData(machine.disk, project.conductor, name ?? 'all projects', machine.clock.now(), records), library.value);
    machine.disk.makeDirectory(dirname(file));
    replaceFile(machine.disk, file, page);
    return done({ runs: records.length, bytes: Buffer.byteLength(page) });
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return failed({ code: 'disk', place: { file: project.shown(error.path) }, operation: error.operation, errno: error.errno });
  }
}

/** uPlot as it was installed with Conductor. */
function chartLibrary(machine: Machine, edition: Edition): Outcome<ChartLibrary> {
  const [script, style] = [textOf(machine, edition, 'uplot/dist/uPlot.iife.min.js'), textOf(machine, edition, 'uplot/dist/uPlot.min.css')];
  if (script === undefined || style === undefined) return failed(missing(edition));
  return done({ script, style });
}

function textOf({ disk, resolveModule }: Machine, { home }: Edition, file: string): string | undefined {
  const path = resolveModule(file, `${home}/package.json`);
  const bytes = path === undefined ? undefined : disk.read(path);
  return bytes && utf8Of(bytes);
}

const missing = ({ home }: Edition): Failure => ({ code: 'missing-file', place: { file: home }, wanted: 'the package uplot, which is installed with Conductor' });
