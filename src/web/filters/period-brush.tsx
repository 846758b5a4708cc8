import { Slider } from '@base-ui/react/slider';
import { type PointerEvent, useRef } from 'react';
import { dayText } from '../words/dates.ts';
import { type Month, MonthBars } from './month-bars.tsx';
import { firstDay, lastDay, monthOf } from './months.ts';

interface Period {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface Brushing extends Period {
  /** Null until they are known. */
  readonly months: readonly Month[] | null;
  readonly onMove: (period: Period) => void;
  /** After a move, which the next press of a key can go on with. */
  readonly onDrop: (period: Period) => void;
  readonly onChoose: (period: Period) => void;
}

/**
 * A period, chosen by month on a picture of how many positions there are: by its two ends, as a
 * whole, or by the day in the fields beside it.
 */
export function PeriodBrush({ months, from, to, onMove, onDrop, onChoose }: Brushing) {
  const track = useRef<HTMLDivElement>(null);
  const first = months?.[0];
  if (months === null || first === undefined) return <div className="brush" aria-busy="true" />;
  const min = monthOf(first.from);
  const max = monthOf(months.at(-1)?.from ?? first.from);
  const within = (month: number): number => Math.min(max, Math.max(min, month));
  const start = from === undefined ? min : within(monthOf(from));
  const end = to === undefined ? max : Math.max(start, within(monthOf(to)));
  /** The whole span narrows nothing, and is not written down. */
  const period = (low: number, high: number): Period => ({
    from: low > min ? firstDay(low) : undefined,
    to: high < max ? lastDay(high) : undefined,
  });

  const moveWhole = (event: PointerEvent<HTMLElement>): void => {
    if (start === min && end === max) return;
    event.stopPropagation();
    const held = event.currentTarget;
    held.setPointerCapture(event.pointerId);
    const width = track.current?.getBoundingClientRect().width ?? 1;
    const startX = event.clientX;
    const shifted = (x: number): [number, number] => {
      const wished = Math.round(((x - startX) / width) * (max - min));
      const by = Math.min(max - end, Math.max(min - start, wished));
      return [start + by, end + by];
    };
    const move = ({ clientX }: globalThis.PointerEvent): void => {
      onMove(period(...shifted(clientX)));
    };
    const drop = ({ clientX }: globalThis.PointerEvent): void => {
      held.removeEventListener('pointermove', move);
      held.removeEventListener('pointerup', drop);
      onDrop(period(...shifted(clientX)));
    };
    held.addEventListener('pointermove', move);
    held.addEventListener('pointerup', drop);
  };
  return (
    <div className="brush">
      <div className="brush-picture" ref={track}>
        <MonthBars months={months} start={start} end={end} />
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
            onDrop(period(low, high));
          }}
        >
          <Slider.Control className="slider-control">
            <Slider.Track className="slider-track">
              <Slider.Indicator className="slider-range" onPointerDown={moveWhole} />
              <Slider.Thumb
                index={0}
                className="slider-thumb"
                getAriaLabel={() => 'First month'}
                getAriaValueText={(_text, value) => dayText(firstDay(value), 'MONTH')}
              />
              <Slider.Thumb
                index={1}
                className="slider-thumb"
                getAriaLabel={() => 'Last month'}
                getAriaValueText={(_text, value) => dayText(lastDay(value), 'MONTH')}
              />
            </Slider.Track>
          </Slider.Control>
        </Slider.Root>
      </div>
      <div className="brush-days">
        <DayField
          name="From"
          day={from}
          otherwise={firstDay(min)}
          onChoose={(day) => onChoose({ from: day, to })}
        />
        <DayField
          name="To"
          day={to}
          otherwise={lastDay(max)}
          onChoose={(day) => onChoose({ from, to: day })}
        />
      </div>
    </div>
  );
}

interface Day {
  readonly name: string;
  readonly day: string | undefined;
  readonly otherwise: string;
  readonly onChoose: (day: string | undefined) => void;
}

function DayField({ name, day, otherwise, onChoose }: Day) {
  return (
    <label>
      <span>{name}</span>
      <input
        type="date"
        value={day ?? otherwise}
        onChange={({ target }) => {
          if (target.value === '' || target.validity.valid) onChoose(target.value || undefined);
        }}
      />
    </label>
  );
}
