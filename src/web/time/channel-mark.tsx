import type { Channel } from '#src/client/generated/graphql.ts';

interface Shown {
  readonly channel: Channel;
  readonly className: string;
  /** Half of its width. */
  readonly size: number;
}

/** A statement in public is a disc, one behind closed doors a diamond, an internal one a square. */
export function ChannelMark({ channel, className, size: s }: Shown) {
  switch (channel) {
    case 'PUBLIC':
      return <circle className={className} r={s} />;
    case 'PRIVATE':
      return (
        <path className={className} d={`M0 ${-s * 1.3}L${s * 1.3} 0L0 ${s * 1.3}L${-s * 1.3} 0Z`} />
      );
    case 'INTERNAL':
      return <rect className={className} x={-s} y={-s} width={2 * s} height={2 * s} />;
    case 'UNKNOWN':
      return (
        <path
          className={className}
          d={`M0 ${-s * 1.2}L${s * 1.1} ${s * 0.9}L${-s * 1.1} ${s * 0.9}Z`}
        />
      );
  }
}
