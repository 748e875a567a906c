import Database from 'better-sqlite3';

/** A finished round. */
export interface Round {
  player: string;
  points: number;
}

/** Keeps scores in one SQLite file. Call close() when done. */
export class ScoreStore implements Disposable {
  private readonly db: Database.Database;

  constructor(file: string) {
    this.db = new Database(file);
    this.db.pragma('journal_mode = WAL');
    this.db.exec(`CREATE TABLE IF NOT EXISTS round (
      id INTEGER PRIMARY KEY,
      player TEXT NOT NULL,
      points INTEGER NOT NULL CHECK (points >= 0)
    )`);
  }

  /** Stores all rounds of a match, or none. */
  addMatch(rounds: readonly Round[]): void {
    const insert = this.db.prepare<[string, number]>('INSERT INTO round (player, points) VALUES (?, ?)');
    this.db.transaction(() => {
      for (const round of rounds) {
        insert.run(round.player, round.points);
      }
    })();
  }

  /** The sum of a player's points. */
  total(player: string): number {
    const row = this.db
      .prepare<[string], { total: number | null }>('SELECT SUM(points) AS total FROM round WHERE player = ?')
      .get(player);
    return row?.total ?? 0;
  }

  /** Closes the file. */
  close(): void {
    this.db.close();
  }

  /** Closes the file at the end of a using block. */
  [Symbol.dispose](): void {
    this.close();
  }
}
