/** Les modèles de courrier d'exemple : un agent les ouvre dans Word, y met son en-tête, et change ce qu'il veut. */
import { mkdirSync, writeFileSync } from 'node:fs';
import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import PizZip from 'pizzip';

type Bloc = string | { readonly gras: string } | { readonly tableau: readonly (readonly string[])[] };

const POLICE = 'Arial';
const EN_TETE: readonly Bloc[] = [
  '{nomCaf}',
  'Affaire suivie par : {contact}',
  '',
  '{gestionnaire}',
  '{commune}',
  '',
  'Le {date}',
  '',
];
const FIN: readonly Bloc[] = [
  '',
  'Nous restons à votre disposition pour toute précision.',
  '',
  'Pour la directrice ou le directeur de la Caf,',
];

/** Chaque modèle : son objet, puis son texte. Les {champs} sont ceux de « clas courriers --aide ». */
const MODELES: Readonly<Record<string, readonly Bloc[]>> = {
  notification: [
    { gras: 'Objet : Clas {anneeScolaire}, dossier {dossier} — notification d’accord' },
    '',
    'Madame, Monsieur,',
    '',
    'Le comité départemental a rendu un avis {agrement} pour votre action « {action} » ({collectifsAgrees} collectif(s) d’enfants).',
    'La prestation de service retenue pour l’année scolaire {anneeScolaire} est de {psRetenue} ({psRetenueEnLettres}). Les bonus accordés s’élèvent à {bonus} ; ils se paient avec le solde, une fois votre compte de résultat reçu.',
    {
      tableau: [
        ['Acompte au titre de {anneeN}, au plus', '{acompteMaxN}'],
        ['Acompte au titre de {anneeN1}, au plus', '{acompteMaxN1}'],
      ],
    },
  ],
  solde: [
    { gras: 'Objet : Clas {anneeScolaire}, dossier {dossier} — solde' },
    '',
    'Madame, Monsieur,',
    '',
    'Au vu de votre compte de résultat, la prestation de service de votre action « {action} » est de {psDue} et le bonus dû de {bonusDuFinal}. Nous vous avons déjà versé {versePs} de prestation de service et {verseBonus} de bonus :',
    { tableau: [['{#versements}{date}', '{nature} {gestion}', '{montant}{/versements}']] },
    '',
    'Il vous reste dû {resteAPayer} ({resteAPayerEnLettres}), que nous mettons en paiement.',
  ],
  indu: [
    { gras: 'Objet : Clas {anneeScolaire}, dossier {dossier} — somme à nous rembourser' },
    '',
    'Madame, Monsieur,',
    '',
    'La prestation de service de votre action « {action} » est arrêtée à {psDue}, et le bonus à {bonusDuFinal}. Vous avez reçu {versePs} de prestation de service et {verseBonus} de bonus :',
    { tableau: [['{#versements}{date}', '{nature} {gestion}', '{montant}{/versements}']] },
    '',
    'Une somme de {resteARecouvrer} ({resteARecouvrerEnLettres}) vous a donc été versée de plus que ce qui vous est dû. Nous vous remercions de nous la rembourser, ou de nous dire sous deux mois ce que vous contestez.',
  ],
};

const paragraphe = (bloc: string | { gras: string }): Paragraph => {
  const texte = typeof bloc === 'string' ? bloc : bloc.gras;
  return new Paragraph({
    spacing: { after: 120 },
    alignment: AlignmentType.LEFT,
    children: [new TextRun({ text: texte, bold: typeof bloc !== 'string' })],
  });
};

const contenu = (bloc: Bloc): Paragraph | Table =>
  typeof bloc === 'object' && 'tableau' in bloc
    ? new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: bloc.tableau.map(
          (ligne) =>
            new TableRow({ children: ligne.map((t) => new TableCell({ children: [new Paragraph(t)] })) }),
        ),
      })
    : paragraphe(bloc);

const JOUR = '2026-01-01T00:00:00Z';

/** Le même modèle donne le même fichier : ni la date du jour dans ses propriétés, ni dans son archive. */
function sansHorloge(octets: Uint8Array): Uint8Array {
  const archive = new PizZip(octets);
  const nouvelle = new PizZip();
  for (const [nom, partie] of Object.entries(archive.files))
    if (!partie.dir)
      nouvelle.file(nom, partie.asText().replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, JOUR), {
        date: new Date(2026, 0, 1),
        createFolders: false,
      });
  return nouvelle.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** Écrit les modèles dans `assets/modeles`. */
export async function ecrireModeles(): Promise<void> {
  mkdirSync('assets/modeles', { recursive: true });
  for (const [nom, blocs] of Object.entries(MODELES)) {
    const document = new Document({
      creator: 'Clas',
      title: `Clas : modèle de courrier (${nom})`,
      styles: { default: { document: { run: { font: POLICE, size: 22 }, paragraph: {} } } },
      sections: [{ children: [...EN_TETE, ...blocs, ...FIN].map(contenu) }],
    });
    writeFileSync(`assets/modeles/${nom}.docx`, sansHorloge(await Packer.toBuffer(document)));
  }
}
