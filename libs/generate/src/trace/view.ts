import { refuse } from '@nx-conductor/core';
import { LOOKED, type Frame } from './frame';
import { LOOK, type Look } from './look';

/** What the nodes of a watch share: the piece of work that is done now. */
export interface Watcher {
  frame: Frame<Node>;
  /** Another number for every piece of work. */
  turn: number;
}

/** As many keys are found faster by looking through them than by hashing. */
const FEW = 12;

/**
 * One object or array under watch, for one piece of work: the handler of its proxy, and the entries of what was read of it.
 *
 * Each piece of work gets nodes and proxies of its own, so that what a helper remembers by identity is not found again by
 * another job, which would then read less than it depends on. A proxy that was kept from earlier work leads to the node
 * that stands at the same place now.
 */
export class Node implements ProxyHandler<object>, Look {
  first = -1;
  listed: readonly string[] | undefined;
  /** Something was read below it. */
  isNeeded = false;
  /** In the log, once it is written. */
  number = -1;
  private last = -1;
  private count = 0;
  private index: Map<string, number> | undefined;
  private proxy: object | undefined;
  private moved: Node | undefined;
  private readonly turn: number;

  constructor(
    readonly target: object,
    readonly parent: Node | undefined,
    readonly key: string,
    private readonly watcher: Watcher,
  ) {
    this.turn = watcher.turn;
    watcher.frame.nodes.push(this);
  }

  view(): object {
    return (this.proxy ??= new Proxy(this.target, this));
  }

  wasRead(): boolean {
    return this.isNeeded || this.count > 0 || this.listed !== undefined;
  }

  value(key: string): unknown {
    const { watcher } = this;
    if (this.turn !== watcher.turn) return this.current().value(key);
    const { frame } = watcher;
    const entry = this.entryOf(key, frame);
    const looked = frame.looked[entry] as number;
    if ((looked & LOOKED.value) !== 0) return frame.views[entry];
    frame.looked[entry] = looked | LOOKED.value;
    const value = (this.target as Record<string, unknown>)[key];
    if (typeof value === 'object' && value !== null) {
      // Data is never a function, so what is found is the data's own, unless its name is one that every object has.
      if (key === '__proto__' && !Object.hasOwn(this.target, key)) return undefined;
      return (frame.views[entry] = this.childAt(entry, key, value, frame).view());
    }
    return (frame.views[entry] = value);
  }

  keys(): readonly string[] {
    const node = this.current();
    return (node.listed ??= Object.keys(node.target));
  }

  get(target: object, key: string | symbol): unknown {
    if (typeof key === 'string') return this.value(key);
    return key === LOOK ? this.current() : (target as Record<symbol, unknown>)[key];
  }

  has(target: object, key: string | symbol): boolean {
    if (typeof key === 'string') this.current().noteMember(key);
    return key in target;
  }

  ownKeys(target: object): (string | symbol)[] {
    this.keys();
    return Reflect.ownKeys(target);
  }

  getOwnPropertyDescriptor(target: object, key: string | symbol): PropertyDescriptor | undefined {
    const own = Reflect.getOwnPropertyDescriptor(target, key);
    const node = this.current();
    // Listing the keys asks for each of them; who has read the list knows its members. Nobody needs the value then.
    if (typeof key === 'string' && node.listed === undefined) node.noteMember(key);
    // A getter, so that only who takes the value has read it.
    return own === undefined || !own.configurable ? own : { get: () => this.get(target, key), enumerable: true, configurable: true };
  }

  set(): never {
    return refuse();
  }

  defineProperty(): never {
    return refuse();
  }

  deleteProperty(): never {
    return refuse();
  }

  setPrototypeOf(): never {
    return refuse();
  }

  preventExtensions(): never {
    return refuse();
  }

  /** The node at the same place for the work that is done now. */
  private current(): Node {
    const { watcher, moved } = this;
    if (this.turn === watcher.turn) return this;
    if (moved !== undefined && moved.turn === watcher.turn) return moved;
    return (this.moved = this.parent === undefined ? rootNode(watcher, this.key, this.target) : this.parent.current().child(this.key, this.target));
  }

  /** Goes to a child without a read: who was given the child has not looked at the way to it. */
  private child(key: string, value: object): Node {
    const { frame } = this.watcher;
    return this.childAt(this.entryOf(key, frame), key, value, frame);
  }

  private childAt(entry: number, key: string, value: object, frame: Frame<Node>): Node {
    return (frame.children[entry] ??= new Node(value, this, key, this.watcher));
  }

  private noteMember(key: string): void {
    const { frame } = this.watcher;
    const entry = this.entryOf(key, frame);
    frame.looked[entry] = (frame.looked[entry] as number) | LOOKED.has;
  }

  private entryOf(key: string, frame: Frame<Node>): number {
    const { index } = this;
    if (index !== undefined) {
      const known = index.get(key);
      if (known !== undefined) return known;
    } else {
      const { keys, next } = frame;
      for (let entry = this.first; entry !== -1; entry = next[entry] as number) if (keys[entry] === key) return entry;
    }
    const added = frame.add(key);
    if (this.last === -1) this.first = added;
    else frame.next[this.last] = added;
    this.last = added;
    this.count += 1;
    if (index !== undefined) index.set(key, added);
    else if (this.count > FEW) this.index = this.indexed(frame);
    return added;
  }

  private indexed({ keys, next }: Frame<Node>): Map<string, number> {
    const index = new Map<string, number>();
    for (let entry = this.first; entry !== -1; entry = next[entry] as number) index.set(keys[entry] as string, entry);
    return index;
  }
}

/** The node of a value that is watched by a name. */
export function rootNode(watcher: Watcher, name: string, value: object): Node {
  const { roots } = watcher.frame;
  let node = roots.get(name);
  if (node === undefined) roots.set(name, (node = new Node(value, undefined, name, watcher)));
  return node;
}
