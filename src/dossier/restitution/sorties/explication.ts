/** L'explication d'un dossier, en texte à coller dans un message : l'escalier de la Ps et des bonus, chaque étape, ses cellules. */
import { adresse } from '../../anomalies/anomalie';
import { nomDeCaf } from '../../cafs';
import type { Inconnu } from '../../calcul/connu';
import { direManque, suiteDesCauses } from '../../calcul/manque';
import type { CalculProjet } from '../../calcul/montants';
import { lieuDOrigine } from '../../calcul/origines';
import type { Examen } from '../../examiner';
import { anneeScolaire } from '../../../reglement/annee';
import { euros, formuleChiffree, formuleEnMots, type Etape } from '../../../reglement/explication';
import { dateFrancaise } from '../../../valeurs/date';
import { cascadeBonus, cascadePs, type Palier } from '../cascade';

/** « Coût plafonné = coût limité à nb × prix plafond = … = 22 500,00 € (Circ. 2021-006, § 3.2 ; Projets!N2) » */
function direEtape(etape: Etape, { projet }: CalculProjet, { lecture }: Examen): string {
  const cellules = Object.values(etape.origines ?? {}).flatMap((origine) => {
    const lieu = lieuDOrigine(lecture, projet.ligne, origine);
    return (lieu && adresse(lieu)) ?? [];
  });
  const dOu = [etape.source, ...new Set(cellules)].join(' ; ');
  return `${etape.etape} = ${formuleEnMots(etape)} = ${formuleChiffree(etape)} = ${euros(etape.montant)} (${dOu})`;
}

function causes(inconnu: Inconnu): readonly string[] {
  const suite = suiteDesCauses(inconnu);
  return [...inconnu.manque.map(direManque), ...(suite === null ? [] : [suite])];
}

const direPalier =
  (titre: string, calcul: CalculProjet, examen: Examen) =>
  (p: Palier): string[] => {
    const nom = `${titre} — ${p.intitule}`;
    return p.montant.montant === null
      ? [`${nom} : inconnu`, ...causes(p.montant).map((cause) => `  - ${cause}`)]
      : [
          `${nom} : ${euros(p.montant.montant)}`,
          ...p.montant.etapes.map((etape) => `  - ${direEtape(etape, calcul, examen)}`),
        ];
  };

export function expliquerDossier(calcul: CalculProjet, examen: Examen): string {
  const { projet } = calcul;
  const { parametres } = examen.lecture;
  return [
    [projet.dossier ?? `Ligne ${projet.ligne}`, projet.gestionnaire, projet.action]
      .filter(Boolean)
      .join(' — '),
    `${nomDeCaf(parametres)} — ${anneeScolaire(parametres.annee)} — au ${dateFrancaise(examen.au)}`,
    '',
    ...cascadePs(calcul).flatMap(direPalier('Ps', calcul, examen)),
    ...cascadeBonus(calcul).flatMap(direPalier('Bonus', calcul, examen)),
  ].join('\n');
}
