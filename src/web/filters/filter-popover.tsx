import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';

interface FilterPopoverProps {
  readonly label: string;
  /** What the filter currently selects. */
  readonly summary: string;
  readonly children: ReactNode;
}

/** A button that summarises a filter and opens its options. */
export function FilterPopover({ label, summary, children }: FilterPopoverProps) {
  return (
    <Popover.Root>
      <Popover.Trigger className="filter-button">
        <span>{label}</span>
        <strong>{summary}</strong>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start" className="popup-layer">
          <Popover.Popup className="popup" aria-label={label}>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
