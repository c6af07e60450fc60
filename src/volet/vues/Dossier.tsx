/** Dossier : celui de la ligne choisie, cherché ou épinglé ; de la demande au reste, chaque montant avec son pourquoi. */
import { Accordion, Badge } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Section } from '../elements/Section';
import { Bouton } from '../elements/Bouton';
import { Cascade } from '../elements/Cascade';
import { Copie } from '../elements/Copie';
import { Depliant } from '../elements/Depliant';
import { Jauge } from '../elements/Jauge';
import { LienCellule } from '../elements/LienCellule';
import { Pourquoi, type Lieux } from '../elements/Pourquoi';
import { Signe } from '../elements/Signe';
import { useEtat, useSession } from '../contexte';
import { controleDe, type Controle } from '../etat';
import { anomaliesDuDossier, dossierMontre } from '../dossiers';
import { cleAnomalie } from '../liste';
import { pluriel } from '../../dossier/affichage/pluriel';
import { sansDonnee } from '../phrases';
import { phraseDe } from '../../dossier/anomalies/anomalie';
import { estInconnu } from '../../dossier/calcul/connu';
import {
  GROUPES,
  MONTANTS,
  clesDuGroupe,
  type CalculProjet,
  type Groupe,
} from '../../dossier/calcul/montants';
import { lieuDOrigine, lieuDuManque } from '../../dossier/calcul/origines';
import { creerContexte, estRefuse, type Contexte } from '../../dossier/controle/contexte';
import { cascadeBonus, cascadePs } from '../../dossier/restitution/cascade';
import { expliquerDossier } from '../../dossier/restitution/sorties/explication';
import { versementsDates } from '../../dossier/restitution/sorties/versementsDates';
import { euros } from '../../reglement/explication';
import { COFINANCEMENT } from '../../reglement/parametres';
import { dateFrancaise } from '../../valeurs/date';
import { ChoixDossier, nomDuDossier } from './ChoixDossier';
import { EtSi } from './EtSi';

export function Dossier() {
  const etat = useEtat();
  const controle = controleDe(etat);
  if (!controle) return <p>{sansDonnee(etat.situation)}</p>;
  const { examen } = controle;
  const calcul = dossierMontre(examen, etat);
  return (
    <>
      {examen.calculs.length > 0 && <ChoixDossier examen={examen} calcul={calcul} />}
      {calcul ? (
        <Fiche key={calcul.projet.ligne} controle={controle} calcul={calcul} />
      ) : (
        <Section titre="Aucun dossier choisi">
          <p>
            Le chercher ci-dessus, ou choisir une ligne de la feuille «&nbsp;
            {examen.lecture.projets.feuille.nom}&nbsp;»&nbsp;: son détail s’affiche ici.
          </p>
        </Section>
      )}
    </>
  );
}

interface Props {
  readonly controle: Controle;
  readonly calcul: CalculProjet;
}

const AVIS = {
  favorable: 'Agrément favorable',
  'favorable sous réserve': 'Agrément favorable sous réserve',
  refusé: 'Agrément refusé',
  ajourné: 'Agrément ajourné',
  'en attente': 'Agrément en attente',
};

const COULEURS = {
  favorable: 'success',
  'favorable sous réserve': 'success',
  refusé: 'danger',
  ajourné: 'warning',
  'en attente': 'warning',
} as const;

function Fiche({ controle: { examen }, calcul }: Props) {
  const session = useSession();
  const { projet, montants, collectifsRetenus, ecarte } = calcul;
  const { lecture } = examen;
  const contexte = useMemo(() => creerContexte(lecture, examen.au), [lecture, examen.au]);
  const lieux: Lieux = {
    origine: (origine) => lieuDOrigine(lecture, projet.ligne, origine),
    manque: (manque) => lieuDuManque(lecture, projet.ligne, manque),
  };
  const { annee } = lecture.parametres;
  const { agrement } = projet;
  return (
    <>
      <Section
        titre={
          <>
            {nomDuDossier(calcul)}
            {projet.gestionnaire !== null && ` — ${projet.gestionnaire}`}
          </>
        }
      >
        {projet.action !== null && <p>{projet.action}</p>}
        <div className="rang">
          <Badge
            className="avis"
            appearance="tint"
            color={agrement === null ? 'warning' : COULEURS[agrement]}
          >
            {agrement === null ? 'Agrément non renseigné' : AVIS[agrement]}
          </Badge>
          {ecarte && (
            <Badge className="avis" appearance="tint" color="warning">
              Mis à l’écart
            </Badge>
          )}
          <span className="aide">
            {collectifsRetenus === null
              ? 'nombre de collectifs inconnu'
              : pluriel(collectifsRetenus, 'collectif')}
            {projet.enfants !== null && ` · ${pluriel(projet.enfants, 'enfant')}`}
          </span>
        </div>
        <AnomaliesDuDossier examen={examen} calcul={calcul} />
        <div className="rang">
          <Copie
            bouton="Copier l’explication"
            quoi="Explication"
            texte={() => expliquerDossier(calcul, examen)}
          />
          <Bouton surClic={session.imprimerFiche}>Imprimer la fiche</Bouton>
        </div>
      </Section>
      <Cascade titre="Ps, de la demande au reste" paliers={cascadePs(calcul)} lieux={lieux} />
      {!montants.bonus.montant?.isZero() && (
        <Cascade titre="Bonus" paliers={cascadeBonus(calcul)} lieux={lieux} />
      )}
      <Plafonds calcul={calcul} annee={annee} lieux={lieux} />
      <Versements calcul={calcul} contexte={contexte} />
      <EtSi calcul={calcul} contexte={contexte} />
      <Section niveau={3} titre="Tous les montants">
        <Accordion collapsible multiple>
          {(Object.keys(GROUPES) as Groupe[]).map((groupe) => (
            <Depliant key={groupe} cle={groupe} niveau="h3" titre={GROUPES[groupe](annee)}>
              <Accordion collapsible multiple>
                {clesDuGroupe(groupe).map((cle) => (
                  <Pourquoi
                    key={cle}
                    cle={cle}
                    intitule={MONTANTS[cle].intitule}
                    montant={montants[cle]}
                    lieux={lieux}
                  />
                ))}
              </Accordion>
            </Depliant>
          ))}
        </Accordion>
      </Section>
    </>
  );
}

interface PropsExamen {
  readonly examen: Controle['examen'];
  readonly calcul: CalculProjet;
}

/** Toutes, de quelque feuille qu'elles viennent : l'adresse dit laquelle. */
function AnomaliesDuDossier({ examen, calcul }: PropsExamen) {
  const siennes = useMemo(() => anomaliesDuDossier(examen, calcul), [examen, calcul]);
  if (siennes.length === 0) return null;
  return (
    <ul className="pile">
      {siennes.map((a) => (
        <li key={cleAnomalie(a)} className="rang serre">
          <Signe de={a.gravite} />
          <span>
            <span className="cache">{a.gravite}&nbsp;: </span>
            <LienCellule lieu={a} /> {phraseDe(a)}
            {a.justification !== null && <span className="aide">Justifiée&nbsp;: {a.justification}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface PropsPlafonds {
  readonly calcul: CalculProjet;
  readonly annee: number;
  readonly lieux: Lieux;
}

function Plafonds({ calcul, annee, lieux }: PropsPlafonds) {
  const { montants: m, coutDeReference, brancheFamille, projet } = calcul;
  const famille = brancheFamille.montant;
  const acomptes = [
    [`Acomptes ${annee}`, m.acomptesN.montant, m.acompteMaxN.montant],
    [`Acomptes ${annee + 1}`, m.acomptesN1.montant, m.acompteMaxN1.montant],
  ] as const;
  const jauges = acomptes.flatMap(([titre, valeur, maximum]) =>
    valeur && maximum ? <Jauge key={titre} titre={titre} valeur={valeur} maximum={maximum} /> : [],
  );
  if (famille && !estInconnu(coutDeReference))
    jauges.push(
      <Jauge
        key="famille"
        titre="Branche Famille"
        valeur={famille}
        maximum={coutDeReference.times(COFINANCEMENT.tauxMaximum)}
        plein={coutDeReference}
      />,
    );
  if (estRefuse(projet))
    return (
      <Section niveau={3} titre="Plafonds">
        <p>Agrément refusé&nbsp;: rien n’est payable, 0&nbsp;€ au plus.</p>
      </Section>
    );
  return (
    <Section niveau={3} titre="Plafonds">
      {jauges.length === 0 && <p>Il manque un coût ou le barème&nbsp;: aucun plafond à comparer.</p>}
      {jauges}
      <Accordion collapsible multiple>
        <Pourquoi cle="famille" intitule="Branche Famille" montant={brancheFamille} lieux={lieux} />
      </Accordion>
    </Section>
  );
}

function Versements({ calcul, contexte }: { readonly calcul: CalculProjet; readonly contexte: Contexte }) {
  const { versements, parametres } = contexte.lecture;
  const GESTIONS = { n: parametres.annee, n1: parametres.annee + 1, autre: 'd’une autre année' };
  if (!versements) return null;
  const payes = versementsDates(calcul, contexte);
  return (
    <Section niveau={3} titre="Versements">
      {payes.length === 0 && <p>Aucun versement au journal.</p>}
      <ul className="pile">
        {payes.map(({ versement: v, gestion }) => (
          <li key={v.ligne} className="rang">
            <LienCellule lieu={versements.lieu(v.ligne, 'montant')}>
              {v.date === null ? 'sans date' : dateFrancaise(v.date)}
            </LienCellule>
            <span>
              {v.nature ?? 'nature inconnue'} {gestion === null ? 'de gestion inconnue' : GESTIONS[gestion]}
              {v.reference !== null && <span className="aide">{v.reference}</span>}
            </span>
            <b className="fin">{v.montant === null ? 'illisible' : euros(v.montant)}</b>
          </li>
        ))}
      </ul>
    </Section>
  );
}
