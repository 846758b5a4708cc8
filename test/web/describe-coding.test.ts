import { describe, expect, it } from 'vitest';
import type { Counting, PositionStatus } from '#src/client/generated/graphql.ts';
import { describeCoding, describeCodingAmong } from '#src/web/format/describe-coding.ts';

const coding = (coder: string, status: PositionStatus, counting: Counting) => ({
  coder,
  status,
  counting,
});

describe('the description of a coding', () => {
  it('says whose it is, its status, and whether it counts', () => {
    expect(describeCoding(coding('anna', 'SETTLED', 'COUNTED'))).toBe('anna, settled, counted');
    expect(describeCoding(coding('ben', 'PROVISIONAL', 'NOT_COUNTED'))).toBe(
      'ben, provisional, not counted: another coding of the document is',
    );
  });

  it('says beside others why it is not counted', () => {
    const ben = coding('ben', 'PROVISIONAL', 'NOT_COUNTED');
    const settledToo = coding('carl', 'SETTLED', 'NOT_COUNTED');

    expect(describeCodingAmong(ben, [ben, coding('anna', 'SETTLED', 'COUNTED')])).toBe(
      'ben, provisional, not counted: another coding is settled',
    );
    expect(describeCodingAmong(ben, [coding('anna', 'PROVISIONAL', 'BY_RULE'), ben])).toBe(
      'ben, provisional, not counted: that of anna is counted by rule',
    );
    expect(describeCodingAmong(settledToo, [coding('anna', 'SETTLED', 'BY_RULE')])).toBe(
      'carl, settled, not counted: that of anna is counted by rule',
    );
    expect(describeCodingAmong(coding('anna', 'SETTLED', 'COUNTED'), [ben])).toBe(
      'anna, settled, counted',
    );
  });
});
