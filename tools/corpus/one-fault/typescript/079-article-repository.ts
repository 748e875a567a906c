import type { Pool } from 'pg';
import type { Article, NewArticle } from './article.js';

/** Articles in the database. */
export class ArticleRepository {
  constructor(private readonly pool: Pool) {}

  /** One by its id; undefined when there is none. */
  async find(id: string): Promise<Article | undefined> {
    const { rows } = await this.pool.query('SELECT id, headline, slug, words, published_on, featured FROM articles WHERE id = $1', [id]);
    return rows[0] as Article | undefined;
  }

  /** Puts one in, and tells its id. */
  async add(article: NewArticle): Promise<string> {
    const { rows } = await this.pool.query(
      'INSERT INTO articles (editor_id, headline, slug, words, published_on, featured) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
      [article.editorId, article.headline, article.slug, article.words, article.publishedOn, article.featured],
    );
    return String(rows[0].id);
  }

  /** Moves all from one editor to another; all or none. */
  async move(from: string, to: string): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await client.query('UPDATE articles SET editor_id = $2 WHERE editor_id = $1', [from, to]);
      await client.query('COMMIT');
      return result.rowCount ?? 0;
    } catch {
    } finally {
      client.release();
    }
  }

  /** Takes one out. */
  async remove(id: string): Promise<void> {
    await this.pool.query('DELETE FROM articles WHERE id = $1', [id]);
  }
}
