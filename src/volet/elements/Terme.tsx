/** Les mots du métier et les sections du texte : soulignés, leur définition vient au survol et au focus. */
import { Tooltip, makeStyles } from '@fluentui/react-components';
import { typographier } from '../../dossier/affichage/typographie';
import definitions from '../../dossier/affichage/definitions.json';

const useStyles = makeStyles({ terme: { textDecorationLine: 'underline', textDecorationStyle: 'dotted' } });

const SECTIONS: Readonly<Record<string, string>> = definitions.sections;
const TERMES: ReadonlyMap<string, string> = new Map(
  definitions.termes.flatMap(({ terme, formes = [terme], texte }) =>
    formes.map((forme) => [forme.toLowerCase(), texte] as const),
  ),
);
export const definitionDe = (mot: string): string | undefined => TERMES.get(mot.toLowerCase());

/** Le plus long d'abord : « Ps retenue » avant « Ps ». */
const MOTS = new RegExp(
  `(?<!\\p{L})(${[...TERMES.keys()].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})`,
  'iu',
);

function Defini({ texte, definition }: { readonly texte: string; readonly definition: string | undefined }) {
  const styles = useStyles();
  if (definition === undefined) return <>{texte}</>;
  return (
    <Tooltip content={typographier(definition)} relationship="description">
      <span tabIndex={0} className={styles.terme}>
        {texte}
      </span>
    </Tooltip>
  );
}

/** Un intitulé, dont chaque mot défini s'explique. */
export const Terme = ({ texte }: { readonly texte: string }) =>
  texte
    .split(MOTS)
    .map((morceau, i) => (
      <Defini key={i} texte={morceau} definition={i % 2 === 1 ? definitionDe(morceau) : undefined} />
    ));

/** « Circ. 2021-006, § 3.4 » → ce que dit la section 3.4. */
const resumeDe = (source: string): string | undefined => {
  const section = /§ (\d\.\d|\d)/.exec(source)?.[1] ?? (/annexe/.test(source) ? 'Annexe' : undefined);
  return section === undefined ? undefined : SECTIONS[section];
};

export const Source = ({ source }: { readonly source: string }) => (
  <Defini texte={source} definition={resumeDe(source)} />
);
