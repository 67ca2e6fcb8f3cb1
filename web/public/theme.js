// Runs before the first paint, so that a chosen theme never flashes the other one.
;(function () {
  var chosen = null
  try {
    chosen = localStorage.getItem('evergreen.theme')
  } catch {
    // Storage may be closed to this page: the system's theme stands then.
  }
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.theme = chosen
})()
