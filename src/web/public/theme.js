/* Runs before the first paint, so that a dark desk never flashes white. */
(() => {
  const read = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const chosen = read('dunlin.theme');
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme =
    chosen === 'light' || chosen === 'dark' ? chosen : dark ? 'dark' : 'light';
  const language = read('dunlin.language') || navigator.language.slice(0, 2);
  document.documentElement.lang = language === 'es' ? 'es' : 'en';
})();
