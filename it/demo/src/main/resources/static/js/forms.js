/**
 * Forms that tell what is missing before they are sent, count letters, and the seasonal letter.
 */
Shop.ready(() => {
  "use strict";

  // Bootstrap's way: the browser decides what is valid, the class decides when it is shown.
  $(".needs-validation").on("submit", function (event) {
    if (!this.checkValidity()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const first = this.querySelector(":invalid");
      if (first) {
        first.focus();
      }
    }
    this.classList.add("was-validated");
  });

  $(".needs-validation :input").on("input", function () {
    // What the server said about the old value no longer holds.
    $(this).removeClass("is-invalid").toggleClass("is-valid", this.value !== "" && this.checkValidity());
  });

  $("[data-letters]").each(function () {
    const $left = $(this.dataset.letters);
    const most = this.maxLength;
    const tell = () => {
      const left = most - this.value.length;
      $left
        .text(`${left} ${left === 1 ? "letter" : "letters"} left`)
        .toggleClass("is-short", left < most / 10);
    };
    $(this).on("input", tell);
    tell();
  });

  $(".js-letter").on("submit", function (event) {
    event.preventDefault();
    Shop.say("Thank you. The next letter is the spring one.");
    this.reset();
    this.classList.remove("was-validated");
    $(this).find(":input").removeClass("is-valid");
  });
});
