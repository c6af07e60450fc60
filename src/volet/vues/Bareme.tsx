/** Le barème de l'année, et d'où il vient. */
import { Montants } from '../elements/Montants';
import type { Parametres } from '../../dossier/lecture/parametres';
import { anneeScolaire } from '../../reglement/annee';
import { euros, pourCent } from '../../reglement/explication';

const ARRONDIS: Readonly<Record<Parametres['arrondi'], string>> = {
  bareme: 'barème publié',
  centime: 'au centime',
  euro: 'à l’euro',
};

export function Bareme({ parametres: { annee, bareme, arrondi } }: { readonly parametres: Parametres }) {
  return (
    <section>
      <h2>Barème {anneeScolaire(annee)}</h2>
      {bareme ? (
        <>
          <Montants
            lignes={[
              ['Prix plafond par collectif', euros(bareme.prixPlafond)],
              ['Taux', pourCent(bareme.taux)],
              ['Ps au plus par collectif', euros(bareme.montantMaximal)],
              ['Bonus enfants', bareme.bonusEnfants ? euros(bareme.bonusEnfants) : 'à saisir'],
              ['Bonus parents', bareme.bonusParents ? euros(bareme.bonusParents) : 'à saisir'],
              ['Arrondi de la Ps', ARRONDIS[arrondi]],
            ]}
          />
          <p className="aide">Source&nbsp;: {bareme.source}</p>
        </>
      ) : (
        <p>
          Barème absent&nbsp;: saisir les montants publiés par la Cnaf dans la feuille Paramètres, avec leur
          source.
        </p>
      )}
    </section>
  );
}
