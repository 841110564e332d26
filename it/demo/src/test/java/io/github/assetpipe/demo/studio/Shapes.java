package io.github.assetpipe.demo.studio;

import java.util.function.DoubleUnaryOperator;

/** Outlines of leaves: half width along the midrib, both 0 to 1. */
final class Shapes {
    static final DoubleUnaryOperator LANCE = t -> Math.pow(Math.sin(Math.PI * Math.pow(t, 0.75)), 1.1);
    static final DoubleUnaryOperator OVAL = t -> Math.pow(Math.sin(Math.PI * Math.pow(t, 0.85)), 0.72);
    static final DoubleUnaryOperator ROUND = t -> Math.sqrt(Math.max(0, 1 - Math.pow(2 * t - 1, 2)));
    static final DoubleUnaryOperator BLADE =
            t -> Math.min(1, 0.52 + 0.9 * t) * Math.pow(Math.max(0, 1 - Math.pow(t, 5)), 0.9);
    static final DoubleUnaryOperator THICK = t -> Math.pow(1 - t, 0.72) * Math.min(1, 0.82 + t);
    static final DoubleUnaryOperator HEART = t ->
            Math.min(1, Math.sqrt(t / 0.05)) * Math.pow(Math.sin(Math.PI * (0.26 + 0.74 * Math.pow(t, 0.92))), 0.9);
    static final DoubleUnaryOperator FIDDLE =
            t -> Math.pow(Math.sin(Math.PI * Math.pow(t, 1.25)), 0.6) * (0.82 + 0.26 * Math.cos((t - 0.7) * 7));

    private Shapes() {}

    /** A heart with deep cuts from the margin, as a grown monstera has. */
    static DoubleUnaryOperator cut(int cuts, double depth) {
        return t -> {
            double w = HEART.applyAsDouble(t);
            double phase = (t * 1.02 - 0.1) * cuts;
            double inCut = Math.abs(phase - Math.floor(phase) - 0.5) * 2;
            boolean among = t > 0.14 && t < 0.9;
            double notch = among && inCut < 0.24 ? depth * Math.pow(1 - inCut / 0.24, 0.6) : 0;
            return w * (1 - notch);
        };
    }

    /** A wavy margin. */
    static DoubleUnaryOperator wavy(DoubleUnaryOperator shape, double waves, double depth) {
        return t -> shape.applyAsDouble(t) * (1 - depth + depth * Math.sin(t * waves * Math.PI * 2));
    }
}
