/** Les réponses JSON de la ligne de commande : clés et ordre du contrat, montants en textes à deux décimales. */
import { lettres } from '../formes/adresses';
import { adresse, ECRITES_MAX, phraseDe, type Correction } from '../anomalies/anomalie';
import { nomConnu } from '../cafs';
import { CLES_MONTANTS, type CleMontant, type Montants } from '../calcul/montants';
import type { Examen } from '../examiner';
import type { FeuilleLue } from '../lecture/bilan';
import { estIllisible, type Valeur } from '../../valeurs/valeur';
import { anneeScolaire } from '../../reglement/annee';
import { Decimal } from '../../valeurs/montant';
import type { Cloture } from './arrete/arrete';
import type { Bilan } from './bilan/consolider';
import type { FormeJson } from './formesJson';
import type { Remontee } from './remontee/donnees';
import { nomFichier } from './remontee/identite';
import { CLES_TOTAL, type CleTotal, type TotauxRemontee } from './remontee/presentation';
import type { Paiements } from './sorties/paiements';
import { EFFETS, type Comparaison, type ValeurComparee } from './suite/comparer';
import type { SuiviEnveloppe } from './suite/enveloppe';
import { montantRepris, type Reprise } from './suite/reprendre';
import type { SuiviNational } from './suite/suivi';

/** La valeur telle qu'Excel la montre : le texte de l'erreur ou de la formule quand il n'y en a pas. */
export const valeurSaisie = (valeur: Valeur): string | number | boolean | null =>
  estIllisible(valeur) ? valeur.illisible : valeur;

const ecrireMontant = (montant: Decimal): string => montant.toFixed(2);
const ecrireSi = (montant: Decimal | null): string | null =>
  montant === null ? null : ecrireMontant(montant);

/** La correction en texte, sans mise en forme : « 24000 », « 2021-10-12 » reste « 12/10/2021 » comme l'agent le lit. */
export const correctionEcrite = (correction: Correction | null): string | null => {
  if (correction === null) return null;
  return typeof correction.valeur === 'number' && correction.format !== 'date'
    ? String(correction.valeur)
    : correction.texte;
};

export const jsonVerifier = ({
  valide,
  lecture,
  compte,
  justifiees,
  anomalies,
}: Examen): FormeJson<'verifier'> => ({
  valide,
  annee: lecture.parametres.annee,
  caf: lecture.parametres.caf,
  compte: { bloquante: compte.bloquante, alerte: compte.alerte, information: compte.information },
  justifiees,
  ...(anomalies.length > ECRITES_MAX && { anomaliesNonEcrites: anomalies.length - ECRITES_MAX }),
  anomalies: anomalies.slice(0, ECRITES_MAX).map((a) => ({
    code: a.code,
    gravite: a.gravite,
    feuille: a.feuille,
    ligne: a.ligne,
    colonne: a.colonne === null ? null : lettres(a.colonne),
    champ: a.champ,
    adresse: adresse(a),
    valeur: valeurSaisie(a.valeur),
    message: phraseDe(a),
    correction: correctionEcrite(a.correction),
    reference: a.reference,
    source: a.source,
    justification: a.justification,
  })),
  lecture: { feuilles: lecture.bilan.map(jsonBilan) },
});

/** Le bilan de lecture d'une feuille. */
const jsonBilan = (f: FeuilleLue) => ({
  feuille: f.feuille,
  role: f.role,
  visible: f.visible,
  lignesLues: f.lignesLues,
  lignesIgnorees: f.lignesIgnorees.map(({ ligne, motif }) => ({ ligne, motif })),
  colonnesLues: f.colonnesLues.map(({ colonne, entete, champ }) => ({
    colonne: lettres(colonne),
    entete,
    champ,
  })),
  colonnesNonLues: f.colonnesNonLues.map(({ colonne, entete, valeurs, proches }) => ({
    colonne: lettres(colonne),
    entete,
    valeurs,
    proche: proches[0] ?? null,
  })),
});

type JsonMontants = Record<CleMontant, string | null>;

/** Recopiée d'une pièce puis remplie : clé après clé, une ligne de quarante-cinq montants se recopierait en grandissant. */
const SANS_MONTANT = Object.fromEntries(CLES_MONTANTS.map((cle) => [cle, null])) as JsonMontants;
const SANS_PROJET = { dossier: null as string | null, ...SANS_MONTANT };

function remplir<L extends JsonMontants>(ligne: L, montants: Montants): L {
  for (const cle of CLES_MONTANTS) ligne[cle] = ecrireSi(montants[cle].montant);
  return ligne;
}

export const jsonCalculer = ({ lecture, calculs, totaux, effectifs }: Examen): FormeJson<'calculer'> => ({
  annee: lecture.parametres.annee,
  caf: lecture.parametres.caf,
  projets: calculs.map(({ projet, montants }) =>
    remplir({ ...SANS_PROJET, dossier: projet.dossier }, montants),
  ),
  totaux: { ...remplir({ ...SANS_MONTANT }, totaux), ...effectifs },
});

type JsonTotaux = { readonly [C in CleTotal]: TotauxRemontee[C] extends number ? number : string };

const jsonTotaux = (totaux: TotauxRemontee): JsonTotaux =>
  Object.fromEntries(
    CLES_TOTAL.map((cle) => {
      const total = totaux[cle];
      return [cle, typeof total === 'number' ? total : ecrireMontant(total)];
    }),
  ) as JsonTotaux;

export const jsonRemontee = (r: Remontee): FormeJson<'remontee'> => ({
  fichier: nomFichier(r),
  annee: r.annee,
  caf: r.caf,
  ...jsonTotaux(r.totaux),
  empreinte: r.empreinte,
});

export const jsonCloture = ({
  annee,
  caf,
  ecritures,
  totaux,
  enveloppes,
  liquidations,
  passees,
}: Cloture): FormeJson<'cloture'> => ({
  annee,
  caf,
  ecritures: ecritures.map((e) => ({
    mois: e.mois,
    exercice: e.exercice,
    compte: e.compte,
    libelle: e.libelle,
    debit: ecrireMontant(e.debit),
    credit: ecrireMontant(e.credit),
    dossier: e.dossier,
  })),
  totaux: {
    chargeAPayer: ecrireMontant(totaux.chargeAPayer),
    engagement: ecrireMontant(totaux.engagement),
    debit: ecrireMontant(totaux.debit),
    credit: ecrireMontant(totaux.credit),
  },
  liquidations: liquidations.map((l) => ({
    dossier: l.dossier,
    gestionnaire: l.gestionnaire,
    date: l.date,
    nature: l.nature,
    gestion: l.gestion,
    montant: ecrireMontant(l.montant),
    compte: l.compte,
    specificite: l.specificite,
  })),
  passees,
  enveloppes: Object.fromEntries(Object.entries(enveloppes).map(([civile, m]) => [civile, ecrireMontant(m)])),
});

export const jsonConsolider = ({ annee, acceptes, refuses, totaux }: Bilan): FormeJson<'consolider'> => ({
  annee,
  fichiers: acceptes.length,
  refuses: refuses.map(({ fichier, raison }) => ({ fichier, raison })),
  totaux: jsonTotaux(totaux),
  parCaf: acceptes.map(({ fichier, remontee }) => ({
    caf: remontee.caf,
    nomCaf: nomConnu(remontee),
    codeOrganisme: remontee.codeOrganisme,
    fichier,
    ...jsonTotaux(remontee.totaux),
    empreinte: remontee.empreinte,
  })),
});

export const jsonPaiements = ({ au, paiements, enAttente, totaux }: Paiements): FormeJson<'paiements'> => ({
  au,
  paiements: paiements.map((p) => ({
    dossier: p.dossier,
    gestionnaire: p.gestionnaire,
    nature: p.nature,
    gestion: p.gestion,
    montant: ecrireMontant(p.montant),
    compte: p.compte,
    specificite: p.specificite,
    motif: p.motif,
  })),
  enAttente: enAttente.map(({ dossier, motif }) => ({ dossier, motif })),
  totaux: Object.fromEntries(Object.entries(totaux).map(([nature, total]) => [nature, ecrireMontant(total)])),
});

const jsonValeur = (valeur: ValeurComparee): string | number | boolean | null =>
  valeur instanceof Decimal ? ecrireMontant(valeur) : (valeur as string | number | boolean | null);

export const jsonComparer = ({ ajoutes, disparus, modifies }: Comparaison): FormeJson<'comparer'> => ({
  ajoutes: [...ajoutes],
  disparus: [...disparus],
  modifies: modifies.map(({ dossier, champs, effet }) => ({
    dossier,
    champs: champs.map(({ champ, avant, apres }) => ({
      champ,
      avant: jsonValeur(avant),
      apres: jsonValeur(apres),
    })),
    effet: Object.fromEntries(EFFETS.map((cle) => [cle, ecrireSi(effet[cle])])),
  })),
});

export const jsonEnveloppe = ({
  annee,
  notifiee,
  engage,
  paye,
  disponible,
  parts,
  bonus,
}: SuiviEnveloppe): FormeJson<'enveloppe'> => ({
  annee,
  notifiee: ecrireSi(notifiee),
  engage: ecrireSi(engage),
  paye: ecrireSi(paye),
  disponible: ecrireSi(disponible),
  parts: parts.map((p) => ({
    annee: p.annee,
    anneeScolaire: anneeScolaire(p.annee),
    part: p.part,
    engage: ecrireSi(p.engage),
    paye: ecrireSi(p.paye),
  })),
  bonus: { accorde: ecrireSi(bonus.accorde), paye: ecrireSi(bonus.paye) },
});

export const jsonSuivi = ({
  suivi,
  manquants,
}: SuiviNational): Omit<FormeJson<'consolider --suivi'>, 'refuses'> => ({
  suivi: suivi.map(({ caf, accorde, paye, taux }) => ({
    caf: caf.code,
    nomCaf: caf.nom,
    accorde: ecrireSi(accorde),
    paye: ecrireSi(paye),
    taux: taux === null ? null : taux.toFixed(4),
  })),
  manquants: manquants.map(({ caf, annee }) => ({
    caf: caf.code,
    nomCaf: caf.nom,
    anneeScolaire: anneeScolaire(annee),
  })),
});

export const jsonReprendre = (reprise: Reprise): FormeJson<'reprendre'> => ({
  annee: reprise.annee,
  projets: reprise.projets.length,
  bonusVerses: {
    lignes: reprise.bonusVerses.length,
    montant: ecrireSi(montantRepris(reprise)),
  },
  aLiquider: reprise.aLiquider.length,
});
