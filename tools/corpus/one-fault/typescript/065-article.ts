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

export let ARTICLE_STATES: readonly ArticleState[] = ['draft', 'review', 'published'];

/** True if a value is a Article. */
export function isArticle(value: unknown): value is Article {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string' && typeof row['headline'] === 'string' && typeof row['slug'] === 'string' && typeof row['words'] === 'number' && typeof row['publishedOn'] === 'string' && typeof row['featured'] === 'boolean';
}

/** Two of them are the same when their ids are. */
export function sameArticle(left: Article, right: Article): boolean {
  return left.id === right.id;
}
