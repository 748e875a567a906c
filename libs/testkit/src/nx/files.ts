/** Texts or JSON values by path. */
export type Files = Readonly<Record<string, string | object>>;
