package io.github.assetpipe.demo.catalog;

import java.util.List;

/**
 * One page of a list of plants.
 *
 * @param plants the plants of this page
 * @param total number of plants on all pages
 * @param number this page's number, from 1
 * @param pages number of pages, at least 1
 */
public record PlantPage(List<Plant> plants, int total, int number, int pages) {

    /** Copies the list. */
    public PlantPage {
        plants = List.copyOf(plants);
    }

    static PlantPage of(List<Plant> all, int size, int number) {
        int pages = Math.max(1, (all.size() + size - 1) / size);
        int page = Math.max(1, Math.min(number, pages));
        int from = (page - 1) * size;
        return new PlantPage(all.subList(from, Math.min(all.size(), from + size)), all.size(), page, pages);
    }
}
