/**
 * Minus and plus beside a number. In the basket a change is sent at once.
 */
Shop.ready(() => {
  "use strict";

  class Stepper {
    constructor(element) {
      this.field = element.querySelector("input");
      this.form = element.closest("form.js-quantity");
      this.send = Shop.patient(() => this.form.submit(), 450);
      element.addEventListener("click", ({ target }) => {
        const step = Number(target.dataset.step || 0);
        if (step !== 0) {
          this.go(step);
        }
      });
      if (this.form) {
        this.field.addEventListener("change", () => this.send());
      }
    }

    go(step) {
      const { min, max, value } = this.field;
      const wanted = Number(value) + step;
      this.field.value = Math.min(Number(max), Math.max(Number(min), wanted));
      if (this.form) {
        this.send();
      }
    }
  }

  document.querySelectorAll(".js-stepper").forEach((element) => new Stepper(element));
});
