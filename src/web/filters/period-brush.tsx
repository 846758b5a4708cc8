import { Slider } from '@base-ui/react/slider';
import { type PointerEvent, useRef, useState } from 'react';
import { formatDate } from '../format/dates.ts';
import { firstDayOfMonth, lastDayOfMonth, monthNumber } from '../format/month-number.ts';
import { type Month, MonthHistogram } from './month-histogram.tsx';

interface Period {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface Brushing extends Period {
  /** Null until they are known. */
  readonly months: readonly Month[] | null;
  readonly onMove: (period: Period) => void;
  /** After a move or a choice, which the next press of a key can go on with. */
  readonly onDrop: (period: Period) => void;
}

/**
 * A period, chosen by month on a picture of how many positions there are: by its two ends, as a
 * whole, or by the day in the fields beside it.
 */
export function PeriodBrush({ months, from, to, onMove, onDrop }: Brushing) {
  const track = useRef<HTMLDivElement>(null);
  const first = months?.[0];
  if (months === null || first === undefined) return <div className="brush" aria-busy="true" />;
  const min = monthNumber(first.from);
  const max = monthNumber(months.at(-1)?.from ?? first.from);
  const within = (month: number): number => Math.min(max, Math.max(min, month));
  const start = from === undefined ? min : within(monthNumber(from));
  const end = to === undefined ? max : Math.max(start, within(monthNumber(to)));
  /** An end that was not moved stays at its day. The whole span narrows nothing, and is not written down. */
  const period = (low: number, high: number): Period => ({
    from: low === start ? from : low > min ? firstDayOfMonth(low) : undefined,
    to: high === end ? to : high < max ? lastDayOfMonth(high) : undefined,
  });

  const moveWhole = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || (start === min && end === max)) return;
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
    let x = startX;
    const hold = new AbortController();
    const drop = (): void => {
      hold.abort();
      if (x !== startX) onDrop(period(...shifted(x)));
    };
    const move = ({ buttons, clientX }: globalThis.PointerEvent): void => {
      // It may be let go where the page is not told of it, as over a menu.
      if (buttons === 0) return drop();
      x = clientX;
      onMove(period(...shifted(x)));
    };
    held.addEventListener('pointermove', move, { signal: hold.signal });
    for (const letGo of ['pointerup', 'pointercancel'])
      held.addEventListener(letGo, drop, { signal: hold.signal });
  };
  return (
    <div className="brush">
      <div className="brush-picture" ref={track}>
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
          name="From"
          day={from}
          otherwise={firstDayOfMonth(min)}
          onChoose={(day) => onDrop({ from: day, to })}
        />
        <DayField
          name="To"
          day={to}
          otherwise={lastDayOfMonth(max)}
          onChoose={(day) => onDrop({ from, to: day })}
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

/** Of years written with four digits: one that is being typed passes through less. */
const FIRST_DAY = '1000-01-01';
const LAST_DAY = '9999-12-31';

function DayField({ name, day, otherwise, onChoose }: Day) {
  /** What is being typed, which may be no day yet; until another is chosen. */
  const [typed, setTyped] = useState<{ since: typeof day; text: string } | null>(null);
  return (
    <label>
      <span>{name}</span>
      <input
        type="date"
        min={FIRST_DAY}
        max={LAST_DAY}
        value={typed !== null && typed.since === day ? typed.text : (day ?? otherwise)}
        onChange={({ target: { value, validity } }) => {
          setTyped({ since: day, text: value });
          if (validity.valid) onChoose(value || undefined);
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}
