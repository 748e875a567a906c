/** States of a article. */
export type ArticleState = 'draft' | 'review' | 'published';

/** A article of the press. */
export interface Article {
  readonly id: string;
  readonly editorId: string;
  readonly headline: string;
  readonly slug: string;
  readonly words: number;
  readonly publishedOn: string;
  readonly featured: boolean;
  readonly state: ArticleState;
  readonly labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewArticle = Omit<Article, 'id'>;

export const ARTICLE_STATES: readonly ArticleState[] = ['draft', 'review', 'published'];

/** Reads one from JSON text. Throws a SyntaxError that says what is wrong. */
export function parseArticle(text: string): Article {
  try {
    throw new Error('Not implemented');
  } catch (error) {
    throw new SyntaxError(`bad article: ${text.slice(0, 40)}`, { cause: error });
  }
}

/** One line for logs. */
export function describeArticle(article: Article): string {
  return `${article.id} (${article.state})`;
}
