import { describe, expect, it } from 'vitest';
import { htmlToText, isHtml } from '#src/ingest/text/html.ts';

describe('a web page', () => {
  it('becomes text with separate blocks and decoded entities', () => {
    const page = `<!doctype html><html><head><title>Quay &amp; tide</title></head><body>
      <h1>Quay</h1><div>One
      line<br>and another<p>Two &lt;b&gt; caf&eacute; &#8217;s</div>
      <ul><li>first<li>second</ul><table><tr><td>a</td><td>b</td></tr></table></body></html>`;

    const { text } = htmlToText(page);

    expect(text).toBe(
      'Quay & tide\n\nQuay\n\nOne line\nand another\n\nTwo <b> café ’s\n\nfirst\nsecond\n\na b',
    );
  });

  it('keeps scripts, styles and tags as furniture with line numbers', () => {
    const page =
      '<html>\n<style>p { color: red }</style>\n<script>\nlet a = "<p>";\n</script><p>Text</p>';

    const { text, furniture } = htmlToText(page);

    expect(text).toBe('Text');
    expect(furniture).toEqual([
      { kind: 'web-page', text: 'p { color: red }', line: 2 },
      { kind: 'web-page', text: 'let a = "<p>";', line: 3 },
      {
        kind: 'markup',
        text: '<html>\n<style>\n</style>\n<script>\n</script>\n<p>\n</p>',
        line: 1,
      },
    ]);
  });

  it('keeps the line breaks of preformatted text', () => {
    expect(htmlToText('<pre>FM LISBON\n  TO ALL &amp; SUNDRY\n\nTEXT</pre>').text).toBe(
      'FM LISBON\n  TO ALL & SUNDRY\n\nTEXT',
    );
  });

  it('becomes text even if deeply nested or truncated', () => {
    const deep = `<html>${'<div><b>'.repeat(100_000)}Text`;

    expect(htmlToText(deep).text).toBe('Text');
    expect(htmlToText('<html><p>Text<a href="x').text).toBe('Text');
    expect(htmlToText('<html><p>Text<!-- never closed').text).toBe('Text');
    expect(htmlToText('<html><p>a < b and <quill@example.org> too').text).toBe(
      'a < b and <quill@example.org> too',
    );
  });

  it.each([
    ['<!DOCTYPE html><p>x</p>', true],
    ['\n<html lang="en">', true],
    ['<!-- saved --><html>', true],
    ['<p>One</p>', true],
    ['<quill@example.org> wrote', false],
    ['From: <html@example.org>', false],
    ['Plain text with a <b> in it', false],
  ])('is recognised by its start: isHtml(%j) is %s', (input, expected) => {
    expect(isHtml(input)).toBe(expected);
  });
});
