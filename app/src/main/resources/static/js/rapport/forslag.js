// A draft: what stands in the form is kept in the phone, masked and sealed, until it is sent or dropped. It is back after a reload.
import { keep, seal, setting, unseal } from './lada.js';
import { byId, clockTime, say } from './ord.js';
import { fieldsOf, fill } from './fyll.js';
import { guarded } from './texten.js';
import { addedIncidents, firstTile, setAdded } from './tillagt.js';

const KEPT_MS = 24 * 3_600_000;
const DRAFT = 'forslag:';

/** @param {HTMLFormElement} form @param {string} jag @param {import('./rapport.js').Tools} tools */
export async function watchDraft(form, jag, tools) {
  const notice = byId('utkast');
  notice.querySelector('button')?.addEventListener('click', () => {
    notice.hidden = true;
    setAdded([]);
    tools.clear();
    dropDraft(jag).catch(() => undefined);
    firstTile().focus();
  });
  const draft = await kept(jag).catch(() => null);
  if (draft && Date.now() - draft.tid < KEPT_MS && !document.querySelector('.felsumma') && !fieldsOf(form).kategori) {
    setAdded(draft.tillagt);
    fill(form, draft.falt);
    if (draft.plats) tools.setPlace(draft.plats);
    const said = notice.querySelector('span');
    if (said) said.textContent = say('draft', clockTime(new Date(draft.tid)));
    notice.hidden = false;
  }
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  const later = () => {
    clearTimeout(pause);
    pause = setTimeout(() => saveDraft(form, jag, tools).catch(() => undefined), 700);
  };
  form.addEventListener('input', later);
  form.addEventListener('change', later);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) saveDraft(form, jag, tools).catch(() => undefined);
  });
}

/** Only what somebody has said of an incident makes a draft; a place and a time alone do not. @param {HTMLFormElement} form @param {string} jag @param {import('./rapport.js').Tools} tools */
async function saveDraft(form, jag, { samePlace }) {
  const fields = fieldsOf(form);
  if (form.hidden || !(fields.kategori || fields.text?.trim() || addedIncidents().length)) return dropDraft(jag);
  if (fields.text) fields.text = guarded(fields.text).text;
  const draft = { tid: Date.now(), falt: fields, tillagt: addedIncidents(), plats: samePlace() };
  await keep(DRAFT + jag, await seal(jag, JSON.stringify(draft)));
}

/** @param {string} jag */
export async function dropDraft(jag) {
  byId('utkast').hidden = true;
  await keep(DRAFT + jag, null);
}

/** @param {string} jag */
async function kept(jag) {
  const sealed = await setting(DRAFT + jag);
  return sealed ? JSON.parse(new TextDecoder().decode(await unseal(jag, sealed))) : null;
}
