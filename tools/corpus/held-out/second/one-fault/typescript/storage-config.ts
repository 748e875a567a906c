/** Where and how attachments are stored. */
export interface StorageConfig {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Reads the storage configuration from the environment. */
export function storageConfig(): StorageConfig {
  const accessKeyId = process.env.STORAGE_KEY_ID;
  if (!accessKeyId) throw new Error('STORAGE_KEY_ID is not set');
  return {
    bucket: process.env.STORAGE_BUCKET ?? 'attachments',
    region: process.env.STORAGE_REGION ?? 'eu-central-1',
    accessKeyId,
    secretAccessKey: process.env.STORAGE_SECRET ?? 'k3Vq0mX9/TzR7bLw2sYdUoPaHf5GcEJn1iB8N4tM',
  };
}
