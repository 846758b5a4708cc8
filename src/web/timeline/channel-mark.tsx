import type { Channel } from '#src/client/generated/graphql.ts';

interface ChannelMarkProps {
  readonly channel: Channel;
  readonly className: string;
  /** Half the width of the mark. */
  readonly size: number;
}

/** Size of a mark for one position. */
export const SINGLE_SIZE = 5;
/** Size of a mark for several positions. */
export const MULTIPLE_SIZE = 7;

/** SVG path of each channel's mark: disc, diamond, square, triangle. */
const SHAPES: Readonly<Record<Channel, (size: number) => string>> = {
  PUBLIC: (s) => `M${-s} 0a${s} ${s} 0 1 0 ${2 * s} 0a${s} ${s} 0 1 0 ${-2 * s} 0Z`,
  PRIVATE: (s) => `M0 ${-s * 1.3}L${s * 1.3} 0L0 ${s * 1.3}L${-s * 1.3} 0Z`,
  INTERNAL: (s) => `M${-s} ${-s}H${s}V${s}H${-s}Z`,
  UNKNOWN: (s) => `M0 ${-s * 1.2}L${s * 1.1} ${s * 0.9}L${-s * 1.1} ${s * 0.9}Z`,
};

/** The mark of positions, whose shape shows their channel. */
export function ChannelMark({ channel, className, size }: ChannelMarkProps) {
  return <path className={className} d={SHAPES[channel](size)} />;
}
