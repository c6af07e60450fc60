/** État : où en est le classeur, ce qui manque pour la Cnaf, le barème, et de quoi préparer ou désigner. */
import { Bouton } from '../elements/Bouton';
import { Montants, type LigneMontant } from '../elements/Montants';
import { Signe } from '../elements/Signe';
import { useEtat, useSession } from '../contexte';
import type { Controle } from '../etat';
import { bilan, entier, pluriel, sansDonnee } from '../phrases';
import { bonusAccordes, montantOu } from '../totaux';
import { Bareme } from './Bareme';
import { Designer } from './Designer';
import { Formules } from './Formules';
import { ChoixCaf } from './ChoixCaf';

export function EtatClasseur() {
  const session = useSession();
  const { situation, formules, tache } = useEtat();
  switch (situation.type) {
    case 'inconnue':
      return (
        <section>
          <h2>Classeur</h2>
          <p>{sansDonnee(situation)}</p>
          {tache === null && <Bouton surClic={session.verifier}>Lire le classeur</Bouton>}
        </section>
      );
    case 'sansProjets':
      return (
        <>
          <section>
            <h2>Préparer le classeur</h2>
            <p>
              Ce classeur n’a pas de feuille «&nbsp;Projets&nbsp;». Clas peut créer les feuilles, les listes
              et les formules&nbsp;; les feuilles existantes restent telles quelles.
            </p>
            <ChoixCaf bouton="Préparer le classeur" surChoix={session.preparer} />
          </section>
          <Designer key="designer" />
        </>
      );
    case 'aCompleter':
      return (
        <>
          <section>
            <h2>Paramètres à compléter</h2>
            <p>{situation.raison}</p>
            <ChoixCaf bouton="Compléter les paramètres" surChoix={session.ecrireParametres} />
          </section>
          <Designer key="designer" />
        </>
      );
    case 'controlee':
      return (
        <>
          <Pret controle={situation.controle} />
          {formules.length > 0 && <Formules formules={formules} />}
          <Chiffres controle={situation.controle} />
          <Bareme parametres={situation.controle.examen.lecture.parametres} />
          <Designer key="designer" />
          {formules.length === 0 && <Formules formules={formules} />}
        </>
      );
  }
}

function Pret({ controle: { examen } }: { readonly controle: Controle }) {
  const session = useSession();
  const { compte, valide, calculs } = examen;
  if (valide && calculs.length === 0)
    return (
      <section className="encart">
        <h2>Classeur à remplir</h2>
        <p>
          Aucun projet encore : les saisir dans la feuille «&nbsp;{examen.lecture.projets.feuille.nom}&nbsp;».
        </p>
        <Bouton
          aspect="primary"
          surClic={() =>
            session.allerA({ feuille: examen.lecture.projets.feuille.nom, ligne: 2, colonne: 1 })
          }
        >
          Saisir le premier projet
        </Bouton>
      </section>
    );
  return (
    <section className={valide ? 'encart pret' : 'encart bloque'}>
      <h2>
        <Signe de={valide ? 'succes' : 'bloquante'} />
        {valide
          ? 'Prêt pour la Cnaf'
          : pluriel(compte.bloquante, 'anomalie à corriger', 'anomalies à corriger')}
      </h2>
      <p>{bilan(compte)}</p>
      {valide ? (
        <Bouton aspect="primary" surClic={() => session.ouvrir('cloturer')}>
          Voir la remontée
        </Bouton>
      ) : (
        <Bouton
          aspect="primary"
          surClic={() => {
            session.filtrer({ gravites: ['bloquante'], feuille: null, texte: '' });
            session.ouvrir('verifier');
          }}
        >
          Voir ce qui bloque
        </Bouton>
      )}
    </section>
  );
}

function Chiffres({ controle: { examen, remontee } }: { readonly controle: Controle }) {
  const { calculs, totaux } = examen;
  const agrees = calculs.filter((c) => c.agree);
  const collectifs = agrees.reduce((n, c) => n + (c.projet.collectifsAgrees ?? 0), 0);
  const lignes: readonly LigneMontant[] = [
    ['Projets', entier(calculs.length)],
    ['dont agréés', entier(agrees.length)],
    ['Collectifs agréés', entier(collectifs)],
    ['Ps prévisionnelle', montantOu(totaux.psPrevisionnelle.montant, 'non calculé')],
    ['Collectifs avec bonus enfants', entier(remontee.totaux.collectifsBonusEnfants)],
    ['Collectifs avec bonus parents', entier(remontee.totaux.collectifsBonusParents)],
    ['Bonus accordés', bonusAccordes(examen, 'bonus', remontee.totaux.bonusAccordes)],
  ];
  return (
    <section>
      <h2>En chiffres</h2>
      <Montants lignes={lignes} />
    </section>
  );
}
