package io.github.assetpipe.demo.catalog;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor asks of the catalogue.
 *
 * @param q words to find, or null
 * @param light the light at hand, or null for any
 * @param pets whether only plants that are safe for pets are wanted
 * @param easy whether only forgiving plants are wanted
 * @param sort {@code price}, {@code price-down}, {@code name} or anything else for the shop's own order
 * @param page page number from 1
 */
public record PlantQuery(
        @Nullable String q,
        @Nullable Light light,
        boolean pets,
        boolean easy,
        @Nullable String sort,
        int page) {

    boolean accepts(Plant plant) {
        return (q == null || q.isBlank() || plant.mentions(q.strip()))
                && (light == null || plant.light() == light)
                && (!pets || plant.petSafe())
                && (!easy || plant.ease() == 1);
    }

    @Nullable
    Comparator<Plant> order() {
        return switch (sort == null ? "" : sort) {
            case "price" -> Comparator.comparing(Plant::price);
            case "price-down" -> Comparator.comparing(Plant::price).reversed();
            case "name" -> Comparator.comparing(Plant::name);
            default -> null;
        };
    }

    /** Returns whether anything narrows the catalogue. */
    public boolean isNarrow() {
        return (q != null && !q.isBlank()) || light != null || pets || easy;
    }
}
