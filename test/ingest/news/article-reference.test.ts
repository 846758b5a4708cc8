import { describe, expect, it } from 'vitest';
import { articleReference } from '#src/ingest/news/article-reference.ts';

describe('the reference of an article', () => {
  it.each([
    ['2009-03-01', 'Northern Quay Shut, for Now', '2009-03-01-northern-quay-shut-for-now'],
    ['2009-03-01T11:44', "E.U. Pilots' Strike: Day 2", '2009-03-01-eu-pilots-strike-day-2'],
    ['2009-03-01', 'São João’s quay — closed?', '2009-03-01-sao-joaos-quay-closed'],
    ['2009-03-01', 'quay '.repeat(20), `2009-03-01-${'quay-'.repeat(15)}quay`],
    ['2009-03-01', 'q'.repeat(100), `2009-03-01-${'q'.repeat(80)}`],
  ])('for the date %s and the headline "%s" is %s', (date, headline, expected) => {
    expect(articleReference(date, headline)).toBe(expected);
  });

  it.each([
    [null, 'Quay Shut'],
    ['2009-03-01', null],
    ['2009-03', 'Quay Shut'],
    ['2009-03-01', '???'],
  ])('is null without both a full date and words in the headline (%s, %s)', (date, headline) => {
    expect(articleReference(date, headline)).toBeNull();
  });
});
