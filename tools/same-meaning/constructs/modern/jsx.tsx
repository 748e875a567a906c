import { Fragment, jsx, jsxs, type Element } from './runtime/jsx-runtime.js';

interface Props {
  readonly title: string;
  readonly children?: unknown;
}
export function Card({ title, children }: Props): Element {
  return <section className="card" data-title={title}>{children}</section>;
}
export const Generic = <T,>(props: { readonly value: T }): Element => <b>{String(props.value)}</b>;
const rest = { id: 'x' };
export const tree: Element = (
  <>
    <Card title="a &amp; b" {...rest}>
      text {1 + 1} {' '}
      <Generic<number> value={3} />
    </Card>
    <br key="k" />
  </>
);
export const seen: readonly unknown[] = [tree, Fragment, jsx === jsxs];
