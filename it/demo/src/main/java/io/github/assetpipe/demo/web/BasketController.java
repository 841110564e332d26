package io.github.assetpipe.demo.web;

import io.github.assetpipe.demo.basket.Basket;
import io.github.assetpipe.demo.catalog.Catalog;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Basket and checkout. */
@Controller
class BasketController {
    private final Basket basket;
    private final Catalog catalog;

    BasketController(Basket basket, Catalog catalog) {
        this.basket = basket;
        this.catalog = catalog;
    }

    @GetMapping("/basket")
    String show(Model model) {
        model.addAttribute("favourites", catalog.favourites(4));
        return "basket";
    }

    @PostMapping("/basket")
    String add(@RequestParam String slug, @RequestParam(defaultValue = "1") int quantity, RedirectAttributes flash) {
        basket.add(slug, quantity);
        flash.addFlashAttribute("notice", "added");
        return "redirect:/basket";
    }

    @PostMapping("/basket/update")
    String update(@RequestParam String slug, @RequestParam int quantity, RedirectAttributes flash) {
        basket.set(slug, quantity);
        flash.addFlashAttribute("notice", quantity > 0 ? "updated" : "removed");
        return "redirect:/basket";
    }

    @GetMapping("/checkout")
    String checkout(Model model) {
        model.addAttribute("form", new CheckoutForm());
        return "checkout";
    }

    @PostMapping("/checkout")
    String order(@Valid @ModelAttribute("form") CheckoutForm form, BindingResult problems, RedirectAttributes flash) {
        if (problems.hasErrors()) {
            return "checkout";
        }
        basket.clear();
        flash.addFlashAttribute("buyer", form.getName());
        return "redirect:/thanks";
    }

    @GetMapping("/thanks")
    String thanks() {
        return "thanks";
    }
}
