// Before somebody signs out: reports that lie unsent are told of, and stay. The phone then belongs to nobody until the next one signs in.
import { keep, lockUser, queued, setting } from './lada.js';

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[action$="/logga-ut"]'));

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const jag = await setting('jag').catch(() => '');
  const unsent = jag ? (await queued(jag).catch(() => [])).length : 0;
  if (unsent && !confirm((form.dataset.osant ?? '{0}').replace('{0}', String(unsent)))) return form.removeAttribute('data-skickas');
  await lockUser(jag).catch(() => undefined);
  await keep('jag', null).catch(() => undefined);
  form.submit();
});
