/**
 * Données ouvertes : les subventions accordées, au schéma national SCDL « Subventions » 2.1.1 (seize champs, dans l'ordre),
 * une ligne par projet agréé dont la Ps retenue est connue ; avec le datapackage.json qui les décrit.
 */
import type { Examen } from '../../examiner';
import { ErreurClasseur } from '../../formes/erreurs';
import { anneeScolaire } from '../../../reglement/annee';
import { ZERO, type Decimal } from '../../../valeurs/montant';
import { chiffresSiret, siretValide } from '../../../valeurs/siret';
import { montantConnu } from './montantConnu';
import { cafDesignee } from '../../cafs';

/** Champ, obligation et format, dans l'ordre du schéma. */
const CHAMPS_SCDL = {
  nomAttribuant: { obligatoire: true, type: 'string' },
  idAttribuant: { obligatoire: true, type: 'string' },
  dateConvention: { obligatoire: true, type: 'date' },
  referenceDecision: { obligatoire: false, type: 'string' },
  nomBeneficiaire: { obligatoire: true, type: 'string' },
  idBeneficiaire: { obligatoire: false, type: 'string' },
  rnaBeneficiaire: { obligatoire: false, type: 'string' },
  objet: { obligatoire: true, type: 'string' },
  montant: { obligatoire: true, type: 'number' },
  nature: { obligatoire: true, type: 'string' },
  conditionsVersement: { obligatoire: true, type: 'string' },
  datesPeriodeVersement: { obligatoire: true, type: 'string' },
  idRAE: { obligatoire: false, type: 'string' },
  notificationUE: { obligatoire: true, type: 'string' },
  pourcentageSubvention: { obligatoire: true, type: 'number' },
  dispositifAide: { obligatoire: false, type: 'string' },
} as const;

export type ChampScdl = keyof typeof CHAMPS_SCDL;
export type LigneScdl = Readonly<Record<ChampScdl, string>>;

const OBJET_MAX = 256;
const NOM = 'subventions';

/** @throws ErreurClasseur quand l'attribuant n'est pas identifié, ou qu'un champ obligatoire manque : on nomme les dossiers. */
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
  if (!siretValide(siretCaf)) throw new ErreurClasseur(`Le Siret de la Caf « ${siretCaf} » est invalide.`);
  const manques: string[] = [];
  const lignes = calculs.flatMap((calcul): LigneScdl[] => {
    const { projet, agree } = calcul;
    if (!agree) return [];
    const [ps, bonus] = [montantConnu(calcul, 'psRetenue'), montantConnu(calcul, 'bonus')];
    const dossier = projet.dossier ?? '';
    const dates = projet.dateAgrement ?? projet.debutConvention;
    const vides = [
      ['montant', ps !== null && bonus !== null],
      ['gestionnaire', projet.gestionnaire !== null],
      ['date d’agrément', dates !== null],
    ].flatMap(([nom, la]) => (la === true ? [] : [String(nom)]));
    if (ps === null || bonus === null || dates === null || vides.length > 0) {
      manques.push(`${dossier} (${vides.join(', ')})`);
      return [];
    }
    const montant: Decimal = ps.plus(bonus);
    if (montant.eq(ZERO)) return [];
    return [
      {
        nomAttribuant,
        idAttribuant: chiffresSiret(siretCaf),
        dateConvention: dates,
        referenceDecision: dossier,
        nomBeneficiaire: projet.gestionnaire ?? '',
        idBeneficiaire: projet.siret ?? '',
        rnaBeneficiaire: '',
        objet: `Clas ${anneeScolaire(annee)} : ${projet.action ?? ''}`.slice(0, OBJET_MAX),
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
  if (manques.length > 0)
    throw new ErreurClasseur(
      `Rien n’est publié : il manque à ${manques.length > 1 ? `${manques.length} dossiers, dont ` : ''}${manques.slice(0, 3).join(' ; ')}.`,
    );
  return lignes;
}

const cellule = (texte: string): string =>
  /[",\r\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;

/** CSV du schéma : UTF-8, virgules, fins de ligne CRLF (RFC 4180), point décimal. */
export function csvSubventions(lignes: readonly LigneScdl[]): string {
  const champs = Object.keys(CHAMPS_SCDL) as ChampScdl[];
  return [champs, ...lignes.map((l) => champs.map((c) => l[c]))]
    .map((ligne) => `${ligne.map(cellule).join(',')}\r\n`)
    .join('');
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
        fields: (Object.keys(CHAMPS_SCDL) as ChampScdl[]).map((name) => ({
          name,
          type: CHAMPS_SCDL[name].type,
          constraints: { required: CHAMPS_SCDL[name].obligatoire },
        })),
      },
    },
  ],
});
