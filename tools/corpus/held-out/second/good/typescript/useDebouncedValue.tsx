import { useEffect, useState } from 'react';

/**
 * Follows a value, but only after it has been still for a while.
 *
 * @param value the value to follow
 * @param delayMs how long it must be still
 */
export function useDebouncedValue<T>(value: T, delayMs: number): T {
  const [settled, setSettled] = useState(value);

  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);

  return settled;
}
