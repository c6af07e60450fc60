/**
 * Les courriers, d'après le modèle Word de l'agent : docxtemplater remplit {champs} et {#listes}…{/listes}.
 * Un champ que Clas ne connaît pas est nommé avant qu'aucun courrier ne soit fait.
 */
import Docxtemplater from 'docxtemplater';
import InspectModule from 'docxtemplater/js/inspect-module.js';
import PizZip from 'pizzip';
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import type { Champs } from '../../dossier/restitution/sorties/champs';

/** Un modèle vérifié, prêt à remplir. */
export interface ModeleCourrier {
  /** Champs simples que le modèle emploie. */
  readonly champs: readonly string[];
  /** Le courrier d'un dossier, ou les champs inconnus qui l'empêchent. */
  readonly remplir: (champs: Champs) => Uint8Array | { readonly inconnus: readonly string[] };
}

/** Octets d'un modèle : une lettre à en-tête illustrée en fait rarement plus d'un million. */
const OCTETS_MAX = 20_000_000;

type Balises = Readonly<Record<string, unknown>>;

const ouvrir = (octets: Uint8Array): Docxtemplater => {
  const inspection = new InspectModule();
  try {
    const modele = new Docxtemplater(new PizZip(octets), {
      paragraphLoop: true,
      linebreaks: true,
      modules: [inspection],
      // ce qu'il reproche au modèle devient une phrase ; il n'écrit rien de lui-même
      errorLogging: false,
    });
    return Object.assign(modele, { inspection });
  } catch (erreur) {
    throw new ErreurClasseur(phraseModele(erreur));
  }
};

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
  const balises = (
    ouvrir(octets) as Docxtemplater & { inspection: InspectModule }
  ).inspection.getAllTags() as Balises;
  const employes = new Set<string>();
  const inconnus = new Set<string>();
  const visiter = (niveau: Balises, permis: ReadonlySet<string>, dansListe: boolean): void => {
    for (const [nom, enfants] of Object.entries(niveau)) {
      const contenu = Object.keys(enfants as Balises).length > 0 ? (enfants as Balises) : null;
      const liste = listes[nom];
      if (liste && !dansListe) visiter(contenu ?? {}, new Set([...liste, ...noms]), true);
      else if (!permis.has(nom)) inconnus.add(nom);
      else {
        if (noms.includes(nom)) employes.add(nom);
        if (contenu) visiter(contenu, permis, dansListe);
      }
    }
  };
  visiter(balises, new Set(noms), false);
  if (inconnus.size > 0) {
    const s = inconnus.size > 1 ? 's' : '';
    throw new ErreurClasseur(
      `Champ${s} inconnu${s} dans le modèle : ${[...inconnus].map((n) => `{${n}}`).join(', ')}. La liste est dans « clas courriers --aide » et dans le guide.`,
    );
  }
  return {
    champs: [...employes],
    remplir: (champs) => {
      const manquants = [...employes].filter((nom) => champs[nom] === null);
      if (manquants.length > 0) return { inconnus: manquants };
      const modele = ouvrir(octets);
      modele.render(champs);
      return modele.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' }) as Uint8Array;
    },
  };
}
