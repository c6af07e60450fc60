/**
 * Les règles telles qu'un agent les écrirait dans Excel, d'après la circulaire et non d'après notre code.
 *
 * Un tableur calcule en binaire : 7 879,40 × 32,5 % y vaut 2 560,8049…, soit un centime de moins une fois arrondi.
 * Les formules comptent donc en centimes entiers et en dix-millièmes de taux. Un quotient d'entiers tombe juste quand
 * il finit par un demi, et en reste loin sinon (un dix-millième au moins, soixante-millionième pour « euro », quand le
 * tableur distingue le milliardième) : ROUND et ROUNDDOWN décident alors comme sur le papier.
 */

/** Colonnes de la feuille Projets, dans l'ordre ; `null` : l'agent la remplit, aucune formule ne la lit. */
export const SAISIES = [
  ['N° dossier', null],
  ['Gestionnaire', null],
  ['Action', null],
  ['Agrément', 'agrement'],
  ['Collectifs agréés', 'agrees'],
  ['Collectifs réels', 'reels'],
  ['Coût prévisionnel', 'prev'],
  ['Coût réel', 'reel'],
  ['Fonds locaux', 'fonds'],
  ['Autres financements branche Famille', 'famille'],
  ['Bonus enfants', 'nbEnfants'],
  ['Bonus parents', 'nbParents'],
  ['Acomptes N', 'versesN'],
  ['Acomptes N+1', 'versesN1'],
  ['Coût contrôlé', 'coutControle'],
  ['Collectifs contrôlés', 'controles'],
] as const;

/** Le barème de la ligne 6 de Paramètres, en dix-millièmes et en centimes, dans les colonnes qui suivent le sien. */
export const BAREME = {
  taux: 'ROUND(B6*10000,0)',
  plafond: 'ROUND(C6*100,0)',
  maximum: 'ROUND(D6*100,0)',
  unEnfants: 'ROUND(E6*100,0)',
  unParents: 'ROUND(F6*100,0)',
} as const;

/** Où les formules lisent les paramètres. */
export const PARAMETRES = {
  arrondi: 'Paramètres!$B$3',
  taux: 'Paramètres!$H$6',
  plafond: 'Paramètres!$I$6',
  maximum: 'Paramètres!$J$6',
  unEnfants: 'Paramètres!$K$6',
  unParents: 'Paramètres!$L$6',
} as const;

const centimes = (saisie: string): string => `ROUND(${saisie}*100,0)`;
const siReel = (formule: string): string => `IF({reel}="","",${formule})`;
const siSolde = (formule: string): string => `IF(OR({reel}="",NOT({agree})),"",${formule})`;

/** Les trois arrondis de la Ps : au barème publié, au centime, à l'euro par collectif. */
const ps = (cout: string, nb: string): string =>
  `IF(${nb}=0,0,` +
  `IF({arrondi}="centime",ROUND(MIN(${cout},${nb}*{plafond})*{taux}/10000,0),` +
  `IF({arrondi}="euro",100*${nb}*ROUND(MIN(${cout},${nb}*{plafond})*{taux}/(${nb}*1000000),0),` +
  `IF(${cout}>=${nb}*{plafond},${nb}*{maximum},ROUND(${cout}*{taux}/10000,0)))))`;

/** Intermédiaires, en centimes. Chaque `{nom}` désigne une saisie, un paramètre ou une formule d'avant. */
export const INTERMEDIAIRES = {
  agree: '{agrement}="favorable"',
  retenus: 'IF({reels}="",{agrees},{reels})',
  cPrev: centimes('{prev}'),
  cReel: siReel(centimes('{reel}')),
  nbControles: 'IF({controles}="",{retenus},{controles})',
  cControle: `IF({coutControle}="",{cReel},${centimes('{coutControle}')})`,
  totalFamille: `IF({reel}="",{psPrevisionnelle},{psReelle})+{bonus}+${centimes('{fonds}')}+${centimes('{famille}')}`,
  /** Cinq fois l'excédent sur les 80 % : un nombre entier. */
  cinqFois: '5*{totalFamille}-4*IF({reel}="",{cPrev},{cReel})',
  bonusControle:
    'MIN(N({nbEnfants}),{nbControles})*{unEnfants}+MIN(N({nbParents}),{nbControles})*{unParents}',
} as const;

/** Des faits : leur total compte tous les dossiers, refusés compris. */
export const TOTAL_DE_TOUS: readonly string[] = ['indu'];

/** Les montants, en centimes, sous les noms de « clas calculer ». */
export const MONTANTS = {
  psPrevisionnelle: ps('{cPrev}', '{agrees}'),
  partN: 'ROUND({psPrevisionnelle}*4/10,0)',
  partN1: '{psPrevisionnelle}-{partN}',
  acompteMaxN: 'ROUNDDOWN({psPrevisionnelle}*28/100,0)',
  acompteMaxN1: 'ROUNDDOWN({psPrevisionnelle}*42/100,0)',
  acomptesN: centimes('{versesN}'),
  acomptesN1: centimes('{versesN1}'),
  chargeAPayer: 'IF({agree},MAX(0,{partN}-{acomptesN}),0)',
  engagement: 'IF({agree},{partN1},0)',
  bonusEnfants: 'IF({agree},{nbEnfants}*{unEnfants},0)',
  bonusParents: 'IF({agree},{nbParents}*{unParents},0)',
  bonus: '{bonusEnfants}+{bonusParents}',
  psReelle: siReel(ps('{cReel}', '{retenus}')),
  soldeN: siSolde('ROUND({psReelle}*4/10,0)-{acomptesN}'),
  soldeN1: siSolde('{psReelle}-ROUND({psReelle}*4/10,0)-{acomptesN1}'),
  soldePs: siSolde('{soldeN}+{soldeN1}'),
  aPayer: siSolde('MAX(0,{soldePs})+{bonus}'),
  // refusé : tout ce qui a été versé se recouvre
  indu: `IF({agrement}="refusé",{acomptesN}+{acomptesN1},${siSolde('MAX(0,-{soldePs})')})`,
  excedent80: 'IF({cinqFois}<5,0,ROUND({cinqFois}/5,0))',
  controle: `IF(OR({reel}="",NOT({agree}),AND({coutControle}="",{controles}="")),"",${ps('{cControle}', '{nbControles}')}+{bonusControle}-{psReelle}-{bonus})`,
} as const;
