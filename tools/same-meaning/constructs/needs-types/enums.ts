export enum Computed {
  Text = 'text'.length,
  After = 3,
  Date = new globalThis.Date(0).getTime(),
}
export class Named {
  ['computed' + 1](): number {
    return 1;
  }
}
export const seen: readonly unknown[] = [Computed, Object.getOwnPropertyNames(Named.prototype)];
