import { utf8Of } from '@nx-conductor/core';
import type { OpenProcess, TypecheckMachine, TypecheckRequest } from './request';

/** A finding as TypeScript's API gives it. Offsets are UTF-16. */
export interface ApiDiagnostic {
  readonly fileName?: string;
  readonly pos: number;
  readonly end: number;
  readonly code: number;
  /** 0 warning, 1 error, 2 suggestion, 3 message. */
  readonly category: number;
  readonly text: string;
  readonly messageChain?: readonly ApiDiagnostic[];
}

/** A module as the checker resolved it: where it is declared, each as `<numbers>.<path>`. */
export interface ApiSymbol {
  readonly declarations?: readonly string[];
}

/** What the API was asked and did not answer as expected: this TypeScript speaks another version of it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
}

/** A program that TypeScript holds in memory. */
export interface Session {
  /** Opens the tsconfig, or brings the program up to date after the texts of these files changed. */
  update(changed: readonly string[]): Promise<void>;
  /** Absolute paths of all files of the program. */
  fileNames(): Promise<readonly string[]>;
  diagnostics(kind: 'Syntactic' | 'Semantic' | 'Declaration', file: string): Promise<readonly ApiDiagnostic[]>;
  programDiagnostics(kind: 'Program' | 'Global' | 'ConfigFileParsing'): Promise<readonly ApiDiagnostic[]>;
  /** The symbol at each UTF-16 offset, or null. */
  symbols(file: string, positions: readonly number[]): Promise<readonly (ApiSymbol | null)[]>;
  /** False once the process is gone. */
  isOpen(): boolean;
  close(): void;
}

/** Gives a text in place of what the disk holds; undefined leaves a file as it is. */
export type GiveText = (path: string) => Promise<string | undefined>;

/**
 * Starts TypeScript 7 as a server for one tsconfig. `giveText` gives texts in place of what the disk holds.
 * Resolution of modules, settings and all else are TypeScript's own, on the real disk.
 *
 * The protocol is JSON-RPC 2.0 with `Content-Length` headers on standard input and output (`tsc --api --async`), of
 * which TypeScript says that it may change: whatever is not as expected is an {@link ApiError}.
 */
export function openSession(request: TypecheckRequest, tsConfig: string, giveText: GiveText, machine: TypecheckMachine, life: 'short' | 'resident'): Session {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: ApiError): void }>();
  let last = 0;
  let gone: ApiError | undefined;
  const failAll = (error: ApiError): void => {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    process.send(Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body);
  };
  const received = (message: Message): void => {
    if (message.method !== undefined) {
      giveText(typeof message.params === 'string' ? message.params : '').then(
        (content) => send({ id: message.id, result: content === undefined ? null : { content } }),
        (error: unknown) => failAll(new ApiError(`a text could not be given: ${String(error)}`)),
      );
      return;
    }
    const waiter = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) waiter?.resolve(message.result);
    else waiter?.reject(new ApiError(message.error.message));
  };
  const process: OpenProcess = machine.processes.open(
    { executable: request.compiler.executable, args: ['--api', '--async', '--cwd', request.root, '--callbacks=readFile'], cwd: request.root, env: life === 'short' ? { GOGC: 'off', GOMEMLIMIT: '1GiB' } : {} },
    { output: messagesOf(received, failAll), end: (end) => failAll(new ApiError(end.reason ?? (utf8Of(end.stderr).trim().slice(0, 500) || `it ended with code ${end.code}`))) },
  );
  const call = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      last += 1;
      waiting.set(last, { resolve, reject });
      send({ id: last, method, params });
    });
  const list = async <T>(method: string, params: object): Promise<readonly T[]> => {
    const answer = (await call(method, params)) ?? [];
    if (!Array.isArray(answer)) throw new ApiError(`${method} gave no list`);
    return answer as readonly T[];
  };

  let place: { snapshot: number; project: string } | undefined;
  return {
    async update(changed) {
      if (place === undefined) await call('initialize', {});
      const answer = (await call('updateSnapshot', place === undefined ? { openProjects: [tsConfig] } : { fileChanges: { changed } })) as { snapshot?: number; projects?: { id: string }[] } | null;
      const project = answer?.projects?.[0]?.id;
      if (typeof answer?.snapshot !== 'number' || typeof project !== 'string' || answer.projects?.length !== 1) throw new ApiError('updateSnapshot gave no program');
      const before = place?.snapshot;
      place = { snapshot: answer.snapshot, project };
      if (before !== undefined) await call('release', { snapshot: before });
    },
    fileNames: () => list('getSourceFileNames', { ...place }),
    diagnostics: (kind, file) => list(`get${kind}Diagnostics`, { ...place, file }),
    programDiagnostics: (kind) => list(`get${kind}Diagnostics`, { ...place }),
    symbols: (file, positions) => list('getSymbolsAtPositions', { ...place, file, positions }),
    isOpen: () => gone === undefined,
    close: () => process.close(),
  };
}

type Message = { readonly id: number; readonly method?: string; readonly params?: unknown; readonly result?: unknown; readonly error?: { readonly message: string } };

/** Cuts a stream of bytes into messages. */
function messagesOf(received: (message: Message) => void, failed: (error: ApiError) => void): (bytes: Uint8Array) => void {
  let chunks: Buffer[] = [];
  let size = 0;
  let needed = 0;
  return (bytes) => {
    chunks.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    size += bytes.length;
    // A large message comes in many parts, which are joined once it is whole.
    if (size < needed) return;
    let rest = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
    for (;;) {
      const end = rest.indexOf('\r\n\r\n');
      needed = 0;
      if (end === -1) break;
      const length = Number(/content-length: (\d+)/i.exec(rest.toString('latin1', 0, end))?.[1]);
      if (!Number.isInteger(length)) return failed(new ApiError('it does not speak JSON-RPC'));
      needed = end + 4 + length;
      if (rest.length < needed) break;
      received(JSON.parse(rest.toString('utf8', end + 4, needed)) as Message);
      rest = rest.subarray(needed);
    }
    chunks = [rest];
    size = rest.length;
  };
}
