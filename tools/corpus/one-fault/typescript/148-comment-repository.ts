import type { Pool } from 'pg';
import type { Comment, NewComment } from './comment.js';

/** Comments in the database. */
export class CommentRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find_one(id: string): Promise<Comment | undefined> {
    const { rows } = await this.pool.query('SELECT id, body, likes, posted_at, pinned FROM comments WHERE id = $1', [id]);
    return rows[0] as Comment | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(comment: NewComment): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO comments (author_id, body, likes, posted_at, pinned) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [comment.authorId, comment.body, comment.likes, comment.postedAt, comment.pinned],
    );
    return String(rows[0].id);
  }

  /** How many there are in a state. */
  async count(state: string): Promise<number> {
    const { rows } = await this.pool.query('SELECT count(*) AS n FROM comments WHERE state = $1', [state]);
    return Number(rows[0]?.n ?? 0);
  }

  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM comments WHERE id = $1', [id]);
  }
}
