import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceInvisibleCharacters } from '#src/web/api/replace-invisible-characters.ts';

describe('replaceInvisibleCharacters', () => {
  it('replaces each invisible character and keeps the length', () => {
    const input = {
      title: 'abc\u202edef\u2066g\u2069',
      texts: ['a\u0000b', 'line\r\n\tnext', 'می\u200cخواهم'],
      count: 3,
      none: null,
    };

    expect(replaceInvisibleCharacters(input)).toEqual({
      title: 'abc␦def␦g␦',
      texts: ['a␦b', 'line\r\n\tnext', 'می\u200cخواهم'],
      count: 3,
      none: null,
    });
  });

  it('leaves all other text and values unchanged', () => {
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
