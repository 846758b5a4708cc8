import { FilterPopover } from './filter-popover.tsx';

/** One option of a `MultiSelect`. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface MultiSelectProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  /** Undefined if the filter is off. */
  readonly selected: readonly Value[] | undefined;
  readonly onChange: (selected: readonly Value[] | undefined) => void;
}

/** A button that names the selected options and opens their list. Without a selection, all of them apply. */
export function MultiSelect<Value extends string>({
  label,
  options,
  selected,
  onChange,
}: MultiSelectProps<Value>) {
  const labels = options
    .filter(({ value }) => selected?.includes(value))
    .map((option) => option.label);
  const toggle = (value: Value, isSelected: boolean): void => {
    const next = options
      .map((option) => option.value)
      .filter((each) => (each === value ? isSelected : selected?.includes(each)));
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <FilterPopover label={label} summary={labels.length > 0 ? labels.join(', ') : 'all'}>
      <fieldset>
        <legend>{label}</legend>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              checked={selected?.includes(option.value) ?? false}
              onChange={({ target }) => toggle(option.value, target.checked)}
            />
            {option.label}
          </label>
        ))}
      </fieldset>
    </FilterPopover>
  );
}
