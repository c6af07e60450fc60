/**
 * Les courriers, d'après le modèle Word de l'agent : docxtemplater remplit {champs} et {#listes}…{/listes}.
 * Un champ que Clas ne connaît pas est nommé avant qu'aucun courrier ne soit fait.
 */
import Docxtemplater, { type DXT } from 'docxtemplater';
import InspectModule from 'docxtemplater/js/inspect-module.js';
import PizZip from 'pizzip';
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import type { Champs } from '../../dossier/restitution/sorties/champs';
import { plusProche } from '../../valeurs/suggestion';

/** Un modèle vérifié, prêt à remplir. */
export interface ModeleCourrier {
  /** Champs et listes que le modèle emploie. */
  readonly champs: readonly string[];
  /** Les courriers d'un lot, dans son ordre ; le modèle n'est lu qu'une fois par lot. Aucun champ employé n'y est `null`. */
  readonly remplir: (lot: readonly Champs[]) => Generator<Uint8Array, void>;
}

/** Octets d'un modèle : une lettre à en-tête illustrée en fait rarement plus d'un million. */
const OCTETS_MAX = 20_000_000;

const compiler = (octets: Uint8Array, module: DXT.Module): Docxtemplater => {
  try {
    return new Docxtemplater(new PizZip(octets), {
      paragraphLoop: true,
      linebreaks: true,
      // « { dossier } » est {dossier}
      parser: (balise) => ({
        get: (portee: Record<string, unknown>) => {
          const nom = balise.trim();
          return nom === '.' ? portee : portee[nom];
        },
      }),
      modules: [module],
      // ce qu'il reproche au modèle devient une phrase ; il n'écrit rien de lui-même
      errorLogging: false,
    });
  } catch (erreur) {
    throw new ErreurClasseur(phraseModele(erreur));
  }
};

/** Où le rendu laisse la partie d'une lettre du lot ; en .xml, pour que les numéros d'images y soient aussi revus. */
const partieDe = (partie: string, rang: number): string => `${partie}.${rang}.xml`;
const zipper = (zip: PizZip): Uint8Array =>
  zip.generate({ type: 'uint8array', compression: 'DEFLATE' }) as Uint8Array;

/** Compilé une fois pour tout le lot : les parties à champs sont écrites une fois par lettre, le reste est partagé. */
function* remplirLot(
  octets: Uint8Array,
  parties: readonly string[],
  lot: readonly Champs[],
): Generator<Uint8Array, void> {
  const rendu = compiler(octets, {
    name: 'ParLettre',
    // après les siens, qui prévoient une seule lettre
    priority: -1_000,
    getRenderedMap: (table: Record<string, { from: string; data: unknown }>) => {
      for (const from of parties) {
        Reflect.deleteProperty(table, from);
        for (const [i, data] of lot.entries()) table[partieDe(from, i)] = { from, data };
      }
      return table;
    },
  }).render();
  const zip = rendu.getZip() as PizZip;
  const textes = lot.map((_, i) =>
    parties.map((partie) => {
      const provisoire = partieDe(partie, i);
      // `file(nom)` parcourt toute l'archive
      const texte = zip.files[provisoire]?.asText() ?? '';
      zip.remove(provisoire);
      return [partie, texte] as const;
    }),
  );
  // compressées ici, les parties communes ne le sont plus à chaque lettre
  const lettre = new PizZip(zipper(zip));
  for (const propres of textes) {
    for (const [partie, texte] of propres) lettre.file(partie, texte);
    yield zipper(lettre);
  }
}

/** Ce que docxtemplater reproche au modèle, en une phrase : une accolade non fermée, une liste sans fin. */
function phraseModele(erreur: unknown): string {
  const { properties } = erreur as { properties?: { errors?: { properties?: { xtag?: string } }[] } };
  const noms = (properties?.errors ?? []).flatMap(({ properties: p }) => p?.xtag ?? []);
  return noms.length > 0
    ? `Modèle de courrier : accolades ou liste mal fermées autour de « ${[...new Set(noms)].slice(0, 3).join(' », « ')} ».`
    : 'Le modèle n’est pas un document Word (.docx) lisible : l’enregistrer de nouveau depuis Word.';
}

/** @throws ErreurClasseur quand ce n'est pas un document Word, ou qu'un champ n'existe pas. */
export function lireModele(
  octets: Uint8Array,
  noms: readonly string[],
  listes: Readonly<Record<string, readonly string[]>>,
): ModeleCourrier {
  if (octets.length > OCTETS_MAX) throw new ErreurClasseur('Le modèle de courrier dépasse 20 Mo.');
  const inspection = new InspectModule();
  compiler(octets, inspection);
  const employes = new Set<string>();
  const inconnus = new Set<string>();
  // une liste de balises, et non un objet à leurs noms : « {constructor} » y est un nom comme un autre
  const visiter = (balises: readonly DXT.Part[], permis: ReadonlySet<string>, dansListe: boolean): void => {
    for (const { value, subparsed: contenu = [] } of balises) {
      const nom = value.trim();
      const liste = Object.hasOwn(listes, nom) ? listes[nom] : undefined;
      if (liste && !dansListe) {
        employes.add(nom);
        visiter(contenu, new Set([...liste, ...noms]), true);
      } else if (!permis.has(nom)) inconnus.add(nom);
      else {
        if (noms.includes(nom)) employes.add(nom);
        visiter(contenu, permis, dansListe);
      }
    }
  };
  visiter(inspection.getAllStructuredTags(), new Set(noms), false);
  if (inconnus.size > 0) {
    const permis = [...noms, ...Object.keys(listes), ...Object.values(listes).flat()];
    const dits = [...inconnus].map((n) => {
      const proche = plusProche(n, permis);
      return `{${n}}${proche ? ` (vouliez-vous dire {${proche}} ?)` : ''}`;
    });
    throw new ErreurClasseur(
      `${inconnus.size > 1 ? 'Champs inconnus' : 'Champ inconnu'} dans le modèle : ${dits.join(', ')}. « clas courriers --aide » les donne tous.`,
    );
  }
  if (employes.size === 0)
    throw new ErreurClasseur(
      'Le modèle de courrier n’a aucun champ entre accolades, comme {gestionnaire} : toutes les lettres seraient la même.',
    );
  const parties = inspection
    .getTemplatedFiles()
    .filter((partie) => Object.keys(inspection.getTags(partie)).length > 0);
  return {
    champs: [...employes],
    remplir: (lot) => remplirLot(octets, parties, lot),
  };
}
