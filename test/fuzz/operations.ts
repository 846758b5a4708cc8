/**
 * Generates operations and variables from the schema: valid, nearly valid and hostile. Every choice is
 * drawn from a stream of numbers, so that a seed reproduces it.
 */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** The body of a GraphQL request. */
export interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** Returns an integer from 0 to `below` - 1. */
export type Draw = (below: number) => number;

/** Values of the corpus by argument name, so that some operations return data. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Strings and numbers that are known to break servers. */
const HOSTILE_STRINGS = [
  '',
  '\0',
  'a\0b',
  '\uD800',
  'x\uDC00y',
  '%',
  '_',
  '\\',
  "'; DROP TABLE position; --",
  'a & ',
  '!(',
  '<->',
  ':*',
  '"',
  '__proto__',
  'constructor',
  'sha256:0',
  'QWN0b3I6aGFtYXM=',
  'UG9zaXRpb246',
  'eyJpZCI6MX0=',
  '../../etc/passwd',
  '${7*7}',
  '{{7*7}}',
  '\u202Eevil',
  '\uFEFF',
  '😀'.repeat(40),
  'a'.repeat(3000),
  '2026-02-30',
  '0000-00-00',
  '99999-01-01',
  '-1',
  '1e309',
  'NaN',
] as const;
const HOSTILE_NUMBERS = [
  -1,
  0,
  1,
  2,
  100,
  101,
  1000,
  1e9,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  1e308,
  0.5,
  -0,
] as const;
const DAYS = ['2006-01-30', '2007-02-27', '2007-02-28', '2009-07-16', '1970-01-01', '9999-12-31'];
/** Characters inserted into an operation to corrupt it. */
const CORRUPTING = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  '$',
  '@',
  '!',
  '...',
  '#',
  '\\',
  '\0',
  ':',
  '😀',
];

/** Generates a request. */
export function drawRequest(schema: GraphQLSchema, known: Known, draw: Draw): Request {
  return new OperationGenerator(schema, known, draw, 'hostile').request();
}

/** Generates a valid request that asks for much: many fields, fields repeated, long lists and pages. */
export function drawLargeRequest(schema: GraphQLSchema, known: Known, draw: Draw): Request {
  return new OperationGenerator(schema, known, draw, 'large').request();
}

class OperationGenerator {
  readonly #schema: GraphQLSchema;
  readonly #known: Known;
  readonly #draw: Draw;
  readonly #kind: 'hostile' | 'large';
  /** Invalid values per twenty. */
  readonly #invalidRate: number;
  /** Fields left to write. */
  #left: number;
  #variables: Record<string, unknown> = {};
  #declarations: string[] = [];
  #fragments: string[] = [];

  constructor(schema: GraphQLSchema, known: Known, draw: Draw, kind: 'hostile' | 'large') {
    this.#schema = schema;
    this.#known = known;
    this.#draw = draw;
    this.#kind = kind;
    this.#invalidRate = kind === 'large' ? 0 : this.#pick([0, 0, 0, 1, 4]);
    this.#left = 4 + draw(kind === 'large' ? 120 : 40);
  }

  request(): Request {
    const query = this.#schema.getQueryType();
    if (!query) throw new Error('The schema has no query type.');
    const selections = this.#selections(query, 0);
    const declared = this.#declarations.length > 0 ? `(${this.#declarations.join(', ')})` : '';
    const kind = this.#isRare()
      ? this.#pick(['mutation', 'subscription', 'query @skip(if: true)'])
      : 'query';
    const text = [`${kind} Fuzz${declared} ${selections}`, ...this.#fragments].join('\n');
    const request = {
      query: this.#invalidRate === 4 && this.#draw(3) === 0 ? this.#corrupt(text) : text,
      variables: this.#isRare()
        ? { ...this.#variables, undeclared: this.#junk(0) }
        : this.#variables,
    };
    return this.#isRare()
      ? { ...request, operationName: this.#pick(['Fuzz', 'Other', '']) }
      : request;
  }

  #selections(type: GraphQLNamedType, depth: number): string {
    const fields =
      isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const parts: string[] = [];
    const count = 1 + this.#draw(5);
    for (let i = 0; i < count && this.#left > 0; i += 1) {
      if (fields.length === 0 || this.#draw(12) === 0) parts.push(this.#spread(type, depth));
      else parts.push(...this.#repeat(this.#pick(fields), depth));
    }
    if (parts.length === 0) parts.push('__typename');
    return `{ ${parts.join(' ')} }`;
  }

  /** The same field under several aliases, if the request is to be large. */
  #repeat(field: GraphQLField<unknown, unknown>, depth: number): readonly string[] {
    const written = this.#field(field, depth);
    if (this.#kind !== 'large' || !written.startsWith('a')) return [written];
    const times = this.#pick(depth === 0 ? [1, 2, 4, 9, 20] : [1, 1, 1, 2]);
    return Array.from({ length: times }, (_, i) => (i === 0 ? written : `r${i}${written}`));
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#left -= 1;
    // Few aliases make conflicting fields, which are invalid; their number is limited.
    const isPlain = this.#kind === 'large' && field.args.length === 0;
    const alias = isPlain ? '' : this.#isInvalid() ? `a${this.#draw(3)}: ` : `a${this.#left}: `;
    const name = this.#isInvalid()
      ? this.#pick(['__typename', 'nope', `${field.name}s`, '__schema'])
      : field.name;
    const directive = this.#draw(15) === 0 ? ` ${this.#directive()}` : '';
    const used = field.args.filter((arg) => isNonNullType(arg.type) || this.#draw(3) === 0);
    const args = used.map((arg) => `${arg.name}: ${this.#argument(arg)}`);
    const list = args.length > 0 ? `(${args.join(', ')})` : '';
    const type = getNamedType(field.type);
    const below = isLeafType(type)
      ? ''
      : ` ${depth > 6 || this.#left <= 0 ? '{ __typename }' : this.#selections(type, depth + 1)}`;
    return `${alias}${name}${list}${directive}${below}`;
  }

  #spread(type: GraphQLNamedType, depth: number): string {
    const possible =
      isUnionType(type) || isInterfaceType(type) ? this.#schema.getPossibleTypes(type) : [];
    const on = possible.length > 0 ? this.#pick(possible) : type;
    const inner = depth > 6 ? '{ __typename }' : this.#selections(on, depth + 1);
    if (this.#draw(3) > 0) return `... on ${on.name} ${inner}`;
    const name = this.#isInvalid() ? 'F0' : `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${on.name} ${inner}`);
    return `...${name}`;
  }

  #directive(): string {
    if (this.#isInvalid()) return this.#pick(['@nope', '@skip', '@include(if: 1)']);
    return this.#pick(['@skip(if: false)', '@include(if: true)', '@include(if: false)']);
  }

  #argument(arg: GraphQLArgument): string {
    const value = this.#value(arg.type, arg.name, 0);
    if (this.#draw(3) > 0) return this.#literal(value, arg.type);
    const name = `v${this.#declarations.length}`;
    this.#declarations.push(`$${name}: ${this.#isInvalid() ? 'Nope' : String(arg.type)}`);
    this.#variables[name] = value;
    return `$${name}`;
  }

  #value(type: GraphQLInputType, name: string, depth: number, required = false): unknown {
    if (this.#isInvalid()) return this.#junk(depth);
    if (isNonNullType(type)) return this.#value(type.ofType, name, depth, true);
    if (!required && this.#draw(20) === 0) return null;
    if (isListType(type)) {
      const length =
        this.#kind === 'large' ? this.#pick([1, 3, 25]) : this.#isRare() ? 300 : this.#draw(4);
      return Array.from({ length }, () => this.#value(type.ofType, name, depth + 1));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || this.#draw(3) === 0,
      );
      return Object.fromEntries(
        fields.map((field) => [field.name, this.#value(field.type, field.name, depth + 1)]),
      );
    }
    if (isEnumType(type)) return this.#pick(type.getValues()).name;
    switch (type.name) {
      case 'Int':
        return this.#kind === 'large' ? this.#largeNumber(name) : 1 + this.#draw(12);
      case 'Float':
        return this.#draw(10) / 10;
      case 'Boolean':
        return this.#draw(2) === 0;
      case 'Date':
        return this.#pick(DAYS);
      default:
        return this.#pick(this.#known[name] ?? this.#known['id'] ?? HOSTILE_STRINGS);
    }
  }

  #largeNumber(name: string): number {
    if (name === 'samples') return 10_000;
    return name === 'first' || name === 'last' ? this.#pick([1, 25, 100]) : 1;
  }

  /** A value of any type. */
  #junk(depth: number): unknown {
    switch (this.#draw(depth > 3 ? 5 : 7)) {
      case 0:
        return this.#pick(HOSTILE_STRINGS);
      case 1:
        return this.#pick(HOSTILE_NUMBERS);
      case 2:
        return null;
      case 3:
        return this.#draw(2) === 0;
      case 4:
        return this.#pick(this.#known['id'] ?? HOSTILE_STRINGS);
      case 5:
        return Array.from({ length: this.#draw(4) }, () => this.#junk(depth + 1));
      default:
        return JSON.parse(
          `{"__proto__": ${JSON.stringify(this.#junk(depth + 1))}, "a": 1}`,
        ) as unknown;
    }
  }

  /** A value as a GraphQL literal; enum values are unquoted unless they are invalid. */
  #literal(value: unknown, type: GraphQLInputType): string {
    const named = getNamedType(type);
    if (Array.isArray(value))
      return `[${value.map((each) => this.#literal(each, type)).join(', ')}]`;
    if (typeof value === 'object' && value !== null) {
      const fields = isInputObjectType(named) ? named.getFields() : {};
      const written = Object.entries(value).map(
        ([name, inner]) => `${name}: ${this.#literal(inner, fields[name]?.type ?? type)}`,
      );
      return `{ ${written.join(', ')} }`;
    }
    if (isEnumType(named) && typeof value === 'string' && /^[A-Z_]+$/.test(value)) return value;
    return JSON.stringify(value) ?? 'null';
  }

  #corrupt(text: string): string {
    const at = this.#draw(text.length);
    switch (this.#draw(4)) {
      case 0:
        return text.slice(0, at);
      case 1:
        return text.slice(0, at) + this.#pick(CORRUPTING) + text.slice(at);
      case 2:
        return text.slice(0, at) + text.slice(at + 1 + this.#draw(5));
      default:
        return text + text.slice(at);
    }
  }

  #isInvalid(): boolean {
    return this.#draw(20) < this.#invalidRate;
  }

  #isRare(): boolean {
    return this.#kind === 'hostile' && this.#draw(60) === 0;
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[this.#draw(items.length)];
    if (item === undefined && items.length === 0)
      throw new Error('Cannot pick from an empty list.');
    return item as Item;
  }
}
