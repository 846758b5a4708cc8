import { IsolatedText } from '../components/isolated-text.tsx';

/**
 * The matched words in context. The API returns HTML with `<mark>`; only text and marks are taken from it, so
 * that no other element can be injected.
 */
export function Snippet({ html }: { readonly html: string }) {
  const { childNodes } = new DOMParser().parseFromString(html, 'text/html').body;
  return (
    <span className="snippet">
      {[...childNodes].map((node, i) => {
        const text = <IsolatedText text={node.textContent ?? ''} />;
        return node.nodeName === 'MARK' ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>;
      })}
    </span>
  );
}
