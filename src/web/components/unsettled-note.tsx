import { formatCount } from '../format/numbers.ts';

/** Says that codings compete in what is shown; nothing where none do. */
export function UnsettledNote({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p className="facts">
      In {formatCount(count, 'document')}, several coders’ codings compete and none of them is
      settled alone: that of the coder whose name sorts first is counted.
    </p>
  );
}
