/** Les encarts, les listes de montants, les tableaux, les signes de gravité. */
import { css } from './css';

export const BLOCS = css`
  section,
  details.section,
  [role='tabpanel'] > p {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 10px;
    border: 1px solid var(--colorNeutralStroke2);
    border-radius: var(--borderRadiusLarge);
    background: var(--colorNeutralBackground1);
  }
  [role='tabpanel'] > p.aide {
    padding: 0 2px;
    border: 0;
    background: none;
  }
  section > button {
    justify-self: start;
  }
  details.section {
    display: block;
  }
  details.section[open] > * {
    margin-block-end: 8px;
  }
  summary {
    min-block-size: 24px;
    cursor: pointer;
  }
  details.section h2 {
    display: inline;
  }
  .encart {
    border-inline-start-width: 4px;
  }
  .encart.pret {
    border-inline-start-color: var(--colorStatusSuccessForeground1);
  }
  .encart.bloque {
    border-inline-start-color: var(--colorStatusDangerForeground1);
  }
  .encart ul {
    padding-inline-start: 18px;
  }
  .gestes {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .gestes:empty {
    display: none;
  }
  h2:has(.signe),
  h3:has(.signe) {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .signe {
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .signe.bloquante {
    color: var(--colorStatusDangerForeground1);
  }
  .signe.alerte {
    color: var(--colorStatusWarningForeground3);
  }
  .signe.information {
    color: light-dark(#1f5fa8, #7db4f0);
  }
  .signe.succes {
    color: var(--colorStatusSuccessForeground1);
  }
  .montants > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    padding-block: 3px;
    border-block-end: 1px solid var(--colorNeutralStroke2);
  }
  .montants > div:last-child {
    border: 0;
  }
  .montants dd {
    margin-inline-start: auto;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .defile {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 12px;
  }
  th,
  td {
    padding: 4px 2px;
    border-block-end: 1px solid var(--colorNeutralStroke2);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    font-weight: 600;
  }
  td,
  thead th + th {
    padding-inline-start: 12px;
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
`;
