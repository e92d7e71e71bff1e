// Sets the chosen theme before the first paint, so that the page does not flash. Runs as a plain script in the head.
try {
  const theme = localStorage.getItem("layerglass.theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's theme is used then.
}
