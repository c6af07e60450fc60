/** Le texte, les titres, le focus. */
import { css } from './css';

export const BASE = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  body {
    margin: 0;
    /* WebView2 ne montre la barre qu'au survol, sauf si elle est voulue */
    overflow-y: scroll;
  }
  .volet {
    background: var(--colorNeutralBackground2);
    overflow-wrap: break-word;
    display: flex;
    flex-direction: column;
    min-block-size: 100vh;
  }
  :is(summary, a, [tabindex='0']):focus-visible {
    outline: 2px solid var(--colorStrokeFocus2);
    outline-offset: 2px;
  }
  :is(h2, li)[tabindex='-1']:focus-visible {
    outline: 2px dashed var(--colorStrokeFocus2);
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }
  h2 {
    font-size: 15px;
    font-weight: 600;
  }
  h3 {
    font-size: var(--fontSizeBase300);
    font-weight: 600;
  }
  a,
  .lien {
    color: var(--colorBrandForeground1);
  }
  code {
    font-family: Consolas, 'Liberation Mono', monospace;
    font-size: 12px;
    overflow-wrap: anywhere;
  }
  .terme {
    text-decoration: underline dotted;
  }
  .cache {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .aide {
    display: block;
    color: var(--colorNeutralForeground3);
    font-size: 12px;
    line-height: 16px;
  }
`;
