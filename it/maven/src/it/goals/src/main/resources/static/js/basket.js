// Counts what lies in the basket.
(function () {
  var numberOfThings = document.querySelectorAll('.basket__count').length;
  document.documentElement.setAttribute('data-basket', String(numberOfThings));
})();
