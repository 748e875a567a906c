import type * as NodeCrypto from 'node:crypto';
import type * as NodeZlib from 'node:zlib';

/** Node's own hashes. Loading them takes as long as looking at a thousand files, and a compile in which nothing changed takes no digest. */
export const nodeCrypto = (): typeof NodeCrypto => (crypto ??= require('node:crypto') as typeof NodeCrypto);

/** Not asked for again: `require` of what is loaded takes longer than a digest. */
let crypto: typeof NodeCrypto | undefined;

/**
 * CRC-32 of bytes, to find damage in a file that Conductor wrote for itself: every wrong bit, and every run of up to 32
 * wrong bits. Of what a file holds for others, take a digest.
 */
export const checksumOf = (bytes: Uint8Array, before = 0): number => (require('node:zlib') as typeof NodeZlib).crc32(bytes, before);
