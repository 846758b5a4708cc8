import { describe, expect, it } from 'vitest';
import { useExplorer } from './use-explorer.ts';

describe('untrusted text in the explorer', () => {
  const SCRIPT =
    '<script>globalThis.planted = 1</script><img src=x onerror="globalThis.planted = 1">';
  const REVERSED = ' zebra abc\u202Edef';
  const LINK = 'javascript:globalThis.planted=1';

  const explorer = useExplorer(async ({ prisma }) => {
    await prisma.$executeRaw`UPDATE position SET summary = ${SCRIPT + REVERSED}, rationale = ${LINK}`;
    // What is stored never changes; this is as if it had been imported so.
    await prisma.$executeRaw`ALTER TABLE document_version DISABLE TRIGGER USER`;
    await prisma.$executeRaw`UPDATE document_version SET title = ${SCRIPT + REVERSED}, provenance = ${LINK}, origin = ${SCRIPT}`;
  });

  it.each([
    '/?cell=hamas:RECOGNITION',
    '/documents',
    '/documents/07MOSCOW828',
    '/actors/hamas',
    '/time?condition=RECOGNITION',
    '/search?q=zebra',
  ])('is shown as text and executes nothing: %s', async (path) => {
    const { page, consoleMessages, foreignRequests } = await explorer.watch();
    await page.goto(path, { waitUntil: 'networkidle' });
    const text = async (): Promise<string> => {
      await page.evaluate(
        `for (const each of document.querySelectorAll('details')) each.open = true`,
      );
      return page.locator('body').innerText();
    };

    await expect.poll(text, { timeout: 20_000 }).toContain('abc\u2426def');
    // Search results show an excerpt only.
    const isWhole = (await text()).includes('<script>globalThis.planted');
    expect(isWhole || path.startsWith('/search')).toBe(true);
    const html = await page.content();
    const links = await page
      .locator('a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    await page.context().close();

    expect(html).not.toContain('\u202E');
    expect(links.filter((href) => /^\s*javascript:/i.test(href ?? ''))).toEqual([]);
    expect(consoleMessages).toEqual([]);
    expect(foreignRequests).toEqual([]);
  });

  it('does not execute even if injected into the page', async () => {
    const { page, consoleMessages } = await explorer.watch();
    await page.goto('/', { waitUntil: 'networkidle' });

    const planted = await page.evaluate(`
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.planted = 1">');
      const script = document.createElement('script');
      script.textContent = 'globalThis.planted = 1';
      document.body.append(script);
      new Promise((resolve) => setTimeout(() => resolve(globalThis.planted ?? null), 300))`);
    await page.context().close();

    expect(planted).toBeNull();
    expect(consoleMessages.join('\n')).toContain('Content Security Policy');
  });
});
