// The form's row for photos. Camera, brush and all they need come when the button is pressed, so that the first visit stays small.
import { byId, element } from './ord.js';

/** @typedef {{blob: Blob, address: string}} Taken */
/** @type {Taken[]} */
let photos = [];

/** The photos of the report that is being written, ready to be kept. */
export const takenPhotos = () => photos.map((photo) => photo.blob);

/** There is a row where the municipality takes photos. */
export function watchPhotos() {
  const row = byId('foto');
  if (!row) return;
  row.hidden = false;
  row.querySelector('button')?.addEventListener('click', add);
}

async function add() {
  const row = byId('foto');
  const told = byId('foto-svar');
  told.textContent = '';
  // The camera opens on the press itself; a browser refuses it once something has been waited for.
  const file = await chooseFile();
  if (!file) return;
  try {
    const module = await import(new URL(row.dataset.modul ?? '', location.href).href);
    const blob = await module.maskPhoto(row.dataset, file);
    if (blob) photos.push({ blob, address: URL.createObjectURL(blob) });
  } catch (failure) {
    told.textContent = (failure instanceof TypeError ? row.dataset.senare : failure instanceof Error ? failure.message : '') ?? '';
  }
  paintPhotos();
}

/** @returns {Promise<File | null>} */
function chooseFile() {
  return new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*', hidden: true });
    input.setAttribute('capture', 'environment');
    const done = () => {
      input.remove();
      resolve(input.files?.[0] ?? null);
    };
    input.addEventListener('change', done);
    input.addEventListener('cancel', done);
    document.body.append(input);
    input.click();
  });
}

export function clearPhotos() {
  for (const photo of photos) URL.revokeObjectURL(photo.address);
  photos = [];
  if (byId('foto')) paintPhotos();
}

function paintPhotos() {
  const row = byId('foto');
  const press = /** @type {HTMLButtonElement} */ (row.querySelector('button'));
  press.disabled = photos.length >= Number(row.dataset.antal);
  byId('foto-tagna').replaceChildren(...photos.map((photo, at) => {
    const remove = element('button', { type: 'button', class: 'knapp knapp--sek' }, row.dataset.bort ?? '');
    remove.append(element('span', { class: 'dold' }, ' ' + (at + 1)));
    remove.addEventListener('click', () => {
      URL.revokeObjectURL(photo.address);
      photos = photos.filter((other) => other !== photo);
      paintPhotos();
      press.focus();
    });
    return element('li', {}, element('img', { src: photo.address, alt: (row.dataset.foto ?? '') + ' ' + (at + 1) }), remove);
  }));
}
