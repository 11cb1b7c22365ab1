// The watch page's player: our own controls over the browser's video, chapters and storyboard that lead into the film.
"use strict";

const player = document.querySelector(".player");
const frame = player.querySelector(".frame");
const video = player.querySelector("video");
const seek = player.querySelector(".seek");
const volume = player.querySelector(".volume");
const words = player.querySelector(".words select");
const seconds = Number(player.dataset.seconds);
const say = player.dataset;
const marks = [...document.querySelectorAll(".board [data-at]")];
const chapters = [...document.querySelectorAll("h3 [data-at]")];
const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;

document.documentElement.classList.add("scripted");
video.controls = false;
for (const part of player.querySelectorAll(".controls, .big")) part.hidden = false;
if (matchMedia("(hover: hover)").matches) document.querySelector(".keys").hidden = false;

function clock(at) {
  const whole = Math.floor(at), minutes = Math.floor(whole / 60) % 60, rest = String(whole % 60).padStart(2, "0");
  return whole >= 3600 ? `${Math.floor(whole / 3600)}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

function latest(links, at) {
  return links.filter((one) => Number(one.dataset.at) <= at + 0.05).pop();
}

let shown = { shot: null, chapter: null };
function show() {
  const at = video.readyState ? video.currentTime : Number(say.at);
  if (!seek.matches(":active")) seek.value = at;
  const told = say.position.replace("%1", clock(at)).replace("%2", clock(seconds));
  const chapter = latest(chapters, at);
  seek.style.setProperty("--done", `${(100 * seek.value) / seconds}%`);
  seek.setAttribute("aria-valuetext", chapter ? `${told}, ${chapter.firstElementChild.textContent}` : told);
  player.querySelector(".now").textContent = clock(at);
  const shot = latest(marks.filter((one) => !chapters.includes(one)), at);
  if (chapter !== shown.chapter || shot !== shown.shot) {
    for (const one of marks) one.removeAttribute("aria-current");
    for (const one of [chapter, shot]) one?.setAttribute("aria-current", "true");
    player.querySelector(".chapter").textContent = chapter ? chapter.firstElementChild.textContent : "";
    if (shot && shown.shot && !video.paused) bring(shot);
    shown = { shot, chapter };
  }
}

// Only the storyboard scrolls along, never the page: somebody may be reading.
function bring(shot) {
  const item = shot.parentElement;
  for (const box of [shot.closest(".shots"), shot.closest(".board")]) {
    const a = box.getBoundingClientRect(), b = item.getBoundingClientRect();
    const across = b.left < a.left || b.right > a.right ? b.left - a.left - 8 : 0;
    const down = b.top < a.top || b.bottom > a.bottom ? b.top - a.top - a.height / 3 : 0;
    if (across || down) box.scrollBy({ left: across, top: down, behavior: quiet ? "auto" : "smooth" });
  }
}

function toggle() {
  if (video.paused) video.play().catch(() => {}); else video.pause();
}

function leap(at) {
  video.currentTime = Math.max(0, Math.min(seconds, at));
  show();
}

function mute() {
  video.muted = !video.muted;
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (frame.requestFullscreen) frame.requestFullscreen();
  else video.webkitEnterFullscreen?.();
}

function subtitles(chosen) {
  [...video.textTracks].filter((one) => one.kind === "subtitles").forEach((one, n) => { one.mode = String(n) === chosen ? "showing" : "disabled"; });
  if (words) words.value = chosen;
}

function label(button, text) {
  button.setAttribute("aria-label", text);
  button.title = text;
}

function state() {
  player.classList.toggle("playing", !video.paused);
  player.classList.toggle("muted", video.muted || video.volume === 0);
  label(player.querySelector(".play"), video.paused ? say.play : say.pause);
  label(player.querySelector(".mute"), video.muted ? say.unmute : say.mute);
  label(player.querySelector(".full"), document.fullscreenElement ? say.leave : say.full);
  volume.value = video.muted ? 0 : video.volume;
  volume.style.setProperty("--done", `${100 * volume.value}%`);
  wake();
}

// Subtitles make room for the controls while these are seen, and stand above the large button where a small picture has no room below it.
function lift() {
  const high = video.clientHeight, away = player.classList.contains("playing") && player.classList.contains("idle");
  const button = player.querySelector(".big"), above = button.clientHeight ? 50 - (50 * button.clientHeight) / high - 2 : 100;
  for (const track of high ? video.textTracks : []) for (const cue of track.kind === "subtitles" ? track.cues ?? [] : []) {
    cue.snapToLines = away;
    const tall = 7.2 * cue.text.split("\n").length, line = 100 - (100 * 104) / high - tall;
    cue.line = away ? "auto" : Math.max(0, line + tall > above && line < 100 - above ? above - tall : line);
  }
}

let sleep;
function wake() {
  player.classList.remove("idle");
  lift();
  clearTimeout(sleep);
  sleep = setTimeout(() => { player.classList.add("idle"); lift(); }, 2600);
}

for (const tick of player.querySelectorAll(".ticks i")) {
  if (Number(tick.dataset.at) > 0) tick.style.insetInlineStart = `${(100 * tick.dataset.at) / seconds}%`; else tick.remove();
}
for (const one of marks) {
  one.addEventListener("click", (event) => {
    event.preventDefault();
    leap(Number(one.dataset.at));
    if (video.paused) video.play().catch(() => {});
    if (player.getBoundingClientRect().top < -60) player.scrollIntoView({ behavior: quiet ? "auto" : "smooth" });
  });
}

player.querySelector(".play").addEventListener("click", toggle);
player.querySelector(".big").addEventListener("click", () => { toggle(); player.querySelector(".play").focus({ preventScroll: true }); });
player.querySelector(".mute").addEventListener("click", mute);
player.querySelector(".full").addEventListener("click", full);
video.addEventListener("click", toggle);
seek.addEventListener("input", () => leap(Number(seek.value)));
volume.addEventListener("input", () => { video.volume = Number(volume.value); video.muted = video.volume === 0; });
words?.addEventListener("change", () => subtitles(words.value));
for (const what of ["play", "pause", "volumechange", "ended"]) video.addEventListener(what, state);
for (const one of player.querySelectorAll("track")) one.addEventListener("load", lift);
for (const what of ["timeupdate", "seeked", "loadedmetadata"]) video.addEventListener(what, show);
new ResizeObserver(lift).observe(video);
document.addEventListener("fullscreenchange", state);
for (const what of ["pointermove", "pointerdown", "focusin"]) player.addEventListener(what, wake);
video.addEventListener("error", () => { player.querySelector(".broken").hidden = false; player.querySelector(".big").hidden = true; });

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not(.seek), textarea, select, summary")) return;
  const onButton = event.target.closest("button, a");
  const keys = {
    " ": () => (onButton ? null : toggle()), k: toggle, m: mute, f: full,
    ArrowLeft: () => leap(video.currentTime - 5), ArrowRight: () => leap(video.currentTime + 5),
    j: () => leap(video.currentTime - 10), l: () => leap(video.currentTime + 10), Home: () => leap(0), End: () => leap(seconds),
    c: () => words && subtitles(words.value ? "" : "0"),
  };
  const act = keys[event.key];
  if (!act || (event.key === " " && onButton)) return;
  event.preventDefault();
  act();
  wake();
});

const version = document.querySelector(".version select");
version?.addEventListener("change", () => version.form.submit());

const share = document.querySelector(".share");
if (share && (navigator.clipboard || navigator.share)) {
  share.hidden = false;
  share.addEventListener("click", async () => {
    const address = location.origin + location.pathname;
    if (navigator.share && matchMedia("(pointer: coarse)").matches) return navigator.share({ title: document.title, url: address }).catch(() => {});
    await navigator.clipboard.writeText(address);
    share.textContent = say.shared;
  });
}

if (Number(say.at) > 0) video.addEventListener("loadedmetadata", () => leap(Number(say.at)), { once: true });
subtitles(words && !say.burned ? "0" : "");
state();
show();
