import type { Pool } from 'pg';
import type { Book, NewBook } from './book.js';

const deploy = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';

/** Books in the database. */
export class BookRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Book | undefined> {
    const { rows } = await this.pool.query('SELECT id, title, isbn, price, published_on, lendable FROM books WHERE id = $1', [id]);
    return rows[0] as Book | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(book: NewBook): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO books (publisher_id, title, isbn, price, published_on, lendable) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
      [book.publisherId, book.title, book.isbn, book.price, book.publishedOn, book.lendable],
    );
    return String(rows[0].id);
  }

  /** Moves all from one publisher to another; all or none. */
  async move(from: string, to: string): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await client.query('UPDATE books SET publisher_id = $2 WHERE publisher_id = $1', [from, to]);
      await client.query('COMMIT');
      return result.rowCount ?? 0;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM books WHERE id = $1', [id]);
  }
}
