/** Les champs, l’interrupteur, les filtres, les liens. */
import { css } from './css';

export const COMMANDES = css`
  .champ {
    display: grid;
    gap: 2px;
  }
  .champ label {
    font-size: 12px;
    color: var(--colorNeutralForeground2);
  }
  .deux {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
    gap: 8px;
  }
  select,
  input[type='search'],
  textarea {
    inline-size: 100%;
    min-block-size: 32px;
    padding: 4px 8px;
    border: 1px solid var(--colorNeutralStrokeAccessible);
    border-radius: var(--borderRadiusMedium);
    background: var(--colorNeutralBackground1);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }
  .interrupteur {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
    cursor: pointer;
  }
  .interrupteur input {
    appearance: none;
    position: relative;
    inline-size: 36px;
    block-size: 20px;
    margin: 2px;
    border: 1px solid var(--colorNeutralStrokeAccessible);
    border-radius: 10px;
    background: var(--colorNeutralBackground1);
    cursor: pointer;
  }
  .interrupteur input::before {
    content: '';
    position: absolute;
    inset: 3px auto 3px 3px;
    inline-size: 12px;
    border-radius: 50%;
    background: var(--colorNeutralStrokeAccessible);
    transition: translate 100ms;
  }
  .interrupteur input:checked {
    border-color: var(--colorBrandBackground);
    background: var(--colorBrandBackground);
  }
  .interrupteur input:checked::before {
    translate: 16px;
    background: #fff;
  }
  .comptes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(84px, 1fr));
    gap: 6px;
  }
  .comptes button {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 2px 4px;
    min-block-size: 44px;
    padding: 4px;
    border: 1px solid var(--colorNeutralStroke1);
    border-radius: var(--borderRadiusLarge);
    background: var(--colorNeutralBackground1);
    color: inherit;
    font: inherit;
    font-size: 12px;
    cursor: pointer;
  }
  .comptes button:hover {
    background: var(--colorNeutralBackground1Hover);
  }
  .comptes b {
    font-size: 16px;
  }
  .comptes span {
    flex-basis: 100%;
  }
  .comptes [aria-pressed='true'] {
    border-color: var(--colorBrandForeground1);
    background: var(--colorBrandBackground2);
    box-shadow: inset 0 -3px var(--colorBrandForeground1);
  }
  .lien {
    min-block-size: 24px;
    padding: 2px 0;
    border: 0;
    background: none;
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }
`;
