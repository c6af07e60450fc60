/** Vérifier, aller voir, corriger et annuler, colorer. */
import type { Cellule, Correction } from '../classeur/excel/port';
import { adresse, type Anomalie } from '../dossier/anomalies/anomalie';
import { cleJustification, identiteDe } from '../dossier/controle/justifier';
import { CellulesChangees, ErreurClasseur } from '../dossier/formes/erreurs';
import { proprietaires } from '../dossier/lecture/proprietaire';
import { planJustifications } from '../dossier/restitution/feuilles/planJustifications';
import { dateFrancaise } from '../valeurs/date';
import { feuillesDe } from './etat';
import { estSansResultat } from './formules';
import type { Noyau } from './noyau';
import { entier, pluriel } from '../dossier/affichage/pluriel';
import { s } from '../valeurs/pluriel';
import { bilan } from './phrases';

/** « Projets!J10 a changé depuis la correction, sa valeur reste. » */
function restees(cellules: readonly Cellule[]): string {
  const premiere = cellules[0] && adresse(cellules[0]);
  const autres = cellules.length - 1;
  return autres === 0
    ? `${premiere} a changé depuis la correction, sa valeur reste.`
    : `${premiere} et ${pluriel(autres, 'autre cellule', 'autres cellules')} ont changé depuis la correction, leurs valeurs restent.`;
}

/** Au plus cinq allers-retours, quel que soit le nombre : chacun se compte, et l'on peut s'arrêter entre deux. */
const LOTS = 5;
const LOT_MIN = 50;

function enLots<T>(tous: readonly T[]): readonly (readonly T[])[] {
  const taille = Math.max(LOT_MIN, Math.ceil(tous.length / LOTS));
  return Array.from({ length: Math.ceil(tous.length / taille) }, (_, i) =>
    tous.slice(i * taille, (i + 1) * taille),
  );
}

export function gestesControle(noyau: Noyau) {
  const { port, emettre, faire, avancer, relire, relirePourEcrire, relirePosement } = noyau;

  /** Défait ce qui peut l'être ; rend les cellules qui ont changé, ou disparu, depuis. */
  async function defaire(inverse: readonly Correction[]): Promise<readonly Cellule[]> {
    try {
      await port.corriger(inverse);
      return [];
    } catch (erreur) {
      const perdues = erreur instanceof CellulesChangees ? erreur.cellules : await disparues(inverse);
      if (perdues.length === 0) throw erreur;
      const restent = inverse.filter((c) => !perdues.includes(c));
      if (restent.length > 0) await port.corriger(restent);
      return perdues;
    }
  }

  async function disparues(inverse: readonly Correction[]): Promise<readonly Cellule[]> {
    await relire();
    const feuilles = feuillesDe(noyau.etat().situation);
    return inverse.filter(({ feuille }) => !feuilles.includes(feuille));
  }

  return {
    verifier: (): Promise<boolean> =>
      faire('Contrôle du classeur…', async () => {
        emettre({ type: 'onglet', onglet: 'verifier' });
        const controle = await relirePourEcrire();
        return bilan(controle.examen.compte);
      }),

    allerA: async (cellule: Cellule): Promise<boolean> => {
      const { annonce } = noyau.etat();
      const fait = await faire('Déplacement…', async () => {
        await port.allerA(cellule);
        return null;
      });
      // ce qui y a conduit reste à lire, une fois devant la cellule
      if (fait && annonce?.lieu) emettre({ type: 'annonce', annonce });
      return fait;
    },

    corriger: (corrections: readonly Correction[]): Promise<boolean> =>
      faire('Correction…', async () => {
        const inverse: Correction[] = [];
        let refus: unknown = null;
        for (const lot of enLots(corrections)) {
          try {
            inverse.unshift(...(await port.corriger(lot)));
          } catch (erreur) {
            refus = erreur;
            break;
          }
          const reste = inverse.length < corrections.length;
          const ou = `Correction : ${entier(inverse.length)}/${entier(corrections.length)}…`;
          if (reste && !(await avancer(ou))) break;
        }
        if (inverse.length === 0 && refus !== null) throw refus;
        emettre({ type: 'corrige', inverse });
        await relire();
        const n = inverse.length;
        const sur = n < corrections.length ? ` sur ${entier(corrections.length)}` : '';
        const texte = `${pluriel(n, 'correction faite', 'corrections faites')}${sur}. « Annuler » ${n > 1 ? 'les' : 'la'} défait.`;
        if (refus instanceof ErreurClasseur) throw new ErreurClasseur(`${refus.message} ${texte}`);
        return { texte, annulable: true };
      }),

    /** Justifie des alertes par un même motif ; `null` : retire leur justification. */
    justifier: (alertes: readonly Anomalie[], motif: string | null): Promise<boolean> =>
      faire('Écriture des justifications…', async () => {
        const { examen } = await relirePourEcrire();
        const { lecture, au } = examen;
        const aQui = proprietaires(lecture);
        const identites = alertes.flatMap((a) => identiteDe(a, lecture, aQui(a)?.dossier ?? null) ?? []);
        const visees = new Set(identites.map(cleJustification));
        const gardees = lecture.justifications.filter((j) => !visees.has(cleJustification(j)));
        const date = dateFrancaise(au);
        const ajoutees =
          motif === null ? [] : [...new Map(identites.map((i) => [cleJustification(i), i])).values()];
        await port.ecrireFeuilles([
          planJustifications([...gardees, ...ajoutees.map((i) => ({ ...i, motif: motif ?? '', date }))]),
        ]);
        await relire();
        const n = pluriel(alertes.length, 'alerte');
        return motif === null
          ? `${n} : justification retirée de la feuille « Justifications ».`
          : `${n} justifiée${s(alertes.length)}, dans la feuille « Justifications ».`;
      }),

    annuler: (): Promise<boolean> =>
      faire('Annulation…', async () => {
        const [inverse] = noyau.etat().annulations;
        if (!inverse) return null;
        const perdues = await defaire(inverse);
        // même sans rien défaire : restée en tête, elle empêcherait d'annuler les précédentes
        emettre({ type: 'annule' });
        await relire();
        const faites = inverse.length - perdues.length;
        if (faites === 0) throw new ErreurClasseur(`Rien à annuler : ${restees(perdues)}`);
        // ce qui avait été ajouté (des versements au journal) n'était pas une correction
        const ajout = inverse.every(({ apres, formule }) => apres === null && formule === undefined);
        const dit = ajout
          ? `${pluriel(faites, 'cellule rendue vide', 'cellules rendues vides')}.`
          : `${pluriel(faites, 'correction annulée', 'corrections annulées')}.`;
        return perdues.length === 0 ? dit : `${dit} Le reste tient : ${restees(perdues)}`;
      }),

    colorer: (): Promise<boolean> =>
      faire('Coloration…', async () => {
        const { examen } = await relirePourEcrire();
        const teintes = examen.anomalies.flatMap(({ feuille, ligne, colonne, gravite }) =>
          ligne === null || colonne === null ? [] : [{ feuille, ligne, colonne, gravite }],
        );
        await port.colorer(teintes);
        emettre({ type: 'coloree', coloree: true });
        // plusieurs anomalies d'une même cellule ne la colorent qu'une fois
        const cellules = new Set(teintes.map((teinte) => adresse(teinte)));
        return `${pluriel(cellules.size, 'cellule colorée', 'cellules colorées')}. « Retirer les couleurs » rend l’aspect d’avant.`;
      }),

    decolorer: (): Promise<boolean> =>
      faire('Retrait des couleurs…', async () => {
        await port.decolorer();
        emettre({ type: 'coloree', coloree: false });
        return 'Couleurs retirées.';
      }),

    figerFormules: (): Promise<boolean> =>
      faire('Remplacement des formules…', async () => {
        const inverse = await port.figerFormules();
        if (inverse.length === 0) return 'Aucune formule Clas à figer.';
        emettre({ type: 'corrige', inverse });
        await relire();
        const n = inverse.filter(({ formule }) => formule !== undefined).length;
        const texte = `${pluriel(n, 'formule Clas remplacée par sa valeur', 'formules Clas remplacées par leurs valeurs')}. « Annuler » ${n > 1 ? 'les' : 'la'} rend.`;
        return { texte, annulable: true };
      }),

    recalculerFormules: (): Promise<boolean> =>
      faire('Recalcul des formules…', async () => {
        const nombre = await port.recalculerFormules();
        await relirePosement();
        const restent = noyau.etat().formules.filter(estSansResultat).length;
        if (restent > 0)
          throw new ErreurClasseur(
            `${pluriel(restent, 'formule Clas reste', 'formules Clas restent')} sans résultat : l’onglet État dit lesquelles, et pourquoi.`,
          );
        return nombre === 0
          ? 'Aucune formule Clas à recalculer.'
          : `${pluriel(nombre, 'formule Clas recalculée', 'formules Clas recalculées')}.`;
      }),
  };
}
