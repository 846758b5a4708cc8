import { useState } from 'react';

type State = 'idle' | 'copied' | 'refused';

/** Copies a text, and says whether that worked: a browser may refuse. */
export function CopyButton({ text, name }: { readonly text: () => string; readonly name: string }) {
  const [state, setState] = useState<State>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      setState('copied');
    } catch {
      setState('refused');
    }
  };
  return (
    <div className="copy">
      <button type="button" onClick={() => void copy()}>
        {name}
      </button>
      <span role="status">{state === 'copied' && 'Copied.'}</span>
      {state === 'refused' && (
        <label>
          The browser does not let the page copy; take it from here:
          <textarea readOnly value={text()} rows={4} />
        </label>
      )}
    </div>
  );
}
