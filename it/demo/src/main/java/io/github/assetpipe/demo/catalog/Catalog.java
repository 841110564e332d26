package io.github.assetpipe.demo.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** All plants of the shop, in the shop's own order; safe for several threads. */
@Component
public class Catalog {
    private static final int PAGE_SIZE = 9;

    private final List<Plant> plants;

    Catalog(ObjectMapper json, @Value("classpath:content/plants.json") Resource source) throws IOException {
        try (var in = source.getInputStream()) {
            plants = List.copyOf(json.readValue(in, new TypeReference<List<Plant>>() {}));
        }
    }

    /** Returns the plant of that name in addresses, if there is one. */
    public Optional<Plant> find(String slug) {
        return plants.stream().filter(plant -> plant.slug().equals(slug)).findFirst();
    }

    /** Returns a page of what a visitor asks for. */
    public PlantPage search(PlantQuery query) {
        var found = plants.stream().filter(query::accepts);
        var order = query.order();
        return PlantPage.of((order == null ? found : found.sorted(order)).toList(), PAGE_SIZE, query.page());
    }

    /** Returns up to {@code limit} plants whose text has all of the words. */
    public List<Plant> suggest(String words, int limit) {
        return plants.stream()
                .filter(plant -> plant.mentions(words))
                .limit(limit)
                .toList();
    }

    /** Returns the first plants in the shop's own order. */
    public List<Plant> favourites(int number) {
        return plants.subList(0, Math.min(number, plants.size()));
    }

    /** Returns plants that want the same light, without the plant itself. */
    public List<Plant> like(Plant plant, int limit) {
        return plants.stream()
                .filter(other -> other.light() == plant.light() && !other.equals(plant))
                .limit(limit)
                .toList();
    }
}
