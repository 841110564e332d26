package io.github.assetpipe.demo.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A plant that is for sale.
 *
 * @param slug its name in addresses and file names
 * @param name common name
 * @param latin botanical name
 * @param price price in pounds
 * @param was the former price, or null when it is not reduced
 * @param fresh whether it is new in the shop
 * @param light the light it wants
 * @param water how often it is watered, in words
 * @param petSafe whether it is harmless to cats and dogs
 * @param ease 1 (forgiving) to 3 (demanding)
 * @param height height with pot in centimetres
 * @param pot diameter of the nursery pot in centimetres
 * @param number how many are left
 * @param summary one sentence
 * @param story paragraphs
 * @param tips advice, one sentence each
 */
public record Plant(
        String slug,
        String name,
        String latin,
        BigDecimal price,
        @Nullable BigDecimal was,
        boolean fresh,
        Light light,
        String water,
        boolean petSafe,
        int ease,
        int height,
        int pot,
        int number,
        String summary,
        List<String> story,
        List<String> tips) {

    /** Copies the lists. */
    public Plant {
        story = List.copyOf(story);
        tips = List.copyOf(tips);
    }

    /** Returns whether the price is reduced. */
    public boolean isSale() {
        return was != null;
    }

    /** Returns what a visitor is told about the number left. */
    public Stock getStock() {
        return Stock.of(number);
    }

    /** Returns how easy it is to keep, in a word. */
    public String getTemper() {
        return switch (ease) {
            case 1 -> "Forgiving";
            case 2 -> "Steady";
            default -> "Demanding";
        };
    }

    boolean mentions(String words) {
        String text = (name + ' ' + latin + ' ' + summary).toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
