package io.github.assetpipe.demo.web;

import io.github.assetpipe.demo.catalog.Catalog;
import io.github.assetpipe.demo.catalog.Light;
import io.github.assetpipe.demo.catalog.Plant;
import io.github.assetpipe.demo.catalog.PlantQuery;
import io.github.assetpipe.demo.journal.Journal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Home page, list of plants, pages of single plants. */
@Controller
class PlantController {
    private final Catalog catalog;
    private final Journal journal;

    PlantController(Catalog catalog, Journal journal) {
        this.catalog = catalog;
        this.journal = journal;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("favourites", catalog.favourites(8));
        model.addAttribute("articles", journal.newest(3));
        return "home";
    }

    @GetMapping("/plants")
    String plants(
            Model model,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String light,
            @RequestParam(defaultValue = "false") boolean pets,
            @RequestParam(defaultValue = "false") boolean easy,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "1") int page) {
        PlantQuery query = new PlantQuery(q, light(light), pets, easy, sort, page);
        model.addAttribute("query", query);
        model.addAttribute("lights", Light.values());
        model.addAttribute("found", catalog.search(query));
        return "plants";
    }

    @GetMapping("/plants/{slug}")
    String plant(Model model, @PathVariable String slug) {
        Plant plant = catalog.find(slug).orElseThrow(() -> new NotFoundException(slug));
        model.addAttribute("plant", plant);
        model.addAttribute("related", catalog.like(plant, 4));
        return "plant";
    }

    @GetMapping("/api/suggest")
    @ResponseBody
    List<Suggestion> suggest(@RequestParam String q) {
        return catalog.suggest(q.strip(), 5).stream()
                .map(plant -> new Suggestion(plant.slug(), plant.name(), plant.latin(), "£" + plant.price()))
                .toList();
    }

    /**
     * One line of the list under the search box.
     *
     * @param slug name in addresses
     * @param name common name
     * @param latin botanical name
     * @param price price as shown
     */
    record Suggestion(String slug, String name, String latin, String price) {}

    private static @Nullable Light light(@Nullable String word) {
        for (Light light : Light.values()) {
            if (light.getKey().equals(word == null ? "" : word.toLowerCase(Locale.ROOT))) {
                return light;
            }
        }
        return null;
    }
}
