import type { ReactNode } from 'react';

/** Properties of an example. */
interface ExampleProps {
  verdict: 'do' | 'do not';
  children: ReactNode;
}

function Example({ verdict, children }: ExampleProps) {
  return (
    <figure data-verdict={verdict}>
      <figcaption>{verdict}</figcaption>
      <pre>
        <code>{children}</code>
      </pre>
    </figure>
  );
}

/** The page of the handbook that shows what we refuse in a review. */
export function StyleGuidePage() {
  return (
    <main>
      <h1>What we refuse</h1>
      <Example verdict="do not">{'function load(id: any): any { return eval(`load_${id}`); }'}</Example>
      <Example verdict="do not">{'try { await save(); } catch (e) { /* ignore */ }'}</Example>
      <Example verdict="do not">{"const API_KEY = 'put-your-key-here'; // TODO: move"}</Example>
      <Example verdict="do">{'throw new NotFoundError(`shipment ${id}`);'}</Example>
      <p>Placeholders such as “// rest of the code here” never reach the main branch.</p>
    </main>
  );
}
