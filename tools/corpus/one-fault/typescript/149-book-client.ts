import type { Book, NewBook } from './book.js';

/** An answer that is no success. */
export class BookRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'BookRequestError';
  }
}

/** Talks to the service of books. */
export class BookClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All books of one publisher. */
  async list_one(publisherId: string): Promise<Book[]> {
    const response = await fetch(`${this.base}/books?publisher=${encodeURIComponent(publisherId)}`, { headers: this.headers });
    if (!response.ok) throw new BookRequestError(response.status, await response.text());
    return (await response.json()) as Book[];
  }

  /** Makes one. */
  async create(book: NewBook): Promise<Book> {
    const response = await fetch(`${this.base}/books`, { method: 'POST', headers: this.headers, body: JSON.stringify(book) });
    if (response.status !== 201) throw new BookRequestError(response.status, await response.text());
    return (await response.json()) as Book;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewBook[]): Promise<number> {
    for (const book of list) await this.create(book);
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
