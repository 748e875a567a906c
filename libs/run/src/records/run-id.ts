import { randomBytes } from 'node:crypto';

/** Id of a run that starts at a time (milliseconds since the epoch): that time in UTC, then random digits, so that ids sort by time. */
export const newRunId = (time: number): string => `${stampOf(time)}-${randomBytes(3).toString('hex')}`;

/** The part of an id that tells the time, such as `20260102-030405-006`. */
export const stampOf = (time: number): string => new Date(time).toISOString().replace(/[-:Z]/g, '').replace(/[T.]/g, '-');
