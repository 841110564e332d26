package io.github.assetpipe.demo.web;

import io.github.assetpipe.demo.journal.Journal;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Care guide, journal, about and contact. */
@Controller
class PageController {
    private final Journal journal;

    PageController(Journal journal) {
        this.journal = journal;
    }

    @GetMapping("/care")
    String care() {
        return "care";
    }

    @GetMapping("/about")
    String about() {
        return "about";
    }

    @GetMapping("/journal")
    String journal(Model model) {
        model.addAttribute("articles", journal.all());
        return "journal";
    }

    @GetMapping("/journal/{slug}")
    String article(Model model, @PathVariable String slug) {
        model.addAttribute("article", journal.find(slug).orElseThrow(() -> new NotFoundException(slug)));
        model.addAttribute(
                "more",
                journal.all().stream()
                        .filter(a -> !a.slug().equals(slug))
                        .limit(3)
                        .toList());
        return "article";
    }

    @GetMapping("/contact")
    String contact(Model model) {
        model.addAttribute("form", ContactForm.blank());
        return "contact";
    }

    @PostMapping("/contact")
    String send(@Valid @ModelAttribute("form") ContactForm form, BindingResult problems, RedirectAttributes flash) {
        if (problems.hasErrors()) {
            return "contact";
        }
        flash.addFlashAttribute("notice", "sent");
        return "redirect:/contact";
    }
}
