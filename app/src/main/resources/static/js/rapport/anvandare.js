// Whose queue it is: the server's word when there is one, else whoever used the phone last and has not signed out. What changes user on a
// shared phone comes when asked for.
import { keep, lockUser, readOne, setting } from './lada.js';
import { flush } from './ko.js';
import { byId, signedIn } from './ord.js';
import { forgetShell } from './arbetare.js';

/** @returns {Promise<string>} */
export async function whoseQueue() {
  byId('byt')?.addEventListener('click', async () => (await switcher()).changeUser(signedIn));
  const last = await setting('jag');
  if (!signedIn) return last ?? '';
  if (last !== signedIn) {
    await lockUser(last);
    await keep('jag', signedIn);
    await forgetShell();
  }
  const locked = !(await readOne('nycklar', signedIn)) && (await readOne('nycklar', 'pin:' + signedIn));
  if (locked) switcher().then((user) => user.openAfterLogin(signedIn)).then(() => flush(signedIn, true)).catch(() => undefined);
  return signedIn;
}

const switcher = () => import(new URL(byId('byt').dataset.modul ?? '', location.href).href);
