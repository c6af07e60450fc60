/** Les bords de chaque contrôle : de part et d'autre d'une limite, ce qui se dit et ce qui ne se dit pas. */
export * from './acomptes';
export * from './annee';
export * from './bonus';
export * from './collectifs';
export * from './dates';
export * from './financement';
export * from './formules';
export * from './identite';
export * from './liquidation';
export * from './projets';
export * from './ps';
export * from './versements';
