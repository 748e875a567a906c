/** Id of a run that starts at a time (milliseconds since the epoch): that time in UTC, then random digits, so that ids sort by time. */
export const newRunId = (time: number): string => `${stampOf(time)}-${digits()}`;

/** The part of an id that tells the time, such as `20260102-030405-006`. */
export const stampOf = (time: number): string => new Date(time).toISOString().replace(/[-:Z]/g, '').replace(/[T.]/g, '-');

/** Six digits that need to be others in every process, and may be guessed. */
const digits = (): string => Math.floor(Math.random() * 0x1000000).toString(16).padStart(6, '0');
