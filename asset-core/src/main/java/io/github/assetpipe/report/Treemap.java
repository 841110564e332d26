package io.github.assetpipe.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a rectangle into tiles of given areas that are as square as can be.
 *
 * @see <a href="https://vanwijk.win.tue.nl/stm.pdf">Bruls, Huizing, van Wijk: Squarified Treemaps</a>
 */
final class Treemap {
    private Treemap() {}

    /** A tile; its index is the one of its weight. */
    record Tile(int index, double x, double y, double width, double height) {}

    /** Returns a tile for each of {@code weights}, which are positive and sorted from large to small. */
    static List<Tile> tiles(List<Long> weights, double x, double y, double width, double height) {
        double total = weights.stream().mapToLong(Long::longValue).sum();
        List<Tile> tiles = new ArrayList<>();
        if (total <= 0 || width <= 0 || height <= 0) {
            return tiles;
        }
        double scale = width * height / total;
        int from = 0;
        double left = x;
        double top = y;
        double w = width;
        double h = height;
        while (from < weights.size()) {
            double side = Math.min(w, h);
            int to = from + 1;
            double sum = weights.get(from) * scale;
            while (to < weights.size()
                    && worst(weights, from, to + 1, sum + weights.get(to) * scale, side, scale)
                            <= worst(weights, from, to, sum, side, scale)) {
                sum += weights.get(to++) * scale;
            }
            double thickness = side <= 0 ? 0 : sum / side;
            double at = 0;
            for (int i = from; i < to; i++) {
                double length = thickness <= 0 ? 0 : weights.get(i) * scale / thickness;
                tiles.add(
                        w >= h
                                ? new Tile(i, left, top + at, thickness, length)
                                : new Tile(i, left + at, top, length, thickness));
                at += length;
            }
            if (w >= h) {
                left += thickness;
                w -= thickness;
            } else {
                top += thickness;
                h -= thickness;
            }
            from = to;
        }
        return tiles;
    }

    private static double worst(List<Long> weights, int from, int to, double sum, double side, double scale) {
        double largest = weights.get(from) * scale;
        double smallest = weights.get(to - 1) * scale;
        double square = side * side;
        return Math.max(square * largest / (sum * sum), sum * sum / (square * smallest));
    }
}
