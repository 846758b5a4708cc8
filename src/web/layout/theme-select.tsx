import { useEffect, useState } from 'react';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const STORAGE_KEY = 'demarche-theme';

/** Selects the light, the dark or the system's colour theme; stored in the browser. */
export function ThemeSelect() {
  const [theme, setTheme] = useState(storedTheme);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    try {
      localStorage.setItem(STORAGE_KEY, theme);
    } catch {
      // Storage is disabled: the theme applies until the page is closed.
    }
  }, [theme]);
  return (
    <label className="theme">
      <span className="visually-hidden">Colour theme</span>
      <select value={theme} onChange={(event) => setTheme(parseTheme(event.target.value))}>
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
}

function storedTheme(): Theme {
  try {
    return parseTheme(localStorage.getItem(STORAGE_KEY));
  } catch {
    return 'system';
  }
}

function parseTheme(text: string | null): Theme {
  return THEMES.find((theme) => theme === text) ?? 'system';
}
