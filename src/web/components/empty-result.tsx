interface EmptyResultProps {
  readonly message?: string;
}

/** Shown in place of a chart without data. */
export function EmptyResult({ message = 'No positions match these filters.' }: EmptyResultProps) {
  return <p className="empty-result">{message} Try a longer period or fewer filters.</p>;
}
