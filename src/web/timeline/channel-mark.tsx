import type { Channel } from '#src/client/generated/graphql.ts';

interface Shown {
  readonly channel: Channel;
  readonly className: string;
  /** Half of its width. */
  readonly size: number;
}

/** Of a mark that stands for one position, and of one that stands for several. */
export const ONE = 5;
export const SEVERAL = 7;

/** In public a disc, behind closed doors a diamond, internally a square, unknown a triangle. */
const SHAPES: Readonly<Record<Channel, (size: number) => string>> = {
  PUBLIC: (s) => `M${-s} 0a${s} ${s} 0 1 0 ${2 * s} 0a${s} ${s} 0 1 0 ${-2 * s} 0Z`,
  PRIVATE: (s) => `M0 ${-s * 1.3}L${s * 1.3} 0L0 ${s * 1.3}L${-s * 1.3} 0Z`,
  INTERNAL: (s) => `M${-s} ${-s}H${s}V${s}H${-s}Z`,
  UNKNOWN: (s) => `M0 ${-s * 1.2}L${s * 1.1} ${s * 0.9}L${-s * 1.1} ${s * 0.9}Z`,
};

export function ChannelMark({ channel, className, size }: Shown) {
  return <path className={className} d={SHAPES[channel](size)} />;
}
