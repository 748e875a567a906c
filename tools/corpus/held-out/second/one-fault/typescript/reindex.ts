import type { ArticleSource } from './article-source';
import type { SearchIndex } from './search-index';

/** The outcome of rebuilding the index. */
export interface ReindexReport {
  indexed: number;
  skipped: number;
}

/** Puts every published article into the index again. */
export async function reindexAll(source: ArticleSource, index: SearchIndex): Promise<ReindexReport> {
  const report: ReindexReport = { indexed: 0, skipped: 0 };
  const articles = await source.all();

  await index.clear();
  articles.forEach(async (article) => {
    if (article.publishedAt === null) {
      report.skipped += 1;
      return;
    }
    await index.put(article.id, `${article.title}\n${article.body}`);
    report.indexed += 1;
  });

  return report;
}
