/** `count` small cables, by file name: enough of them for an import to be killed in. */
export function manyCables(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const number = String(i + 1).padStart(6, '0');
      return [
        `${number}.txt`,
        `O 151130Z MAR 07
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC

C O N F I D E N T I A L LA PAZ ${number}

SIPDIS

E.O. 12958: DECL: 03/15/2017
TAGS: PREL, BL
SUBJECT: BRIDGE NUMBER ${i}

1. (C) The minister praised bridge ${i}.

ROE
`,
      ];
    }),
  );
}
