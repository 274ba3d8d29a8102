"use strict";
// Keeps a page current from the event stream. It writes into parts that the server already rendered and says so when it cannot.
(() => {
  const root = document.querySelector("[data-stream]");
  if (!root) return;

  const CUT_AFTER = 15_000, RENEW_AFTER = 25_000, RETRY_AFTER = 5_000;
  const body = document.body;
  const language = document.documentElement.lang === "en" ? "en" : "vi";
  const locale = language === "en" ? "en-US" : "vi-VN";
  const words = document.getElementById("live-words")?.dataset ?? {};
  const only = root.dataset.only;
  const known = new Map();
  let ahead = Date.parse(body.dataset.now) - Date.now();
  let heard = performance.now();
  let source;

  // ---- words and numbers, as the server writes them
  const formats = new Map();
  const number = (value, digits) => {
    if (value === null || value === undefined) return "—";
    if (!formats.has(digits)) {
      formats.set(digits, new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "negative" }));
    }
    return formats.get(digits).format(value).replace("-", "\u2212");
  };
  const percent = (fraction, digits = 0) => fraction === null ? "—" : number(Number((fraction * 100).toFixed(6)), digits) + "%";
  const amount = value => number(value, Math.abs(value ?? 0) >= 1000 ? 1 : 2);
  const change = fraction => {
    const text = percent(fraction, 1);
    return fraction > 0 && /[1-9]/.test(text) ? "+" + text : text;
  };
  const put = (pattern, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), pattern);
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 4, signDisplay: "negative" });
  const exact = value => value === null || value === undefined ? "—" : plain.format(value).replace("-", "\u2212");
  const time = iso => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 19)}`;
  const age = ms => {
    const s = Math.max(0, Math.floor(ms / 1000));
    if (s < 60) return put(words.seconds, s);
    if (s < 3600) return put(words.minutes, Math.floor(s / 60));
    if (s < 172800) return put(words.hours, Math.floor(s / 3600));
    return put(words.days, Math.floor(s / 86400));
  };
  const now = () => Date.now() + ahead;
  const bounds = card => `${number(card.floor, 1)}–${number(card.ceiling, 1)}`;

  // ---- writing
  const write = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  const badge = (element, state, reason) => {
    const key = state + "\n" + (reason ?? "");
    if (element.dataset.shown === key) return;
    const copy = document.getElementById("state-" + state)?.content.firstElementChild.cloneNode(true);
    if (!copy) return;
    if (reason) copy.title = reason;
    element.dataset.shown = key;
    element.replaceChildren(copy);
  };
  const rangeBar = (element, card) => {
    element.setAttribute("x", card.floor ?? 0);
    element.setAttribute("width", card.floor === null || card.ceiling === null ? 0 : Math.max(card.ceiling - card.floor, 0.8));
  };
  const scoreMark = (element, card) => {
    element.setAttribute("x", (card.score ?? 0) - 0.6);
    element.setAttribute("width", card.score === null ? 0 : 1.2);
  };
  const stamp = (element, iso) => {
    if (!iso) { element.removeAttribute("datetime"); write(element, "—"); return; }
    element.setAttribute("datetime", iso);
    element.title = time(iso);
    write(element, age(now() - Date.parse(iso)));
  };
  const isOld = figure => figure.freshUntil !== null && Date.parse(figure.freshUntil) < now();
  const stateOf = figure => isOld(figure) && (figure.state === "measured" || figure.state === "estimated") ? "stale" : figure.state;

  const cardFields = {
    score: (e, c) => write(e, number(c.score, 1)),
    coverage: (e, c) => write(e, percent(c.coverage)),
    bounds: (e, c) => write(e, bounds(c)),
    rangeBar, scoreMark,
    bandName: (e, c) => {
      write(e, c.bandName ? c.bandName[language] : put(words.noband, percent(c.coverage)));
      const same = c.band && root.querySelector(`section.band[data-band="${CSS.escape(c.band)}"]`);
      if (same?.dataset.tone) e.dataset.tone = same.dataset.tone; else delete e.dataset.tone;
    },
    name: (e, c) => { write(e, c.name[language]); e.setAttribute("href", "/units/" + encodeURIComponent(c.unit)); },
    rank: (e, c) => write(e, c.rank === null ? words.unranked : put(words.rank, c.rank)),
    state: (e, c) => badge(e, c.state),
    sumEarned: (e, c) => write(e, exact(c.sum.earned)),
    sumMeasured: (e, c) => write(e, exact(c.sum.measured)),
    sumDue: (e, c) => write(e, exact(c.sum.due)),
    sumCovered: (e, c) => write(e, exact(c.sum.covered)),
    sumFloor: (e, c) => write(e, exact(c.sum.floor)),
    sumCeiling: (e, c) => write(e, exact(c.sum.ceiling)),
    exactCoverage: (e, c) => write(e, percent(c.coverage, 1)),
    floor: (e, c) => write(e, number(c.floor, 1)),
    ceiling: (e, c) => write(e, number(c.ceiling, 1)),
  };
  const figureFields = {
    value: (e, f) => write(e, amount(f.value)),
    reference: (e, f) => write(e, amount(f.reference)),
    required: (e, f) => write(e, amount(f.required)),
    points: (e, f) => write(e, number(f.points, 2)),
    coverage: (e, f) => write(e, percent(f.coverage)),
    delta: (e, f) => {
      write(e, change(f.delta));
      if (e.classList.contains("delta")) e.className = "delta " + (f.delta === null ? "none" : f.delta <= 0 ? "less" : "more");
    },
    state: (e, f) => badge(e, stateOf(f), f.reason?.[language]),
    updatedAt: (e, f) => stamp(e, f.updatedAt),
    standing: (e, f) => write(e, f.view === "shareOfUnits" ? put(words.meets, f.met, f.due, f.known) : `${amount(f.value)} ${e.closest("[data-target]").dataset.measure}`.trim()),
    dueShare: (e, f) => write(e, exact(f.dueShare)),
    attainment: (e, f) => write(e, number(f.attainment, 4)),
    exactPoints: (e, f) => write(e, exact(f.points)),
  };
  const fill = (container, card) => {
    const figures = new Map(card.targets.map(target => [target.target, target]));
    for (const element of container.querySelectorAll("[data-field]")) {
      const owner = element.closest("[data-target]");
      const name = element.dataset.field;
      if (!owner) cardFields[name]?.(element, card);
      else if (figures.has(owner.dataset.target)) figureFields[name]?.(element, figures.get(owner.dataset.target));
    }
    for (const owner of container.querySelectorAll("[data-target]")) {
      const figure = figures.get(owner.dataset.target);
      markOld(owner, figure);
      if (figure && owner.dataset.silent && owner.dataset.silent !== String(isSilent(figure))) fetchAgain();
    }
  };
  // What begins to speak, or falls silent, has another place: only the server knows which.
  const isSilent = figure => "met" in figure ? figure.attainment === null : figure.value === null && figure.points === null;
  let fetching = false, again = false;
  const fetchAgain = () => {
    again = fetching;
    if (fetching) return;
    fetching = true;
    setTimeout(takeNew, 250);
  };
  const takeNew = async () => {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const fresh = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-stream]") : null;
      if (fresh) {
        const folds = element => [...element.querySelectorAll("details[id], .unit details, .organisation details")];
        const name = fold => fold.id || (fold.closest("[data-unit]")?.dataset.unit ?? "") + [...fold.parentElement.querySelectorAll("details")].indexOf(fold);
        const open = new Set(folds(root).filter(fold => fold.open).map(name));
        for (const fold of folds(fresh)) if (open.has(name(fold))) fold.open = true;
        root.replaceChildren(...fresh.childNodes);
      }
    } catch { /* the stream says when the host is away */ }
    finally {
      setTimeout(() => { fetching = false; if (again) fetchAgain(); }, 1_000);
    }
  };
  const markOld = (owner, figure) => {
    if (!figure || figure.freshUntil === undefined) return;
    owner.dataset.freshUntil = figure.freshUntil ?? "";
    owner.toggleAttribute("data-old", isOld(figure));
    if (isOld(figure)) owner.dataset.old = "true";
  };

  // ---- the board's order
  const tiles = unit => document.querySelectorAll(`[data-unit="${CSS.escape(unit)}"]`);
  const place = (tile, row) => {
    const group = root.querySelector(`.group[data-group="${CSS.escape(row.group)}"]`);
    const band = group?.querySelector(`section.band[data-band="${CSS.escape(row.band ?? "")}"]`);
    if (!band) { location.reload(); return; } // a group or band this page does not have
    const list = band.querySelector(".units");
    tile.dataset.group = row.group;
    tile.dataset.band = row.band ?? "";
    tile.dataset.rank = row.rank ?? "";
    const rank = element => element.dataset.rank ? Number(element.dataset.rank) : Infinity;
    if (tile.parentElement !== list) list.append(tile);
    const present = [...list.children];
    const sorted = [...present].sort((a, b) => rank(a) === rank(b) ? 0 : rank(a) - rank(b));
    if (sorted.some((element, i) => element !== present[i])) list.append(...sorted);
    for (const each of root.querySelectorAll("section.band")) each.hidden = each.querySelector(".units").childElementCount === 0;
  };
  const show = row => {
    if (only && row.unit !== only) return;
    known.set(row.unit, row);
    let found = tiles(row.unit);
    if (found.length === 0) {
      const template = document.getElementById("unit-tile");
      if (!template) return;
      const tile = template.content.querySelector(".unit").cloneNode(true);
      tile.dataset.unit = row.unit;
      place(tile, row);
      fetchAgain();
      found = [tile];
    } else if (!only) {
      place(found[0], row);
    }
    for (const element of found) fill(element, row);
  };
  const organisation = card => {
    for (const element of root.querySelectorAll("[data-organisation]")) fill(element, card);
  };
  const drop = units => {
    if (only) return;
    for (const tile of root.querySelectorAll(".unit[data-unit]")) {
      if (!units.includes(tile.dataset.unit)) { known.delete(tile.dataset.unit); tile.remove(); }
    }
  };
  const asOf = iso => { for (const element of root.querySelectorAll('[data-field="asOf"]')) write(element, time(iso)); };

  // ---- is it live?
  const warn = text => {
    body.dataset.live = text ? "stale" : "live";
    for (const element of document.querySelectorAll("[data-stale-text]")) write(element, text ?? "");
  };
  const allOld = () => {
    const figures = [...root.querySelectorAll("[data-target][data-fresh-until]")].filter(element => element.dataset.freshUntil);
    return figures.length > 0 && figures.every(element => Date.parse(element.dataset.freshUntil) < now());
  };
  const judge = () => {
    const silence = performance.now() - heard;
    if (silence > CUT_AFTER) warn(words.cut);
    else if (allOld()) warn(words.old);
    else if (source?.readyState === EventSource.OPEN) warn(null);
  };
  const tick = () => {
    for (const element of document.querySelectorAll("time[data-age][datetime]")) {
      write(element, age(now() - Date.parse(element.getAttribute("datetime"))));
    }
    for (const row of known.values()) {
      if (row.targets.some(isOld)) for (const element of tiles(row.unit)) fill(element, row);
    }
    judge();
    // A half-dead connection never reports an error: start a new one.
    if (performance.now() - heard > RENEW_AFTER) connect();
  };

  const listen = (name, act) => source.addEventListener(name, event => {
    heard = performance.now();
    act(JSON.parse(event.data));
    judge();
  });
  const connect = () => {
    source?.close();
    heard = Math.max(heard, performance.now() - CUT_AFTER - 1);
    const opened = source = new EventSource(root.dataset.stream);
    listen("board", board => {
      if (root.dataset.waits === "board") { if (board.units.length > 0) location.reload(); return; }
      ahead = Date.parse(board.now) - Date.now();
      drop(board.units);
      organisation(board.organisation);
      asOf(board.now);
    });
    listen("scorecard", row => { show(row); asOf(row.computedAt); });
    listen("organisation", organisation);
    listen("heartbeat", at => { ahead = Date.parse(at) - Date.now(); asOf(at); });
    opened.onerror = () => {
      // Refused for good (the host restarts, or the key was withdrawn): the browser does not try again, we do.
      if (opened.readyState === EventSource.CLOSED) setTimeout(() => { if (source === opened) connect(); }, RETRY_AFTER);
    };
  };

  connect();
  setInterval(tick, 1000);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", event => { if (event.persisted) connect(); });
})();
