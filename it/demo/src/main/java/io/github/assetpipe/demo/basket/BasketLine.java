package io.github.assetpipe.demo.basket;

import io.github.assetpipe.demo.catalog.Plant;
import java.math.BigDecimal;

/**
 * A plant and how many of it.
 *
 * @param plant the plant
 * @param quantity 1 or more
 */
public record BasketLine(Plant plant, int quantity) {

    /** Returns the price of the line in pounds. */
    public BigDecimal getSum() {
        return plant.price().multiply(BigDecimal.valueOf(quantity));
    }
}
