/** Hostile requests that are not GraphQL over HTTP, or hide it: bodies, types, methods, addresses. */
import { gzipSync } from 'node:zlib';
import {
  type Attack,
  BAD_REQUEST,
  BAD_TYPE,
  DEEP,
  expected,
  get,
  JSON_TYPE,
  MEGABYTE,
  send,
  TOO_LARGE,
} from './attack.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const BOMB = gzipSync(Buffer.alloc(30 * MEGABYTE, ' '));

function multipart(operations: string): string {
  const parts = { operations, map: '{"0":["variables.__proto__.polluted"]}', 0: 'yes' };
  const written = Object.entries(parts).map(
    ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${written.join('')}--x--\r\n`;
}

function padded(bytes: number): string {
  const texts = Array.from({ length: Math.ceil(bytes / 4000) }, () => ' '.repeat(4000));
  return JSON.stringify({
    query: '{ __typename }',
    variables: { v: [texts.slice(0, 125), texts.slice(125)] },
  });
}

/** Requests that are malformed, or of the wrong type, method or size. */
export const REQUESTS: readonly Attack[] = [
  send(
    'a batch',
    BAD_REQUEST,
    JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
  ),
  send(
    'a batch of ten thousand',
    BAD_REQUEST,
    JSON.stringify(Array.from({ length: 10_000 }, () => ({ query: '{ __typename }' }))),
  ),
  send(
    'a body nested two hundred thousand times',
    BAD_REQUEST,
    `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
  ),
  send('a body that is a number', BAD_REQUEST, '1'),
  send('a body that ends early', BAD_REQUEST, '{"query":"{ __typename'),
  send(
    'a body with a prototype',
    BAD_REQUEST,
    '{"query":"{ __typename }","__proto__":{"polluted":"yes"}}',
  ),
  send('a body that is not UTF-8', BAD_REQUEST, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
  send('a body in UTF-16', BAD_TYPE, Buffer.from('{"query":"{ __typename }"}', 'utf16le'), {
    'content-type': 'application/json; charset=utf-16',
  }),
  send('a body in UTF-7', BAD_TYPE, '{"query":"{ __typename }"}', {
    'content-type': 'application/json; charset=utf-7',
  }),
  send('a form', BAD_TYPE, 'query={ __typename }', FORM),
  send('a mutation in a form', BAD_TYPE, 'query=mutation { __typename }', FORM),
  send('a mutation in plain text', BAD_TYPE, '{"query":"mutation { __typename }"}', {
    'content-type': 'text/plain',
  }),
  send('application/graphql', BAD_TYPE, 'mutation { __typename }', {
    'content-type': 'application/graphql',
  }),
  send('multipart with a prototype', BAD_TYPE, multipart('{"query":"{ __typename }"}'), {
    'content-type': 'multipart/form-data; boundary=x',
  }),
  send('a gzip bomb: thirty megabytes in thirty kilobytes', BAD_TYPE, BOMB, {
    ...JSON_TYPE,
    'content-encoding': 'gzip',
  }),
  send('ten megabytes', TOO_LARGE, padded(10 * MEGABYTE)),
  send('thirty megabytes', TOO_LARGE, padded(30 * MEGABYTE)),
  { ...send('ten megabytes in chunks', TOO_LARGE, padded(10 * MEGABYTE)), chunked: true },
  { ...send('thirty megabytes in chunks', TOO_LARGE, padded(30 * MEGABYTE)), chunked: true },
  { ...send('half a megabyte in chunks', [200, null], padded(MEGABYTE / 2)), chunked: true },
  get('a mutation by GET', [405, 'BAD_REQUEST'], { query: 'mutation { __typename }' }),
  get('a subscription by GET', [400, 'OPERATION_NOT_SUPPORTED'], {
    query: 'subscription { __typename }',
  }),
  get('variables by GET that are not JSON', BAD_REQUEST, {
    query: '{ __typename }',
    variables: '{',
  }),
  get('variables by GET that are a list', BAD_REQUEST, {
    query: '{ __typename }',
    variables: '[]',
  }),
  get('a deep list by GET', DEEP, {
    query: '{ __typename }',
    variables: `{"v":${'['.repeat(1000)}${']'.repeat(1000)}}`,
  }),
  get('an unknown hash', [404, 'PERSISTED_QUERY_NOT_FOUND'], {
    documentId: `sha256:${'0'.repeat(64)}`,
  }),
  get('a malformed hash', BAD_REQUEST, { documentId: "sha256:'; DROP" }),
  { name: 'an unsupported method', method: 'DELETE', ...expected([405, 'BAD_REQUEST']) },
  {
    name: 'a header of forty kilobytes',
    headers: { 'x-long': 'x'.repeat(40_000) },
    ...expected([431, null]),
  },
  {
    name: 'a URL of forty kilobytes',
    path: `?query=${'x'.repeat(40_000)}`,
    ...expected([431, null]),
  },
  {
    name: 'a preflight of an evil origin',
    method: 'OPTIONS',
    headers: {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
    ...expected([405, 'BAD_REQUEST']),
  },
];
