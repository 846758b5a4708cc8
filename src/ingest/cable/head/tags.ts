/** Reads the TAGS line: codes for subject, country, organisation and programme. */
import type { HeadField } from './head-labels.ts';

/** Subject codes in common use; needed only to separate codes written without spaces. */
const SUBJECT_CODES = new Set(
  `ABLD ADCO ADPM AEMR AFIN AFSI AFSN AGAO AGMT AINF AINR AINT ALOW AMED AMGT AMTC ANET AORC
   AORL APCS APER ARCH ASCE ASCH ASEC ASIG ASUP ATRN BBSR BENE BEXP BFIF BMGT BPRO BTIO BTRA
   CACM CACS CADP CAPC CARC CARR CASC CBSA CDES CFED CGEN CJAN CLOK CMGT CNAR COPY CPAS CPRS
   CROS CSCP CTRM CVIS EAGR EAID EAIR ECCT ECIN ECON ECPS EDUC EFIN EFIS EFTA EGEN EIAR EIND
   EINT EINV ELAB ELAM ELTN EMIN ENGY ENRG ENVR EPET EREL ESTH ETEL ETMN ETRA ETRC ETRD ETRN
   ETRO ETTC EWWT EXBS EXIM FAID FARM FINR KACT KAWC KAWK KBCT KBIO KBTR KCFE KCIP KCOM KCOR
   KCRM KCRS KCSY KCUL KDEM KDRG KECO KEDU KFIN KFLO KFLU KFRD KFSC KGCC KGHG KGIC KHDP KHIV
   KHLS KHSA KHUM KICC KIDE KIMT KIPR KIRF KISL KJUS KLIG KMCA KMDR KMPI KMRS KNAR KNEI KNNP
   KNUC KOCI KOLY KOMC KPAL KPAO KPIN KPKO KPLS KPRP KPWR KRAD KREC KRVC KSAC KSAF KSCA KSEC
   KSEO KSEP KSPR KSTC KSTH KSUM KTBT KTDB KTEX KTFN KTIA KTIP KTLA KUNC KUNR KVPR KVRP KWBG
   KWMN KWNM KZFT MAPP MARR MASS MCAP MEDI MEPI MNUC MOPS MPOS MTCR MTRE NATO NSFO OAMG OECD
   OEXC OFDP OIIP OPCW OPDC OPIC OPRC OREP OSAC OSCE OSCI OTRA OVIP PARM PBIO PBTS PDEM PEPR
   PGOF PGOV PHSA PHUM PINF PINL PINO PINR PINS PINT PJUS PKFK PLAB PMAR PMIL PNAT PNUC POGV
   POLG PORG PRAM PREF PREL PREO PROP PROV PSEC PSOE PTEL PTER RELI SADC SARS SCUL SENV SHUM
   SMIG SNAR SOCI TBIO TINT TNGD TNUC TPHY TPSA TPSL TRGY TSPA TSPL TSTY UNEP UNGA UNSC WTRO
   XFEL ZANU`.split(/\s+/),
);
const CODE = /^[A-Z]{2,5}$/;
/** Captions and other words on a TAGS line that are not codes. */
const NOT_CODES = new Set(['SIPDIS', 'TAGS', 'TAG', 'AND', 'THE', 'NOFORN', 'DECL', 'REF', 'NA']);
const MAX_LINES = 6;

/** The distinct codes, in order. */
export function readTags(fields: readonly HeadField[]): readonly string[] {
  const tags = new Set<string>();
  for (const field of fields) {
    if (field.label !== 'tags') continue;
    for (const token of tagTokens(field.text)) {
      for (const code of splitRunTogether(token)) {
        if (CODE.test(code) && !NOT_CODES.has(code)) tags.add(code);
      }
    }
  }
  return [...tags];
}

function tagTokens(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split('\n').slice(0, MAX_LINES)) {
    const blank = line.trim() === '';
    if (blank && lines.length > 0) break;
    if (lines.length > 0 && !isTagsContinued(line)) break;
    if (!blank) lines.push(line.slice(0, 1000));
  }
  // Names in brackets are people, who have no code.
  return lines
    .join(' ')
    .replace(/\([^()]{0,80}\)/g, ' ')
    .toUpperCase()
    .split(/[^A-Z-]+/);
}

function isTagsContinued(line: string): boolean {
  const words = line
    .trim()
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  return words.length > 0 && words.every((word) => /^\(?[A-Z]{2,12}[.)]?$/.test(word));
}

/** Splits `KFRDKIRFEG` into KFRD, KIRF and EG; an unknown word is kept whole. */
function splitRunTogether(token: string): readonly string[] {
  if (token.length < 6 || token.length > 400 || !/^[A-Z]+$/.test(token)) return [token];
  const parts: string[] = [];
  let at = 0;
  while (at < token.length) {
    const four = token.slice(at, at + 4);
    const size = SUBJECT_CODES.has(four) ? 4 : 2;
    parts.push(token.slice(at, at + size));
    at += size;
  }
  const known = parts.filter((part) => part.length === 4).length;
  return known * 2 >= parts.length && parts.every((part) => part.length !== 1) ? parts : [token];
}
