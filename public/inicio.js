// Runs before the first paint, from a file of its own because the policy refuses inline scripts:
// the theme the person chose, whether the picture built into the page is the page asked for, and,
// once that picture is on screen, the app's code, which takes longer than everything before it.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem("mirante-tema");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is blocked: the system's theme stands.
    root.dataset.storage = "blocked";
  }
  // The picture names the page that it is of; without one, every address waits for the code.
  var picture = document.querySelector(".first");
  var isFrontPage = picture !== null && ["", "#", "#/", "#" + picture.dataset.pagina, "#/" + picture.dataset.pagina].includes(location.hash);
  root.dataset.inicio = isFrontPage ? "retrato" : "outra";

  function addresses(name) {
    var meta = document.querySelector('meta[name="' + name + '"]');
    return meta === null || meta.content === "" ? [] : meta.content.split(" ");
  }
  function ask(rel, as, address) {
    var link = document.createElement("link");
    link.rel = rel;
    link.as = as;
    link.crossOrigin = "";
    link.href = address;
    document.head.append(link);
  }
  var isStarted = false;
  function start() {
    var app = addresses("app-code")[0];
    if (isStarted || app === undefined) return;
    isStarted = true;
    // All at once: left to the code, each part would be asked for after the one that names it.
    addresses("app-parts").forEach(ask.bind(null, "modulepreload", "script"));
    addresses("app-data").forEach(ask.bind(null, "preload", "fetch"));
    import(app).catch(function (error) {
      console.error("the app's code did not arrive", error);
      sayFailed();
    });
  }
  // A module that failed stays failed for the life of the page: only a reload truly tries again.
  function sayFailed() {
    root.dataset.codigo = "falhou";
    var message = document.getElementById("falha");
    var button = document.getElementById("falha-tentar");
    if (message === null || button === null) return;
    button.addEventListener("click", function () {
      location.reload();
    });
    message.hidden = false;
  }
  new PerformanceObserver(start).observe({ type: "paint", buffered: true });
  // A page opened in the background paints late or never.
  document.addEventListener("DOMContentLoaded", function () {
    setTimeout(start, 500);
  });

  // Says when the picture was on screen: the first paint, when the whole map was there for it.
  function look() {
    if (document.querySelector(".first .first-last") === null) requestAnimationFrame(look);
    else settle(performance.now());
  }
  function settle(drawnAt) {
    var paint = performance.getEntriesByName("first-contentful-paint")[0];
    if (paint === undefined) setTimeout(settle, 10, drawnAt);
    else if (paint.startTime >= drawnAt) performance.mark("mirante:choropleth", { startTime: paint.startTime });
    else performance.mark("mirante:choropleth");
  }
  if (isFrontPage) requestAnimationFrame(look);
})();
