package io.github.assetpipe.demo.basket;

import io.github.assetpipe.demo.catalog.Catalog;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

/** What one visitor has chosen; one a session. */
@Component
@SessionScope
public class Basket {
    private static final int MOST = 12;
    private static final BigDecimal DELIVERY = new BigDecimal("4.95");
    private static final BigDecimal FREE_FROM = new BigDecimal("60.00");

    private final Catalog catalog;
    private final Map<String, Integer> quantities = new LinkedHashMap<>();

    Basket(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Adds plants; a name that is not in the catalogue is ignored. */
    public synchronized void add(String slug, int quantity) {
        set(slug, quantities.getOrDefault(slug, 0) + quantity);
    }

    /** Sets the number of a plant; 0 or less removes it. */
    public synchronized void set(String slug, int quantity) {
        if (quantity <= 0) {
            quantities.remove(slug);
        } else if (catalog.find(slug).isPresent()) {
            quantities.put(slug, Math.min(quantity, MOST));
        }
    }

    /** Empties the basket. */
    public synchronized void clear() {
        quantities.clear();
    }

    /** Returns the lines in the order in which they were added. */
    public synchronized List<BasketLine> getLines() {
        return quantities.entrySet().stream()
                .flatMap(entry ->
                        catalog.find(entry.getKey()).map(plant -> new BasketLine(plant, entry.getValue())).stream())
                .toList();
    }

    /** Returns the number of plants. */
    public int getCount() {
        return getLines().stream().mapToInt(BasketLine::quantity).sum();
    }

    /** Returns the price of all plants in pounds. */
    public BigDecimal getPlants() {
        return getLines().stream().map(BasketLine::getSum).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** Returns the price of delivery in pounds; nothing from 60 pounds. */
    public BigDecimal getDelivery() {
        return getPlants().compareTo(FREE_FROM) >= 0 ? new BigDecimal("0.00") : DELIVERY;
    }

    /** Returns what is to be paid in pounds. */
    public BigDecimal getTotal() {
        return getPlants().add(getDelivery());
    }

    /** Returns how near the visitor is to free delivery, 0 to 100. */
    public int getProgress() {
        return getPlants()
                .multiply(BigDecimal.valueOf(100))
                .divideToIntegralValue(FREE_FROM)
                .min(BigDecimal.valueOf(100))
                .intValue();
    }
}
