// What htmx does not: the live connection, catching up after it broke, and the habits of the message box.
(() => {
  'use strict';

  const room = document.getElementById('room');
  const scroll = document.getElementById('scroll');
  const threads = document.getElementById('threads');
  const wire = document.getElementById('wire');
  const told = document.getElementById('told');
  const BEAT = 20000, SILENCE = 45000, POLL = 5000, SLOWEST = 30000;

  let seen = Number(room.dataset.change);
  let socket = null, heard = 0, failures = 0;
  const coming = new Set(), again = new Set();

  // --- what changed ---------------------------------------------------------------------------------------------

  function look(news) {
    if (news.channel !== room.dataset.channel) {
      const link = document.querySelector(`.channels a[data-channel="${CSS.escape(news.channel)}"] .new`);
      if (link) link.hidden = false;
      return;
    }
    seen = Math.max(seen, news.change);
    news.threads.forEach(renew);
  }

  // One request a thread at a time; what changed while it was under way is fetched once more after it.
  function renew(id) {
    if (coming.has(id)) {
      again.add(id);
      return;
    }
    coming.add(id);
    again.delete(id);
    fetchThread(id).then(() => true, () => false).then(answered => {
      coming.delete(id);
      if (!answered) setTimeout(renew, POLL, id);
      else if (again.has(id)) renew(id);
    });
  }

  function fetchThread(id) {
    const entries = document.getElementById(`entries-${id}`);
    const place = entries || placeFor(id);
    const path = `${room.dataset.address}/threads/${id}${entries ? '/entries' : ''}`;
    return htmx.ajax('GET', path, {source: place, target: place, swap: 'outerHTML'});
  }

  function placeFor(id) {
    const there = document.getElementById(`thread-${id}`);
    if (there) return there;
    const place = document.createElement('article');
    place.className = 'thread';
    place.id = `thread-${id}`;
    threads.append(place);
    return place;
  }

  async function catchUp() {
    try {
      const answer = await fetch(`${room.dataset.address}/changes?after=${seen}`, {headers: {Accept: 'application/json'}});
      if (answer.status === 401) return location.reload();
      if (answer.ok) look(await answer.json());
      return answer.ok;
    } catch (away) {
      return false;
    }
  }

  // --- the live connection --------------------------------------------------------------------------------------

  function connect() {
    const address = new URL(room.dataset.live, location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(address);
    heard = Date.now();
    let greeted = false;
    socket.onmessage = event => {
      heard = Date.now();
      if (!greeted) {
        greeted = true;
        failures = 0;
        wire.hidden = true;
        catchUp();
      }
      const news = JSON.parse(event.data);
      if (news.threads) look(news);
    };
    socket.onclose = () => {
      socket = null;
      failures++;
      if (failures > 1 || greeted) wire.hidden = false;
      const wait = Math.min(SLOWEST, 500 * 2 ** Math.min(failures, 6)) * (0.5 + Math.random() / 2);
      setTimeout(connect, wait);
    };
  }

  setInterval(() => {
    if (!socket || socket.readyState !== WebSocket.OPEN) return;
    if (Date.now() - heard > SILENCE) socket.close();
    else socket.send('beat');
  }, BEAT);

  // Without a socket, which some proxies do not let through, the page asks now and then.
  setInterval(async () => {
    if (socket && socket.readyState === WebSocket.OPEN) return;
    wire.textContent = await catchUp()
      ? 'No live connection. New messages appear with some seconds of delay.'
      : 'Connection lost, trying again. What you see may be old.';
  }, POLL);

  // --- the message box ------------------------------------------------------------------------------------------

  function freshOnce(form) {
    const bytes = crypto.getRandomValues(new Uint8Array(16)); // randomUUID is missing on plain http
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    const hex = Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
    form.elements.once.value = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  function grow(box) {
    box.rows = Math.min(12, Math.max(box.value.split('\n').length, box.closest('.reply') ? 1 : 2));
  }

  function note(form, text) {
    form.querySelector('.note').textContent = text;
  }

  document.addEventListener('keydown', event => {
    const box = event.target.closest('.composer textarea');
    if (box && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      box.form.requestSubmit();
    }
  });

  document.addEventListener('input', event => {
    if (event.target.matches('.composer textarea')) grow(event.target);
    if (event.target.matches('.composer input[type=file]')) {
      event.target.form.querySelector('.chosen').textContent =
        Array.from(event.target.files, file => file.name).join(', ');
    }
  });

  document.addEventListener('click', event => {
    const example = event.target.closest('.example');
    if (!example) return;
    const box = document.getElementById('say-text');
    box.value = example.textContent;
    box.focus();
  });

  document.addEventListener('htmx:beforeRequest', event => {
    const form = event.target.closest('form');
    if (form && form.querySelector('.note')) note(form, '');
  });

  // The answer 204 of a message or a click.
  document.addEventListener('said', event => {
    const form = event.target.closest('form');
    if (form && form.matches('.composer')) {
      form.reset();
      form.querySelector('.chosen').textContent = '';
      freshOnce(form);
      grow(form.elements.text);
      if (!form.matches('.reply')) toTheEnd = true;
    } else if (form) {
      note(form, 'Sent. KubeChat is looking at it.');
    }
    catchUp();
  });

  for (const failure of ['htmx:sendError', 'htmx:timeout', 'htmx:responseError']) {
    document.addEventListener(failure, event => {
      const form = event.target.closest('form');
      if (form && form.querySelector('.note')) {
        note(form, 'KubeChat did not answer. Nothing you typed is lost; try again.');
      }
    });
  }

  // --- what the eye sees ----------------------------------------------------------------------------------------

  let toTheEnd = true;

  function nearTheEnd() {
    return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
  }

  function dress(root) {
    root.querySelectorAll('time').forEach(time => {
      const at = new Date(time.dateTime);
      const today = new Date().toDateString() === at.toDateString();
      time.textContent = at.toLocaleTimeString([], {hour: '2-digit', minute: '2-digit'});
      if (!today) time.textContent = `${at.toLocaleDateString()} ${time.textContent}`;
      time.title = at.toLocaleString();
    });
    root.querySelectorAll('.composer').forEach(form => {
      if (!form.elements.once.value) freshOnce(form);
    });
    const empty = document.querySelector('.empty');
    if (empty && threads.querySelector('.thread')) empty.remove();
  }

  document.addEventListener('htmx:beforeSwap', () => { toTheEnd = toTheEnd || nearTheEnd(); });

  document.addEventListener('htmx:afterSettle', event => {
    dress(document);
    if (event.target.closest('#threads') || event.target === threads) {
      const thread = event.target.closest('.thread');
      told.textContent = 'There is something new in ' + (thread ? 'a conversation.' : 'the channel.');
      if (toTheEnd) scroll.scrollTop = scroll.scrollHeight;
    }
    toTheEnd = false;
  });

  dress(document);
  scroll.scrollTop = scroll.scrollHeight;
  toTheEnd = false;
  connect();
})();
