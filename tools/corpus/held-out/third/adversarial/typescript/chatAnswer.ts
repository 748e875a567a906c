Certainly! Here's a TypeScript implementation of the debounce helper you asked for:

```typescript
/** Calls the function only when no call came for a while. */
export function debounce<A extends unknown[]>(fn: (...args: A) => void, waitMs: number): (...args: A) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => fn(...args), waitMs);
  };
}
```

Let me know if you also need a version with a leading edge.
