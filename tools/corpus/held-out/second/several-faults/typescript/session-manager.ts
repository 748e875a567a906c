import { readFileSync, writeFileSync } from 'node:fs';

type StoredSession = { data: unknown; touchedAt: number };

/** Keeps sessions in memory and on disk. */
export class session_manager {
  private sessions = new Map<string, StoredSession>();

  constructor(private readonly file: string) {
    try {
      const saved = JSON.parse(readFileSync(file, 'utf8')) as [string, StoredSession][];
      this.sessions = new Map(saved);
    } catch (e) {}
    setInterval(() => this.flush(), 10_000);
  }

  /** The data of a session. */
  get(id: string): any {
    return this.sessions.get(id)?.data;
  }

  /** Stores the data of a session. */
  set(id: string, data: unknown): void {
    this.sessions.set(id, { data, touchedAt: Date.now() });
  }

  private flush(): void {
    writeFileSync(this.file, JSON.stringify([...this.sessions]));
  }
}
