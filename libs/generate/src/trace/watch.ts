import { addNode, addRead, emptyLog, READ, type ReadLog } from './read-log';
import { seenKeys, seenMember, seenValue } from './seen';

/** Watches what jobs read. One for a run; it lives from the first job to the last. */
export interface Watch {
  readonly log: ReadLog;
  /** Puts a value under watch by a name. The result gives the view for the job that runs; scalars are their own view. */
  root(name: string, value: unknown): () => unknown;
  /** Runs a piece of work and gives, with its result, the numbers of its reads. One at a time. */
  during<T>(work: () => T): { readonly result: T; readonly reads: readonly number[] };
  /** Runs a piece of work that depends on watched values whole: views are the values themselves, nothing is noted. */
  unwatched<T>(work: () => T): T;
}

/** What the nodes of a watch share. Fields, not closures: each of a million reads comes by here. */
interface Watcher {
  readonly log: ReadLog;
  /** Number of the piece of work that runs; 0 for none. */
  turn: number;
  reads: number[];
  /** By read: the turn in which it was last noted, so that a piece of work notes each read once. */
  readonly noted: number[];
  /** By read of a value that is an object or array: its node. */
  readonly inside: (Node | undefined)[];
}

/** Starts to watch; with `note` false nothing is noted, for runs that leave nothing for later ones. */
export function createWatch(note = true): Watch {
  const watcher: Watcher = { log: emptyLog(), turn: 0, reads: [], noted: [], inside: [] };
  let turns = 0;
  let watching = note;
  return {
    log: watcher.log,
    root(name, value) {
      if (typeof value !== 'object' || value === null) return () => value;
      const node = new Node(value, addNode(watcher.log, -1, name), watcher);
      return () => (watching ? node.proxy() : value);
    },
    during(work) {
      const reads: number[] = (watcher.reads = []);
      watcher.turn = ++turns;
      try {
        return { result: work(), reads };
      } finally {
        watcher.turn = 0;
        watcher.reads = [];
      }
    },
    unwatched(work) {
      const before = watching;
      watching = false;
      try {
        return work();
      } finally {
        watching = before;
      }
    },
  };
}

/** As many keys are found faster by looking through them than by hashing. */
const FEW = 12;

/** One object or array under watch: the handler of its proxies, and the numbers of what was read of it. */
class Node implements ProxyHandler<object> {
  /** Reads of values: parallel lists while they are few, which most are, then a map. */
  private readonly readKeys: string[] = [];
  private readonly readNumbers: number[] = [];
  private values: Map<string, number> | undefined;
  private members: Map<string, number> | undefined;
  private keys = -1;
  private keysTurn = -1;
  private latest: object | undefined;
  private latestTurn = -1;

  constructor(
    private readonly target: object,
    private readonly id: number,
    private readonly watcher: Watcher,
  ) {}

  /**
   * A proxy for the job that runs, the same each time it asks. Each job gets its own, so that what a helper remembers
   * by identity is not found again by another job, which would then read less than it depends on.
   */
  proxy(): object {
    if (this.latest === undefined || this.latestTurn !== this.watcher.turn) {
      this.latest = new Proxy(this.target, this);
      this.latestTurn = this.watcher.turn;
    }
    return this.latest;
  }

  get(target: object, key: string | symbol): unknown {
    const value: unknown = (target as Record<string | symbol, unknown>)[key];
    if (typeof key === 'symbol') return value;
    // Data is never a function, so what is found is the data's own, unless its name is one that every object has.
    if (typeof value === 'function' || (key === '__proto__' && !Object.hasOwn(target, key))) {
      this.note(this.readOf(key, undefined));
      return typeof value === 'function' ? value : undefined;
    }
    const read = this.readOf(key, value);
    this.note(read);
    if (typeof value !== 'object' || value === null) return value;
    const { inside, log } = this.watcher;
    let node = inside[read];
    if (node === undefined) inside[read] = node = new Node(value, addNode(log, this.id, key), this.watcher);
    return node.proxy();
  }

  has(target: object, key: string | symbol): boolean {
    if (typeof key === 'string') this.note(this.memberOf(key, Object.hasOwn(target, key)));
    return key in target;
  }

  ownKeys(target: object): (string | symbol)[] {
    if (this.keys === -1) this.keys = this.add('', READ.keys, seenKeys(Object.keys(target)));
    this.note(this.keys);
    this.keysTurn = this.watcher.turn;
    return Reflect.ownKeys(target);
  }

  getOwnPropertyDescriptor(target: object, key: string | symbol): PropertyDescriptor | undefined {
    const own = Reflect.getOwnPropertyDescriptor(target, key);
    // Listing the keys asks for each of them; who has read the list knows its members. Nobody needs the value then.
    if (this.keysTurn === this.watcher.turn) return own === undefined || !own.configurable ? own : this.described(target, key);
    if (typeof key === 'string') this.note(this.memberOf(key, own !== undefined));
    return own === undefined || !own.configurable ? own : this.described(target, key);
  }

  set(): never {
    throw readOnly();
  }

  defineProperty(): never {
    throw readOnly();
  }

  deleteProperty(): never {
    throw readOnly();
  }

  /** A getter, so that only who takes the value has read it. */
  private described(target: object, key: string | symbol): PropertyDescriptor {
    return { get: () => this.get(target, key), enumerable: true, configurable: true };
  }

  private note(read: number): void {
    const { watcher } = this;
    if (watcher.noted[read] === watcher.turn) return;
    watcher.noted[read] = watcher.turn;
    watcher.reads.push(read);
  }

  private readOf(key: string, value: unknown): number {
    const { readKeys, readNumbers, values } = this;
    if (values !== undefined) {
      let read = values.get(key);
      if (read === undefined) values.set(key, (read = this.add(key, READ.value, seenValue(value))));
      return read;
    }
    const at = readKeys.indexOf(key);
    if (at !== -1) return readNumbers[at] as number;
    const read = this.add(key, READ.value, seenValue(value));
    readKeys.push(key);
    readNumbers.push(read);
    if (readKeys.length > FEW) this.values = new Map(readKeys.map((each, index) => [each, readNumbers[index] as number]));
    return read;
  }

  private memberOf(key: string, has: boolean): number {
    const members = (this.members ??= new Map<string, number>());
    let read = members.get(key);
    if (read === undefined) members.set(key, (read = this.add(key, READ.has, seenMember(has))));
    return read;
  }

  private add(key: string, kind: (typeof READ)[keyof typeof READ], seen: string): number {
    const { log, noted, inside } = this.watcher;
    noted.push(-1);
    inside.push(undefined);
    return addRead(log, this.id, key, kind, seen);
  }
}

const readOnly = () => new TypeError('what templates and helpers are given is read-only');
