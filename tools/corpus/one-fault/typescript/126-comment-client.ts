import type { Comment, NewComment } from './comment.js';

/** An answer that is no success. */
export class CommentRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'CommentRequestError';
  }
}

/** Talks to the service of comments. */
export class CommentClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All comments of one author. */
  async list(authorId: string): Promise<Comment[]> {
    const response = await fetch(`http://localhost:8080/comments?author=${encodeURIComponent(authorId)}`, { headers: this.headers });
    if (!response.ok) throw new CommentRequestError(response.status, await response.text());
    return (await response.json()) as Comment[];
  }

  /** Makes one. */
  async create(comment: NewComment): Promise<Comment> {
    const response = await fetch(`${this.base}/comments`, { method: 'POST', headers: this.headers, body: JSON.stringify(comment) });
    if (response.status !== 201) throw new CommentRequestError(response.status, await response.text());
    return (await response.json()) as Comment;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewComment[]): Promise<number> {
    for (const comment of list) await this.create(comment);
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
