export type Constructor<T = object> = abstract new (...args: any[]) => T;
export interface Timed {
  readonly time: number;
}
export function timed<B extends new (...args: any[]) => object>(base: B): B & (new (...args: any[]) => Timed) {
  return class extends base {
    readonly time: number = 5;
  };
}
export class Plain {
  static nested: typeof Plain = class Inner extends Plain {};
  plain: number = 1;
  arrow: () => number = () => this.plain;
  static fromThis: () => string = () => this.name;
}
export class Mixed extends timed(Plain as new () => Plain) {
  readonly mixed: number = this.time + this.plain;
}
export const seen: readonly unknown[] = [new Mixed().mixed, new Plain().arrow(), Plain.fromThis(), Object.keys(new Mixed())];
