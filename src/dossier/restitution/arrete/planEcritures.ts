/** Les écritures de l'arrêté des comptes : totaux et enveloppes d'abord, puis les lignes ; le détail par projet à part. */
import { COLONNES_ECRITURES_PASSEES } from '../../colonnes/ecrituresPassees';
import { FEUILLES_AGENT, FEUILLES_CLAS, FEUILLES_SORTIES } from '../../feuilles';
import { MOIS_ARRETE } from '../../../reglement/ecritures';
import type { CellulePlan, ClasseurPlan, FeuillePlan } from '../../formes/plan';
import { anneeScolaire } from '../../../reglement/annee';
import { somme, type Decimal } from '../../../valeurs/montant';
import { euros, libelle, texte } from '../cellules';
import { csv } from '../csv';
import type { Cloture, DossierClos, EcritureDossier, ProjetCloture } from './arrete';
import type { Liquidation } from './liquidation';
import { proprietes } from '../mentions';
import { feuilleDeTable, LARGEUR_MONTANT, type ColonneTable } from '../planTable';

const colonnesEcritures = ({ totaux }: Cloture): ColonneTable<EcritureDossier>[] => [
  { entete: 'N° dossier', largeur: 34, valeur: (e) => e.dossier },
  { entete: 'Gestionnaire', largeur: 42, valeur: (e) => e.gestionnaire },
  { entete: 'Exercice', largeur: 10, valeur: (e) => e.exercice },
  { entete: 'Mois', largeur: 8, valeur: (e) => e.mois },
  { entete: 'Compte', largeur: 17, valeur: (e) => e.compte },
  { entete: 'Libellé', largeur: 70, valeur: (e) => e.libelle },
  {
    entete: 'Débit',
    largeur: LARGEUR_MONTANT,
    valeur: (e) => (e.debit.isZero() ? null : e.debit),
    total: totaux.debit,
  },
  {
    entete: 'Crédit',
    largeur: LARGEUR_MONTANT,
    valeur: (e) => (e.credit.isZero() ? null : e.credit),
    total: totaux.credit,
  },
  { entete: 'Spécificité statistique', largeur: 14, valeur: (e) => e.specificite },
];

/** Figé, ce qui a été passé se lit à côté de ce qui se calcule aujourd'hui : les deux diffèrent dès qu'un budget est révisé. */
function colonnesDetail({ detail, passees }: Cloture): ColonneTable<DossierClos>[] {
  const montant = (entete: string, valeur: (d: DossierClos) => Decimal | null) => ({
    entete,
    largeur: LARGEUR_MONTANT,
    valeur,
    total: somme(detail.flatMap((d) => valeur(d) ?? [])),
  });
  const calcule = (entete: string, de: (p: ProjetCloture) => Decimal) =>
    montant(entete, ({ calcule: p }) => p && de(p));
  return [
    { entete: 'N° dossier', largeur: 18, valeur: (d) => d.dossier },
    { entete: 'Gestionnaire', largeur: 42, valeur: (d) => d.gestionnaire },
    { entete: 'Spécificité statistique', largeur: 14, valeur: (d) => d.calcule?.specificite ?? null },
    calcule('Ps retenue', (p) => p.psRetenue),
    calcule('4/10 bruts', (p) => p.partN),
    calcule('Acomptes N versés en N', (p) => p.acomptesN),
    calcule('Charge à payer N', (p) => p.chargeAPayer),
    calcule('Trop versé N', (p) => p.tropVerse),
    calcule('Engagement N+1 (6/10)', (p) => p.engagement),
    ...(passees
      ? [
          montant('Charge à payer passée', (d) => d.passe?.charge ?? null),
          montant('Engagement passé', (d) => d.passe?.engagement ?? null),
        ]
      : []),
  ];
}

const colonnesLiquidation: readonly ColonneTable<Liquidation>[] = [
  { entete: 'N° dossier', largeur: 18, valeur: (l) => l.dossier },
  { entete: 'Gestionnaire', largeur: 42, valeur: (l) => l.gestionnaire },
  { entete: 'Date', largeur: 12, valeur: (l) => (l.date === null ? null : { jour: l.date }) },
  { entete: 'Nature', largeur: 14, valeur: (l) => l.nature },
  { entete: 'Gestion', largeur: 9, valeur: (l) => l.gestion },
  { entete: 'Montant', largeur: LARGEUR_MONTANT, valeur: (l) => l.montant },
  { entete: 'Compte', largeur: 17, valeur: (l) => l.compte ?? 'date à saisir' },
  { entete: 'Spécificité statistique', largeur: 14, valeur: (l) => l.specificite },
];

/** L'état de liquidation : chaque versement sur son compte, et le total de chacun. */
function planLiquidation({ annee, liquidations, passees }: Cloture): FeuillePlan {
  const comptes = [...new Set(liquidations.map((l) => l.compte))].sort();
  const haut: CellulePlan[][] = [
    [libelle(`État de liquidation — Clas ${anneeScolaire(annee)}`, 'titre')],
    [
      libelle(
        passees
          ? `Payé en ${annee + 1} sur ${annee} : d’abord la charge passée du dossier, puis le compte de l’année précédente ; à confirmer par le comptable.`
          : `Sans écritures passées, ce qui se paie en ${annee + 1} sur ${annee} va au compte de l’année précédente.`,
        'aide',
      ),
    ],
    ...comptes.map((compte) => [
      libelle(compte ?? 'Sans date'),
      euros(somme(liquidations.filter((l) => l.compte === compte).map((l) => l.montant))),
    ]),
    [],
  ];
  return feuilleDeTable({
    nom: FEUILLES_SORTIES.liquidation,
    haut,
    colonnes: colonnesLiquidation,
    lignes: liquidations,
    rien: 'Aucun versement au journal.',
    protegee: true,
    pied: `Liquidation ${annee} — Clas`,
  });
}

export const DEJA_FIGE = 'L’arrêté est déjà figé : la feuille « Écritures passées » est dans le classeur.';

/** « Figer l'arrêté » : le mois 13, sous les intitulés que la lecture connaît. La contrepassation reste à passer. */
export function planEcrituresPassees({ ecritures }: Cloture): FeuillePlan {
  const colonnes = COLONNES_ECRITURES_PASSEES;
  const cles = Object.keys(colonnes) as (keyof typeof colonnes)[];
  const montant = (m: Decimal): number | null => (m.isZero() ? null : m.toNumber());
  const lignes = ecritures
    .filter(({ mois }) => mois === MOIS_ARRETE)
    .map((e) => ({ ...e, debit: montant(e.debit), credit: montant(e.credit) }));
  return {
    nom: FEUILLES_AGENT.ecrituresPassees,
    colonnes: cles.map((cle) => ({ largeur: cle === 'libelle' ? 62 : 17 })),
    lignes: [
      cles.map((cle) => libelle(colonnes[cle].entete)),
      ...lignes.map((e) => cles.map((cle): CellulePlan => ({ valeur: e[cle] }))),
    ],
  };
}

/** Les écritures et l'état de liquidation, pour un autre logiciel. */
export const fichiersCsv = (cloture: Cloture): { readonly nom: string; readonly octets: Uint8Array }[] =>
  [
    [`ecritures-${cloture.annee}.csv`, csv(colonnesEcritures(cloture), cloture.ecritures)] as const,
    [`liquidation-${cloture.annee}.csv`, csv(colonnesLiquidation, cloture.liquidations)] as const,
  ].map(([nom, texte]) => ({ nom, octets: new TextEncoder().encode(texte) }));

/** La feuille « Écritures », dans le fichier comme dans le classeur de l'agent. */
export function planEcrituresFeuille(cloture: Cloture): FeuillePlan {
  const { annee, totaux, enveloppes } = cloture;
  const ligne = (nom: string, montant: Decimal): CellulePlan[] => [libelle(nom), euros(montant)];
  const haut: CellulePlan[][] = [
    [libelle(`Arrêté des comptes ${annee} — Clas ${anneeScolaire(annee)}`, 'titre')],
    [libelle('Caf'), texte([cloture.caf, cloture.nomCaf].filter((t) => t !== null).join(' — '))],
    ligne(`Charges à payer ${annee}, mois 13`, totaux.chargeAPayer),
    ligne(`Engagements de gestion ${annee + 1}`, totaux.engagement),
    ...Object.entries(enveloppes).map(([civile, montant]) =>
      ligne(`Enveloppe ${civile} (${Number(civile) === annee ? '4/10' : '6/10'} bruts)`, montant),
    ),
  ];
  return feuilleDeTable({
    nom: FEUILLES_CLAS.ecritures,
    haut,
    colonnes: colonnesEcritures(cloture),
    lignes: cloture.ecritures,
    rien: 'Néant : aucune écriture.',
    colonnesFigees: 1,
    protegee: true,
    pied: `Arrêté des comptes ${annee} — Clas`,
  });
}

export const planEcritures = (cloture: Cloture): ClasseurPlan => ({
  feuilles: [
    planEcrituresFeuille(cloture),
    feuilleDeTable({
      nom: 'Détail par projet',
      colonnes: colonnesDetail(cloture),
      lignes: cloture.detail,
      colonnesFigees: 1,
      protegee: true,
    }),
    planLiquidation(cloture),
  ],
  proprietes: proprietes(
    `Écritures de l’arrêté des comptes ${cloture.annee} — Clas ${anneeScolaire(cloture.annee)}`,
    cloture.annee,
    cloture.nomCaf,
    { motsCles: `Clas, arrêté des comptes, ${anneeScolaire(cloture.annee)}` },
  ),
});
