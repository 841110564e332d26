/**
 * A list of plants below the search box while somebody types. Works with the arrow keys;
 * without scripts the box is an ordinary search form.
 */
Shop.ready(() => {
  "use strict";

  const $box = $("#search");
  const $list = $("#suggestions");
  if (!$box.length) {
    return;
  }
  let chosen = -1;

  /** Escapes what comes from the server before it becomes markup. */
  const text = (value) => $("<i>").text(value).html();

  const hide = () => {
    chosen = -1;
    $list.empty();
  };

  const choose = (index) => {
    const $items = $list.children();
    if (!$items.length) {
      return;
    }
    chosen = (index + $items.length) % $items.length;
    $items.removeClass("is-chosen").eq(chosen).addClass("is-chosen");
  };

  const show = (plants) => {
    chosen = -1;
    $list.html(plants.map(({ slug, name, latin, price }) => `
      <li>
        <a href="${text($box.data("plants"))}${encodeURIComponent(slug)}">
          <span>${text(name)}<span class="suggestion-latin">${text(latin)}</span></span>
          <span class="price">${text(price)}</span>
        </a>
      </li>`).join(""));
  };

  const ask = Shop.patient((words) => {
    if (words.length < 2) {
      hide();
      return;
    }
    $.getJSON($box.data("suggest"), { q: words }).done((plants) => {
      // An answer to an older question comes too late.
      if ($box.val().trim() === words) {
        show(plants);
      }
    });
  }, 160);

  $box
    .on("input", () => ask($box.val().trim()))
    .on("keydown", (event) => {
      switch (event.key) {
        case "ArrowDown":
          choose(chosen + 1);
          event.preventDefault();
          break;
        case "ArrowUp":
          choose(chosen - 1);
          event.preventDefault();
          break;
        case "Enter": {
          const link = $list.find(".is-chosen a").get(0);
          if (link) {
            event.preventDefault();
            link.click();
          }
          break;
        }
        case "Escape":
          hide();
          break;
        default:
      }
    });
  $(document).on("click", ({ target }) => {
    if (!$(target).closest(".search").length) {
      hide();
    }
  });
});
