// A map with a crosshair for the form, fetched when it is asked for: its part of the page, its sheet and the map's own module.

/**
 * @param {HTMLElement} place where the map is put @param {string} sheet address of its style sheet
 * @param {{lon: number, lat: number} | null} start where it begins @param {(lon: number, lat: number) => void} picked
 */
export async function pickOnMap(place, sheet, start, picked) {
  const answer = await fetch('/rapportera/platser/karta', { headers: { Accept: 'text/html' }, redirect: 'error' });
  if (!answer.ok) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const part = document.importNode(/** @type {HTMLElement} */ (page.getElementById('kartval')), true);
  const script = part.querySelector('script');
  script?.remove();
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = sheet;
  document.head.append(style);
  follow(part, start, picked);
  place.replaceChildren(part);
  await import(new URL(script?.getAttribute('src') ?? '', location.href).href);
}

/** @param {HTMLElement} part @param {{lon: number, lat: number} | null} start @param {(lon: number, lat: number) => void} picked */
function follow(part, start, picked) {
  /** @type {{lon: number, lat: number} | undefined} */
  let under;
  const use = /** @type {HTMLButtonElement} */ (part.querySelector('#karta-valj'));
  part.addEventListener('karta:klar', () => {
    if (start) /** @type {any} */ (part.querySelector('samlad-karta')).flytta(start.lon, start.lat, 16);
  });
  part.addEventListener('karta:plats', (event) => {
    under = /** @type {CustomEvent} */ (event).detail;
    use.disabled = false;
  });
  use.addEventListener('click', () => {
    if (under) picked(under.lon, under.lat);
  });
}
