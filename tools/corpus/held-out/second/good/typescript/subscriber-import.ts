import { open } from 'node:fs/promises';

/** A subscriber as the newsletter tool exports it. */
export interface Subscriber {
  email: string;
  joinedOn: string;
}

/** A line of the export that could not be used, with the reason. */
export interface RejectedLine {
  lineNumber: number;
  reason: string;
}

const EMAIL_PATTERN = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads an export (email;date, with a header) line by line, so the size of the
 * file does not matter. Lines that cannot be used are collected, not skipped silently.
 */
export async function readSubscribers(
  path: string,
): Promise<{ subscribers: Subscriber[]; rejected: RejectedLine[] }> {
  const subscribers: Subscriber[] = [];
  const rejected: RejectedLine[] = [];
  const file = await open(path, 'r');
  try {
    let lineNumber = 0;
    for await (const line of file.readLines()) {
      lineNumber += 1;
      if (lineNumber === 1 || line.trim() === '') continue;
      const [email = '', joinedOn = ''] = line.split(';').map((cell) => cell.trim());
      if (!EMAIL_PATTERN.test(email)) {
        rejected.push({ lineNumber, reason: 'not an e-mail address' });
      } else if (!DATE_PATTERN.test(joinedOn)) {
        rejected.push({ lineNumber, reason: 'not a date' });
      } else {
        subscribers.push({ email: email.toLowerCase(), joinedOn });
      }
    }
  } finally {
    await file.close();
  }
  return { subscribers, rejected };
}
