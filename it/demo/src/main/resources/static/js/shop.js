/**
 * What the shop's scripts share. Everything lives in one name, `Shop`, so that a script
 * written into a page can use it too.
 */
(function (window, $) {
  "use strict";

  /**
   * Calls `action` once the document can be used.
   *
   * @param {function(): void} action what to do
   */
  const ready = (action) => $(action);

  /**
   * Gives a function that waits until calls have stopped for a while and then runs the last one.
   *
   * @param {function} action what to run
   * @param {number} pause how long to wait, in milliseconds
   * @returns {function} the patient function
   */
  const patient = (action, pause = 200) => {
    let timer = 0;
    return (...values) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => action(...values), pause);
    };
  };

  /**
   * Shows a short message in the corner.
   *
   * @param {string} message the text
   * @param {string} tone `success`, `warning` or `danger`, as Bootstrap names its colours
   */
  const say = (message, tone = "success") => {
    const toast = document.getElementById("shop-toast");
    if (!toast) {
      return;
    }
    // One of three; the class is computed, so nothing in the page names all of them.
    toast.className = toast.className.replace(/text-bg-\w+/, "text-bg-" + tone);
    toast.querySelector(".toast-body").textContent = message;
    window.bootstrap.Toast.getOrCreateInstance(toast, { delay: 4500 }).show();
  };

  /**
   * Asks before a half-filled form is left, if there is anything to lose.
   *
   * @param {string} form selector of the form
   * @param {number} plants number of plants in the basket
   */
  const guardUnsent = (form, plants) => {
    let touched = false;
    let sent = false;
    $(form)
      .on("input", () => { touched = true; })
      .on("submit", () => { sent = true; });
    $(window).on("beforeunload", (event) => {
      if (touched && !sent && plants > 0) {
        event.preventDefault();
      }
    });
  };

  window.Shop = { ready, patient, say, guardUnsent };
})(window, window.jQuery);
