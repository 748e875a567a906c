interface Deep {
  readonly a?: { readonly b?: (() => number)[]; [key: string]: unknown };
}
const deep: Deep | undefined = Math.random() > 2 ? undefined : { a: { b: [() => 3] } };
let value: string | null | undefined = null;
value ??= 'default';
let number = 0;
number ||= 5;
number &&= number ** 2;
const any = value as unknown as { readonly length: number };
const angle = <number>(<unknown>'1');
function tag(strings: TemplateStringsArray, ...values: readonly unknown[]): string {
  return strings.raw.join('|') + values.join(',');
}
const object = { number, ['computed' + 1]: 1, 'a-b': 2, 3: 3, get got(): number { return 1; }, async *walk() { yield 1; }, ...{ spread: true }, __proto__: null };
label: for (const [key, each] of Object.entries(object)) {
  if (key === 'number') continue label;
  if (each === 2) break label;
}
export const caught: readonly string[] = ((): readonly string[] => {
  try {
    throw new Error('a', { cause: 1 });
  } catch {
    return ['caught'];
  } finally {
    number += 1;
  }
})();
switch (number) {
  case 26: {
    number = -number;
    break;
  }
  default:
}
export const seen: readonly unknown[] = [
  deep?.a?.b?.[0]?.(), deep!.a!.b!.length, value!, number, any.length, typeof angle, tag`a\n${1}b${'x' as string}`, object.got, 1_000_000, 0b11, 0o17, 0xff, 1n ** 2n, void 0, !((value as unknown) instanceof Date), -(2 ** 2), (value satisfies string) as string, [1, , 3].length, /[/\]]/u.test('/'), '\u{1F600}', 'é', typeof null, delete (object as { got?: number }).got,
].map((each) => each);
declare global {
  interface Array<T> {
    readonly neverThere?: T;
  }
}
