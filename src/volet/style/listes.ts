/** Les anomalies, les montants dépliables, les jauges. */
import { css } from './css';

export const LISTES = css`
  .suite,
  .voies,
  .siennes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    list-style: none;
  }
  .suite > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .voies > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }
  .siennes > li {
    display: flex;
    gap: 6px;
  }
  .siennes .signe {
    margin-block-start: 2px;
  }
  .fiche {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    padding: 6px 8px;
    border-inline-start: 3px solid var(--colorNeutralStrokeAccessible);
    border-radius: var(--borderRadiusSmall);
    background: var(--colorNeutralBackground2);
  }
  .fiche .aide {
    flex: 1;
  }
  .fiche.bloquante {
    border-color: var(--colorStatusDangerForeground1);
  }
  .fiche.alerte {
    border-color: var(--colorStatusWarningForeground3);
  }
  .fiche.information {
    border-color: light-dark(#1f5fa8, #7db4f0);
  }
  .ligneMontant {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    text-align: start;
  }
  .ligneMontant > :first-child {
    flex: 1 1 84px;
  }
  .ligneMontant > :last-child {
    flex: 0 1 84px;
    text-align: end;
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  .ligneMontant > i {
    color: var(--colorNeutralForeground3);
  }
  .palier {
    flex: 1 1 84px;
  }
  .palier > span {
    display: block;
    block-size: 12px;
    background: var(--colorBrandForeground1);
  }
  .palier.verse > span {
    background: var(--colorNeutralForeground3);
  }
  .palier.reste > span {
    background: var(--colorBrandBackground2);
    outline: 1px solid var(--colorBrandForeground1);
    outline-offset: -1px;
  }
  .palier.recouvrer > span {
    background: var(--colorStatusDangerForeground1);
  }
  .etapes {
    display: grid;
    gap: 6px;
    padding: 0 0 8px 18px;
  }
  .pile {
    display: grid;
    gap: 8px;
  }
  .versement > :last-child {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .etapeAnnee {
    flex-wrap: wrap;
    align-items: center;
    min-block-size: 28px;
  }
  .etapeAnnee > .aide,
  .etapeAnnee > a:last-child {
    margin-inline-start: auto;
  }
  .jauge {
    display: grid;
    gap: 4px;
    font-size: 13px;
  }
  .trop {
    color: light-dark(var(--colorStatusDangerForeground1), #f1989d);
    font-style: normal;
    font-weight: 600;
  }
  .barre {
    position: relative;
    block-size: 10px;
    border: 1px solid var(--colorNeutralStrokeAccessible);
    border-radius: 5px;
    overflow: hidden;
  }
  .barre span {
    display: block;
    block-size: 100%;
    background: var(--colorBrandForeground1);
  }
  .parts {
    display: flex;
  }
  .parts .clair,
  .pave.clair {
    background: var(--colorBrandBackground2);
  }
  .parts .vide,
  .pave.vide {
    background: none;
  }
  .barre.depassee span {
    background: repeating-linear-gradient(
      135deg,
      var(--colorStatusDangerForeground1) 0 6px,
      var(--colorNeutralBackground1) 6px 8px
    );
  }
  .legende {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    list-style: none;
  }
  .pave {
    display: inline-block;
    inline-size: 10px;
    block-size: 10px;
    margin-inline-end: 4px;
    border: 1px solid var(--colorNeutralStrokeAccessible);
    background: var(--colorBrandForeground1);
  }
  .paiement {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
  }
  .paiement > :first-child {
    flex: 1 1 120px;
    min-inline-size: 0;
  }
  .paiement > b {
    flex: none;
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  .barre i {
    position: absolute;
    inset-block: 0;
    border-inline-start: 2px solid var(--colorNeutralForeground1);
  }
`;
