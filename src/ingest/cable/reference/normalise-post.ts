/** Normalises the names of posts on the `FM` line, on the classification line and by publishers. */
import leven from 'leven';

// Station types that precede the place name; the classification line omits them.
const STATION_PREFIX =
  /^(?:(?:AM)?EMBASSY|AMEMB|(?:AM)?CONSULATE(?: GENERAL)?|AMCONSUL|AMCONGEN|USMISSION|US MISSION|USLO|USINT|USOFFICE|US OFFICE|REO|EFTO|E F T O|FM)\b[ .]*/;

// Abbreviations that cannot be expanded by a rule.
const EXPANSIONS: Readonly<Record<string, string>> = {
  SECSTATE: 'STATE',
  SECSTATEWASHDC: 'STATE',
  SECSTATEWASHINGTONDC: 'STATE',
  DEPTOFSTATE: 'STATE',
  DEPSTATE: 'STATE',
  SECDEFWASHDC: 'SECDEF',
  SECDEFWASHINGTONDC: 'SECDEF',
  USUN: 'USUNNEWYORK',
  USEU: 'USEUBRUSSELS',
  UNVIE: 'UNVIEVIENNA',
  NATO: 'USNATO',
  HCMC: 'HOCHIMINHCITY',
  HOCHIMINH: 'HOCHIMINHCITY',
  RIO: 'RIODEJANEIRO',
  RIODEJAN: 'RIODEJANEIRO',
  HK: 'HONGKONG',
};

/** The place name of a station, in capitals: `AMEMBASSY TEL AVIV` → `TEL AVIV`. */
export function placeOfStation(station: string): string {
  let rest = station.toUpperCase().trim();
  for (let i = 0; i < 3; i += 1) rest = rest.replace(STATION_PREFIX, '');
  return rest;
}

/** A post as written in references: `AMEMBASSY TEL AVIV`, `Tel Aviv` → `TELAVIV`. */
export function normalisePost(name: string): string {
  const letters = placeOfStation(name).replace(/[^A-Z]/g, '');
  if (isMisread(letters, 'SECSTATEWASHDC')) return 'STATE';
  return Object.hasOwn(EXPANSIONS, letters) ? (EXPANSIONS[letters] ?? letters) : letters;
}

/** Whether two names denote the same post, even if one is shortened or badly scanned. */
export function samePost(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  return a === b || a.includes(b) || b.includes(a) || isMisread(a, b);
}

/** Whether `a` is `b` with one or two letters lost or changed in transmission. */
export function isMisread(a: string, b: string): boolean {
  if (a === b || a.length < 3 || b.length < 4 || a.length > 40) return false;
  return leven(a, b) <= (b.length > 5 ? 2 : 1);
}

/** The sender as publishers write it: `AMEMBASSY TEL AVIV` → `Embassy Tel Aviv`. */
export function originName(station: string): string {
  const name = station.toUpperCase().replace(/\s+/g, ' ').trim();
  if (/^(?:SECSTATE|DEPT? OF STATE|DEPSTATE)/.test(name)) return 'Secretary of State';
  if (name.startsWith('SECDEF')) return 'Secretary of Defense';
  if (name.startsWith('AIT TAIPEI')) return 'American Institute Taiwan, Taipei';
  if (/^USDEL\b.*\bSECRETARY\b/.test(name)) return 'US Delegation, Secretary';
  if (name.startsWith('USINT')) return `US Interests Section ${titleCase(name.slice(5))}`.trim();
  if (/\bUSUN\b/.test(name)) return 'USUN New York';
  if (/\bUSEU\b/.test(name)) return 'USEU Brussels';
  if (/\bUNVIE\b/.test(name)) return 'UNVIE';
  if (/\bUN ?ROME\b/.test(name)) return 'UN Rome';
  const acronym = /^(?:USMISSION |US MISSION )?(USNATO|USOSCE|UNESCO.*)$/.exec(name);
  if (acronym?.[1]) return `Mission ${acronym[1].startsWith('US') ? acronym[1] : 'UNESCO'}`;
  if (name.endsWith(' CD GENEVA')) return 'US Mission CD Geneva';
  const known =
    /^(AMEMBASSY|EMBASSY|AMEMB|USLO|USOFFICE|AMCONSUL|AMCONGEN|USMISSION|US MISSION)\s(.+)$/.exec(
      name,
    );
  if (known?.[1] && known[2]) {
    // Offices that later became embassies are published as embassies.
    const kind = /MISSION/.test(known[1])
      ? 'Mission'
      : /CON/.test(known[1])
        ? 'Consulate'
        : 'Embassy';
    return `${kind} ${titleCase(known[2])}`;
  }
  return titleCase(name);
}

const UPPER = /^(?:US|UN|CD|REO|RPO|AIT|FSC|USLO|USTR|NATO|USDAO|DC)$/;

function titleCase(text: string): string {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => (UPPER.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase()))
    .join(' ');
}
