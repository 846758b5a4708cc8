import { Popover } from '@base-ui/react/popover';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly name: string;
}

interface Choosing<Value extends string> {
  readonly name: string;
  readonly options: readonly Option<Value>[];
  /** None chosen narrows nothing. */
  readonly chosen: readonly Value[] | undefined;
  readonly onChoose: (chosen: readonly Value[] | undefined) => void;
}

/** Several of a few: a button that says which, and opens the list. */
export function MultiSelect<Value extends string>({
  name,
  options,
  chosen,
  onChoose,
}: Choosing<Value>) {
  const named = options.filter(({ value }) => chosen?.includes(value));
  const said = named.length > 0 ? named.map((each) => each.name).join(', ') : 'all';
  const toggle = (value: Value, isChosen: boolean): void => {
    const next = options
      .map((option) => option.value)
      .filter((each) => (each === value ? isChosen : chosen?.includes(each)));
    onChoose(next.length > 0 ? next : undefined);
  };
  return (
    <Popover.Root>
      <Popover.Trigger className="choice">
        <span>{name}</span>
        <strong>{said}</strong>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start" className="above">
          <Popover.Popup className="popup" aria-label={name}>
            <fieldset>
              <legend>{name}</legend>
              {options.map((option) => (
                <label key={option.value}>
                  <input
                    type="checkbox"
                    checked={chosen?.includes(option.value) ?? false}
                    onChange={({ target }) => toggle(option.value, target.checked)}
                  />
                  {option.name}
                </label>
              ))}
            </fieldset>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
