/** Remontée : les totaux, toujours ; la feuille et le fichier, quand plus rien ne bloque. */
import { Bouton } from '../elements/Bouton';
import { Montants } from '../elements/Montants';
import { useEtat, useSession } from '../contexte';
import { controleDe } from '../etat';
import { entier, sansDonnee } from '../phrases';
import { estNeant } from '../../dossier/restitution/remontee/donnees';
import { anneeScolaire } from '../../reglement/annee';
import { euros } from '../../reglement/explication';
import { bonusAccordes } from '../totaux';
import { Bloquants } from './Bloquants';
import { FichierPret } from './FichierPret';

export function Remontee() {
  const session = useSession();
  const etat = useEtat();
  const controle = controleDe(etat);
  if (!controle) return <p>{sansDonnee(etat.situation)}</p>;
  const { examen, remontee } = controle;
  const { totaux, annee } = remontee;
  const bloque = !examen.valide;
  return (
    <>
      <Bloquants examen={examen} quoi="Ni la feuille ni le fichier ne sont faits" />
      <section>
        <h2>Bonus accordés pour {anneeScolaire(annee)}</h2>
        {estNeant(remontee) && <p>Aucun bonus : la remontée dira «&nbsp;néant&nbsp;».</p>}
        <Montants
          lignes={[
            ['Projets avec bonus', entier(totaux.projets)],
            ['Collectifs de ces projets', entier(totaux.collectifs)],
            ['Collectifs avec bonus enfants', entier(totaux.collectifsBonusEnfants)],
            ['Collectifs avec bonus parents', entier(totaux.collectifsBonusParents)],
            ['Bonus enfants', bonusAccordes(examen, 'bonusEnfants', totaux.bonusEnfants)],
            ['Bonus parents', bonusAccordes(examen, 'bonusParents', totaux.bonusParents)],
            ['Bonus accordés', bonusAccordes(examen, 'bonus', totaux.bonusAccordes)],
          ]}
        />
        <h2>Bonus versés pour {anneeScolaire(annee - 1)}</h2>
        <Montants lignes={[['Bonus versés', euros(totaux.bonusVerses)]]} />
        <div className="gestes">
          <Bouton indisponible={bloque} surClic={session.remplirRemontee}>
            Remplir la remontée
          </Bouton>
          <Bouton aspect="primary" indisponible={bloque} surClic={session.genererFichier}>
            Générer le fichier
          </Bouton>
        </div>
        <p className="aide">
          Un bonus accordé se paie avec le solde, après juin {annee + 1}. Le classeur est relu avant chaque
          écriture.
        </p>
      </section>
      {etat.fichier && <FichierPret fichier={etat.fichier} />}
    </>
  );
}
