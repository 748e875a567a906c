export namespace Live {
  export let counter = 0;
  export function raise(): number {
    counter += 1;
    return counter;
  }
}
Live.raise();
Live.counter = 5;
export const seen: readonly unknown[] = [Live.raise(), Live.counter];
