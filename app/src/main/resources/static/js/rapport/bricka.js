// The tiles in the user's own order without a network too: the kept page is put in the order the last page from the server had.
import { setting } from './lada.js';
import { byId } from './ord.js';

const FIRST = 8;

/** @param {string} jag */
export async function orderTiles(jag) {
  const tiles = [...document.querySelectorAll('#brickor input[name="kategori"]')].map((tile) => /** @type {HTMLInputElement} */ (tile));
  const order = await setting('brickor:' + jag);
  if (!order) return;
  const known = new Map(tiles.map((tile) => [tile.value, tile]));
  const board = byId('brickor');
  const more = board.querySelector('.fler');
  let placed = 0;
  for (const code of order) {
    const tile = known.get(code)?.closest('label');
    if (!tile) continue;
    const opens = tile.nextElementSibling?.classList.contains('finare') ? [tile.nextElementSibling] : [];
    if (placed++ < FIRST) for (const part of [tile, ...opens]) board.insertBefore(part, more);
    else byId('brickor-fler').append(tile, ...opens);
    known.delete(code);
  }
  // What the user is not offered is not offered here either.
  for (const tile of known.values()) tile.closest('label')?.remove();
}
