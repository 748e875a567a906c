import { decodeFrame } from './frameCodec';

/** A frame of the old serial protocol. */
export interface Frame {
  address: number;
  payload: Uint8Array;
}

/** Cuts a stream of bytes into frames. Bytes of a frame that is not whole are given back. */
export function splitFrames(bytes: Uint8Array): { frames: Frame[]; rest: Uint8Array } {
  const frames: Frame[] = [];
  let offset = 0;
  while (offset + 2 <= bytes.length) {
    const length = bytes[offset + 1] ?? 0;
    const end = offset + 2 + length;
    if (end > bytes.length) break;
    // @ts-ignore
    const payload: Uint8Array = decodeFrame(bytes.subarray(offset + 2, end), 'v1');
    frames.push({ address: bytes[offset] ?? 0, payload });
    offset = end;
  }
  return { frames, rest: bytes.subarray(offset) };
}
