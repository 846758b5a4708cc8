import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/server/config/config.ts';
import { SETTINGS } from '#src/server/config/settings.ts';

describe('configuration', () => {
  it('has defaults, also for empty variables', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataFolder: '.demarche',
      operations: 'any',
      corsOrigins: [],
      limits: { tokens: 1000, list: 250, page: 100, body: 1_000_000 },
    });
    // As after `export PORT=` in a shell.
    expect(readConfig({ PORT: '', DEMARCHE_MAX_PAGE: '' })).toEqual(readConfig({}));
  });

  it('reads environment variables', () => {
    const config = readConfig({
      PORT: '0',
      DEMARCHE_PUBLIC_URL: 'https://example.org/quartet/',
      DEMARCHE_CORS_ORIGINS: 'https://a.example, http://localhost:3000',
      DEMARCHE_OPERATIONS: 'persisted-only',
      DEMARCHE_MAX_COST: '17',
    });

    expect(config.port).toBe(0);
    expect(config.publicUrl).toBe('https://example.org/quartet');
    expect(config.corsOrigins).toEqual(['https://a.example', 'http://localhost:3000']);
    expect(config.operations).toBe('persisted-only');
    expect(config.limits.cost).toBe(17);
  });

  it('reports all invalid values at once, with the valid ones', () => {
    expect(() =>
      readConfig({
        PORT: '65536',
        DEMARCHE_PUBLIC_URL: 'ftp://example.org',
        DEMARCHE_CORS_ORIGINS: '*',
        DEMARCHE_OPERATIONS: 'some',
        DEMARCHE_MAX_PAGE: '0',
        DEMARCHE_MAX_TOKENS: '1e3',
      }),
    ).toThrow(
      [
        'PORT is "65536"; it must be a whole number, from 0 to 65535.',
        'DEMARCHE_PUBLIC_URL is "ftp://example.org"; it must be a URL that begins with http:// or https://.',
        'DEMARCHE_CORS_ORIGINS is "*"; it must be origins like https://app.example.org, without a path.',
        'DEMARCHE_OPERATIONS is "some"; it must be one of any, persisted-only.',
        'DEMARCHE_MAX_TOKENS is "1e3"; it must be a whole number, 1 or more.',
        'DEMARCHE_MAX_PAGE is "0"; it must be a whole number, from 1 to 10000.',
      ].join('\n'),
    );
  });

  it('is documented completely in operating.md', () => {
    const page = readFileSync('src/server/operating.md', 'utf8');

    for (const [name, { meaning, fallback }] of Object.entries(SETTINGS)) {
      const value = fallback === '' ? '' : `\`${fallback}\` `;
      expect(page).toContain(`| \`${name}\` | ${value}| ${meaning} |`);
    }
  });
});
