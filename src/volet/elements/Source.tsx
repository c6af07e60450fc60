/** Une source citée ; son paragraphe, en nos mots, vient au survol et au focus. */
import { Tooltip } from '@fluentui/react-components';
import definitions from '../../dossier/affichage/definitions.json';

const SECTIONS: Readonly<Record<string, string>> = definitions.sections;

/** « Circ. 2021-006, § 3.4 » → ce que dit la section 3.4. */
const resumeDe = (source: string): string | undefined => {
  const section = /§ (\d\.\d|\d)/.exec(source)?.[1] ?? (/annexe/.test(source) ? 'Annexe' : undefined);
  return section === undefined ? undefined : SECTIONS[section];
};

export function Source({ source }: { readonly source: string }) {
  const resume = resumeDe(source);
  if (resume === undefined) return <>{source}</>;
  return (
    <Tooltip content={resume} relationship="description">
      <span tabIndex={0} className="terme">
        {source}
      </span>
    </Tooltip>
  );
}
