/** Le signe d'une gravité ou d'un état : une forme pour chacun, jamais la couleur seule ; le mot est toujours à côté. */
import { makeStyles, tokens } from '@fluentui/react-components';
import {
  Checkmark16Regular,
  CheckmarkCircle16Regular,
  Circle16Regular,
  DismissCircle16Regular,
  Info16Regular,
  RadioButton16Filled,
  Warning16Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { Gravite } from '../../dossier/anomalies/catalogue';

const useStyles = makeStyles({ signe: { flexShrink: 0, marginBlockStart: '2px' } });

type Genre = Gravite | 'succes' | 'faite' | 'aFaire' | 'aVenir';

const COURANTE = tokens.colorNeutralForeground1;

const SIGNES: Readonly<Record<Genre, readonly [forme: FluentIcon, couleur: string]>> = {
  bloquante: [DismissCircle16Regular, tokens.colorStatusDangerForeground1],
  alerte: [Warning16Regular, tokens.colorStatusWarningForeground3],
  information: [Info16Regular, tokens.colorPaletteBlueForeground2],
  faite: [Checkmark16Regular, COURANTE],
  aFaire: [RadioButton16Filled, COURANTE],
  aVenir: [Circle16Regular, COURANTE],
  succes: [CheckmarkCircle16Regular, tokens.colorStatusSuccessForeground1],
};

export function Signe({ de }: { readonly de: Genre }) {
  const [Forme, couleur] = SIGNES[de];
  return <Forme className={useStyles().signe} color={couleur} />;
}
