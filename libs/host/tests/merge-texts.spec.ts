import { mergeTexts } from '@nx-conductor/host';

const BASE = 'a\nb\nc\nd\ne\nf\n';

describe('merging texts by git', () => {
  it('takes the changes of both sides, and the line ends as they are', () => {
    expect(mergeTexts(BASE.replace('a', 'A'), BASE, BASE.replace('f', 'F'))).toEqual({ kind: 'clean', text: 'A\nb\nc\nd\ne\nF\n' });
    expect(mergeTexts(BASE.replace('a', 'Ü'), BASE, BASE)).toEqual({ kind: 'clean', text: 'Ü\nb\nc\nd\ne\nf\n' });
    expect(mergeTexts('a\r\nb\r\nmine\r\n', 'a\r\nb\r\n', 'a\r\nb\r\n')).toEqual({ kind: 'clean', text: 'a\r\nb\r\nmine\r\n' });
  });

  it('marks overlaps by who wrote them', () => {
    expect(mergeTexts('mine\n', 'a\n', 'theirs\n')).toEqual({ kind: 'overlaps', text: '<<<<<<< edited\nmine\n=======\ntheirs\n>>>>>>> generated\n' });
  });

  it('says so when it cannot', () => {
    expect(mergeTexts('a\0', 'b', 'c')).toEqual({ kind: 'not-text' });
    const { PATH } = process.env;
    process.env['PATH'] = '';
    try {
      expect(mergeTexts('a', 'b', 'c')).toEqual({ kind: 'git-missing' });
    } finally {
      process.env['PATH'] = PATH;
    }
  });
});
