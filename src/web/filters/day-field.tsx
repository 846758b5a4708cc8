import { useState } from 'react';

interface DayFieldProps {
  readonly label: string;
  readonly day: string | undefined;
  /** Shown without a selected day. */
  readonly placeholder: string;
  readonly onChange: (day: string | undefined) => void;
}

/** Years of four digits; shorter ones occur while a year is typed. */
const MIN_DAY = '1000-01-01';
const MAX_DAY = '9999-12-31';

/** A date field that keeps incomplete input until it is a valid day. */
export function DayField({ label, day, placeholder, onChange }: DayFieldProps) {
  /** Input in progress; discarded when the selected day changes. */
  const [input, setInput] = useState<{ since: typeof day; text: string } | null>(null);
  return (
    <label>
      <span>{label}</span>
      <input
        type="date"
        min={MIN_DAY}
        max={MAX_DAY}
        value={input !== null && input.since === day ? input.text : (day ?? placeholder)}
        onChange={({ target: { value, validity } }) => {
          setInput({ since: day, text: value });
          if (validity.valid) onChange(value || undefined);
        }}
        onBlur={() => setInput(null)}
      />
    </label>
  );
}
