// Names of objects below the message box: arrows choose, Tab or Enter takes, Escape puts away.
(() => {
  'use strict';

  const room = document.getElementById('room');
  const told = document.getElementById('told');
  const WAIT = 150, SHORTEST = 2;

  const list = document.createElement('ul');
  list.className = 'names';
  list.id = 'names';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Names');

  let box = null, chosen = -1, timer = 0, asked = 0;

  function begun(of) {
    if (of.selectionStart !== of.selectionEnd) return '';
    const word = /(?:^|[\s/,=])([a-z0-9][a-z0-9.-]*)$/.exec(of.value.slice(0, of.selectionStart));
    return word && word[1].length >= SHORTEST ? word[1] : '';
  }

  function close() {
    clearTimeout(timer);
    asked++;
    chosen = -1;
    list.hidden = true;
    list.replaceChildren();
    if (!box) return;
    box.removeAttribute('aria-activedescendant');
    box.removeAttribute('aria-controls');
    box = null;
  }

  function choose(at) {
    const all = Array.from(list.children);
    chosen = (at + all.length) % all.length;
    all.forEach((item, i) => item.setAttribute('aria-selected', String(i === chosen)));
    box.setAttribute('aria-activedescendant', all[chosen].id);
    all[chosen].scrollIntoView({block: 'nearest'});
  }

  function take(name) {
    const into = box, start = into.selectionStart - begun(into).length;
    close();
    into.setRangeText(name, start, into.selectionStart, 'end');
    into.focus();
    told.textContent = `${name} is taken.`;
  }

  function show(names, into) {
    close();
    if (!names.length || document.activeElement !== into) return;
    box = into;
    list.replaceChildren(...names.map((name, i) => {
      const item = document.createElement('li');
      item.id = `name-${i}`;
      item.textContent = name;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
      return item;
    }));
    into.after(list);
    list.hidden = false;
    into.setAttribute('aria-controls', list.id);
    list.scrollIntoView({block: 'nearest'});
    const fit = names.length === 1 ? 'One name fits.' : `${names.length} names fit.`;
    told.textContent = `${fit} Arrows choose, Tab takes, Escape puts away.`;
  }

  async function ask(into, word) {
    const mine = ++asked;
    const thread = into.closest('.thread');
    const about = new URLSearchParams({begun: word});
    if (thread) about.set('thread', thread.id.replace(/^thread-/, ''));
    try {
      const answer = await fetch(`${room.dataset.address}/names?${about}`, {headers: {Accept: 'application/json'}});
      const names = answer.ok ? await answer.json() : [];
      if (mine === asked && begun(into) === word) show(names.filter(name => name !== word), into);
    } catch (away) {
      // whoever types goes on typing
    }
  }

  document.addEventListener('input', event => {
    if (!event.target.matches('.composer textarea')) return;
    close();
    const into = event.target, word = begun(into);
    if (word) timer = setTimeout(ask, WAIT, into, word);
  });

  document.addEventListener('keydown', event => {
    if (!box || event.target !== box || event.isComposing) return;
    const takes = event.key === 'Tab' && !event.shiftKey || event.key === 'Enter' && !event.shiftKey && chosen >= 0;
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === 'Escape') close();
    else if (takes) take(list.children[Math.max(0, chosen)].textContent);
    else {
      if (event.key === 'Enter') close();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  });

  list.addEventListener('mousedown', event => {
    const item = event.target.closest('li');
    if (!item) return;
    event.preventDefault();
    take(item.textContent);
  });

  document.addEventListener('focusout', event => {
    if (event.target === box) close();
  });
})();
