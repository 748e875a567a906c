import type { ArchiveReader } from './archiveReader';
import type { SearchIndex } from './searchIndex';

/** What came of a run. */
export interface ReindexReport {
  documents: number;
  finishedAt: Date;
}

/** Puts every document of a fonds into the search index. */
export async function reindexFonds(
  reader: ArchiveReader,
  index: SearchIndex,
  fonds: string,
): Promise<ReindexReport> {
  const documents = await reader.list(fonds);

  documents.forEach(async (document) => {
    const text = await reader.fullText(document.id);
    await index.put({ id: document.id, title: document.title, text });
  });

  await index.refresh();
  return { documents: documents.length, finishedAt: new Date() };
}
