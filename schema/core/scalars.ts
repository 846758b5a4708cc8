import { GraphQLError } from 'graphql';
import { dayNumber } from '#src/domain/dates.ts';
import { builder } from './builder.ts';

builder.scalarType('Date', {
  description: 'A day of the calendar, written YYYY-MM-DD.',
  specifiedByURL: 'https://scalars.graphql.org/chillicream/local-date.html',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string' && dayNumber(value) !== null) return value;
    throw new GraphQLError(
      `${JSON.stringify(value)} is not a day. Write it YYYY-MM-DD, as 2007-02-27.`,
      { extensions: { code: 'BAD_INPUT' } },
    );
  },
});

builder.scalarType('SourceTime', {
  description:
    'A time no more precise than the source gives it, in ISO 8601: 2007-02-27T16:37Z (Zulu time), 2009-07-21T17:37 (local time of the sender), 2009-07-16, 2009-07 or 2009.',
  // ISO 8601-1:2019, which allows reduced precision; RFC 3339 and its kin do not.
  specifiedByURL: 'https://www.iso.org/standard/70907.html',
  serialize: (value) => value,
  parseValue: () => {
    throw new GraphQLError('SourceTime is for answers only.');
  },
});

builder.scalarType('DateTime', {
  description: 'An instant in ISO 8601, in UTC.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => value.toISOString(),
  parseValue: () => {
    throw new GraphQLError('DateTime is for answers only.');
  },
});
