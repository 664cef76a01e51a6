// Makes the report's sheet quicker: keys move between cells, columns are pasted from Excel, what is typed is saved and never lost.
// Without it the form is sent with its button.
const form = document.querySelector('form.sheet-form');
const say = form.dataset;
const status = form.querySelector('.sheet-status');
const cells = [...form.querySelectorAll('.sheet-value')];
const fields = [...form.querySelectorAll('input:not([type=hidden]), textarea')];
const place = `regionlink-draft:${say.who}:${new URL(form.action).pathname}`;
const pause = 1200;
const held = new Map(fields.map(f => [f.name, f.value]));
let timer = 0;
let saving = false;
let again = false;

const changed = () => fields.filter(f => f.value !== held.get(f.name));

const tell = text => { status.textContent = text; };

function keep() {
  const draft = Object.fromEntries(changed().map(f => [f.name, f.value]));
  try {
    if (Object.keys(draft).length > 0) {
      localStorage.setItem(place, JSON.stringify(draft));
    } else {
      localStorage.removeItem(place);
    }
  } catch {
    // The browser keeps nothing here; the form itself still does.
  }
}

function show(faults) {
  form.querySelectorAll('.field-error.live').forEach(e => e.remove());
  fields.forEach(f => f.removeAttribute('aria-invalid'));
  for (const fault of faults) {
    const field = fields.find(f => f.name === fault.field);
    const text = document.createElement('p');
    text.className = 'field-error live';
    text.textContent = fault.text;
    if (!field) {
      status.append(text);
      continue;
    }
    text.id = `${field.name}-live`;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', text.id);
    field.before(text);
    field.closest('details')?.setAttribute('open', '');
  }
}

function signInAgain() {
  tell(`${say.ended} `);
  const link = document.createElement('a');
  link.href = say.signInAddress;
  link.textContent = say.signIn;
  status.append(link);
}

async function save() {
  clearTimeout(timer);
  if (saving) {
    again = true;
    return;
  }
  if (changed().length === 0) {
    return;
  }
  saving = true;
  form.setAttribute('aria-busy', 'true');
  tell(say.saving);
  const sent = new Map(fields.map(f => [f.name, f.value]));
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(new FormData(form)),
      redirect: 'error',
    });
    if (answer.status === 401 || answer.status === 400) {
      signInAgain();
    } else if (!answer.ok) {
      tell(say.kept);
    } else {
      await take(await answer.json(), sent);
    }
  } catch {
    tell(say.kept);
  } finally {
    saving = false;
    form.removeAttribute('aria-busy');
    if (again) {
      again = false;
      plan();
    }
  }
}

async function take(saved, sent) {
  if (saved.stale) {
    tell(say.stale);
    status.scrollIntoView({ block: 'nearest' });
    return;
  }
  form.elements.namedItem('version').value = saved.version;
  const wrong = new Set(saved.faults.map(f => f.field.split('.').slice(1).join('.')));
  for (const [name, value] of sent) {
    if (!wrong.has(name.split('.').slice(1).join('.')) && !wrong.has('')) {
      held.set(name, value);
    }
  }
  tell(saved.faults.length > 0 ? say.faulty : say.saved.replace('{0}', saved.at));
  show(saved.faults);
  keep();
}

function plan() {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

form.addEventListener('input', () => { keep(); plan(); });
form.addEventListener('submit', () => clearTimeout(timer));

form.addEventListener('keydown', event => {
  const at = cells.indexOf(event.target);
  if (at < 0 || event.isComposing) {
    return;
  }
  const to = event.key === 'Enter' || event.key === 'ArrowDown' ? cells[at + 1] : event.key === 'ArrowUp' ? cells[at - 1] : undefined;
  if (event.key === 'Enter' || to) {
    event.preventDefault();
  }
  to?.focus();
  to?.select();
});

form.addEventListener('paste', event => {
  const at = cells.indexOf(event.target);
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (at < 0 || !/[\t\n]/.test(text.trimEnd())) {
    return;
  }
  event.preventDefault();
  const fold = s => s.normalize('NFC').trim().toLowerCase();
  text.replace(/\r/g, '').replace(/\n+$/, '').split('\n').forEach((line, i) => {
    const columns = line.split('\t').map(c => c.trim());
    const named = cells.find(c => fold(c.dataset.name) === fold(columns[0]) || c.dataset.metric === columns[0]);
    const cell = named ?? cells[at + i];
    const [value, source] = named ? columns.slice(1) : columns;
    if (!cell || value === undefined) {
      return;
    }
    cell.value = value;
    const where = source && form.elements.namedItem(`source.${cell.dataset.metric}`);
    if (where) {
      where.value = source;
    }
  });
  keep();
  plan();
});

function offer(draft) {
  const line = document.createElement('p');
  line.className = 'notice draft-offer';
  line.setAttribute('role', 'status');
  line.append(say.found);
  for (const [text, act] of [[say.restore, () => restore(draft)], [say.discard, () => localStorage.removeItem(place)]]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = text === say.restore ? '' : 'second';
    button.textContent = text;
    button.addEventListener('click', () => { act(); line.remove(); });
    line.append(button);
  }
  form.prepend(line);
}

function restore(draft) {
  for (const field of fields) {
    if (field.name in draft) {
      field.value = draft[field.name];
    }
  }
  keep();
  plan();
}

try {
  const draft = JSON.parse(localStorage.getItem(place) ?? 'null');
  const open = draft && Object.entries(draft).some(([name, value]) => held.has(name) && held.get(name) !== value);
  if (open) {
    offer(draft);
  } else {
    localStorage.removeItem(place);
  }
} catch {
  // Nothing was kept, or nothing that can be read.
}
