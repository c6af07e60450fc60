/** Ce qu'un classeur d'épreuve demande aux commandes, et la comparaison : chaque écart est une ligne lisible. */

export interface AnomalieJson {
  readonly gravite: string;
  readonly feuille: string;
  readonly ligne: number | null;
  readonly reference: string;
}

interface Endroit {
  readonly feuille: string;
  readonly ligne?: number;
}

export interface Attendu {
  readonly cas: string;
  readonly titre: string;
  readonly fichier: string;
  readonly au: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly verifier: {
    readonly exit: readonly number[];
    readonly annee: number;
    readonly caf: string;
    readonly doivent: readonly {
      readonly reference: string;
      readonly gravite: string;
      readonly ou: readonly Endroit[];
    }[];
    readonly interdites: readonly (Partial<Endroit> & { readonly reference: string })[];
  };
  readonly calculer: { readonly exit: readonly number[]; readonly json: unknown };
  readonly remontee: {
    readonly exit: readonly number[];
    readonly sortie: string;
    readonly json?: unknown;
    readonly dossiers?: readonly string[];
    readonly absents?: readonly string[];
  };
  readonly cloture?: { readonly exit: readonly number[] };
}

const estObjet = (v: unknown): v is Readonly<Record<string, unknown>> => typeof v === 'object' && v !== null;

/** Égalité partielle : seules les clés attendues comptent ; `{"$un": […]}` admet l'une des valeurs. */
export function ecarts(attendu: unknown, obtenu: unknown, chemin = '$'): string[] {
  if (estObjet(attendu) && Array.isArray(attendu['$un']))
    return attendu['$un'].some((v) => ecarts(v, obtenu).length === 0)
      ? []
      : [`${chemin} : ${JSON.stringify(obtenu)}, aucune des valeurs ${JSON.stringify(attendu['$un'])}`];
  if (Array.isArray(attendu)) {
    if (!Array.isArray(obtenu) || obtenu.length !== attendu.length)
      return [`${chemin} : ${attendu.length} éléments attendus`];
    return attendu.flatMap((v, i) => ecarts(v, obtenu[i], `${chemin}[${i}]`));
  }
  if (estObjet(attendu))
    return Object.entries(attendu).flatMap(([cle, v]) =>
      ecarts(v, estObjet(obtenu) ? obtenu[cle] : undefined, `${chemin}.${cle}`),
    );
  return Object.is(attendu, obtenu)
    ? []
    : [`${chemin} : ${JSON.stringify(obtenu)} au lieu de ${JSON.stringify(attendu)}`];
}

const a = (anomalie: AnomalieJson, { feuille, ligne }: Partial<Endroit>): boolean =>
  (feuille === undefined || anomalie.feuille === feuille) &&
  (ligne === undefined || anomalie.ligne === ligne);

export function ecartsAnomalies(
  { doivent, interdites }: Attendu['verifier'],
  anomalies: readonly AnomalieJson[],
): string[] {
  return [
    ...doivent
      .filter(
        ({ reference, gravite, ou }) =>
          !anomalies.some(
            (x) => x.reference === reference && x.gravite === gravite && ou.some((endroit) => a(x, endroit)),
          ),
      )
      .map((d) => `manque ${d.reference} (${d.gravite}) en ${JSON.stringify(d.ou)}`),
    ...interdites.flatMap((i) =>
      anomalies
        .filter((x) => x.reference === i.reference && a(x, i))
        .map((x) => `interdite ${x.reference} en ${x.feuille} ligne ${x.ligne}`),
    ),
  ];
}
