import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay, monthOf } from '#src/web/filters/months.ts';
import { readAddress, type Written, writeAddress } from '#src/web/view/address.ts';
import { filterOf, readView, rowsOf, type View } from '#src/web/view/view.ts';
import { CHANNELS, DOCUMENT_KINDS, MODALITIES, WORDINGS } from '#src/web/words/vocabulary.ts';

const some = <Word extends string>(words: readonly Word[]) =>
  fc.subarray([...words], { minLength: 1 });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const view: fc.Arbitrary<View> = fc.record(
  {
    from: day,
    to: day,
    channel: some(CHANNELS),
    retellings: fc.nat(99).map(String),
    source: fc.uniqueArray(slug, { minLength: 1, maxLength: 4 }),
    kind: some(DOCUMENT_KINDS),
    wording: some(WORDINGS),
    modality: some(MODALITIES),
    actors: fc.uniqueArray(slug, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: [] },
);

describe('a view', () => {
  it('is read out of the address into which it was written', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(readView(readAddress(writeAddress(given as Written)))).toEqual(given);
      }),
    );
  });

  it('is what the address says as far as it makes sense, and never fails', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(fc.string(), fc.string()), (text, parameters) => {
        const read = readView({ ...readAddress(text), ...parameters });

        expect(readView(read as Record<string, unknown>)).toEqual(read);
      }),
    );
    expect(
      readView({
        from: '2006-02-30',
        to: 'tomorrow',
        channel: 'PUBLIC,SECRET',
        retellings: '-1',
        source: '../etc,russia',
        kind: '',
      }),
    ).toEqual({ channel: ['PUBLIC'], source: ['russia'] });
  });

  it('has an address that people can read, and none where nothing is chosen', () => {
    expect(writeAddress({ channel: ['PUBLIC', 'PRIVATE'], cell: 'hamas:RECOGNITION' })).toBe(
      '?channel=PUBLIC,PRIVATE&cell=hamas:RECOGNITION',
    );
    expect(writeAddress({ from: undefined, channel: [] })).toBe('');
  });

  it('is what the API is asked for', () => {
    expect(filterOf(readView({ retellings: '0', source: 'russia', from: '2006-02-01' }))).toEqual({
      maxRetellings: 0,
      reportedBy: ['russia'],
      statedFrom: '2006-02-01',
    });
    expect(rowsOf({})).toEqual({ groupBy: 'PARTY' });
    expect(rowsOf({ actors: ['hamas'] })).toEqual({ actors: ['hamas'] });
  });
});

describe('months', () => {
  it('begin and end on their days', () => {
    fc.assert(
      fc.property(day, (each) => {
        const month = monthOf(each);

        expect(firstDay(month) <= each && each <= lastDay(month)).toBe(true);
        expect([monthOf(firstDay(month)), monthOf(lastDay(month))]).toEqual([month, month]);
        expect(firstDay(month + 1) > lastDay(month)).toBe(true);
      }),
    );
    expect([firstDay(monthOf('2008-02-10')), lastDay(monthOf('2008-02-10'))]).toEqual([
      '2008-02-01',
      '2008-02-29',
    ]);
  });
});
