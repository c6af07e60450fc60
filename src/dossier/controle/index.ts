/**
 * Les contrôles, en deux listes : ceux d'un projet, qui n'examinent que ses lignes (un projet intact n'est pas examiné
 * deux fois), et ceux qui croisent les feuilles. Le nom se dit quand l'un d'eux tombe en panne.
 */
import type { Anomalie } from '../anomalies/anomalie';
import type { Projet } from '../colonnes/projets';
import type { Contexte } from './contexte';
import { controlerAnnulees } from './croises/annulees';
import { controlerBonusVerses } from './croises/bonusVerses';
import { controlerCollectifs } from './croises/collectifs';
import { controlerDoublons } from './croises/doublons';
import { controlerRattachements } from './croises/rattachements';
import { controlerVersements } from './croises/versements';
import { controlerAgrement, controlerMiseALEcart } from './parProjet/agrement';
import { controlerBonus } from './parProjet/bonus';
import { controlerDetail } from './parProjet/detail';
import { controlerIdentite, controlerUnicite } from './parProjet/identite';
import { controlerJournal } from './parProjet/journal';
import { controlerProjet } from './parProjet/projet';

export type ControleParProjet = (projet: Projet, contexte: Contexte) => Anomalie[];
export type ControleCroise = (contexte: Contexte) => Anomalie[];

export const PAR_PROJET: Readonly<Record<string, ControleParProjet>> = {
  identité: controlerIdentite,
  unicité: controlerUnicite,
  'mise à l’écart': controlerMiseALEcart,
  agrément: controlerAgrement,
  projet: controlerProjet,
  bonus: controlerBonus,
  'détail des collectifs': controlerDetail,
  journal: controlerJournal,
};

export const CROISES: Readonly<Record<string, ControleCroise>> = {
  doublons: controlerDoublons,
  rattachements: controlerRattachements,
  versements: controlerVersements,
  'lignes annulées': controlerAnnulees,
  collectifs: controlerCollectifs,
  'bonus versés': controlerBonusVerses,
};
