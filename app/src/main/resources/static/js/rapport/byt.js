// Change of user on a shared phone: who has a PIN here, the PIN, and choosing or taking away one's own. Its words come with its page.
import { keep, lockUser, setting } from './lada.js';
import { ask, openAfterLogin, openByPin, pinUsers, putBehindPin, takeAwayPin } from './pin.js';

export { openAfterLogin };

/** @param {string} signedIn the user the server knows now, or empty */
export async function changeUser(signedIn) {
  const dialog = await page();
  const users = await pinUsers();
  const jag = await setting('jag');
  const list = /** @type {HTMLElement} */ (dialog.querySelector('[data-lista]'));
  list.replaceChildren(...users.filter((user) => user.jag !== signedIn).map((user) => choice(dialog, user)));
  part(dialog, 'ingen').hidden = list.childElementCount > 0;
  const own = users.some((user) => user.jag === jag);
  part(dialog, 'valj').hidden = !signedIn || own;
  part(dialog, 'har').hidden = !signedIn || !own;
  part(dialog, 'pin').hidden = true;
  tell(dialog, '');
  if (!dialog.open) dialog.showModal();
}

/** @returns {Promise<HTMLDialogElement>} */
async function page() {
  const there = document.getElementById('byt-ruta');
  if (there) return /** @type {HTMLDialogElement} */ (there);
  const answer = await fetch('/rapportera/byt-del');
  const made = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('byt-ruta');
  if (!made) throw new TypeError('no page');
  document.body.append(made);
  const dialog = /** @type {HTMLDialogElement} */ (made);
  part(dialog, 'stang').addEventListener('click', () => dialog.close());
  part(dialog, 'pin').addEventListener('submit', (event) => act(event, () => open(dialog)));
  part(dialog, 'valj').addEventListener('submit', (event) => act(event, () => choose(dialog)));
  part(dialog, 'har').addEventListener('submit', (event) => act(event, () => forget(dialog)));
  return dialog;
}

/** @param {Event} event @param {() => Promise<void>} deed */
async function act(event, deed) {
  event.preventDefault();
  const press = /** @type {HTMLButtonElement | null} */ (/** @type {HTMLFormElement} */ (event.target).querySelector('button'));
  if (!press || press.disabled) return;
  press.disabled = true;
  await deed().finally(() => (press.disabled = false));
}

/** @param {HTMLDialogElement} dialog @param {{jag: string, namn: string}} user */
function choice(dialog, user) {
  const press = Object.assign(document.createElement('button'), { type: 'button', className: 'knapp knapp--sek knapp--full', textContent: user.namn });
  press.addEventListener('click', () => {
    const form = part(dialog, 'pin');
    form.dataset.jag = user.jag;
    form.hidden = false;
    part(dialog, 'namn').textContent = user.namn;
    const field = input(form, 'pin');
    field.value = '';
    field.focus();
  });
  return press;
}

/** The phone opens the queue by itself, with or without a network; the server opens the session when there is one. @param {HTMLDialogElement} dialog */
async function open(dialog) {
  const form = part(dialog, 'pin');
  const jag = form.dataset.jag ?? '';
  const field = input(form, 'pin');
  const here = await openByPin(jag, field.value);
  if (here !== 'ratt') return wrong(dialog, field, here === 'vanta' ? 'vanta' : 'fel-pin');
  const answer = await ask('byt', { jag, pin: field.value });
  if (answer.fel && answer.fel !== 'utan-nat') {
    await lockUser(jag);
    return wrong(dialog, field, answer.fel);
  }
  const before = await setting('jag');
  if (before !== jag) await lockUser(before);
  await keep('jag', jag);
  location.assign('/rapportera');
}

/** @param {HTMLDialogElement} dialog @param {HTMLInputElement} field @param {string} why */
function wrong(dialog, field, why) {
  tell(dialog, dialog.getAttribute('data-' + why) ?? dialog.getAttribute('data-logga-in') ?? '');
  field.value = '';
  field.focus();
}

/** @param {HTMLDialogElement} dialog */
async function choose(dialog) {
  const form = part(dialog, 'valj');
  const pin = input(form, 'pin');
  const jag = await setting('jag');
  const namn = input(form, 'namn').value.trim();
  const answer = await ask('pin', { pin: pin.value });
  if (!answer.oppnare) return tell(dialog, dialog.getAttribute('data-' + answer.fel) ?? answer.fel);
  await putBehindPin(jag, namn, pin.value, answer.oppnare);
  pin.value = '';
  await changeUser(jag);
  tell(dialog, dialog.dataset.vald ?? '');
}

/** @param {HTMLDialogElement} dialog */
async function forget(dialog) {
  const jag = await setting('jag');
  await takeAwayPin(jag);
  await changeUser(jag);
  tell(dialog, dialog.dataset.borta ?? '');
}

/** @param {HTMLDialogElement} dialog @param {string} text */
function tell(dialog, text) {
  part(dialog, 'svar').textContent = text;
}

/** @param {HTMLElement} within @param {string} name @returns {HTMLElement} */
const part = (within, name) => /** @type {HTMLElement} */ (within.querySelector('[data-' + name + ']'));

/** @param {HTMLElement} form @param {string} name @returns {HTMLInputElement} */
const input = (form, name) => /** @type {HTMLInputElement} */ (form.querySelector('input[name="' + name + '"]'));
