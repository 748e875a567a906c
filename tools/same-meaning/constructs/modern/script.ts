// No import, no export: a script.
declare const someGlobal: { readonly there: boolean } | undefined;
var count: number = typeof someGlobal === 'undefined' ? 1 : 2;
function raise(by: number): number {
  return (count += by);
}
raise(1);
