import { Slider } from '@base-ui/react/slider';
import { type PointerEvent, useRef } from 'react';
import { formatDate } from '../format/dates.ts';
import { firstDayOfMonth, lastDayOfMonth, monthNumber } from '../format/month-number.ts';
import { DayField } from './day-field.tsx';
import { type MonthCount, MonthHistogram } from './month-histogram.tsx';

interface Period {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface PeriodBrushProps extends Period {
  /** Null while loading. */
  readonly months: readonly MonthCount[] | null;
  /** Called with each move. */
  readonly onMove: (period: Period) => void;
  /** Called when a move ends or a day is entered; further key presses may follow. */
  readonly onCommit: (period: Period) => void;
}

/**
 * Selects a period on a histogram of positions by month: by either end or as a whole, or to the day in the
 * fields below.
 */
export function PeriodBrush({ months, from, to, onMove, onCommit }: PeriodBrushProps) {
  const track = useRef<HTMLDivElement>(null);
  const first = months?.[0];
  if (months === null || first === undefined) return <div className="brush" aria-busy="true" />;
  const min = monthNumber(first.from);
  const max = monthNumber(months.at(-1)?.from ?? first.from);
  const clamp = (month: number): number => Math.min(max, Math.max(min, month));
  const start = from === undefined ? min : clamp(monthNumber(from));
  const end = to === undefined ? max : Math.max(start, clamp(monthNumber(to)));
  /** An end that did not move keeps its day. An end at the edge of the histogram is no filter. */
  const period = (low: number, high: number): Period => ({
    from: low === start ? from : low > min ? firstDayOfMonth(low) : undefined,
    to: high === end ? to : high < max ? lastDayOfMonth(high) : undefined,
  });

  const dragPeriod = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || (start === min && end === max)) return;
    event.stopPropagation();
    const target = event.currentTarget;
    target.setPointerCapture(event.pointerId);
    const width = track.current?.getBoundingClientRect().width ?? 1;
    const startX = event.clientX;
    const periodAt = (x: number): [number, number] => {
      const requested = Math.round(((x - startX) / width) * (max - min));
      const offset = Math.min(max - end, Math.max(min - start, requested));
      return [start + offset, end + offset];
    };
    let x = startX;
    const drag = new AbortController();
    const drop = (): void => {
      drag.abort();
      if (x !== startX) onCommit(period(...periodAt(x)));
    };
    const move = ({ buttons, clientX }: globalThis.PointerEvent): void => {
      // The button may be released without an event, as over a context menu.
      if (buttons === 0) return drop();
      x = clientX;
      onMove(period(...periodAt(x)));
    };
    target.addEventListener('pointermove', move, { signal: drag.signal });
    for (const name of ['pointerup', 'pointercancel'])
      target.addEventListener(name, drop, { signal: drag.signal });
  };
  return (
    <div className="brush">
      <div className="brush-chart" ref={track}>
        <MonthHistogram months={months} start={start} end={end} />
        <Slider.Root
          className="slider"
          value={[start, end]}
          min={min}
          max={max}
          step={1}
          largeStep={12}
          onValueChange={(value) => {
            const [low = min, high = max] = value as readonly number[];
            onMove(period(low, high));
          }}
          onValueCommitted={(value) => {
            const [low = min, high = max] = value as readonly number[];
            onCommit(period(low, high));
          }}
        >
          <Slider.Control className="slider-control">
            <Slider.Track className="slider-track">
              <Slider.Indicator className="slider-range" onPointerDown={dragPeriod} />
              <Slider.Thumb
                index={0}
                className="slider-thumb"
                getAriaLabel={() => 'First month'}
                getAriaValueText={(_text, value) => formatDate(firstDayOfMonth(value), 'MONTH')}
              />
              <Slider.Thumb
                index={1}
                className="slider-thumb"
                getAriaLabel={() => 'Last month'}
                getAriaValueText={(_text, value) => formatDate(lastDayOfMonth(value), 'MONTH')}
              />
            </Slider.Track>
          </Slider.Control>
        </Slider.Root>
      </div>
      <div className="brush-days">
        <DayField
          label="From"
          day={from}
          placeholder={firstDayOfMonth(min)}
          onChange={(day) => onCommit({ from: day, to })}
        />
        <DayField
          label="To"
          day={to}
          placeholder={lastDayOfMonth(max)}
          onChange={(day) => onCommit({ from, to: day })}
        />
      </div>
    </div>
  );
}
