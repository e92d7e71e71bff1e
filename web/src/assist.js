// What the engine knows of the text being written: completion, the parameters of a call, and the meaning of a word.
// ask(what, at) asks the Go side, which answers with plain values or null; offsets are UTF-16.
import { autocompletion, completionKeymap, completionStatus } from "@codemirror/autocomplete";
import { Prec, StateEffect, StateField } from "@codemirror/state";
import { EditorView, ViewPlugin, hoverTooltip, keymap, showTooltip } from "@codemirror/view";

const icons = { module: "namespace", attribute: "property", argument: "property", value: "constant", key: "text", snippet: "text" };

function element(tag, className, ...content) {
  const e = document.createElement(tag);
  e.className = className;
  e.append(...content.filter((part) => part !== ""));
  return e;
}

// prose turns `…` into code.
function prose(className, sentence) {
  const parts = sentence.split("`").map((part, i) => (i % 2 ? element("code", "", part) : part));
  return element("p", className, ...parts);
}

function insert(text) {
  return (view, _, from, to) => {
    const caret = text.indexOf("$0"), plain = text.replace("$0", "");
    view.dispatch({
      changes: { from, to, insert: plain }, selection: { anchor: from + (caret < 0 ? plain.length : caret) },
      userEvent: "input.complete", scrollIntoView: true,
    });
  };
}

const complete = (ask) => async (context) => {
  const word = context.matchBefore(/[\w.]+/);
  if (!context.explicit && !word && !/[(,=\[]\s*$/.test(context.state.doc.sliceString(Math.max(0, context.pos - 8), context.pos))) return null;
  const found = await ask("complete", context.pos);
  if (!found || context.aborted || found.completions.length === 0) return null;
  return {
    from: Math.min(found.from, context.pos), validFor: /^\w*$/,
    options: found.completions.map((c, i) => ({
      label: c.label, type: icons[c.kind] ?? c.kind, detail: c.detail, boost: Math.max(-99, 90 - i),
      info: c.doc ? () => prose("cm-doc", c.doc) : undefined, apply: c.insert ? insert(c.insert) : undefined,
    })),
  };
};

const hover = (ask) => hoverTooltip(async (_, pos) => {
  const found = await ask("hover", pos);
  if (!found?.hover) return null;
  const { title, doc, value, public: name } = found.hover;
  const dom = element("div", "cm-about", element("code", "cm-title", title));
  if (doc) dom.append(prose("cm-doc", doc));
  if (value) dom.append(element("p", "cm-value", "after the last run: ", element("code", "", value)));
  if (name) dom.append(element("p", "cm-public", name));
  return { pos: found.from, end: found.to, above: true, create: () => ({ dom }) };
}, { hoverTime: 350 });

const setCall = StateEffect.define();
const callField = StateField.define({
  create: () => null,
  update(call, transaction) {
    for (const effect of transaction.effects) if (effect.is(setCall)) return effect.value;
    return call && transaction.docChanged ? { ...call, pos: transaction.changes.mapPos(call.pos) } : call;
  },
  provide: (field) => showTooltip.from(field),
});

// callTooltip shows the signature with the argument at the caret set apart, and what it means.
function callTooltip(found) {
  const { call } = found, active = call.arguments[call.active];
  return {
    pos: found.from, above: true, strictSide: false, arrow: false,
    create: () => {
      const line = element("div", "cm-signature", `${call.name}(`);
      call.arguments.forEach((a, i) => {
        if (i) line.append(", ");
        line.append(element(i === call.active ? "b" : "span", "", a.default === "" ? a.name : `${a.name}=${a.default}`));
      });
      line.append(")");
      const dom = element("div", "cm-about", line);
      if (active) dom.append(prose("cm-doc", `\`${active.name}\` (${active.type})${active.doc ? ": " + active.doc : ""}`));
      else if (call.doc) dom.append(prose("cm-doc", call.doc));
      return { dom };
    },
  };
}

// callHelp follows the caret through the call in which a bracket or a comma was typed.
const callHelp = (ask) => ViewPlugin.define((view) => {
  let timer = 0, asked = 0, on = false;
  const close = () => { on = false; if (view.state.field(callField)) view.dispatch({ effects: setCall.of(null) }); };
  const show = async () => {
    const mine = ++asked, found = await ask("call", view.state.selection.main.head);
    if (mine !== asked || !on) return;
    if (!found?.call) return close();
    view.dispatch({ effects: setCall.of(callTooltip(found)) });
  };
  return {
    update(update) {
      if (!update.docChanged && !update.selectionSet && !update.focusChanged) return;
      let typed = "";
      if (update.transactions.some((t) => t.isUserEvent("input.type") || t.isUserEvent("input.complete"))) {
        update.changes.iterChanges((_a, _b, _c, _d, text) => { typed += text.toString(); });
      }
      if (/[(,=]/.test(typed)) on = true;
      if (!on) return;
      clearTimeout(timer);
      timer = setTimeout(() => (view.hasFocus ? show() : close()), 80);
    },
    close,
    open() { on = true; show(); },
    destroy() { clearTimeout(timer); },
  };
});

// choosing reports whether completions are offered at the moment.
export const choosing = (state) => completionStatus(state) === "active";

export function assist(ask) {
  const help = callHelp(ask);
  return [
    autocompletion({ override: [complete(ask)], icons: true, maxRenderedOptions: 60 }),
    hover(ask), callField, help,
    Prec.high(keymap.of([
      ...completionKeymap,
      { key: "Mod-Shift-Space", run: (view) => { view.plugin(help)?.open(); return true; } },
      { key: "Escape", run: (view) => {
        if (completionStatus(view.state) || !view.state.field(callField)) return false;
        view.plugin(help)?.close();
        return true;
      } },
    ])),
    EditorView.baseTheme({
      ".cm-about": { padding: "6px 12px", maxWidth: "min(560px, 90vw)" },
      ".cm-about p": { margin: "4px 0 0" },
    }),
  ];
}
