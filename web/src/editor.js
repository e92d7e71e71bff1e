// The code editor: CodeMirror with Python in a shadow root, where its style sheets are allowed by the page's policy.
// Positions are UTF-16 offsets; the Go side translates.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, foldGutter, foldKeymap, highlightingFor, indentOnInput, indentUnit, language } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import {
  ChangeSet, Compartment, EditorSelection, EditorState, Facet, Prec, RangeSet, RangeSetBuilder, StateEffect, StateField, Text, Transaction,
} from "@codemirror/state";
import {
  Decoration, EditorView, GutterMarker, ViewPlugin, WidgetType, drawSelection, gutter, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers,
} from "@codemirror/view";
import { highlightTree } from "@lezer/highlight";
import { StyleModule } from "style-mod";
import { assist, choosing } from "./assist.js";
import { look } from "./editor_look.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// The ranges that belong to the chosen configuration key.
const light = StateEffect.define();
const lit = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    marks = marks.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(light)) marks = Decoration.set(effect.value, true);
    return marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});
const litMark = Decoration.mark({ class: "cm-lit" });

class Editor {
  constructor(host, doc) {
    this.on = { change() {}, cursor() {}, point() {}, fix() {}, assist(what, at, answer) { answer(null); } };
    this.anchoredAt = -1;
    this.turns = 0;
    this.asked = this.shown = null; // changes since the text that a run was asked for, and since the one whose results show
    const root = host.attachShadow({ mode: "open" });
    this.view = new EditorView({ root, parent: root, state: EditorState.create({ doc, extensions: this.extensions() }) });
    this.keepCaret(host);
  }

  extensions() {
    return [
      lineNumbers(), foldGutter(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(),
      highlightActiveLine(), highlightActiveLineGutter(), highlightSelectionMatches(), search({ top: true }),
      indentUnit.of("    "), EditorState.tabSize.of(4), python(), lit, look,
      assist((what, at) => new Promise((answer) => { this.on.assist(what, at, answer); })),
      EditorView.contentAttributes.of({ "aria-label": "Python code", tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
      keymap.of([...closeBracketsKeymap, ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"), ...searchKeymap,
        ...historyKeymap, ...foldKeymap, ...lintKeymap, indentWithTab]),
      // After Escape, Tab leaves the editor, also where Escape had something else to do.
      EditorView.domEventObservers({ keydown: (event, view) => { if (event.key === "Escape") view.setTabFocusMode(2000); } }),
      EditorView.updateListener.of((update) => this.updated(update)),
      EditorView.domEventHandlers({
        beforeinput: (event) => this.typedOver(event),
        mousemove: (event) => this.pointed(event),
        mouseleave: () => { this.on.point(-1); },
      }),
    ];
  }

  updated(update) {
    if (update.docChanged) {
      this.turns++;
      this.bytes = undefined;
      this.asked &&= this.asked.composeDesc(update.changes.desc);
      this.shown &&= this.shown.composeDesc(update.changes.desc);
      if (this.anchoredAt >= 0) this.anchoredAt = update.changes.mapPos(this.anchoredAt, -1);
      this.on.change();
    }
    if (update.selectionSet && !update.docChanged && update.view.hasFocus) this.on.cursor(this.back(update.state.selection.main.head));
  }

  // typedOver replaces a selection by typed text in the editor's own way. Left to the browser, what remains of styled lines
  // would be wrapped in inline styles, which the page's policy forbids.
  typedOver(event) {
    if (event.isComposing || event.inputType !== "insertText" || event.data === null) return false;
    const { view } = this, { from, to } = this.selected();
    if (from === to) return false;
    const insert = view.state.toText(event.data);
    const change = () => view.state.update({
      changes: { from, to, insert }, selection: { anchor: from + insert.length }, scrollIntoView: true, userEvent: "input.type",
    });
    const handled = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, event.data, change));
    if (!handled) view.dispatch(change());
    return true;
  }

  // selected returns the selection as the browser has it, which may be newer than the editor's.
  selected() {
    const { view } = this, main = view.state.selection.main;
    const range = (view.root.getSelection ? view.root : document).getSelection();
    if (!view.contentDOM.contains(range?.anchorNode) || !view.contentDOM.contains(range.focusNode)) return main;
    const ends = [view.posAtDOM(range.anchorNode, range.anchorOffset), view.posAtDOM(range.focusNode, range.focusOffset)];
    return { from: Math.min(...ends), to: Math.max(...ends) };
  }

  pointed(event) {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      const at = event.buttons ? null : this.view.posAtCoords({ x: event.clientX, y: event.clientY });
      this.on.point(at === null ? -1 : this.back(at));
    });
  }

  // text returns the program as UTF-8; ask says that a run of it begins, answered that its results show now. turn is another number
  // after each change, length the number of UTF-16 units.
  text() { return this.bytes ??= encoder.encode(this.view.state.doc.toString()); }
  turn() { return this.turns; }
  length() { return this.view.state.doc.length; }
  ask() { this.asked = ChangeSet.empty(this.view.state.doc.length).desc; return this.text(); }
  answered() { this.shown = this.asked; }
  unchanged() { return this.shown !== null && this.shown.empty; }

  // place maps an offset of the text whose results show to the text as it is now, back the other way.
  place(at) { return Math.min(this.shown ? this.shown.mapPos(Math.min(at, this.shown.length)) : at, this.view.state.doc.length); }
  back(at) { return this.shown && !this.shown.empty ? this.shown.invertedDesc.mapPos(at) : at; }

  // replace puts another program in; undo brings the old one back.
  replace(bytes) {
    const state = this.view.state;
    this.view.dispatch({
      changes: { from: 0, to: state.doc.length, insert: state.toText(decoder.decode(bytes)) },
      selection: { anchor: 0 }, scrollIntoView: true, annotations: Transaction.userEvent.of("input.replace"),
    });
  }

  // type takes the focus, and takes in what was typed over a range before the editor was there.
  type(from, to, text) {
    const { view } = this, selection = text ? { anchor: from + text.length } : { anchor: from, head: to };
    view.dispatch({ changes: text ? { from, to, insert: view.state.toText(text) } : undefined, selection, scrollIntoView: true, userEvent: "input.type" });
    view.focus();
  }

  // edit applies the edits of a fix, a flat list of from, to, text, as one undoable step.
  edit(flat) {
    const changes = [];
    for (let i = 0; i < flat.length; i += 3) changes.push({ from: flat[i], to: flat[i + 1], insert: flat[i + 2] });
    this.view.dispatch({ changes, annotations: Transaction.userEvent.of("input.fix") });
  }

  // light marks ranges, a flat list of from, to; scroll brings the first into sight.
  light(flat, scroll) {
    const marks = [], effects = [];
    for (let i = 0; i + 1 < flat.length; i += 2) {
      const from = this.place(flat[i]), to = this.place(flat[i + 1]);
      if (from < to) marks.push(litMark.range(from, to));
    }
    if (scroll && marks.length) effects.push(EditorView.scrollIntoView(marks[0].from, { y: "nearest", yMargin: 40 }));
    this.view.dispatch({ effects: [light.of(marks), ...effects] });
  }

  // go selects a place and takes the focus there.
  go(from, to) {
    this.view.dispatch({
      selection: { anchor: this.place(from), head: this.place(to) },
      effects: EditorView.scrollIntoView(this.place(from), { y: "center" }),
    });
    this.view.focus();
  }

  // problems draws squiggles. Each is {from, to, severity, message, fix}; fix names the edit that the tooltip offers.
  problems(all) {
    const length = this.view.state.doc.length;
    this.view.dispatch(setDiagnostics(this.view.state, all.map((p) => {
      const from = Math.min(this.place(p.from), length), to = Math.max(from, this.place(p.to));
      return {
        from, to, severity: p.severity, message: p.message,
        actions: p.fix ? [{ name: p.title, apply: () => this.on.fix(p.fix) }] : [],
      };
    })));
  }

  // anchor keeps a place that moves with changes, anchored returns it; -1 is none. head is where the caret is.
  anchor(at) { this.anchoredAt = at; }
  anchored() { return this.anchoredAt; }
  head() { return this.view.state.selection.main.head; }
  reveal(at) { this.view.dispatch({ effects: EditorView.scrollIntoView(at, { y: "center" }) }); }
  show(from, to) {
    this.view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    this.view.focus();
  }

  focus() { this.view.focus(); }
  choosing() { return choosing(this.view.state); }

  // keepCaret keeps the caret in sight when the editor becomes lower: results below may take room while someone types.
  keepCaret(host) {
    let height = host.clientHeight;
    new ResizeObserver(() => {
      const lower = host.clientHeight < height;
      height = host.clientHeight;
      if (lower && this.view.hasFocus) this.view.dispatch({ effects: EditorView.scrollIntoView(this.view.state.selection.main.head, { y: "nearest", yMargin: 8 }) });
    }).observe(host);
  }
}

// viewer shows a text that is too long to be drawn as a whole, or one to be edited; typed hears of changes.
export function viewer(host, bytes, label, editable, typed) {
  const root = host.attachShadow({ mode: "open" });
  let quiet = false;
  const colours = bytes.length < 200_000 ? python() : []; // larger texts would keep the page busy with colouring
  const view = new EditorView({
    root, parent: root,
    state: EditorState.create({
      doc: decoder.decode(bytes),
      extensions: [
        lineNumbers(), foldGutter(), history(), drawSelection(), bracketMatching(), highlightSelectionMatches(), search({ top: true }),
        EditorView.lineWrapping, EditorState.readOnly.of(!editable), colours, look, ...(editable ? [closeBrackets(), indentOnInput()] : []),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"), ...searchKeymap, ...historyKeymap, ...foldKeymap]),
        EditorView.updateListener.of((update) => { if (update.docChanged && !quiet) typed(); }),
      ],
    }),
  });
  return {
    text: () => encoder.encode(view.state.doc.toString()),
    replace(next) {
      quiet = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: decoder.decode(next) } });
      quiet = false;
    },
  };
}

// lent is what merge.js needs of CodeMirror; see build.mjs.
export const lent = {
  "@codemirror/view": { Decoration, EditorView, GutterMarker, ViewPlugin, WidgetType, gutter },
  "@codemirror/state": { ChangeSet, Compartment, EditorSelection, EditorState, Facet, Prec, RangeSet, RangeSetBuilder, StateEffect, StateField, Text },
  "@codemirror/language": { highlightingFor, language }, "@lezer/highlight": { highlightTree }, "style-mod": { StyleModule },
  reading: () => [lineNumbers(), python(), look, EditorView.lineWrapping, EditorState.readOnly.of(true), keymap.of([...defaultKeymap, ...searchKeymap]), search({ top: true })],
};

export const mount = (host, doc) => new Editor(host, doc);
