import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceInvisibleCharacters } from '#src/web/api/replace-invisible-characters.ts';

describe('an answer made harmless', () => {
  it('has a sign to be seen for each that is not, and is as long', () => {
    const given = {
      title: 'abc\u202edef\u2066g\u2069',
      texts: ['a\u0000b', 'line\r\n\tnext', 'می\u200cخواهم'],
      count: 3,
      none: null,
    };

    expect(replaceInvisibleCharacters(given)).toEqual({
      title: 'abc␦def␦g␦',
      texts: ['a␦b', 'line\r\n\tnext', 'می\u200cخواهم'],
      count: 3,
      none: null,
    });
  });

  it('is otherwise what it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme-ascii' }), (value) => {
        expect(replaceInvisibleCharacters(value)).toEqual(value);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(replaceInvisibleCharacters(text)).toHaveLength(text.length);
        expect(replaceInvisibleCharacters(text)).not.toMatch(
          /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
        );
      }),
    );
  });
});
