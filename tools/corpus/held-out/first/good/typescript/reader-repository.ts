import type { Database } from 'better-sqlite3';

/** A person with a library card. */
export interface Reader {
  id: number;
  name: string;
  email: string | null;
}

/** Readers in SQLite. */
export class ReaderRepository {
  constructor(private readonly db: Database) {}

  byId(id: number): Reader | undefined {
    return this.db.prepare<[number], Reader>('SELECT id, name, email FROM reader WHERE id = ?').get(id);
  }

  rename(id: number, name: string): boolean {
    return this.db.prepare('UPDATE reader SET name = ? WHERE id = ?').run(name, id).changes === 1;
  }

  addAll(readers: readonly Omit<Reader, 'id'>[]): void {
    const insert = this.db.prepare('INSERT INTO reader (name, email) VALUES (@name, @email)');
    this.db.transaction(() => {
      for (const reader of readers) insert.run(reader);
    })();
  }
}
