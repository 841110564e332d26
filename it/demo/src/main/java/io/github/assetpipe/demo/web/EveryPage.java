package io.github.assetpipe.demo.web;

import io.github.assetpipe.demo.basket.Basket;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page shows. */
@ControllerAdvice
class EveryPage {
    private final Basket basket;

    EveryPage(Basket basket) {
        this.basket = basket;
    }

    @ModelAttribute("basket")
    Basket basket() {
        return basket;
    }
}
