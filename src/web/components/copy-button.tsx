import { useState } from 'react';

type State = 'idle' | 'copied' | 'denied';

interface CopyButtonProps {
  readonly text: () => string;
  readonly label: string;
}

/** Copies text to the clipboard; shows it for manual copying if the browser denies access. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [state, setState] = useState<State>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      setState('copied');
    } catch {
      setState('denied');
    }
  };
  return (
    <div className="copy">
      <button type="button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{state === 'copied' && 'Copied.'}</span>
      {state === 'denied' && (
        <label>
          The browser denied access to the clipboard. Copy the text here:
          <textarea readOnly value={text()} rows={4} />
        </label>
      )}
    </div>
  );
}
