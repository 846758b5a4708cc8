import { IsolatedText } from '../components/isolated-text.tsx';

/**
 * Words around what was sought. They come as HTML with `<mark>` in it; only its texts are taken, and
 * which of them are marked, so that no other element can come in.
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
