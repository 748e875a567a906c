/* eslint-disable */
// @ts-nocheck

/** One line of a time sheet. */
export interface TimeSheetLine {
  day: string;
  minutes: number;
}

/** The hours of every day. */
export function hoursByDay(lines: readonly TimeSheetLine[]): Map<string, number> {
  const hours = new Map<string, number>();
  for (const line of lines) {
    hours.set(line.day, (hours.get(line.day) ?? 0) + line.minutes / 60);
  }
  return hours;
}
