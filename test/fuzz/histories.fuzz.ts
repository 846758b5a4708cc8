/** The random histories of `test/end-to-end/histories.test.ts`, more of them: HISTORIES sets how many. */
process.env['HISTORIES'] ??= '5000';
await import('../end-to-end/histories.test.ts');
