/** Where the figures stand in a page. */
export const section = {
  section: 'corpus',
  heading: 'Rules on labelled files',
  lead: 'What the rule packs of [plugins/rules-standard](../plugins/rules-standard) come to on the labelled files of [tools/corpus](../tools/corpus). The command `npm --prefix tools/corpus start` prints these figures; none of them depends on a machine.',
};

/**
 * The report, as the benches have theirs.
 *
 * @param firstRunOf what came out of the files of a folder when they were judged for the first time
 */
export function blocksOf({ seen, heldOut, fixes, aims }, firstRunOf) {
  return [
    { heading: 'Files that rules were written by', table: seen, notes: ['A good file is rejected falsely, one with a fault approved falsely. Files that come out uncertain are left to people, or to a model.'] },
    {
      heading: 'Files with one fault: a patch, or the file anew',
      table: fixes,
      notes: [
        'A hundred files with one fault that can be mended on the spot, mended by the fixes of the rules. No model is asked for any of them.',
        'Tokens are those of gpt-tokenizer 4.0.0 (o200k_base): what a model would have written to give the whole mended file; what it would have written for a unified diff with three lines around each change; and the text alone that the edits put in place.',
        'The files of the corpus are short, 15 to 54 lines. What a patch takes does not grow with the file.',
      ],
    },
    ...heldOut.flatMap((corpus, index) => heldOutBlocks(corpus, [':', ', a second time:', ', a third time:'][index], firstRunOf(corpus.folder))),
    { heading: 'Aims for rules', table: [['figure', 'aim', 'is', 'reached'], ...aims.map(({ what, aim, is, met }) => [what, aim, is, met ? 'yes' : 'no'])], notes: [] },
  ];
}

function heldOutBlocks({ folder, table, misses }, which, first) {
  return [
    {
      heading: `Held out${which} files written without a look at the rules, first run`,
      table: first.table,
      notes: [
        `The files of ${folder} were written by hand, and labelled by what is in them, by someone who had not read the rules, and before any rule was run on them. This is what came out the first time; it stays as it is. It is the fair figure.`,
        ...first.misses,
      ],
    },
    {
      heading: `Held out${which} the same files now`,
      table,
      notes: ['Approving a file with a fault, or refusing one that is right, is a defect of a rule. Those that the first run showed were mended, each by the kind of fault and not by the file; so these figures are no longer those of unknown files.', ...misses],
    },
  ];
}
