// Tells whoever waits on a page for others that something changed, or brings the page up to date where nothing can be lost by it. Follows the
// changes of the log while the page is in sight: a page in the background holds no connection and asks for what it missed when it is shown
// again. Without this script the page is as it was sent.
'use strict';

(() => {
  const box = document.querySelector('.live');
  const say = box.dataset;
  const follows = JSON.parse(say.follows);
  const kinds = [...new Set(follows.map((f) => f.kind))].join(',');
  const regions = [...document.querySelectorAll('[data-live]')];
  const sheet = document.querySelector('.sheet-form');
  const page = location.pathname + location.search;
  const settle = 1000;   // a burst of changes is one piece of news
  const shortest = 2000;
  const longest = 300000;
  const noise = 'script, style, .live, .sheet-status, .draft-offer, .paste-left, td .field-error, .chart';
  let place = say.since ?? '';
  let line;
  let timer = 0;
  let told = false;

  const words = (root) => {
    const copy = root.querySelector('main').cloneNode(true);
    copy.querySelectorAll(noise).forEach((e) => e.remove());
    return copy.textContent.replace(/\s+/g, ' ');
  };

  const shown = words(document);   // before any other script adds to the page

  const matches = (pattern, key) => {
    const [start, end] = pattern.split('*');
    return end === undefined ? key === start : key.length >= start.length + end.length && key.startsWith(start) && key.endsWith(end);
  };

  // What this page itself has saved meanwhile is no news.
  const isNews = (change) => follows.some((f) => f.kind === change.kind && matches(f.key, change.key)
    && !('version' in f && f.version !== null && change.version <= Math.max(f.version, Number(sheet?.elements.namedItem('version')?.value ?? 0))));

  // The sheet is not counted: its own script keeps what is typed there.
  const typing = () => [...document.querySelectorAll('main form:not(.sheet-form)')].some((form) => [...form.elements].some((e) =>
    e.type === 'checkbox' || e.type === 'radio' ? e.checked !== e.defaultChecked
      : e.options ? [...e.options].some((o) => o.selected !== o.defaultSelected) && e.selectedIndex > 0
        : e.type === 'file' ? e.files.length > 0
          : e.type !== 'hidden' && 'defaultValue' in e && e.value !== e.defaultValue));

  const link = (text, address) => {
    const a = document.createElement('a');
    a.href = address;
    a.textContent = text;
    return a;
  };

  const tell = (...parts) => box.replaceChildren(...parts.map((part) => {
    if (typeof part !== 'string') {
      return part;
    }
    const span = document.createElement('span');
    span.textContent = part;
    return span;
  }));

  function announce() {
    told = true;
    const query = new URLSearchParams(location.search);
    query.delete('done');
    const again = location.pathname + (query.size > 0 ? `?${query}` : '');
    tell(say.changed, ...(typing() ? [say.unsent] : []), link(say.reload, again));
  }

  function renew(fresh) {
    let moved = false;
    for (const region of regions) {
      const now = fresh.getElementById(region.id);
      if (!now) {
        announce();
        return;
      }
      if (now.textContent.replace(/\s+/g, ' ') === region.textContent.replace(/\s+/g, ' ')) {
        continue;
      }
      const at = region.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
      region.replaceChildren(...now.childNodes);
      if (at) {
        [...region.querySelectorAll('a')].find((a) => a.getAttribute('href') === at)?.focus({ preventScroll: true });
      }
      moved = true;
    }
    if (moved) {
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Ho_Chi_Minh' });
      tell(say.renewed.replace('{0}', time.format(new Date())));
    }
  }

  async function look(changes) {
    if (sheet?.getAttribute('aria-busy') === 'true') {
      plan(changes);
      return;
    }
    if (told || !changes.some(isNews)) {
      return;
    }
    try {
      const answer = await fetch(page, { headers: { Accept: 'text/html' }, redirect: 'error', cache: 'no-store' });
      if (!answer.ok) {
        throw new Error(answer.statusText);
      }
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (regions.length > 0) {
        renew(fresh);
      } else if (words(fresh) !== shown) {
        announce();
      }
    } catch {
      announce();   // The page cannot be compared: the reader decides.
    }
  }

  let waiting = [];
  function plan(changes) {
    waiting.push(...changes);
    clearTimeout(timer);
    timer = setTimeout(() => { const now = waiting; waiting = []; look(now); }, settle);
  }

  // One message of the stream: lines "event: …", "data: …", "id: …".
  function hear(message) {
    const lines = message.split(/\r?\n/);
    const value = (name) => lines.filter((l) => l.startsWith(`${name}:`)).map((l) => l.slice(name.length + 1).trim()).join('\n');
    const change = JSON.parse(value('data') || 'null');
    place = value('id') || place;
    if (change && isNews(change)) {
      plan([change]);
    }
  }

  async function read(body) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    let heard = false;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return heard;
      }
      heard = true;
      const messages = (rest + value).split(/\r?\n\r?\n/);
      rest = messages.pop();
      messages.forEach(hear);
    }
  }

  // Read by hand, not by EventSource: that cannot start at a place, cannot tell an ended session from a database away, and gives up on the latter.
  async function follow() {
    const mine = new AbortController();
    line?.abort();
    line = mine;
    let pause = shortest;
    while (!mine.signal.aborted) {
      try {
        const answer = await fetch(`/api/v1/changes?kinds=${kinds}`, {
          headers: { Accept: 'text/event-stream', ...(place ? { 'Last-Event-ID': place } : {}) },
          cache: 'no-store',
          signal: mine.signal,
        });
        if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
          if (answer.status === 401 && !told) {
            tell(say.ended, ...(typing() ? [] : [link(say.signIn, say.signInAddress)]));
          }
          return;
        }
        if (answer.ok && await read(answer.body)) {
          pause = shortest;
        }
      } catch {
        // The line is gone, or the page: below it is seen which.
      }
      if (!mine.signal.aborted) {
        await new Promise((done) => { setTimeout(done, pause * (1 + Math.random() / 2)); });
        pause = Math.min(pause * 2, longest);
      }
    }
  }

  const attend = () => (document.hidden ? line?.abort() : follow());
  document.addEventListener('visibilitychange', attend);
  addEventListener('pageshow', (event) => { if (event.persisted) { attend(); } });
  attend();
})();
