/** Mouvements réduits et couleurs imposées. */
import { css } from './css';

export const PREFERENCES = css`
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation-duration: 0s !important;
    }
  }
  @media (forced-colors: active) {
    .signe.signe {
      color: CanvasText;
    }
    .barre span {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
