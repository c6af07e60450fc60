/** Dossier : suit la ligne choisie dans Excel ; tous ses montants, chacun avec son pourquoi. */
import { Link } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Bouton } from '../elements/Bouton';
import { Jauge } from '../elements/Jauge';
import { Pourquoi } from '../elements/Pourquoi';
import { Signe } from '../elements/Signe';
import { useEtat, useSession } from '../contexte';
import { controleDe, type Controle } from '../etat';
import { anomaliesDuDossier, celluleDossier, dossierDe } from '../dossiers';
import { pluriel, sansDonnee } from '../phrases';
import { adresse, phraseDe } from '../../dossier/anomalies/anomalie';
import { estInconnu } from '../../dossier/calcul/connu';
import {
  GROUPES,
  MONTANTS,
  clesDuGroupe,
  type CalculProjet,
  type Groupe,
} from '../../dossier/calcul/montants';
import { COFINANCEMENT } from '../../reglement/parametres';

export function Dossier() {
  const etat = useEtat();
  const controle = controleDe(etat);
  if (!controle) return <p>{sansDonnee(etat.situation)}</p>;
  const calcul = dossierDe(controle.examen, etat.cellule);
  return (
    <>
      <Navigation controle={controle} calcul={calcul} />
      {calcul ? (
        <Fiche controle={controle} calcul={calcul} />
      ) : (
        <section>
          <h2>Aucun dossier choisi</h2>
          <p>
            Choisir une ligne de la feuille «&nbsp;{controle.examen.lecture.projets.feuille.nom}&nbsp;»&nbsp;:
            son détail s’affiche ici.
          </p>
        </section>
      )}
    </>
  );
}

interface Props {
  readonly controle: Controle;
  readonly calcul: CalculProjet;
}

/** D'un dossier à l'autre sans quitter le volet. */
function Navigation({ controle: { examen }, calcul }: { controle: Controle; calcul: CalculProjet | null }) {
  const session = useSession();
  const { calculs } = examen;
  const rang = calcul ? calculs.indexOf(calcul) : -1;
  const precedent = calculs[rang - 1];
  const suivant = calculs[rang + 1];
  if (calculs.length === 0) return null;
  return (
    <nav className="gestes" aria-label="Dossiers">
      <Bouton
        petit
        indisponible={!precedent}
        surClic={() => precedent && session.allerA(celluleDossier(examen, precedent))}
      >
        Précédent
      </Bouton>
      <Bouton
        petit
        indisponible={!suivant}
        surClic={() => suivant && session.allerA(celluleDossier(examen, suivant))}
      >
        {calcul ? 'Suivant' : 'Premier dossier'}
      </Bouton>
      {calcul && (
        <span className="aide">
          {rang + 1} sur {calculs.length}
        </span>
      )}
    </nav>
  );
}

const AVIS = {
  favorable: 'Agrément favorable',
  'favorable sous réserve': 'Agrément favorable sous réserve',
  refusé: 'Agrément refusé',
  ajourné: 'Agrément ajourné',
  'en attente': 'Agrément en attente',
};

function Fiche({ controle, calcul }: Props) {
  const { projet, montants, collectifsRetenus } = calcul;
  const { annee } = controle.examen.lecture.parametres;
  return (
    <>
      <section>
        <h2>
          {projet.dossier ?? `Ligne ${projet.ligne}`}
          {projet.gestionnaire !== null && ` — ${projet.gestionnaire}`}
        </h2>
        {projet.action !== null && <p>{projet.action}</p>}
        <p className="aide">
          {projet.agrement === null ? 'Agrément non renseigné' : AVIS[projet.agrement]} ·{' '}
          {pluriel(collectifsRetenus ?? 0, 'collectif')}
          {projet.enfants !== null && ` · ${pluriel(projet.enfants, 'enfant')}`}
        </p>
        <AnomaliesDuDossier controle={controle} calcul={calcul} />
      </section>
      {projet.agrement === 'refusé' ? (
        <section>
          <h3>Plafonds</h3>
          <p>Agrément refusé&nbsp;: rien n’est payable, 0&nbsp;€ au plus.</p>
        </section>
      ) : (
        <Jauges calcul={calcul} annee={annee} />
      )}
      <p className="aide">Ouvrir un montant&nbsp;: pourquoi ce montant&nbsp;?</p>
      {(Object.keys(GROUPES) as Groupe[]).map((groupe) => (
        <section key={groupe}>
          <h3>{GROUPES[groupe](annee)}</h3>
          {clesDuGroupe(groupe).map((cle) => (
            <Pourquoi key={cle} intitule={MONTANTS[cle].intitule} montant={montants[cle]} />
          ))}
        </section>
      ))}
    </>
  );
}

function AnomaliesDuDossier({ controle: { examen }, calcul }: Props) {
  const session = useSession();
  const siennes = useMemo(() => anomaliesDuDossier(examen, calcul), [examen, calcul]);
  if (siennes.length === 0) return null;
  return (
    <ul className="siennes">
      {siennes.map((a) => (
        <li key={`${a.code} ${a.feuille} ${a.ligne} ${a.colonne} ${phraseDe(a)}`}>
          <Signe de={a.gravite} />
          <span>
            <span className="cache">{a.gravite}&nbsp;: </span>
            <strong>{adresse(a) ?? a.feuille}</strong> {phraseDe(a)}{' '}
            {a.ligne !== null && (
              <Link
                inline
                as="button"
                onClick={() =>
                  void session.allerA({ feuille: a.feuille, ligne: a.ligne ?? 1, colonne: a.colonne ?? 1 })
                }
              >
                Aller à la cellule
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Jauges({ calcul, annee }: { readonly calcul: CalculProjet; readonly annee: number }) {
  const { montants: m, coutDeReference } = calcul;
  const brancheFamille = calcul.brancheFamille.montant;
  const acomptes = [
    [`Acomptes ${annee}`, m.acomptesN.montant, m.acompteMaxN.montant],
    [`Acomptes ${annee + 1}`, m.acomptesN1.montant, m.acompteMaxN1.montant],
  ] as const;
  const jauges = acomptes.flatMap(([titre, valeur, maximum]) =>
    valeur && maximum ? <Jauge key={titre} titre={titre} valeur={valeur} maximum={maximum} /> : [],
  );
  if (brancheFamille && !estInconnu(coutDeReference))
    jauges.push(
      <Jauge
        key="famille"
        titre="Branche Famille"
        valeur={brancheFamille}
        maximum={coutDeReference.times(COFINANCEMENT.tauxMaximum)}
        plein={coutDeReference}
      />,
    );
  return (
    <section>
      <h3>Plafonds</h3>
      {jauges.length > 0 ? jauges : <p>Il manque un coût ou le barème&nbsp;: aucun plafond à comparer.</p>}
    </section>
  );
}
