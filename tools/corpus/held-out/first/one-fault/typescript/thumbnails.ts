import { join } from 'node:path';

const folder = '/home/martin/projects/gallery/thumbs';

/** Where the small picture of a picture lies. */
export function thumbnailOf(picture: string): string {
  return join(folder, `${picture}.webp`);
}
