declare const EDITION: { readonly name: string; readonly year: number };
