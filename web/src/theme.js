// Sets the chosen theme before the first paint, so that the page does not flash. Runs as a plain script in the head.
try {
  const theme = localStorage.getItem("layerglass.theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's theme is used then.
}

// A script that does not load cannot say so itself.
addEventListener("error", ({ target }) => {
  if (target.localName !== "script") return;
  const tell = () => {
    document.documentElement.dataset.engine = "failed";
    document.getElementById("state").textContent = "The page did not load as a whole. Check the connection and reload it.";
  };
  if (document.getElementById("state")) tell();
  else addEventListener("DOMContentLoaded", tell);
}, true);
