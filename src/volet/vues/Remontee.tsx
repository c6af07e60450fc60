/** La remontée : les totaux, toujours ; la feuille et le fichier, quand plus rien ne bloque. */
import { AvisProtegee } from '../elements/Avis';
import { Bouton } from '../elements/Bouton';
import { Montants } from '../elements/Montants';
import { useEtat, useSession } from '../contexte';
import type { Controle } from '../etat';
import { entier } from '../phrases';
import type { Examen } from '../../dossier/examiner';
import { estNeant } from '../../dossier/restitution/remontee/donnees';
import {
  CLES_TOTAL,
  TOTAUX,
  type Bloc,
  type CleTotal,
  type TotauxRemontee,
} from '../../dossier/restitution/remontee/presentation';
import { anneeScolaire } from '../../reglement/annee';
import { euros } from '../../reglement/explication';
import { bonusAccordes } from '../totaux';
import { FichierPret } from './FichierPret';

/** Le montant de l'examen dont vient un total. */
const MONTANT_DE: Partial<Record<CleTotal, 'bonusEnfants' | 'bonusParents' | 'bonus'>> = {
  bonusEnfants: 'bonusEnfants',
  bonusParents: 'bonusParents',
  bonusAccordes: 'bonus',
};

/** Un total que l'examen connaît ; un montant qu'une donnée manquante rend inconnu se dit ainsi. */
function dire(examen: Examen, cle: CleTotal, totaux: TotauxRemontee): string {
  const total = totaux[cle];
  if (typeof total === 'number') return entier(total);
  const montant = MONTANT_DE[cle];
  return montant === undefined ? euros(total) : bonusAccordes(examen, montant, total);
}

export function Remontee({ controle: { examen, remontee } }: { readonly controle: Controle }) {
  const session = useSession();
  const { fichier } = useEtat();
  const { totaux, annee } = remontee;
  const bloque = !examen.valide;
  const lignes = (bloc: Bloc) =>
    CLES_TOTAL.filter((cle) => TOTAUX[cle].bloc === bloc).map(
      (cle) => [TOTAUX[cle].libelle, dire(examen, cle, totaux)] as const,
    );
  return (
    <>
      <section>
        <h2>Bonus accordés pour {anneeScolaire(annee)}</h2>
        {estNeant(remontee) && <p>Aucun bonus : la remontée dira «&nbsp;néant&nbsp;».</p>}
        <Montants lignes={lignes('accordes')} />
        <h2>Bonus versés pour {anneeScolaire(annee - 1)}</h2>
        <Montants lignes={lignes('verses')} />
        <div className="gestes">
          <Bouton indisponible={bloque} surClic={session.remplirRemontee}>
            Remplir la remontée
          </Bouton>
          <Bouton aspect="primary" indisponible={bloque} surClic={session.genererFichier}>
            Générer le fichier
          </Bouton>
        </div>
        <AvisProtegee />
        <p className="aide">
          Un bonus accordé se paie avec le solde, après juin {annee + 1}. Le classeur est relu avant chaque
          écriture.
        </p>
      </section>
      {fichier && <FichierPret fichier={fichier} />}
    </>
  );
}
