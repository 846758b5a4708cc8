import { GraphQLError } from 'graphql';
import { dayNumber } from '#src/domain/dates.ts';
import { builder } from './builder.ts';

builder.scalarType('Date', {
  description: 'A calendar date, formatted as YYYY-MM-DD.',
  specifiedByURL: 'https://scalars.graphql.org/chillicream/local-date.html',
  serialize: (value) => value,
  parseValue: (value) => {
    if (typeof value === 'string' && dayNumber(value) !== null) return value;
    throw new GraphQLError(
      `${JSON.stringify(value)} is not a calendar date. Write it as YYYY-MM-DD: 2007-02-27.`,
      { extensions: { code: 'BAD_INPUT' } },
    );
  },
});

builder.scalarType('SourceTime', {
  description:
    'A time in ISO 8601, as precise as the source: 2007-02-27T16:37Z (Zulu time), 2009-07-21T17:37 (local time of the sender), 2009-07-16, 2009-07 or 2009.',
  // ISO 8601-1:2019 allows reduced precision; RFC 3339 does not.
  specifiedByURL: 'https://www.iso.org/standard/70907.html',
  serialize: (value) => value,
  parseValue: () => {
    throw new GraphQLError('SourceTime is an output type; it cannot be an input.');
  },
});

builder.scalarType('DateTime', {
  description: 'A UTC timestamp in ISO 8601.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => value.toISOString(),
  parseValue: () => {
    throw new GraphQLError('DateTime is an output type; it cannot be an input.');
  },
});
