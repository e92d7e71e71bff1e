// <layerglass-playground>: a Keras program that runs where it is read. See web/EMBED.md for attributes and examples.
//
// The element shows the code that it holds, as it is, until somebody runs or edits it; only then the editor and the engine are
// loaded. All playgrounds of a document share one engine. What the engine paints is escaped there.

const base = new URL(".", import.meta.url).href;
const patience = 10_000; // milliseconds that a program may run

const policy = (() => {
  const rules = { createHTML: (html) => html, createScriptURL: (url) => url };
  try {
    return globalThis.trustedTypes?.createPolicy("layerglass", rules) ?? rules;
  } catch {
    return rules; // the document allows no policy of this name: its own rules will say so
  }
})();

// --- the engine ---------------------------------------------------------------------------------------------------------

class Engine {
  ids = 0;
  asked = new Map();

  start() {
    const url = JSON.stringify(base + "embed-engine.js");
    const source = `const p=self.trustedTypes?.createPolicy("layerglass",{createScriptURL:(u)=>u});importScripts(p?p.createScriptURL(${url}):${url});`;
    const blob = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = this.worker = new Worker(policy.createScriptURL(blob));
    this.ready = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        URL.revokeObjectURL(blob);
        if (data?.fault) return reject(new Error(data.fault));
        worker.onmessage = ({ data }) => this.settle(data.id, data);
        resolve();
      };
      worker.onerror = (event) => {
        event.preventDefault?.();
        reject(new Error("the engine did not load"));
        this.drop("The engine broke off. Run the program again.");
      };
    });
    worker.postMessage(base);
  }

  // ask sends a message and resolves to the answer; an answer with a problem says why there is no other.
  async ask(embed, act, more = {}) {
    if (!this.worker) this.start();
    await this.ready;
    const id = ++this.ids, worker = this.worker;
    return new Promise((resolve) => {
      const limit = act === "run" && setTimeout(() => {
        if (worker === this.worker) this.drop("The program ran for ten seconds and was stopped. A loop may never end: see which condition should end it.");
      }, patience);
      this.asked.set(id, (answer) => { clearTimeout(limit); resolve(answer); });
      worker.postMessage({ id, embed, act, ...more });
    });
  }

  settle(id, answer) {
    this.asked.get(id)?.(answer);
    this.asked.delete(id);
  }

  // drop ends the worker; the next question starts another.
  drop(problem) {
    this.worker?.terminate();
    this.worker = null;
    for (const id of [...this.asked.keys()]) this.settle(id, { problem });
  }
}

const engine = new Engine();
let editorModule;
let embeds = 0;

// --- the element --------------------------------------------------------------------------------------------------------

const tabs = [["code", "Code"], ["configuration", "Config"], ["recreated", "Recreated"], ["output", "Output"]];
const names = { code: "code", config: "configuration", configuration: "configuration", recreated: "recreated", output: "output" };

const frame = `
<div class="embed" part="frame">
  <div class="embed-bar">
    <div class="tabs" role="tablist" aria-label="Playground">${tabs.map(([id, label]) => `
      <button type="button" role="tab" id="tab-${id}" aria-controls="${id}" aria-selected="false" tabindex="-1"><span class="name">${label}</span> <span class="sum"></span></button>`).join("")}
    </div>
    <span class="space"></span>
    <button type="button" class="quiet" id="reset" hidden>Reset</button>
    <button type="button" class="primary" id="run" aria-describedby="state">Run</button>
  </div>
  <div class="panels">${tabs.map(([id]) => `
    <section role="tabpanel" class="body" id="${id}" aria-labelledby="tab-${id}"${id === "code" ? "" : ' tabindex="0"'} hidden></section>`).join("")}
  </div>
  <div class="embed-foot"><span role="status" id="state"></span><span class="space"></span><a id="open" target="_blank" rel="noopener">Open in Layerglass</a></div>
</div>`;

class Playground extends HTMLElement {
  static observedAttributes = ["theme", "link", "src"];

  connectedCallback() {
    if (document.readyState === "loading") { // what it holds may not have been read yet
      document.addEventListener("DOMContentLoaded", () => { if (this.isConnected) this.connectedCallback(); }, { once: true });
      return;
    }
    if (!this.shadowRoot) this.build();
    if (this.getAttribute("run") === "visible") {
      this.watch = new IntersectionObserver((entries) => {
        if (!entries.some((e) => e.isIntersecting)) return;
        this.watch.disconnect();
        this.run();
      });
      this.watch.observe(this);
    }
  }

  disconnectedCallback() {
    this.watch?.disconnect();
  }

  attributeChangedCallback(name) {
    if (!this.shadowRoot) return;
    if (name === "theme") this.paintTheme();
    else if (this.getAttribute(name)) this.openLink(this.getAttribute(name));
  }

  build() {
    this.name = `embed-${++embeds}`;
    this.original = this.held();
    this.text = this.original;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = policy.createHTML(frame);
    root.prepend(...["style.css", "embed.css"].map((file) => {
      return Object.assign(document.createElement("link"), { rel: "stylesheet", href: base + file, crossOrigin: "anonymous" });
    }));
    this.element = (id) => root.getElementById(id);
    this.element("code").append(document.createElement("slot"));
    this.shown = this.tabsShown();
    for (const [id] of tabs) this.element(`tab-${id}`).hidden = !this.shown.includes(id);
    this.element("tab-code").parentElement.hidden = this.shown.length < 2;
    this.show(this.shown[0]);
    this.paintTheme();
    this.wire(root);
    this.setOpen();
    const link = this.getAttribute("link") ?? this.getAttribute("src");
    if (link) this.openLink(link);
  }

  // held is the code between the element's tags.
  held() {
    const inner = this.querySelector("code") ?? this.querySelector("pre, textarea, script") ?? this;
    const lines = (inner.value ?? inner.textContent).replace(/^\s*\n/, "").replace(/\s+$/, "").split("\n");
    const indent = Math.min(...lines.filter((l) => l.trim()).map((l) => l.match(/^ */)[0].length), 1000);
    return lines.map((l) => l.slice(indent)).join("\n") + "\n";
  }

  tabsShown() {
    const asked = (this.getAttribute("show") ?? "").split(/[\s,]+/).map((n) => names[n]).filter(Boolean);
    return asked.length ? asked : tabs.map(([id]) => id);
  }

  paintTheme() {
    const theme = this.getAttribute("theme");
    if (theme === "light" || theme === "dark") this.dataset.theme = theme;
    else delete this.dataset.theme;
  }

  wire(root) {
    const bar = root.querySelector(".tabs");
    bar.addEventListener("click", ({ target }) => {
      const tab = target.closest("[role=tab]");
      if (tab) this.show(tab.getAttribute("aria-controls"), true);
    });
    bar.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const at = this.shown.indexOf(this.front) + step + this.shown.length;
      this.show(this.shown[at % this.shown.length], true);
      event.preventDefault();
    });
    this.element("run").addEventListener("click", () => this.run());
    this.element("reset").addEventListener("click", () => this.reset());
    const code = this.element("code");
    if (!this.hasAttribute("readonly")) {
      code.tabIndex = 0;
      code.title = "Click to edit";
      const edit = () => this.edit();
      code.addEventListener("pointerup", () => { if (document.getSelection()?.isCollapsed !== false) edit(); }, { once: true });
      code.addEventListener("keydown", (event) => { if (!this.editor && event.key === "Enter") { event.preventDefault(); edit(); } });
    }
    root.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); this.run(); }
    });
    for (const id of ["configuration", "recreated", "output"]) {
      this.element(id).addEventListener("click", (event) => this.clicked(event));
      this.element(id).addEventListener("keydown", (event) => this.keyInTree(event));
    }
  }

  // show brings a panel to the front.
  show(id, byHand) {
    if (!this.shown.includes(id)) return;
    this.front = id;
    for (const [other] of tabs) {
      const tab = this.element(`tab-${other}`), chosen = other === id;
      tab.setAttribute("aria-selected", chosen);
      tab.tabIndex = chosen ? 0 : -1;
      this.element(other).hidden = !chosen;
      if (chosen && byHand) tab.focus();
    }
    if (byHand && id !== "code" && !this.answered) this.run(id);
  }

  async edit() {
    if (this.editor) return this.editor;
    try {
      const { mount } = await (editorModule ??= import(base + "editor.js"));
      const code = this.element("code"), host = document.createElement("div");
      host.className = "embed-editor";
      code.replaceChildren(host);
      code.removeAttribute("tabindex");
      code.removeAttribute("title");
      this.editor = mount(host, this.text);
      this.editor.on = { ...this.editor.on, change: () => this.changed() };
      this.editor.focus();
      return this.editor;
    } catch {
      this.say("The editor did not load. Check the connection, or open the program in Layerglass.");
    }
  }

  changed() {
    this.text = new TextDecoder().decode(this.editor.text());
    this.element("reset").hidden = this.text === this.original;
    this.setOpen();
    this.dispatchEvent(new CustomEvent("layerglass-change", { detail: { code: this.text }, bubbles: true }));
  }

  // replace puts another program in. The code between the element's tags stays what it was.
  replace(text) {
    this.text = text;
    if (this.editor) {
      this.editor.replace(new TextEncoder().encode(text));
    } else {
      const pre = document.createElement("pre");
      pre.className = "embed-code";
      pre.textContent = text;
      this.element("code").replaceChildren(pre);
    }
    this.setOpen();
  }

  reset() {
    this.replace(this.original);
    this.element("reset").hidden = true;
    this.run();
  }

  // setOpen gives the link to the playground the code as it is now.
  setOpen() {
    const bytes = new TextEncoder().encode("\0" + this.text);
    let plain = "";
    for (let i = 0; i < bytes.length; i += 4096) plain += String.fromCharCode(...bytes.subarray(i, i + 4096));
    this.element("open").href = `${base}#v1=${btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
  }

  async openLink(link) {
    try {
      const short = link.match(/(?:^|\/)s\/([a-z2-7]{13,})\/?$/) ?? link.match(/^([a-z2-7]{13,64})$/);
      if (short) {
        const response = await fetch(`${base}api/links/${short[1]}`);
        if (!response.ok) throw new Error((await response.json().catch(() => null))?.detail ?? "There is no program at this short link.");
        link = await response.text();
      }
      const answer = await this.ask("open", { payload: link });
      if (answer.problem) throw new Error(answer.problem);
      this.original = answer.text;
      this.replace(answer.text);
      if (this.getAttribute("run") === "visible" || this.wanted) this.run(this.wanted);
    } catch (error) {
      this.say(error.message);
    }
  }

  ask(act, more) { return engine.ask(this.name, act, more); }

  say(words, failed = true) {
    const state = this.element("state");
    state.textContent = words;
    state.className = failed ? "wrong-state" : "";
  }

  // run runs the program and shows a panel of the results.
  async run(front) {
    this.say(engine.worker ? "Running…" : "Loading the engine…", false);
    this.element("run").setAttribute("aria-disabled", "true");
    try {
      const answer = await this.ask("run", { text: this.text });
      if (answer.problem) return this.say(answer.problem);
      this.answered = true;
      this.paint(answer);
      this.say(answer.failed ? "The program failed." : answer.sums.recreated, answer.failed);
      const wish = typeof front === "string" ? front : answer.failed ? "output" : names[this.getAttribute("open")] ?? "configuration";
      if (typeof front === "string" || this.front === "code") this.show(this.shown.includes(wish) ? wish : this.shown.at(-1));
      this.dispatchEvent(new CustomEvent("layerglass-result", { detail: { verdict: answer.verdict, failed: answer.failed, worst: answer.worst }, bubbles: true }));
    } catch {
      this.say("The engine did not load. Check the connection, or open the program in Layerglass.");
      engine.drop("");
    } finally {
      this.element("run").removeAttribute("aria-disabled");
    }
  }

  paint(answer) {
    const focused = this.shadowRoot.activeElement?.id;
    for (const id of ["configuration", "recreated", "output"]) {
      this.element(id).innerHTML = policy.createHTML(answer[id]);
      this.element(`tab-${id}`).querySelector(".sum").textContent = answer.sums[id];
    }
    this.element("tab-recreated").dataset.verdict = answer.verdict;
    if (focused && this.shadowRoot.activeElement?.id !== focused) this.element(focused)?.focus();
  }

  async clicked({ target }) {
    const at = (selector) => target.closest(selector);
    if (at("[data-object]")) return this.act("choose", { name: at("[data-object]").dataset.object });
    if (at("[data-form]")) return this.act("form", { name: at("[data-form]").dataset.form });
    if (at("[data-fix]")) return this.fix(at("[data-fix]").dataset.fix);
    if (at("[data-goto]")) {
      const [from, to] = at("[data-goto]").dataset.goto.split(" ").map(Number);
      this.show("code");
      const editor = await this.edit();
      editor?.go(units(this.text, from), units(this.text, to));
      return;
    }
    const row = at("[role=treeitem][aria-expanded]");
    if (row) this.fold(row, row.getAttribute("aria-expanded") !== "true");
  }

  fold(row, open) { return this.act("fold", { row: Number(row.dataset.row), open }); }

  async act(act, more) {
    const answer = await this.ask(act, more);
    if (answer.problem) this.say(answer.problem);
    else this.paint(answer);
  }

  async fix(name) {
    if (this.hasAttribute("readonly")) return this.say("This example is read-only. Open it in Layerglass to change it.");
    const { edits } = await this.ask("fix", { name });
    this.show("code");
    const editor = await this.edit();
    editor?.edit(edits);
    this.run("output");
  }

  // keyInTree moves through the configuration as the ARIA tree pattern has it.
  keyInTree(event) {
    const row = event.target.closest("[role=treeitem]");
    if (!row) return;
    const rows = [...row.parentElement.querySelectorAll("[role=treeitem]")], at = rows.indexOf(row);
    const open = row.getAttribute("aria-expanded");
    const go = (i) => { row.tabIndex = -1; rows[i].tabIndex = 0; rows[i].focus(); };
    switch (event.key) {
      case "ArrowDown": go(Math.min(at + 1, rows.length - 1)); break;
      case "ArrowUp": go(Math.max(at - 1, 0)); break;
      case "Home": go(0); break;
      case "End": go(rows.length - 1); break;
      case "ArrowRight": if (open === "false") this.fold(row, true); else if (open === "true") go(Math.min(at + 1, rows.length - 1)); break;
      case "ArrowLeft": if (open === "true") this.fold(row, false); break;
      case " ": case "Enter": if (open) this.fold(row, open === "false"); break;
      default: return;
    }
    event.preventDefault();
  }

  // code is the program as it is now; setting it replaces it, and makes it what Reset returns to.
  get code() { return this.text ?? this.held(); }
  set code(text) {
    this.original = text;
    this.replace(text);
    this.element("reset").hidden = true;
  }
}

// units turns an offset in UTF-8 bytes into one in UTF-16 units.
const units = (text, bytes) => new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes)).length;

// upgrade makes playgrounds of the Python code blocks that a selector finds, as documentation systems write them.
export function upgrade(selector = "pre > code.language-python, div.highlight-python pre, div.highlight-ipython3 pre, div.language-python pre, pre.language-python") {
  for (const found of document.querySelectorAll(selector)) {
    const block = found.closest("pre") ?? found;
    if (block.closest("layerglass-playground")) continue;
    const playground = document.createElement("layerglass-playground");
    for (const name of ["theme", "run", "show", "open", "readonly"]) {
      const value = found.dataset[name] ?? block.dataset[name];
      if (value !== undefined) playground.setAttribute(name, value);
    }
    const place = document.createComment("");
    block.replaceWith(place);
    playground.append(block); // before it is connected, for then it looks at what it holds
    place.replaceWith(playground);
  }
}

if (!customElements.get("layerglass-playground")) customElements.define("layerglass-playground", Playground);

// The address embed.js?upgrade upgrades the blocks of the page that loads it.
if (new URL(import.meta.url).searchParams.has("upgrade")) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => upgrade());
  else upgrade();
}
