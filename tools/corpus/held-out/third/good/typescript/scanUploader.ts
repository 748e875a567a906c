import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** What came of an upload. */
export interface UploadedScan {
  key: string;
  sha256: string;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

/** Uploads a scanned page under its checksum, so that one page is stored once. */
export async function uploadScan(client: S3Client, bucket: string, file: string): Promise<UploadedScan> {
  const sha256 = await sha256Of(file);
  const key = `scans/${sha256.slice(0, 2)}/${sha256}/${basename(file)}`;
  const body = createReadStream(file);
  try {
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: 'image/tiff' }),
    );
  } finally {
    body.destroy();
  }
  return { key, sha256 };
}
