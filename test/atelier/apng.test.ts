import { readFileSync } from 'node:fs';
import { animer } from '../../scripts/atelier/apng';

const png = readFileSync('assets/icones/clas-32.png');
const autre = readFileSync('assets/icones/aide-32.png');

describe('Une image animée faite de PNG', () => {
  it('annonce ses vues, garde la première telle quelle pour qui ne sait pas l’animer', () => {
    const rendu = Buffer.from(
      animer([
        { png, millisecondes: 500 },
        { png: autre, millisecondes: 1_200 },
      ]),
    );
    const types = [...rendu.toString('latin1').matchAll(/IHDR|acTL|fcTL|IDAT|fdAT|IEND/g)].map(
      ([type]) => type,
    );
    // une image peut couper ses données en plusieurs morceaux
    const suite = types.filter((type, rang) => type !== types[rang - 1]);
    expect(suite).toEqual(['IHDR', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'IEND']);
    expect(rendu.readUInt32BE(rendu.indexOf('acTL') + 4)).toBe(2);
    expect(rendu.readUInt16BE(rendu.lastIndexOf('fcTL') + 24)).toBe(1_200);
  });

  it('refuse des tailles différentes', () => {
    const grand = readFileSync('assets/icones/clas-64.png');
    expect(() =>
      animer([
        { png, millisecondes: 1 },
        { png: grand, millisecondes: 1 },
      ]),
    ).toThrow('même taille');
  });
});
