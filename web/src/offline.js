// Makes the page usable without a network, and tells when a newer version is there. Loaded when everything else has been.
const version = new URL(import.meta.url).searchParams.get("v");

// keep registers the service worker. Where there can be none (a sandbox, an insecure origin, a browser's setting) the page is as good without.
export async function keep(base, register) {
  paintFrame();
  new MutationObserver(paintFrame).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  try {
    const container = navigator.serviceWorker;
    if (!version || !container || navigator.connection?.saveData) return;
    // sw.js keeps the files of this version as long as the lock is held, which is as long as the page lives.
    navigator.locks?.request(`layerglass ${new URL(base).pathname} ${version}`, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
    container.addEventListener("message", ({ data }) => { if (data?.layerglass && data.layerglass !== version) offer(); });
    container.startMessages();
    await new Promise((idle) => { (globalThis.requestIdleCallback ?? setTimeout)(idle); });
    const registration = await register();
    // A browser looks for a newer version when the page is loaded; a page that stays open looks when somebody comes back to it.
    const look = () => { if (document.visibilityState === "visible") registration?.update().catch(() => {}); };
    addEventListener("visibilitychange", look);
    addEventListener("online", look);
  } catch {
    // there is no storage here
  }
}

// offer shows that a newer version is ready. Reloading loses nothing: what is typed is stored as it is typed.
function offer() {
  if (document.getElementById("renew")) return;
  const button = Object.assign(document.createElement("button"), { id: "renew", type: "button", className: "quiet", textContent: "New version: reload" });
  button.addEventListener("click", () => location.reload());
  document.getElementById("status").prepend(button);
}

// paintFrame gives the browser's own frame the colour of the chosen theme.
function paintFrame() {
  const chosen = document.documentElement.dataset.theme;
  for (const [theme, element] of [...document.querySelectorAll("meta[name=theme-color]")].map((e) => [e.id.slice("frame-".length), e])) {
    element.media = chosen ? (chosen === theme ? "all" : "not all") : `(prefers-color-scheme: ${theme})`;
  }
}
