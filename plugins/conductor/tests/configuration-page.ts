/** The part of JSON Schema that the published schemas use. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const HEAD = `# conductor.json

Every key, made from [the JSON Schema](../plugins/conductor/schemas/conductor.schema.json) that the run checks with.
Unknown keys are errors that name the nearest known one.

| key | type | default | means |
|---|---|---|---|
`;

/** The page that documents a configuration, as Markdown. */
export function configurationPage(schema: Schema): string {
  return HEAD + rows(schema, '').join('');
}

function rows(schema: Schema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    const fallback = schema.required?.includes(key) ? 'required' : value.default === undefined ? '' : `\`${JSON.stringify(value.default)}\``;
    const row = `| \`${name}\` | ${typeOf(value)} | ${fallback} | ${value.description ?? ''} |\n`;
    return [row, ...rows(value, `${name}.`), ...(value.items ? rows(value.items, `${name}[].`) : [])];
  });
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((each) => `\`${String(each)}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  return schema.type === 'array' ? `array of ${schema.items?.type ?? 'values'}s` : (schema.type ?? 'any');
}
