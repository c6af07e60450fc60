/** État : où en est le classeur, ce qui manque pour la Cnaf, le barème, et de quoi préparer ou désigner. */
import { useMemo } from 'react';
import { Section } from '../elements/Section';
import { Bouton } from '../elements/Bouton';
import { Montants, type LigneMontant } from '../elements/Montants';
import { useEtat, useSession } from '../contexte';
import type { Controle } from '../etat';
import { entier } from '../../dossier/affichage/pluriel';
import { sansDonnee } from '../phrases';
import { bonusAccordes, montantOu } from '../totaux';
import type { Examen } from '../../dossier/examiner';
import { trouverFeuille } from '../../dossier/feuilles';
import { propositionsDe } from '../../dossier/lecture/proposer';
import { ARegarder } from './ARegarder';
import { Bareme } from './Bareme';
import { Designer } from './Designer';
import { Enveloppes } from './Enveloppes';
import { Lecture } from './Lecture';
import { MonAnnee } from './MonAnnee';
import { Proposer } from './Proposer';
import { Formules } from './Formules';
import { ChoixCaf } from './ChoixCaf';

export function EtatClasseur() {
  const session = useSession();
  const { situation, formules, tache, designations } = useEtat();
  const designees = designations.feuilles;
  switch (situation.type) {
    case 'inconnue':
      return (
        <Section titre="Classeur">
          <p>{sansDonnee(situation)}</p>
          {tache === null && <Bouton surClic={session.verifier}>Lire le classeur</Bouton>}
        </Section>
      );
    case 'sansProjets':
      return (
        <>
          <Proposer propositions={situation.propositions} />
          <Section titre="Préparer le classeur">
            <p>
              Ce classeur n’a pas de feuille «&nbsp;Projets&nbsp;». Clas peut créer les feuilles, les listes
              et les formules&nbsp;; les feuilles existantes restent telles quelles.
            </p>
            <ChoixCaf bouton="Préparer le classeur" surChoix={session.preparer} />
          </Section>
          <Designer key="designer" />
        </>
      );
    case 'aCompleter':
      return (
        <>
          <Section titre="Paramètres à compléter">
            <p>
              {trouverFeuille(
                situation.feuilles.map((nom) => ({ nom })),
                'parametres',
                designees?.parametres,
              ) ? (
                situation.raison
              ) : (
                <>
                  Clas a besoin de votre Caf et de l’année&nbsp;: les choisir, il les écrit dans une feuille
                  «&nbsp;Paramètres&nbsp;», avec le barème. Rien d’autre ne change.
                </>
              )}
            </p>
            <ChoixCaf bouton="Compléter les paramètres" surChoix={session.ecrireParametres} />
          </Section>
          <Designer key="designer" />
        </>
      );
    case 'controlee':
      return (
        <>
          <Controlee controle={situation.controle} />
          {formules.length > 0 && <Formules formules={formules} />}
          <Designer key="designer" />
          {formules.length === 0 && <Formules formules={formules} />}
        </>
      );
  }
}

function Controlee({ controle }: { readonly controle: Controle }) {
  const { examen, dates1904 } = controle;
  const { ignorees } = useEtat().designations;
  const { parametres } = examen.lecture;
  const propositions = useMemo(
    () => propositionsDe(examen.lecture, dates1904, ignorees),
    [examen, dates1904, ignorees],
  );
  const bareme = <Bareme key="bareme" parametres={parametres} />;
  return (
    <>
      <Proposer propositions={propositions} />
      {parametres.bareme === null && bareme}
      <MonAnnee examen={examen} />
      {examen.calculs.length > 0 || !examen.valide ? (
        <ARegarder examen={examen} />
      ) : (
        <ARemplir examen={examen} />
      )}
      {examen.calculs.length > 0 && <Enveloppes examen={examen} />}
      <Lecture examen={examen} />
      <Chiffres controle={controle} />
      {parametres.bareme !== null && bareme}
    </>
  );
}

/** Un classeur vide n'est prêt à rien. */
function ARemplir({ examen: { lecture } }: { readonly examen: Examen }) {
  const session = useSession();
  const { nom } = lecture.projets.feuille;
  return (
    <Section titre="Classeur à remplir">
      <p>Aucun projet encore&nbsp;: les saisir dans la feuille «&nbsp;{nom}&nbsp;».</p>
      <Bouton surClic={() => session.allerA({ feuille: nom, ligne: 2, colonne: 1 })}>
        Saisir le premier projet
      </Bouton>
    </Section>
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
    <Section titre="En chiffres">
      <Montants lignes={lignes} />
    </Section>
  );
}
