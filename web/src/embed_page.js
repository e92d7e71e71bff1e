// The page for plain iframes: one playground as the address asks for it, and a conversation with the page around it.
// web/EMBED.md documents both.
import "./embed.js";

const options = new URLSearchParams(location.search);
const playground = document.createElement("layerglass-playground");
for (const name of ["theme", "show", "open", "run", "readonly"]) {
  if (options.has(name)) playground.setAttribute(name, options.get(name));
}
const link = location.hash.slice(1);
if (link) playground.setAttribute("link", link);
document.body.append(playground);

const say = (message) => { if (parent !== window) parent.postMessage({ layerglass: 1, ...message }, "*"); };

playground.addEventListener("layerglass-change", () => say({ type: "changed", code: playground.code }));
playground.addEventListener("layerglass-result", ({ detail }) => say({ type: "result", ...detail }));
new ResizeObserver(() => say({ type: "resized", height: Math.ceil(playground.getBoundingClientRect().height) })).observe(playground);

addEventListener("message", ({ source, data }) => {
  if (source !== parent || data?.layerglass !== 1) return;
  switch (data.type) {
    case "set": if (typeof data.code === "string") playground.code = data.code; break;
    case "get": say({ type: "code", code: playground.code }); break;
    case "run": playground.run(); break;
    case "theme": playground.setAttribute("theme", String(data.theme)); break;
  }
});
say({ type: "ready" });
