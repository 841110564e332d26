window.total = function (priceOfOne, howMany) {
  return priceOfOne * (howMany ?? 1);
};
