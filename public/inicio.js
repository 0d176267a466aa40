// Runs before the first paint, from a file of its own because the policy refuses inline scripts:
// the theme the person chose, and whether the picture built into the page is the page asked for.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem("mirante-tema");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is blocked: the system's theme stands.
    root.dataset.storage = "blocked";
  }
  var isFrontPage = /^(#\/?(prioridades)?)?$/.test(location.hash);
  root.dataset.inicio = isFrontPage ? "retrato" : "outra";
  if (!isFrontPage) return;

  // Says when the picture was on screen: the first paint, when the whole map was there for it.
  function look() {
    if (document.querySelector(".first .map-regions") === null) requestAnimationFrame(look);
    else settle(performance.now());
  }
  function settle(drawnAt) {
    var paint = performance.getEntriesByName("first-contentful-paint")[0];
    if (paint === undefined) setTimeout(settle, 10, drawnAt);
    else if (paint.startTime >= drawnAt) performance.mark("mirante:choropleth", { startTime: paint.startTime });
    else performance.mark("mirante:choropleth");
  }
  requestAnimationFrame(look);
})();
