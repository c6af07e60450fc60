import { direOuvert, voiesDe } from '../../src/volet/voies';

const octets = new Uint8Array([0x50, 0x4b]);
const classeur = { nom: 'CLAS_BONUS.xlsx', octets, empreinte: 'e', texte: 'a\tb' };
const noms = (plateforme: 'windows' | 'mac' | 'web', fichier = classeur): string[] =>
  voiesDe(plateforme, fichier).map(({ voie }) => voie);
const aide = (plateforme: 'windows' | 'mac' | 'web', cherchee: string): string =>
  voiesDe(plateforme, classeur).find(({ voie }) => voie === cherchee)?.aide ?? '';

test('Windows : télécharger d’abord', () => {
  expect(noms('windows')).toEqual(['telecharger', 'ouvrir', 'copier']);
});

test('Mac : ouvrir d’abord, en disant où ; le lien, qui peut ne rien faire, en dernier et prévenu', () => {
  expect(noms('mac')).toEqual(['ouvrir', 'copier', 'telecharger']);
  expect(aide('mac', 'ouvrir')).toMatch(/derrière cette fenêtre.*menu Fenêtre/);
  expect(aide('mac', 'telecharger')).toMatch(/peut ne rien faire/);
  expect(direOuvert('mac', 'x.xlsx')).toMatch(/derrière cette fenêtre.*x\.xlsx/);
});

test('web : ouvrir en dernier, car Excel garde alors le classeur dans OneDrive', () => {
  expect(noms('web')).toEqual(['telecharger', 'copier', 'ouvrir']);
  expect(aide('web', 'ouvrir')).toMatch(/accord.*OneDrive/);
  expect(direOuvert('web', 'x.xlsx')).toMatch(/OneDrive.*x\.xlsx/);
});

test.each(['windows', 'mac', 'web'] as const)('%s : un courrier se télécharge, Excel ne l’ouvre pas', (p) => {
  expect(noms(p, { ...classeur, nom: 'courrier.docx' })).not.toContain('ouvrir');
});
