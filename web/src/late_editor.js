// The editor before it is there. The page shows the program as plain text from the start, and the editor, 130 kB, is loaded when
// somebody reaches for it, or when the first result is shown, whichever comes first. Until then this stands in its place: it
// answers what the page asks of an editor that nobody has touched, and remembers what is to be drawn.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class LateEditor {
  on = { change() {}, cursor() {}, point() {}, fix() {}, assist(what, at, answer) { answer(null); } };
  state = { asked: false, shown: false, problems: [], light: [] };
  turns = -1; // the editor that comes counts from 0

  constructor(host, doc, load) {
    Object.assign(this, { host, doc, load, first: doc });
    this.draw();
    for (const reach of ["pointerdown", "keydown", "focusin"]) host.addEventListener(reach, () => this.reach(), { once: true });
  }

  draw() { this.host.firstElementChild.textContent = this.doc; }

  // reach loads the editor because somebody wants to write. What is typed or pasted until it is there goes where the caret was put in the text that is seen.
  reach() {
    const kinds = ["keydown", "paste"];
    const take = (event) => {
      if (event.composedPath()[0].closest?.("input, textarea, select, button, a, [contenteditable]")) return;
      const text = event.type === "paste" ? event.clipboardData.getData("text/plain") : typedBy(event);
      if (text === null) return;
      event.preventDefault();
      event.stopPropagation();
      this.typed = text === "\b" ? this.typed.slice(0, -1) : this.typed + text;
    };
    this.typed = "";
    for (const kind of kinds) addEventListener(kind, take, true);
    this.mount().catch(() => { // there is no editor: what was typed is kept all the same
      const [from, to] = this.selected();
      if (this.typed) this.edit([from, to, this.typed]);
    }).finally(() => { for (const kind of kinds) removeEventListener(kind, take, true); });
  }

  // selected returns what is selected of the text that is seen, or its end.
  selected() {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {}, text = this.host.firstElementChild.firstChild;
    if (text === null || anchorNode !== text || focusNode !== text) return [this.doc.length, this.doc.length];
    return [Math.min(anchorOffset, focusOffset), Math.max(anchorOffset, focusOffset)];
  }

  // mount loads the editor and hands over to it: from then on every call goes there.
  mount() {
    return this.mounting ??= this.load().then(({ mount }) => {
      const [from, to] = this.selected();
      const real = mount(this.host, this.first), { asked, shown, problems, light } = this.state;
      if (this.doc !== this.first) real.replace(encoder.encode(this.doc)); // so that undo brings the first one back
      real.on = this.on;
      if (asked || shown) real.ask();
      if (shown) real.answered();
      for (const name of Object.getOwnPropertyNames(LateEditor.prototype)) {
        if (name !== "constructor" && name !== "mount" && real[name]) this[name] = real[name].bind(real);
      }
      real.problems(problems);
      real.light(light, false);
      if (this.typed !== undefined) real.type(from, to, this.typed);
      return real;
    }).catch((error) => {
      this.mounting = undefined;
      throw error;
    });
  }

  text() { return encoder.encode(this.doc); }
  turn() { return this.turns; }
  length() { return this.doc.length; }
  ask() { this.state.asked = true; return this.text(); }
  answered() { this.state.shown = this.state.asked; }
  unchanged() { return this.state.shown; }
  problems(all) { this.state.problems = all; }
  light(flat) { this.state.light = flat; }

  replace(bytes) {
    this.doc = decoder.decode(bytes);
    this.state.shown = false;
    this.turns--;
    this.draw();
    this.on.change();
  }

  edit(flat) {
    const changes = [];
    for (let i = 0; i < flat.length; i += 3) changes.push(flat.slice(i, i + 3));
    for (const [from, to, text] of changes.sort((a, b) => b[0] - a[0])) this.doc = this.doc.slice(0, from) + text + this.doc.slice(to);
    this.replace(encoder.encode(this.doc));
  }

  anchor() {}
  anchored() { return -1; }
  head() { return 0; }
  choosing() { return false; }
  go(from, to) { this.mount().then((real) => real.go(from, to), () => {}); }
  show(from, to) { this.mount().then((real) => real.show(from, to), () => {}); }
  reveal(at) { this.mount().then((real) => real.reveal(at), () => {}); }
  focus() { this.mount().then((real) => real.focus(), () => {}); }
}

// typedBy returns what a key writes, "\b" for what takes the last sign back, or null.
function typedBy({ key, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey) return null;
  return { Enter: "\n", Backspace: "\b" }[key] ?? (key.length === 1 ? key : null);
}
