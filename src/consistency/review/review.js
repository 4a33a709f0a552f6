"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const one = (selector) => document.querySelector(selector);
  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

  // What is new in the folder is asked for while the page is seen.
  const news = $("news");
  let told = null;
  const say = (text) => {
    if (text === told) return;
    if (told !== null || text.trim()) news.replaceChildren(...parsed(text).body.childNodes);
    told = text;
  };
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(document.body.dataset.news);
      if (answer.ok) say(await answer.text());
    } catch {
      const stopped = document.createElement("p");
      stopped.textContent = document.body.dataset.stopped;
      const box = document.createElement("div");
      box.className = "news bad";
      box.append(stopped);
      say(box.outerHTML);
    }
  };
  setInterval(ask, 1500);

  // Whole pages open above the finding.
  const zoom = $("zoom");
  const open = async (link) => {
    const answer = await fetch(link.href);
    const sheet = answer.ok && parsed(await answer.text()).getElementById("sheet");
    if (!sheet) return location.assign(link.href);
    zoom.lastElementChild.replaceChildren(sheet);
    zoom.showModal();
    sheet.querySelector(".mark")?.scrollIntoView({ block: "center" });
    zoom.focus();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.zoom");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });

  const help = $("help");
  help.hidden = false;
  help.addEventListener("click", () => $("keys").showModal());

  const reason = $("reason");
  const save = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    reason.form.requestSubmit();
  };
  reason?.addEventListener("keydown", save);
  const decide = (key) => {
    const choice = one(`input[data-key="${key}"]`);
    if (!choice) return;
    choice.checked = true;
    reason.focus();
  };

  const rows = [...document.querySelectorAll(".agenda a")];
  const step = (by) => {
    const link = one(`a[rel=${by > 0 ? "next" : "prev"}]`);
    if (link) return link.click();
    const here = rows.indexOf(document.activeElement);
    rows[here < 0 ? 0 : Math.min(Math.max(here + by, 0), rows.length - 1)]?.focus();
  };
  const keys = {
    j: () => step(1), k: () => step(-1), u: () => $("undo")?.requestSubmit(), l: () => $("all").click(),
    z: () => one("a.zoom")?.click(), "?": () => $("keys").showModal(),
    1: () => decide(1), 2: () => decide(2), 3: () => decide(3), 4: () => decide(4),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || one("dialog[open]")) return;
    if (event.target.matches("textarea, input:not([type=radio], [type=checkbox])")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
})();
