/** `npm start [-- classeur.xlsx] [--sans-navigateur]` : construit ce qui manque, puis sert l'atelier sur ce poste. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { construire } from './atelier/construire';
import { ouvrirNavigateur } from './atelier/navigateur';
import { servir } from './atelier/serveur';

const EXEMPLE = 'assets/exemples/clas-2021-2022.xlsx';
const PORT = 3700;

const options = process.argv.slice(2);
const sansNavigateur = options.includes('--sans-navigateur');
const classeur = resolve(options.find((option) => !option.startsWith('--')) ?? EXEMPLE);

if (!existsSync(classeur)) {
  console.error(`Classeur introuvable : ${classeur}`);
  process.exit(2);
}
if (!/\.xlsx$/i.test(classeur)) {
  console.error(`L’atelier ouvre un classeur .xlsx : ${classeur}`);
  process.exit(2);
}

await construire((phrase) => console.log(phrase));
const { adresse } = await servir({ classeur, port: PORT });
console.log(`L’atelier est prêt : ${adresse} (Ctrl+C pour l’arrêter)`);
if (!sansNavigateur) ouvrirNavigateur(adresse);
