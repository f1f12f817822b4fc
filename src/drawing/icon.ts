import type { Element } from 'hast';
import { s } from 'hastscript';

/**
 * Draw the site's icon, an iceberg across its waterline. A square one fills its corners, for systems that round them.
 */
export function drawIcon(shape: 'round' | 'square'): Element {
  return s('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 32 32' }, [
    s('rect', { width: 32, height: 32, rx: shape === 'round' ? 4 : 0, fill: '#16343c' }),
    s('path', { d: 'M13 5l4 2 3 4H9z', fill: '#fff' }),
    s('path', { d: 'M7 13h18l-3 8-6 7-5-5z', fill: '#6fa9b5' }),
    s('path', { d: 'M2 12h28', stroke: '#fff', 'stroke-width': 1.4 }),
  ]);
}
