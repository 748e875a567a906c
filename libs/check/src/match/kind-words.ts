import type { Language } from '../language';

/**
 * Words of which a node of some kind holds one, in whichever of the languages the kind is; undefined where that is not
 * known. Only keywords and marks that the grammar cannot do without. Without a language: in any.
 */
export function wordsOfKind(kind: string, language?: Language): readonly string[] | undefined {
  const others = OTHERWISE.get(kind);
  return others !== undefined && (language === undefined || others === language) ? undefined : WORDS.get(kind);
}

/** Kinds by whose name a language calls something without these words: in SQL, variables that a function declares. */
const OTHERWISE: ReadonlyMap<string, Language> = new Map([['function_declaration', 'sql']]);

/** A test holds this against every file of the corpus. */
export const WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  // TypeScript and JavaScript.
  ['debugger_statement', ['debugger']],
  ['throw_statement', ['throw']],
  ['catch_clause', ['catch']],
  ['try_statement', ['try']],
  ['variable_declaration', ['var']],
  ['lexical_declaration', ['let', 'const', 'using']],
  ['new_expression', ['new']],
  ['await_expression', ['await']],
  ['return_statement', ['return']],
  ['finally_clause', ['finally']],
  ['interface_declaration', ['interface']],
  ['assignment_expression', ['=']],
  ['class_declaration', ['class']],
  ['function_declaration', ['function']],
  ['arrow_function', ['=>']],
  ['if_statement', ['if']],
  ['while_statement', ['while']],
  ['template_string', ['`']],
  ['template_substitution', ['${']],
  ['statement_block', ['{']],
  ['export_statement', ['export']],
  ['import_statement', ['import']],
  ['as_expression', ['as']],
  // Python.
  ['function_definition', ['def']],
  ['class_definition', ['class']],
  ['except_clause', ['except']],
  ['raise_statement', ['raise']],
  ['with_statement', ['with']],
  ['import_from_statement', ['from']],
  ['wildcard_import', ['*']],
  ['global_statement', ['global']],
  ['assert_statement', ['assert']],
  ['pass_statement', ['pass']],
  ['yield', ['yield']],
  ['decorator', ['@']],
  ['assignment', ['=', ':']],
  ['keyword_argument', ['=']],
  ['delete_statement', ['del']],
  // SQL.
  ['create_table', ['table']],
  ['create_view', ['view']],
  ['create_index', ['index']],
  ['drop_table', ['drop']],
  ['alter_table', ['alter']],
  ['delete', ['delete']],
  ['update', ['update']],
  ['all_fields', ['*']],
  // Where something is called, there is a bracket; or a template that is tagged.
  ['call_expression', ['(', '`']],
  ['call', ['(']],
]);
