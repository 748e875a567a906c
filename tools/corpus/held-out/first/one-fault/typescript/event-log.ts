import { appendFile } from 'node:fs/promises';

/** A file of events, one a line. */
export class EventLog {
  constructor(private readonly path: string) {}

  async append(kind: string, payload: any): Promise<void> {
    await appendFile(this.path, `${JSON.stringify({ kind, payload })}\n`);
  }
}
