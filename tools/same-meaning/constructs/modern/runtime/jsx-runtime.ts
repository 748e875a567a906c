export interface Element {
  readonly type: unknown;
  readonly props: Readonly<Record<string, unknown>>;
  readonly key: string | undefined;
}
export const Fragment = 'fragment';
export function jsx(type: unknown, props: Readonly<Record<string, unknown>>, key?: string): Element {
  return { type: typeof type === 'function' ? type.name : type, props, key };
}
export const jsxs: typeof jsx = jsx;
export namespace JSX {
  export interface IntrinsicElements {
    readonly [name: string]: Readonly<Record<string, unknown>>;
  }
  export interface ElementChildrenAttribute {
    readonly children: unknown;
  }
}
