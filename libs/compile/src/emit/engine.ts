import type { Finding } from '../finding';

/** What an engine made of one text, before it is laid out as files. */
export interface Translated {
  readonly code: string;
  readonly codeMap: RawMap | undefined;
  /** Undefined when no declaration was asked for. */
  readonly types: string | undefined;
  readonly typesMap: RawMap | undefined;
  readonly faults: readonly Fault[];
  /** Names of helpers that the code would import from a package of the engine's. */
  readonly helpers: readonly string[];
}

/** Source map, version 3, as engines give it. */
export interface RawMap {
  readonly names: readonly string[];
  readonly mappings: string;
}

/** Something wrong with a text. Offsets are bytes of its UTF-8. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly hint?: string | undefined;
  /** TypeScript, which sees the whole program, can emit it all the same. */
  readonly mendable: boolean;
}

/** What became of one source: the bytes of each output, or findings that say why there is none. */
export interface Emitted {
  /** By slot; undefined where the source has no such output. */
  readonly outputs: readonly (Uint8Array | undefined)[];
  readonly findings: readonly Finding[];
  /** An error is among the findings, and there is no output. `mendable`: TypeScript could emit it from the whole program. */
  readonly verdict: 'emitted' | 'mendable' | 'failed';
}
