import type { Article, NewArticle } from './article.js';

/** An answer that is no success. */
export class ArticleRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'ArticleRequestError';
  }
}

/** Talks to the service of articles. */
export class ArticleClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All articles of one editor. */
  async list(editorId: string): Promise<Article[]> {
    const response = await fetch(`${this.base}/articles?editor=${encodeURIComponent(editorId)}`, { headers: this.headers });
    if (!response.ok) throw new ArticleRequestError(response.status, await response.text());
    return (await response.json()) as Article[];
  }

  /** Makes one. */
  async create(article: NewArticle): Promise<Article> {
    const response = await fetch(`${this.base}/articles`, { method: 'POST', headers: this.headers, body: JSON.stringify(article) });
    if (response.status !== 201) throw new ArticleRequestError(response.status, await response.text());
    return (await response.json()) as Article;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewArticle[]): Promise<number> {
    for (const article of list) await this.create(article);
    this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
