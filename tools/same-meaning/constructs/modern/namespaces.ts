export namespace OnlyTypes {
  export interface Inner {
    readonly a: string;
  }
  export namespace Deeper {
    export type Text = Inner['a'];
  }
}
export namespace Values {
  export const one = 1;
  export function twice(value: number): number {
    return value * 2 * one;
  }
  export class Inside {
    readonly inside: boolean = true;
  }
  export enum Kind {
    A = 'a',
  }
  const local: number = 5;
  export const sum: number = local + one;
  export namespace Nested.Twice {
    export const deep = 'deep';
  }
}
export function merged(): number {
  return merged.start;
}
export namespace merged {
  export const start = 3;
}
export class Host {}
export namespace Host {
  export interface Options {
    readonly port: number;
  }
  export const defaults: Options = { port: 80 };
}
export declare namespace Outside {
  const a: number;
  function b(): void;
}
export import Short = Values.Nested.Twice;
import Long = Values.Inside;
export const seen: readonly unknown[] = [Values, Values.twice(2), merged(), Host.defaults, Short.deep, new Long().inside];
