/** Ce que Clas a lu : feuille par feuille, ce qui compte, ce qui est laissé et pourquoi, chacun avec sa place. */
import { Accordion } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Section } from '../elements/Section';
import { Depliant } from '../elements/Depliant';
import { LienCellule } from '../elements/LienCellule';
import { entier, pluriel } from '../../dossier/affichage/pluriel';
import { typographier } from '../../dossier/affichage/typographie';
import type { Examen } from '../../dossier/examiner';
import type { FeuilleLue } from '../../dossier/lecture/bilan';
import { ligneDesIntitules, tableDe } from '../../dossier/lecture/lecture';
import { montantsLus, type MontantLu } from '../../dossier/restitution/montantsLus';
import { euros } from '../../reglement/explication';

/** « 40 lignes lues, 2 laissées » ; hors champ : ni lue ni comptée, et rien n'en est dit. */
function resume({ role, lignesLues, lignesIgnorees, colonnesNonLues }: FeuilleLue, dite: boolean): string {
  if (role === null) return dite ? 'non lue, voir Vérifier' : 'hors champ';
  if (role === 'generee') return 'faite par Clas';
  return [
    pluriel(lignesLues, 'ligne lue', 'lignes lues'),
    lignesIgnorees.length > 0 && pluriel(lignesIgnorees.length, 'laissée'),
    colonnesNonLues.length > 0 && pluriel(colonnesNonLues.length, 'colonne non lue', 'colonnes non lues'),
  ]
    .filter(Boolean)
    .join(', ');
}

interface Props {
  readonly lue: FeuilleLue;
  readonly montants: readonly MontantLu[];
  /** La ligne des intitulés. */
  readonly intitules: number;
}

function Feuille({ lue, montants, intitules }: Props) {
  const { feuille, lignesIgnorees, colonnesLues, colonnesNonLues } = lue;
  const lieu = (ligne: number, colonne = 1) => ({ feuille, ligne, colonne });
  return (
    <div className="pile">
      {!lue.visible && <p>Cette feuille est masquée.</p>}
      {colonnesLues.length > 0 && (
        <p>
          {pluriel(colonnesLues.length, 'colonne lue', 'colonnes lues')}&nbsp;:{' '}
          <span className="aide">{colonnesLues.map(({ entete }) => entete).join(', ')}</span>
        </p>
      )}
      {montants.length > 0 && (
        <ul className="pile">
          {montants.map((m) => (
            <li key={m.champ}>
              <span>
                {m.entete}&nbsp;: <b>{euros(m.lu)}</b> lus
                {!m.laisse.isZero() && `, ${euros(m.laisse)} dans des lignes laissées`}
                {m.illisibles.length > 0 && (
                  <>
                    , {pluriel(m.illisibles.length, 'cellule illisible', 'cellules illisibles')} (
                    <LienCellule lieu={lieu(m.illisibles[0] ?? 1)}>ligne {m.illisibles[0]}</LienCellule>)
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {colonnesNonLues.length > 0 && (
        <>
          <p>Colonnes que Clas ne lit pas&nbsp;:</p>
          <ul className="pile">
            {colonnesNonLues.map(({ colonne, entete, valeurs, proches }) => (
              <li key={colonne}>
                <span>
                  <LienCellule lieu={lieu(intitules, colonne)}>{entete}</LienCellule>,{' '}
                  {pluriel(valeurs, 'valeur')}
                  {proches.length > 0 && '\u00a0: ressemble à une colonne de Clas, voir Vérifier'}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {lignesIgnorees.length > 0 && (
        <>
          <p>Lignes laissées&nbsp;:</p>
          <ul className="pile">
            {lignesIgnorees.map(({ ligne, derniere, motif }) => (
              <li key={ligne}>
                <span>
                  <LienCellule lieu={lieu(ligne)}>
                    {ligne === derniere ? `ligne ${ligne}` : `lignes ${ligne} à ${entier(derniere)}`}
                  </LienCellule>
                  , {typographier(motif)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const intitulesDe = (feuille: string, lecture: Examen['lecture']): number => {
  const table = tableDe(feuille, lecture);
  return table ? ligneDesIntitules(table) : 1;
};

export function Lecture({ examen: { lecture, anomalies } }: { readonly examen: Examen }) {
  const dites = new Set(anomalies.map(({ feuille }) => feuille));
  const montants = useMemo(() => montantsLus(lecture), [lecture]);
  return (
    <Section titre="Ce que Clas a lu">
      <Accordion collapsible multiple>
        {lecture.bilan.map((lue) => (
          <Depliant
            key={lue.feuille}
            cle={lue.feuille}
            ferme={lue.role === null || lue.role === 'generee'}
            titre={
              <span className="rang montant">
                <span>{lue.feuille}</span>
                <span className="aide fin">{resume(lue, dites.has(lue.feuille))}</span>
              </span>
            }
          >
            <Feuille
              lue={lue}
              montants={montants.get(lue.feuille) ?? []}
              intitules={intitulesDe(lue.feuille, lecture)}
            />
          </Depliant>
        ))}
      </Accordion>
    </Section>
  );
}
