/**
 * Filters apply as soon as one is changed; the button is for browsers without scripts.
 */
Shop.ready(() => {
  "use strict";

  const $form = $(".js-filters");
  $form.find(".js-apply").addClass("d-none");
  $form.on("change", "input, select", () => {
    $form.addClass("is-busy");
    // Empty answers would only make the address long.
    $form.find(":input").filter((_, field) => field.value === "").prop("disabled", true);
    $form.get(0).submit();
  });
  // Coming back with the browser's button finds the form as it was left.
  $(window).on("pageshow", ({ originalEvent }) => {
    if (originalEvent.persisted) {
      $form.removeClass("is-busy").find(":input").prop("disabled", false);
    }
  });
});
