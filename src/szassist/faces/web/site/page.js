// What every page does beyond HTML: the button for light and dark. The choice is kept in this browser only.
(() => {
  "use strict";
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const label = () => {
    button.title = isDark() ? button.dataset.light : button.dataset.dark;
    button.setAttribute("aria-label", button.title);
  };
  if (!button) return;
  button.hidden = false;
  label();
  system.addEventListener("change", label);
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* private browsing: only this page changes */ }
    label();
  });
})();
