// Signs in with a passkey, or makes one. Shows itself only where the browser can and the address is the one passkeys are bound to.

/** @param {string} text */
const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));

/** @param {ArrayBuffer} buffer */
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

/** @param {string} address @param {HTMLElement} box @param {BodyInit | null} body @param {Record<string, string>} more */
async function ask(address, box, body, more = {}) {
  const token = /** @type {HTMLInputElement} */ (box.querySelector('input[type=hidden]'));
  const answer = await fetch(address, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': token.value, ...more },
  });
  const read = await answer.json();
  if (!answer.ok) throw new Error(read.fel || read.detail);
  return read;
}

/** @param {any} options */
function readable(options) {
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const list of ['excludeCredentials', 'allowCredentials']) {
    options[list] = (options[list] || []).map((/** @type {any} */ held) => ({ ...held, id: bytes(held.id) }));
  }
  return options;
}

/** @param {PublicKeyCredential} credential */
function written(credential) {
  const answer = /** @type {any} */ (credential.response);
  const response = { clientDataJSON: text(answer.clientDataJSON) };
  for (const part of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (answer[part]) Object.assign(response, { [part]: text(answer[part]) });
  }
  if (answer.getTransports) Object.assign(response, { transports: answer.getTransports() });
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });
}

/** @param {HTMLElement} box */
async function run(box) {
  const address = box.dataset.passnyckel || '';
  const publicKey = readable(await ask(address + '/fraga', box, null));
  const made = 'ny' in box.dataset;
  const credential = await navigator.credentials[made ? 'create' : 'get']({ publicKey }).catch(() => null);
  if (!credential) throw new Error(box.dataset.avbruten);
  const name = /** @type {HTMLInputElement | null} */ (box.querySelector('#nyckelnamn'));
  const where = made ? address : address + '?till=' + encodeURIComponent(box.dataset.till || '/');
  const answer = await ask(
    where,
    box,
    written(/** @type {PublicKeyCredential} */ (credential)),
    name ? { 'Samlad-Namn': encodeURIComponent(name.value) } : {},
  );
  location.assign(answer.till);
}

for (const box of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-passnyckel]'))) {
  if (!window.PublicKeyCredential || location.hostname !== box.dataset.vard) continue;
  box.hidden = false;
  document.querySelectorAll('[data-passnyckel-saknas]').forEach((hint) => hint.remove());
  const button = /** @type {HTMLButtonElement} */ (box.querySelector('button'));
  const told = /** @type {HTMLElement} */ (box.querySelector('[role=alert]'));
  button.addEventListener('click', async () => {
    told.textContent = '';
    button.disabled = true;
    try {
      await run(box);
    } catch (failure) {
      told.textContent = failure instanceof Error ? failure.message : String(failure);
      button.disabled = false;
    }
  });
}
