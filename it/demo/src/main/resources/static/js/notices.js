/**
 * Tells what the last form did: the server leaves one word on the toast.
 */
Shop.ready(() => {
  "use strict";

  const messages = new Map([
    ["added", ["It is in your basket.", "success"]],
    ["updated", ["The number is changed.", "success"]],
    ["removed", ["Taken out of your basket.", "warning"]],
    ["sent", ["Thank you. You hear from us within a day.", "success"]],
  ]);
  const toast = document.getElementById("shop-toast");
  const notice = toast && messages.get(toast.dataset.notice);
  if (notice) {
    const [message, tone] = notice;
    Shop.say(message, tone);
  }
});
