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
  .montant {
    border-block-end: 1px solid var(--colorNeutralStroke2);
  }
  .montant:last-child {
    border: 0;
  }
  .montant summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-block-size: 28px;
    list-style: none;
    cursor: pointer;
  }
  .montant summary::-webkit-details-marker {
    display: none;
  }
  .montant summary::before {
    content: '';
    inline-size: 6px;
    block-size: 6px;
    margin-inline: 2px;
    border: solid var(--colorNeutralForeground3);
    border-width: 0 1.5px 1.5px 0;
    rotate: -45deg;
  }
  .montant[open] > summary::before {
    rotate: 45deg;
  }
  .montant summary:hover {
    background: var(--colorSubtleBackgroundHover);
  }
  .montant summary > i {
    color: var(--colorNeutralForeground3);
    font-size: 13px;
  }
  .montant summary > :nth-child(2) {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
  }
  .montant ol,
  .montant > p {
    display: grid;
    gap: 6px;
    margin-block-end: 8px;
    padding: 6px 8px 6px 24px;
    border-radius: var(--borderRadiusMedium);
    background: var(--colorNeutralBackground2);
    font-size: 13px;
  }
  .montant > p {
    padding-inline-start: 8px;
  }
  .montant li > * {
    display: block;
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
    align-items: baseline;
    justify-content: space-between;
  }
  .paiement > b {
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  .barre i {
    position: absolute;
    inset-block: 0;
    border-inline-start: 2px solid var(--colorNeutralForeground1);
  }
`;
