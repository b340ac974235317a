// Makes pages quicker to use. Everything here can be done without it.
"use strict";

const english = document.documentElement.lang.startsWith("en");
const say = (zh, en) => (english ? en : zh);
const isTyping = (target) =>
  target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);

// Keys. None acts while a word is being composed, in a field, or together with Ctrl, Alt or Meta.
const places = { t: "/", p: "/plan", s: "/systems", i: "/incidents" };
let isGoing = false;

function act(key) {
  if (isGoing) {
    isGoing = false;
    if (places[key]) location.assign(places[key]);
    return Boolean(places[key]);
  }
  if (key === "g") return (isGoing = true);
  if (key === "?") return showKeys();
  if (key === "j" || key === "k") return step(key === "j" ? 1 : -1);
  if (key === "x") return pickFocused();
  const target = document.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
  if (!target) return false;
  if (target.tagName === "INPUT") target.focus();
  else target.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.form;
    if (form && form.method === "post") form.requestSubmit();
    return;
  }
  if (event.ctrlKey && event.key === "k") {
    if (openPalette()) event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || keysAreOff()) return;
  if (isTyping(event.target) && event.target.type !== "checkbox") return;
  if (act(event.key)) event.preventDefault();
});

// A board is one stop of the Tab key; the arrow keys move between what can be followed in it.
function roving(board) {
  const all = [...board.querySelectorAll("a")];
  const leave = (stop) => all.forEach((one) => (one.tabIndex = one === stop ? 0 : -1));
  const centre = (one) => {
    const box = one.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const next = (from, [dx, dy]) => {
    const [x, y] = centre(from);
    const reach = (one) => {
      const [a, b] = centre(one);
      const along = (a - x) * dx + (b - y) * dy;
      return along > 2 ? along + 4 * Math.abs((a - x) * dy + (b - y) * dx) : Infinity;
    };
    const best = all.reduce((one, other) => (reach(other) < reach(one) ? other : one));
    return reach(best) < Infinity ? best : null;
  };
  leave(all[0]);
  board.addEventListener("keydown", (event) => {
    const to = ways[event.key] && next(event.target.closest("a"), ways[event.key]);
    if (!to) return;
    event.preventDefault();
    leave(to);
    to.focus();
  });
}
document.querySelectorAll("[data-roving]").forEach((board) => {
  if (board.querySelector("a")) roving(board);
});

function rows() {
  return [...document.querySelectorAll("main tbody tr")].filter((row) => row.querySelector("a"));
}

function step(by) {
  const all = rows();
  const now = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[Math.max(0, Math.min(all.length - 1, now + by))];
  if (next) next.querySelector("a").focus();
  return Boolean(next);
}

function pickFocused() {
  const row = document.activeElement.closest("tr");
  const box = row && row.querySelector("[data-row]");
  if (box) box.click();
  return Boolean(box);
}

// The palette: Ctrl K asks for anything from anywhere, as the field in the header does by a page.
function openPalette() {
  const find = document.querySelector("form.find");
  if (!find || document.querySelector("dialog[open]")) return Boolean(find);
  const dialog = document.createElement("dialog");
  const input = document.createElement("input");
  const results = document.createElement("div");
  dialog.className = "palette";
  dialog.setAttribute("aria-label", say("找任何東西", "Find anything"));
  Object.assign(input, { type: "text", maxLength: 100, autocomplete: "off" });
  input.placeholder = say("機關、系統、事件，或要做的事", "Agency, system, incident, act");
  input.setAttribute("aria-label", input.placeholder);
  dialog.append(input, results);
  document.body.append(dialog);

  let latest = 0;
  async function ask() {
    const mine = ++latest;
    const answer = await fetch(`${find.action}?q=${encodeURIComponent(input.value)}`, {
      headers: { "HX-Request": "true" },
    });
    if (!answer.ok || mine !== latest) return;
    const part = new DOMParser().parseFromString(await answer.text(), "text/html");
    results.replaceChildren(...part.body.childNodes);
  }

  let wait;
  const askSoon = (event) => {
    if (event.isComposing) return;
    clearTimeout(wait);
    wait = setTimeout(ask, 120);
  };
  input.addEventListener("input", askSoon);
  input.addEventListener("compositionend", askSoon);
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing || event.keyCode === 229) return;
    const links = [...results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      (next < 0 ? input : links[Math.min(next, links.length - 1)] ?? input).focus();
    } else if (event.key === "Enter" && at < 0) {
      if (links.length) links[0].click();
    } else {
      if (event.key.length === 1 && at >= 0 && !event.ctrlKey && !event.metaKey) input.focus();
      return;
    }
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  ask();
  return true;
}

// The list of keys, and the switch that turns single keys off.
const keysAreOff = () => localStorage.getItem("keys") === "off";

function showKeys() {
  const dialog = document.createElement("dialog");
  const list = [
    ["/", say("搜尋", "Search")],
    ["Ctrl K", say("找任何東西，或要做的事", "Find anything, or what to do")],
    ["j k", say("下一列、上一列", "Next row, previous row")],
    ["x", say("選取這一列", "Select the row")],
    ["u", say("復原剛才的動作", "Undo")],
    ["g t", say("回首頁", "Start page")],
    ["Ctrl Enter", say("送出表單", "Send the form")],
  ];
  const heading = document.createElement("h2");
  heading.textContent = say("鍵盤快速鍵", "Keyboard shortcuts");
  heading.id = "keys-title";
  const keys = document.createElement("dl");
  keys.className = "keys";
  for (const [key, does] of list) {
    const term = document.createElement("dt");
    const sign = document.createElement("kbd");
    sign.textContent = key;
    term.append(sign);
    const words = document.createElement("dd");
    words.textContent = does;
    keys.append(term, words);
  }
  const off = button(say("停用單鍵快速鍵", "Turn single keys off"), () => {
    localStorage.setItem("keys", "off");
    dialog.close();
  });
  const close = button(say("關閉", "Close"), () => dialog.close());
  dialog.setAttribute("aria-labelledby", "keys-title");
  dialog.append(heading, keys, close, " ", off);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

function button(words, does) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn--plain btn--s";
  button.textContent = words;
  button.addEventListener("click", does);
  return button;
}

// Rows: Shift takes all between two.
let lastPicked = null;
document.addEventListener("click", (event) => {
  const box = event.target.closest("[data-row]");
  if (!box) return;
  const all = [...document.querySelectorAll("[data-row]")];
  if (event.shiftKey && lastPicked) {
    const ends = [all.indexOf(lastPicked), all.indexOf(box)].sort((a, b) => a - b);
    for (const one of all.slice(ends[0], ends[1] + 1)) one.checked = box.checked;
  }
  lastPicked = box;
  for (const count of document.querySelectorAll("[data-picked]")) {
    count.textContent = all.filter((one) => one.checked).length;
  }
});

// Forms: leaving with unsaved words is asked about once; long answers are counted.
let isChanged = false;
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form && form.method === "post" && !form.classList.contains("prefs")) isChanged = true;
  if (event.target.dataset.most) count(event.target);
});
document.addEventListener("submit", (event) => {
  isChanged = false;
  sendOnce(event);
});
addEventListener("beforeunload", (event) => {
  if (isChanged) event.preventDefault();
});

// A second click on the same button, seconds later, sends nothing again: the first is under way.
function sendOnce(event) {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 4000);
}

function count(field) {
  const left = Number(field.dataset.most) - [...field.value].length;
  let note = document.getElementById(`${field.id}-count`);
  if (!note) {
    note = document.createElement("p");
    note.id = `${field.id}-count`;
    note.setAttribute("aria-live", "polite");
    field.after(note);
  }
  note.className = left < 0 ? "count-left is-over" : "count-left";
  note.textContent =
    left < 0 ? say(`多了 ${-left} 字`, `${-left} too many`) : say(`還可以寫 ${left} 字`, `${left} left`);
}

// Statutory clocks: the time left is told anew each half minute, aloud only near the end.
function tell() {
  for (const clock of document.querySelectorAll("time[data-clock]")) {
    const minutes = Math.floor((Date.parse(clock.dateTime) - Date.now()) / 60000);
    clock.textContent = left(minutes);
    clock.classList.toggle("left--hot", minutes <= 60);
    clock.classList.toggle("left--warm", minutes > 60 && minutes <= Number(clock.dataset.clock));
    if ([15, 5, 1].includes(minutes)) clock.setAttribute("aria-live", "polite");
    else clock.removeAttribute("aria-live");
  }
}

function left(minutes) {
  const size = Math.abs(minutes);
  const [days, hours, rest] = [Math.floor(size / 1440), Math.floor(size / 60) % 24, size % 60];
  const parts = english
    ? [days && `${days} d`, hours && `${hours} h`, !days && `${rest} min`]
    : [days && `${days} 天`, hours && `${hours} 小時`, !days && `${rest} 分`];
  const text = parts.filter(Boolean).join(" ");
  return minutes < 0 ? say(`逾期 ${text}`, `${text} overdue`) : text;
}

// Values that are typed again elsewhere get a button that copies them.
function offerCopies() {
  if (!navigator.clipboard) return;
  for (const value of document.querySelectorAll("[data-copy]")) {
    const offer = button(say("複製", "Copy"), async () => {
      await navigator.clipboard.writeText(value.textContent);
      offer.textContent = say("已複製", "Copied");
    });
    offer.className = "btn btn--plain btn--s";
    offer.setAttribute("aria-label", `${say("複製", "Copy")}：${value.dataset.copy}`);
    value.after(offer);
  }
}

// What htmx sends carries the token of the page's own forms.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("input[name=csrf]");
  if (token) event.detail.headers["X-CSRF-Token"] = token.value;
});

addEventListener("DOMContentLoaded", () => {
  const mistakes = document.getElementById("mistakes");
  if (mistakes) mistakes.focus();
  offerCopies();
  tell();
  setInterval(tell, 30000);
});

// Evidence: files are dropped on the form, screenshots are pasted into it.
function giveFiles(form, files) {
  const field = form.querySelector("input[type=file]");
  if (!field || !files.length) return false;
  const all = new DataTransfer();
  for (const file of [...field.files, ...files]) all.items.add(file);
  field.files = all.files;
  const fold = form.closest("details");
  if (fold) fold.open = true;
  isChanged = true;
  return true;
}
// Every pasted screenshot is called image.png; its moment tells it from the next.
function named(file) {
  if (file.name !== "image.png") return file;
  const moment = new Date().toLocaleString("sv").replaceAll(":", "").replace(" ", "-");
  return new File([file], `${say("截圖", "screenshot")}-${moment}.png`, { type: file.type });
}
document.addEventListener("dragover", (event) => {
  if (event.target.closest("[data-drop]")) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  const form = event.target.closest("[data-drop]");
  if (form && giveFiles(form, event.dataTransfer.files)) event.preventDefault();
});
document.addEventListener("paste", (event) => {
  const form = event.target.closest?.("[data-drop]") ?? document.querySelector("[data-drop]");
  if (form && giveFiles(form, [...event.clipboardData.files].map(named))) event.preventDefault();
});

// A table that is pasted onto a list goes the way of an uploaded file.
const tablePaste = document.querySelector("[data-paste-table]");
if (tablePaste) tablePaste.hidden = false;
document.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain");
  if (!tablePaste || isTyping(event.target) || !/\t/.test(text) || !/\n./.test(text)) return;
  const table = new File([text], say("貼上的表格.csv", "pasted.csv"), { type: "text/csv" });
  if (giveFiles(tablePaste, [table])) {
    event.preventDefault();
    tablePaste.requestSubmit();
  }
});
