"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const findings = [...document.querySelectorAll("article.finding")];
  const filter = $("filter");

  // A picture stands in the file once; where the same place is cited again it is shown from there.
  for (const link of document.querySelectorAll("a.again")) {
    const first = $(link.hash.slice(1));
    if (!first) continue;
    const picture = new Image(first.width, first.height);
    picture.src = first.src;
    picture.alt = link.dataset.alt;
    link.replaceWith(picture);
  }

  const unfold = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  const go = () => {
    const target = location.hash && $(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden) clear();
    unfold(target.matches("article") ? target.querySelector("details") : target);
    target.scrollIntoView();
  };
  addEventListener("hashchange", go);
  addEventListener("click", (event) => {
    // A link to where one is already changes no address, but the finding may have been folded since.
    if (event.target.closest("a[href^='#']")?.getAttribute("href") === location.hash) go();
  });
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open], .astable, .relative)")) {
      details.open = true;
      details.dataset.printed = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const details of document.querySelectorAll("details[data-printed]")) {
      details.open = false;
      delete details.dataset.printed;
    }
  });
  if (!filter) return go();

  const search = $("search");
  const selects = [...filter.querySelectorAll("select")];
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map(findings.map((one) => [one, plain(one.textContent)]));

  function apply() {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const one of findings) {
      const fits = selects.every((select) => select.value === "*" || one.dataset[select.dataset.filter] === select.value)
        && words.every((word) => texts.get(one).includes(word));
      one.hidden = !fits;
      shown += fits;
    }
    $("shown").textContent = $("shown").dataset.words.replace("#", shown);
    $("none").hidden = shown > 0;
  }
  function clear() {
    search.value = "";
    for (const select of selects) select.value = "*";
    apply();
  }
  const all = (open) => {
    for (const one of findings) if (!one.hidden) one.querySelector("details").open = open;
  };
  const help = (open) => {
    $("keys").hidden = !open;
    $("help").setAttribute("aria-expanded", String(open));
  };
  const step = (by) => {
    const seen = findings.filter((one) => !one.hidden);
    const here = seen.indexOf(document.activeElement?.closest("article.finding"));
    const next = seen[here < 0 ? (by > 0 ? 0 : seen.length - 1) : Math.min(Math.max(here + by, 0), seen.length - 1)];
    if (!next) return;
    next.querySelector("summary").focus({ preventScroll: true });
    next.scrollIntoView();
  };

  search.addEventListener("input", apply);
  for (const select of selects) select.addEventListener("change", apply);
  $("clear").addEventListener("click", clear);
  $("unfold").addEventListener("click", () => all(true));
  $("fold").addEventListener("click", () => all(false));
  $("help").addEventListener("click", () => help($("keys").hidden));
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      help(false);
      clear();
      if (document.activeElement === search) search.blur();
      return;
    }
    if (event.target.matches("input, select, textarea")) return;
    const act = { j: () => step(1), k: () => step(-1), "/": () => search.focus(), "?": () => help($("keys").hidden) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  filter.hidden = false;
  apply();
  go();
})();
