/** How {@link typeOf} and {@link typeDeclaration} write types. Everything has a default. */
export interface TypeOptions {
  /** The name of the type that a `$ref` stands for. Default: the last segment of the reference in PascalCase. */
  readonly ref?: (ref: string) => string;
  /** What a `$ref` leads to, one step. Without it no discriminator is narrowed and nothing looks behind a reference. */
  readonly deref?: (value: unknown) => unknown;
  /** The type of dates and date-times. Default `string`, which is what JSON carries. */
  readonly dates?: 'string' | 'Date';
  /** The type of binary content. Default `Blob`. */
  readonly binary?: string;
  /** The type of what the schema says nothing about. Default `unknown`. */
  readonly unknownType?: 'unknown' | 'any';
  /** Makes every property and array `readonly`. Default false. */
  readonly readonly?: boolean;
  /** `inline` writes one line; `block` gives object types a line for each property and doc comments. Default `inline`. */
  readonly layout?: 'inline' | 'block';
  /** Doc comments on properties in the `block` layout. Default true. */
  readonly comments?: boolean;
  /** Whether keywords beside a `$ref` count: they do since JSON Schema 2019-09 and OpenAPI 3.1. Default true. */
  readonly refSiblings?: boolean;
  /** How enumerations at the top of a declaration are written. Default `union`. */
  readonly enums?: 'union' | 'enum' | 'const';
  /**
   * The members of the interface that a reference is declared as, as {@link interfaceMembers} tells them;
   * undefined when it is declared otherwise. Without it no interface extends another.
   */
  readonly members?: (ref: string) => Readonly<Record<string, string>> | undefined;
  /** What is known of references that lead back to the type being declared without any type that defers. */
  readonly cycles?: TypeCycles;
}

/**
 * TypeScript resolves object members, array elements and tuple elements when they are needed, but unions,
 * intersections and aliases of aliases at once, and refuses a type that needs itself so (TS2456). A reference that
 * `breaks` is replaced by what its target says, without the references that are `within` the circle.
 */
export interface TypeCycles {
  readonly breaks: (ref: string) => boolean;
  readonly within: (ref: string) => boolean;
}
