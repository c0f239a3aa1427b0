// A photo that was taken or chosen: drawn anew in the page, which leaves place, time and camera behind, masked with a thick brush of solid colour,
// and handed back as a small JPEG. Nothing leaves the phone from here.

const LONGEST_SIDE = 1600;
const QUALITY = 0.8;
const BRUSH = 48;
const FREE_MIDDLE = 0.4;

/** @typedef {{x: number, y: number}} Point */
/** @typedef {{width: number, points: Point[]} | 'runtom'} Stroke */

/**
 * Lets the user mask a photo.
 * @param {DOMStringMap} row where the brush's style is @param {File} file @returns {Promise<Blob | null>} null when the user changes her mind
 */
export async function maskPhoto(row, file) {
  const dialog = await brush(row);
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) throw new Error(dialog.dataset.olaslig ?? '');
  try {
    return await mask(dialog, picture);
  } finally {
    picture.close();
  }
}

/** The brush's page, fetched once; a second photo finds it there. @param {DOMStringMap} row @returns {Promise<HTMLDialogElement>} */
async function brush(row) {
  const there = document.getElementById('foto-pensel');
  if (there) return /** @type {HTMLDialogElement} */ (there);
  const answer = await fetch('/rapportera/foto-del');
  if (!answer.ok || answer.redirected) throw new TypeError('no brush');
  const part = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('foto-pensel');
  if (!part) throw new TypeError('no brush');
  const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: row.stil });
  await new Promise((resolve, reject) => {
    style.onload = resolve;
    style.onerror = () => reject(new TypeError('no style'));
    document.head.append(style);
  });
  document.body.append(part);
  return /** @type {HTMLDialogElement} */ (part);
}

/** @param {HTMLDialogElement} dialog @param {ImageBitmap} picture @returns {Promise<Blob | null>} */
function mask(dialog, picture) {
  const canvas = /** @type {HTMLCanvasElement} */ (dialog.querySelector('canvas'));
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  /** @type {Stroke[]} */
  const strokes = [];
  const undo = /** @type {HTMLButtonElement} */ (dialog.querySelector('[data-gor="angra"]'));
  const redraw = () => {
    draw(canvas, picture, strokes);
    undo.disabled = strokes.length === 0;
    dialog.querySelector('[role="status"]')?.replaceChildren(strokes.includes('runtom') ? dialog.dataset.runtom ?? '' : '');
  };
  const listening = new AbortController();
  watchStrokes(canvas, strokes, redraw, listening.signal);
  return new Promise((resolve) => {
    /** @type {Record<string, () => void>} */
    const deeds = {
      angra: () => {
        strokes.pop();
        redraw();
        if (undo.disabled) /** @type {HTMLElement} */ (dialog.querySelector('[data-gor="klart"]')).focus();
      },
      runtom: () => {
        strokes.push('runtom');
        redraw();
      },
      bort: () => dialog.close('bort'),
      klart: () => dialog.close('klart'),
    };
    dialog.addEventListener('click', (event) => {
      const press = event.target instanceof Element ? event.target.closest('[data-gor]') : null;
      deeds[press?.getAttribute('data-gor') ?? '']?.();
    }, { signal: listening.signal });
    dialog.addEventListener('close', () => {
      listening.abort();
      if (dialog.returnValue === 'klart') canvas.toBlob(resolve, 'image/jpeg', QUALITY);
      else resolve(null);
    }, { once: true });
    redraw();
    dialog.returnValue = '';
    dialog.showModal();
  });
}

/** A finger or a pointer draws; the brush is as thick on the screen whatever the picture's size. @param {HTMLCanvasElement} canvas @param {Stroke[]} strokes @param {() => void} redraw @param {AbortSignal} signal */
function watchStrokes(canvas, strokes, redraw, signal) {
  /** @type {Exclude<Stroke, 'runtom'> | null} */
  let drawing = null;
  const at = (/** @type {PointerEvent} */ event) => {
    const box = canvas.getBoundingClientRect();
    return { x: ((event.clientX - box.left) * canvas.width) / box.width, y: ((event.clientY - box.top) * canvas.height) / box.height };
  };
  canvas.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    drawing = { width: (BRUSH * canvas.width) / canvas.getBoundingClientRect().width, points: [at(event)] };
    strokes.push(drawing);
    redraw();
  }, { signal });
  canvas.addEventListener('pointermove', (event) => {
    if (!drawing) return;
    drawing.points.push(at(event));
    redraw();
  }, { signal });
  for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => (drawing = null), { signal });
}

/** @param {HTMLCanvasElement} canvas @param {ImageBitmap} picture @param {Stroke[]} strokes */
function draw(canvas, picture, strokes) {
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  pen.fillStyle = pen.strokeStyle = '#000';
  pen.lineCap = pen.lineJoin = 'round';
  for (const stroke of strokes) {
    if (stroke === 'runtom') around(pen, canvas.width, canvas.height);
    else line(pen, stroke);
  }
}

/** @param {CanvasRenderingContext2D} pen @param {Exclude<Stroke, 'runtom'>} stroke */
function line(pen, stroke) {
  const [first, ...rest] = stroke.points;
  pen.lineWidth = stroke.width;
  pen.beginPath();
  pen.moveTo(first.x, first.y);
  for (const point of rest.length ? rest : [{ x: first.x + 0.1, y: first.y }]) pen.lineTo(point.x, point.y);
  pen.stroke();
}

/** All but the middle, for whoever cannot draw. @param {CanvasRenderingContext2D} pen @param {number} width @param {number} height */
function around(pen, width, height) {
  const x = (width * (1 - FREE_MIDDLE)) / 2;
  const y = (height * (1 - FREE_MIDDLE)) / 2;
  pen.fillRect(0, 0, width, y);
  pen.fillRect(0, height - y, width, y);
  pen.fillRect(0, y, x, height - 2 * y);
  pen.fillRect(width - x, y, x, height - 2 * y);
}
