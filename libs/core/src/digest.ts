import { nodeCrypto } from './node-crypto';

/** SHA-256, lower-case hexadecimal. */
export type Digest = string;

/** SHA-256 of bytes or of a text's UTF-8 bytes. */
export function digestOf(content: string | Uint8Array): Digest {
  return nodeCrypto().hash('sha256', content);
}

/**
 * Digest of a key struct: a version, then named fields in the order of the code units of their names.
 * Lengths are written before the texts, so no two structs share an encoding.
 */
export function digestOfFields(version: string, fields: Readonly<Record<string, string>>): Digest {
  const hash = nodeCrypto().createHash('sha256').update(`${version}\n`);
  for (const name of Object.keys(fields).sort()) {
    const value = fields[name] as string;
    hash.update(`${name} ${Buffer.byteLength(value)}\n`).update(value).update('\n');
  }
  return hash.digest('hex');
}
