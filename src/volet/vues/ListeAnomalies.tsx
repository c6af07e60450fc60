/**
 * Les causes, en arbre : une par rang, avec son titre, son nombre et son geste ; dépliée, ses cellules, chacune avec son
 * dossier et son gestionnaire. Les flèches passent de rang en rang, la touche Tab d'un rang à ses seuls boutons.
 */
import {
  Button,
  CounterBadge,
  Field,
  FlatTree,
  Input,
  TreeItem,
  TreeItemLayout,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import {
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type HTMLAttributes,
  type ReactNode,
} from 'react';
import { Bouton } from '../elements/Bouton';
import { useFocusRepris } from '../elements/focus';
import { Signe } from '../elements/Signe';
import { Source } from '../elements/Terme';
import { Justifier, Regler } from './Regler';
import { useControle, useEtat, useSession } from '../contexte';
import {
  activer,
  basculer,
  cleAnomalie,
  montrerPlus,
  ouvertesDe,
  PAS,
  rangsDe,
  suivante,
  type Rang,
  proprietairesDe,
} from '../liste';
import { pluriel } from '../../dossier/affichage/pluriel';
import { correctionSituee } from '../../dossier/anomalies/correction';
import { adresse, phraseDe, type Anomalie } from '../../dossier/anomalies/anomalie';
import type { Code } from '../../dossier/anomalies/catalogue';
import { FEUILLES_AGENT, type CleFeuille } from '../../dossier/feuilles';
import { CLES_TABLES } from '../../dossier/lecture/tables';
import { intituleDe } from '../../dossier/lecture/lecture';
import { lireSaisie, seSaisit } from '../../dossier/lecture/saisie';
import { texteDe } from '../../valeurs/texte';
import { controleDe, type Liste } from '../etat';
import type { Session } from '../session';
import type { Examen } from '../../dossier/examiner';
import { designerColonne, designerFeuille, ignorerColonne } from '../reglages';
import { phraseCommune, titreDe, valeurDe, type Cause } from '../../dossier/restitution/causes';

const useStyles = makeStyles({
  arbre: {
    rowGap: 0,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  rang: {
    // à 200 % de zoom, les gestes passent dessous : la phrase garde sa largeur
    '@media (max-width: 240px)': { flexWrap: 'wrap' },
    paddingBlock: '4px',
    alignItems: 'flex-start',
    cursor: 'pointer',
    fontSize: '13px',
    lineHeight: '18px',
  },
  cause: {
    paddingInlineEnd: '2px',
    borderTopWidth: '1px',
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke2,
  },
  cellule: { paddingInlineStart: '28px', alignItems: 'center', paddingBlock: '2px' },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 ${tokens.colorBrandForeground1}`,
  },
  corps: { minWidth: 0, flexGrow: 1, '@media (max-width: 240px)': { flexBasis: '80px' } },
  deux: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    '@media (max-width: 240px)': { WebkitLineClamp: 4 },
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  une: { WebkitLineClamp: 1, '@media (max-width: 240px)': { WebkitLineClamp: 3 } },
  titre: { fontWeight: tokens.fontWeightSemibold },
  lien: { color: tokens.colorBrandForegroundLink },
  fleche: { minWidth: '28px' },
  dit: { color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '16px' },
  gestes: { paddingInline: '4px', gap: '2px', alignItems: 'center', flexShrink: 0 },
});

/** Des gestes toujours visibles ; Fluent passerait `visible` à l'élément, qui ne le connaît pas. */
const toujours = (className: string, gestes: ReactNode) => ({
  visible: true,
  className,
  children: (
    _: unknown,
    { visible: _visible, ...autres }: HTMLAttributes<HTMLDivElement> & { visible?: boolean },
  ) => <div {...autres}>{gestes}</div>,
});

interface Props {
  readonly causes: readonly Cause[];
}

/** Les mêmes d'un rendu à l'autre : un rang que rien ne change ne se refait pas. Ici, pour ne retenir que cela. */
function useGestes(causes: readonly Cause[], liste: Liste): Pick<PropsLigne, 'aller' | 'corriger'> {
  const vu = useRef({ causes, liste });
  vu.current = { causes, liste };
  const session = useSession();
  return useState(() => gestesSur(vu, session))[0];
}

function gestesSur(
  vu: { readonly current: { readonly causes: readonly Cause[]; readonly liste: Liste } },
  session: Session,
): Pick<PropsLigne, 'aller' | 'corriger'> {
  const activee = (a: Anomalie): void => session.lister(activer(vu.current.causes, vu.current.liste, a));
  return {
    aller: (a) => {
      activee(a);
      void session.allerA({ feuille: a.feuille, ligne: a.ligne ?? 1, colonne: a.colonne ?? 1 });
    },
    corriger: (a) => {
      const aEcrire = correctionSituee(a);
      if (aEcrire === null) return;
      activee(a);
      void session.corriger([aEcrire]);
    },
  };
}

export function ListeAnomalies({ causes }: Props) {
  const session = useSession();
  const { liste } = useEtat();
  const [montrees, montrer] = useState(PAS);
  /** Le rang où est le clavier : seuls ses boutons sont dans l'ordre de tabulation. */
  const [courant, surRang] = useState<string | null>(null);
  const styles = useStyles();
  const vues = useMemo(() => causes.slice(0, montrees), [causes, montrees]);
  const rangs = useMemo(() => rangsDe(vues, liste), [vues, liste]);
  const tenu = rangs.some(({ id }) => id === courant) ? courant : (rangs[0]?.id ?? null);
  const arbre = useRef<HTMLDivElement>(null);
  // corrigée, l'anomalie disparaît avec son bouton : le clavier reprend à celle qui a pris sa place
  const repris = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const prochaine = liste.active ? suivante(causes, liste) : undefined;
    const rang = (id: string) =>
      arbre.current?.querySelector<HTMLElement>(`[data-fui-tree-item-value="${id}"]`);
    repris.current =
      (prochaine && rang(cleAnomalie(prochaine))) ??
      arbre.current?.querySelector<HTMLElement>('[role=treeitem]') ??
      null;
  });
  useFocusRepris(repris);
  const { aller, corriger } = useGestes(causes, liste);
  if (rangs.length === 0) return null;

  const commun = (rang: Rang) => ({
    key: rang.id,
    value: rang.id,
    'aria-posinset': rang.place,
    'aria-setsize': rang.sur,
    onFocus: () => surRang(rang.id),
  });
  const rendre = (rang: Rang) => {
    const { key, ...place } = commun(rang);
    const tabIndex = rang.id === tenu ? 0 : -1;
    switch (rang.type) {
      case 'cause':
        return (
          <TreeItem key={key} {...place} itemType="branch" aria-level={1}>
            <LigneCause {...rang} tabIndex={tabIndex} aller={aller} corriger={corriger} />
          </TreeItem>
        );
      case 'cellule': {
        const { anomalie, cause, parent } = rang;
        const enCours = liste.active?.cle === rang.id;
        return (
          <TreeItem
            key={key}
            {...place}
            itemType="leaf"
            aria-level={2}
            parentValue={parent}
            aria-current={enCours || undefined}
            onClick={(e: MouseEvent) => {
              if (!(e.target as Element).closest('button, input')) aller(anomalie);
            }}
          >
            <LigneCellule
              anomalie={anomalie}
              cause={cause}
              enCours={enCours}
              tabIndex={tabIndex}
              aller={aller}
              corriger={corriger}
            />
          </TreeItem>
        );
      }
      case 'autres':
        return (
          <TreeItem
            key={key}
            {...place}
            itemType="leaf"
            aria-level={2}
            parentValue={rang.parent}
            onClick={() => session.lister(montrerPlus(liste, rang.parent))}
          >
            <TreeItemLayout className={mergeClasses(styles.rang, styles.cellule)}>
              <span className={styles.lien}>{pluriel(rang.reste, 'autre')}</span>
            </TreeItemLayout>
          </TreeItem>
        );
    }
  };
  return (
    <>
      <div ref={arbre}>
        <FlatTree
          className={styles.arbre}
          aria-label="Anomalies par cause"
          navigationMode="treegrid"
          openItems={ouvertesDe(vues, liste)}
          onOpenChange={(_, { value, open }) => session.lister(basculer(causes, liste, String(value), open))}
        >
          {rangs.map(rendre)}
        </FlatTree>
      </div>
      {causes.length > montrees && (
        <Bouton surClic={() => montrer(montrees + PAS)}>
          Afficher la suite ({pluriel(causes.length - montrees, 'cause')} de plus)
        </Bouton>
      )}
    </>
  );
}

interface PropsLigne {
  readonly cause: Cause;
  readonly tabIndex: number;
  readonly aller: (a: Anomalie) => void;
  readonly corriger: (a: Anomalie) => void;
}

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

const LigneCause = memo(function LigneCause(props: PropsCause) {
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

/** La valeur proposée, qui s'écrit d'un clic ; rien quand il n'y a rien de sûr à écrire. */
function Corriger(props: Pick<PropsLigne, 'tabIndex' | 'corriger'> & { readonly anomalie: Anomalie }) {
  const { anomalie: a, tabIndex, corriger } = props;
  if (!a.correction || !correctionSituee(a)) return null;
  return (
    <Button
      size="small"
      tabIndex={tabIndex}
      aria-label={`Corriger ${adresse(a) ?? a.feuille} : ${a.correction.texte}`}
      onClick={() => corriger(a)}
    >
      {a.correction.texte}&nbsp;✓
    </Button>
  );
}

interface PropsCellule extends PropsLigne {
  readonly anomalie: Anomalie;
  readonly enCours: boolean;
}

/** La bonne valeur, saisie ici et écrite dans la cellule si elle se lit. */
function SaisieDansLaCarte({ anomalie }: { readonly anomalie: Anomalie }) {
  const session = useSession();
  const [saisi, saisir] = useState('');
  const [refus, dire] = useState<string | null>(null);
  const ecrire = (): void => {
    const controle = controleDe(session.etat());
    if (controle === null) return;
    const lue = lireSaisie(saisi, anomalie, controle.examen.lecture, controle.dates1904);
    if ('refus' in lue) return dire(lue.refus);
    dire(null);
    void session.corriger([lue.correction]);
  };
  return (
    <Field size="small" {...(refus !== null && { validationMessage: refus })}>
      <Input
        size="small"
        aria-label={`Valeur pour ${adresse(anomalie) ?? anomalie.feuille}`}
        placeholder="La bonne valeur"
        value={saisi}
        onChange={(_, { value }) => saisir(value)}
        onKeyDown={(e) => {
          e.stopPropagation();
          if (e.key === 'Enter') ecrire();
        }}
        contentAfter={{
          style: { flexShrink: 0 },
          children: (
            <Button size="small" appearance="subtle" onClick={ecrire}>
              Écrire
            </Button>
          ),
        }}
      />
    </Field>
  );
}

/** « N6 », « ligne 6 » ; sans ligne ni colonne, la feuille. */
function endroit(a: Anomalie): string {
  if (a.colonne === null && a.ligne !== null) return `ligne ${a.ligne}`;
  return adresse({ ...a, feuille: '' })?.replace(/^.*!/, '') ?? a.feuille;
}

const LigneCellule = memo(function LigneCellule(props: PropsCellule) {
  const { anomalie: a, cause, enCours, tabIndex, aller, corriger } = props;
  const { examen } = useControle();
  const aQui = proprietairesDe(examen)(a);
  const styles = useStyles();
  const ou = adresse(a) ?? a.feuille;
  const commune = useMemo(() => phraseCommune(cause), [cause]);
  const lieu = useRef<HTMLElement>(null);
  useEffect(() => {
    if (enCours) lieu.current?.scrollIntoView({ block: 'nearest' });
  }, [enCours]);
  return (
    <TreeItemLayout
      className={mergeClasses(styles.rang, styles.cellule, enCours && styles.active)}
      main={{ className: styles.corps }}
      actions={toujours(
        styles.gestes,
        <>
          <Corriger anomalie={a} tabIndex={tabIndex} corriger={corriger} />
          <Button
            size="small"
            appearance="subtle"
            className={styles.fleche}
            tabIndex={tabIndex}
            aria-label={`Aller à la cellule ${ou}`}
            onClick={() => aller(a)}
          >
            ›
          </Button>
        </>,
      )}
    >
      <div className={mergeClasses(!enCours && styles.deux, !enCours && styles.une)}>
        <strong ref={lieu}>{endroit(a)}</strong>{' '}
        {aQui ? `${aQui.dossier}${aQui.gestionnaire === null ? '' : ` · ${aQui.gestionnaire}`}` : a.feuille}
      </div>
      {(commune === null || enCours) && (
        <div className={mergeClasses(styles.dit, !enCours && styles.deux)}>{phraseDe(a)}</div>
      )}
      {a.justification !== null && <div className={styles.dit}>Justifiée&nbsp;: {a.justification}</div>}
      {enCours && (
        <div className={styles.dit}>
          {a.reference} · <Source source={a.source} />
        </div>
      )}
      {enCours && seSaisit(a, examen.lecture) && <SaisieDansLaCarte anomalie={a} />}
    </TreeItemLayout>
  );
});
