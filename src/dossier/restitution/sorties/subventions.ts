/**
 * Données ouvertes : les subventions accordées, au schéma national SCDL « Subventions » 2.1.1 (seize champs, dans l'ordre),
 * une ligne par projet agréé dont la Ps retenue est connue ; avec le datapackage.json qui les décrit.
 */
import type { CalculProjet } from '../../calcul/montants';
import type { Examen } from '../../examiner';
import { lignesCsv } from '../csv';
import { ErreurClasseur } from '../../formes/erreurs';
import { anneeScolaire } from '../../../reglement/annee';
import { ZERO } from '../../../valeurs/montant';
import { siretExact } from '../../../valeurs/siret';
import { cafDesignee } from '../../cafs';

const OBJET_MAX = 256;
const SIRET = { pattern: '^\\d{14}$' };

/** Champ, type et contraintes du schéma, dans son ordre. */
const CHAMPS_SCDL = {
  nomAttribuant: { type: 'string', required: true },
  idAttribuant: { type: 'string', required: true, ...SIRET },
  dateConvention: { type: 'date', required: true },
  referenceDecision: { type: 'string' },
  nomBeneficiaire: { type: 'string', required: true },
  idBeneficiaire: { type: 'string', ...SIRET },
  rnaBeneficiaire: { type: 'string', pattern: '^W\\d{9}$' },
  objet: { type: 'string', required: true, maxLength: OBJET_MAX },
  montant: { type: 'number', required: true },
  nature: { type: 'string', required: true },
  conditionsVersement: { type: 'string', required: true },
  datesPeriodeVersement: {
    type: 'string',
    required: true,
    pattern: '^\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}$',
  },
  idRAE: { type: 'string' },
  notificationUE: { type: 'string', required: true, enum: ['oui', 'non'] },
  pourcentageSubvention: { type: 'number', required: true, minimum: 0.01, maximum: 1 },
  dispositifAide: { type: 'string' },
} as const;

type ChampScdl = keyof typeof CHAMPS_SCDL;
export type LigneScdl = Readonly<Record<ChampScdl, string>>;

const NOM = 'subventions';

/** Ce qui manque à un dossier pour être publié. */
function vides(calcul: CalculProjet): string[] {
  const { projet } = calcul;
  return [
    ['montant', calcul.montants.psRetenue.montant && calcul.montants.bonus.montant] as const,
    ['gestionnaire', projet.gestionnaire] as const,
    ['date d’agrément', jourDe(calcul)] as const,
  ].flatMap(([nom, la]) => (la === null ? [nom] : []));
}

const jourDe = ({ projet }: CalculProjet): string | null => projet.dateAgrement ?? projet.debutConvention;

/** Pourquoi rien n'est publié : il manque une donnée obligatoire à des dossiers, nommés ; `null` : tout est là. */
export function refusSubventions({ calculs }: Examen): string | null {
  const manques = calculs
    .filter(({ agree }) => agree)
    .flatMap((calcul) => {
      const manque = vides(calcul);
      return manque.length > 0 ? [`${calcul.projet.dossier ?? ''} (${manque.join(', ')})`] : [];
    });
  return manques.length === 0
    ? null
    : `Rien n’est publié : il manque à ${manques.length > 1 ? `${manques.length} dossiers, dont ` : ''}${manques.slice(0, 3).join(' ; ')}.`;
}

/** @throws ErreurClasseur quand l'attribuant n'est pas identifié, ou qu'un champ obligatoire manque. */
export function lignesSubventions(examen: Examen, siretCaf: string | null): LigneScdl[] {
  const { lecture, calculs } = examen;
  const { annee } = lecture.parametres;
  const nomAttribuant = cafDesignee(lecture.parametres)?.nom ?? lecture.parametres.nomCaf;
  if (nomAttribuant === null)
    throw new ErreurClasseur('Caf non renseignée : la saisir dans la feuille Paramètres.');
  if (siretCaf === null)
    throw new ErreurClasseur(
      'Siret de la Caf absent : le saisir dans la feuille Paramètres (« Siret de la Caf »).',
    );
  const idAttribuant = siretExact(siretCaf);
  if (idAttribuant === null) throw new ErreurClasseur(`Le Siret de la Caf « ${siretCaf} » est invalide.`);
  const refus = refusSubventions(examen);
  if (refus !== null) throw new ErreurClasseur(refus);
  return calculs.flatMap((calcul): LigneScdl[] => {
    const { projet, agree } = calcul;
    if (!agree) return [];
    const montant = (calcul.montants.psRetenue.montant ?? ZERO).plus(calcul.montants.bonus.montant ?? ZERO);
    if (montant.isZero()) return [];
    return [
      {
        nomAttribuant,
        idAttribuant,
        dateConvention: jourDe(calcul) ?? '',
        referenceDecision: projet.dossier ?? '',
        nomBeneficiaire: projet.gestionnaire ?? '',
        // un Siret faux désignerait un autre bénéficiaire, ou personne
        idBeneficiaire: siretExact(projet.siret) ?? '',
        rnaBeneficiaire: '',
        objet: [...`Clas ${anneeScolaire(annee)} : ${projet.action ?? ''}`].slice(0, OBJET_MAX).join(''),
        montant: montant.toFixed(2),
        nature: 'aide en numéraire',
        conditionsVersement: 'échelonné',
        datesPeriodeVersement: `${annee}-09-01/${annee + 1}-12-31`,
        idRAE: '',
        notificationUE: 'non',
        pourcentageSubvention: '1',
        dispositifAide: 'Contrat local d’accompagnement à la scolarité',
      },
    ];
  });
}

/** Les dossiers publiés sans l'identifiant de leur bénéficiaire. */
export const sansSiret = (lignes: readonly LigneScdl[]): readonly string[] =>
  lignes.filter((l) => l.idBeneficiaire === '').map((l) => l.referenceDecision);

/** CSV du schéma : UTF-8, virgules, point décimal. */
export function csvSubventions(lignes: readonly LigneScdl[]): string {
  const champs = Object.keys(CHAMPS_SCDL) as ChampScdl[];
  return lignesCsv([champs, ...lignes.map((l) => champs.map((c) => l[c]))], ',');
}

/** Data Package 2.0 : à côté du fichier, ce qu'il est et la forme de chaque colonne. */
export const datapackageSubventions = (fichier: string, { lecture }: Examen): object => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: `${NOM}-clas-${lecture.parametres.annee}`,
  title: `Subventions Clas ${anneeScolaire(lecture.parametres.annee)}`,
  resources: [
    {
      name: NOM,
      path: fichier,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields: Object.entries(CHAMPS_SCDL).map(([name, { type, ...constraints }]) => ({
          name,
          type,
          constraints,
        })),
      },
    },
  ],
});
