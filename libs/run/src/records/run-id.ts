/** Id of a run that starts at a time (milliseconds since the epoch): that time in UTC, then random digits, so that ids sort by time. */
export const newRunId = (time: number, chance: () => number): string => `${stampOf(time)}-${digits(chance())}`;

/** The part of an id that tells the time, such as `20260102-030405-006`. */
export const stampOf = (time: number): string => new Date(time).toISOString().replace(/[-:Z]/g, '').replace(/[T.]/g, '-');

/** Six digits. */
const digits = (share: number): string => Math.floor(share * 0x1000000).toString(16).padStart(6, '0');
