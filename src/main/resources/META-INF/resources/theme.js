// Runs before the page is drawn, so that no other theme flashes up.
(() => {
  const root = document.documentElement;
  for (const key of ['theme', 'density', 'face']) {
    try {
      const value = localStorage.getItem('hanji.' + key);
      if (value) root.dataset[key] = value;
    } catch {
      return; // storage is switched off: the system's choice holds
    }
  }
})();
