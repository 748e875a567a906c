const React = { createElement: (type: unknown, props: unknown, ...children: readonly unknown[]): unknown => [type, props, children], Fragment: 'fragment' };
declare global {
  namespace JSX {
    interface IntrinsicElements {
      readonly [name: string]: unknown;
    }
  }
}
export const tree: unknown = <><a href="x">text</a>{[1].map((each) => <i key={each} {...{ each }} />)}</>;
export const seen: readonly unknown[] = [tree];
