/** Le rang d'une cause : son titre, son nombre, ce qu'il faut faire, et son geste. */
import { Button, CounterBadge, mergeClasses, TreeItemLayout } from '@fluentui/react-components';
import { memo, type ReactNode, useMemo } from 'react';
import { Signe } from '../elements/Signe';
import { Justifier, Regler } from './Regler';
import { useControle, useEtat, useSession } from '../contexte';
import { proprietairesDe } from '../liste';
import { correctionSituee } from '../../dossier/anomalies/correction';
import { adresse, type Anomalie } from '../../dossier/anomalies/anomalie';
import type { Code } from '../../dossier/anomalies/catalogue';
import { type CleFeuille, FEUILLES_AGENT } from '../../dossier/feuilles';
import { CLES_TABLES } from '../../dossier/lecture/tables';
import { intituleDe } from '../../dossier/lecture/lecture';
import { seSaisit } from '../../dossier/lecture/saisie';
import { texteDe } from '../../valeurs/texte';
import type { Examen } from '../../dossier/examiner';
import { designerColonne, designerFeuille, ignorerColonne } from '../reglages';
import { type Cause, phraseCommune, titreDe, valeurDe } from '../../dossier/restitution/causes';
import { Corriger, type PropsLigne, toujours, useStyles } from './rang';

interface PropsCause extends PropsLigne {
  readonly ouverte: boolean;
}

const COLONNES_A_DESIGNER: ReadonlySet<Code> = new Set<Code>(['colonne.non-lue', 'colonne.rivale']);
/** Ce que serait une feuille que Clas n'a pas lue, d'après ses intitulés. */
const FEUILLES_NON_LUES: Readonly<Partial<Record<Code, CleFeuille>>> = {
  'feuille.journal-non-lu': 'versements',
  'feuille.bonus-non-lus': 'bonusVerses',
  'feuille.projets-a-part': 'projets',
  'feuille.versements-a-part': 'versements',
};

/** Toutes se reconnaîtraient au contrôle suivant. */
const justifiable = ({ gravite, anomalies }: Cause, examen: Examen): boolean =>
  gravite === 'alerte' && anomalies.every((a) => a.champ !== null || proprietairesDe(examen)(a) !== null);

/** Hors de la vue : rien de l'examen n'y reste, que ses réponses. */
const gestesPossibles = (cause: Cause, examen: Examen) => ({
  aSaisir: cause.anomalies.length > 1 && cause.anomalies.every((a) => seSaisit(a, examen.lecture)),
  aJustifier: justifiable(cause, examen),
  titre: titreDe(cause, examen.lecture),
});

export const LigneCause = memo(function LigneCause(props: PropsCause) {
  const { cause, ouverte, tabIndex, aller, corriger } = props;
  const session = useSession();
  const styles = useStyles();
  const { anomalies, gravite } = cause;
  const [premiere] = anomalies;
  const phrase = useMemo(() => phraseCommune(cause), [cause]);
  const corrections = useMemo(() => anomalies.filter((a) => correctionSituee(a)).length, [anomalies]);
  const valeur = valeurDe(cause);
  const dit =
    phrase ?? (valeur === null ? `${premiere.reference} · ${premiere.source}` : `«\u00a0${valeur}\u00a0»`);
  const justifiees = anomalies.filter((a) => a.justification !== null);
  const petit = { size: 'small', tabIndex } as const;
  const { aSaisir, aJustifier, titre } = gestesPossibles(cause, useControle().examen);
  const choisirGeste = (): ReactNode => {
    if (COLONNES_A_DESIGNER.has(premiere.code) || FEUILLES_NON_LUES[premiere.code] !== undefined)
      return <Reconnaitre anomalie={premiere} tabIndex={tabIndex} />;
    if (justifiees.length > 0)
      return (
        <Button {...petit} onClick={() => void session.justifier(justifiees, null)}>
          Retirer
        </Button>
      );
    // deux dossiers de même numéro : la même valeur partout les laisserait en double
    const uneValeur = aSaisir && valeur !== null && premiere.code !== 'dossier.doublon';
    const regler = (
      <Regler
        cause={cause}
        bouton={
          <Button {...petit} {...(!aJustifier && { appearance: 'primary' })}>
            Tout régler…
          </Button>
        }
      />
    );
    if (corrections > 1 || (uneValeur && gravite === 'bloquante')) return regler;
    if (aJustifier)
      return (
        <div className="pile">
          <Justifier cause={cause} bouton={<Button {...petit}>Justifier…</Button>} />
          {uneValeur && ouverte && regler}
        </div>
      );
    if (ouverte) return undefined;
    if (anomalies.length === 1 && correctionSituee(premiere))
      return <Corriger anomalie={premiere} tabIndex={tabIndex} corriger={corriger} />;
    return (
      <Button
        {...petit}
        aria-label={`Aller à la cellule ${adresse(premiere) ?? premiere.feuille}`}
        onClick={() => aller(premiere)}
      >
        Aller ›
      </Button>
    );
  };
  const geste = choisirGeste();
  return (
    <TreeItemLayout
      className={mergeClasses(styles.rang, styles.cause)}
      iconBefore={<Signe de={gravite} />}
      main={{ className: styles.corps }}
      {...(geste !== undefined && {
        actions: toujours(styles.gestes, geste),
      })}
    >
      <div className={mergeClasses(styles.titre, !ouverte && styles.deux)}>
        <span className="cache">{gravite}&nbsp;: </span>
        {titre}{' '}
        <CounterBadge
          size="small"
          appearance="ghost"
          color={gravite === 'bloquante' ? 'danger' : 'informative'}
          count={anomalies.length}
          overflowCount={99_999}
        />
      </div>
      <div className={mergeClasses(styles.dit, !ouverte && styles.deux, !ouverte && styles.une)}>{dit}</div>
    </TreeItemLayout>
  );
});

/** Une colonne, ou une feuille, qui ressemble à l'une des nôtres : c'est elle, ou elle n'est pas à Clas ; le choix reste dans le classeur. */
function Reconnaitre(props: Pick<PropsLigne, 'tabIndex'> & { readonly anomalie: Anomalie }) {
  const { anomalie: a, tabIndex } = props;
  const session = useSession();
  const { designations } = useEtat();
  const { lecture } = useControle().examen;
  const table = CLES_TABLES.find((cle) => lecture[cle]?.feuille.nom === a.feuille);
  const role = FEUILLES_NON_LUES[a.code];
  const intitule = role === undefined ? texteDe(a.valeur) : a.feuille;
  const { champ } = a;
  const designees =
    role !== undefined
      ? designerFeuille(designations, role, a.feuille)
      : table !== undefined && intitule !== null && champ !== null
        ? designerColonne(designations, table, champ, intitule)
        : null;
  if (designees === null || intitule === null) return null;
  return (
    <>
      <Button size="small" tabIndex={tabIndex} onClick={() => void session.designer(designees)}>
        C’est «&nbsp;{role === undefined ? intituleDe(a, lecture) : FEUILLES_AGENT[role]}&nbsp;»
      </Button>
      <Button
        size="small"
        tabIndex={tabIndex}
        aria-label={`Non : « ${intitule} » n’est pas à Clas`}
        onClick={() => void session.designer(ignorerColonne(designations, intitule))}
      >
        Non
      </Button>
    </>
  );
}
