// Two texts side by side, or one below the other where there is little room, with what differs marked. Loaded when somebody asks for it; CodeMirror
// comes from the editor.
import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorView } from "@codemirror/view";

const decoder = new TextDecoder();
const diffConfig = { scanLimit: 2000, timeout: 60 };
const collapseUnchanged = { margin: 3, minSize: 6 };

const colours = EditorView.theme({
  "&": { height: "auto" },
  ".cm-scroller": { overflow: "visible" },
  "&.cm-merge-a .cm-changedLine, .cm-deletedChunk": { backgroundColor: "var(--failed-wash)" },
  "&.cm-merge-b .cm-changedLine, .cm-inlineChangedLine, .cm-insertedLine": { backgroundColor: "var(--equal-wash)" },
  "&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText": { background: "none", borderBottom: "2px solid var(--failed)" },
  "&.cm-merge-b .cm-changedText": { background: "none", borderBottom: "2px solid var(--equal)" },
  ".cm-collapsedLines": { background: "var(--panel)", color: "var(--text)", padding: "2px 12px" },
  ".cm-collapsedLines:before, .cm-collapsedLines:after": { content: '"⋯"' },
});

const named = (name) => [EditorView.contentAttributes.of({ "aria-label": name, tabindex: "0" }), colours];

export function compare(host, left, right, leftName, rightName) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  root.replaceChildren();
  const { reading } = globalThis.layerglass.lent;
  const a = decoder.decode(left), b = decoder.decode(right);
  if (host.clientWidth < 640) {
    new EditorView({ root, parent: root, doc: b, extensions: [
      reading(), named(rightName), unifiedMergeView({ original: a, mergeControls: false, diffConfig, collapseUnchanged }),
    ] });
    return;
  }
  new MergeView({
    root, parent: root, diffConfig, collapseUnchanged,
    a: { doc: a, extensions: [reading(), named(leftName)] }, b: { doc: b, extensions: [reading(), named(rightName)] },
  });
}
