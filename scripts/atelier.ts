/** `npm start [-- classeur.xlsx] [--sans-navigateur]` : construit ce qui manque, puis sert l'atelier sur ce poste. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ouvrirNavigateur } from './atelier/navigateur';
import { servirAtelier } from './atelier/servir';

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

console.log('Préparation de l’atelier (une minute la première fois)…');
const { adresse } = await servirAtelier(classeur, PORT);
console.log(`L’atelier est prêt : ${adresse} (Ctrl+C pour l’arrêter)`);
if (!sansNavigateur) ouvrirNavigateur(adresse);
