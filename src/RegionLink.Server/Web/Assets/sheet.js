// Makes the report's sheet quicker: keys move between cells, columns are pasted from Excel, what is typed is saved and never lost.
// Without it the form is sent with its button.
const form = document.querySelector('form.sheet-form');
const say = form.dataset;
const status = form.querySelector('.sheet-status');
const cells = [...form.querySelectorAll('.sheet-value')];
const fields = [...form.querySelectorAll('input:not([type=hidden]), textarea')];
const place = `regionlink-draft:${say.who}:${new URL(form.action).pathname}`;
const pause = 1200;
const patience = 15000;   // until what could not be saved is sent again by itself
// What the report holds: what the fields show, or, on a form that came back, what the page says.
const known = JSON.parse(say.held ?? '{}');
const held = new Map(fields.map(f => [f.name, known[f.name] ?? f.value]));
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
  form.querySelectorAll('td .field-error').forEach(e => e.remove());
  for (const field of fields) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
  for (const fault of faults) {
    const field = fields.find(f => f.name === fault.field);
    const text = document.createElement('p');
    text.className = 'field-error';
    text.textContent = fault.text;
    if (!field) {
      status.append(text);
      continue;
    }
    text.id = `${field.name}-error`;
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
      keepTrying();
    } else {
      await take(await answer.json(), sent);
    }
  } catch {
    keepTrying();
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

function keepTrying() {
  tell(say.kept);
  clearTimeout(timer);
  timer = setTimeout(save, patience);
}

function plan() {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

form.addEventListener('input', () => { keep(); plan(); });
addEventListener('online', plan);
form.addEventListener('submit', () => {
  clearTimeout(timer);
  try {
    sessionStorage.setItem(place, 'sent');
  } catch {
    // Then the draft is offered once more.
  }
});

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

// A range as Excel copies it: a cell with a tab, a line break or a quote in it stands in quotes.
function range(text) {
  const rows = [['']];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const row = rows.at(-1);
    if (quoted && text[i] === '"' && text[i + 1] !== '"') {
      quoted = false;
    } else if (!quoted && text[i] === '"' && row.at(-1) === '') {
      quoted = true;
    } else if (!quoted && text[i] === '\t') {
      row.push('');
    } else if (!quoted && text[i] === '\n') {
      rows.push(['']);
    } else {
      i += quoted && text[i] === '"' ? 1 : 0;
      row[row.length - 1] += text[i];
    }
  }
  return rows.map(row => row.map(cell => cell.replace(/\s+/g, ' ').trim()));
}

function tellLeft(rows) {
  form.querySelector('.paste-left')?.remove();
  if (rows.length > 0) {
    const line = document.createElement('p');
    line.className = 'notice warn paste-left';
    line.setAttribute('role', 'alert');
    line.textContent = say.left.replace('{0}', rows.length).replace('{1}', rows.map(r => r.filter(Boolean).join(' ')).join(' · '));
    status.after(line);
  }
}

form.addEventListener('paste', event => {
  const at = cells.indexOf(event.target);
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (at < 0 || !/[\t\n]/.test(text.trimEnd())) {
    return;
  }
  event.preventDefault();
  const fold = s => s.normalize('NFC').trim().toLowerCase();
  const rows = range(text.replace(/\r/g, '').replace(/\n+$/, ''));
  const named = rows.map(([name]) => cells.find(c => fold(c.dataset.name) === fold(name) || c.dataset.metric === name));
  const byName = named.some(Boolean);
  const left = [];
  rows.forEach((columns, i) => {
    const cell = byName ? named[i] : cells[at + i];
    const [value, source] = byName ? columns.slice(1) : columns;
    if (!cell || value === undefined) {
      if (columns.some(Boolean)) {
        left.push(columns);
      }
      return;
    }
    cell.value = value;
    const where = source && form.elements.namedItem(`source.${cell.dataset.metric}`);
    if (where) {
      where.value = source;
    }
  });
  tellLeft(left);
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

// The form was sent by its button and taken: the report holds it, perhaps written another way (1234 as 1.234).
function taken() {
  const sent = sessionStorage.getItem(place) === 'sent';
  sessionStorage.removeItem(place);
  return sent && new URLSearchParams(location.search).get('done') === 'saved' && performance.getEntriesByType('navigation')[0]?.type === 'navigate';
}

try {
  if (taken()) {
    localStorage.removeItem(place);
  }
  const draft = JSON.parse(localStorage.getItem(place) ?? 'null');
  const open = draft && !say.held && Object.entries(draft).some(([name, value]) => held.has(name) && held.get(name) !== value);
  if (open) {
    offer(draft);
  } else {
    keep();
  }
} catch {
  // Nothing was kept, or nothing that can be read.
}
