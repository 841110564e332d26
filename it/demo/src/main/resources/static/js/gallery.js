/**
 * The three views of a plant's photograph.
 */
Shop.ready(() => {
  "use strict";

  const $gallery = $("#gallery");
  const $main = $gallery.find(".gallery-main");

  $gallery.on("click", ".gallery-thumb", function () {
    $gallery.find(".is-current").removeClass("is-current");
    $(this).addClass("is-current");
    $main
      .removeClass((_, names) => names.split(" ").filter((name) => name.startsWith("crop-")).join(" "))
      .addClass(`crop-${this.dataset.crop}`);
  });
});
